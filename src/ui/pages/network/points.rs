//! Organisations as points of the map: of which kind, in which order, where: as somebody put them there, else around the seat
//! of their county. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    drawn::on_map,
    seats::{Seat, seat},
};
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::locale::{Language, network as say};
use crate::ui::map::{Point, PointKind, Tone};
use crate::views::answers::{NetworkMap, OrganisationLine};

/// Kinds of points: what is on the ground first in the legend.
#[allow(clippy::type_complexity)] // A table, read once, right here.
const KINDS: [(
    fn(&OrganisationKind) -> bool,
    fn(Language) -> &'static str,
    Tone,
); 4] = [
    (is_place, say::kind_centre, Tone::Sun),
    (is_office, say::kind_office, Tone::Pine),
    (is_committee, say::kind_committee, Tone::Ink),
    (is_other, say::kind_other, Tone::River),
];

fn is_place(kind: &OrganisationKind) -> bool {
    kind.is_centre() || kind.is_room()
}

fn is_office(kind: &OrganisationKind) -> bool {
    matches!(
        kind,
        OrganisationKind::BureauProvince
            | OrganisationKind::BureauDistrict
            | OrganisationKind::JudicialOffice
    )
}

fn is_committee(kind: &OrganisationKind) -> bool {
    kind.is_committee() || *kind == OrganisationKind::MediationGroup
}

fn is_other(_: &OrganisationKind) -> bool {
    true
}

fn kind_of(kind: &OrganisationKind) -> usize {
    KINDS
        .iter()
        .position(|(is, ..)| is(kind))
        .unwrap_or(KINDS.len() - 1)
}

/// From the district down: who stands at the seat, and who around it.
fn rank(kind: &OrganisationKind) -> u8 {
    match kind {
        OrganisationKind::BureauProvince => 0,
        OrganisationKind::BureauDistrict | OrganisationKind::CentreDistrict => 1,
        OrganisationKind::JudicialOffice | OrganisationKind::CentreTownship => 2,
        OrganisationKind::CommitteeVillage
        | OrganisationKind::CommitteeResidents
        | OrganisationKind::CentreVillage
        | OrganisationKind::MediationGroup => 4,
        _ => 3,
    }
}

/// In the order in which lists show organisations.
#[must_use]
pub fn ordered(mut lines: Vec<OrganisationLine>) -> Vec<OrganisationLine> {
    lines.sort_by_key(|line| {
        let kind = &line.organisation.kind;
        (
            rank(kind),
            kind.clone(),
            std::cmp::Reverse(line.cases),
            line.id,
        )
    });
    lines
}

/// The kinds, for the legend.
#[must_use]
pub fn kinds(language: Language) -> Vec<PointKind> {
    let kind = |(_, name, tone): &(_, fn(Language) -> &'static str, Tone)| PointKind {
        name: name(language).to_owned(),
        tone: *tone,
    };
    KINDS.iter().map(kind).collect()
}

/// Where the organisations stand, of the counties that are looked at.
#[must_use]
pub fn points(map: &NetworkMap, faded: &BTreeSet<Adcode>) -> Vec<Point> {
    let mut by_county: BTreeMap<Adcode, Vec<OrganisationLine>> = BTreeMap::new();
    let mut points = Vec::new();
    for line in &map.organisations {
        let county = on_map(line.organisation.county);
        if faded.contains(&county) {
            continue;
        }
        match line.organisation.spot {
            Some(spot) => points.push(point(spot.degrees(), 0.0, line)),
            None => by_county.entry(county).or_default().push(line.clone()),
        }
    }
    for (county, lines) in by_county {
        let Some(seat) = seat(county) else { continue };
        let groups = by_township(lines);
        let count = groups.len();
        for (nth, lines) in groups.into_iter().enumerate() {
            put_points(&mut points, seat.part(nth, count), lines);
        }
    }
    // What is on the ground is drawn last, over the rest.
    points.sort_by_key(|point| std::cmp::Reverse(point.kind));
    points
}

