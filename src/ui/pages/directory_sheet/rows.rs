//! Rows that stay out, with why; those that differ from what is on record, to be ticked; those that repeat others.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{At, Sheet};
use crate::{
    engine::directory::{Both, DirectoryChange, DirectoryPreview},
    exchange::{directory::Column, words::directory::column as column_name},
    locale::{Language, directory_page as say, ledger_page, network::refusal::refusal},
    ui::{
        language::t,
        pages::spreadsheet::{DifferingRow, Spreadsheet},
        parts::{Button, ButtonSize, Card, Fold},
    },
};

/// So many rows are shown of those that stay out: more are mended in the spreadsheet at once.
const SHOWN: usize = 100;

#[component]
pub(super) fn RefusedRows(preview: Arc<DirectoryPreview>) -> impl IntoView {
    let count = preview.refused.len();
    let sentences = preview
        .refused
        .iter()
        .take(SHOWN)
        .flat_map(|row| row.why.clone());
    let line = |why: Both| view! { <li><p class="small">{t(move |l| said(l, &why))}</p></li> };
    let lines = sentences.map(line).collect_view();
    let more = count.saturating_sub(SHOWN);
    (count > 0).then(|| {
        view! {
            <Card title=t(move |l| say::refused(l, count))>
                <p class="small muted">{t(say::refused_note)}</p>
                <ul class="ledger-refused">{lines}</ul>
                {(more > 0).then(|| view! { <p class="small muted">{t(move |l| say::more(l, more))}</p> })}
            </Card>
        }
    })
}

fn said(language: Language, (zh, en): &Both) -> String {
    language.of((zh, en)).clone()
}

#[component]
pub(super) fn Changes(at: At, preview: Arc<DirectoryPreview>) -> impl IntoView {
    let count = preview.changes.len();
    let rows = preview.changes.iter().cloned();
    let rows = rows
        .map(|change| view! { <Change at=at change=change/> })
        .collect_view();
    let can = Sheet::correctable(&preview);
    (count > 0).then(|| {
        view! {
            <Card title=t(move |l| say::changes(l, count))>
                <div class="row between">
                    <p class="small muted">{t(say::changes_note)}</p>
                    <Button size=ButtonSize::Small on_press=move || at.corrections.set(can.clone())>{t(say::all)}</Button>
                </div>
                <ul class="ledger-refused">{rows}</ul>
            </Card>
        }
    })
}

#[component]
fn Change(at: At, change: DirectoryChange) -> impl IntoView {
    let (row, name) = (change.row, change.name);
    let line = |(code, here, there): (String, Both, Both)| {
        t(move |l| {
            let name = column_name(l, &Column::from_code(&code));
            let value = |both: &Both| match said(l, both) {
                nothing if nothing.is_empty() => ledger_page::empty(l).to_owned(),
                value => value,
            };
            ledger_page::from_to(l, &name, &value(&here), &value(&there))
        })
    };
    let lines = change.fields.into_iter().map(line).collect();
    let refused = change.refused.map(|why| t(move |l| refusal(l, &why)));
    let label = t(move |l| say::change_row(l, row, &name));
    view! { <DifferingRow at=at row=row label=label lines=lines refused=refused/> }
}

#[component]
pub(super) fn RepeatedRows(preview: Arc<DirectoryPreview>) -> impl IntoView {
    let count = preview.repeated.len();
    let pairs = preview.repeated.iter().take(SHOWN).copied();
    let pairs = pairs
        .map(|(row, first)| view! { <li class="num">{t(move |l| say::repeated_row(l, row, first))}</li> })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <Card>
                <Fold title=t(move |l| say::repeated(l, count))>
                    <ul class="stack">{pairs}</ul>
                </Fold>
            </Card>
        }
    })
}
