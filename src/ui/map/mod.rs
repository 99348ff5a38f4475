//! The map of the counties of Beijing, Tianjin and Hebei: shaded by a figure, with places as points
//! and joint work as lines.
//!
//! Takes [`MapData`] and calls back; knows neither engine nor domain. Geometry, classes and placement
//! are plain Rust, tested natively; what touches the page compiles for wasm32 only.

pub mod arcs;
pub mod atlas;
pub mod classes;
pub mod data;
pub mod ends;
pub mod inset;
pub mod key;
pub mod labels;
pub mod laid;
pub mod motion;
pub mod pace;
pub mod picture;
pub mod projection;
pub mod sea;
pub mod sight;
pub mod topology;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod canvas;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod drawn;
#[cfg(target_arch = "wasm32")]
mod gestures;
#[cfg(target_arch = "wasm32")]
mod handle;
#[cfg(target_arch = "wasm32")]
mod hands;
#[cfg(target_arch = "wasm32")]
mod insets;
#[cfg(target_arch = "wasm32")]
mod legend;
#[cfg(target_arch = "wasm32")]
mod load;
#[cfg(target_arch = "wasm32")]
mod names;
#[cfg(target_arch = "wasm32")]
mod overlay;
#[cfg(target_arch = "wasm32")]
mod palette;
#[cfg(target_arch = "wasm32")]
mod shared;
#[cfg(target_arch = "wasm32")]
mod stage;
#[cfg(target_arch = "wasm32")]
mod stamps;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod tools;
#[cfg(target_arch = "wasm32")]
mod watch;
#[cfg(target_arch = "wasm32")]
mod whole;

#[cfg(target_arch = "wasm32")]
pub use component::{CountyMap, CountyMapProps};
pub use data::{Adcode, Arc, ArcKind, Format, MapData, Point, PointKind, Ramp, Tone, Value};
#[cfg(target_arch = "wasm32")]
pub use handle::MapHandle;
pub use laid::Covered;
#[cfg(target_arch = "wasm32")]
pub use palette::Palette;
pub use picture::Words;
#[cfg(target_arch = "wasm32")]
pub use stage::Place;
#[cfg(target_arch = "wasm32")]
pub use table::focus_county;
