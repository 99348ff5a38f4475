//! The page's side of the worker: questions out, answers and notices in. Knows nothing of the page: what
//! it has to say goes to one callback.
//!
//! To the worker: `[id, question, json of it, blob?]`, or `[id, "cancel"]`. From it: the word `"ready"` once,
//! then `[id, json of Result<answer, Trouble>, blob?]`, and `[0, json of Notice]` unasked.
//!
//! A worker that dies takes its memory along, never the record. Whoever waits hears
//! `Trouble::EngineStopped`; the worker is started again and opens the workspace that was open.

mod asking;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use js_sys::Array;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, MessageEvent, Worker};

pub use self::asking::Asking;
use self::asking::Slot;
use super::protocol::{Notice, Question, Trouble};

#[wasm_bindgen]
extern "C" {
    /// The engine's worker, of `boot.js`: the first was started there, before the app had come.
    #[wasm_bindgen(catch, js_name = startEngine)]
    fn start_engine() -> Result<Worker, JsValue>;
}

/// What the client says unasked.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The engine stands; once for each start.
    Ready,
    Notice(Notice),
    /// The worker had died; it stands again, with the workspace open that was open.
    Restarted,
    /// It died again and again and was given up; the next question tries once more.
    GivenUp,
}

/// An answer's JSON, a `Result<answer, Trouble>`, and the file that may come beside it. The error is a worker
/// that stopped before it answered.
pub type Answered = (Result<String, Trouble>, Option<Blob>);

/// A question's number; 0 is the notices'.
pub type QuestionId = u32;

/// So often it is started again without having become ready.
const TRIES: u32 = 3;

/// The engine's worker as the page sees it. Clones share it.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    tell: Box<dyn Fn(Told)>,
    worker: RefCell<Option<Worker>>,
    ready: Cell<bool>,
    /// Which start this is: a worker that was given up may still speak.
    start: Cell<u32>,
    /// Starts since it was last ready.
    tries: Cell<u32>,
    next: Cell<QuestionId>,
    waiting: RefCell<BTreeMap<QuestionId, Rc<Slot>>>,
    /// Asked before it was ready, in order.
    held: RefCell<Vec<Array>>,
    /// The last question that opened a workspace, as sent.
    opened: RefCell<Option<String>>,
    /// A workspace that is being opened again after a death.
    reopening: Cell<Option<QuestionId>>,
}

impl Client {
    /// Starts the worker. `tell` hears what comes unasked, for as long as the client lives.
    pub fn start(tell: impl Fn(Told) + 'static) -> Self {
        let client = Self(Rc::new(Inner {
            tell: Box::new(tell),
            worker: RefCell::default(),
            ready: Cell::new(false),
            start: Cell::new(0),
            tries: Cell::new(0),
            next: Cell::new(1),
            waiting: RefCell::default(),
            held: RefCell::default(),
            opened: RefCell::default(),
            reopening: Cell::new(None),
        }));
        client.begin();
        client
    }

    /// Asks. The question goes out now, not when the answer is awaited; dropping the answer stops nothing.
    pub fn ask(&self, question: Question, json: &str, file: Option<Blob>) -> Asking {
        let inner = &self.0;
        let slot = Rc::new(Slot::default());
        let id = inner.number();
        if question == Question::Open {
            *inner.opened.borrow_mut() = Some(json.to_owned());
        }
        inner.waiting.borrow_mut().insert(id, slot.clone());
        self.send(asked(id, question, json, file));
        Asking::new(id, slot)
    }

    /// Asks the worker to stop working at a question; its answer comes all the same, as `Cancelled` or done.
    pub fn cancel(&self, id: QuestionId) {
        if self.0.waiting.borrow().contains_key(&id) {
            self.send(Array::of2(&f64::from(id).into(), &"cancel".into()));
        }
    }

    /// Forgets which workspace is open, so that none is opened again after a death.
    pub fn close(&self) {
        *self.0.opened.borrow_mut() = None;
    }

    fn send(&self, message: Array) {
        let inner = &self.0;
        if inner.ready.get() && inner.reopening.get().is_none() {
            inner.post(&message);
        } else {
            inner.held.borrow_mut().push(message);
            if inner.worker.borrow().is_none() {
                self.begin();
            }
        }
    }

