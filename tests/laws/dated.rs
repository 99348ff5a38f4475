//! The day of a step, put right: what runs from it runs anew, and it keeps its place among the others.

use langqiao::domain::Context;
use langqiao::domain::case::command::{Command, Intake, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::decide;
use langqiao::domain::case::event::{ChosenBy, ConfirmationStep, Told};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::case::state::Outcome;
use langqiao::domain::id::EntryId;
use langqiao::law::day::Day;
use langqiao::views::row::CaseRow;

use crate::clocks::{done, ways};
use crate::given::{Given, Next, at, given, today};
use crate::settling::{case, command, correct, exchange, together};
use crate::story;
use crate::writing::{Seed, case_stream, day, mediator};

fn put_right(given: &Given, step: Step, day: Day) -> Command {
    let case = given.case();
    let dated = case.days.iter().rev().find(|dated| dated.step == step);
    Command::Correct {
        field: NewValue::StepDay(dated.unwrap().entry, day),
        reason: "日期写错了".into(),
    }
}

#[test]
fn the_thirty_days_run_from_the_day_that_stands() {
    let given = at(&Stage::InMediation).on("2026-03-20");
    let due = given.case().due(day("2026-03-20")).unwrap();
    let correct = put_right(&given, Step::Accept, day("2026-03-01"));
    given.when(correct).refused(Refusal::Unchanged);

    let given = at(&Stage::Accepted).on("2026-03-20");
    let later = put_right(&given, Step::Accept, day("2026-03-05"));
    let given = given.when(later).then(|case| {
        assert_eq!(
            case.accepted.as_ref().map(|(day, _)| *day),
            Some(day("2026-03-05"))
        );
        assert_eq!(case.due(day("2026-03-20")), Some(due.plus_days(4)));
        assert_eq!(case.stage, Some(Stage::Accepted));
        let field = case.days_put_right.values().next().unwrap();
        let before: Vec<Day> = field.replaced().iter().map(|old| old.value).collect();
        assert_eq!(before, [today()]);
    });
    // And back: the fold takes the last.
    let back = put_right(&given, Step::Accept, today());
    given.when(back).then(|case| {
        assert_eq!(case.accepted.as_ref().map(|(day, _)| *day), Some(today()));
        assert_eq!(case.due(day("2026-03-20")), Some(due));
    });
}

#[test]
fn an_agreement_is_of_the_day_that_stands_on_paper_and_in_the_figures() {
    let given = at(&Stage::Agreed).on("2026-03-20");
    let correct = put_right(&given, Step::AgreeInWriting, day("2026-03-08"));
    given.when(correct).then(|case| {
        let outcome = case.outcome.get().unwrap();
        assert_eq!(outcome.day(), day("2026-03-08"));
        assert!(
            case.counted()
                .all(|(_, outcome)| outcome.day() == day("2026-03-08"))
        );
        let row = CaseRow::of(&case_stream(0), case).unwrap();
        assert_eq!(row.conclusions[0].day, day("2026-03-08"));
        assert_eq!(case.questions(), 0);
    });
}

#[test]
fn it_stays_between_what_it_follows_and_what_follows_it() {
    for (way, step, _) in ways() {
        let whole = || {
            let given = done(way);
            let command = match step {
                Step::Perform => Command::Perform {
                    day: day("2026-03-15"),
                    clause: None,
                    remarks: String::new(),
                },
                _ => story::step(&given.case(), *step, day("2026-03-15"), &Seed::of(2)),
            };
            given.and(command)
        };
        let last = *way.last().unwrap();
        let refusal = |step: Step, on: &str| {
            let given = whole();
            let command = put_right(&given, step, day(on));
            given.when(command).refusal
        };
        let told = format!("{way:?}, {step:?}");
        // Of two ratings the later is meant.
        let (tenth, fifteenth) = (day("2026-03-10"), day("2026-03-15"));
        assert!(
            matches!(refusal(*step, "2026-03-09"), Some(Refusal::Before { limit, .. }) if limit == tenth),
            "{told}"
        );
        assert_eq!(refusal(*step, "2026-03-11"), None, "{told}");
        if step.follows(last) && last != *step {
            assert!(
                matches!(refusal(last, "2026-03-16"), Some(Refusal::After { limit, .. }) if limit == fifteenth),
                "{told}"
            );
            assert_eq!(refusal(last, "2026-03-15"), None, "{told}");
        }
    }
}

#[test]
fn no_day_of_the_future_none_before_registration_none_of_a_step_that_is_not_there() {
    let given = at(&Stage::Accepted).on("2026-03-20");
    let early = put_right(&given, Step::Accept, day("2026-02-28"));
    let given = given.when(early).refused(Refusal::Before {
        slot: Slot::Day,
        day: day("2026-02-28"),
        earlier: Slot::Registered,
        limit: today(),
    });
    let late = put_right(&given, Step::Accept, day("2026-03-21"));
    let given = given.when(late).refused(Refusal::Future {
        slot: Slot::Day,
        day: day("2026-03-21"),
    });
    let nothing = Command::Correct {
        field: NewValue::StepDay(EntryId([7; 20]), today()),
        reason: String::new(),
    };
    let not_there = Refusal::NotThere(Slot::Step);
    given.when(nothing).refused(not_there);
}

#[test]
fn no_agreement_after_the_day_on_which_a_clause_falls_due() {
    let given = at(&Stage::InMediation).on("2026-03-20");
    let mut agreement = story::written(day("2026-03-10"), given.labels());
    agreement.clauses = vec![story::clause("赔付", Some(day("2026-03-12")))];
    let given = given.and(Command::AgreeInWriting(agreement));
    let correct = put_right(&given, Step::AgreeInWriting, day("2026-03-13"));
    let due = day("2026-03-12");
    given
        .when(correct)
        .refused(Refusal::DueBeforeAgreement { clause: 0, due });
}

/// Both desks wrote down that it failed: the one that sees the mistake puts both right, and nobody disagrees.
#[test]
fn one_conclusion_of_two_desks_stays_one() {
    let mut desks = together();
    for desk in 0..2 {
        let fail = story::step(&case(&desks, desk), Step::Fail, today(), &Seed::of(2));
        command(&mut desks, desk, fail);
    }
    exchange(&mut desks);
    assert_eq!(case(&desks, 0).questions(), 0);
    let (first, _) = case(&desks, 0).conclusions[0].clone();
    desks.now = day("2026-03-20").at(9, 0).unwrap();
    correct(&mut desks, 0, NewValue::StepDay(first, day("2026-03-04")));
    exchange(&mut desks);
    for desk in 0..2 {
        let case = case(&desks, desk);
        assert_eq!(case.questions(), 0);
        let days: Vec<Day> = case.conclusions.iter().map(|(_, one)| one.day()).collect();
        assert_eq!(days, [day("2026-03-04"); 2]);
        assert!(matches!(case.outcome.get(), Some(Outcome::Failed { .. })));
    }
}

/// One desk let it fail, at the other they agreed and performed; it was settled that it failed. What the other wrote binds
/// no day, before or after.
#[test]
fn a_conclusion_that_was_settled_away_binds_no_day() {
    let mut desks = together();
    desks.now = day("2026-03-20").at(9, 0).unwrap();
    let fail = story::step(
        &case(&desks, 0),
        Step::Fail,
        day("2026-03-05"),
        &Seed::of(2),
    );
    command(&mut desks, 0, fail);
    let agree = story::step(
        &case(&desks, 1),
        Step::AgreeOrally,
        day("2026-03-04"),
        &Seed::of(4),
    );
    command(&mut desks, 1, agree);
    let perform = Command::Perform {
        day: day("2026-03-09"),
        clause: None,
        remarks: String::new(),
    };
    command(&mut desks, 1, perform);
    exchange(&mut desks);
    let taken = |step, desks: &_| -> EntryId {
        let days = case(desks, 0).days;
        days.iter().find(|taken| taken.step == step).unwrap().entry
    };
    let failed = taken(Step::Fail, &desks);
    correct(&mut desks, 0, NewValue::Outcome(failed));
    exchange(&mut desks);
    let close = Command::Close {
        day: day("2026-03-06"),
    };
    let seed = Seed::of(9);
    let context = Context {
        now: desks.now,
        who: mediator(0),
        next_number: None,
        chance: &seed,
    };
    decide(&case(&desks, 0), close, &context).unwrap();
    let close = Command::Close {
        day: day("2026-03-10"),
    };
    command(&mut desks, 0, close);
    let closed = taken(Step::Close, &desks);
    correct(&mut desks, 0, NewValue::StepDay(closed, day("2026-03-06")));
    assert_eq!(case(&desks, 0).closed, Some(day("2026-03-06")));
    for step in [Step::Assign, Step::Accept] {
        let entry = taken(step, &desks);
        correct(&mut desks, 0, NewValue::StepDay(entry, day("2026-03-05")));
    }
    correct(&mut desks, 0, NewValue::Day(day("2026-03-05")));
}

#[test]
fn no_application_to_the_court_is_put_right_to_a_day_that_is_too_late() {
    let applied = Command::Confirm {
        day: day("2026-03-20"),
        step: ConfirmationStep::Applied,
    };
    let given = at(&Stage::Agreed).on("2026-06-20").and(applied);
    let late = put_right(&given, Step::Confirm, day("2026-05-20"));
    let given = given.when(late);
    let until = match given.refusal {
        Some(Refusal::ConfirmationTooLate { until }) => until,
        other => panic!("{other:?}"),
    };
    let in_time = put_right(&given.after, Step::Confirm, until);
    // A ruling has no such day.
    let ruled = Command::Confirm {
        day: day("2026-05-20"),
        step: ConfirmationStep::Confirmed,
    };
    let given = given.after.and(in_time).and(ruled);
    let ruling = put_right(&given, Step::Confirm, day("2026-06-01"));
    given.and(ruling);
}

#[test]
fn no_longer_time_is_put_right_to_have_been_given_when_it_was_over() {
    let until = day("2026-04-20");
    let extend = Command::Extend {
        day: day("2026-03-20"),
        until,
        both_agree: true,
    };
    let given = at(&Stage::Assigned).on("2026-06-20").and(extend);
    let over = put_right(&given, Step::Extend, until);
    let given = given.when(over).refused(Refusal::Before {
        slot: Slot::Until,
        day: until,
        earlier: Slot::Day,
        limit: until,
    });
    let before = put_right(&given, Step::Extend, day("2026-04-19"));
    given.and(before);
}

#[test]
fn no_registration_is_put_right_to_a_day_after_any_step() {
    let moved = || Command::Correct {
        field: NewValue::Day(day("2026-03-10")),
        reason: String::new(),
    };
    let after = |later, limit| Refusal::After {
        slot: Slot::Day,
        day: day("2026-03-10"),
        later,
        limit: day(limit),
    };
    for (step, slot) in [(Step::Rate, Slot::Rated), (Step::Join, Slot::Joined)] {
        let given = at(&Stage::Registered).on("2026-03-20");
        let command = story::step(&given.case(), step, day("2026-03-02"), &Seed::of(4));
        let given = given.and(command);
        given.when(moved()).refused(after(slot, "2026-03-02"));
    }
    // What a ledger told of one day moves along; what was done here does not, and holds it.
    let intake = Intake {
        ledger: Some(("台账.csv".into(), 4)),
        ..story::intake(today())
    };
    let assigned = |chosen_by| {
        let accept = Command::Accept {
            day: today(),
            told: Told::NotRecorded,
        };
        let assign = Command::Assign {
            day: today(),
            mediators: vec![mediator(0)],
            chosen_by,
        };
        let told = [Command::Register(intake.clone()), accept, assign];
        given(told.map(Next::from)).on("2026-03-20")
    };
    assigned(ChosenBy::Parties)
        .when(moved())
        .refused(after(Slot::Assigned, "2026-03-01"));
    let given = assigned(ChosenBy::NotRecorded);
    let given = given.when(moved()).then(|case| {
        assert!(case.days.iter().all(|taken| taken.day == day("2026-03-10")));
        assert_eq!(
            case.accepted.as_ref().map(|(day, _)| *day),
            Some(day("2026-03-10"))
        );
    });
    let session = |given: Given| {
        let case = given.case();
        given.and(story::step(
            &case,
            Step::HoldSession,
            day("2026-03-15"),
            &Seed::of(4),
        ))
    };
    let given = session(given);
    let later = Command::Correct {
        field: NewValue::Day(day("2026-03-16")),
        reason: String::new(),
    };
    given.when(later).refused(Refusal::After {
        slot: Slot::Day,
        day: day("2026-03-16"),
        later: Slot::Met,
        limit: day("2026-03-15"),
    });
}

/// Two sessions before, two steps after, on different days: the nearest of each side holds, and its own day is allowed.
#[test]
fn the_nearest_step_of_each_side_is_what_a_day_is_held_to() {
    let session = |given: Given, on| {
        let command = story::step(&given.case(), Step::HoldSession, day(on), &Seed::of(4));
        given.and(command)
    };
    let whole = || {
        let given = at(&Stage::Assigned).on("2026-04-30");
        let given = session(session(given, "2026-03-05"), "2026-03-09");
        let fail = story::step(&given.case(), Step::Fail, day("2026-03-12"), &Seed::of(2));
        let close = Command::Close {
            day: day("2026-03-20"),
        };
        let given = given.and(fail).and(close);
        let reopen = story::step(&given.case(), Step::Reopen, day("2026-03-25"), &Seed::of(2));
        given.and(reopen)
    };
    let refusal = |on: &str| {
        let given = whole();
        let command = put_right(&given, Step::Fail, day(on));
        given.when(command).refusal
    };
    assert!(
        matches!(refusal("2026-03-08"), Some(Refusal::Before { limit, .. }) if limit == day("2026-03-09"))
    );
    for on in ["2026-03-09", "2026-03-13", "2026-03-20"] {
        assert_eq!(refusal(on), None, "{on}");
    }
    assert!(
        matches!(refusal("2026-03-21"), Some(Refusal::After { limit, .. }) if limit == day("2026-03-20"))
    );
}

/// Acceptance and registration on one day are the rule.
#[test]
fn a_registration_is_put_right_up_to_the_day_of_the_earliest_step() {
    let whole = || {
        let given = at(&Stage::Registered).on("2026-04-30");
        // Written later, and earlier in time.
        let rate = story::step(&given.case(), Step::Rate, day("2026-03-08"), &Seed::of(4));
        let accept = story::step(&given.case(), Step::Accept, day("2026-03-10"), &Seed::of(4));
        given.and(accept).and(rate)
    };
    let refusal = |on: &str| {
        let command = Command::Correct {
            field: NewValue::Day(day(on)),
            reason: String::new(),
        };
        whole().when(command).refusal
    };
    assert_eq!(refusal("2026-03-08"), None);
    assert!(
        matches!(refusal("2026-03-09"), Some(Refusal::After { limit, .. }) if limit == day("2026-03-08"))
    );
}

#[test]
fn an_agreement_is_put_right_up_to_the_day_on_which_a_clause_falls_due() {
    let given = at(&Stage::InMediation).on("2026-03-20");
    let mut agreement = story::written(day("2026-03-10"), given.labels());
    agreement.clauses = vec![story::clause("赔付", Some(day("2026-03-12")))];
    let given = given.and(Command::AgreeInWriting(agreement));
    let due = put_right(&given, Step::AgreeInWriting, day("2026-03-12"));
    given.and(due);
}
