//! The points at which the module is cut. What only a cut function reaches goes into its file.

#![allow(improper_ctypes_definitions)] // Both sides of a cut come from one run of the compiler.

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Draw, NotFetched, Volume, drawn};

pub(super) async fn fetch(volume: Volume) -> Result<Draw, NotFetched> {
    match volume {
        Volume::Case => case().await,
        Volume::Figures => figures().await,
        Volume::Directory => directory().await,
        Volume::Office => office().await,
    }
    .map_err(|_| NotFetched)
}

#[wasm_split(case, fallible)]
fn case() -> Result<Draw, SplitLoaderError> {
    Ok(drawn::case)
}

#[wasm_split(figures, fallible)]
fn figures() -> Result<Draw, SplitLoaderError> {
    Ok(drawn::figures)
}

#[wasm_split(directory, fallible)]
fn directory() -> Result<Draw, SplitLoaderError> {
    Ok(drawn::directory)
}

#[wasm_split(office, fallible)]
fn office() -> Result<Draw, SplitLoaderError> {
    Ok(drawn::office)
}
