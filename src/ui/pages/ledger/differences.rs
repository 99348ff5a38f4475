//! Rows that differ from the case they became, to be ticked; and rows that look like one case.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::At;
use crate::{
    engine::protocol::{LedgerCorrection, LedgerPreview},
    exchange::{ledger::Column, words::ledger::column as column_name},
    law::{dispute::Source, money::Fen, person::Sex},
    locale::{Language, ledger_page as say, numbers, refusal::refusal, terms::Term},
    ui::{
        language::t,
        pages::spreadsheet::DifferingRow,
        parts::{Card, Fold},
    },
};

#[component]
pub(super) fn Corrections(at: At, preview: Arc<LedgerPreview>) -> impl IntoView {
    let count = preview.corrections.len();
    let rows = preview.corrections.iter().cloned();
    let rows = rows
        .map(|correction| view! { <Correction at=at correction=correction/> })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <Card title=t(move |l| say::corrections(l, count))>
                <p class="small muted">{t(say::corrections_note)}</p>
                <ul class="ledger-refused">{rows}</ul>
            </Card>
        }
    })
}

#[component]
fn Correction(at: At, correction: LedgerCorrection) -> impl IntoView {
    let (row, number) = (correction.row, correction.number);
    let line = |(field, here, there): (String, String, String)| {
        t(move |l| {
            let column = Column::from_code(&field);
            let (here, there) = (shown(l, &column, &here), shown(l, &column, &there));
            say::from_to(l, &column_name(l, &column), &here, &there)
        })
    };
    let lines = correction.fields.into_iter().map(line).collect();
    let refused = correction.refused.map(|why| t(move |l| refusal(l, &why)));
    let label = t(move |l| say::correct_row(l, row, &number));
    view! { <DifferingRow at=at row=row label=label lines=lines refused=refused/> }
}

/// A value as the engine hands it over, in words: codes have names, sums are yuan.
fn shown(language: Language, column: &Column, value: &str) -> String {
    if value.is_empty() {
        return say::empty(language).to_owned();
    }
    match column {
        Column::Amount => match value.parse() {
            Ok(fen) => numbers::sum(language, Fen(fen)),
            Err(_) => value.to_owned(),
        },
        Column::Source => Source::from_code(value).term(language).to_owned(),
        Column::ApplicantSex | Column::RespondentSex => {
            let each = value
                .split('、')
                .map(|code| Sex::from_code(code).term(language).to_owned());
            each.collect::<Vec<_>>().join("、")
        }
        Column::Confirmation if value == "true" => say::yes(language).to_owned(),
        Column::Confirmation => say::no(language).to_owned(),
        Column::Result | Column::Form => match value {
            "success" => say::outcome_success(language),
            "failed" => say::outcome_failed(language),
            "withdrawn" => say::outcome_withdrawn(language),
            "transferred" => say::outcome_transferred(language),
            "open" => say::outcome_open(language),
            "written" => say::written(language),
            "oral" => say::oral(language),
            other => other,
        }
        .to_owned(),
        _ => value.to_owned(),
    }
}

#[component]
pub(super) fn Duplicates(preview: Arc<LedgerPreview>) -> impl IntoView {
    let count = preview.duplicates.len();
    let pairs = preview.duplicates.iter().copied();
    let pairs = pairs
        .map(|(one, other)| view! { <li class="num">{t(move |l| say::pair(l, one, other))}</li> })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <Card>
                <Fold title=t(move |l| say::duplicates(l, count))>
                    <p class="small muted">{t(say::duplicates_note)}</p>
                    <ul class="stack">{pairs}</ul>
                </Fold>
            </Card>
        }
    })
}
