//! A team's fields, and a micro-grid's.

use super::super::question::{Level, Question, Typed, Way, Whom, terms};
use super::organisation::{ENDED, NAME, NAME_EN};
use crate::domain::network::{
    Command, Drawn, Formed, GridWork, Membership, MicroGrid, MicroGridField as G, Put, Region,
    Sheet, Slot, Team, TeamField as T,
};
use crate::law::person::MemberCategory;
use crate::locale::directory as say;
use crate::locale::network::fields as name;

pub(super) const OFFICE: Question =
    Question::new(name::field_organisation, Way::Stream(Whom::Organisation));
const PERSON: Question = Question::new(say::who, Way::Stream(Whom::Person)).must();
const CATEGORY: Question = Question::new(say::category, Way::One(terms::<MemberCategory>)).must();
pub(super) const HOUSEHOLDS: Question = Question::new(name::field_households, Way::Number);

pub(super) fn team_asks(formed: &Formed, sheet: &Sheet<T>, slot: Slot) -> Vec<(Question, Typed)> {
    let Team { now, ended, .. } = Team::of(formed, sheet);
    let one = match slot {
        Slot::Member(_) => return vec![(PERSON, PERSON.empty()), (CATEGORY, CATEGORY.empty())],
        Slot::Name => (NAME, Typed::Text(now.name)),
        Slot::NameEn => (NAME_EN, Typed::maybe(now.name_en.as_ref())),
        Slot::Organisation => (OFFICE, Typed::streams(now.organisation)),
        Slot::Region => {
            let region = Region {
                county: now.county,
                town: now.town,
                village: None,
            };
            (place(Level::Town), Typed::region(region))
        }
        Slot::Ended => (ENDED, Typed::day(ended)),
        _ => return Vec::new(),
    };
    vec![one]
}

pub(super) const fn place(level: Level) -> Question {
    Question::new(name::field_region, Way::Place(level)).must()
}

/// A region down to the township.
fn of_town(region: Region) -> Region {
    Region {
        village: None,
        ..region
    }
}

pub(super) fn team_command(slot: Slot, typed: &[Typed]) -> Option<Command> {
    let first = typed.first()?;
    let field = match slot {
        Slot::Member(_) => T::Member(Membership {
            category: Some(typed.get(1)?.one()?),
            mediator: first.stream()?,
        }),
        Slot::Name => T::Name(first.words()?),
        Slot::NameEn => T::NameEn(first.words()),
        Slot::Organisation => T::Organisation(first.stream()),
        Slot::Region => T::Region(of_town(first.to_region()?)),
        Slot::Ended => T::Ended(first.to_day()),
        _ => return None,
    };
    Some(Command::Team(Put::open(field)))
}

pub(super) fn grid_asks(drawn: &Drawn, sheet: &Sheet<G>, slot: Slot) -> Vec<(Question, Typed)> {
    let MicroGrid { now, ended, .. } = MicroGrid::of(drawn, sheet);
    let one = match slot {
        Slot::Worker(_) => return vec![(PERSON, PERSON.empty())],
        Slot::Name => (NAME, Typed::Text(now.name)),
        Slot::Households => (HOUSEHOLDS, Typed::number(now.households)),
        Slot::Organisation => (OFFICE, Typed::streams(now.organisation)),
        Slot::Region => {
            let region = Region {
                county: now.county,
                town: now.town,
                village: now.village,
            };
            (place(Level::Village), Typed::region(region))
        }
        Slot::Ended => (ENDED, Typed::day(ended)),
        _ => return Vec::new(),
    };
    vec![one]
}

pub(super) fn grid_command(slot: Slot, typed: &[Typed]) -> Option<Command> {
    let first = typed.first()?;
    let field = match slot {
        Slot::Worker(_) => G::Worker(GridWork {
            mediator: first.stream()?,
            serves: true,
        }),
        Slot::Name => G::Name(first.words()?),
        Slot::Households => G::Households(first.to_number()),
        Slot::Organisation => G::Organisation(first.stream()),
        Slot::Region => G::Region(first.to_region()?),
        Slot::Ended => G::Ended(first.to_day()),
        _ => return None,
    };
    Some(Command::MicroGrid(Put::open(field)))
}
