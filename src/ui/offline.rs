//! Registers the service worker (`public/sw.js`), which keeps the build for use without a network,
//! and tells the page what it may offer. Holds no texts: the page says them.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// A desk may stay open for weeks; so often it looks for a newer build.
const HOUR: i32 = 60 * 60 * 1000;

/// What the page may tell about the copy of the app in this browser.
pub enum Notice {
    /// What opens the app and a desk is kept: that works without a network.
    Ready,
    /// And so is everything else.
    Whole,
    /// A newer build is kept and waits until it is taken.
    Newer(Update),
    /// Another window took a newer build; this one should be opened again when its work is saved.
    Replaced,
    /// This browser or address keeps nothing (plain http, some private windows).
    Unavailable,
}

/// A newer build that waits. Taking it is the person's choice, for it opens the page anew.
pub struct Update {
    waiting: ServiceWorker,
    taken: Rc<Cell<bool>>,
}

impl Update {
    /// Moves on to the newer build with one navigation.
    pub fn take(&self) {
        self.taken.set(true);
        let _ = self.waiting.post_message(&JsValue::from_str("take over"));
    }
}

/// Keeps the app for use without a network and calls `tell` whenever there is something to say.
pub fn keep(tell: impl Fn(Notice) + 'static) {
    let tell: Rc<dyn Fn(Notice)> = Rc::new(tell);
    let Some(container) = container() else {
        return tell(Notice::Unavailable);
    };
    let taken = Rc::new(Cell::new(false));
    hear_replacement(&container, &taken, &tell);
    hear_whole(&container, &tell);
    spawn_local(async move {
        match register(&container).await {
            Ok(registration) => watch(&registration, &taken, &tell),
            Err(_) => tell(Notice::Unavailable),
        }
    });
}

/// `navigator.serviceWorker` is missing where the address is not secure.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &"serviceWorker".into())
        .ok()?
        .dyn_into()
        .ok()
}

async fn register(
    container: &ServiceWorkerContainer,
) -> Result<ServiceWorkerRegistration, JsValue> {
    let options = RegistrationOptions::new();
    // The browser's own cache must not hide a newer build.
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registering = container.register_with_options("./sw.js", &options);
    JsFuture::from(registering).await?.dyn_into()
}

fn hear_replacement(
    container: &ServiceWorkerContainer,
    taken: &Rc<Cell<bool>>,
    tell: &Rc<dyn Fn(Notice)>,
) {
    // A first visit has no controller yet: getting one then is no replacement.
    let had_one = Cell::new(container.controller().is_some());
    let (taken, tell) = (taken.clone(), tell.clone());
    on(container, "controllerchange", move || {
        if taken.get() {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        } else if had_one.replace(true) {
            tell(Notice::Replaced);
        }
    });
}

/// The service worker has all of this build.
fn hear_whole(container: &ServiceWorkerContainer, tell: &Rc<dyn Fn(Notice)>) {
    let tell = tell.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some("all is kept") {
            tell(Notice::Whole);
        }
    });
    container.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

fn watch(
    registration: &ServiceWorkerRegistration,
    taken: &Rc<Cell<bool>>,
    tell: &Rc<dyn Fn(Notice)>,
) {
    if let Some(active) = registration.active() {
        ready(&active, tell);
    }
    let newer = {
        let (taken, tell) = (taken.clone(), tell.clone());
        move |waiting| {
            tell(Notice::Newer(Update {
                waiting,
                taken: taken.clone(),
            }))
        }
    };
    if let Some(waiting) = registration.waiting() {
        newer(waiting);
    }
    let follow = {
        let (registration, tell) = (registration.clone(), tell.clone());
        move || {
            let Some(coming) = registration.installing() else {
                return;
            };
            let (worker, first) = (coming.clone(), registration.active().is_none());
            let (newer, tell) = (newer.clone(), tell.clone());
            on(&coming, "statechange", move || match worker.state() {
                ServiceWorkerState::Installed if !first => newer(worker.clone()),
                ServiceWorkerState::Activated if first => ready(&worker, &tell),
                _ => {}
            });
        }
    };
    // The first set, or one found just now, may be on its way already.
    follow();
    on(registration, "updatefound", follow);
    look_every_hour(registration.clone());
}

/// What the page can start without follows now: other volumes, the map, the lists of towns.
fn ready(worker: &ServiceWorker, tell: &Rc<dyn Fn(Notice)>) {
    let _ = worker.post_message(&JsValue::from_str("keep the rest"));
    tell(Notice::Ready);
}

fn look_every_hour(registration: ServiceWorkerRegistration) {
    let look = Closure::<dyn FnMut()>::new(move || drop(registration.update()));
    if let Some(window) = web_sys::window() {
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            look.as_ref().unchecked_ref(),
            HOUR,
        );
    }
    // Runs as long as the page lives.
    look.forget();
}

/// Listens for as long as the page lives: these few listeners never go.
fn on(target: &web_sys::EventTarget, event: &str, hear: impl FnMut() + 'static) {
    let hear = Closure::<dyn FnMut()>::new(hear);
    let _ = target.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
    hear.forget();
}

#[cfg(test)]
mod tests {
    use js_sys::Promise;
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::{Notice, keep};

    wasm_bindgen_test_configure!(run_in_browser);

    /// The runner's own host has no `sw.js`, as a host has none whose upload was cut short.
    #[wasm_bindgen_test]
    async fn says_so_where_nothing_can_be_kept() {
        let told = Promise::new(&mut |resolve, _| {
            keep(move |notice| {
                let unavailable = matches!(notice, Notice::Unavailable);
                let _ = resolve.call1(&resolve, &unavailable.into());
            });
        });
        assert_eq!(JsFuture::from(told).await, Ok(true.into()));
    }
}
