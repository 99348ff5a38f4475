//! The long work, apart from the engine: reading a bundle, telling the demonstration region. It gives segments,
//! packed where they go to the disk at once, and rows ready for the views, and knows no store.
//!
//! In the browser it is done in a worker of its own, by a second wasm that is made for speed where the app's is
//! made small (`beside`, `worker`); elsewhere in the same thread (`here`). What is done is the same.

#[cfg(target_arch = "wasm32")]
pub mod beside;
mod bundle;
#[cfg(target_arch = "wasm32")]
pub mod file;
mod here;
#[cfg(target_arch = "wasm32")]
mod message;
mod region;
mod seen;
mod share;
mod shares;
#[cfg(target_arch = "wasm32")]
pub mod worker;

use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::{DeskId, StreamId, StreamKind};
use crate::exchange::bundle::{Counted, Foot, Preview};
use crate::law::day::Day;
use crate::record::{Chronicle, World};
use crate::store::{Loose, Packed, SegmentIndex};
use crate::views::chunk::Sealed;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::desk::DeskRecord;
use super::protocol::Trouble;
use super::run::{Machine, Withheld};

pub use here::{Bytes, Here, Source};
pub use share::Share;
pub use shares::Shares;

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
        /// Which desk that is; none where it is not set up.
        desk: Option<DeskId>,
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
    /// One that is shown first and saved later.
    Loose(Loose),
    /// Rows of cases that are new and whole, so many that they are sealed.
    Stretch(Box<Sealed>),
    /// Of new streams that are no cases, what came whole so far: the engine takes it in while the next is read.
    Network(Box<Network>),
    /// Of a share of a bundle: what its foot is compared with.
    Counted(Counted),
    /// What came so far is to be forgotten: all of it comes once more.
    Again,
    /// So far.
    Came {
        done: u64,
        of: u64,
    },
    End(Box<End>),
}

/// What was read, beside the segments.
#[derive(Serialize, Deserialize)]
pub enum End {
    Bundle(Bundle),
    Share(ShareEnd),
    Region(Region),
}

/// A bundle that was read to its end and found whole.
#[derive(Serialize, Deserialize)]
pub struct Bundle {
    pub rows: Rows,
    /// Concurrent edits and anomalies of streams that are known are for the engine to count.
    #[serde(with = "as_text")]
    pub preview: Preview,
    /// Streams to be folded from the store once the segments are in force.
    pub refold: BTreeSet<StreamId>,
    /// Leaves of new streams that are erased and lie open: they go before anything is in force.
    pub gone: BTreeSet<ErasedLeaf>,
    pub counts: Counts,
    /// Of a backup: settings and drafts.
    pub backup: Option<String>,
}

/// A share of a bundle that was read to its end: not compared with the foot yet.
#[derive(Serialize, Deserialize)]
pub struct ShareEnd {
    pub bundle: Bundle,
    /// Where the share went to the end of the file.
    #[serde(with = "as_text")]
    pub foot: Option<Foot>,
    /// The line at which the next share looked for its beginning, as this one counts; and how many there were.
    pub edge: Option<u64>,
    pub lines: u64,
    /// All streams of the share.
    pub streams: BTreeSet<StreamId>,
}

/// What leaves fields out when it is written travels as text: postcard couldn't read it again.
mod as_text {
    use serde::de::{DeserializeOwned, Error as _};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::Error as _};

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        let text = serde_json::to_string(value).map_err(S::Error::custom)?;
        text.serialize(to)
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        from: D,
    ) -> Result<T, D::Error> {
        let text = String::deserialize(from)?;
        serde_json::from_str(&text).map_err(D::Error::custom)
    }
}

impl Counts {
    fn add(&mut self, more: Self) {
        self.new += more.new;
        self.fuller += more.fuller;
        self.cases += more.cases;
        self.erasures += more.erasures;
    }
}

/// What a preview says of a stream that is new here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    case: bool,
    /// A case whose beginning is missing.
    unplaced: bool,
    disputed: bool,
    organisation: bool,
    anomalies: u64,
}

impl Said {
    pub(super) fn of_case(chronicle: &Chronicle, case: &Case) -> Self {
        // One that was voided comes along, and counts nowhere.
        let counts = case.counts();
        Self {
            case: counts,
            unplaced: !chronicle.has_beginning(),
            disputed: counts && case.questions() > 0,
            organisation: false,
            anomalies: case.anomalies.len() as u64,
        }
    }

    pub(super) fn of_other(stream: StreamId, chronicle: &Chronicle) -> Self {
        Self {
            organisation: stream.kind == StreamKind::ORGANISATION,
            anomalies: chronicle.anomalies.len() as u64,
            ..Self::default()
        }
    }

    pub(super) fn say(self, stream: StreamId, preview: &mut Preview, counts: &mut Counts) {
        preview.anomalies += self.anomalies;
        preview.new_cases += u64::from(self.case);
        counts.cases += u64::from(self.case);
        preview.unplaced += u64::from(self.unplaced);
        preview.new_organisations += u64::from(self.organisation);
        if self.disputed {
            preview.disputed.push(stream);
        }
    }

    /// Undoes [`Self::say`].
    pub(super) fn unsay(self, stream: StreamId, preview: &mut Preview, counts: &mut Counts) {
        preview.anomalies -= self.anomalies;
        preview.new_cases -= u64::from(self.case);
        counts.cases -= u64::from(self.case);
        preview.unplaced -= u64::from(self.unplaced);
        preview.new_organisations -= u64::from(self.organisation);
        if self.disputed {
            preview.disputed.retain(|other| *other != stream);
        }
    }
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
#[derive(Serialize, Deserialize)]
pub struct Region {
    pub rows: Rows,
    /// The desk that a visitor acts at.
    #[serde(with = "as_text")]
    pub desk: Option<DeskRecord>,
}

/// What new streams that came whole say in the views, beside what was handed out before.
#[derive(Default, Serialize, Deserialize)]
pub struct Rows {
    pub rows: Vec<CaseRow>,
    pub found: Vec<Findable>,
    /// Cases that come voided.
    pub voided: Vec<(CaseRow, Findable)>,
    #[serde(with = "as_text")]
    pub network: Network,
    pub withheld: Withheld,
    /// Cases whose beginning is missing or cannot be read.
    pub unplaced: BTreeSet<StreamId>,
}

/// So many streams that are no cases are handed out together.
const TOGETHER: usize = 512;

/// Somebody who does the long work, in this thread or beside it.
#[allow(async_fn_in_trait)] // One thread.
pub trait Reads {
    async fn begin(&mut self, task: &Task) -> Result<(), Trouble>;
    /// What comes next; nothing comes after the end.
    async fn next(&mut self) -> Result<Step, Trouble>;
}

/// What comes next, not waited for any longer once the person stopped it: whoever reads may be deep in a file that
/// takes minutes, and says nothing meanwhile.
pub(super) async fn unless_stopped(
    machine: &impl Machine,
    reads: &mut impl Reads,
) -> Result<Step, Trouble> {
    let mut next = pin!(reads.next());
    poll_fn(|context| {
        machine.wake_when_stopped(context.waker());
        if machine.stopped() {
            return Poll::Ready(Err(Trouble::Cancelled));
        }
        next.as_mut().poll(context)
    })
    .await
}
