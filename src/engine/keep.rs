//! Read models on disk: kept so that the first list is there at once, dropped when in doubt.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::StreamId;
use crate::record::line;
use crate::store::segment;
use crate::store::{Manifest, SegmentBuilder, SegmentIndex, SegmentInfo, Store, StoreTrouble};
use crate::views::cases::Cases;
use crate::views::chunk::{Index, Sealed};
use crate::views::network::Network;
use crate::views::row::{self, CaseRow, Findable};

use super::first;
use super::protocol::Trouble;
use super::run::{Engine, Machine};

/// Changes whenever a kept view would be read differently, or a case be folded to another row.
pub(super) const VERSION: u32 = 21;
/// The tail is put into a segment when it has so many lines.
pub(super) const TAIL_LINES: usize = 1000;

/// What was kept beside the sealed stretches.
#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    /// The lists by whose order the rows were written.
    lists: String,
    /// The segments that it was made of; the tail comes on top.
    segments: Vec<u32>,
    /// Those of which something is damaged: indexes say again what can be read of them.
    damaged: Vec<u32>,
    stretches: usize,
    rows: Vec<CaseRow>,
    found: Vec<Findable>,
    dead: Vec<Vec<u64>>,
    voided: Vec<(CaseRow, Findable)>,
    network: String,
    withheld: Vec<(StreamId, BTreeSet<ErasedLeaf>)>,
    unplaced: BTreeSet<StreamId>,
}

fn rows_key(stretch: usize) -> String {
    format!("rows/{stretch:06}")
}

/// What a stretch is found by lies beside its rows: the first list doesn't wait for it.
fn index_key(stretch: usize) -> String {
    format!("index/{stretch:06}")
}

/// What a stretch holds, as it is kept: packed, for the browser hands out a quarter as much sooner than we unpack it.
fn packed(part: &impl Serialize) -> Option<Vec<u8>> {
    Some(segment::pack(&postcard::to_allocvec(part).ok()?))
}

