//! The grammar of a line: each rule broken once, and refused with its name and place.

use langqiao::domain::id::{DeskId, EntryId};
use langqiao::record::canonical::Fault;
use langqiao::record::line::{self, LEAVES, LONGEST, PARENTS};
use proptest::prelude::*;
use serde_json::json;

use crate::examples;
use crate::writing::{Sketch, case_stream, finish};

fn sketch() -> Sketch {
    Sketch::new(
        case_stream(1),
        "case.noted",
        json!({"day": "2026-03-01", "form": "note"}),
    )
    .leaf("narrative", "record", json!({"text": "邻里纠纷"}))
    .leaf("identity", "self", json!({"name": "王"}))
}

/// What is wrong with a line, and the text that stands at that place.
fn refused(text: &str) -> Option<(Fault, String)> {
    let flaw = line::read(text.as_bytes()).err()?;
    let rest = text.get(flaw.at..).unwrap_or("?");
    Some((flaw.fault, rest.chars().take(12).collect()))
}

fn check(name: &str, text: &str, fault: Fault, place: &str) {
    let Some((found, at)) = refused(text) else {
        panic!("{name}: was read: {text}")
    };
    assert_eq!(
        (found, at.as_str()),
        (fault, &*place.chars().take(12).collect::<String>()),
        "{name}: {text}"
    );
}

/// A line whose entry's text was changed, its id made anew.
fn entry_with(from: &str, to: &str) -> String {
    let (entry, open) = sketch().parts();
    assert!(entry.contains(from), "{from} in {entry}");
    finish(&entry.replacen(from, to, 1), &open.join(","))
}

fn outer_with(from: &str, to: &str) -> String {
    let text = sketch().line();
    assert!(text.contains(from), "{from} in {text}");
    text.replacen(from, to, 1)
}

#[test]
fn a_line_is_read() {
    let text = sketch().line();
    let line = line::read(text.as_bytes()).unwrap();
    assert_eq!((line.kind, line.n, line.leaves.len()), ("case.noted", 1, 2));
    assert_eq!(line.leaves[0].value, Some("{\"text\":\"邻里纠纷\"}"));
}

