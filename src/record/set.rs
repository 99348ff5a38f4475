//! A record in memory: a set of entries by stream. Merging is union: commutative, associative,
//! idempotent, and nothing is lost but what an erasure takes.

use std::collections::BTreeMap;

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::{EntryId, StreamId};

use super::canonical::Flaw;
use super::chronicle::Chronicle;
use super::compose::{fuller, with_leaves};
use super::line::{self, Line};
use super::world::World;

/// What a line brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brought {
    New,
    /// The entry is here, with all these leaves.
    Known,
    /// The entry is here; leaves came that were not.
    Fuller,
}

/// Why a line is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    Flawed(Flaw),
    /// Of another world than this record.
    OtherWorld {
        here: World,
        there: World,
    },
}

/// Entries by stream and id, each a verified line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    world: Option<World>,
    streams: BTreeMap<StreamId, BTreeMap<EntryId, String>>,
}

impl Record {
    /// An empty record of a world; `Default` takes the world of the first line.
    #[must_use]
    pub fn of(world: World) -> Self {
        Self {
            world: Some(world),
            streams: BTreeMap::new(),
        }
    }

    /// Takes a line in, verifying it.
    pub fn insert(&mut self, bytes: &[u8]) -> Result<Brought, NotTaken> {
        let line = line::read(bytes).map_err(NotTaken::Flawed)?;
        self.insert_verified(&line)
    }

    /// Takes in a line that was verified.
    pub fn insert_verified(&mut self, line: &Line<'_>) -> Result<Brought, NotTaken> {
        let there = World::from_code(line.world);
        match &self.world {
            Some(here) if *here != there => {
                return Err(NotTaken::OtherWorld {
                    here: here.clone(),
                    there,
                });
            }
            Some(_) => {}
            None => self.world = Some(there),
        }
        let entries = self.streams.entry(line.stream).or_default();
        let Some(known) = entries.get_mut(&line.id) else {
            entries.insert(line.id, line.text.to_owned());
            return Ok(Brought::New);
        };
        if known == line.text {
            return Ok(Brought::Known);
        }
        // What stands here was verified when it came.
        let Ok(here) = line::read(known.as_bytes()) else {
            return Ok(Brought::Known);
        };
        let merged = fuller(&here, line);
        if merged == *known {
            return Ok(Brought::Known);
        }
        *known = merged;
        Ok(Brought::Fuller)
    }

    /// Takes in everything of `other`.
    pub fn merge(&mut self, other: &Self) -> Result<(), NotTaken> {
        for text in other.lines() {
            self.insert(text.as_bytes())?;
        }
        Ok(())
    }

    /// Lets go of the leaves that erasures name. To be called after a merge, once whoever owns this
    /// record has agreed, and after every later one. What is veiled stays until it is named too.
    pub fn erase(&mut self) {
        for entries in self.streams.values_mut() {
            // Only a stream that has an erasure is read.
            if !entries
                .values()
                .any(|text| text.contains("\"kind\":\"erased\""))
            {
                continue;
            }
            let lines: Vec<Line<'_>> = entries
                .values()
                .filter_map(|text| line::read(text.as_bytes()).ok())
                .collect();
            let chronicle = Chronicle::tell(&lines);
            let mut rewritten = Vec::new();
            for line in &lines {
                let gone = |leaf: usize| {
                    let named = ErasedLeaf {
                        entry: line.id,
                        leaf: u32::try_from(leaf).unwrap_or(u32::MAX),
                    };
                    chronicle.erased.contains(&named)
                };
                if (0..line.leaves.len()).any(gone) {
                    rewritten.push((line.id, with_leaves(line, |leaf| !gone(leaf))));
                }
            }
            entries.extend(rewritten);
        }
    }

    /// The streams that stand in the record.
    pub fn streams(&self) -> impl Iterator<Item = &StreamId> {
        self.streams.keys()
    }

    /// The lines of one stream, verified.
    #[must_use]
    pub fn stream(&self, stream: &StreamId) -> Vec<Line<'_>> {
        self.streams
            .get(stream)
            .into_iter()
            .flat_map(BTreeMap::values)
            .filter_map(|text| line::read(text.as_bytes()).ok())
            .collect()
    }

    /// The chronicle of one stream.
    #[must_use]
    pub fn chronicle(&self, stream: &StreamId) -> Chronicle {
        Chronicle::tell(&self.stream(stream))
    }

    /// Every line, stream by stream.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.streams
            .values()
            .flat_map(|entries| entries.values().map(String::as_str))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.streams.values().map(BTreeMap::len).sum()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.streams.is_empty()
    }

    /// The two digests that name the record.
    #[must_use]
    pub fn digests(&self) -> Digests {
        let mut digester = Digester::default();
        for text in self.lines() {
            if let Ok(line) = line::read(text.as_bytes()) {
                digester.add(&line);
            }
        }
        digester.finish()
    }
}

/// What names a record: equal digests, equal records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digests {
    /// Of the set of ids: BLAKE3-160 of the sorted ids' bytes. Equal for a full and a redacted copy.
    pub entries: EntryId,
    /// Of the ids with the leaves present: for each sorted id its bytes and a byte for each leaf, 1
    /// where it is open and 0 where it is not.
    pub opened: EntryId,
}

/// Collects what the digests are made of, in any order.
#[derive(Clone, Debug, Default)]
pub struct Digester {
    seen: Vec<(EntryId, Box<[u8]>)>,
}

impl Digester {
    pub fn add(&mut self, line: &Line<'_>) {
        self.seen.push((
            line.id,
            line.leaves
                .iter()
                .map(|leaf| u8::from(leaf.open.is_some()))
                .collect(),
        ));
    }

    #[must_use]
    pub fn finish(mut self) -> Digests {
        // Two copies of an entry: the leaves of both.
        self.seen.sort_unstable_by_key(|(id, _)| *id);
        self.seen.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1
                    .iter_mut()
                    .zip(later.1.iter())
                    .for_each(|(a, b)| *a |= b);
            }
            same
        });
        let mut entries = blake3::Hasher::new();
        let mut opened = blake3::Hasher::new();
        for (id, leaves) in &self.seen {
            entries.update(&id.0);
            opened.update(&id.0);
            opened.update(leaves);
        }
        Digests {
            entries: truncated(&entries),
            opened: truncated(&opened),
        }
    }
}

fn truncated(hasher: &blake3::Hasher) -> EntryId {
    let mut id = [0u8; 20];
    id.copy_from_slice(&hasher.finalize().as_bytes()[..20]);
    EntryId(id)
}
