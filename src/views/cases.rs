//! All cases: added and replaced by stream; `found` filters, sorts and counts them.

mod found;

use std::collections::HashMap;

use crate::domain::id::{StreamId, StreamKind};

use super::chunk::{Index, Open, ROWS, Sealed};
use super::row::{CaseRow, Findable};

/// Places from here on are those of voided cases.
const VOIDED: u32 = 1 << 31;

pub use found::{line, matches};

/// The cases of a record.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    sealed: Vec<Sealed>,
    open: Open,
    /// Rows that were replaced, a bit each, stretch by stretch.
    dead: Vec<Vec<u64>>,
    places: HashMap<[u8; 16], u32>,
    /// Stretches that were sealed since they were last kept.
    fresh: Vec<usize>,
    /// Cases that count nowhere and can be looked up, in the order of their ids.
    voided: Vec<(CaseRow, Findable)>,
}

impl Cases {
    /// Puts in the row of a stream, or takes it out.
    pub fn put(&mut self, id: &StreamId, row: Option<(CaseRow, Findable)>) {
        if let Some(place) = self.places.remove(&id.random) {
            self.kill(place);
        }
        if let Ok(at) = self.voided_at(id.random) {
            self.voided.remove(at);
        }
        let Some((row, findable)) = row else { return };
        let place = self.sealed.len() * ROWS + self.open.rows.len();
        self.places
            .insert(id.random, u32::try_from(place).unwrap_or(u32::MAX));
        if let Some(sealed) = self.open.put(row, findable) {
            self.fresh.push(self.sealed.len());
            self.sealed.push(sealed);
        }
    }

    /// Puts in the row of a case that was voided: it is among no cases, and found where voided ones are asked for.
    pub fn put_voided(&mut self, id: &StreamId, row: CaseRow, findable: Findable) {
        self.put(id, None);
        if let Err(at) = self.voided_at(id.random) {
            self.voided.insert(at, (row, findable));
        }
    }

    fn voided_at(&self, id: [u8; 16]) -> Result<usize, usize> {
        self.voided.binary_search_by_key(&id, |(row, _)| row.id)
    }

    /// The voided cases, which [`Self::restore`] does not bring back.
    #[must_use]
    pub fn voided(&self) -> &[(CaseRow, Findable)] {
        &self.voided
    }

    /// Takes in voided cases that none of these are.
    pub fn absorb_voided(&mut self, more: Vec<(CaseRow, Findable)>) {
        for (row, findable) in more {
            self.put_voided(&StreamId::new(StreamKind::CASE, row.id), row, findable);
        }
    }

    /// Takes in cases that none of these are: what an import collected.
    pub fn absorb(&mut self, sealed: Vec<Sealed>, rows: Vec<CaseRow>, found: Vec<Findable>) {
        let fresh = (0..sealed.len()).collect();
        let other = Self {
            fresh,
            ..Self::restore(sealed, rows, found, Vec::new())
        };
        let Self {
            sealed,
            open,
            dead,
            places,
            fresh,
            voided: _,
        } = other;
        // The rows that are not sealed here come to stand behind the others.
        let offset = self.sealed.len();
        let rows = std::mem::take(&mut self.open);
        let ours: Vec<_> = rows
            .rows
            .into_iter()
            .zip(rows.found)
            .enumerate()
            .filter(|(row, _)| !self.is_dead((offset * ROWS + row) as u32))
            .map(|(_, pair)| pair)
            .collect();
        self.dead.resize(offset, Vec::new());
        self.dead.extend(dead);
        self.sealed.extend(sealed);
        self.open = open;
        self.fresh.extend(fresh.into_iter().map(|at| at + offset));
        let moved = places
            .into_iter()
            .map(|(id, place)| (id, place + (offset * ROWS) as u32));
        self.places.extend(moved);
        for (row, found) in ours {
            self.places.remove(&row.id);
            self.put(&StreamId::new(StreamKind::CASE, row.id), Some((row, found)));
        }
    }

