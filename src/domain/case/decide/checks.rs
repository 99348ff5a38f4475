//! What every command is held to: the stage, days, texts, numbers.

use crate::domain::case::course::{Step, leads};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::case::state::{Anomaly, Case, Outcome};
use crate::domain::id::{EntryId, Label};
use crate::domain::leaf::{Identity, Leaf, topic};
use crate::law::blank::trimmed;
use crate::law::day::Day;
use crate::law::identity::{ResidentNumber, ResidentProblem};
use crate::law::person::{NameProblem, PartyKind, kept_name, number_for_name};
use crate::law::phone::Phone;

/// The case and the day on which is decided.
pub(super) struct At<'a> {
    pub case: &'a Case,
    pub today: Day,
}

impl At<'_> {
    pub fn there(&self) -> Result<(), Refusal> {
        if self.case.counts() {
            Ok(())
        } else {
            Err(Refusal::NoCase)
        }
    }

    /// A step that the stage allows, on a day that it may have.
    pub fn step(&self, step: Step, day: Day) -> Result<(), Refusal> {
        let stage = self.case.stage.as_ref().ok_or(Refusal::NoCase)?;
        if leads(stage, step).is_none() {
            return Err(Refusal::NotNow {
                step,
                stage: stage.clone(),
            });
        }
        self.day(day)?;
        match self.last_before(step) {
            Some((earlier, limit)) => self.not_before(day, earlier, limit),
            None => Ok(()),
        }
    }

    /// Neither what the court has ruled nor a letter that is missing stands against the step.
    pub fn not_barred(&self, step: Step) -> Result<(), Refusal> {
        self.case.barred(step).map_or(Ok(()), Err)
    }

    /// A day of this case: not in the future, not before its registration.
    pub fn day(&self, day: Day) -> Result<(), Refusal> {
        if let Some(registered) = self.case.day.get() {
            self.not_before(day, Slot::Registered, *registered)?;
        }
        not_future(day, self.today, Slot::Day)
    }

    pub fn not_before(&self, day: Day, earlier: Slot, limit: Day) -> Result<(), Refusal> {
        if limit > self.today {
            Err(Refusal::Ahead { earlier, limit })
        } else if day < limit {
            Err(Refusal::Before {
                slot: Slot::Day,
                day,
                earlier,
                limit,
            })
        } else {
            Ok(())
        }
    }

    /// What is left open where a ledger tells the case, for a ledger may not say; whoever writes at a desk knows.
    pub fn said(&self, said: bool, slot: Slot) -> Result<(), Refusal> {
        if said || self.case.row.is_some() {
            Ok(())
        } else {
            Err(Refusal::Empty(slot))
        }
    }

    /// What a new step comes after, beside the registration, and its day: of several the last. The state is asked, and
    /// not the table of [`Step::follows`]: a conclusion that was settled away, and what came of it, bind nobody.
    fn last_before(&self, step: Step) -> Option<(Slot, Day)> {
        let case = self.case;
        let concluded = || {
            let outcome = case.outcome.get()?;
            let slot = match outcome {
                Outcome::Agreed(_) => Slot::Agreed,
                Outcome::Failed { .. } | Outcome::Withdrawn { .. } | Outcome::Declined { .. } => {
                    Slot::Concluded
                }
            };
            Some((slot, outcome.day()))
        };
        let accepted = || {
            let from = case.runs_from?;
            let taken_up = case.accepted.as_ref().is_none_or(|(day, _)| *day < from);
            Some(match taken_up {
                true => (Slot::Reopened, from),
                false => (Slot::Accepted, from),
            })
        };
        let performed = || Some((Slot::Performed, case.performed_on?));
        let closed = || Some((Slot::Closed, case.closed?));
        // Where the clock was stopped last, or ran on again.
        let stopped = || {
            Some(match case.suspended.last()? {
                (_, Some(until)) => (Slot::Resumed, *until),
                (from, None) => (Slot::Suspended, *from),
            })
        };
        let session = || {
            let held = case.meetings.iter().filter(|meeting| meeting.session);
            Some((Slot::Session, held.map(|meeting| meeting.day).max()?))
        };
        let after: &[Option<(Slot, Day)>] = match step {
            // Of a reply and a receipt their own letter's is asked for.
            Step::Accept
            | Step::Decline
            | Step::Join
            | Step::Reply
            | Step::Transfer
            | Step::Receive => &[],
            Step::Assign | Step::Inquire | Step::HoldSession | Step::Extend => &[accepted()],
            Step::Suspend => &[accepted(), stopped()],
            Step::AgreeInWriting | Step::AgreeOrally | Step::Fail | Step::Withdraw => {
                &[accepted(), stopped(), session()]
            }
            Step::Resume => &[stopped()],
            // It speaks in the place of the one before.
            Step::Rate => &[case.rated.map(|day| (Slot::Rated, day))],
            Step::Perform | Step::Urge | Step::Confirm | Step::FollowUp => &[concluded()],
            Step::ReportNotPerformed => {
                let urged = case.urged.iter().max();
                &[concluded(), urged.map(|day| (Slot::Urged, *day))]
            }
            Step::Close => &[concluded(), performed()],
            Step::Archive => &[closed()],
            Step::Reopen => &[concluded(), performed(), closed()],
        };
        // Of one day the nearest is named.
        let after = after.iter().flatten().max_by_key(|(_, day)| *day);
        after.cloned()
    }

    /// The last entry can be taken back, and the last that takes nothing back itself; what came after another may stand
    /// on it. What an anomaly is about can be taken back wherever it lies, where that settles it; and what voided a case,
    /// whatever another desk wrote in it meanwhile: until it is back it counts nowhere.
    pub fn undo(&self, entry: EntryId) -> Result<(), Refusal> {
        let case = self.case;
        let settles = |anomaly: &Anomaly| anomaly.entry() == entry && anomaly.can_be_taken_back();
        if case.last == Some(entry)
            || case.last_told == Some(entry)
            || !case.counts() && case.retractions.contains(&entry)
            || case.anomalies.iter().any(settles)
        {
            Ok(())
        } else {
            Err(Refusal::GoneOn)
        }
    }

    pub fn party(&self, label: Label) -> Result<Label, Refusal> {
        let known = self.case.parties.iter().any(|p| p.label == label);
        if known {
            Ok(label)
        } else {
            Err(Refusal::NotThere(Slot::Party))
        }
    }
}

