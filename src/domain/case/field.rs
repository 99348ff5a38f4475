//! The fields of a case that can be put right, by name: on a line, in a page's address, and where two
//! people write to the same. Their values are `NewValue` as typed and `Correction` as written.

use super::command::NewValue;
use super::event::Correction;
use super::refusal::Slot;
use crate::domain::id::{EntryId, Label};

/// A field of a case, without its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseField {
    /// Who a party is.
    Party(Label),
    /// What happened, in words.
    Facts,
    /// Where, below the township.
    Place,
    Town,
    /// The day of registration.
    Day,
    /// The day of the step that an entry told.
    StepDay(EntryId),
    Number,
    Type,
    Source,
    Mediators,
    /// The signs of danger.
    Risk,
    /// Which of several conclusions holds.
    Outcome,
}

impl CaseField {
    /// Those that a case has once: all but the parties' and the steps'.
    pub const SINGLE: [Self; 10] = [
        Self::Facts,
        Self::Place,
        Self::Town,
        Self::Day,
        Self::Number,
        Self::Type,
        Self::Source,
        Self::Mediators,
        Self::Risk,
        Self::Outcome,
    ];

    /// Its name on a line; all parties' fields have one, and all steps'.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.named().0
    }

    /// Its place in a form.
    #[must_use]
    pub fn slot(self) -> Slot {
        self.named().1
    }

    fn named(self) -> (&'static str, Slot) {
        match self {
            Self::Party(_) => ("party", Slot::Party),
            Self::Facts => ("facts", Slot::Facts),
            Self::Place => ("place", Slot::Place),
            Self::Town => ("town", Slot::Town),
            Self::Day => ("day", Slot::Day),
            Self::StepDay(_) => ("step_day", Slot::Day),
            Self::Number => ("number", Slot::Number),
            Self::Type => ("type", Slot::Type),
            Self::Source => ("source", Slot::Source),
            Self::Mediators => ("mediators", Slot::Mediators),
            Self::Risk => ("risk", Slot::Risk),
            Self::Outcome => ("outcome", Slot::Outcome),
        }
    }

    /// The field of this name that a case has once.
    #[must_use]
    pub fn single(name: &str) -> Option<Self> {
        Self::SINGLE.into_iter().find(|field| field.name() == name)
    }

    /// Whether this version has a field of this name.
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        let many = [
            Self::Party(Label::default()),
            Self::StepDay(EntryId::default()),
        ];
        many.iter().any(|field| field.name() == name) || Self::single(name).is_some()
    }
}

impl NewValue {
    /// The field that it is for.
    #[must_use]
    pub fn field(&self) -> CaseField {
        match self {
            Self::Party(label, _) => CaseField::Party(*label),
            Self::Facts(_) => CaseField::Facts,
            Self::Place(_) => CaseField::Place,
            Self::Town(_) => CaseField::Town,
            Self::Day(_) => CaseField::Day,
            Self::StepDay(entry, _) => CaseField::StepDay(*entry),
            Self::Number(_) => CaseField::Number,
            Self::Type(_) => CaseField::Type,
            Self::Source(_) => CaseField::Source,
            Self::Mediators(_) => CaseField::Mediators,
            Self::Risk(_) => CaseField::Risk,
            Self::Outcome(_) => CaseField::Outcome,
        }
    }
}

impl Correction {
    /// The field that it is of.
    #[must_use]
    pub fn field(&self) -> CaseField {
        match self {
            Self::Party(label) => CaseField::Party(*label),
            Self::Facts => CaseField::Facts,
            Self::Place => CaseField::Place,
            Self::Town(_) => CaseField::Town,
            Self::Day(_) => CaseField::Day,
            Self::StepDay { entry, .. } => CaseField::StepDay(*entry),
            Self::Number(_) => CaseField::Number,
            Self::Type(_) => CaseField::Type,
            Self::Source(_) => CaseField::Source,
            Self::Mediators(_) => CaseField::Mediators,
            Self::Risk(_) => CaseField::Risk,
            Self::Outcome(_) => CaseField::Outcome,
        }
    }
}
