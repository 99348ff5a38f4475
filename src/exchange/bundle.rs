//! Bundles: what passes between desks, one JSON document with an entry a line.

mod once;
mod read;
mod tally;
mod write;

use serde::{Deserialize, Serialize};

use crate::domain::id::{DeskId, EntryId, StreamId};
use crate::law::day::Moment;
use crate::record::World;
use crate::record::canonical::{Fault, Flaw};

pub use read::{BEGINNING, Block, GZIP, Reader, Step};
pub use tally::{Counted, Tally};
pub use write::Writer;

/// How much of what is private goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Everything but what was said in confidence: that never leaves without the side's leave.
    Full,
    /// Identity, place, narrative, confidential and attachment leaves are left out.
    Redacted,
}

/// The word that a bundle begins with.
pub const FORMAT: &str = "langqiao-bundle";
/// The version that this program writes; it reads every older one.
pub const VERSION: u64 = 1;
/// Classes of leaves that a redacted bundle leaves out: all of them.
pub const LEFT_OUT: [&str; 5] = [
    "attachment",
    "confidential",
    "identity",
    "narrative",
    "place",
];

/// What a full bundle leaves out. A backup, which stays with the desk, leaves out nothing.
pub const KEPT_BACK: &str = "confidential";

/// What stands before the entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub exported_at: Moment,
    pub exported_by: Exporter,
    pub format: String,
    pub left_out: Vec<String>,
    pub level: Level,
    #[serde(default)]
    pub purpose: String,
    pub scope: String,
    pub version: u64,
    #[serde(with = "word_of_world")]
    pub world: World,
}

/// Which leaves a bundle does not hold, by its head's word.
#[derive(Clone, Debug, Default)]
struct LeftOut {
    everything: bool,
    classes: Vec<String>,
}

impl LeftOut {
    fn of(head: &Head) -> Self {
        Self {
            // Of classes that this version doesn't know, too.
            everything: head.level == Level::Redacted,
            classes: head.left_out.clone(),
        }
    }

    fn has(&self, class: &str) -> bool {
        self.everything || self.classes.iter().any(|out| out == class)
    }
}

/// In a file a world is a word, as on the lines of entries; the real one, which has none there, is
/// "real".
mod word_of_world {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::record::World;

    const REAL: &str = "real";

    pub fn serialize<S: Serializer>(world: &World, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(world.code().unwrap_or(REAL))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<World, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(World::from_code((word != REAL).then_some(&*word)))
    }
}

impl Head {
    /// A preview in which nothing is counted yet.
    #[must_use]
    pub fn preview(&self, file_name: &str) -> Preview {
        Preview {
            file_name: file_name.to_owned(),
            exported_by: self.exported_by.clone(),
            exported_at: self.exported_at,
            level: self.level,
            world: self.world.clone(),
            bytes: 0,
            entries: 0,
            new: 0,
            known: 0,
            fuller: 0,
            concurrent: 0,
            anomalies: 0,
            unknown_kinds: Vec::new(),
            erasures: 0,
            new_cases: 0,
            changed_cases: 0,
            new_organisations: 0,
            unplaced: 0,
            disputed: Vec::new(),
            disputed_first: Vec::new(),
            voided: Vec::new(),
            locked: Vec::new(),
            erased: Vec::new(),
            same_numbers: 0,
            same_number: Vec::new(),
            in_our_name: 0,
            office: Vec::new(),
        }
    }
}

/// What stands after the entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Foot {
    /// Of a backup: settings and drafts of the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<String>,
    pub count: u64,
    /// BLAKE3-160 over the head's line; for each entry in the file's order its id and a byte for each
    /// leaf, 1 where it is open; and of a backup the word "backup" and the BLAKE3 of its text.
    pub digest: EntryId,
    /// Ed25519 over the digest, which covers the head, the entries and the backup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// A desk's signature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    pub key: String,
    pub signature: String,
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
    /// Cases whose beginning is missing or cannot be read: they come into no list.
    #[serde(default)]
    pub unplaced: u64,
    /// Cases that would ask a question.
    pub disputed: Vec<StreamId>,
    /// The first of them, by their numbers.
    #[serde(default)]
    pub disputed_first: Vec<Concerned>,
    /// Cases of this desk that would be voided, and count nowhere.
    pub voided: Vec<Concerned>,
    /// Cases of this desk that could only be read from then on: what arrives in them must be understood and is not.
    pub locked: Vec<Concerned>,
    /// Cases of this desk that would lose personal details to an erasure.
    pub erased: Vec<Concerned>,
    /// How many cases that are here have the number of one that is new: likely the same, entered at two desks.
    pub same_numbers: u64,
    /// The first of them.
    pub same_number: Vec<Concerned>,
    /// Entries that say they are this very desk's, which does not have them.
    pub in_our_name: u64,
    /// The office that is at this desk and people of it, by their names so far, of whom the file says otherwise.
    pub office: Vec<String>,
}

