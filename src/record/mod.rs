//! The record: entries as lines, their ids and leaves; union and verification.
//!
//! A merge is a union of sets of entries; state is folded from what is in the set, and what several edits of one field
//! come to is for the domain to say (`domain::field`). Knows the domain's
//! catalogue to decode facts; knows nothing of where records are kept, nor of bundles.

pub mod canonical;
pub mod chronicle;
pub mod compose;
pub mod line;
mod order;
pub mod set;
pub mod world;

pub use chronicle::{Chronicle, Told};
pub use line::Line;
pub use set::Record;
pub use world::World;
