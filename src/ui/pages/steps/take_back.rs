//! Taking back one entry, and voiding a whole case.

use leptos::prelude::*;

use super::{
    fields::{Says, choice, options},
    form::Form,
    frame::Look,
    page::Opened,
    step_frame::CommandFrame,
};
use crate::{
    domain::{
        case::{Command, Refusal, refusal::Slot},
        catalogue::RetractionReason,
        id::EntryId,
    },
    locale::{dates, steps as say},
    ui::{data::today, language::t, parts::ChipChoice},
};

/// What a whole case is voided for.
const VOIDS: &[RetractionReason] = &[
    RetractionReason::EnteredTwice,
    RetractionReason::Trial,
    RetractionReason::Mistake,
];
/// What one entry is taken back for.
const RETRACTIONS: &[RetractionReason] =
    &[RetractionReason::Mistake, RetractionReason::EnteredTwice];

pub fn retract(opened: Opened, form: Form, entry: EntryId) -> AnyView {
    let reason = choice(form, "reason", Some(RetractionReason::Mistake));
    let command = move || {
        Ok(Command::Retract {
            entry,
            reason: form.chosen(reason, Slot::Reason)?,
        })
    };
    let page = opened.page();
    let when = page
        .timeline
        .iter()
        .find(|item| item.id == entry)
        .map(|item| (item.at, item.leaves.clone()));
    let what = when.map(|(at, leaves)| {
        let words: Vec<String> = leaves.iter().filter_map(|leaf| leaf.words()).map(str::to_owned).collect();
        let at = t(move |l| dates::moment(l, at, today().get_untracked()));
        view! {
            <div class="stands">
                <p class="tiny">{t(say::retract_what)}" · "{move || at.get()}</p>
                {words.into_iter().map(|words| view! { <p class="small">{words}</p> }).collect_view()}
            </div>
        }
    });
    view! {
        <CommandFrame
            opened=opened form=form title=t(say::retract_title) verb=t(say::retract_verb) look=Look::Warns command=command
        >
            {what}
            <ChipChoice label=t(say::reason) options=options(RETRACTIONS, say::retraction_name) value=reason/>
            <Says words=t(say::retract_says)/>
        </CommandFrame>
    }
    .into_any()
}

pub fn void(opened: Opened, form: Form) -> AnyView {
    let reason = choice::<RetractionReason>(form, "reason", None);
    let registration = opened.page().registration;
    let command = move || {
        let reason = form.chosen(reason, Slot::Reason)?;
        Ok(Command::Void {
            registration: registration.ok_or(Refusal::NoCase)?,
            reason,
        })
    };
    view! {
        <CommandFrame opened=opened form=form title=t(say::void_title) verb=t(say::void_verb) look=Look::Warns command=command>
            <ChipChoice
                label=t(say::void_why) options=options(VOIDS, say::retraction_name) value=reason
                error=form.refused_at(Slot::Reason)
            />
            <Says words=t(say::void_says)/>
        </CommandFrame>
    }
    .into_any()
}
