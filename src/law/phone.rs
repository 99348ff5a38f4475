//! Telephone numbers as people give them, brought to one spelling so that the same number is found
//! again however it was typed.

use serde::{Deserialize, Serialize};

use std::fmt;

use super::blank::is_blank;
use super::identity::is_hyphen;
use super::money::half_width;

/// A telephone number in its one spelling. `Debug` never prints it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phone {
    /// Eleven digits that begin with 13 to 19.
    Mobile(Box<str>),
    /// Anything else that can be dialled: "010-12345678", "0317-1234567-801", "12345". Area code and
    /// extension are set off by hyphens where they can be told.
    Landline(Box<str>),
}

/// What is wrong with a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhoneProblem {
    /// Nothing was typed.
    Empty,
    /// A character that belongs in no number; its place counts from 1.
    Letter(usize, char),
    /// A mobile number has eleven digits; this one has this many.
    MobileLength(usize),
    /// No mobile number begins with these two digits (eleven digits that begin with 10 to 12).
    MobilePrefix,
    /// No number has this many digits.
    Length(usize),
}

impl Phone {
    /// Reads what was typed: "139-6853-6771", "+86 139…", full-width digits, "(010) 8210 1234 转 801".
    pub fn parse(typed: &str) -> Result<Self, PhoneProblem> {
        let (digits, extension) = read_digits(typed)?;
        let digits = without_country(&digits).unwrap_or(digits);
        match digits.len() {
            0 => Err(PhoneProblem::Empty),
            11 if is_mobile(&digits) => Ok(Self::Mobile(digits.into())),
            11 if digits.starts_with('1') => Err(PhoneProblem::MobilePrefix),
            // No subscriber's number begins like a mobile's: one that does was cut short.
            length @ 7..=13 if is_mobile(&digits) => Err(PhoneProblem::MobileLength(length)),
            3..=12 => Ok(Self::Landline(landline(&digits, &extension).into())),
            length => Err(PhoneProblem::Length(length)),
        }
    }

    /// Whether it can be told for a telephone number by itself: a mobile's, or one with its area code. What
    /// else can be dialled may be any number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Mobile(_) => true,
            Self::Landline(number) => number.contains('-'),
        }
    }

    /// The one spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mobile(number) | Self::Landline(number) => number,
        }
    }
}

/// The digits of the number and those of its extension. What follows a whole landline number behind
/// a hyphen is an extension.
fn read_digits(typed: &str) -> Result<(String, String), PhoneProblem> {
    let (mut digits, mut extension) = (String::new(), String::new());
    let mut extended = false;
    // A sign that an extension follows, until one does.
    let mut sign = None;
    for (place, letter) in typed.chars().enumerate() {
        match half_width(letter) {
            digit @ '0'..='9' if extended => {
                extension.push(digit);
                sign = None;
            }
            digit @ '0'..='9' => digits.push(digit),
            '+' if digits.is_empty() => {}
            '转' | '#' | 'x' | 'X' | '*' if !digits.is_empty() => {
                extended = true;
                sign = Some((place + 1, letter));
            }
            hyphen if is_hyphen(hyphen) => extended |= is_landline(&digits),
            '(' | ')' | '.' | '/' | '·' => {}
            blank if is_blank(blank) => {}
            other => return Err(PhoneProblem::Letter(place + 1, other)),
        }
    }
    match sign {
        Some((place, letter)) => Err(PhoneProblem::Letter(place, letter)),
        None => Ok((digits, extension)),
    }
}

/// The number without China's country code, the area code's 0 restored, if there was one and what
/// follows is whole.
fn without_country(digits: &str) -> Option<String> {
    let rest = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"))?;
    if (rest.len() == 11 && is_mobile(rest)) || is_landline(rest) {
        return Some(rest.to_owned());
    }
    Some(format!("0{rest}")).filter(|number| is_landline(number))
}

fn is_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..])
}

/// Whether area code and number are complete: 010 and 02x with eight digits, others with seven or
/// eight.
fn is_landline(digits: &str) -> bool {
    match area_code(digits) {
        Some(3) => digits.len() == 11,
        Some(_) => matches!(digits.len(), 11 | 12),
        None => false,
    }
}

/// Length of the area code.
fn area_code(digits: &str) -> Option<usize> {
    match digits.as_bytes() {
        [b'0', b'1' | b'2', ..] => Some(3),
        [b'0', b'3'..=b'9', ..] => Some(4),
        _ => None,
    }
}

fn landline(digits: &str, extension: &str) -> String {
    let mut number = match area_code(digits) {
        Some(code) if digits.len() >= code + 7 => {
            format!("{}-{}", &digits[..code], &digits[code..])
        }
        _ => digits.to_owned(),
    };
    if !extension.is_empty() {
        number.push('-');
        number.push_str(extension);
    }
    number
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Mobile(_) => "Mobile(…)",
            Self::Landline(_) => "Landline(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Phone, PhoneProblem};

    #[test]
    fn mobile_numbers_have_one_spelling() {
        let spellings = [
            "13968536771",
            "139-6853-6771",
            " 139 6853 6771 ",
            "+86 139 6853 6771",
            "0086-13968536771",
            "86(139)68536771",
            "１３９６８５３６７７１",
            "\u{202d}139\u{2013}6853\u{2013}6771\u{202c}",
        ];
        for typed in spellings {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!(phone, Phone::Mobile("13968536771".into()), "{typed}");
            assert_eq!(format!("{phone:?}"), "Mobile(…)");
        }
    }

    #[test]
    fn landlines_are_taken_leniently() {
        let cases = [
            ("(010) 8210 1234", "010-82101234"),
            ("010-82101234-801", "010-82101234-801"),
            ("01082101234转801", "010-82101234-801"),
            ("+86 10 8210 1234", "010-82101234"),
            ("0317-2345678", "0317-2345678"),
            ("0311 8210 1234", "0311-82101234"),
            ("8210-1234", "82101234"),
            ("8612 3456", "86123456"),
            ("12345", "12345"),
            ("110", "110"),
            ("400-123-4567", "4001234567"),
        ];
        for (typed, spelling) in cases {
            assert_eq!(
                Phone::parse(typed),
                Ok(Phone::Landline(spelling.into())),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        use PhoneProblem::*;
        let cases = [
            ("", Empty),
            ("无", Letter(1, '无')),
            ("139685l6771", Letter(7, 'l')),
            ("1396853677", MobileLength(10)),
            ("1396853", MobileLength(7)),
            ("139685367711", MobileLength(12)),
            ("12345678901", MobilePrefix),
            ("12", Length(2)),
            ("13968536771 13968536772", Length(22)),
        ];
        for (typed, problem) in cases {
            assert_eq!(Phone::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn a_spelling_is_read_as_itself() {
        for typed in [
            "139-6853-6771",
            "01082101234转801",
            "+86 10 8210 1234",
            "8210-1234",
        ] {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!(Phone::parse(phone.as_str()), Ok(phone.clone()));
        }
    }
}
