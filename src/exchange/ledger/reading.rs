//! Reading a sheet by its layout: every row becomes a case, a refusal, or something that is
//! recognised as neither. None is dropped.

mod kind;

use std::borrow::Cow;

use super::amount::hangs_on_unit;
use super::ditto::written_out;
use super::draft::{Draft, Taken};
use super::heading::Column;
use super::layout::{Layout, Options};
use super::reason::Reason;
use super::row::Row;
use super::sheet::{Cell, Sheet};
use crate::law::day::{Day, Month};
use kind::{Kind, Kinds};

/// What became of a sheet. Each of its rows is in exactly one of these lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub rows: Vec<Row>,
    pub refused: Vec<RefusedRow>,
    pub subtotals: Vec<Subtotal>,
    /// Rows (from 1) before the header, and such rows again where pages were joined.
    pub titles: Vec<u32>,
    pub headers: Vec<u32>,
    /// Rows with no ink, with marks for nothing, or with nothing but a serial.
    pub blanks: Vec<u32>,
    /// Rows that speak about the ledger: instructions, months, who filled it in.
    pub notes: Vec<u32>,
    /// Rows that are cases, of whose sums nobody says the unit: neither header nor title nor their cell.
    pub unitless: Vec<u32>,
    /// How each column of the layout was read.
    pub columns: Vec<ColumnCount>,
    /// Rows in the sheet.
    pub sheet_rows: u32,
}

/// A row that was not taken in, with everything that is wrong with it, from the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// From 1, as a spreadsheet shows it.
    pub row: u32,
    /// At least one.
    pub problems: Vec<Problem>,
}

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 0; `None` if the sheet has no column for it.
    pub column: Option<usize>,
    pub header: String,
    pub meaning: Column,
    /// The cell as a person sees it.
    pub cell: String,
    pub reason: Reason,
}

impl Problem {
    /// What the ledger has no column for, if that is what is wrong.
    #[must_use]
    pub fn lacks(&self) -> Option<&Column> {
        (self.column.is_none() && self.reason == Reason::Missing).then_some(&self.meaning)
    }
}

/// A row that counts other rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtotal {
    pub row: u32,
    pub label: String,
    /// The number that it states.
    pub stated: Option<u32>,
    /// Cases, read or refused, that it should be about: since the subtotal before it or of the month that it names,
    /// for a grand total all so far. If this is not what it states, the ledger or the reading of it is wrong.
    pub counted: u32,
}

impl Subtotal {
    /// Whether it states another number than was counted.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.stated.is_some_and(|stated| stated != self.counted)
    }
}

/// How the cells of a column were read, among the rows that are cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnCount {
    /// Cells that say something.
    pub inked: u32,
    /// Of these, cells read as the column's meaning.
    pub read: u32,
    /// Of the cells of remarks, those in which a source or a court's confirmation was noticed.
    pub told: u32,
    pub refused: u32,
    /// A few different cells, as they stand.
    pub samples: Vec<String>,
}

const SAMPLES: usize = 4;

impl Reading {
    /// Rows that are cases: the denominator of "119 of 120 read".
    #[must_use]
    pub fn cases(&self) -> u32 {
        count(&self.rows) + count(&self.refused)
    }
}

