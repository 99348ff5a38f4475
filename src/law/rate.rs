//! Shares and rates in whole numbers, rounded half up, so that every tool computes the same.

use serde::{Deserialize, Serialize};

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

fn ratio(part: u64, whole: u64, scale: u128) -> Option<u64> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let twice = (part * scale * 2 + whole).checked_div(whole * 2)?;
    u64::try_from(twice).ok()
}

#[cfg(test)]
mod tests {
    use super::{PerMille, per_ten_thousand};

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
    fn rates_are_hundredths() {
        assert_eq!(per_ten_thousand(107, 3_452_460), Some(31));
        assert_eq!(per_ten_thousand(1, 0), None);
    }
}
