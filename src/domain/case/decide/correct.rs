//! Fields written anew: mistakes put right, disagreements settled.

use crate::domain::case::command::NewValue;
use crate::domain::case::dated::Dated;
use crate::domain::case::event::{self, Correction};
use crate::domain::case::public::{is_number, known};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::case::state::Case;
use crate::domain::catalogue::Event;
use crate::domain::field::Field;
use crate::domain::id::EntryId;
use crate::domain::leaf::{Leaf, topic};
use crate::law::day::Day;
use crate::law::dispute::Source;
use crate::law::risk::RiskSign;

use super::Made;
use super::checks::{At, checked, filled, not_future, optional_narrative};
use super::day::put_right;

/// A correction writes a value that differs from what stands, or settles a disagreement.
pub(super) fn correct(at: &At<'_>, field: NewValue, reason: &str) -> Result<Vec<Made>, Refusal> {
    at.there()?;
    let case = at.case;
    let mut leaves = Vec::new();
    let (unchanged, field) = match field {
        NewValue::Party(label, identity) => {
            let place = case
                .parties
                .iter()
                .position(|p| p.label == label)
                .ok_or(Refusal::NotThere(Slot::Party))?;
            let party = &case.parties[place];
            let identity = checked(place, &party.kind, identity, at.today)?;
            let same = party.identity.sides().is_empty()
                && party.identity.get() == Some(&Some(identity.clone()));
            leaves.push(Leaf::identity(label, identity));
            (same, Correction::Party(label))
        }
        NewValue::Facts(text) => {
            let text = filled(&text, Slot::Facts)?;
            leaves.push(Leaf::narrative(topic::FACTS, text));
            (
                stands(&case.facts, &Some(text.to_owned())),
                Correction::Facts,
            )
        }
        NewValue::Place(text) => {
            let text = filled(&text, Slot::Place)?;
            leaves.push(Leaf::place(topic::PLACE, text));
            (
                stands(&case.place, &Some(text.to_owned())),
                Correction::Place,
            )
        }
        NewValue::Town(town) => (stands(&case.town, &town), Correction::Town(town)),
        NewValue::Day(day) => {
            not_future(day, at.today, Slot::Day)?;
            if let Some((later, limit)) = begun(case).filter(|(_, begun)| *begun < day) {
                return Err(Refusal::After {
                    slot: Slot::Day,
                    day,
                    later,
                    limit,
                });
            }
            (stands(&case.day, &day), Correction::Day(day))
        }
        NewValue::StepDay(entry, day) => return put_right(at, entry, day, reason),
        NewValue::Number(number) => {
            let number = filled(&number, Slot::Number)?.to_owned();
            if !is_number(&number, known(case)) {
                return Err(Refusal::NumberNames);
            }
            (stands(&case.number, &number), Correction::Number(number))
        }
        NewValue::Type(kind) => (stands(&case.kind, &kind), Correction::Type(kind)),
        NewValue::Source(source) => {
            at.said(source != Source::NotRecorded, Slot::Source)?;
            (stands(&case.source, &source), Correction::Source(source))
        }
        NewValue::Mediators(mediators) => {
            if mediators.is_empty() {
                return Err(Refusal::NoMediator);
            }
            (
                stands(&case.mediators, &mediators),
                Correction::Mediators(mediators),
            )
        }
        NewValue::Risk(risk) => {
            let risk = RiskSign::in_order(risk);
            (stands(&case.risk, &risk), Correction::Risk(risk))
        }
        NewValue::Outcome(entry) => (outcome_stands(case, &entry)?, Correction::Outcome(entry)),
    };
    if unchanged {
        return Err(Refusal::Unchanged);
    }
    leaves.extend(optional_narrative(topic::REASON, reason));
    Ok(vec![Made {
        event: Event::CaseCorrected(event::Corrected { field }),
        leaves,
    }])
}

/// The first step after the registration, and its day. What a ledger told of the same day moves along.
fn begun(case: &Case) -> Option<(Slot, Day)> {
    let bind = |taken: &&Dated| !taken.moves_along && case.binds(taken);
    let taken = case.days.iter().filter(bind);
    let first = taken.min_by_key(|taken| taken.day)?;
    Some((first.step.day(), first.day))
}

pub(super) fn stands<T: Clone + PartialEq>(field: &Field<T>, value: &T) -> bool {
    field.sides().is_empty() && field.get() == Some(value)
}

fn outcome_stands(case: &Case, entry: &EntryId) -> Result<bool, Refusal> {
    if !case.conclusions.iter().any(|(id, _)| id == entry) {
        return Err(Refusal::NotThere(Slot::Outcome));
    }
    Ok(case.outcome.sides().is_empty())
}
