//! Agreements: in writing, by word of mouth, and before the court.

use crate::domain::Context;
use crate::domain::case::command::{NewClause, OralAgreement, WrittenAgreement};
use crate::domain::case::course::Step;
use crate::domain::case::event::{self, AgreementClause, ConfirmationStep};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::case::state::{Agreement, Case, Outcome};
use crate::domain::catalogue::Event;
use crate::domain::leaf::{Leaf, topic};
use crate::law::agreement::{AgreementItem, ItemNeed};
use crate::law::blank::trimmed;
use crate::law::clock;
use crate::law::day::Day;
use crate::law::holidays::Holidays;
use crate::law::money::Fen;

use super::Made;
use super::checks::{At, filled, optional_narrative};

/// Clauses with their labels, and their texts as leaves.
pub(super) fn clauses(
    day: Day,
    typed: Vec<NewClause>,
    context: &Context<'_>,
) -> Result<(Vec<AgreementClause>, Vec<Leaf>), Refusal> {
    due_and_summed(day, &typed)?;
    let mut public = Vec::with_capacity(typed.len());
    let mut leaves = Vec::with_capacity(typed.len());
    for clause in typed {
        let label = context.label();
        leaves.push(Leaf::narrative(label, filled(&clause.text, Slot::Clause)?));
        public.push(AgreementClause {
            due: clause.due,
            fen: clause.fen,
            label,
        });
    }
    Ok((public, leaves))
}

/// No clause is due before the agreement, and there is a sum of all of them.
fn due_and_summed(day: Day, clauses: &[NewClause]) -> Result<(), Refusal> {
    let mut total = Fen(0);
    for (place, clause) in clauses.iter().enumerate() {
        if let Some(due) = clause.due.filter(|due| *due < day) {
            return Err(Refusal::DueBeforeAgreement { clause: place, due });
        }
        if let Some(fen) = clause.fen {
            let sum = total
                .checked_add(fen)
                .filter(|sum| fen >= Fen::ZERO && *sum <= Fen::MAX);
            total = sum.ok_or(Refusal::Sum { clause: place })?;
        }
    }
    Ok(())
}

/// Nobody has more copies made of an agreement.
const MOST_COPIES: u32 = 99;

/// Whether an agreement as it is written down may be read out and signed: what is refused of it once it is signed, but for
/// signatures and seal, is refused beforehand, or both sides would have to sign again.
pub fn may_be_signed(case: &Case, agreement: &WrittenAgreement, today: Day) -> Result<(), Refusal> {
    At { case, today }.step(Step::AgreeInWriting, agreement.day)?;
    let written = |item: &&AgreementItem| item.need() != ItemNeed::ForEffect;
    if let Some(item) = agreement.missing(&case.parties).find(written) {
        return Err(Refusal::MissingItem(item.clone()));
    }
    due_and_summed(agreement.day, &agreement.clauses)?;
    let least = case.copies_needed();
    match (least..=least.max(MOST_COPIES)).contains(&agreement.copies) {
        true => Ok(()),
        false => Err(Refusal::Copies { least }),
    }
}

/// An agreement in writing with everything that the law wants to see on it [L 29, R 35]; what is
/// missing is refused by name, in the order of the paper.
pub(super) fn agree_in_writing(
    at: &At<'_>,
    agreement: WrittenAgreement,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    may_be_signed(at.case, &agreement, at.today)?;
    if let Some(item) = agreement.missing(&at.case.parties).next() {
        return Err(Refusal::MissingItem(item.clone()));
    }
    let (public, texts) = clauses(agreement.day, agreement.clauses, context)?;
    let mut leaves = vec![
        Leaf::narrative(topic::FACTS, trimmed(&agreement.facts)),
        Leaf::narrative(topic::MATTER, trimmed(&agreement.matter)),
        Leaf::narrative(topic::RESPONSIBILITY, trimmed(&agreement.responsibility)),
        Leaf::narrative(topic::MANNER, trimmed(&agreement.manner)),
        Leaf::place(topic::PLACE, trimmed(&agreement.place)),
    ];
    leaves.extend(texts);
    let data = event::AgreedInWriting {
        clauses: public,
        copies: agreement.copies,
        day: agreement.day,
        mediator_signed: true,
        signed: agreement.signed,
        stamped: true,
    };
    Ok(Made {
        event: Event::CaseAgreedInWriting(data),
        leaves,
    })
}

pub(super) fn agree_orally(
    at: &At<'_>,
    agreement: OralAgreement,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    at.step(Step::AgreeOrally, agreement.day)?;
    let mut leaves = vec![Leaf::narrative(
        topic::FACTS,
        filled(&agreement.facts, Slot::Facts)?,
    )];
    if agreement.clauses.is_empty() {
        return Err(Refusal::MissingItem(AgreementItem::Content));
    }
    leaves.extend(optional_narrative(topic::MANNER, &agreement.manner));
    let (public, texts) = clauses(agreement.day, agreement.clauses, context)?;
    leaves.extend(texts);
    Ok(Made {
        event: Event::CaseAgreedOrally(event::AgreedOrally {
            clauses: public,
            day: agreement.day,
        }),
        leaves,
    })
}

/// Both parties may ask the court within 30 days of the agreement's taking effect [L 33].
pub(super) fn apply_in_time(agreement: &Agreement, day: Day) -> Result<(), Refusal> {
    let until = clock::confirm_no_later_than(agreement.day, Holidays::built_in()).day;
    match day > until {
        true => Err(Refusal::ConfirmationTooLate { until }),
        false => Ok(()),
    }
}

/// The application, and what the court rules on it.
pub(super) fn confirm(at: &At<'_>, day: Day, step: ConfirmationStep) -> Result<Made, Refusal> {
    at.step(Step::Confirm, day)?;
    let Some(Outcome::Agreed(agreement)) = at.case.outcome.get() else {
        return Err(Refusal::NoAgreement);
    };
    at.not_barred(Step::Confirm)?;
    if step != ConfirmationStep::Applied {
        // The court rules on what the parties asked for together.
        let Some((_, applied)) = at.case.confirmation else {
            return Err(Refusal::NotApplied);
        };
        if day < applied {
            return Err(Refusal::Before {
                slot: Slot::Day,
                day,
                earlier: Slot::Applied,
                limit: applied,
            });
        }
    } else {
        apply_in_time(agreement, day)?;
    }
    Ok(Made::bare(Event::CaseConfirmed(event::Confirmed {
        day,
        step,
    })))
}
