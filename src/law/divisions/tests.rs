use std::collections::BTreeSet;

use super::*;

fn adcode(code: u32) -> Adcode {
    Adcode::new(code).unwrap()
}

#[test]
fn every_county_is_there_once() {
    let count = |province| {
        mapped_counties()
            .filter(|county| county.province == province)
            .count()
    };
    assert_eq!(Province::ALL.map(count), [16, 16, 167]);
    assert_eq!(counties().len(), 222);
    assert!(
        counties()
            .windows(2)
            .all(|pair| pair[0].adcode < pair[1].adcode)
    );
    for county in counties() {
        assert_eq!(county.adcode.county(), Some(county));
        assert!(!county.zh.is_empty() && !county.en.is_empty() && county.people > 0);
        assert_eq!(
            county.city == county.province.place(),
            county.province != Province::Hebei
        );
    }
    let cities: BTreeSet<&str> = counties().iter().map(|county| county.city.en).collect();
    assert_eq!(cities.len(), 13);
}

#[test]
fn names_are_known() {
    let tongzhou = adcode(110_112).county().unwrap();
    assert_eq!(
        (tongzhou.zh, tongzhou.en, tongzhou.city.zh),
        ("通州区", "Tongzhou District", "北京市")
    );
    let guangyang = adcode(131_003).county().unwrap();
    assert_eq!(
        (guangyang.city.zh, guangyang.city.en),
        ("廊坊市", "Langfang")
    );
    assert_eq!(adcode(440_305).county(), None);
    assert_eq!(adcode(440_305).province(), None);
}

/// The published sums of the census.
#[test]
fn people_add_to_the_published_sums() {
    let sum = |province| -> u64 {
        let of = counties()
            .iter()
            .filter(|county| county.province == province);
        of.map(|county| u64::from(county.people)).sum()
    };
    assert_eq!(Province::ALL.map(sum), [21_893_095, 13_866_009, 74_610_235]);
}

#[test]
fn rates_count_the_zones_within_and_name_those_that_are_split() {
    let guangyang = adcode(131_003).county().unwrap();
    let base = guangyang.rate_base().unwrap();
    assert_eq!(base.people, u64::from(guangyang.people) + 128_967);
    assert_eq!((base.with, base.without), (vec![adcode(131_071)], vec![]));
    let taocheng = adcode(131_102).county().unwrap().rate_base().unwrap();
    assert_eq!(taocheng.without, [adcode(131_171), adcode(131_172)]);
    let ninghe = adcode(120_117).county().unwrap();
    assert_eq!(
        ninghe.rate_base().unwrap().people,
        u64::from(ninghe.people),
        "Lutai is Hebei's"
    );

    let in_rates: u64 = mapped_counties()
        .filter_map(County::rate_base)
        .map(|base| base.people)
        .sum();
    let apart = counties().iter().filter(|county| {
        county
            .zone
            .as_ref()
            .is_some_and(|zone| zone.lies != Lies::Within)
    });
    let apart: u64 = apart.map(|county| u64::from(county.people)).sum();
    assert_eq!(in_rates + apart, 21_893_095 + 13_866_009 + 74_610_235);
}

#[test]
fn zones_lie_in_counties() {
    let zones: Vec<_> = counties()
        .iter()
        .filter(|county| county.zone.is_some())
        .collect();
    assert_eq!(zones.len(), 23);
    assert_eq!(zones.iter().map(|zone| zone.people).sum::<u32>(), 2_978_929);
    let count = |lies| {
        zones
            .iter()
            .filter(|zone| zone.zone.as_ref().unwrap().lies == lies)
            .count()
    };
    assert_eq!(
        [
            count(Lies::Within),
            count(Lies::Split),
            count(Lies::Enclave)
        ],
        [12, 10, 1]
    );
    for county in zones {
        let zone = county.zone.as_ref().unwrap();
        assert!(zone.lies == Lies::Split || zone.hosts.len() == 1);
        assert!(county.rate_base().is_none());
        for host in &zone.hosts {
            let host = host.county().unwrap();
            assert!(host.zone.is_none());
            assert_eq!(
                host.city == county.city,
                zone.lies != Lies::Enclave,
                "{}",
                county.zh
            );
        }
        assert_eq!(county.adcode.on_map(), zone.hosts.first().copied());
    }
    assert_eq!(adcode(110_112).on_map(), Some(adcode(110_112)));
}

#[test]
fn a_few_letters_find_a_county() {
    let found = |typed| -> Vec<&str> { search(typed).iter().map(|c| c.zh).collect() };
    assert_eq!(found("通州"), ["通州区"]);
    assert_eq!(found(" 通州 "), ["通州区"]);
    assert_eq!(found("tongz"), ["通州区"]);
    assert_eq!(found("110112"), ["通州区"]);
    // Those that begin so first, then by code.
    assert_eq!(found("清"), ["清河县", "清苑区", "武清区", "永清县"]);
    assert!(found("").is_empty());
}

#[test]
fn towns_are_read() {
    let text = include_str!("../../../public/places/towns.txt");
    let towns = parse_towns(text).unwrap();
    assert_eq!(towns.len(), 222);
    assert_eq!(towns.values().map(Vec::len).sum::<usize>(), 3_013);
    assert!(towns.keys().all(|adcode| adcode.county().is_some()));
    let heizhuanghu = Town::of(adcode(110_105), 40).unwrap();
    assert!(towns[&adcode(110_105)].contains(&(heizhuanghu, "黑庄户地区".into())));
    assert_eq!(heizhuanghu.number(), 110_105_040);
    assert_eq!(heizhuanghu.county(), adcode(110_105));
    for (adcode, towns) in &towns {
        assert!(towns.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(
            towns
                .iter()
                .all(|(town, name)| town.county() == *adcode && !name.is_empty())
        );
    }
}

#[test]
fn a_line_that_cannot_be_read_is_named() {
    for text in [
        "#\n001东华门街道",
        "110101\n东华门街道",
        "110101\n0x1东华门街道",
        "110101\n12",
        "110101\n1234",
    ] {
        assert_eq!(parse_towns(text), Err(TownsProblem { line: 2 }), "{text}");
    }
}

#[test]
fn the_wire_carries_numbers() {
    assert_eq!(serde_json::to_string(&adcode(110_112)).unwrap(), "110112");
    assert_eq!(
        serde_json::from_str::<Adcode>("110112").unwrap(),
        adcode(110_112)
    );
    assert!(serde_json::from_str::<Adcode>("1101").is_err());
    assert!(serde_json::from_str::<Town>("110112").is_err());
    assert!(serde_json::from_str::<Town>("110105040").is_ok());
}

#[test]
fn a_text_names_one_county_or_none() {
    let named = |text: &str| named_in(text).map(Adcode::number);
    assert_eq!(named("天津市武清区河西务镇一村"), Some(120_114));
    assert_eq!(named("武清区"), Some(120_114));
    // Two have this name; with its city it is one.
    assert_eq!(named("新华区"), None);
    assert_eq!(named("沧州市新华区"), Some(130_902));
    assert_eq!(named("通州区与武清区之间"), None);
    assert_eq!(named("肖家林村12号"), None);
    for county in mapped_counties() {
        let whole = format!("{}{}", county.city.zh, county.zh);
        assert_eq!(named(&whole), Some(county.adcode.number()), "{whole}");
    }
}
