//! A note, a call or a visit, at any time.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Must, choice, day_field, options},
    form::Form,
    page::Opened,
    step_frame::CommandFrame,
};
use crate::{
    domain::{
        case::{Command, event::NoteForm, refusal::Slot},
        id::Label,
    },
    locale::{case::party_name, steps as say},
    ui::{
        language::{t, use_language},
        parts::{ChipChoice, Pick},
    },
};

pub fn note(opened: Opened, form: Form) -> AnyView {
    let kind = choice(form, "form", Some(NoteForm::Note));
    let text = form.field("text", String::new());
    let to = form.field("confidential_to", Some(String::new()));
    let day = day_field(form);
    let command = move || {
        Ok(Command::Note {
            day: form.day(day, Slot::Day)?,
            form: form.chosen(kind, Slot::Type)?,
            text: text.get_untracked(),
            // Empty: nobody in particular.
            confidential_to: to.get_untracked().and_then(|to| Label::parse(&to).ok()),
        })
    };
    let language = use_language();
    let l = language.get_untracked();
    let names: Vec<(Label, String)> = opened.with(|case| {
        case.parties
            .iter()
            .map(|p| (p.label, party_name(l, case, p.label)))
            .collect()
    });
    let whose = Signal::derive(move || {
        let mut all = vec![Pick::new(String::new(), say::to_all(language.get()))];
        all.extend(
            names
                .iter()
                .map(|(label, name)| Pick::new(label.to_string(), name.clone())),
        );
        all
    });
    view! {
        <CommandFrame opened=opened form=form title=t(say::note_title) verb=t(say::note_verb) command=command>
            <ChipChoice label=t(say::note_form) options=options(NoteForm::ALL, say::note_form_name) value=kind/>
            <Must form=form value=text label=t(say::note_text) about=Slot::Text/>
            <ChipChoice
                label=t(say::confidential_to) options=whose value=to hint=t(say::back_to_back_hint)
                error=form.refused_at(Slot::Party)
            />
            <DayOf form=form day=day/>
        </CommandFrame>
    }
    .into_any()
}
