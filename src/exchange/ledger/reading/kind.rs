//! What kind of row a row is: a case, a title, a subtotal, a note, or nothing.

use crate::exchange::ledger::contents::fits;
use crate::exchange::ledger::heading::Column;
use crate::exchange::ledger::layout::{Layout, Options};
use crate::exchange::ledger::sheet::{Cell, Sheet};
use crate::exchange::ledger::text::{is_han, plain};
use crate::law::blank::trimmed;

/// What a row is.
pub(super) enum Kind {
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
pub(super) struct Kinds<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    options: &'a Options,
    people: Option<usize>,
    registered: Option<usize>,
    dispute_type: Option<usize>,
    serial: Option<usize>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(sheet: &'a Sheet, layout: &'a Layout, options: &'a Options) -> Self {
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

    pub(super) fn kind(&self, number: u32, cells: &[Cell]) -> Kind {
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
