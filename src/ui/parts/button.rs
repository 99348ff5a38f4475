//! Buttons and links that look like them. A second press within half a second counts as the same one.

use leptos::prelude::*;

use super::{common::classes, taps::SAME_TAP};
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// How a button stands out. Pine fill is for the one next step of a page alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one next step.
    Main,
    #[default]
    Plain,
    /// Outlined in pine: 受理 in the header.
    Line,
    /// Words only.
    Quiet,
    /// Takes something away.
    Warn,
}

/// The size of a button; all can be hit with a thumb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    Small,
    #[default]
    Normal,
    /// 52 px, for the bar under the thumb.
    Big,
}

/// What pressing does to the form around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonRole {
    #[default]
    Press,
    Submit,
}

pub(super) fn button_class(kind: ButtonKind, size: ButtonSize, more: &str) -> String {
    let kind = match kind {
        ButtonKind::Main => "main",
        ButtonKind::Plain => "",
        ButtonKind::Line => "line",
        ButtonKind::Quiet => "quiet",
        ButtonKind::Warn => "warn",
    };
    let size = match size {
        ButtonSize::Small => "small",
        ButtonSize::Normal => "",
        ButtonSize::Big => "big",
    };
    classes(&["button", kind, size, more])
}

/// A button. `<Button kind=ButtonKind::Main on_press=move || save()>{t(say::save)}</Button>`
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    #[prop(optional)] role: ButtonRole,
    /// Before the words.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// After the words: an arrow, a chevron.
    #[prop(optional, into)]
    icon_after: Option<Icon>,
    /// At work: three dots, and presses are not heard.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Not now: it stays focusable and readable, and presses are not heard; say why beside it.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For readers, where there are no words inside or they need the object: 打给张桂珍.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// More class names: `wide`, `square`, `grow`.
    #[prop(optional, into)]
    class: String,
    /// Heard once a press; leave it out on submit buttons.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let last = StoredValue::new(f64::NEG_INFINITY);
    let deaf = Signal::derive(move || busy.get() || disabled.get());
    let pressed = move |event: leptos::ev::MouseEvent| {
        let now = event.time_stamp();
        if deaf.get_untracked() || now - last.get_value() < SAME_TAP {
            event.prevent_default();
            return;
        }
        last.set_value(now);
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let square = if children.is_none() { "square" } else { "" };
    view! {
        <button
            type=match role { ButtonRole::Press => "button", ButtonRole::Submit => "submit" }
            class=button_class(kind, size, &classes(&[square, &class]))
            aria-label=move || label.get()
            aria-disabled=move || disabled.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=pressed
        >
            {icon.map(|name| view! { <Icon name=name size=icon_size(size)/> })}
            {children.map(|children| children())}
            {icon_after.map(|name| view! { <Icon name=name size=IconSize::Small/> })}
            {move || busy.get().then(|| view! { <Dots/> })}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere, and can be opened in another tab.
#[component]
pub fn ButtonLink(
    /// Where to: `Route::Intake.href()`, or `tel:…`.
    #[prop(into)]
    href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional, into)] icon_after: Option<Icon>,
    #[prop(optional, into)] label: MaybeProp<String>,
    #[prop(optional, into)] class: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let square = if children.is_none() { "square" } else { "" };
    view! {
        <a
            class=button_class(kind, size, &classes(&[square, &class]))
            href=move || href.get()
            aria-label=move || label.get()
        >
            {icon.map(|name| view! { <Icon name=name size=icon_size(size)/> })}
            {children.map(|children| children())}
            {icon_after.map(|name| view! { <Icon name=name size=IconSize::Small/> })}
        </a>
    }
}

fn icon_size(size: ButtonSize) -> IconSize {
    match size {
        ButtonSize::Big => IconSize::Normal,
        ButtonSize::Small | ButtonSize::Normal => IconSize::Small,
    }
}

#[component]
fn Dots() -> impl IntoView {
    view! {
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
        <span class="unseen" role="status">{t(say::working)}</span>
    }
}
