//! The player: tells a region's stories through `decide`, and writes them down as its desks would
//! have: decide, compose, evolve, step by step, in the order of time.
//!
//! What a stream came to is handed out with its lines, so that nobody need read them again to show
//! it. It works in slices, for the worker has a page to answer.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::domain::Context;
use crate::domain::case::{self, Case, Made};
use crate::domain::fact::{Fact, Past};
use crate::domain::id::{DeskId, StreamId, StreamKind};
use crate::domain::network::{self, About};
use crate::law::day::{Day, Moment};
use crate::record::compose::{Head, compose};
use crate::record::{Chronicle, Told, World};
use crate::training::chance::Dice;
use crate::training::demonstration::{Account, Desk, Office, random_plot};
use crate::training::{Region, Story};

use super::desk::{DeskRecord, NUMBER_RULE};
use super::ledger::LedgerHabits;

/// A stream as it was told, to its end.
#[derive(Clone, Debug)]
pub struct Played {
    pub stream: StreamId,
    /// As they lie in the record, in order.
    pub lines: Vec<String>,
    pub chronicle: Chronicle,
    /// Where the stream is a case's.
    pub case: Option<Case>,
}

/// Tells a region, slice by slice.
pub struct Player {
    world: World,
    offices: Vec<Office>,
    desks: Vec<Writing>,
    /// Those that have something to tell yet.
    threads: Vec<Option<Thread>>,
    next: BinaryHeap<Reverse<(Moment, usize)>>,
    told: usize,
    refused: Vec<(StreamId, Refused)>,
}

/// A desk that is writing.
struct Writing {
    record: DeskRecord,
    /// Known once it has written: a key is multiplied out for it, and of each teller half of the desks never write.
    id: OnceCell<DeskId>,
}

/// A stream that is being told.
struct Thread {
    stream: StreamId,
    desk: usize,
    dice: Dice,
    tale: Tale,
    so_far: Option<Box<SoFar>>,
}

enum Tale {
    Story(Box<Story>),
    Account(Account),
}

#[derive(Default)]
struct SoFar {
    lines: Vec<String>,
    chronicle: Chronicle,
    case: Case,
    about: About,
}

/// Why something was not told.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    Case(case::Refusal),
    Network(network::Refusal),
}

impl Player {
    /// What the desks for which `ours` holds, by their places, have to tell lies before it. Whoever tells the
    /// rest tells the same region.
    #[must_use]
    pub fn new(region: Region, world: World, ours: impl Fn(usize) -> bool) -> Self {
        let dice = Dice::new(region.seed.rotate_left(17));
        let desks = region
            .desks
            .iter()
            .map(|desk| writing(desk, &dice))
            .collect();
        let mut player = Self {
            world,
            desks,
            threads: Vec::with_capacity(region.accounts.len() + region.plots.len()),
            offices: region.offices,
            next: BinaryHeap::with_capacity(region.accounts.len() + region.plots.len()),
            told: 0,
            refused: Vec::new(),
        };
        for account in region.accounts {
            let (stream, desk, dice) = (account.stream, account.desk, Dice::new(dice.roll()));
            if ours(desk) {
                player.add(stream, desk, dice, Tale::Account(account));
            }
        }
        for plot in region.plots {
            let Some(office) = player.offices.get(plot.office) else {
                continue;
            };
            let desk = office.desk;
            let stream = Context::stream(&context(&dice), StreamKind::CASE);
            let dice = Dice::new(dice.roll());
            if ours(desk) {
                let story = Story::new(plot, office, region.today);
                player.add(stream, desk, dice, Tale::Story(Box::new(story)));
            }
        }
        player
    }

    fn add(&mut self, stream: StreamId, desk: usize, dice: Dice, tale: Tale) {
        let thread = Thread {
            stream,
            desk,
            dice,
            tale,
            so_far: None,
        };
        if let Some(at) = thread.when() {
            self.next.push(Reverse((at, self.threads.len())));
            self.threads.push(Some(thread));
        }
    }

