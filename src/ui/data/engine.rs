//! The engine as pages see it, and what it says unasked as signals.

use std::{any::Any, future::Future, sync::Arc};

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use crate::engine::{
    client::{Client, QuestionId, Told},
    protocol::{About, Ask, Notice, Trouble, ask},
};

/// How the engine fares, for the banners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Health {
    #[default]
    Good,
    /// It stopped and was started again; stands until the person puts the banner away.
    Restarted,
    /// It could not be started again: the page should be opened anew.
    Gone,
    /// The disk is full: nothing more can be written.
    Full,
}

/// Asks the engine. Copy it into closures at will.
#[derive(Clone, Copy)]
pub struct Engine {
    client: StoredValue<Client, LocalStorage>,
    pub(super) changes: RwSignal<u32>,
    about: RwSignal<Option<Arc<About>>>,
    work: RwSignal<Option<f64>>,
    /// How many files came out of the record since this page was opened.
    files: RwSignal<u32>,
    health: RwSignal<Health>,
}

/// Starts the engine and provides it; once, at the app's root.
pub fn provide_engine() -> Engine {
    // The client begins to speak before the engine that hears it is whole.
    let hears: StoredValue<Option<Engine>> = StoredValue::new(None);
    let client = Client::start(move |what| {
        if let Some(engine) = hears.try_get_value().flatten() {
            engine.hear(&what);
        }
    });
    let engine = Engine {
        client: StoredValue::new_local(client),
        changes: RwSignal::new(0),
        about: RwSignal::new(None),
        work: RwSignal::new(None),
        files: RwSignal::new(0),
        health: RwSignal::new(Health::Good),
    };
    hears.set_value(Some(engine));
    provide_context(engine);
    // A desk that stays open over midnight, or sleeps, wakes on another day.
    let waking = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            engine.look_again();
        }
    });
    on_cleanup(move || waking.remove());
    set_interval(
        move || engine.keep_day(),
        std::time::Duration::from_secs(60),
    );
    engine
}

/// The engine. Call it while a component is set up, and copy it into events.
///
/// Without one above (a gallery) it is started here.
#[must_use]
pub fn use_engine() -> Engine {
    use_context().unwrap_or_else(provide_engine)
}

impl Engine {
    /// Asks. The question goes out at once, and is worked at even if nobody awaits the answer.
    pub fn ask<A: Ask + 'static>(
        self,
        question: A,
    ) -> impl Future<Output = Result<A::Answer, Trouble>> + 'static {
        let (asked, _) = self.send::<A>(question, None);
        async move { asked.await.map(|(answer, _)| answer) }
    }

    /// Asks with a file beside the question: an import, a restore.
    pub fn ask_with_file<A: Ask + 'static>(
        self,
        question: A,
        file: Blob,
    ) -> impl Future<Output = Result<A::Answer, Trouble>> + 'static {
        let (asked, _) = self.send::<A>(question, Some(file));
        async move { asked.await.map(|(answer, _)| answer) }
    }

    /// Asks for an answer that brings a file: a bundle, a backup.
    pub fn ask_for_file<A: Ask + 'static>(
        self,
        question: A,
    ) -> impl Future<Output = Result<(A::Answer, Blob), Trouble>> + 'static {
        let (asked, _) = self.send::<A>(question, None);
        async move {
            let (answer, file) = asked.await?;
            let file = file.ok_or_else(|| Trouble::Store("no file came".into()))?;
            self.files.update(|count| *count += 1);
            Ok((answer, file))
        }
    }

    /// How many files came out of the record: what has left can't be taken back.
    #[must_use]
    pub fn files(self) -> Signal<u32> {
        self.files.into()
    }

    /// Asks, and gives the number by which `cancel` stops it.
    pub fn ask_cancellable<A: Ask + 'static>(
        self,
        question: A,
        file: Option<Blob>,
    ) -> (
        impl Future<Output = Result<A::Answer, Trouble>> + 'static,
        QuestionId,
    ) {
        let (asked, id) = self.send::<A>(question, file);
        (async move { asked.await.map(|(answer, _)| answer) }, id)
    }

    /// Stops the work at a question; it answers `Trouble::Cancelled`, or is done already.
    pub fn cancel(self, question: QuestionId) {
        self.client.with_value(|client| client.cancel(question));
    }

    /// The workspace that is open.
    #[must_use]
    pub fn about(self) -> Signal<Option<Arc<About>>> {
        self.about.into()
    }

    /// How much of long work is done, from 0 to 1, while there is some.
    #[must_use]
    pub fn work(self) -> Signal<Option<f64>> {
        self.work.into()
    }

    /// How it fares; a banner's dismissal sets it good again.
    #[must_use]
    pub fn health(self) -> RwSignal<Health> {
        self.health
    }

    /// Leaves the open workspace: the page shows the welcome again.
    pub fn leave(self) {
        self.client.with_value(Client::close);
        self.about.set(None);
    }

    #[allow(clippy::type_complexity)] // A future and its number.
    fn send<A: Ask + 'static>(
        self,
        question: A,
        file: Option<Blob>,
    ) -> (
        impl Future<Output = Result<(A::Answer, Option<Blob>), Trouble>> + 'static,
        QuestionId,
    ) {
        // A question is plain data, which can always be written.
        let json = serde_json::to_string(&question).unwrap_or_default();
        let asking = self
            .client
            .with_value(|client| client.ask(A::QUESTION, &json, file));
        let id = asking.id();
        let answered = async move {
            let (json, file) = asking.await;
            self.work.try_set(None);
            let answer = json.and_then(|json| {
                serde_json::from_str::<Result<A::Answer, Trouble>>(&json)
                    .unwrap_or_else(|error| Err(Trouble::Store(error.to_string())))
            });
            match answer {
                Ok(answer) => {
                    // Whatever question it answers, what the workspace is now stands in the signal.
                    if let Some(about) = (&answer as &dyn Any).downcast_ref::<About>() {
                        self.learn(about);
                    }
                    Ok((answer, file))
                }
                Err(trouble) => {
                    if trouble == Trouble::Full {
                        self.health.try_set(Health::Full);
                    }
                    Err(trouble)
                }
            }
        };
        (answered, id)
    }

    fn learn(self, about: &About) {
        let same = self
            .about
            .with_untracked(|now| now.as_deref() == Some(about));
        if !same {
            self.about.set(Some(Arc::new(about.clone())));
        }
    }

    fn hear(self, what: &Told) {
        match what {
            Told::Ready => {}
            Told::Notice(Notice::Changed) => self.look_again(),
            Told::Notice(Notice::Progress { done, of }) => {
                self.work.set(Some(*done as f64 / (*of).max(1) as f64));
            }
            Told::Restarted => {
                self.health.set(Health::Restarted);
                self.look_again();
            }
            Told::GivenUp => self.health.set(Health::Gone),
        }
    }

    /// Every live answer asks again, and so does the workspace's state.
    fn look_again(self) {
        if self.about.with_untracked(Option::is_some) {
            self.changes
                .update(|changes| *changes = changes.wrapping_add(1));
            spawn_local(async move {
                // Whatever fails here shows where the person asks for something.
                let _ = self.ask(ask::Status {}).await;
            });
        }
    }

    fn keep_day(self) {
        let known = self
            .about
            .with_untracked(|about| about.as_ref().map(|about| about.today));
        if known.is_some_and(|day| day != super::now().day()) {
            self.look_again();
        }
    }
}
