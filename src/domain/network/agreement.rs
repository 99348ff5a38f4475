//! A cooperation agreement between regions, and the corridor that it makes: proposed, signed, renewed, ended; which
//! border towns it pairs, which centres are joint, whom one asks on each side. What each side does is a leaf.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::fact::Fact;
use crate::domain::id::{Label, StreamId};
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};

use super::sheet::{Sheet, Slot, fields};

/// What was put before the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// Counties that it would tie, sorted.
    pub counties: Vec<Adcode>,
    pub day: Day,
    pub name: String,
    /// Organisations that are to sign.
    pub parties: Vec<StreamId>,
}

/// A cooperation agreement as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corridor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corridor_en: Option<String>,
    /// Counties that are tied, sorted.
    pub counties: Vec<Adcode>,
    /// On which day of the year, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    pub name: String,
    pub name_en: String,
    /// Organisations that signed.
    pub parties: Vec<StreamId>,
    pub year: u16,
}

/// It goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewed {
    pub day: Day,
    /// Until when it holds now; none where it has no term.
    pub until: Option<Day>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub day: Day,
    pub reason: EndReason,
}

crate::coded! {
    /// Why an agreement is at its end.
    pub enum EndReason {
        /// Its term was over.
        Expired = "expired",
        /// Another took its place.
        Replaced = "replaced",
        /// The sides gave it up.
        GivenUp = "given_up",
        /// It never came to be signed.
        NotSigned = "not_signed",
    }
}

/// A township or a village at a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Area {
    #[serde(rename = "town")]
    Town(Town),
    #[serde(rename = "village")]
    Village(Village),
}

impl Area {
    #[must_use]
    pub fn county(self) -> Adcode {
        match self {
            Self::Town(town) => town.county(),
            Self::Village(village) => village.town().county(),
        }
    }
}

/// Two neighbours across a border, the lesser code first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BorderPair {
    pub one: Area,
    pub other: Area,
}

impl BorderPair {
    #[must_use]
    pub fn of(one: Area, other: Area) -> Self {
        Self {
            one: one.min(other),
            other: one.max(other),
        }
    }
}

/// That two neighbours are paired, or are no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairing {
    pub one: Area,
    pub other: Area,
    pub paired: bool,
}

/// Whom one asks on the side of a county; none any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPerson {
    pub county: Adcode,
    pub mediator: Option<StreamId>,
}

/// That a one-stop centre is kept together, or is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointCentre {
    pub joint: bool,
    pub organisation: StreamId,
}

/// A paper that belongs to the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub day: Day,
    pub label: Label,
    pub name: String,
}

fields! {
    /// What can be written anew of an agreement.
    AgreementField(value) {
        Centre(JointCentre) = "centre" => Slot::Centre(value.organisation);
        ContactPerson(ContactPerson) = "contact_person" => Slot::ContactPerson(value.county);
        Corridor(Option<String>) = "corridor" => Slot::Corridor;
        CorridorEn(Option<String>) = "corridor_en" => Slot::CorridorEn;
        Counties(Vec<Adcode>) = "counties" => Slot::Counties;
        Document(Document) = "document" => Slot::Document(value.label);
        /// Its leaf holds what each side does.
        Duties = "duties" => Slot::Duties;
        /// It is at its end; none where it goes on after all.
        Ended(Option<Ending>) = "ended" => Slot::Ended;
        /// From when it is in force.
        From(Option<Day>) = "from" => Slot::From;
        Name(String) = "name" => Slot::Name;
        NameEn(String) = "name_en" => Slot::NameEn;
        Pair(Pairing) = "pair" => Slot::Pair(BorderPair::of(value.one, value.other));
        Parties(Vec<StreamId>) = "parties" => Slot::Parties;
        /// Which disputes it is about; none: all.
        Scope(Vec<DisputeType>) = "scope" => Slot::Scope;
        /// Until when; none where it has no term.
        Until(Option<Day>) = "until" => Slot::Until;
    }
}

crate::coded! {
    /// How far an agreement has come.
    pub enum AgreementState {
        Proposed = "proposed",
        /// Signed, and in force later.
        Signed = "signed",
        InForce = "in_force",
        /// In force, and renewed since it was signed.
        Renewed = "renewed",
        /// Its term is over, and nobody said what comes of it.
        Expired = "expired",
        Ended = "ended",
    }
}

/// What was told of an agreement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgreementSheet {
    pub sheet: Sheet<AgreementField>,
    pub proposed: Option<Proposed>,
    pub signed: Option<Signed>,
    /// Every renewal, in the order of the fold.
    pub renewals: Vec<Renewed>,
}

impl AgreementSheet {
    pub(super) fn propose(&mut self, fact: &Fact, data: &Proposed) {
        use AgreementField as F;
        self.proposed.get_or_insert_with(|| data.clone());
        let said = [
            F::Name(data.name.clone()),
            F::Counties(data.counties.clone()),
            F::Parties(data.parties.clone()),
        ];
        self.sheet.write(fact, said);
    }

