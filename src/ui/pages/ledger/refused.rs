//! Rows that cannot be read: why, and the cell to put right on the spot; what no column is, said once for all of them.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::At;
use crate::{
    engine::protocol::{LedgerLack, LedgerPreview, LedgerRefused},
    exchange::{ledger::Column, words::ledger::column as column_name},
    locale::ledger_page as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, Card, Notice, TextField, Tone},
    },
};

/// So many are shown at once; when these are done the next come.
const SHOWN: usize = 20;

#[component]
pub(super) fn RefusedRows(at: At, preview: Arc<LedgerPreview>) -> impl IntoView {
    let own = preview
        .refused
        .iter()
        .filter(|refused| refused.lacks.is_none());
    let mut numbers: Vec<u32> = own.clone().map(|refused| refused.row).collect();
    numbers.dedup();
    let count = numbers.len();
    let shown = own.take(SHOWN).cloned();
    let rows = shown
        .map(|refused| view! { <RefusedRow at=at refused=refused/> })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <Card title=t(move |l| say::mend(l, count))>
                <p class="small muted">{t(say::mend_note)}</p>
                <ul class="ledger-refused">{rows}</ul>
            </Card>
        }
    })
}

/// What no column is, and the way to where one is chosen.
#[component]
pub(super) fn Lacking(
    preview: Arc<LedgerPreview>,
    /// Leads to the matching of columns.
    on_columns: Callback<()>,
) -> impl IntoView {
    let lacking = preview.lacking().into_iter();
    let notices = lacking.map(
        |LedgerLack {
             meaning,
             rows,
             first,
         }| {
            let meaning = StoredValue::new(Column::from_code(&meaning));
            let name = move |l| meaning.with_value(|meaning| column_name(l, meaning));
            view! {
                <Notice
                    title=t(move |l| say::lacking(l, &name(l)))
                    tone=Tone::Maple
                    icon=Icon::CircleAlert
                    acts=move || view! { <Button on_press=on_columns>{t(say::to_columns)}</Button> }
                >
                    <p class="small">{t(move |l| say::lacking_what(l, rows, first, &name(l)))}</p>
                </Notice>
            }
        },
    );
    notices.collect_view()
}

#[component]
fn RefusedRow(at: At, refused: LedgerRefused) -> impl IntoView {
    let LedgerRefused {
        row,
        column,
        cell,
        zh,
        en,
        ..
    } = refused;
    let why = t(move |l| l.of((&zh, &en)).clone());
    let text = RwSignal::new(cell);
    let put = move |column: usize, text: String| {
        at.choose(|choices| {
            choices
                .edits
                .retain(|(at, place, _)| (*at, *place) != (row, column));
            choices.edits.push((row, column, text));
        });
    };
    let mend = column.map(|column| {
        view! {
            <form class="ledger-mend" on:submit=move |event| { event.prevent_default(); put(column, text.get_untracked()); }>
                <TextField label=t(move |l| say::new_text(l, row)) value=text/>
                <div class="row wrap">
                    <Button busy=at.busy on_press=move || put(column, text.get_untracked())>{t(say::mend_this)}</Button>
                    <Button busy=at.busy on_press=move || put(column, String::new())>{t(say::leave_empty)}</Button>
                </div>
            </form>
        }
    });
    view! { <li class="stack"><p class="small">{why}</p>{mend}</li> }
}
