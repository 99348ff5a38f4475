//! What goes between offices about a case: an invitation to mediate jointly and its reply [R 27], a transfer and its
//! receipt. Whoever handed a case on answers for it until the receipt is there.

use serde::{Deserialize, Serialize};

use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, StreamId};
use crate::law::day::Day;

use super::course::Step;
use super::event::{JoinAnswer, Joined, Received, Replied, TransferAnswer, Transferred};
use super::refusal::Refusal;
use super::state::Case;

/// An office was asked to mediate jointly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joining {
    pub entry: EntryId,
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
    /// Who answered for it until then.
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
    /// Invitations that wait for their reply.
    pub fn unanswered(&self) -> impl Iterator<Item = &Joining> {
        self.joined.iter().filter(|one| one.reply.is_none())
    }

    /// Offices that mediate it jointly.
    pub fn joint(&self) -> impl Iterator<Item = &Joining> {
        self.joined.iter().filter(|one| one.takes_part())
    }

    /// The office whose letters are printed: the last that takes part, or of none the last that was asked.
    #[must_use]
    pub fn correspondent(&self) -> Option<&Joining> {
        self.joint().last().or(self.joined.last())
    }

    /// The transfer whose receipt is waited for.
    #[must_use]
    pub fn on_its_way(&self) -> Option<&Transfer> {
        self.transfers.iter().find(|one| one.receipt.is_none())
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
                .is_none()
                .then_some(Refusal::NothingAwaited(step)),
            Step::Transfer => self.on_its_way().map(|_| Refusal::ReceiptAwaited),
            _ => None,
        }
    }

    pub(super) fn replied(&mut self, fact: &Fact, data: &Replied) {
        self.step(fact, Step::Reply);
        match self.joined.iter_mut().find(|one| one.entry == data.entry) {
            None => self.dangling(fact),
            // Two desks took down two replies: the first holds, until one of them is taken back.
            Some(one) if one.reply.is_some() => self.out_of_course(fact, Step::Reply),
            Some(one) => one.reply = Some((data.answer.clone(), data.day)),
        }
    }

    pub(super) fn handed_on(&mut self, fact: &Fact, data: &Transferred) {
        let allowed = self.step(fact, Step::Transfer);
        if allowed && self.on_its_way().is_some() {
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
        self.step(fact, Step::Receive);
        let mut all = self.transfers.iter_mut();
        match all.find(|one| one.entry == data.entry) {
            None => self.dangling(fact),
            Some(one) if one.receipt.is_some() => self.out_of_course(fact, Step::Receive),
            Some(one) => {
                one.receipt = Some((data.answer.clone(), data.day));
                if one.passed() && self.organisation.is_some() {
                    self.organisation = Some(one.to.organisation);
                }
            }
        }
    }
}
