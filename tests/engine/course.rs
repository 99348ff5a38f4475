//! A case over its whole course: what is undone, taken up again, merged, and what its page and its lists then say.

use langqiao::domain::case::command::{NewClause, OralAgreement};
use langqiao::domain::case::event::{ConfirmationStep, FollowUpFinding, WithdrawnBy};
use langqiao::domain::case::likely::choices;
use langqiao::domain::case::refusal::Slot;
use langqiao::domain::case::state::Anomaly;
use langqiao::domain::case::{Stage, Step};
use langqiao::law::decline::OtherWay;
use langqiao::views::answers::Why;

use super::*;

fn day(month: u8, day: u8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn note(text: &str) -> Command {
    Command::Note {
        day: day(11, 24),
        form: NoteForm::Note,
        text: text.into(),
        confidential_to: None,
    }
}

fn take_back(entry: EntryId) -> Command {
    Command::Retract {
        entry,
        reason: RetractionReason::Undone,
    }
}

fn agree(on: Day) -> Command {
    Command::AgreeOrally(OralAgreement {
        day: on,
        facts: "说定".into(),
        manner: String::new(),
        clauses: vec![NewClause {
            text: "赔".into(),
            due: None,
            fen: None,
        }],
    })
}

/// A case that was registered on the first of September.
fn early(desk: &mut Desk) -> StreamId {
    register_on(desk, day(9, 1))
}

/// The same, accepted and assigned on the day.
fn assigned(desk: &mut Desk) -> StreamId {
    let case = early(desk);
    act(desk, Some(case), accept(day(9, 1))).unwrap();
    assign(desk, case, day(9, 1));
    case
}

fn assign(desk: &mut Desk, case: StreamId, on: Day) {
    let who = run(desk.about()).unwrap().desk.unwrap().acting;
    act(desk, Some(case), assign_to(who, on)).unwrap();
}

fn page(desk: &mut Desk, case: StreamId) -> langqiao::views::answers::CasePage {
    run(desk.case_page(case)).unwrap().unwrap()
}

#[test]
fn what_was_written_before_an_undo_can_be_undone_too() {
    let mut desk = desk(70);
    let case = register(&mut desk);
    let first = act(&mut desk, Some(case), note("一")).unwrap().entries[0];
    let second = act(&mut desk, Some(case), note("二")).unwrap().entries[0];
    let refused = act(&mut desk, Some(case), take_back(first));
    assert!(matches!(refused, Err(Refusal::GoneOn)), "{refused:?}");
    act(&mut desk, Some(case), take_back(second)).unwrap();
    act(&mut desk, Some(case), take_back(first)).unwrap();
    let live = page(&mut desk, case).timeline;
    let live = live.iter().filter(|item| item.retracted.is_none());
    // The registration, and two undoings.
    assert_eq!(live.count(), 3);
}

#[test]
fn a_step_too_many_is_taken_back_wherever_it_stands() {
    let (mut a, mut b) = (desk(73), desk(74));
    let case = early(&mut a);
    let out = export(&mut a, Level::Full);
    take(&mut b, &out);
    act(&mut a, Some(case), accept(day(9, 1))).unwrap();
    act(&mut b, Some(case), accept(day(9, 2))).unwrap();
    let out = export(&mut b, Level::Full);
    take(&mut a, &out);
    act(&mut a, Some(case), note("后来的话")).unwrap();
    let odd = page(&mut a, case).case.anomalies;
    let [one @ Anomaly::OutOfCourse { .. }] = &*odd else {
        panic!("{odd:?}");
    };
    act(&mut a, Some(case), take_back(one.entry())).unwrap();
    assert_eq!(page(&mut a, case).case.anomalies, []);
}

#[test]
fn a_case_taken_up_again_waits_for_its_own_visit_and_ruling() {
    let mut desk = desk(71);
    let case = assigned(&mut desk);
    act(&mut desk, Some(case), agree(day(9, 2))).unwrap();
    for (on, step) in [
        (day(9, 10), ConfirmationStep::Applied),
        (day(9, 20), ConfirmationStep::Dismissed),
    ] {
        act(&mut desk, Some(case), Command::Confirm { day: on, step }).unwrap();
    }
    let visit = || Command::FollowUp {
        day: day(9, 21),
        found: FollowUpFinding::Unsettled,
        record: "又吵了".into(),
    };
    act(&mut desk, Some(case), visit()).unwrap();
    let reopen = Command::Reopen {
        day: day(10, 10),
        both_agree: true,
        reason: "说定的做不到".into(),
    };
    act(&mut desk, Some(case), reopen).unwrap();
    assign(&mut desk, case, day(10, 10));
    act(&mut desk, Some(case), agree(day(10, 11))).unwrap();
    assert_eq!(page(&mut desk, case).case.confirmation, None);
    let performed = Command::Perform {
        day: day(10, 30),
        clause: None,
        remarks: String::new(),
    };
    act(&mut desk, Some(case), performed).unwrap();
    let waits = |desk: &mut Desk| {
        let tasks = run(desk.agenda()).unwrap().tasks;
        tasks.iter().map(|task| task.why).collect::<Vec<_>>()
    };
    assert_eq!(waits(&mut desk), [Why::ToFollowUp]);
    let shown = page(&mut desk, case);
    assert_eq!(choices(&shown.case, &shown.next).main, Some(Step::FollowUp));
    act(
        &mut desk,
        Some(case),
        Command::FollowUp {
            day: day(11, 1),
            found: FollowUpFinding::Settled,
            record: "都好".into(),
        },
    )
    .unwrap();
    assert_eq!(waits(&mut desk), [Why::ToClose]);
    let shown = page(&mut desk, case);
    assert_eq!(choices(&shown.case, &shown.next).main, Some(Step::Close));
}

#[test]
fn the_court_takes_an_application_on_the_first_workday_after_the_holiday() {
    let mut desk = desk(75);
    let case = assigned(&mut desk);
    act(&mut desk, Some(case), agree(day(9, 2))).unwrap();
    let apply = |on| Command::Confirm {
        day: on,
        step: ConfirmationStep::Applied,
    };
    let refused = act(&mut desk, Some(case), apply(day(10, 9)));
    let until = day(10, 8);
    assert!(
        matches!(&refused, Err(Refusal::ConfirmationTooLate { until: last }) if *last == until),
        "{refused:?}"
    );
    act(&mut desk, Some(case), apply(until)).unwrap();
}

#[test]
fn a_case_goes_out_with_the_name_of_every_mediator_it_ever_named() {
    let mut desk = desk(72);
    let case = assigned(&mut desk);
    run(desk.enrol("钱多多")).unwrap();
    run(desk.enrol("孙后来")).unwrap();
    let people = run(desk.about()).unwrap().desk.unwrap().people;
    let id = |name: &str| people.iter().find(|(_, n)| n == name).unwrap().0;
    for name in ["钱多多", "孙后来"] {
        let correct = Command::Correct {
            field: NewValue::Mediators(vec![id(name)]),
            reason: String::new(),
        };
        act(&mut desk, Some(case), correct).unwrap();
    }
    let mut out = Vec::new();
    run(desk.export(&ExportScope::Case(case), Level::Full, "", &mut out)).unwrap();
    let text = String::from_utf8(out).unwrap();
    let names = page(&mut desk, case).names;
    for name in ["钱多多", "孙后来"] {
        assert!(text.contains(name));
        assert!(names.contains(&(id(name), Some(name.to_owned()))));
    }
}

#[test]
fn a_suspension_ends_with_whatever_leads_out_of_it() {
    let (mut a, mut b) = (desk(80), desk(81));
    let case = early(&mut a);
    let out = export(&mut a, Level::Full);
    take(&mut b, &out);
    // So that the other desk's acceptance comes after the suspension in the order of the fold.
    for _ in 0..4 {
        act(&mut b, Some(case), note("话")).unwrap();
    }
    act(&mut b, Some(case), accept(day(9, 1))).unwrap();
    act(&mut a, Some(case), accept(day(9, 1))).unwrap();
    let suspend = Command::Suspend {
        day: day(9, 5),
        reason: "等鉴定".into(),
    };
    act(&mut a, Some(case), suspend).unwrap();
    let out = export(&mut b, Level::Full);
    take(&mut a, &out);
    let shown = page(&mut a, case);
    assert_eq!(shown.case.stage, Some(Stage::Accepted));
    assert!(
        shown
            .case
            .suspended
            .iter()
            .all(|(_, until)| until.is_some())
    );
    let (cases, _) = a.views();
    assert_eq!(shown.due, cases.get(&case).unwrap().due());
}

#[test]
fn a_form_that_did_not_see_a_correction_is_asked() {
    let mut desk = desk(5);
    let case = register(&mut desk);
    let seen = run(desk.case_page(case)).unwrap().unwrap().heads;
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    run(desk.act(Some(case), &seen, correct(DisputeType::Damages)))
        .unwrap()
        .unwrap();
    let asked = run(desk.act(Some(case), &seen, correct(DisputeType::Traffic))).unwrap();
    assert!(matches!(asked, Err(Refusal::ChangedMeanwhile(_))));
}

#[test]
fn a_form_that_did_not_see_a_step_is_asked() {
    let mut desk = desk(42);
    let case = register(&mut desk);
    let day = Day::new(2026, 11, 24).unwrap();
    let acting = run(desk.about()).unwrap().desk.unwrap().acting;
    let rate = Command::Rate {
        day,
        risk: Vec::new(),
        record: "问过了".into(),
    };
    let suspend = Command::Suspend {
        day,
        reason: "等鉴定".into(),
    };
    let extend = Command::Extend {
        day,
        until: Day::new(2027, 2, 1).unwrap(),
        both_agree: true,
    };
    let fail = Command::Fail {
        day,
        told_of: vec![OtherWay::Court],
        reason: "谈不拢".into(),
    };
    let archive = Command::Archive {
        day,
        volume: "1".into(),
        retention: 30,
    };
    let reopen = Command::Reopen {
        day,
        both_agree: true,
        reason: "再谈".into(),
    };
    let perform = Command::Perform {
        day,
        clause: None,
        remarks: String::new(),
    };
    let apply = Command::Confirm {
        day,
        step: ConfirmationStep::Applied,
    };
    let urge = Command::Urge {
        day,
        remarks: String::new(),
    };
    let not_performed = Command::ReportNotPerformed {
        day,
        told_of_court: true,
        remarks: String::new(),
    };
    let withdraw = Command::Withdraw {
        day,
        by: WithdrawnBy::Both,
        reason: "不调了".into(),
    };
    let (close, resume) = (Command::Close { day }, Command::Resume { day });
    let ended = [close, archive, reopen];
    let assign = assign_to(acting, day);
    let course = [accept(day), assign.clone(), rate, suspend, resume];
    let course = course
        .into_iter()
        .chain([extend, fail])
        .chain(ended.clone());
    let course = course.chain([assign.clone(), agree(day), apply, perform]);
    let course = course.chain(ended.clone());
    let course = course.chain([assign, agree(day), urge.clone(), not_performed]);
    let course = course.chain(ended).chain([withdraw]);
    for step in course {
        if step == urge {
            // It stands beside others, and overrules nothing.
            act(&mut desk, Some(case), step).unwrap();
            continue;
        }
        let seen = run(desk.case_page(case)).unwrap().unwrap().heads;
        run(desk.act(Some(case), &seen, step.clone()))
            .unwrap()
            .unwrap();
        let asked = run(desk.act(Some(case), &seen, step)).unwrap();
        assert!(
            matches!(asked, Err(Refusal::ChangedMeanwhile(_))),
            "{asked:?}"
        );
    }
}

/// Withdrawing would be allowed before and after: only what was taken back asks.
#[test]
fn a_form_that_did_not_see_an_undoing_is_asked() {
    let mut desk = desk(43);
    let case = register(&mut desk);
    let accepted = act(&mut desk, Some(case), accept(day(11, 24)))
        .unwrap()
        .entries[0];
    let seen = page(&mut desk, case).heads;
    act(&mut desk, Some(case), take_back(accepted)).unwrap();
    let withdraw = Command::Withdraw {
        day: day(11, 24),
        by: WithdrawnBy::Both,
        reason: "不调了".into(),
    };
    let asked = run(desk.act(Some(case), &seen, withdraw.clone())).unwrap();
    assert!(
        matches!(asked, Err(Refusal::ChangedMeanwhile(_))),
        "{asked:?}"
    );
    act(&mut desk, Some(case), withdraw).unwrap();
}

/// What is asked is about the field that stands otherwise now, and about no other.
#[test]
fn an_undoing_asks_about_what_it_took_back() {
    let mut desk = desk(44);
    let case = register(&mut desk);
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    let corrected = act(&mut desk, Some(case), correct(DisputeType::Damages)).unwrap();
    let seen = page(&mut desk, case).heads;
    act(&mut desk, Some(case), take_back(corrected.entries[0])).unwrap();
    let asked = run(desk.act(Some(case), &seen, correct(DisputeType::Traffic))).unwrap();
    assert!(
        matches!(asked, Err(Refusal::ChangedMeanwhile(Slot::Type))),
        "{asked:?}"
    );

    let note = act(&mut desk, Some(case), note("打过电话")).unwrap();
    let seen = page(&mut desk, case).heads;
    act(&mut desk, Some(case), take_back(note.entries[0])).unwrap();
    run(desk.act(Some(case), &seen, accept(day(11, 24))))
        .unwrap()
        .unwrap();
}

/// A line of a version that does not exist yet, which nobody may read past.
fn from_a_newer_version(case: StreamId, after: EntryId, n: u64, who: StreamId) -> String {
    let by = DeskId([5; 16]);
    let entry = format!(
        r#"{{"after":["{after}"],"at":"2026-11-24T09:00","by":"{by}","data":{{}},"kind":"case.sealed_by_court","must_understand":true,"n":{n},"private":[],"seq":1,"stream":"{case}","who":"{who}"}}"#
    );
    let id = line::digest(entry.as_bytes());
    format!(r#"{{"entry":{entry},"id":"{id}","private":[]}}"#)
}

#[test]
fn what_must_be_understood_and_is_not_can_always_be_taken_back() {
    let mut desk = desk(14);
    let case = register(&mut desk);
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let (registration, who) = (
        page.heads[0],
        run(desk.about()).unwrap().desk.unwrap().acting,
    );
    let note = || Command::Note {
        day: Day::new(2026, 11, 24).unwrap(),
        form: langqiao::domain::case::event::NoteForm::Note,
        text: "便条".into(),
        confidential_to: None,
    };
    let sealed = from_a_newer_version(case, registration, 2, who);
    let sealed_id = line::read(sealed.as_bytes()).unwrap().id;
    // Written here before the other came: it is not the last of its stream.
    act(&mut desk, Some(case), note()).unwrap();
    act(&mut desk, Some(case), note()).unwrap();
    take(&mut desk, &bundle_of(&[sealed]));
    let refused = act(&mut desk, Some(case), note());
    assert!(
        matches!(refused, Err(Refusal::NotUnderstood { .. })),
        "{refused:?}"
    );
    let take_back = |entry| Command::Retract {
        entry,
        reason: RetractionReason::Mistake,
    };
    let refused = act(&mut desk, Some(case), take_back(registration));
    assert!(matches!(refused, Err(Refusal::GoneOn)));
    act(&mut desk, Some(case), take_back(sealed_id)).unwrap();
    act(&mut desk, Some(case), note()).unwrap();
}

#[test]
fn what_was_taken_back_is_not_taken_back_again() {
    let mut desk = desk(81);
    let case = register(&mut desk);
    let noted = act(&mut desk, Some(case), note("话")).unwrap().entries[0];
    act(&mut desk, Some(case), take_back(noted)).unwrap();
    let again = act(&mut desk, Some(case), take_back(noted));
    assert_eq!(again.unwrap_err(), Refusal::GoneOn);
}

#[test]
fn only_a_registration_takes_a_number() {
    let mut desk = desk(82);
    let first = register(&mut desk);
    act(&mut desk, Some(first), accept(day(11, 24))).unwrap();
    act(&mut desk, Some(first), note("话")).unwrap();
    let second = register(&mut desk);
    let number = page(&mut desk, second).case.number.get().cloned();
    assert_eq!(number.as_deref(), Some("（2026）通西人调字第2号"));
}

/// Its stage is what it was, and yet somebody thought that it should not be.
#[test]
fn a_form_that_did_not_see_its_case_voided_and_brought_back_is_asked() {
    let mut desk = desk(45);
    let case = register(&mut desk);
    let seen = page(&mut desk, case).heads;
    let void = Command::Void {
        registration: page(&mut desk, case).registration.unwrap(),
        reason: RetractionReason::Mistake,
    };
    let voided = act(&mut desk, Some(case), void).unwrap().entries[0];
    act(&mut desk, Some(case), take_back(voided)).unwrap();
    let accept = accept(day(11, 24));
    let asked = run(desk.act(Some(case), &seen, accept.clone())).unwrap();
    assert!(
        matches!(asked, Err(Refusal::ChangedMeanwhile(_))),
        "{asked:?}"
    );
    act(&mut desk, Some(case), accept).unwrap();
}
