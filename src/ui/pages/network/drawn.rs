//! What the map is given: figures as shades, organisations as points, joint cases as lines, a corridor
//! as an outline. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    joint,
    layer::{Layer, add},
    opportunity::border_counties,
    points::{kinds, points},
};
use crate::domain::id::StreamId;
use crate::domain::network::Agreement;
use crate::law::coded::Coded;
use crate::law::divisions::{Adcode, mapped_counties};
use crate::locale::{
    Language,
    network::{self as say, map_layers as words, map_time as time_words},
    numbers,
};
use crate::ui::map::{Arc, Format, MapData, Value};
use crate::views::answers::{CountyFigures, NetworkMap};

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub layer: Layer,
    /// The period's name, or 今天 for what is so today.
    pub period: String,
    pub selected: Option<Adcode>,
    pub corridor: Option<StreamId>,
    /// Figures of all periods that share one scale; empty where this one has its own.
    pub scale: Vec<(Adcode, i64)>,
    /// Only the counties that border on another province, and what crosses a border.
    pub border: bool,
}

impl Shown {
    /// The counties that are not looked at; the one that is open always is.
    fn faded(&self) -> BTreeSet<Adcode> {
        if !self.border {
            return BTreeSet::new();
        }
        let border = border_counties();
        let selected = self.selected.map(on_map);
        mapped_counties()
            .map(|county| county.adcode)
            .filter(|county| !border.contains(county) && selected != Some(*county))
            .collect()
    }
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

/// The corridors: agreements that were signed, are not at their end and have a name of their own.
pub fn corridors(map: &NetworkMap) -> impl Iterator<Item = &(StreamId, Agreement)> {
    map.agreements.iter().filter(|(_, agreement)| {
        agreement.signed.is_some() && agreement.ended.is_none() && agreement.corridor.is_some()
    })
}

/// Its name in a language.
#[must_use]
pub fn corridor_name(language: Language, signed: &Agreement) -> String {
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

/// The map's data.
#[must_use]
pub fn map_data(language: Language, map: &NetworkMap, shown: &Shown) -> MapData {
    let layer = shown.layer.clone();
    let corridor = corridors(map)
        .find(|(id, _)| Some(*id) == shown.corridor)
        .or_else(|| corridors(map).next());
    let value = |(county, figures): (Adcode, CountyFigures)| {
        let amount = shown.layer.amount(&figures)?;
        let text = shown.layer.text(language, &figures)?;
        Some((county.number(), Value { amount, text }))
    };
    let faded = shown.faded();
    let mut figures = figures(map);
    figures.retain(|county, _| !faded.contains(county));
    let few = figures.iter().filter(|(_, of)| layer.is_of_few(of));
    let kept_back = few.map(|(county, _)| county.number()).collect();
    MapData {
        title: shown.layer.title(language),
        subtitle: subtitle(language, &shown.layer, &shown.period, &figures),
        format: Format::new(move |amount| layer.write(language, amount)),
        scale: shown
            .scale
            .iter()
            .filter(|(county, _)| !faded.contains(county))
            .map(|(_, amount)| *amount)
            .collect(),
        scale_name: time_words::held(language).to_owned(),
        kept_back,
        kept_back_name: shown.layer.few(language),
        values: figures.into_iter().filter_map(value).collect(),
        points: points(map, &faded),
        kinds: kinds(language),
        arcs: arcs(map, shown.border),
        faded: faded.iter().map(|county| county.number()).collect(),
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
            let cases = i64::try_from(joint::among(map, &signed.counties)).unwrap_or(i64::MAX);
            say::corridor_pill(
                language,
                &corridor_name(language, signed),
                &numbers::count(cases),
            )
        }),
        highlighted_kind: say::corridor(language).to_owned(),
    }
}

/// The period; of a coverage also what all counties together have, those that nobody has told of among them.
fn subtitle(
    language: Language,
    layer: &Layer,
    period: &str,
    figures: &BTreeMap<Adcode, CountyFigures>,
) -> String {
    let told = figures.values().filter_map(|one| layer.coverage(one));
    let n: u64 = told.map(|(n, of)| n.min(of)).sum();
    let of: u64 = mapped_counties()
        .map(|county| layer.places(county.adcode))
        .sum();
    if of == 0 {
        return period.to_owned();
    }
    let [n, of] = [n, of].map(|n| numbers::count(i64::try_from(n).unwrap_or(i64::MAX)));
    words::in_all(language, period, &words::n_of_m(language, &n, &of))
}

