//! Leaves: left out, brought back, erased, veiled; and what stays public all the while.

use langqiao::domain::case::command::{Command, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{self, Correction};
use langqiao::domain::case::public::names_somebody;
use langqiao::domain::case::state::Anomaly;
use langqiao::domain::catalogue::{Erased, ErasedLeaf, Event};
use langqiao::domain::leaf::{Identity, Leaf};
use langqiao::record::compose::{fuller, with_leaves};
use langqiao::record::set::Digester;
use langqiao::record::{Record, line};
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, By, Period};
use langqiao::views::row::CaseRow;
use proptest::prelude::*;
use serde_json::Value;

use crate::desks::{Desks, happenings, told};
use crate::given::{at, today};
use crate::settling;
use crate::union::view;
use crate::writing::{Seed, case_stream};

fn redacted(record: &Record) -> Record {
    let mut bare = Record::default();
    for text in record.lines() {
        let line = line::read(text.as_bytes()).unwrap();
        bare.insert(with_leaves(&line, |_| false).as_bytes())
            .unwrap();
    }
    bare
}

/// The volume stays in the record when the case is taken up again.
#[test]
fn whose_name_stands_in_an_earlier_volume_is_known() {
    let archive = Command::Archive {
        day: today(),
        volume: "甲乙丙卷1".into(),
        retention: 10,
    };
    let given = at(&Stage::Closed).and(archive).and(Step::Reopen);
    assert!(!names_somebody(&given.case()));
    let identity = Identity {
        name: "甲乙 丙".into(),
        ..Identity::default()
    };
    let party = NewValue::Party(given.labels()[0], identity);
    let correct = Command::Correct {
        field: party,
        reason: String::new(),
    };
    given
        .when(correct)
        .then(|case| assert!(names_somebody(case)));
}

/// A value without what leaves say.
fn public(mut value: Value) -> Value {
    const PRIVATE: &[&str] = &[
        "identity",
        "place",
        "facts",
        "matter",
        "responsibility",
        "manner",
        "text",
        "applicant",
        "respondent",
        "brief",
        "questions",
        "Veiled",
    ];
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.retain(|key, _| !PRIVATE.contains(&key.as_str()));
                map.values_mut().for_each(strip);
            }
            Value::Array(items) => {
                items.iter_mut().for_each(strip);
                items.retain(|item| *item != serde_json::json!({}));
            }
            _ => {}
        }
    }
    strip(&mut value);
    value
}

fn figures(record: &Record) -> String {
    let mut cases = Cases::default();
    (0..2).for_each(|case| view(&mut cases, record, case));
    let by = [
        By::Type,
        By::Month,
        By::County,
        By::Ending,
        By::Source,
        By::Town,
    ];
    format!("{:?}", figures::table(&cases, &by, Period::of(None, None)))
}

proptest! {
    #![proptest_config(crate::writing::tries(48))]

    #[test]
    fn a_redacted_copy_says_the_same_in_public(history in happenings(60)) {
        let full = Desks::play(&history).union();
        let bare = redacted(&full);
        for text in bare.lines() {
            prop_assert!(line::read(text.as_bytes()).is_ok_and(|l| l.leaves.iter().all(|leaf| leaf.open.is_none())));
        }
        prop_assert_eq!(bare.digests().entries, full.digests().entries);
        let any = full.lines().any(|t| line::read(t.as_bytes()).unwrap().leaves.iter().any(|l| l.open.is_some()));
        prop_assert_eq!(bare.digests().opened != full.digests().opened, any);
        for stream in full.streams() {
            let (of_full, of_bare) = (full.chronicle(stream).case(), bare.chronicle(stream).case());
            let value = |case| public(serde_json::to_value(case).unwrap());
            prop_assert_eq!(value(&of_full), value(&of_bare));
            let row = |case| public(serde_json::to_value(CaseRow::of(stream, case)).unwrap());
            prop_assert_eq!(row(&of_full), row(&of_bare));
            prop_assert!(of_bare.questions() <= of_full.questions());
        }
        prop_assert_eq!(figures(&full), figures(&bare));
    }

    #[test]
    fn full_and_redacted_make_full(history in happenings(60), keep in any::<u64>()) {
        let full = Desks::play(&history).union();
        let seed = Seed::of(keep);
        for text in full.lines() {
            let line = line::read(text.as_bytes()).unwrap();
            let part = with_leaves(&line, |_| seed.below(2) == 0);
            let part = line::read(part.as_bytes()).unwrap();
            prop_assert_eq!(fuller(&part, &line), text);
            prop_assert_eq!(fuller(&line, &part), text);
        }
        for (mut into, from) in [(redacted(&full), full.clone()), (full.clone(), redacted(&full))] {
            into.merge(&from).unwrap();
            prop_assert_eq!(&into, &full);
        }
    }

    #[test]
    fn copies_are_named_as_the_one_that_has_all_their_leaves(history in happenings(60), keep in any::<u64>()) {
        let full = Desks::play(&history).union();
        let seed = Seed::of(keep);
        let mut digester = Digester::default();
        for text in full.lines() {
            let line = line::read(text.as_bytes()).unwrap();
            let places: Vec<bool> = line.leaves.iter().map(|_| seed.below(2) == 0).collect();
            for half in [true, false] {
                let part = with_leaves(&line, |place| places[place] == half);
                digester.add(&line::read(part.as_bytes()).unwrap());
            }
        }
        prop_assert_eq!(digester.finish(), full.digests());
    }

    #[test]
    fn erased_wins_over_every_later_copy(history in happenings(60)) {
        let desks = Desks::play(&history);
        let all = desks.union();
        let mut erased = all.clone();
        erased.erase();
        for stream in all.streams() {
            let chronicle = all.chronicle(stream);
            let held = erased.stream(stream);
            for named in &chronicle.erased {
                let line = held.iter().find(|l| l.id == named.entry).unwrap();
                prop_assert!(line.leaves[named.leaf as usize].open.is_none());
            }
            for told in &chronicle.told {
                for (place, leaf) in told.fact.leaves.iter().enumerate() {
                    let named = ErasedLeaf { entry: told.fact.id, leaf: place as u32 };
                    if chronicle.erased.contains(&named) || chronicle.veiled.contains(&named) {
                        prop_assert!(leaf.value.is_none());
                    }
                }
            }
            // Taking leaves off the disk changes nothing of what is told but that they were veiled.
            let without = |c: &langqiao::record::Chronicle| c.case().stage;
            prop_assert_eq!(without(&chronicle), without(&erased.chronicle(stream)));
        }
        // Erasing before, after, here, there: one record.
        let mut piecewise = Record::default();
        for desk in &desks.desks {
            let mut part = desk.record.clone();
            part.erase();
            piecewise.merge(&part).unwrap();
            piecewise.erase();
        }
        prop_assert_eq!(&piecewise, &erased);
        let mut again = erased.clone();
        again.merge(&all).unwrap();
        for stream in all.streams() {
            prop_assert_eq!(told(&again.chronicle(stream)), told(&all.chronicle(stream)));
        }
        again.erase();
        prop_assert_eq!(&again, &erased);
    }
}

