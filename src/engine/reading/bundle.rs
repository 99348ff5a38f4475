//! Reading a bundle: every line verified as it comes, never whole in memory; new cases are folded at once.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::domain::catalogue::{ErasedLeaf, Event};
use crate::domain::id::{DeskId, StreamId, StreamKind};
use crate::exchange::bundle::{BadFile, Foot, Preview, Reader, Step as Read};
use crate::record::{Chronicle, Line, World, line};
use crate::store::{SegmentBuilder, SegmentIndex};
use crate::views::chunk::Open;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::here::hand_out;
use super::seen::{Brings, Seen};
use super::share::{Edges, Side};
use super::{Bundle, Counts, End, Rows, Said, Share, ShareEnd, Step};
use crate::engine::protocol::Trouble;
use crate::engine::run::Withheld;
use crate::engine::streams::read_all;

/// Kinds of which more than the name is to be known while a bundle is read.
const LOOKED_INTO: [&str; 2] = ["erased", "case.corrected"];

/// A bundle that is being read.
pub struct ReadingBundle {
    name: String,
    share: Share,
    edges: Edges,
    /// Where in the file the next block begins; none until the first line of a later share was found.
    at: Option<u64>,
    lines: u64,
    foot: Option<Foot>,
    reader: Reader,
    world: World,
    desk: Option<DeskId>,
    seen: Seen,
    here: BTreeSet<StreamId>,
    builder: SegmentBuilder,
    /// Once its head was read.
    preview: Option<Preview>,
    counts: Counts,
    bytes: u64,
    /// Cases that are new and came whole.
    rows: Open,
    network: Network,
    voided: Vec<(CaseRow, Findable)>,
    withheld: Withheld,
    unplaced: BTreeSet<StreamId>,
    refold: BTreeSet<StreamId>,
    gone: BTreeSet<ErasedLeaf>,
    /// What follows is another share's.
    over: bool,
    /// The stream whose lines are being read, and those of its lines that came with an earlier block.
    current: Option<StreamId>,
    texts: Vec<String>,
    /// Streams that were folded, each with what was said of it: one that comes back is folded from the store, and all
    /// that was said of it is said anew.
    folded: HashMap<StreamId, Said>,
    unknown: BTreeMap<String, u64>,
}

impl ReadingBundle {
    /// For a workspace of this world and, where it is set up, this desk. `beginning` is the file's, for a share that
    /// begins later.
    pub fn new(
        name: String,
        (world, desk): (World, Option<DeskId>),
        known: &SegmentIndex,
        share: Share,
        beginning: &[u8],
    ) -> Self {
        let (from, _) = share.bytes();
        let (reader, preview) = match from {
            Some(_) => (
                Reader::of_later_share(beginning),
                Some(Preview::of_share(world.clone())),
            ),
            None if share.is_whole() => (Reader::default(), None),
            None => (Reader::of_first_share(), None),
        };
        Self {
            name,
            share,
            edges: Edges::of(share),
            at: from.is_none().then_some(0),
            lines: 0,
            foot: None,
            reader,
            world,
            desk,
            seen: Seen::here(known),
            here: known.streams.iter().copied().collect(),
            builder: SegmentBuilder::default(),
            preview,
            counts: Counts::default(),
            bytes: 0,
            rows: Open::default(),
            network: Network::default(),
            voided: Vec::new(),
            withheld: Withheld::new(),
            unplaced: BTreeSet::new(),
            refold: BTreeSet::new(),
            gone: BTreeSet::new(),
            over: false,
            current: None,
            texts: Vec::new(),
            folded: HashMap::new(),
            unknown: BTreeMap::new(),
        }
    }

    /// Where the next piece of the file is put: of a later share, from the byte before its beginning on.
    pub fn room(&mut self) -> &mut Vec<u8> {
        self.reader.room()
    }

