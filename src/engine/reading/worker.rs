//! The reading worker: does one task, step by step, and stays at most a few steps ahead of the engine, so that
//! what waits between the two is small.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::file::FileSource;
use super::message::{of_step, to_task};
use super::{Here, Reads, Source, Step};
use crate::engine::protocol::Trouble;

/// So many steps may be on their way.
const AHEAD: u32 = 16;
/// What reading and telling mostly take.
const ROOM: usize = 24 << 20;

/// Says what was read, and hears what the engine is done with.
struct Mouth {
    scope: DedicatedWorkerGlobalScope,
    on_their_way: Cell<u32>,
    wake: RefCell<Option<Function>>,
}

/// Does the task that the engine sent.
pub fn start(message: JsValue) {
    console_error_panic_hook::set_once();
    crate::make_room(ROOM);
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mouth = Rc::new(Mouth {
        scope,
        on_their_way: Cell::new(0),
        wake: RefCell::default(),
    });
    let heard = Rc::clone(&mouth);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
        heard
            .on_their_way
            .set(heard.on_their_way.get().saturating_sub(1));
        if let Some(wake) = heard.wake.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    });
    mouth
        .scope
        .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    on_message.forget();
    spawn_local(async move {
        if let Err(trouble) = work(&mouth, &message.unchecked_into()).await {
            mouth.say(Err(trouble));
        }
    });
}

async fn work(mouth: &Mouth, message: &Array) -> Result<(), Trouble> {
    let (task, file, share) = to_task(message)?;
    match file {
        Some(file) => {
            let source = FileSource::open(file).await?;
            tell(mouth, &task, Here::of_share(source, share)).await
        }
        None => tell(mouth, &task, Here::without_file(share)).await,
    }
}

async fn tell<S: Source>(
    mouth: &Mouth,
    task: &super::Task,
    mut here: Here<S>,
) -> Result<(), Trouble> {
    here.begin(task).await?;
    loop {
        let step = here.next().await?;
        let ended = matches!(step, Step::End(_));
        mouth.say(Ok(step));
        if ended {
            return Ok(());
        }
        mouth.breathe().await;
    }
}

impl Mouth {
    fn say(&self, step: Result<Step, Trouble>) {
        self.on_their_way.set(self.on_their_way.get() + 1);
        let (message, buffers) = of_step(step);
        let _ = self.scope.post_message_with_transfer(&message, &buffers);
    }

    /// Waits while too much is on its way.
    async fn breathe(&self) {
        while self.on_their_way.get() >= AHEAD {
            let heard = Promise::new(&mut |wake, _| *self.wake.borrow_mut() = Some(wake));
            // It is only ever resolved.
            let _ = JsFuture::from(heard).await;
        }
    }
}
