//! The register: which cases a query and a search leave, and in which order.

use langqiao::domain::case::Term;
use langqiao::domain::case::course::Stage;
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::law::day::Day;
use langqiao::law::dispute::DisputeType;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::money::Fen;
use langqiao::views::cases::Cases;
use langqiao::views::query::{Query, Sort};
use langqiao::views::row::{CaseRow, Findable};

use crate::given::{at, today};
use crate::story::county;
use crate::writing::{case_stream, mediator, organisation};

/// A register of one case for each change.
fn register<F: Fn(&mut CaseRow)>(changes: impl IntoIterator<Item = F>) -> Cases {
    let plain = CaseRow::of(&case_stream(0), &at(&Stage::Accepted).case()).unwrap();
    let mut cases = Cases::default();
    for (place, change) in changes.into_iter().enumerate() {
        let id = stream(place);
        let mut row = CaseRow {
            id: id.random,
            ..plain.clone()
        };
        change(&mut row);
        cases.put(&id, Some((row, Findable::default())));
    }
    cases
}

fn stream(place: usize) -> StreamId {
    StreamId::new(StreamKind::CASE, [place as u8 + 1; 16])
}

/// The places of the cases that are found, in their order.
fn found(cases: &Cases, query: &Query, search: &str) -> Vec<usize> {
    let page = cases.page(query, search, 0, cases.len(), today());
    let place = |id: StreamId| usize::from(id.random[0]) - 1;
    page.rows.iter().map(|row| place(row.id)).collect()
}

#[test]
fn the_first_and_the_last_day_of_a_filter_are_counted() {
    let days: Vec<Day> = (0..5).map(|n| today().plus_days(n)).collect();
    let cases = register(
        days.iter()
            .map(|day| |row: &mut CaseRow| row.registered = *day),
    );
    for from in 0..days.len() {
        for to in from..days.len() {
            let query = Query {
                registered: Some((days[from], days[to])),
                sort: Some(Sort::Oldest),
                ..Query::default()
            };
            let expected: Vec<usize> = (from..=to).collect();
            assert_eq!(found(&cases, &query, ""), expected);
        }
    }
}

#[test]
fn a_filter_by_town_leaves_the_cases_of_that_town() {
    let towns = [101, 102, 103].map(|n| Town::of(county(), n));
    let cases = register(towns.map(|town| move |row: &mut CaseRow| row.town = town));
    for (place, town) in towns.into_iter().enumerate() {
        let query = Query {
            town,
            ..Query::default()
        };
        assert_eq!(found(&cases, &query, ""), [place]);
    }
}

#[test]
fn a_corridors_joint_cases_are_joined_by_another_of_its_counties() {
    let [one, other, outside] = [120_114, 110_112, 131_003].map(|code| Adcode::new(code).unwrap());
    let cases = register(
        [vec![one], vec![other], vec![outside], vec![]].map(|joined| {
            move |row: &mut CaseRow| {
                row.county = one;
                row.joined.clone_from(&joined);
            }
        }),
    );
    let query = Query {
        among: vec![one, other],
        joint: true,
        ..Query::default()
    };
    assert_eq!(found(&cases, &query, ""), [1], "not by its own county");
}

#[test]
fn a_countys_joint_cases_are_those_it_registered_and_those_it_joined() {
    let [one, other, outside] = [120_114, 110_112, 131_003].map(|code| Adcode::new(code).unwrap());
    let cases = register(
        [
            (one, vec![other]),
            (one, vec![one]),
            (other, vec![outside, one]),
            (other, vec![outside]),
            (other, vec![]),
        ]
        .map(|(county, joined)| {
            move |row: &mut CaseRow| {
                row.county = county;
                row.joined.clone_from(&joined);
            }
        }),
    );
    let query = |joint| Query {
        among: vec![one],
        joint,
        ..Query::default()
    };
    assert_eq!(found(&cases, &query(true), ""), [0, 2]);
    assert_eq!(found(&cases, &query(false), ""), [0, 1]);
}

