//! The figures: counted from rows and the network, each with the query that opens its cases.
//!
//! Mediated, successful and rates are as the periodic report defines them: cases that were concluded in
//! the period, each once, as it last ended there. A case that was taken up again counts in each month in which it
//! ended, and once in their sum.

mod map;
mod places;
mod published;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{StreamId, StreamKind};
use crate::law::day::{Day, Month};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::Adcode;
use crate::law::money::Fen;
use crate::law::organisation::OrganisationKind;

use super::answers::{Counted, Group, Statistics};
use super::cases::Cases;
use super::network::Network;
use super::query::{Ending, Query};
use super::row::{CaseRow, Conclusion};

pub use map::{directory, map};
pub use published::{HEIZHUANGHU, TEMPERATURE_PLUS, published};
pub use table::{By, table};

/// The period of a table: from a day to a day, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    /// From `from` to `to`, where absent from the beginning and to the end of the calendar.
    #[must_use]
    pub fn of(from: Option<Day>, to: Option<Day>) -> Self {
        Self {
            from: from.unwrap_or(Day::MIN),
            to: to.unwrap_or(Day::MAX),
        }
    }

    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What is summed for a group of conclusions.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    mediated: u64,
    successful: u64,
    people: u64,
    total: i64,
    timed: u64,
    days: u64,
}

impl Sums {
    fn add(&mut self, row: &CaseRow, conclusion: &Conclusion) {
        self.mediated += 1;
        self.people += u64::from(row.people);
        if let Some(took) = conclusion.took {
            self.timed += 1;
            self.days += u64::from(took);
        }
        if conclusion.ending.is_success() {
            self.successful += 1;
            self.total = self.total.saturating_add(conclusion.total.0);
        }
    }
}

/// Cases that were mediated in the period, each with how it last ended there.
fn mediated(
    cases: &Cases,
    period: Period,
    county: Option<Adcode>,
) -> impl Iterator<Item = (&CaseRow, &Conclusion)> {
    cases
        .rows()
        .filter(move |row| county.is_none_or(|county| county == row.county))
        .filter_map(move |row| Some((row, row.ended_in(|day| period.holds(day))?)))
        .filter(|(_, ended)| ended.ending.is_mediated())
}

/// Months of the period in which a case ended, each with how it last ended there.
fn by_month(row: &CaseRow, period: Period) -> impl Iterator<Item = (Month, &Conclusion)> {
    let ended = row.conclusions.iter().filter(move |c| period.holds(c.day));
    let months: BTreeSet<Month> = ended.map(|ended| ended.day.month()).collect();
    months.into_iter().filter_map(move |month| {
        let ended = row.ended_in(|day| day.month() == month && period.holds(day))?;
        ended.ending.is_mediated().then_some((month, ended))
    })
}

const MEDIATED: [Ending; 4] = [
    Ending::Written,
    Ending::Oral,
    Ending::Failed,
    Ending::Withdrawn,
];
const SUCCESSFUL: [Ending; 2] = [Ending::Written, Ending::Oral];

