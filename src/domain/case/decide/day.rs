//! A mistyped day of a step, put right: it keeps its place among the steps before and after it.

use crate::domain::case::course::Step;
use crate::domain::case::dated::Dated;
use crate::domain::case::event::{self, Correction};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::case::state::{Case, Outcome};
use crate::domain::catalogue::Event;
use crate::domain::id::EntryId;
use crate::domain::leaf::topic;
use crate::law::day::Day;

use super::Made;
use super::agreement::apply_in_time;
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
    let earlier = before.iter().filter(|one| case.binds(one));
    let earlier = earlier.filter(|one| dated.follows(one));
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
    let later = after.iter().filter(|one| case.binds(one));
    let later = later.filter(|one| one.follows(&dated));
    if let Some(later) = later.min_by_key(|one| one.day).filter(|one| one.day < day) {
        return Err(Refusal::After {
            slot: Slot::Day,
            day,
            later: later.step.day(),
            limit: later.day,
        });
    }
    in_time(case, before, &dated, day)?;
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

/// What is asked for or granted for a time only is so on the day that is put right as well: the application to the court
/// [L 33], the longer time to mediate.
fn in_time(case: &Case, before: &[Dated], dated: &Dated, day: Day) -> Result<(), Refusal> {
    match dated.step {
        Step::Confirm => {
            let Some((of, Outcome::Agreed(agreement))) = case.conclusions.last() else {
                return Ok(());
            };
            let mut since = before.iter().skip_while(|one| one.entry != *of);
            // Not of an earlier agreement, and no ruling: that comes after an application.
            match since.next().is_some() && since.all(|one| one.step != Step::Confirm) {
                true => apply_in_time(agreement, day),
                false => Ok(()),
            }
        }
        Step::Extend => {
            let granted = case.extended.iter().filter(|(on, _)| *on == dated.day);
            match granted.map(|(_, until)| *until).min() {
                Some(until) if until <= day => Err(Refusal::Before {
                    slot: Slot::Until,
                    day: until,
                    earlier: Slot::Day,
                    limit: day,
                }),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn conclusion(case: &Case, entry: EntryId) -> Option<&Outcome> {
    let mut all = case.conclusions.iter();
    all.find(|(id, _)| *id == entry).map(|(_, outcome)| outcome)
}
