//! Leaves: what an entry keeps private, each hanging on by a digest, so that it can be left out.

use serde::{Deserialize, Serialize};

use crate::law::day::Day;
use crate::law::person::Sex;

use super::id::Label;

crate::coded! {
    /// What a leaf holds, which decides who may see it.
    pub enum LeafClass {
        /// One person: name, sex, birth, ID number, phone, address.
        Identity = "identity",
        /// Where, below the township.
        Place = "place",
        /// Statements and free text.
        Narrative = "narrative",
        /// Said back to back; never leaves without that side's leave.
        Confidential = "confidential",
        /// A picture's or a paper's hash and caption.
        Attachment = "attachment",
    }
}

/// A person or organisation as a party, or a mediator: everything that tells who it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ethnic_group: Option<String>,
    /// Resident ID number, or the unified social credit code of an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

/// A text or a place in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub text: String,
}

/// What a leaf says, by its class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeafValue {
    Identity(Identity),
    Words(String),
    /// Of a class, or in a shape, that this version does not know: kept as it lies.
    Unknown,
}

/// A leaf as a decision makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub class: LeafClass,
    /// Whom or what it is about: a label of the stream, or one of [`topic`].
    pub of: Option<String>,
    pub value: LeafValue,
}

/// The most leaves that one entry may have.
pub const MOST_LEAVES: usize = 256;
/// The most that an entry's data and the values of its leaves may come to, in bytes: with salts,
/// digests and parents it stays below the longest line.
pub const MOST_BYTES: usize = 896 << 10;

/// What leaves without a label are about.
pub mod topic {
    pub const CERTIFICATE: &str = "certificate";
    pub const CONTACT: &str = "contact";
    pub const DUTIES: &str = "duties";
    pub const FACTS: &str = "facts";
    pub const MATTER: &str = "matter";
    pub const RESPONSIBILITY: &str = "responsibility";
    pub const MANNER: &str = "manner";
    pub const PLACE: &str = "place";
    pub const REASON: &str = "reason";
    pub const RECORD: &str = "record";
    pub const RESULT: &str = "result";
    pub const REMARKS: &str = "remarks";
    pub const SOURCE_FILE: &str = "source_file";
}

impl Leaf {
    /// How long its value is on a line.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let written = match &self.value {
            LeafValue::Identity(identity) => serde_json::to_string(identity),
            LeafValue::Words(text) => serde_json::to_string(text),
            LeafValue::Unknown => Ok(String::new()),
        };
        written.map_or(0, |text| text.len())
    }

    #[must_use]
    pub fn identity(of: Label, identity: Identity) -> Self {
        Self {
            class: LeafClass::Identity,
            of: Some(of.to_string()),
            value: LeafValue::Identity(identity),
        }
    }

    #[must_use]
    pub fn narrative(of: impl ToString, text: &str) -> Self {
        Self {
            class: LeafClass::Narrative,
            of: Some(of.to_string()),
            value: LeafValue::Words(text.to_owned()),
        }
    }

    #[must_use]
    pub fn place(of: impl ToString, text: &str) -> Self {
        Self {
            class: LeafClass::Place,
            of: Some(of.to_string()),
            value: LeafValue::Words(text.to_owned()),
        }
    }

    #[must_use]
    pub fn confidential(of: impl ToString, text: &str) -> Self {
        Self {
            class: LeafClass::Confidential,
            of: Some(of.to_string()),
            value: LeafValue::Words(text.to_owned()),
        }
    }
}

/// A leaf as it was read: `value` is none where it was left out or erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenLeaf {
    pub class: LeafClass,
    pub of: Option<String>,
    pub value: Option<LeafValue>,
}

impl SeenLeaf {
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match &self.value {
            Some(LeafValue::Words(text)) => Some(text),
            _ => None,
        }
    }

    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        match &self.value {
            Some(LeafValue::Identity(identity)) => Some(identity),
            _ => None,
        }
    }
}

impl From<Leaf> for SeenLeaf {
    fn from(leaf: Leaf) -> Self {
        Self {
            class: leaf.class,
            of: leaf.of,
            value: Some(leaf.value),
        }
    }
}
