//! One case of a ledger, as far as a ledger tells it.

use serde::{Serialize, Serializer};

use super::persons::IdNumber;
use super::words::{Form, Outcome, type_in_ledger};
use crate::law::day::Day;
use crate::law::dispute::{DisputeType, Source};
use crate::law::money::Fen;
use crate::law::person::Sex;
use crate::law::phone::Phone;

/// A row that was read. Serialises to the flat shape of the command line's `ledger --json`, which
/// names the first applicant's sex, ID number and phone and leaves out what the shape has no place
/// for (number, brief, source, remarks, everybody else's particulars).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the sheet, from 1.
    pub row: u32,
    /// Its serial in the ledger.
    pub no: Option<u32>,
    /// The office's number of the case, as typed.
    pub number: Option<String>,
    pub registered: Day,
    pub dispute_type: DisputeType,
    /// At least one.
    pub applicants: Vec<Person>,
    /// At least one.
    pub respondents: Vec<Person>,
    pub source: Option<Source>,
    pub place: Option<String>,
    pub brief: Option<String>,
    pub mediators: Vec<String>,
    pub outcome: Outcome,
    pub form: Option<Form>,
    pub amount: Option<Fen>,
    /// Not before `registered`.
    pub concluded: Option<Day>,
    /// Whether a court confirmed the agreement.
    pub confirmed: bool,
    /// Remarks and notes, several with ；between them.
    pub remarks: Option<String>,
    /// What says more than what was read from it, as typed: a sub-type, a sentence with the result in it, a masked
    /// number. No two ledgers are compared in it.
    pub as_typed: Vec<String>,
}

/// A party, with what the ledger says of it. Where a cell has fewer sexes, ID or phone numbers than
/// the cell of names has names, they are of the first ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub sex: Option<Sex>,
    pub id: Option<IdNumber>,
    pub phone: Option<Phone>,
    pub address: Option<String>,
    /// So many more are counted with this one and not named: two in 李四等3人.
    pub others: u32,
}

impl Row {
    /// The row with the people of each side in the order in which a known row names them, so that each stands at the
    /// place of who they are there: ledgers of two months name the same people in any order.
    #[must_use]
    pub fn in_order_of(&self, known: &Self) -> Self {
        Self {
            applicants: in_order_of(&known.applicants, &self.applicants),
            respondents: in_order_of(&known.respondents, &self.respondents),
            ..self.clone()
        }
    }
}

impl Person {
    /// Whether the ledger says another sex than the ID number tells.
    #[must_use]
    pub fn sex_differs(&self) -> bool {
        let told = match &self.id {
            Some(IdNumber::Resident(number)) => number.sex(),
            _ => return false,
        };
        self.sex.as_ref().is_some_and(|typed| *typed != told)
    }
}

/// How many people of a side are counted and not named, behind whichever name that stands.
#[must_use]
pub fn unnamed(side: &[Person]) -> u32 {
    side.iter()
        .fold(0, |others, person| others.saturating_add(person.others))
}

/// Who has a known person's name takes that place, then who has the ID number; who is left takes what places are left.
fn in_order_of(known: &[Person], new: &[Person]) -> Vec<Person> {
    let mut places: Vec<Option<&Person>> = vec![None; known.len()];
    let mut left: Vec<&Person> = new.iter().collect();
    let is_named = |one: &Person, other: &Person| !one.name.is_empty() && one.name == other.name;
    let has_number = |one: &Person, other: &Person| one.id.is_some() && one.id == other.id;
    for is_same in [is_named, has_number] {
        for (place, person) in places.iter_mut().zip(known) {
            if place.is_none()
                && let Some(at) = left.iter().position(|other| is_same(person, other))
            {
                *place = Some(left.remove(at));
            }
        }
    }
    let mut left = left.into_iter();
    let mut ordered: Vec<Person> = places
        .into_iter()
        .filter_map(|place| place.or_else(|| left.next()))
        .cloned()
        .collect();
    ordered.extend(left.cloned());
    ordered
}

#[derive(Serialize)]
struct Shape<'a> {
    no: Option<u32>,
    registered: Day,
    r#type: String,
    applicants: Vec<&'a str>,
    respondents: Vec<&'a str>,
    sex: Option<&'static str>,
    id: Option<&'a str>,
    phone: Option<&'a str>,
    place: Option<&'a str>,
    mediators: &'a [String],
    result: &'a Outcome,
    form: &'a Option<Form>,
    amount_fen: Option<Fen>,
    concluded: Option<Day>,
    judicially_confirmed: bool,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.applicants.first();
        let sex = first
            .and_then(|person| person.sex.as_ref())
            .and_then(|sex| match sex {
                Sex::Male => Some("男"),
                Sex::Female => Some("女"),
                Sex::Unknown(_) => None,
            });
        let shape = Shape {
            no: self.no,
            registered: self.registered,
            r#type: type_in_ledger(&self.dispute_type),
            applicants: self
                .applicants
                .iter()
                .map(|person| person.name.as_str())
                .collect(),
            respondents: self
                .respondents
                .iter()
                .map(|person| person.name.as_str())
                .collect(),
            sex,
            id: first
                .and_then(|person| person.id.as_ref())
                .map(IdNumber::as_str),
            phone: first
                .and_then(|person| person.phone.as_ref())
                .map(Phone::as_str),
            place: self.place.as_deref(),
            mediators: &self.mediators,
            result: &self.outcome,
            form: &self.form,
            amount_fen: self.amount,
            concluded: self.concluded,
            judicially_confirmed: self.confirmed,
        };
        shape.serialize(serializer)
    }
}
