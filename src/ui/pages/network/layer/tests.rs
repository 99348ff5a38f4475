use super::*;
use Language::{Chinese, English};

pub(in super::super) fn figures(county: u32) -> CountyFigures {
    CountyFigures {
        county: Adcode::new(county).unwrap(),
        registered: 9_000,
        mediated: 8_359,
        successful: 2_974,
        performed: 2_800,
        confirmed: 120,
        open: 40,
        overdue: 2,
        people: 17_072,
        total: Fen(371_347_000),
        organisations: 360,
        centres: 339,
        consultations: 0,
        work_orders_resolved: 5_784,
        timed: 8_359,
        days: 102_817,
        village_centres: 320,
        town_centres: 18,
        district_centres: 1,
        branded_rooms: 3,
        full_time: 40,
        part_time: 600,
    }
}

#[test]
fn amounts_read_in_their_units() {
    let pinggu = figures(110_117);
    let read = |layer: Layer| {
        layer
            .amount(&pinggu)
            .map(|amount| layer.write(Chinese, amount))
    };
    assert_eq!(read(Layer::Mediated), Some("8,359".into()));
    assert_eq!(read(Layer::Rate), Some("35.6%".into()));
    assert_eq!(read(Layer::Centres), Some("339".into()));
    assert!(
        read(Layer::Density).is_some_and(|text| text.contains('.')),
        "{:?}",
        read(Layer::Density)
    );
    assert_eq!(Layer::Mediated.title(Chinese), "调解件数（件）");
    assert_eq!(Layer::Rate.title(English), "Success rate");
}

#[test]
fn a_rate_of_few_is_no_rate() {
    let few = CountyFigures {
        mediated: 4,
        successful: 4,
        ..figures(110_117)
    };
    assert_eq!(Layer::Rate.amount(&few), None);
    assert!(Layer::Rate.is_of_few(&few) && !Layer::Sum.is_of_few(&few));
    let with = |mediated| CountyFigures {
        mediated,
        ..few.clone()
    };
    assert!(!Layer::Rate.is_of_few(&with(0)) && !Layer::Rate.is_of_few(&with(5)));
    assert_eq!(Layer::Mediated.amount(&few), Some(4));
}

#[test]
fn a_coverage_says_of_how_many() {
    let read = |layer: Layer, figures: &CountyFigures| layer.text(Chinese, figures);
    let pinggu = figures(110_117);
    assert_eq!(
        read(Layer::CoverageVillages, &pinggu),
        Some("320 / 323（99.1%）".into())
    );
    assert_eq!(
        read(Layer::CoverageTowns, &pinggu),
        Some("18 / 18（100%）".into())
    );
    let of = |layer: Layer| layer.text(English, &pinggu);
    assert_eq!(of(Layer::CoverageDistrict), Some("1 of 1 (100%)".into()));
    // Two centres of one district are not two districts, and nothing is more than all.
    let more = CountyFigures {
        district_centres: 2,
        village_centres: 400,
        ..pinggu.clone()
    };
    assert_eq!(Layer::CoverageVillages.amount(&more), Some(1_000));
    assert_eq!(Layer::CoverageDistrict.coverage(&more), Some((1, 1)));
    // Where no organisation is on record, nobody has said that there is no centre.
    let none = CountyFigures::none(pinggu.county);
    assert_eq!(read(Layer::CoverageTowns, &none), None);
}

#[test]
fn time_is_a_mean_of_days_and_none_of_few() {
    let pinggu = figures(110_117);
    assert_eq!(Layer::Time.text(Chinese, &pinggu), Some("12.3天".into()));
    assert_eq!(Layer::Time.title(Chinese), "平均用时（天）");
    let few = CountyFigures {
        timed: 4,
        days: 40,
        ..pinggu
    };
    assert_eq!(Layer::Time.amount(&few), None);
    assert!(Layer::Time.is_of_few(&few));
    let sum = |parts: [(u64, u64); 2]| {
        let mut sum = CountyFigures::none(few.county);
        for (timed, days) in parts {
            let part = CountyFigures {
                timed,
                days,
                ..few.clone()
            };
            add(&mut sum, &part);
        }
        Layer::Time.amount(&sum)
    };
    assert_eq!(sum([(4, 40), (6, 20)]), Some(60), "sixty days by ten cases");
}

#[test]
fn numbers_open_the_cases_of_their_county_and_period() {
    let days = Day::parse("2023-01-01")
        .ok()
        .zip(Day::parse("2023-08-31").ok());
    let county = Adcode::new(110_117).unwrap();
    let query = Layer::Rate.query(county, days).unwrap();
    assert_eq!((query.among, query.concluded), (vec![county], days));
    assert_eq!(query.endings, [Ending::Written, Ending::Oral]);
    assert_eq!(Layer::Open.query(county, days).unwrap().registered, None);
    assert_eq!(Layer::Centres.query(county, days), None);
}
