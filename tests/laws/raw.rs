//! Entries that no form would write: lies, gaps, newer versions, erasures.

use langqiao::domain::case::event::{self, Correction};
use langqiao::domain::case::state::Outcome;
use langqiao::domain::catalogue::{Erased, ErasedLeaf, Event, Retracted, RetractionReason};
use langqiao::domain::id::{EntryId, StreamId};
use langqiao::domain::leaf::{Identity, Leaf, topic};
use langqiao::law::dispute::DisputeType;
use langqiao::record::Line;
use serde_json::json;

use crate::desks::Desks;
use crate::examples;
use crate::writing::{Seed, Sketch, mediator};

/// Writes one of them at a desk.
pub fn write(desks: &mut Desks, desk: usize, stream: StreamId, seed: &Seed) {
    let chronicle = desks.desks[desk].record.chronicle(&stream);
    let ids: Vec<EntryId> = chronicle.told.iter().map(|t| t.fact.id).collect();
    let some = |seed: &Seed| ids.get(seed.below(ids.len())).copied().unwrap_or_default();
    let (heads, n) = (chronicle.heads.clone(), chronicle.n + 1);
    match seed.below(14) {
        // A retraction of anything, retractions included; sometimes of nothing at all.
        0 | 1 => {
            let entry = if seed.below(8) == 0 {
                EntryId([9; 20])
            } else {
                some(seed)
            };
            let event = Event::Retracted(Retracted {
                entry,
                reason: RetractionReason::Mistake,
            });
            desks.append(desk, stream, &event, &[], seed);
        }
        2 => {
            let retraction = chronicle
                .told
                .iter()
                .find(|t| matches!(t.fact.event, Event::Retracted(_)));
            let entry = retraction.map_or_else(|| some(seed), |t| t.fact.id);
            let event = Event::Retracted(Retracted {
                entry,
                reason: RetractionReason::Undone,
            });
            desks.append(desk, stream, &event, &[], seed);
        }
        3 => {
            let record = &desks.desks[desk].record;
            let lines = record.stream(&stream);
            let with: Vec<&Line<'_>> = lines.iter().filter(|l| !l.leaves.is_empty()).collect();
            let Some(line) = with.get(seed.below(with.len())) else {
                return;
            };
            let leaf = seed.below(line.leaves.len() + 1) as u32;
            let event = Event::Erased(Erased {
                leaves: vec![ErasedLeaf {
                    entry: line.id,
                    leaf,
                }],
            });
            desks.append(desk, stream, &event, &[], seed);
        }
        4 => {
            // Any kind at any time, in the order of the catalogue.
            let (event, leaves) = examples::all().swap_remove(seed.below(examples::all().len()));
            desks.append(desk, stream, &event, &leaves, seed);
        }
        5 => {
            let event = note();
            desks.append_after(
                desk,
                stream,
                &heads,
                n + 1 + seed.next() % 9,
                &event,
                &[],
                seed,
            );
        }
        6 => {
            let event = note();
            desks.append_after(desk, stream, &heads, 1, &event, &[], seed);
        }
        7 => {
            let mut after = heads;
            after.push(EntryId([seed.next() as u8; 20]));
            let event = correction(seed);
            desks.append_after(desk, stream, &after, n, &event, &[], seed);
        }
        8 => {
            // After an older entry than it could know: a fork at one desk.
            let event = correction(seed);
            let parent = some(seed);
            let n = chronicle.find(&parent).map_or(1, |t| t.n + 1);
            desks.append_after(desk, stream, &[parent], n, &event, &[], seed);
        }
        9 => {
            let party = chronicle.case().parties.first().map(|p| p.label);
            let Some(party) = party else { return };
            let identity = Identity {
                name: format!("赵{}", seed.below(3)),
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
                seed,
            );
        }
        10 => {
            let event = Event::CaseCorrected(event::Corrected {
                field: Correction::Facts,
            });
            let leaf = Leaf::narrative(topic::FACTS, ["界墙", "漏水"][seed.below(2)]);
            desks.append(desk, stream, &event, &[leaf], seed);
        }
        11 | 12 => {
            // What comes of an agreement, wherever the case stands.
            let day = crate::writing::day("2026-03-02").plus_days(seed.below(3) as i32);
            let clause = match chronicle.case().outcome.get() {
                Some(Outcome::Agreed(agreement)) if seed.below(2) == 0 => {
                    agreement.clauses.first().map(|clause| clause.public.label)
                }
                _ => None,
            };
            let event = match seed.below(4) {
                0 => Event::CaseUrged(event::Urged { day }),
                1 => Event::CaseNotPerformed(event::NotPerformed { day }),
                2 => Event::CasePerformed(event::Performed { clause, day }),
                _ => Event::CaseConfirmed(event::Confirmed {
                    day,
                    step: event::ConfirmationStep::ALL[seed.below(3)].clone(),
                }),
            };
            desks.append(desk, stream, &event, &[], seed);
        }
        _ => {
            let sketch = newer(stream, seed)
                .after(&heads)
                .with("n", json!(n))
                .with("seq", json!(seed.below(40) + 1))
                .with("by", json!(desks.desks[desk].id.to_string()));
            desks.desks[desk]
                .record
                .insert(sketch.line().as_bytes())
                .unwrap();
        }
    }
}

/// An entry of a version that is not written yet.
pub fn newer(stream: StreamId, seed: &Seed) -> Sketch {
    let sketch = match seed.below(5) {
        0 => Sketch::new(
            stream,
            "case.blessed",
            json!({"by": "天", "more": [1, {"a": null}]}),
        ),
        1 => Sketch::new(
            stream,
            "case.accepted",
            json!({"day": "2026-03-02", "mood": 7, "told": "by_pigeon"}),
        ),
        2 => Sketch::new(
            stream,
            "case.corrected",
            json!({"field": {"weather": "雨"}}),
        ),
        3 => Sketch::new(
            stream,
            "case.noted",
            json!({"day": "2026-03-02", "form": "hologram"}),
        )
        .with("zodiac", json!({"sign": 4})),
        _ => Sketch::new(
            stream,
            "case.noted",
            json!({"day": "someday", "form": "note"}),
        ),
    };
    let sketch = sketch.with("who", json!(mediator(7).to_string()));
    let sketch = sketch
        .leaf("memory", "grandmother", json!({"scent": ["茉莉", 3]}))
        .leaf("identity", "self", json!({"horoscope": "猪", "name": "王"}));
    if seed.below(3) == 0 {
        sketch.with("must_understand", json!(true))
    } else {
        sketch
    }
}

fn note() -> Event {
    Event::CaseNoted(event::Noted {
        day: crate::writing::day("2026-03-02"),
        form: event::NoteForm::Call,
    })
}

fn correction(seed: &Seed) -> Event {
    let kind = DisputeType::ALL[seed.below(3)].clone();
    Event::CaseCorrected(event::Corrected {
        field: Correction::Type(kind),
    })
}
