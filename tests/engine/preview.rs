//! What a preview says of a file, and what it doesn't say of it: what was so here before.

use super::*;

fn look(desk: &mut Desk, bundle: Vec<u8>) -> langqiao::exchange::bundle::Preview {
    run(desk.read_bundle("b.json", Here::new(Bytes(Some(bundle))))).unwrap()
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
    assert_eq!((preview.disputed, preview.concurrent), (vec![theirs], 0));
    let named: Vec<StreamId> = preview.same_number.iter().map(|one| one.case).collect();
    assert_eq!((preview.same_numbers, named), (1, vec![ours]));
    // The very case is no twin of its own.
    take(&mut c, &bundle);
    note(&mut a, theirs, "打了电话。");
    let preview = look(&mut c, export(&mut a, Level::Full));
    assert_eq!((preview.changed_cases, preview.same_numbers), (1, 0));
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
