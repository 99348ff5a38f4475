//! What reads and folds the record: opening a workspace that holds something, taking in what other tabs did,
//! saving, compacting. A first visit has none of it to do; it comes in a volume (`volume`).

use std::collections::BTreeSet;

use super::super::desk::DeskRecord;
use super::super::machine::Browser;
use super::super::protocol::{Trouble, WorkspaceKind, WorkspaceLine};
use super::super::run::Engine;
use super::Open;
use crate::domain::id::StreamKind;
use crate::record::line;
use crate::store::indexed_db::IndexedDb;
use crate::store::{Note, Store};

/// Opens a workspace and reads what it keeps, of a long register what it shows first.
pub(super) async fn open(
    store: IndexedDb,
    browser: Browser,
    kind: WorkspaceKind,
) -> Result<Open, Trouble> {
    let mut engine = Engine::open_first(store, browser, kind).await?;
    engine.to_sweep = true;
    Ok(engine)
}

/// A workspace as the way in lists it; none where there is neither a desk nor a case.
pub(super) async fn describe(store: &IndexedDb, kind: WorkspaceKind) -> Option<WorkspaceLine> {
    let desk = store.note(Note::Desk).await.ok()?;
    let organisation = DeskRecord::read(desk.as_deref()).map(|desk| desk.organisation_name);
    let cases = cases_in(store).await.unwrap_or(0);
    (organisation.is_some() || cases > 0).then_some(WorkspaceLine {
        kind,
        organisation,
        cases,
    })
}

async fn cases_in(store: &IndexedDb) -> Result<u64, Trouble> {
    let segments = store.manifest().await?.segments;
    let keys: Vec<u32> = segments.iter().map(|segment| segment.key).collect();
    let indexes = store.indexes(&keys).await?;
    let mut streams: BTreeSet<_> = indexes.into_iter().flat_map(|one| one.streams).collect();
    for (_, text) in store.tail(0).await? {
        streams.extend(line::read(text.as_bytes()).ok().map(|line| line.stream));
    }
    Ok(streams
        .iter()
        .filter(|stream| stream.kind == StreamKind::CASE)
        .count() as u64)
}
