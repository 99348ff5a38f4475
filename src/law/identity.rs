//! Numbers that identify people and organisations, checked where they are typed: a problem says
//! what is wrong and where, so that the person at the desk can mend it.
//!
//! Invariant: these values hold what somebody typed about a real person, so `Debug` never prints
//! them.

use serde::{Deserialize, Serialize};

use std::fmt;

use super::blank::is_blank;
use super::day::Day;
use super::money::half_width;
use super::person::Sex;

/// A resident identity number 公民身份号码 (GB 11643): eighteen characters that pass the check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentNumber([u8; 18]);

/// What is wrong with a resident identity number. Places count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResidentProblem {
    /// Not eighteen characters long, but this many.
    Length(usize),
    /// A number of the first generation, fifteen digits: it was right once, but it is no longer used
    /// since 2013, and has no check digit.
    FirstGeneration,
    /// A character that cannot stand at this place.
    Letter(usize, char),
    /// Digits 1 and 2 name no province (nor, after a foreigner's 9, digits 2 and 3).
    Province,
    /// Digits 7 to 14 name no day.
    Birth,
    /// The last character doesn't fit the others; were they right, it would be this.
    Check(char),
}

/// A unified social credit code 统一社会信用代码 (GB 32100).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

/// What is wrong with a unified social credit code. Places count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeProblem {
    /// Not eighteen characters long, but this many.
    Length(usize),
    /// A character that cannot stand at this place (I, O, S, V and Z are never used).
    Letter(usize, char),
    /// The last character doesn't fit the others; were they right, it would be this.
    Check(char),
}

/// The prefixes of provinces (GB/T 2260), and 83 for cards of residents from Taiwan.
const PROVINCES: &[u8] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
];

impl ResidentNumber {
    /// Reads what was typed; spaces, hyphens and full-width characters are mended.
    pub fn parse(typed: &str) -> Result<Self, ResidentProblem> {
        let letters: Vec<char> = tidy(typed).collect();
        if letters.len() == 15 && letters.iter().all(char::is_ascii_digit) {
            return Err(ResidentProblem::FirstGeneration);
        }
        let letters: [char; 18] = letters
            .try_into()
            .map_err(|other: Vec<char>| ResidentProblem::Length(other.len()))?;
        let mut bytes = [0; 18];
        for (place, (byte, letter)) in bytes.iter_mut().zip(letters).enumerate() {
            *byte = match letter {
                '0'..='9' => letter as u8,
                'X' if place == 17 => b'X',
                _ => return Err(ResidentProblem::Letter(place + 1, letter)),
            };
        }
        let number = Self(bytes);
        // Permanent residence cards of foreigners have the same form since 2023: a 9, the province.
        let from = usize::from(bytes[0] == b'9');
        if !PROVINCES.contains(&(number.digits(from, from + 2) as u8)) {
            return Err(ResidentProblem::Province);
        }
        number.day().ok_or(ResidentProblem::Birth)?;
        let check = number.check();
        if bytes[17] == check {
            Ok(number)
        } else {
            Err(ResidentProblem::Check(check.into()))
        }
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Day of birth.
    #[must_use]
    pub fn birth(&self) -> Day {
        self.day().unwrap_or(Day::MIN)
    }

    /// Sex: the seventeenth digit is odd for men, even for women.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if self.digits(16, 17) % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    fn day(&self) -> Option<Day> {
        Day::new(
            self.digits(6, 10) as i32,
            self.digits(10, 12) as u8,
            self.digits(12, 14) as u8,
        )
        .ok()
    }

    fn digits(&self, from: usize, to: usize) -> u32 {
        self.0[from..to]
            .iter()
            .fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
    }

    /// ISO 7064 MOD 11-2.
    fn check(&self) -> u8 {
        let sum = self.0[..17]
            .iter()
            .fold(0, |sum, byte| (sum + u32::from(byte - b'0')) * 2 % 11);
        match (12 - sum) % 11 {
            10 => b'X',
            digit => b'0' + digit as u8,
        }
    }
}

