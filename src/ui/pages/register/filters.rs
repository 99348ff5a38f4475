//! The sheet of all filters. What is picked here counts at once and shows on pressing the button, so
//! that one sees beforehand how much will be shown.

use leptos::prelude::*;

use super::{
    chips::{cleared, month, year},
    one_of::{most_first, one_of, told_apart},
    state::use_register,
};
use crate::{
    domain::{case::Stage, id::StreamId},
    engine::protocol::ask,
    law::{
        day::Day,
        dispute::DisputeType,
        divisions::{Adcode, Town},
    },
    locale::{numbers, places, register as say, steps::stage_name, terms::Term},
    ui::{
        data::{live, today},
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{
            Button, ButtonKind, ChipChoice, ChipPicks, DateField, DayRange, Pick, Sheet, Switch,
        },
        route::{Route, navigate},
        towns::{town_name, use_towns},
    },
    views::query::Query,
};

/// When it was registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    Any,
    ThisMonth,
    LastMonth,
    ThisYear,
    Own,
}

/// What is being picked.
#[derive(Clone, Copy)]
struct Picked {
    stages: RwSignal<Vec<Stage>>,
    kinds: RwSignal<Vec<DisputeType>>,
    span: RwSignal<Option<Span>>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    mediator: RwSignal<Option<Option<StreamId>>>,
    county: RwSignal<Option<Option<Adcode>>>,
    town: RwSignal<Option<Option<Town>>>,
    overdue: RwSignal<bool>,
    disputed: RwSignal<bool>,
    joint: RwSignal<bool>,
    handed_on: RwSignal<bool>,
    voided: RwSignal<bool>,
    /// What the sheet does not offer: endings, sources and the like, and 在办.
    rest: RwSignal<Query>,
}

impl Picked {
    fn new() -> Self {
        Self {
            stages: RwSignal::default(),
            kinds: RwSignal::default(),
            span: RwSignal::new(Some(Span::Any)),
            from: RwSignal::default(),
            to: RwSignal::default(),
            mediator: RwSignal::new(Some(None)),
            county: RwSignal::new(Some(None)),
            town: RwSignal::new(Some(None)),
            overdue: RwSignal::default(),
            disputed: RwSignal::default(),
            joint: RwSignal::default(),
            handed_on: RwSignal::default(),
            voided: RwSignal::default(),
            rest: RwSignal::default(),
        }
    }

    /// Begins with what the list shows now.
    fn take_over(self, query: Query, today: Day) {
        let span = match query.registered {
            None => Span::Any,
            Some(days) if days == month(today.month()) => Span::ThisMonth,
            Some(days) if days == month(today.month().plus_months(-1)) => Span::LastMonth,
            Some(days) if days == year(today) => Span::ThisYear,
            Some(_) => Span::Own,
        };
        let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        self.stages.set(query.stages.clone());
        self.kinds.set(query.kinds.clone());
        self.span.set(Some(span));
        self.from.set(text(query.registered.map(|(from, _)| from)));
        self.to.set(text(query.registered.map(|(_, to)| to)));
        self.mediator.set(Some(query.mediator));
        self.county.set(Some(query.county));
        self.town.set(Some(query.town));
        self.overdue.set(query.overdue);
        self.disputed.set(query.disputed);
        self.joint.set(query.joint);
        self.handed_on.set(query.handed_on);
        self.voided.set(query.voided);
        self.rest.set(query);
    }

    /// The query as picked; reads every signal.
    fn query(self, today: Day) -> Query {
        let own = || {
            let day = |text: RwSignal<String>| text.with(|text| Day::parse(text).ok());
            match (day(self.from), day(self.to)) {
                (None, None) => None,
                (from, to) => {
                    let (from, to) = (from.unwrap_or(Day::MIN), to.unwrap_or(today));
                    Some((from.min(to), from.max(to)))
                }
            }
        };
        let (rest, county) = (self.rest.get(), self.county.get().flatten());
        let town = self.town.get().flatten();
        Query {
            stages: self.stages.get(),
            kinds: self.kinds.get(),
            registered: match self.span.get() {
                None | Some(Span::Any) => None,
                Some(Span::ThisMonth) => Some(month(today.month())),
                Some(Span::LastMonth) => Some(month(today.month().plus_months(-1))),
                Some(Span::ThisYear) => Some(year(today)),
                Some(Span::Own) => own(),
            },
            mediator: self.mediator.get().flatten(),
            county,
            // A township lies in one county: another is chosen without it.
            town: town.filter(|town| county.is_none_or(|county| county == town.county())),
            overdue: self.overdue.get(),
            disputed: self.disputed.get(),
            joint: self.joint.get(),
            handed_on: self.handed_on.get(),
            voided: self.voided.get(),
            ..rest
        }
    }

