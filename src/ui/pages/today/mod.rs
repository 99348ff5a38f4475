//! What is to be done today, the most urgent first, one action each.

pub mod hand;
pub mod tasks;

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
pub use page::{Today, sandbox};
