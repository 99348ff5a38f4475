//! What a ledger says of a case's end, entered without what it does not say.

use crate::domain::Context;
use crate::domain::case::command::{LedgerConclusion, LedgerEnding};
use crate::domain::case::course::Step;
use crate::domain::case::event::{self, WithdrawnBy};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::catalogue::Event;
use crate::domain::fact::Fact;
use crate::domain::leaf::{Leaf, topic};
use crate::law::agreement::AgreementItem;

use super::Made;
use super::agreement::clauses;
use super::checks::{At, optional_narrative};

/// Whether an end was entered as a ledger tells it: it lacks what whoever writes it at a desk must give.
#[must_use]
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