#[test]
fn spelling() {
    let data = "{\"day\":\"2026-03-01\",\"form\":\"note\"}";
    for (name, to, fault, place) in [
        (
            "a blank",
            "{\"a\": 1}",
            Fault::Whitespace,
            " 1},\"kind\":\"",
        ),
        (
            "a line break",
            "{\"a\":1\n}",
            Fault::Whitespace,
            "\n},\"kind\":\"c",
        ),
        (
            "keys out of order",
            "{\"b\":1,\"a\":2}",
            Fault::KeysUnsorted,
            "\"a\":2},\"kind",
        ),
        (
            "keys in the order of UTF-8",
            "{\"\u{fb33}\":1,\"😀\":2}",
            Fault::KeysUnsorted,
            "\"😀\":2},\"kind\":",
        ),
        (
            "a key twice",
            "{\"a\":1,\"a\":2}",
            Fault::KeyTwice,
            "\"a\":2},\"kind",
        ),
        (
            "an escape that is shorter",
            "{\"a\":\"\\u000a\"}",
            Fault::Escape,
            "\\u000a\"},\"kin",
        ),
        (
            "an escape in capitals",
            "{\"a\":\"\\u001F\"}",
            Fault::Escape,
            "\\u001F\"},\"kin",
        ),
        (
            "an escape that needs none",
            "{\"a\":\"\\u0041\"}",
            Fault::Escape,
            "\\u0041\"},\"kin",
        ),
        (
            "an escaped stroke",
            "{\"a\":\"\\/\"}",
            Fault::Escape,
            "\\/\"},\"kind\":",
        ),
        (
            "a bare control character",
            "{\"a\":\"\t\"}",
            Fault::Escape,
            "\t\"},\"kind\":\"",
        ),
        (
            "a lone surrogate",
            "{\"a\":\"\\ud83d\"}",
            Fault::LoneSurrogate,
            "\\ud83d\"},\"kin",
        ),
        (
            "a pair, escaped",
            "{\"a\":\"\\ud83d\\ude00\"}",
            Fault::LoneSurrogate,
            "\\ud83d\\ude00",
        ),
        (
            "a fraction",
            "{\"a\":1.5}",
            Fault::Fraction,
            "1.5},\"kind\":",
        ),
        (
            "an exponent",
            "{\"a\":1e3}",
            Fault::Fraction,
            "1e3},\"kind\":",
        ),
        (
            "minus nought",
            "{\"a\":-0}",
            Fault::Number,
            "-0},\"kind\":\"",
        ),
        (
            "a leading nought",
            "{\"a\":01}",
            Fault::Number,
            "01},\"kind\":\"",
        ),
        (
            "2^53",
            "{\"a\":9007199254740992}",
            Fault::Number,
            "900719925474",
        ),
        (
            "-2^53",
            "{\"a\":-9007199254740992}",
            Fault::Number,
            "-90071992547",
        ),
        (
            "an unknown word",
            "{\"a\":nil}",
            Fault::Unexpected,
            "il},\"kind\":\"",
        ),
        (
            "a comma at the end",
            "{\"a\":1,}",
            Fault::Unexpected,
            "},\"kind\":\"ca",
        ),
        ("no value", "{\"a\":}", Fault::Unexpected, "},\"kind\":\"ca"),
    ] {
        check(name, &entry_with(data, to), fault, place);
    }
    // The line, the entry and its data are three of the sixteen.
    let deep = |n: usize| format!("{{\"a\":{}{}}}", "[".repeat(n), "]".repeat(n));
    assert_eq!(refused(&entry_with(data, &deep(13))), None);
    check(
        "too deep",
        &entry_with(data, &deep(14)),
        Fault::TooDeep,
        "[]]]]]]]]]]]",
    );
    let brackets = format!("{{\"entry\":{}", "[".repeat(LONGEST / 2));
    assert_eq!(refused(&brackets).unwrap().0, Fault::Unexpected);
    let brackets = entry_with(data, &"{\"a\":".repeat(100_000));
    assert_eq!(refused(&brackets).unwrap().0, Fault::TooDeep);
}

#[test]
fn length() {
    let of =
        |n: usize| Sketch::new(case_stream(1), "case.noted", json!({"a": "x".repeat(n)})).line();
    let beside = of(0).len();
    assert_eq!(refused(&of(LONGEST - beside)), None);
    let long = of(LONGEST - beside + 1);
    let flaw = line::read(long.as_bytes()).unwrap_err();
    assert_eq!((flaw.at, flaw.fault), (LONGEST, Fault::TooLong));
    let bytes = [&sketch().line().as_bytes()[..40], &[0xff], b"\"}"].concat();
    let flaw = line::read(&bytes).unwrap_err();
    assert_eq!((flaw.at, flaw.fault), (40, Fault::NotUtf8));
}

#[test]
fn a_line_that_ends_anywhere_is_refused() {
    let text = sketch().line();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let flaw = line::read(&text.as_bytes()[..end]).unwrap_err();
        assert_eq!(
            (flaw.at, flaw.fault),
            (end, Fault::CutOff),
            "{}",
            &text[..end]
        );
    }
    for more in [" ", "\n", "x", "{}"] {
        check(
            "more after the end",
            &format!("{text}{more}"),
            Fault::Trailing,
            more,
        );
    }
}

#[test]
fn parents() {
    let of = |parents: &[String]| {
        refused(&sketch().with("after", json!(parents)).line()).map(|(fault, _)| fault)
    };
    let mut ids: Vec<String> = (0..=PARENTS as u8)
        .map(|n| EntryId([n; 20]).to_string())
        .collect();
    ids.sort();
    assert_eq!(of(&ids[..PARENTS]), None);
    assert_eq!(of(&ids), Some(Fault::Parents));
    assert_eq!(of(&[ids[1].clone(), ids[0].clone()]), Some(Fault::Parents));
    assert_eq!(of(&[ids[1].clone(), ids[1].clone()]), Some(Fault::Parents));
    // The order is that of the text: '-' comes before 'A', though it stands for a greater number.
    let (dash, a) = (
        EntryId([0xfb; 20]).to_string(),
        EntryId([0; 20]).to_string(),
    );
    assert!(dash.starts_with('-') && a.starts_with('A'));
    assert_eq!(of(&[dash.clone(), a.clone()]), None);
    assert_eq!(of(&[a, dash]), Some(Fault::Parents));
}

