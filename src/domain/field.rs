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
    /// Its leaf is not here: it may say what another says or not, so it disagrees with none.
    left_out: bool,
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
        self.put(fact, value, false);
    }

    fn put(&mut self, fact: &Fact, value: T, left_out: bool) {
        let written = Written {
            value,
            entry: fact.id,
            at: fact.at,
            by: fact.by,
            who: fact.who,
            position: fact.position,
            left_out,
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
        let mut here = self.standing.iter().filter(|w| !w.left_out);
        let differ = here
            .next()
            .is_some_and(|first| here.any(|other| other.value != first.value));
        if differ { &self.standing } else { &[] }
    }

    /// What stood here before, the oldest first.
    #[must_use]
    pub fn replaced(&self) -> &[Written<T>] {
        &self.replaced
    }

    /// The entries whose values stand here and that the author of `fact` had seen.
    pub fn seen_by<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = EntryId> + 'a {
        let seen = self.standing.iter().filter(|w| fact.past.holds(w.position));
        seen.map(|w| w.entry)
    }

    /// The entries whose values stand here.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.standing.iter().map(|w| w.entry)
    }
}

impl<T: Clone + PartialEq> Field<Option<T>> {
    /// Writes what a leaf says; none where it is left out or erased.
    pub fn write_leaf(&mut self, fact: &Fact, value: Option<T>) {
        let left_out = value.is_none();
        self.put(fact, value, left_out);
    }
}
