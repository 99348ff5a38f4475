//! What each fact makes of a case. Total: whatever a merge brings is taken in, and what does not fit
//! today's rules becomes an anomaly.

use std::collections::BTreeSet;

use crate::law::day::Day;

use crate::domain::catalogue::{Event, network_events};
use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, Label};
use crate::domain::leaf::{Identity, LeafClass, SeenLeaf, topic};

use super::course::{Leads, Stage, Step, leads};
use super::event::{AgreementClause, Corrected, Correction, Registered};
use super::letters::Joining;
use super::state::{Agreement, Anomaly, Case, Clause, Meeting, Outcome, Party, Wording};

impl Case {
    /// Takes in the next fact. It goes forward alone: what puts the day of an earlier step right is known to
    /// [`Case::fold`] beforehand.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        let moved = self.on_its_day(fact);
        let fact = moved.as_ref().unwrap_or(fact);
        self.note_day(fact);
        self.touched = self.touched.max(Some(fact.at));
        self.last = Some(fact.id);
        if !matches!(fact.event, Event::Retracted(_)) {
            self.last_told = self.last;
        }
        match &fact.event {
            Event::CaseRegistered(data) => self.registered(fact, data),
            Event::CaseDeclined(data) => {
                self.step(fact, Step::Decline);
                self.concluded(fact, Outcome::Declined { day: data.day });
            }
            Event::CaseAccepted(data) => {
                self.step(fact, Step::Accept);
                self.accepted = Some((data.day, data.told.clone()));
                self.runs_from = Some(data.day);
            }
            Event::CaseAssigned(data) => {
                self.step(fact, Step::Assign);
                self.mediators.write(fact, data.mediators.clone());
            }
            Event::CaseInquired(data) => {
                self.step(fact, Step::Inquire);
                self.meetings.push(Meeting {
                    label: data.label,
                    day: data.day,
                    session: false,
                    present: Vec::new(),
                });
            }
            Event::CaseSessionHeld(data) => {
                self.step(fact, Step::HoldSession);
                self.meetings.push(Meeting {
                    label: data.label,
                    day: data.day,
                    session: true,
                    present: data.present.clone(),
                });
            }
            Event::CaseSuspended(data) => {
                // Where two desks suspend at once, the clock stands still once.
                if self.step(fact, Step::Suspend) {
                    self.suspended.push((data.day, None));
                }
            }
            Event::CaseResumed(data) => {
                self.step(fact, Step::Resume);
                if let Some((_, until @ None)) = self.suspended.last_mut() {
                    *until = Some(data.day);
                }
            }
            Event::CaseAgreedInWriting(data) => {
                self.step(fact, Step::AgreeInWriting);
                let clauses = self.told_apart(fact, &data.clauses);
                let agreement = Agreement {
                    copies: data.copies,
                    ..agreement(fact, true, data.day, &clauses)
                };
                self.concluded(fact, Outcome::Agreed(agreement));
            }
            Event::CaseAgreedOrally(data) => {
                self.step(fact, Step::AgreeOrally);
                let clauses = self.told_apart(fact, &data.clauses);
                let agreement = agreement(fact, false, data.day, &clauses);
                self.concluded(fact, Outcome::Agreed(agreement));
            }
            Event::CaseFailed(data) => {
                self.step(fact, Step::Fail);
                self.concluded(fact, Outcome::Failed { day: data.day });
            }
            Event::CaseWithdrawn(data) => {
                self.step(fact, Step::Withdraw);
                self.concluded(
                    fact,
                    Outcome::Withdrawn {
                        day: data.day,
                        by: data.by.clone(),
                    },
                );
            }
            Event::CasePerformed(data) => self.performed(fact, data),
            Event::CaseUrged(data) => self.urged(fact, data.day),
            Event::CaseNotPerformed(_) => self.not_performed(fact),
            Event::CaseConfirmed(data) => self.confirmed_by_court(fact, data),
            Event::CaseFollowedUp(data) => {
                self.step(fact, Step::FollowUp);
                self.followed_up.push(data.day);
            }
            Event::CaseClosed(data) => {
                self.step(fact, Step::Close);
                self.closed = Some(data.day);
            }
            Event::CaseArchived(data) => {
                self.step(fact, Step::Archive);
                self.archived = Some((data.day, data.volume.clone()));
            }
            Event::CaseReopened(data) => {
                self.step(fact, Step::Reopen);
                // The clock starts anew: both sides agreed to mediate again [R 37].
                self.runs_from = Some(data.day);
                for taken in &mut self.days {
                    taken.moves_along = false;
                }
                self.suspended.clear();
                self.extended.clear();
                self.concluded.take_up(fact);
                self.show();
                self.earlier.followed_up.append(&mut self.followed_up);
                self.closed = None;
                let volume = self.archived.take().map(|(_, volume)| volume);
                self.earlier.volumes.extend(volume);
            }
            Event::CaseExtended(data) => {
                self.step(fact, Step::Extend);
                // Two desks may have been given different days: the longer time is what both sides agreed to.
                self.extended.push((data.day, data.until));
            }
            Event::CaseJoined(data) => {
                self.step(fact, Step::Join);
                self.joined.push(Joining {
                    entry: fact.id,
                    from: self.organisation,
                    with: data.clone(),
                    reply: None,
                });
            }
            Event::CaseReplied(data) => self.replied(fact, data),
            Event::CaseTransferred(data) => self.handed_on(fact, data),
            Event::CaseReceived(data) => self.received(fact, data),
            Event::CaseRated(data) => self.rate(fact, data),
            Event::CaseNoted(_) => {}
            Event::CaseCorrected(data) => self.corrected(fact, data),
            Event::Unreadable { kind } => self.anomalies.push(Anomaly::Unreadable {
                entry: fact.id,
                kind: kind.clone(),
            }),
            // Facts of other streams have no place in a case; kinds of a newer version are folded past.
            network_events!() => {
                self.anomalies.push(Anomaly::Dangling { entry: fact.id });
            }
            Event::Retracted(_) => self.retractions.push(fact.id),
            Event::Erased(_) | Event::Unknown { .. } => {}
        }
    }

    fn registered(&mut self, fact: &Fact, data: &Registered) {
        if self.stage.is_some() {
            self.anomalies
                .push(Anomaly::RegisteredTwice { entry: fact.id });
            return;
        }
        self.stage = Some(Stage::Registered);
        self.registration = Some(fact.id);
        self.county = Some(data.county);
        self.organisation = Some(data.organisation);
        self.taken_in_by = Some(data.organisation);
        self.row = data.row;
        self.write_signs(fact, &data.risk);
        self.day.write(fact, data.day);
        self.kind.write(fact, data.kind.clone());
        self.source.write(fact, data.source.clone());
        if let Some(number) = &data.number {
            self.number.write(fact, number.clone());
        }
        if let Some(town) = data.town {
            self.town.write(fact, town);
        }
        self.place.write_leaf(
            fact,
            fact.words(LeafClass::Place, topic::PLACE)
                .map(str::to_owned),
        );
        self.facts
            .write_leaf(fact, fact.narrative(topic::FACTS).map(str::to_owned));
        let mut labels = BTreeSet::new();
        for party in &data.parties {
            if !labels.insert(party.label) {
                self.same_label(fact);
                continue;
            }
            let mut known = Party {
                label: party.label,
                role: party.role.clone(),
                kind: party.kind.clone(),
                others: party.others,
                identity: Default::default(),
            };
            known.identity.write_leaf(fact, identity(fact, party.label));
            self.parties.push(known);
        }
    }

    /// Moves the case along its course; gives whether it was allowed. Out of course it moves all the
    /// same, where the step has a place to lead to and the case is not closed: the record says what people did, and the
    /// anomaly says that it does not fit. A case that was voided, or whose registration is not here, has no
    /// course.
    pub(super) fn step(&mut self, fact: &Fact, step: Step) -> bool {
        let Some(stage) = self.stage.clone() else {
            return true;
        };
        let allowed = leads(&stage, step);
        if allowed.is_none() {
            self.out_of_course(fact, step);
        }
        match allowed.or_else(|| usual(step).filter(|_| !stage.is_over())) {
            Some(Leads::To(next)) => {
                if *next == Stage::Suspended {
                    self.before_suspension = Some(stage);
                } else if stage == Stage::Suspended {
                    self.run_on(fact.at.day());
                }
                self.stage = Some(next.clone());
            }
            Some(Leads::Back) => {
                self.stage = self.before_suspension.take().or(Some(Stage::Accepted))
            }
            Some(Leads::Stays) | None => {}
        }
        allowed.is_some()
    }

    /// What leaves a suspension otherwise than by resuming, as a merge may bring it, ends it on the day it was written.
    fn run_on(&mut self, day: Day) {
        self.before_suspension = None;
        for (from, to) in &mut self.suspended {
            to.get_or_insert((*from).max(day));
        }
    }

    /// The clauses, of those with one label the first.
    fn told_apart<'c>(
        &mut self,
        fact: &Fact,
        clauses: &'c [AgreementClause],
    ) -> Vec<&'c AgreementClause> {
        let apart: Vec<_> = AgreementClause::counted(clauses).collect();
        if apart.len() < clauses.len() {
            self.same_label(fact);
        }
        apart
    }

    /// Two of one entry have one label; said once.
    fn same_label(&mut self, fact: &Fact) {
        let anomaly = Anomaly::SameLabel { entry: fact.id };
        if self.anomalies.last() != Some(&anomaly) {
            self.anomalies.push(anomaly);
        }
    }

    /// Names what a case that counts does not have.
    pub(super) fn dangling(&mut self, fact: &Fact) {
        if self.stage.is_some() {
            self.anomalies.push(Anomaly::Dangling { entry: fact.id });
        }
    }

    fn concluded(&mut self, fact: &Fact, outcome: Outcome) {
        self.concluded.conclude(fact, outcome.clone());
        if self.runs_from.is_none() {
            self.unaccepted.push(fact.id);
        }
        self.conclusions = self.concluded.counting();
        self.outcome.write(fact, outcome);
        self.leave_danger(fact);
        self.show();
    }

    fn corrected(&mut self, fact: &Fact, data: &Corrected) {
        match &data.field {
            Correction::Party(label) => {
                let new = identity(fact, *label);
                match self.parties.iter_mut().find(|p| p.label == *label) {
                    Some(party) => party.identity.write_leaf(fact, new),
                    None => self.dangling(fact),
                }
            }
            Correction::Facts => self
                .facts
                .write_leaf(fact, fact.narrative(topic::FACTS).map(str::to_owned)),
            Correction::Place => self.place.write_leaf(
                fact,
                fact.words(LeafClass::Place, topic::PLACE)
                    .map(str::to_owned),
            ),
            Correction::Town(town) => self.town.write(fact, *town),
            Correction::Day(day) => {
                self.move_along(*day);
                self.day.write(fact, *day);
            }
            // The step was folded on that day already.
            Correction::StepDay { entry, .. } => {
                if self.step_of(*entry).is_none() {
                    self.dangling(fact);
                }
            }
            Correction::Number(number) => self.number.write(fact, number.clone()),
            Correction::Type(kind) => self.kind.write(fact, kind.clone()),
            Correction::Source(source) => self.source.write(fact, source.clone()),
            Correction::Mediators(mediators) => self.mediators.write(fact, mediators.clone()),
            Correction::Risk(risk) => self.write_signs(fact, risk),
            Correction::Outcome(entry) => self.settled(fact, *entry),
        }
    }

    /// One of several conclusions was said to hold.
    fn settled(&mut self, fact: &Fact, entry: EntryId) {
        let Some(ended) = self.concluded.find(entry) else {
            return self.dangling(fact);
        };
        let outcome = ended.outcome.clone();
        let seen: Vec<EntryId> = self.outcome.seen_by(fact).collect();
        let contested = self.concluded.settle(fact, entry, &seen);
        self.conclusions = self.concluded.counting();
        self.outcome.write(fact, outcome);
        // What stands on an agreement was out of course only while it was open whether there is one.
        self.anomalies.retain(|anomaly| match anomaly {
            Anomaly::OutOfCourse { entry, step, .. } => {
                let was_open = contested.len() > 1;
                !(contested.contains(entry) || was_open && stands_on_agreement(*step))
            }
            _ => true,
        });
        self.show();
        self.stand();
    }
}