/// Reads [`packed`]; none where it is not such.
fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(&segment::unpack(bytes).ok()?).ok()
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Brings the views up to manifest and tail: from what was kept, or from the record.
    pub(super) async fn load_views(&mut self) -> Result<(), Trouble> {
        let tail = std::mem::take(&mut self.tail);
        let streams = self.sift(tail);
        self.cases = Cases::default();
        self.network = Network::default();
        self.withheld.clear();
        self.unplaced.clear();
        self.unread.clear();
        if !self.restore_views().await? {
            self.rebuild_segments().await?;
            self.keep_views().await?;
        }
        self.refold(streams).await?;
        self.weigh_damage().await
    }

    /// Builds all views anew, whatever was kept.
    pub(super) async fn build_anew(&mut self) -> Result<(), Trouble> {
        self.store
            .keep_views(vec![(String::from("kept"), Vec::new())])
            .await?;
        self.load_views().await
    }

    async fn restore_views(&mut self) -> Result<bool, Trouble> {
        let Some(bytes) = self.store.view("kept").await? else {
            return Ok(self.manifest.segments.is_empty());
        };
        let Ok(kept) = postcard::from_bytes::<Kept>(&bytes) else {
            return Ok(false);
        };
        let in_force: Vec<u32> = self.manifest.segments.iter().map(|s| s.key).collect();
        if kept.version != VERSION || kept.lists != row::lists() || kept.segments != in_force {
            return Ok(false);
        }
        let Ok(network) = serde_json::from_str(&kept.network) else {
            return Ok(false);
        };
        let mut sealed = Vec::with_capacity(kept.stretches);
        let stretches = (0..kept.stretches).map(rows_key).collect();
        let whole = self.store.views(stretches, |bytes| {
            let rows = unpacked(&bytes);
            let found = Index::default();
            sealed.extend(rows.map(|rows| Sealed { rows, found }));
        });
        whole.await?;
        if sealed.len() < kept.stretches {
            return Ok(false);
        }
        self.unread = (0..kept.stretches).collect();
        self.cases = Cases::restore(sealed, kept.rows, kept.found, kept.dead);
        self.cases.absorb_voided(kept.voided);
        self.network = network;
        self.damage.suspected.extend(kept.damaged);
        self.withheld = kept.withheld.into_iter().collect();
        self.unplaced = kept.unplaced;
        Ok(true)
    }

    /// Whether something is kept that was not read yet: what stretches are found by.
    #[must_use]
    pub fn has_to_read(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Reads what one more stretch is found by. Where it does not lie there as it was kept, all views are built anew.
    pub(super) async fn read_on(&mut self) -> Result<(), Trouble> {
        let Some(stretch) = self.unread.pop_front() else {
            return Ok(());
        };
        let bytes = self.store.view(&index_key(stretch)).await?;
        match bytes.map(|bytes| unpacked(&bytes)) {
            Some(Some(index)) => self.cases.put_index(stretch, index),
            _ => self.build_anew().await?,
        }
        Ok(())
    }

    /// Reads all that the cases are found by.
    pub async fn read_found(&mut self) -> Result<(), Trouble> {
        while self.has_to_read() {
            self.read_on().await?;
        }
        Ok(())
    }

    /// Folds every stream of the segments.
    async fn rebuild_segments(&mut self) -> Result<(), Trouble> {
        let indexes = self.load_indexes().await?;
        let streams: BTreeSet<StreamId> = indexes
            .iter()
            .flat_map(|(_, index)| &index.streams)
            .copied()
            .collect();
        self.damage.read.clear();
        self.refold(streams).await?;
        // Where few streams are sought by their names, or all of a segment's stand elsewhere as well, it was not
        // read to its end.
        for segment in self.manifest.segments.clone() {
            if !self.damage.read.contains(&segment.key) {
                self.examine(segment.key).await?;
            }
        }
        let unlisted = std::mem::take(&mut self.damage.unlisted);
        self.refold(unlisted).await?;
        self.damage.views_are_older = false;
        Ok(())
    }

    /// Keeps one stretch that was sealed since; gives whether there was one. Nothing counts on it until
    /// [`Self::keep_views`] names it, so that each may be written on its own: neither are all of them in
    /// memory twice, nor does a question wait for more than one.
    pub(super) async fn keep_stretch(&mut self) -> Result<bool, Trouble> {
        let Some((stretch, sealed)) = self.cases.next_fresh() else {
            return Ok(false);
        };
        if let (Some(rows), Some(index)) = (packed(&sealed.rows), packed(&sealed.found)) {
            let parts = vec![(rows_key(stretch), rows), (index_key(stretch), index)];
            self.store.keep_views(parts).await?;
        }
        Ok(true)
    }

    /// Keeps the views as they stand for the segments in force. What the tail says is folded anew on
    /// top of them at the next open.
    pub(super) async fn keep_views(&mut self) -> Result<(), Trouble> {
        while self.keep_stretch().await? {}
        self.views_to_keep = false;
        let network = serde_json::to_string(&self.network)
            .map_err(|error| Trouble::Store(error.to_string()))?;
        let mut parts = Vec::new();
        let (rows, found, dead, stretches) = self.cases.rest();
        let kept = Kept {
            version: VERSION,
            lists: row::lists(),
            segments: self.manifest.segments.iter().map(|s| s.key).collect(),
            damaged: self.damage.keys(),
            stretches,
            rows: rows.to_vec(),
            found: found.to_vec(),
            dead: dead.to_vec(),
            voided: self.cases.voided().to_vec(),
            network,
            withheld: self.withheld.clone().into_iter().collect(),
            unplaced: self.unplaced.clone(),
        };
        if let Ok(bytes) = postcard::to_allocvec(&kept) {
            parts.push((String::from("kept"), bytes));
        }
        // It is made anew at leisure; what was erased is not to lie in it until then.
        parts.push((first::KEY.into(), Vec::new()));
        self.first_kept = None;
        Ok(self.store.keep_views(parts).await?)
    }

    /// Whether the tail is long enough to become a segment. What is shown and not on disk comes first.
    #[must_use]
    pub fn has_to_compact(&self) -> bool {
        self.tail.len() >= TAIL_LINES && self.unsaved.is_empty()
    }

    /// Puts the tail into a segment once it is long: one small strict transaction changes manifest and
    /// tail together.
    pub async fn compact(&mut self) -> Result<(), Trouble> {
        if !self.has_to_compact() {
            return Ok(());
        }
        self.read_rows().await?;
        let last = self.last_place();
        let Some((info, index)) = self.tail_segment().await? else {
            return Ok(());
        };
        let key = info.key;
        let mut manifest = self.manifest.clone();
        manifest.segments.push(info);
        manifest.version += 1;
        match self
            .store
            .put_in_force(
                self.manifest.version,
                &manifest,
                &self.damage.sparing(last),
                None,
            )
            .await
        {
            // Another tab was quicker: its segments stand, ours goes.
            Err(StoreTrouble::Stale) => {
                self.unstage(&[info]).await?;
                self.reload().await
            }
            Err(trouble) => Err(trouble.into()),
            Ok(()) => {
                self.in_force(manifest, vec![(key, index)]);
                self.tail.retain(|(place, _)| *place > last);
                self.keep_views().await
            }
        }
    }

    /// Stages the tail as a segment; none where there is no tail.
    pub(super) async fn tail_segment(
        &mut self,
    ) -> Result<Option<(SegmentInfo, SegmentIndex)>, Trouble> {
        let mut builder = SegmentBuilder::default();
        for (_, text) in &self.tail {
            if let Ok(line) = line::read(text.as_bytes()) {
                builder.add(&line);
            }
        }
        if builder.is_empty() {
            return Ok(None);
        }
        let segment = builder.finish();
        Ok(Some((self.stage(&segment).await?, segment.index())))
    }

    /// The manifest that is now in force, and what its new segments hold.
    pub(super) fn in_force(
        &mut self,
        manifest: Manifest,
        indexes: Vec<(u32, crate::store::SegmentIndex)>,
    ) {
        self.manifest = manifest;
        // What was erased is not to be kept in memory either.
        self.looked_into = None;
        if let Some(known) = &mut self.indexes {
            known.extend(indexes);
        }
    }
}

#[cfg(test)]
mod tests;
