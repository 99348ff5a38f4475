//! What one was typing, kept as one types. The engine holds it with the workspace.

use std::time::Duration;

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{
    engine::{Engine, use_engine},
    now,
};
use crate::{
    engine::protocol::{Kept, Trouble, ask},
    locale::app as say,
    ui::{browser::own_key, language::t},
};

/// So long after the last key a draft is kept.
const PAUSE: Duration = Duration::from_millis(400);

/// A form's draft: a text, JSON as a rule. Copy it into closures at will.
#[derive(Clone, Copy)]
pub struct Draft {
    form: StoredValue<String>,
    /// Its name and what lies there by it, as far as this window knows: another may fill in the same form.
    lies: StoredValue<(String, String)>,
    engine: Engine,
    /// What is not kept yet.
    unkept: StoredValue<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// `9:42`, once something was kept.
    kept: RwSignal<Option<String>>,
}

/// The draft of the form with this key: `intake`, `case/…/session`. Leaving the page keeps it.
#[must_use]
pub fn draft(form: impl Into<String>) -> Draft {
    let form = form.into();
    let draft = Draft {
        lies: StoredValue::new((form.clone(), String::new())),
        form: StoredValue::new(form),
        engine: use_engine(),
        unkept: StoredValue::new(None),
        timer: StoredValue::new(None),
        kept: RwSignal::new(None),
    };
    // A phone may end a page that is out of sight without another word.
    let hiding = window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            draft.leave();
        }
    });
    let leaving = window_event_listener_untyped("pagehide", move |_| draft.leave());
    on_cleanup(move || {
        draft.flush();
        hiding.remove();
        leaving.remove();
    });
    draft
}

impl Draft {
    /// What was kept, if anything: await it once, before the form is shown.
    pub async fn load(self) -> Option<String> {
        let form = self.form.try_get_value()?;
        let own = self.own().as_ref().and_then(Beside::read);
        let draft = own.unwrap_or(form);
        // The engine first: with its answer is known whether what this form was left with before has been kept.
        let question = ask::Draft { draft };
        let kept = self.engine.ask(question).await.ok().flatten();
        let kept = kept.map(|Kept { draft, text }| {
            self.is_called(&draft);
            self.lies.try_set_value((draft, text.clone()));
            text
        });
        let beside = self.beside();
        let Some(text) = beside.as_ref().and_then(Beside::read) else {
            return kept;
        };
        if let Some(lay) = self.sends(&text)
            && self.keep(lay, &text).await.is_ok()
            && let Some(beside) = beside
        {
            beside.take();
        }
        Some(text)
    }

    /// Keeps the text a moment after the last change.
    pub fn set(self, text: String) {
        self.unkept.set_value(Some(text));
        self.stop_timer();
        let timer = set_timeout_with_handle(move || self.flush(), PAUSE);
        self.timer.set_value(timer.ok());
    }

    /// Keeps at once what is not kept yet. What the engine refuses, for the disk is full, stands beside it until it can.
    pub fn flush(self) {
        self.stop_timer();
        let text = self.unkept.try_get_value().flatten();
        let Some((text, lay)) = text.and_then(|text| Some((text.clone(), self.sends(&text)?)))
        else {
            return;
        };
        let beside = self.beside();
        spawn_local(async move {
            let kept = self.keep(lay, &text).await.is_ok();
            // Typed meanwhile; from a form that is gone nothing comes any more.
            let newer = self.unkept.try_get_value().flatten();
            let newer = newer.filter(|newer| *newer != text);
            if !kept {
                if let Some(beside) = beside {
                    beside.put(newer.as_ref().unwrap_or(&text));
                }
                self.kept.try_set(None);
                return;
            }
            if newer.is_none() {
                self.unkept.try_set_value(None);
                if let Some(beside) = beside {
                    beside.take();
                }
            }
            let at = now();
            let note = format!("{}:{:02}", at.hour(), at.minute());
            self.kept.try_set((!text.is_empty()).then_some(note));
        });
    }

