//! What a field tells of a text as one leaves it: what is wrong and what to do. Form alone (digits,
//! dates); what the law asks is the domain's to refuse. Plain Rust, tested natively.

use std::sync::Arc;

use time::{Date, Month};

use crate::locale::{Language, parts as say};

type Checking = dyn Fn(&str, Language) -> Option<String> + Send + Sync;

/// A check of a text: `None` when it is good. Any function of `(&str, Language)` is one.
#[derive(Clone)]
pub struct Check(Arc<Checking>);

impl Check {
    #[must_use]
    pub fn run(&self, text: &str, language: Language) -> Option<String> {
        (self.0)(text, language)
    }

    /// This one, and where it finds nothing, the other.
    #[must_use]
    pub fn then(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self::from(move |text: &str, language| {
            self.run(text, language)
                .or_else(|| other.run(text, language))
        })
    }
}

impl Default for Check {
    fn default() -> Self {
        Self::from(|_: &str, _| None)
    }
}

impl<F> From<F> for Check
where
    F: Fn(&str, Language) -> Option<String> + Send + Sync + 'static,
{
    fn from(check: F) -> Self {
        Self(Arc::new(check))
    }
}

/// Something must stand here.
#[must_use]
pub fn filled(text: &str, language: Language) -> Option<String> {
    text.trim()
        .is_empty()
        .then(|| say::must_fill(language).into())
}

/// A mobile number of 11 digits, or a landline with its area code. Empty is good.
#[must_use]
pub fn phone(text: &str, language: Language) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '－' | '　'))
        .collect();
    if digits.is_empty() {
        return None;
    }
    if let Some(odd) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Some(say::not_a_digit(language, odd));
    }
    let count = digits.len();
    if digits.starts_with('0') {
        return (!(10..=12).contains(&count)).then(|| say::landline_length(language).into());
    }
    if count != 11 {
        return Some(say::mobile_length(language, count));
    }
    let second = digits.as_bytes().get(1).copied().unwrap_or(b'0');
    (!digits.starts_with('1') || second < b'3').then(|| say::mobile_start(language).into())
}

/// A resident's identity number (GB 11643-1999): 18 places, a date of birth, a check digit. Empty is good.
#[must_use]
pub fn id_number(text: &str, language: Language) -> Option<String> {
    let number: Vec<char> = text.trim().to_ascii_uppercase().chars().collect();
    if number.is_empty() {
        return None;
    }
    let last = number.len() - 1;
    let odd = number
        .iter()
        .enumerate()
        .find(|(at, c)| !(c.is_ascii_digit() || *at == last && **c == 'X'));
    if let Some((at, c)) = odd {
        return Some(say::id_not_a_digit(language, at + 1, *c));
    }
    if number.len() != 18 {
        return Some(say::id_length(language, number.len()));
    }
    let value = |from: usize, to: usize| {
        number[from..to]
            .iter()
            .fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or(0))
    };
    if date(value(6, 10), value(10, 12), value(12, 14)).is_none() {
        return Some(say::id_birth(language).into());
    }
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = WEIGHTS
        .iter()
        .zip(&number)
        .map(|(weight, c)| weight * c.to_digit(10).unwrap_or(0))
        .sum();
    let right = b"10X98765432"[(sum % 11) as usize];
    (number[17] != char::from(right)).then(|| say::id_check_digit(language).into())
}

/// A whole number, with or without separators. Empty is good.
#[must_use]
pub fn number(text: &str, language: Language) -> Option<String> {
    let text = text.trim().replace([',', '，'], "");
    (!text.is_empty() && text.parse::<u32>().is_err()).then(|| say::not_a_number(language).into())
}

/// A sum in yuan. Empty is good.
#[must_use]
pub fn money(text: &str, language: Language) -> Option<String> {
    (!text.trim().is_empty() && fen(text).is_none()).then(|| say::not_a_sum(language).into())
}

/// A day as `2026-11-24` that is not after `today`. Empty is good.
#[must_use]
pub fn not_future(text: &str, today: &str, language: Language) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    match day(text) {
        None => Some(say::not_a_date(language).into()),
        // ISO days sort as texts.
        Some(_) if text > today => Some(say::in_the_future(language).into()),
        Some(_) => None,
    }
}

/// The sum in fen of what one types in yuan: `9000`, `9,000.50`, `1.2万`, `3000元`.
#[must_use]
pub fn fen(text: &str) -> Option<i64> {
    let text = text.trim().replace([',', '，', ' ', '¥', '￥'], "");
    let text = text.strip_suffix('元').unwrap_or(&text);
    let (text, places) = match text.strip_suffix('万') {
        Some(rest) => (rest, 6),
        None => (text, 2),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty()
        || !digits(whole)
        || !digits(part)
        || part.len() > places
        || whole.len() > 12
    {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}

/// A sum in fen as one reads it: `9,000`, `9,000.50`.
#[must_use]
pub fn yuan(fen: i64) -> String {
    let (whole, part) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
    let digits = whole.to_string();
    let mut text = String::from(if fen < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if part > 0 {
        text.push_str(&format!(".{part:02}"));
    }
    text
}

/// The day of an ISO text.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || text.len() != 10 {
        return None;
    }
    date(year, month, day)
}

/// The day before, as an ISO text.
#[must_use]
pub fn day_before(text: &str) -> Option<String> {
    let day = day(text)?.previous_day()?;
    Some(format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    ))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1900..2100).contains(year))?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZH: Language = Language::Chinese;

    #[test]
    fn identity_numbers() {
        assert_eq!(id_number("11010519491231002X", ZH), None);
        assert_eq!(id_number("11010519491231002x", ZH), None);
        assert_eq!(id_number("", ZH), None);
        for (wrong, because) in [
            ("110105194912310021", "最后一位"),
            ("11010519491331002X", "日期"),
            ("1101051949123100", "16位"),
            ("11010519491231O02X", "第15位"),
            ("X1010519491231002X", "第1位"),
        ] {
            let said = id_number(wrong, ZH).expect(wrong);
            assert!(said.contains(because), "{said}");
        }
    }

    #[test]
    fn phones() {
        for good in [
            "13800138000",
            "138 0013 8000",
            "010-69543210",
            "0312-1234567",
            "",
        ] {
            assert_eq!(phone(good, ZH), None, "{good}");
        }
        for wrong in ["1380013800", "12800138000", "1380013800o", "0101"] {
            assert!(phone(wrong, ZH).is_some(), "{wrong}");
        }
    }

    #[test]
    fn sums() {
        assert_eq!(fen("9000"), Some(900_000));
        assert_eq!(fen("9,000.5"), Some(900_050));
        assert_eq!(fen("1.2万"), Some(1_200_000));
        assert_eq!(fen("0.12万元"), Some(120_000));
        assert_eq!(fen("￥3000元"), Some(300_000));
        for wrong in ["", "1.234", "-5", "五百", ".5", "1e3", "9999999999999"] {
            assert_eq!(fen(wrong), None, "{wrong}");
        }
        assert_eq!(yuan(900_000), "9,000");
        assert_eq!(yuan(123_456_705), "1,234,567.05");
        assert_eq!(yuan(-5), "-0.05");
    }

    #[test]
    fn days() {
        assert_eq!(day_before("2026-03-01").as_deref(), Some("2026-02-28"));
        assert_eq!(not_future("2026-11-24", "2026-11-24", ZH), None);
        assert!(not_future("2026-11-25", "2026-11-24", ZH).is_some());
        assert!(not_future("2026-02-30", "2026-11-24", ZH).is_some());
    }
}
