//! The one owner of record, store and views.

#[cfg(target_arch = "wasm32")]
pub mod worker;
