//! Numbers are doors: each opens exactly the cases that make it up.

use std::collections::BTreeSet;

use langqiao::domain::case::Nearness;
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::law::day::Day;
use langqiao::law::divisions::Adcode;
use langqiao::ui::pages::network::layer::Layer;
use langqiao::ui::pages::network::{drawn, joint};
use langqiao::ui::pages::today::tasks;
use langqiao::views::agenda;
use langqiao::views::answers::{Counted, Group, Statistics};
use langqiao::views::cases::Cases;
use langqiao::views::figures;
use langqiao::views::network::Network;
use langqiao::views::query::{Query, Sort};
use langqiao::views::row::{CaseRow, Findable};

use super::{TOLD, today};

pub fn views() -> (Cases, Network) {
    let (mut cases, mut network) = (Cases::default(), Network::default());
    for played in TOLD.iter() {
        match &played.case {
            Some(case) => cases.put(
                &played.stream,
                CaseRow::of(&played.stream, case).map(|row| (row, Findable::default())),
            ),
            None => network.put(played.stream, &played.chronicle),
        }
    }
    (cases, network)
}

/// The demonstration with a case in a development zone, which the map shows in the county that hosts it.
fn with_a_zone(cases: &mut Cases) -> Adcode {
    let guangyang = Adcode::new(131_003).unwrap();
    let one = cases.rows().find(|row| row.county == guangyang);
    let mut row = one.unwrap().clone();
    (row.county, row.id) = (Adcode::new(131_071).unwrap(), [7; 16]);
    let stream = StreamId::new(StreamKind::CASE, row.id);
    cases.put(&stream, Some((row, Findable::default())));
    guangyang
}

#[test]
fn each_figure_of_a_county_opens_the_cases_that_make_it_up() {
    let (mut cases, network) = views();
    let host = with_a_zone(&mut cases);
    let day = |text| Day::parse(text).unwrap();
    for days in [None, Some((day("2023-01-01"), day("2023-08-31")))] {
        let period = figures::Period::of(days.map(|days| days.0), days.map(|days| days.1));
        let ends = |row: &CaseRow| row.ended_in(|day| period.holds(day)).cloned();
        let map = figures::map(&cases, &network, period, today());
        let counties = drawn::figures(&map);
        assert!(counties[&host].registered > 1 || days.is_some());
        for (county, shown) in &counties {
            for layer in Layer::ALL {
                let Some(query) = layer.query(*county, days) else {
                    continue;
                };
                let rows: Vec<&CaseRow> = cases
                    .streams(&query, "", today())
                    .iter()
                    .map(|id| cases.get(id).unwrap())
                    .collect();
                let count = rows.len() as u64;
                let successful = || rows.iter().filter_map(|row| ends(row));
                let (figure, opened) = match layer {
                    Layer::Mediated | Layer::Density => (shown.mediated, count),
                    Layer::Time => (shown.timed, count),
                    Layer::Successful | Layer::Rate => (shown.successful, count),
                    Layer::Performed => (shown.performed, count),
                    Layer::Confirmed => (shown.confirmed, count),
                    Layer::Registered => (shown.registered, count),
                    Layer::Open => (shown.open, count),
                    Layer::Overdue => (shown.overdue, count),
                    Layer::People => (
                        shown.people,
                        rows.iter().map(|row| u64::from(row.people)).sum(),
                    ),
                    Layer::Sum => (
                        shown.total.0.unsigned_abs(),
                        successful().map(|ended| ended.total.0.unsigned_abs()).sum(),
                    ),
                    other => panic!("{other:?} opens no cases"),
                };
                assert_eq!(figure, opened, "{county:?} {layer:?} {days:?}");
            }
        }
    }
}

#[test]
fn each_choice_of_the_filters_shows_as_many_as_it_says() {
    let (cases, _) = views();
    let one = cases
        .rows()
        .find(|row| row.town.is_some() && !row.joined.is_empty());
    let one = one.unwrap().clone();
    let narrow = Query {
        county: Some(one.county),
        kinds: vec![one.kind.clone()],
        ..Query::default()
    };
    let wide = Query {
        open: Some(true),
        ..Query::default()
    };
    for asked in [Query::default(), narrow, wide] {
        let counts = cases.counts(&asked, "", today());
        let shows = |change: &dyn Fn(&mut Query)| {
            let mut query = asked.clone();
            change(&mut query);
            cases.streams(&query, "", today()).len()
        };
        assert!(!counts.kinds.is_empty() && !counts.mediators.is_empty());
        for (stage, count) in &counts.stages {
            assert_eq!(
                *count,
                shows(&|q| q.stages = vec![stage.clone()]),
                "{stage:?}"
            );
        }
        for (kind, count) in &counts.kinds {
            assert_eq!(*count, shows(&|q| q.kinds = vec![kind.clone()]), "{kind:?}");
        }
        for (county, count) in &counts.counties {
            let there = |q: &mut Query| (q.county, q.town) = (Some(*county), None);
            assert_eq!(*count, shows(&there), "{county:?}");
        }
        for (mediator, count) in &counts.mediators {
            let theirs = shows(&|q| q.mediator = Some(*mediator));
            assert_eq!(*count, theirs, "{mediator:?}");
        }
        assert_eq!(counts.open, shows(&|q| q.open = Some(true)));
        assert_eq!(counts.overdue, shows(&|q| q.overdue = true));
        assert_eq!(counts.disputed, shows(&|q| q.disputed = true));
    }
}

