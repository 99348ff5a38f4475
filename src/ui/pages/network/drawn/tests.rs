use super::super::{layer::tests::figures as of, seats::seat};
use super::*;
use crate::domain::id::StreamKind;
use crate::domain::network::{Founded, Signing};
use crate::law::day::Day;
use crate::law::organisation::OrganisationKind;
use crate::ui::pages::statistics::period::Period;
use crate::views::answers::{Handed, Joint, OrganisationLine};
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
        handed_on: vec![Handed {
            from: county(110_112),
            to: county(120_114),
            cases: 2,
        }],
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
        before: None,
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
fn joint_cases_are_a_line_each_way_and_the_corridor_counts_its_own() {
    let data = map_data(English, &sample(), &shown(Layer::Mediated));
    let ways: Vec<_> = data
        .arcs
        .iter()
        .map(|arc| (arc.from, arc.to, arc.count, arc.kind))
        .collect();
    assert_eq!(
        ways,
        [
            (110_112, 110_117, 1, JOINT),
            (110_112, 120_114, 60, JOINT),
            (120_114, 110_112, 4, JOINT),
            (110_112, 120_114, 2, HANDED_ON),
        ],
        "from who took them in to who was asked"
    );
    assert!(data.arc_kinds[JOINT].way.starts_with("from who"));
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
    let across = [(110_112, 120_114), (120_114, 110_112), (110_112, 120_114)];
    assert_eq!(arcs, across, "none within one province");
    assert_eq!(data.faded.len(), 199 - border_counties().len());
    only.layer = Layer::CoverageTowns;
    let along = map_data(Chinese, &map, &only).subtitle;
    only.border = false;
    let all = map_data(Chinese, &map, &only).subtitle;
    assert_eq!(all, "2023年1–8月 · 三地53 / 3,013");
    assert!(along.starts_with("2023年1–8月 · 交界区县36 / "), "{along}");
    only.border = true;
    // The county that is open is looked at.
    only.selected = Some(county(110_101));
    assert!(!map_data(Chinese, &map, &only).faded.contains(&110_101));
}

#[test]
fn two_periods_are_compared_by_what_changed() {
    let map = sample();
    let mut then = figures(&map);
    if let Some(pinggu) = then.get_mut(&county(110_117)) {
        pinggu.mediated = 9_000;
    }
    let mut two = shown(Layer::Mediated);
    two.before = Some(Before {
        figures: then,
        period: Period::read(Day::parse("2022-01-01").ok(), Day::parse("2022-12-31").ok()).unwrap(),
    });
    let data = map_data(Chinese, &map, &two);
    assert_eq!(data.values[&110_117].amount, 8_359 - 9_000);
    assert_eq!(data.text(110_117), Some("8,359，之前9,000，减少641"));
    assert_eq!(data.text(110_112), Some("8,359，之前8,359，不变"));
    assert_eq!(data.title, "调解件数（件）的变化");
    assert_eq!(data.subtitle, "2023年1–8月，与2022年比");
    assert_eq!(data.format.write(-641), "−641");
    assert!(matches!(data.ramp, Ramp::Change { .. }));
    // What was of too few then has no rate to compare with.
    if let Some(before) = &mut two.before
        && let Some(pinggu) = before.figures.get_mut(&county(110_117))
    {
        pinggu.mediated = 3;
    }
    two.layer = Layer::Rate;
    let data = map_data(English, &map, &two);
    assert_eq!(data.kept_back, BTreeSet::from([110_117]));
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
