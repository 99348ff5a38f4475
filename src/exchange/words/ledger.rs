//! Sentences about ledgers: why a row was refused, what a column means.

use crate::domain::case::Refusal;
use crate::exchange::ledger::{Column, Form, Problem, Reason, RefusedRow, Subtotal, Unit};
use crate::locale::{Language, ledger as say};

/// A sentence in both languages, Chinese first: for those who may not know a language.
#[must_use]
pub fn both(say: impl Fn(Language) -> String) -> (String, String) {
    (say(Language::Chinese), say(Language::English))
}

/// Why a row was refused: a sentence for each of its problems.
///
/// The sentences hold what was typed in the ledger, so they are for the page and for the person who
/// runs the command line, never for a log.
#[must_use]
pub fn refused(language: Language, refused: &RefusedRow) -> Vec<String> {
    let sentence = |problem: &Problem| self::problem(language, refused.row, problem);
    refused.problems.iter().map(sentence).collect()
}

/// Why a cell of a row could not be read.
#[must_use]
pub fn problem(language: Language, row: u32, problem: &Problem) -> String {
    let meaning = column(language, &problem.meaning);
    let header = if problem.header.is_empty() {
        meaning.as_str()
    } else {
        &problem.header
    };
    if problem.lacks().is_some() {
        return say::column_missing(language, &meaning);
    }
    match &problem.reason {
        Reason::Missing => say::cell_missing(language, row, header),
        Reason::OpenQuote => say::quote_open(language, row, &shortened(problem.cell.trim())),
        reason => say::cell_refused(
            language,
            row,
            header,
            &shortened(problem.cell.trim()),
            &self::reason(language, reason),
        ),
    }
}

/// A cell as it is quoted: its beginning tells which one it is, and a quotation mark that was never closed would
/// have the rest of the ledger in it.
fn shortened(cell: &str) -> String {
    const LETTERS: usize = 24;
    match cell.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

/// A subtotal that states another number than was counted.
#[must_use]
pub fn subtotal_differs(language: Language, subtotal: &Subtotal) -> String {
    let stated = subtotal.stated.unwrap_or_default();
    let label = shortened(subtotal.label.trim());
    say::subtotal_differs(language, subtotal.row, &label, stated, subtotal.counted)
}

/// Rows with a result and no closing day: the day of registration stands for it.
#[must_use]
pub fn days_missing(language: Language, count: usize, first: u32) -> String {
    say::days_missing(language, count, first)
}

/// Names that were taken as one person's each and look like several people's: how many, and the first of them.
#[must_use]
pub fn several_people(language: Language, names: &[(u32, &str)]) -> String {
    say::several_people(language, names.len(), &cells(language, names))
}

/// Sides of which more people are counted than named: how many, and the first of them.
#[must_use]
pub fn unnamed_people(language: Language, sides: &[(u32, String)]) -> String {
    say::unnamed_people(language, sides.len(), &cells(language, sides))
}

/// The first few cells with their rows.
fn cells(language: Language, cells: &[(u32, impl AsRef<str>)]) -> String {
    const SHOWN: usize = 5;
    let shown = cells.iter().take(SHOWN);
    let shown: Vec<String> = shown
        .map(|(row, text)| say::several_cell(language, *row, &shortened(text.as_ref())))
        .collect();
    shown.join(language.of(("、", ", ")))
}

/// Agreements whose form isn't said, and what they are taken as: as was chosen, for this ledger or by habit for the last.
#[must_use]
pub fn forms_missing(
    language: Language,
    count: usize,
    first: u32,
    taken: &Form,
    by_habit: bool,
) -> String {
    match (taken, by_habit) {
        (Form::Written, false) => say::forms_missing_written(language, count, first),
        (Form::Written, true) => say::forms_as_before(language, count, first),
        (Form::Oral | Form::Unknown(_), _) => say::forms_missing_oral(language, count, first),
    }
}

/// Sums of which nobody says the unit, and what they are read in: as was chosen, for this ledger or by habit for the last.
#[must_use]
pub fn units_missing(
    language: Language,
    count: usize,
    first: u32,
    taken: Unit,
    by_habit: bool,
) -> String {
    let name = unit(language, taken);
    match (taken, by_habit) {
        (Unit::Yuan, _) => say::units_missing(language, count, first),
        (_, false) => say::units_chosen(language, count, first, name),
        (_, true) => say::units_as_before(language, count, first, name),
    }
}

/// A unit of sums.
#[must_use]
pub fn unit(language: Language, unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => say::unit_yuan(language),
        Unit::ThousandYuan => say::unit_thousand(language),
        Unit::TenThousandYuan => say::unit_ten_thousand(language),
    }
}

