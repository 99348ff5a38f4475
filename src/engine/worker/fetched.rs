//! Files of the app's own that the worker reads.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Response};

use super::super::protocol::Trouble;

/// The townships of all counties.
pub(super) const TOWNS: &str = "./places/towns.txt";

/// A text of the app's own, from its own folder.
pub(super) async fn fetched(path: &str) -> Result<String, Trouble> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let gone = |_: JsValue| Trouble::NotFetched;
    let response = JsFuture::from(scope.fetch_with_str(path))
        .await
        .map_err(gone)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(Trouble::NotFetched);
    }
    let text = JsFuture::from(response.text().map_err(gone)?)
        .await
        .map_err(gone)?;
    Ok(text.unchecked_into::<JsString>().into())
}
