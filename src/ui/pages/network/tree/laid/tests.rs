use std::collections::BTreeSet;

use super::super::forest::samples::{id, office};
use super::super::rows::in_sight;
use super::super::ties::order;
use super::*;
use crate::domain::id::{StreamId, StreamKind};
use crate::law::divisions::Adcode;
use crate::law::organisation::OrganisationKind::{
    BureauDistrict, BureauProvince, CommitteeVillage, JudicialOffice,
};

const DESKTOP: Measure = Measure {
    width: 1_280.0,
    row: 40.0,
    indent: 20.0,
};
const PHONE: Measure = Measure {
    width: 358.0,
    row: 48.0,
    indent: 16.0,
};

fn county(code: u32) -> Adcode {
    Adcode::new(code).unwrap()
}

fn tie(number: u8, counties: &[u32]) -> Tie {
    Tie {
        id: StreamId::new(StreamKind::COOPERATION, [number; 16]),
        name: format!("协议{number}"),
        counties: counties.iter().map(|code| county(*code)).collect(),
    }
}

/// Three provinces, with what ties them, arranged.
fn sample(ties: &[Tie]) -> (Forest, Order) {
    let mut offices = vec![
        office(1, BureauProvince, 110_101, "北京市司法局"),
        office(2, BureauDistrict, 110_112, "通州区司法局"),
        office(3, BureauDistrict, 110_117, "平谷区司法局"),
        office(4, BureauProvince, 120_101, "天津市司法局"),
        office(5, BureauDistrict, 120_114, "武清区司法局"),
        office(6, BureauDistrict, 120_119, "蓟州区司法局"),
        office(7, BureauProvince, 130_102, "河北省司法厅"),
        office(8, BureauDistrict, 131_003, "广阳区司法局"),
        office(9, JudicialOffice, 110_112, "西集司法所"),
    ];
    let below = |number: u16| super::super::forest::Office {
        parent: Some(id(9)),
        ..office(number, CommitteeVillage, 110_112, &format!("村{number}"))
    };
    offices.extend((100..400).map(below));
    let tied: BTreeSet<Adcode> = ties.iter().flat_map(|tie| tie.counties.clone()).collect();
    let mut forest = Forest::of(offices, &tied, |key| format!("{key:?}"));
    let columns: Vec<BTreeSet<Adcode>> = forest
        .roots
        .iter()
        .map(|root| {
            let nodes = forest.nodes[*root].below.iter();
            nodes
                .filter_map(|node| forest.nodes[*node].county)
                .collect()
        })
        .collect();
    let order = order(&columns, ties);
    arrange(&mut forest, &order);
    (forest, order)
}

fn all_open(forest: &Forest) -> BTreeSet<Key> {
    forest.nodes.iter().map(|node| node.key).collect()
}

#[track_caller]
fn check_apart(laid: &Laid, measure: Measure) {
    let places: Vec<&Place> = laid.places.values().collect();
    for (at, one) in places.iter().enumerate() {
        assert!(one.x >= 0.0 && one.y >= 0.0 && one.width > 150.0, "{one:?}");
        assert!(one.x + one.width <= laid.width + 0.1, "{one:?}");
        assert!(one.y + measure.row <= laid.height + 0.1, "{one:?}");
        for other in &places[at + 1..] {
            let beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
            let over = one.y + measure.row <= other.y || other.y + measure.row <= one.y;
            assert!(beside || over, "{one:?} {other:?}");
        }
    }
    for (at, one) in laid.hubs.iter().enumerate() {
        for other in &laid.hubs[at + 1..] {
            assert!((one.x - other.x).abs() > 1.0 || (one.y - other.y).abs() >= APART - 0.1);
        }
        for place in &places {
            let beside = one.x + 40.0 < place.x || one.x - 40.0 > place.x + place.width;
            assert!(beside, "{one:?} on {place:?}");
        }
    }
}

#[test]
fn provinces_stand_beside_each_other_and_nothing_covers_another() {
    let ties = [
        tie(1, &[110_112, 120_114, 131_003]),
        tie(2, &[110_117, 120_119]),
    ];
    let (forest, order) = sample(&ties);
    for open in [BTreeSet::new(), all_open(&forest)] {
        let rows = in_sight(&forest, &open);
        let laid = lay(&forest, &rows, &order, &ties, DESKTOP);
        assert!(laid.side_by_side);
        assert_eq!(laid.places.len(), rows.len());
        check_apart(&laid, DESKTOP);
        // One for each gap that a tie stands in.
        assert_eq!((laid.hubs.len(), laid.lines.len()), (3, 2));
    }
}

#[test]
fn what_is_tied_stands_above_the_rest() {
    let ties = [tie(1, &[110_117, 120_119])];
    let (forest, _) = sample(&ties);
    let first = |root: usize| {
        let root = forest.roots[root];
        forest.nodes[forest.nodes[root].below[0]].label.clone()
    };
    assert_eq!(
        (first(0), first(1)),
        ("平谷区司法局".into(), "蓟州区司法局".into())
    );
}

#[test]
fn on_a_phone_they_stand_below_each_other_in_the_order_in_which_they_are_read() {
    let ties = [tie(1, &[110_112, 120_114])];
    let (forest, order) = sample(&ties);
    let rows = in_sight(&forest, &all_open(&forest));
    let laid = lay(&forest, &rows, &order, &ties, PHONE);
    assert!(!laid.side_by_side);
    assert!(laid.hubs.is_empty() && laid.lines.is_empty());
    check_apart(&laid, PHONE);
    let heights: Vec<f64> = rows
        .iter()
        .map(|row| laid.places[&forest.nodes[row.node].key].y)
        .collect();
    assert!(heights.is_sorted());
}

#[test]
fn a_line_that_passes_a_province_covers_none_of_it() {
    let ties = [
        tie(1, &[110_112, 131_003]),
        tie(2, &[110_117, 120_119]),
        tie(3, &[120_114, 131_003]),
    ];
    let (forest, order) = sample(&ties);
    let rows = in_sight(&forest, &all_open(&forest));
    let laid = lay(&forest, &rows, &order, &ties, DESKTOP);
    check_apart(&laid, DESKTOP);
    // Level lines lead across a column.
    let path = &laid.lines.iter().find(|(tie, _)| *tie == 0).unwrap().1;
    let level: f64 = path
        .split('M')
        .find_map(|part| part.split_once('H')?.0.split_once(' ')?.1.parse().ok())
        .unwrap();
    for place in laid.places.values() {
        assert!(
            level <= place.y
                || level >= place.y + DESKTOP.row
                || place.x < 400.0
                || place.x > 900.0,
            "{place:?} {level}"
        );
    }
}

#[test]
fn what_is_out_of_sight_is_tied_where_it_lies() {
    let ties = [tie(1, &[110_112, 120_114])];
    let (forest, order) = sample(&ties);
    let rows = in_sight(&forest, &BTreeSet::new());
    let laid = lay(&forest, &rows, &order, &ties, DESKTOP);
    assert_eq!(laid.hubs[0].y, APART / 2.0, "beside the provinces");
    assert_eq!(laid.lines.len(), 1);
}

#[test]
fn nothing_is_laid_out_of_nothing() {
    let laid = lay(&Forest::default(), &[], &Order::default(), &[], DESKTOP);
    assert_eq!((laid.height, laid.places.len()), (0.0, 0));
}
