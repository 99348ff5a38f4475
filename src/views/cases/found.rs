//! Finding: which cases a query and a search leave, in which order, and how many each choice would.

use std::collections::BTreeMap;

use super::{Cases, VOIDED};
use crate::domain::id::{StreamId, StreamKind};
use crate::law::day::Day;
use crate::law::divisions::{self, Adcode, Town};
use crate::views::answers::{FilterCounts, PartyLine, RegisterPage, RegisterRow};
use crate::views::chunk::{ROWS, Words};
use crate::views::query::{Query, Sort};
use crate::views::row::{CaseRow, Findable};

/// Shorter words, in bytes, are in the names of too many counties: a single Han character, a few Latin letters.
const LEAST_OF_A_NAME: usize = 4;

/// The counties that a word names. Digits are numbers of cases and telephones, never a county's code.
fn counties_named(word: &Words) -> Vec<Adcode> {
    let needle = &word.needle;
    if needle.len() < LEAST_OF_A_NAME || needle.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    // By their names alone: initials are persons'.
    let named = divisions::search(needle);
    named.into_iter().map(|county| county.adcode).collect()
}

impl Cases {
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
            let named = counties_named(word);
            if !named.is_empty() {
                let there = self
                    .numbered()
                    .filter(|(_, row)| named.contains(&row.county));
                found.extend(there.map(|(place, _)| place));
            }
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

    /// The places of the cases that a query and a search leave, in no order.
    fn select(&self, query: &Query, search: &str, today: Day) -> Vec<u32> {
        match self.search(search) {
            Some(found) => found
                .into_iter()
                .filter(|place| matches(self.at(*place), query, today))
                .collect(),
            None => self
                .numbered()
                .filter(|(_, row)| matches(row, query, today))
                .map(|(place, _)| place)
                .collect(),
        }
    }

    /// The places of the voided cases that a query and a search leave. How far they were is not asked of them.
    fn select_voided(&self, query: &Query, search: &str, today: Day) -> Vec<u32> {
        if self.voided.is_empty() {
            return Vec::new();
        }
        let query = Query {
            stages: Vec::new(),
            open: None,
            ..query.clone()
        };
        let words = Words::of(search).into_iter();
        let words: Vec<_> = words.map(|word| (counties_named(&word), word)).collect();
        let fits = |row: &CaseRow, findable: &Findable| {
            let hit = |(counties, word): &(Vec<Adcode>, Words)| {
                word.is_in(findable) || counties.contains(&row.county)
            };
            words.iter().all(hit) && matches(row, &query, today)
        };
        let all = (VOIDED..).zip(&self.voided);
        all.filter(|(_, (row, findable))| fits(row, findable))
            .map(|(place, _)| place)
            .collect()
    }

