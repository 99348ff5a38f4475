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
    assert_eq!(seen.columns[place.unwrap()].certainty, "remembered");
    assert_eq!(seen.unsaid_unit, Some(Unit::TenThousandYuan));
    let said = |(zh, _): &(String, String)| zh.contains("照上一份台账，都按万元读");
    assert!(seen.remarks.iter().any(said), "{:?}", seen.remarks);
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

fn chosen(columns: &[(usize, Column)]) -> LedgerChoices {
    let columns = columns
        .iter()
        .map(|(at, column)| (*at, column.code().to_owned()));
    LedgerChoices {
        columns: columns.collect(),
        ..LedgerChoices::default()
    }
}

#[test]
fn a_choice_that_was_overruled_does_not_come_back() {
    let mut engine = desk();
    let month = |n: u32| {
        let row = format!("{n}号,2023.{n}.3,2023.{n}.9,张三{n},李四,邻里,调解中");
        format!("案号,甲日,乙日,申请人,被申请人,纠纷类型,结果\n{row}\n").into_bytes()
    };
    let mut take = |n: u32, choices: &LedgerChoices| {
        now(engine.take_ledger("月.csv", &text(&month(n)), choices, &[])).unwrap();
        let seen = look(&mut engine, &month(n + 1));
        let of = |at: usize| {
            (
                seen.columns[at].meaning.clone(),
                seen.columns[at].certainty.clone(),
            )
        };
        [of(1), of(2)]
    };
    let registered = (
        Column::Registered.code().to_owned(),
        "remembered".to_owned(),
    );
    let [_, right] = take(1, &chosen(&[(2, Column::Registered)]));
    assert_eq!(right, registered);
    // The column further left was the one.
    let [left, right] = take(2, &chosen(&[(1, Column::Registered)]));
    assert_eq!(left, registered);
    assert_ne!(right.0, registered.0);
    let [left, right] = take(3, &LedgerChoices::default());
    assert_eq!(left, registered);
    assert_ne!(right.0, registered.0);
}

#[test]
fn what_was_chosen_holds_for_the_same_headers_alone_and_by_place() {
    let mut engine = desk();
    // Two columns of one name, and one without any.
    let header = "案号,,姓名,电话,姓名,电话,纠纷类型,结果";
    let rows = |n: u32| {
        format!("{header}\n{n}号,2023.{n}.3,张三{n},13800138000,李四,13900139000,邻里,调解中\n")
    };
    let swapped = [
        (1, Column::Registered),
        (2, Column::Respondent),
        (4, Column::Applicant),
    ];
    let first = rows(1).into_bytes();
    now(engine.take_ledger("一月.csv", &text(&first), &chosen(&swapped), &[])).unwrap();
    let seen = look(&mut engine, rows(2).as_bytes());
    for (place, meaning) in &swapped {
        let column = &seen.columns[*place];
        assert_eq!(column.meaning, meaning.code());
        assert_eq!(column.certainty, "remembered");
    }
    // Laid out otherwise, nothing of it holds: who is whose would be told wrong.
    let other = rows(3).replace("纠纷类型", "纠纷类别");
    let seen = look(&mut engine, other.as_bytes());
    assert!(
        seen.columns
            .iter()
            .all(|column| column.certainty != "remembered")
    );
}

#[test]
fn what_is_taken_in_is_read_as_it_was_shown() {
    let mut engine = desk();
    let january = month(&["1号,2023.1.3,张三,李四,邻里,调解成功,4.5,2023.1.25"]);
    let february = month(&["2号,2023.2.3,王五,赵六,邻里,调解成功,900,2023.2.25"]);
    let result = Column::Result.code().to_owned();
    let in_yuan = LedgerChoices {
        columns: vec![(5, result.clone())],
        ..LedgerChoices::default()
    };
    let shown = now(engine.read_ledger("二月.csv", &text(&february), &in_yuan)).unwrap();
    assert_eq!(shown.unsaid_unit, Some(Unit::Yuan));
    // Another tab takes in a ledger in ten thousands meanwhile.
    let in_wan = LedgerChoices {
        unsaid_unit: Some(Unit::TenThousandYuan),
        columns: vec![(5, result)],
        ..LedgerChoices::default()
    };
    now(engine.take_ledger("一月.csv", &text(&january), &in_wan, &[])).unwrap();
    let agreed = LedgerChoices {
        habits: Some(shown.habits),
        ..in_yuan
    };
    now(engine.take_ledger("二月.csv", &text(&february), &agreed, &[])).unwrap();
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let mut sums: Vec<_> = known
        .iter()
        .map(|known| known.row.amount.map(|sum| sum.0))
        .collect();
    sums.sort_unstable();
    assert_eq!(sums, [Some(90_000), Some(4_500_000)]);
}
