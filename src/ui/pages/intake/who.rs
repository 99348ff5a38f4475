//! Who comes: how the case came in, and the parties.

use leptos::prelude::*;

use super::{
    Intake,
    parties::{Parties, PartyFields},
    what::few,
};
use crate::{
    domain::case::refusal::Slot,
    law::{
        dispute::Source,
        person::{PartyKind, PartyRole},
    },
    locale::{intake as say, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::steps::{
            fields::{options, term},
            form::Form,
            identity::IdentityForm,
            spot::Spot,
        },
        parts::{Button, ChipChoice},
    },
};

/// The ways in that are met most; the rest stand behind 更多.
const COMMON: &[Source] = &[
    Source::Applied,
    Source::Proactive,
    Source::MicroGrid,
    Source::Police,
    Source::Hotline12345,
];

#[component]
pub fn Who(intake: Intake) -> impl IntoView {
    let form = intake.form;
    let (sources, more) = few(Source::AT_A_DESK, COMMON, intake.source);
    let sides = form.refused(Spot::Sides);
    view! {
        <ChipChoice
            label=t(say::source) options=sources value=intake.source error=form.refused_at(Slot::Source) more=more
        />
        <For each=move || intake.parties.list.get() key=|one| one.key children=move |one| view! {
            <PartyCard form=form parties=intake.parties fields=one/>
        }/>
        <div class="field">
            {move || sides.get().map(|error| view! {
                <p class="error"><Icon name=Icon::CircleAlert size=IconSize::Small/><span>{error}</span></p>
            })}
            <div class="picks">
                {[PartyRole::Applicant, PartyRole::Respondent, PartyRole::ThirdParty].into_iter().map(|role| {
                    let mine = role.clone();
                    view! {
                        <Button icon=Icon::Plus on_press=move || intake.parties.add(mine.clone())>
                            {t(move |l| say::add(l, role.term(l)))}
                        </Button>
                    }
                }).collect_view()}
            </div>
        </div>
    }
}

#[component]
fn PartyCard(form: Form, parties: Parties, fields: PartyFields) -> impl IntoView {
    let language = use_language();
    let role = fields.role.get_value();
    let title = {
        let role = role.clone();
        t(move |l| role.term(l).to_owned())
    };
    // The last applicant and the last respondent stay: without them there is no dispute.
    let removable = Memo::new(move |_| role == PartyRole::ThirdParty || parties.on_side(&role) > 1);
    let name = move || fields.identity.name.get();
    view! {
        <div class="card party" role="group" aria-label=title>
            <div class="card-head">
                <h2>{move || title.get()}</h2>
                {move || removable.get().then(|| view! {
                    <button
                        type="button" class="link" on:click=move |_| parties.remove(fields.key)
                        aria-label=move || say::remove_party(language.get(), &name())
                    >
                        {t(say::remove)}
                    </button>
                })}
            </div>
            <ChipChoice label=t(say::kind_of_party) options=options(PartyKind::ALL, term::<PartyKind>) value=fields.kind/>
            <IdentityForm
                form=form fields=fields.identity kind=Signal::derive(move || fields.kind())
                place=Signal::derive(move || parties.place(fields.key))
            />
        </div>
    }
}
