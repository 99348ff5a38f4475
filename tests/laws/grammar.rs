//! The grammar of a line: each rule broken once, and refused with its name and place.

use langqiao::record::canonical::Fault;
use langqiao::record::line::{self, LONGEST};
use proptest::prelude::*;
use serde_json::json;

use crate::writing::{Sketch, case_stream, finish};

pub fn sketch() -> Sketch {
    Sketch::new(
        case_stream(1),
        "case.noted",
        json!({"day": "2026-03-01", "form": "note"}),
    )
    .leaf("narrative", "record", json!({"text": "邻里纠纷"}))
    .leaf("identity", "self", json!({"name": "王"}))
}

/// What is wrong with a line, and the text that stands at that place.
pub fn refused(text: &str) -> Option<(Fault, String)> {
    let flaw = line::read(text.as_bytes()).err()?;
    let rest = text.get(flaw.at..).unwrap_or("?");
    Some((flaw.fault, rest.chars().take(12).collect()))
}

pub fn check(name: &str, text: &str, fault: Fault, place: &str) {
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
pub fn entry_with(from: &str, to: &str) -> String {
    let (entry, open) = sketch().parts();
    assert!(entry.contains(from), "{from} in {entry}");
    finish(&entry.replacen(from, to, 1), &open.join(","))
}

pub fn outer_with(from: &str, to: &str) -> String {
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
            "a line feed at length",
            "{\"a\":\"\\u000a\"}",
            Fault::Escape,
            "\\u000a\"},\"kin",
        ),
        (
            "a backspace at length",
            "{\"a\":\"\\u0008\"}",
            Fault::Escape,
            "\\u0008\"},\"kin",
        ),
        (
            "a tab at length",
            "{\"a\":\"\\u0009\"}",
            Fault::Escape,
            "\\u0009\"},\"kin",
        ),
        (
            "a form feed at length",
            "{\"a\":\"\\u000c\"}",
            Fault::Escape,
            "\\u000c\"},\"kin",
        ),
        (
            "a carriage return at length",
            "{\"a\":\"\\u000d\"}",
            Fault::Escape,
            "\\u000d\"},\"kin",
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

const GOLDEN: &str = include_str!("../fixtures/record/entries.jsonl");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever single byte is changed, in whatever kind of entry, the line is refused.
    #[test]
    fn one_changed_byte_is_always_seen(example in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), to in any::<u8>()) {
        let text = *example.get(&GOLDEN.lines().collect::<Vec<_>>());
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
