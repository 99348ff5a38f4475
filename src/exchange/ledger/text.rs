//! The small habits of typed cells: full-width digits, spaces that nobody sees, marks for "nothing".
//!
//! Text is expected in NFC, as [`super::decode`] makes it and as the browser's worker does with
//! `String.prototype.normalize`.

use std::borrow::Cow;

use crate::law::blank::{is_blank, trimmed};

/// Makes full-width letters, digits and punctuation half-width and removes all spaces: the form in
/// which numbers, dates and words of a list are compared. Borrows if there is nothing to change.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| half_width(c) == c && !is_blank(c);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let seen = text.chars().filter(|c| !is_blank(*c));
    Cow::Owned(seen.map(half_width).collect())
}

/// The half-width twin of a full-width character, or the character itself.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '。' | '﹒' => '.',
        '—' | '–' | '―' | '−' | '‐' | '﹣' | '─' => '-',
        '∕' | '⁄' => '/',
        '〔' | '【' | '﹝' => '(',
        '〕' | '】' | '﹞' => ')',
        other => crate::law::money::half_width(other),
    }
}

/// Whether the cell says that there is nothing to say: empty, 无, —, /, and their kin.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    let text = trimmed(text);
    let is_mark =
        |c: char| is_blank(c) || matches!(half_width(c), '-' | '/' | '\\' | '*' | '.' | '、');
    if text.chars().all(is_mark) {
        return true;
    }
    // Most cells are longer than any of the words.
    text.len() <= 12
        && matches!(
            plain(text).as_ref(),
            "无" | "暂无"
                | "没有"
                | "空"
                | "未填"
                | "未写"
                | "不详"
                | "N/A"
                | "n/a"
                | "NA"
                | "null"
        )
}

/// 二〇二三 digit by digit, 十二 and 二十一 with their ten.
#[must_use]
pub fn han_number(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '〇' | '零' | '○' | 'O' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|at| u32::try_from(at + 1).ok()),
    };
    if let Some((tens, ones)) = text.split_once('十') {
        let one = |text: &str, empty| {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (None, _) => Some(empty),
                (Some(c), None) => digit(c),
                _ => None,
            }
        };
        return Some(one(tens, 1)? * 10 + one(ones, 0)?);
    }
    let count = text.chars().count();
    if !(1..=4).contains(&count) {
        return None;
    }
    text.chars()
        .try_fold(0, |value, c| Some(value * 10 + digit(c)?))
}

/// Whether a character is a Chinese one.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '〇' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_spaces_go() {
        assert_eq!(plain("２０２３．１．３"), "2023.1.3");
        assert_eq!(plain(" 1201 14\u{3000}Ｘ\u{feff}"), "120114X");
        assert!(matches!(plain("120114"), Cow::Borrowed(_)));
        assert_eq!(trimmed("\u{3000}合同 \u{a0}"), "合同");
    }

    #[test]
    fn nothing_has_many_spellings() {
        for text in [
            "", " ", "无", "—", "——", "/", "／", "-", "－", "\\", "暂无", "\u{3000}",
        ] {
            assert!(says_nothing(text), "{text:?}");
        }
        for text in ["0", "否", "无锡", "1-2"] {
            assert!(!says_nothing(text), "{text:?}");
        }
    }
}
