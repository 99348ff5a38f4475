//! Taking a bundle in: read and verified ([`super::reading`]), staged, previewed; confirming is one small
//! transaction that changes the manifest. All or nothing, and never whole in memory.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{EntryId, StreamId, StreamKind};
use crate::exchange::bundle::Preview;
use crate::record::{Chronicle, line};
use crate::store::segment::open_leaves;
use crate::store::{Packed, SegmentBuilder, SegmentIndex, SegmentInfo, Store, StoreTrouble};
use crate::views::chunk::Sealed;
use crate::views::network::Network;

use super::protocol::{Taken, Trouble};
use super::reading::{Bundle, Counts, End, Reads, Rows, Step, Task};
use super::run::{Engine, Machine, read_all};

/// What a read bundle would change, staged and not yet in force.
pub struct Staged {
    segments: Vec<SegmentInfo>,
    indexes: Vec<(u32, SegmentIndex)>,
    /// Cases that are new here and came whole: stretches of them, and the rest.
    stretches: Vec<Sealed>,
    rows: Rows,
    /// Streams to be folded from the store once the segments are in force.
    refold: BTreeSet<StreamId>,
    counts: Counts,
    pub backup: Option<String>,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Has a bundle read, and stages what is new in it.
    pub async fn read_bundle(&mut self, name: &str, reads: impl Reads) -> Result<Preview, Trouble> {
        self.leave().await?;
        let mut segments = Vec::new();
        match self.stage_bundle(name, reads, &mut segments).await {
            Ok((preview, staged)) => {
                self.staged = Some(staged);
                Ok(preview)
            }
            Err(trouble) => {
                self.unstage(&segments).await?;
                Err(trouble)
            }
        }
    }

    async fn stage_bundle(
        &mut self,
        name: &str,
        mut reads: impl Reads,
        segments: &mut Vec<SegmentInfo>,
    ) -> Result<(Preview, Staged), Trouble> {
        let task = Task::Bundle {
            name: name.to_owned(),
            world: self.kind.world(),
            known: self.known().await?,
        };
        reads.begin(task).await?;
        let mut indexes = Vec::new();
        let mut stretches = Vec::new();
        let mut network = Network::default();
        loop {
            match reads.next().await? {
                Step::Segment(segment) => {
                    let info = self.stage(&segment).await?;
                    segments.push(info);
                    indexes.push((info.key, segment.index()));
                }
                Step::Stretch(sealed) => stretches.push(*sealed),
                Step::Network(part) => network.absorb(*part),
                Step::Came { done, of, unit } => {
                    self.machine.progress(done, of, unit);
                    if self.machine.stopped() {
                        return Err(Trouble::Cancelled);
                    }
                }
                Step::End(end) => {
                    let End::Bundle(bundle) = *end else {
                        return Err(Trouble::Store(String::from("not a bundle")));
                    };
                    let Bundle {
                        mut rows,
                        mut preview,
                        refold,
                        counts,
                        backup,
                    } = bundle;
                    rows.network.absorb(network);
                    let mut staged = Staged {
                        segments: segments.clone(),
                        indexes,
                        stretches,
                        rows,
                        refold,
                        counts,
                        backup,
                    };
                    self.preview_known_streams(&mut preview, &mut staged)
                        .await?;
                    return Ok((preview, staged));
                }
            }
        }
    }

    /// Writes a segment under a new key; no manifest names it yet.
    pub(super) async fn stage(&self, segment: &Packed) -> Result<SegmentInfo, Trouble> {
        let key = self.new_segment();
        self.store.stage(key, segment).await?;
        Ok(segment.info(key))
    }

    /// Streams, and ids with their open leaves, of everything that is here.
    async fn known(&mut self) -> Result<SegmentIndex, Trouble> {
        let mut known = SegmentIndex::default();
        for (_, index) in self.load_indexes().await? {
            known.streams.extend_from_slice(&index.streams);
            known.ids.extend_from_slice(&index.ids);
        }
        for (_, text) in &self.tail {
            if let Ok(line) = line::read(text.as_bytes()) {
                known.streams.push(line.stream);
                known.ids.push((line.id, open_leaves(&line)));
            }
        }
        Ok(known)
    }

    /// Puts what new streams say into the views.
    pub(super) fn take_rows(&mut self, stretches: Vec<Sealed>, rows: Rows) {
        self.cases.absorb(stretches, rows.rows, rows.found);
        self.network.absorb(rows.network);
        self.veiled.extend(rows.veiled);
    }

    /// Folds the streams that are known here together with what arrives: what would be concurrent, and
    /// what would ask a question.
    async fn preview_known_streams(
        &mut self,
        preview: &mut Preview,
        staged: &mut Staged,
    ) -> Result<(), Trouble> {
        for stream in staged.refold.clone() {
            let before = self.lines(&stream).await?;
            let mut texts = before.clone();
            for segment in &staged.segments {
                let indexed = staged.indexes.iter().any(|(key, index)| {
                    *key == segment.key && index.streams.binary_search(&stream).is_ok()
                });
                if indexed {
                    let bytes = self.segment(segment.key).await?;
                    super::run::collect_stream(&bytes, &stream, &mut texts);
                }
            }
            let texts = super::run::united(texts);
            let (old, new) = (read_all(&before), read_all(&texts));
            let (old, new) = (Chronicle::tell(&old), Chronicle::tell(&new));
            // Heads that were here and still are, beside heads that arrived: neither saw the other.
            let both = new.heads.len() > 1
                && new.heads.iter().any(|head| old.heads.contains(head))
                && new.told.len() > old.told.len();
            preview.concurrent += u64::from(both);
            preview.anomalies += (new.anomalies.len().saturating_sub(old.anomalies.len())) as u64;
            if stream.kind == StreamKind::CASE {
                preview.changed_cases += u64::from(new.told.len() > old.told.len());
                if new.case().questions() > old.case().questions() {
                    preview.disputed.push(stream);
                }
            }
        }
        Ok(())
    }

