//! The demonstration region, told when its workspace is first opened. It comes in a volume (`volume`).

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Response};

use super::super::protocol::Trouble;
use super::super::reading::beside::Beside;
use super::super::reading::{Share, Shares};
use super::Open;

/// Those who tell it.
pub(super) type Tellers = Shares<Beside, fn(Share) -> Result<Beside, Trouble>>;

pub(super) async fn tell_the_region(engine: &mut Open, tellers: Tellers) -> Result<(), Trouble> {
    let scenario = fetched("./scenarios/demonstration.json").await?;
    let towns = fetched("./places/towns.txt").await?;
    engine.demonstrate(scenario, towns, tellers).await
}

/// A text of the app's own, from its own folder.
async fn fetched(path: &str) -> Result<String, Trouble> {
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
