//! What the forms of a case say of its people and values.

use crate::domain::case::Case;
use crate::domain::id::Label;
use crate::domain::leaf::Identity;
use crate::locale::{
    Language,
    terms::{self, Term},
};

/// The stems that stand for parties whose names are left out.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// A party's name, or its stem by the order of registration.
#[must_use]
pub fn party(case: &Case, label: Label) -> String {
    let place = case.parties.iter().position(|party| party.label == label);
    let name = place
        .and_then(|place| case.parties.get(place))
        .and_then(|party| party.identity.get()?.as_ref())
        .map(|identity| identity.name.clone())
        .filter(|name| !name.is_empty());
    name.unwrap_or_else(|| {
        let place = place.unwrap_or(0);
        STEMS
            .get(place)
            .map_or_else(|| (place + 1).to_string(), |stem| (*stem).to_owned())
    })
}

/// Who somebody is, in a line.
#[must_use]
pub fn identity(l: Language, identity: &Identity) -> String {
    let mut pieces = vec![identity.name.clone()];
    pieces.extend(identity.sex.as_ref().map(|sex| sex.term(l).to_owned()));
    let group = identity.ethnic_group.as_deref();
    pieces.extend(group.map(|group| terms::ethnic_group(l, group).to_owned()));
    let texts = [
        &identity.id_number,
        &identity.phone,
        &identity.address,
        &identity.occupation,
    ];
    pieces.extend(texts.into_iter().flatten().cloned());
    pieces.join(" · ")
}