#[test]
fn every_field_is_there_and_of_its_kind() {
    let (entry, _) = sketch().parts();
    let whole: serde_json::Value = serde_json::from_str(&entry).unwrap();
    for field in [
        "after", "at", "by", "data", "kind", "n", "private", "seq", "stream", "who",
    ] {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(field);
        let text = finish(&crate::writing::canon(&less), "");
        check(
            field,
            &text,
            Fault::Missing(field),
            &text[text.find(",\"id\":").unwrap()..],
        );
    }
    let desk = DeskId([1; 16]).to_string();
    let stray = format!("{}R", &desk[..21]);
    for (field, values) in [
        (
            "at",
            vec![
                json!("2026-02-30T08:00"),
                json!("2026-03-01 08:00"),
                json!("2026-03-01T08:00:00"),
                json!("2026-03-01T24:00"),
                json!(7),
            ],
        ),
        (
            "by",
            vec![
                json!(&desk[1..]),
                json!(stray),
                json!(format!("{desk}=")),
                json!("+".repeat(22)),
                json!(null),
            ],
        ),
        ("data", vec![json!([]), json!("x"), json!(null)]),
        (
            "kind",
            vec![
                json!(""),
                json!("Case"),
                json!("案"),
                json!("a b"),
                json!("a".repeat(65)),
                json!({}),
            ],
        ),
        ("must_understand", vec![json!(false), json!(null), json!(1)]),
        ("n", vec![json!(0), json!(-1), json!("1"), json!(null)]),
        ("seq", vec![json!(0), json!(-1), json!("1")]),
        (
            "stream",
            vec![
                json!("case"),
                json!("Case/AwMDAwMDAwMDAwMDAwMDAw"),
                json!(format!("case/{stray}")),
                json!("a_very_long_kind_/AwMDAwMDAwMDAwMDAwMDAw"),
            ],
        ),
        ("who", vec![json!(""), json!(desk)]),
        ("world", vec![json!(""), json!("Training"), json!(null)]),
    ] {
        for value in values {
            let text = sketch().with(field, value.clone()).line();
            let at = format!("\"{field}\":{value}");
            let place = text.find(&at).unwrap() + field.len() + 3;
            check(&at, &text, Fault::Malformed(field), &text[place..]);
        }
    }
    // Unknown fields of the entry are a newer version's, and are hashed with the rest.
    assert_eq!(
        refused(&sketch().with("zodiac", json!({"sign": 4})).line()),
        None
    );
}

#[test]
fn outer_fields() {
    let text = sketch().line();
    check(
        "no entry",
        "{\"id\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQE\",\"private\":[]}",
        Fault::Missing("entry"),
        "",
    );
    let id = text.find(",\"id\":").unwrap()..text.find(",\"private\":[{\"salt").unwrap();
    check(
        "no id",
        &text.replacen(&text[id.clone()], "", 1),
        Fault::Missing("id"),
        "",
    );
    check(
        "no leaves",
        &format!("{}}}", &text[..id.end]),
        Fault::Missing("private"),
        "",
    );
    let open = format!("{},\"quick\":1}}", &text[..text.len() - 1]);
    check("an unknown field", &open, Fault::UnknownField, "1}");
    let wrong = text.replacen(
        &text[id.clone()],
        &format!(",\"id\":\"{}\"", EntryId([9; 20])),
        1,
    );
    check("another id", &wrong, Fault::IdDiffers, "\"CQkJCQkJCQk");
    check(
        "an id with stray bits",
        &text.replacen(
            &text[id.clone()],
            ",\"id\":\"CQkJCQkJCQkJCQkJCQkJCQkJCQl\"",
            1,
        ),
        Fault::Malformed("id"),
        "\"CQkJCQkJCQk",
    );
    check(
        "an id that is no text",
        &text.replacen(&text[id], ",\"id\":9", 1),
        Fault::Malformed("id"),
        "9,\"private\":",
    );
    assert_eq!(refused("").unwrap().0, Fault::CutOff);
    assert_eq!(refused("[]").unwrap().0, Fault::Unexpected);
}

