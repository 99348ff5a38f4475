//! People whom a cell counts and doesn't name: 李四等3人.

use std::borrow::Cow;

use super::people::is_organisation;
use super::text::{half_width, han_number};
use crate::law::blank::{is_blank, trimmed};

/// A name without the count behind it, and what the count says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Counted<'a> {
    pub name: &'a str,
    /// How many there are in all.
    pub all: u32,
    /// Whether the count says no more than that: 等3人. What else it says (等3户, 等3名村民) the number alone can't.
    pub bare: bool,
}

/// More are a mistake, or a year.
const MOST: u32 = 9_999;
/// How those who are counted are called, behind their number.
const UNITS: [char; 5] = ['人', '名', '位', '户', '口'];
const HAN: &str = "一二两三四五六七八九十";
/// How far behind the unit it may say who they are: 等3名农民工.
const LONGEST_WORD: usize = 5;

/// What a name counts, if it does: 李四等3人, 李四等三户, 李四（共3人）, 李四等15名农民工. None where the number is not
/// exact (等10余人) or what stands before it is a firm, which is no person.
pub(super) fn counted(name: &str) -> Option<Counted<'_>> {
    let in_bracket = ['(', '（'].into_iter().find_map(|bracket| {
        let (before, inside) = name.rsplit_once(bracket)?;
        Some((before, inside.strip_suffix([')', '）'])?))
    });
    let (name, count) = match in_bracket {
        Some(parts) => parts,
        None if name.starts_with('共') => ("", name),
        None => name.split_at(name.rfind('等')?),
    };
    let name = trimmed(name);
    let count: String = count
        .chars()
        .filter(|c| !is_blank(*c))
        .map(half_width)
        .collect();
    let said = count.trim_start_matches(['等', '共', '计']);
    let (number, rest) = said.split_at(said.find(UNITS)?);
    let all = number.parse().ok().or_else(|| in_han(number))?;
    let word = rest.chars().skip(1);
    let fits =
        (1..=MOST).contains(&all) && word.count() <= LONGEST_WORD && said.len() < count.len();
    (fits && !is_organisation(name)).then_some(Counted {
        name,
        all,
        bare: matches!(rest, "人" | "名" | "位"),
    })
}

/// 三 and 二十五, but not 三五, which is three to five.
fn in_han(number: &str) -> Option<u32> {
    let number = number.replace('两', "二");
    let is_one = number.chars().count() == 1 || number.contains('十');
    han_number(&number).filter(|_| is_one)
}

/// A cell in which no blank stands between 等 and whom it counts: 李四等 3 人 is one name with its count.
pub(super) fn tight(cell: &str) -> Cow<'_, str> {
    let is_number = |c: &char| half_width(*c).is_ascii_digit() || HAN.contains(*c);
    let mut tight = String::new();
    let mut rest = cell;
    while let Some(at) = rest.find(['等', '共']) {
        let (before, count) = rest.split_at(at);
        let length: usize = count
            .chars()
            .take_while(|c| is_blank(*c) || is_number(c) || matches!(c, '等' | '共' | '计'))
            .map(char::len_utf8)
            .sum();
        let (count, after) = count.split_at(length);
        tight.push_str(before);
        match count.contains(|c| is_number(&c)) && after.starts_with(UNITS) {
            true => tight.extend(count.chars().filter(|c| !is_blank(*c))),
            false => tight.push_str(count),
        }
        rest = after;
    }
    match tight.is_empty() {
        true => Cow::Borrowed(cell),
        false => Cow::Owned(tight + rest),
    }
}

/// Whether a name goes on with people whose number it doesn't say, or not exactly: 李四等, 李四等人, 李四等10余人.
pub(super) fn leaves_open(name: &str) -> bool {
    let Some((before, after)) = name.rsplit_once('等') else {
        return false;
    };
    let tells = |c: char| UNITS.contains(&c) || c == '家';
    !before.is_empty() && (after.is_empty() || after.chars().any(tells))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, name: &str, all: u32, bare: bool) {
        assert_eq!(counted(typed), Some(Counted { name, all, bare }), "{typed}");
    }

    #[test]
    fn who_is_counted_and_not_named_is_counted() {
        check("李四等3人", "李四", 3, true);
        check("李四等三人", "李四", 3, true);
        check("李四等 ３ 名", "李四", 3, true);
        check("李四等两人", "李四", 2, true);
        check("李四等二十五人", "李四", 25, true);
        check("李四（共3人）", "李四", 3, true);
        check("李四(等3人)", "李四", 3, true);
        check("李四等共3人", "李四", 3, true);
        check("李四（女）等3人", "李四（女）", 3, true);
        check("等3人", "", 3, true);
        check("李四等 3 户", "李四", 3, false);
        check("李四等15名农民工", "李四", 15, false);
    }

    #[test]
    fn blanks_in_a_count_part_nothing() {
        assert_eq!(tight("李四等 3 人 王五"), "李四等3人 王五");
        assert_eq!(tight("李四 等 三 人、王五"), "李四 等三人、王五");
        assert_eq!(tight("李四等 王五"), "李四等 王五");
        assert_eq!(tight("张三 李四"), "张三 李四");
    }

    #[test]
    fn what_is_no_count_stays_in_the_name() {
        for name in [
            "李四",
            "李四等",
            "李四等人",
            "李四等10余人",
            "李四等十几人",
            "李四等三五人",
            "李四一共3人",
            "李四（男，3人）",
            "李四等3家",
            "李四等0人",
            "李四等20230人",
            "某商贸有限公司等3人",
            "李四（女）",
            "张共人",
            "共青团",
            "某高等学校",
            "",
            "等",
        ] {
            assert_eq!(counted(name), None, "{name}");
        }
        for open in ["李四等", "李四等人", "李四等10余人", "李四等3家"] {
            assert!(leaves_open(open), "{open}");
        }
        for closed in ["李四", "等", "李等明"] {
            assert!(!leaves_open(closed), "{closed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[李四等共三百十两人户名（）()3０ ]{0,12}") {
            let _ = (counted(&text), leaves_open(&text));
        }
    }
}
