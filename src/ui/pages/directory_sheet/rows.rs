//! Rows that stay out, with why; those that differ from what is on record, to be ticked; those that repeat others.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::state::At;
use crate::{
    engine::directory::{Both, DirectoryChange, DirectoryPreview},
    exchange::{directory::Column, words::directory::column as column_name},
    locale::{Language, directory_page as say, ledger_page, network::refusal::refusal},
    ui::{
        icon::{Icon, IconSize},
        language::t,
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
    let can = preview
        .changes
        .iter()
        .filter(|change| change.refused.is_none());
    let can: Vec<u32> = can.map(|change| change.row).collect();
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
    let DirectoryChange {
        row,
        name,
        fields,
        refused,
    } = change;
    let on = move || at.corrections.with(|rows| rows.contains(&row));
    let tick = move |event: ev::Event| {
        let ticked = event_target_checked(&event);
        at.corrections.update(|rows| {
            rows.retain(|known| *known != row);
            if ticked {
                rows.push(row);
            }
        });
    };
    let field = |(code, here, there): (String, Both, Both)| {
        let line = t(move |l| {
            let name = column_name(l, &Column::from_code(&code));
            let value = |both: &Both| match said(l, both) {
                nothing if nothing.is_empty() => ledger_page::empty(l).to_owned(),
                value => value,
            };
            ledger_page::from_to(l, &name, &value(&here), &value(&there))
        });
        view! { <span class="small">{line}</span> }
    };
    let fields = fields.into_iter().map(field).collect_view();
    let never = refused.is_some();
    let why =
        refused.map(|why| view! { <span class="small soon">{t(move |l| refusal(l, &why))}</span> });
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" prop:checked=on on:change=tick disabled=never/>
                <i aria-hidden="true"><Icon name=Icon::Check size=IconSize::Small/></i>
                <span class="stack">
                    <span>{t(move |l| say::change_row(l, row, &name))}</span>
                    {fields}
                    {why}
                </span>
            </label>
        </li>
    }
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
