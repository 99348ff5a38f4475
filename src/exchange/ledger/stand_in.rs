//! Stand-ins for what `law` will have: replaced when its calendar and identity are there.

use super::reason::Reason;
use crate::law::day::Day;

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
