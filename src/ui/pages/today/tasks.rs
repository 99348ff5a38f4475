//! How a task reads and where its action leads. Pure.

use crate::domain::case::Stage;
use crate::law::clock;
use crate::law::day::Day;
use crate::locale::{Language, dates, register::performance, terms::Term, today as say};
use crate::ui::pages::register::row::people;
use crate::views::answers::{Task, Why};

/// In which card of the page a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Has a day, or waits for a decision of ours.
    ToDo,
    /// Registered and not decided.
    JustIn,
    /// Only the file is left, or a visit.
    ToFinish,
}

#[must_use]
pub fn part(why: Why) -> Part {
    match why {
        Why::ConcludeOverdue
        | Why::PerformanceDue
        | Why::NotPerformed
        | Why::Disagreement
        | Why::ConcludeSoon
        | Why::ToAssign => Part::ToDo,
        Why::ToDecide => Part::JustIn,
        Why::ToClose | Why::ToFollowUp | Why::ToArchive => Part::ToFinish,
    }
}

/// How a task presses: late, soon, or only waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Late,
    Soon,
    Calm,
}

#[must_use]
pub fn press(task: &Task, today: Day) -> Press {
    let left = task.day.map(|day| clock::days_left(day, today));
    match (task.why, left) {
        (Why::ConcludeOverdue, _) => Press::Late,
        (Why::PerformanceDue, Some(left)) if left < 0 => Press::Late,
        (Why::Disagreement | Why::ToDecide | Why::ConcludeSoon, _) => Press::Soon,
        // The file harms nobody by waiting.
        (Why::ToArchive, _) => Press::Calm,
        (_, Some(left)) if left <= 0 => Press::Soon,
        _ => Press::Calm,
    }
}

/// The word in colour: 已逾期2天, 履行期已过2天, 还剩2天; none without a day.
#[must_use]
pub fn urgent(language: Language, task: &Task, today: Day) -> Option<String> {
    let left = clock::days_left(task.day?, today);
    let term = match task.why {
        Why::PerformanceDue => performance(language),
        Why::ToFollowUp => say::visit_term(language),
        Why::ToArchive => say::archive_term(language),
        _ => return Some(dates::days_left(language, left)),
    };
    Some(dates::term_left(language, term, left))
}

/// The rest of the second line: why, and who.
#[must_use]
pub fn line(language: Language, task: &Task) -> String {
    let people = people(language, &task.row);
    let kind = task.row.kind.term(language);
    format!("{} · {people} · {kind}", why(language, task.why))
}

fn why(language: Language, why: Why) -> &'static str {
    match why {
        Why::ConcludeOverdue | Why::ConcludeSoon => say::thirty_days(language),
        Why::PerformanceDue => say::performance_due(language),
        Why::NotPerformed => say::not_performed(language),
        Why::Disagreement => say::disagreement(language),
        Why::ToDecide => say::to_decide(language),
        Why::ToAssign => say::to_assign(language),
        Why::ToClose => say::to_close(language),
        Why::ToFollowUp => say::to_follow_up(language),
        Why::ToArchive => say::to_archive(language),
    }
}

/// The verb of the action, and the word of the step that it opens; none: the case itself.
#[must_use]
pub fn action(language: Language, task: &Task) -> (&'static str, Option<&'static str>) {
    match (task.why, &task.row.stage) {
        (Why::ConcludeOverdue | Why::ConcludeSoon, Stage::Suspended) => {
            (say::resume(language), Some("resume"))
        }
        (Why::ConcludeOverdue | Why::ConcludeSoon, Stage::Accepted) | (Why::ToAssign, _) => {
            (say::assign(language), Some("assign"))
        }
        // Which way it goes on is the mediator's to choose, on the case's page.
        (Why::ConcludeOverdue | Why::ConcludeSoon | Why::NotPerformed, _) => {
            (say::go_on(language), None)
        }
        (Why::PerformanceDue, _) => (say::urge(language), Some("urge")),
        (Why::Disagreement, _) => (say::settle(language), None),
        (Why::ToDecide, _) => (say::accept(language), Some("accept")),
        (Why::ToClose, _) => (say::close(language), Some("close")),
        (Why::ToFollowUp, _) => (say::visit(language), Some("follow_up")),
        (Why::ToArchive, _) => (say::archive(language), Some("archive")),
    }
}

