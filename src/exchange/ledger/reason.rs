//! Why a cell could not be read. The words for a person are in `exchange::words`.

use serde::{Deserialize, Serialize};

/// Why a cell, and with it its row, was refused. Nothing is guessed in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The case number has no digit, or names a party: it would stand in every redacted copy.
    NumberNames,
    /// A row cannot do without this cell, and it is empty.
    Missing,
    /// Not a date in any of the spellings.
    NotADate,
    NoSuchMonth {
        month: u32,
    },
    NoSuchDay {
        month: u32,
        day: u32,
    },
    /// A year that no ledger of people's mediation is of.
    OddYear {
        year: i32,
    },
    /// "1.5", and nobody said of which year.
    YearUnknown,
    /// "23.1.5" where the ledger's year is not known or another.
    ShortYear {
        year: u32,
    },
    /// "3/4/2023": the third of April or the fourth of March.
    OrderUnclear,
    /// The number 1.1 in a cell of numbers: the first or, its nought dropped, the tenth of January.
    ZeroLost,
    /// The case ended before it was registered.
    BeforeRegistered,
    /// Not a sum of money.
    NotASum,
    /// "约3万", "3-5万": a sum, but not an exact one.
    SumNotExact,
    /// Finer than a fen.
    SumTooFine,
    /// More than any agreement could be about (10¹³ yuan).
    SumTooLarge,
    /// Not among the types of dispute, nor among their synonyms.
    UnknownType,
    UnknownResult,
    UnknownForm,
    UnknownSex,
    UnknownSource,
    /// A yes-or-no cell that says neither.
    NotYesOrNo,
    /// A spreadsheet took the ID number for a number and dropped its last digits: they are lost.
    IdDamaged,
    IdLength {
        length: usize,
    },
    /// A character that no ID number has, such as the letter O for a nought.
    IdCharacter {
        /// From 1.
        place: usize,
        character: char,
    },
    /// Fifteen digits, as until 2013.
    IdFirstGeneration,
    /// It begins with no province's digits.
    IdProvince,
    /// The birthday inside the number is none.
    IdBirthday,
    /// The last character does not fit the others: something in it is mistyped.
    IdCheck,
    /// A spreadsheet shortened the phone number (1.36E+10).
    PhoneDamaged,
    /// Too many or too few digits for a phone number.
    PhoneLength {
        length: usize,
    },
    /// Not a phone number.
    NotAPhone,
    /// One cell names both sides, and it is not clear who is on which.
    SidesUnclear,
    /// A phone number stands where a name should.
    PhoneForName,
    /// Another long number does.
    NumberForName,
    /// A quotation mark opens in the row and is never closed: the rest of the file is in its cell.
    OpenQuote,
}

impl Reason {
    /// The stable code, the same as in the serialised form.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotADate => "not_a_date",
            Self::NoSuchMonth { .. } => "no_such_month",
            Self::NoSuchDay { .. } => "no_such_day",
            Self::OddYear { .. } => "odd_year",
            Self::YearUnknown => "year_unknown",
            Self::ShortYear { .. } => "short_year",
            Self::OrderUnclear => "order_unclear",
            Self::ZeroLost => "zero_lost",
            Self::BeforeRegistered => "before_registered",
            Self::NotASum => "not_a_sum",
            Self::SumNotExact => "sum_not_exact",
            Self::SumTooFine => "sum_too_fine",
            Self::SumTooLarge => "sum_too_large",
            Self::UnknownType => "unknown_type",
            Self::UnknownResult => "unknown_result",
            Self::UnknownForm => "unknown_form",
            Self::UnknownSex => "unknown_sex",
            Self::UnknownSource => "unknown_source",
            Self::NotYesOrNo => "not_yes_or_no",
            Self::IdDamaged => "id_damaged",
            Self::IdLength { .. } => "id_length",
            Self::IdCharacter { .. } => "id_character",
            Self::IdFirstGeneration => "id_first_generation",
            Self::IdProvince => "id_province",
            Self::IdBirthday => "id_birthday",
            Self::IdCheck => "id_check",
            Self::PhoneDamaged => "phone_damaged",
            Self::PhoneLength { .. } => "phone_length",
            Self::NumberNames => "number_names",
            Self::NotAPhone => "not_a_phone",
            Self::SidesUnclear => "sides_unclear",
            Self::PhoneForName => "phone_for_name",
            Self::NumberForName => "number_for_name",
            Self::OpenQuote => "open_quote",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_one_on_the_wire() {
        for reason in [
            Reason::Missing,
            Reason::NoSuchMonth { month: 13 },
            Reason::IdCheck,
        ] {
            let json = serde_json::to_value(&reason).unwrap();
            assert_eq!(json["code"], reason.code());
        }
    }
}
