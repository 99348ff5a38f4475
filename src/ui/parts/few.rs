//! Which of many names are drawn: a list of thousands would hang the page, and nobody reads it. Plain Rust, tested
//! natively.

use crate::law::pinyin::{initials, text_initials};

/// A longer list is not drawn whole: a word finds the rest.
pub const MOST: usize = 12;

/// Of `names` those that a word finds, or all where none is given, in their order; how many more there would be. What
/// `stays` is among them, whatever is looked for.
#[must_use]
pub fn few<T: Clone>(
    names: &[(T, String)],
    word: &str,
    stays: impl Fn(&T) -> bool,
) -> (Vec<(T, String)>, usize) {
    let word = word.trim().to_lowercase();
    let (mut shown, mut room, mut more) = (Vec::new(), MOST, 0);
    for one in names {
        if stays(&one.0) {
            shown.push(one.clone());
        } else if finds(&one.1, &word) {
            if room > 0 {
                room -= 1;
                shown.push(one.clone());
            } else {
                more += 1;
            }
        }
    }
    (shown, more)
}

/// Whether a name has the word in it, or begins the words of its Han characters with it: zsm finds 赵淑敏.
fn finds(name: &str, word: &str) -> bool {
    name.to_lowercase().contains(word)
        || initials(name).contains(word)
        || text_initials(name).contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize) -> Vec<(usize, String)> {
        (0..count).map(|n| (n, format!("Zhao {n}"))).collect()
    }

    fn places((shown, more): (Vec<(usize, String)>, usize)) -> (Vec<usize>, usize) {
        (shown.into_iter().map(|(n, _)| n).collect(), more)
    }

    #[test]
    fn a_short_list_is_whole() {
        let (shown, more) = few(&names(MOST), "", |_| false);
        assert_eq!((shown.len(), more), (MOST, 0));
    }

    #[test]
    fn of_a_long_one_the_first_and_what_stays() {
        let (shown, more) = places(few(&names(20_000), "", |n| *n == 19_999));
        assert_eq!((shown.len(), more), (MOST + 1, 20_000 - MOST - 1));
        assert_eq!(shown.last(), Some(&19_999));
    }

    #[test]
    fn a_word_finds_the_rest() {
        assert_eq!(
            places(few(&names(20_000), " ZHAO 1234", |n| *n == 7)).0,
            [vec![7, 1_234], (12_340..12_350).collect()].concat()
        );
        assert_eq!(places(few(&names(9), "Li", |_| false)), (vec![], 0));
        let han = ["赵淑敏", "钱卫东"].map(|name| (name, name.to_owned()));
        let found = |word| {
            few(&han, word, |_| false)
                .0
                .iter()
                .map(|one| one.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("ZSM"), ["赵淑敏"]);
        assert_eq!(found("卫"), ["钱卫东"]);
    }
}
