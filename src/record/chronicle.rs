//! How a stream folds, in whatever order its entries came: live set, order, pasts, leaves.
//!
//! Takes verified lines of one stream and gives its facts in the one order that every desk finds,
//! each with what its author had seen. Total: what does not fit becomes an anomaly.

mod erase;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::case::Case;
use crate::domain::case::state::Anomaly;
use crate::domain::catalogue::{ErasedLeaf, Event};
use crate::domain::fact::{Fact, Past};
use crate::domain::id::{EntryId, StreamId};
use crate::domain::leaf::{Identity, LeafClass, LeafValue, SeenLeaf, Words};
use crate::law::blank::is_unseen;
use crate::law::person::kept_name;

use super::canonical::GREATEST;
use super::line::{Line, LineLeaf, PARENTS};
use super::order::{Placed, order};

/// An entry of the stream: its fact, and whether it counts.
#[derive(Clone, Debug)]
pub struct Told {
    pub fact: Fact,
    /// The live retraction that takes it back.
    pub retracted_by: Option<EntryId>,
    pub n: u64,
    pub seq: u64,
}

/// A stream, told in order.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    pub told: Vec<Told>,
    /// Entries that no other entry comes after: what the next one names as its parents. At most as
    /// many as a line may name, those with the greatest counts; the others stay for the one after.
    pub heads: Vec<EntryId>,
    /// The greatest Lamport count among the heads.
    pub n: u64,
    /// What does not fit in the record itself.
    pub anomalies: Vec<Anomaly>,
    /// Leaves that an erasure names.
    pub erased: BTreeSet<ErasedLeaf>,
    /// Leaves about an erased person that do not come after the erasure.
    pub veiled: BTreeSet<ErasedLeaf>,
}

