//! Which of several conclusions count, where desks ended one case differently.
//!
//! A settlement says which conclusion holds and sets aside the others that its author had seen. Two
//! settlements that did not see each other and differ set nothing aside: each keeps what it chose,
//! and the question is asked again.

use std::collections::BTreeSet;

use crate::domain::id::EntryId;

use super::state::Outcome;

/// Every conclusion of a case, and what was said about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concluded {
    all: Vec<(EntryId, Outcome)>,
    settlements: Vec<Settlement>,
}

#[derive(Clone, Debug, PartialEq)]
struct Settlement {
    entry: EntryId,
    chosen: EntryId,
    set_aside: BTreeSet<EntryId>,
    /// A later settlement had seen it, and speaks in its place.
    replaced: bool,
}

impl Concluded {
    pub(super) fn conclude(&mut self, entry: EntryId, outcome: Outcome) {
        self.all.push((entry, outcome));
    }

    pub(super) fn find(&self, entry: EntryId) -> Option<&Outcome> {
        let found = self.all.iter().find(|(id, _)| *id == entry);
        found.map(|(_, outcome)| outcome)
    }

    /// Takes in the settlement `entry`; `seen` are the entries whose outcomes stood before its
    /// author. Gives the conclusions that it decides between.
    pub(super) fn settle(
        &mut self,
        entry: EntryId,
        chosen: EntryId,
        seen: &[EntryId],
    ) -> BTreeSet<EntryId> {
        let mut contested = BTreeSet::from([chosen]);
        for id in seen {
            match self.settlements.iter_mut().find(|s| s.entry == *id) {
                Some(earlier) => {
                    earlier.replaced = true;
                    contested.insert(earlier.chosen);
                    contested.extend(&earlier.set_aside);
                }
                None => drop(contested.insert(*id)),
            }
        }
        let mut set_aside = contested.clone();
        set_aside.remove(&chosen);
        self.settlements.push(Settlement {
            entry,
            chosen,
            set_aside,
            replaced: false,
        });
        contested
    }

    /// The conclusions that count, in the order of the fold.
    pub(super) fn counting(&self) -> Vec<(EntryId, Outcome)> {
        let standing = || self.settlements.iter().filter(|s| !s.replaced);
        let counts = |id: &EntryId| {
            standing().any(|s| s.chosen == *id) || !standing().any(|s| s.set_aside.contains(id))
        };
        let counting = self.all.iter().filter(|(id, _)| counts(id));
        counting.cloned().collect()
    }
}
