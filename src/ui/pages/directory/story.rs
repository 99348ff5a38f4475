//! What has happened to something of the directory, the latest first.

use leptos::prelude::*;

use super::change::Teller;
use super::entry::Page;
use super::names::Called;
use crate::{
    domain::{
        catalogue::{Event, RetractionReason},
        id::{EntryId, StreamId},
        leaf::{LeafValue, SeenLeaf},
        network::{Command, Corrected, Put},
    },
    locale::{
        Language, case as say_case, dates, directory as say,
        network::fields::{self, Named, Spoken},
        timeline,
    },
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{
            Button, ButtonKind, ButtonSize, Card, Chip, Origin, Standing, Timeline,
            TimelineItem as Item, Tone,
        },
    },
    views::answers::{NetworkPage, TimelineItem},
};

#[derive(Clone, PartialEq)]
struct Line {
    id: EntryId,
    day: String,
    time: String,
    title: String,
    text: String,
    who: StreamId,
    elsewhere: Option<String>,
    concurrent: bool,
    retracted: bool,
    /// The last of this desk, with nothing after it.
    last: bool,
}

#[component]
pub(super) fn Story(page: Page, called: Called) -> impl IntoView {
    let (language, teller) = (use_language(), Teller::of(page));
    let lines = Memo::new(move |_| {
        let l = language.get();
        page.with(|page| {
            let page = page.as_ref()?;
            Some(called.read(l, page.today, |named| lines(l, page, named)))
        })
        .unwrap_or_default()
    });
    let take_back = move |entry: EntryId| {
        let command = Command::Retract {
            entry,
            reason: RetractionReason::Undone,
        };
        teller.tell(command, say::taken_back);
    };
    let row = move |line: Line| {
        let standing = Standing::of(line.retracted);
        let origin = Origin::of(line.elsewhere.is_some());
        let (id, who) = (line.id, line.who);
        view! {
            <Item day=line.day time=line.time title=line.title origin=origin standing=standing>
                {(!line.text.is_empty()).then(|| view! { <p class="words">{line.text}</p> })}
                {match line.elsewhere {
                    Some(words) => view! { <Chip tone=Tone::River icon=Icon::GitMerge>{words}</Chip> }.into_any(),
                    None => view! { <p class="tiny">{t(move |l| called.stream(l, who))}</p> }.into_any(),
                }}
                {line.concurrent.then(|| view! { <Chip tone=Tone::Sun>{t(say_case::at_the_same_time)}</Chip> })}
                {line.last.then(|| view! {
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=Icon::Undo2 busy=teller.busy on_press=move || take_back(id)>
                        {t(say::undo)}
                    </Button>
                })}
            </Item>
        }
    };
    view! {
        <Card title=t(say::happened)>
            // Read outside: what a component reads while it is set up, it doesn't follow.
            {move || {
                let rows = lines.get().into_iter().map(row).collect_view();
                view! { <Timeline>{rows}</Timeline> }
            }}
        </Card>
    }
}

fn lines(l: Language, page: &NetworkPage, named: &Named<'_>) -> Vec<Line> {
    let live = |item: &&TimelineItem| {
        item.retracted.is_none() && !matches!(item.event, Event::Retracted(_))
    };
    let last = page
        .timeline
        .iter()
        .rev()
        .find(live)
        .filter(|item| item.own);
    let last = last.map(|item| item.id);
    let line = |item: &TimelineItem| Line {
        id: item.id,
        day: dates::short_day(l, item.at.day(), page.today),
        time: dates::time(item.at),
        title: timeline::title(l, &item.event),
        text: text(l, item, named),
        who: item.who,
        elsewhere: (!item.own).then(|| {
            let who = (named.stream)(item.who);
            match &item.office {
                Some(office) => say_case::from_office(l, office, &who),
                None => say_case::from_elsewhere(l, &who),
            }
        }),
        concurrent: item.concurrent,
        retracted: item.retracted.is_some(),
        last: last == Some(item.id),
    };
    page.timeline.iter().rev().map(line).collect()
}

/// What an entry says beneath its title.
fn text(l: Language, item: &TimelineItem, named: &Named<'_>) -> String {
    fn put<F: Spoken>(
        l: Language,
        data: &Corrected<F>,
        leaves: &[SeenLeaf],
        named: &Named<'_>,
    ) -> String {
        let field = data.field.clone();
        let private = match field.leaf() {
            None => None,
            Some(_) => match leaves.first().and_then(|leaf| leaf.value.clone()) {
                Some(value) => Some(value),
                None => Some(LeafValue::Unknown),
            },
        };
        fields::said(l, &Put { field, private }, named)
    }
    match &item.event {
        Event::OrganisationCorrected(data) => put(l, data, &item.leaves, named),
        Event::MediatorCorrected(data) => put(l, data, &item.leaves, named),
        Event::TeamCorrected(data) => put(l, data, &item.leaves, named),
        Event::MicroGridCorrected(data) => put(l, data, &item.leaves, named),
        Event::ActivityCorrected(data) => put(l, data, &item.leaves, named),
        Event::CooperationCorrected(data) => put(l, data, &item.leaves, named),
        Event::OrganisationFounded(data) => data.name.clone(),
        Event::TeamFormed(data) => data.name.clone(),
        Event::MicroGridDrawn(data) => data.name.clone(),
        Event::CooperationProposed(data) => data.name.clone(),
        Event::CooperationSigned(data) => data.name.clone(),
        Event::ActivityHeld(data) => data.name.clone(),
        _ => String::new(),
    }
}
