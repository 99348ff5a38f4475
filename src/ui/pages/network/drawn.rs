//! What the map is given: figures as shades, organisations as points, joint cases as lines, a corridor
//! as an outline. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    layer::{Layer, add},
    seats::seat,
};
use crate::domain::id::StreamId;
use crate::domain::network::Signed;
use crate::law::coded::Coded;
use crate::law::divisions::Adcode;
use crate::law::organisation::OrganisationKind;
use crate::locale::{Language, network as say, numbers};
use crate::ui::map::{Arc, Format, MapData, Point, PointKind, Tone, Value};
use crate::views::answers::{CountyFigures, NetworkMap, OrganisationLine};

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub layer: Layer,
    /// The period's name, or 今天 for what is so today.
    pub period: String,
    pub selected: Option<Adcode>,
    pub corridor: Option<StreamId>,
}

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

/// The county as the map has it: a zone stands where it lies.
#[must_use]
pub fn on_map(county: Adcode) -> Adcode {
    county.on_map().unwrap_or(county)
}

/// The figures of the map's counties, those of zones with the county they lie in.
#[must_use]
pub fn figures(map: &NetworkMap) -> BTreeMap<Adcode, CountyFigures> {
    let mut sums: BTreeMap<Adcode, CountyFigures> = BTreeMap::new();
    for figures in &map.counties {
        let county = on_map(figures.county);
        match sums.get_mut(&county) {
            Some(sum) => add(sum, figures),
            None => drop(sums.insert(
                county,
                CountyFigures {
                    county,
                    ..figures.clone()
                },
            )),
        }
    }
    sums
}

/// The corridors: agreements that have a name of their own.
pub fn corridors(map: &NetworkMap) -> impl Iterator<Item = &(StreamId, Signed)> {
    map.agreements
        .iter()
        .filter(|(_, signed)| signed.corridor.is_some())
}

/// Its name in a language.
#[must_use]
pub fn corridor_name(language: Language, signed: &Signed) -> String {
    let name = match language {
        Language::Chinese => signed.corridor.as_ref(),
        Language::English => signed.corridor_en.as_ref().or(signed.corridor.as_ref()),
    };
    name.unwrap_or(match language {
        Language::Chinese => &signed.name,
        Language::English => &signed.name_en,
    })
    .clone()
}

/// Joint cases between two of a corridor's counties.
#[must_use]
pub fn corridor_cases(map: &NetworkMap, signed: &Signed) -> u64 {
    let within = |county: &Adcode| signed.counties.contains(county);
    map.joint
        .iter()
        .filter(|(from, to, _)| within(from) && within(to))
        .map(|(.., count)| count)
        .sum()
}

/// The map's data.
#[must_use]
pub fn map_data(language: Language, map: &NetworkMap, shown: &Shown) -> MapData {
    let layer = shown.layer.clone();
    let corridor = corridors(map)
        .find(|(id, _)| Some(*id) == shown.corridor)
        .or_else(|| corridors(map).next());
    let value = |(county, figures): (Adcode, CountyFigures)| {
        let amount = shown.layer.amount(&figures)?;
        let text = shown.layer.write(language, amount);
        Some((county.number(), Value { amount, text }))
    };
    MapData {
        title: shown.layer.title(language),
        subtitle: shown.period.clone(),
        format: Format::new(move |amount| layer.write(language, amount)),
        values: figures(map).into_iter().filter_map(value).collect(),
        points: points(map),
        kinds: KINDS
            .iter()
            .map(|(_, name, tone)| PointKind {
                name: name(language).to_owned(),
                tone: *tone,
            })
            .collect(),
        arcs: arcs(map),
        arcs_name: say::arcs(language).to_owned(),
        selected: shown.selected.map(|county| on_map(county).number()),
        highlighted: corridor.map_or_else(BTreeSet::new, |(_, signed)| {
            signed
                .counties
                .iter()
                .map(|county| on_map(*county).number())
                .collect()
        }),
        highlighted_name: corridor.map_or_else(String::new, |(_, signed)| {
            let cases = i64::try_from(corridor_cases(map, signed)).unwrap_or(i64::MAX);
            say::corridor_pill(
                language,
                &corridor_name(language, signed),
                &numbers::count(cases),
            )
        }),
        highlighted_kind: say::corridor(language).to_owned(),
    }
}

fn points(map: &NetworkMap) -> Vec<Point> {
    let mut by_county: BTreeMap<Adcode, Vec<OrganisationLine>> = BTreeMap::new();
    for line in &map.organisations {
        by_county
            .entry(on_map(line.organisation.county))
            .or_default()
            .push(line.clone());
    }
    let mut points = Vec::new();
    for (county, lines) in by_county {
        let Some(seat) = seat(county) else { continue };
        let count = lines.len();
        for (nth, line) in ordered(lines).into_iter().enumerate() {
            let (lon, lat) = seat.place(nth, count);
            let kind = kind_of(&line.organisation.kind);
            points.push(Point {
                lon,
                lat,
                kind,
                name: line.organisation.name,
                id: line.id.short(),
            });
        }
    }
    // What is on the ground is drawn last, over the rest.
    points.sort_by_key(|point| std::cmp::Reverse(point.kind));
    points
}

