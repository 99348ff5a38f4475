//! The map of the counties of Beijing, Tianjin and Hebei: shaded by a figure, with places as points
//! and joint work as lines.
//!
//! Takes [`MapData`] and calls back; knows neither engine nor domain. Geometry, classes and placement
//! are plain Rust, tested natively; what touches the page compiles for wasm32 only.

pub mod arcs;
pub mod atlas;
pub mod classes;
pub mod data;
pub mod labels;
pub mod projection;
pub mod topology;
pub mod view;

pub use data::{Adcode, Arc, Format, MapData, Point, PointKind, Tone, Value};
