//! A figure that opens no cases keeps its period and its county all the same.

use langqiao::domain::network::{
    Activity, ActivityForm, Answered, Dispatched, Enrolled, Founded, Held, Mediator, Organisation,
    Resolved, ResolvedBy,
};
use langqiao::law::clock::WorkOrderClass;
use langqiao::law::day::Day;
use langqiao::law::dispute::DisputeType;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::money::Fen;
use langqiao::law::organisation::OrganisationKind;
use langqiao::law::person::MediatorKind;
use langqiao::views::answers::{Group, Statistics};
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, Period};
use langqiao::views::network::Network;
use langqiao::views::query::Ending;
use langqiao::views::row::{CaseRow, Conclusion, Findable};

use crate::given::registered;
use crate::story::county;
use crate::writing::{
    activity, case_stream, consultation, day, mediator, organisation, work_order,
};

/// A case of five that failed on the last day of March and was agreed on the first of April; the court confirmed the
/// agreement on the last of April.
fn case() -> CaseRow {
    let ended = |on, ending, fen| Conclusion {
        day: day(on),
        ending,
        total: Fen(fen),
        took: Some(12),
    };
    let row = CaseRow::of(&case_stream(0), &registered().case()).unwrap();
    CaseRow {
        people: 5,
        conclusions: vec![
            ended("2026-03-31", Ending::Failed, 0),
            ended("2026-04-01", Ending::Written, 700),
        ],
        confirmed: vec![day("2026-04-30")],
        ..row
    }
}

/// Asked on the last day of March; sent on the last day of March, and resolved on the first of May.
fn network() -> Network {
    let (organisation, on) = (organisation(1), day("2026-03-31"));
    let mut network = Network::default();
    let centre = Founded::new(
        OrganisationKind::CentreTownship,
        "综治中心".into(),
        county(),
    );
    let centre = Organisation::new(centre);
    network.organisations.insert(organisation, centre);
    let asked = Answered {
        county: county(),
        day: on,
        organisation,
        town: None,
        kind: DisputeType::Labour,
    };
    network.consultations.insert(consultation(1), asked);
    let sent = Dispatched {
        class: WorkOrderClass::Days7,
        county: county(),
        day: on,
        organisation,
        town: None,
        kind: DisputeType::Other,
    };
    let resolved = Resolved {
        day: day("2026-05-01"),
        satisfied: true,
        way: ResolvedBy::Mediation,
    };
    network
        .work_orders
        .insert(work_order(1), (sent, Some(resolved)));
    network
}

fn statistics(period: Period, county: Option<Adcode>) -> Statistics {
    let mut cases = Cases::default();
    cases.put(&case_stream(0), Some((case(), Findable::default())));
    figures::statistics(&cases, &network(), period, county, day("2026-06-01"))
}

/// People, sum, confirmed, consultations, work orders resolved, centres.
fn doorless(of: &Statistics) -> [u64; 6] {
    [
        of.people,
        of.total.0.unsigned_abs(),
        of.confirmed.count,
        of.consultations,
        of.work_orders_resolved,
        of.centres,
    ]
}

#[test]
fn each_month_has_what_happened_in_it() {
    let months = [
        ("2026-02-01", "2026-02-28", [0, 0, 0, 0, 0, 1]),
        ("2026-03-01", "2026-03-31", [5, 0, 0, 1, 0, 1]),
        ("2026-04-01", "2026-04-30", [5, 700, 1, 0, 0, 1]),
        ("2026-05-01", "2026-05-31", [0, 0, 0, 0, 1, 1]),
        ("2026-06-01", "2026-06-30", [0, 0, 0, 0, 0, 1]),
        // Taken up again within it: a case is one, as it ended at last.
        ("2026-03-31", "2026-05-01", [5, 700, 1, 1, 1, 1]),
    ];
    for (from, to, expected) in months {
        let period = Period {
            from: day(from),
            to: day(to),
        };
        assert_eq!(
            doorless(&statistics(period, None)),
            expected,
            "{from} to {to}"
        );
        assert_eq!(doorless(&statistics(period, Some(county()))), expected);
        let other = Adcode::new(110_112).unwrap();
        assert_eq!(doorless(&statistics(period, Some(other))), [0; 6]);
    }
}

