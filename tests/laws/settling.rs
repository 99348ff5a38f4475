//! Two desks disagree, settle and exchange: every field, either desk, either order.

use langqiao::domain::case::Case;
use langqiao::domain::case::command::{Command, NewValue};
use langqiao::domain::case::course::Step;
use langqiao::domain::case::state::Outcome;
use langqiao::domain::case::{Stage, decide};
use langqiao::domain::context::Context;
use langqiao::domain::id::EntryId;
use langqiao::domain::leaf::Identity;
use langqiao::law::dispute::{DisputeType, Source};
use langqiao::law::divisions::Town;
use langqiao::law::risk::RiskSign;
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, By};
use langqiao::views::row::{CaseRow, Findable};

use crate::desks::Desks;
use crate::story;
use crate::writing::{Seed, case_stream, day, mediator};

/// Does a command at a desk, as its form would.
pub fn command(desks: &mut Desks, desk: usize, command: Command) {
    let seed = Seed::of(desks.now.number() as u64 + desk as u64);
    desks.now = desks.now.plus_minutes(7);
    let state = case(desks, desk);
    let context = Context {
        now: desks.now,
        who: mediator(desk as u8),
        next_number: None,
        chance: &seed,
    };
    for made in decide(&state, command, &context).expect("allowed") {
        desks.append(desk, case_stream(0), &made.event, &made.leaves, &seed);
    }
}

pub fn correct(desks: &mut Desks, desk: usize, field: NewValue) {
    command(
        desks,
        desk,
        Command::Correct {
            field,
            reason: String::new(),
        },
    );
}

pub fn case(desks: &Desks, desk: usize) -> Case {
    desks.desks[desk].record.chronicle(&case_stream(0)).case()
}

pub fn exchange(desks: &mut Desks) {
    let seed = Seed::of(3);
    desks.give(0, 1, &seed, false);
    desks.give(1, 0, &seed, false);
    assert_eq!(desks.desks[0].record, desks.desks[1].record);
}

/// Two desks that know one accepted and assigned case.
pub fn together() -> Desks {
    let mut desks = Desks::new(2);
    let on = day("2026-03-01");
    command(&mut desks, 0, Command::Register(story::intake(on)));
    for step in [Step::Accept, Step::Assign] {
        let state = case(&desks, 0);
        command(&mut desks, 0, story::step(&state, step, on, &Seed::of(0)));
    }
    exchange(&mut desks);
    desks.now = day("2026-03-10").at(9, 0).unwrap();
    desks
}

#[test]
fn of_two_extensions_the_longer_holds() {
    for days in [["2026-04-10", "2026-05-10"], ["2026-05-10", "2026-04-10"]] {
        let mut desks = together();
        for (desk, until) in days.into_iter().enumerate() {
            let extend = Command::Extend {
                day: day("2026-03-01"),
                until: day(until),
                both_agree: true,
            };
            command(&mut desks, desk, extend);
        }
        exchange(&mut desks);
        assert_eq!(
            case(&desks, 0).due(day("2026-03-02")),
            Some(day("2026-05-10"))
        );
    }
}

