//! Days: none of the future, none before what comes first; thirty days, still ones not counted.

use langqiao::domain::case::Term;
use langqiao::domain::case::command::{Command, Intake, LedgerConclusion, LedgerEnding, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{ChosenBy, ConfirmationStep, NoteForm, Told};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::law::article::Article;
use langqiao::locale::Language;
use langqiao::locale::case::clock::face;
use langqiao::views::row::CaseRow;

use crate::given::{Given, at, given, registered, today};
use crate::story;
use crate::writing::{Seed, case_stream, day, mediator};

#[test]
fn no_day_of_the_future_and_none_before_registration() {
    for (stage, step) in [
        (Stage::Registered, Step::Accept),
        (Stage::Registered, Step::Decline),
        (Stage::Registered, Step::Join),
        (Stage::Registered, Step::Transfer),
        (Stage::Accepted, Step::Assign),
        (Stage::Assigned, Step::Inquire),
        (Stage::Assigned, Step::HoldSession),
        (Stage::Assigned, Step::Suspend),
        (Stage::Suspended, Step::Resume),
        (Stage::Assigned, Step::AgreeInWriting),
        (Stage::Assigned, Step::AgreeOrally),
        (Stage::Assigned, Step::Fail),
        (Stage::Assigned, Step::Withdraw),
        (Stage::Assigned, Step::Extend),
        (Stage::Suspended, Step::Rate),
        (Stage::Agreed, Step::Perform),
        (Stage::Agreed, Step::Urge),
        (Stage::Agreed, Step::ReportNotPerformed),
        (Stage::Agreed, Step::Confirm),
        (Stage::Agreed, Step::FollowUp),
        (Stage::Agreed, Step::Reopen),
        (Stage::Performed, Step::Close),
        (Stage::Closed, Step::Archive),
    ] {
        let with = |on| {
            let given = at(&stage);
            let command = story::step(&given.case(), step, day(on), &Seed::of(2));
            given.when(command)
        };
        with("2026-03-02").refused(Refusal::Future {
            slot: Slot::Day,
            day: day("2026-03-02"),
        });
        with("2026-02-28").refused(Refusal::Before {
            slot: Slot::Day,
            day: day("2026-02-28"),
            earlier: Slot::Registered,
            limit: today(),
        });
    }
    let tomorrow = day("2026-03-02");
    given([])
        .when(Command::Register(story::intake(tomorrow)))
        .refused(Refusal::Future {
            slot: Slot::Day,
            day: tomorrow,
        });
    let note = Command::Note {
        day: tomorrow,
        form: NoteForm::Note,
        text: "x".into(),
        confidential_to: None,
    };
    at(&Stage::Accepted).when(note).refused(Refusal::Future {
        slot: Slot::Day,
        day: tomorrow,
    });
}

/// By a clock that ran ahead and was mended: today is before the registration, a later day has not come.
#[test]
fn what_lies_in_the_future_is_to_be_put_right_before_a_step() {
    let later = day("2026-06-01");
    let ahead = |earlier| Refusal::Ahead {
        earlier,
        limit: later,
    };
    let ran_ahead = || {
        given([])
            .on("2026-06-01")
            .and(Command::Register(story::intake(later)))
    };
    for on in ["2026-02-28", "2026-03-01", "2026-06-01"] {
        let mended = ran_ahead().on("2026-03-01");
        let accept = story::step(&mended.case(), Step::Accept, day(on), &Seed::of(2));
        let note = Command::Note {
            day: day(on),
            form: NoteForm::Note,
            text: "x".into(),
            confidential_to: None,
        };
        mended
            .when(accept)
            .refused(ahead(Slot::Registered))
            .when(note)
            .refused(ahead(Slot::Registered));
    }
    let correct = || Command::Correct {
        field: NewValue::Day(today()),
        reason: "x".into(),
    };
    let mended = ran_ahead().on("2026-03-01");
    mended.and(correct()).and(Step::Accept);

    let accepted = ran_ahead();
    let accept = story::step(&accepted.case(), Step::Accept, later, &Seed::of(2));
    let accepted = accepted.and(accept).on("2026-03-01").and(correct());
    accepted.when(Step::Assign).refused(ahead(Slot::Accepted));
}

/// What was done on the tenth, what comes next, and what that may not come before.
pub fn ways() -> &'static [(&'static [Step], Step, Slot)] {
    use Step::*;
    &[
        (&[Accept], Assign, Slot::Accepted),
        (&[Accept], Suspend, Slot::Accepted),
        (&[Accept], Withdraw, Slot::Accepted),
        (&[Accept, Assign], Inquire, Slot::Accepted),
        (&[Accept, Assign], HoldSession, Slot::Accepted),
        (&[Accept, Assign], AgreeInWriting, Slot::Accepted),
        (&[Accept, Assign], AgreeOrally, Slot::Accepted),
        (&[Accept, Assign], Fail, Slot::Accepted),
        (&[Accept, Assign], Extend, Slot::Accepted),
        (&[Rate], Rate, Slot::Rated),
        (&[Accept, Assign, Suspend], Resume, Slot::Suspended),
        (&[Accept, Assign, AgreeInWriting], Perform, Slot::Agreed),
        (&[Accept, Assign, AgreeInWriting], Urge, Slot::Agreed),
        (
            &[Accept, Assign, AgreeInWriting, Urge],
            ReportNotPerformed,
            Slot::Urged,
        ),
        (
            &[Accept, Assign, HoldSession],
            AgreeInWriting,
            Slot::Session,
        ),
        (&[Accept, Assign, HoldSession], Fail, Slot::Session),
        (&[Accept, Assign, HoldSession, Suspend], Fail, Slot::Session),
        (&[Accept, Assign, Suspend], Fail, Slot::Suspended),
        (&[Accept, Assign, Suspend], Withdraw, Slot::Suspended),
        (
            &[Accept, Assign, Suspend, Resume],
            AgreeOrally,
            Slot::Resumed,
        ),
        (&[Accept, Assign, Suspend, Resume], Suspend, Slot::Resumed),
        (
            &[Accept, Assign, AgreeInWriting, Perform],
            Close,
            Slot::Performed,
        ),
        (
            &[Accept, Assign, AgreeInWriting, Perform],
            Reopen,
            Slot::Performed,
        ),
        (&[Accept, Assign, AgreeInWriting], Confirm, Slot::Agreed),
        (&[Accept, Assign, AgreeInWriting], FollowUp, Slot::Agreed),
        (&[Accept, Assign, AgreeInWriting], Reopen, Slot::Agreed),
        (&[Accept, Assign, Fail], Close, Slot::Concluded),
        (&[Accept, Assign, Fail, Close], Archive, Slot::Closed),
        (&[Accept, Assign, Fail, Close], Reopen, Slot::Closed),
        // Taken up again on the tenth: the clock starts anew, and so does what follows.
        (&[Accept, Assign, Fail, Reopen], Assign, Slot::Accepted),
    ]
}