fn count<T>(rows: &[T]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

/// Reads all rows of a sheet.
#[must_use]
pub fn read(sheet: &Sheet, layout: &Layout, options: &Options) -> Reading {
    let mut reading = Reading {
        sheet_rows: count(&sheet.rows),
        ..Reading::default()
    };
    reading.columns = vec![ColumnCount::default(); layout.columns.len()];
    let order = reading_order(layout);
    let kinds = Kinds::new(sheet, layout, options);
    let mut since_subtotal = 0;
    // The days of registration of the cases so far, the refused ones among them.
    let mut days: Vec<Option<Day>> = Vec::new();
    // The last row that became a case.
    let mut last: Option<(u32, Cow<'_, [Cell]>)> = None;
    for (number, cells) in (1..).zip(&sheet.rows) {
        if let Some(refused) = quote_open(sheet, number) {
            reading.refused.push(refused);
            continue;
        }
        match kinds.kind(number, cells) {
            Kind::Title => reading.titles.push(number),
            Kind::Header => reading.headers.push(number),
            Kind::Blank => reading.blanks.push(number),
            Kind::Note => reading.notes.push(number),
            Kind::Subtotal {
                label,
                stated,
                grand,
            } => {
                let counted = match of_month(&label, &days) {
                    _ if grand => reading.cases(),
                    // A month's rows may stand in another's block, or another month without a subtotal before them.
                    Some(of_month) if stated != Some(since_subtotal) => of_month,
                    _ => since_subtotal,
                };
                since_subtotal = 0;
                reading.subtotals.push(Subtotal {
                    row: number,
                    label,
                    stated,
                    counted,
                });
            }
            Kind::Case => {
                since_subtotal += 1;
                let above = last.as_ref().filter(|(row, _)| row + 1 == number);
                let cells = written_out(cells, above.map(|(_, cells)| &**cells), layout);
                let mut draft = Draft::default();
                for index in &order {
                    let Some(cell) = cells.get(*index) else {
                        continue;
                    };
                    let taken = draft.take(*index, cell, layout, options);
                    if has_no_unit(*index, cell, layout) {
                        reading.unitless.push(number);
                    }
                    if let Some(counts) = reading.columns.get_mut(*index) {
                        counts.add(cell, taken);
                    }
                }
                days.push(draft.registered());
                match draft.finish(number, layout) {
                    Ok(row) => {
                        reading.rows.push(row);
                        last = Some((number, cells));
                    }
                    Err(refused) => reading.refused.push(refused),
                }
            }
        }
    }
    reading
}

/// How many of these days lie in the month that a subtotal's label names, in the year of the last of them; none where
/// it names no month, or no day lies in it. A day that isn't known is of the month of the one before it.
fn of_month(label: &str, days: &[Option<Day>]) -> Option<u32> {
    let (before, _) = label.split_once('月')?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month: u8 = before[digits..].parse().ok()?;
    let mut last = None;
    let months: Vec<Option<Month>> = days
        .iter()
        .map(|day| {
            last = day.map(Day::month).or(last);
            last
        })
        .collect();
    let is_named = |one: &&Month| one.of_year() == month;
    let named = *months.iter().flatten().rev().find(is_named)?;
    let of_it = months.iter().filter(|one| **one == Some(named)).count();
    u32::try_from(of_it).ok()
}

/// Whether a cell is of a sum and nobody says its unit.
fn has_no_unit(index: usize, cell: &Cell, layout: &Layout) -> bool {
    layout.unit.is_none() && layout.columns[index].column == Column::Amount && hangs_on_unit(cell)
}

/// The refusal of the row in which a quotation mark is never closed. It has no column: there is more to
/// mend than its cell.
fn quote_open(sheet: &Sheet, row: u32) -> Option<RefusedRow> {
    sheet.open_quote.filter(|open| *open == row)?;
    let cells = sheet.rows.get(usize::try_from(row).ok()?.checked_sub(1)?)?;
    let cell = cells.last().map(Cell::shown).unwrap_or_default();
    Some(RefusedRow {
        row,
        problems: vec![Problem {
            column: None,
            header: String::new(),
            meaning: Column::Ignore,
            cell: cell.lines().next().unwrap_or_default().to_owned(),
            reason: Reason::OpenQuote,
        }],
    })
}

/// Columns from the left, but the day of conclusion last: its year may hang on the day of registration.
fn reading_order(layout: &Layout) -> Vec<usize> {
    let mut order: Vec<usize> = (0..layout.columns.len()).collect();
    order.sort_by_key(|index| layout.columns[*index].column == Column::Concluded);
    order
}

impl ColumnCount {
    fn add(&mut self, cell: &Cell, taken: Taken) {
        if cell.says_nothing() {
            return;
        }
        self.inked += 1;
        match taken {
            Taken::Nothing => {}
            Taken::Read => self.read += 1,
            Taken::Told => {
                self.read += 1;
                self.told += 1;
            }
            Taken::Refused => self.refused += 1,
        }
        if self.samples.len() < SAMPLES {
            let shown = cell.shown();
            if !self.samples.iter().any(|sample| *sample == shown) {
                self.samples.push(shown.into_owned());
            }
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod as_above;
// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod laws;
// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
