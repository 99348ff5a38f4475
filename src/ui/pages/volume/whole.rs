//! A debug build in one file: the volumes are there.

use super::{Draw, NotFetched, Volume, drawn};

#[allow(clippy::unused_async)] // As in `apart`, where it waits for a file.
pub(super) async fn fetch(volume: Volume) -> Result<Draw, NotFetched> {
    Ok(match volume {
        Volume::Case => drawn::case,
        Volume::Figures => drawn::figures,
        Volume::Directory => drawn::directory,
        Volume::Office => drawn::office,
    })
}
