//! Desks that act apart and exchange in any order end with one record and show one register: the laws of the union, held
//! by what desks do with it (`engine/reading`, `engine/streams.rs`), over histories of chance.

use super::*;

/// Chance for one history.
struct Roll(u64);

impl Roll {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}

/// What somebody may try on a case; much of it is refused.
fn tried(roll: &mut Roll, desk: &mut Desk, case: StreamId) -> Command {
    let day = Day::new(2026, 11, 24).unwrap();
    let correct = |field| Command::Correct {
        field,
        reason: String::new(),
    };
    let page = run(desk.case_page(case)).unwrap().unwrap();
    match roll.below(9) {
        0 => accept(day),
        1 => {
            let about = run(desk.about()).unwrap().desk.unwrap();
            assign_to(about.acting, day)
        }
        2 => correct(NewValue::Facts(format!("第{}种说法。", roll.below(9)))),
        3 => correct(NewValue::Type(match roll.below(2) {
            0 => DisputeType::Damages,
            _ => DisputeType::HouseHomestead,
        })),
        4 => correct(NewValue::Party(
            page.case.parties[roll.below(2)].label,
            Identity {
                name: ["王秀英", "陈志刚", "孙玉兰"][roll.below(3)].into(),
                ..Identity::default()
            },
        )),
        5 => Command::Void {
            registration: page.registration.unwrap(),
            reason: RetractionReason::Trial,
        },
        6 => Command::Fail {
            day,
            told_of: vec![OtherWay::Court],
            reason: String::new(),
        },
        7 => correct(NewValue::Day(
            Day::new(2026, 11, 20 + roll.below(3) as u8).unwrap(),
        )),
        _ => Command::Note {
            day,
            form: NoteForm::Call,
            text: format!("第{}次电话。", roll.below(99)),
            confidential_to: None,
        },
    }
}

#[test]
fn desks_that_take_in_the_same_files_in_any_order_end_alike() {
    let mut disputed = 0;
    for seed in 0..10 {
        let mut roll = Roll(seed);
        let mut first = desk(100 + seed);
        let cases: Vec<StreamId> = (0..3).map(|_| register(&mut first)).collect();
        let start = export(&mut first, Level::Full);
        let mut desks = vec![first];
        for n in 0..2 {
            let mut other = desk(200 + 10 * seed + n);
            take(&mut other, &start);
            desks.push(other);
        }
        // They act apart, and hear of one another now and then.
        let mut files = vec![start];
        for _ in 0..24 {
            let at = roll.below(desks.len());
            if roll.below(6) == 0 {
                let level = match roll.below(3) {
                    0 => Level::Redacted,
                    _ => Level::Full,
                };
                files.push(export(&mut desks[at], level));
                let heard = roll.below(files.len());
                let other = roll.below(desks.len());
                take(&mut desks[other], &files[heard]);
                continue;
            }
            let case = cases[roll.below(cases.len())];
            let command = tried(&mut roll, &mut desks[at], case);
            let seen = run(desks[at].case_page(case)).unwrap().unwrap().heads;
            let _ = run(desks[at].act(Some(case), &seen, command)).unwrap();
        }
        files.extend(desks.iter_mut().map(|desk| export(desk, Level::Full)));
        // The three, each with what it lacks, and two that had nothing.
        desks.extend([desk(300 + seed), desk(400 + seed)]);
        let ends: Vec<_> = desks
            .iter_mut()
            .map(|desk| {
                roll.shuffle(&mut files);
                for file in &files {
                    take(desk, file);
                }
                let shown: Vec<_> = cases
                    .iter()
                    .map(|case| run(desk.case_page(*case)).unwrap().unwrap().case)
                    .collect();
                // Two of the desks founded an office that the others do not know.
                let entries = run(desk.digests()).unwrap();
                (shown, rows(desk), entries)
            })
            .collect();
        for (shown, rows, _) in &ends {
            assert_eq!((shown, rows), (&ends[0].0, &ends[0].1), "seed {seed}");
        }
        // The three know the same offices: no entry more or less.
        assert_eq!(ends[0].2, ends[1].2, "seed {seed}");
        assert_eq!(ends[0].2, ends[2].2, "seed {seed}");
        disputed += ends[0].0.iter().filter(|case| case.questions() > 0).count();
    }
    // Else nothing was ever at stake.
    assert!(disputed >= 5, "{disputed}");
}
