//! Taking a bundle in: read and verified ([`super::reading`]), staged, previewed; confirming is one small
//! transaction that changes the manifest. All or nothing, and never whole in memory.

mod preview;

use std::collections::BTreeSet;

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::StreamId;
use crate::exchange::bundle::Preview;
use crate::record::line;
use crate::store::segment::open_leaves;
use crate::store::{Packed, SegmentIndex, SegmentInfo, Store};
use crate::views::chunk::Sealed;
use crate::views::network::Network;

use super::desk::DeskRecord;
use super::protocol::{Taken, Trouble};
use super::reading::{Bundle, Counts, End, Reads, Rows, Step, Task, unless_stopped};
use super::run::{Engine, Machine};
use super::take_back::LastImport;

/// What a read bundle would change, staged and not yet in force.
pub struct Staged {
    segments: Vec<SegmentInfo>,
    indexes: Vec<(u32, SegmentIndex)>,
    /// Cases that are new here and came whole: stretches of them, and the rest.
    stretches: Vec<Sealed>,
    rows: Rows,
    /// Streams to be folded from the store once the segments are in force.
    refold: BTreeSet<StreamId>,
    /// Leaves that are erased and lie open, here or in what comes.
    gone: BTreeSet<ErasedLeaf>,
    counts: Counts,
    pub backup: Option<String>,
}

/// So many segments are written in one transaction: a transaction of its own for each costs the browser as much again
/// as what it writes.
const TOGETHER: usize = 4;

/// How a bundle came into force.
enum Put {
    /// Beside what was here.
    Added,
    /// With segments that were here rewritten, for something in them was erased.
    Rewritten,
}

