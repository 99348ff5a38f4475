//! A transaction of IndexedDB as futures: requests that go on in the same task, so that it stays alive, and its end.

use std::future::Future;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbObjectStore, IdbRequest, IdbTransaction};

use crate::store::StoreTrouble;

/// A transaction, and whether it completed.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    completed: Promise,
}

impl Transaction {
    pub(super) fn of(transaction: IdbTransaction) -> Self {
        let watched = transaction.clone();
        let promise = Promise::new(&mut |resolve, reject| {
            watched.set_oncomplete(Some(&resolve));
            let failed = watched.clone();
            let reject = Closure::once_into_js(move || {
                // Without an error of its own it was the connection that went.
                let gone = || DomException::new_with_message_and_name("aborted", "AbortError");
                let error = failed
                    .error()
                    .map(JsValue::from)
                    .or_else(|| gone().ok().map(JsValue::from));
                let _ = reject.call1(&JsValue::NULL, &error.unwrap_or_default());
            });
            watched.set_onabort(Some(reject.unchecked_ref()));
        });
        // Whoever does not wait for the end must not leave an unhandled rejection.
        let quiet = Closure::once_into_js(|_: JsValue| JsValue::UNDEFINED);
        let caught: Result<JsValue, JsValue> = Reflect::get(&promise, &"catch".into())
            .and_then(|c| c.unchecked_into::<Function>().call1(&promise, &quiet));
        drop(caught);
        Self {
            transaction,
            completed: promise,
        }
    }

    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, StoreTrouble> {
        self.transaction.object_store(name).map_err(|e| trouble(&e))
    }

    pub(super) async fn get(&self, store: &str, key: &JsValue) -> Result<JsValue, StoreTrouble> {
        let request = self.store(store)?.get(key).map_err(|e| trouble(&e))?;
        settled(&request).await.map_err(|e| trouble(&e))
    }

    pub(super) async fn all(
        &self,
        store: &str,
        range: &JsValue,
    ) -> Result<(Array, Array), StoreTrouble> {
        let store = self.store(store)?;
        let values = store.get_all_with_key(range).map_err(|e| trouble(&e))?;
        let keys = store
            .get_all_keys_with_key(range)
            .map_err(|e| trouble(&e))?;
        let values = settled(&values).await.map_err(|e| trouble(&e))?;
        let keys = settled(&keys).await.map_err(|e| trouble(&e))?;
        Ok((keys.unchecked_into(), values.unchecked_into()))
    }

    pub(super) fn put(
        &self,
        store: &str,
        key: &JsValue,
        value: &JsValue,
    ) -> Result<(), StoreTrouble> {
        self.store(store)?
            .put_with_key(value, key)
            .map(drop)
            .map_err(|e| trouble(&e))
    }

    pub(super) fn delete(&self, store: &str, key: &JsValue) -> Result<(), StoreTrouble> {
        self.store(store)?
            .delete(key)
            .map(drop)
            .map_err(|e| trouble(&e))
    }

    /// The keys of an object store.
    pub(super) async fn keys(&self, store: &str) -> Result<Array, StoreTrouble> {
        let keys = self.store(store)?.get_all_keys().map_err(|e| trouble(&e))?;
        let keys = settled(&keys).await.map_err(|e| trouble(&e))?;
        Ok(keys.unchecked_into())
    }

    /// Waits until it is on disk.
    pub(super) async fn done(self) -> Result<(), StoreTrouble> {
        JsFuture::from(self.completed)
            .await
            .map(drop)
            .map_err(|e| trouble(&e))
    }
}

/// A request's result. The future goes on in the same task, so that the transaction stays alive.
pub(super) fn settled(
    request: &IdbRequest,
) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let request = request.clone();
    let watched = request.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        watched.set_onsuccess(Some(&resolve));
        watched.set_onerror(Some(&reject));
    });
    async move {
        match JsFuture::from(promise).await {
            Ok(_) => request.result(),
            Err(event) => Err(request.error().ok().flatten().map_or(event, JsValue::from)),
        }
    }
}

pub(super) fn trouble(error: &JsValue) -> StoreTrouble {
    match error.dyn_ref::<DomException>() {
        Some(error) => {
            let words = format!("{}: {}", error.name(), error.message());
            match error.name().as_str() {
                "QuotaExceededError" => StoreTrouble::Full,
                // The last is what Safari says when it has lost its database's process.
                "AbortError" | "InvalidStateError" | "UnknownError" => StoreTrouble::Closed(words),
                _ => StoreTrouble::Failed(words),
            }
        }
        None => StoreTrouble::Failed(
            error
                .as_string()
                .unwrap_or_else(|| String::from("IndexedDB")),
        ),
    }
}
