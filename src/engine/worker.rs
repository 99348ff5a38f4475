//! The engine's side of the worker: questions come in as `[id, question, json, file?]`, answers go out as
//! `[id, json, file?]`, notices as `[0, json]`. One question at a time, in the order in which they came.

mod asked;
mod case;
mod fetched;
mod figures;
mod near;
mod office;
mod record;
mod training;
mod volume;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

use crate::store::indexed_db::{self, IndexedDb};
use crate::store::{Note, Store};

use super::machine::Browser;
use super::protocol::{About, Notice, Question, Trouble, WorkspaceKind, WorkspaceLine, ask};
use super::reading::beside::Beside;
use super::reading::{Share, Shares};
use super::run::Engine;
use asked::{Asked, Said, say};
use training::Tellers;

type Open = Engine<IndexedDb, Browser>;

/// A question that waits for its turn, with its number; or why it is not answered.
type Waiting = (f64, Result<Asked, Trouble>);

/// Where questions are taken, one after the other.
struct Counter {
    browser: Browser,
    path: String,
    waiting: RefCell<VecDeque<Waiting>>,
    /// The number of the question that is being answered; 0 where none is.
    answering: Cell<f64>,
    busy: RefCell<bool>,
    engine: RefCell<Option<Open>>,
    /// Another tab wrote something: look before the next question.
    look: RefCell<bool>,
    /// Ends a pause.
    wake: RefCell<Option<Function>>,
}

/// So long, in milliseconds, nobody has asked anything before what nobody waits for begins: the page's next questions
/// are on their way when it has an answer, and would wait for it.
const PAUSE: i32 = 150;

/// Starts the engine in this worker and says that it is ready.
pub fn start() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // The app's folder: two deployments may share an origin.
    let path = scope.location().pathname();
    let path = path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    let others = BroadcastChannel::new(&format!("langqiao {path}")).ok();
    let counter = Rc::new(Counter {
        browser: Browser::new(scope.clone(), others.clone()),
        path,
        waiting: RefCell::default(),
        answering: Cell::default(),
        busy: RefCell::default(),
        engine: RefCell::default(),
        look: RefCell::default(),
        wake: RefCell::default(),
    });
    if let Some(others) = others {
        let told = Rc::clone(&counter);
        let on_others = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            *told.look.borrow_mut() = true;
            told.wake();
            go_on(&told);
        });
        others.set_onmessage(Some(on_others.as_ref().unchecked_ref()));
        on_others.forget();
    }
    let asked = Rc::clone(&counter);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let message: Array = message.data().unchecked_into();
        let id = message.get(0).as_f64().unwrap_or(0.0);
        let word = message.get(1).as_string();
        if word.is_some_and(|word| word == "cancel") {
            asked.cancel(id);
            return;
        }
        asked
            .waiting
            .borrow_mut()
            .push_back((id, Asked::heard(&message)));
        asked.wake();
        go_on(&asked);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    on_message.forget();
    let _ = scope.post_message(&JsValue::from_str("ready"));
    // Where somebody was at work before, the record will be opened: its volume comes down while the page is drawn.
    wasm_bindgen_futures::spawn_local(async move {
        let ours = format!("langqiao {} ", counter.path);
        if indexed_db::names()
            .await
            .iter()
            .any(|name| name.starts_with(&ours))
        {
            let _ = volume::record().await;
        }
    });
}

/// Answers what waits, unless that is under way.
fn go_on(counter: &Rc<Counter>) {
    if counter.busy.replace(true) {
        return;
    }
    let counter = Rc::clone(counter);
    wasm_bindgen_futures::spawn_local(async move {
        let mut is_quiet = false;
        loop {
            if counter.look.replace(false) {
                counter.look_at_others().await;
            }
            let next = counter.waiting.borrow_mut().pop_front();
            let Some((id, asked)) = next else {
                if !is_quiet && counter.has_to_go_on() {
                    counter.pause().await;
                    is_quiet = !counter.is_asked();
                    continue;
                }
                if counter.work_on().await {
                    continue;
                }
                break;
            };
            is_quiet = false;
            counter.browser.begin();
            counter.answering.set(id);
            let (text, blob) = match asked {
                Ok(asked) => counter.answer(asked).await,
                Err(trouble) => asked::refused(trouble),
            };
            counter.answering.set(0.0);
            let message = Array::of3(
                &JsValue::from_f64(id),
                &text.into(),
                &blob.map_or(JsValue::UNDEFINED, JsValue::from),
            );
            let _ = counter.browser.scope.post_message(&message);
        }
        counter.busy.replace(false);
        // A question, or a word from another tab, may have come between the last look and now.
        if counter.is_asked() {
            go_on(&counter);
        }
    });
}

