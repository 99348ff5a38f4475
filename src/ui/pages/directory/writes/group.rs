//! A team's fields, and a micro-grid's.

use super::super::question::{Level, Question, Typed, Way, Whom, terms};
use super::organisation::NAME;
use crate::domain::network::{
    Command, GridWork, Membership, MicroGridField as G, Put, Region, Sheet, Slot, TeamField as T,
};
use crate::law::person::MemberCategory;
use crate::locale::directory as say;
use crate::locale::network::fields as name;

pub(super) const OFFICE: Question =
    Question::new(name::field_organisation, Way::Stream(Whom::Organisation));
const PERSON: Question = Question::new(say::who, Way::Stream(Whom::Person)).must();
const CATEGORY: Question = Question::new(say::category, Way::One(terms::<MemberCategory>)).must();
const ENDED: Question = Question::new(name::field_ended, Way::Day).hint(say::ended_hint);

pub(super) fn team_asks(sheet: &Sheet<T>, slot: Slot) -> Vec<(Question, Typed)> {
    let field = sheet.get(slot).map(|put| put.field.clone());
    let one = match (slot, field) {
        (Slot::Member(_), _) => {
            return vec![(PERSON, PERSON.empty()), (CATEGORY, CATEGORY.empty())];
        }
        (Slot::Name, Some(T::Name(text))) => (NAME, Typed::Text(text)),
        (Slot::NameEn, field) => {
            let text = match field {
                Some(T::NameEn(text)) => text,
                _ => None,
            };
            let question = Question::new(name::field_name_en, Way::Line);
            (question, Typed::maybe(text.as_ref()))
        }
        (Slot::Organisation, field) => {
            let one = match field {
                Some(T::Organisation(one)) => one,
                _ => None,
            };
            (OFFICE, Typed::streams(one))
        }
        (Slot::Region, Some(T::Region(region))) => (place(Level::Town), Typed::region(region)),
        (Slot::Ended, field) => {
            let day = match field {
                Some(T::Ended(day)) => day,
                _ => None,
            };
            (ENDED, Typed::day(day))
        }
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

pub(super) fn grid_asks(sheet: &Sheet<G>, slot: Slot) -> Vec<(Question, Typed)> {
    let field = sheet.get(slot).map(|put| put.field.clone());
    let one = match (slot, field) {
        (Slot::Worker(_), _) => return vec![(PERSON, PERSON.empty())],
        (Slot::Name, Some(G::Name(text))) => (NAME, Typed::Text(text)),
        (Slot::Households, field) => {
            let number = match field {
                Some(G::Households(number)) => number,
                _ => None,
            };
            let question = Question::new(name::field_households, Way::Number);
            (question, Typed::number(number))
        }
        (Slot::Organisation, field) => {
            let one = match field {
                Some(G::Organisation(one)) => one,
                _ => None,
            };
            (OFFICE, Typed::streams(one))
        }
        (Slot::Region, Some(G::Region(region))) => (place(Level::Village), Typed::region(region)),
        (Slot::Ended, field) => {
            let day = match field {
                Some(G::Ended(day)) => day,
                _ => None,
            };
            (ENDED, Typed::day(day))
        }
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
