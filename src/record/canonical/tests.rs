use super::*;

fn refused(text: &str) -> Option<Fault> {
    let mut scanner = Scanner::new(text.as_bytes()).unwrap();
    scanner
        .value()
        .and_then(|_| scanner.end())
        .err()
        .map(|flaw| flaw.fault)
}

#[test]
fn one_spelling_is_read() {
    for good in [
        r#"{}"#,
        r#"[]"#,
        r#"[1,-1,0,9007199254740991,true,false,null]"#,
        r#"{"a":{"b":"\u001f\n\\\""},"b":"汉字😀"}"#,
        "{\"\u{20ac}\":1,\"😀\":2,\"\u{fb33}\":3}",
    ] {
        assert_eq!(refused(good), None, "{good}");
    }
}

#[test]
fn each_other_spelling_is_refused_by_name() {
    for (bad, fault) in [
        ("{", Fault::CutOff),
        ("", Fault::CutOff),
        ("\"a", Fault::CutOff),
        ("-", Fault::CutOff),
        ("[1, 2]", Fault::Whitespace),
        (" 1", Fault::Whitespace),
        ("1 ", Fault::Trailing),
        ("nul", Fault::CutOff),
        (r#"{"b":1,"a":2}"#, Fault::KeysUnsorted),
        (r#"{"a":1,"a":2}"#, Fault::KeyTwice),
        ("{\"\u{fb33}\":1,\"😀\":2}", Fault::KeysUnsorted),
        (r#""\u0041""#, Fault::Escape),
        (r#""\u001F""#, Fault::Escape),
        (r#""\u000a""#, Fault::Escape),
        (r#""\/""#, Fault::Escape),
        ("\"\n\"", Fault::Escape),
        (r#""\ud800""#, Fault::LoneSurrogate),
        ("1.5", Fault::Fraction),
        ("1e3", Fault::Fraction),
        ("01", Fault::Number),
        ("-0", Fault::Number),
        ("9007199254740992", Fault::Number),
        ("99999999999999999999999", Fault::Number),
        ("+1", Fault::Unexpected),
        (&"[".repeat(17), Fault::TooDeep),
        (&"[".repeat(1_000_000), Fault::TooDeep),
    ] {
        assert_eq!(refused(bad), Some(fault), "{:.60}", bad);
    }
    assert!(matches!(
        Scanner::new(b"\"\xff\""),
        Err(Flaw {
            at: 1,
            fault: Fault::NotUtf8
        })
    ));
}

#[test]
fn keys_are_in_the_order_of_their_utf_16_units() {
    let units = |key: &str| unescape(key).encode_utf16().collect::<Vec<_>>();
    let letters = [
        "", "a", "b", r"\n", r"\\", r"\u001f", "é", "€", "\u{fb33}", "😀",
    ];
    let pairs = letters
        .iter()
        .flat_map(|a| letters.map(|b| [*a, b].concat()));
    let keys: Vec<String> = pairs.collect();
    for a in &keys {
        for b in &keys {
            assert_eq!(compare_keys(a, b), units(a).cmp(&units(b)), "{a} {b}");
        }
    }
}
