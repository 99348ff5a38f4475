//! The people of a later ledger: who is who, whatever order they stand in.

use super::*;

const HEADER: &str = "案号,登记日期,申请人,身份证号,联系电话,被申请人,纠纷类型,调解结果\n";

fn ledger(row: &str) -> Vec<u8> {
    format!("{HEADER}{row}\n").into_bytes()
}

fn people(engine: &mut Engine<Memory, Still>) -> Vec<Person> {
    let mut known = now(engine.known_rows(&[], 0)).unwrap();
    assert_eq!(known.len(), 1);
    known.remove(0).row.applicants
}

fn told(person: &Person) -> (&str, Option<&str>, Option<&str>) {
    let id = person.id.as_ref().map(IdNumber::as_str);
    (
        &person.name,
        id,
        person.phone.as_ref().map(|phone| phone.as_str()),
    )
}

const ID: Option<&str> = Some("120114197705020021");
const PHONE: Option<&str> = Some("17499175976");

#[test]
fn the_same_people_in_another_order_are_no_difference() {
    for number in ["1号", ""] {
        let mut engine = desk();
        let first =
            format!("{number},2023.1.3,马勇建、谢斌,120114197705020021,17499175976,李四,邻里,成功");
        take(&mut engine, &ledger(&first), &[]);
        let later = format!("{number},2023.1.3,谢斌、马勇建,,,李四,邻里,成功");
        let seen = look(&mut engine, &ledger(&later));
        assert_eq!((seen.new, seen.known), (0, 1), "{number}");
        assert_eq!(seen.corrections, []);
    }
}

#[test]
fn a_corrected_name_is_who_is_left_over_and_nobody_gets_anothers_number() {
    let mut engine = desk();
    let first = "1号,2023.1.3,马勇建、谢斌,120114197705020021,17499175976,李四,邻里,成功";
    take(&mut engine, &ledger(first), &[]);
    let later = ledger("1号,2023.1.3,谢彬、马勇建,,13063091882、17499175976,李四,邻里,成功");
    assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
    let known = people(&mut engine);
    let told: Vec<_> = known.iter().map(told).collect();
    assert_eq!(
        told,
        [("马勇建", ID, PHONE), ("谢彬", None, Some("13063091882"))]
    );
    assert_eq!(look(&mut engine, &later).corrections, []);
}

#[test]
fn who_has_the_number_is_the_person_under_another_name() {
    let mut engine = desk();
    let first = "1号,2023.1.3,马勇建、谢斌,120114197705020021,17499175976,李四,邻里,成功";
    take(&mut engine, &ledger(first), &[]);
    let later =
        ledger("1号,2023.1.3,谢彬、马永健,12011419760516065X、120114197705020021,,李四,邻里,成功");
    assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
    let known = people(&mut engine);
    let told: Vec<_> = known.iter().map(told).collect();
    assert_eq!(
        told,
        [
            ("马永健", ID, PHONE),
            ("谢彬", Some("12011419760516065X"), None)
        ]
    );
}

#[test]
fn another_name_with_another_number_is_somebody_else() {
    let mut engine = desk();
    let first = "1号,2023.1.3,马勇建,120114197705020021,17499175976,李四,邻里,成功";
    take(&mut engine, &ledger(first), &[]);
    let later = ledger("1号,2023.1.3,谢斌,12011419760516065X,,李四,邻里,成功");
    let seen = look(&mut engine, &later);
    assert_eq!(seen.corrections[0].refused, Some(Refusal::OtherPeople));
}

#[test]
fn what_looks_like_several_people_is_listed() {
    let mut engine = desk();
    let bytes = ledger("1号,2023.1.3,谢华英和孙勇兰、马勇建刘建,,,李四,邻里,否");
    let seen = look(&mut engine, &bytes);
    let listed: Vec<&String> = seen
        .remarks
        .iter()
        .map(|(zh, _)| zh)
        .filter(|zh| zh.contains("几个人"))
        .collect();
    assert_eq!(listed.len(), 1, "{:?}", seen.remarks);
    assert!(
        listed[0].contains("有 1 处") && listed[0].contains("第2行“马勇建刘建”"),
        "{}",
        listed[0]
    );
}

