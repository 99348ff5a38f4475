//! Knowledge without behaviour: what the law, the statistics bureau and the calendar say.
//! Imports nothing of ours.
//!
//! Invariant: no names of things in a human language; those are in `locale`. What is named here is
//! known by its code ([`coded`]), by a number (an administrative code) or by its article.

pub mod agreement;
pub mod article;
pub mod clock;
pub mod coded;
pub mod day;
pub mod decline;
pub mod dispute;
pub mod forms;
pub mod holidays;
pub mod money;
pub mod organisation;
pub mod person;
pub mod rate;
pub mod risk;
