//! Counts, sums and shares as people read them. Whole numbers throughout: what is rounded is rounded
//! half up, away from nought below it.

use super::Language;
use crate::law::money::Fen;
use crate::law::rate::PerMille;

/// A count with its thousands set off: 12,345.
#[must_use]
pub fn count(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 2);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A sum: 9,000 元 / ¥9,000; with two decimals only where there are fen: 9,000.50 元.
#[must_use]
pub fn sum(language: Language, fen: Fen) -> String {
    let figures = if fen.0 % 100 == 0 {
        count(fen.0 / 100)
    } else {
        yuan(fen)
    };
    in_yuan(language, &figures)
}

/// A sum in figures with its two decimals, as papers have it: 9,000.00.
#[must_use]
pub fn yuan(fen: Fen) -> String {
    hundredths(fen.0)
}

/// A sum in ten thousand yuan with two decimals, as the periodic report has it: 1.20.
#[must_use]
pub fn wan(fen: Fen) -> String {
    hundredths(round(fen.0, 10_000))
}

/// A sum for a headline, rounded to hundreds of yuan: 1.20 万元 / ¥12,000; in English from a million on to ten
/// thousands, ¥2.34 million. Below ten thousand yuan as [`sum`].
#[must_use]
pub fn rough_sum(language: Language, fen: Fen) -> String {
    match language {
        _ if fen.0.unsigned_abs() < 1_000_000 => sum(language, fen),
        Language::Chinese => format!("{} 万元", wan(fen)),
        Language::English if fen.0.unsigned_abs() >= 100_000_000 => in_yuan(
            language,
            &format!("{} million", hundredths(round(fen.0, 1_000_000))),
        ),
        Language::English => in_yuan(language, &count(round(fen.0, 10_000).saturating_mul(100))),
    }
}

/// A share: 35.6%. A whole is 100%, without decimals.
#[must_use]
pub fn percent(share: PerMille) -> String {
    match share.0 {
        1_000 => "100%".to_owned(),
        share => format!("{}.{}%", share / 10, share % 10),
    }
}

/// Hundredths in figures: 132 gives 1.32, as for `law::rate::per_ten_thousand`.
#[must_use]
pub fn hundredths(number: i64) -> String {
    let minus = if number < 0 { "-" } else { "" };
    let (whole, part) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
    format!("{minus}{}.{part:02}", count(whole as i64))
}

fn in_yuan(language: Language, figures: &str) -> String {
    match (language, figures.strip_prefix('-')) {
        (Language::Chinese, _) => format!("{figures} 元"),
        (Language::English, None) => format!("¥{figures}"),
        (Language::English, Some(figures)) => format!("-¥{figures}"),
    }
}

/// The quotient, rounded half away from nought.
fn round(number: i64, divisor: i64) -> i64 {
    let (quotient, rest) = (number / divisor, number % divisor);
    if rest.abs() * 2 >= divisor {
        quotient + number.signum()
    } else {
        quotient
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn thousands_are_set_off() {
        let cases = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
            (-1_234, "-1,234"),
            (-123, "-123"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ];
        for (number, text) in cases {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn sums_show_fen_only_where_there_are_some() {
        assert_eq!(sum(Chinese, Fen(900_000)), "9,000 元");
        assert_eq!(sum(English, Fen(900_000)), "¥9,000");
        assert_eq!(sum(Chinese, Fen(900_050)), "9,000.50 元");
        assert_eq!(sum(English, Fen(-5)), "-¥0.05");
        assert_eq!(yuan(Fen(900_000)), "9,000.00");
    }

    #[test]
    fn ten_thousands_round_half_up() {
        assert_eq!(wan(Fen(1_200_000)), "1.20");
        assert_eq!(wan(Fen(1_204_999)), "1.20");
        assert_eq!(wan(Fen(1_205_000)), "1.21");
        assert_eq!(wan(Fen(-1_205_000)), "-1.21");
        assert_eq!(wan(Fen(Fen::MAX.0)), "10,000,000.00");
        assert_eq!(rough_sum(Chinese, Fen(12_345_678)), "12.35 万元");
        assert_eq!(rough_sum(English, Fen(12_345_678)), "¥123,500");
        assert_eq!(rough_sum(English, Fen(2_344_490_000)), "¥23.44 million");
        assert_eq!(rough_sum(English, Fen(99_999_999)), "¥1,000,000");
        assert_eq!(rough_sum(Chinese, Fen(999_900)), "9,999 元");
    }

    #[test]
    fn shares_have_one_decimal() {
        assert_eq!(percent(PerMille(356)), "35.6%");
        assert_eq!(percent(PerMille(1_000)), "100%");
        assert_eq!(percent(PerMille(0)), "0.0%");
        assert_eq!(percent(PerMille(7)), "0.7%");
        assert_eq!(hundredths(31), "0.31");
    }
}
