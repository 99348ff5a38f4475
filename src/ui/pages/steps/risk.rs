//! Whether anyone is in danger: the questions of intake, asked at the door and whenever something was seen or heard.

use leptos::prelude::*;

use super::{
    correct::{around, slot_words},
    fields::{DayOf, Must, Says, day_field},
    form::Form,
    page::Opened,
    standing::sides,
    step_frame::StepFrame,
};
use crate::{
    domain::case::{Command, Refusal, Step, command::NewValue, refusal::Slot},
    law::{
        article::Article,
        risk::{RiskRating, RiskSign},
    },
    locale::{articles::citation, case::signs_of_risk, intake as say, steps, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{ChipPicks, Pick, Tone},
    },
};

/// What is answered: the signs that hold, or that there are none. Nothing picked is no answer.
#[derive(Clone, Copy)]
pub struct Signs {
    pub all: RwSignal<Vec<RiskSign>>,
    /// 都没有 was pressed.
    pub none: RwSignal<bool>,
}

impl Signs {
    /// As the draft has them, or else those of `holding`.
    #[must_use]
    pub fn new(form: Form, holding: Vec<RiskSign>) -> Self {
        Self {
            all: form.field("risk", holding),
            none: form.field("no_risk", false),
        }
    }

    /// Whether there is an answer; reactive.
    #[must_use]
    pub fn is_answered(self) -> bool {
        self.none.get() || self.all.with(|signs| !signs.is_empty())
    }

    fn answer(self) -> Result<Vec<RiskSign>, Refusal> {
        if !untrack(|| self.is_answered()) {
            return Err(Refusal::Empty(Slot::Risk));
        }
        Ok(self.all.get_untracked())
    }
}

/// The questions.
#[component]
pub fn SignPicks(signs: Signs, error: Signal<Option<String>>) -> impl IntoView {
    let language = use_language();
    let options = Signal::derive(move || {
        let pick =
            |sign: &RiskSign| Pick::new(sign.clone(), sign.term(language.get())).tone(Tone::Sun);
        RiskSign::ALL.iter().map(pick).collect::<Vec<_>>()
    });
    view! {
        <ChipPicks
            label=t(say::risk) options=options value=signs.all hint=t(say::risk_hint) none=t(say::none_of_these)
            nothing=signs.none error=error
        />
    }
}

/// What the signs call for, at once.
#[component]
pub fn Rated(signs: Signs) -> impl IntoView {
    let rating = Memo::new(move |_| signs.all.with(|signs| RiskRating::from_signs(signs)));
    let words = t(move |l| match rating.get() {
        RiskRating::Ordinary => String::new(),
        RiskRating::Watch => say::rated_watch(l, &citation(l, Article::L25)),
        _ => say::rated_major(l, &citation(l, Article::L25)),
    });
    let grave = move || rating.get() > RiskRating::Watch;
    view! {
        <div aria-live="polite">
            {move || (!words.with(String::is_empty)).then(|| view! {
                <p class="rated row" class:grave=grave>
                    <Icon name=Icon::TriangleAlert size=IconSize::Small/><span class="grow">{move || words.get()}</span>
                </p>
            })}
        </div>
    }
}

/// The step: what holds now stands ticked already.
pub fn rate(opened: Opened, form: Form) -> AnyView {
    let signs = Signs::new(form, opened.with(|case| case.signs().to_vec()));
    let record = form.field("record", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Rate {
            day: form.day(day, Slot::Day)?,
            risk: signs.answer()?,
            record: record.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Rate command=command>
            <SignPicks signs=signs error=form.refused_at(Slot::Risk)/>
            <Rated signs=signs/>
            <Must form=form value=record label=t(steps::rate_record) about=Slot::Record/>
            <DayOf form=form day=day/>
            <Says words=t(steps::rate_says)/>
        </StepFrame>
    }
    .into_any()
}

/// An answer that was written wrong put right, or two desks' ratings settled.
pub fn correct(opened: Opened, form: Form) -> AnyView {
    let standing = opened.with(|case| sides(&case.risk, |l, risk| signs_of_risk(l, risk)));
    let signs = Signs::new(form, opened.with(|case| case.signs().to_vec()));
    let fields = view! {
        <SignPicks signs=signs error=form.refused_at(Slot::Risk)/>
        <Rated signs=signs/>
    };
    around(
        opened,
        form,
        slot_words(Slot::Risk),
        standing,
        None,
        move || Ok(NewValue::Risk(signs.answer()?)),
        fields.into_any(),
    )
}
