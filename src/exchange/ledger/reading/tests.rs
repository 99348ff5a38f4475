use serde_json::Value;

use super::*;
use crate::exchange::ledger::Person;
use crate::exchange::ledger::{Certainty, Form, IdNumber, Unit, decode};
use crate::law::person::Sex;
use crate::law::phone::Phone;

pub(super) const HEADER: &str = "序号,登记日期,申请人,身份证号,被申请人,纠纷类型,结果,协议形式,涉及金额（万元）,结案日期,备注\n";

pub(super) fn read_text(text: &str, year: Option<i32>) -> (Sheet, Layout, Reading) {
    let sheet = Sheet::from_csv("", text);
    let options = Options {
        year,
        ..Options::default()
    };
    let layout = Layout::guess(&sheet, &options);
    let reading = read(&sheet, &layout, &options);
    every_row_is_accounted_for(&reading);
    (sheet, layout, reading)
}

#[track_caller]
fn every_row_is_accounted_for(reading: &Reading) {
    let aside = [
        &reading.titles,
        &reading.headers,
        &reading.blanks,
        &reading.notes,
    ];
    let others = aside.map(|rows| count(rows)).into_iter().sum::<u32>() + count(&reading.subtotals);
    assert_eq!(reading.cases() + others, reading.sheet_rows);
}

fn expected(json: &str) -> Vec<Value> {
    let mut expected: Value = serde_json::from_str(json).unwrap();
    serde_json::from_value(expected["rows"].take()).unwrap()
}

#[track_caller]
fn check_rows(reading: &Reading, expected: &[Value]) {
    assert_eq!(reading.refused, []);
    assert_eq!(reading.rows.len(), expected.len());
    for (row, expected) in reading.rows.iter().zip(expected) {
        assert_eq!(
            serde_json::to_value(row).unwrap(),
            *expected,
            "row {}",
            row.row
        );
    }
}

#[test]
fn the_ledger_of_wuqing_gives_exactly_its_rows() {
    let text = decode(include_bytes!(
        "../../../../tests/fixtures/ledger/wuqing.csv"
    ))
    .text;
    let wanted = expected(include_str!(
        "../../../../tests/fixtures/ledger/wuqing.expected.json"
    ));
    for year in [None, Some(2023)] {
        let (_, _, reading) = read_text(&text, year);
        check_rows(&reading, &wanted);
        assert_eq!((reading.sheet_rows, reading.cases()), (136, 120));
        assert_eq!(
            (
                reading.titles.len(),
                reading.headers.len(),
                reading.notes.len()
            ),
            (1, 1, 0)
        );
        assert_eq!((reading.blanks.len(), reading.subtotals.len()), (9, 5));
        for subtotal in &reading.subtotals {
            assert_eq!(
                subtotal.stated,
                Some(subtotal.counted),
                "{}",
                subtotal.label
            );
        }
    }
}

#[test]
fn the_keys_come_in_the_order_of_the_expected_file() {
    let text = decode(include_bytes!(
        "../../../../tests/fixtures/ledger/wuqing.csv"
    ))
    .text;
    let json =
        include_str!("../../../../tests/fixtures/ledger/wuqing.expected.json").replace('\n', "");
    let (_, _, reading) = read_text(&text, None);
    let rows: Vec<String> = reading
        .rows
        .iter()
        .map(|row| serde_json::to_string(row).unwrap())
        .collect();
    let squeezed = |text: &str| text.replace(": ", ":").replace(", ", ",");
    assert!(squeezed(&json).contains(&rows.join(",")));
}

#[test]
fn the_workbook_of_tongzhou_gives_exactly_its_rows() {
    let json = include_str!("../../../../tests/fixtures/ledger/tongzhou.sheet.json");
    let sheet: Sheet = serde_json::from_str(json).unwrap();
    let options = Options::default();
    let layout = Layout::guess(&sheet, &options);
    let reading = read(&sheet, &layout, &options);
    every_row_is_accounted_for(&reading);
    check_rows(
        &reading,
        &expected(include_str!(
            "../../../../tests/fixtures/ledger/tongzhou.expected.json"
        )),
    );
}