#[test]
fn a_leaf_about_an_erased_person_that_did_not_know_is_veiled() {
    let mut desks = Desks::new(2);
    let stream = case_stream(0);
    let seed = Seed::of(5);
    desks.act(0, 0, &seed);
    desks.give(0, 1, &seed, false);
    let registered = desks.desks[0].record.chronicle(&stream);
    let party = registered.case().parties[0].label;
    let correct = |desks: &mut Desks, desk: usize, name: &str| {
        let identity = Identity {
            name: name.into(),
            ..Identity::default()
        };
        let event = Event::CaseCorrected(event::Corrected {
            field: Correction::Party(party),
        });
        desks.append(
            desk,
            stream,
            &event,
            &[Leaf::identity(party, identity)],
            &Seed::of(7),
        )
    };
    let unaware = correct(&mut desks, 1, "张桂真");
    let erasure = Event::Erased(Erased {
        leaves: vec![ErasedLeaf {
            entry: registered.heads[0],
            leaf: 0,
        }],
    });
    desks.append(0, stream, &erasure, &[], &seed);
    desks.give(1, 0, &seed, false);
    let chronicle = desks.desks[0].record.chronicle(&stream);
    assert!(chronicle.veiled.contains(&ErasedLeaf {
        entry: unaware,
        leaf: 0
    }));
    let case = chronicle.case();
    assert!(case.anomalies.contains(&Anomaly::Veiled { entry: unaware }));
    assert_eq!(case.parties[0].identity.get(), Some(&None));
    // Written in its knowledge, a name may stand again.
    correct(&mut desks, 0, "甲某");
    let case = desks.desks[0].record.chronicle(&stream).case();
    assert_eq!(
        case.parties[0]
            .identity
            .get()
            .unwrap()
            .as_ref()
            .unwrap()
            .name,
        "甲某"
    );
}

/// Trial cases are of people who are called by one letter.
#[test]
fn one_letter_in_a_number_names_nobody() {
    let correct = |field| Command::Correct {
        field,
        reason: String::new(),
    };
    for (name, names) in [("甲", false), ("甲乙", true)] {
        let identity = Identity {
            name: name.into(),
            ..Identity::default()
        };
        let numbered = at(&Stage::Accepted).and(correct(NewValue::Number("甲乙调字1号".into())));
        let party = correct(NewValue::Party(numbered.labels()[0], identity));
        let named = numbered.and(party);
        assert_eq!(names_somebody(&named.case()), names, "{name}");
    }
}

#[test]
fn whose_name_stands_in_either_of_two_numbers_is_known() {
    // Whichever shows.
    for case in 1..=6 {
        let mut desks = settling::together();
        let number = NewValue::Number(format!("甲乙丙案{case}号"));
        settling::correct(&mut desks, 0, number);
        settling::correct(&mut desks, 1, NewValue::Number("第7号".into()));
        settling::exchange(&mut desks);
        let identity = Identity {
            name: "甲乙丙".into(),
            ..Identity::default()
        };
        let label = settling::case(&desks, 0).parties[0].label;
        settling::correct(&mut desks, 0, NewValue::Party(label, identity));
        assert!(names_somebody(&settling::case(&desks, 0)), "{case}");
    }
}