/// Rows whose result doesn't fit what else they say: that goes into the remarks.
#[must_use]
pub fn contrary(language: Language, count: usize, first: u32) -> String {
    say::contrary(language, count, first)
}

/// People whose sex is not what their ID number tells: how many, and the first of them.
#[must_use]
pub fn sexes_differ(language: Language, people: &[(u32, &str)]) -> String {
    say::sexes_differ(language, people.len(), &cells(language, people))
}

/// Lines with bytes that are no text.
#[must_use]
pub fn lines_damaged(language: Language, count: usize, first: u32) -> String {
    say::lines_damaged(language, count, first)
}

/// A row whose number another case has, which is of another day and other people.
#[must_use]
pub fn number_taken(language: Language, row: u32, number: &str) -> String {
    say::number_taken(language, row, number)
}

/// A row that was read, but that the rules do not allow to be.
#[must_use]
pub fn against_rules(language: Language, row: u32, refusal: &Refusal) -> String {
    say::against_rules(
        language,
        row,
        &crate::locale::refusal::refusal(language, refusal),
    )
}

/// The reason alone, without a full stop.
#[must_use]
pub fn reason(language: Language, reason: &Reason) -> String {
    let fixed = match *reason {
        Reason::NoSuchMonth { month } => return say::no_such_month(language, month),
        Reason::NoSuchDay { month, day } => return say::no_such_day(language, month, day),
        Reason::OddYear { year } => return say::odd_year(language, year),
        Reason::ShortYear { year } => return say::short_year(language, year),
        Reason::IdLength { length } => return say::id_length(language, length),
        Reason::IdCharacter { place, character } => {
            return say::id_character(language, place, character);
        }
        Reason::PhoneLength { length } => return say::phone_length(language, length),
        Reason::Missing => say::missing,
        Reason::NotADate => say::not_a_date,
        Reason::YearUnknown => say::year_unknown,
        Reason::OrderUnclear => say::order_unclear,
        Reason::ZeroLost => say::zero_lost,
        Reason::BeforeRegistered => say::before_registered,
        Reason::NotASum => say::not_a_sum,
        Reason::SumNotExact => say::sum_not_exact,
        Reason::SumTooFine => say::sum_too_fine,
        Reason::SumTooLarge => say::sum_too_large,
        Reason::UnknownType => say::unknown_type,
        Reason::UnknownResult => say::unknown_result,
        Reason::UnknownForm => say::unknown_form,
        Reason::UnknownSex => say::unknown_sex,
        Reason::UnknownSource => say::unknown_source,
        Reason::NotYesOrNo => say::not_yes_or_no,
        Reason::IdDamaged => say::id_damaged,
        Reason::IdFirstGeneration => say::id_first_generation,
        Reason::IdProvince => say::id_province,
        Reason::IdBirthday => say::id_birthday,
        Reason::IdCheck => say::id_check,
        Reason::PhoneDamaged => say::phone_damaged,
        Reason::NumberNames => say::number_names,
        Reason::NotAPhone => say::not_a_phone,
        Reason::SidesUnclear => say::sides_unclear,
        Reason::PhoneForName => say::phone_for_name,
        Reason::NumberForName => say::number_for_name,
        Reason::AsAbove => say::as_above,
        Reason::NothingAbove => say::nothing_above,
        Reason::OpenQuote => say::open_quote,
    };
    fixed(language).to_owned()
}

