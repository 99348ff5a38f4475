//! Rules beside the course: notes, voiding and undoing, corrections, what the law wants said.

use langqiao::domain::case::command::{Command, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{NoteForm, Told};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::catalogue::{Event, RetractionReason};
use langqiao::domain::id::EntryId;
use langqiao::law::article::Article;
use langqiao::law::decline::OtherWay;
use langqiao::law::dispute::DisputeType;
use langqiao::law::person::PartyRole;
use langqiao::views::row::CaseRow;

use crate::story;
use crate::writing::{Seed, case_stream, day, label};

use crate::course::TABLE;
use crate::given::*;

#[test]
fn a_note_may_be_added_at_any_stage_and_nowhere_else() {
    let note = || Command::Note {
        day: today(),
        form: NoteForm::Call,
        text: " 来电 ".into(),
        confidential_to: None,
    };
    for (stage, _) in &TABLE {
        at(stage)
            .when(note())
            .then(|case| assert_eq!(case.stage.as_ref(), Some(stage)));
    }
    given([]).when(note()).refused(Refusal::NoCase);
    let empty = Command::Note {
        day: today(),
        form: NoteForm::Call,
        text: " ".into(),
        confidential_to: None,
    };
    registered().when(empty).refused(Refusal::Empty(Slot::Text));
    let stranger = Command::Note {
        day: today(),
        form: NoteForm::Call,
        text: "x".into(),
        confidential_to: Some(label(9)),
    };
    registered()
        .when(stranger)
        .refused(Refusal::NotThere(Slot::Party));
}

#[test]
fn a_case_is_registered_once() {
    registered()
        .when(Command::Register(story::intake(today())))
        .refused(Refusal::AlreadyRegistered);
    let given = void(at(&Stage::Agreed));
    given
        .when(Command::Register(story::intake(today())))
        .refused(Refusal::AlreadyRegistered);
}

#[test]
fn both_sides_are_needed() {
    for role in [PartyRole::Applicant, PartyRole::Respondent] {
        let mut intake = story::intake(today());
        intake.parties.retain(|p| p.role != role);
        given([])
            .when(Command::Register(intake))
            .refused(Refusal::NoParty(role));
    }
    let mut intake = story::intake(today());
    intake.facts = " \n".into();
    given([])
        .when(Command::Register(intake))
        .refused(Refusal::Empty(Slot::Facts));
    let mut intake = story::intake(today());
    intake.number = Some(" ".into());
    given([])
        .when(Command::Register(intake))
        .then(|case| assert_eq!(case.number.get().unwrap(), "第1号"));
}

#[test]
fn what_was_withdrawn_before_it_was_accepted_was_not_mediated() {
    let row = |given: Given| {
        let case = given.and(Step::Withdraw).case();
        CaseRow::of(&case_stream(0), &case).unwrap()
    };
    assert_eq!(row(registered()).conclusions, []);
    assert_eq!(row(at(&Stage::Accepted)).conclusions.len(), 1);
}

#[test]
fn a_number_names_nobody() {
    for (number, refused) in [("张桂珍案1号", true), ("补录", true), ("补录1号", false)] {
        let intake = story::intake(today());
        let name = intake.parties[0].identity.name.clone();
        let number = number.replace("张桂珍", &name);
        let intake = langqiao::domain::case::command::Intake {
            number: Some(number.clone()),
            ..intake
        };
        let when = given([]).when(Command::Register(intake));
        if refused {
            when.refused(Refusal::NumberNames);
        } else {
            when.then(|case| assert_eq!(case.number.get(), Some(&number)));
        }
        let correct = Command::Correct {
            field: NewValue::Number(number.clone()),
            reason: String::new(),
        };
        let when = registered().when(correct);
        if refused {
            when.refused(Refusal::NumberNames);
        }
    }
}

#[test]
fn what_the_law_wants_said_is_asked_for() {
    let fail = Command::Fail {
        day: today(),
        told_of: vec![],
        reason: String::new(),
    };
    at(&Stage::Assigned)
        .when(fail)
        .refused(Refusal::NotToldOfOtherWays);
    let fail = Command::Fail {
        day: today(),
        told_of: vec![OtherWay::Court],
        reason: String::new(),
    };
    at(&Stage::Assigned)
        .when(fail)
        .then(|case| assert_eq!(case.conclusions.len(), 1));
    let report = Command::ReportNotPerformed {
        day: today(),
        told_of_court: false,
        remarks: String::new(),
    };
    at(&Stage::Agreed)
        .when(report)
        .refused(Refusal::NotToldOfCourt);
    let reopen = Command::Reopen {
        day: today(),
        both_agree: false,
        reason: "x".into(),
    };
    at(&Stage::Failed)
        .when(reopen)
        .refused(Refusal::BothMustAgree(Article::R37));
    let reopen = Command::Reopen {
        day: today(),
        both_agree: true,
        reason: " ".into(),
    };
    at(&Stage::Failed)
        .when(reopen)
        .refused(Refusal::Empty(Slot::Reason));
    let assign = Command::Assign {
        day: today(),
        mediators: vec![],
        chosen_by: langqiao::domain::case::event::ChosenBy::Parties,
    };
    at(&Stage::Accepted)
        .when(assign)
        .refused(Refusal::NoMediator);
}

fn void(given: Given) -> Given {
    let registration = given.case().registration.unwrap();
    given.and(Command::Void {
        registration,
        reason: RetractionReason::EnteredTwice,
    })
}

#[test]
fn a_voided_case_counts_nowhere_and_can_come_back() {
    for (stage, _) in &TABLE {
        let given = void(at(stage));
        let case = given.case();
        assert!(
            !case.counts() && case.anomalies.is_empty(),
            "{stage:?} {:?}",
            case.anomalies
        );
        assert_eq!(CaseRow::of(&case_stream(0), &case), None);
        assert_eq!((case.questions(), case.due(today())), (0, None));
        let last = given.0.desks[0]
            .record
            .chronicle(&case_stream(0))
            .live()
            .last()
            .unwrap()
            .id;
        given
            .when(Command::Retract {
                entry: last,
                reason: RetractionReason::Undone,
            })
            .then(|case| assert_eq!(case.stage.as_ref(), Some(stage)));
    }
}

#[test]
fn only_its_registration_voids_a_case() {
    let given = at(&Stage::Accepted);
    let accepted = given.0.desks[0].record.chronicle(&case_stream(0)).heads[0];
    let other = |entry| Command::Void {
        registration: entry,
        reason: RetractionReason::Trial,
    };
    let given = given
        .when(other(accepted))
        .refused(Refusal::NotThere(Slot::Registered));
    given
        .when(other(EntryId([0; 20])))
        .refused(Refusal::NotThere(Slot::Registered));
}

#[test]
fn an_undone_step_was_never_taken() {
    let given = at(&Stage::Accepted).and(Step::Assign);
    let last = given.0.desks[0].record.chronicle(&case_stream(0)).heads[0];
    given
        .when(Command::Retract {
            entry: last,
            reason: RetractionReason::Undone,
        })
        .then(|case| {
            assert_eq!(case.stage, Some(Stage::Accepted));
            assert_eq!(case.mediators.get(), None);
        });
}

#[test]
fn a_correction_says_something_new() {
    let correct = |field| Command::Correct {
        field,
        reason: String::new(),
    };
    registered()
        .when(correct(NewValue::Type(DisputeType::Neighbour)))
        .refused(Refusal::Unchanged);
    registered()
        .when(correct(NewValue::Facts(" ".into())))
        .refused(Refusal::Empty(Slot::Facts));
    registered()
        .when(correct(NewValue::Day(day("2026-03-02"))))
        .refused(Refusal::Future {
            slot: Slot::Day,
            day: day("2026-03-02"),
        });
    registered()
        .when(correct(NewValue::Mediators(vec![])))
        .refused(Refusal::NoMediator);
    registered()
        .when(correct(NewValue::Outcome(EntryId([1; 20]))))
        .refused(Refusal::NotThere(Slot::Outcome));
    registered()
        .when(correct(NewValue::Party(label(9), Default::default())))
        .refused(Refusal::NotThere(Slot::Party));
    given([])
        .when(correct(NewValue::Number("1".into())))
        .refused(Refusal::NoCase);
}

#[test]
fn a_reopened_case_counts_both_endings() {
    let given = at(&Stage::Archived)
        .and(Step::Reopen)
        .and(Step::Assign)
        .and(Step::Fail);
    let case = given.case();
    assert_eq!(case.conclusions.len(), 2);
    assert_eq!(
        (case.stage, case.archived, case.closed),
        (Some(Stage::Failed), None, None)
    );
}

#[test]
fn too_much_for_one_entry_is_refused_and_the_most_can_be_read_again() {
    let note = |n: usize| Command::Note {
        day: today(),
        form: NoteForm::Note,
        text: "话".repeat(n),
        confidential_to: None,
    };
    registered().when(note(310_000)).refused(Refusal::TooLong);
    // Two bytes that take six each on the line.
    let odd = Command::Note {
        day: today(),
        form: NoteForm::Note,
        text: format!("a{}a", "\u{1}".repeat(200_000)),
        confidential_to: None,
    };
    registered().when(odd).refused(Refusal::TooLong);
    registered().when(note(305_000)).then(|_| ());
    let mut intake = story::intake(today());
    let party = intake.parties[0].clone();
    intake.parties.extend(vec![party.clone(); 252]);
    given([])
        .when(Command::Register(intake.clone()))
        .then(|case| assert_eq!(case.parties.len(), 254));
    intake.parties.push(party);
    given([])
        .when(Command::Register(intake))
        .refused(Refusal::TooLong);
}

#[test]
fn accepting_twice_at_two_desks_is_an_anomaly_and_not_a_loss() {
    let mut desks = at(&Stage::Registered).0;
    let heads = desks.desks[0].record.chronicle(&case_stream(0)).heads;
    for told in [Told::Orally, Told::InWriting] {
        let event =
            Event::CaseAccepted(langqiao::domain::case::event::Accepted { day: today(), told });
        desks.append_after(0, case_stream(0), &heads, 2, &event, &[], &Seed::of(1));
    }
    let case = desks.desks[0].record.chronicle(&case_stream(0)).case();
    assert_eq!(case.stage, Some(Stage::Accepted));
    assert_eq!(case.anomalies.len(), 1);
}
