//! The items of an agreement: who does what, by when, and for how much.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{form::Form, spot::Spot};
use crate::{
    domain::case::{Refusal, command::NewClause, refusal::Slot},
    law::{agreement::AgreementItem, day::Day, money::Fen},
    locale::{numbers, refusal, steps as say},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, DateField, DayRange, TextField, TextKind},
    },
};

/// A clause as it was typed, for the draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Typed {
    text: String,
    due: String,
    sum: String,
}

#[derive(Clone, Copy)]
struct ClauseFields {
    key: u32,
    text: RwSignal<String>,
    due: RwSignal<String>,
    sum: RwSignal<String>,
}

/// The clauses of a form.
#[derive(Clone, Copy)]
pub struct Clauses {
    list: RwSignal<Vec<ClauseFields>>,
    next: StoredValue<u32>,
}

impl Clauses {
    /// One empty clause, or those of the draft.
    #[must_use]
    pub fn new(form: Form) -> Self {
        let clauses = Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        };
        let kept: Vec<Typed> = form.kept("clauses").unwrap_or_default();
        for typed in kept {
            clauses.push(typed);
        }
        if clauses.list.with_untracked(Vec::is_empty) {
            clauses.push(Typed::default());
        }
        form.keep("clauses", move || {
            let all: Vec<Typed> = clauses.list.with(|list| {
                list.iter()
                    .map(|one| Typed {
                        text: one.text.get(),
                        due: one.due.get(),
                        sum: one.sum.get(),
                    })
                    .collect()
            });
            serde_json::to_value(all).unwrap_or_default()
        });
        clauses
    }

    fn push(self, typed: Typed) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let fields = ClauseFields {
            key,
            text: RwSignal::new(typed.text),
            due: RwSignal::new(typed.due),
            sum: RwSignal::new(typed.sum),
        };
        self.list.update(|list| list.push(fields));
    }

    /// As a command takes them; a sum that cannot be read is refused at its clause.
    pub fn typed(self) -> Result<Vec<NewClause>, Refusal> {
        let list = self.list.get_untracked();
        let one = |(place, fields): (usize, &ClauseFields)| {
            let sum = fields.sum.get_untracked();
            let fen = match sum.trim() {
                "" => None,
                text => Some(Fen::parse_yuan(text).map_err(|_| Refusal::Sum { clause: place })?),
            };
            Ok(NewClause {
                text: fields.text.get_untracked(),
                due: fields.due.with_untracked(|due| Day::parse(due).ok()),
                fen,
            })
        };
        list.iter().enumerate().map(one).collect()
    }

    /// As they stand, without a day or a sum that cannot be read; reactive.
    #[must_use]
    pub fn read(self) -> Vec<NewClause> {
        let read = |one: &ClauseFields| NewClause {
            text: one.text.get(),
            due: one.due.with(|due| Day::parse(due).ok()),
            fen: one.sum.with(|sum| Fen::parse_yuan(sum).ok()),
        };
        self.list.with(|list| list.iter().map(read).collect())
    }

    /// The sum of all clauses; none where no clause has one. Reactive.
    #[must_use]
    pub fn total(self) -> Option<Fen> {
        let sums: Vec<Fen> = self
            .read()
            .into_iter()
            .filter_map(|clause| clause.fen)
            .collect();
        if sums.is_empty() {
            None
        } else {
            Fen::checked_sum(sums)
        }
    }
}

/// The clauses, to fill in.
#[component]
pub fn ClauseList(form: Form, clauses: Clauses) -> impl IntoView {
    let language = use_language();
    let total = move || {
        clauses
            .total()
            .map(|sum| say::total(language.get(), &numbers::sum(language.get(), sum)))
    };
    let content = form.refused(Spot::Item(AgreementItem::Content));
    let empty = form.refused_at(Slot::Clause);
    let error = move || content.get().or_else(|| empty.get());
    view! {
        <div class="field clauses" role="group" aria-label=t(say::agreement_clauses)>
            <p class="label">{t(say::agreement_clauses)}</p>
            <For each=move || clauses.list.get() key=|one| one.key children=move |one| view! {
                <ClauseCard form=form clauses=clauses fields=one/>
            }/>
            {move || error().map(|error| view! {
                <p class="error"><Icon name=Icon::CircleAlert size=IconSize::Small/><span>{error}</span></p>
            })}
            <div class="row between wrap">
                <Button icon=Icon::Plus on_press=move || clauses.push(Typed::default())>{t(say::add_clause)}</Button>
                <b class="num">{total}</b>
            </div>
        </div>
    }
}

#[component]
fn ClauseCard(form: Form, clauses: Clauses, fields: ClauseFields) -> impl IntoView {
    let language = use_language();
    let place = Memo::new(move |_| {
        clauses.list.with(|list| {
            list.iter()
                .position(|one| one.key == fields.key)
                .unwrap_or(0)
        })
    });
    // A place moves when a clause before it goes, so the spot is looked up anew.
    let refused = move |at: fn(usize) -> Spot, also: Option<AgreementItem>| {
        Signal::derive(move || {
            form.refusal.with(|one| {
                let one = one.as_ref()?;
                let spot = super::spot::spot(one);
                let here = spot == at(place.get())
                    || also.clone().is_some_and(|item| spot == Spot::Item(item));
                here.then(|| refusal::refusal(language.get(), one))
            })
        })
    };
    let lacks_day = refused(Spot::Due, Some(AgreementItem::Time));
    // Only the clauses without a day are what is missing.
    let due_error = Signal::derive(move || {
        lacks_day.get().filter(|_| {
            fields.due.with(String::is_empty)
                || form
                    .refusal
                    .with(|r| matches!(r, Some(Refusal::DueBeforeAgreement { .. })))
        })
    });
    let check = |text: &str, l| {
        let problem = Fen::parse_yuan(text)
            .err()
            .filter(|_| !text.trim().is_empty());
        problem.map(|problem| refusal::money(l, problem))
    };
    let title = t(move |l| say::clause_at(l, place.get() + 1));
    let remove = move || {
        clauses
            .list
            .update(|list| list.retain(|one| one.key != fields.key))
    };
    let alone = Memo::new(move |_| clauses.list.with(|list| list.len() < 2));
    view! {
        <div class="card clause" role="group" aria-label=title>
            <div class="card-head">
                <h2>{move || title.get()}</h2>
                {move || (!alone.get()).then(|| view! {
                    <button
                        type="button" class="link" on:click=move |_| remove()
                        aria-label=t(move |l| say::remove_clause(l, place.get() + 1))
                    >
                        {t(say::remove)}
                    </button>
                })}
            </div>
            <TextField label=t(say::clause_text) value=fields.text kind=TextKind::Words/>
            <div class="pair">
                <DateField label=t(say::clause_due) value=fields.due range=DayRange::Coming refused=due_error/>
                <TextField
                    label=t(say::clause_sum) value=fields.sum kind=TextKind::Money need=crate::ui::parts::Need::Optional
                    check=check refused=refused(Spot::Sum, None)
                />
            </div>
        </div>
    }
}
