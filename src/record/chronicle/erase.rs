//! Erasures: the leaves that they name go, and leaves about the same person that were not written in their
//! knowledge are veiled. An erasure always counts.
//!
//! What an erasure names is another desk's word: it may name a leaf ten thousand times, and a person in every
//! entry. Each naming counts once, and each leaf is looked at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::case::state::Anomaly;
use crate::domain::catalogue::{ErasedLeaf, Event};
use crate::domain::fact::{Fact, Past};
use crate::domain::id::EntryId;
use crate::domain::leaf::LeafClass;

use super::Chronicle;

/// Whose identity was erased, and by which erasures: their places in the fold.
type About = BTreeMap<String, BTreeSet<usize>>;

impl Chronicle {
    /// Takes out leaves that an erasure names, and veils those about the same person that were not
    /// written in its knowledge.
    pub(super) fn erase(&mut self) {
        let about = self.take_out();
        if !about.is_empty() {
            self.veil(&about);
        }
    }

    /// Which leaf each erasure names, with the erasure's place: once, however often it says so.
    fn named(&self) -> BTreeSet<(ErasedLeaf, usize)> {
        let mut named = BTreeSet::new();
        for (place, told) in self.told.iter().enumerate() {
            if let Event::Erased(data) = &told.fact.event {
                named.extend(data.leaves.iter().map(|leaf| (*leaf, place)));
            }
        }
        named
    }

    fn take_out(&mut self) -> About {
        let mut about = About::new();
        let named = self.named();
        if named.is_empty() {
            return about;
        }
        let entries = self.told.iter().map(|told| told.fact.id);
        let place: BTreeMap<EntryId, usize> = entries.zip(0..).collect();
        for (named, erasure) in named {
            let told = place
                .get(&named.entry)
                .and_then(|at| self.told.get_mut(*at));
            let Some(leaf) = told.and_then(|told| told.fact.leaves.get_mut(named.leaf as usize))
            else {
                continue;
            };
            leaf.value = None;
            if let (LeafClass::Identity, Some(of)) = (&leaf.class, &leaf.of) {
                about.entry(of.clone()).or_default().insert(erasure);
            }
            self.erased.insert(named);
        }
        about
    }

    fn veil(&mut self, about: &About) {
        for told in &mut self.told {
            let Fact {
                id,
                position,
                past,
                leaves,
                ..
            } = &mut told.fact;
            let mut hid = false;
            for (place, leaf) in (0u32..).zip(leaves) {
                let named = ErasedLeaf {
                    entry: *id,
                    leaf: place,
                };
                let by = leaf.of.as_ref().and_then(|of| about.get(of));
                let knew = by.is_none_or(|by| knew_of(by, past, *position));
                if !knew && !self.erased.contains(&named) {
                    hid |= leaf.value.take().is_some();
                    self.veiled.insert(named);
                }
            }
            if hid {
                self.anomalies.push(Anomaly::Veiled { entry: *id });
            }
        }
    }
}

