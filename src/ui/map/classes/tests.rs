use super::*;

#[track_caller]
fn check(amounts: &[i64], method: Method, breaks: &[i64], counts: &[usize]) {
    let classes = Classes::of(amounts.iter().copied());
    assert_eq!(
        (
            classes.method,
            classes.breaks.as_slice(),
            classes.counts.as_slice()
        ),
        (method, breaks, counts)
    );
}

#[test]
fn few_different_amounts_are_a_class_each() {
    check(&[], Method::Empty, &[], &[]);
    check(&[0], Method::Distinct, &[], &[1]);
    check(&[7, 7, 7, 7, 7, 7, 7], Method::Distinct, &[], &[7]);
    check(&[0, 0, 3], Method::Distinct, &[3], &[2, 1]);
    check(
        &[5, 1, 3, 2, 4, 4],
        Method::Distinct,
        &[2, 3, 4, 5],
        &[1, 1, 1, 2, 1],
    );
    check(&[-4, 0, 9], Method::Distinct, &[0, 9], &[1, 1, 1]);
}

#[test]
fn natural_breaks_fall_into_the_gaps_and_are_round() {
    let amounts = [
        11, 12, 13, 31, 33, 34, 52, 55, 57, 71, 73, 74, 101, 103, 109,
    ];
    check(
        &amounts,
        Method::NaturalBreaks,
        &[30, 50, 70, 100],
        &[3, 3, 3, 3, 3],
    );
}

#[test]
fn where_one_shade_would_swallow_the_map_classes_are_of_equal_size() {
    let amounts: Vec<i64> = (1..=50)
        .chain([9_000, 20_000, 40_000, 70_000, 99_999])
        .collect();
    let classes = Classes::of(amounts);
    assert_eq!(classes.method, Method::Quantiles);
    assert_eq!(classes.breaks.len(), 4);
    assert!(
        classes.counts.iter().all(|count| (8..=16).contains(count)),
        "{classes:?}"
    );
}

#[test]
fn common_zeros_have_a_shade_to_themselves() {
    let amounts = [0, 0, 0, 0, 0, 0, 2, 3, 11, 12, 21, 22, 41, 42, 44];
    check(
        &amounts,
        Method::NaturalBreaks,
        &[1, 10, 20, 40],
        &[6, 2, 2, 2, 3],
    );
    let rare = [0, 1, 2, 11, 12, 21, 22, 31, 32, 41, 42];
    assert_eq!(
        Classes::of(rare).counts.first(),
        Some(&3),
        "one zero is simply little"
    );
}

#[test]
fn every_class_has_a_county_and_every_county_a_class() {
    // A plain generator: property tests by way of a fixed walk.
    let mut state: i64 = 1;
    for n in [6, 9, 30, 199] {
        for spread in [7, 30, 1_000, 1_000_000_007, i64::MAX / 2] {
            for _ in 0..8 {
                let mut next = || {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    (state >> 1).rem_euclid(spread)
                };
                let amounts: Vec<i64> = (0..n).map(|_| next()).collect();
                let classes = Classes::of(amounts.iter().copied());
                assert!(
                    classes.breaks.windows(2).all(|b| b[0] < b[1]),
                    "{classes:?}"
                );
                assert!(
                    classes.counts.iter().all(|count| *count > 0),
                    "{classes:?} {amounts:?}"
                );
                assert_eq!(classes.counts.iter().sum::<usize>(), amounts.len());
                assert!(classes.counts.len() <= MOST_CLASSES);
            }
        }
    }
}

#[test]
fn order_does_not_matter() {
    let amounts: Vec<i64> = (0..199).map(|i| i * i % 883).collect();
    assert_eq!(
        Classes::of(amounts.iter().copied()),
        Classes::of(amounts.iter().rev().copied())
    );
}

#[test]
fn round_numbers() {
    assert_eq!(roundest(50, 62, 56), 50);
    assert_eq!(roundest(97, 103, 99), 100);
    assert_eq!(roundest(56, 57, 57), 57);
    assert_eq!(roundest(57, 57, 57), 57);
    assert_eq!(roundest(-3, 8, 5), 0);
    assert_eq!(roundest(741, 811, 780), 800);
    assert_eq!(roundest(i64::MAX - 9, i64::MAX, i64::MAX), i64::MAX - 7);
}

#[test]
fn shades_spread_over_the_ramp() {
    let shades = |counts: usize| {
        let classes = Classes {
            counts: vec![1; counts],
            ..Classes::default()
        };
        (0..counts)
            .map(|class| classes.shade(class))
            .collect::<Vec<_>>()
    };
    assert_eq!(shades(1), [3]);
    assert_eq!(shades(2), [2, 4]);
    assert_eq!(shades(3), [1, 3, 5]);
    assert_eq!(shades(4), [1, 2, 4, 5]);
    assert_eq!(shades(5), [1, 2, 3, 4, 5]);
}

#[test]
fn a_scale_that_several_periods_share_keeps_its_breaks() {
    let all = Classes::of([1, 2, 3, 40, 50, 600, 700, 8_000]);
    let now = all.clone().counting([2, 9_000]);
    assert_eq!(now.breaks, all.breaks);
    assert_eq!(now.counts.iter().sum::<usize>(), 2);
    assert_eq!(now.counts.last(), Some(&1));
    assert_eq!(Classes::of([]).counting([4]), Classes::default());
}
