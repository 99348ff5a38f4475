//! The grammar of a line, its fields: parents, ids, moments, counts, leaves.

use langqiao::domain::id::{DeskId, EntryId};
use langqiao::record::canonical::Fault;
use langqiao::record::line::{LEAVES, PARENTS};
use serde_json::json;

use crate::writing::finish;

use crate::grammar::*;

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