/// These steps, on the tenth; it is the twentieth.
pub fn done(way: &[Step]) -> Given {
    way.iter()
        .fold(registered().on("2026-03-20"), |given, step| {
            let on = day("2026-03-10");
            let command = match step {
                Step::Perform => Command::Perform {
                    day: on,
                    clause: None,
                    remarks: String::new(),
                },
                _ => story::step(&given.case(), *step, on, &Seed::of(2)),
            };
            given.and(command)
        })
}

#[test]
fn no_step_before_what_it_follows() {
    for (way, step, earlier) in ways() {
        let with = |on| {
            let given = done(way);
            let command = story::step(&given.case(), *step, day(on), &Seed::of(2));
            given.when(command)
        };
        with("2026-03-09").refused(Refusal::Before {
            slot: Slot::Day,
            day: day("2026-03-09"),
            earlier: earlier.clone(),
            limit: day("2026-03-10"),
        });
        with("2026-03-10").then(|_| {});
    }
}

#[test]
fn what_a_step_comes_after_is_the_last_of_it() {
    let given = at(&Stage::Agreed).on("2026-06-20");
    let perform = Command::Perform {
        day: day("2026-06-01"),
        clause: None,
        remarks: String::new(),
    };
    given
        .and(perform)
        .when(Command::Close {
            day: day("2026-03-06"),
        })
        .refused(Refusal::Before {
            slot: Slot::Day,
            day: day("2026-03-06"),
            earlier: Slot::Performed,
            limit: day("2026-06-01"),
        });
}

/// The clock runs from acceptance: it does not begin before there is a case.
#[test]
fn no_registration_is_moved_past_what_came_after_it() {
    let moved = |on| Command::Correct {
        field: NewValue::Day(day(on)),
        reason: "写错了".into(),
    };
    for (stage, later) in [
        (Stage::Assigned, Slot::Accepted),
        (Stage::Declined, Slot::Concluded),
    ] {
        let given = at(&stage).on("2026-04-30");
        let given = given.when(moved("2026-04-20")).refused(Refusal::After {
            slot: Slot::Day,
            day: day("2026-04-20"),
            later,
            limit: today(),
        });
        given.when(moved("2026-02-20")).then(|_| {});
    }
    at(&Stage::Registered)
        .on("2026-04-30")
        .when(moved("2026-04-20"))
        .then(|_| {});
}

