//! A person's fields.

use super::super::question::{Question, Typed, Way, Whom, terms};
use crate::domain::id::Label;
use crate::domain::leaf::{Identity, LeafValue};
use crate::domain::network::{
    Command, Enrolled, Mediator, MediatorField as F, Put, Sheet, Slot, Training,
};
use crate::law::dispute::DisputeType;
use crate::law::person::{MediatorKind, Sex};
use crate::locale::directory as say;
use crate::locale::network::fields as name;

pub(super) const NAME: Question = Question::new(say::person_name, Way::Line)
    .must()
    .hint(say::private_hint);
pub(super) const SEX: Question = Question::new(say::sex, Way::One(terms::<Sex>));
pub(super) const PHONE: Question = Question::new(say::phone, Way::Phone);
pub(super) const KIND: Question =
    Question::new(say::serves, Way::One(terms::<MediatorKind>)).must();
pub(super) const ORGANISATION: Question =
    Question::new(name::field_organisation, Way::Stream(Whom::Organisation)).must();
pub(super) const SPECIALITIES: Question =
    Question::new(name::field_specialities, Way::Several(terms::<DisputeType>));

pub(super) fn asks(enrolled: &Enrolled, sheet: &Sheet<F>, slot: Slot) -> Vec<(Question, Typed)> {
    let now = Mediator::of(enrolled, sheet);
    let one = match slot {
        Slot::Person => {
            let identity = sheet.person().cloned().unwrap_or_default();
            return vec![
                (NAME, Typed::Text(identity.name)),
                (SEX, Typed::codes(identity.sex.as_slice())),
                (PHONE, Typed::maybe(identity.phone.as_ref())),
            ];
        }
        Slot::Training(_) => {
            return vec![
                (
                    Question::new(say::training_name, Way::Line).must(),
                    Typed::text(""),
                ),
                (
                    Question::new(name::field_day, Way::Day).must(),
                    Typed::text(""),
                ),
                (
                    Question::new(say::training_hours, Way::Number),
                    Typed::text(""),
                ),
            ];
        }
        Slot::Kind => (KIND, Typed::codes(&[now.now.kind])),
        Slot::Organisation => (ORGANISATION, Typed::streams([now.now.organisation])),
        Slot::Specialities => (SPECIALITIES, Typed::codes(&now.now.specialities)),
        Slot::Grade => (
            Question::new(name::field_grade, Way::Line).hint(say::grade_hint),
            Typed::maybe(now.now.grade.as_ref()),
        ),
        Slot::Languages => (
            Question::new(name::field_languages, Way::List).hint(say::languages_hint),
            Typed::Codes(now.now.languages),
        ),
        Slot::Certificate => (
            Question::new(name::field_certificate, Way::Line).hint(say::private_hint),
            Typed::text(sheet.words(Slot::Certificate).unwrap_or_default()),
        ),
        Slot::Ended => (
            Question::new(name::field_ended, Way::Day).hint(say::left_hint),
            Typed::day(now.ended),
        ),
        _ => return Vec::new(),
    };
    vec![one]
}

/// Who somebody is, as it was typed over what stood there.
pub(super) fn identity(stood: Identity, typed: &[Typed]) -> Option<Identity> {
    let [name, sex, phone] = typed else {
        return None;
    };
    Some(Identity {
        name: name.words()?,
        sex: sex.one(),
        phone: phone.words(),
        ..stood
    })
}

pub(super) fn command(sheet: &Sheet<F>, slot: Slot, typed: &[Typed]) -> Option<Command> {
    let first = typed.first()?;
    let field = match slot {
        Slot::Person => {
            let stood = sheet.person().cloned().unwrap_or_default();
            return Some(Command::Mediator(Put {
                field: F::Person,
                private: Some(LeafValue::Identity(identity(stood, typed)?)),
            }));
        }
        Slot::Certificate => {
            let words = first.words().unwrap_or_default();
            return Some(Command::Mediator(Put::words(F::Certificate, &words)));
        }
        Slot::Training(_) => F::Training(Training {
            day: typed.get(1)?.to_day()?,
            hours: typed.get(2).and_then(Typed::to_number),
            label: Label::default(),
            name: first.words()?,
        }),
        Slot::Kind => F::Kind(first.one()?),
        Slot::Organisation => F::Organisation(first.stream()?),
        Slot::Specialities => F::Specialities(first.chosen()),
        Slot::Grade => F::Grade(first.words()),
        Slot::Languages => F::Languages(first.list()),
        Slot::Ended => F::Ended(first.to_day()),
        _ => return None,
    };
    Some(Command::Mediator(Put::open(field)))
}