    fn begin(&self) {
        self.0.tries.set(self.0.tries.get() + 1);
        if self.start_worker().is_err() {
            self.died();
        }
    }

    fn start_worker(&self) -> Result<(), JsValue> {
        let inner = &self.0;
        let start = inner.start.get() + 1;
        inner.start.set(start);
        inner.ready.set(false);
        let worker = start_engine()?;
        let heard = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if heard.0.start.get() == start {
                heard.hear(&event.data());
            }
        });
        let lost = self.clone();
        let on_death = Closure::<dyn FnMut()>::new(move || {
            if lost.0.start.get() == start {
                lost.died();
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_death.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_death.as_ref().unchecked_ref()));
        // They listen as long as the worker lives, and a death is rare.
        on_message.forget();
        on_death.forget();
        worker.post_message(&wasm_bindgen::module())?;
        *inner.worker.borrow_mut() = Some(worker);
        Ok(())
    }

    fn hear(&self, data: &JsValue) {
        match data.as_string().as_deref() {
            Some("ready") => self.stands(),
            Some("died") => self.died(),
            Some(_) => {}
            None => self.hear_answer(data.unchecked_ref()),
        }
    }

    fn hear_answer(&self, message: &Array) {
        let inner = &self.0;
        let (Some(id), Some(json)) = (message.get(0).as_f64(), message.get(1).as_string()) else {
            return;
        };
        let id = id as QuestionId;
        if id == 0 {
            if let Ok(notice) = serde_json::from_str(&json) {
                (inner.tell)(Told::Notice(notice));
            }
            return;
        }
        if inner.reopening.get() == Some(id) {
            inner.reopening.set(None);
            inner.release();
            (inner.tell)(Told::Restarted);
            return;
        }
        let slot = inner.waiting.borrow_mut().remove(&id);
        if let Some(slot) = slot {
            slot.fill((Ok(json), message.get(2).dyn_into().ok()));
        }
    }

    fn stands(&self) {
        let inner = &self.0;
        let again = inner.start.get() > 1;
        inner.ready.set(true);
        inner.tries.set(0);
        (inner.tell)(Told::Ready);
        let opened = inner.opened.borrow().clone();
        match opened {
            // The workspace before everything that is asked of it.
            Some(json) if again => {
                let id = inner.number();
                inner.reopening.set(Some(id));
                inner.post(&asked(id, Question::Open, &json, None));
            }
            _ => {
                inner.release();
                if again {
                    (inner.tell)(Told::Restarted);
                }
            }
        }
    }

    fn died(&self) {
        let inner = &self.0;
        inner.ready.set(false);
        inner.reopening.set(None);
        // No later word of the dead one counts.
        inner.start.set(inner.start.get() + 1);
        if let Some(worker) = inner.worker.borrow_mut().take() {
            worker.terminate();
        }
        inner.held.borrow_mut().clear();
        let waiting = std::mem::take(&mut *inner.waiting.borrow_mut());
        let tries = inner.tries.get();
        if tries < TRIES {
            self.begin();
        } else {
            inner.tries.set(0);
            (inner.tell)(Told::GivenUp);
        }
        // After the new start, so that whoever asks again at once is held for it.
        for slot in waiting.into_values() {
            slot.fill((Err(Trouble::EngineStopped), None));
        }
    }
}

impl Inner {
    fn number(&self) -> QuestionId {
        let id = self.next.get();
        self.next.set(id.checked_add(1).unwrap_or(1));
        id
    }

    fn post(&self, message: &Array) {
        if let Some(worker) = &*self.worker.borrow() {
            // Strings, numbers and Blobs can always be sent.
            let _ = worker.post_message(message);
        }
    }

    fn release(&self) {
        let held = std::mem::take(&mut *self.held.borrow_mut());
        for message in held {
            self.post(&message);
        }
    }
}

fn asked(id: QuestionId, question: Question, json: &str, file: Option<Blob>) -> Array {
    let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
    Array::of4(&id.into(), &question.number().into(), &json.into(), &file)
}