#[test]
fn leaves() {
    check(
        "a word changed",
        &outer_with("邻里", "邻居"),
        Fault::LeafDiffers,
        "{\"salt\":\"AAAA",
    );
    check(
        "the other leaf changed",
        &outer_with("\"王\"", "\"玉\""),
        Fault::LeafDiffers,
        "{\"salt\":\"AQEB",
    );
    let (entry, open) = sketch().parts();
    let with = |open: &[&str]| finish(&entry, &open.join(","));
    let (one, two) = (open[0].as_str(), open[1].as_str());
    for left in [[one, "null"], ["null", two], ["null", "null"], [one, two]] {
        assert_eq!(refused(&with(&left)), None);
    }
    check(
        "leaves swapped",
        &with(&[two, one]),
        Fault::LeafDiffers,
        "{\"salt\":\"AQEB",
    );
    check(
        "a leaf too few",
        &with(&[one]),
        Fault::LeafCount,
        "[{\"salt\":\"AAAA",
    );
    check(
        "a leaf too many",
        &with(&[one, two, "null"]),
        Fault::LeafCount,
        "[{\"salt\":\"AAAA",
    );
    check(
        "no salt",
        &with(&["{\"value\":{}}", two]),
        Fault::Missing("salt"),
        ",{\"salt\":\"AQ",
    );
    check(
        "no value",
        &with(&["{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\"}", two]),
        Fault::Missing("value"),
        ",{\"salt\":\"AQ",
    );
    check(
        "a short salt",
        &with(&["{\"salt\":\"AAAA\",\"value\":1}", two]),
        Fault::Malformed("salt"),
        "\"AAAA\",\"valu",
    );
    check(
        "no object",
        &with(&["7", two]),
        Fault::Unexpected,
        "7,{\"salt\":\"A",
    );
    let listed = |value| sketch().with("private", value).line();
    let named = EntryId([1; 20]).to_string();
    let flaw = |value| refused(&listed(value)).map(|(fault, _)| fault);
    assert_eq!(
        flaw(json!([{"digest": named}])),
        Some(Fault::Missing("class"))
    );
    assert_eq!(
        flaw(json!([{"class": "place"}])),
        Some(Fault::Missing("digest"))
    );
    assert_eq!(
        flaw(json!([{"class": "Place", "digest": named}])),
        Some(Fault::Malformed("class"))
    );
    assert_eq!(
        flaw(json!([{"class": "place", "digest": "x"}])),
        Some(Fault::Malformed("digest"))
    );
    assert_eq!(
        flaw(json!([{"class": "place", "digest": named, "of": "张 三"}])),
        Some(Fault::Malformed("of"))
    );
    let many = |n: usize| vec![json!({"class": "place", "digest": named}); n];
    assert_eq!(
        flaw(json!(many(LEAVES))),
        Some(Fault::LeafCount),
        "two leaves hang there"
    );
    assert_eq!(flaw(json!(many(LEAVES + 1))), Some(Fault::TooManyLeaves));
    let nulls = vec!["null"; LEAVES + 1];
    check(
        "too many hang there",
        &with(&nulls),
        Fault::TooManyLeaves,
        "null]}",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever single byte is changed, in whatever kind of entry, the line is refused.
    #[test]
    fn one_changed_byte_is_always_seen(example in 0usize..44, place in any::<prop::sample::Index>(), to in any::<u8>()) {
        let text = include_str!("../fixtures/record/entries.jsonl").lines().nth(example).unwrap();
        prop_assert!(line::read(text.as_bytes()).is_ok());
        let mut bytes = text.as_bytes().to_vec();
        let place = place.index(bytes.len());
        let same = bytes[place] == to;
        bytes[place] = to;
        prop_assert_eq!(line::read(&bytes).is_ok(), same, "byte {} to {}", place, to);
    }

    /// And no bytes at all make it stumble.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(line::read(&bytes).is_err());
    }
}

#[test]
fn the_golden_file_has_as_many_lines_as_are_drawn_from() {
    assert_eq!(examples::all().len(), 44);
}
