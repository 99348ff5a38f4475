//! Knowledge without behaviour: what the law, the statistics bureau and the calendar say.
//! Imports nothing of ours.
//!
//! Invariant: no words of the interface; those are in `locale`. What is named here is known by its
//! code ([`coded`]), by a number (an administrative code) or by its article. Names of places are data.

pub mod agreement;
pub mod article;
pub mod blank;
pub mod borders;
pub mod clock;
pub mod coded;
pub mod day;
pub mod decline;
pub mod dispute;
pub mod divisions;
pub mod forms;
pub mod holidays;
pub mod identity;
pub mod money;
pub mod organisation;
pub mod person;
pub mod phone;
pub mod pinyin;
pub mod rate;
pub mod risk;
pub mod settlements;
