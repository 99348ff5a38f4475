//! The figures: counted from rows and the network, each with the query that opens its cases.
//!
//! Mediated, successful and rates are as the periodic report defines them (DOMAIN 4): a row is
//! counted for each conclusion in the period, so that a reopened case is counted each time it ended.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::day::{Day, Month};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::organisation::OrganisationKind;

use super::answers::{
    Counted, CountyFigures, Directory, Group, MediatorLine, NetworkMap, OrganisationLine,
    PublishedFigure, Statistics, TableRow,
};
use super::cases::Cases;
use super::network::Network;
use super::query::{Ending, Query};
use super::row::{CaseRow, Conclusion};
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::ActivityForm;

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
}

impl Sums {
    fn add(&mut self, row: &CaseRow, conclusion: &Conclusion) {
        self.mediated += 1;
        self.people += u64::from(row.people);
        if conclusion.ending.is_success() {
            self.successful += 1;
            self.total = self.total.saturating_add(conclusion.total.0);
        }
    }
}

/// Conclusions of the period that count as mediated.
fn mediated(
    cases: &Cases,
    period: Period,
    county: Option<Adcode>,
) -> impl Iterator<Item = (&CaseRow, &Conclusion)> {
    cases
        .rows()
        .filter(move |row| county.is_none_or(|county| county == row.county))
        .flat_map(|row| row.conclusions.iter().map(move |c| (row, c)))
        .filter(move |(_, c)| c.ending.is_mediated() && period.holds(c.day))
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
        months
            .entry(conclusion.day.month())
            .or_default()
            .add(row, conclusion);
        counties.entry(row.county).or_default().add(row, conclusion);
        sources
            .entry(row.source.clone())
            .or_default()
            .add(row, conclusion);
        let organisation = StreamId::new(StreamKind::ORGANISATION, row.organisation);
        let kind = network
            .organisations
            .get(&organisation)
            .map(|o| o.kind.clone());
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
        confirmed: count(&|row| row.confirmed.is_some_and(|day| period.holds(day))),
        performed: Counted {
            count: count(&|row| row.performed_on.is_some_and(|day| period.holds(day))),
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
            .filter(|o| o.kind.is_centre() && county.is_none_or(|county| county == o.county))
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

/// What the map shows.
#[must_use]
pub fn map(cases: &Cases, network: &Network, period: Period, today: Day) -> NetworkMap {
    let mut counties: BTreeMap<Adcode, CountyFigures> = BTreeMap::new();
    let mut joint: BTreeMap<(Adcode, Adcode), u64> = BTreeMap::new();
    let mut handled: BTreeMap<[u8; 16], u64> = BTreeMap::new();
    for row in cases.rows() {
        let figures = figures_of(&mut counties, row.county);
        figures.registered += u64::from(period.holds(row.registered));
        figures.open += u64::from(row.stage.is_open());
        figures.overdue += u64::from(row.overdue(today));
        for conclusion in row
            .conclusions
            .iter()
            .filter(|c| c.ending.is_mediated() && period.holds(c.day))
        {
            figures.mediated += 1;
            figures.people += u64::from(row.people);
            if conclusion.ending.is_success() {
                figures.successful += 1;
                figures.total = Fen(figures.total.0.saturating_add(conclusion.total.0));
            }
        }
        let others = row.joined.iter().filter(|other| **other != row.county);
        for other in others.filter(|_| period.holds(row.registered)) {
            *joint.entry((row.county, *other)).or_default() += 1;
        }
        *handled.entry(row.organisation).or_default() += 1;
    }
    for organisation in network.organisations.values() {
        let figures = figures_of(&mut counties, organisation.county);
        figures.organisations += 1;
        figures.centres += u64::from(organisation.kind.is_centre());
    }
    for consultation in network
        .consultations
        .values()
        .filter(|c| period.holds(c.day))
    {
        figures_of(&mut counties, consultation.county).consultations += 1;
    }
    for (dispatched, _) in network.resolved().filter(|(_, r)| period.holds(r.day)) {
        figures_of(&mut counties, dispatched.county).work_orders_resolved += 1;
    }
    NetworkMap {
        counties: counties.into_values().collect(),
        organisations: organisation_lines(network, &handled),
        joint: joint
            .into_iter()
            .map(|((from, to), count)| (from, to, count))
            .collect(),
        agreements: network
            .agreements
            .iter()
            .map(|(id, signed)| (*id, signed.clone()))
            .collect(),
        years: years(cases),
    }
}

fn figures_of(
    counties: &mut BTreeMap<Adcode, CountyFigures>,
    county: Adcode,
) -> &mut CountyFigures {
    counties.entry(county).or_insert_with(|| CountyFigures {
        county,
        registered: 0,
        mediated: 0,
        successful: 0,
        open: 0,
        overdue: 0,
        people: 0,
        total: Fen::ZERO,
        organisations: 0,
        centres: 0,
        consultations: 0,
        work_orders_resolved: 0,
    })
}

fn organisation_lines(
    network: &Network,
    handled: &BTreeMap<[u8; 16], u64>,
) -> Vec<OrganisationLine> {
    let line =
        |(id, organisation): (&StreamId, &crate::domain::network::Founded)| OrganisationLine {
            id: *id,
            organisation: organisation.clone(),
            cases: handled.get(&id.random).copied().unwrap_or(0),
        };
    network.organisations.iter().map(line).collect()
}

/// The directory.
#[must_use]
pub fn directory(cases: &Cases, network: &Network) -> Directory {
    let mut handled: BTreeMap<[u8; 16], u64> = BTreeMap::new();
    for row in cases.rows() {
        *handled.entry(row.organisation).or_default() += 1;
    }
    let mediator = |(id, (enrolled, name)): (
        &StreamId,
        &(crate::domain::network::Enrolled, Option<String>),
    )| MediatorLine {
        id: *id,
        name: name.clone(),
        kind: enrolled.kind.clone(),
        organisation: enrolled.organisation,
    };
    Directory {
        organisations: organisation_lines(network, &handled),
        mediators: network.mediators.iter().map(mediator).collect(),
        activities: network
            .activities
            .iter()
            .map(|(id, held)| {
                (
                    *id,
                    held.form.clone(),
                    held.day,
                    held.name.clone(),
                    held.name_en.clone(),
                    held.counties.clone(),
                )
            })
            .collect(),
    }
}

/// The nine published figures, recomputed from the record (DOMAIN 8).
#[must_use]
pub fn published(cases: &Cases, network: &Network) -> Vec<PublishedFigure> {
    let pinggu = |county: Adcode| county.number() == 110_117;
    let heizhuanghu = |town: Option<Town>| town.is_some_and(|town| town.number() == HEIZHUANGHU);
    let spring = Period {
        from: day(2023, 1, 1),
        to: day(2023, 8, 31),
    };
    let since = Period {
        from: day(2022, 1, 1),
        to: Day::MAX,
    };
    let in_pinggu: Vec<_> = mediated(cases, spring, Adcode::new(110_117)).collect();
    // The rooms of the brand, not every committee of the township.
    let branded = |row: &CaseRow| {
        let organisation = network
            .organisations
            .get(&StreamId::new(StreamKind::ORGANISATION, row.organisation));
        organisation.is_some_and(|o| o.brand.as_deref() == Some(TEMPERATURE_PLUS))
    };
    let in_heizhuanghu: Vec<_> = mediated(cases, since, None)
        .filter(|(row, _)| heizhuanghu(row.town) && branded(row))
        .collect();
    let tongwu = [110_112, 120_114];
    let trainings = network.activities.values().filter(|held| {
        held.form == ActivityForm::Training
            && tongwu
                .iter()
                .all(|code| held.counties.iter().any(|county| county.number() == *code))
    });
    let figure = |figure: &str, value: u64| PublishedFigure {
        figure: figure.to_owned(),
        value,
    };
    vec![
        figure(
            "pinggu.centres",
            network
                .organisations
                .values()
                .filter(|o| pinggu(o.county) && o.kind.is_centre())
                .count() as u64,
        ),
        figure(
            "pinggu.work_orders_resolved",
            network.resolved().filter(|(d, _)| pinggu(d.county)).count() as u64,
        ),
        figure("pinggu.disputes_mediated", in_pinggu.len() as u64),
        figure(
            "pinggu.disputes_successful",
            in_pinggu
                .iter()
                .filter(|(_, c)| c.ending.is_success())
                .count() as u64,
        ),
        figure(
            "heizhuanghu.consultations",
            network
                .consultations
                .values()
                .filter(|c| heizhuanghu(c.town) && since.holds(c.day))
                .count() as u64,
        ),
        figure("heizhuanghu.disputes_mediated", in_heizhuanghu.len() as u64),
        figure(
            "heizhuanghu.people",
            in_heizhuanghu
                .iter()
                .map(|(row, _)| u64::from(row.people))
                .sum(),
        ),
        figure(
            "heizhuanghu.petition_backlog",
            in_heizhuanghu
                .iter()
                .filter(|(row, _)| row.source == Source::PetitionBacklog)
                .count() as u64,
        ),
        figure("tongwu.training_sessions", trainings.count() as u64),
    ]
}

/// 朝阳区黑庄户地区.
pub const HEIZHUANGHU: u32 = 110_105_040;
/// The brand of Heizhuanghu's rooms.
pub const TEMPERATURE_PLUS: &str = "温度+";

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).unwrap_or(Day::MIN)
}