impl Chronicle {
    /// Tells the stream of these lines. Each id must stand once.
    #[must_use]
    pub fn tell(lines: &[Line<'_>]) -> Self {
        let order = order(lines);
        let mut chronicle = Self {
            told: Vec::with_capacity(order.len()),
            ..Self::default()
        };
        for (
            position,
            Placed {
                line,
                past,
                missing,
            },
        ) in order.into_iter().enumerate()
        {
            if missing {
                chronicle
                    .anomalies
                    .push(Anomaly::MissingParents { entry: line.id });
            }
            let fact = Fact {
                id: line.id,
                position,
                past,
                at: line.at,
                by: line.by,
                who: line.who,
                event: Event::read(line.kind, line.data),
                leaves: line.leaves.iter().map(see).collect(),
            };
            chronicle.told.push(Told {
                fact,
                retracted_by: None,
                n: line.n,
                seq: line.seq,
            });
        }
        chronicle.check_counts(lines);
        chronicle.check_sequences();
        chronicle.retract();
        chronicle.check_understood(lines);
        chronicle.erase();
        chronicle.find_heads(lines);
        chronicle
    }

    /// The live facts in order.
    pub fn live(&self) -> impl Iterator<Item = &Fact> + Clone {
        self.told
            .iter()
            .filter(|told| told.retracted_by.is_none())
            .map(|told| &told.fact)
    }

    /// The case that these facts make.
    #[must_use]
    pub fn case(&self) -> Case {
        let mut case = Case::fold(self.live());
        case.anomalies.extend(self.anomalies.iter().cloned());
        case
    }

    /// Whoever wrote in it, and the organisations and mediators that its entries name, those that were taken back too.
    #[must_use]
    pub fn mentioned(&self) -> BTreeSet<StreamId> {
        let facts = self.told.iter().map(|told| &told.fact);
        facts
            .flat_map(|fact| fact.event.mentions().into_iter().chain([fact.who]))
            .collect()
    }

    /// Leaves that an erasure names and that still lie open in the stream's lines.
    #[must_use]
    pub fn to_erase(&self, lines: &[Line<'_>]) -> Vec<ErasedLeaf> {
        if self.erased.is_empty() {
            return Vec::new();
        }
        lines
            .iter()
            .flat_map(|line| line.open_leaves())
            .filter(|leaf| self.erased.contains(leaf))
            .collect()
    }

    /// Leaves that an erasure names or veils: where they still lie, they are shown to nobody and leave with nothing.
    #[must_use]
    pub fn withheld(&self) -> BTreeSet<ErasedLeaf> {
        self.erased.union(&self.veiled).copied().collect()
    }

    /// The case as it was before its registration was taken back. It has no stage: it counts nowhere.
    #[must_use]
    pub fn voided(&self) -> Case {
        let mut case = Case::fold(self.before_voided());
        case.stage = None;
        // What does not fit is said of the record as it counts.
        case.anomalies = self.case().anomalies;
        case
    }

    /// What is live, and the registration that was taken back.
    pub fn before_voided(&self) -> impl Iterator<Item = &Fact> + Clone {
        let registration = self.registration().map(|told| told.fact.id);
        let held =
            move |told: &&Told| told.retracted_by.is_none() || Some(told.fact.id) == registration;
        self.told.iter().filter(held).map(|told| &told.fact)
    }

    /// Whether a case is registered in it, live or taken back: without, its beginning is missing or cannot be read.
    #[must_use]
    pub fn has_beginning(&self) -> bool {
        self.registration().is_some()
    }

    fn registration(&self) -> Option<&Told> {
        let registers = |told: &&Told| matches!(told.fact.event, Event::CaseRegistered(_));
        self.told.iter().find(registers)
    }

    /// The entry with this id.
    #[must_use]
    pub fn find(&self, id: &EntryId) -> Option<&Told> {
        self.told.iter().find(|told| told.fact.id == *id)
    }

    /// The ordinary stream: nothing is missing, each author had seen all that came before, and the counts
    /// go up by one from 1. Then no count is wrong, and the last entry is the one head.
    fn is_plain(&self) -> bool {
        let missing = |anomaly: &Anomaly| matches!(anomaly, Anomaly::MissingParents { .. });
        let next = |(told, n): (&Told, u64)| told.n == n && matches!(told.fact.past, Past::All);
        !self.anomalies.iter().any(missing) && self.told.iter().zip(1..).all(next)
    }

    /// A Lamport count is one more than the greatest among the parents, up to the greatest number
    /// that a line can hold; whoever writes another lies or errs. Where parents are missing it can
    /// be greater.
    fn check_counts(&mut self, lines: &[Line<'_>]) {
        if self.is_plain() {
            return;
        }
        let counts: BTreeMap<EntryId, u64> = lines.iter().map(|line| (line.id, line.n)).collect();
        let mut wrong = BTreeSet::new();
        for line in lines {
            let parents: Vec<u64> = line
                .after
                .iter()
                .filter_map(|id| counts.get(id).copied())
                .collect();
            let all_here = parents.len() == line.after.len();
            let greatest = parents.into_iter().max().unwrap_or(0);
            let least = (greatest + 1).min(GREATEST.unsigned_abs());
            if line.n < least || (all_here && line.n != least) {
                wrong.insert(line.id);
            }
        }
        let wrong = wrong.into_iter();
        self.anomalies
            .extend(wrong.map(|entry| Anomaly::WrongCount { entry }));
    }

    /// An entry that must be understood and is not stops writing here, until it is retracted. What
    /// this version would write otherwise has something that it does not know.
    fn check_understood(&mut self, lines: &[Line<'_>]) {
        if !lines.iter().any(|line| line.must_understand) {
            return;
        }
        let must: BTreeMap<EntryId, &Line<'_>> = lines
            .iter()
            .filter(|line| line.must_understand)
            .map(|line| (line.id, line))
            .collect();
        for fact in self
            .told
            .iter()
            .filter(|told| told.retracted_by.is_none())
            .map(|told| &told.fact)
        {
            let Some(line) = must.get(&fact.id) else {
                continue;
            };
            let known = !matches!(fact.event, Event::Unknown { .. } | Event::Unreadable { .. });
            if !known || line.unknown_fields || fact.event.saying().data != line.data {
                self.anomalies.push(Anomaly::NotUnderstood {
                    entry: line.id,
                    kind: line.kind.to_owned(),
                });
            }
        }
    }

    fn check_sequences(&mut self) {
        // One desk that counted on is all there is to most streams.
        let went_on =
            |pair: &[Told]| pair[0].fact.by == pair[1].fact.by && pair[0].seq < pair[1].seq;
        if self.told.windows(2).all(went_on) {
            return;
        }
        let mut first = BTreeMap::new();
        for told in &self.told {
            if let Some(other) = first.insert((told.fact.by, told.seq), told.fact.id) {
                self.anomalies.push(Anomaly::SameSequence {
                    entry: told.fact.id,
                    other,
                });
            }
        }
    }

    /// A retraction counts unless a live retraction names it. Ids are hashes, so no retraction can
    /// name one that was made after it: the names form no circle, and those that nobody names come
    /// first.
    fn retract(&mut self) {
        let is_retraction = |told: &Told| matches!(told.fact.event, Event::Retracted(_));
        if !self.told.iter().any(is_retraction) {
            return;
        }
        let place: BTreeMap<EntryId, usize> = self
            .told
            .iter()
            .enumerate()
            .map(|(i, t)| (t.fact.id, i))
            .collect();
        let names: Vec<Option<usize>> = self
            .told
            .iter()
            .map(|told| match &told.fact.event {
                Event::Retracted(data) => place.get(&data.entry).copied(),
                _ => None,
            })
            .collect();
        let mut named_by = vec![0usize; names.len()];
        names
            .iter()
            .flatten()
            .for_each(|named| named_by[*named] += 1);
        let mut ready: Vec<usize> = (0..names.len()).filter(|i| named_by[*i] == 0).collect();
        while let Some(i) = ready.pop() {
            let Some(named) = names[i] else { continue };
            if self.told[i].retracted_by.is_none() {
                // Several may take back one entry; the smallest id is told, whatever the order.
                let by = self.told[i].fact.id;
                let retracted = &mut self.told[named].retracted_by;
                *retracted = Some(retracted.map_or(by, |other| other.min(by)));
            }
            named_by[named] -= 1;
            if named_by[named] == 0 {
                ready.push(named);
            }
        }
    }

    fn find_heads(&mut self, lines: &[Line<'_>]) {
        if self.is_plain() {
            if let Some(last) = self.told.last() {
                self.n = last.n;
                self.heads.push(last.fact.id);
            }
            return;
        }
        let parents: BTreeSet<EntryId> = lines
            .iter()
            .flat_map(|line| line.after.iter().copied())
            .collect();
        let mut heads: Vec<_> = lines
            .iter()
            .filter(|line| !parents.contains(&line.id))
            .map(|line| (Reverse(line.n), line.id))
            .collect();
        heads.sort_unstable();
        heads.truncate(PARENTS);
        self.n = heads.first().map_or(0, |(Reverse(n), _)| *n);
        self.heads.extend(heads.into_iter().map(|(_, id)| id));
        self.heads.sort_unstable();
    }
}

/// Decodes a leaf by its class.
fn see(leaf: &LineLeaf<'_>) -> SeenLeaf {
    let class = LeafClass::from_code(leaf.class);
    let value = leaf.value.map(|text| match class {
        LeafClass::Identity => {
            serde_json::from_str(text).map_or(LeafValue::Unknown, |mut identity: Identity| {
                // As it would be kept here: what other programs write may show otherwise than it reads.
                if identity.name.contains(is_unseen) {
                    let seen = kept_name(&identity.name);
                    if !seen.is_empty() {
                        identity.name = seen;
                    }
                }
                LeafValue::Identity(identity)
            })
        }
        LeafClass::Place | LeafClass::Narrative | LeafClass::Confidential => {
            serde_json::from_str(text).map_or(LeafValue::Unknown, |words: Words| {
                LeafValue::Words(words.text)
            })
        }
        LeafClass::Attachment | LeafClass::Unknown(_) => LeafValue::Unknown,
    });
    SeenLeaf {
        class,
        of: leaf.of.map(str::to_owned),
        value,
    }
}