/// Who reads a bundle told something else.
fn no_bundle() -> Trouble {
    Trouble::Store(String::from("not a bundle"))
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Has a bundle read, and stages what is new in it.
    pub async fn read_bundle(&mut self, name: &str, reads: impl Reads) -> Result<Preview, Trouble> {
        self.leave().await?;
        if self.has_to_save() {
            // Another tab may have put the region in force meanwhile: that is the one to read beside.
            self.look().await?;
            self.save_shown().await?;
        }
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
            desk: self.desk.as_ref().map(DeskRecord::id),
        };
        reads.begin(&task).await?;
        let mut waiting = Vec::with_capacity(TOGETHER);
        let mut indexes = Vec::new();
        let mut stretches = Vec::new();
        let mut network = Network::default();
        loop {
            match unless_stopped(&self.machine, &mut reads).await? {
                Step::Segment(segment) => {
                    let info = segment.info(self.new_segment());
                    segments.push(info);
                    indexes.push((info.key, segment.index()));
                    waiting.push((info.key, segment));
                    if waiting.len() == TOGETHER {
                        self.stage_all(&mut waiting).await?;
                    }
                }
                Step::Stretch(sealed) => stretches.push(*sealed),
                Step::Network(part) => network.absorb(*part),
                Step::Counted(_) => {}
                Step::Again => {
                    self.unstage(segments).await?;
                    segments.clear();
                    waiting.clear();
                    indexes.clear();
                    stretches.clear();
                    network = Network::default();
                    reads.begin(&task).await?;
                }
                Step::Came { done, of } => self.machine.progress(done, of),
                Step::Loose(_) => return Err(no_bundle()),
                Step::End(end) => {
                    let End::Bundle(bundle) = *end else {
                        return Err(no_bundle());
                    };
                    let Bundle {
                        mut rows,
                        mut preview,
                        refold,
                        gone,
                        counts,
                        backup,
                    } = bundle;
                    rows.network.absorb(network);
                    self.stage_all(&mut waiting).await?;
                    let mut staged = Staged {
                        segments: segments.clone(),
                        indexes,
                        stretches,
                        rows,
                        refold,
                        gone,
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

    /// Writes what was read and waits, leaving nothing.
    async fn stage_all(&self, waiting: &mut Vec<(u32, Packed)>) -> Result<(), Trouble> {
        if !waiting.is_empty() {
            let all: Vec<_> = waiting.iter().map(|(key, one)| (*key, one)).collect();
            self.store.stage(&all).await?;
            waiting.clear();
        }
        Ok(())
    }

    /// Writes a segment under a new key; no manifest names it yet.
    pub(super) async fn stage(&self, segment: &Packed) -> Result<SegmentInfo, Trouble> {
        let key = self.new_segment();
        self.store.stage(&[(key, segment)]).await?;
        Ok(segment.info(key))
    }

    /// Streams, and ids with their open leaves, of everything that is here.
    async fn known(&mut self) -> Result<SegmentIndex, Trouble> {
        let mut known = SegmentIndex::default();
        self.load_indexes().await?;
        if self.damage.views_are_older {
            // What is lost here is new again when it comes, and so are its cases.
            self.build_anew().await?;
        }
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
        self.cases.absorb_voided(rows.voided);
        self.network.absorb(rows.network);
        self.withheld.extend(rows.withheld);
        self.unplaced.extend(rows.unplaced);
    }

    /// Puts what was staged in force.
    pub async fn take_staged(&mut self, erase: bool) -> Result<Taken, Trouble> {
        let Some(staged) = self.staged.take() else {
            return Err(Trouble::ReadAgain);
        };
        // What is erased already was agreed to when its erasure came.
        if staged.counts.erasures > 0 && !erase {
            self.staged = Some(staged);
            return Err(Trouble::ErasuresNotAgreed);
        }
        self.take(staged, None).await
    }

    /// Puts what was staged in force, and the desk where one is restored, in one transaction.
    pub(super) async fn take(
        &mut self,
        mut staged: Staged,
        desk: Option<DeskRecord>,
    ) -> Result<Taken, Trouble> {
        let mut fresh = staged.segments.clone();
        let put = match self.put_in_force(&mut staged, desk, &mut fresh).await {
            Ok(put) => put,
            Err(trouble) => {
                self.unstage(&fresh).await?;
                // Another tab may have put other segments in force meanwhile, and what is new here may not be
                // so any more: the file is to be read again.
                self.reload().await?;
                return Err(match trouble {
                    Trouble::Busy => Trouble::ReadAgain,
                    trouble => trouble,
                });
            }
        };
        match put {
            Put::Added => {
                self.last_import = Some(LastImport {
                    segments: staged.segments,
                    copies: staged.counts.fuller,
                    manifest: self.manifest.version,
                });
                self.take_rows(staged.stretches, staged.rows);
                self.refold(staged.refold.iter().copied()).await?;
            }
            Put::Rewritten => {
                self.last_import = None;
                self.reload().await?;
            }
        }
        self.weigh_damage().await?;
        let can_be_taken_back = self.last_import.is_some();
        let asks = |stream: &&StreamId| self.cases.get(stream).is_some_and(|row| row.questions > 0);
        let disputed = staged.refold.iter().filter(asks).count() as u64;
        // Kept once nobody waits: they can always be built anew.
        self.views_to_keep = true;
        self.machine.changed();
        Ok(Taken {
            new: staged.counts.new,
            fuller: staged.counts.fuller,
            cases: staged.counts.cases,
            disputed,
            can_be_taken_back,
        })
    }

    /// `fresh` names what is written and not in force, whatever comes of it.
    async fn put_in_force(
        &mut self,
        staged: &mut Staged,
        desk: Option<DeskRecord>,
        fresh: &mut Vec<SegmentInfo>,
    ) -> Result<Put, Trouble> {
        // The tail goes along, so that the views can be kept for these segments.
        let last = self.last_place();
        let tail = self.tail_segment().await?;
        fresh.extend(tail.iter().map(|(info, _)| *info));
        let mut manifest = self.manifest.clone();
        manifest.version += 1;
        manifest.copies += staged.counts.fuller;
        manifest.segments.extend_from_slice(fresh);
        let mut replaced = Vec::new();
        if !staged.gone.is_empty() {
            for info in &mut manifest.segments {
                if let Some(segment) = self.rewritten(info.key, &staged.gone).await? {
                    let rewritten = self.stage(&segment).await?;
                    fresh.push(rewritten);
                    replaced.push(std::mem::replace(info, rewritten));
                }
            }
        }
        let desk = desk.map(|desk| self.renewed(desk));
        let text = desk.as_ref().map(DeskRecord::text).transpose()?;
        let sparing = match tail {
            Some(_) => self.damage.sparing(last),
            None => Vec::new(),
        };
        self.store
            .put_in_force(self.manifest.version, &manifest, &sparing, text.as_deref())
            .await?;
        fresh.clear();
        self.desk = desk.or_else(|| self.desk.take());
        if !replaced.is_empty() {
            // It is in force: what is left of the older segments goes at the next open, if not now.
            let _ = self.unstage(&replaced).await;
            return Ok(Put::Rewritten);
        }
        self.tail.retain(|(place, _)| *place > last);
        let mut indexes = std::mem::take(&mut staged.indexes);
        indexes.extend(tail.map(|(info, index)| (info.key, index)));
        self.in_force(manifest, indexes);
        Ok(Put::Added)
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
}
