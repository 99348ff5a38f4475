//! What goes out and comes in between desks, in full and redacted.

use super::*;
use langqiao::views::query::Query;

#[test]
fn two_desks_exchange_disagree_settle_and_end_equal() {
    let (mut a, mut b) = (desk(3), desk(4));
    let case = register(&mut a);
    let bundle = export(&mut a, Level::Full);
    take(&mut b, &bundle);
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    act(&mut a, Some(case), correct(DisputeType::Damages)).unwrap();
    act(&mut b, Some(case), correct(DisputeType::HouseHomestead)).unwrap();
    let (from_a, from_b) = (export(&mut a, Level::Full), export(&mut b, Level::Full));
    let preview = run(a.read_bundle("b.json", Here::new(Bytes(Some(from_b.clone()))))).unwrap();
    assert_eq!(
        (preview.new, preview.concurrent, preview.disputed.len()),
        (3, 1, 1)
    );
    run(a.take_staged(false)).unwrap();
    take(&mut b, &from_a);
    let questions = |desk: &mut Desk| run(desk.case_page(case)).unwrap().unwrap().case.questions();
    assert_eq!((questions(&mut a), questions(&mut b)), (1, 1));
    act(&mut b, Some(case), correct(DisputeType::Damages)).unwrap();
    let from_b = export(&mut b, Level::Full);
    take(&mut a, &from_b);
    let from_a = export(&mut a, Level::Full);
    take(&mut b, &from_a);
    assert_eq!((questions(&mut a), questions(&mut b)), (0, 0));
    assert_eq!(run(a.digests()).unwrap(), run(b.digests()).unwrap());
    // Once more changes nothing.
    let preview = run(b.read_bundle("a.json", Here::new(Bytes(Some(from_a))))).unwrap();
    assert_eq!((preview.new, preview.fuller), (0, 0));
}

