//! How much is at hand: what each number counts, and the cases it opens. Pure.

use crate::domain::case::Stage;
use crate::locale::{Language, today as say};
use crate::views::answers::FilterCounts;
use crate::views::query::Query;

/// A number under the tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Open,
    /// Open, and neither accepted nor declined yet.
    ToDecide,
    /// Open, and past its day.
    Overdue,
    /// What is not open: with [`Hand::Open`] the whole register.
    Ended,
    Disputed,
}

impl Hand {
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::ToDecide,
        Self::Overdue,
        Self::Ended,
        Self::Disputed,
    ];

    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        match self {
            Self::Open => say::open_now(language),
            Self::ToDecide => say::to_decide_now(language),
            Self::Overdue => say::overdue_now(language),
            Self::Ended => say::ended_now(language),
            Self::Disputed => say::disputed_now(language),
        }
    }

    /// How many there are, of the counts of the whole register.
    #[must_use]
    pub fn count(self, counts: &FilterCounts) -> usize {
        let of = |test: fn(&Stage) -> bool| {
            let stages = counts.stages.iter().filter(|(stage, _)| test(stage));
            stages.map(|(_, count)| count).sum()
        };
        match self {
            Self::Open => counts.open,
            Self::ToDecide => of(|stage| *stage == Stage::Registered),
            Self::Overdue => counts.overdue,
            Self::Ended => of(|stage| !stage.is_open()),
            Self::Disputed => counts.disputed,
        }
    }

    /// The cases that make it up.
    #[must_use]
    pub fn query(self) -> Query {
        let all = Query::default();
        match self {
            Self::Open => Query {
                open: Some(true),
                ..all
            },
            Self::ToDecide => Query {
                stages: vec![Stage::Registered],
                ..all
            },
            Self::Overdue => Query {
                overdue: true,
                ..all
            },
            Self::Ended => Query {
                open: Some(false),
                ..all
            },
            Self::Disputed => Query {
                disputed: true,
                ..all
            },
        }
    }
}
