//! Taking the last import back: as long as nothing was written since, its segments leave the manifest again, and
//! the workspace is as it was.

use std::collections::BTreeSet;

use crate::domain::id::StreamId;
use crate::record::Chronicle;
use crate::store::{SegmentInfo, Store};

use super::protocol::Trouble;
use super::run::{Engine, Machine};

/// The last import, and the manifest that it came into force with.
pub(super) struct LastImport {
    pub segments: Vec<SegmentInfo>,
    /// How many of its lines are copies of entries that were here.
    pub copies: u64,
    pub manifest: u64,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Takes back what the last import brought. What was written since may stand on it: then it stays, and each case
    /// is corrected on its own.
    pub async fn take_back(&mut self) -> Result<(), Trouble> {
        self.look().await?;
        let unchanged = |last: &LastImport| last.manifest == self.manifest.version;
        let last = self.last_import.take().filter(unchanged);
        let Some(last) = last.filter(|_| self.tail.is_empty()) else {
            return Err(Trouble::WrittenSince);
        };
        let keys: BTreeSet<u32> = last.segments.iter().map(|segment| segment.key).collect();
        let mut streams: BTreeSet<StreamId> = BTreeSet::new();
        for (key, index) in self.load_indexes().await? {
            if keys.contains(key) {
                streams.extend(&index.streams);
            }
        }
        let mut manifest = self.manifest.clone();
        manifest.version += 1;
        manifest.copies = manifest.copies.saturating_sub(last.copies);
        manifest
            .segments
            .retain(|segment| !keys.contains(&segment.key));
        self.store
            .put_in_force(self.manifest.version, &manifest, &[], None)
            .await?;
        self.manifest = manifest;
        if let Some(indexes) = &mut self.indexes {
            indexes.retain(|(key, _)| !keys.contains(key));
        }
        // No manifest names them any more: what is left of them goes at the next open, if not now.
        let _ = self.unstage(&last.segments).await;
        for stream in &streams {
            self.put_told(*stream, &Chronicle::default());
        }
        self.refold(streams).await?;
        self.weigh_damage().await?;
        self.views_to_keep = true;
        self.machine.changed();
        Ok(())
    }
}
