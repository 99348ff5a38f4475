//! Sums of money, exact to the fen: no float is ever made of them.

use serde::{Deserialize, Serialize};

use super::reason::Reason;
use super::sheet::Cell;
use super::text::plain;

/// What a bare number in the column counts; a unit written in the cell goes before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 元
    #[default]
    Yuan,
    /// 千元
    ThousandYuan,
    /// 万元
    TenThousandYuan,
}

impl Unit {
    /// Powers of ten from the unit to the fen.
    fn places(self) -> usize {
        match self {
            Self::Yuan => 2,
            Self::ThousandYuan => 5,
            Self::TenThousandYuan => 6,
        }
    }

    /// The unit that a column's header names; yuan if it names none.
    #[must_use]
    pub fn of_header(header: &str) -> Self {
        if header.contains("万") {
            Self::TenThousandYuan
        } else if header.contains("千元") {
            Self::ThousandYuan
        } else {
            Self::Yuan
        }
    }
}

/// 10¹³ yuan in fen: far beyond any agreement, far within 2⁵³.
const LARGEST: u64 = 1_000_000_000_000_000;

/// Reads a sum in fen; an empty cell, or one that says nothing, is `None`.
///
/// # Errors
/// The reason why it is no sum, or no exact one.
pub fn read_fen(cell: &Cell, unit: Unit) -> Result<Option<i64>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(None),
        Cell::Empty => Ok(None),
        Cell::Day(_) => Err(Reason::NotASum),
        Cell::Number(text) | Cell::Text(text) => fen(&plain(text), unit).map(Some),
    }
}

fn fen(text: &str, unit: Unit) -> Result<i64, Reason> {
    let inexact = ["约", "余", "近", "多", "左右", "上下", "~", "至", "几"];
    if inexact.iter().any(|word| text.contains(word)) {
        return Err(Reason::SumNotExact);
    }
    let number = text
        .trim_start_matches("人民币")
        .trim_start_matches("RMB")
        .trim_start_matches(['¥', '￥', '\'', '+'])
        .trim_end_matches(['整', '正', '.', ';']);
    let (number, places) = match number.trim_end_matches(['元', '块']) {
        number if number.len() < text.len() || has_letters(number) => {
            unit_in_cell(number, text, unit)
        }
        number => (number, unit.places()),
    };
    if number.matches('-').count() == 1 && !number.starts_with('-') {
        return Err(Reason::SumNotExact);
    }
    // 1万2000: the rest is in yuan. 1万2 would be read as 12,000 by one and as 10,002 by another.
    if let Some((high, low)) = number.split_once('万') {
        let low_is_clear = low.len() >= 4 && low.bytes().all(|byte| byte.is_ascii_digit());
        if !low_is_clear {
            return Err(Reason::NotASum);
        }
        let sum = scaled(high, 6)? + scaled(low, 2)?;
        return bounded(sum);
    }
    bounded(scaled(number, places)?)
}

fn has_letters(number: &str) -> bool {
    number.contains(['万', '千', '亿', '角', '分', '百'])
}

/// The digits before a unit that ends the text, and the unit's powers of ten.
fn unit_in_cell<'a>(number: &'a str, text: &str, unit: Unit) -> (&'a str, usize) {
    let says_yuan = text.contains(['元', '块']);
    for (word, places) in [
        ("亿", 10),
        ("千万", 9),
        ("百万", 8),
        ("万", 6),
        ("千", 5),
        ("百", 4),
    ] {
        if let Some(number) = number.strip_suffix(word) {
            return (number, places);
        }
    }
    (
        number,
        if says_yuan {
            Unit::Yuan.places()
        } else {
            unit.places()
        },
    )
}

/// A decimal times a power of ten, which must come out whole.
fn scaled(number: &str, places: usize) -> Result<u64, Reason> {
    let (number, places) = exponent(number, places)?;
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let whole = ungrouped(whole)?;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(Reason::NotASum);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > places {
        return Err(Reason::SumTooFine);
    }
    if whole.trim_start_matches('0').len() + places > 17 {
        return Err(Reason::SumTooLarge);
    }
    let digits = format!("{whole}{fraction:0<places$}");
    digits.parse().map_err(|_| Reason::NotASum)
}

