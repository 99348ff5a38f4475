//! At the limits: a record stays one that can be read and written on, whatever a desk made up.

use langqiao::domain::case::event::{NoteForm, Noted};
use langqiao::domain::case::state::Anomaly;
use langqiao::domain::catalogue::Event;
use langqiao::record::canonical::GREATEST;
use langqiao::record::compose::with_leaves;
use langqiao::record::line::{LONGEST, PARENTS};
use langqiao::record::{Record, line};
use serde_json::json;

use crate::desks::Desks;
use crate::writing::{Seed, Sketch, case_stream, day};

fn note() -> Event {
    Event::CaseNoted(Noted {
        day: day("2026-03-01"),
        form: NoteForm::Note,
    })
}

/// Three leaves of 400 KiB each: two fit on a line, the three don't, so only parts of it are lines.
#[test]
fn copies_that_are_too_long_together_make_one_line_in_any_order() {
    let sketch = ["a", "b", "c"].into_iter().fold(
        Sketch::new(
            case_stream(0),
            "case.noted",
            json!({"day": "2026-03-01", "form": "note"}),
        ),
        |sketch, of| sketch.leaf("narrative", of, json!({"text": of.repeat(400 << 10)})),
    );
    let (entry, open) = sketch.parts();
    let part = |keep: [bool; 3]| {
        let leaves: Vec<&str> = open
            .iter()
            .zip(keep)
            .map(|(leaf, keep)| if keep { leaf.as_str() } else { "null" })
            .collect();
        crate::writing::finish(&entry, &leaves.join(","))
    };
    let parts = [
        part([true, false, true]),
        part([false, true, false]),
        part([false, false, true]),
        part([true, true, false]),
    ];
    let mut found: Vec<Record> = Vec::new();
    for order in [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [1, 0, 3, 2],
        [2, 0, 1, 3],
        [1, 2, 0, 0],
    ] {
        let mut record = Record::default();
        for i in order {
            record.insert(parts[i].as_bytes()).unwrap();
        }
        found.push(record);
    }
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]));
    let text = found[0].lines().next().unwrap();
    assert!(text.len() <= LONGEST);
    let line = line::read(text.as_bytes()).unwrap();
    let there: Vec<bool> = line.leaves.iter().map(|leaf| leaf.open.is_some()).collect();
    assert_eq!(there, [true, true, false]);
    assert_eq!(with_leaves(&line, |_| true), text);
}

#[test]
fn a_desk_that_counts_to_the_end_stops_nobody() {
    let mut desks = Desks::new(1);
    desks.act(0, 0, &Seed::of(0));
    let stream = case_stream(0);
    let heads = desks.desks[0].record.chronicle(&stream).heads;
    let most = GREATEST.unsigned_abs();
    let liar = desks.append_after(0, stream, &heads, most, &note(), &[], &Seed::of(1));
    for seed in 2..5 {
        desks.append(0, stream, &note(), &[], &Seed::of(seed));
    }
    let chronicle = desks.desks[0].record.chronicle(&stream);
    assert_eq!(chronicle.told.len(), 5);
    assert_eq!(
        chronicle.anomalies,
        vec![Anomaly::WrongCount { entry: liar }]
    );
    assert_eq!(chronicle.n, most);
}

/// The two stand side by side in the fold, and nothing else is odd.
#[test]
fn a_copied_workspace_that_wrote_one_entry_of_its_own_is_said() {
    let mut desks = Desks::new(1);
    desks.act(0, 0, &Seed::of(0));
    let stream = case_stream(0);
    let heads = desks.desks[0].record.chronicle(&stream).heads;
    let before = desks.desks[0].seq;
    for form in [NoteForm::Note, NoteForm::Call] {
        desks.desks[0].seq = before;
        let event = Event::CaseNoted(Noted {
            day: day("2026-03-01"),
            form,
        });
        desks.append_after(0, stream, &heads, 2, &event, &[], &Seed::of(1));
    }
    let chronicle = desks.desks[0].record.chronicle(&stream);
    let [_, one, other] = &*chronicle.told else {
        panic!("{:?}", chronicle.told)
    };
    assert_eq!(one.seq, other.seq);
    assert_eq!(
        chronicle.anomalies,
        [Anomaly::SameSequence {
            entry: other.fact.id,
            other: one.fact.id
        }]
    );
}

