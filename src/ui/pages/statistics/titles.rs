//! The sentence above each picture, computed from what the picture shows. Pure.

use crate::law::rate::{PerMille, per_cent, tenths_each};
use crate::locale::{Language, numbers, statistics as say};

/// One bar: how it is called and how long it is.
pub type Bar<'a> = (&'a str, u64);

/// Under so many cases a share says nothing about a month.
const FEW: u64 = 5;

/// 邻里最多，占26%; 邻里和合同一样多; 都是邻里. Empty where there is nothing.
#[must_use]
pub fn most(language: Language, bars: &[Bar]) -> String {
    ranked(language, bars, |name, share| {
        say::most(language, name, share)
    })
}

/// 村（居）调委会办了60%.
#[must_use]
pub fn did(language: Language, bars: &[Bar]) -> String {
    ranked(language, bars, |name, share| {
        say::did(language, name, share)
    })
}

fn ranked(language: Language, bars: &[Bar], greatest: impl Fn(&str, u64) -> String) -> String {
    let mut some: Vec<Bar> = bars
        .iter()
        .copied()
        .filter(|(_, count)| *count > 0)
        .collect();
    // Stable: of equals the first in the table's order comes first.
    some.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let whole = some.iter().map(|(_, count)| count).sum();
    match some.as_slice() {
        [] => String::new(),
        [(only, _)] => say::all_of_one(language, only),
        [(one, first), (other, second), ..] if first == second => {
            say::most_alike(language, one, other)
        }
        [(one, first), ..] => greatest(one, share(*first, whole)),
    }
}

/// 36%达成了协议.
#[must_use]
pub fn came_to_good(language: Language, successful: u64, mediated: u64) -> String {
    if mediated == 0 {
        return String::new();
    }
    say::came_to_good(language, share(successful, mediated))
}

/// A month: its name, how many were mediated in it and how many of them with success.
pub type MonthBar<'a> = (&'a str, u64, u64);

/// 6月最多，成功率各月都在34%到37%. Rates are only spoken of where each month has enough to speak of.
#[must_use]
pub fn months(language: Language, months: &[MonthBar]) -> String {
    let Some(greatest) = months
        .iter()
        .map(|(_, mediated, _)| *mediated)
        .max()
        .filter(|most| *most > 0)
    else {
        return String::new();
    };
    // The first of equal months.
    let name = months
        .iter()
        .find(|(_, mediated, _)| *mediated == greatest)
        .map_or("", |(name, ..)| name);
    let title = say::month_most(language, name);
    if months.len() < 2 || months.iter().any(|(_, mediated, _)| *mediated < FEW) {
        return title;
    }
    let rates = || {
        months
            .iter()
            .map(|(_, mediated, successful)| share(*successful, *mediated))
    };
    match (rates().min(), rates().max()) {
        (Some(low), Some(high)) if low == high => say::month_rate(language, &title, &percent(low)),
        (Some(low), Some(high)) => {
            say::month_rates(language, &title, &percent(low), &percent(high))
        }
        _ => title,
    }
}

fn percent(share: u64) -> String {
    format!("{share}%")
}

/// A share in whole per cent, rounded; something is never 0 %, and not quite all never 100 %.
#[must_use]
pub fn share(part: u64, whole: u64) -> u64 {
    match per_cent(part, whole) {
        Some(0) if part > 0 => 1,
        Some(100) if part < whole => 99,
        rounded => rounded.unwrap_or_default(),
    }
}

/// How the success rate comes about: 成功率35.6% = 2,974 ÷ 8,359.
#[must_use]
pub fn rate(language: Language, successful: u64, mediated: u64) -> String {
    match PerMille::of(successful, mediated) {
        Some(rate) => say::rate(
            language,
            &numbers::percent(rate),
            &count(successful),
            &count(mediated),
        ),
        None => say::no_rate(language).to_owned(),
    }
}

/// A count with its commas.
#[must_use]
pub fn count(number: u64) -> String {
    numbers::count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// `part` for each of `whole`, with one decimal place: 2.3.
#[must_use]
pub fn each(part: u64, whole: u64) -> Option<String> {
    let tenths = tenths_each(part, whole)?;
    Some(format!("{}.{}", count(tenths / 10), tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn says_which_bar_is_the_longest_and_its_share() {
        let bars = [
            ("合同", 1_120),
            ("邻里", 2_146),
            ("其他", 5_093 - 10),
            ("校园", 10),
        ];
        assert_eq!(most(Chinese, &bars[..2]), "邻里最多，占66%");
        assert_eq!(most(English, &bars[..2]), "邻里: the most, 66%");
        assert_eq!(did(Chinese, &bars[..2]), "邻里办了66%");
        assert_eq!(most(Chinese, &[("邻里", 3), ("合同", 0)]), "都是邻里");
        assert_eq!(
            most(Chinese, &[("邻里", 3), ("合同", 3)]),
            "邻里和合同一样多"
        );
        assert_eq!(most(Chinese, &[("邻里", 0)]), "");
    }

    #[test]
    fn months_speak_of_rates_only_where_there_is_enough() {
        let months_of = [("5月", 1_187, 431), ("6月", 1_205, 441), ("2月", 690, 246)];
        assert_eq!(
            months(Chinese, &months_of),
            "6月最多，成功率各月都在36%到37%"
        );
        assert_eq!(
            months(Chinese, &[("5月", 10, 5), ("6月", 20, 10)]),
            "6月最多，各月成功率都是50%"
        );
        assert_eq!(
            months(Chinese, &[("5月", 4, 4), ("6月", 20, 10)]),
            "6月最多"
        );
        assert_eq!(months(Chinese, &[("5月", 9, 4)]), "5月最多");
        assert_eq!(months(Chinese, &[("5月", 0, 0)]), "");
    }

    #[test]
    fn shares_round_without_lying_at_the_ends() {
        assert_eq!((share(1, 3), share(2, 3), share(1, 2)), (33, 67, 50));
        assert_eq!((share(1, 1_000), share(999, 1_000)), (1, 99));
        assert_eq!((share(0, 5), share(5, 5), share(1, 0)), (0, 100, 0));
    }

    #[test]
    fn formulas_can_be_checked_by_hand() {
        assert_eq!(rate(Chinese, 2_974, 8_359), "成功率35.6% = 2,974 ÷ 8,359");
        assert_eq!(rate(Chinese, 0, 0), "还没有结果，算不出成功率");
        assert_eq!(came_to_good(Chinese, 2_974, 8_359), "36%达成了协议");
        assert_eq!((each(251, 107), each(1, 0)), (Some("2.3".into()), None));
    }
}
