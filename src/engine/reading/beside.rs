//! The engine's side of the reading worker: started for one task, or a little before it is known, and ended with it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::message::{of_task, to_step};
use super::{Reads, Share, Step, Task};
use crate::engine::protocol::Trouble;

/// A worker that reads for this engine.
pub struct Beside {
    worker: Worker,
    file: Option<Blob>,
    share: Share,
    heard: Rc<Heard>,
    /// A step was handed out and is done with when the next is asked for.
    owed: bool,
    /// They live as long as the worker may speak.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

#[derive(Default)]
struct Heard {
    steps: RefCell<VecDeque<Array>>,
    /// It spoke: what stops it now is not a missing file.
    stood: Cell<bool>,
    died: Cell<bool>,
    wake: RefCell<Option<Function>>,
}

impl Heard {
    fn wake(&self) {
        if let Some(wake) = self.wake.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }
}

impl Beside {
    /// Starts a worker, with the file of which it is to read a share. `public/worker.js` knows the script's name.
    pub fn start(file: Option<Blob>, share: Share) -> Result<Self, Trouble> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = Reflect::get(&js_sys::global(), &"readerScript".into())
            .ok()
            .and_then(|script| script.as_string())
            .ok_or(Trouble::NotFetched)?;
        let worker =
            Worker::new_with_options(&script, &options).map_err(|_| Trouble::NotFetched)?;
        let heard = Rc::new(Heard::default());
        let inbox = Rc::clone(&heard);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            inbox.stood.set(true);
            let step = event.data().unchecked_into();
            inbox.steps.borrow_mut().push_back(step);
            inbox.wake();
        });
        let lost = Rc::clone(&heard);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Told here, and not once more as an error of this worker.
            event.prevent_default();
            lost.died.set(true);
            lost.wake();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            file,
            share,
            heard,
            owed: false,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// One that got ready before it was known what is to be read.
    #[must_use]
    pub fn given(mut self, file: Option<Blob>, share: Share) -> Self {
        self.file = file;
        self.share = share;
        self
    }

    /// Whether it can still be given something.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        !self.heard.died.get()
    }
}

impl Reads for Beside {
    async fn begin(&mut self, task: &Task) -> Result<(), Trouble> {
        let message = of_task(task, self.file.take(), self.share);
        self.worker
            .post_message(&message)
            .map_err(|error| Trouble::Store(format!("{error:?}")))
    }

    async fn next(&mut self) -> Result<Step, Trouble> {
        if std::mem::take(&mut self.owed) {
            let _ = self.worker.post_message(&JsValue::TRUE);
        }
        loop {
            let step = self.heard.steps.borrow_mut().pop_front();
            if let Some(step) = step {
                self.owed = true;
                return to_step(&step);
            }
            if self.heard.died.get() {
                return Err(if self.heard.stood.get() {
                    Trouble::EngineStopped
                } else {
                    Trouble::NotFetched
                });
            }
            let heard = Rc::clone(&self.heard);
            let spoken = Promise::new(&mut |wake, _| *heard.wake.borrow_mut() = Some(wake));
            // It is only ever resolved.
            let _ = JsFuture::from(spoken).await;
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
