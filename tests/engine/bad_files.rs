//! Files that are no bundles, or not whole: each says what is wrong and where, and changes nothing.

use super::*;

fn says_cut_off(problem: &BadFileProblem) -> bool {
    matches!(
        problem,
        BadFileProblem::CutOff | BadFileProblem::Line(FaultName::CutOff)
    )
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
