//! Standing still, going on longer, and ending without an agreement.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Must, Remarks, Says, TickField, choice, day_field, options, term},
    form::Form,
    page::Opened,
    spot::Spot,
    step_frame::StepFrame,
};
use crate::{
    domain::case::{Command, Step, event::WithdrawnBy, refusal::Slot},
    law::{
        clock::{CONCLUDE_DAYS, extended_from},
        day::Day,
        decline::{OtherWay, WAYS_AFTER_FAILURE},
    },
    locale::{dates, steps as say},
    ui::{
        data::today,
        language::t,
        parts::{ChipChoice, ChipPicks, DateField, DayRange, Need},
    },
};

pub fn suspend(opened: Opened, form: Form) -> AnyView {
    let reason = form.field("reason", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Suspend {
            day: form.day(day, Slot::Day)?,
            reason: reason.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Suspend command=command>
            <Must form=form value=reason label=t(say::reason) about=Slot::Reason hint=t(say::reason_hint)/>
            <DayOf form=form day=day/>
            <Says words=t(say::suspend_says)/>
        </StepFrame>
    }
    .into_any()
}

pub fn resume(opened: Opened, form: Form) -> AnyView {
    let day = day_field(form);
    let command = move || {
        Ok(Command::Resume {
            day: form.day(day, Slot::Day)?,
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Resume command=command>
            <DayOf form=form day=day/>
            <Says words=t(say::resume_says)/>
        </StepFrame>
    }
    .into_any()
}

pub fn extend(opened: Opened, form: Form) -> AnyView {
    let day = day_field(form);
    let now = today().get_untracked();
    let due = opened.page().due.unwrap_or(now);
    let from = extended_from(due, now);
    let until = form.field("until", from.plus_days(CONCLUDE_DAYS).to_string());
    let both = form.field("both", false);
    let command = move || {
        Ok(Command::Extend {
            day: form.day(day, Slot::Day)?,
            until: form.day(until, Slot::Until)?,
            both_agree: both.get_untracked(),
        })
    };
    let says = if from == due {
        say::extend_says
    } else {
        say::extend_says_late
    };
    let shortcut = move |days: i32| {
        let wanted = from.plus_days(days).to_string();
        let mine = wanted.clone();
        let on = Memo::new(move |_| until.with(|now| *now == mine));
        view! {
            <button
                type="button" class="chip pick" class:on=move || on.get()
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| until.set(wanted.clone())
            >
                {t(move |l| say::days_more(l, days))}
            </button>
        }
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Extend command=command>
            <TickField label=t(say::both_agree) on=both error=form.refused(Spot::Both)/>
            <div class="picks">{shortcut(10)}{shortcut(15)}{shortcut(30)}</div>
            <DateField
                label=t(say::until) value=until range=DayRange::Coming need=Need::Must show=form.tried
                hint=t(move |l| says(l, &day_words(l, due))) refused=form.refused_at(Slot::Until)
            />
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn fail(opened: Opened, form: Form) -> AnyView {
    // Ticked by whoever told them: what arrives ticked is signed unread.
    let ways = form.field("told_of", Vec::new());
    let reason = form.field("reason", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Fail {
            day: form.day(day, Slot::Day)?,
            told_of: ways.get_untracked(),
            reason: reason.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Fail command=command>
            <ChipPicks
                label=t(say::ways) options=options(WAYS_AFTER_FAILURE, term::<OtherWay>) value=ways
                hint=t(say::ways_hint) error=form.refused(Spot::Ways)
            />
            <Remarks form=form value=reason label=t(say::reason) about=Slot::Reason/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

pub fn withdraw(opened: Opened, form: Form) -> AnyView {
    let by = choice(form, "by", Some(WithdrawnBy::Applicant));
    let reason = form.field("reason", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Withdraw {
            day: form.day(day, Slot::Day)?,
            by: form.chosen(by, Slot::Party)?,
            reason: reason.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Withdraw command=command>
            <ChipChoice
                label=t(say::withdrawn_by) options=options(WithdrawnBy::AT_A_DESK, say::withdrawn_by_name) value=by
                hint=t(say::withdraw_says)
            />
            <Remarks form=form value=reason label=t(say::reason) about=Slot::Reason/>
            <DayOf form=form day=day/>
        </StepFrame>
    }
    .into_any()
}

fn day_words(l: crate::locale::Language, day: Day) -> String {
    dates::day(l, day, today().get_untracked())
}
