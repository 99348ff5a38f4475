//! Section 1 fixes every id for ever: lines of every kind, and their ids, as they were first written.

use std::collections::BTreeSet;

use langqiao::domain::case::CaseField;
use langqiao::domain::catalogue::Event;
use langqiao::domain::id::{DeskId, EntryId};
use langqiao::domain::leaf::{Leaf, LeafValue};
use langqiao::record::compose::{Head, compose};
use langqiao::record::{Record, World, line};
use serde_json::Value;

use crate::examples;
use crate::writing::{Seed, canon, case_stream, mediator, moment};

const GOLDEN: &str = include_str!("../fixtures/record/entries.jsonl");
const DIGESTS: &str = include_str!("../fixtures/record/digests.json");

/// Every example, one after the other in one stream.
fn written() -> Vec<(String, Event, Vec<Leaf>)> {
    let seed = Seed::of(20_261_124);
    let mut after: Vec<EntryId> = Vec::new();
    let mut lines = Vec::new();
    for (i, (event, leaves)) in examples::all().into_iter().enumerate() {
        let head = Head {
            after: &after,
            at: moment("2026-11-24T14:30"),
            by: DeskId([1; 16]),
            n: i as u64 + 1,
            seq: i as u64 + 1,
            stream: case_stream(1),
            who: mediator(1),
            world: &World::Training,
        };
        let composed = compose(&head, &event, &leaves, &seed);
        // Now and then two parents, in the order of their texts and not of their bytes.
        if i % 5 == 4 {
            after.push(composed.id);
        } else {
            after = vec![composed.id];
        }
        lines.push((composed.line, event, leaves));
    }
    lines
}

#[test]
fn every_kind_has_an_example() {
    let kinds: Vec<String> = examples::all()
        .iter()
        .map(|(event, _)| event.kind().to_owned())
        .collect();
    for kind in Event::KINDS {
        assert!(kinds.iter().any(|k| k == kind), "{kind}");
    }
}

#[test]
fn a_correction_stands_on_its_line_under_the_name_of_its_field() {
    let mut names = BTreeSet::new();
    for (event, _) in examples::all() {
        let Event::CaseCorrected(data) = event else {
            continue;
        };
        let name = match serde_json::to_value(&data.field).unwrap() {
            Value::String(name) => name,
            Value::Object(one) => one.into_iter().next().unwrap().0,
            odd => panic!("{odd}"),
        };
        assert_eq!(name, data.field.field().name());
        assert!(CaseField::is_name(&name), "{name}");
        names.insert(name);
    }
    assert_eq!(
        names.len(),
        CaseField::SINGLE.len() + 2,
        "an example of each, of a party's and a step's"
    );
}

#[test]
fn every_kind_is_written_canonically_and_read_back() {
    for (text, event, leaves) in written() {
        let kind = event.kind().to_owned();
        let line =
            line::read(text.as_bytes()).unwrap_or_else(|flaw| panic!("{kind}: {flaw} in {text}"));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(canon(&value), text, "{kind}");
        assert_eq!(Event::read(line.kind, line.data), event, "{kind}");
        assert_eq!(
            line.must_understand,
            event.saying().must_be_understood,
            "{kind}"
        );
        let mut record = Record::default();
        record.insert(text.as_bytes()).unwrap();
        let seen = record.chronicle(&case_stream(1)).told[0]
            .fact
            .leaves
            .clone();
        let seen: Vec<_> = if matches!(event, Event::Erased(_)) {
            vec![]
        } else {
            seen
        };
        let expected: Vec<_> = leaves
            .into_iter()
            .map(langqiao::domain::leaf::SeenLeaf::from)
            .collect();
        assert_eq!(seen, expected, "{kind}");
        assert!(
            expected
                .iter()
                .all(|leaf| leaf.value != Some(LeafValue::Unknown))
        );
    }
}

/// Were this to fail, every desk's record of the past would be another's: mend the code, not the file.
/// New kinds and fields get new lines at the end (`LANGQIAO_GOLDEN=1` writes the file anew).
#[test]
fn ids_never_change() {
    let lines: Vec<String> = written().into_iter().map(|(text, ..)| text).collect();
    let mut record = Record::default();
    for text in &lines {
        record.insert(text.as_bytes()).unwrap();
    }
    let digests = record.digests();
    let digests = format!(
        "{{\"entries\":{},\"entries_digest\":\"{}\",\"opened_digest\":\"{}\"}}\n",
        lines.len(),
        digests.entries,
        digests.opened
    );
    if std::env::var_os("LANGQIAO_GOLDEN").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/record");
        std::fs::write(format!("{folder}/entries.jsonl"), lines.join("\n") + "\n").unwrap();
        std::fs::write(format!("{folder}/digests.json"), &digests).unwrap();
        return;
    }
    let golden: Vec<&str> = GOLDEN.lines().collect();
    assert_eq!(golden.len(), lines.len());
    for (kept, now) in golden.iter().zip(&lines) {
        assert_eq!(kept, now);
    }
    assert_eq!(DIGESTS, digests);
}
