//! Taking a bundle in: read as a stream, verified, staged, previewed; confirming is one small
//! transaction that changes the manifest. All or nothing, and never whole in memory.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::catalogue::Event;
use crate::domain::id::{EntryId, StreamId, StreamKind};
use crate::exchange::bundle::{BadFile, Preview, Reader, Step as Read};
use crate::record::{Chronicle, Line, World, line};
use crate::store::segment::open_leaves;
use crate::store::{SegmentBuilder, SegmentIndex, SegmentInfo, Store, StoreTrouble};
use crate::views::cases::Cases;
use crate::views::row::{CaseRow, Findable};

use super::protocol::{ProgressUnit, Taken, Trouble};
use super::run::{Engine, Machine, Veiled, read_all};

/// What a read bundle would change, staged and not yet in force.
#[derive(Default)]
pub struct Staged {
    segments: Vec<SegmentInfo>,
    indexes: Vec<(u32, SegmentIndex)>,
    /// Cases that are new here and came whole.
    found: Cases,
    network: Vec<(StreamId, Chronicle)>,
    veiled: Veiled,
    /// Streams to be folded from the store once the segments are in force.
    refold: BTreeSet<StreamId>,
    new: u64,
    fuller: u64,
    cases: u64,
    erasures: u64,
    pub backup: Option<String>,
}

/// Where an import takes its bytes from.
#[allow(async_fn_in_trait)] // One thread.
pub trait Source {
    /// How many there are, where known.
    fn length(&self) -> u64;
    /// The next piece; none at the end.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, String>;
}

/// Bytes in memory.
pub struct Bytes(pub Option<Vec<u8>>);

impl Source for Bytes {
    fn length(&self) -> u64 {
        self.0.as_ref().map_or(0, |bytes| bytes.len() as u64)
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.take())
    }
}

/// Kinds of which more than the name is to be known while a bundle is read.
const LOOKED_INTO: [&str; 2] = ["erased", "case.corrected"];

/// Ids with their open leaves.
type Known = HashMap<EntryId, u32>;

/// What is collected while a bundle is read.
struct Reading {
    known: Known,
    here: BTreeSet<StreamId>,
    world: World,
    builder: SegmentBuilder,
    staged: Staged,
    preview: Preview,
    /// The stream whose lines are being read, and those of its lines that came with an earlier block.
    current: Option<StreamId>,
    texts: Vec<String>,
    /// Streams that were folded, so that one that comes back is folded from the store.
    folded: BTreeSet<StreamId>,
    unknown: BTreeMap<String, u64>,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Reads a bundle and stages what is new in it.
    pub async fn read_bundle(
        &mut self,
        name: &str,
        mut source: impl Source,
    ) -> Result<Preview, Trouble> {
        self.leave().await?;
        let (known, here) = self.known().await?;
        let length = source.length();
        let mut reader = Reader::default();
        let mut reading: Option<Reading> = None;
        let mut done = 0u64;
        let world = self.kind.world();
        let mut known = Some((known, here));
        let result: Result<(), Trouble> = async {
            loop {
                let piece = source.next().await.map_err(Trouble::Store)?;
                let ended = piece.is_none();
                if let Some(piece) = piece {
                    done += piece.len() as u64;
                    reader.feed(&piece);
                } else {
                    reader.end();
                }
                while let Some(block) = reader.block().map_err(Trouble::BadFile)? {
                    let mut rest = block.rest();
                    // Lines of the stream that is being read, as they stand in the block.
                    let mut lines: Vec<Line<'_>> = Vec::new();
                    while let Some(step) = reader.step(&mut rest).map_err(Trouble::BadFile)? {
                        match step {
                            Read::Head(head) => {
                                if head.world != world {
                                    return Err(Trouble::BadFile(BadFile::other_world(
                                        world.clone(),
                                        head.world.clone(),
                                    )));
                                }
                                let (known, here) = known.take().unwrap_or_default();
                                reading = Some(Reading::new(
                                    known,
                                    here,
                                    world.clone(),
                                    Staged::default(),
                                    head.preview(name),
                                ));
                            }
                            Read::Line(text, number) => {
                                let Some(reading) = &mut reading else {
                                    continue;
                                };
                                let parsed = line::read(text).map_err(|flaw| {
                                    Trouble::BadFile(BadFile::line(number, &flaw))
                                })?;
                                reader.count(&parsed);
                                if reading.is_news(&parsed, number)? {
                                    reading.take(parsed, &mut lines);
                                }
                                if reading.builder.is_full() {
                                    self.stage(reading).await?;
                                }
                            }
                            Read::Foot(foot) => {
                                if let Some(reading) = &mut reading {
                                    reading.staged.backup = foot.backup;
                                }
                            }
                        }
                    }
                    if let Some(reading) = &mut reading {
                        let kept = lines.iter().map(|line| line.text.to_owned());
                        reading.texts.extend(kept);
                    }
                }
                self.machine
                    .progress(done, length.max(done), ProgressUnit::Bytes);
                if self.machine.stopped() {
                    return Err(Trouble::Cancelled);
                }
                if ended {
                    return Ok(());
                }
            }
        }
        .await;
        let finished = match (result, reading) {
            (Ok(()), Some(mut reading)) => {
                reading.finish_stream(&[]);
                self.stage(&mut reading).await.map(|()| reading)
            }
            (Ok(()), None) => Err(Trouble::BadFile(BadFile::empty())),
            (Err(trouble), _) => Err(trouble),
        };
        match finished {
            Ok(mut reading) => {
                reading.preview.bytes = done;
                reading.preview.unknown_kinds = reading.unknown.into_iter().collect();
                let mut preview = reading.preview;
                let mut staged = reading.staged;
                self.preview_known_streams(&mut preview, &mut staged)
                    .await?;
                preview.new = staged.new;
                preview.fuller = staged.fuller;
                preview.erasures = staged.erasures;
                self.staged = Some(staged);
                Ok(preview)
            }
            Err(trouble) => {
                self.store.sweep().await?;
                Err(trouble)
            }
        }
    }

