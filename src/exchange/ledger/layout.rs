//! Where a sheet's header is and what its columns mean: a guess, which a person may change.

mod below;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Unit;
use super::contents::is_serial;
use super::header::{MOST_COLUMNS, find_header, header_texts, title_unit, title_year};
use super::heading::{Column, Detail, Heading, Says, Side, read_heading};
use super::sheet::Sheet;
use super::sides::weigh_sides;
use super::words::Words;
use crate::law::blank::trimmed;
use below::Below;

/// How a sheet is to be read. Guessed by [`Layout::guess`]; what a person changes in it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// First row of the header, counted from 1; rows before it are the title.
    pub header: u32,
    /// Rows of the header: 1, 2, or 0 if the sheet has none.
    pub header_rows: u32,
    /// One for each column of the sheet, from the left, up to 256.
    pub columns: Vec<Mapped>,
    /// What a bare number in the amount column counts: as its header says, else as the title does. Where neither does,
    /// somebody has to ([`Options::unsaid_unit`]).
    pub unit: Option<Unit>,
    /// The unit that the title names: 单位：万元.
    pub title_unit: Option<Unit>,
    /// The year of days written without one: the caller's, else the title's.
    pub year: Option<i32>,
}

/// A column and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The header's text; of a header over two rows, both with a space between.
    pub header: String,
    pub column: Column,
    pub certainty: Certainty,
}

/// How the meaning of a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// A person chose it.
    Chosen,
    /// A person chose it for an earlier ledger with these headers.
    Remembered,
    /// The header says so, and the cells agree or are empty.
    Plain,
    /// The header says so in part, the column's place or its cells the rest.
    Likely,
    /// Nothing fits, or the cells are not what the header says: a person should look.
    Unsure,
}

/// What helps the guess and the reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Year of days written without one; without it the title's year counts.
    pub year: Option<i32>,
    /// What a bare number of a sum counts where neither header nor title says it.
    pub unsaid_unit: Unit,
    /// An office's own words.
    pub words: Words,
    /// What a person said of the columns of earlier ledgers.
    pub remembered: Vec<KnownHeaders>,
}

/// A header as earlier ledgers had it, all of it: one column's text alone may mean something else beside others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownHeaders {
    pub headers: Vec<String>,
    /// By their places, what a person said that they are.
    pub columns: Vec<(usize, Column)>,
}

impl Layout {
    /// Finds the header and guesses the columns' meanings by header and contents. A sheet without a
    /// header (a page of instructions, say) gives a layout with `header_rows` 0 and all columns
    /// ignored.
    #[must_use]
    pub fn guess(sheet: &Sheet, options: &Options) -> Self {
        let width = sheet.width().min(MOST_COLUMNS);
        let Some((header, header_rows)) = find_header(sheet) else {
            let ignored = Mapped {
                header: String::new(),
                column: Column::Ignore,
                certainty: Certainty::Unsure,
            };
            let columns = vec![ignored; width];
            return Self {
                header: 1,
                header_rows: 0,
                columns,
                unit: None,
                title_unit: None,
                year: options.year,
            };
        };
        let headers = header_texts(sheet, header, header_rows, width);
        let year = options.year.or_else(|| title_year(sheet, header));
        let below = Below::new(sheet, header + header_rows - 1, year, &options.words);
        let columns = guess_columns(headers, &below);
        let unit = columns
            .iter()
            .find(|mapped| mapped.column == Column::Amount)
            .and_then(|mapped| Unit::of_header(&mapped.header));
        let title_unit = title_unit(sheet, header);
        let mut layout = Self {
            header,
            header_rows,
            columns,
            unit: unit.or(title_unit),
            title_unit,
            year,
        };
        let headers = layout.headers();
        let known = options
            .remembered
            .iter()
            .find(|known| known.headers == headers);
        for (index, column) in known.iter().flat_map(|known| &known.columns) {
            layout.choose(*index, column.clone());
        }
        for mapped in &mut layout.columns {
            if mapped.certainty == Certainty::Chosen {
                mapped.certainty = Certainty::Remembered;
            }
        }
        layout
    }

