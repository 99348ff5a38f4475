//! A stretch of rows with what they are found by: at most 4,096, sealed once full (or where a share of a bundle
//! that was read beside others ends).
//!
//! Rows are only ever added; one that changes is added anew at the end and the old one is marked
//! dead. Sealed stretches therefore never change, and lie on disk as they are.

use serde::{Deserialize, Serialize};

use super::raw;
use super::row::{CaseRow, Findable};

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
        let mut occurrences: Vec<u64> = Vec::new();
        for (row, findable) in found.iter().enumerate() {
            index.starts.push(length(index.terms.len()));
            index.terms.push_str(&findable.terms);
            index.terms.push('\n');
            occurrences.extend(
                findable
                    .pairs
                    .iter()
                    .map(|pair| u64::from(*pair) << 16 | row as u64),
            );
        }
        let mut last = 0u64;
        for occurrence in by_pair(occurrences) {
            let (pair, row) = ((occurrence >> 16) as u32, occurrence & 0xffff);
            if index.pairs.last() != Some(&pair) {
                index.pairs.push(pair);
                index.postings_from.push(length(index.postings.len()));
                last = 0;
            } else if row == last {
                // Once more in the same text.
                continue;
            }
            write_number(row - last, &mut index.postings);
            last = row;
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

/// Sorts occurrences, which come in the order of their rows, by their pairs: eleven bits after eleven from the last
/// ones, keeping the order of equals, for there are half a million of them in a stretch.
fn by_pair(mut occurrences: Vec<u64>) -> Vec<u64> {
    const DIGIT: usize = 1 << 11;
    let mut sorted = vec![0; occurrences.len()];
    for shift in [16, 27, 38] {
        let of = |occurrence: u64| (occurrence >> shift) as usize % DIGIT;
        let mut places = [0usize; DIGIT];
        for occurrence in &occurrences {
            places[of(*occurrence)] += 1;
        }
        let mut from = 0;
        for place in &mut places {
            from += std::mem::replace(place, from);
        }
        for occurrence in &occurrences {
            let place = &mut places[of(*occurrence)];
            sorted[*place] = *occurrence;
            *place += 1;
        }
        std::mem::swap(&mut occurrences, &mut sorted);
    }
    occurrences
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
            let in_terms = findable.terms.contains(&words.needle);
            let in_text = !words.pairs.is_empty()
                && words.pairs.iter().all(|pair| findable.pairs.contains(pair));
            if in_terms || in_text {
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
        search
            .split_whitespace()
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
    use super::{Index, by_pair};
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
    fn occurrences_are_sorted_by_pair_and_keep_the_order_of_their_rows() {
        let mut seed = 7u64;
        let occurrences: Vec<u64> = (0..5_000u64)
            .map(|row| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (seed >> 40 & 0xfff0_00ff) << 16 | row
            })
            .collect();
        let mut expected = occurrences.clone();
        expected.sort_unstable();
        assert_eq!(by_pair(occurrences), expected);
    }
}
