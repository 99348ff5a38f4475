//! The long work in shares: several do it, each a share of it, and come to one end, as if one had done it.

use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::task::Poll;

use crate::domain::id::StreamId;
use crate::exchange::bundle::{BadFile, Counted, Tally};

use super::{Bundle, End, Reads, Region, Rows, Share, ShareEnd, Step, Task};
use crate::engine::protocol::Trouble;

/// A share of a file is worth a worker of its own from so many bytes on.
const LEAST: u64 = 8 << 20;
/// More than so many would wait for the disk.
const MOST: u64 = 4;
/// Each who tells a region has all of it in memory at the beginning.
const TELLERS: u64 = 2;

/// Those who work at one task. `start` makes one that does a share.
pub struct Shares<R, F> {
    start: F,
    plan: Vec<Share>,
    sides: Vec<Side<R>>,
    /// Whose turn it is to be asked first.
    turn: usize,
}

struct Side<R> {
    reads: R,
    counted: Counted,
    came: (u64, u64),
    ended: Option<Result<End, Trouble>>,
}

impl<R: Reads, F: FnMut(Share) -> Result<R, Trouble>> Shares<R, F> {
    /// For a file of `length` bytes, which `hands` may read at once; of length 0 where it can only be read from its
    /// beginning.
    pub fn of_file(length: u64, hands: u64, start: F) -> Self {
        let shares = (length / LEAST).min(hands).clamp(1, MOST);
        let cuts: Vec<u64> = (1..shares).map(|n| length * n / shares).collect();
        Self::cut(&cuts, start)
    }

    /// For a file that is cut at these bytes.
    pub fn cut(cuts: &[u64], start: F) -> Self {
        let cuts = cuts.iter().copied().map(Some);
        let froms = std::iter::once(None).chain(cuts.clone());
        let plan = froms.zip(cuts.chain([None]));
        Self::planned(
            plan.map(|(from, until)| Share::Bytes { from, until })
                .collect(),
            start,
        )
    }

    /// For a region that `hands` may tell at once.
    pub fn of_region(hands: u64, start: F) -> Self {
        let of = hands.clamp(1, TELLERS) as usize;
        Self::planned(
            (0..of).map(|first| Share::Desks { first, of }).collect(),
            start,
        )
    }

    fn planned(mut plan: Vec<Share>, start: F) -> Self {
        if plan.len() == 1 {
            plan = vec![Share::Whole];
        }
        Self {
            start,
            plan,
            sides: Vec::new(),
            turn: 0,
        }
    }

    /// Starts those who will be asked to begin, so that they are ready by then.
    pub fn get_ready(&mut self) -> Result<(), Trouble> {
        for share in &self.plan {
            self.sides.push(Side {
                reads: (self.start)(*share)?,
                counted: Counted::default(),
                came: (0, 0),
                ended: None,
            });
        }
        Ok(())
    }

    /// What whoever is ready first says, and which of them it is.
    async fn heard(&mut self) -> (usize, Result<Step, Trouble>) {
        self.turn += 1;
        let (count, turn) = (self.sides.len(), self.turn);
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
                if let Poll::Ready(step) = next.as_mut().poll(context) {
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
            Some(Ok(End::Share(end))) => end.foot.is_some(),
            Some(Ok(_)) => false,
            Some(Err(_)) | None => true,
        };
        let last = self.sides.iter().find(last);
        last.is_none_or(|side| side.ended.is_some())
    }

    fn came(&self) -> Step {
        let (done, of) = self.sides.iter().fold((0, 0), |(done, of), side| {
            (done + side.came.0, of + side.came.1)
        });
        Step::Came { done, of }
    }

    /// The end of all, once each share has come to its own.
    fn put_together(&mut self) -> Result<Step, Trouble> {
        let mut parts = Vec::new();
        let mut told: Option<Region> = None;
        let mut before = 0;
        for side in std::mem::take(&mut self.sides) {
            match side.ended {
                Some(Ok(End::Share(end))) => {
                    let line = before + end.lines;
                    before += end.edge.unwrap_or(end.lines + 1) - 1;
                    let at_end = end.foot.is_some();
                    parts.push((end, side.counted, line));
                    if at_end {
                        break;
                    }
                }
                Some(Ok(End::Region(region))) => {
                    told = Some(match told {
                        None => region,
                        Some(told) => both_told(told, region),
                    });
                }
                Some(Ok(End::Bundle(_))) | None => break,
                Some(Err(Trouble::BadFile(bad))) => {
                    return Err(Trouble::BadFile(further_down(bad, before)));
                }
                Some(Err(trouble)) => return Err(trouble),
            }
        }
        if let Some(told) = told {
            return Ok(Step::End(Box::new(End::Region(told))));
        }
        let mut streams: BTreeSet<StreamId> = BTreeSet::new();
        for (part, _, _) in &parts {
            let count = streams.len() + part.streams.len();
            streams.extend(&part.streams);
            // A stream in two shares was folded in parts: one has to read it all.
            if streams.len() < count {
                self.plan = vec![Share::Whole];
                return Ok(Step::Again);
            }
        }
        let bundle = whole(parts).map_err(Trouble::BadFile)?;
        Ok(Step::End(Box::new(End::Bundle(bundle))))
    }
}

impl<R: Reads, F: FnMut(Share) -> Result<R, Trouble>> Reads for Shares<R, F> {
    async fn begin(&mut self, task: &Task) -> Result<(), Trouble> {
        if self.sides.is_empty() {
            self.get_ready()?;
        }
        for side in &mut self.sides {
            side.reads.begin(task).await?;
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
                Ok(Step::Came { done, of }) => {
                    side.came = (done, of);
                    return Ok(self.came());
                }
                Ok(Step::End(end)) => side.ended = Some(Ok(*end)),
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

/// Shares that have no stream in common as one bundle, compared with its foot. With each comes what it counted, and
/// its last line as the file counts.
fn whole(parts: Vec<(ShareEnd, Counted, u64)>) -> Result<Bundle, BadFile> {
    let mut tally = Tally::default();
    let mut whole: Option<Bundle> = None;
    let mut foot = None;
    for (part, mut counted, line) in parts {
        tally.take(&mut counted);
        foot = part.foot.map(|foot| (foot, line));
        whole = Some(match whole {
            None => part.bundle,
            Some(whole) => joined(whole, part.bundle),
        });
    }
    let (Some(mut bundle), Some((foot, line))) = (whole, foot) else {
        return Err(BadFile::empty());
    };
    let desk = bundle.preview.exported_by.desk;
    let compared = tally.check(&foot, desk);
    compared.map_err(|problem| BadFile {
        line,
        at: 0,
        problem,
    })?;
    bundle.backup = foot.backup;
    Ok(bundle)
}

fn joined(mut whole: Bundle, more: Bundle) -> Bundle {
    both_said(&mut whole.rows, more.rows);
    whole.refold.extend(more.refold);
    whole.gone.extend(more.gone);
    whole.counts.add(more.counts);
    whole.preview.add(more.preview);
    whole
}

fn both_told(mut told: Region, more: Region) -> Region {
    both_said(&mut told.rows, more.rows);
    told.desk = told.desk.or(more.desk);
    told
}

/// All rows of the later one are sealed.
fn both_said(rows: &mut Rows, more: Rows) {
    rows.network.absorb(more.network);
    rows.voided.extend(more.voided);
    rows.withheld.extend(more.withheld);
    rows.unplaced.extend(more.unplaced);
}
