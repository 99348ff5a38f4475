//! Reading a sheet by its layout: every row becomes a case, a refusal, or something that is
//! recognised as neither. None is dropped.

use serde::{Deserialize, Serialize};

use super::contents::fits;
use super::draft::{Draft, Taken};
use super::heading::Column;
use super::layout::{Layout, Options};
use super::reason::Reason;
use super::row::Row;
use super::sheet::{Cell, Sheet};
use super::text::{is_han, plain, trimmed};

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
    /// How each column of the layout was read.
    pub columns: Vec<ColumnCount>,
    /// Rows in the sheet.
    pub sheet_rows: u32,
}

/// A row that was not taken in, with everything that is wrong with it, from the left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// From 1, as a spreadsheet shows it.
    pub row: u32,
    /// At least one.
    pub problems: Vec<Problem>,
}

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// From 0; `None` if the sheet has no column for it.
    pub column: Option<usize>,
    pub header: String,
    pub meaning: Column,
    /// The cell as a person sees it.
    pub cell: String,
    pub reason: Reason,
}

/// A row that counts other rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtotal {
    pub row: u32,
    pub label: String,
    /// The number that it states.
    pub stated: Option<u32>,
    /// Cases, read or refused, that it should be about: since the subtotal before it, or for a grand
    /// total all so far. If this is not what it states, the ledger or the reading of it is wrong.
    pub counted: u32,
}

/// How the cells of a column were read, among the rows that are cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether each row of the sheet is accounted for. Always so; a test asserts it.
    #[must_use]
    pub fn balances(&self) -> bool {
        let aside =
            [&self.titles, &self.headers, &self.blanks, &self.notes].map(|rows| count(rows));
        self.cases() + count(&self.subtotals) + aside.iter().sum::<u32>() == self.sheet_rows
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
    for (number, cells) in (1..).zip(&sheet.rows) {
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
                let counted = if grand {
                    reading.cases()
                } else {
                    since_subtotal
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
                let mut draft = Draft::default();
                for index in &order {
                    let Some(cell) = cells.get(*index) else {
                        continue;
                    };
                    let taken = draft.take(*index, cell, layout, options);
                    if let Some(counts) = reading.columns.get_mut(*index) {
                        counts.add(cell, taken);
                    }
                }
                match draft.finish(number, layout) {
                    Ok(row) => reading.rows.push(row),
                    Err(refused) => reading.refused.push(refused),
                }
            }
        }
    }
    reading
}

/// Reads one row again, some of its cells (by column, from 0) replaced by what a person typed.
///
/// # Errors
/// What still can't be read.
pub fn reread(
    sheet: &Sheet,
    layout: &Layout,
    options: &Options,
    row: u32,
    edits: &[(usize, Cell)],
) -> Result<Row, RefusedRow> {
    let mut draft = Draft::default();
    for index in reading_order(layout) {
        let edited = edits.iter().rev().find(|(column, _)| *column == index);
        let cell = edited.map_or_else(|| sheet.cell(row, index), |(_, cell)| cell);
        draft.take(index, cell, layout, options);
    }
    draft.finish(row, layout)
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

enum Kind {
    Title,
    Header,
    Blank,
    Note,
    Subtotal {
        label: String,
        stated: Option<u32>,
        grand: bool,
    },
    Case,
}

/// Tells what kind of row a row is.
struct Kinds<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    options: &'a Options,
    people: Option<usize>,
    registered: Option<usize>,
    dispute_type: Option<usize>,
    serial: Option<usize>,
}

impl<'a> Kinds<'a> {
    fn new(sheet: &'a Sheet, layout: &'a Layout, options: &'a Options) -> Self {
        let of = |column: Column| {
            layout
                .columns
                .iter()
                .position(|mapped| mapped.column == column)
        };
        Self {
            sheet,
            layout,
            options,
            people: of(Column::Applicant).or_else(|| of(Column::Parties)),
            registered: of(Column::Registered),
            dispute_type: of(Column::Type),
            serial: of(Column::Serial),
        }
    }

