//! From amounts to lengths, and whether a text fits. Pure arithmetic.

/// A linear scale that starts at zero: a bar twice as long is twice as much, always.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    max: i64,
    length: f64,
}

impl Scale {
    /// The greatest of `amounts` fills `length`.
    pub fn from_zero(amounts: impl IntoIterator<Item = i64>, length: f64) -> Scale {
        Scale {
            max: amounts.into_iter().max().unwrap_or(0).max(0),
            length: length.max(0.0),
        }
    }

    /// As far as an amount reaches. What is not nothing is never invisible: at least one pixel.
    pub fn length(&self, amount: i64) -> f64 {
        if amount <= 0 || self.max == 0 {
            return 0.0;
        }
        (self.length * amount as f64 / self.max as f64).clamp(1.0, self.length.max(1.0))
    }
}

/// Round whole numbers from zero up to the first at or above `max`, `steps` of them at most.
///
/// ```
/// assert_eq!(langqiao::ui::chart::scale::ticks(1_205, 4), [0, 500, 1_000, 1_500]);
/// assert_eq!(langqiao::ui::chart::scale::ticks(3, 4), [0, 1, 2, 3]);
/// ```
pub fn ticks(max: i64, steps: usize) -> Vec<i64> {
    if max <= 0 || steps == 0 {
        return vec![0];
    }
    let wanted = max / steps as i64 + i64::from(max % steps as i64 != 0);
    let mut power = 1_i64;
    let step = loop {
        // 1, 2 and 5 are what people count in; a power that would overflow ends the search.
        let found = [1, 2, 5]
            .iter()
            .filter_map(|lead| power.checked_mul(*lead))
            .find(|step| *step >= wanted);
        match (found, power.checked_mul(10)) {
            (Some(step), _) => break step,
            (None, Some(next)) => power = next,
            (None, None) => break wanted,
        }
    };
    let mut ticks = vec![0];
    let mut last = 0_i64;
    while last < max {
        let Some(next) = last.checked_add(step) else {
            break;
        };
        last = next;
        ticks.push(last);
    }
    ticks
}

/// How wide a text is, in em: Han and full-width marks one, Latin about half, and the eighth of an
/// em that `text-autospace` puts between the two. A guess on the safe side, so that geometry needs
/// no browser.
pub fn text_width(text: &str) -> f64 {
    let mut width = 0.0;
    let mut before = None;
    for char in text.chars() {
        let script = script(char);
        if before.is_some_and(|before| {
            script != Script::Mark && before != Script::Mark && script != before
        }) {
            width += 0.15;
        }
        before = Some(script);
        width += char_width(char);
    }
    width
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Han,
    Latin,
    Mark,
}

fn script(char: char) -> Script {
    match char {
        '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' => Script::Mark,
        char if char >= '\u{2E80}' => Script::Han,
        char if char.is_alphanumeric() => Script::Latin,
        _ => Script::Mark,
    }
}

fn char_width(char: char) -> f64 {
    match char {
        ',' | '.' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | ' ' | '\u{2009}' => 0.3,
        'm' | 'w' | 'M' | 'W' | '%' => 0.9,
        'A'..='Z' => 0.68,
        '…' | '—' => 1.0,
        // Dashes, curly quotes and the middle dot are half-width in the stacks of tokens.css.
        '\u{2010}'..='\u{2027}' => 0.55,
        char if char >= '\u{2E80}' => 1.0,
        _ => 0.58,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_start_at_zero_and_keep_proportion() {
        let scale = Scale::from_zero([2_146, 1_073, 0], 400.0);
        assert_eq!(scale.length(2_146), 400.0);
        assert_eq!(scale.length(1_073), 200.0);
        assert_eq!(scale.length(0), 0.0);
        assert_eq!(scale.length(-5), 0.0);
        assert_eq!(scale.length(1), 1.0, "one case is seen");
        // No amount is above zero: nothing is drawn.
        assert_eq!(Scale::from_zero([], 400.0).length(1), 0.0);
        assert_eq!(Scale::from_zero([0, -3], 400.0).length(0), 0.0);
        assert_eq!(Scale::from_zero([5], -10.0).length(5), 1.0);
    }

    #[test]
    fn ticks_are_round_whole_and_reach_the_greatest() {
        assert_eq!(ticks(0, 4), [0]);
        assert_eq!(ticks(1, 4), [0, 1]);
        assert_eq!(ticks(7, 4), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(8_418_393, 4), [0, 5_000_000, 10_000_000]);
        for max in (1..5_000).chain([i64::MAX / 3, i64::MAX]) {
            let ticks = ticks(max, 4);
            assert!(ticks.len() <= 5, "{max}: {ticks:?}");
            assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{max}");
            if max < i64::MAX / 2 {
                assert!(ticks.last().is_some_and(|last| *last >= max), "{max}");
            }
        }
    }

    #[test]
    fn han_is_wide_and_latin_narrow() {
        assert_eq!(text_width("婚姻家庭"), 4.0);
        assert_eq!(text_width("（居）"), 3.0);
        assert_eq!(
            text_width("6月"),
            0.58 + 0.15 + 1.0,
            "the browser parts digits and Han"
        );
        assert!(text_width("1,205") < 2.7);
        assert!(text_width("Neighbourhood") < 8.0);
    }
}
