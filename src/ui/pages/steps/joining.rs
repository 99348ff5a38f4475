//! Joint mediation with an organisation of another place [R 27].

use leptos::prelude::*;

use super::{
    fields::{DayOf, Says, choice, day_field, options},
    form::Form,
    office::{OfficePick, chosen_office, directory, offices},
    page::Opened,
    step_frame::StepFrame,
    towns::{Depth, PlacePick, county_of, path_of},
};
use crate::{
    domain::{
        case::{Command, Refusal, Step, event::Lead, refusal::Slot},
        id::StreamId,
    },
    locale::steps as say,
    ui::{
        data::today,
        language::{t, use_language},
        parts::{ChipChoice, Pick},
    },
};

pub fn join(opened: Opened, form: Form) -> AnyView {
    // Where a party belongs to, as the case's page proposes it.
    let across = opened.with(|case| case.elsewhere().map(|found| found.county));
    let place = form.field(
        "place",
        across
            .map(|county| path_of(Some(county), None))
            .unwrap_or_default(),
    );
    // Empty: not settled yet.
    let organisation = form.field("organisation", Some(String::new()));
    let day = day_field(form);
    let network = directory();
    let (own, today) = (opened.with(|case| case.county), today());
    let language = use_language();
    let county = Signal::derive(move || place.with(|place| county_of(place)));
    let offices = offices(network, county, |one| one.kind.takes_over());
    let unsettled =
        Signal::derive(move || Pick::new(String::new(), say::no_organisation(language.get())));
    // As a rule whoever accepted the case: it is there that the dispute arose, or the parties live [R 21].
    let lead = choice(form, "lead", Some(Lead::Handling));
    let leaders = options(Lead::ALL, say::lead_name);
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
            organisation: chosen_office(organisation, offices),
            agreement: under
                .get_untracked()
                .filter(|_| !agreements.with_untracked(Vec::is_empty))
                .and_then(|id| StreamId::parse(&id).ok()),
            lead: lead.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Join command=command>
            <PlacePick
                label=t(say::join_county) path=place depth=Depth::County near=own
                hint=t(say::neighbours_first) error=form.refused_at(Slot::Town)
            />
            <div class:gone=move || offices.with(Vec::is_empty)>
                <OfficePick
                    label=t(say::join_organisation) offices=offices value=organisation first=unsettled
                    error=form.refused_at(Slot::Organisation)
                />
            </div>
            <div class:gone=move || agreements.with(Vec::is_empty)>
                <ChipChoice label=t(say::join_agreement) options=may_be_under value=under hint=t(say::join_agreement_hint)/>
            </div>
            <ChipChoice label=t(say::join_lead) options=leaders value=lead hint=t(say::join_lead_hint)/>
            <DayOf form=form day=day/>
            <Says words=t(say::join_hint)/>
        </StepFrame>
    }
    .into_any()
}
