//! Sums in capitals 大写, as agreements and receipts have them beside the figures, so that nobody can
//! change them with a stroke.
//!
//! After the rules of the People's Bank for writing bills (正确填写票据和结算凭证的基本规定): 整
//! after yuan and after jiao, none after fen; noughts between other digits are written once.

use crate::law::money::Fen;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// A sum in capitals: 人民币壹万贰仟元整. None for sums below nought or above [`Fen::MAX`].
#[must_use]
pub fn capitals(sum: Fen) -> Option<String> {
    if sum < Fen::ZERO || sum > Fen::MAX {
        return None;
    }
    let (yuan, jiao, fen) = (sum.0 / 100, sum.0 / 10 % 10, sum.0 % 10);
    let mut text = String::from("人民币");
    if yuan > 0 {
        write_yuan(&mut text, yuan);
        text.push('元');
    }
    match (jiao, fen) {
        (0, 0) if yuan == 0 => text.push_str("零元整"),
        (0, 0) => text.push('整'),
        (0, fen) => {
            if yuan > 0 {
                text.push('零');
            }
            text.push_str(digit(fen));
            text.push('分');
        }
        (jiao, fen) => {
            text.push_str(digit(jiao));
            text.push('角');
            if fen == 0 {
                text.push('整');
            } else {
                text.push_str(digit(fen));
                text.push('分');
            }
        }
    }
    Some(text)
}

/// Writes whole yuan by groups of four digits; [`Fen::MAX`] is a thousand 亿.
fn write_yuan(text: &mut String, yuan: i64) {
    // Whether something is written, and noughts since then wait to be written as one 零.
    let mut begun = false;
    let mut gap = false;
    for (scale, unit) in [(1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
        let group = yuan / scale % 1_0000;
        for (place, within) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let value = group / place % 10;
            if value == 0 {
                gap = begun;
                continue;
            }
            if gap {
                text.push('零');
            }
            text.push_str(digit(value));
            text.push_str(within);
            (begun, gap) = (true, false);
        }
        if group > 0 {
            text.push_str(unit);
            // 壹拾万伍仟, not 壹拾万零伍仟: the rule allows both, people say the first.
            gap = false;
        }
    }
}

fn digit(value: i64) -> &'static str {
    usize::try_from(value)
        .ok()
        .and_then(|value| DIGITS.get(value))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_in_capitals() {
        let cases = [
            (0, "零元整"),
            (1, "壹分"),
            (10, "壹角整"),
            (11, "壹角壹分"),
            (100, "壹元整"),
            (101, "壹元零壹分"),
            (110, "壹元壹角整"),
            (123, "壹元贰角叁分"),
            (1_000, "壹拾元整"),
            (1_010, "壹拾元壹角整"),
            (1_500, "壹拾伍元整"),
            (10_500, "壹佰零伍元整"),
            (11_000, "壹佰壹拾元整"),
            (100_500, "壹仟零伍元整"),
            (105_000, "壹仟零伍拾元整"),
            (150_000, "壹仟伍佰元整"),
            (900_000, "玖仟元整"),
            (1_200_000, "壹万贰仟元整"),
            (1_000_000, "壹万元整"),
            (1_000_500, "壹万零伍元整"),
            (1_005_000, "壹万零伍拾元整"),
            (1_050_000, "壹万零伍佰元整"),
            (1_050_050, "壹万零伍佰元伍角整"),
            (10_000_000, "壹拾万元整"),
            (10_500_000, "壹拾万伍仟元整"),
            (100_000_000, "壹佰万元整"),
            (100_000_100, "壹佰万零壹元整"),
            (101_010_101, "壹佰零壹万零壹佰零壹元零壹分"),
            (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (10_001_000_000, "壹亿零壹万元整"),
            (10_100_000_000, "壹亿零壹佰万元整"),
            (100_000_000_000, "壹拾亿元整"),
            (100_000_500_000, "壹拾亿零伍仟元整"),
            (
                123_456_789_012,
                "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分",
            ),
            (
                Fen::MAX.0 - 1,
                "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
            ),
            (Fen::MAX.0, "壹仟亿元整"),
            (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (10_700_053, "壹拾万柒仟元伍角叁分"),
            (140_950, "壹仟肆佰零玖元伍角整"),
            (600_714, "陆仟零柒元壹角肆分"),
            (32_504, "叁佰贰拾伍元零肆分"),
        ];
        for (fen, text) in cases {
            assert_eq!(
                capitals(Fen(fen)).unwrap(),
                format!("人民币{text}"),
                "{fen}"
            );
        }
        assert_eq!(capitals(Fen(-1)), None);
        assert_eq!(capitals(Fen(Fen::MAX.0 + 1)), None);
    }

    /// No sum is written with a nought twice, at the beginning, or before a unit, and no two alike.
    #[test]
    fn noughts_are_where_they_belong() {
        let mut seen = std::collections::BTreeSet::new();
        let sums = (0..=20_000).chain((0..2_000).map(|n| n * 4_999_999_937 + 7 * n));
        for fen in sums {
            let text = capitals(Fen(fen)).unwrap();
            assert!(!text.contains("零零") && !text.contains("亿万"), "{text}");
            assert!(
                fen == 0 || !text.contains("零元") && !text.starts_with("人民币零"),
                "{text}"
            );
            for unit in ["零万", "零亿", "零仟", "零佰", "零拾", "零角", "零分"] {
                assert!(!text.contains(unit), "{text}");
            }
            assert!(text.ends_with('整') || text.ends_with('分'), "{text}");
            seen.insert(text);
        }
        assert!(seen.len() >= 21_990);
    }
}
