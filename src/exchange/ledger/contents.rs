//! Whether cells can be read as what their column is said to mean.

use super::amount::{Unit, read_sum};
use super::dates::{YearHint, read_day};
use super::heading::Column;
use super::people;
use super::persons::{Written, read_ids, read_phones};
use super::sheet::Cell;
use super::text::{is_han, plain};
use super::words::{Words, sex, yes_or_no};

/// Whether a cell with ink can be read as this meaning. Free text always can.
#[must_use]
pub fn fits(column: &Column, cell: &Cell, year: Option<i32>, words: &Words) -> bool {
    let text = cell.shown();
    match column {
        Column::Serial => plain(&text).parse::<u32>().is_ok(),
        Column::Registered | Column::Concluded => {
            // For the guess any year will do: whether 1.5 is a day doesn't depend on it.
            let hint = YearHint::In(year.unwrap_or(2000));
            matches!(read_day(cell, hint), Ok(Some(_)))
        }
        Column::Applicant | Column::Respondent | Column::Mediators | Column::Parties => {
            is_of_names(&text)
        }
        Column::ApplicantSex | Column::RespondentSex => sex(&text).is_some(),
        Column::ApplicantId | Column::RespondentId => {
            read_ids(cell).is_ok_and(|ids| ids.iter().any(|id| id.number().is_some()))
        }
        // Short numbers can be dialled too (12345), but a column of them is something else.
        Column::ApplicantPhone | Column::RespondentPhone => read_phones(cell).is_ok_and(|phones| {
            phones
                .iter()
                .find_map(Written::number)
                .is_some_and(|phone| phone.as_str().len() >= 7)
        }),
        Column::Type => words.dispute_type(&text).is_some(),
        Column::Source => words.source(&text).is_some(),
        Column::Result => words.outcome(&text).is_some(),
        Column::Form => words.form(&text).is_some() || yes_or_no(&text).is_some(),
        Column::Amount => matches!(
            read_sum(cell, Unit::Yuan),
            Ok(Some(_)) | Err(super::Reason::SumTooFine)
        ),
        Column::Confirmation => yes_or_no(&text).is_some() || text.contains("确认"),
        Column::Number
        | Column::ApplicantAddress
        | Column::RespondentAddress
        | Column::Place
        | Column::Brief
        | Column::Remarks
        | Column::Note
        | Column::Ignore
        | Column::Unknown(_) => true,
    }
}

/// Whether the cells of a column are the numbers 1, 2, 3 … that only count the rows.
#[must_use]
pub fn is_serial(rows: &[&[Cell]], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let numbers = cells
        .filter(|cell| !cell.says_nothing())
        .map(|cell| plain(&cell.shown()).parse::<u32>());
    let mut before = 0;
    numbers.take(50).all(|number| {
        let follows = number.as_ref().is_ok_and(|number| *number == before + 1);
        before += 1;
        follows
    }) && before > 0
}

/// Names are letters, without digits but for numbering, and not sentences.
fn is_of_names(text: &str) -> bool {
    let names = people::split(text);
    let is_name = |name: &String| {
        let length = name.chars().count();
        (2..=40).contains(&length) && name.chars().any(|c| is_han(c) || c.is_alphabetic())
    };
    !names.is_empty() && names.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Sheet;
    use super::*;

    #[test]
    fn cells_fit_or_do_not() {
        let fits = |column, text: &str| fits(&column, &Cell::from(text), None, &Words::default());
        assert!(fits(Column::Registered, "1.5"));
        assert!(!fits(Column::Registered, "女"));
        assert!(fits(Column::Amount, "0.0000001"));
        assert!(!fits(Column::Amount, "协议书"));
        assert!(fits(Column::Applicant, "王英，杨超军"));
        assert!(!fits(Column::Applicant, "123"));
        assert!(fits(Column::Result, "调成"));
    }

    #[test]
    fn serials_count() {
        let sheet = Sheet::from_csv("", "1,7\n2,8\n,\n3,9\n");
        let rows: Vec<&[Cell]> = sheet.rows.iter().map(Vec::as_slice).collect();
        assert!(is_serial(&rows, 0));
        assert!(!is_serial(&rows, 1));
    }
}