fn stands_on_agreement(step: Step) -> bool {
    match step {
        Step::Perform | Step::Urge | Step::ReportNotPerformed | Step::Confirm => true,
        Step::Accept
        | Step::Decline
        | Step::Assign
        | Step::Inquire
        | Step::HoldSession
        | Step::Suspend
        | Step::Resume
        | Step::AgreeInWriting
        | Step::AgreeOrally
        | Step::Fail
        | Step::Withdraw
        | Step::FollowUp
        | Step::Close
        | Step::Archive
        | Step::Reopen
        | Step::Extend
        | Step::Join
        | Step::Reply
        | Step::Transfer
        | Step::Receive
        | Step::Rate => false,
    }
}

/// Where a step leads in an ordinary case, for one that comes out of course. What comes of a conclusion moves the case
/// with it.
fn usual(step: Step) -> Option<Leads> {
    Some(Leads::To(match step {
        Step::Accept => &Stage::Accepted,
        Step::Decline => &Stage::Declined,
        Step::AgreeInWriting | Step::AgreeOrally => &Stage::Agreed,
        Step::Fail => &Stage::Failed,
        Step::Withdraw => &Stage::Withdrawn,
        Step::Close => &Stage::Closed,
        Step::Archive => &Stage::Archived,
        Step::Reopen => &Stage::Accepted,
        Step::Assign
        | Step::Inquire
        | Step::HoldSession
        | Step::Suspend
        | Step::Resume
        | Step::Perform
        | Step::Urge
        | Step::ReportNotPerformed
        | Step::Confirm
        | Step::FollowUp
        | Step::Extend
        | Step::Join
        | Step::Reply
        | Step::Transfer
        | Step::Receive
        | Step::Rate => return None,
    }))
}

