//! A case 案件, from the door to the archive: its events, its state, and the rules between them.

mod after;
pub mod command;
pub mod course;
mod danger;
mod dated;
mod decide;
pub mod elsewhere;
pub mod event;
mod evolve;
mod field;
pub mod letters;
pub mod likely;
pub mod public;
pub mod refusal;
mod settle;
pub mod state;
pub mod term;

pub use command::Command;
pub use course::{Stage, Step};
pub use dated::Dated;
pub use decide::{Made, decide, entered_from_ledger, may_be_signed, take_back_end};
pub use field::CaseField;
pub use refusal::Refusal;
pub use state::Case;
pub use term::{Nearness, Term};