fn arcs(map: &NetworkMap, border: bool) -> Vec<Arc> {
    let across = |(one, other): &(Adcode, Adcode)| one.province() != other.province();
    let arc = |((from, to), count): ((Adcode, Adcode), u64)| Arc {
        from: from.number(),
        to: to.number(),
        count: u32::try_from(count).unwrap_or(u32::MAX),
    };
    let pairs = joint::pairs(map).into_iter();
    let shown = pairs.filter(|(pair, _)| !border || across(pair));
    shown.map(arc).collect()
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
pub(super) mod tests {
    use super::super::{layer::tests::figures as of, seats::seat};
    use super::*;
    use crate::domain::id::StreamKind;
    use crate::domain::network::{Founded, Signing};
    use crate::law::organisation::OrganisationKind;
    use crate::views::answers::{Joint, OrganisationLine};
    use Language::{Chinese, English};

    pub(in super::super) fn county(code: u32) -> Adcode {
        Adcode::new(code).unwrap()
    }

    pub(in super::super) fn organisation(
        code: u32,
        kind: OrganisationKind,
        id: u8,
    ) -> OrganisationLine {
        OrganisationLine {
            id: StreamId::new(StreamKind::ORGANISATION, [id; 16]),
            organisation: Founded::new(kind, format!("机构{id}"), county(code)),
            ended: None,
            disputed: false,
            cases: 0,
        }
    }

    pub(in super::super) fn sample() -> NetworkMap {
        let signed = Agreement {
            corridor: Some("通武廊".into()),
            corridor_en: Some("Tongwu corridor".into()),
            counties: vec![county(110_112), county(120_114), county(131_003)],
            name: "框架协议".into(),
            name_en: "Framework Agreement".into(),
            signed: Some(Signing {
                day: None,
                year: 2017,
            }),
            ..Agreement::default()
        };
        NetworkMap {
            counties: vec![of(110_117), of(110_112)],
            organisations: vec![
                organisation(110_117, OrganisationKind::CentreVillage, 1),
                organisation(110_117, OrganisationKind::CentreDistrict, 2),
            ],
            joint: [
                (110_112, 120_114, 60),
                (120_114, 110_112, 4),
                (110_112, 110_117, 1),
            ]
            .map(|(from, to, cases)| Joint {
                county: county(from),
                joined: vec![county(to)],
                cases,
            })
            .to_vec(),
            agreements: vec![(StreamId::new(StreamKind::COOPERATION, [9; 16]), signed)],
            years: vec![2023],
        }
    }

    pub(in super::super) fn shown(layer: Layer) -> Shown {
        Shown {
            layer,
            period: "2023年1–8月".into(),
            selected: None,
            corridor: None,
            scale: Vec::new(),
            border: false,
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
    fn a_county_of_few_cases_is_told_from_one_without() {
        let mut map = sample();
        map.counties[1].mediated = 4;
        map.counties.push(CountyFigures {
            mediated: 0,
            ..of(120_114)
        });
        let data = map_data(Chinese, &map, &shown(Layer::Rate));
        assert_eq!(data.text(110_117), Some("35.6%"));
        assert_eq!(data.text(110_112), Some("不足5件，不算比率"));
        assert_eq!(data.text(120_114), None);
        assert_eq!(data.kept_back, BTreeSet::from([110_112]));
        let data = map_data(Chinese, &map, &shown(Layer::Mediated));
        assert_eq!((data.text(110_112), data.kept_back.len()), (Some("4"), 0));
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
    fn the_border_mode_shows_neighbours_and_what_they_do_across_the_border() {
        let mut map = sample();
        map.counties.push(of(110_101));
        map.organisations
            .push(organisation(110_101, OrganisationKind::CentreDistrict, 3));
        let mut only = shown(Layer::Mediated);
        only.border = true;
        let data = map_data(Chinese, &map, &only);
        assert!(!data.values.contains_key(&110_101) && data.faded.contains(&110_101));
        assert!(data.values.contains_key(&110_112) && !data.faded.contains(&110_112));
        assert_eq!(data.points.len(), 2, "none of those that are not looked at");
        let arcs: Vec<(u32, u32)> = data.arcs.iter().map(|arc| (arc.from, arc.to)).collect();
        assert_eq!(arcs, [(110_112, 120_114)], "none within one province");
        assert_eq!(data.faded.len(), 199 - border_counties().len());
        // The county that is open is looked at.
        only.selected = Some(county(110_101));
        assert!(!map_data(Chinese, &map, &only).faded.contains(&110_101));
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
