//! 同上, 〃: a cell that only says that it is as the cell above it. It is written out where the row above was read and
//! the column tells what rows have in common; anywhere else its row is refused, for what is meant could be somebody
//! else's.

use std::borrow::Cow;

use super::heading::Column;
use super::layout::Layout;
use super::sheet::Cell;
use super::text::plain;

const WORDS: [&str; 9] = [
    "同上",
    "同前",
    "同上行",
    "同上一行",
    "上同",
    "''",
    "’’",
    "′′",
    "´´",
];
/// Signs that mean it, one or a few of them.
const SIGNS: [char; 9] = ['〃', '″', '"', '“', '”', '„', '‟', '〝', '〞'];

/// Whether a text says no more than that it is as what stands above it.
#[must_use]
pub fn is_ditto(text: &str) -> bool {
    // Most cells are longer than any of the words.
    if text.len() > 24 {
        return false;
    }
    let text = plain(text);
    let word = text.trim_matches(['(', ')', '.', ',', ':', ';']);
    let are_signs = !word.is_empty() && word.chars().all(|c| SIGNS.contains(&c));
    are_signs || WORDS.contains(&word)
}

/// Whether rows may have what this column tells in common: when, of what type, where, from where, by whom mediated.
/// People, their numbers, how it ended and for how much are each row's own, and so is what is told in free words.
#[must_use]
pub fn can_be_as_above(column: &Column) -> bool {
    matches!(
        column,
        Column::Registered | Column::Type | Column::Source | Column::Place | Column::Mediators
    )
}

/// A row whose cells are written out that may be as the ones of the row above, which has no such cells left there.
/// Without a row above it is as it was.
#[must_use]
pub fn written_out<'a>(
    cells: &'a [Cell],
    above: Option<&[Cell]>,
    layout: &Layout,
) -> Cow<'a, [Cell]> {
    let mut written = Cow::Borrowed(cells);
    for (index, mapped) in layout.columns.iter().enumerate() {
        let is_ditto = cells.get(index).is_some_and(Cell::is_ditto);
        let said = above.and_then(|above| above.get(index));
        if is_ditto
            && can_be_as_above(&mapped.column)
            && let Some(said) = said.filter(|said| !said.says_nothing())
        {
            written.to_mut()[index] = said.clone();
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::is_ditto;

    #[test]
    fn the_signs_and_words_of_offices_are_known() {
        for text in [
            "同上",
            " 同 上 ",
            "（同上）",
            "同上。",
            "同前",
            "〃",
            "″",
            "\"",
            "＂",
            "“”",
            "”",
            "''",
            "〃 〃",
        ] {
            assert!(is_ditto(text), "{text:?}");
        }
    }

    #[test]
    fn what_says_more_is_itself() {
        for text in [
            "",
            "、",
            "—",
            "()",
            "同上村",
            "同仁堂",
            "张三同上",
            "同上，另欠2000元",
            "5″",
            "'",
            "一楼同上",
        ] {
            assert!(!is_ditto(text), "{text:?}");
        }
    }
}
