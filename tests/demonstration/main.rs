//! The demonstration region: every stream of it comes from `decide`, folds without an anomaly, and
//! gives the published figures; and what samples promise.
#![cfg(not(target_arch = "wasm32"))]
// clippy.toml allows it in tests; what tests share counts as no test.
#![allow(clippy::unwrap_used)]

mod doors;
mod examples;
mod tours;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::time::Instant;

use langqiao::domain::case::Case;
use langqiao::domain::case::state::Outcome;
use langqiao::domain::catalogue::Event;
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::engine::play::{Played, Player, play, sample};
use langqiao::law::day::Day;
use langqiao::law::divisions::{Adcode, Towns, parse_towns};
use langqiao::law::holidays::Holidays;
use langqiao::law::organisation::OrganisationKind;
use langqiao::locale::welcome;
use langqiao::record::{Chronicle, World, line};
use langqiao::training::scenario::DEMONSTRATION;
use langqiao::training::{Dice, Region, Scenario};
use langqiao::views::cases::Cases;
use langqiao::views::figures;
use langqiao::views::network::Network;
use langqiao::views::row::{CaseRow, Findable};

fn towns() -> Towns {
    parse_towns(include_str!("../../public/places/towns.txt")).unwrap()
}

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

fn region() -> Region {
    Region::of(&Scenario::parse(DEMONSTRATION).unwrap(), &towns(), today())
}

/// The region, told once for all tests.
static TOLD: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let mut told = Vec::new();
    let refused = play(region(), World::Demonstration, &mut |played| {
        told.push(played)
    });
    assert!(refused.is_empty(), "{:?} of {}", refused[0], refused.len());
    told
});

fn cases() -> impl Iterator<Item = (&'static Played, &'static Case)> {
    TOLD.iter()
        .filter_map(|played| Some((played, played.case.as_ref()?)))
}

#[test]
#[ignore = "measures, and asserts nothing: cargo test --release --test demonstration -- --ignored --nocapture"]
fn how_long_it_takes() {
    let towns = towns();
    let start = Instant::now();
    let region = Region::of(&Scenario::parse(DEMONSTRATION).unwrap(), &towns, today());
    let mut player = Player::new(region, World::Demonstration, |_| true);
    let planned = start.elapsed();
    let (mut streams, mut entries, mut bytes, mut rows) = (0, 0, 0, std::time::Duration::ZERO);
    let (mut cases, mut network) = (Cases::default(), Network::default());
    let mut longest = std::time::Duration::ZERO;
    loop {
        let slice = Instant::now();
        let more = player.next_batch(2_000, &mut |played| {
            streams += 1;
            entries += played.lines.len();
            bytes += played.lines.iter().map(String::len).sum::<usize>();
            let from = Instant::now();
            match &played.case {
                Some(case) => {
                    let row = CaseRow::of(&played.stream, case);
                    cases.put(
                        &played.stream,
                        row.map(|row| (row, Findable::of(case, &played.chronicle))),
                    );
                }
                None => network.put(played.stream, &played.chronicle),
            }
            rows += from.elapsed();
        });
        longest = longest.max(slice.elapsed());
        if !more {
            break;
        }
    }
    println!(
        "{streams} streams, {entries} entries, {} cases, {bytes} bytes: planned {planned:?}, told and shown {:?} (of it rows {rows:?}), longest slice {longest:?}",
        cases.len(),
        start.elapsed()
    );
}

#[test]
fn folding_the_lines_gives_the_published_figures() {
    let (mut cases, mut network) = (Cases::default(), Network::default());
    for played in TOLD.iter() {
        let lines: Vec<_> = played
            .lines
            .iter()
            .map(|text| line::read(text.as_bytes()).unwrap())
            .collect();
        let chronicle = Chronicle::tell(&lines);
        assert!(chronicle.anomalies.is_empty(), "{:?}", chronicle.anomalies);
        match &played.case {
            Some(told) => {
                // What the player knew without reading is what the lines say.
                let case = chronicle.case();
                assert_eq!(case, *told);
                assert!(case.anomalies.is_empty(), "{:?}", case.anomalies);
                let row = CaseRow::of(&played.stream, &case);
                cases.put(
                    &played.stream,
                    row.map(|row| (row, Findable::of(&case, &chronicle))),
                );
            }
            None => network.put(played.stream, &chronicle),
        }
    }
    let figures: BTreeMap<String, u64> = figures::published(&cases, &network)
        .into_iter()
        .map(|f| (f.figure, f.value))
        .collect();
    let expected = [
        ("pinggu.centres", 339),
        ("pinggu.work_orders_resolved", 5_784),
        ("pinggu.disputes_mediated", 8_359),
        ("pinggu.disputes_successful", 2_974),
        ("heizhuanghu.consultations", 5_230),
        ("heizhuanghu.disputes_mediated", 107),
        ("heizhuanghu.people", 251),
        ("heizhuanghu.petition_backlog", 46),
        ("tongwu.training_sessions", 3),
    ];
    assert_eq!(
        figures,
        expected
            .map(|(figure, value)| (figure.to_owned(), value))
            .into()
    );
    for (figure, promised) in [welcome::PROMISED_CASES, welcome::PROMISED_CENTRES] {
        assert_eq!(
            i64::try_from(figures[figure]).unwrap(),
            promised,
            "{figure}"
        );
    }
}

