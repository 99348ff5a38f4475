//! Where two texts differ: what they share at the beginning and at the end stays plain, the middle is
//! marked. Enough for names, sums and dates; long texts are read side by side. Tested natively.

/// A piece of a text, and whether the other text has something else there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Differs(String),
}

/// The pieces of both texts. A run of digits is never cut: 6,000 and 6,500 differ as wholes.
#[must_use]
pub fn differ(here: &str, there: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (a, b): (Vec<char>, Vec<char>) = (here.chars().collect(), there.chars().collect());
    let shorter = a.len().min(b.len());
    let mut start = (0..shorter).take_while(|at| a[*at] == b[*at]).count();
    if start < a.len().max(b.len()) {
        while start > 0
            && in_number(a[start - 1])
            && (a.get(start).copied().is_some_and(in_number)
                || b.get(start).copied().is_some_and(in_number))
        {
            start -= 1;
        }
    }
    let rest = shorter - start;
    let mut end = (0..rest)
        .take_while(|at| a[a.len() - 1 - at] == b[b.len() - 1 - at])
        .count();
    if start + end < a.len().max(b.len()) {
        while end > 0 {
            let (left_a, left_b) = (a[..a.len() - end].last(), b[..b.len() - end].last());
            let cut = in_number(a[a.len() - end])
                && [left_a, left_b]
                    .into_iter()
                    .flatten()
                    .any(|c| in_number(*c));
            if !cut {
                break;
            }
            end -= 1;
        }
    }
    (pieces(&a, start, end), pieces(&b, start, end))
}

fn in_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | ':')
}

fn pieces(text: &[char], start: usize, end: usize) -> Vec<Piece> {
    let cut = text.len() - end;
    let part = |chars: &[char]| chars.iter().collect::<String>();
    let all = [
        Piece::Same(part(&text[..start])),
        Piece::Differs(part(&text[start..cut])),
        Piece::Same(part(&text[cut..])),
    ];
    let empty = |piece: &Piece| matches!(piece, Piece::Same(text) | Piece::Differs(text) if text.is_empty());
    all.into_iter().filter(|piece| !empty(piece)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(here: &str, there: &str, marked: [&str; 2]) {
        let show = |pieces: Vec<Piece>| {
            let piece = |piece| match piece {
                Piece::Same(text) => text,
                Piece::Differs(text) => format!("[{text}]"),
            };
            pieces.into_iter().map(piece).collect::<String>()
        };
        let (a, b) = differ(here, there);
        assert_eq!([show(a), show(b)], marked);
    }

    #[test]
    fn marks_what_differs() {
        check("三期", "两期", ["[三]期", "[两]期"]);
        check("张桂珍", "张桂珍", ["张桂珍", "张桂珍"]);
        check("张桂珍", "张桂真", ["张桂[珍]", "张桂[真]"]);
        check("西集镇", "西集镇肖家林村", ["西集镇", "西集镇[肖家林村]"]);
        check("", "甲", ["", "[甲]"]);
        check("啊啊", "啊", ["啊[啊]", "啊"]);
    }

    #[test]
    fn never_cuts_a_number() {
        check(
            "每期6,000元",
            "每期6,500元",
            ["每期[6,000]元", "每期[6,500]元"],
        );
        check("2026-11-20", "2026-11-21", ["[2026-11-20]", "[2026-11-21]"]);
        check("18,000元", "18,000元", ["18,000元", "18,000元"]);
        check("第1期", "第11期", ["第[1]期", "第[11]期"]);
    }
}
