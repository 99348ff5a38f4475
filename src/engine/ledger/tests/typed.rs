//! What offices typed, where a code or a number says less: kept with the case, and no difference later.

use super::*;
use crate::domain::leaf::topic;

const HEADER: &str = "案号,登记日期,申请人,身份证号,联系电话,被申请人,纠纷类型,结果,协议形式,协议金额（元）,结案日期,备注\n";

fn ledger(row: &str) -> Vec<u8> {
    format!("{HEADER}{row}\n").into_bytes()
}

/// The notes of the only case.
fn notes(engine: &mut Engine<Memory, Still>) -> Vec<String> {
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let [known] = known.as_slice() else {
        panic!("{} cases", known.len());
    };
    let chronicle = Chronicle::tell(&super::super::super::streams::read_all(&known.texts));
    assert_eq!(chronicle.case().anomalies, []);
    let noted = chronicle
        .live()
        .filter_map(|fact| fact.narrative(topic::RECORD));
    noted.map(str::to_owned).collect()
}

#[test]
fn a_sub_type_and_masked_numbers_stay_with_the_case() {
    let mut engine = desk();
    let row = "1号,2023.1.3,张三、王五,1201**********1234、120114197705020021,138****8000,李四,赡养,调解中,,,,见卷";
    take(&mut engine, &ledger(row), &[]);
    let kept =
        "台账原文：纠纷类型“赡养”；张三的证件号码“1201**********1234”；张三的电话“138****8000”";
    assert_eq!(notes(&mut engine), ["台账备注：见卷", kept]);
    // The number that is not masked is the second one's.
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let ids = known[0].row.applicants.iter().map(|person| person.id);
    let ids: Vec<Option<String>> = ids.map(|id| id.map(|id| id.as_str().to_owned())).collect();
    assert_eq!(ids, [None, Some("120114197705020021".to_owned())]);
    assert_eq!(look(&mut engine, &ledger(row)).corrections, []);
}

#[test]
fn a_type_of_the_statistics_needs_no_words_of_its_own() {
    let mut engine = desk();
    take(
        &mut engine,
        &ledger("1号,2023.1.3,张三,,,李四,邻里纠纷,成功,口头,500,2023.1.5,"),
        &[],
    );
    assert_eq!(notes(&mut engine), [""; 0]);
}

/// As an earlier build took it in: the same row, and no words kept.
#[test]
fn a_ledger_that_was_taken_in_without_these_words_does_not_differ_by_them() {
    let mut engine = desk();
    let typed = "1号,2023.1.3,张三,1201**********1234,,李四,赡养,调解中,,,,见卷";
    let bare = typed
        .replace("1201**********1234", "")
        .replace("赡养", "婚姻家庭");
    take(&mut engine, &ledger(&bare), &[]);
    assert_eq!(notes(&mut engine), ["台账备注：见卷"]);
    let seen = look(&mut engine, &ledger(typed));
    assert_eq!((seen.known, seen.new, seen.corrections), (1, 0, Vec::new()));
    assert_eq!(take(&mut engine, &ledger(typed), &[2]).corrected, 0);
}

#[test]
fn next_months_ledger_after_one_without_these_words_brings_thirty_and_one_correction() {
    let mut engine = desk();
    let choices = LedgerChoices::default();
    let mut weighed = now(engine.weigh("台账.csv", &text(FIRST), &choices)).unwrap();
    let with_words = |row: &&mut Row| !row.as_typed.is_empty();
    let rows = weighed.reading.rows.iter_mut().filter(with_words);
    assert!(rows.map(|row| row.as_typed.clear()).count() > 20);
    let told = now(engine.tell_rows("台账.csv", &weighed, &[])).unwrap();
    now(engine.write(&told)).unwrap().unwrap();
    now(engine.look()).unwrap();
    assert_eq!(look(&mut engine, FIRST).corrections, []);
    let seen = look(&mut engine, LATER);
    assert_eq!((seen.new, seen.known, seen.corrections.len()), (30, 120, 1));
}

#[test]
fn a_correction_brings_the_words_that_the_case_does_not_have() {
    let mut engine = desk();
    take(
        &mut engine,
        &ledger("1号,2023.1.3,张三,,,李四,赡养,调解中,,,,"),
        &[],
    );
    let ended = "1号,2023.1.3,张三,,,李四,赡养,达成协议并当场付清,口头,500,2023.1.25,";
    assert_eq!(take(&mut engine, &ledger(ended), &[2]).corrected, 1);
    let kept = [
        "台账原文：纠纷类型“赡养”",
        "台账原文：结果“达成协议并当场付清”",
    ];
    assert_eq!(notes(&mut engine), kept);
    let other = ended.replace("赡养", "工伤");
    assert_eq!(take(&mut engine, &ledger(&other), &[2]).corrected, 1);
    assert_eq!(notes(&mut engine)[2..], ["台账原文：纠纷类型“工伤”"]);
    assert_eq!(look(&mut engine, &ledger(&other)).corrections, []);
}

#[test]
fn a_number_that_another_case_has_is_put_right_in_place() {
    let mut engine = desk();
    let header = "案号,登记日期,申请人,被申请人,纠纷类型,结果";
    let month = |row: &str| format!("{header}\n{row}\n").into_bytes();
    take(
        &mut engine,
        &month("1号,2023.1.3,张三,李四,邻里,调解中"),
        &[],
    );
    let other = month("1号,2023.5.9,王五,赵六,合同,调解中");
    let seen = look(&mut engine, &other);
    let [refused] = seen.refused.as_slice() else {
        panic!("{:?}", seen.refused);
    };
    let mended = LedgerChoices {
        edits: vec![(refused.row, refused.column.unwrap(), "7号".to_owned())],
        ..LedgerChoices::default()
    };
    let seen = now(engine.read_ledger("台账.csv", &text(&other), &mended)).unwrap();
    assert_eq!((seen.new, seen.refused.as_slice()), (1, &[][..]));
    let taken = now(engine.take_ledger("台账.csv", &text(&other), &mended, &[])).unwrap();
    assert_eq!(taken.added, 1);
    let numbers = engine
        .cases
        .rows()
        .map(|row| row.number.as_deref().unwrap().to_owned());
    assert_eq!(
        numbers.collect::<BTreeSet<_>>(),
        BTreeSet::from(["1号".to_owned(), "7号".to_owned()])
    );
}