    /// Streams told to their end, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.told, self.threads.len())
    }

    /// The desks as they stand now: each could go on writing.
    pub fn desks(&self) -> impl Iterator<Item = &DeskRecord> {
        self.desks.iter().map(|desk| &desk.record)
    }

    /// Tells up to `entries` more; false once all is told.
    pub fn next_batch(&mut self, entries: usize, on_stream: &mut dyn FnMut(Played)) -> bool {
        for _ in 0..entries {
            let Some(Reverse((_, place))) = self.next.pop() else {
                return false;
            };
            let Some(thread) = self.threads[place].as_mut() else {
                continue;
            };
            let desk = &mut self.desks[thread.desk];
            if let Err(refusal) = thread.step(&self.offices, desk, &self.world) {
                self.refused.push((thread.stream, refusal));
            }
            match thread.when() {
                Some(at) => self.next.push(Reverse((at, place))),
                None => {
                    self.told += 1;
                    if let Some(played) = self.threads[place].take().and_then(Thread::played) {
                        on_stream(played);
                    }
                }
            }
        }
        !self.next.is_empty()
    }
}

/// Tells a whole region at once.
pub fn play(
    region: Region,
    world: World,
    on_stream: &mut dyn FnMut(Played),
) -> Vec<(StreamId, Refused)> {
    let mut player = Player::new(region, world, |_| true);
    while player.next_batch(4_096, on_stream) {}
    player.refused
}

/// Streams `cases` lawful histories, of six entries or more each, and before them who wrote them.
pub fn sample(
    mut region: Region,
    world: World,
    cases: usize,
    on_line: &mut dyn FnMut(&str),
) -> Vec<(StreamId, Refused)> {
    let dice = Dice::new(region.seed.rotate_left(29));
    let accounts = std::mem::take(&mut region.accounts);
    let today = region.today;
    let mut desks: Vec<Writing> = region
        .desks
        .iter()
        .map(|desk| writing(desk, &dice))
        .collect();
    let mut refused = Vec::new();
    let mut tell = |stream: StreamId, desk: usize, tale: Tale| {
        let mut thread = Thread {
            stream,
            desk,
            dice: Dice::new(dice.roll()),
            tale,
            so_far: None,
        };
        while thread.when().is_some() {
            if let Err(refusal) = thread.step(&region.offices, &mut desks[desk], &world) {
                refused.push((stream, refusal));
            }
        }
        for line in thread.so_far.iter().flat_map(|so_far| &so_far.lines) {
            on_line(line);
        }
    };
    for account in accounts {
        tell(account.stream, account.desk, Tale::Account(account));
    }
    for _ in 0..cases {
        let plot = random_plot(&dice, &region);
        let Some(office) = region.offices.get(plot.office) else {
            continue;
        };
        let stream = Context::stream(&context(&dice), StreamKind::CASE);
        tell(
            stream,
            office.desk,
            Tale::Story(Box::new(Story::new(plot, office, today))),
        );
    }
    refused
}

impl Thread {
    fn when(&self) -> Option<Moment> {
        match &self.tale {
            Tale::Story(story) => story.when(),
            Tale::Account(account) => account.commands.front().map(|(at, _)| *at),
        }
    }

