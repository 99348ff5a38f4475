//! Directories of other offices: organisations, or people, that somebody typed into a spreadsheet, read into rows.
//!
//! Bytes become a [`Sheet`](super::ledger::Sheet) as those of a ledger do. A sheet has a [`Layout`] (guessed by its
//! header, and changed by a person), and [`read`] makes a [`Reading`] of the two, with the places that are known.
//!
//! Invariant: this room knows nothing of entries and commands and does no I/O. It guesses no value: a cell that can't
//! surely be read refuses its row, with the reason; of rows that tell of the same twice the first counts. Every row of a
//! sheet is accounted for.
//!
//! A new habit of some office: a header goes into `column.rs`, a word for a kind into `kinds.rs`, each with a line in the
//! tests beside it.

mod column;
mod kinds;
mod layout;
mod place;
mod reading;
mod row;

pub use column::{Column, Subject};
pub use kinds::{category, kind, serving};
pub use layout::{Layout, Mapped};
pub use place::Places;
pub use reading::{
    Options, Problem, Reading, Reason, RefusedRow, Repeated, counties_of_villages, read,
};
pub use row::{OfficeRow, PersonRow, Row};