#[test]
fn columns_are_counted() {
    let text = decode(include_bytes!(
        "../../../../tests/fixtures/ledger/wuqing.csv"
    ))
    .text;
    let (_, layout, reading) = read_text(&text, None);
    let of = |column| {
        layout
            .columns
            .iter()
            .position(|mapped| mapped.column == column)
            .unwrap()
    };
    let registered = &reading.columns[of(Column::Registered)];
    assert_eq!(
        (registered.inked, registered.read, registered.refused),
        (120, 120, 0)
    );
    assert_eq!(
        registered.samples,
        ["2023.1.3", "2023.1.4", "1.5", "2023.1.6"]
    );
    let amount = &reading.columns[of(Column::Amount)];
    assert_eq!((amount.inked, amount.read), (70, 70));
    let remarks = &reading.columns[of(Column::Remarks)];
    assert_eq!((remarks.inked, remarks.told), (7, 7));
    assert!(
        layout
            .columns
            .iter()
            .all(|mapped| mapped.certainty == Certainty::Plain)
    );
}

#[track_caller]
fn check_refused(row: &str, problems: &[(&str, &str, Reason)]) {
    let text = format!("{HEADER}{row}\n");
    let (_, _, reading) = read_text(&text, Some(2023));
    let refused: Vec<_> = reading
        .refused
        .iter()
        .flat_map(|refused| &refused.problems)
        .collect();
    let found: Vec<_> = refused
        .iter()
        .map(|problem| {
            (
                problem.meaning.code(),
                problem.cell.as_str(),
                problem.reason.clone(),
            )
        })
        .collect();
    assert_eq!(found, problems, "{row}");
    assert!(reading.refused.iter().all(|refused| refused.row == 2));
}

pub(super) const ID: &str = "120114197705020021";

#[test]
fn rows_that_cannot_be_read_say_why() {
    let good = format!("1,1.5,张三,{ID},李四,邻里,是,口头,4.5,1.9,");
    check_refused(&good, &[]);
    check_refused(
        &good.replace("1.5", "13月5日"),
        &[("registered", "13月5日", Reason::NoSuchMonth { month: 13 })],
    );
    check_refused(
        &good.replace(ID, "1.20114E+17"),
        &[("applicant_id", "1.20114E+17", Reason::IdDamaged)],
    );
    check_refused(
        &good.replace("邻里", "打听路"),
        &[("type", "打听路", Reason::UnknownType)],
    );
    check_refused(
        &good.replace("1.9", "1.2"),
        &[("concluded", "1.2", Reason::BeforeRegistered)],
    );
    check_refused(
        &good.replace("李四", ""),
        &[("respondent", "", Reason::Missing)],
    );
    check_refused(&good.replace("是", ""), &[("result", "", Reason::Missing)]);
    check_refused(
        &good
            .replace("4.5", "约3万")
            .replace("口头", "微信")
            .replace("1.5", "昨天"),
        &[
            ("registered", "昨天", Reason::NotADate),
            ("form", "微信", Reason::UnknownForm),
            ("amount", "约3万", Reason::SumNotExact),
        ],
    );
}

