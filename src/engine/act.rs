//! Acting: what `decide` allows is written after what its author had seen, in the one transaction that read it.

use crate::domain::Context;
use crate::domain::case::{self, Command, Refusal};
use crate::domain::catalogue::Event;
use crate::domain::context::Chance;
use crate::domain::id::{EntryId, StreamId, StreamKind};
use crate::domain::leaf::Leaf;
use crate::law::day::Moment;
use crate::record::Chronicle;
use crate::record::compose::{Composed, Head, compose};
use crate::store::{Append, Appending, Store, StoreTrouble};

use super::desk::DeskRecord;
use super::protocol::{Acted, Trouble};
use super::run::{Engine, Machine};
use super::streams::{needle, read_all, united};
use super::touch;

/// A line that is to be written: its stream, what happened, its leaves.
pub struct Draft {
    pub stream: StreamId,
    pub event: Event,
    pub leaves: Vec<Leaf>,
}

/// Why an action was not done.
pub(super) enum Undone<R> {
    Refused(R),
    Trouble(Trouble),
}

impl From<Refusal> for Undone<Refusal> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<R> From<Trouble> for Undone<R> {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// How often an action is tried again when other tabs change the segments meanwhile.
pub(super) const TRIES: usize = 8;

impl<S: Store, M: Machine> Engine<S, M> {
    /// Acts on a case, or registers one where `case` is none; or says which rule says no.
    pub async fn act(
        &mut self,
        case: Option<StreamId>,
        seen: &[EntryId],
        command: Command,
    ) -> Result<Result<Acted, Refusal>, Trouble> {
        let stream = case.unwrap_or_else(|| self.stream(StreamKind::CASE));
        let now = self.machine.now();
        let numbered = matches!(command, Command::Register(ref intake) if intake.number.is_none());
        // Looked for among all rows: only where a number is to be given.
        let least = |engine: &Self| {
            let desk = engine.desk.as_ref().filter(|_| numbered);
            desk.map_or(0, |desk| engine.greatest_number(desk, now.day().year()))
        };
        let acted = self
            .write_to(stream, |engine| {
                let least = least(engine);
                let command = command.clone();
                move |chronicle: &Chronicle, desk: &mut DeskRecord, machine: &M| {
                    let state = chronicle.case();
                    touch::unseen(chronicle, seen, &command)?;
                    let year = now.day().year();
                    let n = desk.next(year, least);
                    let number = desk.number(year, n);
                    let context = Context {
                        now,
                        who: desk.acting,
                        next_number: Some(&number),
                        chance: machine,
                    };
                    let decided = case::decide(&state, command.clone(), &context)?;
                    if numbered {
                        desk.numbers.insert(year, n);
                    }
                    Ok(decided)
                }
            })
            .await?;
        Ok(acted.map(|entries| Acted {
            case: stream,
            entries,
        }))
    }

    /// Writes what is decided over a stream as it lies, after its heads; or says which rule says no. `deciding` is asked
    /// for the decision anew each time other tabs changed what lies here.
    pub(super) async fn write_to<R, D>(
        &mut self,
        stream: StreamId,
        deciding: impl Fn(&Self) -> D,
    ) -> Result<Result<Vec<EntryId>, R>, Trouble>
    where
        D: FnMut(&Chronicle, &mut DeskRecord, &M) -> Result<Vec<case::Made>, Undone<R>>,
    {
        let mut last = StoreTrouble::Stale;
        for _ in 0..TRIES {
            let known = self.lines(&stream).await?;
            let decide = deciding(self);
            match self.try_to_write(stream, &known, decide).await {
                // Nothing was written: what other tabs wrote is looked at, and it is decided anew.
                Err(trouble @ (StoreTrouble::Stale | StoreTrouble::Closed(_))) => {
                    last = trouble;
                    self.reload().await?;
                }
                Err(trouble) => return Err(trouble.into()),
                Ok(Err(Undone::Refused(refusal))) => return Ok(Err(refusal)),
                Ok(Err(Undone::Trouble(trouble))) => return Err(self.not_written(trouble).await),
                Ok(Ok(entries)) => {
                    self.refold([stream]).await?;
                    self.machine.changed();
                    return Ok(Ok(entries));
                }
            }
        }
        Err(last.into())
    }

