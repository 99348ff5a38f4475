//! Shares of the long work, each done by a worker of its own. Between two shares a bundle's file is cut where a
//! stream begins, which both find alike: the line at or after the cut, and those of its stream that follow it, are the
//! earlier one's. A region is told by its desks, each of which writes on its own.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;

/// What one worker is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    #[default]
    Whole,
    /// Of a file: what lies between two bytes; none: its beginning, its end.
    Bytes {
        from: Option<u64>,
        until: Option<u64>,
    },
    /// Of a region: every `of`th desk, from `first` on.
    Desks { first: usize, of: usize },
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
    until: Option<u64>,
    /// The stream that goes on from the share before.
    skipped: Option<StreamId>,
    begun: bool,
    last: Option<StreamId>,
    /// The line at which the next share looks for its beginning.
    pub edge: Option<u64>,
}

impl Share {
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }

    /// Whether rows that are still open come from this one: from the first alone.
    #[must_use]
    pub fn is_first(&self) -> bool {
        match self {
            Self::Whole => true,
            Self::Bytes { from, .. } => from.is_none(),
            Self::Desks { first, .. } => *first == 0,
        }
    }

    /// Between which bytes of a file.
    #[must_use]
    pub fn bytes(&self) -> (Option<u64>, Option<u64>) {
        match self {
            Self::Bytes { from, until } => (*from, *until),
            Self::Whole | Self::Desks { .. } => (None, None),
        }
    }

    /// Whether the desk at this place is told.
    #[must_use]
    pub fn has_desk(&self, place: usize) -> bool {
        match self {
            Self::Desks { first, of } => place % of == *first,
            Self::Whole | Self::Bytes { .. } => true,
        }
    }
}

impl Edges {
    pub fn of(share: Share) -> Self {
        let (from, until) = share.bytes();
        Self {
            until,
            begun: from.is_none(),
            ..Self::default()
        }
    }

    /// Whose the line is that begins at byte `start` of the file.
    pub fn side(&mut self, stream: StreamId, start: u64, number: u64) -> Side {
        let late = self.until.is_some_and(|until| start >= until);
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
