//! The copy of the app in this browser, as a signal: kept for use without a network, newer, replaced.

use leptos::prelude::*;

use crate::ui::offline::{self, Notice, Update};

/// How the copy stands. `<html data-kept>` says it too, for whoever looks from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Not known yet.
    #[default]
    Coming,
    /// The app opens, and a desk: the rest is on its way.
    Ready,
    Whole,
    Newer,
    Replaced,
    Unavailable,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Ready => "ready",
            Self::Whole => "whole",
            Self::Newer => "newer",
            Self::Replaced => "replaced",
            Self::Unavailable => "unavailable",
        }
    }
}

/// Lent by context.
#[derive(Clone, Copy)]
pub struct Kept {
    state: RwSignal<State>,
    newer: StoredValue<Option<Update>, LocalStorage>,
}

/// Begins to keep the app; once, at the root.
pub(super) fn provide_kept() -> Kept {
    let kept = Kept {
        state: RwSignal::new(State::Coming),
        newer: StoredValue::new_local(None),
    };
    provide_context(kept);
    offline::keep(move |notice| {
        let state = match notice {
            Notice::Ready => State::Ready,
            // A newer build that waits is the greater news.
            Notice::Whole if kept.state.get_untracked() == State::Ready => State::Whole,
            Notice::Whole => return,
            Notice::Replaced => State::Replaced,
            Notice::Unavailable => State::Unavailable,
            Notice::Newer(update) => {
                kept.newer.set_value(Some(update));
                State::Newer
            }
        };
        kept.state.set(state);
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-kept", state.word());
        }
    });
    kept
}

#[must_use]
pub fn use_kept() -> Kept {
    use_context().unwrap_or_else(provide_kept)
}

impl Kept {
    #[must_use]
    pub fn state(self) -> Signal<State> {
        self.state.into()
    }

    /// Moves on to the newer build; opens the page anew.
    pub fn take(self) {
        self.newer.with_value(|update| {
            if let Some(update) = update {
                update.take();
            }
        });
    }
}