    async fn try_to_write<R>(
        &mut self,
        stream: StreamId,
        known: &[String],
        mut decided: impl FnMut(&Chronicle, &mut DeskRecord, &M) -> Result<Vec<case::Made>, Undone<R>>,
    ) -> Result<Result<Vec<EntryId>, Undone<R>>, StoreTrouble> {
        let now = self.machine.now();
        let machine = &self.machine;
        let world = self.kind.world();
        let mut fresh_lines = Vec::new();
        let mut made = Vec::new();
        let mut desk_after = None;
        let after = self.last_place();
        let decide = |appending: Appending| -> Result<Append, Undone<R>> {
            let desk = DeskRecord::read(appending.desk.as_deref());
            let mut desk = desk.ok_or(Trouble::NoDesk)?;
            fresh_lines = appending.fresh;
            let mut texts = known.to_vec();
            texts.extend(
                fresh_lines
                    .iter()
                    .map(|(_, text)| text.clone())
                    .filter(|text| text.contains(&needle(&stream))),
            );
            let texts = united(texts);
            let lines = read_all(&texts);
            let chronicle = Chronicle::tell(&lines);
            let decided = decided(&chronicle, &mut desk, machine)?;
            made = write(&mut desk, &world, stream, &chronicle, decided, now, machine);
            let desk = desk_after.insert(desk);
            Ok(Append {
                lines: made.iter().map(|c| c.line.clone()).collect(),
                desk: Some(desk.text()?),
            })
        };
        let places = match self
            .store
            .append(self.manifest.version, after, decide)
            .await?
        {
            Ok(places) => places,
            Err(trouble) => return Ok(Err(trouble)),
        };
        if let Err(trouble) = self.take_fresh(fresh_lines).await {
            return Ok(Err(trouble.into()));
        }
        let ids = made.iter().map(|c| c.id).collect();
        self.tail
            .extend(places.into_iter().zip(made.into_iter().map(|c| c.line)));
        self.desk = desk_after.or_else(|| self.desk.take());
        Ok(Ok(ids))
    }

    /// The greatest number that this office has given in a year, to cases that it handed on since, too.
    fn greatest_number(&self, desk: &DeskRecord, year: i32) -> u64 {
        let numbers = self
            .cases
            .rows()
            .filter(|row| row.taken_in_by == desk.organisation.random);
        numbers
            .filter_map(|row| desk.n_of(year, row.number.as_deref()?))
            .max()
            .unwrap_or(0)
    }

    /// The number that the next case would get, and the count in it.
    #[must_use]
    pub fn next_number(&self, year: i32) -> (u64, String) {
        self.desk.as_ref().map_or((1, String::new()), |desk| {
            let n = desk.next(year, self.greatest_number(desk, year));
            (n, desk.number(year, n))
        })
    }

