//! Whether anyone is in danger: asked at the door, rated anew while the case goes on. The newest holds [L 25, R 32].

use langqiao::domain::case::command::{Command, Intake, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::case::{Case, CaseField};
use langqiao::law::risk::{RiskRating, RiskSign};
use langqiao::locale::Language;
use langqiao::locale::case::question::{Words, look};
use langqiao::views::row::CaseRow;

use crate::desks::Desks;
use crate::given::{Given, at, given, today};
use crate::settling::{case, command, correct, exchange, together};
use crate::story;
use crate::writing::{Seed, case_stream, day};

fn rate(risk: &[RiskSign]) -> Command {
    Command::Rate {
        day: today(),
        risk: risk.to_vec(),
        record: "走访时听说的".into(),
    }
}

const THREAT: &[RiskSign] = &[RiskSign::Violence];

fn grave(case: &Case) -> bool {
    CaseRow::of(&case_stream(0), case).unwrap().grave
}

fn armed() -> Given {
    given([Command::Register(Intake {
        risk: vec![RiskSign::Weapons],
        ..story::intake(today())
    })
    .into()])
}

#[test]
fn the_newest_rating_holds_and_what_stood_before_stays_in_sight() {
    let given = at(&Stage::InMediation);
    assert_eq!(given.case().signs(), [RiskSign::EarlierPetitions]);
    assert!(!grave(&given.case()));
    let given = given.when(rate(THREAT)).then(|case| {
        assert_eq!((case.signs(), case.rating()), (THREAT, RiskRating::Major));
        assert!(grave(case) && case.stage == Some(Stage::InMediation));
        let before: Vec<_> = case.risk.replaced().iter().map(|old| &old.value).collect();
        assert_eq!(before, [&vec![RiskSign::EarlierPetitions]]);
    });
    // The danger is over, and can come again.
    let given = given.when(rate(&[])).then(|case| assert!(!grave(case)));
    given.when(rate(THREAT)).then(|case| assert!(grave(case)));
}

#[test]
fn it_is_rated_from_the_registration_to_the_archive() {
    for stage in Stage::ALL {
        let when = at(stage).when(rate(THREAT));
        if *stage == Stage::Archived {
            when.refused(Refusal::NotNow {
                step: Step::Rate,
                stage: stage.clone(),
            });
        } else {
            when.then(|case| assert!(grave(case) && case.stage.as_ref() == Some(stage)));
        }
    }
    given([]).when(rate(THREAT)).refused(Refusal::NoCase);
}

#[test]
fn a_rating_says_what_was_seen() {
    let mute = Command::Rate {
        day: today(),
        risk: THREAT.to_vec(),
        record: " ".into(),
    };
    at(&Stage::Accepted)
        .when(mute)
        .refused(Refusal::Empty(Slot::Record));
}

#[test]
fn a_danger_of_before_is_over_with_mediation_and_one_heard_of_since_is_not() {
    let over = armed().and(Step::Withdraw);
    assert!(!grave(&over.case()));
    let again = over.and(rate(THREAT));
    assert!(grave(&again.case()));
    // It is concluded once more by people who knew of it.
    let reopened = again.and(Step::Reopen);
    assert!(grave(&reopened.case()));
    let over = reopened.and(Step::Assign).and(Step::Fail);
    assert!(!grave(&over.case()));
    let closed = over.and(Step::Close).and(rate(THREAT));
    assert!(grave(&closed.case()));
    assert!(!grave(&closed.and(Step::Archive).case()));
}

#[test]
fn a_voided_case_is_in_no_danger() {
    let given = at(&Stage::Withdrawn).and(rate(THREAT));
    let registration = given.case().registration.unwrap();
    let void = Command::Void {
        registration,
        reason: langqiao::domain::catalogue::RetractionReason::Trial,
    };
    let given = given.and(void);
    let chronicle = given.0.desks[0].record.chronicle(&case_stream(0));
    let (row, _) = CaseRow::of_voided(&case_stream(0), &chronicle).unwrap();
    assert!(!row.grave);
}

/// Two desks that rated one case each in its way, and exchanged.
fn rated(signs: [&[RiskSign]; 2]) -> Desks {
    let mut desks = together();
    for (desk, signs) in signs.into_iter().enumerate() {
        command(&mut desks, desk, rate(signs));
    }
    exchange(&mut desks);
    desks
}

#[test]
fn two_desks_that_rate_it_differently_are_asked_and_settle_it() {
    let settle = |desks: &mut Desks, keep: bool| {
        if keep {
            correct(desks, 0, NewValue::Risk(THREAT.to_vec()));
        } else {
            command(desks, 0, rate(&[]));
        }
    };
    for keep in [true, false] {
        let mut desks = rated([THREAT, &[RiskSign::Dependants]]);
        let state = case(&desks, 1);
        assert_eq!((state.questions(), &state.anomalies), (1, &vec![]));
        settle(&mut desks, keep);
        exchange(&mut desks);
        for desk in 0..2 {
            let state = case(&desks, desk);
            assert_eq!((state.questions(), grave(&state)), (0, keep));
        }
    }
}

/// The card of what desks disagree on says each side's rating, and keeps it.
#[test]
fn each_side_of_a_disagreement_reads_as_a_rating() {
    let desks = rated([THREAT, &[]]);
    let words = Words {
        language: Language::English,
        today: today(),
        stream: &|_| None,
        town: &|_| String::new(),
    };
    let (questions, _) = look(&case(&desks, 0), &words);
    let [question] = &questions[..] else {
        panic!("{questions:?}")
    };
    let mut sides: Vec<_> = question
        .sides
        .iter()
        .map(|side| {
            let field = side.keep.as_ref().map(NewValue::field);
            assert_eq!(field, Some(CaseField::Risk));
            side.rows[0].1.clone()
        })
        .collect();
    sides.sort();
    assert_eq!(sides, ["Major (Violence, or threats of it)", "Ordinary"]);
}

#[test]
fn the_same_signs_in_another_order_are_no_disagreement() {
    use RiskSign::{Dependants, Violence};
    let desks = rated([&[Violence, Dependants], &[Dependants, Violence, Violence]]);
    assert_eq!(case(&desks, 0).questions(), 0);
}

/// Whoever concluded it at another desk had not heard of the threat.
#[test]
fn a_danger_that_the_other_desk_did_not_know_of_outlives_its_ending() {
    for first in [0, 1] {
        let mut desks = together();
        for desk in [first, 1 - first] {
            if desk == 0 {
                command(&mut desks, 0, rate(THREAT));
            } else {
                let state = case(&desks, 1);
                let fail = story::step(&state, Step::Fail, day("2026-03-01"), &Seed::of(1));
                command(&mut desks, 1, fail);
            }
        }
        exchange(&mut desks);
        let state = case(&desks, 0);
        assert_eq!(state.stage, Some(Stage::Failed));
        assert!(grave(&state), "{first}");
    }
}

/// In whatever order they are folded.
#[test]
fn a_rating_comes_after_the_last_of_any_desk() {
    let [newest, older] = ["2026-03-09", "2026-03-05"].map(day);
    for first in 0..2 {
        for threats in 0..4 {
            let mut desks = together();
            for (desk, on) in [(first, newest), (1 - first, older)] {
                let rate = Command::Rate {
                    day: on,
                    risk: THREAT.to_vec(),
                    record: format!("第{threats}次威胁"),
                };
                command(&mut desks, desk, rate);
            }
            exchange(&mut desks);
            for desk in 0..2 {
                assert_eq!(case(&desks, desk).rated, Some(newest));
            }
        }
    }
}
