//! The engine over one workspace: what it knows of it, and how it keeps up with what other tabs do.

use std::collections::{BTreeMap, BTreeSet};
use std::task::Waker;

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::context::Chance;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network;
use crate::law::day::{Day, Moment};
use crate::record::Chronicle;
use crate::store::{Manifest, Note, SegmentIndex, Store, StoreTrouble};
use crate::views::cases::Cases;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::damage::Damage;
use super::desk::DeskRecord;
use super::protocol::{Trouble, WorkspaceKind};
use super::streams::read_all;

/// What the engine takes from the machine.
#[allow(async_fn_in_trait)] // One thread.
pub trait Machine: Chance {
    /// The local time, to the minute.
    fn now(&self) -> Moment;
    /// Something changed: other tabs and open pages are to look.
    fn changed(&self);
    /// A long piece of work has come so far.
    fn progress(&self, done: u64, of: u64);
    /// Argon2 of a PIN; slow on purpose.
    fn pin_digest(&self, pin: &str, salt: &str) -> String;
    /// Whether the person stopped the work that is under way.
    fn stopped(&self) -> bool;
    /// Lets go for a moment, so that it is heard that the person stopped the work; to be asked as often as one likes.
    /// Where nothing can happen meanwhile, there is nothing to do.
    async fn breathe(&self) {}
    /// Has whoever waits woken once the person stops the work. Where nothing can happen while somebody waits, there
    /// is nothing to do.
    fn wake_when_stopped(&self, _: &Waker) {}
}

/// Of streams that have any: the leaves that are withheld, named or veiled by an erasure.
pub(super) type Withheld = BTreeMap<StreamId, BTreeSet<ErasedLeaf>>;

/// The engine over one workspace.
pub struct Engine<S: Store, M: Machine> {
    pub store: S,
    pub machine: M,
    pub kind: WorkspaceKind,
    pub(super) manifest: Manifest,
    /// Lines that are not in a segment yet, with their places; those that cannot be read lie apart.
    pub(super) tail: Vec<(u64, String)>,
    pub(super) damage: Damage,
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
    /// As long as it alone was read, `cases` and `network` are empty.
    pub(super) first: Option<super::first::FirstList>,
    /// What the first list that is kept stands for; none where none is.
    pub(super) first_kept: Option<(u64, u64)>,
    /// Stretches of cases of which only the rows were read so far.
    pub(super) unread: std::collections::VecDeque<usize>,
    /// The views are ahead of what was kept of them.
    pub(super) views_to_keep: bool,
    /// What an import or a compaction left behind when it was cut off may still lie there.
    pub(super) to_sweep: bool,
}

impl From<network::NotEntered> for Trouble {
    fn from(refusal: network::NotEntered) -> Self {
        Self::Network(refusal)
    }
}

impl From<StoreTrouble> for Trouble {
    fn from(trouble: StoreTrouble) -> Self {
        match trouble {
            StoreTrouble::Full => Self::Full,
            StoreTrouble::Stale => Self::Busy,
            StoreTrouble::Damaged(words)
            | StoreTrouble::Closed(words)
            | StoreTrouble::Failed(words) => Self::Store(words),
        }
    }
}

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
            damage: Damage::default(),
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
            first: None,
            first_kept: None,
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

    /// Says how far work has come that holds this thread for long; [`Trouble::Cancelled`] where the person stopped it.
    pub(super) async fn so_far(&self, done: u64, of: u64) -> Result<(), Trouble> {
        self.machine.progress(done, of);
        self.machine.breathe().await;
        match self.machine.stopped() {
            true => Err(Trouble::Cancelled),
            false => Ok(()),
        }
    }

    /// Reads manifest, desk and tail, and brings the views up to them.
    pub(super) async fn reload(&mut self) -> Result<(), Trouble> {
        // What is in memory may be all that is left.
        if self.was_cleared().await? {
            return Err(Trouble::Cleared);
        }
        self.save_shown().await?;
        self.read_record().await?;
        self.first = None;
        self.load_views().await
    }

    /// Reads manifest, desk and tail.
    pub(super) async fn read_record(&mut self) -> Result<(), Trouble> {
        self.manifest = self.store.manifest().await?;
        self.tail = self.store.tail(0).await?;
        self.damage = self.damage.anew();
        self.looked_into = None;
        self.indexes = None;
        self.desk = self.read_desk().await?;
        Ok(())
    }

    /// Whether nothing lies here any more of the desk that is at work.
    async fn was_cleared(&self) -> Result<bool, Trouble> {
        Ok(self.desk.is_some()
            && self.store.note(Note::Desk).await?.is_none()
            && self.store.manifest().await?.version == 0
            && self.store.tail(0).await?.is_empty())
    }

    /// Why nothing could be written: where there is no desk any more, whether all else is gone too.
    pub(super) async fn not_written(&self, trouble: Trouble) -> Trouble {
        match trouble {
            Trouble::NoDesk if self.was_cleared().await == Ok(true) => Trouble::Cleared,
            trouble => trouble,
        }
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
        Ok(DeskRecord::read(text.as_deref()))
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
        self.read_rows().await?;
        self.take_fresh(fresh).await?;
        Ok(true)
    }

    pub(super) async fn take_fresh(&mut self, fresh: Vec<(u64, String)>) -> Result<(), Trouble> {
        let streams = self.sift(fresh);
        self.refold(streams).await?;
        self.weigh_damage().await
    }

    /// Whether nothing was ever written here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.manifest.segments.is_empty() && self.tail.is_empty() && self.damage.tail.is_empty()
    }

    pub(super) fn last_place(&self) -> u64 {
        let last = self.tail.last().map_or(0, |(place, _)| *place);
        self.damage.last_place().max(last)
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
            let counts = row.is_some();
            self.cases.put(&stream, row);
            if !counts && let Some((row, findable)) = CaseRow::of_voided(&stream, chronicle) {
                self.cases.put_voided(&stream, row, findable);
            }
        } else {
            self.network.put(stream, chronicle);
        }
    }
}
