//! Why a cell could not be read. The words for a person are in `exchange::words`.

/// Why a cell, and with it its row, was refused. Nothing is guessed in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// 同上 where each row has its own: people, their numbers, how it ended, free words.
    AsAbove,
    /// 同上 where it would do, under a row that is no case, was not read or says nothing there.
    NothingAbove,
    /// A quotation mark opens in the row and is never closed: the rest of the file is in its cell.
    OpenQuote,
}
