//! Stand-ins for what `law` will have: replaced when its calendar and identity are there.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A civil day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            1..=12 => 31,
            _ => return None,
        };
        (1..=length)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut parts = text.split('-').map(|part| part.parse::<i32>().ok());
        let mut next = || parts.next().flatten();
        let mut read = || {
            Day::new(
                next()?,
                u8::try_from(next()?).ok()?,
                u8::try_from(next()?).ok()?,
            )
        };
        read().ok_or_else(|| serde::de::Error::custom("not a day"))
    }
}

use super::reason::Reason;

/// An ID number of 18 characters whose check fits.
pub fn id_number(typed: &str) -> Result<String, Reason> {
    let id = typed.to_ascii_uppercase();
    let sound = |(at, c): (usize, char)| c.is_ascii_digit() || (c == 'X' && at == 17);
    if let Some((_, character)) = id.chars().enumerate().find(|at_c| !sound(*at_c)) {
        return Err(Reason::IdCharacter { character });
    }
    if id.len() != 18 {
        return Err(Reason::IdLength { length: id.len() });
    }
    let number =
        |range: std::ops::Range<usize>| id.get(range).and_then(|part| part.parse::<u16>().ok());
    let day = || {
        Day::new(
            i32::from(number(6..10)?),
            u8::try_from(number(10..12)?).ok()?,
            u8::try_from(number(12..14)?).ok()?,
        )
    };
    if day().is_none() {
        return Err(Reason::IdBirthday);
    }
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = id
        .bytes()
        .zip(WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    let check = "10X98765432"
        .chars()
        .nth(usize::try_from(sum % 11).unwrap_or(0));
    if id.chars().last() == check {
        Ok(id)
    } else {
        Err(Reason::IdCheck)
    }
}

/// A mobile number, or a landline with or without its area code.
pub fn phone(typed: &str) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, '-' | '(' | ')' | ' '))
        .collect();
    let digits = digits.strip_prefix("+86").unwrap_or(&digits);
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit());
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let landline = (10..=12).contains(&digits.len()) && digits.starts_with('0');
    let local = (7..=8).contains(&digits.len()) && !digits.starts_with(['0', '1']);
    (sound && (mobile || landline || local)).then(|| digits.to_owned())
}
