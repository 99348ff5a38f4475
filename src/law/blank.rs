//! What takes no ink in a text that was typed or pasted: blanks of every width, controls, joiners, marks that turn
//! the direction of writing.

/// Whether a character takes no ink.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_unseen(c)
}

/// A text without what nobody sees at its ends: empty, where there is nothing to see.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Whether a character takes neither ink nor room: soft hyphens, joiners, what parts nothing, Unicode's controls of
/// direction.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
    )
}

/// Whether a character has no place in what somebody types or pastes: controls, but for the ends of lines and tabs, and
/// marks that turn the direction of writing, by which what is read is not what stands there.
#[must_use]
pub fn is_stray(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text as it is taken in from a field.
#[must_use]
pub fn typed(text: String) -> String {
    match text.contains(is_stray) {
        true => text.replace(is_stray, ""),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_holds_nothing_that_turns_it_round() {
        let text = "付\u{202e}000,5\u{202c}元\0\r\n\t第二行 👨\u{200d}👩";
        let kept = "付000,5元\r\n\t第二行 👨\u{200d}👩";
        assert_eq!(typed(text.to_owned()), kept);
    }

    #[test]
    fn what_nobody_sees_is_nothing() {
        for text in [
            "",
            " \u{3000}\n",
            "\u{200b}",
            "\u{feff}\u{202e}\u{2069}",
            "\u{200d}\u{ad}",
            "\u{3164}\u{2800}",
        ] {
            assert_eq!(trimmed(text), "", "{text:?}");
        }
        assert_eq!(trimmed("\u{200b} 张三\u{202c}\u{3000}"), "张三");
        // Within a word the joiners of other scripts stay.
        assert_eq!(trimmed("ئا\u{200c}ي"), "ئا\u{200c}ي");
    }
}