/// A ledger has one day for both; the day of an end stays, whoever told it.
#[test]
fn what_a_ledger_accepted_at_once_moves_with_its_registration() {
    let intake = Intake {
        ledger: Some(("台账.csv".into(), 3)),
        ..story::intake(today())
    };
    let accept = |told| Command::Accept { day: today(), told };
    let moved = day("2026-03-20");
    let correct = || Command::Correct {
        field: NewValue::Day(moved),
        reason: String::new(),
    };
    let past = |later| Refusal::After {
        slot: Slot::Day,
        day: moved,
        later,
        limit: today(),
    };
    let registered = || given([Command::Register(intake.clone()).into()]);
    registered()
        .and(accept(Told::Orally))
        .on("2026-04-30")
        .when(correct())
        .refused(past(Slot::Accepted));
    let at_once = || registered().and(accept(Told::NotRecorded));
    at_once()
        .on("2026-04-30")
        .when(correct())
        .then(|case| assert_eq!(case.accepted.as_ref().map(|(day, _)| *day), Some(moved)));
    let end = Command::EnterConclusion(LedgerConclusion {
        day: today(),
        ending: LedgerEnding::Failed,
        clauses: Vec::new(),
        reason: String::new(),
    });
    let assign = Command::Assign {
        day: today(),
        mediators: vec![mediator(0)],
        chosen_by: ChosenBy::NotRecorded,
    };
    at_once()
        .and(assign)
        .and(end)
        .on("2026-04-30")
        .when(correct())
        .refused(past(Slot::Concluded));
}

#[test]
fn performing_comes_after_the_agreement() {
    let given = at(&Stage::Assigned).on("2026-03-10");
    let agreement = story::written(day("2026-03-08"), given.labels());
    let given = given.and(Command::AgreeInWriting(agreement));
    let before = |on| Refusal::Before {
        slot: Slot::Day,
        day: day(on),
        earlier: Slot::Agreed,
        limit: day("2026-03-08"),
    };
    let perform = |on| Command::Perform {
        day: day(on),
        clause: None,
        remarks: String::new(),
    };
    let given = given
        .when(perform("2026-03-07"))
        .refused(before("2026-03-07"));
    let confirm = Command::Confirm {
        day: day("2026-03-07"),
        step: ConfirmationStep::Applied,
    };
    let given = given.when(confirm).refused(before("2026-03-07"));
    given
        .when(perform("2026-03-08"))
        .then(|case| assert_eq!(case.performed_on, Some(day("2026-03-08"))));
}

#[test]
fn thirty_days_from_acceptance_still_ones_not_counted() {
    let given = at(&Stage::Assigned).on("2026-05-01");
    assert_eq!(given.case().due(today()), Some(day("2026-03-31")));
    let suspend = |on| Command::Suspend {
        day: day(on),
        reason: "等鉴定".into(),
    };
    let given = given.and(suspend("2026-03-05"));
    // While it stands still, the last day moves on.
    assert_eq!(given.case().due(day("2026-03-05")), Some(day("2026-03-31")));
    assert_eq!(given.case().due(day("2026-03-12")), Some(day("2026-04-07")));
    let given = given.and(Command::Resume {
        day: day("2026-03-10"),
    });
    assert_eq!(given.case().due(day("2026-04-30")), Some(day("2026-04-05")));
    let given = given.and(suspend("2026-03-20")).and(Command::Resume {
        day: day("2026-03-22"),
    });
    assert_eq!(given.case().due(day("2026-04-30")), Some(day("2026-04-07")));
    assert_eq!(given.case().suspended_days(day("2026-04-30")), 7);
    // Both sides may go on; an extension never shortens.
    let extend = |until, both_agree| Command::Extend {
        day: day("2026-03-25"),
        until: day(until),
        both_agree,
    };
    let given = given
        .when(extend("2026-04-20", false))
        .refused(Refusal::BothMustAgree(Article::R33));
    let shorter = |until, limit| Refusal::Before {
        slot: Slot::Until,
        day: day(until),
        earlier: Slot::Due,
        limit: day(limit),
    };
    let given =
        ["2026-03-25", "2026-04-01", "2026-04-07"]
            .into_iter()
            .fold(given, |given, until| {
                given
                    .when(extend(until, true))
                    .refused(shorter(until, "2026-04-07"))
            });
    let given = given.and(extend("2026-04-20", true));
    assert_eq!(given.case().due(day("2026-04-30")), Some(day("2026-04-20")));
    let given = given
        .when(extend("2026-04-19", true))
        .refused(shorter("2026-04-19", "2026-04-20"));
    // The clock ends with the ending, and starts anew when it is taken up again.
    let fail = story::step(&given.case(), Step::Fail, day("2026-04-10"), &Seed::of(2));
    let given = given.and(fail);
    assert_eq!(given.case().due(day("2026-04-30")), None);
    let reopen = Command::Reopen {
        day: day("2026-04-30"),
        both_agree: true,
        reason: "再调".into(),
    };
    given
        .when(reopen)
        .then(|case| assert_eq!(case.due(day("2026-05-01")), Some(day("2026-05-30"))));
}

