//! The reading worker's binary: reads bundles and tells the demonstration, compiled for speed. Without the
//! page (`--no-default-features`), and loaded when there is something to read.

/// Called by `public/reader.js` with the engine's first message.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start_reading(message: wasm_bindgen::JsValue) {
    langqiao::engine::reading::worker::start(message);
}

fn main() {}
