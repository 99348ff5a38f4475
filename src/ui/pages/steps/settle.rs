//! Two desks concluded a case differently: which of the conclusions holds.

use leptos::prelude::*;

use super::{fields::Remarks, form::Form, page::Opened, step_frame::CommandFrame};
use crate::{
    domain::{
        case::{Command, Refusal, command::NewValue, refusal::Slot, state::Outcome},
        id::EntryId,
    },
    locale::{Language, dates, numbers, refusal::slot, steps as say},
    ui::{
        data::today,
        language::{t, use_language},
        parts::{Options, Pick},
    },
};

pub fn settle(opened: Opened, form: Form) -> AnyView {
    let all: Vec<(EntryId, Outcome)> = opened.with(|case| case.conclusions.clone());
    let holds = opened.with(|case| case.outcome.written().map(|written| written.entry));
    let value = form.field("value", holds);
    let reason = form.field("reason", String::new());
    let command = move || {
        let entry = value.get_untracked().ok_or(Refusal::Empty(Slot::Outcome))?;
        Ok(Command::Correct {
            field: NewValue::Outcome(entry),
            reason: reason.get_untracked(),
        })
    };
    let language = use_language();
    let picks = Signal::derive(move || {
        let l = language.get();
        let pick =
            |(entry, outcome): &(EntryId, Outcome)| Pick::new(*entry, outcome_words(l, outcome));
        all.iter().map(pick).collect::<Vec<_>>()
    });
    view! {
        <CommandFrame
            opened=opened form=form title=t(|l| say::correct_title(l, slot(l, &Slot::Outcome)))
            verb=t(say::correct_verb) command=command
        >
            <Options
                label=t(say::which_holds) options=picks value=value hint=t(say::correct_hint)
                error=form.refused_at(Slot::Outcome)
            />
            <Remarks form=form value=reason label=t(say::correct_reason) about=Slot::Reason/>
        </CommandFrame>
    }
    .into_any()
}

fn outcome_words(l: Language, outcome: &Outcome) -> String {
    let day = dates::day(l, outcome.day(), today().get());
    let what = match outcome {
        Outcome::Agreed(agreement) => {
            let sum = numbers::sum(l, agreement.total);
            let what = if agreement.written {
                say::ended_written(l)
            } else {
                say::ended_oral(l)
            };
            format!("{what} · {sum}")
        }
        Outcome::Failed { .. } => say::ended_failed(l).to_owned(),
        Outcome::Withdrawn { by, .. } => say::withdrawn_by_name(l, by).to_owned(),
        Outcome::Declined { .. } => say::ended_declined(l).to_owned(),
    };
    format!("{what} · {day}")
}
