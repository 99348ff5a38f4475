//! Shares and rates in whole numbers, rounded half up, so that every tool computes the same.

use serde::{Deserialize, Serialize};

use super::money::Fen;

/// A share in thousandths: 356 is 35.6 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerMille(pub u32);

impl PerMille {
    /// `part` of `whole`; none if the whole is nothing or the share is beyond the number's range.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        ratio(part, whole, 1_000)
            .and_then(|share| u32::try_from(share).ok())
            .map(Self)
    }
}

/// Hundredths of a case to 10,000 people: 132 is 1.32. None without people.
#[must_use]
pub fn per_ten_thousand(cases: u64, people: u64) -> Option<u64> {
    ratio(cases, people, 1_000_000)
}

/// Whole per cent: 36 is 36 %. None if the whole is nothing.
#[must_use]
pub fn per_cent(part: u64, whole: u64) -> Option<u64> {
    ratio(part, whole, 100)
}

/// Tenths of one for each: 23 is 2.3. None where there is none to have a part.
#[must_use]
pub fn tenths_each(part: u64, whole: u64) -> Option<u64> {
    ratio(part, whole, 10)
}

/// The mean sum, to the nearest fen. None of nothing, and none of a sum below nought.
#[must_use]
pub fn mean(total: Fen, of: u64) -> Option<Fen> {
    let total = u64::try_from(total.0).ok()?;
    i64::try_from(ratio(total, of, 1)?).ok().map(Fen)
}

fn ratio(part: u64, whole: u64, scale: u128) -> Option<u64> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let twice = (part * scale * 2 + whole).checked_div(whole * 2)?;
    u64::try_from(twice).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_up() {
        // January to August 2023, Pinggu: 2,974 of 8,359.
        assert_eq!(PerMille::of(2_974, 8_359), Some(PerMille(356)));
        assert_eq!(PerMille::of(1, 2_000), Some(PerMille(1)), "0.5 goes up");
        assert_eq!(PerMille::of(1, 2_001), Some(PerMille(0)));
        assert_eq!(PerMille::of(3, 3), Some(PerMille(1_000)));
        assert_eq!(PerMille::of(0, 5), Some(PerMille(0)));
        assert_eq!(PerMille::of(0, 0), None);
        assert_eq!(PerMille::of(u64::MAX, 1), None);
        assert_eq!(PerMille::of(u64::MAX, u64::MAX), Some(PerMille(1_000)));
    }

    #[test]
    fn other_shares_round_alike() {
        assert_eq!(per_cent(2_974, 8_359), Some(36));
        assert_eq!((per_cent(1, 200), per_cent(1, 201)), (Some(1), Some(0)));
        assert_eq!(per_cent(1, 0), None);
        assert_eq!((tenths_each(251, 107), tenths_each(1, 0)), (Some(23), None));
        let mean_of = |total, of| mean(Fen(total), of).map(|mean| mean.0);
        assert_eq!((mean_of(5, 2), mean_of(7, 3)), (Some(3), Some(2)));
        assert_eq!((mean_of(8, 3), mean_of(1, 3)), (Some(3), Some(0)));
        assert_eq!((mean_of(5, 0), mean_of(-5, 2)), (None, None));
        assert_eq!(mean_of(i64::MAX, 1), Some(i64::MAX));
    }

    #[test]
    fn rates_are_hundredths() {
        assert_eq!(per_ten_thousand(107, 3_452_460), Some(31));
        assert_eq!(per_ten_thousand(1, 0), None);
    }
}