pub(super) fn not_future(day: Day, today: Day, slot: Slot) -> Result<(), Refusal> {
    if day > today {
        Err(Refusal::Future { slot, day })
    } else {
        Ok(())
    }
}

pub(super) fn filled(text: &str, slot: Slot) -> Result<&str, Refusal> {
    let text = trimmed(text);
    if text.is_empty() {
        Err(Refusal::Empty(slot))
    } else {
        Ok(text)
    }
}

pub(super) fn optional_narrative(of: &str, text: &str) -> Vec<Leaf> {
    let text = trimmed(text);
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Leaf::narrative(of, text)]
    }
}

pub(super) fn optional_place(text: &str) -> Vec<Leaf> {
    let text = trimmed(text);
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Leaf::place(topic::PLACE, text)]
    }
}

/// Checks who a party is, and brings its numbers to one form.
pub(super) fn checked(
    party: usize,
    kind: &PartyKind,
    mut identity: Identity,
    today: Day,
) -> Result<Identity, Refusal> {
    identity.name = kept_name(&identity.name);
    if identity.name.is_empty() {
        return Err(Refusal::Nameless(party));
    }
    if let Some(problem) = number_for_name(&identity.name) {
        return Err(match problem {
            NameProblem::Phone => Refusal::PhoneForName(party),
            NameProblem::Number => Refusal::NumberForName(party),
        });
    }
    if let Some(number) = emptied(&mut identity.id_number) {
        if *kind == PartyKind::Person {
            let known = ResidentNumber::parse(&number)
                .map_err(|problem| Refusal::IdNumber { party, problem })?;
            if known.birth() > today {
                return Err(Refusal::IdNumber {
                    party,
                    problem: ResidentProblem::Birth,
                });
            }
            // What the number says need not be typed again.
            identity.born.get_or_insert(known.birth());
            identity.sex.get_or_insert(known.sex());
            identity.id_number = Some(known.as_str().to_owned());
        } else {
            identity.id_number = Some(number);
        }
    }
    if let Some(phone) = emptied(&mut identity.phone) {
        let known = Phone::parse(&phone).map_err(|problem| Refusal::Phone { party, problem })?;
        identity.phone = Some(known.as_str().to_owned());
    }
    emptied(&mut identity.address);
    emptied(&mut identity.occupation);
    emptied(&mut identity.ethnic_group);
    Ok(identity)
}

/// Trims a field that may be empty; gives what is in it.
fn emptied(field: &mut Option<String>) -> Option<String> {
    *field = field
        .take()
        .map(|text| trimmed(&text).to_owned())
        .filter(|text| !text.is_empty());
    field.clone()
}
