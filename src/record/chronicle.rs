//! How a stream folds, in whatever order its entries came: live set, order, pasts, leaves.
//!
//! Takes verified lines of one stream and gives its facts in the one order that every desk finds,
//! each with what its author had seen. Total: what does not fit becomes an anomaly.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::domain::case::Case;
use crate::domain::case::state::Anomaly;
use crate::domain::catalogue::{ErasedLeaf, Event};
use crate::domain::fact::{Fact, Past};
use crate::domain::id::EntryId;
use crate::domain::leaf::{LeafClass, LeafValue, SeenLeaf, Words};

use super::line::{Line, LineLeaf};

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
    /// Entries that no other entry comes after: what the next one names as its parents.
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
        let mut chronicle = Self::default();
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
            let not_understood = line.must_understand
                && (matches!(fact.event, Event::Unknown { .. }) || line.unknown_fields);
            if not_understood {
                chronicle.anomalies.push(Anomaly::NotUnderstood {
                    entry: line.id,
                    kind: line.kind.to_owned(),
                });
            }
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
        chronicle.erase();
        chronicle.find_heads(lines);
        chronicle
    }

    /// The live facts in order.
    pub fn live(&self) -> impl Iterator<Item = &Fact> {
        self.told
            .iter()
            .filter(|told| told.retracted_by.is_none())
            .map(|told| &told.fact)
    }

    /// The case that these facts make.
    #[must_use]
    pub fn case(&self) -> Case {
        let mut case = Case::default();
        for fact in self.live() {
            case.evolve(fact);
        }
        case.anomalies.extend(self.anomalies.iter().cloned());
        case
    }

    /// The entry with this id.
    #[must_use]
    pub fn find(&self, id: &EntryId) -> Option<&Told> {
        self.told.iter().find(|told| told.fact.id == *id)
    }

    /// A Lamport count is one more than the greatest among the parents; whoever writes another lies
    /// or errs. Where parents are missing nobody can tell.
    fn check_counts(&mut self, lines: &[Line<'_>]) {
        let counts: BTreeMap<EntryId, u64> = lines.iter().map(|line| (line.id, line.n)).collect();
        for line in lines {
            let parents: Option<Vec<u64>> = line
                .after
                .iter()
                .map(|id| counts.get(id).copied())
                .collect();
            let Some(parents) = parents else { continue };
            if line.n != parents.into_iter().max().unwrap_or(0) + 1 {
                self.anomalies.push(Anomaly::WrongCount { entry: line.id });
            }
        }
        self.anomalies.sort_by_key(|a| match a {
            Anomaly::WrongCount { entry } => (1, Some(*entry)),
            _ => (0, None),
        });
    }

    fn check_sequences(&mut self) {
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

    /// Takes out leaves that an erasure names, and veils those about the same person that were not
    /// written in its knowledge. An erasure always counts.
    fn erase(&mut self) {
        let mut about: Vec<(String, usize)> = Vec::new();
        for i in 0..self.told.len() {
            let Event::Erased(data) = self.told[i].fact.event.clone() else {
                continue;
            };
            for named in data.leaves {
                let Some(told) = self.told.iter_mut().find(|t| t.fact.id == named.entry) else {
                    continue;
                };
                let Some(leaf) = told.fact.leaves.get_mut(named.leaf as usize) else {
                    continue;
                };
                leaf.value = None;
                if let (LeafClass::Identity, Some(of)) = (&leaf.class, &leaf.of) {
                    about.push((of.clone(), i));
                }
                self.erased.insert(named);
            }
        }
        for (of, erasure) in about {
            for told in &mut self.told {
                if told.fact.position > erasure && told.fact.past.holds(erasure) {
                    continue;
                }
                for (place, leaf) in told.fact.leaves.iter_mut().enumerate() {
                    let named = ErasedLeaf {
                        entry: told.fact.id,
                        leaf: u32::try_from(place).unwrap_or(u32::MAX),
                    };
                    if leaf.of.as_ref() == Some(&of) && !self.erased.contains(&named) {
                        if leaf.value.take().is_some() {
                            self.anomalies.push(Anomaly::Veiled {
                                entry: told.fact.id,
                            });
                        }
                        self.veiled.insert(named);
                    }
                }
            }
        }
    }

    fn find_heads(&mut self, lines: &[Line<'_>]) {
        let parents: BTreeSet<EntryId> = lines
            .iter()
            .flat_map(|line| line.after.iter().copied())
            .collect();
        for line in lines.iter().filter(|line| !parents.contains(&line.id)) {
            self.heads.push(line.id);
            self.n = self.n.max(line.n);
        }
        self.heads.sort_unstable();
    }
}

/// Decodes a leaf by its class.
fn see(leaf: &LineLeaf<'_>) -> SeenLeaf {
    let class = LeafClass::from_code(leaf.class);
    let value = leaf.value.map(|text| match class {
        LeafClass::Identity => {
            serde_json::from_str(text).map_or(LeafValue::Unknown, LeafValue::Identity)
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

struct Placed<'l, 'a> {
    line: &'l Line<'a>,
    past: Past,
    missing: bool,
}

/// Again and again the smallest (`n`, id) whose parents that are present are taken.
fn order<'l, 'a>(lines: &'l [Line<'a>]) -> Vec<Placed<'l, 'a>> {
    if let Some(chain) = chain(lines) {
        return chain;
    }
    let place: BTreeMap<EntryId, usize> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| (line.id, i))
        .collect();
    let mut waiting = vec![0usize; lines.len()];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lines.len()];
    for (i, line) in lines.iter().enumerate() {
        for parent in line.after.iter().filter_map(|id| place.get(id)) {
            waiting[i] += 1;
            children[*parent].push(i);
        }
    }
    let key = |i: usize| Reverse((lines[i].n, lines[i].id, i));
    let mut ready: BinaryHeap<_> = (0..lines.len())
        .filter(|i| waiting[*i] == 0)
        .map(key)
        .collect();
    let mut position = vec![0usize; lines.len()];
    let mut pasts: Vec<Vec<u64>> = Vec::with_capacity(lines.len());
    let mut placed = Vec::with_capacity(lines.len());
    while let Some(Reverse((_, _, i))) = ready.pop() {
        let here = placed.len();
        position[i] = here;
        let mut past = vec![0u64; here / 64 + 1];
        let mut missing = false;
        for parent in &lines[i].after {
            let Some(parent) = place.get(parent) else {
                missing = true;
                continue;
            };
            let at = position[*parent];
            for (word, seen) in past.iter_mut().zip(&pasts[at]) {
                *word |= seen;
            }
            past[at / 64] |= 1 << (at % 64);
        }
        let all = (0..here).all(|at| past[at / 64] >> (at % 64) & 1 == 1);
        let seen = if all {
            Past::All
        } else {
            Past::Some(past.clone())
        };
        placed.push(Placed {
            line: &lines[i],
            past: seen,
            missing,
        });
        pasts.push(past);
        for child in &children[i] {
            waiting[*child] -= 1;
            if waiting[*child] == 0 {
                ready.push(key(*child));
            }
        }
    }
    placed
}

/// The ordinary stream: each entry comes after the one before it, and after nothing else.
fn chain<'l, 'a>(lines: &'l [Line<'a>]) -> Option<Vec<Placed<'l, 'a>>> {
    let mut sorted: Vec<&Line<'_>> = lines.iter().collect();
    sorted.sort_by_key(|line| line.n);
    let first = sorted.first()?;
    let linked = sorted
        .windows(2)
        .all(|pair| pair[1].after == [pair[0].id] && pair[1].n > pair[0].n);
    if !first.after.is_empty() || !linked {
        return None;
    }
    Some(
        sorted
            .into_iter()
            .map(|line| Placed {
                line,
                past: Past::All,
                missing: false,
            })
            .collect(),
    )
}
