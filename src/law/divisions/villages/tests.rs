use std::collections::BTreeSet;
use std::fmt::Write;

use super::*;
use crate::law::divisions::{Province, counties, parse_towns};

fn file(county: Adcode) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/public/places/villages/{}.txt", county.number());
    std::fs::read_to_string(&path).expect(&path)
}

fn all() -> Vec<(Adcode, String, Villages)> {
    let read = |county: Adcode| {
        let text = file(county);
        let villages = parse_villages(county, &text).unwrap();
        (county, text, villages)
    };
    counties()
        .iter()
        .map(|county| read(county.adcode))
        .collect()
}

/// As `zlib.crc32` of tests/fixtures/villages/make.py.
fn crc32(text: &str) -> u32 {
    !text.bytes().fold(!0, |mut crc: u32, byte| {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
        crc
    })
}

/// The published sums, and each county as an independent script counted it.
#[test]
fn every_village_is_there_once() {
    let root = env!("CARGO_MANIFEST_DIR");
    let fixture = format!("{root}/tests/fixtures/villages/counties.csv");
    let fixture = std::fs::read_to_string(fixture).unwrap();
    let mut made = String::new();
    let mut sums = [0; 3];
    for (county, _, villages) in all() {
        let mut lines = String::new();
        for (village, name) in villages.values().flatten() {
            writeln!(lines, "{village:?},{name}").unwrap();
        }
        let (towns, count) = (
            villages.len(),
            villages.values().map(Vec::len).sum::<usize>(),
        );
        let code = county.number();
        writeln!(made, "{code},{towns},{count},{:08x}", crc32(&lines)).unwrap();
        let province = county.province().unwrap();
        let place = Province::ALL.iter().position(|one| *one == province);
        sums[place.unwrap()] += count;
    }
    assert_eq!(sums, [7_535, 5_617, 54_145]);
    assert_eq!(sums.iter().sum::<usize>(), 67_297);
    assert_eq!(made, fixture);
}

#[test]
fn every_village_lies_in_a_township_that_has_a_name() {
    let towns = parse_towns(include_str!("../../../../public/places/towns.txt")).unwrap();
    for (county, _, villages) in all() {
        let named: Vec<Town> = towns[&county].iter().map(|(town, _)| *town).collect();
        assert_eq!(villages.keys().copied().collect::<Vec<_>>(), named);
        for (town, here) in &villages {
            assert!(
                here.iter()
                    .all(|(village, name)| village.town() == *town && !name.is_empty())
            );
        }
    }
}

/// What is read and written again is the file: sorted, each township and village once, nothing beside them.
#[test]
fn every_file_is_canonical() {
    for (county, text, villages) in all() {
        let mut written = String::new();
        for (town, here) in villages {
            writeln!(written, "{:03}", town.number() % 1_000).unwrap();
            let mut here: Vec<_> = here.into_iter().collect();
            here.sort();
            here.dedup_by_key(|(village, _)| *village);
            for (village, name) in here {
                writeln!(written, "{:03}{name}", village.number() % 1_000).unwrap();
            }
        }
        assert_eq!(written, text, "{county:?}");
    }
}

#[test]
fn nothing_but_counties_has_a_file() {
    let root = env!("CARGO_MANIFEST_DIR");
    let there = std::fs::read_dir(format!("{root}/public/places/villages")).unwrap();
    let there: BTreeSet<String> = there
        .map(|one| one.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted: BTreeSet<String> = counties()
        .iter()
        .map(|county| format!("{:?}.txt", county.adcode))
        .collect();
    assert_eq!(there, wanted);
}

#[test]
fn counts_are_known_without_the_files() {
    for (county, _, villages) in all() {
        let counted: Vec<(Town, u32)> = villages
            .iter()
            .map(|(town, here)| (*town, u32::try_from(here.len()).unwrap()))
            .collect();
        assert_eq!(village_counts(county).collect::<Vec<_>>(), counted);
        assert_eq!(town_count(county), villages.len());
        assert_eq!(
            village_count(county),
            counted.iter().map(|(_, count)| count).sum::<u32>()
        );
    }
    let elsewhere = Adcode::new(440_305).unwrap();
    assert_eq!((village_count(elsewhere), town_count(elsewhere)), (0, 0));
    let highest = Adcode::new(999_999).unwrap();
    assert_eq!(village_count(highest), 0);
}

#[test]
fn names_begin_with_digits_too() {
    let county = Adcode::new(110_108).unwrap();
    let read = parse_villages(county, "011\n018768厂社区居委会\n").unwrap();
    let town = Town::of(county, 11).unwrap();
    let village = Village::of(town, 18).unwrap();
    assert_eq!(read[&town], [(village, "768厂社区居委会".to_owned())]);
}

#[test]
fn a_line_that_cannot_be_read_is_named() {
    let county = Adcode::new(110_101).unwrap();
    for (text, line) in [
        ("001多福巷社区", 1),
        ("001\n01多福巷社区", 2),
        ("001\n\n001多福巷社区", 2),
        ("001\n+01多福巷社区", 2),
        ("001\n001多福巷社区\n12", 3),
    ] {
        assert_eq!(
            parse_villages(county, text),
            Err(VillagesProblem { line }),
            "{text}"
        );
    }
}