#[test]
fn today_counts_what_waits_and_what_is_late() {
    let (cases, _) = views();
    let agenda = agenda::agenda(&cases, today().at(9, 0).unwrap(), |_| true);
    let waits = |row: &&CaseRow| agenda::why(row, today()).is_some();
    assert_eq!(agenda.count, cases.rows().filter(waits).count());
    let late = |row: &&CaseRow| waits(row) && row.late(today());
    assert_eq!(agenda.late, cases.rows().filter(late).count());
    let overdue = cases.rows().filter(|row| row.overdue(today())).count();
    assert!(overdue > 0 && agenda.late > overdue && agenda.count > agenda.late);
    // What the line counts is what the rows show in red; beside it only who may be in danger.
    for task in &agenda.tasks {
        let row = cases.get(&task.row.id).unwrap();
        let red = tasks::press(task, today()) == Nearness::Late;
        assert_eq!(red, row.late(today()) || row.grave, "{:?}", row.term);
    }
    // In danger first; then by what is waited for, and its last day.
    let order: Vec<_> = agenda
        .tasks
        .iter()
        .map(|task| {
            let last = task.row.term.map_or(Day::MAX, |(_, last)| last);
            (!task.row.grave, task.why, last)
        })
        .collect();
    assert!(order.is_sorted());
}

#[test]
fn the_networks_numbers_open_exactly_their_cases() {
    let (cases, network) = views();
    let day = |text| Day::parse(text).unwrap();
    for days in [None, Some((day("2023-01-01"), day("2023-12-31")))] {
        let period = figures::Period::of(days.map(|days| days.0), days.map(|days| days.1));
        let map = figures::map(&cases, &network, period, today());
        let opens = |query: &Query| cases.streams(query, "", today());
        assert!(map.joint.iter().any(|joint| joint.cases > 0), "{days:?}");
        for county in map.joint.iter().map(|joint| joint.county) {
            let query = joint::among_query(&[county], days);
            let all = joint::all(&map, county);
            assert_eq!(all, opens(&query).len() as u64, "{county:?}");
            for (other, count) in joint::partners(&map, county) {
                assert!(count <= all, "{county:?} {other:?}");
                let query = joint::among_query(&[county, other], days);
                assert_eq!(count, opens(&query).len() as u64, "{county:?} {other:?}");
            }
        }
        let (_, corridor) = map
            .agreements
            .iter()
            .find(|(_, one)| one.corridor.is_some())
            .unwrap();
        let query = joint::among_query(&corridor.counties, days);
        assert_eq!(
            joint::among(&map, &corridor.counties),
            opens(&query).len() as u64
        );
        let query = joint::mediated_query(&corridor.counties, days);
        let mediated = opens(&query).len();
        let figures: u64 = map
            .counties
            .iter()
            .filter(|figures| corridor.counties.contains(&figures.county))
            .map(|figures| figures.mediated)
            .sum();
        assert_eq!(figures, mediated as u64);
    }
}

#[test]
fn a_number_by_kind_of_organisation_opens_exactly_its_cases() {
    let (cases, network) = views();
    let period = figures::Period::of(None, None);
    let statistics = figures::statistics(&cases, &network, period, None, today());
    assert!(statistics.by_organisation.len() > 2);
    let mut opened = 0;
    for group in &statistics.by_organisation {
        let query = network.narrowed(&group.mediated.query);
        let cases = cases.streams(&query, "", today()).len() as u64;
        assert_eq!(cases, group.mediated.count, "{:?}", group.key);
        opened += cases;
    }
    assert_eq!(opened, statistics.mediated.count);
}

