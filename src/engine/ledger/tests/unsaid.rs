//! What a ledger doesn't say is not made up, and what contradicts itself is not lost.

use super::*;
use crate::domain::leaf::topic;
use crate::exchange::ledger::{Form, Unit};
use crate::law::dispute::Source;

const HEADER: &str =
    "案号,登记日期,申请人,被申请人,纠纷类型,是否成功,协议形式,协议金额（元）,结案日期,备注\n";

fn ledger(rows: &[&str]) -> Vec<u8> {
    format!("{HEADER}{}\n", rows.join("\n")).into_bytes()
}

/// The notes of each case, in the ledger's order.
fn notes(engine: &mut Engine<Memory, Still>) -> Vec<Vec<String>> {
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let notes = known.iter().map(|known| {
        let chronicle = Chronicle::tell(&super::super::super::streams::read_all(&known.texts));
        let noted = chronicle
            .live()
            .filter_map(|fact| fact.narrative(topic::RECORD));
        noted.map(str::to_owned).collect()
    });
    notes.collect()
}

#[test]
fn what_a_result_has_no_place_for_goes_into_the_remarks() {
    let mut engine = desk();
    let bytes = ledger(&[
        "1号,2023.1.3,张三,李四,邻里,调解中,口头协议,45000,2023.1.25,",
        "2号,2023.1.4,王五,李四,邻里,否,书面,0.5,2023.1.25,双方不见面",
        "3号,2023.1.5,赵六,李四,邻里,撤回,,,2023.1.25,",
    ]);
    let seen = look(&mut engine, &bytes);
    assert_eq!((seen.new, seen.refused.len()), (3, 0));
    let said = |(zh, _): &(String, String)| zh.contains("有 2 行自相矛盾，最早在第 2 行");
    assert!(seen.remarks.iter().any(said), "{:?}", seen.remarks);
    take(&mut engine, &bytes, &[]);
    assert_eq!(
        notes(&mut engine),
        [
            vec!["台账备注：台账另记：口头协议、协议金额45000元、结案日期2023-01-25"],
            vec!["台账备注：双方不见面；台账另记：书面协议、协议金额0.50元"],
            vec![],
        ]
    );
    // And is no difference when it comes again.
    let again = look(&mut engine, &bytes);
    assert_eq!((again.known, again.corrections), (3, Vec::new()));
}

/// The forms of the agreements in the record, in the ledger's order.
fn forms(engine: &mut Engine<Memory, Still>) -> Vec<Option<Form>> {
    let known = now(engine.known_rows(&[], 0)).unwrap();
    known.into_iter().map(|known| known.row.form).collect()
}

#[test]
fn agreements_without_a_form_are_counted_and_are_what_somebody_says() {
    let bytes = ledger(&[
        "1号,2023.1.3,张三,李四,邻里,是,,,2023.1.25,",
        "2号,2023.1.4,王五,李四,邻里,是,口头协议,,2023.1.25,",
        "3号,2023.1.5,赵六,李四,邻里,否,,,2023.1.25,",
        "4号,2023.1.6,孙七,李四,邻里,是,,,2023.1.25,",
    ]);
    for (choice, taken, word) in [
        (None, Form::Oral, "口头"),
        (Some("written"), Form::Written, "书面"),
    ] {
        let mut engine = desk();
        let choices = LedgerChoices {
            unsaid_form: choice.map(str::to_owned),
            ..LedgerChoices::default()
        };
        let seen = now(engine.read_ledger("台账.csv", &text(&bytes), &choices)).unwrap();
        assert_eq!(seen.unsaid_form.as_deref(), Some(taken.code()));
        let [(zh, _)] = seen.remarks.as_slice() else {
            panic!("{:?}", seen.remarks);
        };
        assert!(
            zh.contains("有 2 件") && zh.contains("第 2 行") && zh.contains(word),
            "{zh}"
        );
        now(engine.take_ledger("台账.csv", &text(&bytes), &choices, &[])).unwrap();
        let (oral, taken) = (Some(Form::Oral), Some(taken));
        assert_eq!(forms(&mut engine), [taken.clone(), oral, None, taken]);
        // Next month's ledger says no more, whatever is chosen for it.
        let again = look(&mut engine, &bytes);
        assert_eq!((again.known, again.corrections), (4, Vec::new()));
        assert_eq!((again.unsaid_form, again.remarks), (None, Vec::new()));
    }
}

#[test]
fn sums_without_a_unit_are_said_to_be_read_as_yuan_and_are_what_somebody_says() {
    let header = "案号,登记日期,申请人,被申请人,纠纷类型,结果,协议形式,协议金额,结案日期";
    let row = "1号,2023.1.3,张三,李四,邻里,成功,口头,4.5,2023.1.25";
    let bytes = format!("{header}\n{row}\n").into_bytes();
    for (unit, fen, word) in [
        (Unit::Yuan, 450, "都按元读。要是千元、万元，可以选"),
        (Unit::ThousandYuan, 450_000, "照您选的，都按千元读"),
        (Unit::TenThousandYuan, 4_500_000, "照您选的，都按万元读"),
    ] {
        let mut engine = desk();
        let choices = LedgerChoices {
            unsaid_unit: Some(unit),
            ..LedgerChoices::default()
        };
        let seen = now(engine.read_ledger("台账.csv", &text(&bytes), &choices)).unwrap();
        assert_eq!(seen.unsaid_unit, Some(unit));
        let [(zh, _)] = seen.remarks.as_slice() else {
            panic!("{:?}", seen.remarks);
        };
        assert!(
            zh.contains("有 1 笔") && zh.contains("第 2 行") && zh.contains(word),
            "{zh}"
        );
        now(engine.take_ledger("台账.csv", &text(&bytes), &choices, &[])).unwrap();
        let known = now(engine.known_rows(&[], 0)).unwrap();
        assert_eq!(known[0].row.amount.map(|sum| sum.0), Some(fen));
    }
    // Where the header says it, nothing is assumed.
    let told = format!("{}\n{row}\n", header.replace("协议金额", "协议金额（元）"));
    let seen = look(&mut desk(), told.as_bytes());
    assert_eq!((seen.unsaid_unit, seen.remarks), (None, Vec::new()));
}

#[test]
fn where_a_case_came_from_is_not_made_up_and_a_later_ledger_may_say() {
    let mut engine = desk();
    let first = ledger(&["1号,2023.1.3,张三,李四,邻里,否,,,2023.1.25,"]);
    take(&mut engine, &first, &[]);
    let row = engine.cases.rows().next().unwrap();
    assert_eq!(row.source, Source::NotRecorded);
    assert_eq!(look(&mut engine, &first).corrections, []);
    let later = ledger(&["1号,2023.1.3,张三,李四,邻里,否,,,2023.1.25,法院诉前委派"]);
    let seen = look(&mut engine, &later);
    let source = seen.corrections[0]
        .fields
        .iter()
        .find(|(field, _, _)| field == "source");
    assert_eq!(source.map(|(_, here, _)| here.as_str()), Some(""));
    assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
    let row = engine.cases.rows().next().unwrap();
    assert_eq!(row.source, Source::CourtBeforeFiling);
}
