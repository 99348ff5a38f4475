use super::*;
use crate::exchange::ledger::decode;

fn guess(text: &str) -> Layout {
    Layout::guess(&Sheet::from_csv("", text), &Options::default())
}

fn columns(layout: &Layout) -> Vec<&str> {
    layout
        .columns
        .iter()
        .map(|mapped| mapped.column.code())
        .collect()
}

fn unsure(layout: &Layout) -> Vec<&str> {
    let unsure = layout
        .columns
        .iter()
        .filter(|mapped| mapped.certainty != Certainty::Plain);
    unsure.map(|mapped| mapped.header.as_str()).collect()
}

const WUQING: [&str; 17] = [
    "serial",
    "registered",
    "number",
    "applicant",
    "applicant_sex",
    "applicant_id",
    "applicant_phone",
    "respondent",
    "type",
    "place",
    "brief",
    "mediators",
    "result",
    "form",
    "amount",
    "concluded",
    "remarks",
];

#[test]
fn the_ledger_of_wuqing_is_understood_by_itself() {
    let text = decode(include_bytes!(
        "../../../../tests/fixtures/ledger/wuqing.csv"
    ))
    .text;
    let layout = guess(&text);
    assert_eq!(
        (layout.header, layout.header_rows, layout.year),
        (2, 1, Some(2023))
    );
    assert_eq!(layout.unit, Some(Unit::TenThousandYuan));
    assert_eq!(columns(&layout), WUQING);
    assert_eq!(unsure(&layout), [""; 0]);
    assert_eq!(layout.missing(), []);
}

#[test]
fn the_workbook_of_tongzhou_is_understood_by_itself() {
    let json = include_str!("../../../../tests/fixtures/ledger/tongzhou.sheet.json");
    let sheet: Sheet = serde_json::from_str(json).unwrap();
    let layout = Layout::guess(&sheet, &Options::default());
    assert_eq!(
        (layout.header, layout.header_rows, layout.year),
        (2, 2, Some(2023))
    );
    assert_eq!(layout.unit, None);
    assert_eq!(columns(&layout), WUQING);
    assert_eq!(layout.columns[3].header, "申请人 姓名");
    assert_eq!(layout.columns[6].header, "申请人 电话");
    assert_eq!(layout.columns[7].header, "被申请人 姓名");
    assert_eq!(layout.columns[8].header, "纠纷类型");
    assert_eq!(unsure(&layout), [""; 0]);
}

#[test]
fn groups_above_the_header_name_the_sides() {
    let layout = guess(
        "某镇台账（2024年）,,,,,,,\n,甲方,,乙方,,案件,,\n编号,姓名,电话,姓名,电话,受理日期,纠纷类型,结果\n\
         1,张三,13063091882,李四,13063091883,1.5,邻里,是\n2,王五,13063091882,赵六,13063091883,1.6,邻里,是\n",
    );
    assert_eq!(
        (layout.header, layout.header_rows, layout.year),
        (2, 2, Some(2024))
    );
    assert_eq!(
        columns(&layout),
        [
            "serial",
            "applicant",
            "applicant_phone",
            "respondent",
            "respondent_phone",
            "registered",
            "type",
            "result"
        ]
    );
}

#[test]
fn sides_follow_from_the_columns_before() {
    let layout = guess("时间,姓名,电话,姓名,电话,类型,时间\n1.5,张三,13063091882,李四,,邻里,1.7\n");
    assert_eq!(
        columns(&layout),
        [
            "registered",
            "applicant",
            "applicant_phone",
            "respondent",
            "respondent_phone",
            "type",
            "concluded"
        ]
    );
}

#[test]
fn cells_speak_where_headers_are_silent() {
    let rows: String = (1..=9)
        .map(|day| format!("2023.1.{day},张三,李四,邻里,协议书,120114197705020021\n"))
        .collect();
    let layout = guess(&format!("登记日期,申请人,被申请人,A,B,C\n{rows}"));
    assert_eq!(
        columns(&layout),
        [
            "registered",
            "applicant",
            "respondent",
            "type",
            "form",
            "applicant_id"
        ]
    );
    assert_eq!(layout.columns[3].certainty, Certainty::Likely);
}

#[test]
fn a_header_that_its_cells_belie_is_unsure() {
    let rows: String = (1..=9).map(|_| "2023.1.5,张三,李四,邻里,好\n").collect();
    let layout = guess(&format!(
        "登记日期,申请人,被申请人,纠纷类型,涉及金额\n{rows}"
    ));
    assert_eq!(columns(&layout)[4], "amount");
    assert_eq!(layout.columns[4].certainty, Certainty::Unsure);
}

#[test]
fn of_two_days_of_registration_the_plainer_is_taken() {
    let layout = guess("受理日期,登记日期,申请人,被申请人,纠纷类型\n1.5,1.4,张三,李四,邻里\n");
    assert_eq!(
        columns(&layout),
        ["ignore", "registered", "applicant", "respondent", "type"]
    );
}