/// Both sides agreed to so many days: a time that stands still after it takes none of them away.
#[test]
fn a_longer_time_stands_still_too() {
    let extended = at(&Stage::Assigned).on("2026-06-20").and(Command::Extend {
        day: day("2026-03-25"),
        until: day("2026-05-30"),
        both_agree: true,
    });
    let suspended = extended.and(Command::Suspend {
        day: day("2026-04-01"),
        reason: "等鉴定".into(),
    });
    let words = |given: &Given, on| {
        let (case, on) = (given.case(), day(on));
        let shown = face(Language::English, &case, case.due(on), on).unwrap();
        (shown.title, shown.last)
    };
    for (on, last) in [("2026-04-01", "2026-05-30"), ("2026-06-20", "2026-08-18")] {
        let still = "The clock stands still, 59 days left".to_owned();
        assert_eq!(words(&suspended, on), (still, day(last)));
    }
    let resumed = suspended.and(Command::Resume {
        day: day("2026-06-20"),
    });
    let last = day("2026-08-18");
    let runs = ("30-day limit: 59 days left".to_owned(), last);
    assert_eq!(words(&resumed, "2026-06-20"), runs);
    let row = CaseRow::of(&case_stream(0), &resumed.case()).unwrap();
    assert_eq!(row.term, Some((Term::Conclude, last)));
    assert!(!row.overdue(last) && row.overdue(last.plus_days(1)));
    // What stood still before they agreed, they knew.
    let given = at(&Stage::Assigned).on("2026-04-01");
    let suspend = Command::Suspend {
        day: day("2026-03-05"),
        reason: "等鉴定".into(),
    };
    let resume = Command::Resume {
        day: day("2026-03-10"),
    };
    let extend = Command::Extend {
        day: day("2026-03-10"),
        until: day("2026-05-30"),
        both_agree: true,
    };
    let given = given.and(suspend).and(resume).and(extend);
    let due = given.case().due(day("2026-04-01"));
    assert_eq!(due, Some(day("2026-05-30")));
}

#[test]
fn no_clock_runs_before_acceptance() {
    let given = at(&Stage::Registered);
    assert_eq!(given.case().due(today()), None);
}

#[test]
fn the_court_rules_on_what_was_applied_for() {
    let confirm = |on, step| Command::Confirm { day: day(on), step };
    for ruling in [ConfirmationStep::Confirmed, ConfirmationStep::Dismissed] {
        let agreed = at(&Stage::Agreed).on("2026-06-01");
        assert_eq!(agreed.case().court_steps(), [ConfirmationStep::Applied]);
        let given = agreed
            .when(confirm("2026-03-30", ruling.clone()))
            .refused(Refusal::NotApplied)
            .and(confirm("2026-03-20", ConfirmationStep::Applied));
        assert!(given.case().court_steps().contains(&ruling));
        let given = given
            .when(confirm("2026-03-19", ruling.clone()))
            .refused(Refusal::Before {
                slot: Slot::Day,
                day: day("2026-03-19"),
                earlier: Slot::Applied,
                limit: day("2026-03-20"),
            });
        let ruled = given.and(confirm("2026-03-20", ruling));
        assert_eq!(ruled.case().court_steps(), []);
    }
}

#[test]
fn the_court_is_asked_within_thirty_days() {
    let confirm = |on, step| Command::Confirm { day: day(on), step };
    let agreed = || at(&Stage::Agreed).on("2026-06-01");
    agreed()
        .when(confirm("2026-03-31", ConfirmationStep::Applied))
        .then(|case| {
            assert_eq!(
                case.confirmation,
                Some((ConfirmationStep::Applied, day("2026-03-31")))
            );
        });
    agreed()
        .when(confirm("2026-04-01", ConfirmationStep::Applied))
        .refused(Refusal::ConfirmationTooLate {
            until: day("2026-03-31"),
        });
    // What the court says may come later.
    agreed()
        .and(confirm("2026-03-20", ConfirmationStep::Applied))
        .when(confirm("2026-05-20", ConfirmationStep::Confirmed))
        .then(|case| {
            assert_eq!(
                case.confirmation,
                Some((ConfirmationStep::Confirmed, day("2026-05-20")))
            )
        });
    let withdrawn = at(&Stage::Withdrawn).and(Step::Close);
    withdrawn
        .when(confirm("2026-03-01", ConfirmationStep::Applied))
        .refused(Refusal::NoAgreement);
}
