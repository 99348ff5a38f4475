//! Where every row went: 136 = 120 + 0 + 16. And what is odd about the ledger without refusing a row.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    engine::protocol::LedgerPreview,
    locale::ledger_page as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{Card, Notice, Tone},
    },
};

#[component]
pub(super) fn Sum(preview: Arc<LedgerPreview>) -> impl IntoView {
    let LedgerPreview {
        rows,
        title,
        header,
        blank,
        subtotal,
        read,
        new,
        known,
        ..
    } = *preview;
    let aside = title + header + blank + subtotal;
    let refused = rows.saturating_sub(read + aside);
    let part =
        move |count: u32| format!("{:.2}", f64::from(count) * 100.0 / f64::from(rows.max(1)));
    view! {
        <Card>
            <dl class="ledger-sum">
                <div><dd class="num">{rows}</dd><dt>{t(say::rows)}</dt></div>
                <i aria-hidden="true">"="</i>
                <div class="pine"><dd class="num">{read}</dd><dt>{t(say::read_rows)}</dt></div>
                <i aria-hidden="true">"+"</i>
                <div class:maple=move || { refused > 0 }><dd class="num">{refused}</dd><dt>{t(say::refused_rows)}</dt></div>
                <div class="aside"><dd class="num muted"><span aria-hidden="true">"+ "</span>{aside}</dd><dt>{t(move |l| say::aside(l, title, header, blank, subtotal))}</dt></div>
            </dl>
            <div class="ledger-bar" aria-hidden="true">
                <i class="new" style:inline-size=format!("{}%", part(new))></i>
                <i class="known" style:inline-size=format!("{}%", part(known))></i>
                <i class="unread" style:inline-size=format!("{}%", part(refused))></i>
            </div>
            <p class="small">{t(move |l| say::of_these(l, new, known))}</p>
        </Card>
    }
}

/// Subtotals that differ from what was counted, letters that could not be read.
#[component]
pub(super) fn Remarks(preview: Arc<LedgerPreview>) -> impl IntoView {
    let remarks = preview.remarks.clone();
    (!remarks.is_empty()).then(|| {
        let line = |(zh, en): (String, String)| {
            view! { <li>{t(move |l| l.of((&zh, &en)).clone())}</li> }
        };
        view! {
            <Notice title=t(say::remarks) tone=Tone::Sun icon=Icon::CircleAlert>
                <ul class="small stack">{remarks.into_iter().map(line).collect_view()}</ul>
            </Notice>
        }
    })
}