#[test]
fn numbers_are_ordered_as_numbers_and_sums_from_the_greatest() {
    let numbered = |n: u32| {
        move |row: &mut CaseRow| {
            row.number = Some(format!("（2026）武人调字第{n}号").into());
            row.total = Some(Fen(i64::from(n)));
        }
    };
    let cases = register([10, 9, 100, 1].map(numbered));
    let sorted = |sort| {
        let query = Query {
            sort: Some(sort),
            ..Query::default()
        };
        found(&cases, &query, "")
    };
    assert_eq!(sorted(Sort::Number), [3, 1, 0, 2]);
    assert_eq!(sorted(Sort::Sum), [2, 0, 1, 3]);
}

#[test]
fn a_number_that_was_given_twice_is_told_of_both() {
    let numbers = ["第1号", "第2号", "第1号"];
    let cases =
        register(numbers.map(|number| move |row: &mut CaseRow| row.number = Some(number.into())));
    assert_eq!(cases.same_number(&stream(0)), [stream(2)]);
    assert_eq!(cases.same_number(&stream(2)), [stream(0)]);
    assert_eq!(cases.same_number(&stream(1)), []);
}

#[test]
fn what_was_replaced_stays_replaced_when_an_import_comes() {
    let mut cases = register([|_: &mut CaseRow| ()]);
    // Put in once more: the row before it is dead.
    let newer = CaseRow {
        questions: 1,
        ..cases.get(&stream(0)).unwrap().clone()
    };
    let found_by = Findable::default();
    cases.put(&stream(0), Some((newer.clone(), found_by.clone())));
    let came = CaseRow {
        id: stream(1).random,
        ..newer.clone()
    };
    cases.absorb(Vec::new(), vec![came], vec![found_by]);
    assert_eq!(cases.len(), 2);
    assert_eq!(cases.rows().count(), 2);
    assert_eq!(cases.get(&stream(0)), Some(&newer));
}

#[test]
fn every_word_of_a_search_must_be_found() {
    let mut cases = register([|_: &mut CaseRow| (); 3]);
    for (place, terms) in ["张桂珍 李国强", "张桂珍 王秀英", "王秀英 李国强"]
        .into_iter()
        .enumerate()
    {
        let row = cases.get(&stream(place)).unwrap().clone();
        let terms = terms.to_owned();
        let found_by = Findable {
            terms,
            ..Findable::default()
        };
        cases.put(&stream(place), Some((row, found_by)));
    }
    let search = |words| found(&cases, &Query::default(), words);
    assert_eq!(search("张桂珍"), [0, 1]);
    for words in ["张桂珍 王秀英", "王秀英 张桂珍"] {
        assert_eq!(search(words), [1], "{words}");
    }
    assert!(search("张桂珍 王秀英 李国强").is_empty());
}

#[test]
fn a_county_is_found_by_its_name_in_either_language() {
    let cases = register(
        [120_117, 110_117, 110_112]
            .map(|code| move |row: &mut CaseRow| row.county = Adcode::new(code).unwrap()),
    );
    let all = |search: &str| {
        let mut found = found(&cases, &Query::default(), search);
        found.sort_unstable();
        found
    };
    assert_eq!(all("平谷"), [1]);
    assert_eq!(all("通州区"), [2]);
    assert_eq!(all("pinggu"), [1]);
    // One character is in the names of many, and so is what begins no name.
    assert!(all("区").is_empty() && all("district").is_empty());
    // Nor is a number the code of a county.
    assert!(all("1101").is_empty() && all("pg").is_empty());
}

/// Counties, towns, stages, kinds, mediators and days that cross, so that each choice counts otherwise.
fn crossed() -> Cases {
    let counties = [120_114, 110_112].map(|code| Adcode::new(code).unwrap());
    register((0..24usize).map(|n| {
        move |row: &mut CaseRow| {
            row.county = counties[n % 2];
            row.town = Town::of(row.county, 101 + (n / 2 % 2) as u32);
            row.kind = DisputeType::ALL[n % 3].clone();
            row.stage = [Stage::Accepted, Stage::InMediation, Stage::Closed][n / 3 % 3].clone();
            row.mediators = vec![mediator(n as u8 % 4).random];
            if n % 5 == 0 {
                row.mediators.push(mediator(9).random);
            }
            row.questions = u32::from(n % 7 == 0);
            let last = today().plus_days(n as i32 % 3 - 1);
            row.term = row.stage.is_open().then_some((Term::Conclude, last));
        }
    }))
}

