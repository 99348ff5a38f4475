//! Why a command to the network is refused.

use serde::{Deserialize, Serialize};

use crate::law::day::Day;

/// Why nothing was written; `locale` has the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The stream is about something already, and that stands.
    AlreadyThere,
    /// A work order that is not on record.
    NoWorkOrder,
    /// It was resolved already.
    AlreadyResolved,
    Nameless,
    /// A phone number, or another long one, stands in the place of a name.
    NumberForName,
    /// Nothing was asked.
    NothingAsked,
    Future(Day),
    /// Resolved before the day on which it was dispatched.
    BeforeDispatch(Day),
    /// What is done together takes two counties at least, and an agreement as many parties.
    Alone,
}