impl Counter {
    /// Of a workspace's database.
    fn name(&self, kind: WorkspaceKind) -> String {
        format!("langqiao {} {}", self.path, kind.code())
    }

    fn store(&self, kind: WorkspaceKind) -> IndexedDb {
        IndexedDb::new(self.name(kind))
    }

    /// Stops the work at a question, or leaves it out where its turn has not come.
    fn cancel(&self, id: f64) {
        if self.answering.get() == id {
            self.browser.stop();
        }
        let mut waiting = self.waiting.borrow_mut();
        if let Some((_, asked)) = waiting.iter_mut().find(|(other, _)| *other == id) {
            *asked = Err(Trouble::Cancelled);
        }
    }

    async fn look_at_others(&self) {
        let Some(mut engine) = self.engine.take() else {
            return;
        };
        let looked = match volume::record().await {
            Ok(record) => (record.look)(&mut engine).await,
            Err(trouble) => Err(trouble),
        };
        if let Ok(true) = looked {
            self.browser.say(&Notice::Changed);
        }
        self.engine.replace(Some(engine));
    }

    /// Whether a question waits, or a word from another tab.
    fn is_asked(&self) -> bool {
        !self.waiting.borrow().is_empty() || *self.look.borrow()
    }

    fn has_to_go_on(&self) -> bool {
        let engine = self.engine.borrow();
        engine.as_ref().is_some_and(Engine::has_to_go_on)
    }

    /// Waits for a moment, or until somebody asks.
    async fn pause(&self) {
        let later = Promise::new(&mut |wake, _| {
            let scope = &self.browser.scope;
            let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(&wake, PAUSE);
            self.wake.replace(Some(wake));
        });
        // It is only ever resolved.
        let _ = JsFuture::from(later).await;
    }

    fn wake(&self) {
        if let Some(wake) = self.wake.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Does a piece of what nobody waits for; gives whether there is more.
    async fn work_on(&self) -> bool {
        let Some(mut engine) = self.engine.take() else {
            return false;
        };
        let more = if engine.has_to_go_on() {
            match volume::record().await {
                Ok(record) => (record.go_on)(&mut engine).await,
                Err(trouble) => Err(trouble),
            }
        } else {
            Ok(false)
        };
        self.engine.replace(Some(engine));
        match more {
            Ok(more) => more,
            Err(trouble) => {
                web_sys::console::warn_1(&format!("at leisure: {trouble:?}").into());
                false
            }
        }
    }

    /// Each question by a future of its own, behind a pointer: as one they would be a single function, which is run
    /// with every word that the engine waits for, and which a browser then works at for a tenth of a second.
    fn answer(&self, asked: Asked) -> Pin<Box<dyn Future<Output = Said> + '_>> {
        match asked.question {
            Question::Workspaces => Box::pin(async {
                let lines = self.workspaces().await;
                (say::<ask::Workspaces>(&Ok(lines)), None)
            }),
            Question::Open => Box::pin(async move {
                let open = async |ask: ask::Open| self.open(ask.workspace).await;
                (asked.answer(open).await, None)
            }),
            Question::Clear => Box::pin(async move {
                let clear = async |ask: ask::Clear| self.clear(ask.workspace).await;
                (asked.answer(clear).await, None)
            }),
            _ => Box::pin(self.answer_here(asked)),
        }
    }