    fn clear(self) {
        let none = cleared(&self.rest.get_untracked());
        self.stages.set(Vec::new());
        self.kinds.set(Vec::new());
        self.span.set(Some(Span::Any));
        self.mediator.set(Some(None));
        self.county.set(Some(None));
        self.town.set(Some(None));
        for switch in [
            self.overdue,
            self.disputed,
            self.joint,
            self.handed_on,
            self.voided,
        ] {
            switch.set(false);
        }
        self.rest.set(none);
    }
}

/// Rises from below; its content is made anew, from the query, each time it opens. It comes in a volume (`pages::volume`):
/// the chips above the list do without it.
#[component]
pub fn FilterSheet(query: Signal<Query>, open: RwSignal<bool>) -> impl IntoView {
    let today = today();
    let picked = Picked::new();
    Effect::new(move |_| {
        if open.get() {
            picked.take_over(query.get_untracked(), today.get_untracked());
        }
    });
    view! {
        <Sheet
            title=t(say::filter_title) open=open
            extra=move || view! { <button type="button" class="link" on:click=move |_| picked.clear()>{t(say::clear_all)}</button> }
            foot=ViewFn::from(move || view! { <Foot picked=picked open=open/> })
        >
            <Body picked=picked/>
        </Sheet>
    }
}

/// 看这6件.
#[component]
fn Foot(picked: Picked, open: RwSignal<bool>) -> impl IntoView {
    let search = use_register().search;
    let today = today();
    let wanted = Memo::new(move |_| picked.query(today.get()));
    let found = live(move || ask::Register {
        query: wanted.get(),
        search: search.get(),
        from: 0,
        count: 0,
    });
    let label = t(move |l| match found.get() {
        Some(Ok(page)) if page.found > 0 => say::see_these(
            l,
            numbers::count(i64::try_from(page.found).unwrap_or(i64::MAX)),
        ),
        Some(Ok(_)) => say::see_none(l).to_owned(),
        _ => say::filters(l).to_owned(),
    });
    let press = move || {
        open.set(false);
        navigate(&Route::Register(wanted.get_untracked()));
    };
    view! { <Button kind=ButtonKind::Main class="wide" on_press=press>{move || label.get()}</Button> }
}