    async fn stage(&mut self, reading: &mut Reading) -> Result<(), Trouble> {
        if reading.builder.is_empty() {
            return Ok(());
        }
        let key = self.new_segment();
        let (info, lines, index) = reading.builder.finish(key);
        self.store.stage(key, &lines, &index).await?;
        reading.staged.segments.push(info);
        reading.staged.indexes.push((key, index));
        Ok(())
    }

    /// Ids with their open leaves, and streams, of everything that is here.
    async fn known(&mut self) -> Result<(Known, BTreeSet<StreamId>), Trouble> {
        let mut known = Known::new();
        let mut here = BTreeSet::new();
        for (_, index) in self.load_indexes().await? {
            here.extend(index.streams.iter().copied());
            for (id, open) in &index.ids {
                *known.entry(*id).or_default() |= open;
            }
        }
        for (_, text) in &self.tail {
            if let Ok(line) = line::read(text.as_bytes()) {
                here.insert(line.stream);
                *known.entry(line.id).or_default() |= open_leaves(&line);
            }
        }
        Ok((known, here))
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
        if staged.erasures > 0 && !erase {
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
                // Another tab put other segments in force meanwhile. The keys that were staged may be
                // taken: read the file again.
                self.reload().await?;
                return Err(StoreTrouble::Stale.into());
            }
            Err(trouble) => return Err(trouble.into()),
            Ok(()) => {}
        }
        let Staged {
            mut indexes,
            found,
            network,
            veiled,
            refold,
            new,
            fuller,
            cases,
            ..
        } = staged;
        indexes.extend(tail.map(|(info, index)| (info.key, index)));
        self.in_force(manifest, indexes);
        self.tail.retain(|(place, _)| *place > last);
        self.cases.absorb(found);
        self.veiled.extend(veiled);
        for (stream, chronicle) in network {
            self.network.put(stream, &chronicle);
        }
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
            new,
            fuller,
            cases,
            disputed,
        })
    }

    /// Drops what was staged.
    pub async fn leave(&mut self) -> Result<(), Trouble> {
        if self.staged.take().is_some() {
            self.store.sweep().await?;
        }
        Ok(())
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
        let mut swapped = Vec::new();
        let mut segments = Vec::new();
        for info in std::mem::take(&mut manifest.segments) {
            let bytes = self.segment(info.key).await?;
            match rewritten(&bytes, &gone) {
                None => segments.push(info),
                Some(mut builder) => {
                    let key = self.new_segment();
                    let (info, lines, index) = builder.finish(key);
                    self.store.stage(key, &lines, &index).await?;
                    segments.push(info);
                    swapped.push((key, index));
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
            let key = self.new_segment();
            let (info, lines, index) = builder.finish(key);
            self.store.stage(key, &lines, &index).await?;
            segments.push(info);
            swapped.push((key, index));
        }
        manifest.segments = segments;
        manifest.version += 1;
        self.store
            .put_in_force(self.manifest.version, &manifest, drop_tail.then_some(last))
            .await?;
        self.store.sweep().await?;
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

impl Reading {
    fn new(
        known: Known,
        here: BTreeSet<StreamId>,
        world: World,
        staged: Staged,
        preview: Preview,
    ) -> Self {
        Self {
            known,
            here,
            world,
            builder: SegmentBuilder::default(),
            staged,
            preview,
            current: None,
            texts: Vec::new(),
            folded: BTreeSet::new(),
            unknown: BTreeMap::new(),
        }
    }

    /// Whether a line brings what is not here: it is counted, and known from now on.
    fn is_news(&mut self, line: &Line<'_>, number: u64) -> Result<bool, Trouble> {
        let there = World::from_code(line.world);
        if there != self.world {
            return Err(Trouble::BadFile(BadFile::other_world_at(
                number,
                self.world.clone(),
                there,
            )));
        }
        self.preview.entries += 1;
        let open = open_leaves(line);
        match self.known.entry(line.id) {
            // Leaves after the 32nd are not told apart: such an entry is stored once more.
            Entry::Occupied(known) if open & !known.get() == 0 && line.leaves.len() <= 32 => {
                self.preview.known += 1;
                return Ok(false);
            }
            Entry::Occupied(mut known) => {
                *known.get_mut() |= open;
                self.preview.known += 1;
                self.staged.fuller += 1;
            }
            Entry::Vacant(place) => {
                place.insert(open);
                self.staged.new += 1;
                if Event::KINDS.contains(&line.kind) && !LOOKED_INTO.contains(&line.kind) {
                    return Ok(true);
                }
                match Event::read(line.kind, line.data) {
                    Event::Unknown { kind } => *self.unknown.entry(kind).or_default() += 1,
                    Event::Erased(data) => self.staged.erasures += data.leaves.len() as u64,
                    _ => {}
                }
            }
        }
        Ok(true)
    }

    /// Takes a line in. `lines` are those of its stream so far, in the block that is being read.
    fn take<'b>(&mut self, line: Line<'b>, lines: &mut Vec<Line<'b>>) {
        self.builder.add(&line);
        if self.current != Some(line.stream) {
            self.finish_stream(lines);
            lines.clear();
            self.current = Some(line.stream);
        }
        lines.push(line);
    }

    /// Folds the stream that was read, where it is new here and did not come before.
    fn finish_stream(&mut self, lines: &[Line<'_>]) {
        let Some(stream) = self.current.take() else {
            return;
        };
        let texts = std::mem::take(&mut self.texts);
        let known = self.here.contains(&stream);
        if known || !self.folded.insert(stream) {
            self.staged.refold.insert(stream);
            return;
        }
        let chronicle = if texts.is_empty() {
            Chronicle::tell(lines)
        } else {
            let mut all = read_all(&texts);
            all.extend(lines.iter().cloned());
            Chronicle::tell(&all)
        };
        self.preview.anomalies += chronicle.anomalies.len() as u64;
        if !chronicle.veiled.is_empty() {
            self.staged.veiled.insert(stream, chronicle.veiled.clone());
        }
        if stream.kind == StreamKind::CASE {
            let case = chronicle.case();
            self.staged.cases += 1;
            self.preview.new_cases += 1;
            if case.questions() > 0 {
                self.preview.disputed.push(stream);
            }
            let row = CaseRow::of(&stream, &case).map(|row| (row, Findable::of(&case, &chronicle)));
            self.staged.found.put(&stream, row);
        } else {
            self.preview.new_organisations += u64::from(stream.kind == StreamKind::ORGANISATION);
            self.staged.network.push((stream, chronicle));
        }
    }
}
