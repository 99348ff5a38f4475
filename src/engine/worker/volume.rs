//! The worker's volumes: what is asked now and then lies in wasm files of its own and is fetched when it is
//! first needed, so that the register stands before they have come down. They are cut together with the
//! page's (`ui::pages::volume`): a page and its answers come in one file. `.ci/split.mjs` cuts at the
//! functions of `apart`; a debug build is whole.

use std::future::Future;
use std::pin::Pin;

use super::super::machine::Browser;
use super::super::protocol::{Trouble, WorkspaceKind, WorkspaceLine};
use super::asked::{Asked, Said};
use super::training::Tellers;
use super::{
    Open, case as of_case, figures as of_figures, office as of_office, record as of_record,
    training as of_training,
};
use crate::store::indexed_db::IndexedDb;

type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
type Answer = for<'a> fn(&'a mut Open, Asked) -> Later<'a, Said>;
type Opened = Later<'static, Result<Open, Trouble>>;
type Described<'a> = Later<'a, Option<WorkspaceLine>>;
type Tell = for<'a> fn(&'a mut Open, Tellers) -> Later<'a, Result<(), Trouble>>;
type Fill = for<'a> fn(&'a mut Open) -> Later<'a, Result<(), Trouble>>;

fn answer_case(engine: &mut Open, asked: Asked) -> Later<'_, Said> {
    Box::pin(of_case::answer(engine, asked))
}

fn answer_figures(engine: &mut Open, asked: Asked) -> Later<'_, Said> {
    Box::pin(of_figures::answer(engine, asked))
}

fn answer_office(engine: &mut Open, asked: Asked) -> Later<'_, Said> {
    Box::pin(of_office::answer(engine, asked))
}

/// What reads and folds the record.
pub struct Record {
    pub open: fn(IndexedDb, Browser, WorkspaceKind) -> Opened,
    pub look: for<'a> fn(&'a mut Open) -> Later<'a, Result<bool, Trouble>>,
    pub read_rows: for<'a> fn(&'a mut Open) -> Later<'a, Result<(), Trouble>>,
    pub read_found: for<'a> fn(&'a mut Open) -> Later<'a, Result<(), Trouble>>,
    /// Gives whether there is more to do.
    pub go_on: for<'a> fn(&'a mut Open) -> Later<'a, Result<bool, Trouble>>,
    pub compact: for<'a> fn(&'a mut Open) -> Later<'a, Result<(), Trouble>>,
    pub describe: for<'a> fn(&'a IndexedDb, WorkspaceKind) -> Described<'a>,
}

fn of_record() -> Record {
    Record {
        open: |store, browser, kind| Box::pin(of_record::open(store, browser, kind)),
        look: |engine| Box::pin(engine.look()),
        read_rows: |engine| Box::pin(engine.read_rows()),
        read_found: |engine| Box::pin(engine.read_found()),
        go_on: |engine| Box::pin(engine.go_on()),
        compact: |engine| Box::pin(engine.compact()),
        describe: |store, kind| Box::pin(of_record::describe(store, kind)),
    }
}

fn tell_the_region(engine: &mut Open, tellers: Tellers) -> Later<'_, Result<(), Trouble>> {
    Box::pin(of_training::tell_the_region(engine, tellers))
}

fn furnish_a_sandbox(engine: &mut Open) -> Later<'_, Result<(), Trouble>> {
    Box::pin(engine.furnish())
}

#[cfg(debug_assertions)]
mod whole {
    #![allow(clippy::unused_async)] // As in `apart`, where they wait for a file.

    use super::*;

    pub async fn case() -> Result<Answer, Trouble> {
        Ok(answer_case)
    }

    pub async fn figures() -> Result<Answer, Trouble> {
        Ok(answer_figures)
    }

    pub async fn record() -> Result<Record, Trouble> {
        Ok(of_record())
    }

    pub async fn office() -> Result<Answer, Trouble> {
        Ok(answer_office)
    }

    pub async fn demonstrate() -> Result<Tell, Trouble> {
        Ok(tell_the_region)
    }

    pub async fn furnish() -> Result<Fill, Trouble> {
        Ok(furnish_a_sandbox)
    }
}
#[cfg(debug_assertions)]
pub(super) use whole::{case, demonstrate, figures, furnish, office, record};

#[cfg(not(debug_assertions))]
mod apart {
    #![allow(improper_ctypes_definitions)] // Both sides of a cut come from one run of the compiler.

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::*;

    impl From<SplitLoaderError> for Trouble {
        fn from(_: SplitLoaderError) -> Self {
            Self::NotFetched
        }
    }

    #[wasm_split(case, fallible)]
    pub fn case() -> Result<Answer, Trouble> {
        Ok(answer_case)
    }

    #[wasm_split(figures, fallible)]
    pub fn figures() -> Result<Answer, Trouble> {
        Ok(answer_figures)
    }

    #[wasm_split(record, fallible)]
    pub fn record() -> Result<Record, Trouble> {
        Ok(of_record())
    }

    #[wasm_split(office, fallible)]
    pub fn office() -> Result<Answer, Trouble> {
        Ok(answer_office)
    }

    #[wasm_split(training, fallible)]
    pub fn demonstrate() -> Result<Tell, Trouble> {
        Ok(tell_the_region)
    }

    #[wasm_split(training, fallible)]
    pub fn furnish() -> Result<Fill, Trouble> {
        Ok(furnish_a_sandbox)
    }
}
#[cfg(not(debug_assertions))]
pub(super) use apart::{case, demonstrate, figures, furnish, office, record};
