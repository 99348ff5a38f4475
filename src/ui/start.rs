//! Starts the page: mounts it, starts the engine's worker and hands it the compiled module.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::offline::{self, Notice, Update};

/// Mounts the page into the body. The boot screen takes itself away (`boot.js`).
pub fn start_page() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(Page);
}

#[component]
fn Page() -> impl IntoView {
    let (answer, set_answer) = signal(String::new());
    if let Err(error) = start_engine(move |text| set_answer.set(text)) {
        leptos::logging::error!("the engine's worker did not start: {error:?}");
    }
    let (kept, set_kept) = signal("");
    let newer = StoredValue::new_local(None::<Update>);
    offline::keep(move |notice| {
        set_kept.set(match notice {
            Notice::Ready => "ready",
            Notice::Replaced => "replaced",
            Notice::Unavailable => "unavailable",
            Notice::Newer(update) => {
                newer.set_value(Some(update));
                "newer"
            }
        });
    });
    let take = move |_| {
        newer.with_value(|update| {
            if let Some(update) = update {
                update.take();
            }
        });
    };
    view! {
        <main>
            <h1>"廊桥 Langqiao"</h1>
            <p data-test="engine">{answer}</p>
            <p data-test="kept">{kept}</p>
            <button data-test="take-newer" on:click=take>"更新 Update"</button>
        </main>
    }
}

/// Starts the worker, sends it one word when it is ready, and passes on what comes back.
fn start_engine(answered: impl Fn(String) + 'static) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options("./worker.js", &options)?;
    let other = worker.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        match message.data().as_string().as_deref() {
            Some("ready") => drop(other.post_message(&JsValue::from_str("echo"))),
            Some(text) => answered(text.to_owned()),
            None => {}
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as the page.
    on_message.forget();
    worker.post_message(&js_sys::Array::of2(&wasm_bindgen::module(), &script_url()?))
}

/// The address of this build's script, which trunk names by its hash and preloads.
fn script_url() -> Result<JsValue, JsValue> {
    let link = document().query_selector("link[rel=modulepreload]")?;
    let link = link.ok_or_else(|| JsValue::from_str("no link[rel=modulepreload] in the page"))?;
    js_sys::Reflect::get(&link, &"href".into())
}
