//! What stands below a header, by which the guess of its columns is weighed.

use super::super::contents::fits;
use super::super::heading::Column;
use super::super::sheet::{Cell, Sheet};
use super::super::words::Words;

/// Rows after the header that the guess looks at.
const SAMPLE: usize = 200;

/// The rows below a header, a sample of them.
pub(super) struct Below<'a> {
    pub(super) rows: Vec<&'a [Cell]>,
    year: Option<i32>,
    words: &'a Words,
}

impl<'a> Below<'a> {
    pub(super) fn new(sheet: &'a Sheet, header: u32, year: Option<i32>, words: &'a Words) -> Self {
        let above = usize::try_from(header).unwrap_or(usize::MAX);
        let rows = sheet
            .rows
            .iter()
            .skip(above)
            .map(Vec::as_slice)
            .filter(|row| is_data(row));
        Self {
            rows: rows.take(SAMPLE).collect(),
            year,
            words,
        }
    }

    /// How many cells of a column say something of their own, and how many of those can be read as this meaning.
    pub(super) fn count(&self, index: usize, column: &Column) -> (usize, usize) {
        let cells = self
            .rows
            .iter()
            .filter_map(|row| row.get(index))
            .filter(|cell| !cell.says_nothing() && !cell.is_ditto());
        cells.fold((0, 0), |(inked, fit), cell| {
            (
                inked + 1,
                fit + usize::from(fits(column, cell, self.year, self.words)),
            )
        })
    }

    pub(super) fn agrees(&self, index: usize, column: &Column) -> bool {
        let (inked, fit) = self.count(index, column);
        fit * 2 >= inked
    }
}

/// A row with so little ink is blank or a subtotal; either would blur the counts.
fn is_data(row: &[Cell]) -> bool {
    row.iter().filter(|cell| !cell.is_empty()).count() > 3
}
