//! Which of several conclusions count, where desks ended one case differently.
//!
//! A settlement says which conclusion holds and sets aside the others that its author had seen. Two
//! settlements that did not see each other and differ set nothing aside: each keeps what it chose,
//! and the question is asked again.

use std::collections::BTreeSet;

use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, Label};

use super::after::After;
use super::state::Outcome;

/// Every conclusion of a case, and what was said about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concluded {
    all: Vec<Ended>,
    settlements: Vec<Settlement>,
}

/// A conclusion, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ended {
    pub entry: EntryId,
    position: usize,
    pub outcome: Outcome,
    pub after: After,
    /// Where in the fold the case was taken up again by somebody who knew of it.
    pub taken_up: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
struct Settlement {
    entry: EntryId,
    position: usize,
    chosen: EntryId,
    set_aside: BTreeSet<EntryId>,
    /// A later settlement had seen it, and speaks in its place.
    replaced: bool,
}

impl Concluded {
    pub(super) fn conclude(&mut self, fact: &Fact, outcome: Outcome) {
        self.all.push(Ended {
            entry: fact.id,
            position: fact.position,
            outcome,
            after: After::default(),
            taken_up: None,
        });
    }

    pub(super) fn find(&self, entry: EntryId) -> Option<&Ended> {
        self.all.iter().find(|ended| ended.entry == entry)
    }

    /// The conclusion that shows: the last that was written or chosen.
    pub(super) fn shown(&self) -> Option<&Ended> {
        self.find(self.last(|_| true)?)
    }

    /// The conclusion that somebody wrote of: by its label a clause names its own agreement, all else is said of the
    /// conclusion that showed before its author.
    pub(super) fn written_of(&mut self, fact: &Fact, clause: Option<Label>) -> Option<&mut Ended> {
        let before = self.last(|position| fact.past.holds(position));
        let named = |ended: &Ended| match (clause, &ended.outcome) {
            (Some(label), Outcome::Agreed(agreement)) => agreement.has(label),
            (Some(_), _) => false,
            (None, _) => Some(ended.entry) == before,
        };
        self.all.iter_mut().find(|ended| named(ended))
    }

    /// The last conclusion that was written or chosen, of what lies at these places in the fold.
    fn last(&self, at: impl Fn(usize) -> bool) -> Option<EntryId> {
        let written = self.all.iter().map(|e| (e.position, e.entry));
        let chosen = self.settlements.iter().map(|s| (s.position, s.chosen));
        let all = written.chain(chosen).filter(|(position, _)| at(*position));
        all.max().map(|(_, entry)| entry)
    }

    /// The case is taken up again: what its author knew of is over.
    pub(super) fn take_up(&mut self, fact: &Fact) {
        for ended in &mut self.all {
            if fact.past.holds(ended.position) {
                ended.taken_up.get_or_insert(fact.position);
            }
        }
    }

    /// Takes in a settlement; `seen` are the entries whose outcomes stood before its author. Gives the conclusions that
    /// it decides between.
    pub(super) fn settle(
        &mut self,
        fact: &Fact,
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
            entry: fact.id,
            position: fact.position,
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
        let counting = self.all.iter().filter(|ended| counts(&ended.entry));
        let told = |ended: &Ended| (ended.entry, ended.outcome.clone());
        counting.map(told).collect()
    }
}