#[test]
fn people_who_are_counted_and_not_named_count_and_get_no_names() {
    let mut engine = desk();
    let first = ledger("1号,2023.1.3,马勇建、谢斌等5人,,,某商贸有限公司、李四等三人,邻里,成功");
    let seen = look(&mut engine, &first);
    let said = seen.remarks.iter().find(|(zh, _)| zh.contains("有 2 处"));
    let (zh, _) = said.unwrap_or_else(|| panic!("{:?}", seen.remarks));
    assert!(
        zh.contains("第2行“马勇建、谢斌等5人”、第2行“某商贸有限公司、李四等3人”"),
        "{zh}"
    );
    take(&mut engine, &first, &[]);
    let row = engine.cases.rows().next().unwrap();
    // The firm is none of them.
    assert_eq!((row.people, row.applicants, row.respondents), (7, 5, 3));
    let names: Vec<String> = people(&mut engine)
        .into_iter()
        .map(|person| person.name)
        .collect();
    assert_eq!(names, ["马勇建", "谢斌"]);
    // The same again, in whatever order, is no difference; another number of people is, and cannot be put right.
    let again =
        ledger("1号,2023.1.3,谢斌、马勇建等 5 人,,,某商贸有限公司、李四（共3人）,邻里,成功");
    assert_eq!(look(&mut engine, &again).corrections, []);
    let more = ledger("1号,2023.1.3,马勇建、谢斌等6人,,,某商贸有限公司、李四等三人,邻里,成功");
    let asked = look(&mut engine, &more).corrections.remove(0);
    let field = |text: &str| text.to_owned();
    let told = (
        field("applicant"),
        field("马勇建、谢斌等5人"),
        field("马勇建、谢斌等6人"),
    );
    assert_eq!(asked.fields, [told]);
    assert_eq!(asked.refused, Some(Refusal::OtherPeople));
}

#[test]
fn what_a_count_says_beside_its_number_stays_in_the_remarks() {
    let mut engine = desk();
    let bytes = ledger("1号,2023.1.3,李四等15名农民工,,,王五等3户、赵六等人,工资,成功");
    let seen = look(&mut engine, &bytes);
    let several = |(zh, _): &(String, String)| zh.contains("第2行“赵六等人”");
    assert!(seen.remarks.iter().any(several), "{:?}", seen.remarks);
    take(&mut engine, &bytes, &[]);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let row = &known[0].row;
    assert_eq!(row.remarks.as_deref(), Some("李四等15名农民工；王五等3户"));
    assert_eq!(row.respondents[1].name, "赵六等人");
    assert_eq!(engine.cases.rows().next().unwrap().people, 15 + 3 + 1);
}

#[test]
fn a_sex_that_the_id_number_belies_is_said_and_both_are_kept() {
    let row = |sex: &str| {
        let header = "案号,登记日期,申请人,性别,身份证号码,被申请人,纠纷类型,结果";
        let row = format!("1号,2023.1.3,张三,{sex},120114197705020021,李四,邻里,成功");
        format!("{header}\n{row}\n").into_bytes()
    };
    let said = |bytes: &[u8]| {
        let seen = look(&mut desk(), bytes);
        assert_eq!((seen.new, seen.refused.len()), (1, 0));
        let of = |(zh, _): &(String, String)| zh.contains("性别与身份证号码不符：第2行“张三”");
        seen.remarks.iter().any(of)
    };
    assert!(said(&row("男")));
    assert!(!said(&row("女")));
    assert!(!said(&row("")));
    let mut engine = desk();
    take(&mut engine, &row("男"), &[]);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let person = &known[0].row.applicants[0];
    assert_eq!(
        (person.sex.clone(), person.id.is_some()),
        (Some(Sex::Male), true)
    );
}
