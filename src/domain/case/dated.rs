//! The day of each step, and a mistyped one put right: the thirty days run from that of acceptance [R 33], the time to
//! apply to the court from that of the agreement [L 33]. The step stays as it was written; the fold takes it on the day
//! that stands now.

use serde::{Deserialize, Serialize};

use crate::law::day::Day;

use crate::domain::catalogue::{Event, network_events};
use crate::domain::fact::Fact;
use crate::domain::field::Field;
use crate::domain::id::EntryId;

use super::course::Step;
use super::event::{ChosenBy, Corrected, Correction, Told};
use super::refusal::Slot;
use super::state::Case;

/// A step that was taken, and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    pub entry: EntryId,
    pub step: Step,
    pub day: Day,
    /// What it is said of: performance, urging and the court of a conclusion, a reply of its letter.
    pub of: Option<EntryId>,
    /// Said by a ledger that has one day for all: that of the registration, with which it moves.
    pub moves_along: bool,
}

macro_rules! days_of_steps {
    ($($event:ident: $step:ident),*; $($other:pat),* $(,)?) => {
        impl Event {
            /// The step of a case that it tells, and its day.
            #[must_use]
            pub fn step_day(&self) -> Option<(Step, Day)> {
                match self {
                    $(Self::$event(data) => Some((Step::$step, data.day)),)*
                    $($other)|* => None,
                }
            }

            /// The same step on another day.
            fn on(mut self, day: Day) -> Self {
                match &mut self {
                    $(Self::$event(data) => data.day = day,)*
                    $($other)|* => {}
                }
                self
            }
        }
    };
}

days_of_steps! {
    CaseDeclined: Decline, CaseAccepted: Accept, CaseAssigned: Assign, CaseInquired: Inquire,
    CaseSessionHeld: HoldSession, CaseSuspended: Suspend, CaseResumed: Resume, CaseAgreedInWriting: AgreeInWriting,
    CaseAgreedOrally: AgreeOrally, CaseFailed: Fail, CaseWithdrawn: Withdraw, CasePerformed: Perform, CaseUrged: Urge,
    CaseNotPerformed: ReportNotPerformed, CaseConfirmed: Confirm, CaseFollowedUp: FollowUp, CaseClosed: Close,
    CaseArchived: Archive, CaseReopened: Reopen, CaseExtended: Extend, CaseJoined: Join, CaseRated: Rate,
    CaseReplied: Reply, CaseTransferred: Transfer, CaseReceived: Receive;
    // Its day is a field of the case.
    Self::CaseRegistered(_),
    Self::CaseNoted(_), Self::CaseCorrected(_), Self::Retracted(_), Self::Erased(_),
    network_events!(), Self::Unknown { .. }, Self::Unreadable { .. },
}

impl Event {
    /// The letter to another office that it answers.
    fn answers(&self) -> Option<EntryId> {
        match self {
            Self::CaseReplied(data) => Some(data.entry),
            Self::CaseReceived(data) => Some(data.entry),
            _ => None,
        }
    }

    /// Whether it puts the day of an earlier step right.
    #[must_use]
    pub fn puts_a_day_right(&self) -> bool {
        let Self::CaseCorrected(data) = self else {
            return false;
        };
        matches!(data.field, Correction::StepDay { .. })
    }
}

impl Step {
    /// The name of its day.
    #[must_use]
    pub fn day(self) -> Slot {
        match self {
            Self::Accept => Slot::Accepted,
            Self::Assign => Slot::Assigned,
            Self::Inquire => Slot::Inquired,
            Self::HoldSession => Slot::Met,
            Self::Suspend => Slot::Suspended,
            Self::Resume => Slot::Resumed,
            Self::AgreeInWriting | Self::AgreeOrally => Slot::Agreed,
            Self::Decline | Self::Fail | Self::Withdraw => Slot::Concluded,
            Self::Perform => Slot::Performed,
            Self::Urge => Slot::Urged,
            Self::ReportNotPerformed => Slot::NotPerformed,
            Self::Confirm => Slot::InCourt,
            Self::FollowUp => Slot::Visited,
            Self::Close => Slot::Closed,
            Self::Archive => Slot::Archived,
            Self::Reopen => Slot::Reopened,
            Self::Extend => Slot::Extended,
            Self::Join => Slot::Joined,
            Self::Reply => Slot::Replied,
            Self::Transfer => Slot::Transferred,
            Self::Receive => Slot::Received,
            Self::Rate => Slot::Rated,
        }
    }

    /// Whether mediation ends with it, or does not begin.
    #[must_use]
    pub fn concludes(self) -> bool {
        match self {
            Self::AgreeInWriting
            | Self::AgreeOrally
            | Self::Fail
            | Self::Withdraw
            | Self::Decline => true,
            Self::Accept
            | Self::Assign
            | Self::Inquire
            | Self::HoldSession
            | Self::Suspend
            | Self::Resume
            | Self::Perform
            | Self::Urge
            | Self::ReportNotPerformed
            | Self::Confirm
            | Self::FollowUp
            | Self::Close
            | Self::Archive
            | Self::Reopen
            | Self::Extend
            | Self::Join
            | Self::Reply
            | Self::Transfer
            | Self::Receive
            | Self::Rate => false,
        }
    }