    /// As `flush`, where the page may end before the engine, which ends with it, has written: what is not kept yet
    /// stands beside it, in this tab alone, until it is.
    fn leave(self) {
        let unkept = self.unkept.try_get_value().flatten();
        if let (Some(text), Some(beside)) = (unkept, self.beside()) {
            beside.put(&text);
        }
        self.flush();
    }

    /// Its place beside the engine: of this workspace and this form.
    fn beside(self) -> Option<Beside> {
        self.place("")
    }

    /// The place of its name, in this tab: none where it is the form's.
    fn own(self) -> Option<Beside> {
        self.place("draft of ")
    }

    fn place(self, what: &str) -> Option<Beside> {
        let about = self.engine.about().try_get_untracked().flatten()?;
        let form = self.form.try_get_value()?;
        let workspace = about.workspace.code();
        Some(Beside::of(&format!("{workspace} {what}{form}")))
    }

    /// Drops it: what it was for is done.
    pub fn forget(self) {
        self.stop_timer();
        self.unkept.try_set_value(None);
        self.kept.try_set(None);
        let Some(lay) = self.sends("") else { return };
        let beside = [self.beside(), self.own()];
        spawn_local(async move {
            // A draft that could not be dropped is offered again, which does no harm.
            let _ = self.keep(lay, "").await;
            // After the answers to what was sent before.
            for one in beside.into_iter().flatten() {
                one.take();
            }
        });
    }

    /// Its key: the address of its form.
    #[must_use]
    pub fn form(self) -> String {
        self.form.get_value()
    }

    /// 草稿已存 9:42; empty until something was kept. Call it while the component is set up.
    #[must_use]
    pub fn note(self) -> Signal<String> {
        t(move |l| {
            self.kept
                .get()
                .map_or_else(String::new, |at| say::draft_kept(l, &at))
        })
    }

    /// Remembers its name through a reload.
    fn is_called(self, draft: &str) {
        let Some(own) = self.own() else { return };
        if self.form.try_get_value().as_deref() == Some(draft) {
            own.take();
        } else {
            own.put(draft);
        }
    }

    /// Its name and what lies there, before this text is sent: what is sent next comes after it. At once, for the form
    /// may be gone a moment later.
    fn sends(self, text: &str) -> Option<(String, String)> {
        let lay = self.lies.try_get_value()?;
        self.lies.try_set_value((lay.0.clone(), text.to_owned()));
        Some(lay)
    }

    async fn keep(self, (draft, last): (String, String), text: &str) -> Result<(), Trouble> {
        let question = || ask::KeepDraft {
            draft: draft.clone(),
            last: last.clone(),
            text: text.to_owned(),
        };
        let kept = match self.engine.ask(question()).await {
            // Started again by then.
            Err(Trouble::EngineStopped) => self.engine.ask(question()).await,
            other => other,
        };
        match kept {
            Ok(name) => {
                if name != draft {
                    self.is_called(&name);
                    self.lies.try_update_value(|(draft, _)| *draft = name);
                }
                Ok(())
            }
            Err(trouble) => {
                self.lies.try_set_value((draft, last));
                Err(trouble)
            }
        }
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

/// A key of the tab's own storage, which outlives a reload and goes with the tab.
#[derive(Clone)]
pub struct Beside(String);

impl Beside {
    /// The place of what has no workspace to be kept with, or isn't kept there yet.
    #[must_use]
    pub fn of(what: &str) -> Self {
        Self(own_key(&format!("unkept {what}")))
    }

    pub fn put(&self, text: &str) {
        if let Some(storage) = tab_storage() {
            // Full or forbidden: then the engine alone has it, as far as it comes.
            let _ = storage.set_item(&self.0, text);
        }
    }

    #[must_use]
    pub fn read(&self) -> Option<String> {
        tab_storage()?.get_item(&self.0).ok().flatten()
    }

    pub fn take(&self) -> Option<String> {
        let text = self.read();
        if let Some(storage) = tab_storage() {
            let _ = storage.remove_item(&self.0);
        }
        text
    }
}

fn tab_storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
