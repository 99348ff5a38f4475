//! Taking in: who comes, what it is about, a look at it all, registered. Kept through a reload.

mod check;
mod parties;
mod what;
mod who;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::{check::Check, parties::Parties, what::What, who::Who};
use super::steps::{
    form::Form,
    frame::{self, FormFrame, Refused, today_text},
    risk::Signs,
    towns::{county_of, path_of, town_of},
};
use crate::{
    domain::{
        case::{Command, Refusal, command, refusal::Slot},
        id::{StreamId, StreamKind},
    },
    engine::protocol::{Desk, ask},
    law::dispute::{DisputeType, Source},
    locale::{intake as say, places},
    ui::{
        data::{draft, use_about, use_engine},
        icon::Icon,
        language::{t, use_language},
        parts::{ButtonKind, ButtonLink, EmptyState, Skeleton, use_toasts},
        route::{Route, replace_steps},
        shell::{HeadLook, PageHead, WorkspaceKind, use_frame},
    },
};

const PARTS: frame::Parts = frame::Parts {
    count: 3,
    label: |l, at| match at {
        1 => say::who(l),
        2 => say::what(l),
        _ => say::check(l),
    },
    next: |l, at| {
        if at == 1 {
            say::next_what(l)
        } else {
            say::next_check(l)
        }
    },
};

/// What is taken down. Copy it into closures at will.
#[derive(Clone, Copy)]
pub struct Intake {
    pub form: Form,
    pub parties: Parties,
    pub source: RwSignal<Option<Source>>,
    pub kind: RwSignal<Option<DisputeType>>,
    /// Codes of county and township.
    pub path: RwSignal<Vec<String>>,
    pub place: RwSignal<String>,
    pub facts: RwSignal<String>,
    pub risk: Signs,
    pub day: RwSignal<String>,
}

impl Intake {
    fn new(form: Form, desk: &Desk) -> Self {
        Self {
            form,
            parties: Parties::new(form),
            source: form.field("source", Some(Source::Applied)),
            kind: form.field("kind", None),
            path: form.field("path", path_of(Some(desk.county), desk.town)),
            place: form.field("place", String::new()),
            facts: form.field("facts", String::new()),
            risk: Signs::new(form, Vec::new()),
            day: form.field("day", today_text()),
        }
    }

    fn command(self, desk: &Desk) -> Result<Command, Refusal> {
        let (county, town) = self
            .path
            .with_untracked(|path| (county_of(path), town_of(path)));
        Ok(Command::Register(command::Intake {
            day: self.form.day(self.day, Slot::Day)?,
            source: self.form.chosen(self.source, Slot::Source)?,
            kind: self.form.chosen(self.kind, Slot::Type)?,
            county: county.unwrap_or(desk.county),
            town,
            place: self.place.get_untracked(),
            facts: self.facts.get_untracked(),
            risk: self.risk.all.get_untracked(),
            parties: self.parties.typed(),
            organisation: desk.organisation,
            number: None,
            ledger: None,
        }))
    }
}

/// The page at `#/intake`.
#[component]
pub fn IntakePage() -> impl IntoView {
    let about = use_about();
    let kept = draft("intake");
    let text: RwSignal<Option<Option<String>>> = RwSignal::new(None);
    spawn_local(async move {
        let found = kept.load().await;
        text.try_set(Some(found));
    });
    // None while it is not known; then whether there is a desk. It does not fall back.
    let desk = Memo::new(move |before: Option<&Option<Option<Arc<Desk>>>>| {
        if let Some(known @ Some(Some(_))) = before {
            return known.clone();
        }
        text.with(Option::is_some)
            .then(|| {
                about.with(|about| about.as_ref().map(|about| about.desk.clone().map(Arc::new)))
            })
            .flatten()
    });
    move || match desk.get() {
        None => view! { <div class="page"><Skeleton rows=4/></div> }.into_any(),
        Some(None) => view! { <NoDesk/> }.into_any(),
        Some(Some(desk)) => {
            let kept_text = text.get_untracked().flatten();
            let form = Form::new(kept, kept_text.as_deref(), 1);
            view! { <Filling intake=Intake::new(form, &desk) desk=desk/> }.into_any()
        }
    }
}

#[component]
fn Filling(intake: Intake, desk: Arc<Desk>) -> impl IntoView {
    let engine = use_engine();
    let toasts = use_toasts();
    let language = use_language();
    let form = intake.form;
    // Chosen here, so that what is sent again after the engine stopped is not registered twice.
    let case = StoredValue::new(new_case());
    let ours = desk.clone();
    let send = move || {
        let command = match intake.command(&ours) {
            Ok(command) => command,
            Err(refusal) => return form.refuse(refusal),
        };
        form.busy.set(true);
        let (alive, case) = (case, case.get_value());
        spawn_local(async move {
            let acted = engine
                .ask(ask::Act {
                    case: Some(case),
                    seen: Vec::new(),
                    command,
                })
                .await;
            if alive.try_get_value().is_none() {
                return;
            }
            match acted {
                // Refused as registered already, it was this form that did it, and the answer got lost.
                Ok(Ok(_) | Err(Refusal::AlreadyRegistered)) => {
                    form.draft.forget();
                    toasts.say(say::registered(language.get_untracked()));
                    // Back leads past the form, which is done: it stays busy until it is gone.
                    return replace_steps(Route::Case(case.short()));
                }
                Ok(Err(refusal)) => form.refuse(refusal),
                Err(trouble) => form.fail(trouble),
            }
            form.busy.set(false);
        });
    };
    let above = move || view! { <Refused form=form case=None/> };
    let own = use_frame().is_some_and(|frame| {
        frame
            .workspace
            .with_untracked(|place| place.kind == WorkspaceKind::Desk)
    });
    let state = t({
        let desk = desk.clone();
        // Below the name of a workspace that is the office's own it would stand twice.
        move |l| match own {
            true => places::county(l, desk.county),
            false => desk.organisation_name.clone(),
        }
    });
    let at = form.at;
    view! {
        <FormFrame
            form=form title=t(say::title) state=state verb=t(say::register) parts=Some(PARTS) home=Route::Today
            send=send above=above
        >
            <section class="stack loose" data-part="1" class:gone=move || at.get() != 1><Who intake=intake/></section>
            <section class="stack loose" data-part="2" class:gone=move || at.get() != 2><What intake=intake/></section>
            <section class="stack loose" data-part="3" class:gone=move || at.get() != 3><Check intake=intake/></section>
        </FormFrame>
    }
}

/// The id of the case that will be.
fn new_case() -> StreamId {
    let mut random = [0; 16];
    // Every browser of the baseline has it, on plain http too.
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    StreamId::new(StreamKind::CASE, random)
}

/// Nothing can be registered before there is a desk to register it at.
#[component]
fn NoDesk() -> impl IntoView {
    let act = || {
        view! { <ButtonLink kind=ButtonKind::Main href=Route::Welcome.href()>{t(say::set_up)}</ButtonLink> }
    };
    view! {
        <PageHead title=t(say::title) look=HeadLook::Compact>""</PageHead>
        <div class="page">
            <EmptyState title=t(say::no_desk) purpose=t(say::no_desk_why) icon=Icon::NotebookPen action=act/>
        </div>
    }
}