#[test]
fn a_sheet_of_instructions_has_no_header() {
    let layout = guess("请按月填报，每月5日前报司法所。\n");
    assert_eq!(layout.header_rows, 0);
    assert_eq!(layout.missing().len(), 4);
}

#[test]
fn what_was_chosen_is_remembered() {
    let text = "登记日期,申请人,被申请人,性质,情况\n1.5,张三,李四,邻里,是\n";
    let mut layout = guess(text);
    layout.choose(3, Column::Type);
    layout.choose(4, Column::Result);
    assert_eq!(layout.missing(), []);
    let options = Options {
        remembered: vec![KnownHeaders {
            headers: layout.headers(),
            columns: layout.chosen(),
        }],
        ..Options::default()
    };
    let next = Layout::guess(&Sheet::from_csv("", text), &options);
    assert_eq!(
        columns(&next),
        ["registered", "applicant", "respondent", "type", "result"]
    );
    assert_eq!(next.columns[4].certainty, Certainty::Remembered);
    assert_eq!(next.chosen(), layout.chosen());
    // Beside other columns the same header may mean something else.
    let other = "登记日期,申请人,被申请人,性质,情况,备注\n1.5,张三,李四,邻里,是,\n";
    let other = Layout::guess(&Sheet::from_csv("", other), &options);
    assert!(unsure(&other).contains(&"情况"));
    layout.choose(0, Column::Type);
    assert_eq!(
        columns(&layout),
        ["type", "applicant", "respondent", "ignore", "result"]
    );
}

#[test]
fn a_detail_after_both_names_is_the_applicants_but_asked() {
    let layout =
        guess("登记日期,申请人,被申请人,联系电话,纠纷类型\n1.5,张三,李四,13063091882,邻里\n");
    assert_eq!(columns(&layout)[3], "applicant_phone");
    assert_eq!(unsure(&layout), ["联系电话"]);
    let layout =
        guess("登记日期,申请人,被申请人,电话,电话,纠纷类型\n1.5,张三,李四,13063091882,,邻里\n");
    assert_eq!(
        columns(&layout)[3..5],
        ["applicant_phone", "respondent_phone"]
    );
}

/// A ledger whose lone column of sexes stands at its end, with some people's numbers in it.
fn sexes_at_the_end(ids: &[&str], sexes: &[&str]) -> Layout {
    let rows: String = ids
        .iter()
        .zip(sexes)
        .map(|(id, sex)| format!("1.5,张三,{id},李四,邻里,无,{sex}\n"))
        .collect();
    guess(&format!(
        "登记日期,申请人,身份证号,被申请人,纠纷类型,备注,性别\n{rows}"
    ))
}

#[test]
fn a_lone_column_of_sexes_is_of_whom_the_numbers_say() {
    let ids = [
        "120114197705020021",
        "12011419760516065X",
        "120114199101270248",
        "120114195202010041",
        "120114197309250773",
    ];
    let theirs = sexes_at_the_end(&ids, &["女", "男", "女", "女", "男"]);
    assert_eq!(columns(&theirs)[6], "applicant_sex");
    assert_eq!(theirs.columns[6].certainty, Certainty::Likely);
    // Others' sexes, or too few to tell: whose they are is asked.
    for layout in [
        sexes_at_the_end(&ids, &["男", "男", "女", "男", "女"]),
        sexes_at_the_end(&ids[..4], &["女", "男", "女", "女"]),
    ] {
        assert_eq!(layout.columns[6].certainty, Certainty::Unsure);
    }
}

#[test]
fn a_detail_far_from_its_person_is_asked() {
    let layout = guess("登记日期,申请人,纠纷类型,被申请人,备注,地址\n1.5,张三,邻里,李四,无,村东\n");
    assert_eq!(layout.columns[5].certainty, Certainty::Unsure);
    let layout = guess("登记日期,申请人,年龄,性别,被申请人,纠纷类型\n1.5,张三,40,男,李四,邻里\n");
    assert_eq!(layout.columns[3].certainty, Certainty::Plain);
}

#[test]
fn the_title_names_the_unit_where_the_header_does_not() {
    let unit = |title: &str, header: &str| {
        let rows = "2023.1.5,张三,李四,邻里,成功,4.5\n";
        let header = format!("登记日期,申请人,被申请人,纠纷类型,结果,{header}");
        guess(&format!("{title},,,,,\n{header}\n{rows}")).unit
    };
    let ten_thousand = Some(Unit::TenThousandYuan);
    assert_eq!(
        unit("武清区台账（2023年度） 单位：万元", "涉及金额"),
        ten_thousand
    );
    assert_eq!(unit("单位:人民币万元", "涉及金额"), ten_thousand);
    assert_eq!(unit("单位：万元", "涉及金额（元）"), Some(Unit::Yuan));
    assert_eq!(unit("填报单位：万庄镇司法所", "涉及金额"), None);
    assert_eq!(unit("武清区台账", "涉及金额"), None);
}
