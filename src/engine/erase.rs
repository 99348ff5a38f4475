//! Leaves that are not to stay, and leaves that are not to leave. Erasures that arrive are carried out in the one
//! transaction that takes the bundle in: what they name is left out of every segment, those that were here and
//! those that come, before any of it is in force.

use std::collections::BTreeSet;

use crate::domain::catalogue::ErasedLeaf;
use crate::record::{Line, compose, line};
use crate::store::{Packed, SegmentBuilder, Store};

use super::protocol::Trouble;
use super::run::{Engine, Machine};
use super::streams::texts_in;

/// A line without those of `leaves` that hang there; none where it has none of them.
pub(super) fn without(line: &Line<'_>, leaves: &BTreeSet<ErasedLeaf>) -> Option<String> {
    let places: Vec<u32> = match leaves.is_empty() {
        true => Vec::new(),
        false => line
            .open_leaves()
            .filter(|leaf| leaves.contains(leaf))
            .map(|leaf| leaf.leaf)
            .collect(),
    };
    let keep = |place| u32::try_from(place).is_ok_and(|place| !places.contains(&place));
    (!places.is_empty()).then(|| compose::with_leaves(line, keep))
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// A segment without the leaves that are to go; none where it has none of them.
    pub(super) async fn rewritten(
        &self,
        key: u32,
        gone: &BTreeSet<ErasedLeaf>,
    ) -> Result<Option<Packed>, Trouble> {
        let Some(bytes) = self.readable(key).await? else {
            return Ok(None);
        };
        let mut builder = SegmentBuilder::default();
        let mut changed = false;
        for text in texts_in(&bytes) {
            let Ok(parsed) = line::read(text) else {
                // It may be mended still.
                builder.keep(text);
                continue;
            };
            let Some(kept) = without(&parsed, gone) else {
                builder.add(&parsed);
                continue;
            };
            changed = true;
            if let Ok(kept) = line::read(kept.as_bytes()) {
                builder.add(&kept);
            }
        }
        Ok(changed.then(|| builder.finish()))
    }
}