    /// The texts of its header, from the left.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        let headers = self.columns.iter().map(|mapped| mapped.header.clone());
        headers.collect()
    }

    /// Required meanings that no column has; without them every row is refused.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let has = |wanted: &Column| self.columns.iter().any(|mapped| mapped.column == *wanted);
        let required = [
            Column::Registered,
            Column::Applicant,
            Column::Respondent,
            Column::Type,
        ];
        let both = has(&Column::Parties);
        let covered =
            |column: &Column| both && matches!(column, Column::Applicant | Column::Respondent);
        required
            .into_iter()
            .filter(|column| !has(column) && !covered(column))
            .collect()
    }

    /// Gives a column another meaning because a person says so. A meaning that only one column can
    /// have is taken from the one that had it.
    pub fn choose(&mut self, index: usize, column: Column) {
        for (at, mapped) in self.columns.iter_mut().enumerate() {
            if at == index {
                mapped.certainty = Certainty::Chosen;
                mapped.column = column.clone();
            } else if mapped.column == column && !column.is_shared() {
                mapped.column = Column::Ignore;
                mapped.certainty = Certainty::Unsure;
            }
        }
        if column == Column::Amount
            && let Some(mapped) = self.columns.get(index)
        {
            self.unit = Unit::of_header(&mapped.header).or(self.title_unit);
        }
    }

    /// What to remember for the next ledger with these headers: the columns that a person chose, and what they are. What
    /// was guessed is guessed anew.
    #[must_use]
    pub fn chosen(&self) -> Vec<(usize, Column)> {
        let columns = self.columns.iter().enumerate();
        let chosen = columns.filter(|(_, mapped)| {
            matches!(mapped.certainty, Certainty::Chosen | Certainty::Remembered)
        });
        chosen
            .map(|(index, mapped)| (index, mapped.column.clone()))
            .collect()
    }
}

/// What a column's header says.
struct Candidate {
    column: Column,
    heading: Heading,
    /// The column may be of either side.
    is_doubtful: bool,
}

fn guess_columns(headers: Vec<String>, below: &Below<'_>) -> Vec<Mapped> {
    let mut side = None;
    let mut candidates: Vec<Option<Candidate>> = Vec::with_capacity(headers.len());
    for header in &headers {
        let candidate = read_heading(header).map(|heading| {
            let column = meaning(&heading, &mut side, &candidates);
            let is_detail =
                matches!(heading.says, Says::OfPerson(detail) if detail != Detail::Name);
            let is_doubtful = is_detail && names_stand_together(&candidates);
            Candidate {
                column,
                heading,
                is_doubtful,
            }
        });
        candidates.push(candidate);
    }
    drop_rivals(&mut candidates);
    let sideless: Vec<bool> = candidates.iter().map(is_sideless).collect();
    let mut columns: Vec<Mapped> = Vec::with_capacity(headers.len());
    for (index, (header, candidate)) in headers.into_iter().zip(candidates).enumerate() {
        let (column, certainty) = match candidate {
            None => (Column::Ignore, Certainty::Unsure),
            Some(Candidate {
                column: Column::Number,
                ..
            }) if is_serial(&below.rows, index) => (Column::Serial, Certainty::Likely),
            Some(Candidate {
                column,
                heading,
                is_doubtful,
            }) => {
                let agrees = below.agrees(index, &column) && !is_doubtful;
                let certainty = match (agrees, heading.is_plain) {
                    (false, _) => Certainty::Unsure,
                    (true, true) => Certainty::Plain,
                    (true, false) => Certainty::Likely,
                };
                (column, certainty)
            }
        };
        columns.push(Mapped {
            header,
            column,
            certainty,
        });
    }
    by_contents(&mut columns, below);
    weigh_sides(&mut columns, &sideless, &below.rows);
    columns
}

