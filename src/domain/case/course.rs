//! The course of a case: its stages, and which step leads from which to which.
//!
//! One table; `decide` asks it what is allowed, `evolve` what becomes of the case, and the page what
//! comes next.

use serde::{Deserialize, Serialize};

use crate::law::article::Article;

crate::coded! {
    /// Where a case stands.
    pub enum Stage {
        Registered = "registered",
        Declined = "declined",
        Accepted = "accepted",
        Assigned = "assigned",
        InMediation = "in_mediation",
        Suspended = "suspended",
        Agreed = "agreed",
        Performed = "performed",
        NotPerformed = "not_performed",
        Failed = "failed",
        Withdrawn = "withdrawn",
        Closed = "closed",
        Archived = "archived",
    }
}

impl Stage {
    /// Whether mediation is still to be concluded: the 30-day clock concerns these.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Registered
                | Self::Accepted
                | Self::Assigned
                | Self::InMediation
                | Self::Suspended
        )
    }

    /// Whether nothing is left to do but the file.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Closed | Self::Archived)
    }
}

macro_rules! steps {
    ($($step:ident),* $(,)?) => {
        /// What one does to a case along its course.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Step { $($step),* }

        impl Step {
            pub const ALL: &[Self] = &[$(Self::$step),*];
        }
    };
}

steps! {
    Accept, Decline, Assign, Inquire, HoldSession, Suspend, Resume, AgreeInWriting, AgreeOrally, Fail, Withdraw,
    Perform, Urge, ReportNotPerformed, Confirm, FollowUp, Close, Archive, Reopen, Extend, Join, Reply, Transfer, Receive,
    Rate,
}

impl Step {
    /// The rule that the step as a whole rests on; what one of its fields rests on is said at the field.
    #[must_use]
    pub fn rests_on(self) -> Article {
        match self {
            Self::Accept | Self::Decline => Article::R24,
            Self::Assign => Article::L19,
            Self::Inquire => Article::R31,
            Self::HoldSession => Article::L22,
            Self::AgreeInWriting => Article::L29,
            Self::AgreeOrally => Article::L28,
            Self::Fail => Article::L26,
            Self::Withdraw => Article::L23,
            Self::Rate => Article::L25,
            Self::Perform | Self::Urge => Article::L31,
            Self::ReportNotPerformed => Article::L32,
            Self::Confirm => Article::L33,
            Self::FollowUp => Article::Standard,
            Self::Archive => Article::L27,
            Self::Reopen => Article::R37,
            Self::Extend => Article::R33,
            Self::Join | Self::Reply => Article::R27,
            Self::Suspend | Self::Resume | Self::Close | Self::Transfer | Self::Receive => {
                Article::Practice
            }
        }
    }
}

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    To(&'static Stage),
    /// The case stays where it is.
    Stays,
    /// Back to where it was before it was suspended.
    Back,
}

use Leads::{Back, Stays, To};
use Stage as S;

