//! An organisation's fields.

use super::super::question::{Level, Question, Typed, Way, Whom, terms};
use crate::domain::network::{
    Command, Founded, Organisation, OrganisationField as F, Put, Sheet, Slot,
};
use crate::law::dispute::DisputeType;
use crate::law::organisation::{BrandLevel, OrganisationKind};
use crate::locale::directory as say;
use crate::locale::network::fields as name;

pub(super) const KIND: Question =
    Question::new(name::field_kind, Way::One(terms::<OrganisationKind>)).must();
pub(super) const NAME: Question = Question::new(name::field_name, Way::Line).must();
pub(super) const NAME_EN: Question = Question::new(name::field_name_en, Way::Line);
pub(super) const ENDED: Question = Question::new(name::field_ended, Way::Day).hint(say::ended_hint);
pub(super) const REGION: Question =
    Question::new(name::field_region, Way::Place(Level::Village)).must();
pub(super) const PARENT: Question =
    Question::new(name::field_parent, Way::Stream(Whom::Organisation));
pub(super) const CONTACT: Question =
    Question::new(name::field_contact, Way::Line).hint(say::private_hint);
pub(super) const HOURS: Question =
    Question::new(name::field_hours, Way::Line).hint(say::hours_hint);

pub(super) fn asks(founded: &Founded, sheet: &Sheet<F>, slot: Slot) -> Vec<(Question, Typed)> {
    let now = Organisation::of(founded, sheet);
    let (ended, now) = (now.ended, now.now);
    let words = |slot| Typed::text(sheet.words(slot).unwrap_or_default());
    let number = |label| Question::new(label, Way::Number);
    let one = match slot {
        Slot::Name => (NAME, Typed::Text(now.name)),
        Slot::NameEn => (NAME_EN, Typed::maybe(now.name_en.as_ref())),
        Slot::Kind => (KIND, Typed::codes(&[now.kind])),
        Slot::Abbreviation => (
            Question::new(name::field_abbreviation, Way::Line),
            Typed::maybe(now.abbreviation.as_ref()),
        ),
        Slot::Parent => (PARENT, Typed::streams(now.parent)),
        Slot::Region => (REGION, Typed::region(now.region())),
        Slot::Address => (
            Question::new(name::field_address, Way::Line).hint(say::private_hint),
            words(Slot::Address),
        ),
        Slot::Contact => (CONTACT, words(Slot::Contact)),
        Slot::Hours => (HOURS, Typed::maybe(now.hours.as_ref())),
        Slot::FloorArea => (
            number(name::field_floor_area),
            Typed::number(now.floor_area),
        ),
        Slot::Staff => (number(name::field_staff), Typed::number(now.staff)),
        Slot::Brand => (
            Question::new(name::field_brand, Way::Line).hint(say::brand_hint),
            Typed::maybe(now.brand.as_ref()),
        ),
        Slot::BrandLevel => (
            Question::new(name::field_brand_level, Way::One(terms::<BrandLevel>)),
            Typed::codes(now.brand_level.as_slice()),
        ),
        Slot::Founder => (
            Question::new(name::field_founder, Way::Stream(Whom::Person)),
            Typed::streams(now.founder),
        ),
        Slot::Specialities => (
            Question::new(name::field_specialities, Way::Several(terms::<DisputeType>)),
            Typed::codes(&now.specialities),
        ),
        Slot::Spot => (
            Question::new(name::field_spot, Way::Spot(now.county)).hint(say::spot::hint),
            Typed::spot(now.spot),
        ),
        Slot::Ended => (ENDED, Typed::day(ended)),
        _ => return Vec::new(),
    };
    vec![one]
}

pub(super) fn command(slot: Slot, typed: &[Typed]) -> Option<Command> {
    let typed = typed.first()?;
    let field = match slot {
        Slot::Name => F::Name(typed.words()?),
        Slot::NameEn => F::NameEn(typed.words()),
        Slot::Kind => F::Kind(typed.one()?),
        Slot::Abbreviation => F::Abbreviation(typed.words()),
        Slot::Parent => F::Parent(typed.stream()),
        Slot::Region => F::Region(typed.to_region()?),
        Slot::Hours => F::Hours(typed.words()),
        Slot::FloorArea => F::FloorArea(typed.to_number()),
        Slot::Staff => F::Staff(typed.to_number()),
        Slot::Brand => F::Brand(typed.words()),
        Slot::BrandLevel => F::BrandLevel(typed.one()),
        Slot::Founder => F::Founder(typed.stream()),
        Slot::Specialities => F::Specialities(typed.chosen()),
        Slot::Spot => F::Spot(typed.to_spot()),
        Slot::Ended => F::Ended(typed.to_day()),
        // Their words go into leaves.
        Slot::Address | Slot::Contact => {
            let field = if slot == Slot::Address {
                F::Address
            } else {
                F::Contact
            };
            let words = typed.words().unwrap_or_default();
            return Some(Command::Organisation(Put::words(field, &words)));
        }
        _ => return None,
    };
    Some(Command::Organisation(Put::open(field)))
}
