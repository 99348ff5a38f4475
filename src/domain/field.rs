//! A field that several people may write, at desks that do not see each other.
//!
//! Its values are the writes that no later write had seen. One: that is the value. More: the last of
//! the fold shows, and the others are offered, until a write that has seen them all settles it.

use serde::{Deserialize, Serialize};

use crate::law::day::Moment;

use super::fact::Fact;
use super::id::{DeskId, EntryId, StreamId};

/// One value that stands in a field: who wrote it, when and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written<T> {
    pub value: T,
    pub entry: EntryId,
    pub at: Moment,
    pub by: DeskId,
    pub who: StreamId,
    position: usize,
}

/// A field and the writes that stand in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T> {
    standing: Vec<Written<T>>,
    /// Values that were corrected away, the oldest first: kept in sight.
    replaced: Vec<Written<T>>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self {
            standing: Vec::new(),
            replaced: Vec::new(),
        }
    }
}

impl<T: Clone + PartialEq> Field<T> {
    /// Writes `value`: it replaces every write that its author had seen.
    pub fn write(&mut self, fact: &Fact, value: T) {
        let written = Written {
            value,
            entry: fact.id,
            at: fact.at,
            by: fact.by,
            who: fact.who,
            position: fact.position,
        };
        let mut i = 0;
        while i < self.standing.len() {
            if fact.past.holds(self.standing[i].position) {
                self.replaced.push(self.standing.remove(i));
            } else {
                i += 1;
            }
        }
        self.standing.push(written);
    }

    /// What shows: the last write of the fold.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.standing.last().map(|w| &w.value)
    }

    /// The write that shows.
    #[must_use]
    pub fn written(&self) -> Option<&Written<T>> {
        self.standing.last()
    }

    /// The sides of a disagreement; empty where all that stands says the same.
    #[must_use]
    pub fn sides(&self) -> &[Written<T>] {
        let differ = self
            .standing
            .windows(2)
            .any(|pair| pair[0].value != pair[1].value);
        if differ { &self.standing } else { &[] }
    }

    /// What stood here before, the oldest first.
    #[must_use]
    pub fn replaced(&self) -> &[Written<T>] {
        &self.replaced
    }

    /// The entries whose values stand here.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.standing.iter().map(|w| w.entry)
    }
}
