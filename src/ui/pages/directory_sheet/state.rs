//! The directory that one is at: its file, what one chose, and what would come of it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::{
    engine::{
        client::QuestionId,
        directory::{DirectoryChoices, DirectoryPreview, DirectoryTaken},
        protocol::{Trouble, ask},
    },
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
    Seen(Arc<DirectoryPreview>),
    /// What was taken in.
    Taken(DirectoryTaken),
}

/// Copy it into closures at will.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub stage: RwSignal<Stage>,
    pub choices: RwSignal<DirectoryChoices>,
    /// Rows whose corrections are agreed to.
    pub corrections: RwSignal<Vec<u32>>,
    pub busy: RwSignal<bool>,
    file: StoredValue<Option<File>, LocalStorage>,
    engine: Engine,
    toasts: Toasts,
    language: RwSignal<Language>,
    /// What was asked for last: an answer to an earlier question comes too late.
    asked: StoredValue<Option<QuestionId>>,
}

pub(super) fn provide() -> At {
    At {
        stage: RwSignal::new(Stage::Empty),
        choices: RwSignal::new(DirectoryChoices::default()),
        corrections: RwSignal::new(Vec::new()),
        busy: RwSignal::new(false),
        file: StoredValue::new_local(None),
        engine: use_engine(),
        toasts: use_toasts(),
        language: use_language(),
        asked: StoredValue::new(None),
    }
}

impl At {
    /// Another file: whatever was chosen for the last one is gone with it.
    pub fn open(self, file: File) {
        self.file.set_value(Some(file));
        self.choices.set(DirectoryChoices::default());
        self.corrections.set(Vec::new());
        self.stage.set(Stage::Reading);
        self.read();
    }

    pub fn close(self) {
        self.file.set_value(None);
        self.stage.set(Stage::Empty);
    }

    pub fn name(self) -> String {
        self.file
            .with_value(|file| file.as_ref().map_or_else(String::new, File::name))
    }

    /// Reads again with something chosen otherwise. What stands there stays until the answer comes.
    pub fn choose(self, change: impl FnOnce(&mut DirectoryChoices)) {
        self.choices.update(change);
        self.read();
    }

    fn read(self) {
        let Some(file) = self.file.get_value() else {
            return;
        };
        self.busy.set(true);
        let question = ask::ReadDirectory {
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
                    // What is there no more cannot be agreed to.
                    let can = |row: &u32| {
                        let mut changes = preview.changes.iter();
                        changes.any(|change| change.row == *row && change.refused.is_none())
                    };
                    self.corrections.try_update(|rows| rows.retain(can));
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
        let question = ask::TakeDirectory {
            name: file.name(),
            choices: self.choices.get_untracked(),
            corrections: self.corrections.get_untracked(),
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

    /// Stops what is under way.
    pub fn stop(self) {
        if let Some(id) = self.asked.get_value() {
            self.engine.cancel(id);
        }
    }
}
