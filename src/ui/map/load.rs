//! Fetches the boundaries, each file once for as long as the page lives.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

use super::atlas::Atlas;
use super::drawn::Drawn;

/// How finely the boundaries are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A quarter of the vertices: the whole region, the first paint.
    Small,
    Full,
}

impl Detail {
    /// Relative: the app may lie in any folder of any host.
    fn address(self) -> &'static str {
        match self {
            Detail::Small => "map/jjj.lo.topo.json",
            Detail::Full => "map/jjj.topo.json",
        }
    }
}

/// The boundaries could not be had: offline before the first visit ended, or a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadError;

impl From<JsValue> for LoadError {
    fn from(_: JsValue) -> Self {
        LoadError
    }
}

thread_local! {
    static LOADED: RefCell<BTreeMap<Detail, Rc<Drawn>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns the boundaries of a detail if they were loaded before.
pub fn loaded(detail: Detail) -> Option<Rc<Drawn>> {
    LOADED.with_borrow(|loaded| loaded.get(&detail).cloned())
}

/// Loads the boundaries, ready to be drawn.
pub async fn load(detail: Detail) -> Result<Rc<Drawn>, LoadError> {
    if let Some(drawn) = loaded(detail) {
        return Ok(drawn);
    }
    let window = window().ok_or(LoadError)?;
    let response: Response = JsFuture::from(window.fetch_with_str(detail.address()))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(LoadError);
    }
    let text = JsFuture::from(response.text()?)
        .await?
        .as_string()
        .ok_or(LoadError)?;
    let atlas = Atlas::read(&text).map_err(|_| LoadError)?;
    // Reading and making paths are a task each: together they would hold up a weak phone's touch.
    pause().await?;
    let drawn = Rc::new(Drawn::new(atlas).ok_or(LoadError)?);
    pause().await?;
    LOADED.with_borrow_mut(|loaded| loaded.insert(detail, Rc::clone(&drawn)));
    Ok(drawn)
}

/// Lets the browser do what waits: input, a frame.
async fn pause() -> Result<(), LoadError> {
    let window = window().ok_or(LoadError)?;
    let timeout = Promise::new(&mut |resolve, _| {
        // Without a timer the promise is settled at once.
        if window.set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(timeout).await?;
    Ok(())
}
