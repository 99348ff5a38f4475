//! A bundle that several read, each a share of it: they come to one end, as if one had read it.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use crate::exchange::bundle::{BadFile, BadFileProblem, Counted, Foot, Tally};

use super::{Bundle, End, Reads, Share, ShareEnd, Step, Task};
use crate::engine::protocol::{ProgressUnit, Trouble};

/// A share is worth a worker of its own from so many bytes on.
const LEAST: u64 = 8 << 20;
/// More than so many would wait for the disk.
const MOST: u64 = 4;

/// Readers of one bundle. `start` makes one that reads a share.
pub struct Shares<R, F> {
    start: F,
    /// Bytes of the file that may be cut; none where it may not be.
    cuts: Vec<u64>,
    sides: Vec<Side<R>>,
    /// Whose turn it is to be asked first.
    turn: usize,
}

struct Side<R> {
    reads: R,
    /// Not taken into the sum yet, for a share before it isn't at its end.
    counted: Counted,
    came: (u64, u64),
    ended: Option<Result<ShareEnd, Trouble>>,
}

impl<R: Reads, F: FnMut(Share) -> Result<R, Trouble>> Shares<R, F> {
    /// For a file of `length` bytes that `hands` may read at once; 0 where it can only be read from its beginning.
    pub fn new(length: u64, hands: u64, start: F) -> Self {
        let shares = (length / LEAST).min(hands).clamp(1, MOST);
        Self::cut((1..shares).map(|n| length * n / shares).collect(), start)
    }

    /// Cut at these bytes.
    pub fn cut(cuts: Vec<u64>, start: F) -> Self {
        Self {
            start,
            cuts,
            sides: Vec::new(),
            turn: 0,
        }
    }

    /// What whoever is ready first says, and which of them it is.
    async fn heard(&mut self) -> (usize, Result<Step, Trouble>) {
        self.turn += 1;
        let count = self.sides.len();
        let turn = self.turn;
        let mut waited: Vec<_> = self
            .sides
            .iter_mut()
            .enumerate()
            .filter(|(_, side)| side.ended.is_none())
            .map(|(place, side)| (place, Box::pin(side.reads.next())))
            .collect();
        waited.sort_by_key(|(place, _)| (place + turn) % count);
        poll_fn(|context| {
            for (place, next) in &mut waited {
                if let Poll::Ready(step) = pin!(next).poll(context) {
                    return Poll::Ready((*place, step));
                }
            }
            Poll::Pending
        })
        .await
    }

    /// Whether every share that counts is at its end: after one that failed or met the foot none does.
    fn is_over(&self) -> bool {
        let last = |side: &&Side<R>| match &side.ended {
            Some(Ok(end)) => end.foot.is_some(),
            Some(Err(_)) | None => true,
        };
        self.sides
            .iter()
            .find(last)
            .is_none_or(|side| side.ended.is_some())
    }

    fn came(&self) -> Step {
        let (done, of) = self.sides.iter().fold((0, 0), |(done, of), side| {
            (done + side.came.0, of + side.came.1)
        });
        Step::Came {
            done,
            of,
            unit: ProgressUnit::Bytes,
        }
    }

    /// The end of all, once each share has come to its own.
    fn put_together(&mut self) -> Result<Step, Trouble> {
        let mut tally = Tally::default();
        let mut whole: Option<Bundle> = None;
        let mut streams = BTreeSet::new();
        let mut before = 0;
        let mut foot = None;
        for mut side in std::mem::take(&mut self.sides) {
            let end = match side.ended {
                Some(Ok(end)) => end,
                Some(Err(Trouble::BadFile(bad))) => {
                    return Err(Trouble::BadFile(further_down(bad, before)));
                }
                Some(Err(trouble)) => return Err(trouble),
                None => break,
            };
            tally.take(&mut side.counted);
            let count = streams.len() + end.streams.len();
            streams.extend(end.streams);
            // A stream in two shares was folded in parts: one has to read it all.
            if streams.len() < count {
                self.cuts.clear();
                return Ok(Step::Again);
            }
            let at_end = end.foot.is_some();
            if at_end {
                foot = end.foot.map(|foot| (before + end.lines, foot));
            }
            before += end.edge.unwrap_or(end.lines + 1) - 1;
            whole = Some(match whole {
                None => end.bundle,
                Some(whole) => joined(whole, end.bundle),
            });
            if at_end {
                break;
            }
        }
        let (Some(bundle), Some((line, foot))) = (whole, foot) else {
            return Err(Trouble::BadFile(BadFile::empty()));
        };
        compare(&mut tally, &foot, &bundle, line)?;
        Ok(Step::End(Box::new(End::Bundle(bundle))))
    }
}

impl<R: Reads, F: FnMut(Share) -> Result<R, Trouble>> Reads for Shares<R, F> {
    async fn begin(&mut self, task: &Task) -> Result<(), Trouble> {
        self.sides.clear();
        let cuts = self.cuts.iter().copied().map(Some);
        let ends = cuts.clone().chain([None]);
        for (from, until) in std::iter::once(None).chain(cuts).zip(ends) {
            let mut reads = (self.start)(Share { from, until })?;
            reads.begin(task).await?;
            self.sides.push(Side {
                reads,
                counted: Counted::default(),
                came: (0, 0),
                ended: None,
            });
        }
        Ok(())
    }

    async fn next(&mut self) -> Result<Step, Trouble> {
        if let [alone] = &mut *self.sides {
            return alone.reads.next().await;
        }
        loop {
            if self.is_over() {
                return self.put_together();
            }
            let (place, step) = self.heard().await;
            let side = &mut self.sides[place];
            match step {
                Err(trouble) => side.ended = Some(Err(trouble)),
                Ok(Step::Counted(mut counted)) => {
                    side.counted.lines += counted.lines;
                    side.counted.bytes.append(&mut counted.bytes);
                }
                Ok(Step::Came { done, of, .. }) => {
                    side.came = (done, of);
                    return Ok(self.came());
                }
                Ok(Step::End(end)) => {
                    if let End::Share(end) = *end {
                        side.ended = Some(Ok(end));
                    }
                }
                Ok(step) => return Ok(step),
            }
        }
    }
}

/// A share counts its lines from its own beginning.
fn further_down(bad: BadFile, before: u64) -> BadFile {
    BadFile {
        line: if bad.line == 0 { 0 } else { bad.line + before },
        ..bad
    }
}

fn compare(tally: &mut Tally, foot: &Foot, bundle: &Bundle, line: u64) -> Result<(), Trouble> {
    let desk = bundle.preview.exported_by.desk;
    tally.check(foot, desk).map_err(|problem: BadFileProblem| {
        Trouble::BadFile(BadFile {
            line,
            at: 0,
            problem,
        })
    })
}

/// Two shares that have no stream in common, as one. All rows of the later one are sealed.
fn joined(mut whole: Bundle, more: Bundle) -> Bundle {
    whole.rows.network.absorb(more.rows.network);
    whole.rows.withheld.extend(more.rows.withheld);
    whole.rows.unplaced.extend(more.rows.unplaced);
    whole.refold.extend(more.refold);
    whole.gone.extend(more.gone);
    whole.counts.add(more.counts);
    whole.preview.add(more.preview);
    whole.backup = whole.backup.or(more.backup);
    whole
}
