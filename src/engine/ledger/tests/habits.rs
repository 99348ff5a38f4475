//! What was chosen for one ledger needn't be chosen for the next.

use super::*;
use crate::exchange::ledger::{Form, Unit};

/// 情况 may be anything, sums have no unit, agreements no form.
const HEADER: &str = "案号,登记日期,申请人,被申请人,纠纷类型,情况,协议金额,结案日期";

fn month(rows: &[&str]) -> Vec<u8> {
    format!("{HEADER}\n{}\n", rows.join("\n")).into_bytes()
}

#[test]
fn next_months_ledger_is_read_as_this_months_was() {
    let mut engine = desk();
    let january = month(&["1号,2023.1.3,张三,李四,邻里,调解成功,4.5,2023.1.25"]);
    let guessed = look(&mut engine, &january);
    let place = guessed.columns.iter().position(|c| c.heading == "情况");
    let chosen = LedgerChoices {
        unsaid_unit: Some(Unit::TenThousandYuan),
        unsaid_form: Some("written".to_owned()),
        columns: vec![(place.unwrap(), Column::Result.code().to_owned())],
        ..LedgerChoices::default()
    };
    // Looking alone is no habit.
    let seen = now(engine.read_ledger("一月.csv", &text(&january), &chosen)).unwrap();
    assert_eq!((seen.new, seen.refused.len()), (1, 0));
    assert_eq!(look(&mut engine, &january), guessed);
    now(engine.take_ledger("一月.csv", &text(&january), &chosen, &[])).unwrap();

    let february = month(&[
        "1号,2023.1.3,张三,李四,邻里,调解成功,4.5,2023.1.25",
        "2号,2023.2.3,王五,赵六,邻里,调解成功,0.8,2023.2.25",
    ]);
    let seen = look(&mut engine, &february);
    assert_eq!((seen.known, seen.new, seen.corrections.len()), (1, 1, 0));
    assert_eq!(seen.columns[place.unwrap()].certainty, "chosen");
    assert_eq!(seen.unsaid_unit, Some(Unit::TenThousandYuan));
    assert_eq!(seen.unsaid_form.as_deref(), Some("written"));
    take(&mut engine, &february, &[]);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let said = known
        .iter()
        .map(|known| (known.row.amount, known.row.form.clone()));
    let sums: Vec<_> = said
        .map(|(sum, form)| (sum.map(|sum| sum.0), form))
        .collect();
    let written = Some(Form::Written);
    assert_eq!(
        sums,
        [(Some(4_500_000), written.clone()), (Some(800_000), written)]
    );

    // What is said with the ledger goes before any habit.
    let now_in_yuan = LedgerChoices {
        unsaid_unit: Some(Unit::Yuan),
        ..LedgerChoices::default()
    };
    let march = month(&["3号,2023.3.3,孙七,赵六,邻里,调解成功,900,2023.3.25"]);
    let seen = now(engine.read_ledger("三月.csv", &text(&march), &now_in_yuan)).unwrap();
    assert_eq!(seen.unsaid_unit, Some(Unit::Yuan));
    let told = String::from_utf8(march)
        .unwrap()
        .replace("协议金额", "协议金额（元）");
    assert_eq!(look(&mut engine, told.as_bytes()).unsaid_unit, None);
}
