//! Ledgers 台账 of other offices: what they typed into a spreadsheet, read into rows of cases.
//!
//! Bytes become text ([`decode`]; in the browser `TextDecoder` with [`guess_encoding`]'s label), text
//! a [`Sheet`] ([`Sheet::from_csv`]; a [`Cell`] can hold what a workbook's would, but none is read yet), a
//! sheet has a [`Layout`] (guessed, and changed by a person), and [`read`] makes a [`Reading`] of the two.
//! What a person typed in place of a cell is put into the sheet, which is read again ([`Sheet::put`]); a later ledger
//! stands to an earlier one as [`compare`] says.
//!
//! Invariant: this room knows nothing of entries and commands, and of cases only what may stand as a
//! case's number; it does no I/O, and guesses no value: a cell that can't surely be read refuses its row,
//! with the reason. Every row of a sheet is accounted for.
//!
//! A new habit of some office: a synonym goes into `synonyms.rs`, a header into `heading.rs`, a spelling
//! of days into `dates.rs`, each with a line in the tests beside it.

pub mod amount;
mod compare;
mod contents;
pub mod dates;
mod ditto;
mod draft;
mod encoding;
mod header;
mod heading;
mod layout;
pub mod people;
pub mod persons;
mod reading;
mod reason;
mod row;
mod sheet;
mod sides;
mod surnames;
mod synonyms;
pub mod text;
mod unnamed;
pub mod words;

pub use amount::Unit;
pub use compare::{Change, Comparison, RowKey, compare, possible_duplicates};
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::{Decoded, decode};
pub use encoding::{Encoding, damaged_lines, guess_encoding};
pub use heading::Column;
pub use layout::{Certainty, KnownHeaders, Layout, Mapped, Options};
pub use persons::IdNumber;
pub use reading::{ColumnCount, Problem, Reading, RefusedRow, Subtotal, read};
pub use reason::Reason;
pub use row::{Person, Row, unnamed};
pub use sheet::{Cell, Sheet};
pub use words::{Form, Outcome, Words};
