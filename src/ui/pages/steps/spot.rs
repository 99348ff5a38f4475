//! Where in a form a refusal belongs, so that it is said there.

use crate::domain::case::{Refusal, refusal::Slot};
use crate::law::agreement::AgreementItem;

/// A place in a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    Slot(Slot),
    /// Name, ID number and phone of the party at this place, from 0.
    Name(usize),
    IdNumber(usize),
    Phone(usize),
    /// Due day and sum of the clause at this place, from 0.
    Due(usize),
    Sum(usize),
    Item(AgreementItem),
    /// The parties of both sides.
    Sides,
    Ways,
    Court,
    Both,
    Present,
    /// The form as a whole: said at its top alone.
    Form,
}

/// The place that a refusal is about.
#[must_use]
pub fn spot(refusal: &Refusal) -> Spot {
    match refusal {
        Refusal::Empty(slot) | Refusal::NotThere(slot) => Spot::Slot(slot.clone()),
        Refusal::Future { slot, .. }
        | Refusal::Before { slot, .. }
        | Refusal::After { slot, .. } => Spot::Slot(slot.clone()),
        Refusal::NoParty(_) => Spot::Sides,
        Refusal::Nameless(party) | Refusal::PhoneForName(party) | Refusal::NumberForName(party) => {
            Spot::Name(*party)
        }
        Refusal::IdNumber { party, .. } => Spot::IdNumber(*party),
        Refusal::Phone { party, .. } => Spot::Phone(*party),
        Refusal::DueBeforeAgreement { clause, .. } => Spot::Due(*clause),
        Refusal::Sum { clause } => Spot::Sum(*clause),
        Refusal::MissingItem(item) => Spot::Item(item.clone()),
        Refusal::NotToldOfOtherWays => Spot::Ways,
        Refusal::NotToldOfCourt => Spot::Court,
        Refusal::BothMustAgree(_) => Spot::Both,
        Refusal::NoMediator | Refusal::NotAMediator => Spot::Slot(Slot::Mediators),
        Refusal::OwnOffice => Spot::Slot(Slot::Organisation),
        Refusal::Copies { .. } => Spot::Slot(Slot::Copies),
        Refusal::NumberNames => Spot::Slot(Slot::Number),
        Refusal::VolumeTells => Spot::Slot(Slot::Volume),
        Refusal::NobodyPresent => Spot::Present,
        Refusal::Ahead { .. } | Refusal::ConfirmationTooLate { .. } => Spot::Slot(Slot::Day),
        Refusal::NotNow { .. }
        | Refusal::NoCase
        | Refusal::AlreadyRegistered
        | Refusal::NotUrged
        | Refusal::NotApplied
        | Refusal::CourtHasRuled
        | Refusal::ConfirmedByCourt
        | Refusal::NoAgreement
        | Refusal::NothingAwaited(_)
        | Refusal::ReceiptAwaited
        | Refusal::OtherPeople
        | Refusal::Unchanged
        | Refusal::ChangedMeanwhile(_)
        | Refusal::NotUnderstood { .. }
        | Refusal::GoneOn
        | Refusal::TooLong => Spot::Form,
    }
}