    /// The first `most` of these places in the query's order. Nobody looks at a hundred thousand lines: the others
    /// are not sorted.
    fn first(&self, mut places: Vec<u32>, query: &Query, most: usize) -> Vec<u32> {
        let sort = query.sort.as_ref().unwrap_or(&Sort::Due);
        if *sort == Sort::Number {
            places.sort_by_cached_key(|p| (number_key(self.at(*p)), self.at(*p).id));
            places.truncate(most);
            return places;
        }
        let key = |row: &CaseRow| {
            let day = |day: Day| i64::from(day.number());
            let newest = -day(row.registered);
            let (first, second) = match sort {
                Sort::Newest => (newest, 0),
                Sort::Oldest => (-newest, 0),
                Sort::Sum => (row.total.map_or(i64::MAX, |total| -total.0), 0),
                // What is due first, then what has no clock, the latest first.
                Sort::Due | Sort::Number | Sort::Unknown(_) => {
                    (row.due().map_or(i64::MAX, day), newest)
                }
            };
            (first, second, row.id)
        };
        let mut keyed: Vec<_> = places.iter().map(|p| (key(self.at(*p)), *p)).collect();
        if most < keyed.len() {
            keyed.select_nth_unstable(most);
            keyed.truncate(most);
        }
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, place)| place).collect()
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
        let places = match query.voided {
            true => self.select_voided(query, search, today),
            false => self.select(query, search, today),
        };
        let voided = match query.voided || search.trim().is_empty() {
            true => 0,
            false => self.select_voided(&Query::default(), search, today).len(),
        };
        let found = places.len();
        let rows = self
            .first(places, query, from.saturating_add(count))
            .iter()
            .skip(from)
            .map(|place| RegisterRow {
                voided: query.voided,
                ..line(self.at(*place))
            })
            .collect();
        RegisterPage {
            all: self.len(),
            found,
            from,
            rows,
            voided,
        }
    }

    /// The cases that a query and a search leave, as streams, in the query's order. Voided ones are none, whatever it
    /// asks for.
    #[must_use]
    pub fn streams(&self, query: &Query, search: &str, today: Day) -> Vec<StreamId> {
        if query.voided {
            return Vec::new();
        }
        let places = self.select(query, search, today);
        self.first(places, query, usize::MAX)
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
        let counties = tally(
            fitting(&|q| (q.county, q.town) = (None, None))
                .into_iter()
                .map(|row| row.county),
        );
        let only = match counties.as_slice() {
            [(county, _)] => Some(*county),
            _ => None,
        };
        let own = query.county.or(query.town.map(Town::county)).or(only);
        let towns = own.map_or_else(Vec::new, |own| {
            let there = fitting(&|q| (q.county, q.town) = (Some(own), None));
            tally(there.into_iter().filter_map(|row| row.town))
        });
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
            counties,
            towns,
            mediators: mediators.into_iter().collect(),
            open: fitting(&|q| q.open = Some(true)).len(),
            overdue: fitting(&|q| q.overdue = true).len(),
            disputed: fitting(&|q| q.disputed = true).len(),
            voided: self.select_voided(query, search, today).len(),
        }
    }
}

/// The line of a row as a page shows it today.
#[must_use]
pub fn line(row: &CaseRow) -> RegisterRow {
    let name = |name: &Option<Box<str>>, count, place| PartyLine {
        name: name.as_deref().map(str::to_owned),
        count,
        place,
    };
    RegisterRow {
        id: StreamId::new(StreamKind::CASE, row.id),
        number: row.number.as_deref().map(str::to_owned),
        kind: row.kind.clone(),
        stage: row.stage.clone(),
        registered: row.registered,
        term: row.term,
        grave: row.grave,
        county: row.county,
        town: row.town,
        applicant: name(&row.applicant, row.applicants, row.places.0),
        respondent: name(&row.respondent, row.respondents, row.places.1),
        brief: row.brief.as_deref().map(str::to_owned),
        total: row.total,
        joint: !row.joined.is_empty(),
        questions: row.questions,
        voided: false,
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
    let among_days = |span: Option<(Day, Day)>, days: &[Day]| {
        span.is_none() || days.iter().any(|day| within(span, *day))
    };
    let concluded = || {
        let asked = query.concluded.is_some() || !query.endings.is_empty();
        let ended = || row.ended_in(|day| within(query.concluded, day));
        !asked || ended().is_some_and(|ended| one_of(&query.endings, &ended.ending))
    };
    one_of(&query.stages, &row.stage)
        && query.open.is_none_or(|open| open == row.stage.is_open())
        && one_of(&query.kinds, &row.kind)
        && one_of(&query.sources, &row.source)
        && within(query.registered, row.registered)
        && concluded()
        && among_days(query.performed, &row.performed)
        && among_days(query.confirmed, &row.confirmed)
        && query.county.is_none_or(|county| county == row.county)
        && among(row, query)
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
        && (!query.handed_on || row.is_handed_on())
        && query
            .agreement
            .is_none_or(|agreement| row.is_under(&agreement.random))
}

/// Whether a row is of the counties that belong together, as the map shows them.
fn among(row: &CaseRow, query: &Query) -> bool {
    if query.among.is_empty() {
        return true;
    }
    let on_map = |county: Adcode| county.on_map().unwrap_or(county);
    let held = |county: Adcode| query.among.iter().any(|one| on_map(*one) == county);
    let own = on_map(row.county);
    let joined = row.joined.iter().map(|county| on_map(*county));
    let mut others = joined.filter(|county| *county != own);
    match query.among.as_slice() {
        _ if !query.joint => held(own),
        [_] if held(own) => others.next().is_some(),
        [_] => others.any(held),
        _ => held(own) && others.any(held),
    }
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