    /// Whether its day is never before that of an `earlier` step: for a day put right among those that were written.
    #[must_use]
    pub fn follows(self, earlier: Self) -> bool {
        let begins = matches!(earlier, Self::Accept | Self::Reopen);
        let ends = earlier.concludes();
        match self {
            Self::Accept | Self::Decline | Self::Join | Self::Transfer => false,
            Self::Reply => earlier == Self::Join,
            Self::Receive => earlier == Self::Transfer,
            Self::Assign | Self::Inquire | Self::HoldSession | Self::Extend => begins,
            Self::Suspend => begins || matches!(earlier, Self::Suspend | Self::Resume),
            Self::Resume => earlier == Self::Suspend,
            Self::AgreeInWriting | Self::AgreeOrally | Self::Fail | Self::Withdraw => {
                begins || matches!(earlier, Self::Suspend | Self::Resume | Self::HoldSession)
            }
            Self::Perform | Self::Urge | Self::FollowUp => ends,
            Self::Confirm => ends || earlier == Self::Confirm,
            Self::ReportNotPerformed => ends || earlier == Self::Urge,
            Self::Close => ends || earlier == Self::Perform,
            Self::Archive => earlier == Self::Close,
            Self::Reopen => ends || matches!(earlier, Self::Perform | Self::Close),
            Self::Rate => earlier == Self::Rate,
        }
    }
}

impl Dated {
    /// Whether its day is never before that of an `earlier` step: an answer's never before that of its own letter.
    pub(super) fn follows(&self, earlier: &Self) -> bool {
        let own = match self.step {
            Step::Reply | Step::Receive => self.of == Some(earlier.entry),
            _ => true,
        };
        own && self.step.follows(earlier.step)
    }
}

impl Case {
    /// Folds a case from its facts, in their order.
    #[must_use]
    pub fn fold<'f>(facts: impl Iterator<Item = &'f Fact> + Clone) -> Self {
        let mut case = Self::default();
        // What puts a day right comes after the step, and a fold only goes forward.
        for fact in facts.clone() {
            let Event::CaseCorrected(Corrected {
                field: Correction::StepDay { day, entry },
            }) = &fact.event
            else {
                continue;
            };
            let mut taken = facts.clone().filter(|step| step.id == *entry);
            let Some((step, (_, written))) =
                taken.find_map(|step| Some((step, step.event.step_day()?)))
            else {
                continue;
            };
            let as_written = || {
                let mut field = Field::default();
                field.write(step, written);
                field
            };
            let field = case.days_put_right.entry(*entry).or_insert_with(as_written);
            field.write(fact, *day);
        }
        for fact in facts {
            case.evolve(fact);
        }
        case
    }

    /// The step as it was taken in truth, where its day was put right.
    pub(super) fn on_its_day(&self, fact: &Fact) -> Option<Fact> {
        let day = self.days_put_right.get(&fact.id)?.get()?;
        Some(Fact {
            event: fact.event.clone().on(*day),
            ..fact.clone()
        })
    }

    /// Notes the day of a step.
    pub(super) fn note_day(&mut self, fact: &Fact) {
        if let Some((step, day)) = fact.event.step_day() {
            self.days.push(Dated {
                entry: fact.id,
                step,
                day,
                of: fact.event.answers(),
                moves_along: self.told_at_once(fact, day),
            });
        }
    }

    /// Whether a step has the day of the registration because a ledger tells no other.
    fn told_at_once(&self, fact: &Fact, day: Day) -> bool {
        let unsaid = match &fact.event {
            Event::CaseAccepted(data) => data.told == Told::NotRecorded,
            Event::CaseAssigned(data) => data.chosen_by == ChosenBy::NotRecorded,
            _ => false,
        };
        unsaid && self.row.is_some() && self.day.get() == Some(&day)
    }

    /// Moves the steps along that a ledger told of one day with the registration.
    pub(super) fn move_along(&mut self, day: Day) {
        for taken in self.days.iter_mut().filter(|taken| taken.moves_along) {
            taken.day = day;
        }
        let mut told = self.days.iter().rev();
        let accepted = told.find(|taken| taken.step == Step::Accept);
        if accepted.is_some_and(|taken| taken.moves_along) {
            self.runs_from = Some(day);
            if let Some((accepted, _)) = &mut self.accepted {
                *accepted = day;
            }
        }
    }

    /// Whether a step's day binds others: what was settled away, and what came of it, binds nobody.
    pub(super) fn binds(&self, taken: &Dated) -> bool {
        let of = match taken.step {
            step if step.concludes() => Some(taken.entry),
            Step::Reply | Step::Receive => None,
            _ => taken.of,
        };
        of.is_none_or(|of| self.conclusions.iter().any(|(id, _)| *id == of))
    }

    /// The step that an entry told.
    #[must_use]
    pub fn step_of(&self, entry: EntryId) -> Option<&Dated> {
        self.days.iter().find(|dated| dated.entry == entry)
    }
}
