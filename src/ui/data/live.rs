//! An answer that keeps up: it is asked for again when the question changes and when the record does.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::engine::use_engine;
use crate::engine::protocol::{Ask, Trouble};

/// None until the first answer; then always the last one, also while it is asked for anew.
pub type Live<T> = Signal<Option<Result<Arc<T>, Trouble>>>;

/// Asks now and whenever what `question` reads changes, or the record does. One question is under way at
/// a time: what changes meanwhile is asked about once, when its answer is there.
///
/// The question runs inside an effect: read signals in it, write none.
pub fn live<A>(question: impl Fn() -> A + 'static) -> Live<A::Answer>
where
    A: Ask + 'static,
    A::Answer: Send + Sync + 'static,
{
    let engine = use_engine();
    let answer: RwSignal<Option<Result<Arc<A::Answer>, Trouble>>> = RwSignal::new(None);
    let next: StoredValue<Option<(A, String)>, LocalStorage> = StoredValue::new_local(None);
    let asking = StoredValue::new(false);
    Effect::new(move || {
        engine.changes.track();
        let question = question();
        let words = serde_json::to_string(&question).unwrap_or_default();
        next.set_value(Some((question, words)));
        if asking.get_value() {
            return;
        }
        asking.set_value(true);
        spawn_local(async move {
            // Ends with the page, too: then there is nothing to take.
            while let Some((question, words)) = next.try_update_value(Option::take).flatten() {
                let came = engine.ask(question).await.map(Arc::new);
                let other = next
                    .try_with_value(|next| next.as_ref().is_some_and(|(_, later)| *later != words));
                // Another question waits already, or the page is gone: this answer is nobody's.
                if other != Some(false) {
                    continue;
                }
                // The engine stopped: it asks again by itself when it stands, and the old answer still holds.
                if matches!(came, Err(Trouble::EngineStopped | Trouble::Cancelled))
                    && answer.try_with_untracked(Option::is_some).unwrap_or(true)
                {
                    continue;
                }
                answer.try_set(Some(came));
            }
            asking.try_set_value(false);
        });
    });
    answer.into()
}
