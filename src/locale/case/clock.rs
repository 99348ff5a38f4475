//! The clock of a case: to decide, to conclude within 30 days [R 33], to perform [L 31]; it stands
//! still while the case is suspended.

use super::super::{Language, articles, dates};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Stage};
use crate::law::article::Article;
use crate::law::clock::{CONCLUDE_DAYS, NEAR_DAYS, archive_by, days_left, decide_by, follow_up_by};
use crate::law::day::Day;
use crate::law::holidays::Holidays;

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
    three_workdays = "登记后3个工作日内", "Within 3 working days of registration";
    clause_n(place: usize) = "协议第{place}项", "Item {place} of the agreement";
    rests_on(article: &str) = "依据{article}", "By {article}";
    visit_why = "履行期满后30天内回访", "Within 30 days of when performance is due";
    archive_why = "结案后30天内归档", "Within 30 days of closing";
}

/// How near the limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    Calm,
    Soon,
    Late,
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
    match case.stage.as_ref()? {
        Stage::Registered => {
            let last = decide_by(*case.day.get()?, Holidays::built_in()).day;
            let line = three_workdays(language).to_owned();
            Some(term(language, Term::Acceptance, last, line, today))
        }
        Stage::Accepted | Stage::Assigned | Stage::InMediation | Stage::Suspended => {
            conclude_face(language, case, due?, today)
        }
        Stage::Agreed => {
            let last = case.performance_due()?;
            let Some(Outcome::Agreed(agreement)) = case.outcome.get() else {
                return None;
            };
            let mut open = agreement.clauses.iter().enumerate();
            let place = open.find(|(_, clause)| {
                clause.public.due == Some(last)
                    && !case.performed.contains_key(&clause.public.label)
            });
            let line = place.map_or_else(String::new, |(place, _)| clause_n(language, place + 1));
            Some(term(language, Term::Performance, last, line, today))
        }
        Stage::Performed if case.followed_up.is_empty() => {
            let last = follow_up_by(case.performance_over()?);
            let line = visit_why(language).to_owned();
            Some(term(language, Term::Visit, last, line, today))
        }
        Stage::Closed => {
            let last = archive_by(case.closed?);
            let line = archive_why(language).to_owned();
            Some(term(language, Term::Archive, last, line, today))
        }
        _ => None,
    }
}

fn conclude_face(language: Language, case: &Case, last: Day, today: Day) -> Option<Face> {
    let accepted = case.accepted?;
    let suspended = case.stage == Some(Stage::Suspended);
    let left = days_left(last, today);
    let still_days = case.suspended_days(today);
    let of = last.days_since(accepted).saturating_sub(still_days).max(1);
    let day = today
        .days_since(accepted)
        .saturating_sub(still_days)
        .clamp(0, of);
    let words = dates::days_left(language, left);
    let line = match (suspended, case.extended_until) {
        (true, _) => stands_still(language).to_owned(),
        (false, Some(_)) => nth_day(language, day, of),
        (false, None) if left < 0 => {
            rests_on(language, &articles::citation(language, Article::R33))
        }
        (false, None) => format!(
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
            near(left)
        },
        still: suspended,
    })
}

/// What has a term beside the 30 days.
#[derive(Clone, Copy)]
enum Term {
    Acceptance,
    Performance,
    Visit,
    Archive,
}

fn term(language: Language, of: Term, last: Day, line: String, today: Day) -> Face {
    let left = days_left(last, today);
    let (title, name): (fn(Language, &str) -> String, _) = match of {
        Term::Acceptance => (decide, acceptance(language)),
        Term::Performance => (perform, performance(language)),
        Term::Visit => (visit, follow_up(language)),
        Term::Archive => (archive, archiving(language)),
    };
    let words = dates::term_left(language, name, left);
    Face {
        title: if left < 0 {
            words
        } else {
            title(language, &words)
        },
        last,
        line,
        run: None,
        // What a party waits for is urgent; of our own paperwork nobody need be alarmed.
        near: match (of, near(left)) {
            (Term::Archive, _) => Nearness::Calm,
            (Term::Acceptance | Term::Visit, Nearness::Late) => Nearness::Soon,
            (_, near) => near,
        },
        still: false,
    }
}

fn near(left: i32) -> Nearness {
    match left {
        ..0 => Nearness::Late,
        0..=NEAR_DAYS => Nearness::Soon,
        _ => Nearness::Calm,
    }
}
