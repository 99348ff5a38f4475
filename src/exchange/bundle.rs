//! Bundles: what passes between desks, one JSON document with an entry a line.

use serde::{Deserialize, Serialize};

use crate::domain::id::{DeskId, StreamId};
use crate::law::day::Moment;
use crate::record::World;
use crate::record::canonical::Fault;

/// How much of what is private goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Full,
    /// Identity, place, narrative, confidential and attachment leaves are left out.
    Redacted,
}

/// What a bundle holds, before anything is taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    pub file_name: String,
    pub exported_by: Exporter,
    pub exported_at: Moment,
    pub level: Level,
    pub world: World,
    pub bytes: u64,
    pub entries: u64,
    pub new: u64,
    pub known: u64,
    /// Known entries that get leaves which they lacked.
    pub fuller: u64,
    /// Streams in which what arrives was written without knowledge of what is here.
    pub concurrent: u64,
    pub anomalies: u64,
    pub unknown_kinds: Vec<(String, u64)>,
    /// Leaves that arriving erasures name.
    pub erasures: u64,
    pub new_cases: u64,
    pub changed_cases: u64,
    pub new_organisations: u64,
    /// Cases that would ask a question.
    pub disputed: Vec<StreamId>,
}

/// Who made a bundle, by its own word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exporter {
    pub desk: DeskId,
    pub organisation: String,
}

/// What is wrong with a file, and where. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BadFile {
    /// Counted from 1; 0 where it concerns the whole file.
    pub line: u64,
    /// Byte within the line.
    pub at: u64,
    pub problem: BadFileProblem,
}

/// The problems of files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum BadFileProblem {
    Empty,
    NotJson,
    /// JSON, but no bundle of Langqiao.
    NotABundle,
    /// Written by a newer version: its number.
    Newer(u64),
    CutOff,
    /// A line breaks the grammar or was changed: the fault's name.
    Line(FaultName),
    /// Of another world than this workspace.
    OtherWorld {
        here: World,
        there: World,
    },
    /// The count or the digest in the head or foot isn't that of the entries.
    CountDiffers,
    DigestDiffers,
    /// A backup, where a bundle was asked for, or the other way round.
    NotABackup,
}

/// A fault of a line, by name, as it travels in messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FaultName {
    CutOff,
    NotCanonical,
    KeyTwice,
    Fraction,
    Number,
    TooDeep,
    TooLong,
    Missing(String),
    Malformed(String),
    Changed,
    LeafChanged,
}

impl From<&Fault> for FaultName {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::CutOff => Self::CutOff,
            Fault::KeyTwice => Self::KeyTwice,
            Fault::Fraction => Self::Fraction,
            Fault::Number => Self::Number,
            Fault::TooDeep => Self::TooDeep,
            Fault::TooLong | Fault::TooManyLeaves | Fault::Parents => Self::TooLong,
            Fault::Missing(field) => Self::Missing((*field).to_owned()),
            Fault::Malformed(field) => Self::Malformed((*field).to_owned()),
            Fault::IdDiffers => Self::Changed,
            Fault::LeafDiffers | Fault::LeafCount => Self::LeafChanged,
            Fault::Unexpected
            | Fault::Whitespace
            | Fault::NotUtf8
            | Fault::KeysUnsorted
            | Fault::Escape
            | Fault::LoneSurrogate
            | Fault::Trailing
            | Fault::UnknownField => Self::NotCanonical,
        }
    }
}
