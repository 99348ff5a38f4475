//! ID and phone numbers in cells: what a spreadsheet does to them, and several in one cell.

use super::reason::Reason;
use super::sheet::Cell;
use super::stand_in;
use super::text::{is_invisible, plain};

/// Reads the ID numbers in a cell, usually one, with a capital X. A number masked with stars
/// (1201**********0021) tells nothing, and neither does a mark for nothing: both give none.
///
/// # Errors
/// The reason why one of them is no ID number. One that a spreadsheet kept as a number has lost its
/// last digits, whatever they look like now: it is never guessed.
pub fn read_ids(cell: &Cell) -> Result<Vec<String>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(Vec::new()),
        Cell::Empty => Ok(Vec::new()),
        Cell::Day(_) => Err(Reason::IdDamaged),
        Cell::Number(number) if number.len() > 15 || is_scientific(number) => {
            Err(Reason::IdDamaged)
        }
        Cell::Number(text) | Cell::Text(text) => {
            let ids = parts(text).filter(|part| !is_masked(part));
            ids.map(|part| read_id(&part)).collect()
        }
    }
}

fn read_id(typed: &str) -> Result<String, Reason> {
    if is_scientific(typed) {
        return Err(Reason::IdDamaged);
    }
    stand_in::id_number(typed).map_err(|reason| match reason {
        // A number of 18 digits keeps 15 in a spreadsheet; the rest become noughts.
        Reason::IdCheck if typed.len() == 18 && typed.ends_with("000") => Reason::IdDamaged,
        other => other,
    })
}

/// Reads the phone numbers in a cell, usually one, as digits (a landline keeps its area code). Masked
/// ones and marks for nothing give none.
///
/// # Errors
/// The reason why one of them is no phone number.
pub fn read_phones(cell: &Cell) -> Result<Vec<String>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(Vec::new()),
        Cell::Empty => Ok(Vec::new()),
        Cell::Day(_) => Err(Reason::NotAPhone),
        Cell::Number(text) | Cell::Text(text) => {
            let phones = parts(text).filter(|part| !is_masked(part));
            phones.map(|part| read_phone(&part)).collect()
        }
    }
}

fn read_phone(typed: &str) -> Result<String, Reason> {
    if is_scientific(typed) {
        return Err(Reason::PhoneDamaged);
    }
    stand_in::phone(typed).ok_or(Reason::NotAPhone)
}

/// Whether a number is shown as 1.2E+17.
fn is_scientific(number: &str) -> bool {
    let number = plain(number);
    number.split_once(['E', 'e']).is_some_and(|(_, exponent)| {
        exponent
            .trim_start_matches('+')
            .bytes()
            .all(|byte| byte.is_ascii_digit())
    }) && number.starts_with(|c: char| c.is_ascii_digit())
}

fn is_masked(number: &str) -> bool {
    number.contains(['*', '●', '■', '█']) || number.contains("xx") || number.contains("XX")
}

/// The numbers in a cell: parted by commas and slashes, and by spaces where what they part is long
/// enough to be a number of its own (138 1234 5678 is one).
fn parts(text: &str) -> impl Iterator<Item = String> {
    let breaks = |c: char| matches!(c, '、' | '，' | ',' | ';' | '；' | '/' | '／' | '\n' | '\r');
    text.split(breaks)
        .flat_map(|part| {
            let words: Vec<&str> = part
                .split(is_invisible)
                .filter(|word| !word.is_empty())
                .collect();
            if words.iter().all(|word| word.chars().count() >= 10) {
                words.iter().map(|word| plain(word).into_owned()).collect()
            } else {
                vec![plain(part).into_owned()]
            }
        })
        .filter(|part| !part.is_empty())
        .map(|part| part.trim_start_matches('\'').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_id(typed: &str, read: Result<&[&str], Reason>) {
        let found = read_ids(&Cell::from(typed));
        assert_eq!(
            found,
            read.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
            "{typed}"
        );
    }

    #[test]
    fn ids_are_read_or_refused() {
        check_id("120114197705020021", Ok(&["120114197705020021"]));
        check_id(" 120114197309250773", Ok(&["120114197309250773"]));
        check_id("12011419660117091x", Ok(&["12011419660117091X"]));
        check_id(
            "１２０１１４１９７７０５０２００２１",
            Ok(&["120114197705020021"]),
        );
        check_id(
            "120114197705020021、12011419760516065X",
            Ok(&["120114197705020021", "12011419760516065X"]),
        );
        check_id("120114 19770502 0021", Ok(&["120114197705020021"]));
        check_id("1201**********0021", Ok(&[]));
        check_id("无", Ok(&[]));
        check_id("120114200306250000", Ok(&["120114200306250000"]));
        check_id("120114197705020000", Err(Reason::IdDamaged));
        check_id("1.20114E+17", Err(Reason::IdDamaged));
        check_id("1.2E+17", Err(Reason::IdDamaged));
        check_id(
            "120114197705020O21",
            Err(Reason::IdCharacter { character: 'O' }),
        );
        check_id("12011419770502002", Err(Reason::IdLength { length: 17 }));
        check_id("120114197713020021", Err(Reason::IdBirthday));
        check_id("120114197705020022", Err(Reason::IdCheck));
        let number = |digits: &str| read_ids(&Cell::Number(digits.to_owned()));
        assert_eq!(number("120114197705020000"), Err(Reason::IdDamaged));
        assert_eq!(
            number("120114200306250000"),
            Err(Reason::IdDamaged),
            "its check fits by chance"
        );
    }

    #[track_caller]
    fn check_phone(typed: &str, read: Result<&[&str], Reason>) {
        let found = read_phones(&Cell::from(typed));
        assert_eq!(
            found,
            read.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
            "{typed}"
        );
    }

    #[test]
    fn phones_are_digits() {
        check_phone("130-6309-1882", Ok(&["13063091882"]));
        check_phone("130 6309 1882", Ok(&["13063091882"]));
        check_phone(
            "13063091882 17499175976",
            Ok(&["13063091882", "17499175976"]),
        );
        check_phone(
            "13063091882/17499175976",
            Ok(&["13063091882", "17499175976"]),
        );
        check_phone("130****1882", Ok(&[]));
        check_phone("—", Ok(&[]));
        check_phone("1.3063E+10", Err(Reason::PhoneDamaged));
        check_phone("1306309188", Err(Reason::NotAPhone));
        check_phone("找他儿子", Err(Reason::NotAPhone));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[0-9Xx.E+*、 -]{0,24}") {
            let _ = read_ids(&Cell::Text(text.clone()));
            let _ = read_phones(&Cell::Number(text));
        }
    }
}
