//! An agreement's fields, and an activity's.

use super::super::question::{Level, Question, Typed, Way, Whom, terms};
use super::organisation::{NAME, NAME_EN};
use crate::domain::id::Label;
use crate::domain::network::{
    Activity, ActivityField as A, ActivityForm, Agreement, AgreementField as F, AgreementSheet,
    Area, Command, ContactPerson, Document, EndReason, Ending, Held, JointCentre, Pairing, Put,
    Region, Sheet, Slot,
};
use crate::law::dispute::DisputeType;
use crate::locale::directory as say;
use crate::locale::network::fields as name;

pub(super) const COUNTIES: Question = Question::new(name::field_counties, Way::Counties).must();
pub(super) const PARTIES: Question =
    Question::new(name::field_parties, Way::Streams(Whom::Organisation)).must();
pub(super) const FORM: Question =
    Question::new(name::field_form, Way::One(terms::<ActivityForm>)).must();
pub(super) const DAY: Question = Question::new(name::field_day, Way::Day).must();
pub(super) const AGREEMENT: Question =
    Question::new(name::field_agreement, Way::Stream(Whom::Agreement));
pub(super) const ATTENDED: Question = Question::new(name::field_attended, Way::Number);

pub(super) fn asks(told: &AgreementSheet, slot: Slot) -> Vec<(Question, Typed)> {
    let now = Agreement::of(told);
    let line = |label, text: Option<&String>| (Question::new(label, Way::Line), Typed::maybe(text));
    let one = match slot {
        Slot::Name => (NAME, Typed::Text(now.name)),
        Slot::NameEn => (NAME_EN, Typed::Text(now.name_en)),
        Slot::Corridor => line(name::field_corridor, now.corridor.as_ref()),
        Slot::CorridorEn => line(name::field_corridor_en, now.corridor_en.as_ref()),
        Slot::Counties => (COUNTIES, Typed::counties(&now.counties)),
        Slot::Parties => (PARTIES, Typed::streams(now.parties)),
        Slot::Scope => (
            Question::new(name::field_scope, Way::Several(terms::<DisputeType>))
                .hint(say::scope_hint),
            Typed::codes(&now.scope),
        ),
        Slot::Duties => (
            Question::new(name::field_duties, Way::Words).hint(say::private_hint),
            Typed::text(told.sheet.words(Slot::Duties).unwrap_or_default()),
        ),
        Slot::From => (
            Question::new(name::field_from, Way::Day),
            Typed::day(now.from),
        ),
        Slot::Until => (
            Question::new(name::field_until, Way::Day).hint(say::until_hint),
            Typed::day(now.until),
        ),
        Slot::Ended => {
            let (day, reason) = match now.ended {
                Some(ending) => (Some(ending.day), vec![ending.reason]),
                None => (None, Vec::new()),
            };
            let why = Question::new(say::end_reason, Way::One(terms::<EndReason>)).must();
            return vec![(DAY, Typed::day(day)), (why, Typed::codes(&reason))];
        }
        Slot::Pair(_) => {
            let place = |label| Question::new(label, Way::Place(Level::Village)).must();
            let (one, other) = (place(say::one_side), place(say::other_side));
            return vec![(one, one.empty()), (other, other.empty())];
        }
        Slot::ContactPerson(_) => {
            let county = Question::new(say::side, Way::Place(Level::County)).must();
            let person = Question::new(say::who, Way::Stream(Whom::Person)).must();
            return vec![(county, county.empty()), (person, person.empty())];
        }
        Slot::Centre(_) => {
            let which = Question::new(name::field_centre, Way::Stream(Whom::Organisation)).must();
            return vec![(which, which.empty())];
        }
        Slot::Document(_) => {
            let title = Question::new(say::document_name, Way::Line).must();
            return vec![(title, title.empty()), (DAY, DAY.empty())];
        }
        _ => return Vec::new(),
    };
    vec![one]
}

/// A place of a border: a village where one was chosen, else the township.
fn area(region: Region) -> Option<Area> {
    let village = region.village.map(Area::Village);
    village.or_else(|| region.town.map(Area::Town))
}

pub(super) fn command(slot: Slot, typed: &[Typed]) -> Option<Command> {
    let first = typed.first()?;
    let field = match slot {
        Slot::Name => F::Name(first.words()?),
        Slot::NameEn => F::NameEn(first.words().unwrap_or_default()),
        Slot::Corridor => F::Corridor(first.words()),
        Slot::CorridorEn => F::CorridorEn(first.words()),
        Slot::Counties => F::Counties(first.to_counties()),
        Slot::Parties => F::Parties(first.all_streams()),
        Slot::Scope => F::Scope(first.chosen()),
        Slot::Duties => {
            let words = first.words().unwrap_or_default();
            return Some(Command::Agreement(Put::words(F::Duties, &words)));
        }
        Slot::From => F::From(first.to_day()),
        Slot::Until => F::Until(first.to_day()),
        Slot::Ended => F::Ended(Some(Ending {
            day: first.to_day()?,
            reason: typed.get(1)?.one()?,
        })),
        Slot::Pair(_) => F::Pair(Pairing {
            one: area(first.to_region()?)?,
            other: area(typed.get(1)?.to_region()?)?,
            paired: true,
        }),
        Slot::ContactPerson(_) => F::ContactPerson(ContactPerson {
            county: first.to_region()?.county,
            mediator: Some(typed.get(1)?.stream()?),
        }),
        Slot::Centre(_) => F::Centre(JointCentre {
            joint: true,
            organisation: first.stream()?,
        }),
        Slot::Document(_) => F::Document(Document {
            day: typed.get(1)?.to_day()?,
            label: Label::default(),
            name: first.words()?,
        }),
        _ => return None,
    };
    Some(Command::Agreement(Put::open(field)))
}

pub(super) fn activity_asks(held: &Held, sheet: &Sheet<A>, slot: Slot) -> Vec<(Question, Typed)> {
    let now = Activity::of(held, sheet).now;
    let one = match slot {
        Slot::Name => (NAME, Typed::Text(now.name)),
        Slot::NameEn => (NAME_EN, Typed::Text(now.name_en)),
        Slot::Form => (FORM, Typed::codes(&[now.form])),
        Slot::Day => (DAY, Typed::day(Some(now.day))),
        Slot::Counties => (COUNTIES, Typed::counties(&now.counties)),
        Slot::Agreement => (AGREEMENT, Typed::streams(now.agreement)),
        Slot::Attended => (ATTENDED, Typed::number(now.attended)),
        Slot::Minutes => (
            Question::new(name::field_minutes, Way::Words).hint(say::private_hint),
            Typed::text(sheet.words(Slot::Minutes).unwrap_or_default()),
        ),
        _ => return Vec::new(),
    };
    vec![one]
}

pub(super) fn activity_command(slot: Slot, typed: &[Typed]) -> Option<Command> {
    let first = typed.first()?;
    let field = match slot {
        Slot::Name => A::Name(first.words()?),
        Slot::NameEn => A::NameEn(first.words().unwrap_or_default()),
        Slot::Form => A::Form(first.one()?),
        Slot::Day => A::Day(first.to_day()?),
        Slot::Counties => A::Counties(first.to_counties()),
        Slot::Agreement => A::Agreement(first.stream()),
        Slot::Attended => A::Attended(first.to_number()),
        Slot::Minutes => {
            let words = first.words().unwrap_or_default();
            return Some(Command::Activity(Put::words(A::Minutes, &words)));
        }
        _ => return None,
    };
    Some(Command::Activity(Put::open(field)))
}