#[test]
fn a_sum_whose_unit_nobody_says_is_named_and_counts_as_somebody_chooses() {
    let rows = "2023.1.5,张三,李四,邻里,成功,4.5\n2023.1.6,王五,李四,邻里,成功,300元\n\
                2023.1.7,赵六,李四,邻里,成功,—\n2023.1.8,孙七,李四,邻里,成功,1.234\n";
    let read_as = |header: &str, unsaid_unit: Unit| {
        let text = format!("登记日期,申请人,被申请人,纠纷类型,结果,{header}\n{rows}");
        let sheet = Sheet::from_csv("", &text);
        let options = Options {
            unsaid_unit,
            ..Options::default()
        };
        let reading = read(&sheet, &Layout::guess(&sheet, &options), &options);
        let sums = reading.rows.iter().map(|row| row.amount.map(|fen| fen.0));
        (sums.collect::<Vec<_>>(), reading.unitless)
    };
    let (yuan, wan) = (Unit::Yuan, Unit::TenThousandYuan);
    // The last is too fine for yuan.
    let as_yuan = vec![Some(450), Some(30_000), None];
    let as_wan = vec![Some(4_500_000), Some(30_000), None, Some(1_234_000)];
    assert_eq!(read_as("涉及金额", yuan), (as_yuan.clone(), vec![2, 5]));
    assert_eq!(read_as("涉及金额", wan), (as_wan.clone(), vec![2, 5]));
    // What the header says goes before.
    assert_eq!(read_as("涉及金额（元）", wan), (as_yuan, Vec::new()));
    assert_eq!(read_as("涉及金额（万元）", yuan), (as_wan, Vec::new()));
}

#[test]
fn a_refused_row_is_mended_cell_by_cell() {
    let (mut sheet, layout, reading) = read_text(
        &format!("{HEADER}1,13月5日,张三,{ID},李四,邻里,是,口头,约3万,,\n"),
        None,
    );
    let options = Options::default();
    assert_eq!(reading.refused[0].problems.len(), 2);
    sheet.put(2, 1, Cell::from("2023-12-05"));
    let still = read(&sheet, &layout, &options).refused;
    assert_eq!(still[0].problems.len(), 1);
    assert_eq!(still[0].problems[0].reason, Reason::SumNotExact);
    sheet.put(2, 8, Cell::Empty);
    let row = read(&sheet, &layout, &options).rows.remove(0);
    assert_eq!(
        (row.registered.to_string().as_str(), row.amount),
        ("2023-12-05", None)
    );
}

#[test]
fn rows_that_are_no_cases_are_recognised() {
    let text = format!(
        "某镇台账（2023年度）,,\n\n{HEADER}一月,,\n1,1.5,张三,,李四,邻里,,,,,\n2,,,,,,,,,,\n\n本月共1件,,\n\
         某镇台账（2023年度）,,\n{HEADER}2,2.5,王五,,李四,邻里,,,,,\n2月小计：2件\n合计,,2\n填表人：张三,,审核人：李四\n"
    );
    let (_, _, reading) = read_text(&text, None);
    assert_eq!(reading.refused, []);
    assert_eq!(
        reading.rows.iter().map(|row| row.row).collect::<Vec<_>>(),
        [5, 11]
    );
    assert_eq!(reading.titles, [1, 9]);
    assert_eq!(reading.headers, [3, 10]);
    assert_eq!(reading.blanks, [2, 6, 7]);
    assert_eq!(reading.notes, [4, 14]);
    let subtotals: Vec<_> = reading
        .subtotals
        .iter()
        .map(|sub| (sub.row, sub.stated, sub.counted))
        .collect();
    assert_eq!(
        subtotals,
        [(8, Some(1), 1), (12, Some(2), 1), (13, Some(2), 2)],
        "the second one is wrong"
    );
}

#[test]
fn people_get_what_is_theirs() {
    let header =
        "登记日期,申请人,性别,身份证号,联系电话,被申请人,联系电话,纠纷类型,备注,履行情况\n";
    let row = format!(
        "2023.1.5,张三、李四,男/女,{ID}、12011419760516065X,13063091882,王五,022-82101234,邻里,法院诉前委派,已履行\n"
    );
    let (_, _, reading) = read_text(&format!("{header}{row}"), None);
    let row = &reading.rows[0];
    let [one, two] = row.applicants.as_slice() else {
        panic!("two applicants")
    };
    assert_eq!(
        (
            one.id.as_ref().map(IdNumber::as_str),
            one.phone.as_ref().map(Phone::as_str)
        ),
        (Some(ID), Some("13063091882"))
    );
    assert_eq!(
        (
            two.name.as_str(),
            two.id.as_ref().map(IdNumber::as_str),
            two.phone.as_ref().map(Phone::as_str)
        ),
        ("李四", Some("12011419760516065X"), None)
    );
    assert_ne!(one.sex, two.sex);
    assert_eq!(
        row.respondents[0].phone.as_ref().map(Phone::as_str),
        Some("022-82101234")
    );
    assert_eq!(
        row.source,
        Some(crate::law::dispute::Source::CourtBeforeFiling)
    );
    assert_eq!(
        row.remarks.as_deref(),
        Some("法院诉前委派；履行情况：已履行")
    );
}

