//! What has happened, the latest first.

use leptos::prelude::*;

use super::{
    in_parts::{InParts, More},
    seen::{Seen, name_or},
};
use crate::{
    domain::{
        case::Command,
        catalogue::{Event, RetractionReason},
        id::EntryId,
    },
    locale::{
        Language, case as say, dates, steps, timeline,
        timeline::{Detail, DetailKind, Names},
    },
    ui::{
        icon::{Icon, IconSize},
        language::t,
        parts::{
            Button, ButtonKind, ButtonSize, Chip, Origin, Standing, Timeline, TimelineItem as Item,
            Tone,
        },
    },
    views::answers::{CasePage, TimelineItem},
};

/// An entry as it is drawn.
#[derive(Clone, PartialEq)]
struct Line {
    id: EntryId,
    day: String,
    time: String,
    title: String,
    details: Vec<Detail>,
    /// Who wrote it, where that was at this desk: several people share one.
    who: Option<String>,
    /// Who wrote it, where that was another desk.
    elsewhere: Option<String>,
    concurrent: bool,
    /// Why it was taken back, if it was.
    retracted: Option<String>,
    /// The last entry of this desk: it can be taken back at once.
    last: bool,
    /// Shown only with those that were taken back.
    hidden: bool,
}

/// Longer texts are folded to a few lines.
const LONG: usize = 120;
/// So many entries are drawn at once.
const AT_ONCE: usize = 60;

/// The timeline of the case.
#[component]
pub fn Story(seen: Seen) -> impl IntoView {
    let list = InParts::new(seen, AT_ONCE, |page| page.timeline.len());
    let lines = seen.memo(move |language, page| lines(language, page, list.drawn.get()));
    let all = RwSignal::new(false);
    let busy = RwSignal::new(false);
    // Of all entries, not of those that are drawn.
    let retracted = move || {
        let count = |page: &CasePage| {
            let taken_back = |item: &&TimelineItem| item.retracted.is_some();
            page.timeline.iter().filter(taken_back).count()
        };
        seen.say(|_, page| count(page)).unwrap_or(0)
    };
    let take_back = move |entry: EntryId| {
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
    let row = move |line: Line| {
        let origin = Origin::of(line.elsewhere.is_some());
        let standing = Standing::of(line.retracted.is_some());
        let id = line.id;
        view! {
            <Item day=line.day time=line.time title=line.title origin=origin standing=standing>
                {line.details.into_iter().map(detail).collect_view()}
                {line.who.map(|name| view! { <p class="tiny">{name}</p> })}
                {line.elsewhere.map(|words| view! { <Chip tone=Tone::River icon=Icon::GitMerge>{words}</Chip> })}
                {line.concurrent.then(|| view! { <Chip tone=Tone::Sun>{t(say::at_the_same_time)}</Chip> })}
                {line.retracted.map(|words| view! { <Chip icon=Icon::Undo2>{words}</Chip> })}
                {line.last.then(|| view! {
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=Icon::Undo2 busy=busy on_press=move || take_back(id)>
                        {t(say::undo_last)}
                    </Button>
                })}
            </Item>
        }
    };
    let shown = move || {
        let all = all.get();
        lines
            .get()
            .unwrap_or_default()
            .into_iter()
            .filter(|line| all || !line.hidden)
            .map(row)
            .collect_view()
    };
    view! {
        // Made anew only when an entry came or went: nothing else of it ever changes.
        {move || {
            let rows = shown();
            view! { <Timeline>{rows}</Timeline> }
        }}
        <More list=list words=say::earlier/>
        {move || (retracted() > 0).then(|| view! {
            <button
                type="button" class="link" aria-expanded=move || if all.get() { "true" } else { "false" }
                on:click=move |_| all.update(|all| *all = !*all)
            >
                <Icon name=Icon::History size=IconSize::Small/>
                {t(move |l| say::retracted_count(l, retracted()))}
            </button>
        })}
    }
}

fn detail(one: Detail) -> AnyView {
    match one.kind {
        DetailKind::Plain if one.text.chars().count() > LONG => long(one.text),
        DetailKind::Plain => view! { <p class="words">{one.text}</p> }.into_any(),
        DetailKind::Confidential => view! {
            <p class="words case-confidential"><Icon name=Icon::Lock size=IconSize::Small/><span>{one.text}</span></p>
        }
        .into_any(),
        DetailKind::LeftOut => {
            view! { <p class="row tiny"><Icon name=Icon::EyeOff size=IconSize::Small/>{one.text}</p> }.into_any()
        }
    }
}

fn long(text: String) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <p class="words" class:case-cut=move || !open.get()>{text}</p>
        <button
            type="button" class="link" aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {t(move |l| if open.get() { say::show_less(l) } else { say::show_all(l) })}
        </button>
    }
    .into_any()
}

fn lines(language: Language, page: &CasePage, most: usize) -> Vec<Line> {
    let last = last_own(page);
    page.timeline
        .iter()
        .rev()
        .take(most)
        .map(|item| line(language, page, item, last))
        .collect()
}

/// The last live entry of this desk, where nothing came after it. The registration is voided instead.
fn last_own(page: &CasePage) -> Option<EntryId> {
    let live = |item: &&TimelineItem| {
        item.retracted.is_none() && !matches!(item.event, Event::Retracted(_))
    };
    let item = page.timeline.iter().rev().find(live)?;
    (page.case.counts() && item.own && Some(item.id) != page.registration).then_some(item.id)
}

fn line(language: Language, page: &CasePage, item: &TimelineItem, last: Option<EntryId>) -> Line {
    let names = Names {
        stream: &|id| name_or(language, page, id),
        party: &|label| say::party_name(language, &page.case, label),
        step: &|entry| {
            let told = page.timeline.iter().find(|item| item.id == entry)?;
            Some(timeline::title(language, &told.event))
        },
    };
    let written = item.at.day();
    let details = timeline::detail(
        language,
        &item.event,
        &item.leaves,
        &names,
        written,
        page.today,
    );
    let near = page.today.days_since(written).abs() <= 1;
    let day = match (near, language) {
        (true, _) => dates::near_day(language, written, page.today),
        // Narrow, as in tables.
        (false, Language::Chinese) if written.year() == page.today.year() => {
            let (_, month, day) = written.civil();
            format!("{month:02}-{day:02}")
        }
        (false, _) => dates::short_day(language, written, page.today),
    };
    let elsewhere = (!item.own).then(|| {
        let who = name_or(language, page, item.who);
        match &item.office {
            Some(office) => say::from_office(language, office, &who),
            None => say::from_elsewhere(language, &who),
        }
    });
    let retracted = item
        .retracted
        .as_ref()
        .map(|why| say::why_retracted(language, steps::retraction_name(language, why)));
    Line {
        id: item.id,
        day,
        who: item.own.then(|| name_or(language, page, item.who)),
        time: dates::time(item.at),
        title: timeline::title(language, &item.event),
        details,
        elsewhere,
        concurrent: item.concurrent,
        hidden: retracted.is_some() || matches!(item.event, Event::Retracted(_)),
        retracted,
        last: last == Some(item.id),
    }
}
