//! A workspace in the browser's IndexedDB: one database, named by the app's path and the workspace,
//! for two deployments may share an origin.
//!
//! A thin wrapper of our own over web-sys: an append must read, decide and put within one
//! transaction, strictly durable, and tell a full disk from a closed connection; indexed_db_futures
//! hides what these need (which request failed, when the transaction completed).

mod connection;
mod locks;
mod transaction;
mod values;

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::ops::RangeInclusive;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbRequest};

use self::connection::Connection;
pub use self::connection::names;
use self::locks::Holding;
use self::transaction::{Transaction, trouble};
pub use self::values::Held;
use self::values::{after, bytes_of, lines_of, manifest_of, places};
use super::{
    Append, Appending, Manifest, Note, Packed, SegmentIndex, Store, StoreTrouble, TailLine, segment,
};

const MANIFEST: &str = "manifest";
const SEGMENTS: &str = "segments";
const INDEXES: &str = "indexes";
const TAIL: &str = "tail";
const ABOUT: &str = "about";
const DRAFTS: &str = "drafts";
const VIEWS: &str = "views";
const STORES: [&str; 7] = [MANIFEST, SEGMENTS, INDEXES, TAIL, ABOUT, DRAFTS, VIEWS];
/// The key of the manifest in force.
const IN_FORCE: &str = "in_force";

/// A workspace's database.
pub struct IndexedDb {
    connection: Connection,
    /// Transactions that stage segments and are on their way to the disk, the oldest first.
    staging: RefCell<VecDeque<Transaction>>,
    /// Held while segments lie here that no manifest names.
    staged: Holding,
}

/// So many transactions that stage segments may be on their way at once: the disk works while the next is read,
/// and what waits for it stays small.
const ON_THEIR_WAY: usize = 2;

impl IndexedDb {
    #[must_use]
    pub fn new(name: String) -> Self {
        Self {
            connection: Connection::to(name),
            staging: RefCell::default(),
            staged: Holding::default(),
        }
    }

    /// Waits until no more than so many of them are on their way.
    async fn staged_but(&self, most: usize) -> Result<(), StoreTrouble> {
        loop {
            let oldest = {
                let mut staging = self.staging.borrow_mut();
                if staging.len() <= most {
                    return Ok(());
                }
                staging.pop_front()
            };
            if let Some(oldest) = oldest {
                oldest.done().await?;
            }
        }
    }
}

/// Keys of segments that the manifest in force does not name.
async fn unnamed(transaction: &Transaction) -> Result<Vec<JsValue>, StoreTrouble> {
    let manifest = manifest_of(&transaction.get(MANIFEST, &IN_FORCE.into()).await?)?;
    let named: BTreeSet<u32> = manifest.segments.iter().map(|s| s.key).collect();
    let is_named = |key: f64| named.contains(&(key as u32));
    let keys = transaction.keys(SEGMENTS).await?;
    Ok(keys
        .iter()
        .filter(|key| !key.as_f64().is_some_and(is_named))
        .collect())
}

impl Store for IndexedDb {
    async fn manifest(&self) -> Result<Manifest, StoreTrouble> {
        manifest_of(&self.connection.get(MANIFEST, &IN_FORCE.into()).await?)
    }

    async fn tail(&self, place: u64) -> Result<Vec<TailLine>, StoreTrouble> {
        let range = after(place)?;
        let read = async || {
            let transaction = self.connection.begin(&[TAIL], false).await?;
            transaction.all(TAIL, &range).await
        };
        let (keys, values) = self.connection.again(read).await?;
        Ok(places(&keys, &values))
    }