#[test]
fn both_sides_may_share_a_cell() {
    let (_, _, reading) = read_text(
        "登记日期,当事人,纠纷类型,调解结果\n2023.1.5,张三与李四、王五,邻里,成功\n2023.1.5,张三、李四,邻里,\n2023.1.5,张三、李四、王五,邻里,\n",
        None,
    );
    let names = |row: &Row| {
        row.respondents
            .iter()
            .map(|person| person.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&reading.rows[0]), ["李四", "王五"]);
    assert_eq!(names(&reading.rows[1]), ["李四"]);
    assert_eq!(reading.refused[0].problems.len(), 1);
    assert_eq!(reading.refused[0].problems[0].reason, Reason::SidesUnclear);
}

#[test]
fn without_a_column_of_types_every_row_says_so() {
    let (_, layout, reading) = read_text("登记日期,申请人,被申请人\n2023.1.5,张三,李四\n", None);
    assert_eq!(layout.missing(), [Column::Type]);
    assert_eq!(reading.refused[0].problems[0].reason, Reason::Missing);
    assert_eq!(reading.refused[0].problems[0].column, None);
}

#[test]
fn a_yes_means_what_its_header_asks() {
    let header = "登记日期,申请人,被申请人,纠纷类型,结果,是否制作协议书,是否申请司法确认\n";
    let (_, _, reading) = read_text(
        &format!(
            "{header}2023.1.5,张三,李四,邻里,成功,是,是\n2023.1.6,张三,李四,邻里,成功,口头,已司法确认\n2023.1.7,张三,李四,邻里,否,否,否\n"
        ),
        None,
    );
    let told: Vec<_> = reading
        .rows
        .iter()
        .map(|row| (row.form.clone(), row.confirmed))
        .collect();
    assert_eq!(
        told,
        [
            (Some(Form::Written), false),
            (Some(Form::Oral), true),
            (None, false)
        ]
    );
    // An application is no ruling, and no word of it is lost.
    let words: Vec<_> = reading.rows.iter().map(|row| &row.as_typed).collect();
    assert_eq!(
        words,
        [&vec!["是否申请司法确认“是”".to_owned()], &vec![], &vec![]]
    );
}

#[test]
fn a_phone_number_in_the_place_of_a_name_is_called_one() {
    let row = |applicant: &str| {
        let text = format!("{HEADER}1,2023-01-05,{applicant},,李四,邻里纠纷,成功,口头,,,\n");
        read_text(&text, Some(2023)).2
    };
    let reason = |applicant: &str| row(applicant).refused[0].problems[0].reason.clone();
    assert_eq!(reason("13800138000"), Reason::PhoneForName);
    assert_eq!(reason("138-0013-8000"), Reason::PhoneForName);
    // Beside a name it would fall away, or stand in the name.
    assert_eq!(reason("张三 13800138000"), Reason::PhoneForName);
    assert_eq!(reason("张三13800138000"), Reason::PhoneForName);
    assert_eq!(reason("120114197705020021"), Reason::NumberForName);
    assert_eq!(reason(""), Reason::Missing);
    assert_eq!(row("3号楼业主").rows[0].applicants[0].name, "3号楼业主");
}

