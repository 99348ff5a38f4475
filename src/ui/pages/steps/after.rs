//! After an agreement: performance, urging, the court, the visit.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Remarks, TickField, choice, day_field, options},
    form::Form,
    page::Opened,
    spot::Spot,
    step_frame::StepFrame,
};
use crate::{
    domain::{
        case::{
            Case, Command, Step,
            event::{ConfirmationStep, FollowUpFinding},
            refusal::Slot,
            state::Outcome,
        },
        id::Label,
    },
    law::clock::confirm_by,
    locale::{dates, steps as say},
    ui::{
        data::today,
        language::{t, use_language},
        parts::{ChipChoice, Options, Pick},
    },
};

pub fn perform(opened: Opened, form: Form) -> AnyView {
    let clause = form.field("clause", Some(String::new()));
    let remarks = form.field("remarks", String::new());
    let day = day_field(form);
    // What is performed already is no longer asked about.
    let open: Vec<(usize, Label, String)> = opened.with(|case| match case.outcome.get() {
        Some(Outcome::Agreed(agreement)) => {
            let left = agreement.clauses.iter().enumerate();
            left.filter(|(_, clause)| !case.performed.contains_key(&clause.public.label))
                .map(|(at, clause)| {
                    (
                        at + 1,
                        clause.public.label,
                        clause.text.clone().unwrap_or_default(),
                    )
                })
                .collect()
        }
        _ => Vec::new(),
    });
    let several = open.len() > 1;
    let last = match &*open {
        [last] => Some(last.1),
        _ => None,
    };
    let command = move || {
        Ok(Command::Perform {
            day: form.day(day, Slot::Day)?,
            // None: all that is left.
            clause: last.or_else(|| Label::parse(&clause.get_untracked()?).ok()),
            remarks: remarks.get_untracked(),
        })
    };
    let only = match &*open {
        [only] if !only.2.is_empty() => Some(only.clone()),
        _ => None,
    };
    let language = use_language();
    let what = Signal::derive(move || {
        let l = language.get();
        let mut all = vec![Pick::new(String::new(), say::performed_all(l))];
        all.extend(open.iter().map(|(at, label, text)| {
            Pick::new(label.to_string(), say::clause_at(l, *at)).detail(text.clone())
        }));
        all
    });
    view! {
        <StepFrame opened=opened form=form step=Step::Perform command=command>
            {only.map(|(at, _, text)| view! {
                <section class="stack"><h3>{t(move |l| say::clause_at(l, at))}</h3><p class="words">{text}</p></section>
            })}
            {several.then(|| view! {
                <Options label=t(say::performed_what) options=what value=clause error=form.refused_at(Slot::Clause)/>
            })}
            <DayOf form=form day=day/>
            <Remarks form=form value=remarks label=t(say::remarks) about=Slot::Text/>
        </StepFrame>
    }
    .into_any()
}

pub fn urge(opened: Opened, form: Form) -> AnyView {
    let remarks = form.field("remarks", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Urge {
            day: form.day(day, Slot::Day)?,
            remarks: remarks.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Urge command=command>
            <Remarks form=form value=remarks label=t(say::urge_remarks) about=Slot::Text/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn not_performed(opened: Opened, form: Form) -> AnyView {
    let told = form.field("told_of_court", false);
    let remarks = form.field("remarks", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::ReportNotPerformed {
            day: form.day(day, Slot::Day)?,
            told_of_court: told.get_untracked(),
            remarks: remarks.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::ReportNotPerformed command=command>
            <TickField label=t(say::told_of_court) on=told error=form.refused(Spot::Court)/>
            <Remarks form=form value=remarks label=t(say::remarks) about=Slot::Text/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn confirm(opened: Opened, form: Form) -> AnyView {
    let agreed = opened.with(|case| match case.outcome.get() {
        Some(Outcome::Agreed(agreement)) => Some(agreement.day),
        _ => None,
    });
    // After an application the ruling is what comes.
    let likely = opened.with(|case| match case.confirmation {
        Some((ConfirmationStep::Applied, _)) => ConfirmationStep::Confirmed,
        _ => ConfirmationStep::Applied,
    });
    let step = choice(form, "step", Some(likely));
    let steps = opened.with(Case::court_steps);
    let day = day_field(form);
    let command = move || {
        Ok(Command::Confirm {
            day: form.day(day, Slot::Day)?,
            step: form.chosen(step, Slot::Outcome)?,
        })
    };
    let language = use_language();
    let hint = Signal::derive(move || {
        let l = language.get();
        agreed.map(|agreed| {
            let until = dates::day(l, confirm_by(agreed), today().get_untracked());
            say::court_until(l, &until)
        })
    });
    view! {
        <StepFrame opened=opened form=form step=Step::Confirm command=command>
            <ChipChoice
                label=t(say::court_step) options=options(steps, say::confirmation_name)
                value=step hint=hint
            />
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn follow_up(opened: Opened, form: Form) -> AnyView {
    // Nobody has said yet how it stands.
    let found = choice(form, "found", None::<FollowUpFinding>);
    let language = use_language();
    let not_chosen = Signal::derive(move || {
        let missing = form.tried.get() && found.with(Option::is_none);
        missing.then(|| say::choose_found(language.get()).to_owned())
    });
    let record = form.field("record", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::FollowUp {
            day: form.day(day, Slot::Day)?,
            found: form.chosen(found, Slot::Result)?,
            record: record.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::FollowUp command=command>
            <ChipChoice
                label=t(say::found) options=options(FollowUpFinding::ALL, say::finding_name)
                value=found error=not_chosen
            />
            <Remarks form=form value=record label=t(say::follow_up_record) about=Slot::Record/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}