#[test]
fn a_choice_counts_what_it_would_leave_whatever_is_chosen_of_its_kind() {
    let cases = crossed();
    let town = Town::of(county(), 101);
    let plain = Query::default;
    let chosen = [
        plain(),
        Query {
            county: Some(county()),
            ..plain()
        },
        Query {
            county: Some(county()),
            town,
            ..plain()
        },
        Query {
            mediator: Some(mediator(0)),
            ..plain()
        },
        Query {
            mediator: Some(mediator(9)),
            stages: vec![Stage::Accepted],
            kinds: vec![DisputeType::ALL[0].clone()],
            ..plain()
        },
        Query {
            open: Some(true),
            town,
            ..plain()
        },
        Query {
            overdue: true,
            disputed: true,
            ..plain()
        },
    ];
    for query in chosen {
        let counts = cases.counts(&query, "", today());
        let left = |change: &dyn Fn(&mut Query)| {
            let mut query = query.clone();
            change(&mut query);
            cases.page(&query, "", 0, 0, today()).found
        };
        for (stage, count) in counts.stages {
            let found = left(&|q| q.stages = vec![stage.clone()]);
            assert_eq!(found, count, "{stage:?} of {query:?}");
        }
        for (kind, count) in counts.kinds {
            let found = left(&|q| q.kinds = vec![kind.clone()]);
            assert_eq!(found, count, "{kind:?} of {query:?}");
        }
        // A town lies in one county: another county is chosen without it.
        let counties: usize = counts.counties.iter().map(|(_, count)| count).sum();
        assert_eq!(counties, left(&|q| (q.county, q.town) = (None, None)));
        let chosen = query.county.is_some() || query.town.is_some();
        let several_counties = !chosen && counts.counties.len() > 1;
        for (county, count) in counts.counties {
            let found = left(&|q| (q.county, q.town) = (Some(county), None));
            assert_eq!(found, count, "{county:?} of {query:?}");
        }
        let towns = counts.towns.clone();
        assert_eq!(towns.is_empty(), several_counties, "{query:?}");
        for (town, count) in towns {
            let found = left(&|q| (q.county, q.town) = (Some(town.county()), Some(town)));
            assert_eq!(found, count, "{town:?} of {query:?}");
        }
        let one = counts.mediators.len();
        for (mediator, count) in counts.mediators {
            let found = left(&|q| q.mediator = Some(mediator));
            assert_eq!(found, count, "{mediator} of {query:?}");
        }
        let others = (0..10u8).filter(|n| left(&|q| q.mediator = Some(mediator(*n))) > 0);
        assert_eq!(one, others.count(), "mediators of {query:?}");
        assert_eq!(counts.open, left(&|q| q.open = Some(true)));
        assert_eq!(counts.overdue, left(&|q| q.overdue = true));
        assert_eq!(counts.disputed, left(&|q| q.disputed = true));
    }
}

#[test]
fn a_choice_that_stands_in_an_address_is_read_from_it_again() {
    let plain = Query::default;
    let days = Some((today(), today().plus_days(30)));
    let chosen = [
        Query {
            stages: vec![Stage::Accepted, Stage::Closed],
            ..plain()
        },
        Query {
            open: Some(false),
            ..plain()
        },
        Query {
            kinds: DisputeType::ALL[..2].to_vec(),
            ..plain()
        },
        Query {
            registered: days,
            ..plain()
        },
        Query {
            concluded: days,
            ..plain()
        },
        Query {
            performed: days,
            ..plain()
        },
        Query {
            confirmed: days,
            ..plain()
        },
        Query {
            county: Some(county()),
            ..plain()
        },
        Query {
            among: vec![county(), Adcode::new(110_112).unwrap()],
            joint: true,
            ..plain()
        },
        Query {
            town: Town::of(county(), 101),
            ..plain()
        },
        Query {
            mediator: Some(mediator(3)),
            ..plain()
        },
        Query {
            organisation: Some(organisation(3)),
            ..plain()
        },
        Query {
            branded: true,
            ..plain()
        },
        Query {
            overdue: true,
            disputed: true,
            ..plain()
        },
        Query {
            voided: true,
            sort: Some(Sort::Sum),
            ..plain()
        },
    ];
    for query in chosen {
        assert_ne!(query.pairs(), []);
        assert!(query.fits_an_address(), "{query:?}");
    }
}