#[test]
fn names_read_as_they_show() {
    let text = format!(
        "{HEADER}1,2023-01-05,\u{202e}王小明\u{202c}、\u{2067}张三\u{2069},,李\u{202d}四,邻里纠纷,成功,口头,,,\n"
    );
    let (_, _, reading) = read_text(&text, Some(2023));
    let names = |people: &[crate::exchange::ledger::Person]| {
        people
            .iter()
            .map(|one| one.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&reading.rows[0].applicants), ["王小明", "张三"]);
    assert_eq!(names(&reading.rows[0].respondents), ["李四"]);
}

#[test]
fn a_quote_that_is_never_closed_refuses_its_row_and_ends_the_reading() {
    let good = "1,2023-01-05,张三,,李四,邻里纠纷,成功,口头,,,\n";
    let text = format!("{HEADER}{good}2,2023-01-06,\"王五,,赵六,邻里纠纷,成功,口头,,,\n{good}");
    let (mut sheet, layout, reading) = read_text(&text, Some(2023));
    assert_eq!(reading.rows.len(), 1);
    let [refused] = &reading.refused[..] else {
        panic!("{:?}", reading.refused)
    };
    assert_eq!(
        (refused.row, &refused.problems[0].reason),
        (3, &Reason::OpenQuote)
    );
    assert!(refused.problems[0].cell.starts_with("王五"));
    // Nothing typed into a cell brings the rows after it back.
    sheet.put(3, 2, Cell::from("王五"));
    let refused = read(&sheet, &layout, &Options::default()).refused;
    assert_eq!(refused[0].problems[0].reason, Reason::OpenQuote);
}

#[test]
fn a_months_subtotal_counts_that_months_rows() {
    let row = |day: &str| format!("1,{day},张三,,李四,邻里,,,,,\n");
    let may = row("2023.5.30").repeat(3);
    let june = row("2023.6.5").repeat(2);
    let subtotal = |text: &str| {
        let (_, _, reading) = read_text(&format!("{HEADER}{text}"), None);
        let last = reading.subtotals.last().unwrap();
        (last.stated, last.counted)
    };
    // No subtotal parts May from June; a row whose day cannot be read is June's.
    assert_eq!(subtotal(&format!("{may}{june}6月小计,2\n")), (Some(2), 2));
    let lost = row("6月31日");
    assert_eq!(
        subtotal(&format!("{may}{june}{lost}6月小计,3\n")),
        (Some(3), 3)
    );
    assert_eq!(subtotal(&format!("{may}{june}6月小计,4\n")), (Some(4), 2));
    // A late row of May stands in June's block, as the office counts.
    assert_eq!(
        subtotal(&format!(
            "{may}5月小计,3\n{}{june}6月小计,3\n",
            row("2023.5.31")
        )),
        (Some(3), 3)
    );
    assert_eq!(subtotal(&format!("{may}小计,2\n")), (Some(2), 3));
}

#[test]
fn a_sex_behind_a_name_is_no_part_of_it() {
    let (_, _, reading) = read_text(
        "登记日期,申请人,被申请人,纠纷类型,调解员\n2023.1.5,谢华英（女）和孙勇兰,李四(男),邻里,马勇（男）\n",
        None,
    );
    let row = &reading.rows[0];
    let told = |people: &[Person]| -> Vec<(String, Option<Sex>)> {
        people
            .iter()
            .map(|person| (person.name.clone(), person.sex.clone()))
            .collect()
    };
    assert_eq!(
        told(&row.applicants),
        [
            ("谢华英".to_owned(), Some(Sex::Female)),
            ("孙勇兰".to_owned(), None)
        ]
    );
    assert_eq!(
        told(&row.respondents),
        [("李四".to_owned(), Some(Sex::Male))]
    );
    assert_eq!(row.mediators, ["马勇"]);
}

#[test]
fn a_number_that_names_who_mediated_is_none() {
    let (_, _, reading) = read_text(
        "案号,登记日期,申请人,被申请人,纠纷类型,调解员\n朱勇艳7号,2023.1.5,张三,李四,邻里,朱勇艳\n",
        None,
    );
    assert_eq!(reading.refused[0].problems[0].reason, Reason::NumberNames);
}
