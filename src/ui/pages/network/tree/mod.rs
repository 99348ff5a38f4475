//! The network as a tree: bureau, judicial office, committee or centre, room; beside the map.

pub mod forest;
pub mod laid;
pub mod picture;
pub mod rows;
pub mod shown;
pub mod ties;

#[cfg(target_arch = "wasm32")]
mod branch;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod room;
#[cfg(target_arch = "wasm32")]
pub mod switch;
#[cfg(target_arch = "wasm32")]
mod taking_along;

#[cfg(target_arch = "wasm32")]
pub use page::NetworkTree;
