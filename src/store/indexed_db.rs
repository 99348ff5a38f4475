//! A workspace in the browser's IndexedDB: one database, named by the app's path and the workspace,
//! for two deployments may share an origin.
//!
//! A thin wrapper of our own over web-sys: an append must read, decide and put within one
//! transaction, strictly durable, and tell a full disk from a closed connection; indexed_db_futures
//! hides what these need (which request failed, when the transaction completed).

mod locks;
mod transaction;
mod values;

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::ops::RangeInclusive;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStoreParameters, IdbRequest, IdbTransaction,
};

use self::locks::Holding;
use self::transaction::{Transaction, settled, trouble};
pub use self::values::Held;
use self::values::{after, bytes_of, lines_of, manifest_of, places};
use super::{
    Append, Appending, Manifest, Note, Packed, SegmentIndex, Store, StoreTrouble, TailLine, segment,
};

#[wasm_bindgen]
extern "C" {
    /// `transaction` with its options, which web-sys keeps behind a flag.
    #[derive(Clone)]
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction_with(
        this: &Database,
        stores: &JsValue,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

const VERSION: u32 = 1;
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

/// A workspace's database. The connection is opened when needed: the browser may close it at any time.
pub struct IndexedDb {
    name: String,
    connection: RefCell<Option<Database>>,
    /// Transactions that stage segments and are on their way to the disk, the oldest first.
    staging: RefCell<VecDeque<Transaction>>,
    /// Held while segments lie here that no manifest names.
    staged: Holding,
}

/// So many transactions that stage segments may be on their way at once: the disk works while the next is read,
/// and what waits for it stays small.
const ON_THEIR_WAY: usize = 2;
/// So many values are asked for at once, of about a MiB at most.
const AHEAD: usize = 16;

impl IndexedDb {
    #[must_use]
    pub fn new(name: String) -> Self {
        Self {
            name,
            connection: RefCell::new(None),
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

    async fn database(&self) -> Result<Database, JsValue> {
        if let Some(database) = self.connection.borrow().as_ref() {
            return Ok(database.clone());
        }
        let request = factory()?.open_with_u32(&self.name, VERSION)?;
        let upgraded = request.clone();
        let upgrade = Closure::once_into_js(move || {
            let Ok(database) = upgraded.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
                return;
            };
            for store in STORES {
                let options = IdbObjectStoreParameters::new();
                if store == TAIL {
                    options.set_auto_increment(true);
                }
                // A store that is there already stays as it is.
                let _ = database.create_object_store_with_optional_parameters(store, &options);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: Database = settled(&request).await?.unchecked_into();
        // Another tab wants to change the database: let go, and open again when asked next.
        let other: IdbDatabase = database.clone().unchecked_into();
        let let_go = Closure::once_into_js(move || other.close());
        database.set_onversionchange(Some(let_go.unchecked_ref()));
        *self.connection.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Opens a transaction; a connection that was closed behind our back is opened once more.
    async fn begin(&self, stores: &[&str], write: bool) -> Result<Transaction, StoreTrouble> {
        let names: Array = stores.iter().map(|s| JsValue::from_str(s)).collect();
        for attempt in 0..2 {
            let database = self.database().await.map_err(|e| trouble(&e))?;
            let options = js_sys::Object::new();
            let _ = Reflect::set(
                &options,
                &"durability".into(),
                &if write { "strict" } else { "relaxed" }.into(),
            );
            match database.transaction_with(
                &names,
                if write { "readwrite" } else { "readonly" },
                &options,
            ) {
                Ok(transaction) => return Ok(Transaction::of(transaction)),
                Err(error) if attempt == 1 => return Err(trouble(&error)),
                Err(_) => drop(self.connection.borrow_mut().take()),
            }
        }
        Err(StoreTrouble::Failed(String::from(
            "the connection was closed",
        )))
    }

    /// What lies under these keys, in their order; the disk reads the next while one is taken.
    async fn each_of(
        &self,
        store: &str,
        keys: Vec<JsValue>,
        mut take: impl FnMut(&JsValue),
    ) -> Result<(), StoreTrouble> {
        for keys in keys.chunks(AHEAD) {
            let transaction = self.begin(&[store], false).await?;
            let store = transaction.store(store)?;
            let mut asked = Vec::with_capacity(keys.len());
            for key in keys {
                let request = store.get(key).map_err(|e| trouble(&e))?;
                asked.push(settled(&request));
            }
            for request in asked {
                take(&request.await.map_err(|e| trouble(&e))?);
            }
        }
        Ok(())
    }

    async fn get(&self, store: &str, key: &JsValue) -> Result<JsValue, StoreTrouble> {
        let transaction = self.begin(&[store], false).await?;
        transaction.get(store, key).await
    }

    async fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StoreTrouble> {
        let transaction = self.begin(&[store], true).await?;
        transaction.put(store, &key.into(), value)?;
        transaction.done().await
    }
}

fn factory() -> Result<IdbFactory, JsValue> {
    // The page and the worker both have it, under the same name.
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())?;
    factory.dyn_into()
}

/// Names of this origin's databases; none where the browser does not tell.
pub async fn names() -> Vec<String> {
    let listed = async {
        let factory = factory()?;
        let list: Function = Reflect::get(&factory, &"databases".into())?.dyn_into()?;
        let promise: Promise = list.call0(&factory)?.dyn_into()?;
        JsFuture::from(promise).await
    };
    let Ok(list) = listed.await else {
        return Vec::new();
    };
    Array::from(&list)
        .iter()
        .filter_map(|d| Reflect::get(&d, &"name".into()).ok()?.as_string())
        .collect()
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
        manifest_of(&self.get(MANIFEST, &IN_FORCE.into()).await?)
    }

    async fn tail(&self, place: u64) -> Result<Vec<TailLine>, StoreTrouble> {
        let transaction = self.begin(&[TAIL], false).await?;
        let (keys, values) = transaction.all(TAIL, &after(place)?).await?;
        Ok(places(&keys, &values))
    }

    async fn append<E>(
        &self,
        manifest: u64,
        place: u64,
        decide: impl FnOnce(Appending) -> Result<Append, E>,
    ) -> Result<Result<Vec<u64>, E>, StoreTrouble> {
        let transaction = self.begin(&[MANIFEST, TAIL, ABOUT], true).await?;
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
        let packed = bytes_of(&self.get(SEGMENTS, &key.into()).await?);
        let packed =
            packed.ok_or_else(|| StoreTrouble::Damaged(format!("segment {key} is not there")))?;
        segment::unpack(&packed)
    }

    async fn indexes(&self, keys: &[u32]) -> Result<Vec<SegmentIndex>, StoreTrouble> {
        let mut indexes = Vec::with_capacity(keys.len());
        let asked = keys.iter().map(|key| JsValue::from(*key)).collect();
        self.each_of(INDEXES, asked, |value| {
            let index = bytes_of(value).map(|bytes| SegmentIndex::from_bytes(&bytes));
            indexes.push(index.unwrap_or_default());
        })
        .await?;
        Ok(indexes)
    }

    async fn stage(&self, segments: &[(u32, &Packed)]) -> Result<(), StoreTrouble> {
        if self.staged.is_free() {
            self.staged.hold(locks::together(&self.name).await);
        }
        let transaction = self.begin(&[SEGMENTS, INDEXES], true).await?;
        for (key, segment) in segments {
            let key = JsValue::from(*key);
            transaction.put(SEGMENTS, &key, &lines_of(&segment.lines))?;
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
        let transaction = self.begin(&[MANIFEST, TAIL, SEGMENTS, ABOUT], true).await?;
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
        let transaction = self.begin(&[SEGMENTS, INDEXES], true).await?;
        for key in keys {
            transaction.delete(SEGMENTS, &(*key).into())?;
            transaction.delete(INDEXES, &(*key).into())?;
        }
        transaction.done().await?;
        self.staged.release();
        Ok(())
    }

    async fn sweep(&self) -> Result<(), StoreTrouble> {
        let Some(_alone) = locks::alone(&self.name).await else {
            // Another tab has staged what it is going to put in force, or to drop itself.
            return Ok(());
        };
        let stores = [MANIFEST, SEGMENTS, INDEXES];
        // To look is cheap, to write is not, and hardly ever is there anything to sweep.
        if unnamed(&self.begin(&stores, false).await?)
            .await?
            .is_empty()
        {
            return Ok(());
        }
        let transaction = self.begin(&stores, true).await?;
        for key in unnamed(&transaction).await? {
            transaction.delete(SEGMENTS, &key)?;
            transaction.delete(INDEXES, &key)?;
        }
        transaction.done().await
    }

    async fn note(&self, note: Note) -> Result<Option<String>, StoreTrouble> {
        Ok(self.get(ABOUT, &note.key().into()).await?.as_string())
    }

    async fn set_note(&self, note: Note, text: &str) -> Result<(), StoreTrouble> {
        self.put(ABOUT, note.key(), &text.into()).await
    }

    async fn draft(&self, form: &str) -> Result<Option<String>, StoreTrouble> {
        Ok(self.get(DRAFTS, &form.into()).await?.as_string())
    }

    async fn keep_draft(&self, form: &str, text: &str) -> Result<(), StoreTrouble> {
        if !text.is_empty() {
            return self.put(DRAFTS, form, &text.into()).await;
        }
        let transaction = self.begin(&[DRAFTS], true).await?;
        transaction.delete(DRAFTS, &form.into())?;
        transaction.done().await
    }

    async fn drafts(&self) -> Result<Vec<(String, String)>, StoreTrouble> {
        let transaction = self.begin(&[DRAFTS], false).await?;
        let (keys, values) = transaction.all(DRAFTS, &JsValue::UNDEFINED).await?;
        Ok(keys
            .iter()
            .zip(values.iter())
            .filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)))
            .collect())
    }

    async fn view(&self, key: &str) -> Result<Option<Vec<u8>>, StoreTrouble> {
        Ok(bytes_of(&self.get(VIEWS, &key.into()).await?))
    }

    async fn views(
        &self,
        keys: Vec<String>,
        mut take: impl FnMut(Vec<u8>),
    ) -> Result<(), StoreTrouble> {
        let asked = keys.into_iter().map(JsValue::from).collect();
        self.each_of(VIEWS, asked, |value| {
            bytes_of(value).into_iter().for_each(&mut take);
        })
        .await
    }

    async fn keep_views(&self, parts: Vec<(String, Vec<u8>)>) -> Result<(), StoreTrouble> {
        let transaction = self.begin(&[VIEWS], true).await?;
        for (key, bytes) in parts {
            transaction.put(VIEWS, &key.into(), &Uint8Array::from(bytes.as_slice()))?;
        }
        transaction.done().await
    }

    async fn clear(&self) -> Result<(), StoreTrouble> {
        let transaction = self.begin(&STORES, true).await?;
        for store in STORES {
            transaction.store(store)?.clear().map_err(|e| trouble(&e))?;
        }
        transaction.done().await
    }
}