/// What the report tells around the figures: in 2017 the bureaus of the corridor's counties signed, and the bureaus of the
/// three provinces are on record.
#[test]
fn the_corridors_bureaus_signed_in_2017() {
    let (_, network) = doors::views();
    let agreements: Vec<_> = network.agreements.values().collect();
    let [signed] = agreements.as_slice() else {
        panic!("{agreements:?}");
    };
    assert_eq!(signed.signed.map(|signing| signing.year), Some(2017));
    let counties = [110_112, 120_114, 131_002, 131_003].map(|code| Adcode::new(code).unwrap());
    assert_eq!(signed.counties, counties);
    let parties = signed.parties.iter().map(|id| &network.organisations[id]);
    let mut signing: Vec<_> = parties.map(|one| (one.now.county, &one.now.kind)).collect();
    signing.sort_unstable_by_key(|(county, _)| *county);
    let bureau = &OrganisationKind::BureauDistrict;
    assert_eq!(signing, counties.map(|county| (county, bureau)));
    let provinces = network.organisations.values();
    let provinces = provinces.filter(|one| one.now.kind == OrganisationKind::BureauProvince);
    assert_eq!(provinces.count(), 3);
}

#[test]
fn entries_come_in_the_order_of_time_and_count_without_gaps() {
    let mut by_desk: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut streams = BTreeSet::new();
    for played in TOLD.iter() {
        assert!(streams.insert(played.stream));
        for told in &played.chronicle.told {
            by_desk
                .entry(told.fact.by)
                .or_default()
                .push((told.seq, told.fact.at));
        }
    }
    for entries in by_desk.values_mut() {
        entries.sort_unstable();
        assert!(entries.iter().zip(1..).all(|((seq, _), n)| *seq == n));
        assert!(entries.is_sorted_by_key(|(_, at)| *at));
    }
}

#[test]
fn numbers_are_given_once() {
    let mut numbers = BTreeSet::new();
    for (_, case) in cases() {
        let number = case.number.get().unwrap();
        assert!(numbers.insert(number), "{number}");
    }
}

#[test]
fn fifty_cases_opened_at_random_are_like_real_ones() {
    let all: Vec<_> = cases().collect();
    let dice = Dice::new(50);
    let mut facts = BTreeSet::new();
    for _ in 0..50 {
        let (played, case) = dice.pick(&all);
        lifelike(played, case);
        // To be read with --nocapture.
        for told in &played.chronicle.told {
            let words: Vec<_> = told
                .fact
                .leaves
                .iter()
                .filter_map(|leaf| leaf.words())
                .collect();
            println!(
                "{} {} {}",
                told.fact.at,
                told.fact.event.kind(),
                words.join(" | ")
            );
        }
        facts.insert(case.facts.get().unwrap().clone().unwrap());
    }
    assert!(facts.len() > 48, "{}", facts.len());
    for (played, case) in all {
        lifelike(played, case);
    }
}

fn lifelike(played: &Played, case: &Case) {
    let registered = *case.day.get().unwrap();
    assert!(case.facts.get().unwrap().as_ref().unwrap().chars().count() >= 20);
    assert!(case.parties.len() >= 2);
    let mut names = BTreeSet::new();
    for party in &case.parties {
        let identity = party.identity.get().unwrap().as_ref().unwrap();
        assert!(identity.name.chars().count() >= 2);
        names.insert(&identity.name);
        if let Some(born) = identity.born {
            assert!(
                (18..=90).contains(&(registered.days_since(born) / 365)),
                "{born}"
            );
        }
    }
    assert!(names.len() >= 2, "{names:?}");
    let moments: Vec<_> = played
        .chronicle
        .told
        .iter()
        .map(|told| told.fact.at)
        .collect();
    assert!(moments.is_sorted());
    for at in &moments {
        assert!((8..18).contains(&at.hour()), "{at}");
        assert!(Holidays::built_in().workday(at.day()).is_worked(), "{at}");
        assert!(at.day() < today());
    }
    match case.outcome.get() {
        Some(Outcome::Agreed(agreement)) => {
            assert!(case.meetings.iter().any(|meeting| meeting.session));
            assert!(agreement.clauses.len() >= 2);
            assert!(agreement.clauses.iter().all(|clause| {
                clause
                    .text
                    .as_ref()
                    .is_some_and(|text| text.chars().count() > 6)
            }));
            assert!(
                agreement
                    .clauses
                    .iter()
                    .all(|clause| clause.public.due.is_some_and(|due| due >= agreement.day))
            );
            assert!(agreement.day >= registered);
        }
        Some(Outcome::Failed { .. }) => {
            assert!(case.meetings.iter().any(|meeting| meeting.session))
        }
        _ => {}
    }
}

