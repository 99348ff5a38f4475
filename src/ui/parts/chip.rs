//! Chips: a fact in a few words, a status, a filter one can press.

use leptos::prelude::*;

use super::common::{Tone, classes};
use crate::ui::icon::{Icon, IconSize};

/// A fact in a few words: 通武联合调解, 30日期限还剩3天.
#[component]
pub fn Chip(
    #[prop(optional, into)] tone: Signal<Tone>,
    #[prop(optional, into)] icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class=move || classes(&["chip", tone.get().class()])>
            {icon.map(|name| view! { <Icon name=name size=IconSize::Small/> })}
            {children()}
        </span>
    }
}

/// The five looks of a status, wherever it stands: its shape says it without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusLook {
    /// Waits for us: 待受理.
    Wait,
    /// Under way: 调解中.
    Act,
    /// Came to good: 达成协议.
    Done,
    /// Over: 已归档.
    End,
    /// Came to nothing: 调解不成.
    Refused,
}

impl StatusLook {
    fn class(self) -> &'static str {
        match self {
            Self::Wait => "status wait",
            Self::Act => "status act",
            Self::Done => "status done",
            Self::End => "status end",
            Self::Refused => "status refused",
        }
    }
}

/// A status.
#[component]
pub fn Status(
    #[prop(into)] look: Signal<StatusLook>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    view! { <span class=move || look.get().class()>{move || label.get()}</span> }
}

/// A filter that is on or off: 我办的, 在办, 逾期1.
#[component]
pub fn FilterChip(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on: Signal<bool>,
    /// How many there are, beside the word.
    #[prop(optional, into)]
    count: MaybeProp<u32>,
    #[prop(optional)] tone: Tone,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=classes(&["chip pick", tone.class()])
            class:on=move || on.get()
            aria-pressed=move || if on.get() { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {move || on.get().then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
            {move || label.get()}
            {move || count.get().map(|count| view! { <b class="num">{count}</b> })}
        </button>
    }
}
