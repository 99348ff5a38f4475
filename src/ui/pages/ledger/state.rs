//! The ledger that one is at: its file, what one chose, and what would come of it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::{
    engine::client::QuestionId,
    engine::protocol::{LedgerChoices, LedgerColumn, LedgerPreview, LedgerTaken, Trouble, ask},
    locale::Language,
    ui::{
        data::{Engine, use_engine},
        language::use_language,
        parts::{Toasts, use_toasts},
        trouble::trouble,
    },
};

#[derive(Clone)]
pub(super) enum Stage {
    Empty,
    Reading,
    Failed(Trouble),
    Seen(Arc<LedgerPreview>),
    /// What was taken in.
    Taken(LedgerTaken),
}

/// Copy it into closures at will.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub stage: RwSignal<Stage>,
    pub choices: RwSignal<LedgerChoices>,
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

pub(super) fn provide() -> At {
    At {
        stage: RwSignal::new(Stage::Empty),
        choices: RwSignal::new(LedgerChoices::default()),
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

impl At {
    /// Another file: whatever was chosen for the last one is gone with it.
    pub fn open(self, file: File) {
        self.file.set_value(Some(file));
        self.choices.set(LedgerChoices::default());
        self.corrections.set(Vec::new());
        self.order.set_value(Vec::new());
        self.stage.set(Stage::Reading);
        self.read();
    }

    pub fn close(self) {
        self.file.set_value(None);
        self.stage.set(Stage::Empty);
    }

    /// The file's name; a ledger's often tells of an office and a year, so it stays on the page.
    pub fn name(self) -> String {
        self.file
            .with_value(|file| file.as_ref().map_or_else(String::new, File::name))
    }

    /// The columns in the order in which they were first shown: by `key`, what one should look at first.
    pub fn in_order(
        self,
        mut columns: Vec<LedgerColumn>,
        key: impl Fn(&LedgerColumn) -> (bool, bool),
    ) -> Vec<LedgerColumn> {
        if self.order.with_value(Vec::len) != columns.len() {
            columns.sort_by_key(key);
            let places = columns.iter().map(|column| column.place).collect();
            self.order.set_value(places);
        }
        self.order.with_value(|order| {
            let stands = |column: &LedgerColumn| order.iter().position(|at| *at == column.place);
            columns.sort_by_key(stands);
        });
        columns
    }

    /// Reads again with something chosen otherwise. What stands there stays until the answer comes.
    pub fn choose(self, change: impl FnOnce(&mut LedgerChoices)) {
        self.choices.update(change);
        self.read();
    }

    fn read(self) {
        let Some(file) = self.file.get_value() else {
            return;
        };
        self.busy.set(true);
        let question = ask::ReadLedger {
            name: file.name(),
            choices: self.choices.get_untracked(),
        };
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
                    self.corrections.try_update(|rows| {
                        rows.retain(|row| {
                            preview
                                .corrections
                                .iter()
                                .any(|c| c.row == *row && c.refused.is_none())
                        });
                    });
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
        // What is taken in is what was shown.
        let habits = self.stage.with_untracked(|stage| match stage {
            Stage::Seen(preview) => Some(preview.habits.clone()),
            _ => None,
        });
        let question = ask::TakeLedger {
            name: file.name(),
            choices: LedgerChoices {
                habits,
                ..self.choices.get_untracked()
            },
            corrections,
        };
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
