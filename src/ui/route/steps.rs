//! Steps of a page: each has an entry of the browser's history, all at one address, so that Back leads to
//! the step before. Behind the point of the entry's number (see `history`) stand the step and the one at
//! which the page was opened: 7.0301 is the third step of a form that began at its first.

use std::cmp::Ordering;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{Route, replace};

/// Room for two places of steps each.
const ROOM: f64 = 100.0;

/// An entry of the history; step 0 where it has none.
#[derive(Clone, Copy)]
struct Entry {
    number: f64,
    step: usize,
    first: usize,
}

/// Keeps the history by the step on show. `came` hears to which step Back or Forward led.
pub fn follow_steps(at: RwSignal<usize>, came: impl Fn(usize) + 'static) {
    let opened = here();
    let now = at.get_untracked();
    let first = match opened.step {
        0 => now,
        _ => opened.first.min(now),
    };
    let opened = Entry {
        step: now,
        first,
        ..opened
    };
    opened.put();
    // Going back takes a moment: until then the entry on show is not the one that is meant.
    let going = StoredValue::new(false);
    let keep_up = move |at: usize| {
        let now = here();
        if going.get_value() || now.number != opened.number {
            return;
        }
        let next = Entry { step: at, ..now };
        match at.cmp(&now.step) {
            Ordering::Equal => {}
            Ordering::Greater => next.push(),
            Ordering::Less if at >= now.first => {
                going.set_value(true);
                go_back(now.step - at);
            }
            Ordering::Less => Entry { first: at, ..next }.put(),
        }
    };
    Effect::new(move |_| keep_up(at.get()));
    let listening = window_event_listener_untyped("popstate", move |_| {
        let now = here();
        if now.number != opened.number || now.step == 0 {
            return;
        }
        if going.get_value() {
            going.set_value(false);
            keep_up(at.get_untracked());
        } else {
            came(now.step);
        }
    });
    on_cleanup(move || listening.remove());
}

/// Shows another page in place of this one and of all its steps, so that Back leads past them.
pub fn replace_steps(route: Route) {
    let now = here();
    let back = now.step.saturating_sub(now.first);
    if back == 0 {
        return replace(&route);
    }
    let arrived = Closure::once_into_js(move || {
        window().set_onpopstate(None);
        replace(&route);
    });
    window().set_onpopstate(Some(arrived.unchecked_ref()));
    go_back(back);
}

fn here() -> Entry {
    let state = window().history().and_then(|history| history.state());
    let state = state.ok().and_then(|state| state.as_f64()).unwrap_or(0.0);
    let behind = (state.fract() * ROOM * ROOM).round();
    Entry {
        number: state.trunc(),
        step: (behind / ROOM) as usize,
        first: (behind % ROOM) as usize,
    }
}

impl Entry {
    fn state(self) -> JsValue {
        let behind = self.step as f64 * ROOM + self.first as f64;
        JsValue::from_f64(self.number + behind / (ROOM * ROOM))
    }

    fn put(self) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&self.state(), "", None);
        }
    }

    fn push(self) {
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&self.state(), "", None);
        }
    }
}

fn go_back(steps: usize) {
    let steps = i32::try_from(steps).unwrap_or(1);
    let _ = window()
        .history()
        .and_then(|history| history.go_with_delta(-steps));
}
