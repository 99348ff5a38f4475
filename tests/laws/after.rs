//! What came of a conclusion belongs to it, however desks disagree on how the case ended.

use langqiao::domain::case::command::{Command, NewValue, OralAgreement};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::ConfirmationStep;
use langqiao::domain::case::state::Outcome;
use langqiao::domain::case::{Case, Refusal};
use langqiao::domain::catalogue::{Event, Retracted, RetractionReason};
use langqiao::domain::id::{EntryId, Label};
use langqiao::law::day::Day;
use langqiao::law::decline::OtherWay;
use langqiao::views::row::CaseRow;

use crate::desks::Desks;
use crate::settling::{case, command, correct, exchange, together};
use crate::story;
use crate::writing::{Seed, case_stream, day, moment};

fn in_summer() -> Desks {
    let mut desks = together();
    desks.now = moment("2026-06-20T09:00");
    desks
}

fn agree(on: &str, clauses: usize) -> Command {
    let clause = |n| story::clause(&format!("第{n}条"), None);
    Command::AgreeOrally(OralAgreement {
        day: day(on),
        facts: "口头说定".into(),
        clauses: (0..clauses).map(clause).collect(),
        manner: String::new(),
    })
}

fn fail(on: &str) -> Command {
    Command::Fail {
        day: day(on),
        told_of: vec![OtherWay::Court],
        reason: String::new(),
    }
}

fn perform(on: &str, clause: Option<Label>) -> Command {
    Command::Perform {
        day: day(on),
        clause,
        remarks: String::new(),
    }
}

fn confirm(on: &str, step: ConfirmationStep) -> Command {
    Command::Confirm { day: day(on), step }
}

fn labels(case: &Case) -> Vec<Label> {
    match case.outcome.get() {
        Some(Outcome::Agreed(a)) => a.clauses.iter().map(|c| c.public.label).collect(),
        _ => Vec::new(),
    }
}

fn choose(desks: &mut Desks, entry: EntryId) -> Case {
    correct(desks, 0, NewValue::Outcome(entry));
    case(desks, 0)
}

/// When it was performed and confirmed, as the register counts it.
fn counted(case: &Case) -> (Vec<Day>, Vec<Day>) {
    let row = CaseRow::of(&case_stream(0), case).unwrap();
    (row.performed, row.confirmed)
}

#[test]
fn of_two_agreements_each_has_its_own_performance_and_ruling() {
    let mut desks = in_summer();
    command(&mut desks, 0, agree("2026-03-10", 1));
    command(&mut desks, 1, agree("2026-03-12", 2));
    let [one, other] = [0, 1].map(|desk| case(&desks, desk).conclusions[0].0);
    command(&mut desks, 0, perform("2026-03-15", None));
    for (on, step) in [
        ("2026-03-16", ConfirmationStep::Applied),
        ("2026-03-17", ConfirmationStep::Confirmed),
    ] {
        command(&mut desks, 0, confirm(on, step));
    }
    exchange(&mut desks);
    let state = choose(&mut desks, other);
    assert_eq!(state.stage, Some(Stage::Agreed));
    assert_eq!((state.performed.len(), state.performed_on), (0, None));
    assert_eq!(
        (&state.confirmation, counted(&state)),
        (&None, (vec![], vec![]))
    );
    // It can be performed and brought before the court itself.
    command(&mut desks, 0, perform("2026-03-20", None));
    command(
        &mut desks,
        0,
        confirm("2026-03-21", ConfirmationStep::Applied),
    );
    let state = case(&desks, 0);
    let kept: Vec<Label> = state.performed.keys().copied().collect();
    let mut own = labels(&state);
    own.sort();
    assert_eq!((kept, &state.anomalies), (own, &vec![]));
    // Nor was anything lost of the one that was set aside, at the desk that had not heard.
    correct(&mut desks, 1, NewValue::Outcome(one));
    let state = case(&desks, 1);
    assert_eq!(state.stage, Some(Stage::Performed));
    let then = (vec![day("2026-03-15")], vec![day("2026-03-17")]);
    assert_eq!((counted(&state), &state.anomalies), (then, &vec![]));
}

/// Whose entry comes first in the fold is a matter of hashes: time is moved to have it either way.
#[test]
fn what_was_performed_is_kept_whichever_ending_shows() {
    let mut shows = [0; 2];
    for tweak in 0..12 {
        let mut desks = in_summer();
        desks.now = desks.now.plus_minutes(tweak);
        command(&mut desks, 0, agree("2026-03-10", 2));
        for label in labels(&case(&desks, 0)) {
            command(&mut desks, 0, perform("2026-03-15", Some(label)));
        }
        command(&mut desks, 1, fail("2026-03-10"));
        let [agreed, failed] = [0, 1].map(|desk| case(&desks, desk).conclusions[0].0);
        exchange(&mut desks);
        let open = case(&desks, 0);
        let agreement_shows = labels(&open).len() == 2;
        shows[usize::from(agreement_shows)] += 1;
        assert_eq!(counted(&open).0.len(), usize::from(agreement_shows));
        let state = choose(&mut desks, failed);
        assert_eq!(
            (&state.stage, counted(&state).0.len()),
            (&Some(Stage::Failed), 0)
        );
        assert_eq!(state.anomalies, []);
        correct(&mut desks, 1, NewValue::Outcome(agreed));
        let state = case(&desks, 1);
        assert_eq!(state.stage, Some(Stage::Performed));
        assert_eq!((state.performed.len(), counted(&state).0.len()), (2, 1));
        assert_eq!(state.anomalies, []);
    }
    assert!(shows.iter().all(|n| *n > 0), "{shows:?}");
}

