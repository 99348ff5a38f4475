//! What a ledger doesn't say is not made up, and what contradicts itself is not lost.

use super::*;
use crate::domain::leaf::topic;
use crate::exchange::ledger::Form;
use crate::law::dispute::Source;

const HEADER: &str = "案号,登记日期,申请人,被申请人,纠纷类型,是否成功,协议形式,协议金额（元）,结案日期,备注\n";

fn ledger(rows: &[&str]) -> Vec<u8> {
    format!("{HEADER}{}\n", rows.join("\n")).into_bytes()
}

/// The notes of each case, in the ledger's order.
fn notes(engine: &mut Engine<Memory, Still>) -> Vec<Vec<String>> {
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let notes = known.iter().map(|known| {
        let chronicle = Chronicle::tell(&super::super::super::streams::read_all(&known.texts));
        let noted = chronicle.live().filter_map(|fact| fact.narrative(topic::RECORD));
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
