//! Closing, filing, and opening again.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Must, Says, TickField, day_field},
    form::Form,
    page::Opened,
    spot::Spot,
    step_frame::StepFrame,
};
use crate::{
    domain::case::{Command, Step, refusal::Slot},
    locale::steps as say,
    ui::{
        language::{t, use_language},
        parts::{ChipChoice, Need, Pick, TextField},
    },
};

/// Terms of keeping that offices use; the first is the default of the file's cover.
const RETENTIONS: [u32; 4] = [5, 10, 20, 30];

pub fn close(opened: Opened, form: Form) -> AnyView {
    let day = day_field(form);
    let command = move || {
        Ok(Command::Close {
            day: form.day(day, Slot::Day)?,
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Close command=command>
            <DayOf form=form day=day/>
            <Says words=t(say::close_says)/>
        </StepFrame>
    }
    .into_any()
}

pub fn archive(opened: Opened, form: Form) -> AnyView {
    let number = opened
        .with(|case| case.number.get().cloned())
        .unwrap_or_default();
    let volume = form.field("volume", number);
    let retention = form.field("retention", Some(RETENTIONS[0]));
    let day = day_field(form);
    let command = move || {
        Ok(Command::Archive {
            day: form.day(day, Slot::Day)?,
            volume: volume.get_untracked(),
            retention: retention.get_untracked().unwrap_or(RETENTIONS[0]),
        })
    };
    let language = use_language();
    let terms = Signal::derive(move || {
        RETENTIONS
            .iter()
            .map(|years| Pick::new(*years, say::years(language.get(), *years)))
            .collect::<Vec<_>>()
    });
    view! {
        <StepFrame opened=opened form=form step=Step::Archive command=command>
            <TextField
                label=t(say::volume) value=volume need=Need::Must hint=t(say::volume_hint) show=form.tried
                refused=form.refused_at(Slot::Volume)
            />
            <ChipChoice label=t(say::retention) options=terms value=retention/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn reopen(opened: Opened, form: Form) -> AnyView {
    let both = form.field("both", false);
    let reason = form.field("reason", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Reopen {
            day: form.day(day, Slot::Day)?,
            both_agree: both.get_untracked(),
            reason: reason.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Reopen command=command>
            <TickField label=t(say::both_agree) on=both error=form.refused(Spot::Both)/>
            <Must form=form value=reason label=t(say::reason) about=Slot::Reason/>
            <DayOf form=form day=day/>
            <Says words=t(say::reopen_says)/>
        </StepFrame>
    }
    .into_any()
}