    fn kill(&mut self, place: u32) {
        let (stretch, row) = (place as usize / ROWS, place as usize % ROWS);
        if self.dead.len() <= stretch {
            self.dead.resize(stretch + 1, Vec::new());
        }
        let bits = &mut self.dead[stretch];
        bits.resize(ROWS / 64, 0);
        bits[row / 64] |= 1 << (row % 64);
    }

    fn is_dead(&self, place: u32) -> bool {
        let (stretch, row) = (place as usize / ROWS, place as usize % ROWS);
        self.dead.get(stretch).is_some_and(|bits| {
            bits.get(row / 64)
                .is_some_and(|word| word >> (row % 64) & 1 == 1)
        })
    }

    fn at(&self, place: u32) -> &CaseRow {
        if let Some(at) = place.checked_sub(VOIDED) {
            return &self.voided[at as usize].0;
        }
        let (stretch, row) = (place as usize / ROWS, place as usize % ROWS);
        match self.sealed.get(stretch) {
            Some(sealed) => &sealed.rows[row],
            None => &self.open.rows[row],
        }
    }

    /// How many cases count.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The row of a stream.
    #[must_use]
    pub fn get(&self, id: &StreamId) -> Option<&CaseRow> {
        self.places.get(&id.random).map(|place| self.at(*place))
    }

    /// Every row that counts, in the order in which they came.
    pub fn rows(&self) -> impl Iterator<Item = &CaseRow> {
        self.numbered().map(|(_, row)| row)
    }

    fn numbered(&self) -> impl Iterator<Item = (u32, &CaseRow)> {
        let sealed = self.sealed.iter().map(|sealed| &sealed.rows);
        let stretches = sealed.chain([&self.open.rows]).enumerate();
        let all = stretches.flat_map(|(stretch, rows)| {
            let first = (stretch * ROWS) as u32;
            (first..).zip(rows)
        });
        all.filter(|(place, _)| !self.is_dead(*place))
    }

    /// Cases beside `id` that have the same number.
    #[must_use]
    pub fn same_number(&self, id: &StreamId) -> Vec<StreamId> {
        let Some(number) = self.get(id).and_then(|row| row.number.as_ref()) else {
            return Vec::new();
        };
        let same = self
            .rows()
            .filter(|row| row.id != id.random && row.number.as_ref() == Some(number));
        same.map(|row| StreamId::new(StreamKind::CASE, row.id))
            .collect()
    }

    /// A stretch that was sealed and not kept yet, with its place; each is given once.
    pub fn next_fresh(&mut self) -> Option<(usize, &Sealed)> {
        let stretch = self.fresh.pop()?;
        Some((stretch, &self.sealed[stretch]))
    }

    /// Puts in what a sealed stretch is found by: restored without it, none of its cases is found by words.
    pub fn put_index(&mut self, stretch: usize, index: Index) {
        if let Some(sealed) = self.sealed.get_mut(stretch) {
            sealed.found = index;
        }
    }

    /// What is not in sealed stretches: rows still open, and the dead.
    #[must_use]
    pub fn rest(&self) -> (&[CaseRow], &[Findable], &[Vec<u64>], usize) {
        (
            &self.open.rows,
            &self.open.found,
            &self.dead,
            self.sealed.len(),
        )
    }

    /// Puts together what was kept.
    #[must_use]
    pub fn restore(
        sealed: Vec<Sealed>,
        rows: Vec<CaseRow>,
        found: Vec<Findable>,
        dead: Vec<Vec<u64>>,
    ) -> Self {
        let mut cases = Self {
            sealed,
            open: Open { rows, found },
            dead,
            ..Self::default()
        };
        let mut places = HashMap::with_capacity(cases.sealed.len() * ROWS + cases.open.rows.len());
        places.extend(cases.numbered().map(|(place, row)| (row.id, place)));
        cases.places = places;
        cases
    }
}
