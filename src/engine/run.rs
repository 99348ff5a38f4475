//! The engine over one workspace: reads it, folds it, acts on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Context;
use crate::domain::case::state::Anomaly;
use crate::domain::case::{self, Case, Command, Refusal};
use crate::domain::catalogue::{ErasedLeaf, Event};
use crate::domain::context::Chance;
use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, StreamId, StreamKind};
use crate::domain::leaf::Leaf;
use crate::law::day::{Day, Moment};
use crate::record::compose::{Composed, Head, compose, fuller};
use crate::record::{Chronicle, Line, line};
use crate::store::{Append, Appending, Manifest, Note, SegmentIndex, Store, StoreTrouble};
use crate::views::cases::Cases;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::desk::DeskRecord;
use super::protocol::{Acted, Trouble, WorkspaceKind};
use super::touch;

/// What the engine takes from the machine.
pub trait Machine: Chance {
    /// The local time, to the minute.
    fn now(&self) -> Moment;
    /// Something changed: other tabs and open pages are to look.
    fn changed(&self);
    /// A long piece of work has come so far.
    fn progress(&self, done: u64, of: u64, unit: super::protocol::ProgressUnit);
    /// Argon2 of a PIN; slow on purpose.
    fn pin_digest(&self, pin: &str, salt: &str) -> String;
    /// Whether the person stopped the work that is under way.
    fn stopped(&self) -> bool;
}

/// A line that is to be written: its stream, what happened, its leaves.
pub struct Draft {
    pub stream: StreamId,
    pub event: Event,
    pub leaves: Vec<Leaf>,
}

/// Of streams that have any: the leaves that are withheld, named or veiled by an erasure.
pub(super) type Withheld = BTreeMap<StreamId, BTreeSet<ErasedLeaf>>;

/// The engine over one workspace.
pub struct Engine<S: Store, M: Machine> {
    pub store: S,
    pub machine: M,
    pub kind: WorkspaceKind,
    pub(super) manifest: Manifest,
    /// Lines that are not in a segment yet, with their places.
    pub(super) tail: Vec<(u64, String)>,
    /// What is in the segments, read when first needed.
    pub(super) indexes: Option<Vec<(u32, SegmentIndex)>>,
    pub(super) cases: Cases,
    pub(super) network: Network,
    /// Leaves that an erasure of their stream names or veils: where they lie, they do not leave.
    pub(super) withheld: Withheld,
    /// Cases whose beginning is missing or cannot be read: they stand in no list.
    pub(super) unplaced: BTreeSet<StreamId>,
    pub(super) desk: Option<DeskRecord>,
    pub(super) staged: Option<super::import::Staged>,
    /// As long as it may be taken back.
    pub(super) last_import: Option<super::take_back::LastImport>,
    /// The segment that was unpacked last, and its key: what lies under a key is never another.
    pub(super) looked_into: Option<(u32, Vec<u8>)>,
    /// Segments that are shown and not yet on disk.
    pub(super) unsaved: std::collections::VecDeque<super::demonstrate::Unsaved>,
    /// Stretches of cases of which only the rows were read so far.
    pub(super) unread: std::collections::VecDeque<usize>,
    /// The views are ahead of what was kept of them.
    pub(super) views_to_keep: bool,
    /// What an import or a compaction left behind when it was cut off may still lie there.
    pub(super) to_sweep: bool,
}

impl From<StoreTrouble> for Trouble {
    fn from(trouble: StoreTrouble) -> Self {
        match trouble {
            StoreTrouble::Full => Self::Full,
            StoreTrouble::Stale => Self::Store(String::from("another tab is busy")),
            StoreTrouble::Failed(words) => Self::Store(words),
        }
    }
}

/// Why an action was not done.
enum Undone {
    Refused(Refusal),
    Trouble(Trouble),
}

impl From<Refusal> for Undone {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Trouble> for Undone {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// How often an action is tried again when other tabs change the segments meanwhile.
const TRIES: usize = 8;

impl<S: Store, M: Machine> Engine<S, M> {
    /// A workspace in which nothing was ever written.
    #[must_use]
    pub fn over_nothing(store: S, machine: M, kind: WorkspaceKind) -> Self {
        Self {
            store,
            machine,
            kind,
            manifest: Manifest::default(),
            tail: Vec::new(),
            indexes: None,
            cases: Cases::default(),
            network: Network::default(),
            withheld: Withheld::new(),
            unplaced: BTreeSet::new(),
            desk: None,
            staged: None,
            last_import: None,
            looked_into: None,
            unsaved: std::collections::VecDeque::new(),
            unread: std::collections::VecDeque::new(),
            views_to_keep: false,
            to_sweep: false,
        }
    }

