//! Seeds, moments and lines that are put together by hand.

use std::cell::Cell;

use langqiao::domain::context::Chance;
use langqiao::domain::id::{DeskId, EntryId, Label, StreamId, StreamKind};
use langqiao::law::day::{Day, Moment};
use langqiao::record::canonical;
use langqiao::record::line::digest;
use proptest::prelude::ProptestConfig;
use serde_json::{Map, Value, json};

/// How often a law is tried; `PROPTEST_CASES` asks for more.
pub fn tries(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(usual))
}

/// Chance from a seed.
pub struct Seed(Cell<u64>);

impl Seed {
    pub fn of(seed: u64) -> Self {
        Self(Cell::new(seed))
    }

    pub fn next(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn shuffle<T>(&self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

impl Chance for Seed {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.next() as u8;
        }
    }
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub fn case_stream(n: u8) -> StreamId {
    StreamId::new(StreamKind::CASE, [n; 16])
}

pub fn mediator(n: u8) -> StreamId {
    StreamId::new(StreamKind::MEDIATOR, [n; 16])
}

pub fn organisation(n: u8) -> StreamId {
    StreamId::new(StreamKind::ORGANISATION, [n; 16])
}

pub fn consultation(n: u8) -> StreamId {
    StreamId::new(StreamKind::CONSULTATION, [n; 16])
}

pub fn work_order(n: u8) -> StreamId {
    StreamId::new(StreamKind::WORK_ORDER, [n; 16])
}

pub fn activity(n: u8) -> StreamId {
    StreamId::new(StreamKind::ACTIVITY, [n; 16])
}

pub fn label(n: u8) -> Label {
    Label([n; 8])
}

pub fn canon(value: &Value) -> String {
    let mut out = String::new();
    canonical::write(value, &mut out).unwrap();
    out
}

/// A line that is put together by hand, so that any rule can be broken.
#[derive(Clone)]
pub struct Sketch {
    pub entry: Map<String, Value>,
    /// Class, of, value.
    pub leaves: Vec<(String, Option<String>, Value)>,
}

impl Sketch {
    pub fn new(stream: StreamId, kind: &str, data: Value) -> Self {
        let entry = json!({
            "after": [], "at": "2026-03-01T08:00", "by": DeskId([1; 16]).to_string(), "data": data,
            "kind": kind, "n": 1, "seq": 1, "stream": stream.to_string(), "who": mediator(1).to_string(),
        });
        let Value::Object(entry) = entry else {
            unreachable!()
        };
        Self {
            entry,
            leaves: Vec::new(),
        }
    }

    pub fn with(mut self, key: &str, value: Value) -> Self {
        self.entry.insert(key.to_owned(), value);
        self
    }

    pub fn leaf(mut self, class: &str, of: &str, value: Value) -> Self {
        self.leaves
            .push((class.to_owned(), Some(of.to_owned()), value));
        self
    }

    pub fn after(self, parents: &[EntryId]) -> Self {
        let mut parents: Vec<String> = parents.iter().map(EntryId::to_string).collect();
        parents.sort();
        self.with("after", json!(parents))
    }

    /// The bytes of the entry, and of each leaf.
    pub fn parts(&self) -> (String, Vec<String>) {
        let open: Vec<String> = self
            .leaves
            .iter()
            .enumerate()
            .map(|(i, (_, _, value))| {
                canon(&json!({"salt": DeskId([i as u8; 16]).to_string(), "value": value}))
            })
            .collect();
        let listed: Vec<Value> = self
            .leaves
            .iter()
            .zip(&open)
            .map(|((class, of, _), open)| {
                let mut leaf =
                    json!({"class": class, "digest": digest(open.as_bytes()).to_string()});
                if let Some(of) = of {
                    leaf["of"] = json!(of);
                }
                leaf
            })
            .collect();
        let mut entry = self.entry.clone();
        entry.entry("private").or_insert(json!(listed));
        (canon(&Value::Object(entry)), open)
    }

    pub fn line(&self) -> String {
        let (entry, open) = self.parts();
        finish(&entry, &open.join(","))
    }
}

/// A line around the bytes of an entry, whatever they are.
pub fn finish(entry: &str, open: &str) -> String {
    let id = digest(entry.as_bytes());
    format!("{{\"entry\":{entry},\"id\":\"{id}\",\"private\":[{open}]}}")
}