/// Takes in the exponent of "1.2E5", which spreadsheets write for long numbers.
fn exponent(number: &str, places: usize) -> Result<(String, usize), Reason> {
    let Some((number, exponent)) = number.split_once(['E', 'e']) else {
        return Ok((number.to_owned(), places));
    };
    let exponent: i8 = exponent.parse().map_err(|_| Reason::NotASum)?;
    let places = i64::try_from(places).unwrap_or(0) + i64::from(exponent);
    match usize::try_from(places) {
        Ok(places) if places <= 17 => Ok((number.to_owned(), places)),
        Ok(_) => Err(Reason::SumTooLarge),
        Err(_) => Err(Reason::SumTooFine),
    }
}

/// Removes the commas of 12,000; commas elsewhere make it no number.
fn ungrouped(whole: &str) -> Result<String, Reason> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let sound = !grouped || (1..=4).contains(&first.len());
    if !sound || groups.any(|group| group.len() != 3 && group.len() != 4) {
        return Err(Reason::NotASum);
    }
    Ok(whole.replace(',', ""))
}

fn bounded(fen: u64) -> Result<i64, Reason> {
    match i64::try_from(fen) {
        Ok(signed) if fen <= LARGEST => Ok(signed),
        _ => Err(Reason::SumTooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, unit: Unit, fen: i64) {
        assert_eq!(read_fen(&Cell::from(text), unit), Ok(Some(fen)), "{text}");
    }

    #[track_caller]
    fn check_refused(text: &str, reason: Reason) {
        assert_eq!(
            read_fen(&Cell::from(text), Unit::Yuan),
            Err(reason),
            "{text}"
        );
    }

    #[test]
    fn sums_are_exact_in_fen() {
        let wan = Unit::TenThousandYuan;
        check("4.5", wan, 4_500_000);
        check("12.65", wan, 12_650_000);
        check("0.05", wan, 50_000);
        check("0.000001", wan, 1);
        check("45000元", wan, 4_500_000);
        check("0.86万", wan, 860_000);
        check("4.5万元", Unit::Yuan, 4_500_000);
        check("12,000", Unit::Yuan, 1_200_000);
        check("１２，０００", Unit::Yuan, 1_200_000);
        check("1200", Unit::Yuan, 120_000);
        check("¥1,200.50", Unit::Yuan, 120_050);
        check("人民币500元整", Unit::Yuan, 50_000);
        check("1万2000元", Unit::Yuan, 1_200_000);
        check("3千", Unit::Yuan, 300_000);
        check("3", Unit::ThousandYuan, 300_000);
        check("1.2亿", wan, 12_000_000_000);
        check("0", Unit::Yuan, 0);
        check("1.2E5", Unit::Yuan, 12_000_000);
        for text in ["", "无", "—", "/", " "] {
            assert_eq!(read_fen(&Cell::from(text), wan), Ok(None));
        }
    }

    #[test]
    fn what_is_no_exact_sum_says_why() {
        check_refused("约3万", Reason::SumNotExact);
        check_refused("3-5万", Reason::SumNotExact);
        check_refused("一万元", Reason::NotASum);
        check_refused("1万2", Reason::NotASum);
        check_refused("-500", Reason::NotASum);
        check_refused("1,20,0", Reason::NotASum);
        check_refused("12.345", Reason::SumTooFine);
        check_refused("99999999999999", Reason::SumTooLarge);
        check_refused("1e300", Reason::NotASum);
        check_refused("1e99", Reason::SumTooLarge);
        check_refused("#REF!", Reason::NotASum);
    }

    #[test]
    fn headers_name_the_unit() {
        assert_eq!(Unit::of_header("涉及金额（万元）"), Unit::TenThousandYuan);
        assert_eq!(Unit::of_header("涉及金额(元)"), Unit::Yuan);
        assert_eq!(Unit::of_header("涉及金额"), Unit::Yuan);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[0-9.,万元亿eE+约-]{0,24}") {
            let _ = read_fen(&Cell::Text(text), Unit::TenThousandYuan);
        }

        #[test]
        fn wan_with_six_decimals_are_fen(fen in 0_i64..1_000_000_000_000) {
            let text = format!("{}.{:06}", fen / 1_000_000, fen % 1_000_000);
            prop_assert_eq!(read_fen(&Cell::Text(text), Unit::TenThousandYuan), Ok(Some(fen)));
        }
    }
}
