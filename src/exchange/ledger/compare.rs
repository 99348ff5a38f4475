//! The same ledger a month later: what is known, what was corrected, what is new; and rows that may
//! be one dispute entered twice.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::heading::Column;
use super::row::{Person, Row, unnamed};
use super::text::plain;
use crate::law::day::{Day, Month};
use crate::law::dispute::DisputeType;

/// How a new reading stands to the rows that are already known. Numbers are places in the two slices
/// given to [`compare`]; each new row is in exactly one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Known and new, alike in all that the new ledger tells.
    pub same: Vec<(usize, usize)>,
    pub changed: Vec<Change>,
    pub added: Vec<usize>,
    /// The new row has a known row's number, but neither its day nor its people: a number given
    /// twice, or a row overwritten. Somebody has to look.
    pub clashing: Vec<(usize, usize)>,
    /// Known rows that the new ledger doesn't have. Ledgers of one month leave out the others, so
    /// this alone means nothing.
    pub absent: Vec<usize>,
}

/// A known row that the new ledger tells differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub known: usize,
    pub new: usize,
    /// What differs, in the order of the columns; never empty.
    pub fields: Vec<Column>,
}

/// What makes two rows the same case: the office's number, else day and people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKey {
    Number(String),
    People {
        registered: Day,
        applicants: Vec<String>,
        respondents: Vec<String>,
    },
}

impl RowKey {
    /// The number's key, if the row has a number.
    #[must_use]
    pub fn by_number(row: &Row) -> Option<Self> {
        row.number
            .as_ref()
            .map(|number| Self::Number(plain(number).into_owned()))
    }

    /// The key of day and people, in whatever order they are named; every row has it.
    #[must_use]
    pub fn by_people(row: &Row) -> Self {
        let names = |people: &[Person]| {
            let mut names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
            names.sort_unstable();
            names
        };
        Self::People {
            registered: row.registered,
            applicants: names(&row.applicants),
            respondents: names(&row.respondents),
        }
    }
}

/// Matches new rows to known ones. A row's number decides where both have one, else day and people.
///
/// What the new ledger is silent about in all its rows (it has no such column) is no difference, and
/// neither is a serial, a row's place or the order of a side's people.
#[must_use]
pub fn compare(known: &[Row], new: &[Row]) -> Comparison {
    let mut comparison = Comparison::default();
    let mut by_number = Index::new(known, RowKey::by_number);
    let mut by_people = Index::new(known, |row| Some(RowKey::by_people(row)));
    // With numbers on both sides that differ, these are two cases of the same people and day.
    let mut unnumbered = Index::new(known, |row| {
        row.number.is_none().then(|| RowKey::by_people(row))
    });
    let told = told_fields(new);
    let mut used = vec![false; known.len()];
    for (at, row) in new.iter().enumerate() {
        let numbered = RowKey::by_number(row);
        let same_number = numbered
            .as_ref()
            .and_then(|key| by_number.take(key, &mut used));
        let matched = same_number.or_else(|| {
            let index = match numbered {
                Some(_) => &mut unnumbered,
                None => &mut by_people,
            };
            index.take(&RowKey::by_people(row), &mut used)
        });
        let Some(of) = matched else {
            comparison.added.push(at);
            continue;
        };
        let row = row.in_order_of(&known[of]);
        if same_number.is_some() && is_stranger(&known[of], &row) {
            comparison.clashing.push((of, at));
            continue;
        }
        let differs = |field: &&Column| told.contains(*field) && !is_same(field, &known[of], &row);
        let fields: Vec<Column> = COMPARED.iter().filter(differs).cloned().collect();
        if fields.is_empty() {
            comparison.same.push((of, at));
        } else {
            comparison.changed.push(Change {
                known: of,
                new: at,
                fields,
            });
        }
    }
    comparison.absent = (0..known.len()).filter(|of| !used[*of]).collect();
    comparison
}

/// Pairs of rows that may be one dispute entered twice: one of the applicants and one of the
/// respondents are the same (or have changed sides), in the same month, with the same type. Offered
/// to a person, never merged unasked. Sorted; the smaller place first. Of three such rows, the first
/// is paired with the second and the second with the third. Only the first eight names of a side are
/// looked at.
#[must_use]
pub fn possible_duplicates(rows: &[Row]) -> Vec<(usize, usize)> {
    let mut last: BTreeMap<(&str, &str, Month, &DisputeType), usize> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let month = row.registered.month();
        for applicant in row.applicants.iter().take(MOST_NAMES) {
            for respondent in row.respondents.iter().take(MOST_NAMES) {
                let (one, other) = (applicant.name.as_str(), respondent.name.as_str());
                let key = (one.min(other), one.max(other), month, &row.dispute_type);
                pairs.extend(
                    last.insert(key, at)
                        .filter(|before| *before != at)
                        .map(|before| (before, at)),
                );
            }
        }
    }
    pairs.into_iter().collect()
}

const MOST_NAMES: usize = 8;

/// What two ledgers are compared in.
const COMPARED: &[Column] = &[
    Column::Registered,
    Column::Number,
    Column::Applicant,
    Column::ApplicantSex,
    Column::ApplicantId,
    Column::ApplicantPhone,
    Column::ApplicantAddress,
    Column::Respondent,
    Column::RespondentSex,
    Column::RespondentId,
    Column::RespondentPhone,
    Column::RespondentAddress,
    Column::Type,
    Column::Source,
    Column::Place,
    Column::Brief,
    Column::Mediators,
    Column::Result,
    Column::Form,
    Column::Amount,
    Column::Concluded,
    Column::Confirmation,
    Column::Remarks,
];