#[test]
fn pages_of_the_register_are_the_whole_order_cut_up() {
    let (cases, _) = views();
    for sort in Sort::ALL {
        let query = Query {
            sort: Some(sort.clone()),
            ..Query::default()
        };
        let whole = cases.streams(&query, "", today());
        assert_eq!(whole.len(), cases.len());
        for from in [0, 1, 40, 4_090, whole.len() - 7, whole.len()] {
            let page = cases.page(&query, "", from, 40, today());
            let shown: Vec<_> = page.rows.iter().map(|row| row.id).collect();
            let expected = whole.iter().skip(from).take(40).copied();
            assert_eq!(shown, expected.collect::<Vec<_>>(), "{sort:?} from {from}");
        }
        let rows: Vec<_> = whole.iter().filter_map(|id| cases.get(id)).collect();
        let in_order = rows.windows(2).all(|pair| match sort {
            Sort::Newest => pair[0].registered >= pair[1].registered,
            Sort::Oldest => pair[0].registered <= pair[1].registered,
            Sort::Sum => pair[0].total >= pair[1].total,
            Sort::Due => {
                let due = |row: &CaseRow| (row.due().is_none(), row.due());
                due(pair[0]) <= due(pair[1])
            }
            Sort::Number | Sort::Unknown(_) => true,
        });
        assert!(in_order, "{sort:?}");
    }
}

/// A stretch in the middle that begins and ends on days on which cases ended.
fn middle(cases: &Cases) -> (Day, Day) {
    let ends = cases.rows().flat_map(|row| &row.conclusions);
    let mut days: Vec<Day> = ends.map(|ended| ended.day).collect();
    days.sort_unstable();
    (days[days.len() / 3], days[days.len() / 2])
}

#[test]
fn every_number_of_the_statistics_opens_exactly_its_cases() {
    let (cases, network) = views();
    let (from, to) = middle(&cases);
    let row = |id: &StreamId| cases.get(id).unwrap();
    for period in [
        figures::Period::of(None, None),
        figures::Period::of(Some(from), Some(to)),
    ] {
        for county in [None, Adcode::new(110_117)] {
            let all = figures::statistics(&cases, &network, period, county, today());
            let opened = |query: &Query| cases.streams(&network.narrowed(query), "", today());
            fn both<K>(groups: &[Group<K>]) -> impl Iterator<Item = &Counted> {
                groups.iter().flat_map(|g| [&g.mediated, &g.successful])
            }
            let whole = [
                &all.registered,
                &all.mediated,
                &all.successful,
                &all.open,
                &all.overdue,
                &all.performed,
                &all.confirmed,
            ];
            assert!(all.confirmed.count > 0);
            let counted = whole
                .into_iter()
                .chain(both(&all.by_kind))
                .chain(both(&all.by_month))
                .chain(both(&all.by_county))
                .chain(both(&all.by_source))
                .chain(all.by_ending.iter().map(|(_, counted)| counted));
            for Counted { count, query } in counted {
                assert_eq!(opened(query).len() as u64, *count, "{query:?}");
            }
            let mediated = opened(&all.mediated.query);
            let people = mediated.iter().map(|id| u64::from(row(id).people));
            assert_eq!(all.people, people.sum::<u64>());
            let ended_on_the_last_day = |id: &StreamId| {
                let ended = &row(id).conclusions;
                ended.iter().any(|ended| ended.day == period.to)
            };
            assert!(
                period.to != to || county.is_some() || mediated.iter().any(ended_on_the_last_day)
            );
        }
    }
}

#[test]
fn a_brand_opens_the_cases_of_its_rooms_alone() {
    let (cases, network) = views();
    let branded = |id: &StreamId| {
        let office = cases.get(id).unwrap().organisation;
        let office = StreamId::new(StreamKind::ORGANISATION, office);
        network.organisations[&office].now.brand.is_some()
    };
    let query = |branded| {
        network.narrowed(&Query {
            branded,
            ..Query::default()
        })
    };
    let all = cases.streams(&query(false), "", today());
    let own = cases.streams(&query(true), "", today());
    assert!(own.iter().all(branded));
    assert!(!own.is_empty() && own.len() < all.len());
    assert_eq!(own.len(), all.iter().filter(|id| branded(id)).count());
}

#[test]
fn what_all_counties_did_is_what_was_done() {
    let (cases, network) = views();
    let period = figures::Period::of(None, None);
    let of = |county| figures::statistics(&cases, &network, period, county, today());
    let consulted = network.consultations.values().map(|c| c.county);
    let ordered = network.work_orders.values().map(|(order, _)| order.county);
    let founded = network.organisations.values().map(|one| one.now.county);
    let counties: BTreeSet<Adcode> = consulted
        .chain(ordered)
        .chain(founded)
        .chain(cases.rows().map(|row| row.county))
        .collect();
    let numbers = |s: &Statistics| {
        [
            s.registered.count,
            s.mediated.count,
            s.people,
            s.confirmed.count,
            s.consultations,
            s.work_orders_resolved,
            s.centres,
        ]
    };
    let mut sums = [0; 7];
    for county in counties {
        let own = numbers(&of(Some(county)));
        sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    }
    assert_eq!(sums, numbers(&of(None)));
}
