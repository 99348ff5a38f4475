//! What a newer version wrote passes through this one unharmed, byte for byte.

use langqiao::domain::case::state::Anomaly;
use langqiao::domain::case::{Command, Refusal, decide};
use langqiao::domain::catalogue::{Event, Retracted, RetractionReason};
use langqiao::domain::context::Context;
use langqiao::record::compose::{fuller, with_leaves};
use langqiao::record::{Record, World, line};
use proptest::prelude::*;
use serde_json::json;

use crate::desks::Desks;
use crate::raw::newer;
use crate::writing::{Seed, Sketch, case_stream, mediator};

proptest! {
    #[test]
    fn a_newer_entry_passes_byte_for_byte(seed in any::<u64>()) {
        let seed = Seed::of(seed);
        let text = newer(case_stream(0), &seed).line();
        let line = line::read(text.as_bytes()).unwrap();
        let bare = with_leaves(&line, |_| false);
        let mut record = Record::of(World::Real);
        record.insert(bare.as_bytes()).unwrap();
        let mut other = Record::default();
        other.insert(text.as_bytes()).unwrap();
        record.merge(&other).unwrap();
        prop_assert_eq!(record.lines().collect::<Vec<_>>(), vec![text.as_str()]);
        let bare = line::read(bare.as_bytes()).unwrap();
        prop_assert_eq!(fuller(&bare, &line), fuller(&line, &bare));
    }
}

fn folded(sketch: Sketch) -> (Event, Vec<Anomaly>) {
    let mut record = Record::default();
    record.insert(sketch.line().as_bytes()).unwrap();
    let chronicle = record.chronicle(&case_stream(0));
    (
        chronicle.told[0].fact.event.clone(),
        chronicle.case().anomalies,
    )
}

#[test]
fn what_is_not_known_is_folded_past_and_what_cannot_be_read_is_shown() {
    let of = |kind: &str, data| Sketch::new(case_stream(0), kind, data);
    let (event, anomalies) = folded(of("case.blessed", json!({})));
    assert_eq!(
        (event, anomalies),
        (
            Event::Unknown {
                kind: "case.blessed".into()
            },
            vec![]
        )
    );
    let (event, anomalies) = folded(of("case.corrected", json!({"field": {"weather": "雨"}})));
    assert_eq!(
        (event, anomalies),
        (
            Event::Unknown {
                kind: "case.corrected".into()
            },
            vec![]
        )
    );
    let (event, anomalies) = folded(of("case.corrected", json!({"field": "mood"})));
    assert_eq!(
        (event, anomalies),
        (
            Event::Unknown {
                kind: "case.corrected".into()
            },
            vec![]
        )
    );
    // A field that is known, with a value that cannot be one.
    let (event, anomalies) = folded(of("case.corrected", json!({"field": {"day": "someday"}})));
    assert_eq!(
        event,
        Event::Unreadable {
            kind: "case.corrected".into()
        }
    );
    assert!(matches!(&anomalies[..], [Anomaly::Unreadable { .. }]));
    // An unknown value of a known field, and a field that this version does not have.
    let (event, anomalies) = folded(of(
        "case.noted",
        json!({"day": "2026-03-02", "form": "hologram", "zodiac": 4}),
    ));
    assert!(
        matches!(event, Event::CaseNoted(ref noted) if noted.form.code() == "hologram"),
        "{event:?}"
    );
    assert_eq!(anomalies, vec![]);
}

#[test]
fn what_must_be_understood_stops_writing_until_it_is_retracted() {
    let of = |kind: &str, data| {
        Sketch::new(case_stream(0), kind, data).with("must_understand", json!(true))
    };
    let erased = json!({"leaves": [{"entry": "AQEBAQEBAQEBAQEBAQEBAQEBAQE", "leaf": 0}]});
    let mut wider = erased.clone();
    wider["until"] = json!("2027");
    let cases = [
        ("an unknown kind", of("case.blessed", json!({})), true),
        ("a known kind", of("erased", erased.clone()), false),
        (
            "an unknown field beside",
            of("erased", erased).with("zodiac", json!(1)),
            true,
        ),
        ("an unknown field within", of("erased", wider), true),
        (
            "a shape that cannot be read",
            of("erased", json!({"leaves": "all"})),
            true,
        ),
    ];
    for (name, sketch, stops) in cases {
        let mut desks = Desks::new(1);
        desks.act(0, 0, &Seed::of(0));
        let heads = desks.desks[0].record.chronicle(&case_stream(0)).heads;
        let text = sketch
            .after(&heads)
            .with("n", json!(2))
            .with("seq", json!(9))
            .line();
        let id = line::read(text.as_bytes()).unwrap().id;
        desks.desks[0].record.insert(text.as_bytes()).unwrap();
        let asked = |desks: &Desks, command: Command| {
            let seed = Seed::of(1);
            let state = desks.desks[0].record.chronicle(&case_stream(0)).case();
            let context = Context {
                now: desks.now,
                who: mediator(0),
                next_number: None,
                chance: &seed,
            };
            decide(&state, command, &context)
        };
        let note = || Command::Note {
            day: desks.now.day(),
            form: langqiao::domain::case::event::NoteForm::Note,
            text: "记".into(),
            confidential_to: None,
        };
        let refused = matches!(asked(&desks, note()), Err(Refusal::NotUnderstood { .. }));
        assert_eq!(refused, stops, "{name}");
        let retract = Command::Retract {
            entry: id,
            reason: RetractionReason::Mistake,
        };
        assert!(
            asked(&desks, retract).is_ok(),
            "{name}: retracting is always allowed"
        );
        let note = note();
        let event = Event::Retracted(Retracted {
            entry: id,
            reason: RetractionReason::Mistake,
        });
        desks.append(0, case_stream(0), &event, &[], &Seed::of(2));
        assert!(asked(&desks, note).is_ok(), "{name}: and lifts it");
    }
}
