//! What a file holds, before anything of it is taken in.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    exchange::bundle::{Concerned, Level, NAMED, Preview},
    locale::{Language, dates, exchange as say, numbers},
    record::World,
    ui::{
        backup::size,
        data::today,
        icon::Icon,
        language::t,
        parts::{Notice, StatTile, Tick, Tone},
        route::Route,
    },
};

#[component]
pub(super) fn Seen(preview: Arc<Preview>, erase: RwSignal<bool>) -> impl IntoView {
    let day = today();
    let made = (
        preview.exported_by.organisation.clone(),
        preview.exported_at,
    );
    let about = format!("{} · {}", preview.file_name, size(preview.bytes));
    let (level, world) = (preview.level, preview.world.clone());
    let kind = t(move |l| format!("{} · {}", level_name(l, level), world_name(l, &world)));
    let (new_cases, new_organisations) = (preview.new_cases, preview.new_organisations);
    let disputed = preview.disputed.len();
    let disputed_first = preview.disputed_first.clone();
    let (same_numbers, same_number) = (preview.same_numbers, preview.same_number.clone());
    let (in_our_name, office) = (preview.in_our_name, preview.office.clone());
    let changes = office.len();
    let office = office.into_iter().map(|name| {
        let name = move |l| {
            if name.is_empty() {
                say::nameless(l).to_owned()
            } else {
                name.clone()
            }
        };
        view! { <li class="small">{t(name)}</li> }
    });
    let office = office.collect_view();
    let (concurrent, fuller, erasures) = (preview.concurrent, preview.fuller, preview.erasures);
    let unknown: u64 = preview.unknown_kinds.iter().map(|(_, count)| count).sum();
    let unplaced = preview.unplaced;
    let odd = preview.anomalies + unknown;
    let (voided, locked, erased) = (
        preview.voided.clone(),
        preview.locked.clone(),
        preview.erased.clone(),
    );
    let (voids, locks, erases) = (voided.len(), locked.len(), erased.len());
    let number = |count: u64| count_of(count);
    let (new, known) = (number(preview.new), number(preview.known));
    let kinds = preview.unknown_kinds.clone();
    let unknown_kinds = kinds.into_iter().map(|(kind, count)| {
        view! { <li class="small">{t(move |l| say::unknown_kind(l, &kind, count))}</li> }
    });
    let unknown_kinds = unknown_kinds.collect_view();
    view! {
        <p class="small muted exchange-name">{about}</p>
        <div class="exchange-from">
            <h3>{t(move |l| say::made_by(l, &made.0, &dates::moment(l, made.1, day.get())))}</h3>
            <p class="small">{kind}</p>
            <p class="tiny">{t(say::by_its_word)}</p>
        </div>
        <div class="tiles">
            <StatTile
                label=t(say::new_entries) value=Signal::stored(new) tone=Tone::Pine
                formula=t(move |l| say::new_cases(l, new_cases, new_organisations))
            />
            <StatTile
                label=t(say::both_changed) value=Signal::stored(number(concurrent))
                tone=waits(disputed as u64)
                formula=t(move |l| to_settle(l, disputed, concurrent))
            />
            <StatTile
                label=t(say::known) value=Signal::stored(known)
                formula=t(move |l| if fuller > 0 { say::fuller(l, fuller) } else { say::not_twice(l).to_owned() })
            />
            <StatTile
                label=t(say::odd) value=Signal::stored(number(odd))
                tone=waits(odd)
                formula=t(move |l| if odd > 0 { say::odd_kept(l) } else { say::all_verified(l) })
            />
        </div>
        {(disputed > 0).then(|| view! {
            <Notice title=t(move |l| say::disputed(l, disputed)) tone=Tone::Sun icon=Icon::CircleAlert>
                <p class="small">{t(say::disputed_note)}</p>
                <Numbers cases=disputed_first of=disputed as u64 in_file=true/>
            </Notice>
        })}
        {(in_our_name > 0).then(|| view! {
            <Notice title=t(move |l| say::in_our_name(l, in_our_name)) tone=Tone::Maple icon=Icon::TriangleAlert>
                <p class="small">{t(say::in_our_name_note)}</p>
            </Notice>
        })}
        {(changes > 0).then(|| view! {
            <Notice title=t(move |l| say::office_changes(l, changes)) tone=Tone::Maple icon=Icon::TriangleAlert>
                <p class="small">{t(say::office_changes_note)}</p>
                <ul class="stack">{office}</ul>
            </Notice>
        })}
        {(same_numbers > 0).then(|| view! {
            <Notice title=t(move |l| say::same_numbers(l, same_numbers)) tone=Tone::Sun icon=Icon::Copy>
                <p class="small">{t(say::same_numbers_note)}</p>
                <Numbers cases=same_number of=same_numbers/>
            </Notice>
        })}
        {(!voided.is_empty()).then(|| view! {
            <Notice title=t(move |l| say::would_void(l, voids)) tone=Tone::Maple icon=Icon::TriangleAlert>
                <p class="small">{t(say::would_void_note)}</p>
                <Numbers cases=voided/>
            </Notice>
        })}
        {(!locked.is_empty()).then(|| view! {
            <Notice title=t(move |l| say::would_lock(l, locks)) tone=Tone::Maple icon=Icon::TriangleAlert>
                <p class="small">{t(say::would_lock_note)}</p>
                <Numbers cases=locked/>
            </Notice>
        })}
        {(unplaced > 0).then(|| view! {
            <Notice title=t(move |l| say::unplaced(l, unplaced)) tone=Tone::Sun icon=Icon::TriangleAlert>
                <p>{t(say::unplaced_note)}</p>
            </Notice>
        })}
        {(unknown > 0).then(|| view! { <ul class="stack">{unknown_kinds}</ul> })}
        {(erasures > 0).then(|| view! {
            <Notice title=t(say::erasures_ask) tone=Tone::Maple icon=Icon::TriangleAlert>
                {(!erased.is_empty()).then(|| view! {
                    <p class="small">{t(move |l| say::would_erase(l, erases))}</p>
                    <Numbers cases=erased/>
                })}
                <Tick label=t(move |l| say::erasures(l, erasures)) on=erase/>
            </Notice>
        })}
    }
}

