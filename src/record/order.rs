//! The one order in which every desk folds the lines of a stream, and what each author had seen.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::domain::fact::Past;
use crate::domain::id::EntryId;

use super::line::Line;

/// A line in its place.
pub(super) struct Placed<'l, 'a> {
    pub line: &'l Line<'a>,
    pub past: Past,
    /// Not all of its parents are here.
    pub missing: bool,
}

/// Again and again the smallest (`n`, id) whose parents that are present are taken.
pub(super) fn order<'l, 'a>(lines: &'l [Line<'a>]) -> Vec<Placed<'l, 'a>> {
    chain(lines).unwrap_or_else(|| tangled(lines))
}

/// Any stream. Apart from the ordinary one, which is hot where much is read.
#[inline(never)]
fn tangled<'l, 'a>(lines: &'l [Line<'a>]) -> Vec<Placed<'l, 'a>> {
    let place: BTreeMap<EntryId, usize> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| (line.id, i))
        .collect();
    let mut waiting = vec![0usize; lines.len()];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lines.len()];
    for (i, line) in lines.iter().enumerate() {
        for parent in line.after.iter().filter_map(|id| place.get(id)) {
            waiting[i] += 1;
            children[*parent].push(i);
        }
    }
    let key = |i: usize| Reverse((lines[i].n, lines[i].id, i));
    let mut ready: BinaryHeap<_> = (0..lines.len())
        .filter(|i| waiting[*i] == 0)
        .map(key)
        .collect();
    let mut position = vec![0usize; lines.len()];
    let mut pasts: Vec<Vec<u64>> = Vec::with_capacity(lines.len());
    let mut placed = Vec::with_capacity(lines.len());
    while let Some(Reverse((_, _, i))) = ready.pop() {
        let here = placed.len();
        position[i] = here;
        let mut past = vec![0u64; here / 64 + 1];
        let mut missing = false;
        for parent in &lines[i].after {
            let Some(parent) = place.get(parent) else {
                missing = true;
                continue;
            };
            let at = position[*parent];
            for (word, seen) in past.iter_mut().zip(&pasts[at]) {
                *word |= seen;
            }
            past[at / 64] |= 1 << (at % 64);
        }
        let all = (0..here).all(|at| past[at / 64] >> (at % 64) & 1 == 1);
        let seen = if all {
            Past::All
        } else {
            Past::Some(past.clone())
        };
        placed.push(Placed {
            line: &lines[i],
            past: seen,
            missing,
        });
        pasts.push(past);
        for child in &children[i] {
            waiting[*child] -= 1;
            if waiting[*child] == 0 {
                ready.push(key(*child));
            }
        }
    }
    placed
}

/// The ordinary stream: each entry comes after the one before it, and after nothing else.
fn chain<'l, 'a>(lines: &'l [Line<'a>]) -> Option<Vec<Placed<'l, 'a>>> {
    let mut sorted: Vec<&Line<'_>> = lines.iter().collect();
    sorted.sort_by_key(|line| line.n);
    let first = sorted.first()?;
    let linked = sorted
        .windows(2)
        .all(|pair| pair[1].after == [pair[0].id] && pair[1].n > pair[0].n);
    if !first.after.is_empty() || !linked {
        return None;
    }
    Some(
        sorted
            .into_iter()
            .map(|line| Placed {
                line,
                past: Past::All,
                missing: false,
            })
            .collect(),
    )
}
