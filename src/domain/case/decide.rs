//! Today's rules: what a command may do to a case, and the facts that it makes.

mod agreement;
mod checks;
mod correct;
mod day;
mod ledger;
mod letters;

use crate::law::blank::trimmed;
use crate::law::dispute::Source;
use crate::law::person::PartyRole;
use crate::law::risk::RiskSign;

use crate::domain::Context;
use crate::domain::catalogue::{Event, Retracted};
use crate::domain::leaf::{Leaf, MOST_BYTES, MOST_LEAVES, topic};

use super::command::{Command, Intake, Session};
use super::course::Step;
use super::event::{self, ChosenBy, Told, WithdrawnBy};
use super::public::{is_door, is_number, known, tells, words_of};
use super::refusal::{Refusal, Slot};
use super::state::{Anomaly, Case, Outcome};

pub use agreement::may_be_signed;
use agreement::{agree_in_writing, agree_orally, confirm};
use checks::{At, checked, filled, not_future, optional_narrative, optional_place};
use correct::correct;
use ledger::enter_conclusion;
pub use ledger::{entered_from_ledger, take_back_end};

/// A fact that a decision makes: an event and its leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub event: Event,
    pub leaves: Vec<Leaf>,
}

impl Made {
    fn bare(event: Event) -> Self {
        Self {
            event,
            leaves: Vec::new(),
        }
    }
}