impl CreditCode {
    const LETTERS: &'static [u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// Reads what was typed; small letters, spaces, hyphens and full-width characters are mended.
    pub fn parse(typed: &str) -> Result<Self, CreditCodeProblem> {
        let letters: Vec<char> = tidy(typed).collect();
        let letters: [char; 18] = letters
            .try_into()
            .map_err(|other: Vec<char>| CreditCodeProblem::Length(other.len()))?;
        let mut bytes = [0; 18];
        let mut sum = 0;
        let mut weight = 1;
        for (place, (byte, letter)) in bytes.iter_mut().zip(letters).enumerate() {
            let value = Self::LETTERS
                .iter()
                .position(|known| char::from(*known) == letter);
            // Places 3 to 8 are the digits of an administrative division.
            let fits = !(2..8).contains(&place) || letter.is_ascii_digit();
            let value = match value {
                Some(value) if fits => value as u32,
                _ => return Err(CreditCodeProblem::Letter(place + 1, letter)),
            };
            *byte = letter as u8;
            if place < 17 {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }
        let check = Self::LETTERS[((31 - sum % 31) % 31) as usize];
        if bytes[17] == check {
            Ok(Self(bytes))
        } else {
            Err(CreditCodeProblem::Check(check.into()))
        }
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for ResidentNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ResidentNumber(…)")
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CreditCode(…)")
    }
}

/// What was typed, half-width and in capitals, without spaces and hyphens.
fn tidy(typed: &str) -> impl Iterator<Item = char> {
    typed
        .chars()
        .map(half_width)
        .filter(|letter| !is_blank(*letter) && !is_hyphen(*letter))
        .map(|letter| letter.to_ascii_uppercase())
}

pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The examples of GB 11643-1999 itself.
    #[test]
    fn the_examples_of_the_standard_pass() {
        let woman = ResidentNumber::parse("11010519491231002X").unwrap();
        assert_eq!(woman.birth(), day("1949-12-31"));
        assert_eq!(woman.sex(), Sex::Female);
        let man = ResidentNumber::parse("440524188001010014");
        assert_eq!(
            man,
            Err(ResidentProblem::Birth),
            "1880 is before our calendar"
        );
    }

    #[test]
    fn what_was_typed_is_mended() {
        let number = ResidentNumber::parse(" １１０１０５ 19491231-002ｘ\u{200b}").unwrap();
        assert_eq!(number.as_str(), "11010519491231002X");
        assert_eq!(format!("{number:?}"), "ResidentNumber(…)");
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        use ResidentProblem::*;
        let cases = [
            ("", Length(0)),
            ("1101051949123100", Length(16)),
            ("110105491231002", FirstGeneration),
            ("11010549123100X", Length(15)),
            ("1101051949123100X2", Letter(17, 'X')),
            ("11O10519491231002X", Letter(3, 'O')),
            ("99010519491231002X", Province),
            ("110105194913310023", Birth),
            ("110105194902290023", Birth),
            ("110105194912310021", Check('X')),
        ];
        for (typed, problem) in cases {
            assert_eq!(ResidentNumber::parse(typed), Err(problem), "{typed}");
        }
    }

    /// The check finds every wrong digit and every pair of neighbours exchanged.
    #[test]
    fn single_slips_are_found() {
        let right = *b"110105194912310021";
        let check = ResidentNumber(right).check();
        for place in 0..17 {
            for digit in b'0'..=b'9' {
                let mut wrong = right;
                wrong[place] = digit;
                assert_eq!(
                    ResidentNumber(wrong).check() == check,
                    digit == right[place]
                );
            }
            let mut wrong = right;
            wrong.swap(place, (place + 1) % 17);
            let same = wrong == right;
            assert!(place == 16 || (ResidentNumber(wrong).check() == check) == same);
        }
    }

    /// Published codes of well-known companies.
    #[test]
    fn credit_codes_are_checked() {
        use CreditCodeProblem::*;
        for code in [
            "91110000802100433B",
            "914403001922038216",
            "9144030071526726XG",
        ] {
            assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
        }
        assert!(CreditCode::parse("９１１１ 0000 8021-00433b").is_ok());
        assert_eq!(CreditCode::parse("91110000802100433"), Err(Length(17)));
        assert_eq!(CreditCode::parse("91110000802100433C"), Err(Check('B')));
        assert_eq!(
            CreditCode::parse("9111000080210O433B"),
            Err(Letter(14, 'O'))
        );
        assert_eq!(CreditCode::parse("91A10000802100433B"), Err(Letter(3, 'A')));
    }
}
