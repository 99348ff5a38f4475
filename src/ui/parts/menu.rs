//! A button with a short list of things to do.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::{
    button::{ButtonKind, ButtonSize, button_class},
    common::{move_focus, unique_id},
};
use crate::ui::icon::{Icon, IconSize};

/// One thing to do.
#[derive(Clone)]
pub struct MenuItem {
    pub label: String,
    /// Ticked: the acting mediator, the order in use.
    pub on: bool,
    pub press: Callback<()>,
}

impl MenuItem {
    pub fn new(label: impl Into<String>, press: impl Into<Callback<()>>) -> Self {
        Self {
            label: label.into(),
            on: false,
            press: press.into(),
        }
    }

    /// Ticked.
    #[must_use]
    pub fn chosen(self, on: bool) -> Self {
        Self { on, ..self }
    }
}

/// A button that opens a menu. Arrows move in it, Escape and a press elsewhere close it.
#[component]
pub fn MenuButton(
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    /// For readers, where there are no words inside.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// Made anew each time it opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let id = unique_id("menu");
    let square = if children.is_none() { "square" } else { "" };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let listening = window_event_listener(ev::pointerdown, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        let inside = root
            .get_untracked()
            .is_some_and(|root| root.contains(target.as_ref()));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || listening.remove());
    let step = move |by: i32| {
        if let Some(root) = root.get_untracked() {
            move_focus(&root, "[role^=menuitem]", by);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        match (event.key().as_str(), open.get_untracked()) {
            ("ArrowDown" | "ArrowUp", false) => open.set(true),
            ("ArrowDown", true) => step(1),
            ("ArrowUp", true) => step(-1),
            ("Escape", true) => close(),
            ("Tab", true) => {
                open.set(false);
                return;
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // The first item has the focus once the menu is drawn.
    Effect::new(move || {
        if open.get() {
            request_animation_frame(move || step(1));
        }
    });
    let row = move |item: MenuItem| {
        let press = item.press;
        let run = move |_| {
            close();
            press.run(());
        };
        let mark = item.on.then_some(Icon::Check);
        view! {
            <button type="button" role="menuitem" tabindex="-1" class:on=item.on on:click=run>
                {mark.map(|name| view! { <Icon name=name size=IconSize::Small/> })}
                {item.label}
            </button>
        }
    };
    let controls = id.clone();
    view! {
        <div class="menu" node_ref=root on:keydown=pressed>
            <button
                type="button" node_ref=button class=button_class(kind, size, square)
                aria-haspopup="menu" aria-controls=controls
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|now| *now = !*now)
            >
                // What stands in sight belongs to the name, or who speaks to the device can't say it.
                <span class="unseen">{move || label.get()}</span>
                {icon.map(|name| view! { <Icon name=name size=IconSize::Small/> })}
                {children.map(|children| view! { {children()} <Icon name=Icon::ChevronDown size=IconSize::Small/> })}
            </button>
            <div class="menu-list" id=id role="menu" class:gone=move || !open.get() aria-label=move || label.get()>
                {move || open.get().then(|| items.get().into_iter().map(row).collect_view())}
            </div>
        </div>
    }
}
