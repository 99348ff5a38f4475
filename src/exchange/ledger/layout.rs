//! Where a sheet's header is and what its columns mean: a guess, which a person may change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Unit;
use super::contents::{fits, is_serial};
use super::heading::{Column, Detail, Heading, Says, Side, read_heading};
use super::sheet::Sheet;
use super::text::{plain, trimmed};
use super::words::Words;

/// How a sheet is to be read. Guessed by [`Layout::guess`]; what a person changes in it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// First row of the header, counted from 1; rows before it are the title.
    pub header: u32,
    /// Rows of the header: 1, 2, or 0 if the sheet has none.
    pub header_rows: u32,
    /// One for each column of the sheet, from the left.
    pub columns: Vec<Mapped>,
    /// What a bare number in the amount column counts.
    pub unit: Unit,
    /// The year of days written without one: the caller's, else the title's.
    pub year: Option<i32>,
}

/// A column and its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    /// The header's text; of a header over two rows, both with a space between.
    pub header: String,
    pub column: Column,
    pub certainty: Certainty,
}

/// How the meaning of a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// A person chose it, now or for an earlier ledger with this header.
    Chosen,
    /// The header says so, and the cells agree or are empty.
    Plain,
    /// The header says so in part, the column's place or its cells the rest.
    Likely,
    /// Nothing fits, or the cells are not what the header says: a person should look.
    Unsure,
}

/// What helps the guess and the reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Year of days written without one; without it the title's year counts.
    pub year: Option<i32>,
    /// An office's own words.
    pub words: Words,
    /// Meanings that a person gave to headers of earlier ledgers, by the header's text.
    pub remembered: BTreeMap<String, Column>,
}

/// Rows after the header that the guess looks at.
const SAMPLE: usize = 200;
/// Rows in which the header is looked for.
const TOP: usize = 40;

impl Layout {
    /// Finds the header and guesses the columns' meanings by header and contents. A sheet without a
    /// header (a page of instructions, say) gives a layout with `header_rows` 0 and all columns
    /// ignored.
    #[must_use]
    pub fn guess(sheet: &Sheet, options: &Options) -> Self {
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
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
                unit: Unit::Yuan,
                year: options.year,
            };
        };
        let headers = header_texts(sheet, header, header_rows, width);
        let year = options.year.or_else(|| title_year(sheet, header));
        let below = Below {
            sheet,
            from: header + header_rows,
            year,
            words: &options.words,
        };
        let columns = guess_columns(headers, &below, options);
        let unit = columns
            .iter()
            .find(|mapped| mapped.column == Column::Amount)
            .map_or(Unit::Yuan, |mapped| Unit::of_header(&mapped.header));
        Self {
            header,
            header_rows,
            columns,
            unit,
            year,
        }
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
            self.unit = Unit::of_header(&mapped.header);
        }
    }

    /// What to remember for the next ledger of this office: header and meaning of each column.
    #[must_use]
    pub fn remember(&self) -> BTreeMap<String, Column> {
        let named = self
            .columns
            .iter()
            .filter(|mapped| !mapped.header.is_empty());
        named
            .map(|mapped| (mapped.header.clone(), mapped.column.clone()))
            .collect()
    }
}

/// The header's first row and how many rows it has.
fn find_header(sheet: &Sheet) -> Option<(u32, u32)> {
    let scores: Vec<Score> = sheet
        .rows
        .iter()
        .take(TOP)
        .map(|row| Score::of(row))
        .collect();
    let best = (0..scores.len()).rev().max_by_key(|at| scores[*at].plain)?;
    if !scores[best].is_header() {
        return None;
    }
    // A second row names parts of what the first names as a whole (申请人: 姓名, 性别, …).
    let is_part = |at: usize| {
        scores.get(at).is_some_and(|score| {
            let gap = |column: usize| {
                sheet.rows[at - 1]
                    .get(column)
                    .is_none_or(super::sheet::Cell::is_empty)
            };
            let fills = (0..sheet.rows[at].len())
                .any(|column| !sheet.rows[at][column].is_empty() && gap(column));
            score.known > 0 && score.known * 2 > score.inked && !score.has_digits && fills
        })
    };
    let group_above =
        best > 0 && scores[best - 1].inked > 1 && !scores[best - 1].has_digits && is_part(best);
    let (first, rows) = match (group_above, is_part(best + 1)) {
        (true, _) => (best - 1, 2),
        (false, true) => (best, 2),
        (false, false) => (best, 1),
    };
    Some((u32::try_from(first + 1).ok()?, rows))
}

/// How much a row looks like a header.
struct Score {
    plain: usize,
    known: usize,
    inked: usize,
    has_digits: bool,
}

impl Score {
    fn of(row: &[super::sheet::Cell]) -> Self {
        let mut score = Self {
            plain: 0,
            known: 0,
            inked: 0,
            has_digits: false,
        };
        for cell in row.iter().filter(|cell| !cell.is_empty()) {
            let text = cell.shown();
            score.inked += 1;
            score.has_digits |= plain(&text).bytes().filter(u8::is_ascii_digit).count() > 1;
            // Headers are short; a title or an instruction that names them is not.
            if text.chars().count() <= 24
                && let Some(heading) = read_heading(&text)
            {
                score.known += 1;
                score.plain += usize::from(heading.is_plain);
            }
        }
        score
    }

