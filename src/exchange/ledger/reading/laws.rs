//! What holds for any text, and how long a long one takes.

use proptest::prelude::*;

use super::tests::{HEADER, ID, read_text};
use super::*;
use crate::exchange::ledger::{compare, decode, possible_duplicates};

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[0-9.年月日/]{1,9}",
        "[张王李四五、 ,公司]{1,6}",
        prop::sample::select(vec![
            "序号",
            "登记日期",
            "申请人",
            "被申请人",
            "纠纷类型",
            "小计",
            "合计",
            "无",
            "是",
            "邻里",
            "2023.1.5",
            "张三",
            "1",
            "填表人：",
            "口头",
            "身份证号",
            ID,
            "约3万",
            "姓名",
            "\"",
            "\u{3000}",
            "#REF!",
            "=cmd",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn every_row_of_any_sheet_is_accounted_for(
        headed in any::<bool>(),
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..12), 0..14),
    ) {
        let body: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        let text = if headed { format!("{HEADER}{body}") } else { body };
        // `read_text` asserts the balance.
        let (_, _, reading) = read_text(&text, Some(2023));
        prop_assert!(reading.refused.iter().all(|refused| !refused.problems.is_empty()));
        for row in &reading.rows {
            prop_assert!(!row.applicants.is_empty() && !row.respondents.is_empty());
            prop_assert!(row.concluded.is_none_or(|day| day >= row.registered));
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read_text(&text, None);
    }
}

/// Prints how long 50,000 rows take: `cargo test --release ledger_speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures, asserts nothing"]
fn ledger_speed() {
    let text = decode(include_bytes!(
        "../../../../tests/fixtures/ledger/wuqing.csv"
    ))
    .text;
    let lines: Vec<&str> = text.lines().collect();
    let body = lines[2..]
        .iter()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let rows: String = body
        .cycle()
        .take(50_000)
        .flat_map(|line| [*line, "\r\n"])
        .collect();
    let csv = format!("{}\r\n{}\r\n{rows}", lines[0], lines[1]);
    let bytes = encoding_rs::GB18030.encode(&csv).0;
    let mut clock = std::time::Instant::now();
    let mut lap = |what: &str| {
        println!("{what}: {} ms", clock.elapsed().as_millis());
        clock = std::time::Instant::now();
    };
    let text = decode(&bytes).text;
    lap("decode");
    let sheet = Sheet::from_csv("", &text);
    lap("csv");
    let options = Options::default();
    let layout = Layout::guess(&sheet, &options);
    lap("guess");
    let reading = read(&sheet, &layout, &options);
    lap("read");
    let comparison = compare(&reading.rows, &reading.rows);
    lap("compare");
    println!(
        "{} rows, {} refused, {} same",
        reading.rows.len(),
        reading.refused.len(),
        comparison.same.len()
    );
}

/// Each would take minutes or the whole memory if some step looked at everything for everything.
#[test]
fn hostile_sheets_end_soon() {
    let begun = std::time::Instant::now();
    let people = "张三、".repeat(20_000);
    for text in [
        format!("{}\n{}", "性别,".repeat(200_000), "\n,".repeat(100_000)),
        format!("{HEADER}1,2023.1.5,{}", "a ".repeat(200_000)),
        format!("{HEADER}1,2023.1.5,{people},,{people},邻里,,,,,"),
        HEADER.replace("申请人", &"申请人".repeat(20_000)) + &"1,昨天,\n".repeat(2_000),
        format!(
            "{HEADER}{}",
            "1,2023.1.5,张三,,李四,邻里,,,,,\n".repeat(5_000)
        ),
        format!(
            "{HEADER}1,2023.1.5,张三,,李四,{},,,,,",
            "邻里物业".repeat(100_000)
        ),
        "\"".repeat(200_001),
        "\n".repeat(200_000),
    ] {
        let (_, _, reading) = read_text(&text, None);
        let _ = possible_duplicates(&reading.rows);
        let _ = compare(&reading.rows, &reading.rows);
    }
    // Far more than it takes, even on a busy machine without optimisation.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