    async fn append<E>(
        &self,
        manifest: u64,
        place: u64,
        decide: impl FnOnce(Appending) -> Result<Append, E>,
    ) -> Result<Result<Vec<u64>, E>, StoreTrouble> {
        let transaction = self
            .connection
            .begin(&[MANIFEST, TAIL, ABOUT], true)
            .await?;
        if manifest_of(&transaction.get(MANIFEST, &IN_FORCE.into()).await?)?.version != manifest {
            return Err(StoreTrouble::Stale);
        }
        let desk = transaction
            .get(ABOUT, &Note::Desk.key().into())
            .await?
            .as_string();
        let (keys, values) = transaction.all(TAIL, &after(place)?).await?;
        let append = match decide(Appending {
            fresh: places(&keys, &values),
            desk,
        }) {
            Ok(append) => append,
            Err(error) => return Ok(Err(error)),
        };
        let tail = transaction.store(TAIL)?;
        let mut requests = Vec::new();
        for line in &append.lines {
            requests.push(
                tail.add(&JsValue::from_str(line))
                    .map_err(|e| trouble(&e))?,
            );
        }
        if let Some(desk) = &append.desk {
            transaction.put(ABOUT, &Note::Desk.key().into(), &desk.into())?;
        }
        transaction.done().await?;
        let place = |request: &IdbRequest| {
            request
                .result()
                .ok()
                .and_then(|key| key.as_f64())
                .unwrap_or(0.0) as u64
        };
        Ok(Ok(requests.iter().map(place).collect()))
    }

    async fn segment(&self, key: u32) -> Result<Vec<u8>, StoreTrouble> {
        let packed = bytes_of(&self.connection.get(SEGMENTS, &key.into()).await?);
        let packed =
            packed.ok_or_else(|| StoreTrouble::Damaged(format!("segment {key} is not there")))?;
        segment::unpack(&packed)
    }

    async fn indexes(&self, keys: &[u32]) -> Result<Vec<SegmentIndex>, StoreTrouble> {
        let mut indexes = Vec::with_capacity(keys.len());
        let asked = keys.iter().map(|key| JsValue::from(*key)).collect();
        self.connection
            .each_of(INDEXES, asked, |value| {
                let index = bytes_of(value).map(|bytes| SegmentIndex::from_bytes(&bytes));
                indexes.push(index.unwrap_or_default());
            })
            .await?;
        Ok(indexes)
    }

    async fn stage(&self, segments: &[(u32, &Packed)]) -> Result<(), StoreTrouble> {
        if self.staged.is_free() {
            self.staged
                .hold(locks::together(&self.connection.name).await);
        }
        let transaction = self.connection.begin(&[SEGMENTS, INDEXES], true).await?;
        for (key, segment) in segments {
            let key = JsValue::from(*key);
            transaction.put(SEGMENTS, &key, &lines_of(&segment.lines.0))?;
            transaction.put(INDEXES, &key, &Uint8Array::from(segment.index.as_slice()))?;
        }
        self.staging.borrow_mut().push_back(transaction);
        self.staged_but(ON_THEIR_WAY).await
    }

    async fn put_in_force(
        &self,
        from: u64,
        manifest: &Manifest,
        tail: &[RangeInclusive<u64>],
        desk: Option<&str>,
    ) -> Result<(), StoreTrouble> {
        self.staged_but(0).await?;
        let transaction = self
            .connection
            .begin(&[MANIFEST, TAIL, SEGMENTS, ABOUT], true)
            .await?;
        let before = manifest_of(&transaction.get(MANIFEST, &IN_FORCE.into()).await?)?;
        if before.version != from {
            return Err(StoreTrouble::Stale);
        }
        // What is not there must not be named: the browser may have cleared this site's data meanwhile. One that was
        // in force and is gone stays named, or nothing would ever tell of it.
        let lie: BTreeSet<u32> = transaction
            .keys(SEGMENTS)
            .await?
            .iter()
            .filter_map(|key| Some(key.as_f64()? as u32))
            .collect();
        let named = |key| before.segments.iter().any(|s| s.key == key);
        if manifest
            .segments
            .iter()
            .any(|s| !lie.contains(&s.key) && !named(s.key))
        {
            return Err(StoreTrouble::Stale);
        }
        let text = serde_json::to_string(manifest)
            .map_err(|error| StoreTrouble::Failed(error.to_string()))?;
        transaction.put(MANIFEST, &IN_FORCE.into(), &text.into())?;
        for gone in tail {
            let (from, to) = (*gone.start() as f64, *gone.end() as f64);
            let range = IdbKeyRange::bound(&JsValue::from_f64(from), &JsValue::from_f64(to))
                .map_err(|e| trouble(&e))?;
            transaction.delete(TAIL, &range)?;
        }
        if let Some(desk) = desk {
            transaction.put(ABOUT, &Note::Desk.key().into(), &desk.into())?;
        }
        transaction.done().await?;
        self.staged.release();
        Ok(())
    }

