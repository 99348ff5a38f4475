//! A word after something was done, with 撤销 where that is possible. It goes by itself, but not while
//! a finger or the focus is on it.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;

use super::common::Tone;
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// How long a toast stays: longer where one may want to undo.
const STAYS: Duration = Duration::from_secs(5);
const STAYS_WITH_UNDO: Duration = Duration::from_secs(10);

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    tone: Tone,
    undo: Option<Undo>,
}

/// Not a callback of a page's: the toast outlives the page that showed it.
type Undo = Arc<dyn Fn() + Send + Sync>;

/// Shows toasts; `use_toasts()` in any page inside the shell.
#[derive(Clone, Copy)]
pub struct Toasts {
    all: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

/// The toasts of this app; the first call, at the app's root or in the shell, provides them.
#[must_use]
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(provide_toasts)
}

/// Provides the toasts; at the app's root, so that what lies outside the shell can speak too.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts {
        all: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
    };
    provide_context(toasts);
    toasts
}

impl Toasts {
    /// 已登记.
    pub fn say(self, text: impl Into<String>) {
        self.put(text.into(), Tone::Plain, None);
    }

    /// What went wrong, where nothing nearer can say it.
    pub fn warn(self, text: impl Into<String>) {
        self.put(text.into(), Tone::Maple, None);
    }

    /// 已作废第116号, and a way back.
    pub fn undoable(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.put(text.into(), Tone::Plain, Some(Arc::new(undo)));
    }

    fn put(self, text: String, tone: Tone, undo: Option<Undo>) {
        self.next.update_value(|next| *next += 1);
        let id = self.next.get_value();
        let stays = match undo {
            Some(_) => STAYS_WITH_UNDO,
            None => STAYS,
        };
        let says = |toast: &Toast| toast.tone == Tone::Plain && toast.undo.is_none();
        self.all.update(|all| {
            // What was just done stands for what was done before it: on a phone each covers two rows.
            if tone == Tone::Plain && undo.is_none() {
                all.retain(|toast| !says(toast));
            }
            // Two at most: an older word makes room.
            if all.len() > 1 {
                all.remove(0);
            }
            all.push(Toast {
                id,
                text,
                tone,
                undo,
            });
        });
        self.leave_later(id, stays);
    }

    fn leave_later(self, id: u32, after: Duration) {
        set_timeout(
            move || {
                let held = document()
                    .query_selector(&format!("#toast-{id}:hover, #toast-{id}:focus-within"));
                match held {
                    Ok(Some(_)) => self.leave_later(id, STAYS),
                    _ => self.drop(id),
                }
            },
            after,
        );
    }

    fn drop(self, id: u32) {
        self.all.update(|all| all.retain(|toast| toast.id != id));
    }
}

/// Where toasts appear; the shell has one.
#[component]
pub fn ToastHost() -> impl IntoView {
    let toasts = use_toasts();
    let one = move |toast: Toast| {
        let id = toast.id;
        let undo = toast.undo.map(|undo| {
            let press = move |_| {
                toasts.drop(id);
                undo();
            };
            view! { <button type="button" class="toast-undo" on:click=press>{t(say::undo)}</button> }
        });
        let icon = if toast.tone == Tone::Maple {
            Icon::CircleAlert
        } else {
            Icon::CircleCheck
        };
        view! {
            <div class="toast" id=format!("toast-{id}") class:maple=toast.tone == Tone::Maple>
                <Icon name=icon size=IconSize::Small/>
                <span class="grow">{toast.text}</span>
                {undo}
                <button type="button" class="toast-close" on:click=move |_| toasts.drop(id)>
                    <Icon name=Icon::X size=IconSize::Small/>
                    <span class="unseen">{t(say::close)}</span>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.all.get() key=|toast| toast.id children=one/>
        </div>
    }
}
