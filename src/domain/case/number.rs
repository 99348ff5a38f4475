//! A case's number stands in public, in every redacted copy: it is a number, and names nobody.

/// Digits of the office's own rule may be Han: 第七号.
const HAN_DIGITS: &str = "〇零一二三四五六七八九十百";

/// Whether a text may stand as the number of a case with these parties: a digit is in it, and no party's name.
#[must_use]
pub fn is_number<'a>(text: &str, mut names: impl Iterator<Item = &'a str>) -> bool {
    text.chars()
        .any(|c| c.is_numeric() || HAN_DIGITS.contains(c))
        && !names.any(|name| !name.is_empty() && text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn a_number_has_a_digit_and_names_no_party() {
        let parties = ["张桂珍", "李国强"];
        let stands = |text| is_number(text, parties.iter().copied());
        assert!(stands("（2026）通西人调字第12号"));
        assert!(stands("7") && stands("１号") && stands("第七号"));
        assert!(!stands("补录"));
        assert!(!stands("张桂珍案1号"));
    }
}