    /// Takes in a piece of so many bytes that was put there.
    pub fn take_in(&mut self, came: u64, steps: &mut VecDeque<Step>) -> Result<(), Trouble> {
        self.bytes += came;
        if self.at.is_none() {
            let room = self.reader.room();
            let Some(end) = memchr::memchr(b'\n', room) else {
                room.clear();
                return Ok(());
            };
            room.drain(..=end);
            let from = self.share.bytes().0.unwrap_or(1);
            self.at = Some(from - 1 + self.bytes - room.len() as u64);
        }
        self.blocks(steps)
    }

    /// Whether the rest is another share's.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// There is no more to come.
    pub fn end(mut self, steps: &mut VecDeque<Step>) -> Result<End, Trouble> {
        if !self.over {
            self.reader.end();
            self.blocks(steps)?;
        }
        self.finish_stream(&[], steps);
        if !self.builder.is_empty() {
            steps.push_back(Step::Segment(self.builder.finish()));
        }
        if !self.share.is_first() && !self.rows.rows.is_empty() {
            // Rows that are still open come from the first share alone.
            steps.push_back(Step::Stretch(Box::new(self.rows.seal())));
        }
        let Open { rows, found } = self.rows;
        let mut preview = self
            .preview
            .ok_or_else(|| Trouble::BadFile(BadFile::empty()))?;
        preview.bytes = self.bytes;
        preview.unknown_kinds = self.unknown.into_iter().collect();
        preview.new = self.counts.new;
        preview.fuller = self.counts.fuller;
        preview.erasures = self.counts.erasures;
        let bundle = Bundle {
            rows: Rows {
                rows,
                found,
                network: self.network,
                voided: self.voided,
                withheld: self.withheld,
                unplaced: self.unplaced,
            },
            preview,
            refold: self.refold,
            gone: self.gone,
            counts: self.counts,
            // Of a share it is left in the foot, which is still to be compared.
            backup: None,
        };
        if self.share.is_whole() {
            let backup = self.foot.and_then(|foot| foot.backup);
            return Ok(End::Bundle(Bundle { backup, ..bundle }));
        }
        let mut streams: BTreeSet<StreamId> = self.folded.into_keys().collect();
        streams.extend(&bundle.refold);
        Ok(End::Share(ShareEnd {
            bundle,
            foot: self.foot,
            edge: self.edges.edge,
            lines: self.lines,
            streams,
        }))
    }

    fn blocks(&mut self, steps: &mut VecDeque<Step>) -> Result<(), Trouble> {
        while !self.over
            && let Some(block) = self.reader.block().map_err(Trouble::BadFile)?
        {
            let begins = self.at.unwrap_or_default();
            let ends = begins + block.length();
            self.at = Some(ends);
            let mut rest = block.rest();
            // Lines of the stream that is being read, as they stand in the block.
            let mut lines: Vec<Line<'_>> = Vec::new();
            loop {
                let at = ends - rest.len() as u64;
                let Some(step) = self.reader.step(&mut rest).map_err(Trouble::BadFile)? else {
                    break;
                };
                self.lines += 1;
                match step {
                    Read::Head(head) => {
                        if head.world != self.world {
                            return Err(Trouble::BadFile(BadFile::other_world(
                                self.world.clone(),
                                head.world,
                            )));
                        }
                        self.preview = Some(head.preview(&self.name));
                    }
                    Read::Line(text, number) => {
                        let line = line::read(text)
                            .map_err(|flaw| Trouble::BadFile(BadFile::line(number, &flaw)))?;
                        match self.edges.side(line.stream, at, number) {
                            Side::Before => continue,
                            Side::Ours => {}
                            Side::Beyond => {
                                self.over = true;
                                break;
                            }
                        }
                        self.reader.count(&line).map_err(Trouble::BadFile)?;
                        if self.is_news(&line, number)? {
                            self.take(line, &mut lines, steps);
                        }
                        if self.builder.is_full() {
                            steps.push_back(Step::Segment(self.builder.finish()));
                        }
                    }
                    Read::Foot(foot) => self.foot = Some(foot),
                }
            }
            let kept = lines.iter().map(|line| line.text.to_owned());
            self.texts.extend(kept);
            hand_out(&mut self.network, steps);
            if !self.share.is_whole() {
                steps.push_back(Step::Counted(self.reader.take_counted()));
            }
        }
        Ok(())
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
        let Some(preview) = &mut self.preview else {
            return Ok(false);
        };
        preview.entries += 1;
        let stream = line.stream;
        let (here, folded, current) = (&self.here, &self.folded, self.current);
        let is_fresh =
            || !here.contains(&stream) && !folded.contains_key(&stream) && current != Some(stream);
        match self.seen.take(line, is_fresh) {
            Brings::Nothing => {
                preview.known += 1;
                return Ok(false);
            }
            Brings::Leaves => {
                preview.known += 1;
                self.counts.fuller += 1;
            }
            Brings::Entry => {
                self.counts.new += 1;
                preview.in_our_name += u64::from(Some(line.by) == self.desk);
                if Event::KINDS.contains(&line.kind) && !LOOKED_INTO.contains(&line.kind) {
                    return Ok(true);
                }
                match Event::read(line.kind, line.data) {
                    Event::Unknown { kind } => *self.unknown.entry(kind).or_default() += 1,
                    Event::Erased(data) => {
                        // Each once, and none that no entry can have.
                        let named = data.leaves.into_iter();
                        let named = named.filter(|leaf| (leaf.leaf as usize) < line::LEAVES);
                        let named: BTreeSet<ErasedLeaf> = named.collect();
                        self.counts.erasures += named.len() as u64;
                    }
                    _ => {}
                }
            }
        }
        Ok(true)
    }

