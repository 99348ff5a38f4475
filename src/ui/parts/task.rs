//! Rows of what is to be done, and of cases: a coloured edge, two lines, one action.

use leptos::prelude::*;

use super::{
    button::{ButtonKind, ButtonSize, button_class},
    common::{Tone, classes},
};
use crate::ui::icon::{Icon, IconSize};

/// How a row's action stands out; one row at most on a page is `Main`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskAction {
    #[default]
    Quiet,
    Main,
}

/// Something to do. The whole row is the link.
#[component]
pub fn TaskRow(
    #[prop(into)] title: Signal<String>,
    /// The word in colour at the beginning of the second line: 已逾期2天.
    #[prop(optional, into)]
    urgent: MaybeProp<String>,
    /// The rest of the second line.
    #[prop(optional, into)]
    line: MaybeProp<String>,
    #[prop(optional, into)] tone: Signal<Tone>,
    /// The verb: 催一催, 接着办.
    #[prop(into)]
    action: Signal<String>,
    #[prop(optional)] look: TaskAction,
    #[prop(into)] href: Signal<String>,
) -> impl IntoView {
    let urgent_class = move || match tone.get() {
        Tone::Maple => "late",
        Tone::Sun => "soon",
        _ => "",
    };
    let second = move || {
        let (urgent, line) = (urgent.get(), line.get());
        let dot = (urgent.is_some() && line.is_some()).then_some(" · ");
        view! { <p class="small muted cut">{urgent.map(|text| view! { <span class=urgent_class>{text}</span> })}{dot}{line}</p> }
    };
    let go = move || {
        match look {
        TaskAction::Main => {
            view! { <span class=button_class(ButtonKind::Main, ButtonSize::Small, "")>{move || action.get()}</span> }.into_any()
        }
        TaskAction::Quiet => view! {
            <span class="go">{move || action.get()}<Icon name=Icon::ChevronRight size=IconSize::Small/></span>
        }
        .into_any(),
    }
    };
    view! {
        <a class=move || classes(&["task", tone.get().class()]) href=move || href.get()>
            <i aria-hidden="true"></i>
            <div class="grow"><h3 class="cut">{move || title.get()}</h3>{second}</div>
            {go}
        </a>
    }
}

/// A case in a list: title and status, people and clock, a small line.
#[component]
pub fn CaseRow(
    #[prop(into)] title: Signal<String>,
    /// 张桂珍 与 李国强.
    #[prop(into)]
    people: Signal<String>,
    /// 邻里 · 第118号.
    #[prop(into)]
    line: Signal<String>,
    /// A `<Status>`.
    #[prop(optional, into)]
    status: ViewFn,
    /// 还剩3天.
    #[prop(optional, into)]
    clock: MaybeProp<String>,
    /// Of the edge and of the clock.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The one on show beside the list.
    #[prop(optional, into)]
    current: Signal<bool>,
    #[prop(into)] href: Signal<String>,
) -> impl IntoView {
    let icon = move || match tone.get() {
        Tone::Maple => Some(Icon::CircleAlert),
        Tone::Sun => Some(Icon::Clock),
        _ => None,
    };
    view! {
        <a
            class=move || classes(&["item", tone.get().class()])
            class:on=move || current.get()
            aria-current=move || current.get().then_some("true")
            href=move || href.get()
        >
            <div class="row between"><p class="title cut">{move || title.get()}</p>{status.run()}</div>
            <div class="row between small">
                <span class="cut muted">{move || people.get()}</span>
                {move || clock.get().map(|text| view! {
                    <span class="clock num">{icon().map(|name| view! { <Icon name=name size=IconSize::Small/> })}{text}</span>
                })}
            </div>
            <p class="tiny cut">{move || line.get()}</p>
        </a>
    }
}