/// The statistics page.
#[must_use]
pub fn statistics(
    cases: &Cases,
    network: &Network,
    period: Period,
    county: Option<Adcode>,
    today: Day,
) -> Statistics {
    let mut all = Sums::default();
    let mut kinds: BTreeMap<DisputeType, Sums> = BTreeMap::new();
    let mut months: BTreeMap<Month, Sums> = BTreeMap::new();
    let mut counties: BTreeMap<Adcode, Sums> = BTreeMap::new();
    let mut sources: BTreeMap<Source, Sums> = BTreeMap::new();
    let mut organisations: BTreeMap<Option<OrganisationKind>, Sums> = BTreeMap::new();
    let mut endings: BTreeMap<Ending, u64> = BTreeMap::new();
    for (row, conclusion) in mediated(cases, period, county) {
        all.add(row, conclusion);
        kinds
            .entry(row.kind.clone())
            .or_default()
            .add(row, conclusion);
        for (month, ended) in by_month(row, period) {
            months.entry(month).or_default().add(row, ended);
        }
        counties.entry(row.county).or_default().add(row, conclusion);
        sources
            .entry(row.source.clone())
            .or_default()
            .add(row, conclusion);
        let organisation = StreamId::new(StreamKind::ORGANISATION, row.organisation);
        let kind = network
            .organisations
            .get(&organisation)
            .map(|one| one.now.kind.clone());
        organisations.entry(kind).or_default().add(row, conclusion);
        *endings.entry(conclusion.ending.clone()).or_default() += 1;
    }
    let here = |query: Query| Query { county, ..query };
    let concluded = Some((period.from, period.to));
    let ended = |ending: &[Ending]| {
        here(Query {
            concluded,
            endings: ending.to_vec(),
            ..Query::default()
        })
    };
    let mine = |row: &&CaseRow| county.is_none_or(|county| county == row.county);
    let count = |test: &dyn Fn(&CaseRow) -> bool| {
        cases.rows().filter(mine).filter(|row| test(row)).count() as u64
    };
    Statistics {
        from: period.from,
        to: period.to,
        registered: Counted {
            count: count(&|row| period.holds(row.registered)),
            query: here(Query {
                registered: concluded,
                ..Query::default()
            }),
        },
        mediated: Counted {
            count: all.mediated,
            query: ended(&MEDIATED),
        },
        successful: Counted {
            count: all.successful,
            query: ended(&SUCCESSFUL),
        },
        open: Counted {
            count: count(&|row| row.stage.is_open()),
            query: here(Query {
                open: Some(true),
                ..Query::default()
            }),
        },
        overdue: Counted {
            count: count(&|row| row.overdue(today)),
            query: here(Query {
                overdue: true,
                ..Query::default()
            }),
        },
        people: all.people,
        total: Fen(all.total),
        confirmed: Counted {
            count: count(&|row| row.confirmed.iter().any(|day| period.holds(*day))),
            query: here(Query {
                confirmed: concluded,
                ..Query::default()
            }),
        },
        performed: Counted {
            count: count(&|row| row.performed.iter().any(|day| period.holds(*day))),
            query: here(Query {
                performed: concluded,
                ..Query::default()
            }),
        },
        by_kind: groups(kinds, |kind, endings| Query {
            kinds: vec![kind.clone()],
            ..ended(endings)
        }),
        by_month: groups(months, |month, endings| {
            let span = (
                month.first_day().max(period.from),
                month.last_day().min(period.to),
            );
            Query {
                concluded: Some(span),
                ..ended(endings)
            }
        }),
        by_county: groups(counties, |county, endings| Query {
            county: Some(*county),
            ..ended(endings)
        }),
        by_ending: endings
            .into_iter()
            .map(|(ending, count)| {
                let query = ended(std::slice::from_ref(&ending));
                (ending, Counted { count, query })
            })
            .collect(),
        by_source: groups(sources, |source, endings| Query {
            sources: vec![source.clone()],
            ..ended(endings)
        }),
        by_organisation: groups(organisations, |kind, endings| Query {
            organisation_kind: kind.clone(),
            ..ended(endings)
        }),
        consultations: network
            .consultations
            .values()
            .filter(|c| period.holds(c.day) && county.is_none_or(|county| county == c.county))
            .count() as u64,
        work_orders_resolved: network
            .resolved()
            .filter(|(d, r)| period.holds(r.day) && county.is_none_or(|county| county == d.county))
            .count() as u64,
        centres: network
            .organisations
            .values()
            .filter(|one| one.is_centre() && county.is_none_or(|county| county == one.now.county))
            .count() as u64,
        years: years(cases),
    }
}

/// Years that have anything in them.
fn years(cases: &Cases) -> Vec<i32> {
    let years: BTreeSet<i32> = cases
        .rows()
        .flat_map(|row| {
            let ended = row.conclusions.iter().map(|c| c.day.year());
            ended.chain([row.registered.year()])
        })
        .collect();
    years.into_iter().collect()
}

fn groups<K: Clone>(
    sums: BTreeMap<K, Sums>,
    query: impl Fn(&K, &[Ending]) -> Query,
) -> Vec<Group<K>> {
    sums.into_iter()
        .map(|(key, sums)| Group {
            mediated: Counted {
                count: sums.mediated,
                query: query(&key, &MEDIATED),
            },
            successful: Counted {
                count: sums.successful,
                query: query(&key, &SUCCESSFUL),
            },
            people: sums.people,
            total: Fen(sums.total),
            key,
        })
        .collect()
}
