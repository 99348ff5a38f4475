//! The long work in this thread: in the reading worker, in tests, wherever there is one thread alone.

use std::collections::VecDeque;

use crate::exchange::bundle::{BEGINNING, BadFile};
use crate::views::network::Network;

use super::bundle::ReadingBundle;
use super::region::Telling;
use super::{End, Reads, Share, Step, TOGETHER, Task};
use crate::engine::protocol::Trouble;

/// Where a bundle's bytes come from.
#[allow(async_fn_in_trait)] // One thread.
pub trait Source {
    /// How many there are, where known.
    fn length(&self) -> u64;
    /// The first bytes, at most so many. Nothing was read yet.
    async fn beginning(&self, most: usize) -> Result<Vec<u8>, Trouble>;
    /// Leaves out so many at the beginning. Nothing was read yet.
    fn skip(&mut self, bytes: u64);
    /// Adds the next piece; false where there is none any more.
    async fn next(&mut self, into: &mut Vec<u8>) -> Result<bool, Trouble>;
}

/// Bytes in memory.
pub struct Bytes(pub Option<Vec<u8>>);

impl Source for Bytes {
    fn length(&self) -> u64 {
        self.0.as_ref().map_or(0, |bytes| bytes.len() as u64)
    }

    async fn beginning(&self, most: usize) -> Result<Vec<u8>, Trouble> {
        let all = self.0.as_deref().unwrap_or_default();
        Ok(all[..all.len().min(most)].to_vec())
    }

    fn skip(&mut self, bytes: u64) {
        if let Some(all) = &mut self.0 {
            all.drain(..all.len().min(bytes as usize));
        }
    }

    async fn next(&mut self, into: &mut Vec<u8>) -> Result<bool, Trouble> {
        let Some(all) = self.0.take() else {
            return Ok(false);
        };
        into.extend_from_slice(&all);
        Ok(true)
    }
}

/// Does it here.
pub struct Here<S> {
    source: Option<S>,
    share: Share,
    work: Option<Work>,
    /// Done, and not yet handed out.
    steps: VecDeque<Step>,
}

enum Work {
    Bundle {
        reading: Box<ReadingBundle>,
        done: u64,
        of: u64,
    },
    Region(Box<Telling>),
}

impl<S: Source> Here<S> {
    #[must_use]
    pub fn new(source: S) -> Self {
        Self::of_share(source, Share::default())
    }

    /// Reads a share of a bundle alone.
    #[must_use]
    pub fn of_share(source: S, share: Share) -> Self {
        Self {
            source: Some(source),
            share,
            work: None,
            steps: VecDeque::new(),
        }
    }
}

impl Here<Bytes> {
    /// For what is told and not read.
    #[must_use]
    pub fn without_file(share: Share) -> Self {
        Self {
            source: None,
            share,
            work: None,
            steps: VecDeque::new(),
        }
    }
}

impl<S: Source> Reads for Here<S> {
    async fn begin(&mut self, task: &Task) -> Result<(), Trouble> {
        self.work = Some(match task {
            Task::Bundle {
                name,
                world,
                known,
                desk,
            } => {
                let (from, until) = self.share.bytes();
                // What the head says holds for all that comes after it.
                let beginning = match &self.source {
                    Some(source) if from.is_some() => source.beginning(BEGINNING).await,
                    _ => Ok(Vec::new()),
                };
                let beginning = beginning?;
                // With the byte before, which tells whether a line begins there.
                let from = from.map_or(0, |from| from - 1);
                let length = self.source.as_ref().map_or(0, Source::length);
                if let Some(source) = &mut self.source {
                    source.skip(from);
                }
                let (name, world) = (name.clone(), world.clone());
                let reading =
                    ReadingBundle::new(name, (world, *desk), known, self.share, &beginning);
                Work::Bundle {
                    of: until.unwrap_or(length).saturating_sub(from),
                    reading: Box::new(reading),
                    done: 0,
                }
            }
            Task::Region {
                scenario,
                towns,
                today,
                world,
            } => Work::Region(Box::new(Telling::new(
                scenario,
                towns,
                *today,
                world.clone(),
                self.share,
            )?)),
        });
        Ok(())
    }

    async fn next(&mut self) -> Result<Step, Trouble> {
        loop {
            if let Some(step) = self.steps.pop_front() {
                return Ok(step);
            }
            match self.work.take() {
                None => return Err(Trouble::Store(String::from("nothing is being read"))),
                Some(Work::Bundle {
                    mut reading,
                    done,
                    of,
                }) => {
                    let Some(source) = &mut self.source else {
                        return Err(Trouble::BadFile(BadFile::empty()));
                    };
                    let room = reading.room();
                    let before = room.len();
                    let more = source.next(room).await?;
                    let came = (room.len() - before) as u64;
                    if reading.is_over() || !more {
                        let end = reading.end(&mut self.steps)?;
                        self.steps.push_back(Step::End(Box::new(end)));
                        continue;
                    }
                    let done = done + came;
                    reading.take_in(came, &mut self.steps)?;
                    let of = of.max(done);
                    self.steps.push_back(Step::Came { done, of });
                    self.work = Some(Work::Bundle { reading, done, of });
                }
                Some(Work::Region(mut telling)) => {
                    if telling.slice(&mut self.steps) {
                        self.work = Some(Work::Region(telling));
                    } else {
                        let end = telling.end(&mut self.steps);
                        self.steps.push_back(Step::End(Box::new(End::Region(end))));
                    }
                }
            }
        }
    }
}

/// Hands out what has gathered, once it is worth a message.
pub(super) fn hand_out(network: &mut Network, steps: &mut VecDeque<Step>) {
    if network.len() >= TOGETHER {
        steps.push_back(Step::Network(Box::new(std::mem::take(network))));
    }
}
