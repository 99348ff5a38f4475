//! What came of a conclusion: performance, urging, the court. It belongs to the conclusion that it was written of, and
//! shows while that one holds: whatever another desk says of the case's end, nothing of it is lost.

use std::collections::BTreeMap;

use crate::law::day::Day;

use crate::domain::fact::Fact;
use crate::domain::id::Label;

use super::course::{Stage, Step, leads};
use super::event::{ConfirmationStep, Confirmed, Performed};
use super::refusal::Refusal;
use super::settle::Ended;
use super::state::{Agreement, Anomaly, Case, Outcome};

/// What came of one conclusion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct After {
    /// Each clause with the day on which it was performed, and whether that was said of all clauses together: what is
    /// said of one alone is nearer, and of two days the earlier counts, in whatever order they come.
    performed: BTreeMap<Label, (bool, Day)>,
    /// When the last of it was performed.
    performed_on: Option<Day>,
    not_performed: bool,
    urged: Vec<Day>,
    confirmation: Option<(ConfirmationStep, Day)>,
}

impl Ended {
    fn perform(&mut self, data: &Performed) {
        let Outcome::Agreed(Agreement { clauses, .. }) = &self.outcome else {
            return;
        };
        let after = &mut self.after;
        let said = (data.clause.is_none(), data.day);
        for label in clauses.iter().map(|clause| clause.public.label) {
            if data.clause.is_none_or(|clause| clause == label) {
                let day = after.performed.entry(label).or_insert(said);
                *day = said.min(*day);
            }
        }
        if after.performed.len() == clauses.len() {
            let days = after.performed.values().map(|(_, day)| *day);
            after.performed_on = days.max().or(Some(data.day));
        }
    }

    /// Where it leaves the case.
    fn stage(&self) -> Stage {
        match (&self.outcome, self.after.performed_on) {
            (Outcome::Agreed(_), Some(_)) => Stage::Performed,
            (Outcome::Agreed(_), None) if self.after.not_performed => Stage::NotPerformed,
            (Outcome::Agreed(_), None) => Stage::Agreed,
            (Outcome::Failed { .. }, _) => Stage::Failed,
            (Outcome::Withdrawn { .. }, _) => Stage::Withdrawn,
            (Outcome::Declined { .. }, _) => Stage::Declined,
        }
    }
}

impl Agreement {
    /// Whether it has the clause of this label.
    #[must_use]
    pub fn has(&self, label: Label) -> bool {
        self.clauses.iter().any(|c| c.public.label == label)
    }
}

impl Case {
    pub(super) fn performed(&mut self, fact: &Fact, data: &Performed) {
        self.came_of(fact, Step::Perform, data.clause, |ended| {
            ended.perform(data);
            true
        });
    }

    /// A court rules once: a desk that had not heard of the ruling may have caught up on the application, or have it
    /// otherwise, which somebody has to look at.
    pub(super) fn confirmed_by_court(&mut self, fact: &Fact, data: &Confirmed) {
        let told = (data.step.clone(), data.day);
        self.came_of(fact, Step::Confirm, None, |ended| {
            let stands = &mut ended.after.confirmation;
            match stands {
                Some(ruling) if ruling.0 != ConfirmationStep::Applied => {
                    *ruling == told || told.0 == ConfirmationStep::Applied
                }
                _ => {
                    *stands = Some(told);
                    true
                }
            }
        });
    }

    pub(super) fn urged(&mut self, fact: &Fact, day: Day) {
        self.came_of(fact, Step::Urge, None, |ended| {
            ended.after.urged.push(day);
            true
        });
    }

    pub(super) fn not_performed(&mut self, fact: &Fact) {
        self.came_of(fact, Step::ReportNotPerformed, None, |ended| {
            ended.after.not_performed = true;
            true
        });
    }

    /// Why there is no room for a step that the stage allows: the court has ruled on the agreement that holds, or no letter
    /// waits for it.
    #[must_use]
    pub fn barred(&self, step: Step) -> Option<Refusal> {
        if let Some(refusal) = self.unposted(step) {
            return Some(refusal);
        }
        let (ruling, _) = self.ruling()?;
        match (step, ruling) {
            (Step::Confirm, _) => Some(Refusal::CourtHasRuled),
            (Step::Reopen, ConfirmationStep::Confirmed) => Some(Refusal::ConfirmedByCourt),
            _ => None,
        }
    }

    /// Notes what came of the conclusion that it was written of; `note` gives whether it fits with what is noted there.
    fn came_of(
        &mut self,
        fact: &Fact,
        step: Step,
        clause: Option<Label>,
        note: impl FnOnce(&mut Ended) -> bool,
    ) {
        let shown = self.concluded.shown().map(|ended| ended.entry);
        let Some(ended) = self.concluded.written_of(fact, clause) else {
            return match clause {
                Some(_) => self.dangling(fact),
                None => self.out_of_course(fact, step),
            };
        };
        let Outcome::Agreed(_) = ended.outcome else {
            return self.out_of_course(fact, step);
        };
        let in_course = match ended.taken_up {
            Some(at) => !fact.past.holds(at),
            // While another conclusion shows, the case stands elsewhere than its author saw it.
            None if shown != Some(ended.entry) => true,
            None => (self.stage.as_ref()).is_some_and(|stage| leads(stage, step).is_some()),
        };
        let of = ended.entry;
        if !(note(ended) && in_course) {
            self.out_of_course(fact, step);
        }
        if let Some(noted) = self.days.last_mut().filter(|noted| noted.entry == fact.id) {
            noted.of = Some(of);
        }
        self.show();
        self.stand();
    }

    /// Names a step that the stage of a case that counts does not have.
    pub(super) fn out_of_course(&mut self, fact: &Fact, step: Step) {
        if self.stage.is_some() {
            self.anomalies.push(Anomaly::OutOfCourse {
                entry: fact.id,
                step,
                stage: self.stage.clone(),
            });
        }
    }

    /// Shows what came of the conclusion that holds, and of earlier ones what counts in its time.
    pub(super) fn show(&mut self) {
        let shown = self.concluded.shown().filter(|e| e.taken_up.is_none());
        let holds = shown.map(|ended| ended.entry);
        let now = shown.map(|ended| ended.after.clone()).unwrap_or_default();
        let counted = self.counted().filter(|(id, _)| Some(**id) != holds);
        let before = counted.filter_map(|(id, _)| self.concluded.find(*id));
        let before: Vec<After> = before.map(|ended| ended.after.clone()).collect();
        self.earlier.in_part = before.iter().any(|after| !after.performed.is_empty());
        self.earlier.performed = before
            .iter()
            .filter_map(|after| after.performed_on)
            .collect();
        let confirmations = before.into_iter().filter_map(|after| after.confirmation);
        self.earlier.confirmations = confirmations.collect();
        let days = now.performed.into_iter();
        self.performed = days.map(|(label, (_, day))| (label, day)).collect();
        self.performed_on = now.performed_on;
        self.urged = now.urged;
        self.confirmation = now.confirmation;
    }

    /// The case stands where the conclusion that holds left it, unless it has moved on since.
    pub(super) fn stand(&mut self) {
        let ended = [
            Stage::Agreed,
            Stage::Performed,
            Stage::NotPerformed,
            Stage::Failed,
            Stage::Withdrawn,
            Stage::Declined,
        ];
        let shown = self.concluded.shown().map(Ended::stage);
        if self.stage.as_ref().is_some_and(|now| ended.contains(now)) {
            self.stage = shown.or(self.stage.take());
        }
    }
}
