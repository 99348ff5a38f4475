//! The worker's volumes: what is asked now and then lies in wasm files of its own and is fetched when it is
//! first needed, so that the register stands before they have come down. `.ci/split.mjs` cuts the module
//! at the functions of `apart`; a debug build is whole.

use std::future::Future;
use std::pin::Pin;

use web_sys::Blob;

use super::super::protocol::{Request, Trouble};
use super::{Answer, Open, files as far};

type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
type Files = for<'a> fn(&'a mut Open, Request, Option<Blob>) -> Later<'a, Answer>;
type Demonstrate = for<'a> fn(&'a mut Open, String, String) -> Later<'a, Result<(), Trouble>>;
type Furnish = for<'a> fn(&'a mut Open) -> Later<'a, Result<(), Trouble>>;

fn answer_with_files<'a>(
    engine: &'a mut Open,
    request: Request,
    file: Option<Blob>,
) -> Later<'a, Answer> {
    Box::pin(far::answer(engine, request, file))
}

fn tell_the_region<'a>(
    engine: &'a mut Open,
    scenario: String,
    towns: String,
) -> Later<'a, Result<(), Trouble>> {
    Box::pin(async move { engine.demonstrate(&scenario, &towns).await })
}

fn furnish_a_sandbox(engine: &mut Open) -> Later<'_, Result<(), Trouble>> {
    Box::pin(engine.furnish())
}

#[cfg(debug_assertions)]
mod whole {
    #![allow(clippy::unused_async)] // As in `apart`, where they wait for a file.

    use super::*;

    pub async fn files() -> Result<Files, Trouble> {
        Ok(answer_with_files)
    }

    pub async fn demonstrate() -> Result<Demonstrate, Trouble> {
        Ok(tell_the_region)
    }

    pub async fn furnish() -> Result<Furnish, Trouble> {
        Ok(furnish_a_sandbox)
    }
}
#[cfg(debug_assertions)]
pub(super) use whole::{demonstrate, files, furnish};

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

    #[wasm_split(exchange, fallible)]
    pub fn files() -> Result<Files, Trouble> {
        Ok(answer_with_files)
    }

    #[wasm_split(training, fallible)]
    pub fn demonstrate() -> Result<Demonstrate, Trouble> {
        Ok(tell_the_region)
    }

    #[wasm_split(training, fallible)]
    pub fn furnish() -> Result<Furnish, Trouble> {
        Ok(furnish_a_sandbox)
    }
}
#[cfg(not(debug_assertions))]
pub(super) use apart::{demonstrate, files, furnish};