    /// Appends first facts of streams that are not cases: organisations, mediators.
    pub(super) async fn append(
        &mut self,
        drafts: Vec<Draft>,
        desk: DeskRecord,
    ) -> Result<(), Trouble> {
        let now = self.machine.now();
        let world = self.kind.world();
        let streams: Vec<StreamId> = drafts.iter().map(|d| d.stream).collect();
        let mut written = Vec::new();
        let mut fresh = Vec::new();
        let mut after = None;
        let mut first = Some((drafts, desk));
        let is_at_work = self.desk.is_some();
        let decide = |appending: Appending, machine: &M| -> Result<Append, Trouble> {
            let (drafts, mut desk) = first.take().ok_or(Trouble::NoDesk)?;
            // Another tab may have written since: its count goes on.
            fresh = appending.fresh;
            let lies = DeskRecord::read(appending.desk.as_deref());
            // Nobody joins a desk that is gone.
            if is_at_work && lies.is_none() {
                return Err(Trouble::NoDesk);
            }
            if let Some(lies) = lies.filter(|lies| lies.key == desk.key) {
                desk.seq = desk.seq.max(lies.seq);
            }
            for draft in drafts {
                let made = vec![case::Made {
                    event: draft.event,
                    leaves: draft.leaves,
                }];
                written.extend(write(
                    &mut desk,
                    &world,
                    draft.stream,
                    &Chronicle::default(),
                    made,
                    now,
                    machine,
                ));
            }
            let desk = after.insert(desk);
            Ok(Append {
                lines: written.iter().map(|c| c.line.clone()).collect(),
                desk: Some(desk.text()?),
            })
        };
        let places = self.append_in_turn(decide).await?;
        // Left out, they would lie before our place unseen, and compaction would drop them.
        self.take_fresh(fresh).await?;
        self.tail
            .extend(places.into_iter().zip(written.into_iter().map(|c| c.line)));
        self.desk = after;
        self.refold(streams).await?;
        self.machine.changed();
        Ok(())
    }

    /// Appends what was told to the desk as it lay, and gives the places of the lines; none, and nothing is written, where
    /// another tab wrote meanwhile.
    pub(super) async fn append_to(
        &self,
        before: &DeskRecord,
        after: &DeskRecord,
        lines: &[String],
    ) -> Result<Option<Vec<u64>>, Trouble> {
        let append = Append {
            lines: lines.to_vec(),
            desk: Some(after.text()?),
        };
        let decide = |appending: Appending| -> Result<Append, Trouble> {
            let desk = DeskRecord::read(appending.desk.as_deref());
            match appending.fresh.is_empty() && desk.as_ref() == Some(before) {
                true => Ok(append),
                false => Err(Trouble::Busy),
            }
        };
        let appended = self
            .store
            .append(self.manifest.version, self.last_place(), decide)
            .await;
        match appended {
            Err(StoreTrouble::Stale) | Ok(Err(Trouble::Busy)) => Ok(None),
            Err(trouble) => Err(trouble.into()),
            Ok(places) => places.map(Some),
        }
    }

    /// Appends; where another tab has put other segments in force meanwhile, looks at them and tries again.
    /// `decide` has not run then.
    pub(super) async fn append_in_turn(
        &mut self,
        mut decide: impl FnMut(Appending, &M) -> Result<Append, Trouble>,
    ) -> Result<Vec<u64>, Trouble> {
        for _ in 0..TRIES {
            let machine = &self.machine;
            let appended = self
                .store
                .append(self.manifest.version, self.last_place(), |appending| {
                    decide(appending, machine)
                })
                .await;
            match appended {
                Err(StoreTrouble::Stale) => self.reload().await?,
                appended => match appended? {
                    Err(trouble) => return Err(self.not_written(trouble).await),
                    places => return places,
                },
            }
        }
        Err(StoreTrouble::Stale.into())
    }
}

/// Writes what was decided after the stream's heads, one entry after the other.
pub(super) fn write(
    desk: &mut DeskRecord,
    world: &crate::record::World,
    stream: StreamId,
    chronicle: &Chronicle,
    decided: Vec<case::Made>,
    now: Moment,
    chance: &dyn Chance,
) -> Vec<Composed> {
    let mut after = chronicle.heads.clone();
    let by = desk.id();
    let who = desk.acting;
    let mut written = Vec::with_capacity(decided.len());
    for (n, made) in (chronicle.n + 1..).zip(decided) {
        desk.seq += 1;
        let head = Head {
            after: &after,
            at: now,
            by,
            n,
            seq: desk.seq,
            stream,
            who,
            world,
        };
        let composed = compose(&head, &made.event, &made.leaves, chance);
        after = vec![composed.id];
        written.push(composed);
    }
    written
}
