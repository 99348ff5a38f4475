//! The one owner of record, store and views: commands in, pages and notices out.
//!
//! The same engine runs in the browser's worker over IndexedDB and natively over memory or a folder.

pub mod desk;
pub mod play;
pub mod protocol;
#[cfg(target_arch = "wasm32")]
pub mod worker;