    fn step(
        &mut self,
        offices: &[Office],
        desk: &mut Writing,
        world: &World,
    ) -> Result<(), Refused> {
        let so_far = self.so_far.get_or_insert_with(Box::default);
        match &mut self.tale {
            Tale::Story(story) => {
                let office = &offices[story.office()];
                let Some(step) = story.next(&so_far.case, office) else {
                    return Ok(());
                };
                let number = matches!(step.command, case::Command::Register(_))
                    .then(|| desk.next_number(step.at.day()));
                let context = Context {
                    now: step.at,
                    who: step.who,
                    next_number: number.as_deref(),
                    chance: &self.dice,
                };
                let decided = case::decide(&so_far.case, step.command, &context);
                let decided = decided.map_err(|refusal| {
                    story.end();
                    Refused::Case(refusal)
                })?;
                for made in decided {
                    so_far.append(
                        self.stream,
                        step.at,
                        step.who,
                        made,
                        desk,
                        world,
                        &self.dice,
                    );
                    let last = so_far.chronicle.told.last();
                    match last.map(|told| &told.fact) {
                        // What came before it is folded otherwise from now on.
                        Some(fact) if fact.event.puts_a_day_right() => {
                            so_far.case = so_far.chronicle.case();
                        }
                        Some(fact) => so_far.case.evolve(fact),
                        None => {}
                    }
                }
            }
            Tale::Account(account) => {
                let Some((at, command)) = account.commands.pop_front() else {
                    return Ok(());
                };
                let context = Context {
                    now: at,
                    who: account.who,
                    next_number: None,
                    chance: &self.dice,
                };
                let decided = network::decide(self.stream, &so_far.about, command, &context);
                let made = decided.map_err(Refused::Network)?;
                so_far.append(self.stream, at, account.who, made, desk, world, &self.dice);
                if let Some(told) = so_far.chronicle.told.last() {
                    so_far.about.evolve(self.stream.kind, &told.fact);
                }
            }
        }
        Ok(())
    }

    fn played(self) -> Option<Played> {
        let so_far = self.so_far?;
        Some(Played {
            stream: self.stream,
            lines: so_far.lines,
            chronicle: so_far.chronicle,
            case: (self.stream.kind == StreamKind::CASE).then_some(so_far.case),
        })
    }
}

impl SoFar {
    /// Writes one entry after the last, and takes it into the chronicle without reading it again.
    #[allow(clippy::too_many_arguments)]
    fn append(
        &mut self,
        stream: StreamId,
        at: Moment,
        who: StreamId,
        made: Made,
        desk: &mut Writing,
        world: &World,
        dice: &Dice,
    ) {
        let chronicle = &mut self.chronicle;
        chronicle.n += 1;
        desk.record.seq += 1;
        let (n, seq, by) = (chronicle.n, desk.record.seq, desk.id());
        let head = Head {
            after: &chronicle.heads,
            at,
            by,
            n,
            seq,
            stream,
            who,
            world,
        };
        let composed = compose(&head, &made.event, &made.leaves, dice);
        let fact = Fact {
            id: composed.id,
            position: chronicle.told.len(),
            past: Past::All,
            at,
            by,
            who,
            event: made.event,
            leaves: made.leaves.into_iter().map(Into::into).collect(),
        };
        chronicle.told.push(Told {
            fact,
            retracted_by: None,
            n,
            seq,
        });
        chronicle.heads.clear();
        chronicle.heads.push(composed.id);
        self.lines.push(composed.line);
    }
}

impl Writing {
    fn id(&self) -> DeskId {
        *self.id.get_or_init(|| self.record.id())
    }

    fn next_number(&mut self, day: Day) -> String {
        let n = self.record.numbers.entry(day.year()).or_default();
        *n += 1;
        let n = *n;
        self.record.number(day.year(), n)
    }
}

fn writing(desk: &Desk, dice: &Dice) -> Writing {
    let record = DeskRecord {
        key: DeskRecord::new_key(dice),
        organisation: desk.organisation,
        organisation_name: desk.organisation_name.clone(),
        kind: desk.kind.clone(),
        county: desk.county,
        town: None,
        acting: desk.acting,
        acted: vec![desk.acting],
        number_rule: NUMBER_RULE.to_owned(),
        abbreviation: desk.abbreviation.clone(),
        number_suffix: String::new(),
        numbers: BTreeMap::new(),
        seq: 0,
        ledgers: LedgerHabits::default(),
        pin: None,
        since: desk.since,
    };
    Writing {
        id: OnceCell::new(),
        record,
    }
}

/// Only for its chance: names of new streams.
fn context(dice: &Dice) -> Context<'_> {
    Context {
        now: crate::training::demonstration::beginning(),
        who: StreamId::new(StreamKind::MEDIATOR, [0; 16]),
        next_number: None,
        chance: dice,
    }
}