/// So many cases of one kind are named.
pub const NAMED: usize = 8;

/// A case of which a preview says something; but for those that would be disputed, one of this desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerned {
    pub case: StreamId,
    /// By which people know it.
    pub number: String,
}

impl Preview {
    /// Of what comes without its head: to be added to another.
    #[must_use]
    pub fn of_share(world: World) -> Self {
        Head {
            exported_at: Moment::MIN,
            exported_by: Exporter {
                desk: DeskId::default(),
                organisation: String::new(),
            },
            format: FORMAT.to_owned(),
            left_out: Vec::new(),
            level: Level::Full,
            purpose: String::new(),
            scope: String::new(),
            version: VERSION,
            world,
        }
        .preview("")
    }

    /// Adds what another share of the same file holds.
    pub fn add(&mut self, more: Self) {
        self.bytes += more.bytes;
        self.entries += more.entries;
        self.new += more.new;
        self.known += more.known;
        self.fuller += more.fuller;
        self.concurrent += more.concurrent;
        self.anomalies += more.anomalies;
        self.erasures += more.erasures;
        self.new_cases += more.new_cases;
        self.changed_cases += more.changed_cases;
        self.new_organisations += more.new_organisations;
        self.unplaced += more.unplaced;
        self.in_our_name += more.in_our_name;
        self.disputed.extend(more.disputed);
        for (kind, count) in more.unknown_kinds {
            match self
                .unknown_kinds
                .binary_search_by(|(known, _)| known.cmp(&kind))
            {
                Ok(place) => self.unknown_kinds[place].1 += count,
                Err(place) => self.unknown_kinds.insert(place, (kind, count)),
            }
        }
    }
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
    /// Packed with gzip where it should be unpacked: once too often, or for who doesn't unpack.
    Packed,
    /// Packed with gzip, and what is packed does not come out whole.
    PackingDamaged,
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
    /// The signature is not that of the desk that the head names.
    SignatureDiffers,
    /// A private part is there that the head says was left out.
    NotRedacted,
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
    /// More parents or leaves than an entry may have, or parents out of order.
    TooMany,
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
            Fault::TooLong => Self::TooLong,
            Fault::TooManyLeaves | Fault::Parents => Self::TooMany,
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

impl Signature {
    /// Whether `desk` signed `digest`: the key's fingerprint is the desk, and the signature is the key's.
    #[must_use]
    pub fn is_of(&self, desk: DeskId, digest: &EntryId) -> bool {
        use base64::Engine as _;
        use base64::engine::general_purpose::URL_SAFE_NO_PAD;
        let read = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
        let key: Option<[u8; 32]> = read(&self.key).and_then(|bytes| bytes.try_into().ok());
        let signature: Option<[u8; 64]> =
            read(&self.signature).and_then(|bytes| bytes.try_into().ok());
        let (Some(key), Some(signature)) = (key, signature) else {
            return false;
        };
        let Ok(verifier) = ed25519_dalek::VerifyingKey::from_bytes(&key) else {
            return false;
        };
        let signature = ed25519_dalek::Signature::from_bytes(&signature);
        blake3::hash(&key).as_bytes()[..16] == desk.0
            && verifier.verify_strict(&digest.0, &signature).is_ok()
    }
}

impl BadFile {
    /// The whole file is wrong.
    #[must_use]
    pub fn whole(problem: BadFileProblem) -> Self {
        Self {
            line: 0,
            at: 0,
            problem,
        }
    }

    #[must_use]
    pub fn empty() -> Self {
        Self::whole(BadFileProblem::Empty)
    }

    /// A line is wrong.
    #[must_use]
    pub fn line(line: u64, flaw: &Flaw) -> Self {
        Self {
            line,
            at: flaw.at as u64,
            problem: BadFileProblem::Line(FaultName::from(&flaw.fault)),
        }
    }

    /// The file says that it is of another world.
    #[must_use]
    pub fn other_world(here: World, there: World) -> Self {
        Self::whole(BadFileProblem::OtherWorld { here, there })
    }

    /// An entry is of another world.
    #[must_use]
    pub fn other_world_at(line: u64, here: World, there: World) -> Self {
        Self {
            line,
            at: 0,
            problem: BadFileProblem::OtherWorld { here, there },
        }
    }
}
