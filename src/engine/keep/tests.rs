use std::collections::BTreeMap;

use super::VERSION;
use crate::domain::id::{StreamId, StreamKind};
use crate::engine::play;
use crate::law::day::Day;
use crate::law::divisions::{mapped_counties, parse_towns};
use crate::record::{Chronicle, World, line};
use crate::training::Region;
use crate::views::row::{CaseRow, Findable};

const TOWNS: &str = include_str!("../../../public/places/towns.txt");
/// What the cases below fold to under [`VERSION`].
const FOLDED: &str = "PlincxVlRwVHDPbShPz8toElcSY";

/// Rows that an older build kept are shown as they lie, while a case's page is folded anew: one would contradict the
/// other. So whoever folds otherwise, or tells other cases here, counts VERSION up and writes the new digest.
#[test]
fn what_folds_otherwise_than_before_asks_for_another_version() {
    let towns = parse_towns(TOWNS).unwrap();
    let counties: Vec<_> = mapped_counties().step_by(40).map(|c| c.adcode).collect();
    let today = Day::new(2026, 6, 30).unwrap();
    let mut streams: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
    let region = Region::bare(7, &towns, &counties, today);
    play::sample(region, World::Training, 400, &mut |text| {
        let stream = line::read(text.as_bytes()).unwrap().stream;
        streams.entry(stream).or_default().push(text.to_owned());
    });
    let mut rows = Vec::new();
    for (stream, texts) in &streams {
        let lines: Vec<_> = texts
            .iter()
            .map(|t| line::read(t.as_bytes()).unwrap())
            .collect();
        let chronicle = Chronicle::tell(&lines);
        if stream.kind == StreamKind::CASE {
            let case = chronicle.case();
            rows.push((CaseRow::of(stream, &case), Findable::of(&case, &chronicle)));
        }
    }
    assert!(rows.len() >= 400);
    let folded = line::digest(&postcard::to_allocvec(&rows).unwrap()).to_string();
    assert_eq!((VERSION, &*folded), (21, FOLDED));
}
