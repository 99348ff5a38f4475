//! Rules beside the course: notes, voiding and undoing, corrections, what the law wants said.

use langqiao::domain::case::Term;
use langqiao::domain::case::command::{Command, NewValue, OralAgreement};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{
    ConfirmationStep, Confirmed, Corrected, Correction, NoteForm, Performed, Reopened, Told,
};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::case::state::{Anomaly, Outcome};
use langqiao::domain::catalogue::{Event, RetractionReason};
use langqiao::domain::id::EntryId;
use langqiao::domain::leaf::{Identity, Leaf};
use langqiao::law::agreement::AgreementItem;
use langqiao::law::article::Article;
use langqiao::law::clock::conclude_by;
use langqiao::law::day::Day;
use langqiao::law::decline::OtherWay;
use langqiao::law::dispute::DisputeType;
use langqiao::law::person::PartyRole;
use langqiao::views::answers::Statistics;
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, By, Period};
use langqiao::views::network::Network;
use langqiao::views::query::Ending;
use langqiao::views::row::{CaseRow, Findable};

use crate::story;
use crate::undoing::void;
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
    // What nobody sees is no text either.
    let unseen = Command::Note {
        day: today(),
        form: NoteForm::Call,
        text: "\u{200b}\u{202e}".into(),
        confidential_to: None,
    };
    registered()
        .when(unseen)
        .refused(Refusal::Empty(Slot::Text));
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

/// A redacted copy tells of nobody, wherever words may be typed that stand in public.
#[test]
fn a_volume_tells_of_nobody() {
    let archive = |volume: &str| Command::Archive {
        day: today(),
        volume: volume.to_owned(),
        retention: 10,
    };
    let closed = || at(&Stage::Closed);
    let identity = closed().case().parties[0].identity.get().cloned().flatten();
    let identity = identity.unwrap();
    let phone = identity.phone.unwrap();
    for volume in [
        format!("{}诉", identity.name),
        phone.clone(),
        phone.chars().flat_map(|c| [c, ' ']).collect(),
        "卷11010519491231002X".to_owned(),
    ] {
        closed()
            .when(archive(&volume))
            .refused(Refusal::VolumeTells);
    }
    // Nor of what somebody was called before it was put right.
    let label = closed().labels()[0];
    let renamed = closed().and(Command::Correct {
        field: NewValue::Party(
            label,
            Identity {
                name: "张贵真".into(),
                ..Identity::default()
            },
        ),
        reason: String::new(),
    });
    renamed
        .when(archive(&identity.name))
        .refused(Refusal::VolumeTells);
    closed().when(archive("2026-民-12")).then(|_| {});
}

