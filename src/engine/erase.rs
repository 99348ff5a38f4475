//! Erasures that arrive are carried out in the one transaction that takes the bundle in: what they name is left out
//! of every segment, those that were here and those that come, before any of it is in force.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::EntryId;
use crate::record::{Chronicle, compose, line};
use crate::store::{Packed, SegmentBuilder, Store};

use super::import::Staged;
use super::protocol::Trouble;
use super::run::{Engine, Machine, read_all};

/// Leaves that are to go, by their places.
pub(super) type Gone = BTreeMap<EntryId, BTreeSet<u32>>;

impl<S: Store, M: Machine> Engine<S, M> {
    /// What erasures name in the streams that a bundle brings or adds to.
    pub(super) async fn gone(&mut self, staged: &Staged) -> Result<Gone, Trouble> {
        let mut gone = Gone::new();
        for stream in staged.refold.union(&staged.erasing) {
            let here = self.lines(stream).await?;
            let texts = self.lines_with(&here, stream, staged).await?;
            for named in Chronicle::tell(&read_all(&texts)).erased {
                gone.entry(named.entry).or_default().insert(named.leaf);
            }
        }
        Ok(gone)
    }

    /// A segment without the leaves that are to go; none where it has none of them.
    pub(super) async fn without(&self, key: u32, gone: &Gone) -> Result<Option<Packed>, Trouble> {
        let bytes = self.segment(key).await?;
        let mut builder = SegmentBuilder::default();
        let mut changed = false;
        for text in bytes.split(|b| *b == b'\n').filter(|text| !text.is_empty()) {
            let Ok(parsed) = line::read(text) else {
                continue;
            };
            let Some(leaves) = gone.get(&parsed.id) else {
                builder.add(&parsed);
                continue;
            };
            let kept = compose::with_leaves(&parsed, |leaf| !leaves.contains(&(leaf as u32)));
            changed |= kept != parsed.text;
            if let Ok(kept) = line::read(kept.as_bytes()) {
                builder.add(&kept);
            }
        }
        Ok(changed.then(|| builder.finish()))
    }
}