/// What came back from the other desk lies before what this one has written: the case goes out in two pieces, the later
/// one first.
#[test]
fn a_case_that_two_desks_wrote_is_whole_for_a_third() {
    let (mut a, mut b, mut c) = (desk(3), desk(4), desk(5));
    let case = register(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    let note = Command::Note {
        day: Day::new(2026, 11, 23).unwrap(),
        form: NoteForm::Visit,
        text: "去看过了。".into(),
        confidential_to: None,
    };
    act(&mut b, Some(case), note).unwrap();
    take(&mut a, &export(&mut b, Level::Full));
    // Another stream between the two pieces.
    register(&mut a);
    let bundle = export(&mut a, Level::Full);
    let order = String::from_utf8(bundle.clone()).unwrap();
    assert!(order.find("case.noted") < order.find("case.registered"));
    let preview = run(c.read_bundle("a.json", Here::new(Bytes(Some(bundle))))).unwrap();
    assert_eq!((preview.new_cases, preview.changed_cases), (2, 0));
    assert_eq!((preview.unplaced, preview.anomalies), (0, 0));
    assert_eq!(preview.new_organisations, 2);
    let taken = run(c.take_staged(false)).unwrap();
    assert_eq!(taken.cases, 2);
    let shown = |desk: &mut Desk| run(desk.case_page(case)).unwrap().unwrap().case;
    assert_eq!(shown(&mut a), shown(&mut c));
    assert_eq!(c.views().0.rows().count(), 2);
}

#[test]
fn what_a_redacted_bundle_is_for_names_nobody_either() {
    let mut desk = desk(61);
    let mut intake = intake(&mut desk, Day::new(2026, 11, 23).unwrap());
    intake.parties.push(party(PartyRole::Respondent, "孙玉兰"));
    act(&mut desk, None, Command::Register(intake)).unwrap();
    let mut out = |level, purpose| {
        let everything = ExportScope::Everything;
        run(desk.export(&everything, level, purpose, &mut Vec::new())).map(|made| made.cases)
    };
    for purpose in [
        "给张 桂珍的案子",
        "李国强案",
        "孙玉兰案",
        "问 13912345678",
        "赵淑敏带去",
    ] {
        assert_eq!(out(Level::Redacted, purpose), Err(Trouble::PurposeTells));
        assert_eq!(out(Level::Full, purpose), Ok(1));
    }
    assert_eq!(out(Level::Redacted, "2026年11月报司法局"), Ok(1));
}

#[test]
fn what_a_redacted_bundle_is_for_names_no_door_and_nobody_of_the_network_either() {
    let mut here = desk(61);
    let mut other = empty(62);
    let new = NewDesk {
        county: Adcode::new(110_112).unwrap(),
        town: None,
        organisation: "永乐店镇司法所".into(),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: "通永".into(),
        name: "周建国".into(),
    };
    run(other.set_up(new)).unwrap();
    // A mediator who is known here and has nothing to do with the case that goes out.
    take(&mut here, &export(&mut other, Level::Full));
    let day = Day::new(2026, 11, 23).unwrap();
    let mut out = |place: &str, purpose| {
        let mut intake = intake(&mut here, day);
        intake.place = place.into();
        let case = act(&mut here, None, Command::Register(intake))
            .unwrap()
            .case;
        let only = ExportScope::Case(case);
        run(here.export(&only, Level::Redacted, purpose, &mut Vec::new())).map(|made| made.cases)
    };
    let tells = Err(Trouble::PurposeTells);
    assert_eq!(out("肖家林村12号", "周建国带去"), tells);
    assert_eq!(out("肖家林村12号", "肖家林村 １２号邻里纠纷"), tells);
    assert_eq!(out("肖家林村12号", "电话一三八零零一三八零零零"), tells);
    assert_eq!(out("肖家林村12号", "肖家林村邻里纠纷"), Ok(1));
    // A village is no door.
    assert_eq!(out("肖家林村", "肖家林村邻里纠纷"), Ok(1));
}

#[test]
fn a_redacted_bundle_verifies_names_nobody_and_is_filled_by_the_full_one() {
    let mut a = desk(6);
    let case = register(&mut a);
    let (redacted, full) = (export(&mut a, Level::Redacted), export(&mut a, Level::Full));
    for secret in ["张桂珍", "李国强", "13910000118", "肖家林", "院墙"] {
        assert!(
            !String::from_utf8_lossy(&redacted).contains(secret),
            "{secret}"
        );
    }
    let mut b = desk(7);
    take(&mut b, &redacted);
    assert_eq!(found(&b, "张桂珍"), 0);
    let entries = |desk: &mut Desk| run(desk.about()).unwrap().entries;
    let before = entries(&mut b);
    let preview = run(b.read_bundle("full.json", Here::new(Bytes(Some(full))))).unwrap();
    assert!(preview.fuller > 0 && preview.new == 0);
    run(b.take_staged(false)).unwrap();
    // A fuller copy of an entry is the same entry.
    assert_eq!(entries(&mut b), before);
    run(b.take_back()).unwrap();
    assert_eq!(entries(&mut b), before);
    take(&mut b, &export(&mut a, Level::Full));
    assert_eq!(found(&b, "张桂珍"), 1);
    assert_eq!(
        run(b.case_page(case)).unwrap().unwrap().case,
        run(a.case_page(case)).unwrap().unwrap().case
    );
}

/// Fuller copies are no news: whatever heads there are, nobody changed anything.
#[test]
fn what_is_only_filled_was_not_changed_at_both_desks() {
    let (mut a, mut b, mut c) = (desk(17), desk(18), desk(19));
    let case = register(&mut a);
    take(&mut b, &export(&mut a, Level::Full));
    for desk in [&mut a, &mut b] {
        note(desk, case, "打了电话。");
    }
    take(&mut a, &export(&mut b, Level::Full));
    assert_eq!(run(a.case_page(case)).unwrap().unwrap().heads.len(), 2);
    let (redacted, full) = (export(&mut a, Level::Redacted), export(&mut a, Level::Full));
    take(&mut c, &redacted);
    let preview = run(c.read_bundle("full.json", Here::new(Bytes(Some(full))))).unwrap();
    assert!(preview.fuller > 0, "{preview:?}");
    assert_eq!((preview.new, preview.concurrent), (0, 0));
}

/// What was said in confidence is in no export, and in every backup.
#[test]
fn what_was_said_in_confidence_stays_on_the_desk() {
    let mut a = desk(40);
    let case = register(&mut a);
    let note = Command::Note {
        day: Day::new(2026, 11, 23).unwrap(),
        form: NoteForm::Visit,
        text: "底线是三千元".into(),
        confidential_to: Some(run(a.case_page(case)).unwrap().unwrap().case.parties[0].label),
    };
    act(&mut a, Some(case), note).unwrap();
    assert_eq!(found(&a, "底线是三千元"), 0, "nor does a search find it");
    for level in [Level::Full, Level::Redacted] {
        let out = String::from_utf8(export(&mut a, level)).unwrap();
        assert!(!out.contains("底线是三千元"), "{level:?}");
        let mut b = desk(41);
        run(b.read_bundle("x.json", Here::new(Bytes(Some(out.into_bytes()))))).unwrap();
    }
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    assert!(String::from_utf8(backup).unwrap().contains("底线是三千元"));
}

/// The words of a search narrow what goes out as they narrow the list.
#[test]
fn what_was_searched_for_goes_out_and_nothing_beside() {
    let mut desk = desk(91);
    let case = register(&mut desk);
    let other = register(&mut desk);
    let party = run(desk.case_page(other)).unwrap().unwrap().case.parties[0].label;
    let identity = Identity {
        name: "钱满仓".into(),
        ..Identity::default()
    };
    let correct = Command::Correct {
        field: NewValue::Party(party, identity),
        reason: String::new(),
    };
    act(&mut desk, Some(other), correct).unwrap();
    for (search, expected) in [("", 2), (" ", 2), ("qmc", 1), ("张桂珍", 1), ("无此人", 0)] {
        let scope = ExportScope::Cases {
            query: Query::default(),
            search: search.into(),
        };
        let plan = run(desk.plan_export(&scope)).unwrap();
        assert_eq!(plan.cases, expected, "{search}");
        let mut out = Vec::new();
        run(desk.export(&scope, Level::Full, "", &mut out)).unwrap();
        let out = String::from_utf8(out).unwrap();
        let goes = |case: &StreamId| out.contains(&format!("\"stream\":\"{case}\""));
        let found = usize::from(goes(&case)) + usize::from(goes(&other));
        assert_eq!(found as u64, expected, "{search}");
        assert_eq!(goes(&other), expected == 2 || search == "qmc", "{search}");
    }
}

#[test]
fn whose_name_stands_in_a_number_is_said_before_a_file_is_made() {
    let mut desk = desk(90);
    let case = register(&mut desk);
    register(&mut desk);
    let named = |desk: &mut Desk| {
        let plan = run(desk.plan_export(&ExportScope::Everything)).unwrap();
        (plan.named, plan.numbers)
    };
    let correct = |field| Command::Correct {
        field,
        reason: String::new(),
    };
    // The number was given before anybody knew whom it names: the second of a side, and written with a blank and a dot.
    let number = "甲·乙丙字第1号";
    act(
        &mut desk,
        Some(case),
        correct(NewValue::Number(number.into())),
    )
    .unwrap();
    assert_eq!(named(&mut desk), (0, Vec::new()));
    let parties = run(desk.case_page(case)).unwrap().unwrap().case.parties;
    let called = |name: &str| {
        let identity = Identity {
            name: name.into(),
            ..Identity::default()
        };
        correct(NewValue::Party(parties[1].label, identity))
    };
    act(&mut desk, Some(case), called("甲乙 丙")).unwrap();
    assert_eq!(named(&mut desk), (1, vec![number.to_owned()]));
    // Neither another name nor another number takes it out of the record.
    act(&mut desk, Some(case), called("丁戊己")).unwrap();
    let other = "字第2号";
    act(
        &mut desk,
        Some(case),
        correct(NewValue::Number(other.into())),
    )
    .unwrap();
    assert_eq!(named(&mut desk), (1, vec![other.to_owned()]));
    // Nor that the case is voided: everything goes out.
    let void = Command::Void {
        registration: run(desk.case_page(case))
            .unwrap()
            .unwrap()
            .registration
            .unwrap(),
        reason: RetractionReason::Trial,
    };
    act(&mut desk, Some(case), void).unwrap();
    assert_eq!(named(&mut desk), (1, vec![other.to_owned()]));
    // A mediator's.
    let case = register(&mut desk);
    act(
        &mut desk,
        Some(case),
        accept(Day::new(2026, 11, 24).unwrap()),
    )
    .unwrap();
    let about = run(desk.about()).unwrap().desk.unwrap();
    let assign = Command::Assign {
        day: Day::new(2026, 11, 24).unwrap(),
        mediators: vec![about.acting],
        chosen_by: ChosenBy::Committee,
    };
    act(&mut desk, Some(case), assign).unwrap();
    let number = format!("{}1号", about.acting_name);
    act(&mut desk, Some(case), correct(NewValue::Number(number))).unwrap();
    assert_eq!(named(&mut desk).0, 2);
}