    async fn unstage(&self, keys: &[u32]) -> Result<(), StoreTrouble> {
        // One that failed has left nothing to drop.
        while self.staged_but(0).await.is_err() {}
        let transaction = self.connection.begin(&[SEGMENTS, INDEXES], true).await?;
        for key in keys {
            transaction.delete(SEGMENTS, &(*key).into())?;
            transaction.delete(INDEXES, &(*key).into())?;
        }
        transaction.done().await?;
        self.staged.release();
        Ok(())
    }

    async fn sweep(&self) -> Result<(), StoreTrouble> {
        let Some(_alone) = locks::alone(&self.connection.name).await else {
            // Another tab has staged what it is going to put in force, or to drop itself.
            return Ok(());
        };
        let stores = [MANIFEST, SEGMENTS, INDEXES];
        // To look is cheap, to write is not, and hardly ever is there anything to sweep.
        if unnamed(&self.connection.begin(&stores, false).await?)
            .await?
            .is_empty()
        {
            return Ok(());
        }
        let transaction = self.connection.begin(&stores, true).await?;
        for key in unnamed(&transaction).await? {
            transaction.delete(SEGMENTS, &key)?;
            transaction.delete(INDEXES, &key)?;
        }
        transaction.done().await
    }

    async fn note(&self, note: Note) -> Result<Option<String>, StoreTrouble> {
        Ok(self
            .connection
            .get(ABOUT, &note.key().into())
            .await?
            .as_string())
    }

    async fn set_note(&self, note: Note, text: &str) -> Result<(), StoreTrouble> {
        self.connection.put(ABOUT, note.key(), &text.into()).await
    }

    async fn draft(&self, form: &str) -> Result<Option<String>, StoreTrouble> {
        Ok(self.connection.get(DRAFTS, &form.into()).await?.as_string())
    }

    async fn keep_draft(&self, form: &str, text: &str) -> Result<(), StoreTrouble> {
        if !text.is_empty() {
            return self.connection.put(DRAFTS, form, &text.into()).await;
        }
        let transaction = self.connection.begin(&[DRAFTS], true).await?;
        transaction.delete(DRAFTS, &form.into())?;
        transaction.done().await
    }

    async fn drafts(&self) -> Result<Vec<(String, String)>, StoreTrouble> {
        let transaction = self.connection.begin(&[DRAFTS], false).await?;
        let (keys, values) = transaction.all(DRAFTS, &JsValue::UNDEFINED).await?;
        Ok(keys
            .iter()
            .zip(values.iter())
            .filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)))
            .collect())
    }

    async fn view(&self, key: &str) -> Result<Option<Vec<u8>>, StoreTrouble> {
        Ok(bytes_of(&self.connection.get(VIEWS, &key.into()).await?))
    }

    async fn views(
        &self,
        keys: Vec<String>,
        mut take: impl FnMut(Vec<u8>),
    ) -> Result<(), StoreTrouble> {
        let asked = keys.into_iter().map(JsValue::from).collect();
        self.connection
            .each_of(VIEWS, asked, |value| {
                bytes_of(value).into_iter().for_each(&mut take);
            })
            .await
    }

    async fn keep_views(&self, parts: Vec<(String, Vec<u8>)>) -> Result<(), StoreTrouble> {
        let transaction = self.connection.begin(&[VIEWS], true).await?;
        for (key, bytes) in parts {
            transaction.put(VIEWS, &key.into(), &Uint8Array::from(bytes.as_slice()))?;
        }
        transaction.done().await
    }

    async fn clear(&self) -> Result<(), StoreTrouble> {
        let transaction = self.connection.begin(&STORES, true).await?;
        for store in STORES {
            transaction.store(store)?.clear().map_err(|e| trouble(&e))?;
        }
        transaction.done().await
    }
}
