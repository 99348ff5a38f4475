//! The network around the cases: organisations, mediators, consultations, work orders, activities and cooperation
//! agreements, each a stream of few entries. What a stream says first of what it is about stands.

pub mod command;
mod decide;
mod event;
mod refusal;
mod state;

pub use command::Command;
pub use decide::{decide, enrol, found};
pub use event::{
    ActivityForm, Answered, Dispatched, Enrolled, Founded, Held, Resolved, ResolvedBy, Signed,
};
pub use refusal::Refusal;
pub use state::{About, SELF};
