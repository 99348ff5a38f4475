//! The app's binary: the page and the engine's worker start from this one small wasm.
//! Exports to JavaScript stand here and not in the library, where they would land in every binary.

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::JsCast;

    // The same module also starts in the worker, which has no window and waits for `start_engine`.
    if js_sys::global().dyn_into::<web_sys::Window>().is_ok() {
        langqiao::ui::start_page();
    }
}

/// Called by `public/worker.js` once the module stands in the worker.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start_engine() {
    langqiao::engine::worker::start();
}

/// The app runs in a browser alone; natively it only has to compile with the rest.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
