//! A day of registration that a later ledger corrects: an end for which no day was ever told lies on it, any other
//! stays where it was.

use super::*;
use crate::domain::case::refusal::Slot;

const HEADER: &str =
    "案号,登记日期,申请人,被申请人,纠纷类型,是否成功,协议形式,协议金额（元）,结案日期,备注\n";

fn ledger(row: &str) -> Vec<u8> {
    format!("{HEADER}{row}\n").into_bytes()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// When the only case was registered, and when it ended.
fn days(engine: &mut Engine<Memory, Still>) -> (Day, Option<Day>) {
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let [known] = known.as_slice() else {
        panic!("{} cases", known.len());
    };
    let chronicle = Chronicle::tell(&super::super::super::streams::read_all(&known.texts));
    assert_eq!(chronicle.case().anomalies, []);
    (known.row.registered, known.row.concluded)
}

fn only(engine: &mut Engine<Memory, Still>, bytes: &[u8]) -> LedgerCorrection {
    let mut corrections = look(engine, bytes).corrections;
    assert_eq!(corrections.len(), 1, "{corrections:?}");
    corrections.remove(0)
}

fn fields(correction: &LedgerCorrection) -> Vec<(&str, &str, &str)> {
    let fields = correction.fields.iter();
    fields
        .map(|(field, here, there)| (field.as_str(), here.as_str(), there.as_str()))
        .collect()
}

fn act(engine: &mut Engine<Memory, Still>, command: Command) {
    let case = now(engine.known_rows(&[], 0)).unwrap()[0].stream;
    let seen = now(engine.case_page(case)).unwrap().unwrap().heads;
    now(engine.act(Some(case), &seen, command))
        .unwrap()
        .unwrap();
}

#[test]
fn an_end_without_a_day_goes_along_with_the_registration() {
    for (corrected, typed) in [("2023-01-13", "2023.1.13"), ("2023-01-02", "2023.1.2")] {
        for end in ["是,口头协议,500,,已司法确认", "否,,,,", "撤回,,,,"] {
            let mut engine = desk();
            take(
                &mut engine,
                &ledger(&format!("1号,2023.1.3,张三,李四,邻里,{end}")),
                &[],
            );
            assert_eq!(days(&mut engine).1, Some(day("2023-01-03")));
            let later = ledger(&format!("1号,{typed},张三,李四,邻里,{end}"));
            let asked = only(&mut engine, &later);
            // Both are shown before anybody agrees.
            let both = ["registered", "concluded"].map(|field| (field, "2023-01-03", corrected));
            assert_eq!((fields(&asked), &asked.refused), (both.to_vec(), &None));
            assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
            let corrected = day(corrected);
            assert_eq!(days(&mut engine), (corrected, Some(corrected)), "{end}");
            assert_eq!(look(&mut engine, &later).corrections, []);
        }
    }
}

#[test]
fn an_end_on_a_day_that_was_told_stays_and_no_registration_moves_past_it() {
    let mut engine = desk();
    let row = |registered| ledger(&format!("1号,{registered},张三,李四,邻里,否,,,,"));
    let first = ledger("1号,2023.1.3,张三,李四,邻里,否,,,2023.1.25,");
    take(&mut engine, &first, &[]);
    let refused = only(&mut engine, &row("2023.2.3")).refused;
    let past = Refusal::After {
        slot: Slot::Day,
        day: day("2023-02-03"),
        later: Slot::Concluded,
        limit: day("2023-01-25"),
    };
    assert_eq!(refused, Some(past));
    let moved = [("registered", "2023-01-03", "2023-01-13")];
    assert_eq!(fields(&only(&mut engine, &row("2023.1.13"))), moved);
    assert_eq!(take(&mut engine, &row("2023.1.13"), &[2]).corrected, 1);
    let stays = (day("2023-01-13"), Some(day("2023-01-25")));
    assert_eq!(days(&mut engine), stays);
    // A ledger that tells both anew moves both, whichever lay before the other.
    let later = ledger("1号,2023.2.3,张三,李四,邻里,否,,,2023.2.4,");
    assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
    let moved = (day("2023-02-03"), Some(day("2023-02-04")));
    assert_eq!(days(&mut engine), moved);
}

#[test]
fn an_end_that_somebody_wrote_or_built_on_does_not_go_along() {
    let row = |registered, result| format!("1号,{registered},张三,李四,邻里,{result},,,,");
    let mut engine = desk();
    take(&mut engine, &ledger(&row("2023.1.3", "调解中")), &[]);
    let agree = OralAgreement {
        day: day("2023-01-03"),
        facts: String::from("说好了。"),
        clauses: vec![NewClause {
            text: String::from("月底前付清。"),
            due: None,
            fen: None,
        }],
        manner: String::new(),
    };
    act(&mut engine, Command::AgreeOrally(agree));
    let asked = only(&mut engine, &ledger(&row("2023.1.2", "调解中")));
    let moved = [("registered", "2023-01-03", "2023-01-02")];
    assert_eq!(
        (fields(&asked), asked.refused.clone()),
        (moved.to_vec(), None)
    );

    let mut engine = desk();
    take(&mut engine, &ledger(&row("2023.1.3", "是")), &[]);
    let perform = Command::Perform {
        day: day("2023-01-09"),
        clause: None,
        remarks: String::new(),
    };
    act(&mut engine, perform);
    let refused = only(&mut engine, &ledger(&row("2023.1.2", "是"))).refused;
    assert_eq!(refused, Some(Refusal::GoneOn));
}

/// The township of a row is read out of its place, and its acceptance and assignment are of its one day.
#[test]
fn what_was_told_with_a_row_is_put_right_with_it() {
    let header = "案号,登记日期,案发地点,申请人,被申请人,纠纷类型,是否成功\n";
    let ledger = |row: &str| format!("{header}1号,{row},张三,李四,邻里,\n").into_bytes();
    let mut engine = desk();
    take(&mut engine, &ledger("2023.1.3,大孟庄镇蒙村店村"), &[]);
    let later = ledger("2023.1.13,河西务镇东村");
    assert_eq!(take(&mut engine, &later, &[2]).corrected, 1);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let case = Chronicle::tell(&super::super::super::streams::read_all(&known[0].texts)).case();
    assert_eq!(case.town.get().map(|town| town.number()), Some(120_114_109));
    let days: Vec<Day> = case.days.iter().map(|taken| taken.day).collect();
    assert_eq!(days, [day("2023-01-13"); 2]);
    assert_eq!(look(&mut engine, &later).corrections, []);
}

/// A case at another township than its office; the ledger puts its place right and names no township.
#[test]
fn a_place_that_names_no_township_leaves_the_case_in_its_own() {
    let header = "案号,登记日期,案发地点,申请人,被申请人,纠纷类型,是否成功\n";
    let ledger =
        |place: &str| format!("{header}1号,2023.1.3,{place},张三,李四,邻里,\n").into_bytes();
    let mut engine = desk();
    take(&mut engine, &ledger("河西务镇东村"), &[]);
    if let Some(desk) = &mut engine.desk {
        desk.town = Town::new(120_114_107);
    }
    assert_eq!(take(&mut engine, &ledger("东村3组"), &[2]).corrected, 1);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let case = Chronicle::tell(&super::super::super::streams::read_all(&known[0].texts)).case();
    assert_eq!(case.town.get().map(|town| town.number()), Some(120_114_109));
}