#[test]
fn the_groups_of_a_period_have_its_people_and_sums() {
    fn sums<K>(groups: &[Group<K>]) -> Vec<(u64, i64)> {
        let sums = groups.iter().map(|group| (group.people, group.total.0));
        sums.collect()
    }
    let from_to = |from, to| Period {
        from: day(from),
        to: day(to),
    };
    for (period, all, months) in [
        (from_to("2026-03-01", "2026-03-31"), (5, 0), vec![(5, 0)]),
        (
            from_to("2026-04-01", "2026-04-30"),
            (5, 700),
            vec![(5, 700)],
        ),
        (Period::of(None, None), (5, 700), vec![(5, 0), (5, 700)]),
    ] {
        let of = statistics(period, None);
        assert_eq!(sums(&of.by_month), months);
        assert_eq!(sums(&of.by_kind), [all]);
        assert_eq!(sums(&of.by_county), [all]);
        assert_eq!(sums(&of.by_source), [all]);
        assert_eq!(sums(&of.by_organisation), [all]);
    }
    let later = statistics(from_to("2026-05-01", "2026-05-31"), None);
    assert!(later.by_month.is_empty() && later.by_kind.is_empty() && later.by_county.is_empty());
    assert!(later.by_source.is_empty() && later.by_organisation.is_empty());
}

/// They offer a choice of a period, and so keep to none.
#[test]
fn years_are_those_of_the_whole_record() {
    let may: Day = day("2026-05-01");
    let period = Period { from: may, to: may };
    assert_eq!(statistics(period, None).years, [2026]);
}

#[test]
fn the_map_has_what_happened_in_the_period_and_all_offices() {
    let mut cases = Cases::default();
    cases.put(&case_stream(0), Some((case(), Findable::default())));
    let map = |from, to| {
        let period = Period::of(Some(day(from)), Some(day(to)));
        figures::map(&cases, &network(), period, day("2026-06-01"))
    };
    for (from, to, consultations, orders) in [
        ("2026-03-01", "2026-03-31", 1, 0),
        ("2026-04-01", "2026-04-30", 0, 0),
        ("2026-05-01", "2026-05-31", 0, 1),
        ("2026-01-01", "2026-12-31", 1, 1),
    ] {
        let map = map(from, to);
        let [here] = &map.counties[..] else {
            panic!("one county");
        };
        assert_eq!(here.county, county());
        let counted = (here.consultations, here.work_orders_resolved);
        assert_eq!(counted, (consultations, orders), "{from} to {to}");
        assert_eq!((here.organisations, here.centres), (1, 1));
        let [office] = &map.organisations[..] else {
            panic!("one organisation");
        };
        assert_eq!((office.id, office.cases), (organisation(1), 1));
    }
}

/// From acceptance, or from being taken up again, to the conclusion of the period.
#[test]
fn the_map_says_how_long_cases_took() {
    let mut cases = Cases::default();
    let mut row = case();
    row.conclusions[0].took = Some(30);
    row.conclusions[1].took = Some(7);
    cases.put(&case_stream(0), Some((row.clone(), Findable::default())));
    row.conclusions[1].took = None;
    row.id = [9; 16];
    cases.put(&case_stream(9), Some((row, Findable::default())));
    let of = |from, to| {
        let period = Period::of(Some(day(from)), Some(day(to)));
        let map = figures::map(&cases, &network(), period, day("2026-06-01"));
        (map.counties[0].timed, map.counties[0].days)
    };
    assert_eq!(of("2026-03-01", "2026-03-31"), (2, 60));
    // As it last ended in the period; of the other nobody knows how long it took.
    assert_eq!(of("2026-03-01", "2026-04-30"), (1, 7));
    assert_eq!(of("2026-05-01", "2026-05-31"), (0, 0));
}

