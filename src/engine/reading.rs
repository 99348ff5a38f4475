//! The long work, apart from the engine: reading a bundle, telling the demonstration region. It gives segments
//! ready for the disk and rows ready for the views, and knows no store.
//!
//! In the browser it is done in a worker of its own, by a second wasm that is made for speed where the app's is
//! made small (`beside`, `worker`); elsewhere in the same thread (`here`). What is done is the same.

#[cfg(target_arch = "wasm32")]
pub mod beside;
mod bundle;
#[cfg(target_arch = "wasm32")]
mod file;
mod here;
#[cfg(target_arch = "wasm32")]
mod message;
mod region;
#[cfg(target_arch = "wasm32")]
pub mod worker;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::StreamId;
use crate::exchange::bundle::Preview;
use crate::law::day::Day;
use crate::record::World;
use crate::store::{Packed, SegmentIndex};
use crate::views::chunk::Sealed;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::desk::DeskRecord;
use super::protocol::{ProgressUnit, Trouble};
use super::run::Withheld;

pub use here::{Bytes, Here, Source};

/// What is to be read.
#[derive(Serialize, Deserialize)]
pub enum Task {
    /// The bundle in a file, for a workspace that has `known` already.
    Bundle {
        name: String,
        world: World,
        /// Beside the message, as bytes.
        #[serde(skip)]
        known: SegmentIndex,
    },
    /// The demonstration region, as a scenario tells it up to today.
    Region {
        scenario: String,
        towns: String,
        today: Day,
        world: World,
    },
}

/// What comes while it is read, the end last.
pub enum Step {
    Segment(Packed),
    /// Rows of cases that are new and whole, so many that they are sealed.
    Stretch(Box<Sealed>),
    /// Of new streams that are no cases, what came whole so far: the engine takes it in while the next is read.
    Network(Box<Network>),
    /// So far.
    Came {
        done: u64,
        of: u64,
        unit: ProgressUnit,
    },
    End(Box<End>),
}

/// What was read, beside the segments.
pub enum End {
    Bundle(Bundle),
    Region(Region),
}

/// A bundle that was read to its end and found whole.
pub struct Bundle {
    pub rows: Rows,
    /// Concurrent edits and anomalies of streams that are known are for the engine to count.
    pub preview: Preview,
    /// Streams to be folded from the store once the segments are in force.
    pub refold: BTreeSet<StreamId>,
    /// Leaves of new streams that are erased and lie open: they go before anything is in force.
    pub gone: BTreeSet<ErasedLeaf>,
    pub counts: Counts,
    /// Of a backup: settings and drafts.
    pub backup: Option<String>,
}

/// How much a bundle brings.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Counts {
    pub new: u64,
    /// Entries that are here, and get leaves that they lack.
    pub fuller: u64,
    pub cases: u64,
    pub erasures: u64,
}

/// A region that was told to its end.
pub struct Region {
    pub rows: Rows,
    /// The desk that a visitor acts at.
    pub desk: Option<DeskRecord>,
}

/// What new streams that came whole say in the views, beside what was handed out before.
#[derive(Default)]
pub struct Rows {
    pub rows: Vec<CaseRow>,
    pub found: Vec<Findable>,
    pub network: Network,
    pub withheld: Withheld,
}

/// So many streams that are no cases are handed out together.
const TOGETHER: usize = 512;

/// Somebody who does the long work, in this thread or beside it.
#[allow(async_fn_in_trait)] // One thread.
pub trait Reads {
    async fn begin(&mut self, task: Task) -> Result<(), Trouble>;
    /// What comes next; nothing comes after the end.
    async fn next(&mut self) -> Result<Step, Trouble>;
}
