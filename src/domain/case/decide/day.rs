//! A mistyped day of a step, put right: it keeps its place among the steps before and after it.

use crate::domain::case::event::{self, Correction};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::case::state::{Case, Outcome};
use crate::domain::catalogue::Event;
use crate::domain::id::EntryId;
use crate::domain::leaf::topic;
use crate::law::day::Day;

use super::Made;
use super::checks::{At, optional_narrative};
use super::correct::stands;

/// Where several desks wrote one conclusion alike, each of them is put right: otherwise they would disagree from now on.
pub(super) fn put_right(
    at: &At<'_>,
    entry: EntryId,
    day: Day,
    reason: &str,
) -> Result<Vec<Made>, Refusal> {
    at.there()?;
    let case = at.case;
    let place = case.days.iter().position(|dated| dated.entry == entry);
    let place = place.ok_or(Refusal::NotThere(Slot::Step))?;
    let (before, dated, after) = (
        &case.days[..place],
        case.days[place],
        &case.days[place + 1..],
    );
    at.day(day)?;
    let earlier = before.iter().filter(|one| dated.step.follows(one.step));
    if let Some(earlier) = earlier
        .max_by_key(|one| one.day)
        .filter(|one| day < one.day)
    {
        return Err(Refusal::Before {
            slot: Slot::Day,
            day,
            earlier: earlier.step.day(),
            limit: earlier.day,
        });
    }
    let later = after.iter().filter(|one| one.step.follows(dated.step));
    if let Some(later) = later.min_by_key(|one| one.day).filter(|one| one.day < day) {
        return Err(Refusal::After {
            slot: Slot::Day,
            day,
            later: later.step.day(),
            limit: later.day,
        });
    }
    let concluded = conclusion(case, entry);
    if let Some(Outcome::Agreed(agreement)) = concluded {
        for (clause, one) in agreement.clauses.iter().enumerate() {
            if let Some(due) = one.public.due.filter(|due| *due < day) {
                return Err(Refusal::DueBeforeAgreement { clause, due });
            }
        }
    }
    let same = match case.days_put_right.get(&entry) {
        Some(field) => stands(field, &day),
        None => dated.day == day,
    };
    if same {
        return Err(Refusal::Unchanged);
    }
    let standing: Vec<EntryId> = case.outcome.entries().collect();
    let alike = standing.iter().filter(|id| {
        **id != entry
            && standing.contains(&entry)
            && concluded.is_some()
            && conclusion(case, **id) == concluded
    });
    let entries = std::iter::once(&entry).chain(alike);
    let corrected = entries.map(|entry| Made {
        event: Event::CaseCorrected(event::Corrected {
            field: Correction::StepDay { day, entry: *entry },
        }),
        leaves: optional_narrative(topic::REASON, reason),
    });
    Ok(corrected.collect())
}

fn conclusion(case: &Case, entry: EntryId) -> Option<&Outcome> {
    let mut all = case.conclusions.iter();
    all.find(|(id, _)| *id == entry).map(|(_, outcome)| outcome)
}
