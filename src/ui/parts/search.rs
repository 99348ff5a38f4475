//! The search box. What is typed stays in the page: no address, no history of the browser holds it.

use leptos::{html, prelude::*};

use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// A search box; `/` brings the focus here.
#[component]
pub fn SearchBox(
    value: RwSignal<String>,
    /// Also its name for readers: 姓名、首字母、案号、电话.
    #[prop(into)]
    placeholder: Signal<String>,
    /// On Enter.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// Whether `/` may bring the focus here: the box of a picker says no.
    #[prop(optional)]
    key: SearchKey,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            if let Some(on_enter) = on_enter {
                on_enter.run(());
            }
        }
        "Escape" if !value.with_untracked(String::is_empty) => {
            event.prevent_default();
            value.set(String::new());
        }
        _ => {}
    };
    let clear = move |_| {
        value.set(String::new());
        if let Some(input) = node.get_untracked() {
            let _ = input.focus();
        }
    };
    view! {
        <div class="search-box">
            <Icon name=Icon::Search size=IconSize::Small/>
            <input
                node_ref=node type="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                data-search=(key == SearchKey::Slash).then_some("")
                placeholder=move || placeholder.get()
                aria-label=move || placeholder.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:keydown=pressed
            />
            {move || {
                if value.with(String::is_empty) {
                    (key == SearchKey::Slash).then(|| view! { <kbd class="desktop-only" aria-hidden="true">"/"</kbd> }).into_any()
                } else {
                    view! {
                        <button type="button" class="button quiet" on:click=clear>
                            <Icon name=Icon::X size=IconSize::Small/>
                            <span class="unseen">{t(say::clear)}</span>
                        </button>
                    }.into_any()
                }
            }}
        </div>
    }
}

/// Whether the key `/` leads to a search box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchKey {
    #[default]
    Slash,
    None,
}
