//! ID and phone numbers in cells: what a spreadsheet does to them, and several in one cell.

use super::reason::Reason;
use super::sheet::Cell;
use super::text::plain;
use crate::law::blank::is_blank;
use crate::law::identity::{CreditCode, ResidentNumber, ResidentProblem};
use crate::law::phone::{Phone, PhoneProblem};

/// What a ledger's column of ID numbers holds: a person's number, or an organisation's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdNumber {
    Resident(ResidentNumber),
    Organisation(CreditCode),
}

impl IdNumber {
    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Resident(number) => number.as_str(),
            Self::Organisation(code) => code.as_str(),
        }
    }
}

/// A number as it stands in a cell. One that is masked with stars (1201**********0021) tells nothing, and keeps its
/// place: the number beside it is somebody else's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written<T> {
    Number(T),
    Masked(String),
}

impl<T> Written<T> {
    /// The number, unless it is masked.
    #[must_use]
    pub fn number(&self) -> Option<&T> {
        match self {
            Self::Number(number) => Some(number),
            Self::Masked(_) => None,
        }
    }

    /// The number, unless it is masked.
    #[must_use]
    pub fn into_number(self) -> Option<T> {
        match self {
            Self::Number(number) => Some(number),
            Self::Masked(_) => None,
        }
    }
}

/// Reads the ID numbers in a cell, usually one. A mark for nothing gives none.
///
/// # Errors
/// The reason why one of them is no ID number. One that a spreadsheet kept as a number has lost its
/// last digits, whatever they look like now: it is never guessed.
pub fn read_ids(cell: &Cell) -> Result<Vec<Written<IdNumber>>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(Vec::new()),
        Cell::Empty => Ok(Vec::new()),
        Cell::Day(_) => Err(Reason::IdDamaged),
        Cell::Number(number) if number.len() > 15 || is_scientific(number) => {
            Err(Reason::IdDamaged)
        }
        Cell::Number(text) | Cell::Text(text) => each(text, read_id),
    }
}

fn each<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, Reason>,
) -> Result<Vec<Written<T>>, Reason> {
    let each = parts(text).map(|part| match is_masked(&part) {
        true => Ok(Written::Masked(part)),
        false => read(&part).map(Written::Number),
    });
    each.collect()
}

fn read_id(typed: &str) -> Result<IdNumber, Reason> {
    if is_scientific(typed) {
        return Err(Reason::IdDamaged);
    }
    let problem = match ResidentNumber::parse(typed) {
        Ok(number) => return Ok(IdNumber::Resident(number)),
        Err(problem) => problem,
    };
    match (problem, CreditCode::parse(typed)) {
        // A code has letters; digits alone that pass its check by chance are a person's, mistyped.
        (ResidentProblem::Letter(..), Ok(code)) => Ok(IdNumber::Organisation(code)),
        // A number of 18 digits keeps 15 in a spreadsheet; the rest become noughts.
        (ResidentProblem::Check(_), _) if typed.ends_with("000") => Err(Reason::IdDamaged),
        (problem, _) => Err(match problem {
            ResidentProblem::Length(length) => Reason::IdLength { length },
            ResidentProblem::FirstGeneration => Reason::IdFirstGeneration,
            ResidentProblem::Letter(place, character) => Reason::IdCharacter { place, character },
            ResidentProblem::Province => Reason::IdProvince,
            ResidentProblem::Birth => Reason::IdBirthday,
            // The character that would fit is not offered: any other may be the mistyped one.
            ResidentProblem::Check(_) => Reason::IdCheck,
        }),
    }
}

/// Reads the phone numbers in a cell, usually one. A mark for nothing gives none.
///
/// # Errors
/// The reason why one of them is no phone number.
pub fn read_phones(cell: &Cell) -> Result<Vec<Written<Phone>>, Reason> {
    match cell {
        _ if cell.says_nothing() => Ok(Vec::new()),
        Cell::Empty => Ok(Vec::new()),
        Cell::Day(_) => Err(Reason::NotAPhone),
        Cell::Number(text) | Cell::Text(text) => each(text, read_phone),
    }
}

fn read_phone(typed: &str) -> Result<Phone, Reason> {
    if is_scientific(typed) {
        return Err(Reason::PhoneDamaged);
    }
    Phone::parse(typed).map_err(|problem| match problem {
        PhoneProblem::MobileLength(length) | PhoneProblem::Length(length) => {
            Reason::PhoneLength { length }
        }
        PhoneProblem::Empty | PhoneProblem::Letter(..) | PhoneProblem::MobilePrefix => {
            Reason::NotAPhone
        }
    })
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
                .split(is_blank)
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

    /// A number as it is, a masked one behind a mark.
    fn shown<T>(written: &Written<T>, as_str: fn(&T) -> &str) -> String {
        match written {
            Written::Number(number) => as_str(number).to_owned(),
            Written::Masked(text) => format!("masked {text}"),
        }
    }

    #[track_caller]
    fn check_id(typed: &str, read: Result<&[&str], Reason>) {
        let found = read_ids(&Cell::from(typed));
        let found = found.as_ref().map(|ids| {
            ids.iter()
                .map(|id| shown(id, IdNumber::as_str))
                .collect::<Vec<_>>()
        });
        let read = read
            .as_ref()
            .map(|ids| ids.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(found, read, "{typed}");
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
        check_id("1201**********0021", Ok(&["masked 1201**********0021"]));
        check_id(
            "1201**********0021、12011419760516065X",
            Ok(&["masked 1201**********0021", "12011419760516065X"]),
        );
        check_id("无", Ok(&[]));
        check_id("120114200306250000", Ok(&["120114200306250000"]));
        check_id("120114197705020000", Err(Reason::IdDamaged));
        check_id("1.20114E+17", Err(Reason::IdDamaged));
        check_id("1.2E+17", Err(Reason::IdDamaged));
        check_id(
            "120114197705020O21",
            Err(Reason::IdCharacter {
                place: 16,
                character: 'O',
            }),
        );
        check_id("12011419770502002", Err(Reason::IdLength { length: 17 }));
        check_id("120114197713020021", Err(Reason::IdBirthday));
        check_id("120114197705020022", Err(Reason::IdCheck));
        check_id("120114770502002", Err(Reason::IdFirstGeneration));
        check_id("000114197705020021", Err(Reason::IdProvince));
        check_id("91110000600037341L", Ok(&["91110000600037341L"]));
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
        let found = found.as_ref().map(|phones| {
            phones
                .iter()
                .map(|phone| shown(phone, Phone::as_str))
                .collect::<Vec<_>>()
        });
        let read = read
            .as_ref()
            .map(|phones| phones.iter().map(|phone| (*phone).to_owned()).collect());
        assert_eq!(found, read, "{typed}");
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
        check_phone("130****1882", Ok(&["masked 130****1882"]));
        check_phone("—", Ok(&[]));
        check_phone("1.3063E+10", Err(Reason::PhoneDamaged));
        check_phone("1306309188", Err(Reason::PhoneLength { length: 10 }));
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
