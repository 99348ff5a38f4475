//! Where records are kept: segments under a manifest, a tail of single appends, drafts, read models.
//!
//! One trait, two houses: IndexedDB in the browser, memory for tests and the command line. Knows lines
//! and records of a desk; knows no case and no view.

#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod memory;
pub mod segment;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

pub use segment::{
    Loose, Manifest, Packed, Segment, SegmentBuilder, SegmentBytes, SegmentIndex, SegmentInfo,
};

/// Why the store could not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreTrouble {
    /// The disk, or this site's share of it, is full. Nothing was written.
    Full,
    /// Another tab put other segments in force since the manifest was read: read again.
    Stale,
    /// What lies there was changed or cut short, or is gone.
    Damaged(String),
    /// The connection was closed behind our back, in the browser's words: nothing was written, and the next asks for
    /// another.
    Closed(String),
    /// The database failed, in its own words.
    Failed(String),
}

/// A line of the tail and its place there.
pub type TailLine = (u64, String);

/// Small values that belong to the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Note {
    /// The desk: its key, place, people, habits and its count of entries.
    Desk,
    /// When the last backup was made.
    Backup,
}

impl Note {
    /// The key under which it lies.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Backup => "backup",
        }
    }
}

/// What an append sees inside its transaction, and what it writes there.
pub struct Appending {
    /// Lines that other tabs appended since `after`.
    pub fresh: Vec<TailLine>,
    /// The desk as it lies now.
    pub desk: Option<String>,
}

/// What an append writes: lines, and the desk as it is to lie.
pub struct Append {
    pub lines: Vec<String>,
    pub desk: Option<String>,
}

/// A place where one workspace is kept. Everything acknowledged has been written durably.
#[allow(async_fn_in_trait)] // One thread: no future needs to be sent.
pub trait Store {
    async fn manifest(&self) -> Result<Manifest, StoreTrouble>;

    /// Lines of the tail after the given place.
    async fn tail(&self, after: u64) -> Result<Vec<TailLine>, StoreTrouble>;

    /// In one transaction: reads what others appended, lets `decide` run on it, writes what it gives.
    /// `decide` is pure and synchronous; the transaction is the lock between tabs. The segments must
    /// still be those of `manifest`, or it is [`StoreTrouble::Stale`]. Gives the places of the lines.
    async fn append<E>(
        &self,
        manifest: u64,
        after: u64,
        decide: impl FnOnce(Appending) -> Result<Append, E>,
    ) -> Result<Result<Vec<u64>, E>, StoreTrouble>;

    /// The lines of a segment, as they came, each ended by a line break. [`StoreTrouble::Damaged`] where they cannot
    /// be unpacked or are gone.
    async fn segment(&self, key: u32) -> Result<Vec<u8>, StoreTrouble>;

    /// What is in each of these segments, in their order; nothing where an index cannot be read or is gone.
    async fn indexes(&self, keys: &[u32]) -> Result<Vec<SegmentIndex>, StoreTrouble>;

    /// Writes segments that no manifest names yet, under their keys. They may still be on their way to the disk
    /// afterwards: [`Self::put_in_force`] waits for all of them. Several at once cost the disk little more than one.
    async fn stage(&self, segments: &[(u32, &Packed)]) -> Result<(), StoreTrouble>;

    /// Puts a manifest in force, if the one in force is `from`; in the same transaction drops these stretches of the
    /// tail, and puts down the desk where given.
    async fn put_in_force(
        &self,
        from: u64,
        manifest: &Manifest,
        tail: &[RangeInclusive<u64>],
        desk: Option<&str>,
    ) -> Result<(), StoreTrouble>;

    /// Drops segments that were staged and are not to be put in force, or were in force and are replaced.
    async fn unstage(&self, keys: &[u32]) -> Result<(), StoreTrouble>;

    /// Drops what was left behind: segments that the manifest in force does not name, unless another tab has some
    /// staged.
    async fn sweep(&self) -> Result<(), StoreTrouble>;

    async fn note(&self, note: Note) -> Result<Option<String>, StoreTrouble>;
    async fn set_note(&self, note: Note, text: &str) -> Result<(), StoreTrouble>;

    async fn draft(&self, form: &str) -> Result<Option<String>, StoreTrouble>;
    /// Empty text drops the draft.
    async fn keep_draft(&self, form: &str, text: &str) -> Result<(), StoreTrouble>;
    async fn drafts(&self) -> Result<Vec<(String, String)>, StoreTrouble>;

    /// A part of a read model that was kept.
    async fn view(&self, key: &str) -> Result<Option<Vec<u8>>, StoreTrouble>;
    /// Several of them in their order, those that are there; the disk reads the next while one is taken.
    async fn views(&self, keys: Vec<String>, take: impl FnMut(Vec<u8>))
    -> Result<(), StoreTrouble>;
    /// Keeps parts of read models, all or none.
    async fn keep_views(&self, parts: Vec<(String, Vec<u8>)>) -> Result<(), StoreTrouble>;

    /// Drops everything.
    async fn clear(&self) -> Result<(), StoreTrouble>;
}
