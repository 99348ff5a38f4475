//! Villages and residents' committees: their codes.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Adcode, Town};

/// Code of a village or a residents' committee, twelve digits: the township's and three more. On the wire an integer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Village(u64);

impl Village {
    /// A code of twelve digits.
    #[must_use]
    pub const fn new(code: u64) -> Option<Self> {
        if code >= 100_000_000_000 && code <= 999_999_999_999 {
            Some(Self(code))
        } else {
            None
        }
    }

    /// The village with these three digits in a township.
    #[must_use]
    pub const fn of(town: Town, code: u32) -> Option<Self> {
        if code <= 999 {
            Some(Self(town.0 as u64 * 1_000 + code as u64))
        } else {
            None
        }
    }

    /// The twelve digits.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The township it belongs to.
    #[must_use]
    pub const fn town(self) -> Town {
        // Twelve digits without three are nine, which an u32 holds.
        Town((self.0 / 1_000) as u32)
    }

    /// The county it belongs to.
    #[must_use]
    pub const fn county(self) -> Adcode {
        self.town().county()
    }
}

impl fmt::Debug for Village {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl TryFrom<u64> for Village {
    type Error = &'static str;

    fn try_from(code: u64) -> Result<Self, Self::Error> {
        Self::new(code).ok_or("a village's code has twelve digits")
    }
}

impl From<Village> for u64 {
    fn from(village: Village) -> Self {
        village.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_knows_its_township_and_county() {
        let village = Village::new(110_105_040_201).unwrap();
        assert_eq!(village.number(), 110_105_040_201);
        assert_eq!(Some(village.town()), Town::new(110_105_040));
        assert_eq!(Some(village.county()), Adcode::new(110_105));
        assert_eq!(Village::of(village.town(), 201), Some(village));
        assert_eq!(Village::of(village.town(), 1_000), None);
    }

    #[test]
    fn a_code_has_twelve_digits() {
        for code in [0, 110_105_040, 99_999_999_999, 1_000_000_000_000, u64::MAX] {
            assert_eq!(Village::new(code), None, "{code}");
        }
        let highest = Village::new(999_999_999_999).unwrap();
        assert_eq!(highest.town().number(), 999_999_999);
    }

    #[test]
    fn the_wire_carries_numbers() {
        let village = Village::new(110_105_040_201).unwrap();
        assert_eq!(serde_json::to_string(&village).unwrap(), "110105040201");
        assert_eq!(
            serde_json::from_str::<Village>("110105040201").unwrap(),
            village
        );
        for wrong in ["110105040", "\"110105040201\"", "-110105040201", "1.5"] {
            assert!(serde_json::from_str::<Village>(wrong).is_err(), "{wrong}");
        }
    }
}
