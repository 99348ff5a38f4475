//! What a ledger says of a case's end: entered without what it does not say, and taken back as long as nobody else
//! wrote of it.

use crate::domain::Context;
use crate::domain::case::command::{LedgerConclusion, LedgerEnding};
use crate::domain::case::course::Step;
use crate::domain::case::event::{self, Correction, WithdrawnBy};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::catalogue::{Event, Retracted, RetractionReason, network_events};
use crate::domain::fact::Fact;
use crate::domain::leaf::{Leaf, topic};
use crate::law::agreement::AgreementItem;
use crate::law::day::Day;

use super::Made;
use super::agreement::clauses;
use super::checks::{At, optional_narrative};

/// Takes back what a ledger told of the end, for a later one that tells it otherwise; the last first, so that nothing
/// hangs in the air between. `confirmed` is the day on which the ledger has the agreement confirmed, if it does.
///
/// Refused where somebody wrote the end at a desk, or built on it.
pub fn take_back_end<'a>(
    facts: impl Iterator<Item = &'a Fact>,
    confirmed: Option<Day>,
) -> Result<Vec<Made>, Refusal> {
    let mut made = Vec::new();
    for fact in facts {
        match stands(fact, confirmed) {
            Stands::Apart => {}
            Stands::FromLedger => made.push(Made::bare(Event::Retracted(Retracted {
                entry: fact.id,
                reason: RetractionReason::Mistake,
            }))),
            Stands::Beyond => return Err(Refusal::GoneOn),
        }
    }
    made.reverse();
    Ok(made)
}

/// How an entry stands to what a ledger told of the end.
enum Stands {
    /// It is about something else.
    Apart,
    /// A ledger told it, and may tell it otherwise.
    FromLedger,
    /// Somebody wrote it at a desk, or built it on the end: no ledger takes that back.
    Beyond,
}

fn stands(fact: &Fact, confirmed: Option<Day>) -> Stands {
    if entered_from_ledger(fact) {
        return Stands::FromLedger;
    }
    match &fact.event {
        Event::CaseConfirmed(data) if Some(data.day) == confirmed => Stands::FromLedger,
        Event::CaseCorrected(data) => match data.field {
            // The ledger's own days stand no more once somebody put one of a step right.
            Correction::Outcome(_) | Correction::StepDay { .. } => Stands::Beyond,
            Correction::Party(_)
            | Correction::Facts
            | Correction::Place
            | Correction::Town(_)
            | Correction::Day(_)
            | Correction::Number(_)
            | Correction::Type(_)
            | Correction::Source(_)
            | Correction::Mediators(_)
            | Correction::Risk(_) => Stands::Apart,
        },
        Event::CaseAgreedInWriting(_)
        | Event::CaseAgreedOrally(_)
        | Event::CaseFailed(_)
        | Event::CaseWithdrawn(_)
        | Event::CaseConfirmed(_)
        | Event::CaseDeclined(_)
        | Event::CasePerformed(_)
        | Event::CaseNotPerformed(_)
        | Event::CaseUrged(_)
        | Event::CaseFollowedUp(_)
        | Event::CaseClosed(_)
        | Event::CaseArchived(_)
        | Event::CaseReopened(_)
        | Event::Unknown { .. }
        | Event::Unreadable { .. } => Stands::Beyond,
        Event::CaseRegistered(_)
        | Event::CaseAccepted(_)
        | Event::CaseAssigned(_)
        | Event::CaseInquired(_)
        | Event::CaseSessionHeld(_)
        | Event::CaseSuspended(_)
        | Event::CaseResumed(_)
        | Event::CaseNoted(_)
        | Event::CaseExtended(_)
        | Event::CaseJoined(_)
        | Event::CaseReplied(_)
        | Event::CaseTransferred(_)
        | Event::CaseReceived(_)
        | Event::CaseRated(_)
        | Event::Retracted(_)
        | Event::Erased(_)
        | network_events!() => Stands::Apart,
    }
}

/// Whether an end was entered as a ledger tells it: it lacks what whoever writes it at a desk must give.
pub fn entered_from_ledger(fact: &Fact) -> bool {
    let says = |of: &str| {
        fact.leaves
            .iter()
            .any(|leaf| leaf.of.as_deref() == Some(of))
    };
    match &fact.event {
        Event::CaseAgreedInWriting(data) => data.signed.is_empty() && data.copies == 0,
        Event::CaseAgreedOrally(_) => !says(topic::FACTS),
        Event::CaseFailed(data) => data.told_of.is_empty(),
        Event::CaseWithdrawn(data) => data.by == WithdrawnBy::NotRecorded,
        _ => false,
    }
}

/// Enters the end of a case that was read from a ledger. No signatures, no seal, no copies and no ways
/// that the parties were told of: the ledger does not tell, and nothing is made up.
pub(super) fn enter_conclusion(
    at: &At<'_>,
    conclusion: LedgerConclusion,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    let LedgerConclusion {
        day,
        ending,
        clauses: typed,
        reason,
    } = conclusion;
    if at.case.row.is_none() {
        return Err(Refusal::NotThere(Slot::Registered));
    }
    let step = match ending {
        LedgerEnding::Written => Step::AgreeInWriting,
        LedgerEnding::Oral => Step::AgreeOrally,
        LedgerEnding::Failed => Step::Fail,
        LedgerEnding::Withdrawn => Step::Withdraw,
    };
    at.step(step, day)?;
    let agreed = |leaves: &mut Vec<Leaf>| {
        if typed.is_empty() {
            return Err(Refusal::MissingItem(AgreementItem::Content));
        }
        let (public, texts) = clauses(day, typed, context)?;
        leaves.extend(texts);
        Ok(public)
    };
    let mut leaves = Vec::new();
    let event = match ending {
        LedgerEnding::Written => Event::CaseAgreedInWriting(event::AgreedInWriting {
            clauses: agreed(&mut leaves)?,
            copies: 0,
            day,
            mediator_signed: false,
            signed: Vec::new(),
            stamped: false,
        }),
        LedgerEnding::Oral => Event::CaseAgreedOrally(event::AgreedOrally {
            clauses: agreed(&mut leaves)?,
            day,
        }),
        LedgerEnding::Failed => {
            leaves = optional_narrative(topic::REASON, &reason);
            Event::CaseFailed(event::Failed {
                day,
                told_of: Vec::new(),
            })
        }
        LedgerEnding::Withdrawn => {
            leaves = optional_narrative(topic::REASON, &reason);
            Event::CaseWithdrawn(event::Withdrawn {
                by: WithdrawnBy::NotRecorded,
                day,
            })
        }
    };
    Ok(Made { event, leaves })
}