fn identity(fact: &Fact, label: Label) -> Option<Identity> {
    let of = label.to_string();
    fact.leaves
        .iter()
        .find(|l| l.class == LeafClass::Identity && l.of.as_deref() == Some(&of))
        .and_then(SeenLeaf::identity)
        .cloned()
}

fn agreement(fact: &Fact, written: bool, day: Day, clauses: &[&AgreementClause]) -> Agreement {
    let text = |of: &str| fact.narrative(of).map(str::to_owned);
    let words = |class: LeafClass, of: &str| {
        let mut leaves = fact.leaves.iter();
        let leaf = leaves.find(|leaf| leaf.class == class && leaf.of.as_deref() == Some(of));
        leaf.map_or(Wording::Unsaid, |leaf| {
            let said = leaf.words().map(str::to_owned);
            said.map_or(Wording::LeftOut, Wording::Said)
        })
    };
    let narrative = |of: &str| words(LeafClass::Narrative, of);
    Agreement {
        written,
        day,
        clauses: clauses
            .iter()
            .map(|public| Clause {
                public: (*public).clone(),
                text: text(&public.label.to_string()),
            })
            .collect(),
        total: AgreementClause::total(clauses.iter().copied()),
        copies: 0,
        facts: narrative(topic::FACTS),
        matter: narrative(topic::MATTER),
        responsibility: narrative(topic::RESPONSIBILITY),
        manner: narrative(topic::MANNER),
        place: words(LeafClass::Place, topic::PLACE),
    }
}