#[test]
fn the_words_differ_from_case_to_case() {
    let facts: Vec<&String> = cases()
        .filter_map(|(_, case)| case.facts.get()?.as_ref())
        .collect();
    let distinct: BTreeSet<_> = facts.iter().collect();
    assert!(
        distinct.len() * 100 > facts.len() * 98,
        "{} of {}",
        distinct.len(),
        facts.len()
    );
}

/// Nothing more is to be done in a case that was declined: whoever looks at the register finds it closed.
#[test]
fn what_was_declined_a_while_ago_is_closed() {
    let declined = |case: &Case| match case.outcome.get() {
        Some(Outcome::Declined { day }) => Some(*day),
        _ => None,
    };
    let days: Vec<(Day, Option<Day>)> = cases()
        .filter_map(|(_, case)| Some((declined(case)?, case.closed)))
        .filter(|(day, _)| day.plus_days(14) < today())
        .collect();
    assert!(days.len() > 10, "{}", days.len());
    for (declined, closed) in days {
        assert!(closed.is_some_and(|closed| closed >= declined));
    }
}

#[test]
fn something_is_open_due_and_joint_today() {
    let rows: Vec<CaseRow> = cases()
        .filter_map(|(played, case)| CaseRow::of(&played.stream, case))
        .collect();
    let count = |test: &dyn Fn(&CaseRow) -> bool| rows.iter().filter(|row| test(row)).count();
    let open = count(&|row| row.stage.is_open());
    let overdue = count(&|row| row.overdue(today()));
    let joint = count(&|row| !row.joined.is_empty());
    let counties: BTreeSet<Adcode> = rows.iter().map(|row| row.county).collect();
    let confirmed = count(&|row| !row.confirmed.is_empty());
    println!(
        "open {open}, overdue {overdue}, joint {joint}, confirmed {confirmed}, counties {}",
        counties.len()
    );
    assert!(
        open >= 100
            && (15..60).contains(&overdue)
            && joint >= 60
            && counties.len() >= 190
            && confirmed > 20
    );
    let kinds: BTreeSet<&str> = TOLD
        .iter()
        .flat_map(|p| &p.chronicle.told)
        .map(|told| told.fact.event.kind())
        .collect();
    let untold: Vec<_> = Event::KINDS
        .iter()
        .filter(|kind| !kinds.contains(**kind))
        .collect();
    // Nothing was published of what was proposed before the framework agreement, or came after it.
    let never = [
        "retracted",
        "erased",
        "cooperation.proposed",
        "cooperation.renewed",
    ];
    assert_eq!(untold, never.iter().collect::<Vec<_>>());
}

#[test]
fn equal_seeds_and_days_give_equal_bytes() {
    let hash = |seed_more: u64| {
        let mut scenario = Scenario::parse(DEMONSTRATION).unwrap();
        scenario.seed += seed_more;
        for cases in &mut scenario.cases {
            cases.written /= 20;
            cases.oral /= 20;
            cases.failed /= 20;
            cases.withdrawn /= 20;
            cases.people = None;
        }
        let mut hasher = blake3::Hasher::new();
        let region = Region::of(&scenario, &towns(), today());
        play(region, World::Demonstration, &mut |played| {
            for line in &played.lines {
                hasher.update(line.as_bytes());
            }
        });
        hasher.finalize()
    };
    assert_eq!(hash(0), hash(0));
    assert_ne!(hash(0), hash(1));
}

fn sampled(cases: usize, seed: u64, on_line: &mut dyn FnMut(&str)) {
    let counties: Vec<Adcode> = [110_117, 120_114, 131_003, 130_826]
        .into_iter()
        .filter_map(Adcode::new)
        .collect();
    let region = Region::bare(seed, &towns(), &counties, Day::new(2026, 6, 30).unwrap());
    let refused = sample(region, World::Training, cases, on_line);
    assert!(refused.is_empty(), "{refused:?}");
}

#[test]
fn samples_have_six_entries_or_more_a_case() {
    let mut entries: BTreeMap<StreamId, usize> = BTreeMap::new();
    sampled(300, 4, &mut |text| {
        let line = line::read(text.as_bytes()).unwrap();
        *entries.entry(line.stream).or_default() += 1;
    });
    let cases: Vec<_> = entries
        .iter()
        .filter(|(stream, _)| stream.kind == StreamKind::CASE)
        .collect();
    assert_eq!(cases.len(), 300);
    assert!(cases.iter().all(|(_, entries)| **entries >= 6));
}

#[test]
#[ignore = "measures, and asserts nothing"]
fn how_fast_samples_stream() {
    let start = Instant::now();
    let (mut lines, mut bytes) = (0, 0);
    sampled(5_000, 1, &mut |text| {
        lines += 1;
        bytes += text.len();
    });
    println!(
        "5,000 cases: {lines} lines, {bytes} bytes in {:?}",
        start.elapsed()
    );
}