/// Whether a header names something of a person, and not whose it is.
fn is_sideless(candidate: &Option<Candidate>) -> bool {
    candidate.as_ref().is_some_and(|candidate| {
        matches!(candidate.heading.says, Says::OfPerson(detail) if detail != Detail::Name)
    })
}

/// Of several columns that claim a meaning which only one can have, the best ranked keeps it, then
/// the leftmost.
fn drop_rivals(candidates: &mut [Option<Candidate>]) {
    let mut best: BTreeMap<Column, (u32, usize)> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Some(Candidate {
            column, heading, ..
        }) = candidate
        {
            let claim = (heading.rank, at);
            best.entry(column.clone())
                .and_modify(|best| *best = claim.min(*best))
                .or_insert(claim);
        }
    }
    for (at, candidate) in candidates.iter_mut().enumerate() {
        let loses = |claim: &Candidate| {
            !claim.column.is_shared()
                && best
                    .get(&claim.column)
                    .is_some_and(|(_, keeper)| *keeper != at)
        };
        if candidate.as_ref().is_some_and(loses) {
            *candidate = None;
        }
    }
}

/// What a heading means among the columns to its left.
fn meaning(heading: &Heading, side: &mut Option<Side>, before: &[Option<Candidate>]) -> Column {
    let taken = |wanted: &Column| {
        before
            .iter()
            .flatten()
            .any(|candidate| candidate.column == *wanted)
    };
    match &heading.says {
        Says::Means(column) => {
            match column {
                Column::Applicant | Column::Parties => *side = Some(Side::Applicant),
                Column::Respondent => *side = Some(Side::Respondent),
                _ => {}
            }
            column.clone()
        }
        Says::OfPerson(Detail::Name) => {
            let of = if taken(&Column::Applicant) {
                Side::Respondent
            } else {
                Side::Applicant
            };
            *side = Some(of);
            Detail::Name.of(of)
        }
        Says::OfPerson(detail) if names_stand_together(before) => {
            // Both names side by side, then one column for a detail: whose it is, is not said.
            let first = detail.of(Side::Applicant);
            if taken(&first) {
                detail.of(Side::Respondent)
            } else {
                first
            }
        }
        Says::OfPerson(detail) => detail.of(side.unwrap_or(Side::Applicant)),
        Says::SomeDay if taken(&Column::Registered) => Column::Concluded,
        Says::SomeDay => Column::Registered,
    }
}

/// Whether the columns to the left name the two sides next to each other, so that what comes after
/// them may be of either.
fn names_stand_together(before: &[Option<Candidate>]) -> bool {
    let place = |wanted: Column| {
        before
            .iter()
            .position(|candidate| candidate.as_ref().is_some_and(|is| is.column == wanted))
    };
    match (place(Column::Applicant), place(Column::Respondent)) {
        (Some(applicant), Some(respondent)) => applicant + 1 == respondent,
        _ => false,
    }
}

/// Columns whose header says nothing known, or whose cells are not what it says, get a meaning that
/// is still free and that nearly all of their cells can be read as.
fn by_contents(columns: &mut [Mapped], below: &Below<'_>) {
    const TELLING: [Column; 7] = [
        Column::Registered,
        Column::ApplicantId,
        Column::ApplicantPhone,
        Column::ApplicantSex,
        Column::Type,
        Column::Result,
        Column::Form,
    ];
    for index in 0..columns.len() {
        let mapped = &columns[index];
        if mapped.certainty != Certainty::Unsure
            || columns
                .iter()
                .all(|other| trimmed(&other.header).is_empty())
        {
            continue;
        }
        let free = |wanted: &Column| columns.iter().all(|other| other.column != *wanted);
        let found = TELLING.iter().filter(|wanted| free(wanted)).find(|wanted| {
            let (inked, fit) = below.count(index, wanted);
            inked >= 3 && fit * 10 >= inked * 9
        });
        if let Some(found) = found {
            columns[index].column = found.clone();
            columns[index].certainty = Certainty::Likely;
        }
    }
}

// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