/// Each stage with the steps that it allows, the likeliest next first.
pub const COURSE: &[(Stage, &[(Step, Leads)])] = &[
    (
        S::Registered,
        &[
            (Step::Accept, To(&S::Accepted)),
            (Step::Decline, To(&S::Declined)),
            (Step::Withdraw, To(&S::Withdrawn)),
            (Step::Join, Stays),
            (Step::Reply, Stays),
            (Step::Transfer, Stays),
            (Step::Receive, Stays),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Declined,
        &[(Step::Close, To(&S::Closed)), (Step::Rate, Stays)],
    ),
    (
        S::Accepted,
        &[
            (Step::Assign, To(&S::Assigned)),
            (Step::Suspend, To(&S::Suspended)),
            (Step::Withdraw, To(&S::Withdrawn)),
            (Step::Fail, To(&S::Failed)),
            (Step::Join, Stays),
            (Step::Reply, Stays),
            (Step::Transfer, Stays),
            (Step::Receive, Stays),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Assigned,
        &[
            (Step::HoldSession, To(&S::InMediation)),
            (Step::Inquire, To(&S::InMediation)),
            (Step::AgreeInWriting, To(&S::Agreed)),
            (Step::AgreeOrally, To(&S::Agreed)),
            (Step::Fail, To(&S::Failed)),
            (Step::Withdraw, To(&S::Withdrawn)),
            (Step::Suspend, To(&S::Suspended)),
            (Step::Assign, Stays),
            (Step::Extend, Stays),
            (Step::Join, Stays),
            (Step::Reply, Stays),
            (Step::Transfer, Stays),
            (Step::Receive, Stays),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::InMediation,
        &[
            (Step::HoldSession, Stays),
            (Step::AgreeInWriting, To(&S::Agreed)),
            (Step::AgreeOrally, To(&S::Agreed)),
            (Step::Fail, To(&S::Failed)),
            (Step::Withdraw, To(&S::Withdrawn)),
            (Step::Inquire, Stays),
            (Step::Suspend, To(&S::Suspended)),
            (Step::Assign, Stays),
            (Step::Extend, Stays),
            (Step::Join, Stays),
            (Step::Reply, Stays),
            (Step::Transfer, Stays),
            (Step::Receive, Stays),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Suspended,
        &[
            (Step::Resume, Back),
            (Step::Fail, To(&S::Failed)),
            (Step::Withdraw, To(&S::Withdrawn)),
            (Step::Reply, Stays),
            (Step::Receive, Stays),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Agreed,
        &[
            (Step::Perform, To(&S::Performed)),
            (Step::Urge, Stays),
            (Step::ReportNotPerformed, To(&S::NotPerformed)),
            (Step::Confirm, Stays),
            (Step::FollowUp, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Performed,
        &[
            (Step::FollowUp, Stays),
            (Step::Close, To(&S::Closed)),
            (Step::Confirm, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::NotPerformed,
        &[
            (Step::Perform, To(&S::Performed)),
            (Step::Close, To(&S::Closed)),
            (Step::Confirm, Stays),
            (Step::FollowUp, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Failed,
        &[
            (Step::Close, To(&S::Closed)),
            (Step::FollowUp, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Withdrawn,
        &[
            (Step::Close, To(&S::Closed)),
            (Step::FollowUp, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Closed,
        &[
            (Step::Archive, To(&S::Archived)),
            (Step::FollowUp, Stays),
            (Step::Confirm, Stays),
            (Step::Reopen, To(&S::Accepted)),
            (Step::Rate, Stays),
        ],
    ),
    (
        S::Archived,
        &[
            (Step::FollowUp, Stays),
            (Step::Confirm, Stays),
            (Step::Reopen, To(&S::Accepted)),
        ],
    ),
];

/// The steps that `stage` allows, the likeliest next first.
#[must_use]
pub fn steps(stage: &Stage) -> &'static [(Step, Leads)] {
    COURSE
        .iter()
        .find(|(from, _)| from == stage)
        .map_or(&[], |(_, steps)| steps)
}

/// Where `step` leads from `stage`; none where it is not allowed.
#[must_use]
pub fn leads(stage: &Stage, step: Step) -> Option<Leads> {
    steps(stage)
        .iter()
        .find(|(allowed, _)| *allowed == step)
        .map(|(_, leads)| *leads)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_stage_stands_in_the_table_once() {
        let listed: Vec<_> = COURSE.iter().map(|(stage, _)| stage.clone()).collect();
        assert_eq!(listed, Stage::ALL);
    }

    #[test]
    fn custom_alone_moves_a_case_only_where_no_article_says_how() {
        let by_custom: BTreeSet<Step> = COURSE
            .iter()
            .flat_map(|(_, steps)| *steps)
            .filter(|(step, leads)| *leads != Stays && step.rests_on() == Article::Practice)
            .map(|(step, _)| *step)
            .collect();
        let listed = [Step::Suspend, Step::Resume, Step::Close];
        assert_eq!(by_custom, BTreeSet::from(listed));
    }

    #[test]
    fn every_open_stage_can_end_and_every_end_can_be_filed() {
        for stage in Stage::ALL {
            if stage.is_open() {
                assert!(
                    leads(stage, Step::Withdraw).is_some(),
                    "voluntary: {stage:?} may end at any time [L 23]"
                );
            } else if !stage.is_over() && *stage != Stage::Agreed {
                assert!(leads(stage, Step::Close).is_some(), "{stage:?}");
            }
        }
    }
}
