//! The network of counties: shaded by a figure, organisations as points, joint cases as lines, and
//! what one county or corridor is.

pub mod compare;
pub mod drawn;
pub mod find;
pub mod joint;
pub mod layer;
pub mod opportunity;
pub mod points;
pub mod seats;
pub mod time;
pub mod tour;
pub mod tree;

#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod corridor;
#[cfg(target_arch = "wasm32")]
mod county;
#[cfg(target_arch = "wasm32")]
mod coverage;
#[cfg(target_arch = "wasm32")]
mod export;
#[cfg(target_arch = "wasm32")]
mod find_box;
#[cfg(target_arch = "wasm32")]
mod neighbours;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod scale;
#[cfg(target_arch = "wasm32")]
mod time_bar;

#[cfg(target_arch = "wasm32")]
pub use page::Network;
#[cfg(target_arch = "wasm32")]
pub use tree::NetworkTree;
