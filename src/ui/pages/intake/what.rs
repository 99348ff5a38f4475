//! What it is about: type, place, the person's own words, and the questions about danger.

use leptos::prelude::*;

use super::Intake;
use crate::{
    domain::case::refusal::Slot,
    law::{borders::neighbours, dispute::DisputeType},
    locale::{intake as say, places, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::steps::{
            risk::{Rated, SignPicks},
            towns::{PlacePick, county_of},
        },
        parts::{ChipChoice, Need, Pick, TextField, TextKind},
    },
};

/// The types that offices meet most; the rest stand behind 更多.
const COMMON: &[DisputeType] = &[
    DisputeType::Neighbour,
    DisputeType::HouseHomestead,
    DisputeType::MarriageFamily,
    DisputeType::Contract,
    DisputeType::Labour,
];

#[component]
pub fn What(intake: Intake) -> impl IntoView {
    let form = intake.form;
    let language = use_language();
    let (kinds, more) = few(DisputeType::ALL, COMMON, intake.kind);
    let refused = form.refused_at(Slot::Type);
    let no_kind = Signal::derive(move || {
        let missing = form.tried.get() && form.at.get() > 1 && intake.kind.with(Option::is_none);
        missing
            .then(|| say::choose_kind(language.get()).to_owned())
            .or_else(|| refused.get())
    });
    // Nothing picked is no answer: whether anyone is in danger is asked of everybody.
    let no_answer = Signal::derive(move || {
        let missing = form.tried.get() && form.at.get() > 1 && !intake.risk.is_answered();
        missing.then(|| say::choose_risk(language.get()).to_owned())
    });
    // Across the border of a province the other side may be reached together [R 27].
    let near = t(move |l| {
        let county = intake.path.with(|path| county_of(path));
        let near = county.map(neighbours).unwrap_or_default();
        let names: Vec<String> = near
            .into_iter()
            .take(3)
            .map(|county| places::county(l, county))
            .collect();
        if names.is_empty() {
            String::new()
        } else {
            say::near(l, &names.join(say::and(l)))
        }
    });
    let near = Signal::derive(move || Some(near.get()).filter(|near| !near.is_empty()));
    view! {
        <ChipChoice label=t(say::kind) options=kinds value=intake.kind error=no_kind more=more/>
        <PlacePick label=t(say::where_at) path=intake.path hint=near error=form.refused_at(Slot::Town)/>
        <TextField label=t(say::place) value=intake.place need=Need::Optional placeholder=t(say::place_example)/>
        <TextField
            label=t(say::facts) value=intake.facts kind=TextKind::Words need=Need::Must hint=t(say::facts_hint)
            show=Signal::derive(move || form.tried.get() && form.at.get() > 1) refused=form.refused_at(Slot::Facts)
        />
        <SignPicks signs=intake.risk error=no_answer/>
        <Rated signs=intake.risk/>
    }
}

/// The common ones of a list and whatever was chosen; the rest at a press.
pub fn few<T>(
    all: &'static [T],
    common: &'static [T],
    chosen: RwSignal<Option<T>>,
) -> (
    Signal<Vec<Pick<T>>>,
    impl Fn() -> AnyView + Clone + Send + Sync + 'static,
)
where
    T: Term + Clone + PartialEq + Send + Sync + 'static,
{
    let language = use_language();
    let wide = RwSignal::new(false);
    let shown = Signal::derive(move || {
        let l = language.get();
        let chosen = chosen.get();
        let rest = all.iter().filter(|one| !common.contains(one));
        let rest = rest.filter(|one| wide.get() || chosen.as_ref() == Some(*one));
        common
            .iter()
            .chain(rest)
            .map(|one| Pick::new(one.clone(), one.term(l)))
            .collect::<Vec<_>>()
    });
    let more = move || {
        let press = move || {
            (!wide.get()).then(|| {
                view! {
                    <button type="button" class="chip pick" on:click=move |_| wide.set(true)>
                        {move || say::more(language.get(), all.len() - common.len())}
                        <Icon name=Icon::ChevronDown size=IconSize::Small/>
                    </button>
                }
            })
        };
        press.into_any()
    };
    (shown, more)
}
