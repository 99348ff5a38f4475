//! Fields that many forms share.

use leptos::prelude::*;

use super::{form::Form, frame::today_text, page::Opened, spot::Spot};
use crate::{
    domain::{case::refusal::Slot, id::Label},
    law::coded::Coded,
    locale::{Language, case::party_name, steps as say, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{ChipPicks, DateField, Need, Pick, TextField, TextKind, Tick},
    },
};

/// All of a list of codes with their names, to pick from.
#[must_use]
pub fn options<T>(all: &'static [T], name: fn(Language, &T) -> &str) -> Signal<Vec<Pick<T>>>
where
    T: Clone + Send + Sync + 'static,
{
    let language = use_language();
    Signal::derive(move || {
        all.iter()
            .map(|one| Pick::new(one.clone(), name(language.get(), one)))
            .collect()
    })
}

/// The name of a term, as `options` wants it.
pub fn term<T: Term>(language: Language, value: &T) -> &str {
    value.term(language)
}

/// A field that holds a chosen code in the draft as its word.
pub fn choice<T>(form: Form, name: &'static str, default: Option<T>) -> RwSignal<Option<T>>
where
    T: Coded + serde::Serialize + serde::de::DeserializeOwned + Send + Sync,
{
    form.field(name, default)
}

/// The day of a step: today, unless it is put down later.
pub fn day_field(form: Form) -> RwSignal<String> {
    form.field("day", today_text())
}

/// Shows the day of a step.
#[component]
pub fn DayOf(form: Form, day: RwSignal<String>) -> impl IntoView {
    view! {
        <DateField
            label=t(say::day) value=day need=Need::Must hint=t(say::day_hint)
            show=form.tried refused=form.refused_at(Slot::Day)
        />
    }
}

/// Words that may stay empty.
#[component]
pub fn Remarks(
    form: Form,
    value: RwSignal<String>,
    #[prop(into)] label: Signal<String>,
    about: Slot,
) -> impl IntoView {
    view! {
        <TextField label=label value=value kind=TextKind::Words need=Need::Optional refused=form.refused_at(about)/>
    }
}

/// Words that must be there.
#[component]
pub fn Must(
    form: Form,
    value: RwSignal<String>,
    #[prop(into)] label: Signal<String>,
    about: Slot,
    #[prop(optional, into)] hint: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <TextField
            label=label value=value kind=TextKind::Words need=Need::Must hint=hint
            show=form.tried refused=form.refused_at(about)
        />
    }
}

/// One box to tick, with what was refused about it.
#[component]
pub fn TickField(
    #[prop(into)] label: Signal<String>,
    on: RwSignal<bool>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div class="field tick-field">
            <Tick label=label on=on/>
            {move || error.get().map(|error| view! {
                <p class="error"><Icon name=Icon::CircleAlert size=IconSize::Small/><span>{error}</span></p>
            })}
        </div>
    }
}

/// Some of the parties.
#[component]
pub fn PartyPicks(
    opened: Opened,
    form: Form,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<Vec<Label>>,
    at: Spot,
) -> impl IntoView {
    let l = use_language().get_untracked();
    let all: Vec<Pick<Label>> = opened.with(|case| {
        let labels = case.parties.iter().map(|party| party.label);
        labels
            .map(|label| Pick::new(label, party_name(l, case, label)))
            .collect()
    });
    view! { <ChipPicks label=label options=Signal::stored(all) value=value error=form.refused(at)/> }
}

/// What a step does and what it rests on, said before it is done.
#[component]
pub fn Says(#[prop(into)] words: Signal<String>) -> impl IntoView {
    view! { <p class="small muted says">{move || words.get()}</p> }
}
