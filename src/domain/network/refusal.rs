//! Why a command to the network is refused.

use serde::{Deserialize, Serialize};

use crate::law::day::Day;

use super::sheet::Slot;

/// Why an office or a person can't be entered. Apart from [`Refusal`]: setting up a desk, which comes with the first load,
/// is told no more than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotEntered {
    Nameless,
    /// A phone number, or another long one, stands in the place of a name.
    NumberForName,
    /// A name of more characters than these.
    NameTooLong(usize),
    /// The township lies in another county, or the village in another township.
    OddRegion,
}

impl From<NotEntered> for Refusal {
    fn from(why: NotEntered) -> Self {
        match why {
            NotEntered::Nameless => Self::Nameless,
            NotEntered::NumberForName => Self::NumberForName,
            NotEntered::NameTooLong(most) => Self::TooLong(Slot::Name, most),
            NotEntered::OddRegion => Self::OddRegion,
        }
    }
}

/// Why nothing was written; `locale` has the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The stream is about something already, and that stands.
    AlreadyThere,
    /// What is to be changed is not on record.
    NotThere,
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
    /// It says so already, and nobody says otherwise.
    NothingNew(Slot),
    /// Another desk's entry that the form had not seen wrote the same field.
    ChangedMeanwhile(Slot),
    /// The township lies in another county, or the village in another township.
    OddRegion,
    /// An organisation above itself.
    OwnParent,
    /// A pair takes a township and a township, or a village and a village, of two counties.
    OddPair,
    /// Until a day before it began.
    EndsBeforeItBegins(Day),
    /// Before it was signed nothing can be renewed.
    NotSigned,
    /// The agreement is at its end.
    AlreadyEnded(Day),
    /// Longer than a line of a directory: so many characters at most.
    TooLong(Slot, usize),
}

impl Refusal {
    /// The field that it is about, where it is about one that has a place in a form.
    #[must_use]
    pub fn slot(&self) -> Option<Slot> {
        match self {
            Self::Nameless | Self::NumberForName => Some(Slot::Name),
            Self::Alone => Some(Slot::Counties),
            Self::NothingNew(slot) | Self::ChangedMeanwhile(slot) | Self::TooLong(slot, _) => {
                Some(*slot)
            }
            Self::OddRegion => Some(Slot::Region),
            Self::OwnParent => Some(Slot::Parent),
            Self::EndsBeforeItBegins(_) => Some(Slot::Until),
            Self::Future(_) => Some(Slot::Day),
            Self::AlreadyThere
            | Self::NotThere
            | Self::NoWorkOrder
            | Self::AlreadyResolved
            | Self::NothingAsked
            | Self::BeforeDispatch(_)
            | Self::OddPair
            | Self::NotSigned
            | Self::AlreadyEnded(_) => None,
        }
    }
}