    /// Opens a workspace and reads what it keeps.
    pub async fn open(store: S, machine: M, kind: WorkspaceKind) -> Result<Self, Trouble> {
        let mut engine = Self::over_nothing(store, machine, kind);
        engine.reload().await?;
        Ok(engine)
    }

    /// Reads manifest, desk and tail, and brings the views up to them.
    pub(super) async fn reload(&mut self) -> Result<(), Trouble> {
        self.manifest = self.store.manifest().await?;
        self.tail = self.store.tail(0).await?;
        self.looked_into = None;
        self.indexes = None;
        self.desk = self.read_desk().await?;
        self.load_views().await
    }

    /// A desk that was at work elsewhere, as it goes on here: under a new key, for two desks never share one.
    pub(super) fn renewed(&self, desk: DeskRecord) -> DeskRecord {
        DeskRecord {
            key: DeskRecord::new_key(&self.machine),
            seq: 0,
            ..desk
        }
    }

    pub(super) async fn read_desk(&self) -> Result<Option<DeskRecord>, Trouble> {
        let text = self.store.note(Note::Desk).await?;
        text.map(|text| DeskRecord::read(&text)).transpose()
    }

    /// Takes in what other tabs did; gives whether there was anything.
    pub async fn look(&mut self) -> Result<bool, Trouble> {
        let manifest = self.store.manifest().await?;
        if manifest.version != self.manifest.version {
            self.reload().await?;
            return Ok(true);
        }
        let fresh = self.store.tail(self.last_place()).await?;
        if fresh.is_empty() {
            return Ok(false);
        }
        self.desk = self.read_desk().await?;
        self.take_fresh(fresh).await?;
        Ok(true)
    }

    async fn take_fresh(&mut self, fresh: Vec<(u64, String)>) -> Result<(), Trouble> {
        let streams: BTreeSet<StreamId> = fresh
            .iter()
            .filter_map(|(_, text)| Some(line::read(text.as_bytes()).ok()?.stream))
            .collect();
        self.tail.extend(fresh);
        self.refold(streams).await
    }

    /// Whether nothing was ever written here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.manifest.segments.is_empty() && self.tail.is_empty()
    }

    pub(super) fn last_place(&self) -> u64 {
        self.tail.last().map_or(0, |(place, _)| *place)
    }

    /// A key for a segment that is to be staged: by chance, for other tabs stage as well.
    pub(super) fn new_segment(&self) -> u32 {
        loop {
            let mut bytes = [0; 4];
            self.machine.fill(&mut bytes);
            let key = u32::from_le_bytes(bytes);
            if !self.manifest.segments.iter().any(|s| s.key == key) {
                return key;
            }
        }
    }

    pub(super) fn today(&self) -> Day {
        self.machine.now().day()
    }

    /// The lines of a stream, each entry once, with all the leaves that are here.
    pub(super) async fn lines(&mut self, stream: &StreamId) -> Result<Vec<String>, Trouble> {
        let mut texts = Vec::new();
        for key in self.segments_of(stream).await? {
            // Whoever looks into a case does so again: to act in it, and to see what came of it.
            let segment = match self.looked_into.take() {
                Some((last, segment)) if last == key => segment,
                _ => self.segment(key).await?,
            };
            collect_stream(&segment, stream, &mut texts);
            self.looked_into = Some((key, segment));
        }
        let needle = needle(stream);
        texts.extend(
            self.tail
                .iter()
                .filter(|(_, text)| text.contains(&needle))
                .map(|(_, text)| text.clone()),
        );
        Ok(united(texts))
    }

    async fn segments_of(&mut self, stream: &StreamId) -> Result<Vec<u32>, Trouble> {
        if self.manifest.segments.is_empty() {
            return Ok(Vec::new());
        }
        let indexes = self.load_indexes().await?;
        Ok(indexes
            .iter()
            .filter(|(_, index)| index.streams.binary_search(stream).is_ok())
            .map(|(key, _)| *key)
            .collect())
    }

