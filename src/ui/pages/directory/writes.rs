//! Of each field of the directory what its form asks, what stands in it, and the command that what was typed becomes.

mod agreement;
mod beginning;
mod group;
mod mediator;
mod organisation;

pub use beginning::{begin, beginning};

use super::question::{Question, Typed};
use crate::domain::network::{About, Command, Slot};

/// What a form asks about a field of what stands there, with what stands in it now.
#[must_use]
pub fn asks(about: &About, slot: Slot) -> Vec<(Question, Typed)> {
    match about {
        About::Organisation(founded, sheet) => organisation::asks(founded, sheet, slot),
        About::Mediator(enrolled, sheet) => mediator::asks(enrolled, sheet, slot),
        About::Team(formed, sheet) => group::team_asks(formed, sheet, slot),
        About::MicroGrid(drawn, sheet) => group::grid_asks(drawn, sheet, slot),
        About::Agreement(told) => agreement::asks(told, slot),
        About::Activity(held, sheet) => agreement::activity_asks(held, sheet, slot),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => Vec::new(),
    }
}

/// What was typed as a command; none where something that it must have is missing.
#[must_use]
pub fn command(about: &About, slot: Slot, typed: &[Typed]) -> Option<Command> {
    match about {
        About::Organisation(..) => organisation::command(slot, typed),
        About::Mediator(_, sheet) => mediator::command(sheet, slot, typed),
        About::Team(..) => group::team_command(slot, typed),
        About::MicroGrid(..) => group::grid_command(slot, typed),
        About::Agreement(_) => agreement::command(slot, typed),
        About::Activity(..) => agreement::activity_command(slot, typed),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => None,
    }
}

/// The fields that a page shows, in its order; those that are many stand in lists of their own.
#[must_use]
pub fn slots(about: &About) -> &'static [Slot] {
    match about {
        About::Organisation(..) => &[
            Slot::Name,
            Slot::Kind,
            Slot::Region,
            Slot::Spot,
            Slot::Address,
            Slot::Contact,
            Slot::Hours,
            Slot::Parent,
            Slot::FloorArea,
            Slot::Staff,
            Slot::Specialities,
            Slot::Brand,
            Slot::BrandLevel,
            Slot::Founder,
            Slot::NameEn,
            Slot::Abbreviation,
            Slot::Ended,
        ],
        About::Mediator(..) => &[
            Slot::Person,
            Slot::Kind,
            Slot::Organisation,
            Slot::Specialities,
            Slot::Grade,
            Slot::Languages,
            Slot::Certificate,
            Slot::Ended,
        ],
        About::Team(..) => &[
            Slot::Name,
            Slot::Organisation,
            Slot::Region,
            Slot::NameEn,
            Slot::Ended,
        ],
        About::MicroGrid(..) => &[
            Slot::Name,
            Slot::Region,
            Slot::Organisation,
            Slot::Households,
            Slot::Ended,
        ],
        About::Agreement(_) => &[
            Slot::Name,
            Slot::Counties,
            Slot::Parties,
            Slot::Corridor,
            Slot::From,
            Slot::Until,
            Slot::Scope,
            Slot::Duties,
            Slot::NameEn,
            Slot::CorridorEn,
            Slot::Ended,
        ],
        About::Activity(..) => &[
            Slot::Name,
            Slot::Form,
            Slot::Day,
            Slot::Counties,
            Slot::Agreement,
            Slot::Attended,
            Slot::Minutes,
            Slot::NameEn,
        ],
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => &[],
    }
}

#[cfg(test)]
mod tests;
