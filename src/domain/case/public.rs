//! Words of a case that stand in public and go out with every redacted copy: its number, its volume. They say nothing
//! of who somebody is.

use std::borrow::Cow;

use memchr::memmem;

use crate::domain::leaf::Identity;

use super::state::Case;

/// Digits of the office's own rule may be Han: 第七号.
const HAN_DIGITS: &str = "〇零一二三四五六七八九十百";

/// Whether a text may stand as the number of a case: a digit is in it, and nothing of what is known of people.
#[must_use]
pub fn is_number<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> bool {
    text.chars()
        .any(|c| c.is_numeric() || HAN_DIGITS.contains(c))
        && !tells(text, known)
}

/// Whether a text tells who somebody is: one of the words that are known of people stands in it, however it is spaced
/// and set, or something that can only be a mobile number or the number of an identity card.
#[must_use]
pub fn tells<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> bool {
    let plain = plain(text);
    if has_personal_number(&plain) || has_personal_number(&in_digits(&plain)) {
        return true;
    }
    let text = bare(text);
    known
        .into_iter()
        .map(bare)
        .any(|word| !word.is_empty() && text.contains(&word))
}

/// What is known of a case's people: names, numbers, and where they live, if it is a door and no whole village.
pub fn known(case: &Case) -> impl Iterator<Item = &str> {
    let identities = case.parties.iter().flat_map(|party| {
        let held = party.identity.get().into_iter();
        let earlier = party.identity.replaced().iter().map(|one| &one.value);
        let sides = party.identity.sides().iter().map(|one| &one.value);
        held.chain(earlier).chain(sides).flatten()
    });
    let place = case.place.get().and_then(Option::as_deref);
    identities
        .flat_map(words_of)
        .chain(place.filter(|place| is_door(place)))
}

/// Whether something that is known of its people stands in a number or a volume that a case has or had, however it is
/// spaced. Refused where it is known at the time; a name may be put right later, and what was written stays in the record.
/// Of an entry that was taken back nothing is known here.
#[must_use]
pub fn names_somebody(case: &Case) -> bool {
    let number = &case.number;
    let earlier = number.replaced().iter().chain(number.sides());
    let numbers = number
        .get()
        .into_iter()
        .chain(earlier.map(|one| &one.value));
    let volume = case.archived.iter().map(|(_, volume)| volume);
    let volumes = volume.chain(&case.earlier.volumes);
    let texts: Vec<String> = numbers.chain(volumes).map(|text| bare(text)).collect();
    if texts.is_empty() {
        return false;
    }
    known(case).any(|word| {
        // Every case that is read is asked: most words are bare as they are.
        let is_bare = |c| matches!(c, '0'..='9' | 'a'..='z') || is_han(c);
        let word: Cow<'_, str> = match word.chars().all(is_bare) {
            true => word.into(),
            false => bare(word).into(),
        };
        // Trial cases are of people who are called 1.
        let says = word.chars().nth(1).is_some();
        // Not `str::contains`, which makes ready for long texts.
        let stands_in = |text: &String| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
        says && texts.iter().any(stands_in)
    })
}

/// What an identity says that belongs to one person.
pub fn words_of(identity: &Identity) -> impl Iterator<Item = &str> {
    let numbers = [&identity.phone, &identity.id_number];
    let address = identity.address.as_deref().filter(|text| is_door(text));
    let numbers = numbers.into_iter().filter_map(|text| text.as_deref());
    let name = identity.name.as_str();
    let called = called(name);
    let called = (called != name && called.chars().nth(1).is_some()).then_some(called);
    std::iter::once(name)
        .chain(called)
        .chain(numbers)
        .chain(address)
}

/// Who is called so, of a name with a word beside it: 张桂珍 of 张桂珍（已故） and of 张桂珍夫妇.
fn called(name: &str) -> &str {
    let name = name.split(['（', '(', '【', '[']).next().unwrap_or(name);
    let beside = ["夫妇", "夫妻", "一家", "家属", "等人", "等"];
    let alone = beside.iter().find_map(|word| name.strip_suffix(word));
    alone.unwrap_or(name).trim()
}

/// Whether a place is a house and not a whole village: a village's name may stand in its committee's numbers.
#[must_use]
pub fn is_door(place: &str) -> bool {
    let is_number = |c: char| !is_han(c) && c.is_numeric();
    place.chars().any(is_number) && bare(place).chars().count() >= 4
}

/// Whether something in a text can only be a mobile number or the number of an identity card.
fn has_personal_number(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_alphabetic() && c != 'x');
    words.any(is_personal_number)
}

/// With digits for those that are Han: 一三八 is 138.
fn in_digits(text: &str) -> String {
    let digit = |c: char| match HAN_DIGITS.chars().take(11).position(|han| han == c) {
        // Both of the first two are nought.
        Some(place) => char::from_digit(place.saturating_sub(1) as u32, 10).unwrap_or(c),
        None => c,
    };
    text.chars().map(digit).collect()
}

