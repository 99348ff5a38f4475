//! Keys for those who have a keyboard: `/` search, `n` take in, `j` and `k` move in the list, `?` all
//! keys. They are silent while one types, with a modifier, and under a dialog.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::frame::{Frame, ListKey, use_frame};
use crate::{
    locale::{Language, parts as say},
    ui::{
        language::t,
        parts::{Sheet, common::matching},
        route::{Route, navigate},
    },
};

pub(super) fn listen(frame: Frame) {
    let listening = window_event_listener(ev::keydown, move |event| {
        if is_free(&event) && heard(frame, &event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listening.remove());
}

/// Calls `act` at Escape while the component stands, where nothing nearer means it: no field, menu or dialog.
pub fn on_escape(act: impl Fn() + 'static) {
    let listening = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && is_free(&event) {
            act();
        }
    });
    on_cleanup(move || listening.remove());
}

fn heard(frame: Frame, key: &str) -> bool {
    match key {
        "/" => search(),
        "n" => {
            navigate(&Route::Intake);
            true
        }
        "j" => to_list(frame, ListKey::Next),
        "k" => to_list(frame, ListKey::Previous),
        "?" | "？" => {
            frame.keys_open.set(true);
            true
        }
        _ => false,
    }
}

fn to_list(frame: Frame, key: ListKey) -> bool {
    let list = frame.list.get_untracked();
    if let Some(list) = list {
        list.run((key,));
    }
    list.is_some()
}

/// The first search box in sight; where there is none, the register has one.
fn search() -> bool {
    if !focus_search() {
        navigate(&Route::register());
        set_timeout(
            || {
                focus_search();
            },
            std::time::Duration::from_millis(150),
        );
    }
    true
}

fn focus_search() -> bool {
    let Some(body) = document().body() else {
        return false;
    };
    // Hidden ones (the bar's on a phone) have no box.
    let seen = |one: &HtmlElement| one.get_bounding_client_rect().width() > 0.0;
    match matching(&body, "[data-search]").into_iter().find(seen) {
        Some(input) => {
            let _ = input.focus();
            true
        }
        None => false,
    }
}

/// Whether a single letter is meant as a key rather than as text.
fn is_free(event: &KeyboardEvent) -> bool {
    if event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.is_composing()
        || event.default_prevented()
    {
        return false;
    }
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return true;
    };
    let types = target
        .matches("input, textarea, select, [contenteditable]")
        .unwrap_or(false);
    let under_dialog = document()
        .query_selector("dialog[open], .lock")
        .ok()
        .flatten()
        .is_some();
    !types && !under_dialog
}

type Message = fn(Language) -> &'static str;

/// The keys and what they do.
const KEYS: [(&str, Message); 7] = [
    ("/", say::key_search),
    ("n", say::key_take_in),
    ("j", say::key_next),
    ("k", say::key_previous),
    ("Enter", say::key_open),
    ("Esc", say::key_close),
    ("?", say::key_all),
];

/// All keys, as a list for a page or a sheet.
#[component]
pub fn KeysList() -> impl IntoView {
    let row = |(key, does): (&'static str, Message)| {
        view! { <div><dt><kbd>{key}</kbd></dt><dd>{t(does)}</dd></div> }
    };
    html::dl()
        .class("facts keys-list")
        .child(KEYS.into_iter().map(row).collect_view())
}

#[component]
pub(super) fn KeysSheet() -> impl IntoView {
    use_frame().map(
        |frame| view! { <Sheet title=t(say::all_keys) open=frame.keys_open><KeysList/></Sheet> },
    )
}