    fn is_header(&self) -> bool {
        self.plain >= 3 && self.known * 2 >= self.inked
    }
}

/// Each column's header, that of merged cells above completed from the left.
fn header_texts(sheet: &Sheet, header: u32, header_rows: u32, width: usize) -> Vec<String> {
    let text = |row: u32, column: usize| {
        let shown = sheet.cell(row, column).shown();
        let inked = shown
            .split(char::is_whitespace)
            .filter(|part| !part.is_empty());
        inked.collect::<Vec<_>>().concat()
    };
    let mut group = String::new();
    let joined = |column: usize| {
        let upper = text(header, column);
        if header_rows < 2 {
            return upper;
        }
        let lower = text(header + 1, column);
        if !upper.is_empty() {
            group.clone_from(&upper);
        }
        match (upper.is_empty(), lower.is_empty()) {
            (_, true) => upper,
            (true, false) if group.is_empty() => lower,
            _ => format!("{group} {lower}"),
        }
    };
    (0..width).map(joined).collect()
}

/// The year that the title names: 2023年度, （2023年）.
fn title_year(sheet: &Sheet, header: u32) -> Option<i32> {
    let rows = sheet
        .rows
        .iter()
        .take(usize::try_from(header).ok()?.saturating_sub(1));
    let title: String = rows
        .flatten()
        .map(|cell| plain(&cell.shown()).into_owned())
        .collect();
    let years = title
        .match_indices('年')
        .filter_map(|(at, _)| title.get(at.checked_sub(4)?..at)?.parse().ok());
    let mut years = years.filter(|year| (1980..2100).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The cells below a header, a sample of them.
struct Below<'a> {
    sheet: &'a Sheet,
    from: u32,
    year: Option<i32>,
    words: &'a Words,
}

impl Below<'_> {
    /// How many cells of a column have ink, and how many of those can be read as this meaning.
    fn count(&self, index: usize, column: &Column) -> (usize, usize) {
        let from = usize::try_from(self.from)
            .unwrap_or(usize::MAX)
            .saturating_sub(1);
        let rows = self
            .sheet
            .rows
            .iter()
            .skip(from)
            .filter(|row| is_data(row))
            .take(SAMPLE);
        let cells = rows
            .filter_map(|row| row.get(index))
            .filter(|cell| !cell.says_nothing());
        cells.fold((0, 0), |(inked, fit), cell| {
            (
                inked + 1,
                fit + usize::from(fits(column, cell, self.year, self.words)),
            )
        })
    }

    fn agrees(&self, index: usize, column: &Column) -> bool {
        let (inked, fit) = self.count(index, column);
        fit * 2 >= inked
    }
}

/// A row with so little ink is blank or a subtotal; either would blur the counts.
fn is_data(row: &[super::sheet::Cell]) -> bool {
    row.iter().filter(|cell| !cell.is_empty()).count() > 3
}

fn guess_columns(headers: Vec<String>, below: &Below<'_>, options: &Options) -> Vec<Mapped> {
    let mut side = None;
    let mut candidates: Vec<Option<(Column, Heading)>> = Vec::with_capacity(headers.len());
    for header in &headers {
        let candidate = read_heading(header)
            .map(|heading| (meaning(&heading, &mut side, &candidates), heading));
        candidates.push(candidate);
    }
    for index in 0..candidates.len() {
        let rank = |candidate: &Option<(Column, Heading)>| {
            candidate.as_ref().map(|(_, heading)| heading.rank)
        };
        let Some((column, _)) = &candidates[index] else {
            continue;
        };
        let rival = (0..candidates.len()).filter(|at| *at != index).any(|at| {
            let same = candidates[at]
                .as_ref()
                .is_some_and(|(other, _)| other == column);
            same && (rank(&candidates[at]), at) < (rank(&candidates[index]), index)
        });
        if rival && !column.is_shared() {
            candidates[index] = None;
        }
    }
    let mut columns: Vec<Mapped> = Vec::with_capacity(headers.len());
    for (index, (header, candidate)) in headers.into_iter().zip(candidates).enumerate() {
        let (column, certainty) = match (options.remembered.get(&header), candidate) {
            (Some(column), _) => (column.clone(), Certainty::Chosen),
            (None, Some((Column::Number, _))) if is_serial(below.sheet, below.from, index) => {
                (Column::Serial, Certainty::Likely)
            }
            (None, Some((column, heading))) => {
                let certainty = match (below.agrees(index, &column), heading.is_plain) {
                    (false, _) => Certainty::Unsure,
                    (true, true) => Certainty::Plain,
                    (true, false) => Certainty::Likely,
                };
                (column, certainty)
            }
            (None, None) => (Column::Ignore, Certainty::Unsure),
        };
        columns.push(Mapped {
            header,
            column,
            certainty,
        });
    }
    by_contents(&mut columns, below);
    columns
}

/// What a heading means among the columns to its left.
fn meaning(
    heading: &Heading,
    side: &mut Option<Side>,
    before: &[Option<(Column, Heading)>],
) -> Column {
    let taken = |wanted: &Column| before.iter().flatten().any(|(column, _)| column == wanted);
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
        Says::OfPerson(detail) => detail.of(side.unwrap_or(Side::Applicant)),
        Says::SomeDay if taken(&Column::Registered) => Column::Concluded,
        Says::SomeDay => Column::Registered,
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

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