    /// Puts what was staged in force.
    pub async fn take_staged(&mut self, erase: bool) -> Result<Taken, Trouble> {
        let Some(staged) = self.staged.take() else {
            return Err(Trouble::Store(String::from("nothing was read")));
        };
        if staged.counts.erasures > 0 && !erase {
            self.staged = Some(staged);
            return Err(Trouble::ErasuresNotAgreed);
        }
        let mut manifest = self.manifest.clone();
        manifest.segments.extend(staged.segments.iter().copied());
        manifest.version += 1;
        // The tail goes along, so that the views can be kept for these segments.
        let last = self.last_place();
        let tail = self.tail_segment().await?;
        manifest.segments.extend(tail.iter().map(|(info, _)| *info));
        let drop_tail = tail.is_some().then_some(last);
        match self
            .store
            .put_in_force(self.manifest.version, &manifest, drop_tail)
            .await
        {
            Err(StoreTrouble::Stale) => {
                // Another tab put other segments in force meanwhile, and what is new here may not be so any
                // more: read the file again.
                self.unstage(&manifest.segments[self.manifest.segments.len()..])
                    .await?;
                self.reload().await?;
                return Err(StoreTrouble::Stale.into());
            }
            Err(trouble) => return Err(trouble.into()),
            Ok(()) => {}
        }
        let Staged {
            mut indexes,
            stretches,
            rows,
            refold,
            counts,
            ..
        } = staged;
        indexes.extend(tail.map(|(info, index)| (info.key, index)));
        self.in_force(manifest, indexes);
        self.tail.retain(|(place, _)| *place > last);
        self.take_rows(stretches, rows);
        self.refold(refold.iter().copied()).await?;
        let disputed = refold
            .iter()
            .filter(|stream| self.cases.get(stream).is_some_and(|row| row.questions > 0))
            .count() as u64;
        if erase {
            self.erase_named(&refold).await?;
        }
        // Kept once nobody waits: they can always be built anew.
        self.views_to_keep = true;
        self.machine.changed();
        Ok(Taken {
            new: counts.new,
            fuller: counts.fuller,
            cases: counts.cases,
            disputed,
        })
    }

    /// Drops what was staged.
    pub async fn leave(&mut self) -> Result<(), Trouble> {
        match self.staged.take() {
            Some(staged) => self.unstage(&staged.segments).await,
            None => Ok(()),
        }
    }

    pub(super) async fn unstage(&self, segments: &[SegmentInfo]) -> Result<(), Trouble> {
        let keys: Vec<u32> = segments.iter().map(|segment| segment.key).collect();
        Ok(self.store.unstage(&keys).await?)
    }

    /// Rewrites the segments of streams in which an erasure names leaves that are still here. One small
    /// transaction swaps the segments.
    async fn erase_named(&mut self, streams: &BTreeSet<StreamId>) -> Result<(), Trouble> {
        let mut gone: BTreeMap<EntryId, BTreeSet<u32>> = BTreeMap::new();
        for stream in streams {
            let texts = self.lines(stream).await?;
            for named in Chronicle::tell(&read_all(&texts)).erased {
                gone.entry(named.entry).or_default().insert(named.leaf);
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        // The tail goes into segments as well, so that all of them are rewritten alike.
        let mut manifest = self.manifest.clone();
        let mut segments = Vec::new();
        let mut replaced = Vec::new();
        for info in std::mem::take(&mut manifest.segments) {
            let bytes = self.segment(info.key).await?;
            match rewritten(&bytes, &gone) {
                None => segments.push(info),
                Some(mut builder) => {
                    segments.push(self.stage(&builder.finish()).await?);
                    replaced.push(info);
                }
            }
        }
        let last = self.last_place();
        let tail: Vec<u8> = self
            .tail
            .iter()
            .flat_map(|(_, text)| text.bytes().chain([b'\n']))
            .collect();
        let tail_rewritten = rewritten(&tail, &gone);
        let drop_tail = tail_rewritten.is_some();
        if let Some(mut builder) = tail_rewritten {
            segments.push(self.stage(&builder.finish()).await?);
        }
        manifest.segments = segments;
        manifest.version += 1;
        self.store
            .put_in_force(self.manifest.version, &manifest, drop_tail.then_some(last))
            .await?;
        self.unstage(&replaced).await?;
        self.reload().await
    }
}

/// The lines of a segment without the leaves that are to go; none where it has none of them.
fn rewritten(bytes: &[u8], gone: &BTreeMap<EntryId, BTreeSet<u32>>) -> Option<SegmentBuilder> {
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
        let kept =
            crate::record::compose::with_leaves(&parsed, |leaf| !leaves.contains(&(leaf as u32)));
        changed |= kept != parsed.text;
        if let Ok(kept) = line::read(kept.as_bytes()) {
            builder.add(&kept);
        }
    }
    changed.then_some(builder)
}
