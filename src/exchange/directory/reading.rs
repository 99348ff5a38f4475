//! Reading a directory by its layout: every row becomes an organisation or a person, one that was told already, a refusal,
//! or is recognised as none of these. None is dropped.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Subject};
use super::kinds::{category, kind, serving};
use super::layout::Layout;
use super::place::Places;
use super::row::{OfficeRow, PersonRow, Row, SameRow};
use crate::exchange::ledger::text::plain;
use crate::exchange::ledger::{Cell, Sheet, Words};
use crate::law::blank::trimmed;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};
use crate::law::person::{MediatorKind, Sex, kept_name, number_for_name};
use crate::law::phone::Phone;

/// What became of a sheet. Each of its rows is in exactly one of these lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub rows: Vec<Row>,
    pub refused: Vec<RefusedRow>,
    pub repeated: Vec<Repeated>,
    /// The header, what stands above it, rows without ink and those that count others.
    pub apart: Vec<u32>,
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
    /// From 0; none if the sheet has no column for it.
    pub column: Option<usize>,
    pub meaning: Column,
    /// The cell as a person sees it.
    pub cell: String,
    pub reason: Reason,
}

/// Why a cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A row cannot do without it, and it is empty.
    Missing,
    /// A phone number, or another long one, stands where a name should.
    NumberForName,
    /// Longer than any name.
    TooLong,
    UnknownKind,
    UnknownCounty,
    /// No township of the county is called so.
    UnknownTown,
    /// No village of the township is called so.
    UnknownVillage,
    /// A village, and the township is not said.
    VillageWithoutTown,
    NotAPhone,
    /// Not a whole number that can be.
    NotANumber,
    UnknownSpeciality,
    UnknownSex,
    UnknownServing,
    UnknownCategory,
    /// A category without a team, or a team without one.
    CategoryWithoutTeam,
    TeamWithoutCategory,
    /// A quotation mark opens in the row and is never closed: the rest of the file is in its cell.
    OpenQuote,
}

/// A row that tells of the same as one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    pub row: u32,
    pub first: u32,
}

/// What helps the reading.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    pub places: Places<'a>,
    /// How people serve of whom the sheet doesn't say it; none: such rows are refused.
    pub unsaid_serving: Option<MediatorKind>,
}

/// Names and words of a directory are not longer.
const LONGEST_NAME: usize = 60;
const LONGEST_TEXT: usize = 200;

/// Reads all rows of a sheet.
#[must_use]
pub fn read(sheet: &Sheet, layout: &Layout, options: &Options<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut seen: BTreeMap<SameRow, u32> = BTreeMap::new();
    let words = Words::default();
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        let mut draft = Draft {
            layout,
            options,
            words: &words,
            cells,
            problems: Vec::new(),
        };
        if sheet.open_quote == Some(row) {
            let cell = cells.last().map(Cell::shown).unwrap_or_default();
            let cell = cell.lines().next().unwrap_or_default().to_owned();
            draft.problem(None, Column::Ignore, cell, Reason::OpenQuote);
        } else if row <= layout.header || layout.header == 0 || draft.is_apart() {
            reading.apart.push(row);
            continue;
        }
        let read = match layout.subject {
            Subject::Organisations => draft.office(row).map(Row::Organisation),
            Subject::People => draft.person(row).map(Row::Person),
        };
        let problems = draft.problems;
        match read.filter(|_| problems.is_empty()) {
            None => reading.refused.push(RefusedRow { row, problems }),
            Some(read) => match seen.get(&read.same()) {
                Some(first) => reading.repeated.push(Repeated { row, first: *first }),
                None => {
                    seen.insert(read.same(), row);
                    reading.rows.push(read);
                }
            },
        }
    }
    reading
}

/// The counties whose villages have to be known to read the sheet; none where it has no column of villages.
#[must_use]
pub fn counties_of_villages(
    sheet: &Sheet,
    layout: &Layout,
    places: &Places<'_>,
) -> BTreeSet<Adcode> {
    let mut counties = BTreeSet::new();
    if layout.place(&Column::Village).is_none() {
        return counties;
    }
    let at = layout.place(&Column::County);
    let header = usize::try_from(layout.header).unwrap_or(usize::MAX);
    for cells in sheet.rows.iter().skip(header) {
        let cell = at
            .and_then(|at| cells.get(at))
            .filter(|cell| !cell.says_nothing());
        counties.extend(match cell {
            Some(cell) => places.county_named(&cell.shown()),
            None => Some(places.county),
        });
    }
    counties
}

