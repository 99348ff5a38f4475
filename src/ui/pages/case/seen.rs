//! The case as the page has seen it, and acting on it: every command carries the heads that were on
//! show, and is followed by a word with a way back.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    domain::{
        case::Command,
        catalogue::RetractionReason,
        id::{EntryId, StreamId},
    },
    engine::protocol::{Trouble, ask},
    law::divisions::Town,
    locale::{Language, case as say, refusal::refusal},
    ui::{
        data::{Engine, Live, live, use_engine},
        language::use_language,
        parts::{Toasts, use_toasts},
        route::Route,
        step_code::Doing,
        towns::{Towns, town_name, use_towns},
        trouble::trouble,
    },
    views::answers::CasePage,
};

/// The case on show. Copy it into closures at will.
#[derive(Clone, Copy)]
pub struct Seen {
    pub id: StreamId,
    pub answer: Live<Option<CasePage>>,
    pub language: RwSignal<Language>,
    towns: Signal<Option<Arc<Towns>>>,
    engine: Engine,
    toasts: Toasts,
    again: RwSignal<u32>,
}

/// Looks at a case, and keeps looking.
pub fn see(id: StreamId) -> Seen {
    let again = RwSignal::new(0);
    let answer = live(move || {
        again.track();
        ask::Case { case: id }
    });
    Seen {
        id,
        answer,
        language: use_language(),
        towns: use_towns(move || answer.with(|answer| page(answer.as_ref())?.case.county)),
        engine: use_engine(),
        toasts: use_toasts(),
        again,
    }
}

impl Seen {
    /// What `words` makes of the page, in the language of the moment; none while there is none.
    pub fn say<T>(self, words: impl FnOnce(Language, &CasePage) -> T) -> Option<T> {
        let language = self.language.get();
        self.answer
            .with(|answer| page(answer.as_ref()).map(|page| words(language, page)))
    }

    /// As [`Seen::say`], in an event.
    pub fn now<T>(self, look: impl FnOnce(&CasePage) -> T) -> Option<T> {
        self.answer
            .with_untracked(|answer| page(answer.as_ref()).map(look))
    }

    /// A text of the page as a signal.
    pub fn text(
        self,
        words: impl Fn(Language, &CasePage) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || self.say(&words).unwrap_or_default())
    }

    /// Something of the page that is compared, so that only its change draws anew.
    pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(Language, &CasePage) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.say(&look))
    }

    /// The name of a township; its code while the names are on their way.
    pub fn town_name(self, town: Town) -> String {
        self.towns.with(|towns| town_name(towns.as_deref(), town))
    }

    /// Whether one can only look: an entry of a newer version must be understood first, or it is voided.
    pub fn read_only(self) -> bool {
        self.say(|_, page| !page.case.counts() || page.case.is_locked())
            .unwrap_or(true)
    }

    /// Why nothing came.
    pub fn trouble(self) -> String {
        let language = self.language.get();
        self.answer.with(|answer| match answer {
            Some(Err(why)) => trouble(language, why),
            _ => String::new(),
        })
    }

    /// Asks once more.
    pub fn look_again(self) {
        self.again.update(|again| *again += 1);
    }

    /// The page on which something is done.
    pub fn href(self, doing: Doing) -> String {
        Route::CaseStep {
            case: self.id.short(),
            step: doing.code(),
        }
        .href()
    }

    /// Acts, says `done` with 撤销, and then calls `after`; what is refused comes as a sentence.
    pub fn act(
        self,
        command: Command,
        done: fn(Language) -> &'static str,
        busy: RwSignal<bool>,
        after: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let heads = self.now(|page| page.heads.clone()).unwrap_or_default();
        let language = self.language.get_untracked();
        busy.set(true);
        let asked = self.engine.ask(ask::Act {
            case: Some(self.id),
            seen: heads,
            command,
        });
        spawn_local(async move {
            let result = asked.await;
            busy.try_set(false);
            match result {
                Ok(Ok(acted)) => {
                    let undo = move || {
                        undo(
                            self.engine,
                            self.toasts,
                            self.id,
                            acted.entries.clone(),
                            language,
                        )
                    };
                    self.toasts.undoable(done(language), undo);
                    after(Ok(()));
                }
                Ok(Err(why)) => after(Err(refusal(language, &why))),
                Err(why) => after(Err(trouble(language, &why))),
            }
        });
    }

    /// Says what went wrong where nothing nearer can.
    pub fn warn(self, words: String) {
        self.toasts.warn(words);
    }
}

fn page(answer: Option<&Result<Arc<Option<CasePage>>, Trouble>>) -> Option<&CasePage> {
    match answer {
        Some(Ok(page)) => page.as_ref().as_ref(),
        _ => None,
    }
}

/// Takes back what was just done. It outlives the page: the word with 撤销 does too.
fn undo(engine: Engine, toasts: Toasts, case: StreamId, entries: Vec<EntryId>, language: Language) {
    spawn_local(async move {
        for entry in entries.iter().rev() {
            let command = Command::Retract {
                entry: *entry,
                reason: RetractionReason::Undone,
            };
            let asked = engine
                .ask(ask::Act {
                    case: Some(case),
                    seen: entries.clone(),
                    command,
                })
                .await;
            let why = match asked {
                Ok(Ok(_)) => continue,
                Ok(Err(why)) => refusal(language, &why),
                Err(why) => trouble(language, &why),
            };
            return toasts.warn(why);
        }
        toasts.say(say::taken_back(language));
    });
}

/// The name of a mediator or an organisation, as far as this copy knows it.
pub fn name_of(page: &CasePage, id: StreamId) -> Option<String> {
    page.name(id)
}

/// The name, or that it is left out.
pub fn name_or(language: Language, page: &CasePage, id: StreamId) -> String {
    name_of(page, id).unwrap_or_else(|| say::somebody(language).to_owned())
}
