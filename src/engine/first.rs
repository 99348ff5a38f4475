//! The first list, kept as it stands: a long register shows it before its rows are read.
//!
//! It stands for one manifest, one end of the tail and one backup, and in any doubt is not used. As long as it alone
//! was read, the views are empty: whoever asks for more than the list, the workspace's state and
//! the lock has [`Engine::read_rows`] come first (`worker/near.rs`). Natively a workspace is always opened whole.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;
use crate::law::day::Moment;
use crate::store::Store;
use crate::views::answers::RegisterPage;
use crate::views::query::Query;
use crate::views::row;

use super::desk::DeskRecord;
use super::keep::VERSION;
use super::protocol::{Trouble, WorkspaceKind};
use super::run::{Engine, Machine};

/// With fewer cases the rows themselves are read as soon.
const LONG: usize = 500;
/// As many lines as the page asks for at once.
const LINES: usize = 256;
/// Its name among the kept views.
pub(super) const KEY: &str = "first";

/// What a register shows until its rows are read.
#[derive(Serialize, Deserialize)]
pub(super) struct FirstList {
    version: u32,
    lists: String,
    stands_for: StandsFor,
    backup: Option<Moment>,
    /// Cases in which something was done since the backup.
    pub since_backup: u64,
    organisation: StreamId,
    /// Of this office, with their names.
    pub people: Vec<(StreamId, Option<String>)>,
    pub page: RegisterPage,
    /// It was asked for: now the rows may be read.
    #[serde(skip)]
    was_shown: bool,
}

/// The record as it was when the list was made: the manifest's version, and the last place in the tail.
type StandsFor = (u64, u64);

impl<S: Store, M: Machine> Engine<S, M> {
    /// Opens a workspace as far as its first list goes, where that was kept; else whole.
    pub async fn open_first(store: S, machine: M, kind: WorkspaceKind) -> Result<Self, Trouble> {
        let mut engine = Self::over_nothing(store, machine, kind);
        engine.read_record().await?;
        engine.first = engine.kept_first().await?;
        match &engine.first {
            Some(first) => engine.first_kept = Some(first.stands_for),
            None => engine.load_views().await?,
        }
        Ok(engine)
    }

    async fn kept_first(&self) -> Result<Option<FirstList>, Trouble> {
        let Some(bytes) = self.store.view(KEY).await? else {
            return Ok(None);
        };
        let Ok(first) = serde_json::from_slice::<FirstList>(&bytes) else {
            return Ok(None);
        };
        let Some(desk) = &self.desk else {
            return Ok(None);
        };
        let holds = first.version == VERSION
            && first.lists == row::lists()
            && first.stands_for == self.stands_for()
            && first.backup == self.backup_mark().await?.map(|mark| mark.at)
            && first.organisation == desk.organisation
            && first.people.iter().any(|(id, _)| *id == desk.acting);
        Ok(holds.then_some(first))
    }

    fn stands_for(&self) -> StandsFor {
        (self.manifest.version, self.last_place())
    }

    /// Whether the views are empty and only the first list is there.
    #[must_use]
    pub fn has_rows_to_read(&self) -> bool {
        self.first.is_some()
    }

    /// Reads what [`Self::open_first`] left.
    pub async fn read_rows(&mut self) -> Result<(), Trouble> {
        if self.first.is_some() {
            self.load_views().await?;
            self.first = None;
        }
        Ok(())
    }

    /// A stretch of the register as far as the first list has it; none where it doesn't, or the rows are there.
    pub fn first_page(
        &mut self,
        query: &Query,
        search: &str,
        from: usize,
        count: usize,
    ) -> Option<RegisterPage> {
        let first = self.first.as_mut()?;
        let is_first = search.is_empty() && from == 0 && count <= LINES;
        if !is_first || *query != Query::default() {
            return None;
        }
        first.was_shown = true;
        let mut page = first.page.clone();
        page.rows.truncate(count);
        Some(page)
    }

    /// Whether the first list was shown, and the rows are still to be read; none where they are there.
    pub(super) fn waits_with_rows(&self) -> Option<bool> {
        self.first.as_ref().map(|first| first.was_shown)
    }

    /// What the first list would stand for; none where it isn't worth it, or something is damaged.
    fn to_stand_for(&self) -> Option<StandsFor> {
        let worth = self.cases.len() > LONG && self.damage.count() == 0 && self.desk.is_some();
        worth.then(|| self.stands_for())
    }

    /// Whether what is kept stands for something else than what is here.
    pub(super) fn has_first_to_keep(&self) -> bool {
        self.first.is_none() && self.first_kept != self.to_stand_for()
    }

    /// Keeps the first list as it is now.
    pub(super) async fn keep_first(&mut self) -> Result<(), Trouble> {
        let stands_for = self.to_stand_for();
        let bytes = match (stands_for, &self.desk) {
            (Some(stands_for), Some(desk)) => self.first_list(stands_for, desk).await?,
            _ => Vec::new(),
        };
        self.store.keep_views(vec![(KEY.into(), bytes)]).await?;
        self.first_kept = stands_for;
        Ok(())
    }

    async fn first_list(
        &self,
        stands_for: StandsFor,
        desk: &DeskRecord,
    ) -> Result<Vec<u8>, Trouble> {
        let backup = self.backup_mark().await?;
        let today = self.today();
        if backup.as_ref().is_some_and(|mark| mark.is_ahead(today)) {
            // What was done since depends on the day, as nothing else does.
            return Ok(Vec::new());
        }
        let first = FirstList {
            version: VERSION,
            lists: row::lists(),
            stands_for,
            since_backup: self.cases_since(backup.as_ref()),
            backup: backup.map(|mark| mark.at),
            organisation: desk.organisation,
            people: self.people_of(desk.organisation),
            page: (self.cases).page(&Query::default(), "", 0, LINES, today),
            was_shown: false,
        };
        serde_json::to_vec(&first).map_err(|error| Trouble::Store(error.to_string()))
    }
}
