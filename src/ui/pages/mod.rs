//! The pages, one a route. Each begins with a `<PageHead>` and holds no rules. What a page computes
//! compiles everywhere and is tested natively; what it shows, for wasm32 only.

pub mod directory;
pub mod network;
pub mod register;
pub mod statistics;
pub mod today;

#[cfg(target_arch = "wasm32")]
pub mod answered;
#[cfg(target_arch = "wasm32")]
pub mod case;
#[cfg(target_arch = "wasm32")]
pub mod directory_sheet;
#[cfg(target_arch = "wasm32")]
pub mod exchange;
#[cfg(target_arch = "wasm32")]
pub mod help;
#[cfg(target_arch = "wasm32")]
pub mod intake;
#[cfg(target_arch = "wasm32")]
pub mod ledger;
#[cfg(target_arch = "wasm32")]
pub mod more;
#[cfg(target_arch = "wasm32")]
pub mod my_data;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub mod paper;
#[cfg(target_arch = "wasm32")]
pub mod settings;
#[cfg(target_arch = "wasm32")]
mod spreadsheet;
#[cfg(target_arch = "wasm32")]
pub mod steps;
#[cfg(target_arch = "wasm32")]
pub mod unknown;
#[cfg(target_arch = "wasm32")]
pub(super) mod volume;
#[cfg(target_arch = "wasm32")]
pub mod welcome;

#[cfg(target_arch = "wasm32")]
pub use page::Page;
