//! Which term runs in a case, and its last day: one rule for the case's page, today's list and the register.
//!
//! The 30 days are counted in `state.rs` ([`Case::due`], [`Case::suspended_days`]) by `law::clock::conclude_by`, and said
//! day by day in `locale/case/clock.rs`.

use serde::{Deserialize, Serialize};

use crate::law::clock::{self, NEAR_DAYS};
use crate::law::day::Day;
use crate::law::holidays::Holidays;

use super::course::Stage;
use super::state::Case;

/// What there is time for, and no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Term {
    /// Whether the dispute is taken [practice].
    Decide,
    /// Mediation [R 33].
    Conclude,
    /// The clock stands still [R 33]; from this day on somebody asks whether it can run again [practice].
    Resume,
    /// The next clause that is not performed [L 31].
    Perform,
    /// The visit [SF/T 0083; practice].
    Visit,
    /// The file [practice].
    Archive,
}

/// How near a last day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    Calm,
    Soon,
    Late,
}

impl Term {
    /// How near it presses. What a party waits for is urgent; of our own paperwork nobody need be alarmed.
    #[must_use]
    pub fn near(self, last: Day, today: Day) -> Nearness {
        let near = match clock::days_left(last, today) {
            ..0 => Nearness::Late,
            0..=NEAR_DAYS => Nearness::Soon,
            _ => Nearness::Calm,
        };
        match (self, near) {
            (Self::Archive, _) => Nearness::Calm,
            (Self::Visit | Self::Resume, Nearness::Late) => Nearness::Soon,
            (Self::Resume, _) => Nearness::Calm,
            (Self::Decide | Self::Conclude | Self::Perform | Self::Visit, near) => near,
        }
    }

    /// Whether somebody outside waits for it: what is sorted and shown wherever cases are listed.
    #[must_use]
    pub fn is_waited_for(self) -> bool {
        !matches!(self, Self::Resume | Self::Archive)
    }
}

impl Case {
    /// The term that runs, and its last day; none where nothing does. The same on every day.
    #[must_use]
    pub fn term(&self) -> Option<(Term, Day)> {
        Some(match self.stage.as_ref()? {
            Stage::Registered => (
                Term::Decide,
                clock::decide_by(*self.day.get()?, Holidays::built_in()).day,
            ),
            // No suspension lasts, so the day that is asked on makes no difference.
            Stage::Accepted | Stage::Assigned | Stage::InMediation => {
                (Term::Conclude, self.due(self.runs_from?)?)
            }
            Stage::Suspended => (Term::Resume, clock::resume_by(self.suspended.last()?.0)),
            Stage::Agreed => (Term::Perform, self.performance_due()?),
            Stage::Performed if !self.is_visited() => {
                (Term::Visit, clock::follow_up_by(self.performance_over()?))
            }
            Stage::Closed => (Term::Archive, clock::archive_by(self.closed?)),
            Stage::Performed
            | Stage::Declined
            | Stage::NotPerformed
            | Stage::Failed
            | Stage::Withdrawn
            | Stage::Archived
            | Stage::Unknown(_) => return None,
        })
    }
}
