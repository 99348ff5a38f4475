//! Training: what happens in an invented region, told step by step.
//!
//! A scenario says how many of what happened where, when and how it ended. From it come offices,
//! people and stories; a story says which command comes next, and the engine runs it through
//! `decide` as if a mediator had asked for it. Knows no store, no clock and no page; the same seed
//! and the same day tell the same, byte for byte.

pub mod chance;
pub mod demonstration;
pub mod people;
mod places;
mod plan;
pub mod practice;
pub mod scenario;
pub mod story;
mod words;

pub use chance::Dice;
pub use demonstration::Region;
pub use scenario::Scenario;
pub use story::{Plot, Step, Story};