#[test]
fn more_heads_than_a_line_names_come_together_again() {
    let mut desks = Desks::new(1);
    desks.act(0, 0, &Seed::of(0));
    let stream = case_stream(0);
    let heads = desks.desks[0].record.chronicle(&stream).heads;
    for seed in 0..100 {
        desks.append_after(0, stream, &heads, 2, &note(), &[], &Seed::of(seed));
    }
    assert_eq!(
        desks.desks[0].record.chronicle(&stream).heads.len(),
        PARENTS
    );
    for seed in 0..2 {
        desks.append(0, stream, &note(), &[], &Seed::of(200 + seed));
    }
    let chronicle = desks.desks[0].record.chronicle(&stream);
    assert_eq!((chronicle.heads.len(), chronicle.told.len()), (1, 103));
    assert_eq!(chronicle.case().anomalies, vec![]);
}

#[test]
fn a_count_below_a_parent_that_is_here_is_wrong_whatever_is_missing() {
    let mut desks = Desks::new(1);
    desks.act(0, 0, &Seed::of(0));
    let stream = case_stream(0);
    let mut heads = desks.desks[0].record.chronicle(&stream).heads;
    heads.push(langqiao::domain::id::EntryId([9; 20]));
    let gap = desks.append_after(0, stream, &heads, 7, &note(), &[], &Seed::of(1));
    let low = desks.append_after(0, stream, &heads, 1, &note(), &[], &Seed::of(2));
    let anomalies = desks.desks[0].record.chronicle(&stream).anomalies;
    let wrong: Vec<_> = anomalies
        .iter()
        .filter(|a| matches!(a, Anomaly::WrongCount { .. }))
        .collect();
    assert_eq!(wrong, [&Anomaly::WrongCount { entry: low }]);
    assert!(anomalies.contains(&Anomaly::MissingParents { entry: gap }));
}

/// What the laws are tried on is worth trying: histories get everywhere.
#[test]
fn histories_reach_every_stage_and_every_kind_of_anomaly() {
    let mut stages = std::collections::BTreeSet::new();
    let mut anomalies = std::collections::BTreeSet::new();
    let (mut questions, mut retracted, mut erased, mut veiled) = (0, 0, 0, 0);
    for seed in 0..150 {
        let seed = Seed::of(seed);
        let history: Vec<_> = (0..60)
            .map(|_| crate::desks::Happening {
                what: seed.below(20) as u8,
                desk: seed.below(5) as u8,
                case: seed.below(2) as u8,
                x: seed.next(),
            })
            .collect();
        let desks = Desks::play(&history);
        for record in [&desks.union(), &desks.desks[0].record] {
            for stream in record.streams() {
                let chronicle = record.chronicle(stream);
                let case = chronicle.case();
                stages.extend(case.stage.clone());
                questions += case.questions();
                retracted += chronicle
                    .told
                    .iter()
                    .filter(|t| t.retracted_by.is_some())
                    .count();
                erased += chronicle.erased.len();
                veiled += chronicle.veiled.len();
                for anomaly in case.anomalies {
                    let name = format!("{anomaly:?}");
                    anomalies.insert(name.split(' ').next().unwrap().to_owned());
                }
            }
        }
    }
    assert_eq!(stages.len(), 13, "{stages:?}");
    assert_eq!(anomalies.len(), 9, "{anomalies:?}");
    assert!(
        questions > 30 && retracted > 100 && erased > 50 && veiled > 10,
        "{questions} {retracted} {erased} {veiled}"
    );
}