/// Cases by their numbers, each a link that opens beside this page: what was read here goes when one leaves it.
#[component]
pub(super) fn Numbers(
    cases: Vec<Concerned>,
    /// How many there are in all, where not all of them came.
    #[prop(optional)]
    of: u64,
    /// They may be in the file alone, with no page to open.
    #[prop(optional)]
    in_file: bool,
) -> impl IntoView {
    let all = cases.len().max(of as usize);
    let over = all.saturating_sub(NAMED);
    let links = cases
        .into_iter()
        .take(NAMED)
        .map(|Concerned { case, number }| {
            let href = Route::Case(case.short()).href();
            let number = if number.is_empty() {
                "—".to_owned()
            } else {
                number
            };
            let number = match in_file {
                true => number.into_any(),
                false => view! { <a href=href target="_blank">{number}</a> }.into_any(),
            };
            view! { <li class="small">{number}</li> }
        });
    view! {
        <ul class="stack">
            {links.collect_view()}
            {(over > 0).then(|| view! { <li class="small">{t(move |l| say::and_more(l, over))}</li> })}
        </ul>
    }
}

/// A disagreement may have come about at other desks, and lie in the file as it is.
fn to_settle(language: Language, disputed: usize, concurrent: u64) -> String {
    match disputed {
        0 => say::none_to_settle(language).to_owned(),
        cases if cases as u64 > concurrent => say::to_settle_theirs(language, cases),
        cases => say::to_settle(language, cases),
    }
}

/// A count that somebody should look at stands out where there is one.
fn waits(count: u64) -> Tone {
    if count > 0 { Tone::Sun } else { Tone::Plain }
}

/// With separators.
pub(super) fn count_of(count: u64) -> String {
    numbers::count(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn level_name(language: Language, level: Level) -> &'static str {
    match level {
        Level::Full => say::level_full(language),
        Level::Redacted => say::level_redacted(language),
    }
}

fn world_name(language: Language, world: &World) -> String {
    match world {
        World::Real => say::world_real(language).to_owned(),
        World::Demonstration => say::world_demonstration(language).to_owned(),
        World::Training => say::world_training(language).to_owned(),
        World::Other(code) => code.clone(),
    }
}
