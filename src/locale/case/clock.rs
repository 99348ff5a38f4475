//! The clock of a case in words: which term runs, `domain::case::term` says.

use super::super::{Language, articles, dates};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Nearness, Stage, Term};
use crate::law::article::Article;
use crate::law::clock::{CONCLUDE_DAYS, days_left};
use crate::law::day::Day;

crate::messages! {
    decide(left: &str) = "决定是否受理{left}", "Decide on acceptance: {left}";
    conclude(left: &str) = "30日期限{left}", "30-day limit: {left}";
    still(left: &str) = "期限停着，{left}", "The clock stands still, {left}";
    perform(left: &str) = "履行{left}", "Performance: {left}";
    visit(left: &str) = "回访{left}", "Follow-up visit: {left}";
    archive(left: &str) = "归档{left}", "Archive: {left}";
    nth_day(day: i32, of: i32) = "第{day}天，共{of}天", "Day {day} of {of}";
    /// The names of the terms beside the 30 days: 履行期已过2天.
    acceptance = "受理", "Acceptance";
    performance = "履行", "Performance";
    follow_up = "回访", "Follow-up visit";
    archiving = "归档", "Archiving";
    may_extend = "双方同意可以延长", "Both sides may agree to extend";
    stands_still = "恢复后接着算", "It runs on once resumed";
    three_workdays = "登记后3个工作日内 · 工作惯例", "Within 3 working days of registration · by custom";
    clause_n(place: usize) = "协议第{place}项", "Item {place} of the agreement";
    rests_on(article: &str) = "依据{article}", "By {article}";
    visit_why = "履行期满后30天内回访 · SF/T 0083", "Within 30 days of when performance is due · SF/T 0083";
    archive_why = "结案后30天内归档 · 工作惯例", "Within 30 days of closing · by custom";
}

/// What the clock shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    pub title: String,
    pub last: Day,
    pub line: String,
    /// From 0 to 100, how much has run; none where a bar says nothing.
    pub run: Option<u8>,
    pub near: Nearness,
    pub still: bool,
}

/// The clock that runs now; none where nothing does.
#[must_use]
pub fn face(language: Language, case: &Case, due: Option<Day>, today: Day) -> Option<Face> {
    let (of, last) = case.term()?;
    let (title, line): (fn(Language, &str) -> String, _) = match of {
        // While it is suspended the thirty days are shown, standing still.
        Term::Conclude | Term::Resume => return conclude_face(language, case, due?, today),
        Term::Decide => (decide, three_workdays(language).to_owned()),
        Term::Perform => (perform, clause_of(language, case, last)),
        Term::Visit => (visit, visit_why(language).to_owned()),
        Term::Archive => (archive, archive_why(language).to_owned()),
    };
    let words = left(language, of, last, today);
    Some(Face {
        title: if days_left(last, today) < 0 {
            words
        } else {
            title(language, &words)
        },
        last,
        line,
        run: None,
        near: of.near(last, today),
        still: false,
    })
}

/// Which clause falls due.
fn clause_of(language: Language, case: &Case, last: Day) -> String {
    let Some(Outcome::Agreed(agreement)) = case.outcome.get() else {
        return String::new();
    };
    let mut open = agreement.clauses.iter().enumerate();
    let place = open.find(|(_, clause)| {
        clause.public.due == Some(last) && !case.performed.contains_key(&clause.public.label)
    });
    place.map_or_else(String::new, |(place, _)| clause_n(language, place + 1))
}

fn conclude_face(language: Language, case: &Case, last: Day, today: Day) -> Option<Face> {
    let from = case.runs_from?;
    let suspended = case.stage == Some(Stage::Suspended);
    let left = days_left(last, today);
    let still_days = case.suspended_days(today);
    let of = last.days_since(from).saturating_sub(still_days).max(1);
    let day = today
        .days_since(from)
        .saturating_sub(still_days)
        .clamp(0, of);
    let words = dates::days_left(language, left);
    let line = match (suspended, case.extended.is_empty()) {
        (true, _) => stands_still(language).to_owned(),
        (false, false) => nth_day(language, day, of),
        (false, true) if left < 0 => {
            rests_on(language, &articles::citation(language, Article::R33))
        }
        (false, true) => format!(
            "{} · {}",
            nth_day(language, day, CONCLUDE_DAYS),
            may_extend(language)
        ),
    };
    Some(Face {
        title: if suspended {
            still(language, &words)
        } else {
            conclude(language, &words)
        },
        last,
        line,
        run: Some(u8::try_from(day * 100 / of).unwrap_or(100)),
        near: if suspended {
            Nearness::Calm
        } else {
            Term::Conclude.near(last, today)
        },
        still: suspended,
    })
}

/// The name of a term, as what is over it is told: 履行期已过2天. The thirty days have none.
#[must_use]
pub fn name(language: Language, of: Term) -> Option<&'static str> {
    match of {
        Term::Conclude | Term::Resume => None,
        Term::Decide => Some(acceptance(language)),
        Term::Perform => Some(performance(language)),
        Term::Visit => Some(follow_up(language)),
        Term::Archive => Some(archiving(language)),
    }
}

/// How long a term still is, or how long it is over: 还剩3天, 已逾期2天, 履行期已过2天.
#[must_use]
pub fn left(language: Language, of: Term, last: Day, today: Day) -> String {
    let left = days_left(last, today);
    name(language, of).map_or_else(
        || dates::days_left(language, left),
        |name| dates::term_left(language, name, left),
    )
}
