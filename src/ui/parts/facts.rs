//! Names and values: a list of facts, two of them side by side, and what unfolds.

use leptos::prelude::*;

use super::{
    common::classes,
    differ::{Piece, differ},
};
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

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub name: String,
    pub here: String,
    pub there: String,
}

/// Two records of one thing, with what differs marked.
#[component]
pub fn SideBySide(
    /// Who and when: 这边 · 本机 · 赵淑敏 · 11-20 17:40.
    #[prop(into)]
    here: Signal<String>,
    /// 那边 · 武清 · 协办 · 11-20 17:52.
    #[prop(into)]
    there: Signal<String>,
    #[prop(into)] rows: Signal<Vec<Difference>>,
) -> impl IntoView {
    let side = move |who: Signal<String>, first: bool| {
        let line = move |row: Difference| {
            let (a, b) = differ(&row.here, &row.there);
            let pieces = if first { a } else { b };
            view! { <div><dt>{row.name}</dt><dd>{pieces.into_iter().map(marked).collect_view()}</dd></div> }
        };
        view! {
            <div class="card side">
                <p class="tiny">{move || who.get()}</p>
                <dl class="facts">{move || rows.get().into_iter().map(line).collect_view()}</dl>
            </div>
        }
    };
    view! { <div class="side-by-side">{side(here, true)}{side(there, false)}</div> }
}

fn marked(piece: Piece) -> AnyView {
    match piece {
        Piece::Same(text) => text.into_any(),
        Piece::Differs(text) => view! { <mark>{text}</mark> }.into_any(),
    }
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
