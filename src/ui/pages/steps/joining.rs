//! Joint mediation with an organisation of another place [R 27].

use leptos::prelude::*;

use super::{
    fields::{DayOf, Says, day_field},
    form::Form,
    page::Opened,
    step_frame::StepFrame,
    towns::{Depth, PlacePick, county_of},
};
use crate::{
    domain::{
        case::{Command, Refusal, Step, refusal::Slot},
        id::StreamId,
    },
    engine::protocol::ask,
    locale::steps as say,
    ui::{
        data::{live, today},
        language::{t, use_language},
        parts::{ChipChoice, Pick},
    },
};

pub fn join(opened: Opened, form: Form) -> AnyView {
    let place = form.field("place", Vec::<String>::new());
    // Empty: not settled yet.
    let organisation = form.field("organisation", Some(String::new()));
    let day = day_field(form);
    let network = live(|| ask::Network {});
    let (own, today) = (opened.with(|case| case.county), today());
    let language = use_language();
    let county = Signal::derive(move || place.with(|place| county_of(place)));
    let there = Signal::derive(move || {
        let mut all = vec![Pick::new(
            String::new(),
            say::no_organisation(language.get()),
        )];
        network.with(|network| {
            if let Some(Ok(directory)) = network {
                let there = directory
                    .organisations
                    .iter()
                    .filter(|line| Some(line.organisation.county) == county.get());
                all.extend(
                    there
                        .map(|line| Pick::new(line.id.to_string(), line.organisation.name.clone())),
                );
            }
        });
        all
    });
    // Agreements in force that tie the case's county with the one that is chosen; the first is meant as a rule.
    let under = form.field("agreement", None::<String>);
    let agreements = Memo::new(move |_| {
        let (Some(here), Some(there)) = (own, county.get()) else {
            return Vec::new();
        };
        let day = today.get();
        network.with(|network| {
            let Some(Ok(directory)) = network else {
                return Vec::new();
            };
            let all = directory.agreements.iter();
            let ties = all.filter(|(_, one)| one.ties(here, there) && one.is_in_force(day));
            let named = ties.map(|(id, one)| (id.to_string(), one.name.clone()));
            named.collect::<Vec<(String, String)>>()
        })
    });
    Effect::new(move || {
        let first = agreements.with(|all| all.first().map(|(id, _)| id.clone()));
        let stands = under.with_untracked(|under| match under {
            // Chosen to be under none.
            Some(id) if id.is_empty() => true,
            Some(id) => agreements.with_untracked(|all| all.iter().any(|(one, _)| one == id)),
            None => false,
        });
        if !stands {
            under.set(first);
        }
    });
    let may_be_under = Signal::derive(move || {
        let mut all: Vec<Pick<String>> = agreements.with(|all| {
            all.iter()
                .map(|(id, name)| Pick::new(id.clone(), name.clone()))
                .collect()
        });
        all.push(Pick::new(String::new(), say::no_agreement(language.get())));
        all
    });
    let command = move || {
        Ok(Command::Join {
            day: form.day(day, Slot::Day)?,
            county: county.get_untracked().ok_or(Refusal::Empty(Slot::Town))?,
            organisation: organisation
                .get_untracked()
                .and_then(|id| StreamId::parse(&id).ok()),
            agreement: under
                .get_untracked()
                .filter(|_| !agreements.with_untracked(Vec::is_empty))
                .and_then(|id| StreamId::parse(&id).ok()),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Join command=command>
            <PlacePick
                label=t(say::join_county) path=place depth=Depth::County near=own
                hint=t(say::neighbours_first) error=form.refused_at(Slot::Town)
            />
            <div class:gone=move || county.get().is_none() || there.with(|all| all.len() < 2)>
                <ChipChoice label=t(say::join_organisation) options=there value=organisation/>
            </div>
            <div class:gone=move || agreements.with(Vec::is_empty)>
                <ChipChoice label=t(say::join_agreement) options=may_be_under value=under hint=t(say::join_agreement_hint)/>
            </div>
            <DayOf form=form day=day/>
            <Says words=t(say::join_hint)/>
        </StepFrame>
    }
    .into_any()
}