    pub(super) async fn load_indexes(&mut self) -> Result<&[(u32, SegmentIndex)], Trouble> {
        if self.indexes.is_none() {
            let segments = &self.manifest.segments;
            let keys: Vec<u32> = segments.iter().map(|segment| segment.key).collect();
            let indexes = self.store.indexes(&keys).await?;
            self.indexes = Some(keys.into_iter().zip(indexes).collect());
        }
        Ok(self.indexes.as_deref().unwrap_or_default())
    }

    /// Folds streams anew and puts what they say into the views.
    pub(super) async fn refold(
        &mut self,
        streams: impl IntoIterator<Item = StreamId>,
    ) -> Result<(), Trouble> {
        let streams = streams.into_iter().collect();
        self.each_stream(streams, |engine, stream, lines| {
            engine.put_told(stream, &Chronicle::tell(lines));
        })
        .await
    }

    /// Puts what the lines of one stream say into the views.
    pub(super) fn put_view(&mut self, stream: StreamId, texts: &[String]) {
        self.put_told(stream, &Chronicle::tell(&read_all(texts)));
    }

    /// Puts a stream that was told into the views.
    pub(super) fn put_told(&mut self, stream: StreamId, chronicle: &Chronicle) {
        let withheld = chronicle.withheld();
        if withheld.is_empty() {
            self.withheld.remove(&stream);
        } else {
            self.withheld.insert(stream, withheld);
        }
        if stream.kind == StreamKind::CASE {
            if chronicle.told.is_empty() || chronicle.has_beginning() {
                self.unplaced.remove(&stream);
            } else {
                self.unplaced.insert(stream);
            }
            let case = chronicle.case();
            let row = CaseRow::of(&stream, &case).map(|row| (row, Findable::of(&case, chronicle)));
            self.cases.put(&stream, row);
        } else {
            self.network.put(stream, chronicle);
        }
    }

    /// Acts on a case, or registers one where `case` is none; or says which rule says no.
    pub async fn act(
        &mut self,
        case: Option<StreamId>,
        seen: &[EntryId],
        command: Command,
    ) -> Result<Result<Acted, Refusal>, Trouble> {
        let stream = case.unwrap_or_else(|| {
            let mut random = [0; 16];
            self.machine.fill(&mut random);
            StreamId::new(StreamKind::CASE, random)
        });
        for _ in 0..TRIES {
            let known = self.lines(&stream).await?;
            match self.try_act(stream, &known, seen, command.clone()).await {
                Err(StoreTrouble::Stale) => self.reload().await?,
                Err(trouble) => return Err(trouble.into()),
                Ok(Err(Undone::Refused(refusal))) => return Ok(Err(refusal)),
                Ok(Err(Undone::Trouble(trouble))) => return Err(trouble),
                Ok(Ok(entries)) => {
                    self.refold([stream]).await?;
                    self.machine.changed();
                    return Ok(Ok(Acted {
                        case: stream,
                        entries,
                    }));
                }
            }
        }
        Err(StoreTrouble::Stale.into())
    }

