//! Union: in any order, once or twice, whole or in parts, there is one record and one fold.

use langqiao::record::compose::with_leaves;
use langqiao::record::{Chronicle, Record, line};
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, By, Period};
use langqiao::views::query::Query;
use langqiao::views::row::{CaseRow, Findable};
use proptest::prelude::*;

use crate::desks::{Desks, happenings, told};
use crate::writing::{Seed, case_stream, day};

fn merged(records: &[&Record]) -> Record {
    let mut all = Record::default();
    for record in records {
        all.merge(record).unwrap();
    }
    all
}

/// Everything that a person sees of the cases.
pub fn shown(cases: &Cases) -> String {
    let today = day("2026-06-01");
    let query = Query::default();
    let by = [By::parse("type").unwrap(), By::parse("month").unwrap()];
    let searches = ["zgz", "张", "院墙", "东院", "第1号", "13968536771"];
    let found: Vec<_> = searches
        .iter()
        .map(|search| cases.page(&query, search, 0, 100, today))
        .collect();
    format!(
        "{:?}\n{:?}\n{:?}\n{found:?}",
        cases.page(&query, "", 0, 100, today),
        cases.counts(&query, "", today),
        figures::table(cases, &by, Period::of(None, None)),
    )
}

pub fn view(cases: &mut Cases, record: &Record, case: u8) {
    let stream = case_stream(case);
    let chronicle = record.chronicle(&stream);
    let state = chronicle.case();
    let row = CaseRow::of(&stream, &state).map(|row| (row, Findable::of(&state, &chronicle)));
    cases.put(&stream, row);
}

proptest! {
    #![proptest_config(crate::writing::tries(48))]

    #[test]
    fn union_is_commutative_associative_and_idempotent(history in happenings(60)) {
        let desks = Desks::play(&history);
        let [a, b, c, d, e] = &desks.desks[..] else { unreachable!() };
        let (a, b, c, d, e) = (&a.record, &b.record, &c.record, &d.record, &e.record);
        prop_assert_eq!(merged(&[a, b]), merged(&[b, a]));
        prop_assert_eq!(merged(&[&merged(&[a, b]), c]), merged(&[a, &merged(&[b, c])]));
        prop_assert_eq!(&merged(&[a, a]), a);
        let all = merged(&[a, b, c, d, e]);
        prop_assert_eq!(&merged(&[e, c, a, d, b, a]), &all);
        prop_assert_eq!(&merged(&[&all, b]), &all);
    }

    #[test]
    fn any_arrival_folds_to_one_case(history in happenings(60), order in any::<u64>()) {
        let all = Desks::play(&history).union();
        let seed = Seed::of(order);
        let mut arriving: Vec<String> = Vec::new();
        for text in all.lines() {
            arriving.push(text.to_owned());
            let line = line::read(text.as_bytes()).unwrap();
            arriving.push(with_leaves(&line, |_| seed.below(2) == 0));
            if seed.below(2) == 0 {
                arriving.push(text.to_owned());
            }
        }
        seed.shuffle(&mut arriving);
        let mut other = Record::default();
        for text in &arriving {
            other.insert(text.as_bytes()).unwrap();
        }
        prop_assert_eq!(&other, &all);
        prop_assert_eq!(other.digests(), all.digests());
        for stream in all.streams() {
            // The fold itself, given lines in another order than a record has them.
            let mut lines = all.stream(stream);
            seed.shuffle(&mut lines);
            prop_assert_eq!(told(&Chronicle::tell(&lines)), told(&all.chronicle(stream)));
        }
    }

    #[test]
    fn children_come_after_parents_and_heads_have_none(history in happenings(60)) {
        let all = Desks::play(&history).union();
        for stream in all.streams() {
            let lines = all.stream(stream);
            let chronicle = all.chronicle(stream);
            let place = |id| chronicle.told.iter().position(|t| t.fact.id == id);
            prop_assert_eq!(chronicle.told.len(), lines.len());
            for line in &lines {
                let here = place(line.id).unwrap();
                let fact = &chronicle.told[here].fact;
                prop_assert_eq!(fact.position, here);
                for parent in line.after.iter().filter_map(|id| place(*id)) {
                    prop_assert!(parent < here && fact.past.holds(parent));
                    prop_assert!(!chronicle.heads.contains(&chronicle.told[parent].fact.id));
                    // What a parent had seen, its child has.
                    let seen = &chronicle.told[parent].fact.past;
                    prop_assert!((0..parent).all(|p| !seen.holds(p) || fact.past.holds(p)));
                }
            }
        }
    }

    #[test]
    fn views_that_grow_are_views_built_anew(history in happenings(60)) {
        let mut desks = Desks::new(2);
        let mut grown = Cases::default();
        for mut happening in history {
            happening.desk %= 2;
            desks.happen(&happening);
            for case in 0..2 {
                view(&mut grown, &desks.desks[0].record, case);
            }
        }
        let mut anew = Cases::default();
        for case in [1, 0] {
            view(&mut anew, &desks.desks[0].record, case);
        }
        prop_assert_eq!(shown(&grown), shown(&anew));
        prop_assert_eq!(grown.len(), anew.len());
    }

    #[test]
    fn one_desk_that_follows_decide_has_no_anomaly(seeds in proptest::collection::vec(any::<u64>(), 1..60)) {
        let mut desks = Desks::new(1);
        for seed in seeds {
            desks.now = desks.now.plus_minutes((seed % 3_000) as i32);
            desks.act(0, 0, &Seed::of(seed));
            let case = desks.desks[0].record.chronicle(&case_stream(0)).case();
            prop_assert_eq!(&case.anomalies, &Vec::new());
            prop_assert_eq!(case.questions(), 0);
        }
    }
}