    pub(super) fn sign(&mut self, fact: &Fact, data: &Signed) {
        use AgreementField as F;
        self.signed.get_or_insert_with(|| data.clone());
        let mut said = vec![
            F::Name(data.name.clone()),
            F::NameEn(data.name_en.clone()),
            F::Counties(data.counties.clone()),
            F::Parties(data.parties.clone()),
        ];
        if data.corridor.is_some() {
            said.push(F::Corridor(data.corridor.clone()));
        }
        if data.corridor_en.is_some() {
            said.push(F::CorridorEn(data.corridor_en.clone()));
        }
        self.sheet.write(fact, said);
    }

    pub(super) fn renew(&mut self, fact: &Fact, data: &Renewed) {
        self.renewals.push(data.clone());
        self.sheet.write(fact, [AgreementField::Until(data.until)]);
    }
}

/// An agreement as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub name: String,
    pub name_en: String,
    pub corridor: Option<String>,
    pub corridor_en: Option<String>,
    pub counties: Vec<Adcode>,
    pub parties: Vec<StreamId>,
    pub scope: Vec<DisputeType>,
    pub proposed: Option<Day>,
    /// As it was signed; none where it only is proposed.
    pub signed: Option<Signing>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub renewed: Option<Day>,
    pub ended: Option<Ending>,
    pub contacts: Vec<(Adcode, StreamId)>,
    pub centres: Vec<StreamId>,
    pub pairs: Vec<BorderPair>,
    pub documents: Vec<Document>,
    pub disputed: bool,
}

/// When it was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    pub day: Option<Day>,
    pub year: u16,
}

impl Agreement {
    #[must_use]
    pub fn of(told: &AgreementSheet) -> Self {
        use AgreementField as F;
        let mut now = Self {
            proposed: told.proposed.as_ref().map(|proposed| proposed.day),
            signed: told.signed.as_ref().map(|signed| Signing {
                day: signed.day,
                year: signed.year,
            }),
            renewed: told.renewals.iter().map(|renewed| renewed.day).max(),
            disputed: told.sheet.is_disputed(),
            ..Self::default()
        };
        let mut contacts = BTreeMap::new();
        let (mut centres, mut pairs) = (BTreeSet::new(), BTreeSet::new());
        for put in told.sheet.shown() {
            match put.field.clone() {
                F::Centre(value) if value.joint => drop(centres.insert(value.organisation)),
                F::Centre(_) => {}
                F::ContactPerson(value) => {
                    contacts.extend(value.mediator.map(|one| (value.county, one)));
                }
                F::Corridor(value) => now.corridor = value,
                F::CorridorEn(value) => now.corridor_en = value,
                F::Counties(value) => now.counties = value,
                F::Document(value) => now.documents.push(value),
                F::Ended(value) => now.ended = value,
                F::From(value) => now.from = value,
                F::Name(value) => now.name = value,
                F::NameEn(value) => now.name_en = value,
                F::Pair(value) if value.paired => {
                    pairs.insert(BorderPair::of(value.one, value.other));
                }
                F::Pair(_) => {}
                F::Parties(value) => now.parties = value,
                F::Scope(value) => now.scope = value,
                F::Until(value) => now.until = value,
                // The sheet has its words.
                F::Duties => {}
            }
        }
        now.contacts = contacts.into_iter().collect();
        now.centres = centres.into_iter().collect();
        now.pairs = pairs.into_iter().collect();
        now.documents
            .sort_by_key(|document| (document.day, document.label));
        now
    }

    /// How far it has come by a day.
    #[must_use]
    pub fn state(&self, today: Day) -> AgreementState {
        let Some(signed) = self.signed else {
            return match self.ended {
                Some(_) => AgreementState::Ended,
                None => AgreementState::Proposed,
            };
        };
        if self.ended.as_ref().is_some_and(|ended| ended.day <= today) {
            return AgreementState::Ended;
        }
        if self.until.is_some_and(|until| until < today) {
            return AgreementState::Expired;
        }
        if self.from.or(signed.day).is_some_and(|from| from > today) {
            return AgreementState::Signed;
        }
        match self.renewed {
            Some(_) => AgreementState::Renewed,
            None => AgreementState::InForce,
        }
    }

    /// Whether offices work under it on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Day) -> bool {
        matches!(
            self.state(day),
            AgreementState::InForce | AgreementState::Renewed
        )
    }

    /// Whether it ties two counties.
    #[must_use]
    pub fn ties(&self, one: Adcode, other: Adcode) -> bool {
        self.counties.contains(&one) && self.counties.contains(&other)
    }
}

impl AgreementField {
    /// Organisations and people that it names.
    #[must_use]
    pub fn mentions(&self) -> Vec<StreamId> {
        match self {
            Self::Centre(centre) => vec![centre.organisation],
            Self::ContactPerson(contact) => contact.mediator.iter().copied().collect(),
            Self::Parties(parties) => parties.clone(),
            _ => Vec::new(),
        }
    }
}
