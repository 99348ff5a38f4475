//! The one owner of record, store and views: commands in, pages and notices out.
//!
//! The same engine runs in the browser's worker over IndexedDB and natively over memory. What belongs to the
//! page's wasm alone stands behind the feature `page`; the reading worker's is built without it.

mod act;
mod answer;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod client;
mod damage;
mod demonstrate;
pub mod desk;
pub mod directory;
mod draft;
mod erase;
pub mod export;
mod first;
mod furnish;
pub mod import;
mod keep;
pub mod ledger;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod machine;
mod network_page;
pub mod play;
pub mod protocol;
pub mod reading;
pub mod run;
mod set_up;
mod streams;
mod take_back;
mod tell;
mod touch;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod worker;