#[component]
fn Body(picked: Picked) -> impl IntoView {
    let language = use_language();
    let search = use_register().search;
    let today = today();
    let counts = live(move || ask::Counts {
        query: picked.query(today.get()),
        search: search.get(),
    });
    let people = live(|| ask::Network {});
    let counted = Signal::derive(move || counts.get().and_then(Result::ok));
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let of = move |count: Option<usize>| small(count.unwrap_or(0));

    let stages = Signal::derive(move || {
        let language = language.get();
        counted.with(|counted| {
            let count = |stage: &Stage| {
                counted
                    .as_ref()
                    .and_then(|c| c.stages.iter().find(|(s, _)| s == stage))
                    .map(|(_, n)| *n)
            };
            let shown = |stage: &&Stage| {
                count(stage).unwrap_or(0) > 0 || picked.stages.with(|now| now.contains(stage))
            };
            Stage::ALL
                .iter()
                .filter(shown)
                .map(|stage| {
                    Pick::new(stage.clone(), stage_name(language, stage)).count(of(count(stage)))
                })
                .collect::<Vec<_>>()
        })
    });
    let all_kinds = RwSignal::new(false);
    let kinds = Signal::derive(move || {
        let language = language.get();
        let mut kinds: Vec<(DisputeType, usize)> = counted.with(|counted| {
            let count = |kind: &DisputeType| {
                counted
                    .as_ref()
                    .and_then(|c| c.kinds.iter().find(|(k, _)| k == kind))
                    .map_or(0, |(_, n)| *n)
            };
            DisputeType::ALL
                .iter()
                .map(|kind| (kind.clone(), count(kind)))
                .collect()
        });
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        if !all_kinds.get() {
            let picked = picked.kinds.get();
            let mut nth = 0;
            kinds.retain(|(kind, _)| {
                nth += 1;
                nth <= SHOWN_KINDS || picked.contains(kind)
            });
        }
        kinds
            .into_iter()
            .map(|(kind, count)| {
                let label = kind.term(language).to_owned();
                Pick::new(kind, label).count(small(count))
            })
            .collect::<Vec<_>>()
    });
    let more_kinds = move || {
        (!all_kinds.get()).then(|| {
            view! {
                <button type="button" class="chip pick" on:click=move |_| all_kinds.set(true)>
                    {t(move |l| say::more_kinds(l, DisputeType::ALL.len() - SHOWN_KINDS))}
                    <Icon name=Icon::ChevronRight size=IconSize::Small/>
                </button>
            }
        })
    };
    let spans = Signal::derive(move || {
        let language = language.get();
        [
            (Span::Any, say::everyone(language)),
            (Span::ThisMonth, say::this_month(language)),
            (Span::LastMonth, say::last_month(language)),
            (Span::ThisYear, say::this_year(language)),
            (Span::Own, say::own_span(language)),
        ]
        .map(|(span, label)| Pick::new(span, label))
        .to_vec()
    });
    let mediators = Memo::new(move |_| {
        let directory = people.get().and_then(Result::ok);
        let line = |id: &StreamId| {
            let mut lines = directory.as_ref()?.mediators.iter();
            lines.find(|line| line.id == *id)
        };
        let some = counted.with(|c| c.as_ref().map(|c| c.mediators.clone()).unwrap_or_default());
        let mut named = most_first(some, |id| line(id)?.name.clone());
        told_apart(&mut named, |(id, _)| {
            let office = line(id)?.organisation;
            let mut offices = directory.as_ref()?.organisations.iter();
            offices
                .find(|line| line.id == office)
                .map(|line| line.organisation.name.clone())
        });
        named
    });
    let counties = Memo::new(move |_| {
        let language = language.get();
        let some = counted.with(|c| c.as_ref().map(|c| c.counties.clone()).unwrap_or_default());
        most_first(some, |county| Some(places::county(language, *county)))
    });
    let own_county = move || {
        let chosen = picked.county.get().flatten();
        let town = picked.town.get().flatten();
        chosen.or(town.map(Town::county)).or_else(|| {
            counted.with(|c| match c.as_ref()?.counties.as_slice() {
                [(county, _)] => Some(*county),
                _ => None,
            })
        })
    };
    let names = use_towns(own_county);
    let towns = Memo::new(move |_| {
        let names = names.get();
        let some = counted.with(|c| c.as_ref().map(|c| c.towns.clone()).unwrap_or_default());
        most_first(some, |town| Some(town_name(names.as_deref(), *town)))
    });
    view! {
        <ChipPicks label=t(say::by_stage) options=stages value=picked.stages/>
        <ChipPicks label=t(say::by_kind) options=kinds value=picked.kinds more=more_kinds/>
        <ChipChoice label=t(say::by_day) options=spans value=picked.span/>
        <Show when=move || picked.span.get() == Some(Span::Own)>
            <DateField label=t(say::from_day) value=picked.from range=DayRange::Any/>
            <DateField label=t(say::to_day) value=picked.to range=DayRange::Any/>
        </Show>
        <Show when=move || mediators.with(|some| !some.is_empty())>
            {one_of(t(say::by_mediator), mediators, picked.mediator)}
        </Show>
        <Show when=move || counties.with(|some| some.len() > 1) || picked.county.get().flatten().is_some()>
            {one_of(t(say::by_county), counties, picked.county)}
        </Show>
        <Show when=move || towns.with(|some| some.len() > 1) || picked.town.get().flatten().is_some()>
            {one_of(t(say::by_town), towns, picked.town)}
        </Show>
        <Switch label=t(say::only_overdue) on=picked.overdue extra=move || counted.with(|c| c.as_ref().map(|c| numbered(c.overdue)))/>
        <Switch label=t(say::only_disputed) on=picked.disputed extra=move || counted.with(|c| c.as_ref().map(|c| numbered(c.disputed)))/>
        <Switch label=t(say::only_joint) on=picked.joint/>
        <Switch label=t(say::only_handed_on) on=picked.handed_on/>
        <Show when=move || picked.voided.get() || counted.with(|c| c.as_ref().is_some_and(|c| c.voided > 0))>
            <Switch label=t(say::only_voided) on=picked.voided extra=move || counted.with(|c| c.as_ref().map(|c| numbered(c.voided)))/>
        </Show>
    }
}

const SHOWN_KINDS: usize = 6;

fn numbered(count: usize) -> impl IntoView {
    (count > 0).then(|| view! { <b class="register-number num">{count}</b> })
}