fn is_same(field: &Column, known: &Row, new: &Row) -> bool {
    /// Compares one thing of each person.
    fn each<T: PartialEq>(known: &[Person], new: &[Person], of: impl Fn(&Person) -> &T) -> bool {
        known.iter().map(&of).eq(new.iter().map(&of))
    }
    let same_people = |known: &[Person], new: &[Person]| {
        each(known, new, |person| &person.name) && unnamed(known) == unnamed(new)
    };
    match field {
        Column::Registered => known.registered == new.registered,
        Column::Number => known.number.as_deref().map(plain) == new.number.as_deref().map(plain),
        Column::Applicant => same_people(&known.applicants, &new.applicants),
        Column::ApplicantSex => each(&known.applicants, &new.applicants, |person| &person.sex),
        Column::ApplicantId => each(&known.applicants, &new.applicants, |person| &person.id),
        Column::ApplicantPhone => each(&known.applicants, &new.applicants, |person| &person.phone),
        Column::ApplicantAddress => {
            each(&known.applicants, &new.applicants, |person| &person.address)
        }
        Column::Respondent => same_people(&known.respondents, &new.respondents),
        Column::RespondentSex => each(&known.respondents, &new.respondents, |person| &person.sex),
        Column::RespondentId => each(&known.respondents, &new.respondents, |person| &person.id),
        Column::RespondentPhone => {
            each(&known.respondents, &new.respondents, |person| &person.phone)
        }
        Column::RespondentAddress => each(&known.respondents, &new.respondents, |person| {
            &person.address
        }),
        Column::Type => known.dispute_type == new.dispute_type,
        Column::Source => known.source == new.source,
        Column::Place => known.place == new.place,
        Column::Brief => known.brief == new.brief,
        Column::Mediators => known.mediators == new.mediators,
        Column::Result => known.outcome == new.outcome,
        Column::Form => known.form == new.form,
        Column::Amount => known.amount == new.amount,
        Column::Concluded => known.concluded == new.concluded,
        Column::Confirmation => known.confirmed == new.confirmed,
        Column::Remarks => known.remarks == new.remarks,
        Column::Serial | Column::Parties | Column::Note | Column::Ignore | Column::Unknown(_) => {
            true
        }
    }
}

/// The fields that some row of a ledger says something about.
fn told_fields(rows: &[Row]) -> BTreeSet<Column> {
    let applicant = |of: fn(&Person) -> bool| rows.iter().flat_map(|row| &row.applicants).any(of);
    let respondent = |of: fn(&Person) -> bool| rows.iter().flat_map(|row| &row.respondents).any(of);
    let told = |field: &&Column| match field {
        Column::Number => rows.iter().any(|row| row.number.is_some()),
        Column::ApplicantSex => applicant(|person| person.sex.is_some()),
        Column::ApplicantId => applicant(|person| person.id.is_some()),
        Column::ApplicantPhone => applicant(|person| person.phone.is_some()),
        Column::ApplicantAddress => applicant(|person| person.address.is_some()),
        Column::RespondentSex => respondent(|person| person.sex.is_some()),
        Column::RespondentId => respondent(|person| person.id.is_some()),
        Column::RespondentPhone => respondent(|person| person.phone.is_some()),
        Column::RespondentAddress => respondent(|person| person.address.is_some()),
        Column::Source => rows.iter().any(|row| row.source.is_some()),
        Column::Place => rows.iter().any(|row| row.place.is_some()),
        Column::Brief => rows.iter().any(|row| row.brief.is_some()),
        Column::Mediators => rows.iter().any(|row| !row.mediators.is_empty()),
        Column::Form => rows.iter().any(|row| row.form.is_some()),
        Column::Amount => rows.iter().any(|row| row.amount.is_some()),
        Column::Concluded => rows.iter().any(|row| row.concluded.is_some()),
        Column::Confirmation => rows.iter().any(|row| row.confirmed),
        Column::Remarks => rows.iter().any(|row| row.remarks.is_some()),
        _ => true,
    };
    COMPARED.iter().filter(told).cloned().collect()
}

/// Whether nothing that makes a case is the same, the number aside.
fn is_stranger(known: &Row, new: &Row) -> bool {
    [Column::Registered, Column::Applicant, Column::Respondent]
        .iter()
        .all(|field| !is_same(field, known, new))
}

/// Places of rows by key, handed out one by one: two rows with one key match two rows with it.
struct Index(BTreeMap<RowKey, VecDeque<usize>>);

impl Index {
    fn new(rows: &[Row], key: impl Fn(&Row) -> Option<RowKey>) -> Self {
        let mut places: BTreeMap<RowKey, VecDeque<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            if let Some(key) = key(row) {
                places.entry(key).or_default().push_back(at);
            }
        }
        Self(places)
    }

    /// The first that nobody used, which is used then.
    fn take(&mut self, key: &RowKey, used: &mut [bool]) -> Option<usize> {
        let places = self.0.get_mut(key)?;
        while let Some(place) = places.pop_front() {
            if let Some(mark) = used.get_mut(place).filter(|used| !**used) {
                *mark = true;
                return Some(place);
            }
        }
        None
    }
}

// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
