//! The page: Leptos shell, pages, parts, map and charts. Holds no rules: it shows what the engine
//! answers and sends commands. Components compile for wasm32 only; geometry and scales are plain
//! Rust and are tested natively.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub mod backup;
pub mod browser;
pub mod chart;
#[cfg(target_arch = "wasm32")]
pub mod data;
#[cfg(target_arch = "wasm32")]
pub mod offline;
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod place;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
pub mod towns;
#[cfg(target_arch = "wasm32")]
pub mod villages;

#[cfg(target_arch = "wasm32")]
pub use start::start_page;
pub mod icon;
mod icon_outlines;
pub mod language;
pub mod map;
pub mod parts;
pub mod route;
#[cfg(target_arch = "wasm32")]
pub mod shell;
pub mod step_code;
pub mod suggest;
pub mod trouble;
