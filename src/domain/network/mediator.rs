//! A person of the network: a mediator, or somebody who helps. Where and how one serves is public; who one is, is an
//! identity leaf about [`SELF`](super::SELF), and the certificate's number another.

use serde::{Deserialize, Serialize};

use crate::domain::id::{Label, StreamId};
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::person::MediatorKind;

use super::sheet::{Sheet, Slot, fields};

/// A mediator, as one is enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The grade, in the words of the region that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    pub kind: MediatorKind,
    /// Languages and dialects beside Mandarin, sign language too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    pub organisation: StreamId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specialities: Vec<DisputeType>,
}

impl Enrolled {
    /// One of whom no more is known than where and how one serves.
    #[must_use]
    pub fn new(kind: MediatorKind, organisation: StreamId) -> Self {
        Self {
            grade: None,
            kind,
            languages: Vec::new(),
            organisation,
            specialities: Vec::new(),
        }
    }
}

/// A training that somebody took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    pub day: Day,
    /// Hours of instruction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    pub label: Label,
    pub name: String,
}

fields! {
    /// What can be written anew of a person.
    MediatorField(value) {
        /// Its leaf holds the certificate's number.
        Certificate = "certificate" => Slot::Certificate;
        /// Serves no more; none where one does after all.
        Ended(Option<Day>) = "ended" => Slot::Ended;
        Grade(Option<String>) = "grade" => Slot::Grade;
        Kind(MediatorKind) = "kind" => Slot::Kind;
        Languages(Vec<String>) = "languages" => Slot::Languages;
        Organisation(StreamId) = "organisation" => Slot::Organisation;
        /// Its leaf holds who it is.
        Person = "person" => Slot::Person;
        Specialities(Vec<DisputeType>) = "specialities" => Slot::Specialities;
        Training(Training) = "training" => Slot::Training(value.label);
    }
}

/// A person as one stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediator {
    /// As one would be enrolled now.
    pub now: Enrolled,
    /// None where the leaf is left out.
    pub name: Option<String>,
    pub trainings: Vec<Training>,
    /// Since when one serves no more.
    pub ended: Option<Day>,
    /// Desks disagree about a field.
    pub disputed: bool,
}

pub(super) fn said(enrolled: &Enrolled) -> Vec<MediatorField> {
    use MediatorField as F;
    let data = enrolled.clone();
    let mut said = vec![
        F::Kind(data.kind),
        F::Organisation(data.organisation),
        F::Person,
    ];
    if data.grade.is_some() {
        said.push(F::Grade(data.grade));
    }
    if !data.languages.is_empty() {
        said.push(F::Languages(data.languages));
    }
    if !data.specialities.is_empty() {
        said.push(F::Specialities(data.specialities));
    }
    said
}

impl Mediator {
    /// One who was enrolled a moment ago.
    #[must_use]
    pub fn new(now: Enrolled, name: String) -> Self {
        Self {
            now,
            name: Some(name),
            trainings: Vec::new(),
            ended: None,
            disputed: false,
        }
    }

    /// What stands in the sheet of one who was enrolled so.
    #[must_use]
    pub fn of(enrolled: &Enrolled, sheet: &Sheet<MediatorField>) -> Self {
        use MediatorField as F;
        let mut now = enrolled.clone();
        let (mut trainings, mut ended) = (Vec::new(), None);
        for put in sheet.shown() {
            match put.field.clone() {
                F::Ended(value) => ended = value,
                F::Grade(value) => now.grade = value,
                F::Kind(value) => now.kind = value,
                F::Languages(value) => now.languages = value,
                F::Organisation(value) => now.organisation = value,
                F::Specialities(value) => now.specialities = value,
                F::Training(value) => trainings.push(value),
                // Leaves: the sheet has what they hold.
                F::Certificate | F::Person => {}
            }
        }
        trainings.sort_by_key(|training| (training.day, training.label));
        Self {
            now,
            name: sheet.person().map(|identity| identity.name.clone()),
            trainings,
            ended,
            disputed: sheet.is_disputed(),
        }
    }
}