#[test]
fn urging_and_its_failure_belong_to_their_agreement() {
    for tweak in 0..6 {
        let mut desks = in_summer();
        desks.now = desks.now.plus_minutes(tweak);
        command(&mut desks, 0, agree("2026-03-10", 1));
        for step in [
            Command::Urge {
                day: day("2026-04-10"),
                remarks: String::new(),
            },
            Command::ReportNotPerformed {
                day: day("2026-04-20"),
                told_of_court: true,
                remarks: String::new(),
            },
        ] {
            command(&mut desks, 0, step);
        }
        command(&mut desks, 1, agree("2026-03-12", 1));
        let [one, other] = [0, 1].map(|desk| case(&desks, desk).conclusions[0].0);
        exchange(&mut desks);
        let state = choose(&mut desks, other);
        assert_eq!((&state.stage, state.urged.len()), (&Some(Stage::Agreed), 0));
        correct(&mut desks, 1, NewValue::Outcome(one));
        let state = case(&desks, 1);
        assert_eq!(
            (&state.stage, state.urged.len()),
            (&Some(Stage::NotPerformed), 1)
        );
        assert_eq!(state.anomalies, []);
    }
}

/// One desk takes the case up again, the other writes meanwhile that the agreement was performed: it was, in its time.
#[test]
fn what_comes_late_of_an_agreement_moves_no_case_that_was_taken_up_again() {
    for tweak in 0..6 {
        let mut desks = in_summer();
        desks.now = desks.now.plus_minutes(tweak);
        command(&mut desks, 0, agree("2026-03-10", 1));
        exchange(&mut desks);
        let reopen = Command::Reopen {
            day: day("2026-05-01"),
            both_agree: true,
            reason: "协议不当".into(),
        };
        command(&mut desks, 0, reopen);
        command(&mut desks, 1, perform("2026-04-20", None));
        exchange(&mut desks);
        let state = case(&desks, 0);
        assert_eq!(
            (&state.stage, state.performed.len()),
            (&Some(Stage::Accepted), 0)
        );
        assert_eq!(counted(&state).0, [day("2026-04-20")]);
        assert_eq!(state.anomalies, []);
    }
}

/// The ruling bars what comes after its own agreement, and falls aside with it.
#[test]
fn a_ruling_on_an_agreement_that_was_set_aside_bars_nothing() {
    for (chosen, bars) in [(0, Some(Refusal::ConfirmedByCourt)), (1, None)] {
        let mut desks = in_summer();
        command(&mut desks, 0, agree("2026-03-10", 1));
        for step in [ConfirmationStep::Applied, ConfirmationStep::Confirmed] {
            command(&mut desks, 0, confirm("2026-03-12", step));
        }
        command(&mut desks, 1, fail("2026-03-11"));
        let chosen = case(&desks, chosen).conclusions[0].0;
        exchange(&mut desks);
        let state = choose(&mut desks, chosen);
        assert_eq!(state.barred(Step::Reopen), bars);
    }
}

/// Closed at one desk and ended otherwise at another: whatever is chosen, it stays closed.
#[test]
fn no_ending_that_comes_late_opens_a_closed_case() {
    for later in 0..4 {
        let mut desks = in_summer();
        command(&mut desks, 0, agree("2026-03-10", 1));
        command(&mut desks, 0, perform("2026-03-15", None));
        let close = Command::Close {
            day: day("2026-04-01"),
        };
        command(&mut desks, 0, close);
        for _ in 0..later {
            let note = Command::Note {
                day: day("2026-03-10"),
                form: langqiao::domain::case::event::NoteForm::Note,
                text: "记一笔".into(),
                confidential_to: None,
            };
            command(&mut desks, 1, note);
        }
        command(&mut desks, 1, fail("2026-03-10"));
        let agreed = case(&desks, 0).conclusions[0].0;
        exchange(&mut desks);
        let state = choose(&mut desks, agreed);
        assert_eq!(
            (&state.stage, state.closed),
            (&Some(Stage::Closed), Some(day("2026-04-01")))
        );
        assert_eq!(counted(&state).0, [day("2026-03-15")], "{later}");
        assert_eq!(state.anomalies, []);
    }
}

/// The agreement was taken back at its desk while another wrote that it was performed: that can be taken back too.
#[test]
fn what_names_an_agreement_that_is_gone_can_be_taken_back() {
    for by_clause in [true, false] {
        let mut desks = in_summer();
        command(&mut desks, 0, agree("2026-03-10", 1));
        exchange(&mut desks);
        let state = case(&desks, 1);
        let clause = labels(&state)[0];
        command(
            &mut desks,
            1,
            perform("2026-03-15", by_clause.then_some(clause)),
        );
        let undo = |entry, reason| Event::Retracted(Retracted { entry, reason });
        let undone = undo(state.conclusions[0].0, RetractionReason::Undone);
        desks.append(0, case_stream(0), &undone, &[], &Seed::of(4));
        exchange(&mut desks);
        let state = case(&desks, 0);
        assert_eq!(
            (&state.stage, state.performed_on),
            (&Some(Stage::Assigned), None)
        );
        let [odd] = &*state.anomalies else {
            panic!("{:?}", state.anomalies)
        };
        let back = Command::Retract {
            entry: odd.entry(),
            reason: RetractionReason::Mistake,
        };
        command(&mut desks, 0, back);
        assert_eq!(case(&desks, 0).anomalies, []);
    }
}