/// Both ways of a pair in one line: who asked whom matters less than how often.
fn arcs(map: &NetworkMap) -> Vec<Arc> {
    let mut sums: BTreeMap<(Adcode, Adcode), u64> = BTreeMap::new();
    for (from, to, count) in &map.joint {
        let (from, to) = (on_map(*from), on_map(*to));
        if from != to {
            *sums.entry((from.min(to), from.max(to))).or_default() += count;
        }
    }
    let arc = |((from, to), count): ((Adcode, Adcode), u64)| Arc {
        from: from.number(),
        to: to.number(),
        count: u32::try_from(count).unwrap_or(u32::MAX),
    };
    sums.into_iter().map(arc).collect()
}

/// The layer of an address, the first where it says none.
#[must_use]
pub fn layer_or_first(layer: Option<&Layer>) -> Layer {
    layer
        .filter(|layer| layer.is_known())
        .cloned()
        .unwrap_or(Layer::Mediated)
}

#[cfg(test)]
mod tests {
    use super::super::layer::tests::figures as of;
    use super::*;
    use crate::domain::id::StreamKind;
    use crate::domain::network::Founded;
    use Language::{Chinese, English};

    fn county(code: u32) -> Adcode {
        Adcode::new(code).unwrap()
    }

    fn organisation(code: u32, kind: OrganisationKind, id: u8) -> OrganisationLine {
        OrganisationLine {
            id: StreamId::new(StreamKind::ORGANISATION, [id; 16]),
            organisation: Founded {
                abbreviation: None,
                brand: None,
                county: county(code),
                floor_area: None,
                kind,
                name: format!("机构{id}"),
                name_en: None,
                parent: None,
                town: None,
            },
            cases: 0,
        }
    }

    fn sample() -> NetworkMap {
        let signed = Signed {
            corridor: Some("通武廊".into()),
            corridor_en: Some("Tongwu corridor".into()),
            counties: vec![county(110_112), county(120_114), county(131_003)],
            name: "框架协议".into(),
            name_en: "Framework Agreement".into(),
            parties: Vec::new(),
            year: 2017,
        };
        NetworkMap {
            counties: vec![of(110_117), of(110_112)],
            organisations: vec![
                organisation(110_117, OrganisationKind::CentreVillage, 1),
                organisation(110_117, OrganisationKind::CentreDistrict, 2),
            ],
            joint: vec![
                (county(110_112), county(120_114), 60),
                (county(120_114), county(110_112), 4),
                (county(110_112), county(110_117), 1),
            ],
            agreements: vec![(StreamId::new(StreamKind::COOPERATION, [9; 16]), signed)],
            years: vec![2023],
        }
    }

    fn shown(layer: Layer) -> Shown {
        Shown {
            layer,
            period: "2023年1–8月".into(),
            selected: None,
            corridor: None,
        }
    }

    #[test]
    fn counties_are_shaded_by_the_layer() {
        let data = map_data(Chinese, &sample(), &shown(Layer::Rate));
        assert_eq!(
            data.values[&110_117],
            Value {
                amount: 356,
                text: "35.6%".into()
            }
        );
        assert_eq!(data.values.len(), 2);
        assert_eq!(data.format.write(356), "35.6%");
    }

    #[test]
    fn joint_cases_of_a_pair_are_one_line_and_the_corridor_counts_its_own() {
        let data = map_data(English, &sample(), &shown(Layer::Mediated));
        assert_eq!(data.arcs.len(), 2);
        assert!(data.arcs.contains(&Arc {
            from: 110_112,
            to: 120_114,
            count: 64
        }));
        assert_eq!(data.highlighted_name, "Tongwu corridor · 64");
        assert_eq!(
            data.highlighted,
            BTreeSet::from([110_112, 120_114, 131_003])
        );
    }

    #[test]
    fn the_district_stands_at_the_seat() {
        let data = map_data(Chinese, &sample(), &shown(Layer::Mediated));
        let seat = seat(county(110_117)).unwrap();
        let district = data
            .points
            .iter()
            .find(|point| point.name == "机构2")
            .unwrap();
        assert_eq!((district.lon, district.lat), (seat.lon, seat.lat));
        assert_eq!(data.points.len(), 2);
    }

    #[test]
    fn what_a_zone_has_counts_with_its_county() {
        let zone = crate::law::divisions::counties()
            .iter()
            .find(|county| county.zone.is_some())
            .unwrap();
        let host = zone.adcode.on_map().unwrap();
        let map = NetworkMap {
            counties: vec![of(zone.adcode.number()), of(host.number())],
            ..NetworkMap::default()
        };
        let sums = figures(&map);
        assert_eq!(sums.len(), 1);
        assert_eq!(sums[&host].mediated, 2 * 8_359);
    }
}
