//! The app's binary: the page and the engine's worker start from this one small wasm.
fn main() {}
