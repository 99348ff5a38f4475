//! What a case waits for and by when, as today's list and the register have it.

use std::collections::BTreeSet;

use langqiao::domain::case::Term;
use langqiao::domain::case::command::{Command, Intake};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::FollowUpFinding;
use langqiao::domain::case::likely::choices;
use langqiao::domain::case::state::Outcome;
use langqiao::domain::id::StreamId;
use langqiao::law::clock;
use langqiao::law::day::Day;
use langqiao::law::holidays::Holidays;
use langqiao::law::risk::RiskSign;
use langqiao::views::agenda::{agenda, why};
use langqiao::views::answers::{Part, Why};
use langqiao::views::cases::Cases;
use langqiao::views::query::Query;
use langqiao::views::row::{CaseRow, Findable};

use crate::given::{Given, at, given, today};
use crate::story;
use crate::writing::{case_stream, day};

const WEEK: i32 = clock::NEAR_DAYS;

fn row(given: &Given) -> CaseRow {
    CaseRow::of(&case_stream(0), &given.case()).unwrap()
}

fn thirty_days() -> Day {
    clock::conclude_by(today(), &[], today())
}

#[test]
fn the_end_of_mediation_is_near_for_a_week_and_overdue_only_after_its_last_day() {
    let row = row(&at(&Stage::InMediation));
    let last = thirty_days();
    assert_eq!(why(&row, last.plus_days(-WEEK - 1)), None);
    for left in 0..=WEEK {
        let day = last.plus_days(-left);
        let soon = Some(Why::ConcludeSoon);
        assert_eq!((why(&row, day), row.overdue(day)), (soon, false), "{left}");
    }
    let after = last.plus_days(1);
    let late = Some(Why::ConcludeOverdue);
    assert_eq!((why(&row, after), row.overdue(after)), (late, true));
}

#[test]
fn what_was_agreed_is_urged_from_the_day_on_which_it_is_due() {
    let given = at(&Stage::Agreed);
    let due = given.case().performance_due().unwrap();
    let row = row(&given);
    assert_eq!(why(&row, due.plus_days(-1)), None);
    for late in 0..2 {
        let urge = Some(Why::PerformanceDue);
        assert_eq!(why(&row, due.plus_days(late)), urge, "{late}");
    }
}

#[test]
fn a_performed_case_is_visited_first_and_closed_then() {
    let given = at(&Stage::Performed);
    let by = clock::follow_up_by(given.case().performance_over().unwrap());
    let before = by.plus_days(-WEEK - 1);
    let not_visited = row(&given);
    assert_eq!(why(&not_visited, before), None);
    assert_eq!(
        why(&not_visited, by.plus_days(-WEEK)),
        Some(Why::ToFollowUp)
    );
    let visited = row(&given.and(Step::FollowUp));
    assert_eq!(why(&visited, before), Some(Why::ToClose));
}

#[test]
fn a_visit_is_counted_from_the_day_on_which_performance_was_due() {
    let agreed = at(&Stage::Agreed).case();
    let Some(Outcome::Agreed(agreement)) = agreed.outcome.get() else {
        panic!("no agreement");
    };
    // Of several instalments the last.
    let due = agreement
        .clauses
        .iter()
        .filter_map(|clause| clause.public.due)
        .max()
        .unwrap();
    let performed = |day: Day| {
        at(&Stage::Agreed)
            .on(&day.to_string())
            .and(Command::Perform {
                day,
                clause: None,
                remarks: String::new(),
            })
    };
    let visit_by = |from| Some((Term::Visit, clock::follow_up_by(from)));
    // Early: the visit is to see whether it lasted.
    let early = performed(due.plus_days(-2));
    assert_eq!(row(&early).term, visit_by(due));
    let late = due.plus_days(9);
    assert_eq!(row(&performed(late)).term, visit_by(late));
}

#[test]
fn a_visit_while_something_was_to_be_performed_is_not_the_one_that_is_due_after_it() {
    let given = at(&Stage::Agreed).and(Step::FollowUp);
    let performed = day("2026-06-10");
    let given = given.on("2026-06-20").and(Command::Perform {
        day: performed,
        clause: None,
        remarks: String::new(),
    });
    let by = clock::follow_up_by(performed);
    assert_eq!(row(&given).term, Some((Term::Visit, by)));
    let next = given.case().next_steps();
    assert_eq!(choices(&given.case(), &next).main, Some(Step::FollowUp));
    let given = given.and(Command::FollowUp {
        day: performed,
        found: FollowUpFinding::Settled,
        record: String::new(),
    });
    assert_eq!(why(&row(&given), performed), Some(Why::ToClose));
    assert_eq!(choices(&given.case(), &next).main, Some(Step::Close));
}

#[test]
fn what_was_not_performed_waits_for_somebody() {
    let row = row(&at(&Stage::NotPerformed));
    assert_eq!(why(&row, today()), Some(Why::NotPerformed));
}

