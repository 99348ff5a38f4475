//! An answer that keeps up: it is asked for again when the question changes and when the record does.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::engine::use_engine;
use crate::engine::protocol::{Ask, Trouble};

/// None until the first answer; then always the last one, also while it is asked for anew.
pub type Live<T> = Signal<Option<Result<Arc<T>, Trouble>>>;

/// Asks now and whenever what `question` reads changes, or the record does.
///
/// The question runs inside an effect: read signals in it, write none.
pub fn live<A>(question: impl Fn() -> A + 'static) -> Live<A::Answer>
where
    A: Ask + 'static,
    A::Answer: Send + Sync + 'static,
{
    let engine = use_engine();
    let answer: RwSignal<Option<Result<Arc<A::Answer>, Trouble>>> = RwSignal::new(None);
    let last = StoredValue::new(0_u32);
    Effect::new(move || {
        engine.changes.track();
        let asked = engine.ask(question());
        last.update_value(|last| *last = last.wrapping_add(1));
        let mine = last.get_value();
        spawn_local(async move {
            let came = asked.await.map(Arc::new);
            // A later question has gone out, or the page is gone: this answer is nobody's.
            if last.try_get_value() != Some(mine) {
                return;
            }
            // The engine stopped: it asks again by itself when it stands, and the old answer still holds.
            if matches!(came, Err(Trouble::EngineStopped | Trouble::Cancelled))
                && answer.try_with_untracked(Option::is_some).unwrap_or(true)
            {
                return;
            }
            answer.try_set(Some(came));
        });
    });
    answer.into()
}
