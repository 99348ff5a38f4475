//! What a preview says of a file, and what it doesn't say of it: what was so here before.

use langqiao::exchange::bundle::NAMED;

use super::*;

fn look(desk: &mut Desk, bundle: Vec<u8>) -> langqiao::exchange::bundle::Preview {
    run(desk.read_bundle("b.json", Here::new(Bytes(Some(bundle))))).unwrap()
}

/// The disputed cases that a preview names.
fn disputed(preview: &langqiao::exchange::bundle::Preview) -> Vec<(StreamId, &str)> {
    let first = preview.disputed_first.iter();
    first.map(|one| (one.case, one.number.as_str())).collect()
}

fn correct(desk: &mut Desk, case: StreamId, value: NewValue) {
    let reason = String::new();
    act(
        desk,
        Some(case),
        Command::Correct {
            field: value,
            reason,
        },
    )
    .unwrap();
}

/// Such a case comes in two pieces, and is folded from what is staged.
#[test]
fn a_case_that_carries_a_disagreement_is_told_by_its_number_too() {
    let (mut a, mut b, mut c) = (desk(3), desk(4), desk(5));
    let theirs = register(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    correct(&mut a, theirs, NewValue::Type(DisputeType::Damages));
    correct(&mut b, theirs, NewValue::Type(DisputeType::HouseHomestead));
    take(&mut a, &export(&mut b, Level::Full));
    register(&mut a);
    let bundle = export(&mut a, Level::Full);

    let ours = register(&mut c);
    let preview = look(&mut c, bundle.clone());
    assert_eq!((&preview.disputed, preview.concurrent), (&vec![theirs], 0));
    assert_eq!(disputed(&preview), [(theirs, "（2026）通西人调字第1号")]);
    let named: Vec<StreamId> = preview.same_number.iter().map(|one| one.case).collect();
    assert_eq!((preview.same_numbers, named), (1, vec![ours]));
    // The very case is no twin of its own.
    take(&mut c, &bundle);
    note(&mut a, theirs, "打了电话。");
    let preview = look(&mut c, export(&mut a, Level::Full));
    assert_eq!((preview.changed_cases, preview.same_numbers), (1, 0));
}

/// Such a case comes in one piece, and its number is that of the row that came.
#[test]
fn a_case_that_comes_alone_with_a_disagreement_is_told_by_its_number() {
    let (mut a, mut b) = (desk(3), desk(4));
    let case = register(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    correct(&mut a, case, NewValue::Type(DisputeType::Damages));
    correct(&mut b, case, NewValue::Type(DisputeType::HouseHomestead));
    take(&mut a, &export(&mut b, Level::Full));
    let mut alone = Vec::new();
    let scope = ExportScope::Case(case);
    run(a.export(&scope, Level::Full, "", &mut alone)).unwrap();
    let preview = look(&mut desk(5), alone);
    assert_eq!(disputed(&preview), [(case, "（2026）通西人调字第1号")]);
}

#[test]
fn cases_that_two_desks_come_to_dispute_are_named_the_first_of_them() {
    let (mut a, mut b) = (desk(3), desk(4));
    let cases: Vec<StreamId> = (0..NAMED + 2).map(|_| register(&mut a)).collect();
    take(&mut b, &export(&mut a, Level::Full));
    for case in &cases {
        correct(&mut a, *case, NewValue::Type(DisputeType::Damages));
        correct(&mut b, *case, NewValue::Type(DisputeType::HouseHomestead));
    }
    let preview = look(&mut a, export(&mut b, Level::Full));
    assert_eq!(preview.disputed.len(), NAMED + 2);
    let named = disputed(&preview);
    assert_eq!(named.len(), NAMED);
    for (case, number) in named {
        let place = cases.iter().position(|one| *one == case).unwrap();
        assert_eq!(number, format!("（2026）通西人调字第{}号", place + 1));
    }
}

#[test]
fn a_case_known_here_that_gets_the_number_of_another_is_told() {
    let (mut a, mut b) = (desk(3), desk(4));
    let case = register(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    let next = register(&mut b);
    let number = || NewValue::Number("（2026）通西人调字第9号".into());
    correct(&mut b, next, number());
    correct(&mut a, case, number());
    let preview = look(&mut b, export(&mut a, Level::Full));
    let named: Vec<StreamId> = preview.same_number.iter().map(|one| one.case).collect();
    assert_eq!((preview.same_numbers, named), (1, vec![next]));
}

#[test]
fn what_was_voided_locked_or_odd_here_before_is_not_the_files_doing() {
    let (mut a, mut b) = (desk(3), desk(4));
    let (voided, locked) = (register(&mut a), register(&mut a));
    take(&mut b, &export(&mut a, Level::Full));
    let page = |desk: &mut Desk, case| run(desk.case_page(case)).unwrap().unwrap();
    let registration = page(&mut a, voided).heads[0];
    let void = Command::Void {
        registration,
        reason: RetractionReason::Trial,
    };
    act(&mut a, Some(voided), void).unwrap();
    let head = page(&mut a, locked).heads[0];
    let newer = format!(
        r#"{{"after":["{head}"],"at":"2026-11-24T09:00","by":"oM4mhDXuzWo45nhUt_3m1w","data":{{}},"kind":"case.teleported","must_understand":true,"n":2,"private":[],"seq":1,"stream":"{locked}","who":"mediator/K9VDjNIDJRycs8aj9lk5yg"}}"#
    );
    let id = line::digest(newer.as_bytes());
    let newer = format!(r#"{{"entry":{newer},"id":"{id}","private":[]}}"#);
    let bundle = bundle_of(&[newer]);
    let preview = look(&mut a, bundle.clone());
    assert_eq!((preview.locked.len(), preview.anomalies), (1, 1));
    take(&mut a, &bundle);

    note(&mut b, voided, "打了电话。");
    note(&mut b, locked, "打了电话。");
    let preview = look(&mut a, export(&mut b, Level::Full));
    assert_eq!(preview.changed_cases, 2);
    assert_eq!((preview.voided, preview.locked), (vec![], vec![]));
    assert_eq!(preview.anomalies, 0);
}

#[test]
fn a_preview_names_the_cases_that_would_be_voided_and_locked() {
    let (mut a, mut b) = (desk(3), desk(4));
    let (voided, other) = (register(&mut a), register(&mut a));
    take(&mut b, &export(&mut a, Level::Full));
    let number = |desk: &Desk, case| {
        desk.views()
            .0
            .get(&case)
            .unwrap()
            .number
            .as_deref()
            .unwrap()
            .to_owned()
    };
    let (of_voided, of_other) = (number(&a, voided), number(&a, other));
    let registration = run(b.case_page(voided)).unwrap().unwrap().heads[0];
    let void = Command::Void {
        registration,
        reason: RetractionReason::Trial,
    };
    act(&mut b, Some(voided), void).unwrap();
    let head = run(a.case_page(other)).unwrap().unwrap().heads[0];
    let newer = format!(
        r#"{{"after":["{head}"],"at":"2026-11-24T09:00","by":"oM4mhDXuzWo45nhUt_3m1w","data":{{}},"kind":"case.teleported","must_understand":true,"n":2,"private":[],"seq":1,"stream":"{other}","who":"mediator/K9VDjNIDJRycs8aj9lk5yg"}}"#
    );
    let id = langqiao::record::line::digest(newer.as_bytes());
    let line = format!(r#"{{"entry":{newer},"id":"{id}","private":[]}}"#);
    let from_b = export(&mut b, Level::Full);
    let mut lines = erasure::lines(&from_b);
    lines.push(line);
    let preview = run(a.read_bundle("b.json", Here::new(Bytes(Some(bundle_of(&lines)))))).unwrap();
    let named = |cases: &[langqiao::exchange::bundle::Concerned]| -> Vec<(StreamId, String)> {
        let cases = cases.iter().map(|one| (one.case, one.number.clone()));
        cases.collect()
    };
    assert_eq!(named(&preview.voided), [(voided, of_voided)]);
    assert_eq!(named(&preview.locked), [(other, of_other)]);
    assert_eq!(named(&preview.erased), []);
    run(a.take_staged(false)).unwrap();
    assert_eq!(a.views().0.rows().count(), 1);
}

#[test]
fn a_preview_says_which_numbers_would_stand_twice_and_that_a_voided_case_is_none() {
    let (mut a, mut b) = (desk(3), desk(4));
    // Two desks of one office, each on its own: both begin with the first number.
    let (ours, theirs) = (register(&mut a), register(&mut b));
    let looked = |a: &mut Desk, b: &mut Desk| {
        let bundle = export(b, Level::Full);
        run(a.read_bundle("b.json", Here::new(Bytes(Some(bundle))))).unwrap()
    };
    let preview = looked(&mut a, &mut b);
    let named: Vec<StreamId> = preview.same_number.iter().map(|one| one.case).collect();
    assert_eq!((preview.same_numbers, named), (1, vec![ours]));
    assert_eq!((preview.new_cases, preview.in_our_name), (1, 0));
    let registration = run(b.case_page(theirs)).unwrap().unwrap().heads[0];
    let reason = RetractionReason::EnteredTwice;
    let void = Command::Void {
        registration,
        reason,
    };
    act(&mut b, Some(theirs), void).unwrap();
    let preview = looked(&mut a, &mut b);
    assert_eq!((preview.same_numbers, preview.new_cases), (0, 0));
    assert_eq!(run(a.take_staged(false)).unwrap().cases, 0);
    assert_eq!(a.views().0.rows().count(), 1);
}

/// An entry without leaves, as some other program writes it.
fn forged(by: &str, who: &str, stream: &str, after: &str, kind: &str, data: &str) -> String {
    let entry = format!(
        r#"{{"after":["{after}"],"at":"2026-11-24T09:00","by":"{by}","data":{data},"kind":"{kind}","n":2,"private":[],"seq":900,"stream":"{stream}","who":"{who}"}}"#
    );
    let id = langqiao::record::line::digest(entry.as_bytes());
    format!(r#"{{"entry":{entry},"id":"{id}","private":[]}}"#)
}

#[test]
fn a_preview_says_what_is_done_in_this_desks_name_and_to_its_office() {
    const STRANGER: &str = "oM4mhDXuzWo45nhUt_3m1w";
    let mut a = desk(3);
    let case = register(&mut a);
    let bundle = export(&mut a, Level::Full);
    let lines = erasure::lines(&bundle);
    let of = |kind: &str| {
        let line = lines.iter().find(|line| line.contains(kind)).unwrap();
        let line = langqiao::record::line::read(line.as_bytes()).unwrap();
        let (stream, who) = (line.stream.to_string(), line.who.to_string());
        (line.id.to_string(), stream, line.by.to_string(), who)
    };
    let look = |a: &mut Desk, line: String| {
        let bundle = bundle_of(&[line]);
        run(a.read_bundle("b.json", Here::new(Bytes(Some(bundle))))).unwrap()
    };
    for (kind, name) in [
        ("organisation.founded", "西集镇司法所3"),
        ("mediator.enrolled", "赵淑敏"),
    ] {
        let (id, stream, _, who) = of(kind);
        let data = format!(r#"{{"entry":"{id}","reason":"mistake"}}"#);
        let line = forged(STRANGER, &who, &stream, &id, "retracted", &data);
        let preview = look(&mut a, line);
        assert_eq!(preview.office, [name], "{kind}");
        assert_eq!(preview.in_our_name, 0);
    }
    let (id, _, by, who) = of("case.registered");
    let (case, day) = (case.to_string(), r#"{"day":"2026-11-24","told":"orally"}"#);
    let preview = look(&mut a, forged(&by, &who, &case, &id, "case.accepted", day));
    assert_eq!((preview.in_our_name, preview.office.len()), (1, 0));
    let preview = look(
        &mut a,
        forged(STRANGER, &who, &case, &id, "case.accepted", day),
    );
    assert_eq!((preview.in_our_name, preview.changed_cases), (0, 1));
    // What this desk wrote and has is its own.
    let preview = run(a.read_bundle("a.json", Here::new(Bytes(Some(bundle))))).unwrap();
    assert_eq!((preview.in_our_name, preview.new), (0, 0));
}

/// Of a kind and with fields that this version does not know: counted before it comes, and handed on as it came, from the
/// tail, from a segment, out of an export and a backup.
#[test]
fn what_a_newer_version_wrote_is_told_and_goes_on_as_it_came() {
    let (mut a, mut b) = (desk(3), desk(4));
    let case = register(&mut a);
    let head = run(a.case_page(case)).unwrap().unwrap().heads[0];
    let newer = format!(
        r#"{{"after":["{head}"],"at":"2026-11-24T09:00","by":"oM4mhDXuzWo45nhUt_3m1w","data":{{"mood":"calm"}},"kind":"case.blessed","n":2,"private":[],"seq":1,"stream":"{case}","who":"mediator/K9VDjNIDJRycs8aj9lk5yg"}}"#
    );
    let id = line::digest(newer.as_bytes());
    let newer = format!(r#"{{"entry":{newer},"id":"{id}","private":[]}}"#);
    let bundle = bundle_of(std::slice::from_ref(&newer));
    let preview = look(&mut a, bundle.clone());
    assert_eq!(preview.unknown_kinds, [("case.blessed".to_owned(), 1)]);
    assert_eq!((preview.new, preview.known, preview.anomalies), (1, 0, 0));
    assert_eq!(preview.exported_by.desk, DeskId([5; 16]));
    take(&mut a, &bundle);
    let preview = look(&mut a, bundle);
    assert_eq!((preview.new, preview.known), (0, 1));
    let goes_on = |desk: &mut Desk| {
        let full = String::from_utf8(export(desk, Level::Full)).unwrap();
        let mut backup = Vec::new();
        run(desk.back_up(&mut backup)).unwrap();
        let backup = String::from_utf8(backup).unwrap();
        assert!(full.contains(&newer) && backup.contains(&newer));
    };
    goes_on(&mut a);
    fill(&mut a);
    run(a.compact()).unwrap();
    goes_on(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    goes_on(&mut b);
    let page = run(b.case_page(case)).unwrap().unwrap();
    assert_eq!(page.case.anomalies, []);
}