    fn kind(&self, number: u32, cells: &[Cell]) -> Kind {
        let mut inked = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.says_nothing());
        let Some((first, first_cell)) = inked.next() else {
            return Kind::Blank;
        };
        let alone = inked.next().is_none();
        if self.layout.header_rows == 0 || number < self.layout.header {
            return Kind::Title;
        }
        if self.repeats(
            cells,
            self.layout.header..self.layout.header + self.layout.header_rows,
        ) {
            return Kind::Header;
        }
        if self.repeats(cells, 1..self.layout.header) {
            return Kind::Title;
        }
        let fits_at = |index: Option<usize>, column: &Column| {
            let cell = index.and_then(|index| cells.get(index));
            cell.is_some_and(|cell| {
                !cell.says_nothing() && fits(column, cell, self.layout.year, &self.options.words)
            })
        };
        let is_case = fits_at(self.registered, &Column::Registered)
            || fits_at(self.dispute_type, &Column::Type);
        if is_case {
            return Kind::Case;
        }
        if alone && Some(first) == self.serial && fits_at(self.serial, &Column::Serial) {
            return Kind::Blank;
        }
        let text = first_cell.shown();
        if NOTES.iter().any(|word| trimmed(&text).starts_with(word)) {
            return Kind::Note;
        }
        // A count may stand in the column of names, a name may not.
        let people = self
            .people
            .and_then(|index| cells.get(index))
            .unwrap_or(&Cell::Empty);
        let names_somebody = people.shown().chars().any(is_han) && !is_total(&people.shown());
        if names_somebody {
            return Kind::Case;
        }
        if let Some(subtotal) = subtotal(cells) {
            return subtotal;
        }
        if alone && first == 0 {
            Kind::Note
        } else {
            Kind::Case
        }
    }

    /// Whether a row says what one of these rows says: a page's head again.
    fn repeats(&self, cells: &[Cell], mut of: std::ops::Range<u32>) -> bool {
        let width = self.layout.columns.len();
        of.any(|row| {
            let mut empty = true;
            let same = (0..width).all(|index| {
                let cell = cells.get(index).unwrap_or(&Cell::Empty);
                empty &= cell.is_empty();
                cell == self.sheet.cell(row, index)
                    || (cell.is_empty() && self.sheet.cell(row, index).is_empty())
            });
            same && !empty
        })
    }
}

const NOTES: &[&str] = &[
    "填表",
    "填报",
    "制表",
    "审核",
    "说明",
    "注：",
    "注:",
    "备注：",
    "备注:",
    "负责人",
    "单位：",
    "单位:",
    "以下空白",
];

/// Whether a label says that its row counts others. A sentence that mentions a total is none.
fn is_total(label: &str) -> bool {
    let label = plain(label);
    let counts = label.contains('共') && label.ends_with('件');
    let says = counts
        || ["小计", "合计", "总计", "累计", "共计"]
            .iter()
            .any(|word| label.contains(word));
    says && label.chars().count() <= 16
}

fn subtotal(cells: &[Cell]) -> Option<Kind> {
    let inked = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.says_nothing());
    let (at, cell) = inked.take(2).find(|(_, cell)| is_total(&cell.shown()))?;
    let label = plain(&cell.shown()).into_owned();
    let beside = cells
        .iter()
        .skip(at + 1)
        .find_map(|cell| plain(&cell.shown()).parse().ok());
    let stated = beside.or_else(|| {
        let after = label.rsplit(['计', '共', ':']).next()?;
        after
            .trim_end_matches(|c: char| !c.is_ascii_digit())
            .parse()
            .ok()
    });
    let grand = !label.contains("小计") && !label.contains("本月");
    Some(Kind::Subtotal {
        label,
        stated,
        grand,
    })
}

// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod laws;
// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
