//! What lies in the database, as our types.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

use super::transaction::trouble;
use crate::store::{Manifest, SegmentBytes, StoreTrouble, TailLine};

/// Bytes that the browser holds, not this wasm.
#[derive(Clone, Debug)]
pub struct Held(Uint8Array);

impl Held {
    #[must_use]
    pub fn new(bytes: Uint8Array) -> Self {
        Self(bytes)
    }

    /// A copy in this wasm.
    #[must_use]
    pub fn copied(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

pub(super) fn bytes_of(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

pub(super) fn lines_of(packed: &SegmentBytes) -> Uint8Array {
    match packed {
        SegmentBytes::Here(bytes) => Uint8Array::from(bytes.as_slice()),
        SegmentBytes::Beside(held) => held.0.clone(),
    }
}

/// Lines of the tail with their places.
pub(super) fn places(keys: &Array, values: &Array) -> Vec<TailLine> {
    let place = |key: JsValue| key.as_f64().unwrap_or(0.0) as u64;
    keys.iter()
        .zip(values.iter())
        // What is no text is a line that cannot be read, and stays.
        .map(|(key, value)| (place(key), value.as_string().unwrap_or_default()))
        .collect()
}

/// All places of the tail after this one.
pub(super) fn after(place: u64) -> Result<JsValue, StoreTrouble> {
    IdbKeyRange::lower_bound_with_open(&JsValue::from_f64(place as f64), true)
        .map(JsValue::from)
        .map_err(|e| trouble(&e))
}

/// None in force is an empty one.
pub(super) fn manifest_of(value: &JsValue) -> Result<Manifest, StoreTrouble> {
    match value.as_string() {
        None => Ok(Manifest::default()),
        Some(text) => serde_json::from_str(&text)
            .map_err(|error| StoreTrouble::Failed(format!("manifest: {error}"))),
    }
}
