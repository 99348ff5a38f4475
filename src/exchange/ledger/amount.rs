//! Sums of money, exact to the fen: no float is ever made of them.

use serde::{Deserialize, Serialize};

use super::reason::Reason;
use super::sheet::Cell;
use super::text::plain;
use crate::law::money::{Fen, MoneyProblem};

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
    /// All of them, the smallest first.
    pub const ALL: [Self; 3] = [Self::Yuan, Self::ThousandYuan, Self::TenThousandYuan];

    /// The unit that a column's header names; none if it names none.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        if header.contains('万') {
            Some(Self::TenThousandYuan)
        } else if header.contains("千元") {
            Some(Self::ThousandYuan)
        } else {
            header.contains('元').then_some(Self::Yuan)
        }
    }
}

/// Reads a sum; an empty cell, or one that says nothing, is `None`.
///
/// # Errors
/// The reason why it is no sum, or no exact one.
pub fn read_sum(cell: &Cell, unit: Unit) -> Result<Option<Fen>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(None),
        Cell::Empty => Ok(None),
        Cell::Day(_) => Err(Reason::NotASum),
        Cell::Number(text) | Cell::Text(text) => sum(&plain(text), unit).map(Some),
    }
}

/// Whether what a cell says of a sum hangs on the unit of its column, for it names none itself: 0 is as much in any, and
/// what is too fine in yuan may be a sum in 万元.
#[must_use]
pub fn hangs_on_unit(cell: &Cell) -> bool {
    read_sum(cell, Unit::Yuan) != read_sum(cell, Unit::TenThousandYuan)
}

fn sum(text: &str, unit: Unit) -> Result<Fen, Reason> {
    let inexact = ["约", "余", "近", "多", "左右", "上下", "~", "至", "几"];
    let range = text
        .find('-')
        .is_some_and(|at| at > 0 && !text.contains(['E', 'e']));
    if range || inexact.iter().any(|word| text.contains(word)) {
        return Err(Reason::SumNotExact);
    }
    let text = text
        .trim_start_matches("人民币")
        .trim_start_matches("RMB")
        .trim_start_matches(['\'', '+']);
    if !is_grouped(text) {
        return Err(Reason::NotASum);
    }
    let plain_number = expanded(text)?;
    let number = plain_number.as_str();
    let (bare, in_yuan) = match number
        .trim_end_matches(['整', '正', '.'])
        .strip_suffix(['元', '块'])
    {
        Some(bare) => (bare, true),
        None => (number, false),
    };
    if let Some((high, low)) = bare.split_once('万') {
        return match low {
            "" => in_wan(high),
            // 1万2000: the rest is in yuan. 1万2 would be 12,000 to one reader and 10,002 to another.
            _ if low.len() >= 4 => {
                let whole = in_wan(high)?.checked_add(yuan(low)?);
                whole
                    .filter(|sum| *sum <= Fen::MAX)
                    .ok_or(Reason::SumTooLarge)
            }
            _ => Err(Reason::NotASum),
        };
    }
    match (bare.strip_suffix('千'), unit) {
        (Some(thousands), _) => in_thousands(thousands),
        (None, _) if in_yuan || bare.ends_with('亿') => yuan(bare),
        (None, Unit::Yuan) => yuan(bare),
        (None, Unit::ThousandYuan) => in_thousands(bare),
        (None, Unit::TenThousandYuan) => in_wan(bare),
    }
}

fn in_wan(number: &str) -> Result<Fen, Reason> {
    yuan(&format!("{number}万"))
}

/// A tenth of as many 万, which stays exact to the fen.
fn in_thousands(number: &str) -> Result<Fen, Reason> {
    let Fen(tenfold) = in_wan(number)?;
    if tenfold % 10 == 0 {
        Ok(Fen(tenfold / 10))
    } else {
        Err(Reason::SumTooFine)
    }
}

fn yuan(number: &str) -> Result<Fen, Reason> {
    Fen::parse_yuan(number).map_err(|problem| match problem {
        MoneyProblem::TooFine => Reason::SumTooFine,
        MoneyProblem::TooMuch => Reason::SumTooLarge,
        MoneyProblem::Empty | MoneyProblem::Letter(_) | MoneyProblem::Negative => Reason::NotASum,
    })
}

