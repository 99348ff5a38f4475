//! All cases: added and replaced by stream, found, filtered, sorted and counted.

use std::collections::{BTreeMap, HashMap};

use crate::domain::id::{StreamId, StreamKind};
use crate::law::day::Day;

use super::answers::{FilterCounts, PartyLine, RegisterPage, RegisterRow};
use super::chunk::{Open, ROWS, Sealed, Words};
use super::query::{Query, Sort};
use super::row::{CaseRow, Findable};

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
}

impl Cases {
    /// Puts in the row of a stream, or takes it out.
    pub fn put(&mut self, id: &StreamId, row: Option<(CaseRow, Findable)>) {
        if let Some(place) = self.places.remove(&id.random) {
            self.kill(place);
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
        let all = self
            .sealed
            .iter()
            .flat_map(|s| &s.rows)
            .chain(&self.open.rows);
        all.enumerate()
            .map(|(place, row)| (place as u32, row))
            .filter(|(place, _)| !self.is_dead(*place))
    }

    /// Places that every word of the search finds, sorted; none: everything.
    fn search(&self, search: &str) -> Option<Vec<u32>> {
        let words = Words::of(search);
        let mut left: Option<Vec<u32>> = None;
        for word in &words {
            let mut found = Vec::new();
            let mut hits = Vec::new();
            for (stretch, sealed) in self.sealed.iter().enumerate() {
                hits.clear();
                sealed.find(word, &mut hits);
                found.extend(
                    hits.iter()
                        .map(|row| (stretch * ROWS) as u32 + u32::from(*row)),
                );
            }
            hits.clear();
            self.open.find(word, &mut hits);
            found.extend(
                hits.iter()
                    .map(|row| (self.sealed.len() * ROWS) as u32 + u32::from(*row)),
            );
            found.retain(|place| !self.is_dead(*place));
            found.sort_unstable();
            found.dedup();
            left = Some(match left {
                None => found,
                Some(kept) => kept
                    .into_iter()
                    .filter(|place| found.binary_search(place).is_ok())
                    .collect(),
            });
        }
        left
    }

    /// The places of the cases that a query and a search leave, in the query's order.
    fn select(&self, query: &Query, search: &str, today: Day) -> Vec<u32> {
        let mut places: Vec<u32> = match self.search(search) {
            Some(found) => found
                .into_iter()
                .filter(|place| matches(self.at(*place), query, today))
                .collect(),
            None => self
                .numbered()
                .filter(|(_, row)| matches(row, query, today))
                .map(|(place, _)| place)
                .collect(),
        };
        let newest = |row: &CaseRow| std::cmp::Reverse(row.registered);
        match query.sort.as_ref().unwrap_or(&Sort::Due) {
            Sort::Newest => places.sort_by_cached_key(|p| (newest(self.at(*p)), self.at(*p).id)),
            Sort::Oldest => places.sort_by_cached_key(|p| (self.at(*p).registered, self.at(*p).id)),
            Sort::Number => {
                places.sort_by_cached_key(|p| (number_key(self.at(*p)), self.at(*p).id))
            }
            Sort::Sum => places
                .sort_by_cached_key(|p| (std::cmp::Reverse(self.at(*p).total), self.at(*p).id)),
            // What is due first, then what has no clock, the latest first.
            Sort::Due | Sort::Unknown(_) => places.sort_by_cached_key(|p| {
                let row = self.at(*p);
                (row.due().unwrap_or(Day::MAX), newest(row), row.id)
            }),
        }
        places
    }

    /// A stretch of the register.
    #[must_use]
    pub fn page(
        &self,
        query: &Query,
        search: &str,
        from: usize,
        count: usize,
        today: Day,
    ) -> RegisterPage {
        let places = self.select(query, search, today);
        let rows = places
            .iter()
            .skip(from)
            .take(count)
            .map(|place| line(self.at(*place), today))
            .collect();
        RegisterPage {
            all: self.len(),
            found: places.len(),
            from,
            rows,
        }
    }

    /// The cases of a query, as streams, in its order.
    #[must_use]
    pub fn streams(&self, query: &Query, today: Day) -> Vec<StreamId> {
        self.select(query, "", today)
            .into_iter()
            .map(|place| StreamId::new(StreamKind::CASE, self.at(place).id))
            .collect()
    }

    /// What each choice of the filters would show, its own kind of choice put aside.
    #[must_use]
    pub fn counts(&self, query: &Query, search: &str, today: Day) -> FilterCounts {
        let found = self.search(search);
        let within = |place: u32| {
            found
                .as_ref()
                .is_none_or(|f| f.binary_search(&place).is_ok())
        };
        let rows: Vec<&CaseRow> = self
            .numbered()
            .filter(|(place, _)| within(*place))
            .map(|(_, row)| row)
            .collect();
        let fitting = |relax: &dyn Fn(&mut Query)| {
            let mut relaxed = query.clone();
            relax(&mut relaxed);
            rows.iter()
                .copied()
                .filter(move |row| matches(row, &relaxed, today))
                .collect::<Vec<_>>()
        };
        let mut mediators: BTreeMap<StreamId, usize> = BTreeMap::new();
        for row in fitting(&|q| q.mediator = None) {
            for mediator in &row.mediators {
                *mediators
                    .entry(StreamId::new(StreamKind::MEDIATOR, *mediator))
                    .or_default() += 1;
            }
        }
        FilterCounts {
            stages: tally(
                fitting(&|q| q.stages.clear())
                    .into_iter()
                    .map(|row| row.stage.clone()),
            ),
            kinds: tally(
                fitting(&|q| q.kinds.clear())
                    .into_iter()
                    .map(|row| row.kind.clone()),
            ),
            counties: tally(
                fitting(&|q| (q.county, q.town) = (None, None))
                    .into_iter()
                    .map(|row| row.county),
            ),
            towns: tally(
                fitting(&|q| q.town = None)
                    .into_iter()
                    .filter_map(|row| row.town),
            ),
            mediators: mediators.into_iter().collect(),
            open: fitting(&|q| q.open = Some(true)).len(),
            overdue: fitting(&|q| q.overdue = true).len(),
            disputed: fitting(&|q| q.disputed = true).len(),
        }
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
        cases.places = cases
            .numbered()
            .map(|(place, row)| (row.id, place))
            .collect();
        cases
    }
}

/// The line of a row as a page shows it today.
#[must_use]
pub fn line(row: &CaseRow, today: Day) -> RegisterRow {
    let name = |name: &Option<Box<str>>, count| PartyLine {
        name: name.as_deref().map(str::to_owned),
        count,
    };
    RegisterRow {
        id: StreamId::new(StreamKind::CASE, row.id),
        number: row.number.as_deref().map(str::to_owned),
        kind: row.kind.clone(),
        stage: row.stage.clone(),
        registered: row.registered,
        due: row.due(),
        overdue: row.late(today),
        county: row.county,
        town: row.town,
        applicant: name(&row.applicant, row.applicants),
        respondent: name(&row.respondent, row.respondents),
        brief: row.brief.as_deref().map(str::to_owned),
        total: row.total,
        joint: !row.joined.is_empty(),
        questions: row.questions,
    }
}

/// Whether a row is one of the query's cases.
#[must_use]
pub fn matches(row: &CaseRow, query: &Query, today: Day) -> bool {
    fn one_of<T: PartialEq>(list: &[T], value: &T) -> bool {
        list.is_empty() || list.contains(value)
    }
    fn within(span: Option<(Day, Day)>, day: Day) -> bool {
        span.is_none_or(|(from, to)| from <= day && day <= to)
    }
    let concluded = || {
        let asked = query.concluded.is_some() || !query.endings.is_empty();
        !asked
            || row
                .conclusions
                .iter()
                .any(|c| within(query.concluded, c.day) && one_of(&query.endings, &c.ending))
    };
    one_of(&query.stages, &row.stage)
        && query.open.is_none_or(|open| open == row.stage.is_open())
        && one_of(&query.kinds, &row.kind)
        && one_of(&query.sources, &row.source)
        && within(query.registered, row.registered)
        && concluded()
        && query.performed.is_none_or(|_| {
            row.performed_on
                .is_some_and(|day| within(query.performed, day))
        })
        && query.county.is_none_or(|county| county == row.county)
        && query.town.is_none_or(|town| Some(town) == row.town)
        && query
            .mediator
            .is_none_or(|mediator| row.mediators.contains(&mediator.random))
        && query
            .organisation
            .is_none_or(|organisation| row.organisation == organisation.random)
        && query
            .offices
            .as_ref()
            .is_none_or(|offices| offices.contains(&row.organisation))
        && (!query.overdue || row.overdue(today))
        && (!query.disputed || row.questions > 0)
        && (!query.joint || !row.joined.is_empty())
}

fn tally<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// Numbers sort by the numbers in them: 第9号 before 第10号.
fn number_key(row: &CaseRow) -> Vec<(String, u64)> {
    let Some(number) = &row.number else {
        return Vec::new();
    };
    let mut key = Vec::new();
    let (mut words, mut digits) = (String::new(), String::new());
    for c in number.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            if !digits.is_empty() {
                key.push((
                    std::mem::take(&mut words),
                    digits.parse().unwrap_or(u64::MAX),
                ));
                digits.clear();
            }
            words.push(c);
        }
    }
    key
}
