//! The lock: after five minutes without a touch, or by a tap in any of its tabs, where the desk has a PIN. The page
//! behind stays as it was, unseen and inert, so that no form is lost.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use crate::{
    engine::protocol::{WorkspaceKind, ask},
    locale::app as say,
    ui::{
        browser::own_key,
        data::{use_about, use_engine},
        language::t,
        parts::LockScreen,
        route::keep_focus,
    },
};

/// So long without a touch.
const IDLE: f64 = 5.0 * 60_000.0;
/// After so many wrong tries one waits.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_secs(30);

/// Lent by context.
#[derive(Clone, Copy)]
pub struct Lock {
    locked: RwSignal<bool>,
    has_pin: Memo<bool>,
    touched: StoredValue<f64>,
}

pub(super) fn provide_lock() -> Lock {
    let about = use_about();
    let has_pin = Memo::new(move |_| {
        about.with(|about| {
            about
                .as_ref()
                .and_then(|about| about.desk.as_ref())
                .is_some_and(|desk| desk.has_pin)
        })
    });
    let lock = Lock {
        locked: RwSignal::new(false),
        has_pin,
        touched: StoredValue::new(js_sys::Date::now()),
    };
    provide_context(lock);
    // A workspace that has just been opened begins locked; setting a PIN locks nothing.
    let kind = Memo::new(move |_| about.with(|about| about.as_ref().map(|about| about.workspace)));
    Effect::new(move |before: Option<Option<WorkspaceKind>>| {
        let now = kind.get();
        if before.flatten() != now {
            lock.locked
                .set(now.is_some() && lock.has_pin.get_untracked());
        }
        now
    });
    let touch = move || lock.touched.set_value(js_sys::Date::now());
    let listening = [
        window_event_listener_untyped("pointerdown", move |_| touch()),
        window_event_listener_untyped("keydown", move |_| touch()),
        window_event_listener_untyped("input", move |_| touch()),
        window_event_listener(ev::visibilitychange, move |_| lock.check()),
        window_event_listener(ev::storage, move |event| {
            if event.key() == Some(told()) {
                lock.lock_here();
            }
        }),
    ];
    on_cleanup(move || listening.into_iter().for_each(WindowListenerHandle::remove));
    set_interval(move || lock.check(), Duration::from_secs(15));
    lock
}

#[must_use]
pub fn use_lock() -> Lock {
    use_context().unwrap_or_else(provide_lock)
}

impl Lock {
    #[must_use]
    pub fn has_pin(self) -> Signal<bool> {
        self.has_pin.into()
    }

    #[must_use]
    pub fn locked(self) -> Signal<bool> {
        self.locked.into()
    }

    /// Locks now, where there is a PIN, and in every other tab too: whoever locks and leaves believes that no name
    /// is left in sight. Each is unlocked by itself.
    pub fn lock(self) {
        if self.has_pin.get_untracked() {
            self.lock_here();
            tell_others();
        }
    }

    fn lock_here(self) {
        if self.has_pin.get_untracked() {
            self.locked.set(true);
        }
    }

    /// Somebody may be at work in another tab: they are told nothing.
    fn check(self) {
        if js_sys::Date::now() - self.touched.get_value() > IDLE {
            self.lock_here();
        }
    }
}

/// What is written to have other tabs lock.
fn told() -> String {
    own_key("lock")
}

/// The browser says to every other tab what was written, and here to none. Where it keeps nothing, none hears.
fn tell_others() {
    if let Ok(Some(storage)) = window().local_storage() {
        let key = told();
        let _ = storage.set_item(&key, "");
        // It is to be news again the next time.
        let _ = storage.remove_item(&key);
    }
}

/// Asks for the PIN.
#[component]
pub(super) fn LockPage() -> impl IntoView {
    let (lock, engine) = (use_lock(), use_engine());
    let busy = RwSignal::new(false);
    let (tried, until) = tries();
    let wrong = RwSignal::new(0_u32);
    let waits = RwSignal::new(false);
    let wait = move |time: Duration| {
        waits.try_set(true);
        busy.try_set(true);
        set_timeout(
            move || {
                waits.try_set(false);
                busy.try_set(false);
            },
            time,
        );
    };
    // A page that is opened anew goes on waiting.
    let left = until.saturating_sub(now());
    if left > 0 {
        wait(Duration::from_millis(left).min(PAUSE));
    }
    let error_text = t(move |l| match (waits.get(), wrong.get()) {
        (true, _) => say::wait_a_while(l),
        (false, 0) => "",
        (false, _) => say::wrong_pin(l),
    });
    let error =
        Signal::derive(move || error_text.with(|text| (!text.is_empty()).then(|| text.clone())));
    let try_pin = move |pin: String| {
        busy.set(true);
        spawn_local(async move {
            let opens = engine.ask(ask::Unlock { pin }).await;
            if opens == Ok(true) {
                keep_tries(0, 0);
                lock.locked.set(false);
                return keep_focus();
            }
            wrong.try_update(|wrong| *wrong += 1);
            let count = tried.saturating_add(wrong.try_get_untracked().unwrap_or_default());
            if count % TRIES == 0 {
                keep_tries(count, now() + PAUSE.as_secs() * 1000);
                wait(PAUSE);
            } else {
                keep_tries(count, 0);
                busy.try_set(false);
            }
        });
    };
    let foot = move || view! { <p class="tiny lock-foot">{t(say::forgot_pin)}</p> };
    view! {
        <LockScreen title=t(say::locked) hint=t(say::enter_pin) error=error busy=busy on_pin=try_pin foot=foot/>
    }
}

fn key() -> String {
    own_key("tries")
}

/// Whole milliseconds: a fraction's parser would weigh more than all of this page.
fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// How often a wrong PIN was given here, and until when one waits, in milliseconds of the clock.
fn tries() -> (u32, u64) {
    let kept = || window().local_storage().ok()??.get_item(&key()).ok()?;
    let kept = kept().unwrap_or_default();
    let (wrong, until) = kept.split_once(' ').unwrap_or_default();
    (
        wrong.parse().unwrap_or_default(),
        until.parse().unwrap_or_default(),
    )
}

/// A private window may keep nothing: then the count is the page's alone.
fn keep_tries(wrong: u32, until: u64) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match wrong {
            0 => storage.remove_item(&key()),
            wrong => storage.set_item(&key(), &format!("{wrong} {until}")),
        };
    }
}
