//! Ledgers 台账 of other offices: what they typed into a spreadsheet, read into rows.
pub mod amount;
pub mod dates;
pub mod encoding;
pub mod people;
pub mod reason;
pub mod sheet;
mod stand_in;
pub mod text;
pub mod words;
