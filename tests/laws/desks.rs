//! Up to five desks that write, lie, err and exchange, driven by a list of numbers that shrinks.

use langqiao::domain::case::{Made, decide};
use langqiao::domain::catalogue::Event;
use langqiao::domain::context::Context;
use langqiao::domain::id::{DeskId, EntryId, StreamId};
use langqiao::domain::leaf::Leaf;
use langqiao::law::day::Moment;
use langqiao::record::compose::{Head, compose, with_leaves};
use langqiao::record::{Chronicle, Record, World, line};
use proptest::prelude::*;

use crate::raw;
use crate::story;
use crate::writing::{Seed, case_stream, mediator, moment};

/// One desk.
pub struct Desk {
    pub id: DeskId,
    pub record: Record,
    pub seq: u64,
}

/// What happens next: numbers that every step makes something of.
#[derive(Clone, Copy, Debug)]
pub struct Happening {
    pub what: u8,
    pub desk: u8,
    pub case: u8,
    pub x: u64,
}

pub fn happenings(most: usize) -> impl Strategy<Value = Vec<Happening>> {
    let one = (0u8..20, 0u8..5, 0u8..2, any::<u64>()).prop_map(|(what, desk, case, x)| Happening {
        what,
        desk,
        case,
        x,
    });
    proptest::collection::vec(one, 1..most)
}

/// Desks and their history.
pub struct Desks {
    pub desks: Vec<Desk>,
    pub now: Moment,
}

impl Desks {
    pub fn new(count: u8) -> Self {
        let desks = (0..count)
            .map(|n| Desk {
                id: DeskId([n + 1; 16]),
                record: Record::of(World::Real),
                seq: 0,
            })
            .collect();
        Self {
            desks,
            now: moment("2026-03-01T08:00"),
        }
    }

    /// Plays a history to its end.
    pub fn play(history: &[Happening]) -> Self {
        let mut desks = Self::new(5);
        // Both cases are known everywhere, or nothing would ever meet.
        for case in 0..2 {
            desks.act(0, case, &Seed::of(u64::from(case)));
            for to in 1..5 {
                desks.give(0, to, &Seed::of(0), false);
            }
        }
        for happening in history {
            desks.happen(happening);
        }
        desks
    }

    pub fn happen(&mut self, happening: &Happening) {
        let Happening {
            what,
            desk,
            case,
            x,
        } = *happening;
        let seed = Seed::of(x);
        let desk = usize::from(desk) % self.desks.len();
        self.now = self.now.plus_minutes((x % 4_000) as i32);
        match what {
            0..=8 => {
                self.act(desk, case, &seed);
            }
            9..=13 => raw::write(self, desk, case_stream(case), &seed),
            14..=16 => self.give(desk, seed.below(self.desks.len()), &seed, true),
            _ => self.give(desk, seed.below(self.desks.len()), &seed, false),
        }
    }

    /// One command that may well be allowed; gives the event if it was.
    pub fn act(&mut self, desk: usize, case: u8, seed: &Seed) -> Option<Event> {
        let stream = case_stream(case);
        let chronicle = self.desks[desk].record.chronicle(&stream);
        let state = chronicle.case();
        let command = story::command(&state, &chronicle, self.now.day(), seed);
        let context = Context {
            now: self.now,
            who: mediator(desk as u8),
            next_number: Some("（2026）武人调字第1号"),
            chance: seed,
        };
        let made = decide(&state, command, &context).ok()?;
        let event = made.first().map(|made| made.event.clone());
        for Made { event, leaves } in made {
            self.append(desk, stream, &event, &leaves, seed);
        }
        event
    }

    /// Writes an entry after what the desk knows.
    pub fn append(
        &mut self,
        desk: usize,
        stream: StreamId,
        event: &Event,
        leaves: &[Leaf],
        seed: &Seed,
    ) -> EntryId {
        let chronicle = self.desks[desk].record.chronicle(&stream);
        self.append_after(
            desk,
            stream,
            &chronicle.heads,
            chronicle.n + 1,
            event,
            leaves,
            seed,
        )
    }

    #[allow(clippy::too_many_arguments)]
    pub fn append_after(
        &mut self,
        desk: usize,
        stream: StreamId,
        after: &[EntryId],
        n: u64,
        event: &Event,
        leaves: &[Leaf],
        seed: &Seed,
    ) -> EntryId {
        let now = self.now;
        let desk_at = &mut self.desks[desk];
        desk_at.seq += 1;
        let head = Head {
            after,
            at: now,
            by: desk_at.id,
            n,
            seq: desk_at.seq,
            stream,
            who: mediator(desk as u8),
            world: &World::Real,
        };
        let composed = compose(&head, event, leaves, seed);
        desk_at
            .record
            .insert(composed.line.as_bytes())
            .expect("what is composed is read");
        composed.id
    }

    /// One desk hands lines to another: all of them, or some, some without leaves, some twice.
    pub fn give(&mut self, from: usize, to: usize, seed: &Seed, partly: bool) {
        let mut lines: Vec<String> = self.desks[from].record.lines().map(str::to_owned).collect();
        seed.shuffle(&mut lines);
        for text in lines {
            if partly && seed.below(3) == 0 {
                continue;
            }
            let target = &mut self.desks[to].record;
            if partly && seed.below(3) == 0 {
                let line = line::read(text.as_bytes()).unwrap();
                let part = with_leaves(&line, |_| seed.below(2) == 0);
                target.insert(part.as_bytes()).unwrap();
            }
            target.insert(text.as_bytes()).unwrap();
        }
    }

    pub fn union(&self) -> Record {
        let mut all = Record::default();
        for desk in &self.desks {
            all.merge(&desk.record).unwrap();
        }
        all
    }
}

/// Everything that a stream's fold says, to be compared.
pub fn told(chronicle: &Chronicle) -> String {
    format!("{chronicle:?} {:?}", chronicle.case())
}