/// Decides on a command by the case as it stands. Nothing is changed here.
pub fn decide(case: &Case, command: Command, context: &Context<'_>) -> Result<Vec<Made>, Refusal> {
    if let Some(Anomaly::NotUnderstood { kind, .. }) = case
        .anomalies
        .iter()
        .find(|a| matches!(a, Anomaly::NotUnderstood { .. }))
        && !matches!(command, Command::Retract { .. })
    {
        return Err(Refusal::NotUnderstood { kind: kind.clone() });
    }
    let at = At {
        case,
        today: context.today(),
    };
    let made = match command {
        Command::Register(intake) => register(case, intake, context)?,
        Command::Decline { day, reason, words } => {
            at.step(Step::Decline, day)?;
            let leaves = optional_narrative(topic::REASON, &words);
            Made {
                event: Event::CaseDeclined(event::Declined { day, reason }),
                leaves,
            }
        }
        Command::Accept { day, told } => {
            at.step(Step::Accept, day)?;
            at.said(told != Told::NotRecorded, Slot::Telling)?;
            Made::bare(Event::CaseAccepted(event::Accepted { day, told }))
        }
        Command::Assign {
            day,
            mediators,
            chosen_by,
        } => {
            at.step(Step::Assign, day)?;
            if mediators.is_empty() {
                return Err(Refusal::NoMediator);
            }
            at.said(chosen_by != ChosenBy::NotRecorded, Slot::Mediators)?;
            Made::bare(Event::CaseAssigned(event::Assigned {
                chosen_by,
                day,
                mediators,
            }))
        }
        Command::Inquire { day, place, record } => {
            at.step(Step::Inquire, day)?;
            let record = filled(&record, Slot::Record)?;
            let mut leaves = optional_place(&place);
            leaves.push(Leaf::narrative(topic::RECORD, record));
            Made {
                event: Event::CaseInquired(event::Inquired {
                    day,
                    label: context.label(),
                }),
                leaves,
            }
        }
        Command::HoldSession(session) => hold_session(&at, session, context)?,
        Command::Suspend { day, reason } => {
            at.step(Step::Suspend, day)?;
            let reason = filled(&reason, Slot::Reason)?;
            Made {
                event: Event::CaseSuspended(event::Suspended { day }),
                leaves: vec![Leaf::narrative(topic::REASON, reason)],
            }
        }
        Command::Resume { day } => {
            at.step(Step::Resume, day)?;
            Made::bare(Event::CaseResumed(event::Resumed { day }))
        }
        Command::AgreeInWriting(agreement) => agree_in_writing(&at, agreement, context)?,
        Command::AgreeOrally(agreement) => agree_orally(&at, agreement, context)?,
        Command::EnterConclusion(conclusion) => enter_conclusion(&at, conclusion, context)?,
        Command::Fail {
            day,
            told_of,
            reason,
        } => {
            at.step(Step::Fail, day)?;
            if told_of.is_empty() {
                return Err(Refusal::NotToldOfOtherWays);
            }
            Made {
                event: Event::CaseFailed(event::Failed { day, told_of }),
                leaves: optional_narrative(topic::REASON, &reason),
            }
        }
        Command::Withdraw { day, by, reason } => {
            at.step(Step::Withdraw, day)?;
            at.said(by != WithdrawnBy::NotRecorded, Slot::Party)?;
            Made {
                event: Event::CaseWithdrawn(event::Withdrawn { by, day }),
                leaves: optional_narrative(topic::REASON, &reason),
            }
        }
        Command::Perform {
            day,
            clause,
            remarks,
        } => {
            at.step(Step::Perform, day)?;
            if let (Some(label), Some(Outcome::Agreed(agreement))) = (clause, case.outcome.get())
                && !agreement.has(label)
            {
                return Err(Refusal::NotThere(Slot::Clause));
            }
            Made {
                event: Event::CasePerformed(event::Performed { clause, day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::Urge { day, remarks } => {
            at.step(Step::Urge, day)?;
            Made {
                event: Event::CaseUrged(event::Urged { day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::ReportNotPerformed {
            day,
            told_of_court,
            remarks,
        } => {
            at.step(Step::ReportNotPerformed, day)?;
            if case.urged.is_empty() {
                return Err(Refusal::NotUrged);
            }
            if !told_of_court {
                return Err(Refusal::NotToldOfCourt);
            }
            Made {
                event: Event::CaseNotPerformed(event::NotPerformed { day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::Confirm { day, step } => confirm(&at, day, step)?,
        Command::FollowUp { day, found, record } => {
            at.step(Step::FollowUp, day)?;
            Made {
                event: Event::CaseFollowedUp(event::FollowedUp { day, found }),
                leaves: optional_narrative(topic::RECORD, &record),
            }
        }
        Command::Close { day } => {
            at.step(Step::Close, day)?;
            Made::bare(Event::CaseClosed(event::Closed { day }))
        }
        Command::Archive {
            day,
            volume,
            retention,
        } => {
            at.step(Step::Archive, day)?;
            let volume = filled(&volume, Slot::Volume)?.to_owned();
            if tells(&volume, known(case)) {
                return Err(Refusal::VolumeTells);
            }
            Made::bare(Event::CaseArchived(event::Archived {
                day,
                retention,
                volume,
            }))
        }
        Command::Reopen {
            day,
            both_agree,
            reason,
        } => {
            at.step(Step::Reopen, day)?;
            at.not_barred(Step::Reopen)?;
            if !both_agree {
                return Err(Refusal::BothMustAgree(Step::Reopen.rests_on()));
            }
            let reason = filled(&reason, Slot::Reason)?;
            Made {
                event: Event::CaseReopened(event::Reopened { day }),
                leaves: vec![Leaf::narrative(topic::REASON, reason)],
            }
        }
        Command::Extend {
            day,
            until,
            both_agree,
        } => {
            at.step(Step::Extend, day)?;
            if !both_agree {
                return Err(Refusal::BothMustAgree(Step::Extend.rests_on()));
            }
            // A longer time, never a shorter: the last day that holds moves on.
            let limit = case.due(context.today()).map_or(day, |due| due.max(day));
            if until <= limit {
                return Err(Refusal::Before {
                    slot: Slot::Until,
                    day: until,
                    earlier: Slot::Due,
                    limit,
                });
            }
            Made::bare(Event::CaseExtended(event::Extended { day, until }))
        }
        Command::Join {
            day,
            county,
            organisation,
            agreement,
            lead,
        } => {
            at.step(Step::Join, day)?;
            if organisation.is_some() && organisation == case.organisation {
                return Err(Refusal::OwnOffice);
            }
            Made::bare(Event::CaseJoined(event::Joined {
                agreement,
                county,
                day,
                lead,
                organisation,
            }))
        }
        Command::Reply {
            day,
            invitation,
            answer,
            remarks,
        } => letters::reply(&at, day, invitation, answer, &remarks)?,
        Command::Transfer {
            day,
            county,
            organisation,
            reason,
        } => letters::transfer(&at, day, county, organisation, &reason)?,
        Command::Receive {
            day,
            transfer,
            answer,
            remarks,
        } => letters::receive(&at, day, transfer, answer, &remarks)?,
        Command::Rate { day, risk, record } => {
            at.step(Step::Rate, day)?;
            let record = filled(&record, Slot::Record)?;
            Made {
                event: Event::CaseRated(event::Rated {
                    day,
                    risk: RiskSign::in_order(risk),
                }),
                leaves: vec![Leaf::narrative(topic::RECORD, record)],
            }
        }
        Command::Note {
            day,
            form,
            text,
            confidential_to,
        } => {
            at.there()?;
            at.day(day)?;
            let text = filled(&text, Slot::Text)?;
            let leaf = match confidential_to {
                Some(label) => Leaf::confidential(at.party(label)?, text),
                None => Leaf::narrative(topic::RECORD, text),
            };
            Made {
                event: Event::CaseNoted(event::Noted { day, form }),
                leaves: vec![leaf],
            }
        }
        Command::Correct { field, reason } => {
            let made = correct(&at, field, &reason)?;
            made.iter().try_for_each(fits)?;
            return Ok(made);
        }
        Command::Retract { entry, reason } => {
            at.undo(entry)?;
            Made::bare(Event::Retracted(Retracted { entry, reason }))
        }
        Command::Void {
            registration,
            reason,
        } => {
            at.there()?;
            if case.registration != Some(registration) {
                return Err(Refusal::NotThere(Slot::Registered));
            }
            Made::bare(Event::Retracted(Retracted {
                entry: registration,
                reason,
            }))
        }
    };
    fits(&made)?;
    Ok(vec![made])
}

/// What is too long for one entry is refused here: written, nobody could read it again.
fn fits(made: &Made) -> Result<(), Refusal> {
    let leaves: usize = made.leaves.iter().map(Leaf::bytes).sum();
    if made.leaves.len() > MOST_LEAVES || leaves + made.event.saying().data.len() > MOST_BYTES {
        return Err(Refusal::TooLong);
    }
    Ok(())
}

fn register(case: &Case, intake: Intake, context: &Context<'_>) -> Result<Made, Refusal> {
    // Nor in the stream of a case that was voided: what was done there would come back with it.
    if case.counts() || case.touched.is_some() {
        return Err(Refusal::AlreadyRegistered);
    }
    let today = context.today();
    not_future(intake.day, today, Slot::Day)?;
    if intake.source == Source::NotRecorded && intake.ledger.is_none() {
        return Err(Refusal::Empty(Slot::Source));
    }
    for role in [PartyRole::Applicant, PartyRole::Respondent] {
        if !intake.parties.iter().any(|p| p.role == role) {
            return Err(Refusal::NoParty(role));
        }
    }
    let number = intake
        .number
        .map(|number| trimmed(&number).to_owned())
        .filter(|number| !number.is_empty());
    let mut leaves = Vec::with_capacity(intake.parties.len() + 3);
    let mut parties = Vec::with_capacity(intake.parties.len());
    let mut identities = Vec::new();
    for (place, party) in intake.parties.into_iter().enumerate() {
        let identity = checked(place, &party.kind, party.identity, today)?;
        let label = context.label();
        if number.is_some() {
            identities.push(identity.clone());
        }
        leaves.push(Leaf::identity(label, identity));
        parties.push(event::PublicParty {
            kind: party.kind,
            label,
            others: party.others,
            role: party.role,
        });
    }
    leaves.extend(optional_place(&intake.place));
    leaves.push(Leaf::narrative(
        topic::FACTS,
        filled(&intake.facts, Slot::Facts)?,
    ));
    let row = intake.ledger.map(|(file, row)| {
        leaves.push(Leaf::narrative(topic::SOURCE_FILE, &file));
        row
    });
    let place = Some(intake.place.as_str()).filter(|place| is_door(place));
    let known = identities.iter().flat_map(words_of).chain(place);
    if number.as_ref().is_some_and(|text| !is_number(text, known)) {
        return Err(Refusal::NumberNames);
    }
    // The office's own rule names nobody; what a name happens to have in common with it is said before a redacted copy
    // goes out (`engine::export`).
    let number = number.or_else(|| context.next_number.map(str::to_owned));
    let data = event::Registered {
        county: intake.county,
        day: intake.day,
        number,
        organisation: intake.organisation,
        parties,
        risk: intake.risk,
        row,
        source: intake.source,
        town: intake.town,
        kind: intake.kind,
    };
    Ok(Made {
        event: Event::CaseRegistered(data),
        leaves,
    })
}

fn hold_session(at: &At<'_>, session: Session, context: &Context<'_>) -> Result<Made, Refusal> {
    at.step(Step::HoldSession, session.day)?;
    if session.present.is_empty() {
        return Err(Refusal::NobodyPresent);
    }
    let mut leaves = optional_place(&session.place);
    leaves.push(Leaf::narrative(
        topic::RECORD,
        filled(&session.record, Slot::Record)?,
    ));
    leaves.extend(optional_narrative(topic::RESULT, &session.result));
    for (label, words) in &session.confidential {
        leaves.push(Leaf::confidential(
            at.party(*label)?,
            filled(words, Slot::Text)?,
        ));
    }
    for label in &session.present {
        at.party(*label)?;
    }
    let data = event::SessionHeld {
        day: session.day,
        label: context.label(),
        present: session.present,
    };
    Ok(Made {
        event: Event::CaseSessionHeld(data),
        leaves,
    })
}
