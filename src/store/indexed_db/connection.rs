//! The connection to a database: opened when it is needed, for the browser may close it at any time.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStoreParameters, IdbTransaction};

use super::transaction::{Transaction, settled, trouble};
use super::{STORES, TAIL};
use crate::store::StoreTrouble;

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
/// So many values are asked for at once, of about a MiB at most.
const AHEAD: usize = 16;

pub(super) struct Connection {
    /// The database's.
    pub name: String,
    open: Rc<RefCell<Option<Database>>>,
}

impl Connection {
    pub(super) fn to(name: String) -> Self {
        Self {
            name,
            open: Rc::default(),
        }
    }

    async fn database(&self) -> Result<Database, JsValue> {
        if let Some(database) = self.open.borrow().as_ref() {
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
        // The browser closed it: under memory pressure, or because its process for databases ended.
        let open = Rc::clone(&self.open);
        let closed = Closure::once_into_js(move || drop(open.borrow_mut().take()));
        database.set_onclose(Some(closed.unchecked_ref()));
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Opens a transaction; a connection that was closed behind our back is opened once more.
    pub(super) async fn begin(
        &self,
        stores: &[&str],
        write: bool,
    ) -> Result<Transaction, StoreTrouble> {
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
                Err(_) => drop(self.open.borrow_mut().take()),
            }
        }
        Err(StoreTrouble::Failed(String::from(
            "the connection was closed",
        )))
    }

    /// What lies under these keys, in their order; the disk reads the next while one is taken.
    pub(super) async fn each_of(
        &self,
        store: &str,
        keys: Vec<JsValue>,
        mut take: impl FnMut(&JsValue),
    ) -> Result<(), StoreTrouble> {
        let (mut taken, mut lost) = (0, false);
        while taken < keys.len() {
            let next = &keys[taken..keys.len().min(taken + AHEAD)];
            let mut count = |value: &JsValue| {
                take(value);
                taken += 1;
            };
            match self.next_of(store, next, &mut count).await {
                Err(StoreTrouble::Closed(_)) if !lost => {
                    lost = true;
                    self.open.borrow_mut().take();
                }
                done => done?,
            }
        }
        Ok(())
    }

    async fn next_of(
        &self,
        store: &str,
        keys: &[JsValue],
        take: &mut impl FnMut(&JsValue),
    ) -> Result<(), StoreTrouble> {
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
        Ok(())
    }

    pub(super) async fn get(&self, store: &str, key: &JsValue) -> Result<JsValue, StoreTrouble> {
        self.again(async || self.begin(&[store], false).await?.get(store, key).await)
            .await
    }

    pub(super) async fn put(
        &self,
        store: &str,
        key: &str,
        value: &JsValue,
    ) -> Result<(), StoreTrouble> {
        self.again(async || {
            let transaction = self.begin(&[store], true).await?;
            transaction.put(store, &key.into(), value)?;
            transaction.done().await
        })
        .await
    }

    /// Does it, and once more where the connection was closed meanwhile: only what may be done twice.
    pub(super) async fn again<T>(
        &self,
        act: impl AsyncFn() -> Result<T, StoreTrouble>,
    ) -> Result<T, StoreTrouble> {
        match act().await {
            Err(StoreTrouble::Closed(_)) => {
                self.open.borrow_mut().take();
                act().await
            }
            done => done,
        }
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
