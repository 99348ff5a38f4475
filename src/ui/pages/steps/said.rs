//! What the forms of a case say of who somebody is.

use crate::domain::leaf::Identity;
use crate::locale::{
    Language,
    terms::{self, Term},
};

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
