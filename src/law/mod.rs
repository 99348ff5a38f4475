//! Knowledge without behaviour: what the law, the statistics bureau and the calendar say.
//! Imports nothing of ours.

pub mod coded;
pub mod dispute;
pub mod person;