#[test]
fn a_closed_case_is_to_be_archived_once_the_last_day_is_near() {
    let row = row(&at(&Stage::Closed));
    let by = clock::archive_by(today());
    assert_eq!(why(&row, by.plus_days(-WEEK - 1)), None);
    assert_eq!(why(&row, by.plus_days(-WEEK)), Some(Why::ToArchive));
    assert_eq!(row.due(), None, "nobody waits for the file");
}

#[test]
fn nothing_runs_out_while_the_clock_stands_still() {
    let row = row(&at(&Stage::Suspended));
    assert_eq!(row.due(), None);
    assert!(!row.overdue(thirty_days().plus_days(1)));
    // Only somebody asks now and then whether it can go on.
    let ask = clock::resume_by(today());
    assert_eq!(ask, day("2026-03-31"));
    assert_eq!(why(&row, ask.plus_days(-1)), None);
    assert_eq!(why(&row, ask), Some(Why::ToResume));
}

#[test]
fn the_register_and_the_page_know_one_last_day() {
    let until = thirty_days().plus_days(20);
    let given = at(&Stage::InMediation).and(Command::Extend {
        day: today(),
        until,
        both_agree: true,
    });
    assert_eq!(given.case().due(today()), Some(until));
    assert_eq!(row(&given).term, Some((Term::Conclude, until)));
}

#[test]
fn whether_it_is_taken_is_decided_within_three_workdays_wherever_one_looks() {
    let row = row(&at(&Stage::Registered));
    let last = clock::decide_by(today(), Holidays::built_in()).day;
    assert_eq!(
        (row.term, row.due()),
        (Some((Term::Decide, last)), Some(last))
    );
    assert_eq!(why(&row, today()), Some(Why::ToDecide));
    // Only the thirty days are called overdue.
    assert!(!row.overdue(last.plus_days(9)));
}

#[test]
fn who_may_come_to_harm_stands_first() {
    let intake = |risk| Intake {
        risk,
        ..story::intake(today())
    };
    let row = |risk: Vec<RiskSign>, n| {
        let given = given([Command::Register(intake(risk)).into()]);
        CaseRow::of(&case_stream(n), &given.case()).unwrap()
    };
    let (plain, grave) = (row(Vec::new(), 0), row(vec![RiskSign::Weapons], 1));
    assert_eq!((plain.grave, grave.grave), (false, true));
    let mut cases = Cases::default();
    for (n, row) in [(0, plain), (1, grave)] {
        cases.put(&case_stream(n), Some((row, Findable::default())));
    }
    let agenda = agenda(&cases, today().at(9, 0).unwrap(), |_| true);
    let grave: Vec<bool> = agenda.tasks.iter().map(|task| task.row.grave).collect();
    assert_eq!(grave, [true, false]);
    // In the first card, though it was only just registered.
    let parts: Vec<Part> = agenda.tasks.iter().map(|task| task.part()).collect();
    assert_eq!(parts, [Part::ToDo, Part::JustIn]);
    assert_eq!(agenda.parts.each_ref().map(|(count, _)| *count), [1, 1, 0]);
    // Once it is concluded nobody needs to hear of it at once.
    let over = given([Command::Register(intake(vec![RiskSign::Weapons])).into()]);
    assert!(!self::row(&over.and(Step::Withdraw)).grave);
}

/// What waits for archiving is the least urgent: of many tasks none of it is shown, and the register is to find it.
#[test]
fn each_part_of_today_counts_what_is_not_shown_and_says_where_it_is() {
    let rows = [Stage::Failed, Stage::Registered, Stage::Closed].map(|stage| row(&at(&stage)));
    let [failed, registered, closed] = rows;
    let archived_by = closed.term.map(|(_, last)| last).unwrap();
    let mut cases = Cases::default();
    // One of the failed is the first that is not shown.
    let all = std::iter::repeat_n(&failed, 81)
        .chain(std::iter::repeat_n(&registered, 20))
        .chain(std::iter::repeat_n(&closed, 50));
    for (place, row) in (0..).zip(all) {
        let id = case_stream(place);
        let row = CaseRow {
            id: id.random,
            ..row.clone()
        };
        cases.put(&id, Some((row, Findable::default())));
    }
    let agenda = agenda(&cases, archived_by.at(9, 0).unwrap(), |_| true);
    assert_eq!((agenda.tasks.len(), agenda.count), (100, 151));
    let counts = agenda.parts.each_ref().map(|(count, _)| *count);
    assert_eq!(counts, [0, 20, 131]);
    let [_, (_, just_in), (_, to_finish)] = &agenda.parts;
    assert!(just_in.is_empty());
    assert_eq!(*to_finish, [Stage::Failed, Stage::Closed]);
    // What is shown, and what the register finds, is all there is.
    let query = Query {
        stages: to_finish.clone(),
        ..Query::default()
    };
    let shown: BTreeSet<StreamId> = agenda.tasks.iter().map(|task| task.row.id).collect();
    let found = cases.streams(&query, "", agenda.today);
    let together: BTreeSet<StreamId> = shown.into_iter().chain(found).collect();
    assert_eq!(together.len(), agenda.count);
}
