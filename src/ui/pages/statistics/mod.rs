//! The figures of a period and a place: tiles, charts with their tables, the official table. Every
//! number opens its cases.

pub mod examples;
pub mod period;
pub mod titles;

#[cfg(target_arch = "wasm32")]
mod charts;
#[cfg(target_arch = "wasm32")]
mod choose;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod published;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod tiles;

#[cfg(target_arch = "wasm32")]
pub use choose::PeriodChips;
#[cfg(target_arch = "wasm32")]
pub use page::Statistics;