#[test]
fn centres_rooms_and_mediators_count_where_they_stand() {
    let mut network = network();
    let centre = network.organisations[&organisation(1)].clone();
    let town = |code| Town::of(county(), code);
    let more = [
        (2, OrganisationKind::CentreTownship, town(1), None),
        (3, OrganisationKind::CentreTownship, town(1), None),
        (4, OrganisationKind::CentreTownship, town(2), None),
        (5, OrganisationKind::CentreVillage, town(1), None),
        (6, OrganisationKind::CentreDistrict, None, None),
        (7, OrganisationKind::BrandedRoom, None, None),
        (8, OrganisationKind::MediationRoom, None, Some("温度+")),
        (9, OrganisationKind::MediationRoom, None, None),
        (10, OrganisationKind::CentreVillage, None, Some("温度+")),
    ];
    for (id, kind, town, brand) in more {
        let founded = Founded {
            kind,
            town,
            brand: brand.map(str::to_owned),
            ..centre.now.clone()
        };
        network
            .organisations
            .insert(organisation(id), Organisation::new(founded));
    }
    // One that works no more covers nothing.
    let closed = Organisation {
        ended: Some(day("2026-01-01")),
        ..centre.clone()
    };
    network.organisations.insert(organisation(11), closed);
    let kinds = [
        MediatorKind::FullTime,
        MediatorKind::PartTime,
        MediatorKind::PartTime,
        MediatorKind::Assisting,
    ];
    for (id, kind) in (1..).zip(kinds) {
        let organisation = organisation(if id == 3 { 99 } else { 1 });
        let enrolled = Enrolled::new(kind, organisation);
        let mediator_here = Mediator::new(enrolled, String::from("某人"));
        network.mediators.insert(mediator(id), mediator_here);
    }
    let map = figures::map(
        &Cases::default(),
        &network,
        Period::of(None, None),
        day("2026-06-01"),
    );
    let [here] = &map.counties[..] else {
        panic!("one county");
    };
    let centres = (
        here.village_centres,
        here.town_centres,
        here.district_centres,
    );
    // Two in one township cover one; one without a township covers none that anybody could name.
    assert_eq!(centres, (2, 2, 1));
    assert_eq!((here.branded_rooms, here.organisations), (2, 10));
    // Whose organisation is not on record is enrolled nowhere on the map.
    assert_eq!((here.full_time, here.part_time), (1, 1));
}

/// The corridor's training: held together, by both of its counties.
#[test]
fn a_training_of_other_counties_is_none_of_the_corridor_s() {
    let tongwu = [110_112, 120_114];
    let count = |form: ActivityForm, counties: &[u32]| {
        let now = Held {
            agreement: None,
            attended: None,
            organisers: Vec::new(),
            counties: counties
                .iter()
                .filter_map(|code| Adcode::new(*code))
                .collect(),
            day: day("2023-05-10"),
            form,
            name: "培训".into(),
            name_en: "Training".into(),
            representatives: None,
        };
        let mut network = Network::default();
        let held = Activity {
            now,
            disputed: false,
        };
        network.activities.insert(activity(1), held);
        let published = figures::published(&Cases::default(), &network);
        let of = published
            .iter()
            .find(|one| one.figure == "tongwu.training_sessions");
        of.map(|one| one.value)
    };
    assert_eq!(count(ActivityForm::Training, &tongwu), Some(1));
    let three = [110_112, 120_114, 131_003];
    assert_eq!(count(ActivityForm::Training, &three), Some(1));
    assert_eq!(count(ActivityForm::Training, &tongwu[..1]), Some(0));
    assert_eq!(count(ActivityForm::Training, &[110_112, 131_003]), Some(0));
    assert_eq!(count(ActivityForm::ExchangeMeeting, &tongwu), Some(0));
}

#[test]
fn a_year_in_which_a_case_only_ended_is_one_of_them() {
    let mut row = case();
    row.conclusions[1].day = day("2027-01-04");
    let mut cases = Cases::default();
    cases.put(&case_stream(0), Some((row, Findable::default())));
    let all = Period::of(None, None);
    let of = figures::statistics(&cases, &network(), all, None, day("2027-06-01"));
    assert_eq!(of.years, [2026, 2027]);
}
