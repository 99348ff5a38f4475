//! How a task reads and where its action leads. Pure.

use crate::domain::case::{Nearness, Stage, Term};
use crate::law::clock::{RESUME_DAYS, days_left};
use crate::law::day::Day;
use crate::locale::{Language, case::clock, terms::Term as _, today as say};
use crate::ui::pages::register::row::people;
use crate::views::answers::{Task, Why};

/// How a task presses. What nobody has looked at yet is never calm.
#[must_use]
pub fn press(task: &Task, today: Day) -> Nearness {
    let term = task.row.term;
    let near = term.map_or(Nearness::Calm, |(of, last)| of.near(last, today));
    match (task.why, near) {
        _ if task.row.grave => Nearness::Late,
        (Why::Disagreement | Why::ToDecide, Nearness::Calm) => Nearness::Soon,
        (_, near) => near,
    }
}

/// The word in colour: 已逾期2天, 履行期已过2天, 还剩2天; none where no day matters.
#[must_use]
pub fn urgent(language: Language, task: &Task, today: Day) -> Option<String> {
    let term = task.row.term.filter(|_| task.why != Why::Disagreement);
    let day = term.map(|(of, last)| match of {
        Term::Resume => say::suspended_for(language, RESUME_DAYS - days_left(last, today)),
        _ => clock::left(language, of, last, today),
    });
    let grave = task.row.grave.then(|| say::grave(language).to_owned());
    let words: Vec<String> = grave.into_iter().chain(day).collect();
    (!words.is_empty()).then(|| words.join(" · "))
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
        Why::ToResume => say::to_resume(language),
        Why::ToClose => say::to_close(language),
        Why::ToFollowUp => say::to_follow_up(language),
        Why::ToArchive => say::to_archive(language),
    }
}

/// The verb of the action, and the word of the step that it opens; none: the case itself.
#[must_use]
pub fn action(language: Language, task: &Task) -> (&'static str, Option<&'static str>) {
    match (task.why, &task.row.stage) {
        (Why::ToResume, _) => (say::resume(language), Some("resume")),
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

/// The line under the date. Late are those whose rows say so, not the overdue alone.
#[must_use]
pub fn state(language: Language, count: usize, late: usize) -> String {
    match (count, late) {
        (0, _) => say::nothing_due(language).to_owned(),
        (count, 0) => say::due(language, count),
        (count, late) => say::due_with_late(language, count, late),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{StreamId, StreamKind};
    use crate::law::dispute::DisputeType;
    use crate::law::divisions::Adcode;
    use crate::views::answers::{PartyLine, RegisterRow};
    use Language::Chinese;

    fn task(why: Why, stage: Stage, term: Option<(Term, &str)>) -> Task {
        Task {
            row: RegisterRow {
                id: StreamId::new(StreamKind::CASE, [0; 16]),
                number: None,
                kind: DisputeType::Contract,
                stage,
                registered: Day::MIN,
                term: term.map(|(term, day)| (term, Day::parse(day).unwrap())),
                grave: false,
                county: Adcode::new(110_112).unwrap(),
                town: None,
                applicant: PartyLine {
                    name: Some("马文军".into()),
                    count: 1,
                    place: 0,
                },
                respondent: PartyLine::default(),
                brief: None,
                total: None,
                joint: false,
                questions: 0,
                voided: false,
            },
            why,
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
            action(Why::ToResume, Stage::Suspended),
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
        let shown = |why, stage, term, day| {
            let task = task(why, stage, Some((term, day)));
            (press(&task, today), urgent(Chinese, &task, today))
        };
        let says = |near, words: &str| (near, Some(words.to_owned()));
        for (term, why, stage, late, soon) in [
            (
                Term::Decide,
                Why::ToDecide,
                Stage::Registered,
                says(Nearness::Late, "受理期已过2天"),
                says(Nearness::Soon, "还剩2天"),
            ),
            (
                Term::Conclude,
                Why::ConcludeOverdue,
                Stage::InMediation,
                says(Nearness::Late, "已逾期2天"),
                says(Nearness::Soon, "还剩2天"),
            ),
            (
                Term::Resume,
                Why::ToResume,
                Stage::Suspended,
                says(Nearness::Soon, "已中止32天"),
                says(Nearness::Calm, "已中止28天"),
            ),
            (
                Term::Perform,
                Why::PerformanceDue,
                Stage::Agreed,
                says(Nearness::Late, "履行期已过2天"),
                says(Nearness::Soon, "还剩2天"),
            ),
            (
                Term::Visit,
                Why::ToFollowUp,
                Stage::Performed,
                says(Nearness::Soon, "回访期已过2天"),
                says(Nearness::Soon, "还剩2天"),
            ),
            (
                Term::Archive,
                Why::ToArchive,
                Stage::Closed,
                says(Nearness::Calm, "归档期已过2天"),
                says(Nearness::Calm, "还剩2天"),
            ),
        ] {
            assert_eq!(shown(why, stage.clone(), term, "2026-11-22"), late);
            assert_eq!(shown(why, stage, term, "2026-11-26"), soon);
        }
        let calm = task(
            Why::ToAssign,
            Stage::Accepted,
            Some((Term::Conclude, "2026-12-20")),
        );
        assert_eq!(press(&calm, today), Nearness::Calm);
        let none = task(Why::ToClose, Stage::Failed, None);
        assert_eq!(
            (press(&none, today), urgent(Chinese, &none, today)),
            (Nearness::Calm, None)
        );
        let mut grave = calm.clone();
        grave.row.grave = true;
        assert_eq!(
            (press(&grave, today), urgent(Chinese, &grave, today)),
            says(Nearness::Late, "重大风险 · 还剩26天")
        );
        let disputed = task(Why::Disagreement, Stage::Archived, None);
        assert_eq!(press(&disputed, today), Nearness::Soon);
        let due = task(
            Why::PerformanceDue,
            Stage::Agreed,
            Some((Term::Perform, "2026-11-24")),
        );
        assert_eq!(line(Chinese, &due), "约定的履行到日子了 · 马文军 · 合同");
    }

    #[test]
    fn the_line_under_the_date_counts() {
        assert_eq!(state(Chinese, 4, 1), "今天要办4件，其中1件过了期限");
        assert_eq!(state(Chinese, 4, 0), "今天要办4件");
        assert_eq!(state(Chinese, 0, 0), "今天没有要办的");
    }
}
