//! Today's page: which cases wait for something, and for what, the most urgent first.

use crate::domain::case::Stage;
use crate::law::clock;
use crate::law::day::{Day, Moment};

use super::answers::{Agenda, Task, Why};
use super::cases::{Cases, line};
use super::row::CaseRow;

/// How many tasks the page shows.
const SHOWN: usize = 100;

/// What a case waits for today, and by when.
#[must_use]
pub fn why(row: &CaseRow, today: Day) -> Option<(Why, Option<Day>)> {
    if row.questions > 0 {
        return Some((Why::Disagreement, None));
    }
    let left = row.due().map(|due| (due, clock::days_left(due, today)));
    match (&row.stage, left) {
        (Stage::Registered, _) => Some((Why::ToDecide, None)),
        (stage, Some((due, left))) if stage.is_open() && left < 0 => {
            Some((Why::ConcludeOverdue, Some(due)))
        }
        (Stage::Agreed, Some((due, left))) if left <= 0 => Some((Why::PerformanceDue, Some(due))),
        (Stage::Accepted, due) => Some((Why::ToAssign, due.map(|(due, _)| due))),
        (stage, Some((due, left))) if stage.is_open() && left <= clock::NEAR_DAYS => {
            Some((Why::ConcludeSoon, Some(due)))
        }
        (Stage::Failed | Stage::Withdrawn | Stage::Declined, _) => Some((Why::ToClose, None)),
        (Stage::NotPerformed, _) => Some((Why::NotPerformed, None)),
        (Stage::Performed, _) => match (row.followed_up, row.visit_by) {
            (Some(_), _) => Some((Why::ToClose, None)),
            (None, Some(by)) => (clock::days_left(by, today) <= clock::NEAR_DAYS)
                .then_some((Why::ToFollowUp, Some(by))),
            (None, None) => None,
        },
        (Stage::Closed, _) => {
            let by = row.closed.map(clock::archive_by)?;
            (clock::days_left(by, today) <= clock::NEAR_DAYS).then_some((Why::ToArchive, Some(by)))
        }
        _ => None,
    }
}

/// The tasks of a day.
#[must_use]
pub fn agenda(cases: &Cases, now: Moment) -> Agenda {
    let today = now.day();
    let mut waiting: Vec<(Why, Option<Day>, &CaseRow)> = cases
        .rows()
        .filter_map(|row| why(row, today).map(|(why, day)| (why, day, row)))
        .collect();
    waiting.sort_by_key(|(why, day, row)| (*why, day.unwrap_or(Day::MAX), row.registered, row.id));
    let overdue = waiting
        .iter()
        .filter(|(_, _, row)| row.overdue(today))
        .count();
    Agenda {
        today,
        now,
        count: waiting.len(),
        overdue,
        unfinished: None,
        tasks: waiting
            .iter()
            .take(SHOWN)
            .map(|(why, day, row)| Task {
                row: line(row),
                why: *why,
                day: *day,
            })
            .collect(),
    }
}
