//! The one owner of record, store and views: commands in, pages and notices out.
//!
//! The same engine runs in the browser's worker over IndexedDB and natively over memory.

mod answer;
#[cfg(target_arch = "wasm32")]
pub mod client;
mod demonstrate;
pub mod desk;
pub mod export;
mod furnish;
pub mod import;
mod keep;
pub mod ledger;
#[cfg(target_arch = "wasm32")]
mod machine;
pub mod play;
pub mod protocol;
pub mod run;
mod touch;
#[cfg(target_arch = "wasm32")]
pub mod worker;