/// Writes out "1.2E5", which spreadsheets make of long numbers.
fn expanded(number: &str) -> Result<String, Reason> {
    let Some((mantissa, exponent)) = number.split_once(['E', 'e']) else {
        return Ok(number.to_owned());
    };
    let exponent: usize = exponent
        .trim_start_matches('+')
        .parse()
        .map_err(|_| Reason::NotASum)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if exponent > 15 {
        return Err(Reason::SumTooLarge);
    }
    let fraction = format!("{fraction:0<exponent$}");
    match (fraction.get(..exponent), fraction.get(exponent..)) {
        (Some(before), Some(after)) => Ok(format!("{whole}{before}.{after}0")),
        _ => Err(Reason::NotASum),
    }
}

/// Whether commas, if there are any, part groups of three (or, the Chinese way, four) digits.
fn is_grouped(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole
        .split(',')
        .map(|group| group.chars().filter(char::is_ascii_digit).count());
    let first = groups.next().unwrap_or(0);
    !whole.contains(',')
        || ((1..=4).contains(&first) && groups.all(|length| matches!(length, 3 | 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, unit: Unit, fen: i64) {
        assert_eq!(
            read_sum(&Cell::from(text), unit),
            Ok(Some(Fen(fen))),
            "{text}"
        );
    }

    #[track_caller]
    fn check_refused(text: &str, reason: Reason) {
        assert_eq!(
            read_sum(&Cell::from(text), Unit::Yuan),
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
            assert_eq!(read_sum(&Cell::from(text), wan), Ok(None));
        }
    }

    #[test]
    fn what_is_no_exact_sum_says_why() {
        check_refused("约3万", Reason::SumNotExact);
        check_refused("3-5万", Reason::SumNotExact);
        check_refused("一万元", Reason::NotASum);
        check_refused("1万2", Reason::NotASum);
        check_refused("1万200", Reason::NotASum);
        check_refused("1万200元", Reason::NotASum);
        check_refused("-500", Reason::NotASum);
        check_refused("1,20,0", Reason::NotASum);
        check_refused("12.345", Reason::SumTooFine);
        check_refused("999999999999999", Reason::SumTooLarge);
        // 1,000亿 is the greatest, however it is put together.
        check("10000000万", Unit::Yuan, Fen::MAX.0);
        check_refused("10000000万0001元", Reason::SumTooLarge);
        check_refused("1e300", Reason::SumTooLarge);
        check_refused("1e99", Reason::SumTooLarge);
        check_refused("#REF!", Reason::NotASum);
    }

    #[test]
    fn headers_name_the_unit() {
        let of = Unit::of_header;
        assert_eq!(of("涉及金额（万元）"), Some(Unit::TenThousandYuan));
        assert_eq!(of("涉及金额（千元）"), Some(Unit::ThousandYuan));
        assert_eq!(of("涉及金额(元)"), Some(Unit::Yuan));
        assert_eq!(of("涉及金额"), None);
    }

    #[test]
    fn a_bare_number_hangs_on_the_unit_of_its_column() {
        for bare in ["4.5", "500", "¥1,200.50", "12.345"] {
            assert!(hangs_on_unit(&Cell::from(bare)), "{bare}");
        }
        for told in [
            "45000元",
            "4.5万",
            "3千",
            "1.2亿",
            "0",
            "",
            "—",
            "约3万",
            "协议书",
        ] {
            assert!(!hangs_on_unit(&Cell::from(told)), "{told}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[0-9.,万元亿eE+约-]{0,24}") {
            let _ = read_sum(&Cell::Text(text), Unit::TenThousandYuan);
        }

        #[test]
        fn wan_with_six_decimals_are_fen(fen in 0_i64..1_000_000_000_000) {
            let text = format!("{}.{:06}", fen / 1_000_000, fen % 1_000_000);
            prop_assert_eq!(read_sum(&Cell::Text(text), Unit::TenThousandYuan), Ok(Some(Fen(fen))));
        }
    }
}
