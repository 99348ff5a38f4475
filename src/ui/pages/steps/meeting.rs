//! An inquiry: one side asked, or a place looked at.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Must, day_field},
    form::Form,
    page::Opened,
    step_frame::StepFrame,
};
use crate::{
    domain::case::{Command, Step, refusal::Slot},
    locale::steps as say,
    ui::{
        language::t,
        parts::{Need, TextField},
    },
};

pub fn inquire(opened: Opened, form: Form) -> AnyView {
    let record = form.field("record", String::new());
    let place = form.field("place", usual_place(opened));
    let day = day_field(form);
    let command = move || {
        Ok(Command::Inquire {
            day: form.day(day, Slot::Day)?,
            place: place.get_untracked(),
            record: record.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Inquire command=command>
            <Must form=form value=record label=t(say::inquire_record) about=Slot::Record/>
            <TextField label=t(say::place) value=place need=Need::Optional/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

/// Where the dispute is: most meetings are held there.
pub fn usual_place(opened: Opened) -> String {
    opened
        .with(|case| case.place.get().cloned().flatten())
        .unwrap_or_default()
}