/// A field's name, and its nth value for a case.
type FieldOf = (&'static str, fn(&Case, usize) -> NewValue);

fn fields() -> Vec<FieldOf> {
    fn word(n: usize) -> String {
        ["东院", "西院", "南院"][n].to_owned()
    }
    vec![
        ("party", |case, n| {
            NewValue::Party(
                case.parties[0].label,
                Identity {
                    name: word(n),
                    ..Identity::default()
                },
            )
        }),
        ("facts", |_, n| NewValue::Facts(word(n))),
        ("place", |_, n| NewValue::Place(word(n))),
        ("town", |_, n| {
            NewValue::Town(Town::of(story::county(), 102 + n as u32).unwrap())
        }),
        ("day", |_, n| {
            NewValue::Day(day("2026-02-20").plus_days(n as i32))
        }),
        ("number", |_, n| {
            NewValue::Number(format!("{}{n}号", word(n)))
        }),
        ("type", |_, n| {
            NewValue::Type(DisputeType::ALL[4 + n].clone())
        }),
        ("source", |_, n| {
            NewValue::Source(Source::ALL[4 + n].clone())
        }),
        ("mediators", |_, n| {
            NewValue::Mediators(vec![mediator(10 + n as u8)])
        }),
        ("risk", |_, n| NewValue::Risk(RiskSign::ALL[..n].to_vec())),
        // The assignment's, written on the first.
        ("step_day", |case, n| {
            NewValue::StepDay(case.days[1].entry, day("2026-03-02").plus_days(n as i32))
        }),
    ]
}

#[test]
fn each_field_asks_once_and_is_settled_at_either_desk() {
    for (name, value) in fields() {
        for settler in 0..2 {
            let mut desks = together();
            for desk in 0..2 {
                let new = value(&case(&desks, desk), desk);
                correct(&mut desks, desk, new);
            }
            exchange(&mut desks);
            assert_eq!(case(&desks, 0).questions(), 1, "{name}");
            let new = value(&case(&desks, settler), 0);
            correct(&mut desks, settler, new);
            assert_eq!(case(&desks, settler).questions(), 0, "{name}");
            assert_eq!(case(&desks, 1 - settler).questions(), 1, "{name}");
            exchange(&mut desks);
            for desk in 0..2 {
                assert_eq!(case(&desks, desk).questions(), 0, "{name}");
                assert_eq!(case(&desks, desk).anomalies, vec![], "{name}");
            }
        }
    }
}

#[test]
fn two_that_settle_alike_are_settled_and_unlike_ones_ask_again() {
    for (name, value) in fields() {
        for (other, questions) in [(2, 0), (1, 1)] {
            let mut desks = together();
            for desk in 0..2 {
                let new = value(&case(&desks, desk), desk);
                correct(&mut desks, desk, new);
            }
            exchange(&mut desks);
            for (desk, n) in [(0, 2), (1, other)] {
                let new = value(&case(&desks, desk), n);
                correct(&mut desks, desk, new);
            }
            exchange(&mut desks);
            assert_eq!(case(&desks, 0).questions(), questions, "{name}");
            assert_eq!(case(&desks, 0).anomalies, vec![], "{name}");
        }
    }
}

#[test]
fn equal_values_are_no_question() {
    for (name, value) in fields() {
        let mut desks = together();
        for desk in 0..2 {
            let new = value(&case(&desks, desk), 0);
            correct(&mut desks, desk, new);
        }
        exchange(&mut desks);
        assert_eq!(case(&desks, 0).questions(), 0, "{name}");
    }
}

#[test]
fn a_correction_keeps_what_stood_before() {
    let mut desks = together();
    correct(&mut desks, 0, NewValue::Type(DisputeType::Labour));
    correct(&mut desks, 0, NewValue::Type(DisputeType::Damages));
    let kind = case(&desks, 0).kind;
    assert_eq!(kind.get(), Some(&DisputeType::Damages));
    let replaced: Vec<_> = kind.replaced().iter().map(|w| w.value.clone()).collect();
    assert_eq!(replaced, [DisputeType::Neighbour, DisputeType::Labour]);
    let party = case(&desks, 0).parties[0].clone();
    correct(
        &mut desks,
        0,
        NewValue::Party(
            party.label,
            Identity {
                name: "张桂真".into(),
                ..Identity::default()
            },
        ),
    );
    let identity = case(&desks, 0).parties[0].identity.clone();
    assert_eq!(identity.get().unwrap().as_ref().unwrap().name, "张桂真");
    assert_eq!(
        identity.replaced()[0].value.as_ref().unwrap().name,
        "张桂珍"
    );
}

/// Desk 0 fails, desk 1 agrees by word of mouth; they exchange.
fn two_endings() -> Desks {
    ended([Step::Fail, Step::AgreeOrally])
}

/// A case that two desks ended, each in its way, without having seen the other.
fn ended(steps: [Step; 2]) -> Desks {
    let mut desks = together();
    for (desk, step) in steps.into_iter().enumerate() {
        let state = case(&desks, desk);
        command(
            &mut desks,
            desk,
            story::step(&state, step, day("2026-03-01"), &Seed::of(1)),
        );
    }
    exchange(&mut desks);
    desks
}

#[test]
fn two_endings_are_asked_about_and_settled_to_either() {
    for settler in 0..2 {
        for chosen in 0..2 {
            let mut desks = two_endings();
            let state = case(&desks, settler);
            assert_eq!((state.questions(), state.conclusions.len()), (1, 2));
            let (id, outcome) = state.conclusions[chosen].clone();
            correct(&mut desks, settler, NewValue::Outcome(id));
            exchange(&mut desks);
            for desk in 0..2 {
                let state = case(&desks, desk);
                assert_eq!(state.questions(), 0);
                assert_eq!(
                    state.conclusions,
                    vec![(id, outcome.clone())],
                    "only what was settled on counts"
                );
                assert_eq!(state.anomalies, vec![]);
                let agreed = matches!(outcome, langqiao::domain::case::state::Outcome::Agreed(_));
                assert_eq!(
                    state.stage,
                    Some(if agreed { Stage::Agreed } else { Stage::Failed })
                );
            }
        }
    }
}

#[test]
fn a_case_that_two_desks_ended_counts_once() {
    for steps in [
        [Step::Fail, Step::Fail],
        [Step::AgreeOrally, Step::AgreeOrally],
        [Step::Fail, Step::AgreeOrally],
    ] {
        let desks = ended(steps);
        let state = case(&desks, 0);
        let mut cases = Cases::default();
        let row = CaseRow::of(&case_stream(0), &state).map(|row| (row, Findable::default()));
        cases.put(&case_stream(0), row);
        for by in [&[By::Month][..], &[By::Type], &[]] {
            let table = figures::table(&cases, by, figures::Period::of(None, None));
            let [line] = &table[..] else {
                panic!("{steps:?}: {table:?}")
            };
            assert_eq!((line.mediated, line.people), (1, 2), "{steps:?}");
        }
    }
}

#[test]
fn while_desks_disagree_the_ending_that_shows_is_counted() {
    let mut desks = together();
    for (desk, step, on) in [
        (0, Step::AgreeOrally, "2026-03-31"),
        (1, Step::Fail, "2026-04-01"),
    ] {
        desks.now = day("2026-04-02").at(9, 0).unwrap();
        let state = case(&desks, desk);
        let ending = story::step(&state, step, day(on), &Seed::of(1));
        command(&mut desks, desk, ending);
    }
    exchange(&mut desks);
    let state = case(&desks, 0);
    assert_eq!(state.questions(), 1);
    let shows = state.outcome.get().unwrap().day();
    let row = CaseRow::of(&case_stream(0), &state).unwrap();
    let days: Vec<_> = row.conclusions.iter().map(|ended| ended.day).collect();
    assert_eq!(days, [shows]);
}

/// One desk agrees and records that all was performed, the other that mediation failed.
fn performed_and_failed() -> (Desks, EntryId, EntryId) {
    let mut desks = together();
    desks.now = day("2026-04-02").at(9, 0).unwrap();
    for (desk, steps) in [
        (0, &[Step::AgreeOrally, Step::Perform][..]),
        (1, &[Step::Fail]),
    ] {
        for step in steps {
            let state = case(&desks, desk);
            let step = story::step(&state, *step, day("2026-04-01"), &Seed::of(1));
            command(&mut desks, desk, step);
        }
    }
    exchange(&mut desks);
    let endings = case(&desks, 0).conclusions;
    let ending = |agreed| {
        let found = endings
            .iter()
            .find(|(_, ending)| matches!(ending, Outcome::Agreed(_)) == agreed);
        found.unwrap().0
    };
    let (agreed, failed) = (ending(true), ending(false));
    (desks, agreed, failed)
}

#[test]
fn performance_falls_with_its_agreement_and_stands_again_with_it() {
    let (mut desks, _, failed) = performed_and_failed();
    correct(&mut desks, 0, NewValue::Outcome(failed));
    let state = case(&desks, 0);
    assert_eq!(state.stage, Some(Stage::Failed));
    assert_eq!(state.performed_days().count(), 0);
    assert_eq!((state.questions(), &state.anomalies), (0, &vec![]));
    // Chosen otherwise at the other desk, it is asked once more, and the agreement is chosen.
    let (mut desks, agreed, failed) = performed_and_failed();
    for (desk, chosen) in [(0, failed), (1, agreed)] {
        correct(&mut desks, desk, NewValue::Outcome(chosen));
    }
    exchange(&mut desks);
    assert_eq!(case(&desks, 0).questions(), 1);
    correct(&mut desks, 0, NewValue::Outcome(agreed));
    let state = case(&desks, 0);
    assert_eq!(state.stage, Some(Stage::Performed));
    assert_eq!(state.performed_days().count(), 1);
    assert_eq!((state.conclusions.len(), &state.anomalies), (1, &vec![]));
}

#[test]
fn a_settlement_opens_no_closed_case() {
    for archived in [false, true] {
        for choice in [true, false] {
            let (mut desks, agreed, failed) = performed_and_failed();
            let mut stands = Stage::Closed;
            let steps = [Step::Close, Step::Archive];
            for step in &steps[..1 + usize::from(archived)] {
                let state = case(&desks, 0);
                let step = story::step(&state, *step, day("2026-04-02"), &Seed::of(1));
                command(&mut desks, 0, step);
            }
            if archived {
                stands = Stage::Archived;
            }
            let chosen = if choice { agreed } else { failed };
            correct(&mut desks, 0, NewValue::Outcome(chosen));
            let state = case(&desks, 0);
            assert_eq!(state.stage, Some(stands));
            assert_eq!(state.performed_days().count(), usize::from(choice));
        }
    }
}

#[test]
fn of_three_endings_settled_twice_one_counts() {
    let mut desks = Desks::new(3);
    let on = day("2026-03-01");
    let seed = Seed::of(3);
    command(&mut desks, 0, Command::Register(story::intake(on)));
    for step in [Step::Accept, Step::Assign] {
        let state = case(&desks, 0);
        command(&mut desks, 0, story::step(&state, step, on, &seed));
    }
    for other in [1, 2] {
        desks.give(0, other, &seed, false);
    }
    for (desk, step) in [(0, Step::AgreeOrally), (1, Step::Fail), (2, Step::Withdraw)] {
        let state = case(&desks, desk);
        command(&mut desks, desk, story::step(&state, step, on, &seed));
    }
    // Each time the ending that comes is chosen: those before it stay aside.
    for other in [1, 2] {
        let theirs = case(&desks, other).conclusions[0].0;
        desks.give(other, 0, &seed, false);
        assert_eq!(case(&desks, 0).questions(), 1);
        correct(&mut desks, 0, NewValue::Outcome(theirs));
        let state = case(&desks, 0);
        let counting: Vec<EntryId> = state.conclusions.iter().map(|(id, _)| *id).collect();
        assert_eq!((state.questions(), counting), (0, vec![theirs]));
    }
}

#[test]
fn endings_settled_alike_are_settled_and_unlike_ask_again() {
    for (choices, questions) in [([0, 0], 0), ([1, 1], 0), ([0, 1], 1), ([1, 0], 1)] {
        let mut desks = two_endings();
        for (desk, choice) in choices.into_iter().enumerate() {
            let id = case(&desks, desk).conclusions[choice].0;
            correct(&mut desks, desk, NewValue::Outcome(id));
        }
        exchange(&mut desks);
        let state = case(&desks, 0);
        assert_eq!(state.questions(), questions, "{choices:?}");
        assert_eq!(state.conclusions.len(), 1 + questions, "{choices:?}");
        assert_eq!(state.anomalies, vec![], "{choices:?}");
        if questions == 1 {
            let (id, _) = state.conclusions[0];
            correct(&mut desks, 1, NewValue::Outcome(id));
            exchange(&mut desks);
            let state = case(&desks, 0);
            assert_eq!((state.questions(), state.conclusions.len()), (0, 1));
            assert_eq!(state.anomalies, vec![]);
        }
    }
}

#[test]
fn what_is_left_out_disagrees_with_nothing() {
    let mut desks = together();
    for desk in 0..2 {
        correct(
            &mut desks,
            desk,
            NewValue::Facts(["东院", "西院"][desk].to_owned()),
        );
    }
    let whole = desks.union();
    assert_eq!(whole.chronicle(&case_stream(0)).case().questions(), 1);
    let mut partly = langqiao::record::Record::default();
    for (i, text) in whole.lines().enumerate() {
        let line = langqiao::record::line::read(text.as_bytes()).unwrap();
        let bare = langqiao::record::compose::with_leaves(&line, |_| i % 2 == 0);
        partly.insert(bare.as_bytes()).unwrap();
    }
    let questions = partly.chronicle(&case_stream(0)).case().questions();
    let open = partly
        .stream(&case_stream(0))
        .iter()
        .filter(|l| l.kind == "case.corrected" && l.leaves[0].open.is_some())
        .count();
    assert_eq!(questions, usize::from(open == 2));
}

#[test]
fn a_clock_that_two_desks_stop_stands_still_once() {
    let mut desks = together();
    for (desk, on) in [(0, "2026-03-02"), (1, "2026-03-04")] {
        desks.now = crate::writing::moment("2026-03-10T09:00");
        command(
            &mut desks,
            desk,
            Command::Suspend {
                day: day(on),
                reason: "等鉴定".into(),
            },
        );
    }
    exchange(&mut desks);
    desks.now = crate::writing::moment("2026-03-12T09:00");
    command(
        &mut desks,
        0,
        Command::Resume {
            day: day("2026-03-12"),
        },
    );
    let state = case(&desks, 0);
    assert_eq!(state.stage, Some(Stage::Assigned));
    // It goes on, and is not still standing for the other desk's sake.
    assert_eq!(state.due(day("2026-03-12")), state.due(day("2026-05-01")));
}
