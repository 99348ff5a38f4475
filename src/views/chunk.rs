//! A stretch of rows with what they are found by: at most 4,096, sealed once full (or where a share of a bundle
//! that was read beside others ends).
//!
//! Rows are only ever added; one that changes is added anew at the end and the old one is marked
//! dead. Sealed stretches therefore never change, and lie on disk as they are.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::raw;
use super::row::{CaseRow, Findable};
use crate::law::blank::is_unseen;

/// Rows of a stretch.
pub const ROWS: usize = 4096;

/// A full stretch.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    pub rows: Vec<CaseRow>,
    pub found: Index,
}

/// What the rows of a sealed stretch are found by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The terms of all rows, one after another, each row's ended by a line break.
    terms: String,
    /// Where each row's terms begin.
    #[serde(with = "raw::numbers")]
    starts: Vec<u32>,
    /// Every pair that occurs, sorted.
    #[serde(with = "raw::numbers")]
    pairs: Vec<u32>,
    /// Where each pair's postings begin.
    #[serde(with = "raw::numbers")]
    postings_from: Vec<u32>,
    /// Rows in order as differences, seven bits a byte.
    #[serde(with = "raw::bytes")]
    postings: Vec<u8>,
}

impl Index {
    /// Builds the index of a stretch.
    #[must_use]
    pub fn of(found: &[Findable]) -> Self {
        let mut index = Self::default();
        let mut postings = Postings::default();
        // Room at once, for growing copies what is there.
        let bytes = |one: &Findable| one.terms.len() + 1;
        index.terms.reserve(found.iter().map(bytes).sum());
        let pairs = found.iter().map(|one| one.pairs.len());
        postings.found.reserve(pairs.sum());
        for (row, findable) in found.iter().enumerate() {
            index.starts.push(length(index.terms.len()));
            index.terms.push_str(&findable.terms);
            index.terms.push('\n');
            for pair in &findable.pairs {
                postings.put(*pair, row as u16);
            }
        }
        let (pairs, rows) = postings.by_pair();
        for (pair, its_rows) in pairs {
            index.pairs.push(pair);
            index.postings_from.push(length(index.postings.len()));
            let mut last = 0;
            for row in &rows[its_rows] {
                write_number(u64::from(row - last), &mut index.postings);
                last = *row;
            }
        }
        index
    }

    /// Adds to `hits` the rows whose terms contain `needle`.
    pub fn containing(&self, needle: &str, hits: &mut Vec<u16>) {
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        let mut from = 0;
        while let Some(at) = finder.find(&self.terms.as_bytes()[from..]) {
            let at = from + at;
            let row = self.starts.partition_point(|start| *start as usize <= at) - 1;
            hits.push(row as u16);
            // On with the next row: one hit is enough.
            from = self
                .starts
                .get(row + 1)
                .map_or(self.terms.len(), |start| *start as usize);
        }
    }

    /// Adds to `hits` the rows that have every one of `pairs`.
    pub fn having(&self, pairs: &[u32], hits: &mut Vec<u16>) {
        let mut left: Option<Vec<u16>> = None;
        for pair in pairs {
            let Ok(place) = self.pairs.binary_search(pair) else {
                return;
            };
            let rows = self.rows_of(place);
            left = Some(match left {
                None => rows,
                Some(kept) => kept
                    .into_iter()
                    .filter(|row| rows.binary_search(row).is_ok())
                    .collect(),
            });
        }
        hits.extend(left.unwrap_or_default());
    }

    fn rows_of(&self, place: usize) -> Vec<u16> {
        let from = self.postings_from[place] as usize;
        let to = self
            .postings_from
            .get(place + 1)
            .map_or(self.postings.len(), |at| *at as usize);
        let mut bytes = self.postings[from..to].iter();
        let mut rows = Vec::new();
        let mut row = 0u64;
        while let Some(step) = read_number(&mut bytes) {
            row += step;
            rows.push(row as u16);
        }
        rows
    }
}

/// Which rows have which pairs, while an index is built. A million pairs occur in a stretch, of which some ten
/// thousand differ: each is looked up, so that only those that differ are sorted.
#[derive(Default)]
struct Postings {
    seen: FxHashMap<u32, Seen>,
    /// A pair's place and a row, in the order of the rows.
    found: Vec<(u32, u16)>,
}

/// What is known of a pair.
struct Seen {
    /// So many others were seen before.
    place: u32,
    /// So many rows have it.
    rows: u32,
    /// The last that did.
    last: Option<u16>,
}

impl Postings {
    /// Takes note of a pair. Rows come in their order; a pair may come several times with one.
    fn put(&mut self, pair: u32, row: u16) {
        let place = length(self.seen.len());
        let seen = self.seen.entry(pair).or_insert(Seen {
            place,
            rows: 0,
            last: None,
        });
        if seen.last != Some(row) {
            seen.last = Some(row);
            seen.rows += 1;
            self.found.push((seen.place, row));
        }
    }

