//! What has happened, the latest first: the time at the left, a dot, what it was.

use leptos::prelude::*;

/// Where a fact came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Here,
    /// Another desk: a river dot, and the desk named in the text or a chip.
    Elsewhere,
}

impl Origin {
    #[must_use]
    pub fn of(elsewhere: bool) -> Self {
        match elsewhere {
            true => Self::Elsewhere,
            false => Self::Here,
        }
    }
}

/// Whether a fact still counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Live,
    /// Taken back or corrected: struck through, still in sight.
    Retracted,
}

impl Standing {
    #[must_use]
    pub fn of(retracted: bool) -> Self {
        match retracted {
            true => Self::Retracted,
            false => Self::Live,
        }
    }
}

/// The list around `<TimelineItem>`s.
#[component]
pub fn Timeline(children: Children) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

/// One fact.
#[component]
pub fn TimelineItem(
    /// 今天, 11-21.
    #[prop(into)]
    day: Signal<String>,
    /// 16:05.
    #[prop(optional, into)]
    time: MaybeProp<String>,
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] origin: Origin,
    #[prop(optional, into)] standing: Signal<Standing>,
    /// Details, chips, links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class:river=origin == Origin::Elsewhere class:retracted=move || standing.get() == Standing::Retracted>
            <span class="when"><span>{move || day.get()}</span>" "<span>{move || time.get()}</span></span>
            <span class="dot" aria-hidden="true"></span>
            <div class="what"><h3>{move || title.get()}</h3>{children.map(|children| children())}</div>
        </li>
    }
}
