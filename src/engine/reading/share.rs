//! Shares of a bundle, each read by a worker of its own. Between two shares the file is cut where a stream begins,
//! which both find alike: the line at or after the cut, and those of its stream that follow it, are the earlier one's.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;

/// Bytes of the file between which a share lies; none: its beginning, its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub from: Option<u64>,
    pub until: Option<u64>,
}

/// Whose a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    Ours,
    Beyond,
}

/// Looks at the lines of a share as they come.
#[derive(Debug, Default)]
pub(super) struct Edges {
    share: Share,
    /// The stream that goes on from the share before.
    skipped: Option<StreamId>,
    begun: bool,
    last: Option<StreamId>,
    /// The line at which the next share looks for its beginning.
    pub edge: Option<u64>,
}

impl Share {
    /// The whole file.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}

impl Edges {
    pub fn of(share: Share) -> Self {
        Self {
            share,
            begun: share.from.is_none(),
            ..Self::default()
        }
    }

    /// Whose the line is that begins at byte `start` of the file.
    pub fn side(&mut self, stream: StreamId, start: u64, number: u64) -> Side {
        let late = self.share.until.is_some_and(|until| start >= until);
        if late && self.edge.is_none() {
            self.edge = Some(number);
            self.last = Some(stream);
        }
        if !self.begun && *self.skipped.get_or_insert(stream) == stream {
            return Side::Before;
        }
        self.begun = true;
        if late && self.last != Some(stream) {
            Side::Beyond
        } else {
            Side::Ours
        }
    }
}
