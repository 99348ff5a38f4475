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
        data::live,
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
    let command = move || {
        Ok(Command::Join {
            day: form.day(day, Slot::Day)?,
            county: county.get_untracked().ok_or(Refusal::Empty(Slot::Town))?,
            organisation: organisation
                .get_untracked()
                .and_then(|id| StreamId::parse(&id).ok()),
        })
    };
    let own = opened.with(|case| case.county);
    view! {
        <StepFrame opened=opened form=form step=Step::Join command=command>
            <PlacePick
                label=t(say::join_county) path=place depth=Depth::County near=own
                hint=t(say::neighbours_first) error=form.refused_at(Slot::Town)
            />
            <div class:gone=move || county.get().is_none() || there.with(|all| all.len() < 2)>
                <ChipChoice label=t(say::join_organisation) options=there value=organisation/>
            </div>
            <DayOf form=form day=day/>
            <Says words=t(say::join_hint)/>
        </StepFrame>
    }
    .into_any()
}