/// What a column means; a code from a newer version stands for itself.
#[must_use]
pub fn column(language: Language, column: &Column) -> String {
    let fixed = match column {
        Column::Serial => say::column_serial,
        Column::Registered => say::column_registered,
        Column::Number => say::column_number,
        Column::Applicant => say::column_applicant,
        Column::ApplicantSex => say::column_applicant_sex,
        Column::ApplicantId => say::column_applicant_id,
        Column::ApplicantPhone => say::column_applicant_phone,
        Column::ApplicantAddress => say::column_applicant_address,
        Column::Respondent => say::column_respondent,
        Column::RespondentSex => say::column_respondent_sex,
        Column::RespondentId => say::column_respondent_id,
        Column::RespondentPhone => say::column_respondent_phone,
        Column::RespondentAddress => say::column_respondent_address,
        Column::Parties => say::column_parties,
        Column::Type => say::column_type,
        Column::Source => say::column_source,
        Column::Place => say::column_place,
        Column::Brief => say::column_brief,
        Column::Mediators => say::column_mediators,
        Column::Result => say::column_result,
        Column::Form => say::column_form,
        Column::Amount => say::column_amount,
        Column::Concluded => say::column_concluded,
        Column::Confirmation => say::column_confirmation,
        Column::Remarks => say::column_remarks,
        Column::Note => say::column_note,
        Column::Ignore => say::column_ignore,
        Column::Unknown(code) => return code.to_string(),
    };
    fixed(language).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem_of(header: &str, cell: &str, reason: Reason) -> Problem {
        Problem {
            column: Some(1),
            header: header.to_owned(),
            meaning: Column::Registered,
            cell: cell.to_owned(),
            reason,
        }
    }

    #[test]
    fn a_refusal_says_where_what_and_why() {
        let month = problem_of("登记时间", "13月5日", Reason::NoSuchMonth { month: 13 });
        assert_eq!(
            problem(Language::Chinese, 37, &month),
            "第 37 行的登记时间“13月5日”读不出：没有13月。改好后可以只补这一行。"
        );
        assert_eq!(
            problem(Language::English, 37, &month),
            "Row 37, 登记时间: “13月5日” can't be read: there is no month 13. Once put right, this row can be taken in alone."
        );
        let empty = problem_of("登记时间", "", Reason::Missing);
        assert_eq!(
            problem(Language::Chinese, 5, &empty),
            "第 5 行没有写登记时间。补上后可以只补这一行。"
        );
        let phone = Problem {
            meaning: Column::Applicant,
            ..problem_of("申请人", "13800138000", Reason::PhoneForName)
        };
        assert_eq!(
            problem(Language::Chinese, 6, &phone),
            "第 6 行的申请人“13800138000”读不出：写的是电话号码，不是姓名。改好后可以只补这一行。"
        );
        let quote = problem_of("", "没收尾", Reason::OpenQuote);
        assert_eq!(
            problem(Language::Chinese, 9, &quote),
            "第 9 行“没收尾”前面的引号没有收尾，这一行和它后面的都没有读。补上引号，再选一次文件。"
        );
        let none = Problem {
            column: None,
            header: String::new(),
            ..empty
        };
        assert_eq!(
            problem(Language::Chinese, 5, &none),
            "没有一列是登记日期。请在列对照里指定。"
        );
    }

    #[test]
    fn every_meaning_has_a_name_of_its_own() {
        for language in [Language::Chinese, Language::English] {
            let names: std::collections::BTreeSet<String> = Column::ALL
                .iter()
                .map(|meaning| column(language, meaning))
                .collect();
            assert_eq!(names.len(), Column::ALL.len());
        }
    }
}
