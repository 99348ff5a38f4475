//! What was agreed and how far it is performed, and its confirmation by the court.

use leptos::prelude::*;

use super::seen::Seen;
use crate::{
    domain::case::{
        Stage,
        event::ConfirmationStep,
        state::{Agreement, Clause, Outcome},
    },
    law::clock::confirm_by,
    locale::{Language, case as say, dates, numbers},
    ui::{
        icon::{Icon, IconSize},
        language::t,
        parts::{Card, Chip, Tone},
    },
    views::answers::CasePage,
};

/// An item as its line shows it.
#[derive(Clone, PartialEq)]
struct Item {
    words: String,
    line: String,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Done,
    Open,
    Late,
}

#[derive(Clone, PartialEq)]
struct Shown {
    form: &'static str,
    items: Vec<Item>,
    total: Option<String>,
    confirmation: Option<(String, Tone)>,
}

/// The agreement that holds; nothing while there is none.
#[component]
pub fn AgreementCard(seen: Seen) -> impl IntoView {
    let shown = seen.memo(shown);
    move || {
        shown.get().flatten().map(|shown| {
            let item = |item: Item| {
                let (icon, class) = match item.state {
                    State::Done => (Icon::CircleCheck, "tiny pine-ink"),
                    State::Open => (Icon::Circle, "tiny"),
                    State::Late => (Icon::CircleAlert, "tiny late"),
                };
                view! {
                    <li class="case-item">
                        <Icon name=icon size=IconSize::Small/>
                        <div><p class="small words">{item.words}</p><p class=class>{item.line}</p></div>
                    </li>
                }
            };
            let form = shown.form;
            view! {
                <Card title=t(say::agreement) extra=move || view! { <Chip tone=Tone::Pine>{form}</Chip> } class="case-agreement">
                    <ol class="stack">{shown.items.into_iter().map(item).collect_view()}</ol>
                    {shown.total.map(|total| view! { <p class="small num"><b>{total}</b></p> })}
                    {shown.confirmation.map(|(words, tone)| view! {
                        <p class="row small"><Icon name=Icon::Scale size=IconSize::Small/><Chip tone=tone>{words}</Chip></p>
                    })}
                </Card>
            }
        })
    }
}

fn shown(language: Language, page: &CasePage) -> Option<Shown> {
    // Taken up again: that agreement is over, and so is what was due by it.
    if page.case.stage.as_ref().is_some_and(Stage::is_open) {
        return None;
    }
    let Some(Outcome::Agreed(agreement)) = page.case.outcome.get() else {
        return None;
    };
    let total = (agreement.total.0 > 0)
        .then(|| say::in_all(language, &numbers::sum(language, agreement.total)));
    Some(Shown {
        form: if agreement.written {
            say::in_writing(language)
        } else {
            say::orally(language)
        },
        items: agreement
            .clauses
            .iter()
            .map(|clause| item(language, page, clause))
            .collect(),
        total,
        confirmation: confirmation(language, page, agreement),
    })
}

fn item(language: Language, page: &CasePage, clause: &Clause) -> Item {
    let performed = page.case.performed.get(&clause.public.label);
    let day = |day| dates::short_day(language, day, page.today);
    let (when, state) = match (performed, clause.public.due) {
        (Some(on), _) => (Some(say::clause_done(language, &day(*on))), State::Done),
        (None, Some(due)) if due < page.today => {
            (Some(say::clause_late(language, &day(due))), State::Late)
        }
        (None, Some(due)) => (Some(say::clause_due(language, &day(due))), State::Open),
        (None, None) => (None, State::Open),
    };
    let sum = clause.public.fen.map(|fen| numbers::sum(language, fen));
    Item {
        words: clause
            .text
            .clone()
            .unwrap_or_else(|| say::facts_left_out(language).to_owned()),
        line: [sum, when]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        state,
    }
}

fn confirmation(
    language: Language,
    page: &CasePage,
    agreement: &Agreement,
) -> Option<(String, Tone)> {
    let day = |day| dates::short_day(language, day, page.today);
    match &page.case.confirmation {
        Some((ConfirmationStep::Confirmed, on)) => {
            Some((say::confirmed_by_court(language, &day(*on)), Tone::Pine))
        }
        Some((ConfirmationStep::Dismissed, on)) => {
            Some((say::confirmation_refused(language, &day(*on)), Tone::Maple))
        }
        Some((_, on)) => Some((say::confirmation_asked(language, &day(*on)), Tone::Sun)),
        None => {
            let until = confirm_by(agreement.day);
            let open = page.today <= until;
            open.then(|| (say::confirm_until(language, &day(until)), Tone::Plain))
        }
    }
}
