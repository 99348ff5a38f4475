//! The public schema fits what the tool writes, and nothing that is broken.

use std::fs;

use ed25519_dalek::SigningKey;
use jsonschema::Validator;
use langqiao::exchange::bundle::Level;
use langqiao::record::World;
use serde_json::{Value, json};

use super::tool::{SAMPLE, bundle, done, every_kind, folder, in_world};

fn schema() -> Validator {
    let schema: Value =
        serde_json::from_str(include_str!("../../public/schema/bundle-1.json")).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn what_the_tool_writes_fits() {
    let folder = folder("schema");
    let schema = schema();
    fs::write(folder.join("full.json"), &*SAMPLE).unwrap();
    let redacted = done(&folder, &["redact", "full.json"]);
    let real: Vec<String> = every_kind()
        .iter()
        .map(|text| in_world(text, None))
        .collect();
    let key = SigningKey::from_bytes(&[7; 32]);
    for text in [
        String::from_utf8(SAMPLE.clone()).unwrap(),
        redacted,
        bundle(World::Training, Level::Full, &every_kind(), None),
        bundle(World::Real, Level::Full, &real, Some(&key)),
        bundle(World::Real, Level::Redacted, &[], None),
    ] {
        let value: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<_> = schema.iter_errors(&value).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn what_is_broken_does_not_fit() {
    let schema = schema();
    let good: Value = serde_json::from_slice(&SAMPLE).unwrap();
    let with_leaf = good["entries"]
        .as_array()
        .unwrap()
        .iter()
        .position(|line| line["private"][0].is_object())
        .unwrap();
    let leaf = format!("/entries/{with_leaf}/private/0");
    for (at, value) in [
        ("/format", json!("langqiao-parcel")),
        ("/version", json!(2)),
        ("/level", json!("half")),
        ("/level", json!("redacted")),
        ("/world", json!("real")),
        ("/world", json!("Training")),
        ("/exported_at", json!("2026-11-24 18:00")),
        ("/exported_by/desk", json!("AAAAAAAAAAAAAAAAAAAAAB")),
        ("/count", json!(-1)),
        ("/digest", json!("short")),
        ("/entries", json!({})),
        ("/entries/0/id", json!("AAAAAAAAAAAAAAAAAAAAAAAAAAB")),
        ("/entries/0/entry/n", json!(0)),
        ("/entries/0/entry/seq", json!(1.5)),
        ("/entries/0/entry/kind", json!("Case.Registered")),
        ("/entries/0/entry/data", json!([])),
        ("/entries/0/entry/after", json!(["x"])),
        ("/entries/0/entry/stream", json!("case")),
        ("/entries/0/entry/world", json!(null)),
        ("/entries/0/entry", json!({})),
        ("/entries/0/private", json!({})),
        (leaf.as_str(), json!({"value": {}})),
        (leaf.as_str(), json!("open")),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(at).unwrap() = value;
        assert!(!schema.is_valid(&broken), "{at}");
    }
    for (at, field) in [
        ("", "entries"),
        ("", "digest"),
        ("/entries/0", "private"),
        ("/entries/0/entry", "world"),
    ] {
        let mut broken = good.clone();
        broken
            .pointer_mut(at)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field)
            .unwrap();
        assert!(!schema.is_valid(&broken), "{at} without {field}");
    }
    let mut more = good.clone();
    more["entries"][0]["note"] = json!(1);
    assert!(!schema.is_valid(&more));
    // What a newer version adds to an entry or to the head fits.
    let mut newer = good;
    newer["mood"] = json!("calm");
    newer["entries"][0]["entry"]["mood"] = json!("calm");
    assert!(schema.is_valid(&newer));
}
