//! Names and values: a list of facts, and what unfolds.

use leptos::prelude::*;

use super::common::classes;
use crate::ui::icon::{Icon, IconSize};

/// The list around `<Fact>`s.
#[component]
pub fn DefinitionList(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and what it is.
#[component]
pub fn Fact(#[prop(into)] name: Signal<String>, children: Children) -> impl IntoView {
    view! { <div><dt>{move || name.get()}</dt><dd>{children()}</dd></div> }
}

/// What unfolds at a press. The browser's own disclosure: found by in-page search, open in print.
#[component]
pub fn Fold(
    #[prop(into)] title: Signal<String>,
    /// Beside the title: a count.
    #[prop(optional, into)]
    extra: ViewFn,
    #[prop(optional)] start: FoldStart,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=classes(&["fold", &class]) open=start == FoldStart::Open>
            <summary>
                <span class="grow">{move || title.get()}</span>
                {extra.run()}
                <Icon name=Icon::ChevronDown size=IconSize::Small/>
            </summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}

/// How a fold stands at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoldStart {
    #[default]
    Shut,
    Open,
}