/// The line under the date.
#[must_use]
pub fn state(language: Language, count: usize, overdue: usize) -> String {
    match (count, overdue) {
        (0, _) => say::nothing_due(language).to_owned(),
        (count, 0) => say::due(language, count),
        (count, overdue) => say::due_with_overdue(language, count, overdue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{StreamId, StreamKind};
    use crate::law::dispute::DisputeType;
    use crate::law::divisions::Adcode;
    use crate::views::answers::{PartyLine, RegisterRow};
    use Language::{Chinese, English};

    fn task(why: Why, stage: Stage, day: Option<&str>) -> Task {
        Task {
            row: RegisterRow {
                id: StreamId::new(StreamKind::CASE, [0; 16]),
                number: None,
                kind: DisputeType::Contract,
                stage,
                registered: Day::MIN,
                due: None,
                county: Adcode::new(110_112).unwrap(),
                town: None,
                applicant: PartyLine {
                    name: Some("马文军".into()),
                    count: 1,
                },
                respondent: PartyLine::default(),
                brief: None,
                total: None,
                joint: false,
                questions: 0,
            },
            why,
            day: day.map(|day| Day::parse(day).unwrap()),
        }
    }

    #[test]
    fn each_reason_leads_to_its_form() {
        let action = |why, stage| action(Chinese, &task(why, stage, None));
        assert_eq!(
            action(Why::ToDecide, Stage::Registered),
            ("受理", Some("accept"))
        );
        assert_eq!(
            action(Why::PerformanceDue, Stage::Agreed),
            ("催一催", Some("urge"))
        );
        assert_eq!(
            action(Why::ConcludeSoon, Stage::InMediation),
            ("接着办", None)
        );
        assert_eq!(
            action(Why::ConcludeSoon, Stage::Suspended),
            ("恢复调解", Some("resume"))
        );
        assert_eq!(
            action(Why::ConcludeOverdue, Stage::Accepted),
            ("指派", Some("assign"))
        );
        assert_eq!(action(Why::Disagreement, Stage::Closed), ("定下来", None));
    }

    #[test]
    fn the_day_says_how_it_presses() {
        let today = Day::parse("2026-11-24").unwrap();
        let late = task(Why::PerformanceDue, Stage::Agreed, Some("2026-11-22"));
        assert_eq!(
            (press(&late, today), urgent(Chinese, &late, today)),
            (Press::Late, Some("履行期已过2天".into()))
        );
        let late = task(Why::ConcludeOverdue, Stage::InMediation, Some("2026-11-22"));
        assert_eq!(
            (press(&late, today), urgent(Chinese, &late, today)),
            (Press::Late, Some("已逾期2天".into()))
        );
        let file = task(Why::ToArchive, Stage::Closed, Some("2026-11-22"));
        assert_eq!(
            (press(&file, today), urgent(English, &file, today)),
            (Press::Calm, Some("Archiving 2 days late".into()))
        );
        let soon = task(Why::ConcludeSoon, Stage::InMediation, Some("2026-11-26"));
        assert_eq!(
            (press(&soon, today), urgent(English, &soon, today)),
            (Press::Soon, Some("2 days left".into()))
        );
        let calm = task(Why::ToAssign, Stage::Accepted, Some("2026-12-20"));
        assert_eq!(press(&calm, today), Press::Calm);
        assert_eq!(
            press(&task(Why::ToClose, Stage::Failed, None), today),
            Press::Calm
        );
        let due = task(Why::PerformanceDue, Stage::Agreed, Some("2026-11-24"));
        assert_eq!(line(Chinese, &due), "约定的履行到日子了 · 马文军 · 合同");
    }

    #[test]
    fn the_line_under_the_date_counts() {
        assert_eq!(state(Chinese, 4, 1), "今天要办4件，其中1件已逾期");
        assert_eq!(state(Chinese, 4, 0), "今天要办4件");
        assert_eq!(state(Chinese, 0, 0), "今天没有要办的");
    }
}
