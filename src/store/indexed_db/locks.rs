//! A lock between tabs (Web Locks): a tab that has staged segments holds it together with others that have, and a
//! tab that sweeps wants it alone. A tab that dies lets go. On a page that is not secure the browser has no
//! locks: nothing is swept then, and what an import that was cut off left behind stays.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// Milliseconds that an import waits for it: a sweep takes a fraction of that, and without the lock the import goes
/// on all the same.
const PATIENCE: u32 = 3_000;

/// A lock that is held until this is dropped.
pub(super) struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// A place for a lock.
#[derive(Default)]
pub(super) struct Holding(RefCell<Option<Lock>>);

impl Holding {
    pub(super) fn is_free(&self) -> bool {
        self.0.borrow().is_none()
    }

    pub(super) fn hold(&self, held: Option<Lock>) {
        *self.0.borrow_mut() = held;
    }

    pub(super) fn release(&self) {
        self.0.take();
    }
}

/// Holds it beside others that stage; none where the browser has no locks.
pub(super) async fn together(database: &str) -> Option<Lock> {
    request(database, "shared", false).await
}

/// Holds it alone, if nobody stages.
pub(super) async fn alone(database: &str) -> Option<Lock> {
    request(database, "exclusive", true).await
}

/// The browser holds a lock for as long as what its callback promised is open.
async fn request(database: &str, mode: &str, if_available: bool) -> Option<Lock> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &mode.into()).ok()?;
    if if_available {
        Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
    } else {
        // A tab that was frozen in the middle of sweeping holds it alone, and for as long as it pleases.
        let signal = AbortSignal::timeout_with_u32(PATIENCE);
        Reflect::set(&options, &"signal".into(), &signal).ok()?;
    }
    let granted = Promise::new(&mut |tell, _| {
        let give_up = tell.clone();
        let callback = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = tell.call1(&JsValue::NULL, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            let open = Promise::new(&mut |release, _| {
                let _ = tell.call1(&JsValue::NULL, &release);
            });
            open.into()
        });
        // Refused or given up: nobody holds anything, and nobody waits.
        let refused = Closure::once_into_js(move |_: JsValue| {
            let _ = give_up.call1(&JsValue::NULL, &JsValue::NULL);
        });
        let name = format!("{database} staged").into();
        let asked = request.call3(&locks, &name, &options, &callback);
        if let Ok(asked) = asked.and_then(JsCast::dyn_into::<Promise>) {
            let caught = Reflect::get(&asked, &"catch".into());
            let _ = caught.map(|catch| catch.unchecked_into::<Function>().call1(&asked, &refused));
        }
    });
    let release = JsFuture::from(granted).await.ok()?;
    release.dyn_into().ok().map(Lock)
}