    async fn answer_here(&self, asked: Asked) -> Said {
        // The engine is out of its place while it works, so that nothing borrows across a wait.
        let Some(mut engine) = self.engine.take() else {
            return (say::<ask::Leave>(&Err(Trouble::NoDesk)), None);
        };
        let said = near::answer(&mut engine, asked).await;
        if engine.has_to_compact() {
            compact(&mut engine).await;
        }
        self.engine.replace(Some(engine));
        said
    }

    async fn workspaces(&self) -> Vec<WorkspaceLine> {
        let names = indexed_db::names().await;
        let mut lines = Vec::new();
        for kind in [
            WorkspaceKind::Desk,
            WorkspaceKind::Demonstration,
            WorkspaceKind::Sandbox,
        ] {
            if !names.contains(&self.name(kind)) {
                continue;
            }
            let store = self.store(kind);
            if is_new(&store).await.unwrap_or(true) {
                continue;
            }
            if let Ok(record) = volume::record().await {
                lines.extend((record.describe)(&store, kind).await);
            }
        }
        lines
    }

    async fn open(&self, kind: WorkspaceKind) -> Result<About, Trouble> {
        let mut tellers = None;
        let mut engine = match self.engine.take() {
            Some(engine) if engine.kind == kind => engine,
            _ => {
                let is_told = kind == WorkspaceKind::Demonstration;
                if is_told && !indexed_db::names().await.contains(&self.name(kind)) {
                    // What telling takes comes down while the store is looked into.
                    tellers = Some(self.tellers()?);
                    wasm_bindgen_futures::spawn_local(async { drop(volume::demonstrate().await) });
                }
                let store = self.store(kind);
                if is_new(&store).await? {
                    Engine::over_nothing(store, self.browser.clone(), kind)
                } else {
                    let record = volume::record().await?;
                    (record.open)(store, self.browser.clone(), kind).await?
                }
            }
        };
        let is_lost = engine.desk.is_none() && !engine.is_empty();
        let is_lost = is_lost && kind == WorkspaceKind::Demonstration;
        if is_lost || engine.is_to_be_told() {
            if is_lost {
                // Its desk was lost. Nothing of it is anybody's: it is told again.
                engine.store.clear().await?;
                engine = Engine::over_nothing(engine.store, engine.machine, kind);
            }
            let tellers = match tellers {
                Some(tellers) => tellers,
                None => self.tellers()?,
            };
            let demonstrate = volume::demonstrate().await?;
            demonstrate(&mut engine, tellers).await?;
        }
        if kind == WorkspaceKind::Sandbox && engine.desk.is_none() {
            let furnish = volume::furnish().await?;
            furnish(&mut engine).await?;
        }
        let about = engine.about().await;
        self.engine.replace(Some(engine));
        about
    }

    /// Those who tell the region, started: their wasm comes down meanwhile.
    fn tellers(&self) -> Result<Tellers, Trouble> {
        let start: fn(Share) -> _ = |share| Beside::start(None, share);
        let mut tellers = Shares::of_region(self.browser.hands(), start);
        tellers.get_ready()?;
        Ok(tellers)
    }

    async fn clear(&self, kind: WorkspaceKind) -> Result<About, Trouble> {
        // A desk's own record is never emptied from here.
        if kind == WorkspaceKind::Desk {
            return Err(Trouble::NotEmpty);
        }
        self.engine.take();
        self.store(kind).clear().await?;
        self.open(kind).await
    }
}

async fn compact(engine: &mut Open) {
    let compacted = match volume::record().await {
        Ok(record) => (record.compact)(engine).await,
        Err(trouble) => Err(trouble),
    };
    if let Err(trouble) = compacted {
        web_sys::console::warn_1(&format!("compact: {trouble:?}").into());
    }
}

/// Whether a workspace has nothing to read yet. Where there is a desk, that alone is asked.
async fn is_new(store: &IndexedDb) -> Result<bool, Trouble> {
    Ok(store.note(Note::Desk).await?.is_none()
        && store.manifest().await?.segments.is_empty()
        && store.tail(0).await?.is_empty())
}
