//! First letters of the pinyin, so that "zgz" finds 张桂珍.
//!
//! `data/initials.txt` has a letter for each of U+4E00 to U+9FFF: that of its usual reading (from PyPI
//! pypinyin 0.55.0, MIT). Surnames that are read otherwise are listed here.
//!
//! Limitations: one reading a letter, so 重庆 is found by "zq" alone; letters beyond U+9FFF are left
//! out.

static INITIALS: &[u8] = include_bytes!("data/initials.txt");

/// Surnames of two letters of which one is read otherwise than usual.
const DOUBLE_SURNAMES: &[(&str, &str)] = &[
    ("万俟", "mq"),
    ("尉迟", "yc"),
    ("长孙", "zs"),
    ("单于", "cy"),
    ("澹台", "tt"),
    ("乐正", "yz"),
    ("子车", "zj"),
];

/// Surnames of one letter that are read otherwise than usual.
const SURNAMES: &[(char, char)] = &[
    ('乐', 'y'),
    ('乜', 'n'),
    ('仇', 'q'),
    ('会', 'g'),
    ('佴', 'n'),
    ('便', 'p'),
    ('区', 'o'),
    ('单', 's'),
    ('召', 's'),
    ('句', 'g'),
    ('折', 's'),
    ('曾', 'z'),
    ('朴', 'p'),
    ('查', 'z'),
    ('炅', 'g'),
    ('盖', 'g'),
    ('省', 'x'),
    ('祭', 'z'),
    ('种', 'c'),
    ('秘', 'b'),
    ('粘', 'n'),
    ('繁', 'p'),
    ('缪', 'm'),
    ('翟', 'z'),
    ('覃', 'q'),
    ('解', 'x'),
    ('郇', 'x'),
    ('阚', 'k'),
    ('隗', 'w'),
    ('任', 'r'),
];

/// First letters of a person's name, lower case: 张桂珍 gives "zgz". The surname is read as a
/// surname; Latin letters and digits stay, anything else is left out.
#[must_use]
pub fn initials(name: &str) -> String {
    let name = name.trim_start();
    for (surname, letters) in DOUBLE_SURNAMES {
        if let Some(given) = name.strip_prefix(surname) {
            return format!("{letters}{}", text_initials(given));
        }
    }
    let mut letters = name.chars();
    let surname = letters.next();
    let special = SURNAMES.iter().find(|(letter, _)| Some(*letter) == surname);
    match special {
        Some((_, initial)) => format!("{initial}{}", text_initials(letters.as_str())),
        None => text_initials(name),
    }
}

/// First letters of any other text, such as a place or an organisation: 通州区 gives "tzq".
#[must_use]
pub fn text_initials(text: &str) -> String {
    text.chars().filter_map(initial).collect()
}

/// The first letter of a Han letter's usual reading; a Latin letter or digit itself, lower case.
#[must_use]
pub fn initial(letter: char) -> Option<char> {
    match letter {
        '\u{4e00}'..='\u{9fff}' => {
            let place = letter as usize - 0x4e00;
            let initial = char::from(*INITIALS.get(place)?);
            (initial != '?').then_some(initial)
        }
        '〇' => Some('l'),
        'ａ'..='ｚ' | 'Ａ'..='Ｚ' | '０'..='９' => {
            char::from_u32(letter as u32 - 0xfee0).map(|half| half.to_ascii_lowercase())
        }
        _ if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(INITIALS.len(), 0xa000 - 0x4e00);
        assert!(
            INITIALS
                .iter()
                .all(|letter| letter.is_ascii_lowercase() || *letter == b'?')
        );
        assert_eq!(
            INITIALS.iter().filter(|letter| **letter == b'?').count(),
            68
        );
        let never = |letter: &&u8| matches!(letter, b'i' | b'u' | b'v');
        assert_eq!(
            INITIALS.iter().filter(never).count(),
            0,
            "no syllable begins so"
        );
    }

    #[test]
    fn names_are_found_by_their_letters() {
        let cases = [
            ("张桂珍", "zgz"),
            ("李秀英", "lxy"),
            ("欧阳春", "oyc"),
            ("单田芳", "stf"),
            ("仇英", "qy"),
            ("解珍", "xz"),
            ("曾国藩", "zgf"),
            ("任建新", "rjx"),
            ("查良镛", "zly"),
            ("盖叫天", "gjt"),
            ("朴槿", "pj"),
            ("区小平", "oxp"),
            ("尉迟恭", "ycg"),
            ("万俟雪", "mqx"),
            ("单于丹", "cyd"),
            ("王单", "wd"),
            (" 张 某某", "zmm"),
            ("阿依古丽·买买提", "aygl mmt"),
            ("Ｗang 2", "wang2"),
            ("", ""),
        ];
        for (name, letters) in cases {
            assert_eq!(initials(name), letters.replace(' ', ""), "{name}");
        }
    }

    #[test]
    fn places_are_not_surnames() {
        assert_eq!(text_initials("通州区"), "tzq");
        assert_eq!(text_initials("区政府"), "qzf");
        assert_eq!(text_initials("任丘市"), "rqs");
        assert_eq!(text_initials("黑庄户地区（朝阳）"), "hzhdqcy");
        assert_eq!(text_initials("二〇二六"), "elel");
    }
}
