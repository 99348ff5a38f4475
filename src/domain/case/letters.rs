//! What goes between offices about a case: an invitation to mediate jointly and its reply [R 27], a transfer and its
//! receipt. Whoever handed a case on answers for it until the receipt is there; with it the case is the other office's, to
//! be assigned anew. Once mediation has ended nobody waits for a letter any more.

use serde::{Deserialize, Serialize};

use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, StreamId};
use crate::law::day::Day;

use super::course::{Stage, Step};
use super::event::{JoinAnswer, Joined, Received, Replied, TransferAnswer, Transferred};
use super::refusal::Refusal;
use super::state::{Case, Meeting};

/// An office was asked to mediate jointly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joining {
    pub entry: EntryId,
    /// Who asked: whose case it was then.
    pub from: Option<StreamId>,
    pub with: Joined,
    /// What it said, and when; none while nobody knows.
    pub reply: Option<(JoinAnswer, Day)>,
}

impl Joining {
    /// Whether it takes part, as far as is known: an office is often heard before its letter comes.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        !matches!(self.reply, Some((JoinAnswer::Declines, _)))
    }
}

/// The case was handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    pub entry: EntryId,
    /// Who answers for it until the receipt is there, or answered.
    pub from: Option<StreamId>,
    pub to: Transferred,
    /// What came back, and when.
    pub receipt: Option<(TransferAnswer, Day)>,
}

impl Transfer {
    /// Whether responsibility passed.
    #[must_use]
    pub fn passed(&self) -> bool {
        matches!(self.receipt, Some((TransferAnswer::Received, _)))
    }
}

impl Case {
    /// Whether an answer is still waited for: mediation goes on.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.stage.as_ref().is_some_and(Stage::is_open)
    }

    /// Invitations that wait for their reply.
    pub fn unanswered(&self) -> impl Iterator<Item = &Joining> {
        let waits = self.waits();
        let all = self.joined.iter();
        all.filter(move |one| waits && one.reply.is_none())
    }

    /// Other offices that mediate it jointly. One to which it was handed on since is no other.
    pub fn joint(&self) -> impl Iterator<Item = &Joining> {
        let own = self.organisation;
        let all = self.joined.iter();
        all.filter(move |one| {
            one.takes_part() && (one.with.organisation.is_none() || one.with.organisation != own)
        })
    }

    /// The last session that was held since another office agreed to take part, and that office.
    #[must_use]
    pub fn joint_session(&self) -> Option<(&Joining, &Meeting)> {
        let agreed = |one: &&Joining| matches!(one.reply, Some((JoinAnswer::Joins, _)));
        let joining = self.joint().filter(agreed).last()?;
        let (_, since) = joining.reply.as_ref()?;
        let mut held = self.meetings.iter().filter(|meeting| meeting.session);
        let session = held.rfind(|meeting| meeting.day >= *since)?;
        Some((joining, session))
    }

    /// The office whose letters are printed: the last that takes part, or of none the last that was asked.
    #[must_use]
    pub fn correspondent(&self) -> Option<&Joining> {
        self.joint().last().or(self.joined.last())
    }

    /// Transfers whose receipt is waited for: one, unless several desks handed it on.
    pub fn on_its_way(&self) -> impl Iterator<Item = &Transfer> {
        let waits = self.waits();
        let all = self.transfers.iter();
        all.filter(move |one| waits && one.receipt.is_none())
    }

    /// Why a letter cannot be written that the stage would allow: nothing waits for it, or another is on its way.
    pub(super) fn unposted(&self, step: Step) -> Option<Refusal> {
        match step {
            Step::Reply => self
                .unanswered()
                .next()
                .is_none()
                .then_some(Refusal::NothingAwaited(step)),
            Step::Receive => self
                .on_its_way()
                .next()
                .is_none()
                .then_some(Refusal::NothingAwaited(step)),
            Step::Transfer => self.on_its_way().next().map(|_| Refusal::ReceiptAwaited),
            _ => None,
        }
    }

    pub(super) fn replied(&mut self, fact: &Fact, data: &Replied) {
        let allowed = self.step(fact, Step::Reply);
        match self.joined.iter_mut().find(|one| one.entry == data.entry) {
            None => self.dangling(fact),
            // Two desks took down two replies: the first holds, until one of them is taken back.
            Some(one) if one.reply.is_some() => {
                if allowed {
                    self.out_of_course(fact, Step::Reply);
                }
            }
            Some(one) => one.reply = Some((data.answer.clone(), data.day)),
        }
    }

    pub(super) fn handed_on(&mut self, fact: &Fact, data: &Transferred) {
        let allowed = self.step(fact, Step::Transfer);
        if allowed && self.on_its_way().next().is_some() {
            self.out_of_course(fact, Step::Transfer);
        }
        self.transfers.push(Transfer {
            entry: fact.id,
            from: self.organisation,
            to: data.clone(),
            receipt: None,
        });
    }

    pub(super) fn received(&mut self, fact: &Fact, data: &Received) {
        let allowed = self.step(fact, Step::Receive);
        let own = self.organisation;
        let mut all = self.transfers.iter_mut();
        match all.find(|one| one.entry == data.entry) {
            None => self.dangling(fact),
            Some(one) if one.receipt.is_some() => {
                if allowed {
                    self.out_of_course(fact, Step::Receive);
                }
            }
            Some(one) => {
                one.receipt = Some((data.answer.clone(), data.day));
                one.from = own;
                let to = one.passed().then_some(one.to.organisation);
                // What was concluded meanwhile stays with who concluded it.
                if let Some(to) = to.filter(|_| allowed) {
                    self.pass(fact, to);
                }
            }
        }
    }

    /// The case is another office's from now on: its mediators are to be named there, and mediation goes on with them.
    fn pass(&mut self, fact: &Fact, to: StreamId) {
        if self.organisation.is_none() {
            return;
        }
        self.organisation = Some(to);
        if self.mediators.get().is_some_and(|named| !named.is_empty()) {
            self.mediators.write(fact, Vec::new());
        }
        for stage in [&mut self.stage, &mut self.before_suspension] {
            if matches!(stage, Some(Stage::Assigned | Stage::InMediation)) {
                *stage = Some(Stage::Accepted);
            }
        }
    }
}