    async fn try_act(
        &mut self,
        stream: StreamId,
        known: &[String],
        seen: &[EntryId],
        command: Command,
    ) -> Result<Result<Vec<EntryId>, Undone>, StoreTrouble> {
        let now = self.machine.now();
        let numbered = matches!(command, Command::Register(ref intake) if intake.number.is_none());
        // Looked for among all rows: only where a number is to be given.
        let least = self
            .desk
            .as_ref()
            .filter(|_| numbered)
            .map_or(0, |desk| self.greatest_number(desk, now.day().year()));
        let machine = &self.machine;
        let world = self.kind.world();
        let mut fresh_lines = Vec::new();
        let mut made = Vec::new();
        let mut desk_after = None;
        let after = self.tail.last().map_or(0, |(place, _)| *place);
        let decide = |appending: Appending| -> Result<Append, Undone> {
            let desk = appending.desk.as_deref().ok_or(Trouble::NoDesk)?;
            let mut desk = DeskRecord::read(desk)?;
            fresh_lines = appending.fresh;
            let mut texts = known.to_vec();
            texts.extend(
                fresh_lines
                    .iter()
                    .map(|(_, text)| text.clone())
                    .filter(|text| text.contains(&needle(&stream))),
            );
            let texts = united(texts);
            let lines = read_all(&texts);
            let chronicle = Chronicle::tell(&lines);
            let state = chronicle.case();
            touch::unseen(&chronicle, seen, &command)?;
            let year = now.day().year();
            let n = desk.numbers.get(&year).copied().unwrap_or(0).max(least) + 1;
            let number = desk.number(year, n);
            let context = Context {
                now,
                who: desk.acting,
                next_number: Some(&number),
                chance: machine,
            };
            let decided = decide_on(&state, &chronicle, command, &context)?;
            if numbered {
                desk.numbers.insert(year, n);
            }
            made = write(&mut desk, &world, stream, &chronicle, decided, now, machine);
            let desk = desk_after.insert(desk);
            Ok(Append {
                lines: made.iter().map(|c| c.line.clone()).collect(),
                desk: Some(desk.text()?),
            })
        };
        let places = match self
            .store
            .append(self.manifest.version, after, decide)
            .await?
        {
            Ok(places) => places,
            Err(trouble) => return Ok(Err(trouble)),
        };
        if let Err(trouble) = self.take_fresh(fresh_lines).await {
            return Ok(Err(trouble.into()));
        }
        let ids = made.iter().map(|c| c.id).collect();
        self.tail
            .extend(places.into_iter().zip(made.into_iter().map(|c| c.line)));
        self.desk = desk_after.or_else(|| self.desk.take());
        Ok(Ok(ids))
    }

    /// The greatest number that this office has given in a year.
    fn greatest_number(&self, desk: &DeskRecord, year: i32) -> u64 {
        let numbers = self
            .cases
            .rows()
            .filter(|row| row.organisation == desk.organisation.random);
        numbers
            .filter_map(|row| desk.n_of(year, row.number.as_deref()?))
            .max()
            .unwrap_or(0)
    }

    /// The number that the next case would get, and the count in it.
    #[must_use]
    pub fn next_number(&self, year: i32) -> (u64, String) {
        self.desk.as_ref().map_or((1, String::new()), |desk| {
            let n = desk
                .numbers
                .get(&year)
                .copied()
                .unwrap_or(0)
                .max(self.greatest_number(desk, year))
                + 1;
            (n, desk.number(year, n))
        })
    }

    /// Appends first facts of streams that are not cases: organisations, mediators.
    pub(super) async fn append(
        &mut self,
        drafts: Vec<Draft>,
        desk: DeskRecord,
    ) -> Result<(), Trouble> {
        let now = self.machine.now();
        let world = self.kind.world();
        let streams: Vec<StreamId> = drafts.iter().map(|d| d.stream).collect();
        let mut written = Vec::new();
        let mut fresh = Vec::new();
        let mut after = None;
        let mut first = Some((drafts, desk));
        let decide = |appending: Appending, machine: &M| -> Result<Append, Trouble> {
            let (drafts, mut desk) = first.take().ok_or(Trouble::NoDesk)?;
            // Another tab may have written since: its count goes on.
            fresh = appending.fresh;
            let lies = appending.desk.as_deref();
            let lies = lies.and_then(|text| DeskRecord::read(text).ok());
            if let Some(lies) = lies.filter(|lies| lies.key == desk.key) {
                desk.seq = desk.seq.max(lies.seq);
            }
            for draft in drafts {
                let made = vec![case::Made {
                    event: draft.event,
                    leaves: draft.leaves,
                }];
                written.extend(write(
                    &mut desk,
                    &world,
                    draft.stream,
                    &Chronicle::default(),
                    made,
                    now,
                    machine,
                ));
            }
            let desk = after.insert(desk);
            Ok(Append {
                lines: written.iter().map(|c| c.line.clone()).collect(),
                desk: Some(desk.text()?),
            })
        };
        let places = self.append_in_turn(decide).await?;
        // Left out, they would lie before our place unseen, and compaction would drop them.
        self.take_fresh(fresh).await?;
        self.tail
            .extend(places.into_iter().zip(written.into_iter().map(|c| c.line)));
        self.desk = after;
        self.refold(streams).await?;
        self.machine.changed();
        Ok(())
    }