    /// Takes a line in. `lines` are those of its stream so far, in the block that is being read.
    fn take<'b>(&mut self, line: Line<'b>, lines: &mut Vec<Line<'b>>, steps: &mut VecDeque<Step>) {
        self.builder.add(&line);
        if self.current != Some(line.stream) {
            self.finish_stream(lines, steps);
            lines.clear();
            self.current = Some(line.stream);
        }
        lines.push(line);
    }

    /// Folds the stream that was read, where it is new here and did not come before.
    fn finish_stream(&mut self, lines: &[Line<'_>], steps: &mut VecDeque<Step>) {
        let Some(stream) = self.current.take() else {
            return;
        };
        let texts = std::mem::take(&mut self.texts);
        if self.here.contains(&stream) {
            self.refold.insert(stream);
            return;
        }
        if let Some(said) = self.folded.get_mut(&stream) {
            // More of it came after others: what was said of its beginning alone was said too early.
            if let Some(preview) = &mut self.preview {
                std::mem::take(said).unsay(stream, preview, &mut self.counts);
            }
            self.unplaced.remove(&stream);
            self.refold.insert(stream);
            return;
        }
        let all: Vec<Line<'_>>;
        let lines = if texts.is_empty() {
            lines
        } else {
            all = read_all(&texts)
                .into_iter()
                .chain(lines.iter().cloned())
                .collect();
            &all
        };
        let chronicle = Chronicle::tell(lines);
        self.gone.extend(chronicle.to_erase(lines));
        let withheld = chronicle.withheld();
        if !withheld.is_empty() {
            self.withheld.insert(stream, withheld);
        }
        let Some(preview) = &mut self.preview else {
            return;
        };
        let said = if stream.kind == StreamKind::CASE {
            let case = chronicle.case();
            let said = Said::of_case(&chronicle, &case);
            if !chronicle.has_beginning() {
                self.unplaced.insert(stream);
            } else if let Some(row) = CaseRow::of(&stream, &case) {
                let sealed = self.rows.put(row, Findable::of(&case, &chronicle));
                steps.extend(sealed.map(|sealed| Step::Stretch(Box::new(sealed))));
            } else {
                self.voided.extend(CaseRow::of_voided(&stream, &chronicle));
            }
            said
        } else {
            self.network.put(stream, &chronicle);
            Said::of_other(stream, &chronicle)
        };
        said.say(stream, preview, &mut self.counts);
        self.folded.insert(stream, said);
    }
}
