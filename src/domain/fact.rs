//! A fact: an entry as the domain sees it, with what its author had seen.

use crate::law::day::Moment;

use super::catalogue::Event;
use super::id::{DeskId, EntryId, StreamId};
use super::leaf::{LeafClass, SeenLeaf};

/// Which facts of the stream the author had seen, by their place in the fold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Past {
    /// Everything that is folded before it.
    All,
    /// Those whose bit is set.
    Some(Vec<u64>),
}

impl Past {
    /// Whether the fact at `position` was seen.
    #[must_use]
    pub fn holds(&self, position: usize) -> bool {
        match self {
            Self::All => true,
            Self::Some(bits) => bits
                .get(position / 64)
                .is_some_and(|word| word >> (position % 64) & 1 == 1),
        }
    }
}

/// One live entry of a stream, decoded, in the order of the fold.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: EntryId,
    /// Its place in the fold, from 0.
    pub position: usize,
    pub past: Past,
    pub at: Moment,
    pub by: DeskId,
    pub who: StreamId,
    pub event: Event,
    pub leaves: Vec<SeenLeaf>,
}

impl Fact {
    /// The words of the leaf of `class` about `of`; none where there is none or it is left out.
    #[must_use]
    pub fn words(&self, class: LeafClass, of: &str) -> Option<&str> {
        self.leaves
            .iter()
            .find(|l| l.class == class && l.of.as_deref() == Some(of))
            .and_then(SeenLeaf::words)
    }

    /// The narrative about `of`.
    #[must_use]
    pub fn narrative(&self, of: &str) -> Option<&str> {
        self.words(LeafClass::Narrative, of)
    }
}
