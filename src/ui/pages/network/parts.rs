//! What both panels are made of.

use leptos::prelude::*;

use crate::{
    locale::network as say,
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