/// A row that is being read.
struct Draft<'a> {
    layout: &'a Layout,
    options: &'a Options<'a>,
    words: &'a Words,
    cells: &'a [Cell],
    problems: Vec<Problem>,
}

impl Draft<'_> {
    /// Whether the row tells of nothing: no ink but a serial, or words that count (合计).
    fn is_apart(&self) -> bool {
        let counts = |text: &str| {
            let text = plain(text);
            ["合计", "小计", "总计", "共计"]
                .iter()
                .any(|word| text.starts_with(word))
        };
        let mut inked = self.cells.iter().enumerate().filter(|(at, cell)| {
            let column = self.layout.columns.get(*at).map(|mapped| &mapped.column);
            !cell.says_nothing() && column != Some(&Column::Serial)
        });
        let nothing = inked.next().is_none();
        nothing || self.cells.iter().any(|cell| counts(&cell.shown()))
    }

    fn problem(&mut self, column: Option<usize>, meaning: Column, cell: String, reason: Reason) {
        self.problems.push(Problem {
            column,
            meaning,
            cell,
            reason,
        });
    }

    /// What a cell of this meaning says, and where it is; none where it says nothing.
    fn said(&self, column: &Column) -> Option<(usize, String)> {
        let at = self.layout.place(column)?;
        let cell = self.cells.get(at).filter(|cell| !cell.says_nothing())?;
        Some((at, cell.shown().into_owned()))
    }

    /// A cell as something; where it can't be read, that is noted.
    fn take<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Reason>) -> Option<T> {
        let (at, cell) = self.said(&column)?;
        match read(&cell) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.problem(Some(at), column, cell, reason);
                None
            }
        }
    }

    fn must<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Reason>) -> Option<T> {
        if self.said(&column).is_none() {
            let at = self.layout.place(&column);
            self.problem(at, column, String::new(), Reason::Missing);
            return None;
        }
        self.take(column, read)
    }

    fn text(&mut self, column: Column) -> Option<String> {
        self.take(column, |cell| text(cell, LONGEST_TEXT))
    }

    fn office(&mut self, row: u32) -> Option<OfficeRow> {
        let name = self.must(Column::Name, name);
        let known = name.clone().unwrap_or_default();
        let typed = self.said(&Column::Kind).map(|(_, cell)| cell);
        let said = [Column::Village, Column::Town].map(|column| self.said(&column));
        let places: Vec<&str> = said
            .iter()
            .flatten()
            .map(|(_, cell)| cell.as_str())
            .collect();
        let of = kind(typed.as_deref(), &known, &places);
        if of.is_none() && name.is_some() {
            let at = self.layout.place(&Column::Kind);
            let cell = typed.unwrap_or_else(|| known.clone());
            self.problem(at, Column::Kind, cell, Reason::UnknownKind);
        }
        let (county, town, village) = self.place()?;
        let row = OfficeRow {
            row,
            name: name?,
            kind: of?,
            parent: self.take(Column::Parent, self::name),
            county,
            town,
            village,
            address: self.text(Column::Address),
            contact: self.take(Column::Contact, self::name),
            phone: self.take(Column::Phone, phone),
            hours: self.text(Column::Hours),
            floor_area: self.take(Column::FloorArea, |cell| {
                number(cell, "平方米 平米 ㎡ m2 米")
            }),
            staff: self.take(Column::Staff, |cell| number(cell, "人 名")),
            brand: self.take(Column::Brand, |cell| text(cell, LONGEST_NAME)),
            specialities: self.specialities(),
            abbreviation: self.take(Column::Abbreviation, |cell| text(cell, LONGEST_NAME)),
        };
        Some(row)
    }

    /// County, township and village, as far as the row names them.
    fn place(&mut self) -> Option<(Adcode, Option<Town>, Option<Village>)> {
        let places = self.options.places;
        let county = match self.said(&Column::County) {
            None => places.county,
            Some(_) => self.take(Column::County, |cell| {
                places.county_named(cell).ok_or(Reason::UnknownCounty)
            })?,
        };
        // Where the names could not be read, a row is placed in its county, and nothing is refused for it.
        let town = self.take(Column::Town, |cell| match places.town_named(county, cell) {
            None if places.knows_towns(county) => Err(Reason::UnknownTown),
            town => Ok(town),
        });
        let town_said = self.said(&Column::Town).is_some();
        let village = match town.flatten() {
            Some(town) => self.take(Column::Village, |cell| {
                match places.village_named(town, cell) {
                    None if places.knows_villages(town) => Err(Reason::UnknownVillage),
                    village => Ok(village),
                }
            }),
            None if town_said => None,
            None => self.take(Column::Village, |_| Err(Reason::VillageWithoutTown)),
        };
        Some((county, town.flatten(), village.flatten()))
    }

    fn person(&mut self, row: u32) -> Option<PersonRow> {
        let name = self.must(Column::Person, name);
        let serving = match (&self.options.unsaid_serving, self.said(&Column::Serving)) {
            (Some(unsaid), None) => Some(unsaid.clone()),
            _ => self.must(Column::Serving, |cell| {
                serving(cell).ok_or(Reason::UnknownServing)
            }),
        };
        let team = self.take(Column::Team, self::name);
        let category = self.take(Column::Category, |cell| {
            category(cell).ok_or(Reason::UnknownCategory)
        });
        if category.is_some() && team.is_none() && self.said(&Column::Team).is_none() {
            let at = self.layout.place(&Column::Category);
            let cell = self
                .said(&Column::Category)
                .map(|(_, cell)| cell)
                .unwrap_or_default();
            self.problem(at, Column::Category, cell, Reason::CategoryWithoutTeam);
        }
        if team.is_some() && self.said(&Column::Category).is_none() {
            let at = self.layout.place(&Column::Category);
            let cell = team.clone().unwrap_or_default();
            self.problem(at, Column::Team, cell, Reason::TeamWithoutCategory);
        }
        let row = PersonRow {
            row,
            name: name?,
            sex: self.take(Column::Sex, |cell| match &*plain(cell) {
                "男" | "男性" => Ok(Sex::Male),
                "女" | "女性" => Ok(Sex::Female),
                _ => Err(Reason::UnknownSex),
            }),
            serving: serving?,
            grade: self.take(Column::Grade, |cell| text(cell, LONGEST_NAME)),
            organisation: self.take(Column::Organisation, self::name),
            specialities: self.specialities(),
            languages: self
                .take(Column::Languages, |cell| Ok(parts(cell)))
                .unwrap_or_default(),
            certificate: self.take(Column::Certificate, |cell| text(cell, LONGEST_NAME)),
            phone: self.take(Column::Phone, phone),
            team,
            category,
        };
        Some(row)
    }

    fn specialities(&mut self) -> Vec<DisputeType> {
        let words = self.words;
        let read = |cell: &str| {
            let types: Option<Vec<DisputeType>> = parts(cell)
                .iter()
                .map(|part| words.dispute_type(part))
                .collect();
            let mut types = types.ok_or(Reason::UnknownSpeciality)?;
            types.sort();
            types.dedup();
            Ok(types)
        };
        self.take(Column::Specialities, read).unwrap_or_default()
    }
}

