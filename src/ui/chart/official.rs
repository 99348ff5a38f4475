//! The official table as a component: its first column stays while the rest scrolls in its own box.

use leptos::prelude::*;

use super::official_table::{Cell, Report, ReportRow};
use crate::locale::{Language, chart as words};

/// A report's table, and a button that copies it.
#[component]
pub fn OfficialTable(
    language: Signal<Language>,
    #[prop(into)] report: Signal<Report>,
    /// Gets the table as CSV; the page puts it on the clipboard and says so. Without it there is no button.
    #[prop(optional, into)]
    on_copy: Option<Callback<String>>,
    /// What will stand here once there are rows.
    #[prop(optional, into)]
    empty: Option<Signal<String>>,
) -> impl IntoView {
    let empty = empty
        .unwrap_or_else(|| Signal::derive(move || words::no_rows_yet(language.get()).to_owned()));
    let has_rows = Memo::new(move |_| report.with(|report| !report.rows.is_empty()));
    let copy = move || on_copy.filter(|_| has_rows.get());
    view! {
        <section class="chart official">
            <header class="chart-head">
                <h2>{move || report.with(|report| report.title.clone())}</h2>
                <p class="official-source">{move || report.with(|report| report.source.clone())}</p>
                {move || copy().map(|on_copy| view! {
                    <button type="button" class="chart-see" on:click=move |_| on_copy.run(report.with_untracked(Report::to_csv))>
                        {move || words::copy_table(language.get())}
                    </button>
                })}
            </header>
            <Show when=move || has_rows.get() fallback=move || view! { <p class="chart-empty">{move || empty.get()}</p> }>
                // It scrolls by itself, so the keyboard must be able to stand in it.
                <div class="official-box" tabindex="0" role="region" aria-label=move || report.with(|report| report.title.clone())>
                    {move || report.with(table)}
                </div>
            </Show>
        </section>
    }
}

fn table(report: &Report) -> impl IntoView + use<> {
    let heads = report
        .columns
        .iter()
        .map(|column| view! { <th scope="col" class="n">{column.clone()}</th> })
        .collect_view();
    let rows = report.rows.iter().map(row).collect_view();
    let total = report
        .total
        .as_ref()
        .map(|total| view! { <tfoot>{row(total)}</tfoot> });
    view! {
        <table class="official-table">
            <caption class="chart-unseen">{report.source.clone()}</caption>
            <thead>
                <tr><th scope="col" class="label">{report.corner.clone()}</th>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
            {total}
        </table>
    }
}

fn row(row: &ReportRow) -> impl IntoView + use<> {
    let cells = row
        .cells
        .iter()
        .map(|cell| view! { <td class="n">{value(cell)}</td> })
        .collect_view();
    view! { <tr><th scope="row" class="label">{row.label.clone()}</th>{cells}</tr> }
}

fn value(cell: &Cell) -> AnyView {
    match &cell.href {
        Some(href) => view! { <a class="chart-door" href=href.clone()><span class="chart-text">{cell.text.clone()}</span></a> }.into_any(),
        None => cell.text.clone().into_any(),
    }
}
