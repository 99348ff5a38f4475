//! A card: white, a hairline, no shadow.

use leptos::prelude::*;

use super::common::classes;

/// What a card is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardLook {
    #[default]
    Plain,
    /// The one next step: outlined in pine.
    Next,
    /// Something waits for a decision: sunflower.
    Wait,
    /// A demonstration or sandbox: a sunflower edge above.
    Demonstration,
}

/// How near to its edge the content goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardFit {
    #[default]
    Padded,
    /// Rows go from edge to edge.
    Flush,
}

/// A card, with a heading of level 2 where `title` is given.
#[component]
pub fn Card(
    #[prop(optional, into)] title: MaybeProp<String>,
    /// At the end of the heading's line: a count, 全部9份.
    #[prop(optional, into)]
    extra: ViewFn,
    #[prop(optional)] look: CardLook,
    #[prop(optional)] fit: CardFit,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let look = match look {
        CardLook::Plain => "",
        CardLook::Next => "next",
        CardLook::Wait => "wait",
        CardLook::Demonstration => "demo",
    };
    let fit = match fit {
        CardFit::Padded => "",
        CardFit::Flush => "flush",
    };
    let head = move || {
        title
            .get()
            .map(|title| view! { <div class="card-head"><h2>{title}</h2>{extra.run()}</div> })
    };
    view! { <section class=classes(&["card", look, fit, &class])>{head}{children()}</section> }
}
