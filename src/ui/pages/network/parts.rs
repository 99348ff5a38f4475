//! What both panels are made of.

use leptos::prelude::*;

use crate::{
    locale::{Language, network as say},
    ui::route::Route,
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind},
    },
    views::query::Query,
};

/// A panel's head: a small line, the name, a cross.
#[component]
pub(super) fn PanelHead(
    #[prop(into)] kicker: Signal<String>,
    #[prop(into)] title: Signal<String>,
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <header class="network-head">
            <span class="grab phone-only" aria-hidden="true"></span>
            <div class="grow">
                <p class="tiny">{move || kicker.get()}</p>
                <h2>{move || title.get()}</h2>
            </div>
            <Button kind=ButtonKind::Quiet icon=Icon::X label=t(say::close) on_press=on_close/>
        </header>
    }
}

/// So many lines stand before the rest is asked for.
const SHOWN: usize = 6;

/// Lines of which the first stand at once and the rest when asked for; a sentence where there are none.
#[component]
pub(super) fn Lines<T: Clone + Send + Sync + 'static>(
    #[prop(into)] lines: Signal<Vec<T>>,
    none: fn(Language) -> &'static str,
    /// What stands within a line.
    line: fn(T) -> AnyView,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let rest = move || lines.with(Vec::len).saturating_sub(SHOWN);
    let shown = move || {
        let mut lines = lines.get();
        if !all.get() {
            lines.truncate(SHOWN);
        }
        lines
            .into_iter()
            .map(|one| view! { <li>{line(one)}</li> })
            .collect_view()
    };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty()) fallback=move || view! { <p class="small muted">{t(none)}</p> }>
            <ul class="network-lines">{shown}</ul>
            {move || (!all.get() && rest() > 0).then(|| view! {
                <button type="button" class="link" on:click=move |_| all.set(true)>{t(move |l| say::more_lines(l, rest()))}</button>
            })}
        </Show>
    }
}

/// A heading, and what opens all of it.
#[component]
pub(super) fn Part(
    #[prop(into)] title: Signal<String>,
    /// 全部64件, with the register that shows them.
    #[prop(optional, into)]
    all: MaybeProp<String>,
    #[prop(optional, into)] query: MaybeProp<Query>,
    children: Children,
) -> impl IntoView {
    let link = move || {
        let (all, query) = (all.get()?, query.get()?);
        Some(view! { <a class="small" href=Route::Register(query).href()>{all}</a> })
    };
    view! {
        <section class="network-part">
            <div class="row between"><h3>{move || title.get()}</h3>{link}</div>
            {children()}
        </section>
    }
}