    /// Appends; where another tab has put other segments in force meanwhile, looks at them and tries again.
    /// `decide` has not run then.
    pub(super) async fn append_in_turn(
        &mut self,
        mut decide: impl FnMut(Appending, &M) -> Result<Append, Trouble>,
    ) -> Result<Vec<u64>, Trouble> {
        for _ in 0..TRIES {
            let machine = &self.machine;
            let appended = self
                .store
                .append(self.manifest.version, self.last_place(), |appending| {
                    decide(appending, machine)
                })
                .await;
            match appended {
                Err(StoreTrouble::Stale) => self.reload().await?,
                appended => return appended?,
            }
        }
        Err(StoreTrouble::Stale.into())
    }
}

/// `decide`, and what the record adds to it: an undo names the stream's last live entry, or the last that says
/// something, for what came after another may stand on it. What an anomaly is about can always be taken back where
/// that settles it.
fn decide_on(
    state: &Case,
    chronicle: &Chronicle,
    command: Command,
    context: &Context<'_>,
) -> Result<Vec<case::Made>, Refusal> {
    if let Command::Retract { entry, .. } = &command {
        let told = chronicle
            .find(entry)
            .ok_or(Refusal::NotThere(case::refusal::Slot::Text))?;
        let is_it = |fact: &Fact| fact.id == *entry;
        let says = |fact: &&Fact| !matches!(fact.event, Event::Retracted(_));
        let last = chronicle.live().last().is_some_and(is_it)
            || chronicle.live().filter(says).last().is_some_and(is_it);
        let settles = |anomaly: &Anomaly| anomaly.entry() == *entry && anomaly.can_be_taken_back();
        if told.retracted_by.is_some() || !(last || state.anomalies.iter().any(settles)) {
            return Err(Refusal::GoneOn);
        }
    }
    case::decide(state, command, context)
}

/// Writes what was decided after the stream's heads, one entry after the other.
pub(super) fn write(
    desk: &mut DeskRecord,
    world: &crate::record::World,
    stream: StreamId,
    chronicle: &Chronicle,
    decided: Vec<case::Made>,
    now: Moment,
    chance: &dyn Chance,
) -> Vec<Composed> {
    let mut after = chronicle.heads.clone();
    let by = desk.id();
    let who = desk.acting;
    let mut written = Vec::with_capacity(decided.len());
    for (n, made) in (chronicle.n + 1..).zip(decided) {
        desk.seq += 1;
        let head = Head {
            after: &after,
            at: now,
            by,
            n,
            seq: desk.seq,
            stream,
            who,
            world,
        };
        let composed = compose(&head, &made.event, &made.leaves, chance);
        after = vec![composed.id];
        written.push(composed);
    }
    written
}

fn needle(stream: &StreamId) -> String {
    format!("\"stream\":\"{stream}\"")
}

/// Adds the lines of one stream in a segment.
pub(super) fn collect_stream(segment: &[u8], stream: &StreamId, texts: &mut Vec<String>) {
    let needle = needle(stream);
    let finder = memchr::memmem::Finder::new(needle.as_bytes());
    let mut from = 0;
    while let Some(at) = finder.find(&segment[from..]) {
        let at = from + at;
        let start = memchr::memrchr(b'\n', &segment[..at]).map_or(0, |i| i + 1);
        let end = memchr::memchr(b'\n', &segment[at..]).map_or(segment.len(), |i| at + i);
        texts.push(String::from_utf8_lossy(&segment[start..end]).into_owned());
        from = end;
    }
}

/// Each entry once, with the leaves of every copy. A line that quotes the stream in a text but is
/// not of it was read too far: its own stream tells.
pub(super) fn united(texts: Vec<String>) -> Vec<String> {
    let mut by_id: BTreeMap<EntryId, String> = BTreeMap::new();
    for text in texts {
        let Ok(line) = line::read(text.as_bytes()) else {
            continue;
        };
        let merged = match by_id.get(&line.id) {
            None => None,
            Some(known) if *known == text => continue,
            Some(known) => line::read(known.as_bytes())
                .ok()
                .map(|known| fuller(&known, &line)),
        };
        let id = line.id;
        by_id.insert(id, merged.unwrap_or(text));
    }
    by_id.into_values().collect()
}

pub(super) fn read_all(texts: &[String]) -> Vec<Line<'_>> {
    texts
        .iter()
        .filter_map(|text| line::read(text.as_bytes()).ok())
        .collect()
}