/// What stands between the marks of a cell.
fn parts(cell: &str) -> Vec<String> {
    let parts = cell.split(['、', ',', '，', ';', '；', '/', '\n', ' ', '\u{3000}']);
    let parts = parts.map(trimmed).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn name(cell: &str) -> Result<String, Reason> {
    let name = kept_name(cell);
    if number_for_name(&name).is_some() {
        return Err(Reason::NumberForName);
    }
    text(&name, LONGEST_NAME)
}

fn text(cell: &str, longest: usize) -> Result<String, Reason> {
    let text = trimmed(cell);
    match text.chars().nth(longest) {
        Some(_) => Err(Reason::TooLong),
        None => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn phone(cell: &str) -> Result<Phone, Reason> {
    Phone::parse(cell).map_err(|_| Reason::NotAPhone)
}

/// A whole number with its unit or without.
fn number(cell: &str, units: &str) -> Result<u32, Reason> {
    let cell = plain(cell);
    let bare = units
        .split(' ')
        .find_map(|unit| cell.strip_suffix(unit))
        .unwrap_or(&cell);
    let whole = bare
        .strip_suffix(".0")
        .or_else(|| bare.strip_suffix(".00"))
        .unwrap_or(bare);
    let read = whole
        .parse::<u32>()
        .ok()
        .filter(|number| *number <= 1_000_000);
    read.filter(|_| whole.bytes().all(|byte| byte.is_ascii_digit()))
        .ok_or(Reason::NotANumber)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
