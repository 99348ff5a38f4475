//! Today's page: which cases wait for something, and for what, the most urgent first.

use crate::domain::case::{Stage, Term};
use crate::law::clock;
use crate::law::day::{Day, Moment};

use super::answers::{Agenda, Task, Waiting, Why};
use super::cases::{Cases, line};
use super::row::CaseRow;

/// How many tasks the page shows.
const SHOWN: usize = 100;

/// What a case waits for today; none where nothing is to be done now.
#[must_use]
pub fn why(row: &CaseRow, today: Day) -> Option<Why> {
    if row.questions > 0 {
        return Some(Why::Disagreement);
    }
    let left = |last| clock::days_left(last, today);
    let near = |last| left(last) <= clock::NEAR_DAYS;
    match (&row.stage, row.term) {
        (Stage::Registered, _) => Some(Why::ToDecide),
        (_, Some((Term::Conclude, last))) if left(last) < 0 => Some(Why::ConcludeOverdue),
        (Stage::Accepted, _) => Some(Why::ToAssign),
        (_, Some((Term::Conclude, last))) => near(last).then_some(Why::ConcludeSoon),
        (_, Some((Term::Perform, last))) => (left(last) <= 0).then_some(Why::PerformanceDue),
        (_, Some((Term::Resume, last))) => (left(last) <= 0).then_some(Why::ToResume),
        (_, Some((Term::Visit, last))) => near(last).then_some(Why::ToFollowUp),
        (_, Some((Term::Archive, last))) => near(last).then_some(Why::ToArchive),
        (Stage::NotPerformed, _) => Some(Why::NotPerformed),
        (Stage::Failed | Stage::Withdrawn | Stage::Declined, _) => Some(Why::ToClose),
        // Visited: a visit that is still to be made has a day.
        (Stage::Performed, _) => row.followed_up.map(|_| Why::ToClose),
        _ => None,
    }
}

/// The tasks of a day, of the cases that are `ours`, and whatever desks disagree on: who may be in danger first, then by what is waited for and its last
/// day.
#[must_use]
pub fn agenda(cases: &Cases, now: Moment, ours: impl Fn(&CaseRow) -> bool) -> Agenda {
    let today = now.day();
    let mut waiting: Vec<(Why, &CaseRow)> = cases
        .rows()
        .filter_map(|row| Some((why(row, today)?, row)))
        .filter(|(why, row)| *why == Why::Disagreement || ours(row))
        .collect();
    let last = |row: &CaseRow| row.term.map_or(Day::MAX, |(_, last)| last);
    waiting.sort_by_key(|(why, row)| (!row.grave, *why, last(row), row.registered, row.id));
    let late = waiting.iter().filter(|(_, row)| row.late(today)).count();
    let mut parts: [Waiting; 3] = Default::default();
    for (place, (why, row)) in waiting.iter().enumerate() {
        let (count, unshown) = &mut parts[why.part(row.grave) as usize];
        *count += 1;
        if place >= SHOWN && !unshown.contains(&row.stage) {
            unshown.push(row.stage.clone());
        }
    }
    Agenda {
        today,
        now,
        count: waiting.len(),
        late,
        parts,
        unfinished: None,
        tasks: waiting
            .iter()
            .take(SHOWN)
            .map(|(why, row)| Task {
                row: line(row),
                why: *why,
            })
            .collect(),
    }
}