#[test]
fn a_number_names_nobody() {
    for (number, refused) in [
        ("张桂珍案1号", true),
        ("张 桂珍1号", true),
        ("补录13912345678", true),
        ("补录", true),
        ("补录1号", false),
    ] {
        let intake = story::intake(today());
        let name = intake.parties[0].identity.name.clone();
        let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
        let number = number
            .replace("张桂珍", &name)
            .replace("张 桂珍", &format!("{first} {rest}"));
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

/// Whichever desk's name is shown, the other may be the right one.
#[test]
fn neither_of_two_names_that_desks_disagree_on_may_stand_in_public() {
    let mut given = at(&Stage::Closed);
    let chronicle = given.0.desks[0].record.chronicle(&case_stream(0));
    let label = given.labels()[0];
    let names = ["张贵真", "张桂贞"];
    for name in names {
        let identity = Identity {
            name: name.to_owned(),
            ..Identity::default()
        };
        let correction = Event::CaseCorrected(Corrected {
            field: Correction::Party(label),
        });
        given.0.append_after(
            0,
            case_stream(0),
            &chronicle.heads,
            chronicle.n + 1,
            &correction,
            &[Leaf::identity(label, identity)],
            &Seed::of(3),
        );
    }
    assert_eq!(given.case().questions(), 1);
    for name in names {
        let archive = Command::Archive {
            day: today(),
            volume: format!("{name}卷1"),
            retention: 10,
        };
        given = given.when(archive).refused(Refusal::VolumeTells);
        let correct = Command::Correct {
            field: NewValue::Number(format!("{name}案1号")),
            reason: String::new(),
        };
        given = given.when(correct).refused(Refusal::NumberNames);
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
        .when(report.clone())
        .refused(Refusal::NotUrged);
    at(&Stage::Agreed)
        .and(Step::Urge)
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

#[test]
fn what_a_paper_cannot_do_without_is_asked_for() {
    let suspend = Command::Suspend {
        day: today(),
        reason: " ".into(),
    };
    at(&Stage::Assigned)
        .when(suspend)
        .refused(Refusal::Empty(Slot::Reason));
    let archive = Command::Archive {
        day: today(),
        volume: "\u{3000}".into(),
        retention: 10,
    };
    at(&Stage::Closed)
        .when(archive)
        .refused(Refusal::Empty(Slot::Volume));
    let agree = Command::AgreeOrally(OralAgreement {
        day: today(),
        facts: "口头说定".into(),
        clauses: Vec::new(),
        manner: String::new(),
    });
    at(&Stage::Assigned)
        .when(agree)
        .refused(Refusal::MissingItem(AgreementItem::Content));
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
fn a_case_counts_in_a_period_as_it_last_ended_there() {
    let again = day("2026-05-01");
    let given = at(&Stage::Failed).on("2026-05-01").and(Command::Reopen {
        day: again,
        both_agree: true,
        reason: "再调".into(),
    });
    let assign = story::step(&given.case(), Step::Assign, again, &Seed::of(2));
    let given = given.and(assign);
    let agreement = story::written(again, given.labels());
    let case = given.and(Command::AgreeInWriting(agreement)).case();
    let mut cases = Cases::default();
    let row = CaseRow::of(&case_stream(0), &case).map(|row| (row, Findable::default()));
    cases.put(&case_stream(0), row);
    let endings = |from, to| -> Vec<(Vec<String>, u64)> {
        let table = figures::table(&cases, &[By::Ending], Period { from, to });
        table.into_iter().map(|r| (r.keys, r.mediated)).collect()
    };
    let once = |ending: Ending| vec![(vec![ending.code().to_owned()], 1)];
    assert_eq!(endings(today(), again), once(Ending::Written));
    assert_eq!(endings(today(), today()), once(Ending::Failed));
    assert_eq!(endings(again, again), once(Ending::Written));
}

/// A period that ends between two endings of one month has the first of them, and its month too.
#[test]
fn a_month_is_counted_as_far_as_the_period_goes() {
    let again = day("2026-03-20");
    let reopen = Command::Reopen {
        day: again,
        both_agree: true,
        reason: "再调".into(),
    };
    let given = at(&Stage::Failed).on("2026-03-20").and(reopen);
    let assign = story::step(&given.case(), Step::Assign, again, &Seed::of(2));
    let given = given.and(assign);
    let agreement = story::written(again, given.labels());
    let given = given.and(Command::AgreeInWriting(agreement));
    let successes = |to| -> Vec<(u64, u64)> {
        let from = today();
        let of = statistics(&given, Period { from, to });
        let months = of.by_month.iter();
        months
            .map(|month| (month.mediated.count, month.successful.count))
            .collect()
    };
    assert_eq!(successes(again), [(1, 1)]);
    assert_eq!(successes(again.plus_days(-1)), [(1, 0)]);
}

#[test]
fn a_year_in_which_a_case_was_only_registered_is_one_to_choose() {
    let years = |given: &Given| statistics(given, Period::of(None, None)).years;
    assert_eq!(years(&registered()), [2026]);
}

/// The statistics of a register of one case.
fn statistics(given: &Given, period: Period) -> Statistics {
    let mut cases = Cases::default();
    let row = CaseRow::of(&case_stream(0), &given.case()).map(|row| (row, Findable::default()));
    cases.put(&case_stream(0), row);
    figures::statistics(&cases, &Network::default(), period, None, period.to)
}

#[test]
fn an_application_to_the_court_is_no_confirmation() {
    let confirm = |step| Command::Confirm { day: today(), step };
    let confirmed = |given: &Given| {
        let row = CaseRow::of(&case_stream(0), &given.case()).unwrap();
        row.confirmed
    };
    for ruling in [ConfirmationStep::Confirmed, ConfirmationStep::Dismissed] {
        let applied = at(&Stage::Agreed).and(confirm(ConfirmationStep::Applied));
        assert_eq!(confirmed(&applied), []);
        let counts = ruling == ConfirmationStep::Confirmed;
        let mut ruled = applied.and(confirm(ruling));
        assert_eq!(confirmed(&ruled).len(), usize::from(counts));
        // It rules once, and an application after it is none.
        assert!(!ruled.case().next_steps().contains(&Step::Confirm));
        for step in ConfirmationStep::ALL {
            let again = ruled.when(confirm(step.clone()));
            ruled = again.refused(Refusal::CourtHasRuled);
        }
    }
}

#[test]
fn a_ruling_stands_whatever_another_desk_catches_up_on() {
    for (step, odd) in [
        (ConfirmationStep::Applied, 0),
        (ConfirmationStep::Dismissed, 1),
    ] {
        let confirm = |step| Command::Confirm { day: today(), step };
        let mut ruled = at(&Stage::Agreed)
            .and(confirm(ConfirmationStep::Applied))
            .and(confirm(ConfirmationStep::Confirmed));
        let other = Event::CaseConfirmed(Confirmed {
            day: today().plus_days(-3),
            step,
        });
        let seed = Seed::of(5);
        ruled.0.append(0, case_stream(0), &other, &[], &seed);
        let case = ruled.case();
        let ruling = (ConfirmationStep::Confirmed, today());
        assert_eq!(case.ruling(), Some(&ruling));
        assert_eq!(case.anomalies.len(), odd);
    }
}

/// What the court confirmed can be enforced: a ground of the parties' own opens it no more [L 33].
#[test]
fn what_the_court_confirmed_is_not_mediated_again() {
    let confirm = |step| Command::Confirm { day: today(), step };
    let applied = |stage: &Stage| at(stage).and(confirm(ConfirmationStep::Applied));
    for stage in [Stage::Agreed, Stage::Performed, Stage::NotPerformed] {
        applied(&stage).when(Step::Reopen).then(|_| {});
        applied(&stage)
            .and(confirm(ConfirmationStep::Dismissed))
            .when(Step::Reopen)
            .then(|_| {});
        applied(&stage)
            .and(confirm(ConfirmationStep::Confirmed))
            .when(Step::Reopen)
            .refused(Refusal::ConfirmedByCourt);
    }
    let archived = applied(&Stage::Performed)
        .and(confirm(ConfirmationStep::Confirmed))
        .and(Step::Close)
        .and(Step::Archive)
        .when(Step::Reopen)
        .refused(Refusal::ConfirmedByCourt);
    // Taken back, the ruling was never told.
    let confirmed = applied(&Stage::Agreed).and(confirm(ConfirmationStep::Confirmed));
    let undo = Command::Retract {
        entry: confirmed.case().last.unwrap(),
        reason: RetractionReason::Mistake,
    };
    confirmed.and(undo).when(Step::Reopen).then(|_| {});
    // It is still rated, visited and noted on: only mediating is over.
    archived.when(Step::FollowUp).then(|_| {});
}

/// A part moves nothing, but has its time all the same.
#[test]
fn a_part_performed_after_closing_is_out_of_course() {
    let mut given = at(&Stage::NotPerformed).and(Step::Close);
    let case = given.case();
    assert_eq!(case.anomalies, []);
    let Some(Outcome::Agreed(agreement)) = case.outcome.get() else {
        panic!("{:?}", case.outcome)
    };
    let [clause, _] = &*agreement.clauses else {
        panic!("{agreement:?}")
    };
    let part = Event::CasePerformed(Performed {
        clause: Some(clause.public.label),
        day: today(),
    });
    let stream = case_stream(0);
    let entry = given.0.append(0, stream, &part, &[], &Seed::of(6));
    let case = given.case();
    assert_eq!(
        (&case.stage, case.performed.len()),
        (&Some(Stage::Closed), 1)
    );
    assert_eq!(
        case.anomalies,
        [Anomaly::OutOfCourse {
            entry,
            step: Step::Perform,
            stage: Some(Stage::Closed),
        }]
    );
}

#[test]
fn what_was_withdrawn_unaccepted_is_not_mediated_though_it_is_taken_up_later() {
    let later = day("2026-04-01");
    let reopened = at(&Stage::Withdrawn).on("2026-05-01").and(Command::Reopen {
        day: later,
        both_agree: true,
        reason: "又来了".into(),
    });
    let row = |given: &Given| CaseRow::of(&case_stream(0), &given.case()).unwrap();
    assert_eq!(row(&reopened).conclusions, []);
    let assign = story::step(&reopened.case(), Step::Assign, later, &Seed::of(2));
    let given = reopened.and(assign);
    let fail = story::step(&given.case(), Step::Fail, later, &Seed::of(2));
    let ended: Vec<Day> = row(&given.and(fail))
        .conclusions
        .iter()
        .map(|ended| ended.day)
        .collect();
    assert_eq!(ended, [later]);
}

#[test]
fn each_confirmation_counts_in_its_time() {
    let confirmed = |mut given: Given, on| {
        for step in [ConfirmationStep::Applied, ConfirmationStep::Confirmed] {
            given = given.and(Command::Confirm { day: on, step });
        }
        given
    };
    let again = day("2026-05-01");
    let mut given = confirmed(at(&Stage::Agreed).on("2026-06-01"), today());
    // Where the ruling was not known nobody refused it.
    let reopened = Event::CaseReopened(Reopened { day: again });
    let seed = Seed::of(7);
    given.0.append(0, case_stream(0), &reopened, &[], &seed);
    let assign = story::step(&given.case(), Step::Assign, again, &Seed::of(2));
    let given = given.and(assign);
    let agreement = story::written(again, given.labels());
    let given = confirmed(given.and(Command::AgreeInWriting(agreement)), again);
    let row = CaseRow::of(&case_stream(0), &given.case()).unwrap();
    assert_eq!(row.confirmed, [today(), again]);
}

#[test]
fn a_case_that_is_taken_up_again_begins_anew() {
    let on = day("2026-03-20");
    let again = day("2026-05-01");
    let given = at(&Stage::Assigned).on("2026-05-01");
    let agreement = story::written(on, given.labels());
    let given = given
        .and(Command::Suspend {
            day: today(),
            reason: "等鉴定".into(),
        })
        .and(Command::Resume { day: on })
        .and(Command::Extend {
            day: on,
            until: again.plus_days(90),
            both_agree: true,
        })
        .and(Command::AgreeInWriting(agreement))
        .and(Command::Perform {
            day: on,
            clause: None,
            remarks: String::new(),
        })
        .and(Command::Close { day: on })
        .and(Command::Reopen {
            day: again,
            both_agree: true,
            reason: "协议不当".into(),
        });
    let case = given.case();
    let thirty_days = conclude_by(again, &[], again);
    assert_eq!(case.due(again), Some(thirty_days));
    assert_eq!((case.suspended.len(), case.performed.len()), (0, 0));
    // Nor does the register show what was over before.
    let row = CaseRow::of(&case_stream(0), &case).unwrap();
    assert_eq!(row.term, Some((Term::Conclude, thirty_days)));
    assert_eq!((row.stage, row.closed), (Stage::Accepted, None));
    // But it was performed in its time, and a report of that time does not change.
    assert_eq!(row.performed, [on]);
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

#[test]
fn a_number_that_is_given_at_the_door_names_no_door() {
    let register = |place: &str| {
        Command::Register(langqiao::domain::case::command::Intake {
            number: Some("三里庄12号第1案".into()),
            place: place.into(),
            ..story::intake(today())
        })
    };
    given([])
        .when(register("三里庄12号"))
        .refused(Refusal::NumberNames);
    // The village's name may stand in its committee's numbers.
    given([]).when(register("三里庄")).then(|_| {});
}
