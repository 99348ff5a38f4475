//! What goes out and comes in: bundles between desks, backups, files that are none.

use langqiao::exchange::bundle::Concerned;

use super::*;

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
    let named = |cases: &[Concerned]| -> Vec<(StreamId, String)> {
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

#[test]
fn a_backup_gives_back_everything_onto_an_empty_desk_under_a_new_key() {
    let mut a = desk(8);
    register(&mut a);
    run(langqiao::store::Store::keep_draft(
        &a.store,
        "intake",
        "{\"name\":\"王\"}",
    ))
    .unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    // The key that signs for this desk stays here.
    let text = String::from_utf8(backup.clone()).unwrap();
    let desk = run(a.store.note(Note::Desk)).unwrap().unwrap();
    let desk: serde_json::Value = serde_json::from_str(&desk).unwrap();
    let key = desk["key"].as_str().unwrap();
    assert!(!key.is_empty() && !text.contains(key));
    let mut b = empty(9);
    // What stands beside the entries is covered by the digest too.
    let changed = String::from_utf8(backup.clone()).unwrap();
    let changed = changed.replace("通西", "通东");
    let bad = run(b.restore("b.json", Here::new(Bytes(Some(changed.into_bytes())))));
    assert!(matches!(bad, Err(Trouble::BadFile(_))), "{bad:?}");
    run(b.restore("b.json", Here::new(Bytes(Some(backup.clone()))))).unwrap();
    assert_eq!(run(a.digests()).unwrap(), run(b.digests()).unwrap());
    let (of_a, of_b) = (
        run(a.about()).unwrap().desk.unwrap(),
        run(b.about()).unwrap().desk.unwrap(),
    );
    assert_eq!(
        (&of_a.organisation, &of_a.acting, &of_a.number_rule),
        (&of_b.organisation, &of_b.acting, &of_b.number_rule)
    );
    assert_ne!(of_a.fingerprint, of_b.fingerprint);
    let about = run(b.about()).unwrap();
    assert_eq!(
        (about.last_backup.is_some(), about.cases_since_backup),
        (true, 0)
    );
    assert!(
        run(langqiao::store::Store::draft(&b.store, "intake"))
            .unwrap()
            .is_some()
    );
    register(&mut b);
    assert_eq!(found(&b, "第2号"), 1, "numbers go on");
    assert!(matches!(
        run(b.restore("b.json", Here::new(Bytes(Some(backup))))),
        Err(Trouble::NotEmpty)
    ));
}

/// Nothing but the foot is changed: every entry still verifies, and the note still reads.
#[test]
fn a_byte_changed_in_what_a_backup_holds_beside_the_entries_is_refused() {
    let mut a = desk(15);
    register(&mut a);
    run(langqiao::store::Store::keep_draft(
        &a.store,
        "intake",
        "{\"place\":\"A\"}",
    ))
    .unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let text = String::from_utf8(backup.clone()).unwrap();
    let foot = text.find("\n],").unwrap();
    let draft = foot + text[foot..].find("place").unwrap();
    let value = draft + text[draft..].find('A').unwrap();
    let mut changed = backup.clone();
    changed[value] = b'B';
    let mut b = empty(16);
    let restored = run(b.restore("b.json", Here::new(Bytes(Some(changed)))));
    let Err(Trouble::BadFile(bad)) = restored else {
        panic!("{restored:?}");
    };
    assert_eq!(bad.problem, BadFileProblem::DigestDiffers);
    run(b.restore("b.json", Here::new(Bytes(Some(backup))))).unwrap();
}

/// Restored without a desk, a workspace would have entries and could never be set up.
#[test]
fn a_backup_without_its_desk_is_none_and_leaves_the_workspace_empty() {
    let mut a = desk(12);
    register(&mut a);
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let backup = String::from_utf8(backup).unwrap();
    let (head, rest) = backup.split_once(",\"entries\":[\n").unwrap();
    let mut head: Head = serde_json::from_str(&format!("{head}}}")).unwrap();
    head.exported_at = Moment::parse("2026-11-20T18:00").unwrap();
    let entries: Vec<&str> = rest
        .lines()
        .take_while(|line| !line.starts_with(']'))
        .collect();
    let foot = rest.lines().find(|line| line.starts_with(']')).unwrap();
    let foot: serde_json::Value = serde_json::from_str(&foot.replacen("],", "{", 1)).unwrap();
    let sound = foot["backup"].as_str().unwrap();
    let mut note: serde_json::Value = serde_json::from_str(sound).unwrap();
    let with = |note: &str| {
        let mut writer = Writer::new(&head);
        for text in &entries {
            let text = text.trim_end_matches(',');
            writer.line(&line::read(text.as_bytes()).unwrap());
        }
        writer.finish(None, Some(note.to_owned()));
        Here::new(Bytes(Some(writer.out)))
    };
    let mut b = empty(13);
    note["desk"] = serde_json::Value::Null;
    for note in [note.to_string(), String::from("{}"), String::from("desk")] {
        let Err(Trouble::BadFile(bad)) = run(b.restore("b.json", with(&note))) else {
            panic!("{note}");
        };
        assert_eq!(bad.problem, BadFileProblem::NotABackup);
        assert!(run(b.store.manifest()).unwrap().segments.is_empty());
        assert!(b.views().0.is_empty() && run(b.about()).unwrap().desk.is_none());
    }
    // The note itself was all that was wrong.
    run(b.restore("b.json", with(sound))).unwrap();
    let about = run(b.about()).unwrap();
    assert!(about.desk.is_some());
    assert_eq!(about.last_backup, Some(head.exported_at));
    assert_eq!(about.days_since_backup, 4);
    let nobody = run(empty(14).back_up(&mut Vec::new()));
    assert_eq!(nobody.unwrap_err(), Trouble::NoDesk);
}

fn says_cut_off(problem: &BadFileProblem) -> bool {
    matches!(
        problem,
        BadFileProblem::CutOff | BadFileProblem::Line(FaultName::CutOff)
    )
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

#[test]
fn a_bad_file_says_what_is_wrong_and_changes_nothing() {
    let mut a = desk(10);
    register(&mut a);
    let good = export(&mut a, Level::Full);
    let mut b = desk(11);
    let before = run(b.digests()).unwrap();
    let problem = |b: &mut Desk, bytes: Vec<u8>| match run(
        b.read_bundle("x.json", Here::new(Bytes(Some(bytes))))
    ) {
        Err(Trouble::BadFile(bad)) => bad,
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(&mut b, Vec::new()).problem, BadFileProblem::Empty);
    assert_eq!(
        problem(&mut b, b"hello".to_vec()).problem,
        BadFileProblem::NotJson
    );
    assert_eq!(
        problem(&mut b, b"{\"a\":1}\n".to_vec()).problem,
        BadFileProblem::NotABundle
    );
    // An editor saved it anew: over many lines, or all of it on one.
    let again: serde_json::Value = serde_json::from_slice(&good).unwrap();
    let long = "x".repeat(2 << 20);
    let mut large = again.clone();
    large["padding"] = long.into();
    for laid_out in [
        serde_json::to_string_pretty(&again).unwrap(),
        serde_json::to_string_pretty(&again)
            .unwrap()
            .replace('\n', "\r\n"),
        again.to_string(),
        large.to_string(),
    ] {
        let bad = problem(&mut b, laid_out.into_bytes());
        let fault = BadFileProblem::Line(FaultName::NotCanonical);
        assert_eq!((bad.problem, bad.line), (fault, 1));
    }
    assert!(says_cut_off(&problem(&mut b, b"{\n".to_vec()).problem));
    assert_eq!(
        problem(&mut b, vec![b'['; 3 << 20]).problem,
        BadFileProblem::NotJson
    );
    let cut = problem(&mut b, good[..good.len() / 2].to_vec());
    assert!(cut.line > 0, "{cut:?}");
    // Within a letter of Han, and within the first line.
    let han = good.iter().position(|byte| *byte >= 0x80).unwrap();
    for end in [han + 1, han + 2] {
        let cut = problem(&mut b, good[..end].to_vec()).problem;
        assert!(says_cut_off(&cut), "{cut:?}");
    }
    assert!(says_cut_off(&problem(&mut b, b"{\"a\":1".to_vec()).problem));
    let text = String::from_utf8(good.clone()).unwrap();
    for (was, is, fault) in [
        (
            "\"version\":1",
            "\"version\":1,\"version\":1",
            FaultName::KeyTwice,
        ),
        (
            "\"version\":1",
            "\"version\":99999999999999999999",
            FaultName::Malformed("version".into()),
        ),
        (
            "\"version\":1",
            "\"version\":0",
            FaultName::Malformed("version".into()),
        ),
        (
            "\"version\":1",
            "\"version\":\"1\"",
            FaultName::Malformed("version".into()),
        ),
        ("\"version\":1,", "", FaultName::Malformed("version".into())),
        (
            "\"level\":\"full\"",
            "\"level\":\"half\"",
            FaultName::Malformed("head".into()),
        ),
        ("\"entries\":[", "\"entries\": [", FaultName::NotCanonical),
    ] {
        let bad = problem(&mut b, text.replacen(was, is, 1).into_bytes());
        assert_eq!(bad.problem, BadFileProblem::Line(fault), "{is}");
    }
    let more = problem(&mut b, [&good[..], b"x"].concat());
    assert_eq!(more.problem, BadFileProblem::Line(FaultName::NotCanonical));
    let newer =
        String::from_utf8(good.clone())
            .unwrap()
            .replacen("\"version\":1", "\"version\":7", 1);
    assert_eq!(
        problem(&mut b, newer.into_bytes()).problem,
        BadFileProblem::Newer(7)
    );
    for at in (0..good.len()).step_by(31) {
        let mut flipped = good.clone();
        flipped[at] ^= 4;
        assert!(
            run(b.read_bundle("x.json", Here::new(Bytes(Some(flipped))))).is_err(),
            "byte {at}"
        );
    }
    assert_eq!(run(b.digests()).unwrap(), before);
    let mut other = run(Engine::open(
        Memory::default(),
        Bench(Cell::new(1)),
        WorkspaceKind::Sandbox,
    ))
    .unwrap();
    assert!(matches!(
        problem(&mut other, good).problem,
        BadFileProblem::OtherWorld { .. }
    ));
}

/// No JSON has it, and what reads JSON elsewhere would refuse the file.
#[test]
fn a_comma_that_announces_an_entry_where_none_comes_is_refused() {
    let mut a = desk(44);
    register(&mut a);
    let good = String::from_utf8(export(&mut a, Level::Full)).unwrap();
    let comma = good.replacen("\n],", ",\n],", 1);
    assert_ne!(comma, good);
    let mut b = desk(45);
    let read = run(b.read_bundle("x.json", Here::new(Bytes(Some(comma.into_bytes())))));
    let Err(Trouble::BadFile(bad)) = read else {
        panic!("{read:?}");
    };
    assert_eq!(bad.problem, BadFileProblem::NotJson);
    assert!(run(b.read_bundle("x.json", Here::new(Bytes(Some(good.into_bytes()))))).is_ok());
}
