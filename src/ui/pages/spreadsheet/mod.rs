//! What the pages have in common that take a spreadsheet in: a file is read and shown, columns are chosen otherwise,
//! corrections are agreed to, and all of it is taken in at once. Which spreadsheet it is stands in the page's own
//! [`Spreadsheet`]: `ledger` and `directory_sheet`.

mod state;

use leptos::{ev, prelude::*};

pub use self::state::{At, Spreadsheet, Stage};
use crate::{
    engine::protocol::Trouble,
    locale::{exchange, ledger_page as say},
    ui::{
        data::use_engine,
        icon::{Icon, IconSize},
        language::t,
        parts::{Button, ButtonKind, Notice, Progress, Tone},
        shell::ThumbBar,
        trouble::trouble,
    },
};

/// How far it is, and a way out.
#[component]
pub fn Reading<S: Spreadsheet>(at: At<S>) -> impl IntoView {
    let engine = use_engine();
    let part = move || engine.work().get().unwrap_or(0.0);
    view! {
        <Progress
            label=t(move |l| say::reading(l, &at.name()))
            part=Signal::derive(part)
            on_cancel=Callback::new(move |()| at.stop())
        />
    }
}

/// Why the file was not read, and that nothing came of it.
#[component]
pub fn NotRead(name: String, #[prop(into)] title: Signal<String>, cause: Trouble) -> impl IntoView {
    view! {
        <p class="small muted exchange-name">{name}</p>
        <Notice title=title tone=Tone::Maple icon=Icon::FileX2>
            <p>{t(move |l| trouble(l, &cause))}</p>
            <p class="small">{t(exchange::nothing_changed)}</p>
        </Notice>
    }
}

/// One row that differs from what is on record: ticked, it is agreed to. One that the law refuses cannot be.
#[component]
pub fn DifferingRow<S: Spreadsheet>(
    at: At<S>,
    row: u32,
    #[prop(into)] label: Signal<String>,
    /// A line a field: from what to what.
    lines: Vec<Signal<String>>,
    refused: Option<Signal<String>>,
) -> impl IntoView {
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
    let lines = lines.into_iter();
    let lines = lines.map(|line| view! { <span class="small">{line}</span> });
    let never = refused.is_some();
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" prop:checked=on on:change=tick disabled=never/>
                <i aria-hidden="true"><Icon name=Icon::Check size=IconSize::Small/></i>
                <span class="stack">
                    <span>{label}</span>
                    {lines.collect_view()}
                    {refused.map(|why| view! { <span class="small soon">{why}</span> })}
                </span>
            </label>
        </li>
    }
}

/// Takes in what is `new` and the corrections that are agreed to, all in one go, or nothing.
#[component]
pub fn Foot<S: Spreadsheet>(
    at: At<S>,
    new: u32,
    /// What the page says when there is nothing to take in.
    #[prop(into)]
    nothing_to_take: Signal<String>,
    #[prop(into)] in_one_go: Signal<String>,
    #[prop(into)] take: Signal<String>,
) -> impl IntoView {
    let busy = at.busy;
    let nothing = Signal::derive(move || new == 0 && at.corrections.with(Vec::is_empty));
    let line = move || match nothing.get() {
        true => nothing_to_take.get(),
        false => in_one_go.get(),
    };
    view! {
        <div class="ledger-foot">
            <ThumbBar line=move || match busy.get() {
                true => view! { <Reading at=at/> }.into_any(),
                false => view! { <p class="small muted">{line}</p> }.into_any(),
            }>
                <Button on_press=move || at.close() disabled=busy>{t(say::not_now)}</Button>
                <Button kind=ButtonKind::Main icon=Icon::Inbox busy=busy disabled=nothing on_press=move || at.take()>{take}</Button>
            </ThumbBar>
        </div>
    }
}
