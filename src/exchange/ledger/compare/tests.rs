use super::*;
use crate::exchange::ledger::{Layout, Options, Sheet, decode, read};
use crate::law::money::Fen;

fn rows(text: &str) -> Vec<Row> {
    let sheet = Sheet::from_csv("", text);
    let options = Options {
        year: Some(2023),
        ..Options::default()
    };
    let reading = read(&sheet, &Layout::guess(&sheet, &options), &options);
    assert_eq!(reading.refused, []);
    reading.rows
}

fn wuqing() -> Vec<Row> {
    rows(
        &decode(include_bytes!(
            "../../../../tests/fixtures/ledger/wuqing.csv"
        ))
        .text,
    )
}

#[test]
fn the_same_ledger_adds_nothing() {
    let known = wuqing();
    let comparison = compare(&known, &wuqing());
    assert_eq!(comparison.same.len(), 120);
    assert_eq!(
        comparison,
        Comparison {
            same: comparison.same.clone(),
            ..Comparison::default()
        }
    );
}

#[test]
fn next_months_ledger_adds_thirty_and_offers_one_correction() {
    let known = wuqing();
    let next = rows(
        &decode(include_bytes!(
            "../../../../tests/fixtures/ledger/wuqing-next-month.csv"
        ))
        .text,
    );
    let comparison = compare(&known, &next);
    assert_eq!((comparison.same.len(), comparison.added.len()), (119, 30));
    let [change] = comparison.changed.as_slice() else {
        panic!("one correction")
    };
    assert_eq!(change.fields, [Column::Amount]);
    assert_eq!(
        (known[change.known].no, known[change.known].amount),
        (Some(16), Some(Fen(300_000)))
    );
    assert_eq!(next[change.new].amount, Some(Fen(800_000)));
    assert_eq!((comparison.clashing.len(), comparison.absent.len()), (0, 0));
    assert_eq!(possible_duplicates(&next), []);
}

const HEADER: &str = "案号,登记日期,申请人,被申请人,纠纷类型,调解结果\n";

#[test]
fn without_numbers_day_and_people_decide() {
    let known = rows(&format!(
        "{HEADER},1.5,张三,李四,邻里,\n,1.5,张三,李四,邻里,\n,1.6,王五,李四,邻里,\n"
    ));
    let new = rows(&format!(
        "{HEADER},1.5,张三,李四,邻里,成功\n7号,1.6,王五,李四,邻里,\n,1.7,王五,李四,邻里,\n"
    ));
    let comparison = compare(&known, &new);
    assert_eq!(
        comparison.changed[0],
        Change {
            known: 0,
            new: 0,
            fields: vec![Column::Result]
        }
    );
    assert_eq!(
        comparison.changed[1],
        Change {
            known: 2,
            new: 1,
            fields: vec![Column::Number]
        }
    );
    assert_eq!(
        (comparison.added.as_slice(), comparison.absent.as_slice()),
        ([2].as_slice(), [1].as_slice())
    );
}

#[test]
fn two_numbers_are_two_cases_and_one_number_given_twice_is_looked_at() {
    let known = rows(&format!("{HEADER}1号,1.5,张三,李四,邻里,\n"));
    let comparison = compare(&known, &rows(&format!("{HEADER}2号,1.5,张三,李四,邻里,\n")));
    assert_eq!(comparison.added, [0]);
    let comparison = compare(
        &known,
        &rows(&format!("{HEADER}１号,3.5,王五,赵六,邻里,\n")),
    );
    assert_eq!(
        (comparison.clashing.as_slice(), comparison.added.len()),
        ([(0, 0)].as_slice(), 0)
    );
}

#[test]
fn each_of_many_rows_that_are_alike_meets_one_of_them() {
    let alike = |count: usize, number: &str| {
        let row = format!("{number},1.5,张三,李四,邻里,\n");
        rows(&format!("{HEADER}{}", row.repeat(count)))
    };
    // Those with a number wait for nobody who has another.
    let mut known = alike(3, "1号");
    known.extend(alike(3, ""));
    let comparison = compare(&known, &alike(4, "2号"));
    let met: Vec<usize> = comparison
        .changed
        .iter()
        .map(|change| change.known)
        .collect();
    assert_eq!(
        (met.as_slice(), comparison.added.len()),
        ([3, 4, 5].as_slice(), 1)
    );
    assert_eq!(comparison.absent, [0, 1, 2]);
    let comparison = compare(&known, &alike(7, ""));
    assert_eq!(comparison.same.len() + comparison.changed.len(), 6);
    assert_eq!(comparison.added, [6]);
}

#[test]
fn what_a_ledger_does_not_tell_is_no_difference() {
    let known = rows("登记日期,申请人,电话,被申请人,纠纷类型\n1.5,张三,13063091882,李四,邻里\n");
    let new = rows("登记日期,申请人,被申请人,纠纷类型\n1.5,张三,李四,邻里\n");
    assert_eq!(compare(&known, &new).same, [(0, 0)]);
}

#[test]
fn the_same_people_in_one_month_may_be_one_dispute() {
    let rows = rows(&format!(
        "{HEADER}1号,1.5,张三、王五,李四,邻里,\n2号,1.20,李四,张三,邻里,\n3号,2.1,张三,李四,邻里,\n4号,1.20,张三,李四,合同,\n5号,1.6,张三,赵六,邻里,\n"
    ));
    assert_eq!(possible_duplicates(&rows), [(0, 1)]);
}
