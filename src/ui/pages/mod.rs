//! The pages.

#[cfg(target_arch = "wasm32")]
pub mod intake;
pub mod steps;
