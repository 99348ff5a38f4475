//! What needs a decision or must be known first: read-only, voided, a number given twice, entries that
//! do not fit; and what was corrected away, kept in sight.

use leptos::prelude::*;

use super::{
    questions::look_through,
    seen::{Seen, name_or},
};
use crate::{
    domain::{
        case::{CaseField, Command, state::Anomaly},
        catalogue::{Event, RetractionReason},
        id::EntryId,
    },
    locale::{case as say, case::anomaly, dates, steps},
    ui::{
        icon::{Icon, IconSize},
        language::t,
        parts::{Button, ButtonKind, ButtonLink, Card, CardLook, Fold, Notice, Tone},
        route::Route,
        step_code::Doing,
    },
    views::answers::{CasePage, TimelineItem},
};

/// What must be known first.
#[component]
pub fn Warnings(seen: Seen) -> impl IntoView {
    let not_understood = seen.memo(|_, page| page.case.is_locked());
    let no_beginning = seen.memo(|l, page| {
        page.registration.is_none().then(|| match page.damaged {
            true => (say::beginning_damaged(l), say::beginning_damaged_words(l)),
            false => (say::no_beginning(l), say::no_beginning_words(l)),
        })
    });
    let voided_by = seen.memo(|_, page| {
        if page.case.counts() || page.registration.is_none() {
            None
        } else {
            Some(voiding(page).map(|item| item.id))
        }
    });
    let why = seen.text(|l, page| {
        let Some(item) = voiding(page) else {
            return String::new();
        };
        let Event::Retracted(data) = &item.event else {
            return String::new();
        };
        say::voided_why(
            l,
            &name_or(l, page, item.who),
            &dates::moment(l, item.at, page.today),
            steps::retraction_name(l, &data.reason),
        )
    });
    let twins = seen.memo(|_, page| page.same_number.clone());
    let busy = RwSignal::new(false);
    let bring_back = move |entry: EntryId| {
        let command = Command::Retract {
            entry,
            reason: RetractionReason::Undone,
        };
        seen.act(command, say::taken_back, busy, move |result| {
            if let Err(why) = result {
                seen.warn(why);
            }
        });
    };
    view! {
        {move || (not_understood.get() == Some(true)).then(|| view! {
            <Notice title=t(say::read_only_title) tone=Tone::Sun icon=Icon::Lock><p>{t(say::read_only_words)}</p></Notice>
        })}
        {move || no_beginning.get().flatten().map(|(title, words)| view! {
            <Notice title=title tone=Tone::Sun icon=Icon::TriangleAlert><p>{words}</p></Notice>
        })}
        {move || voided_by.get().flatten().map(|entry| view! {
            <Notice title=t(say::voided) tone=Tone::Sun icon=Icon::Trash2 acts=move || entry.map(|entry| view! {
                <Button kind=ButtonKind::Line busy=busy on_press=move || bring_back(entry)>{t(say::bring_back)}</Button>
            })>
                <p class:gone=move || why.with(String::is_empty)>{why}</p>
                <p>{t(say::voided_words)}</p>
            </Notice>
        })}
        {move || twins.get().filter(|twins| !twins.is_empty()).map(|twins| {
            let count = twins.len();
            let other = twins.first().map(|id| Route::Case(id.short()).href()).unwrap_or_default();
            view! {
                <Notice title=t(say::same_number_title) tone=Tone::Sun icon=Icon::Copy acts=move || view! {
                    <ButtonLink href=seen.href(Doing::Correct(CaseField::Number))>{t(say::renumber)}</ButtonLink>
                    <ButtonLink href=seen.href(Doing::Void)>{t(say::void_twin)}</ButtonLink>
                    <ButtonLink kind=ButtonKind::Quiet href=other.clone()>{t(say::see_the_other)}</ButtonLink>
                }>
                    <p>{t(move |l| say::same_number_words(l, count))}</p>
                </Notice>
            }
        })}
    }
}

/// The live entry that voided the case, if it is here.
fn voiding(page: &CasePage) -> Option<&TimelineItem> {
    let registration = page.registration?;
    let mut live = page.timeline.iter().filter(|item| item.retracted.is_none());
    live.find(|item| matches!(&item.event, Event::Retracted(data) if data.entry == registration))
}

/// What does not fit, with what to do.
#[component]
pub fn Anomalies(seen: Seen) -> impl IntoView {
    let lines = seen.memo(|l, page| {
        let line = |one: &Anomaly| {
            let (what, now) = anomaly::sentences(l, one);
            let damage = page.damaged.then(|| anomaly::after_damage(l, one));
            let damage = damage.flatten();
            // What fits again once the gap is filled is not to be taken back.
            let entry = (damage.is_none() && one.can_be_taken_back()).then(|| one.entry());
            (what, damage.unwrap_or(now), entry)
        };
        // That one can only look is said above already.
        let shown = page
            .case
            .anomalies
            .iter()
            .filter(|one| !matches!(one, Anomaly::NotUnderstood { .. }));
        shown.map(line).collect::<Vec<_>>()
    });
    move || {
        lines.get().filter(|lines| !lines.is_empty()).map(|lines| {
            let count = lines.len();
            let row = move |(what, now, entry): (String, &'static str, Option<EntryId>)| {
                let back = entry.filter(|_| !seen.read_only()).map(|entry| view! {
                    <ButtonLink kind=ButtonKind::Quiet href=seen.href(Doing::Retract(entry))>{t(say::undo_last)}</ButtonLink>
                });
                view! { <li class="case-anomaly"><p><b>{what}</b></p><p class="small muted">{now}</p>{back}</li> }
            };
            view! {
                <Card title=t(move |l| anomaly::title(l, count)) look=CardLook::Wait class="case-anomalies">
                    <ul class="stack">{lines.into_iter().map(row).collect_view()}</ul>
                </Card>
            }
        })
    }
}

/// Values that were corrected away.
#[component]
pub fn ReplacedValues(seen: Seen) -> impl IntoView {
    let lines = seen.memo(move |l, page| {
        look_through(seen, l, page)
            .1
            .into_iter()
            .map(|one| {
                let when = dates::moment(l, one.at, page.today);
                (
                    one.title,
                    one.was,
                    say::replaced_by(l, &name_or(l, page, one.by), &when),
                )
            })
            .collect::<Vec<_>>()
    });
    move || {
        lines.get().filter(|lines| !lines.is_empty()).map(|lines| {
            let count = lines.len();
            let row = |(title, was, by): (String, String, String)| {
                view! {
                    <div>
                        <p class="small">{title}"　"<s class="words">{was}</s></p>
                        <p class="tiny row"><Icon name=Icon::Pencil size=IconSize::Small/>{by}</p>
                    </div>
                }
            };
            view! {
                <Card class="case-replaced">
                    <Fold title=t(move |l| say::replaced_title(l, count))>{lines.into_iter().map(row).collect_view()}</Fold>
                </Card>
            }
        })
    }
}