/// Whether who wrote at this place, with this past, knew of all these erasures.
fn knew_of(erasures: &BTreeSet<usize>, past: &Past, position: usize) -> bool {
    let before = erasures.last().is_none_or(|last| *last < position);
    before
        && match past {
            Past::All => true,
            Past::Some(_) => erasures.iter().all(|erasure| past.holds(*erasure)),
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Erased;
    use crate::domain::id::{DeskId, StreamId, StreamKind};
    use crate::domain::leaf::{LeafValue, SeenLeaf};
    use crate::law::day::Moment;
    use crate::record::chronicle::Told;

    const OF: &str = "p1";

    fn id(place: usize) -> EntryId {
        let mut id = EntryId::default();
        id.0[..8].copy_from_slice(&place.to_be_bytes());
        id
    }

    fn told(position: usize, event: Event, leaves: Vec<SeenLeaf>) -> Told {
        Told {
            fact: Fact {
                id: id(position),
                position,
                past: Past::All,
                at: Moment::MIN,
                by: DeskId::default(),
                who: StreamId::new(StreamKind::CASE, [0; 16]),
                event,
                leaves,
            },
            retracted_by: None,
            n: position as u64 + 1,
            seq: position as u64 + 1,
        }
    }

    fn said(position: usize, leaves: usize) -> Told {
        let unknown = Event::Unknown {
            kind: String::from("note"),
        };
        let leaf = SeenLeaf {
            class: LeafClass::Identity,
            of: Some(OF.to_owned()),
            value: Some(LeafValue::Unknown),
        };
        told(position, unknown, vec![leaf; leaves])
    }

    fn erasure(position: usize, leaves: Vec<ErasedLeaf>) -> Told {
        told(position, Event::Erased(Erased { leaves }), Vec::new())
    }

    #[test]
    fn a_leaf_that_is_named_over_and_over_is_named_once() {
        let leaf = |entry, leaf| ErasedLeaf { entry, leaf };
        let over_and_over = |entry| vec![leaf(id(entry), 0); 14_000];
        let mut chronicle = Chronicle {
            told: vec![
                said(0, 4),
                erasure(1, over_and_over(0)),
                said(2, 1),
                // Entries that are not here, leaves that no entry has.
                erasure(
                    3,
                    [
                        over_and_over(0),
                        over_and_over(9),
                        vec![leaf(id(0), u32::MAX)],
                    ]
                    .concat(),
                ),
                said(4, 1),
            ],
            ..Chronicle::default()
        };
        assert_eq!(chronicle.named().len(), 4);
        let about = chronicle.take_out();
        assert_eq!(about, About::from([(OF.to_owned(), [1, 3].into())]));
        chronicle.veil(&about);
        let veiled = [(0, 1), (0, 2), (0, 3), (2, 0)];
        let veiled = veiled.map(|(entry, place)| leaf(id(entry), place));
        assert_eq!(chronicle.erased, [leaf(id(0), 0)].into());
        assert_eq!(chronicle.veiled, veiled.into());
        // Of what was written before the second erasure, in the knowledge of the first alone, too.
        let entries = [0, 2].map(|entry| Anomaly::Veiled { entry: id(entry) });
        assert_eq!(chronicle.anomalies, entries);
    }

    /// As [`said`], in the knowledge of some of what is folded before it.
    fn after(position: usize, past: Past) -> Told {
        let mut told = said(position, 1);
        told.fact.past = past;
        told
    }

    /// Another desk may fold to a later place without having heard of the erasure.
    #[test]
    fn what_only_stands_after_an_erasure_and_did_not_know_of_it_is_veiled() {
        let named = ErasedLeaf {
            entry: id(0),
            leaf: 0,
        };
        let mut chronicle = Chronicle {
            told: vec![
                said(0, 1),
                erasure(1, vec![named]),
                // It has seen the first entry alone, and then both.
                after(2, Past::Some(vec![0b01])),
                after(3, Past::Some(vec![0b11])),
            ],
            ..Chronicle::default()
        };
        chronicle.erase();
        let veiled = ErasedLeaf {
            entry: id(2),
            leaf: 0,
        };
        assert_eq!(chronicle.veiled, [veiled].into());
        let shown = |place: usize| chronicle.told[place].fact.leaves[0].value.is_some();
        assert!(!shown(2), "written without knowing of the erasure");
        assert!(shown(3), "written knowing of it");
    }

    /// Whoever knew of one erasure of a person may still repeat what another one takes out.
    #[test]
    fn what_knew_of_one_of_two_erasures_is_veiled() {
        let named = |place| ErasedLeaf {
            entry: id(place),
            leaf: 0,
        };
        let mut chronicle = Chronicle {
            told: vec![
                said(0, 1),
                said(1, 1),
                erasure(2, vec![named(0)]),
                erasure(3, vec![named(1)]),
                // In the knowledge of the first, of the second, and of both.
                after(4, Past::Some(vec![0b0111])),
                after(5, Past::Some(vec![0b1011])),
                after(6, Past::Some(vec![0b1111])),
            ],
            ..Chronicle::default()
        };
        chronicle.erase();
        assert_eq!(chronicle.erased, [named(0), named(1)].into());
        assert_eq!(chronicle.veiled, [named(4), named(5)].into());
        let shown = |place: usize| chronicle.told[place].fact.leaves[0].value.is_some();
        assert!(!shown(4) && !shown(5), "written in ignorance of one");
        assert!(shown(6), "written knowing of both");
    }
}
