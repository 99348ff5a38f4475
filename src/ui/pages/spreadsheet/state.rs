//! The spreadsheet that one is at: its file, what one chose, and what would come of it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::{
    engine::{
        client::QuestionId,
        protocol::{Ask, Trouble},
    },
    locale::Language,
    ui::{
        data::{Engine, use_engine},
        language::use_language,
        parts::{Toasts, use_toasts},
        trouble::trouble,
    },
};

/// A kind of spreadsheet that can be taken in: what is asked for it, and what comes of it.
pub trait Spreadsheet: Copy + 'static {
    type Choices: Clone + Default + Send + Sync + 'static;
    type Preview: Send + Sync + 'static;
    type Taken: Clone + Send + Sync + 'static;
    type Read: Ask<Answer = Self::Preview> + 'static;
    type Take: Ask<Answer = Self::Taken> + 'static;

    fn read(name: String, choices: Self::Choices) -> Self::Read;

    /// `seen` is what was shown last: what is taken in is that. `corrections` are the rows agreed to.
    fn take(
        name: String,
        choices: Self::Choices,
        corrections: Vec<u32>,
        seen: Option<&Self::Preview>,
    ) -> Self::Take;

    /// Rows whose corrections one can agree to.
    fn correctable(preview: &Self::Preview) -> Vec<u32>;
}

#[derive(Clone)]
pub enum Stage<S: Spreadsheet> {
    Empty,
    Reading,
    Failed(Trouble),
    Seen(Arc<S::Preview>),
    /// What was taken in.
    Taken(S::Taken),
}

/// Copy it into closures at will.
pub struct At<S: Spreadsheet> {
    pub stage: RwSignal<Stage<S>>,
    pub choices: RwSignal<S::Choices>,
    /// Rows whose corrections are agreed to.
    pub corrections: RwSignal<Vec<u32>>,
    pub busy: RwSignal<bool>,
    file: StoredValue<Option<File>, LocalStorage>,
    engine: Engine,
    toasts: Toasts,
    language: RwSignal<Language>,
    /// What was asked for last: an answer to an earlier question comes too late.
    asked: StoredValue<Option<QuestionId>>,
    /// The order in which the columns stand: as they were first shown, or one that was just chosen would go from under
    /// the finger.
    order: StoredValue<Vec<usize>>,
}

// Derived, they would ask that choices can be copied.
impl<S: Spreadsheet> Copy for At<S> {}
impl<S: Spreadsheet> Clone for At<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Spreadsheet> At<S> {
    /// At no file yet.
    pub fn provide() -> Self {
        Self {
            stage: RwSignal::new(Stage::Empty),
            choices: RwSignal::new(S::Choices::default()),
            corrections: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            file: StoredValue::new_local(None),
            engine: use_engine(),
            toasts: use_toasts(),
            language: use_language(),
            asked: StoredValue::new(None),
            order: StoredValue::new(Vec::new()),
        }
    }

    /// Another file: whatever was chosen for the last one is gone with it.
    pub fn open(self, file: File) {
        self.file.set_value(Some(file));
        self.choices.set(S::Choices::default());
        self.corrections.set(Vec::new());
        self.order.set_value(Vec::new());
        self.stage.set(Stage::Reading);
        self.read();
    }

    pub fn close(self) {
        self.file.set_value(None);
        self.stage.set(Stage::Empty);
    }

    /// The file's name; it often tells of an office and a year, so it stays on the page.
    pub fn name(self) -> String {
        self.file
            .with_value(|file| file.as_ref().map_or_else(String::new, File::name))
    }

    /// The columns in the order in which they were first shown: by `key`, what one should look at first.
    pub fn in_order<C, K: Ord>(
        self,
        mut columns: Vec<C>,
        place: impl Fn(&C) -> usize,
        key: impl Fn(&C) -> K,
    ) -> Vec<C> {
        if self.order.with_value(Vec::len) != columns.len() {
            columns.sort_by_key(key);
            self.order.set_value(columns.iter().map(&place).collect());
        }
        self.order.with_value(|order| {
            columns.sort_by_key(|column| order.iter().position(|at| *at == place(column)));
        });
        columns
    }

    /// Reads again with something chosen otherwise. What stands there stays until the answer comes.
    pub fn choose(self, change: impl FnOnce(&mut S::Choices)) {
        self.choices.update(change);
        self.read();
    }

    fn read(self) {
        let Some(file) = self.file.get_value() else {
            return;
        };
        self.busy.set(true);
        let question = S::read(file.name(), self.choices.get_untracked());
        let (answer, id) = self.engine.ask_cancellable(question, Some(file.into()));
        self.asked.set_value(Some(id));
        spawn_local(async move {
            let answer = answer.await;
            if self.asked.try_get_value() != Some(Some(id)) {
                return;
            }
            let stage = match answer {
                Ok(preview) => {
                    // A correction that is there no more cannot be agreed to.
                    let correctable = S::correctable(&preview);
                    self.corrections
                        .try_update(|rows| rows.retain(|row| correctable.contains(row)));
                    Stage::Seen(Arc::new(preview))
                }
                Err(Trouble::Cancelled) => Stage::Empty,
                Err(cause) => Stage::Failed(cause),
            };
            self.busy.try_set(false);
            self.stage.try_set(stage);
        });
    }

    pub fn take(self) {
        let Some(file) = self.file.get_value() else {
            return;
        };
        self.busy.set(true);
        let corrections = self.corrections.get_untracked();
        let question = self.stage.with_untracked(|stage| {
            let seen = match stage {
                Stage::Seen(preview) => Some(preview.as_ref()),
                _ => None,
            };
            S::take(file.name(), self.choices.get_untracked(), corrections, seen)
        });
        let (answer, id) = self.engine.ask_cancellable(question, Some(file.into()));
        self.asked.set_value(Some(id));
        spawn_local(async move {
            match answer.await {
                Ok(taken) => drop(self.stage.try_set(Stage::Taken(taken))),
                // What was seen still stands.
                Err(Trouble::Cancelled) => {}
                Err(cause) => self
                    .toasts
                    .warn(trouble(self.language.get_untracked(), &cause)),
            }
            self.busy.try_set(false);
        });
    }

    /// Stops what is under way: a reading leads back to the choice of a file, a taking to what was seen.
    pub fn stop(self) {
        if let Some(id) = self.asked.get_value() {
            self.engine.cancel(id);
        }
    }
}