    /// Every pair in order and where its rows stand, and these rows.
    fn by_pair(self) -> (Vec<(u32, Range<usize>)>, Vec<u16>) {
        let mut end = 0;
        let mut free = vec![0; self.seen.len()];
        let pairs = self.seen.into_iter().map(|(pair, seen)| {
            let begin = end;
            end += seen.rows as usize;
            free[seen.place as usize] = begin;
            (pair, begin..end)
        });
        let mut pairs: Vec<_> = pairs.collect();
        let mut rows = vec![0; end];
        for (place, row) in self.found {
            let at = &mut free[place as usize];
            rows[*at] = row;
            *at += 1;
        }
        pairs.sort_unstable_by_key(|(pair, _)| *pair);
        (pairs, rows)
    }
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn write_number(mut number: u64, out: &mut Vec<u8>) {
    while number >= 128 {
        out.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn read_number(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u64> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = bytes.next()?;
        number |= u64::from(byte & 127) << shift;
        if byte & 128 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}

/// The stretch that is being filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Open {
    pub rows: Vec<CaseRow>,
    pub found: Vec<Findable>,
}

impl Open {
    /// Puts in a row; gives the stretch where that filled it.
    pub fn put(&mut self, row: CaseRow, findable: Findable) -> Option<Sealed> {
        self.rows.push(row);
        self.found.push(findable);
        (self.rows.len() == ROWS).then(|| self.seal())
    }

    /// Seals it, leaving an empty one.
    pub fn seal(&mut self) -> Sealed {
        let index = Index::of(&self.found);
        self.found.clear();
        Sealed {
            rows: std::mem::take(&mut self.rows),
            found: index,
        }
    }

    /// Adds to `hits` the rows that `words` finds.
    pub fn find(&self, words: &Words, hits: &mut Vec<u16>) {
        for (row, findable) in self.found.iter().enumerate() {
            if words.is_in(findable) {
                hits.push(row as u16);
            }
        }
    }
}

/// What is looked for: one word of the search box.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub needle: String,
    /// Sought in texts only when there are at least two characters.
    pub pairs: Vec<u32>,
}

impl Words {
    /// The words of a search, each of which must be found. Phone numbers are sought without what
    /// people put between their digits.
    #[must_use]
    pub fn of(search: &str) -> Vec<Self> {
        // Pasted text brings what nobody sees; names are kept without.
        let seen: String = search.chars().filter(|c| !is_unseen(*c)).collect();
        seen.split_whitespace()
            .map(|word| {
                let digits_only = word.chars().all(|c| c.is_ascii_digit() || c == '-');
                let needle = if digits_only {
                    word.replace('-', "")
                } else {
                    word.to_lowercase()
                };
                let pairs = super::row::pairs_of(&needle).collect();
                Self { needle, pairs }
            })
            .collect()
    }

    /// Whether a case is found by this word.
    #[must_use]
    pub fn is_in(&self, findable: &Findable) -> bool {
        let has = |pair| findable.pairs.contains(pair);
        findable.terms.contains(&self.needle)
            || (!self.pairs.is_empty() && self.pairs.iter().all(has))
    }
}

impl Sealed {
    /// Adds to `hits` the rows that `words` finds.
    pub fn find(&self, words: &Words, hits: &mut Vec<u16>) {
        self.found.containing(&words.needle, hits);
        if !words.pairs.is_empty() {
            self.found.having(&words.pairs, hits);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Index;
    use crate::views::row::Findable;

    #[test]
    fn a_row_is_found_once_however_often_its_text_says_it() {
        let texts = [vec![7, 7, 3, 7], vec![9], vec![3, 7, 3]];
        let found = texts.map(|pairs| Findable {
            terms: String::new(),
            pairs,
        });
        let index = Index::of(&found);
        let having = |pairs: &[u32]| {
            let mut hits = Vec::new();
            index.having(pairs, &mut hits);
            hits
        };
        assert_eq!(having(&[7]), [0, 2]);
        assert_eq!(having(&[3, 7]), [0, 2]);
        assert_eq!(having(&[9]), [1]);
        assert!(having(&[7, 9]).is_empty());
    }

    #[test]
    fn every_pair_of_every_row_is_found_again_and_none_beside() {
        let mut seed = 7u64;
        let mut roll = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        let rows = 300;
        let found: Vec<Findable> = (0..rows)
            .map(|_| Findable {
                terms: String::new(),
                pairs: (0..roll(40)).map(|_| roll(97) as u32 * 40_503).collect(),
            })
            .collect();
        let index = Index::of(&found);
        assert!(index.pairs.is_sorted());
        for pair in (0..97).map(|n| n * 40_503) {
            let expected: Vec<u16> = (0..)
                .zip(&found)
                .filter(|(_, one)| one.pairs.contains(&pair))
                .map(|(row, _)| row)
                .collect();
            let mut hits = Vec::new();
            index.having(&[pair], &mut hits);
            assert_eq!(hits, expected, "{pair}");
        }
    }
}
