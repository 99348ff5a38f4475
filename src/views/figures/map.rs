//! What the map shows, and the directory beside it: figures by county, organisations, joint work.

use std::collections::BTreeMap;

use super::{Cases, Network, Period, Sums, mediated, places::stand, years};
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::{Mediator, Organisation};
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::law::money::Fen;
use crate::views::answers::{
    CountyFigures, Directory, Handed, Joint, MediatorLine, NetworkMap, OrganisationLine,
};
use crate::views::row::CaseRow;

/// What the map shows.
#[must_use]
pub fn map(cases: &Cases, network: &Network, period: Period, today: Day) -> NetworkMap {
    let mut counties: BTreeMap<Adcode, CountyFigures> = BTreeMap::new();
    let mut joint: BTreeMap<(Adcode, Vec<Adcode>), u64> = BTreeMap::new();
    let mut handed_on: BTreeMap<(Adcode, Adcode), u64> = BTreeMap::new();
    let mut handled: BTreeMap<[u8; 16], u64> = BTreeMap::new();
    for row in cases.rows() {
        let figures = figures_of(&mut counties, row.county);
        figures.registered += u64::from(period.holds(row.registered));
        figures.performed += u64::from(row.performed.iter().any(|day| period.holds(*day)));
        figures.confirmed += u64::from(row.confirmed.iter().any(|day| period.holds(*day)));
        figures.open += u64::from(row.stage.is_open());
        figures.overdue += u64::from(row.overdue(today));
        if !row.joined.is_empty() && period.holds(row.registered) {
            let mut joined = row.joined.clone();
            joined.sort_unstable();
            joined.dedup();
            *joint.entry((row.county, joined)).or_default() += 1;
        }
        for (from, to) in handed(network, row, period) {
            *handed_on.entry((from, to)).or_default() += 1;
        }
        *handled.entry(row.organisation).or_default() += 1;
    }
    let mut sums: BTreeMap<Adcode, Sums> = BTreeMap::new();
    for (row, ended) in mediated(cases, period, None) {
        sums.entry(row.county).or_default().add(row, ended);
    }
    for (county, sums) in sums {
        let figures = figures_of(&mut counties, county);
        figures.mediated = sums.mediated;
        figures.successful = sums.successful;
        figures.people = sums.people;
        figures.total = Fen(sums.total);
        (figures.timed, figures.days) = (sums.timed, sums.days);
    }
    stand(network, &mut counties);
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
            .map(|((county, joined), cases)| Joint {
                county,
                joined,
                cases,
            })
            .collect(),
        handed_on: handed_on
            .into_iter()
            .map(|((from, to), cases)| Handed { from, to, cases })
            .collect(),
        agreements: network
            .agreements
            .iter()
            .map(|(id, agreement)| (*id, agreement.clone()))
            .collect(),
        years: years(cases),
    }
}

/// From which county to which other a case was handed on in the period: as often as a receipt came.
fn handed<'a>(
    network: &'a Network,
    row: &'a CaseRow,
    period: Period,
) -> impl Iterator<Item = (Adcode, Adcode)> + 'a {
    let letters = row.letters.iter();
    let passed = letters.flat_map(|letters| &letters.handed_on);
    passed
        .filter(move |one| period.holds(one.day))
        .map(|one| {
            let office = one
                .from
                .map(|id| StreamId::new(StreamKind::ORGANISATION, id));
            let known = office.and_then(|id| network.organisations.get(&id));
            // An office that is not on record here: where the dispute is.
            (
                known.map_or(row.county, |office| office.now.county),
                one.county,
            )
        })
        .filter(|(from, to)| from != to)
}

pub(super) fn figures_of(
    counties: &mut BTreeMap<Adcode, CountyFigures>,
    county: Adcode,
) -> &mut CountyFigures {
    counties
        .entry(county)
        .or_insert_with(|| CountyFigures::none(county))
}

fn organisation_lines(
    network: &Network,
    handled: &BTreeMap<[u8; 16], u64>,
) -> Vec<OrganisationLine> {
    let line = |(id, organisation): (&StreamId, &Organisation)| OrganisationLine {
        id: *id,
        organisation: organisation.now.clone(),
        ended: organisation.ended,
        disputed: organisation.disputed,
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
    let mediator = |(id, one): (&StreamId, &Mediator)| MediatorLine {
        id: *id,
        name: one.name.clone(),
        kind: one.now.kind.clone(),
        organisation: one.now.organisation,
        specialities: one.now.specialities.clone(),
        ended: one.ended,
        disputed: one.disputed,
    };
    Directory {
        organisations: organisation_lines(network, &handled),
        mediators: network.mediators.iter().map(mediator).collect(),
        teams: listed(&network.teams),
        micro_grids: listed(&network.micro_grids),
        activities: listed(&network.activities),
        agreements: listed(&network.agreements),
    }
}

fn listed<T: Clone>(all: &BTreeMap<StreamId, T>) -> Vec<(StreamId, T)> {
    all.iter().map(|(id, one)| (*id, one.clone())).collect()
}