/// So many of a county stand around its seat without further ado.
const ONE_GROUP: usize = 30;

/// The county's own organisations, and those of each township: hundreds around one seat would be a disc.
fn by_township(lines: Vec<OrganisationLine>) -> Vec<Vec<OrganisationLine>> {
    if lines.len() <= ONE_GROUP {
        return vec![lines];
    }
    let mut groups: BTreeMap<Option<Town>, Vec<OrganisationLine>> = BTreeMap::new();
    for line in lines {
        // Who is over the townships stands at the seat, whatever township that lies in.
        let town = line
            .organisation
            .town
            .filter(|_| rank(&line.organisation.kind) > 1);
        groups.entry(town).or_default().push(line);
    }
    // The group without a township first: it is the seat's.
    groups.into_values().collect()
}

fn put_points(points: &mut Vec<Point>, seat: Seat, lines: Vec<OrganisationLine>) {
    let count = lines.len();
    let apart = seat.kilometres_apart(count);
    for (nth, line) in ordered(lines).iter().enumerate() {
        points.push(point(seat.place(nth, count), apart, line));
    }
}

fn point((lon, lat): (f64, f64), apart: f64, line: &OrganisationLine) -> Point {
    Point {
        lon,
        lat,
        apart,
        kind: kind_of(&line.organisation.kind),
        name: line.organisation.name.clone(),
        id: line.id.short(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        drawn::{
            map_data,
            tests::{organisation, sample, shown},
        },
        layer::Layer,
    };
    use super::*;
    use crate::domain::network::Spot;

    #[test]
    fn what_somebody_put_on_the_map_stands_there() {
        let mut map = sample();
        map.organisations = (0..3)
            .map(|id| organisation(110_105, OrganisationKind::CentreTownship, id))
            .collect();
        let before = points(&map, &BTreeSet::new());
        map.organisations[1].organisation.spot = Spot::at(116.6, 39.86);
        let after = points(&map, &BTreeSet::new());
        let of = |points: &[Point], id: usize| {
            let short = map.organisations[id].id.short();
            points.iter().find(|one| one.id == short).cloned().unwrap()
        };
        let place = |points: &[Point], id: usize| {
            let point = of(points, id);
            (point.lon, point.lat)
        };
        assert_eq!(place(&after, 1), (116.6, 39.86));
        assert_ne!(place(&before, 1), (116.6, 39.86));
        // The first of the others stands at the seat as before.
        assert_eq!((after.len(), place(&after, 0)), (3, place(&before, 0)));
    }

    #[test]
    fn the_points_of_a_crowded_county_stand_by_township() {
        let mut map = sample();
        map.organisations = (0..60)
            .map(|id| {
                let mut line = organisation(110_117, OrganisationKind::CentreVillage, id);
                line.organisation.town = Town::new(110_117_001 + u32::from(id % 3));
                line
            })
            .collect();
        map.organisations
            .push(organisation(110_117, OrganisationKind::CentreDistrict, 99));
        let points = map_data(Language::Chinese, &map, &shown(Layer::Mediated)).points;
        assert_eq!(points.len(), 61);
        let far = |one: &Point, other: &Point| (one.lon - other.lon).hypot(one.lat - other.lat);
        let of = |town: u8| {
            let named = move |id: u8| format!("机构{id}");
            let mine: Vec<String> = (0..60).filter(|id| id % 3 == town).map(named).collect();
            let held = points.iter().filter(|point| mine.contains(&point.name));
            held.collect::<Vec<_>>()
        };
        // Each is nearer to one of its own township than any two townships are to one another.
        let next = |town: u8, one: &Point| {
            let others = of(town).into_iter().filter(|other| other.id != one.id);
            others.map(|other| far(one, other)).fold(f64::MAX, f64::min)
        };
        for (town, other) in [(0, 1), (1, 2), (2, 0)] {
            for one in of(town) {
                assert!(next(town, one) < next(other, one), "{}", one.name);
            }
        }
        assert!(points.iter().all(|point| point.apart > 0.3));
    }
}
