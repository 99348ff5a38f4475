//! A stream of the network as a sheet of fields, each of which several desks may write: what stands in it, and what
//! several of them wrote to one field, not knowing of each other (`domain::field`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::fact::Fact;
use crate::domain::field::{Field, Written};
use crate::domain::id::{Label, StreamId};
use crate::domain::leaf::{Identity, Leaf, LeafClass, LeafValue, topic};
use crate::domain::pairs;
use crate::law::divisions::Adcode;

use super::agreement::BorderPair;

/// What the leaf that holds a person's name is about.
pub const SELF: &str = "self";

/// A field of a sheet, without its value: where a form refuses, what changed meanwhile, of what two desks disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Slot {
    Name,
    NameEn,
    Kind,
    Abbreviation,
    Parent,
    Region,
    Address,
    Contact,
    Hours,
    FloorArea,
    Staff,
    Brand,
    BrandLevel,
    Founder,
    Specialities,
    Spot,
    Organisation,
    Person,
    Grade,
    Languages,
    Certificate,
    Training(Label),
    Member(StreamId),
    Households,
    Worker(StreamId),
    Corridor,
    CorridorEn,
    Counties,
    Parties,
    Scope,
    Duties,
    From,
    Until,
    ContactPerson(Adcode),
    Centre(StreamId),
    Pair(BorderPair),
    Document(Label),
    Day,
    Form,
    Agreement,
    Attended,
    Minutes,
    Ended,
}

/// One field of a kind of stream, with what a line says of it.
pub trait SheetField: Clone + PartialEq {
    fn slot(&self) -> Slot;

    /// The class of the leaf that holds what it says, and what that leaf is about; none where the line says it itself.
    fn leaf(&self) -> Option<(LeafClass, &'static str)>;
}

/// The class of the leaf of a private field, and what that is about.
pub(super) fn private(slot: Slot) -> Option<(LeafClass, &'static str)> {
    match slot {
        Slot::Person => Some((LeafClass::Identity, SELF)),
        Slot::Address => Some((LeafClass::Place, topic::PLACE)),
        Slot::Contact => Some((LeafClass::Narrative, topic::CONTACT)),
        Slot::Certificate => Some((LeafClass::Narrative, topic::CERTIFICATE)),
        Slot::Duties => Some((LeafClass::Narrative, topic::DUTIES)),
        Slot::Minutes => Some((LeafClass::Narrative, topic::RECORD)),
        _ => None,
    }
}

/// A field as it is put: what the line says, and what its leaf does where it is private.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Put<F> {
    pub field: F,
    pub private: Option<LeafValue>,
}

impl<F: SheetField> Put<F> {
    /// A field that the line says.
    #[must_use]
    pub fn open(field: F) -> Self {
        Self {
            field,
            private: None,
        }
    }

    /// A field whose leaf holds words.
    #[must_use]
    pub fn words(field: F, words: &str) -> Self {
        let private = Some(LeafValue::Words(words.to_owned()));
        Self { field, private }
    }

    /// The leaf that goes with it.
    #[must_use]
    pub fn to_leaf(&self) -> Option<Leaf> {
        let (class, of) = self.field.leaf()?;
        Some(Leaf {
            class,
            of: Some(of.to_owned()),
            value: self.private.clone()?,
        })
    }
}

/// What stands in the fields of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "F: Serialize", deserialize = "F: Deserialize<'de>"))]
pub struct Sheet<F> {
    #[serde(with = "pairs")]
    fields: BTreeMap<Slot, Field<Option<Put<F>>>>,
}

impl<F> Default for Sheet<F> {
    fn default() -> Self {
        Self {
            fields: BTreeMap::new(),
        }
    }
}

impl<F: SheetField> Sheet<F> {
    /// Takes in what an entry says of these fields.
    pub fn write(&mut self, fact: &Fact, said: impl IntoIterator<Item = F>) {
        for field in said {
            let slot = field.slot();
            let here = self.fields.entry(slot).or_default();
            match field.leaf() {
                None => here.write(fact, Some(Put::open(field))),
                Some((class, of)) => {
                    let about = |leaf: &&crate::domain::leaf::SeenLeaf| {
                        leaf.class == class
                            && (leaf.of.as_deref() == Some(of) || slot == Slot::Person)
                    };
                    let value = fact.leaves.iter().find(about);
                    let value = value.and_then(|leaf| leaf.value.clone());
                    let put = |private| Put {
                        field,
                        private: Some(private),
                    };
                    here.write_leaf(fact, value.map(put));
                }
            }
        }
    }

    /// What shows, field by field.
    pub fn shown(&self) -> impl Iterator<Item = &Put<F>> {
        let written = self.fields.values().filter_map(Field::get);
        written.filter_map(Option::as_ref)
    }

    /// What shows in one field.
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<&Put<F>> {
        self.fields.get(&slot)?.get()?.as_ref()
    }

    /// The words of a private field; none where there are none or they are left out.
    #[must_use]
    pub fn words(&self, slot: Slot) -> Option<&str> {
        match self.get(slot)?.private.as_ref()? {
            LeafValue::Words(text) => Some(text)
                .filter(|text| !text.is_empty())
                .map(String::as_str),
            LeafValue::Identity(_) | LeafValue::Unknown => None,
        }
    }

    /// The person whom the stream is about; none where the leaf is left out.
    #[must_use]
    pub fn person(&self) -> Option<&Identity> {
        match self.get(Slot::Person)?.private.as_ref()? {
            LeafValue::Identity(identity) => Some(identity),
            LeafValue::Words(_) | LeafValue::Unknown => None,
        }
    }

    /// Whether a private field was written and its leaf is not here.
    #[must_use]
    pub fn is_left_out(&self, slot: Slot) -> bool {
        self.fields
            .get(&slot)
            .is_some_and(|field| field.get() == Some(&None))
    }

    /// The fields of which desks disagree, with every side.
    pub fn disputed(&self) -> impl Iterator<Item = (Slot, &[Written<Option<Put<F>>>])> {
        let sides = self
            .fields
            .iter()
            .map(|(slot, field)| (*slot, field.sides()));
        sides.filter(|(_, sides)| !sides.is_empty())
    }

    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.disputed().next().is_some()
    }
}

/// An entry that writes one field anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected<F> {
    pub field: F,
}

/// Declares the fields of a kind of stream as they lie on a line, with the slot of each.
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident($value:ident) {
        $($(#[$doc:meta])* $variant:ident $(($type:ty))? = $code:literal => $slot:expr;)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant $(($type))?,)*
        }

        impl $name {
            /// Their names on a line.
            pub const NAMES: &'static [&'static str] = &[$($code),*];
        }

        impl $crate::domain::network::sheet::SheetField for $name {
            #[allow(unused_variables)] // Of most fields the value doesn't matter.
            fn slot(&self) -> $crate::domain::network::sheet::Slot {
                match self {
                    $($crate::domain::network::sheet::pattern!($name $variant $value $($type)?) => $slot,)*
                }
            }

            fn leaf(&self) -> Option<($crate::domain::leaf::LeafClass, &'static str)> {
                $crate::domain::network::sheet::private(self.slot())
            }
        }
    };
}

/// What matches a variant with a value, or one without.
macro_rules! pattern {
    ($name:ident $variant:ident $value:ident $type:ty) => {
        $name::$variant($value)
    };
    ($name:ident $variant:ident $value:ident) => {
        $name::$variant
    };
}

pub(super) use {fields, pattern};
