//! 同上 and its kin, row under row.

use super::tests::read_text;
use super::*;
use crate::exchange::ledger::Certainty;
use crate::law::dispute::{DisputeType, Source};

const HEADER: &str =
    "登记日期,申请人,联系电话,被申请人,纠纷类型,来源,地点,调解员,结果,涉及金额（元）,案情,备注\n";
const FIRST: &str =
    "2023.1.5,张三,13063091882,李四,欠薪,派出所,东村,朱勇艳、王芳,成功,500,欠工钱,口头说好";

fn below(rows: &[&str]) -> Reading {
    read_text(&format!("{HEADER}{FIRST}\n{}\n", rows.join("\n")), None).2
}

#[track_caller]
fn check_refused(reading: &Reading, row: u32, refused: &[(&str, Reason)]) {
    let found = reading.refused.iter().find(|refused| refused.row == row);
    let problems = found.iter().flat_map(|refused| &refused.problems);
    let problems = problems.map(|problem| (problem.meaning.code(), problem.reason.clone()));
    assert_eq!(problems.collect::<Vec<_>>(), refused, "row {row}");
}

#[test]
fn what_rows_have_in_common_is_read_from_the_row_above_and_the_one_above_that() {
    let same = "同上,王五,,赵六,〃,同前,″,（同上）,,,欠工钱,";
    let reading = below(&[same, "2023.1.6,孙七,,周八,同上,同上,同上,同上,,,,"]);
    assert_eq!(reading.refused, []);
    let told = |row: &Row| {
        (
            row.registered.to_string(),
            row.dispute_type.clone(),
            row.source.clone(),
            row.place.clone(),
            row.mediators.clone(),
        )
    };
    let first = told(&reading.rows[0]);
    assert_eq!(first.1, DisputeType::Labour);
    assert_eq!(first.2, Some(Source::Police));
    assert_eq!(told(&reading.rows[1]), first);
    let third = told(&reading.rows[2]);
    assert_eq!(third.0, "2023-01-06");
    assert_eq!(
        (third.1, third.2, third.3, third.4),
        (first.1, first.2, first.3, first.4)
    );
    // What is nobody else's was not taken along.
    assert_eq!(
        (reading.rows[1].amount, &reading.rows[1].outcome),
        (None, &crate::exchange::ledger::Outcome::Open)
    );
}

#[test]
fn people_numbers_results_sums_and_free_words_are_to_be_written_out() {
    let reading = below(&["2023.1.6,同上,同上,〃,邻里,,,,同上,同上,同上,同上"]);
    let columns = [
        "applicant",
        "applicant_phone",
        "respondent",
        "result",
        "amount",
        "brief",
        "remarks",
    ];
    let refused: Vec<_> = columns.map(|column| (column, Reason::AsAbove)).into();
    check_refused(&reading, 3, &refused);
    // Beside another name it would be somebody called so.
    let reading = below(&[
        "2023.1.6,王五、同上,,赵六,邻里,,,,,,,",
        "2023.1.6,王五,,赵六,邻里,,,同上、王芳,,,,",
    ]);
    check_refused(&reading, 3, &[("applicant", Reason::AsAbove)]);
    check_refused(&reading, 4, &[("mediators", Reason::AsAbove)]);
}

#[test]
fn only_a_case_right_above_that_was_read_and_says_something_is_repeated() {
    let same = "2023.2.5,王五,,赵六,同上,,,,,,,";
    let nothing = [("type", Reason::NothingAbove)];
    let header = HEADER.trim();
    for between in ["", "1月小计,1", header, "2023.1.5,张三,,李四,打听路,,,,,,,"] {
        let reading = below(&[between, same]);
        check_refused(&reading, 4, &nothing);
        assert_eq!(reading.rows.len(), 1, "{between}");
    }
    let (_, _, reading) = read_text(&format!("{HEADER}{same}\n"), None);
    check_refused(&reading, 2, &nothing);
    let bare = "2023.1.6,王五,,赵六,邻里,,,,,,,";
    let reading = below(&[bare, "2023.1.7,孙七,,周八,邻里,,同上,,,,,"]);
    check_refused(&reading, 4, &[("place", Reason::NothingAbove)]);
}

/// Most days are 同上, and the column is of days all the same.
#[test]
fn a_column_is_known_by_the_cells_that_say_something_of_their_own() {
    let row = "同上,王五,,赵六,邻里,,,,,,,\n".repeat(9);
    let (_, layout, reading) = read_text(&format!("{HEADER}{FIRST}\n{row}"), None);
    assert_eq!(layout.columns[0].certainty, Certainty::Plain);
    assert_eq!((reading.rows.len(), reading.columns[0].read), (10, 10));
}
