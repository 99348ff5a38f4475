//! Sums of money, in fen (hundredths of a yuan), always whole.

use serde::{Deserialize, Serialize};

/// A sum in fen. On the wire an integer.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

/// Why a text is no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyProblem {
    /// Nothing was written.
    Empty,
    /// A letter that belongs in no sum.
    Letter(char),
    /// Less than a fen.
    TooFine,
    /// More than [`Fen::MAX`].
    TooMuch,
    /// Below nought.
    Negative,
}

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The greatest sum that papers print and fields take: 10¹³ fen, 1,000 亿 yuan.
    pub const MAX: Self = Self(10_000_000_000_000);

    /// Reads a sum as a paper states it: from nought to [`Fen::MAX`], nothing else.
    pub fn of_a_paper<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Self>, D::Error> {
        match Option::<Self>::deserialize(from)? {
            Some(sum) if !(Self::ZERO..=Self::MAX).contains(&sum) => {
                Err(serde::de::Error::custom("a sum that no paper states"))
            }
            sum => Ok(sum),
        }
    }

    /// The sum of both, unless it leaves the range of the number.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The sum of all, unless it leaves the range of the number.
    #[must_use]
    pub fn checked_sum(sums: impl IntoIterator<Item = Self>) -> Option<Self> {
        sums.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Reads a sum in yuan as people type it: "9000", "9,000.50", "￥9000元", "1.2万", full-width
    /// digits included.
    pub fn parse_yuan(text: &str) -> Result<Self, MoneyProblem> {
        let mut digits: i64 = 0;
        let mut seen = false;
        // Decimal places read so far, once there was a point.
        let mut places: Option<u32> = None;
        // Fen in one of the unit: yuan, unless 万 or 亿 follows.
        let mut unit: i64 = 100;
        let mut ended = false;
        for letter in text.chars() {
            let letter = half_width(letter);
            match letter {
                '0'..='9' if !ended => {
                    seen = true;
                    digits = digits
                        .checked_mul(10)
                        .and_then(|n| n.checked_add(i64::from(letter as u32 - '0' as u32)))
                        .ok_or(MoneyProblem::TooMuch)?;
                    places = places.map(|places| places + 1);
                }
                '.' if places.is_none() && !ended => places = Some(0),
                ',' | ' ' | '\u{a0}' | '\u{3000}' | '，' => {}
                '¥' if !seen => {}
                '-' if !seen => return Err(MoneyProblem::Negative),
                '万' if seen && !ended => (unit, ended) = (1_000_000, true),
                '亿' if seen && !ended => (unit, ended) = (10_000_000_000, true),
                '元' | '圆' | '整' | '正' if seen => ended = true,
                other => return Err(MoneyProblem::Letter(other)),
            }
        }
        if !seen {
            return Err(MoneyProblem::Empty);
        }
        let divisor = 10_i128
            .checked_pow(places.unwrap_or(0))
            .ok_or(MoneyProblem::TooFine)?;
        let fen = i128::from(digits) * i128::from(unit);
        if fen % divisor != 0 {
            return Err(MoneyProblem::TooFine);
        }
        match i64::try_from(fen / divisor) {
            Ok(fen) if fen <= Self::MAX.0 => Ok(Self(fen)),
            _ => Err(MoneyProblem::TooMuch),
        }
    }
}

/// The half-width twin of a full-width digit, letter or sign; anything else stays.
pub(crate) fn half_width(letter: char) -> char {
    match letter {
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fen, MoneyProblem};

    #[test]
    fn sums_are_read_as_typed() {
        let cases = [
            ("9000", 900_000),
            ("9,000.50", 900_050),
            ("￥９，０００元", 900_000),
            ("¥ 12 000 元整", 1_200_000),
            ("1.2万", 1_200_000),
            ("0.000001万元", 1),
            ("1000亿", Fen::MAX.0),
            ("0", 0),
            (".5", 50),
        ];
        for (text, fen) in cases {
            assert_eq!(Fen::parse_yuan(text), Ok(Fen(fen)), "{text}");
        }
    }

    #[test]
    fn what_is_no_sum_says_why() {
        let cases = [
            ("", MoneyProblem::Empty),
            ("元", MoneyProblem::Letter('元')),
            ("九千", MoneyProblem::Letter('九')),
            ("12.3.4", MoneyProblem::Letter('.')),
            ("1.2万3", MoneyProblem::Letter('3')),
            ("1.005", MoneyProblem::TooFine),
            ("0.00000001万", MoneyProblem::TooFine),
            ("-5", MoneyProblem::Negative),
            ("1000.01亿", MoneyProblem::TooMuch),
            ("99999999999999999999", MoneyProblem::TooMuch),
        ];
        for (text, problem) in cases {
            assert_eq!(Fen::parse_yuan(text), Err(problem), "{text}");
        }
        let many_places = format!("0.{}", "0".repeat(60));
        assert_eq!(Fen::parse_yuan(&many_places), Err(MoneyProblem::TooFine));
    }

    #[test]
    fn sums_never_wrap() {
        assert_eq!(Fen(3).checked_add(Fen(4)), Some(Fen(7)));
        assert_eq!(Fen(i64::MAX).checked_add(Fen(1)), None);
        assert_eq!(Fen::checked_sum([Fen(1), Fen(2), Fen(3)]), Some(Fen(6)));
        assert_eq!(Fen::checked_sum([Fen(i64::MAX), Fen(2)]), None);
        assert_eq!(serde_json::to_string(&Fen(900_000)).unwrap(), "900000");
    }
}