/// Whether digits, in one run or in the groups in which people write them, can only be a mobile number, which begins
/// with a group of three and may have the country's 86 before it, or an identity card's.
fn is_personal_number(digits: &str) -> bool {
    let runs = digits.split(|c: char| !c.is_ascii_digit() && c != 'x');
    let runs: Vec<&str> = runs.filter(|run| !run.is_empty()).collect();
    let groups = match runs.split_first() {
        Some((&"86", rest)) => rest,
        _ => runs.as_slice(),
    };
    let together = groups.concat();
    let together = together
        .strip_prefix("86")
        .filter(|rest| is_mobile(rest))
        .unwrap_or(&together);
    let in_groups = groups.first().is_some_and(|first| first.len() == 3);
    runs.iter().any(|run| is_mobile(run) || is_card(run))
        || is_card(together)
        || is_mobile(together) && (in_groups || groups.len() == 1)
}

fn is_mobile(run: &str) -> bool {
    let digits = run.bytes().all(|c| c.is_ascii_digit());
    run.len() == 11 && digits && matches!(run.as_bytes(), [b'1', b'3'..=b'9', ..])
}

fn is_card(run: &str) -> bool {
    run.len() == 18 && run.bytes().take(17).all(|c| c.is_ascii_digit())
}

/// A letter, and neither large nor small: what is frequent is known without a long look into a table.
fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fa5}')
}

/// In small half-width letters and digits.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if is_han(c) => plain.push(c),
            '\u{ff01}'..='\u{ff5e}' => {
                let narrow = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
                plain.push(narrow.to_ascii_lowercase());
            }
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

/// Letters and digits alone.
fn bare(text: &str) -> String {
    let mut bare = plain(text);
    bare.retain(|c| is_han(c) || c.is_alphanumeric());
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = [
        "张桂珍",
        "李国强",
        "0316-2211345",
        "11010519491231002X",
        "肖家林村12号",
    ];

    #[test]
    fn a_number_has_a_digit_and_tells_of_nobody() {
        let stands = |text| is_number(text, KNOWN);
        for text in [
            "（2026）通西人调字第12号",
            "7",
            "１号",
            "第七号",
            "肖家林村调字第3号",
        ] {
            assert!(stands(text), "{text}");
        }
        for text in [
            "补录",
            "张桂珍案1号",
            "张 桂·珍1号",
            "03162211345",
            "0316 2211345 案",
            "１１０１０５１９４９１２３１００２x",
            "肖家林村１２号两家",
        ] {
            assert!(!stands(text), "{text}");
        }
    }

    #[test]
    fn whose_number_it_is_need_not_be_known() {
        for text in [
            "卷13800138000",
            "110105194912310021号",
            "（13911112222）",
            "一三八零零一三八零零零",
            "第一13800138000",
            "电话一三八 〇〇一三 八〇〇〇",
            "一1〇105194912310021号",
        ] {
            assert!(tells(text, []), "{text}");
        }
        // Neither has the digits of one.
        for text in [
            "2026-0013800138",
            "20261129001",
            "档20260000000000017",
            "二〇二六年第一三八号",
        ] {
            assert!(!tells(text, []), "{text}");
        }
    }

    #[test]
    fn a_phone_in_groups_is_a_phone_and_a_number_in_groups_is_none() {
        for text in [
            "136-1234-5678号",
            "+8613612345678号",
            "86 136 1234 5678",
            "１３６ 12345678",
            "110105-19491231-002x",
        ] {
            assert!(!is_number(text, []), "{text}");
        }
        for text in [
            "13-2026-00015号",
            "（2026）津武调字第136号",
            "2026-131-0001",
            "138-12号",
        ] {
            assert!(is_number(text, []), "{text}");
        }
    }

    #[test]
    fn a_name_is_known_without_the_word_beside_it() {
        for name in [
            "张桂珍（男，45岁）",
            "张桂珍(已故)",
            "张桂珍夫妇",
            "张桂珍一家",
        ] {
            let identity = Identity {
                name: name.into(),
                ..Identity::default()
            };
            let stands = is_number("（2023）张桂珍案1号", words_of(&identity));
            assert!(!stands, "{name}");
        }
    }

    #[test]
    fn what_is_frequent_is_plain_and_bare_as_all_else_is() {
        for c in '\0'..=char::MAX {
            let narrow = match c {
                '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
                c => c,
            };
            let small: String = narrow.to_lowercase().collect();
            let letters: String = small.chars().filter(|c| c.is_alphanumeric()).collect();
            let text = c.to_string();
            assert_eq!((plain(&text), bare(&text)), (small, letters), "{c:?}");
            assert!(!is_han(c) || !c.is_numeric(), "{c:?}");
        }
    }

    #[test]
    fn a_village_is_no_door() {
        assert!(is_door("肖家林村12号"));
        assert!(!is_door("肖家林村") && !is_door("3号"));
    }
}
