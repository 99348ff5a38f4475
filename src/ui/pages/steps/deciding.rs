//! Whether a dispute is taken, and who mediates it.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Remarks, Says, choice, day_field, options, term},
    form::Form,
    page::Opened,
    people::MediatorPicks,
    step_frame::StepFrame,
};
use crate::{
    domain::case::{
        Command, Step,
        event::{ChosenBy, Told},
        refusal::Slot,
    },
    law::{article::Article, decline::DeclineReason},
    locale::{articles::citation, steps as say, terms::Term},
    ui::{data::use_about, language::t, parts::ChipChoice, parts::Options, parts::Pick},
};

pub fn accept(opened: Opened, form: Form) -> AnyView {
    let told = choice(form, "told", Some(Told::Orally));
    let day = day_field(form);
    let command = move || {
        Ok(Command::Accept {
            day: form.day(day, Slot::Day)?,
            told: form.chosen(told, Slot::Telling)?,
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Accept command=command>
            <ChipChoice
                label=t(say::told) options=options(Told::AT_A_DESK, say::told_name) value=told
                hint=t(|l| say::told_hint(l, &citation(l, Article::R30)))
            />
            <DayOf form=form day=day/>
            <Says words=t(say::accept_says)/>
        </StepFrame>
    }
    .into_any()
}

pub fn decline(opened: Opened, form: Form) -> AnyView {
    let reason = choice::<DeclineReason>(form, "reason", None);
    let words = form.field("words", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Decline {
            day: form.day(day, Slot::Day)?,
            reason: form.chosen(reason, Slot::Reason)?,
            words: words.get_untracked(),
        })
    };
    // Each reason with the article that it rests on.
    let reasons = {
        let language = crate::ui::language::use_language();
        Signal::derive(move || {
            let l = language.get();
            let pick = |one: &DeclineReason| {
                Pick::new(one.clone(), one.term(l)).detail(citation(l, one.article()))
            };
            DeclineReason::ALL.iter().map(pick).collect::<Vec<_>>()
        })
    };
    let ways = t(move |l| {
        reason.with(|reason| {
            let ways = reason.iter().flat_map(DeclineReason::ways);
            ways.map(|way| term(l, way).to_owned())
                .collect::<Vec<_>>()
                .join(" · ")
        })
    });
    view! {
        <StepFrame opened=opened form=form step=Step::Decline command=command>
            <Options label=t(say::decline_reason) options=reasons value=reason error=form.refused_at(Slot::Reason)/>
            <div class="send-where" class:gone=move || reason.with(Option::is_none)>
                <p class="label">{t(say::send_where)}</p>
                <p><b>{move || ways.get()}</b></p>
                <p class="hint">{t(say::send_where_hint)}</p>
            </div>
            <Remarks form=form value=words label=t(say::decline_words) about=Slot::Text/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn assign(opened: Opened, form: Form) -> AnyView {
    // Whoever has it already; else the one who is at the desk.
    let now = opened
        .with(|case| case.mediators.get().cloned())
        .filter(|now| !now.is_empty());
    let acting = use_about().with_untracked(|about| {
        let desk = about.as_ref().and_then(|about| about.desk.as_ref());
        desk.map(|desk| vec![desk.acting]).unwrap_or_default()
    });
    let mediators = form.field("mediators", now.unwrap_or(acting));
    let chosen_by = choice(form, "chosen_by", Some(ChosenBy::Committee));
    let day = day_field(form);
    let command = move || {
        Ok(Command::Assign {
            day: form.day(day, Slot::Day)?,
            mediators: mediators.get_untracked(),
            chosen_by: form.chosen(chosen_by, Slot::Mediators)?,
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Assign command=command>
            <MediatorPicks form=form value=mediators/>
            <ChipChoice
                label=t(say::chosen_by) options=options(ChosenBy::AT_A_DESK, say::chosen_by_name) value=chosen_by
            />
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}