/// What a table may be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Type,
    Month,
    County,
    Ending,
    Source,
    Town,
}

impl By {
    /// Reads the word of `--by`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "type" => Self::Type,
            "month" => Self::Month,
            "county" => Self::County,
            "ending" | "outcome" => Self::Ending,
            "source" => Self::Source,
            "town" => Self::Town,
            _ => return None,
        })
    }
}

/// A table of everything mediated, by the keys asked for, in their order.
#[must_use]
pub fn table(cases: &Cases, by: &[By], period: Period) -> Vec<TableRow> {
    let mut rows: BTreeMap<Vec<String>, Sums> = BTreeMap::new();
    for (row, conclusion) in mediated(cases, period, None) {
        let key = by.iter().map(|by| match by {
            By::Type => row.kind.code().to_owned(),
            By::Month => conclusion.day.month().to_string(),
            By::County => row.county.number().to_string(),
            By::Ending => conclusion.ending.code().to_owned(),
            By::Source => row.source.code().to_owned(),
            By::Town => row
                .town
                .map(|town| town.number().to_string())
                .unwrap_or_default(),
        });
        rows.entry(key.collect()).or_default().add(row, conclusion);
    }
    rows.into_iter()
        .map(|(keys, sums)| TableRow {
            keys,
            mediated: sums.mediated,
            successful: sums.successful,
            people: sums.people,
            fen: sums.total,
        })
        .collect()
}
