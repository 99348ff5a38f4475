//! An oral agreement, registered by the mediator [L 28].

use leptos::prelude::*;

use super::{
    agreement::Manner,
    clauses::{ClauseList, Clauses},
    fields::{DayOf, Must, Says, day_field},
    form::Form,
    page::Opened,
    step_frame::StepFrame,
    told::Told,
};
use crate::{
    domain::case::{Command, Step, command::OralAgreement, refusal::Slot},
    law::article::Article,
    locale::{articles::citation, steps as say},
    ui::language::t,
};

pub fn oral(opened: Opened, form: Form) -> AnyView {
    let facts = form.field("facts", String::new());
    let clauses = Clauses::new(form);
    let manner = form.field("manner", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::AgreeOrally(OralAgreement {
            day: form.day(day, Slot::Day)?,
            facts: facts.get_untracked(),
            clauses: clauses.typed()?,
            manner: manner.get_untracked(),
        }))
    };
    view! {
        <StepFrame opened=opened form=form step=Step::AgreeOrally command=command>
            <ClauseList form=form clauses=clauses/>
            <Must form=form value=facts label=t(say::agreement_facts) about=Slot::Facts/>
            <Told opened=opened into=facts/>
            <Manner form=form value=manner/>
            <DayOf form=form day=day/>
            <Says words=t(|l| say::oral_says(l, &citation(l, Article::L30)))/>
        </StepFrame>
    }
    .into_any()
}
