use proptest::prelude::*;

use super::*;
use crate::exchange::ledger::decode;
use crate::law::divisions::{Towns, Villages, parse_towns, parse_villages};
use crate::law::organisation::OrganisationKind;
use crate::law::person::MemberCategory;

fn tongzhou() -> Adcode {
    Adcode::new(110_112).unwrap()
}

struct Known(Towns, Villages);

impl Known {
    fn new() -> Self {
        let towns = parse_towns("110112\n104西集镇\n105永乐店镇\n120114\n109河西务镇\n").unwrap();
        let villages =
            parse_villages(tongzhou(), "104\n201肖家林村村委会\n202大沙务村委会\n").unwrap();
        Self(towns, villages)
    }

    fn options(&self) -> Options<'_> {
        Options {
            places: Places {
                county: tongzhou(),
                towns: &self.0,
                villages: &self.1,
            },
            unsaid_serving: None,
        }
    }
}

fn reading(text: &str) -> Reading {
    let known = Known::new();
    let sheet = Sheet::from_csv("", text);
    read(&sheet, &Layout::guess(&sheet, None), &known.options())
}

#[track_caller]
fn offices(reading: &Reading) -> Vec<&OfficeRow> {
    let rows = reading.rows.iter();
    rows.map(|row| match row {
        Row::Organisation(office) => office,
        Row::Person(person) => panic!("{person:?}"),
    })
    .collect()
}

const OFFICES: &str = "\
通州区调解组织名册,,,,,,,,,,,,
序号,机构名称,类型,上级,区县,乡镇街道,村社区,地址,电话,开放时间,面积,人数,特长
1,通州区司法局,司法局,,通州区,,,,010-69546288,,,,
2,西集司法所,,通州区司法局,,西集镇,,国防路1号,,周一至周五9:00-17:00,,6人,
3,肖家林村调委会,村调委会,西集司法所,,西集,肖家林村,,13800138000,,60平方米,3,邻里、婚姻家庭
4,河西务一站式多元化解中心,,,武清区,河西务镇,,,,,320,,
合计,4,,,,,,,,,,,
";

#[test]
fn organisations_are_read_whole() {
    let reading = reading(OFFICES);
    assert_eq!(reading.refused, []);
    assert_eq!(reading.apart, [1, 2, 7]);
    let rows = offices(&reading);
    let kinds: Vec<&str> = rows.iter().map(|row| row.kind.code()).collect();
    assert_eq!(
        kinds,
        [
            "bureau_district",
            "judicial_office",
            "committee_village",
            "centre_township"
        ]
    );
    let village = rows[2];
    assert_eq!(village.row, 5);
    assert_eq!(village.parent.as_deref(), Some("西集司法所"));
    assert_eq!(village.village.map(Village::number), Some(110_112_104_201));
    assert_eq!((village.floor_area, village.staff), (Some(60), Some(3)));
    assert_eq!(
        village.specialities,
        [DisputeType::MarriageFamily, DisputeType::Neighbour]
    );
    assert_eq!(
        village.phone.as_ref().map(Phone::as_str),
        Some("13800138000")
    );
    assert_eq!(rows[1].hours.as_deref(), Some("周一至周五9:00-17:00"));
    assert_eq!(rows[3].county.number(), 120_114);
    assert_eq!(rows[3].kind, OrganisationKind::CentreTownship);
}

#[test]
fn the_counties_whose_villages_are_wanted_are_known_before_the_rows_are_read() {
    let known = Known::new();
    let of = |text: &str| {
        let sheet = Sheet::from_csv("", text);
        let layout = Layout::guess(&sheet, None);
        let counties = counties_of_villages(&sheet, &layout, &known.options().places);
        counties.into_iter().map(Adcode::number).collect::<Vec<_>>()
    };
    assert_eq!(of(OFFICES), [110_112, 120_114]);
    assert_eq!(of("名称,类型,区县\n甲司法所,,武清区\n"), [0_u32; 0]);
}

#[test]
fn the_bytes_of_a_chinese_spreadsheet_are_read_like_any() {
    let gb = encoding_rs::GB18030.encode(OFFICES).0;
    let decoded = decode(&gb);
    assert_eq!(decoded.text, OFFICES);
    assert_eq!(reading(&decoded.text).rows.len(), 4);
}

#[test]
fn people_are_read_whole() {
    let reading = reading(
        "姓名,性别,专兼职,等级,单位,特长,语言,证书编号,电话,团队,类别\n\
         李文,女,专职,二级,西集司法所,邻里,英语 手语,TZ-0012,13911112222,向日葵暖心团,退休法律工作者\n\
         王 芳,,兼职,,,,,,,,\n",
    );
    assert_eq!(reading.refused, []);
    let [Row::Person(li), Row::Person(wang)] = &reading.rows[..] else {
        panic!("{reading:?}")
    };
    assert_eq!(
        (li.sex.clone(), li.serving.clone()),
        (Some(Sex::Female), MediatorKind::FullTime)
    );
    assert_eq!(li.languages, ["英语", "手语"]);
    assert_eq!(li.category, Some(MemberCategory::RetiredLegalWorker));
    assert_eq!(li.certificate.as_deref(), Some("TZ-0012"));
    assert_eq!(
        (wang.organisation.as_deref(), wang.team.as_deref()),
        (None, None)
    );
}

#[track_caller]
fn refused(text: &str) -> Vec<(u32, Column, Reason)> {
    let reading = reading(text);
    let problems = reading.refused.iter().flat_map(|refused| {
        let of = |problem: &Problem| (refused.row, problem.meaning.clone(), problem.reason);
        refused.problems.iter().map(of)
    });
    problems.collect()
}

#[test]
fn what_cannot_be_read_refuses_its_row_and_says_why() {
    let head = "名称,类型,区县,乡镇街道,村社区,电话,人数,特长\n";
    let of = |row: &str| refused(&format!("{head}{row}\n"));
    assert_eq!(of(",司法所,,,,,,"), [(2, Column::Name, Reason::Missing)]);
    assert_eq!(
        of("老李,超市,,,,,,"),
        [(2, Column::Kind, Reason::UnknownKind)]
    );
    assert_eq!(
        of("13800138000,司法所,,,,,,"),
        [(2, Column::Name, Reason::NumberForName)]
    );
    assert_eq!(
        of("甲司法所,,没有区,,,,,"),
        [(2, Column::County, Reason::UnknownCounty)]
    );
    assert_eq!(
        of("甲司法所,,,宋庄镇,,,,"),
        [(2, Column::Town, Reason::UnknownTown)]
    );
    assert_eq!(
        of("甲村调委会,,,西集镇,外村,,,"),
        [(2, Column::Village, Reason::UnknownVillage)]
    );
    assert_eq!(
        of("甲村调委会,,,,肖家林,,,"),
        [(2, Column::Village, Reason::VillageWithoutTown)]
    );
    assert_eq!(
        of("甲司法所,,,,,12,三人,天文"),
        [
            (2, Column::Phone, Reason::NotAPhone),
            (2, Column::Staff, Reason::NotANumber),
            (2, Column::Specialities, Reason::UnknownSpeciality),
        ]
    );
    let people = "姓名,专兼职,团队,类别\n李文,专职,向日葵团,\n";
    assert_eq!(
        refused(people),
        [(2, Column::Team, Reason::TeamWithoutCategory)]
    );
    let people = "姓名,性别,专兼职,类别\n李文,中,专职兼职,五老\n";
    assert_eq!(
        refused(people),
        [
            (2, Column::Serving, Reason::UnknownServing),
            (2, Column::Category, Reason::CategoryWithoutTeam),
            (2, Column::Sex, Reason::UnknownSex),
        ]
    );
}

#[test]
fn how_people_serve_is_said_by_the_sheet_or_by_a_person() {
    let text = "姓名,单位\n李文,西集司法所\n";
    assert_eq!(refused(text), [(2, Column::Serving, Reason::Missing)]);
    let known = Known::new();
    let sheet = Sheet::from_csv("", text);
    let options = Options {
        unsaid_serving: Some(MediatorKind::PartTime),
        ..known.options()
    };
    assert_eq!(
        read(&sheet, &Layout::guess(&sheet, None), &options)
            .rows
            .len(),
        1
    );
}

#[test]
fn of_rows_that_tell_of_the_same_the_first_counts() {
    let reading = reading("名称,类型\n甲司法所,\n乙司法所,\n甲司法所,司法所\n");
    assert_eq!(reading.rows.len(), 2);
    assert_eq!(reading.repeated, [Repeated { row: 4, first: 2 }]);
}

#[test]
fn where_names_of_places_are_not_known_nothing_is_refused_for_them() {
    let (towns, villages) = (Towns::new(), Villages::new());
    let sheet = Sheet::from_csv("", "名称,乡镇街道,村社区\n肖家林村调委会,西集镇,肖家林\n");
    let options = Options {
        places: Places {
            county: tongzhou(),
            towns: &towns,
            villages: &villages,
        },
        unsaid_serving: None,
    };
    let reading = read(&sheet, &Layout::guess(&sheet, None), &options);
    let rows = offices(&reading);
    assert_eq!((rows[0].county, rows[0].town), (tongzhou(), None));
}

#[test]
fn a_quote_that_is_never_closed_refuses_its_row() {
    let reading = reading("名称,类型\n甲司法所,\n\"乙司法所,\n丙司法所,\n");
    assert_eq!(reading.rows.len(), 1);
    assert_eq!(reading.refused[0].problems[0].reason, Reason::OpenQuote);
}

proptest! {
    /// Whatever stands in a file, nothing panics and every row is accounted for.
    #[test]
    fn every_row_is_accounted_for(text in "[ \n,\"名称姓类型单位司法所调委会镇村13800通州区女专职合计/，]{0,120}") {
        let text = format!("名称,类型,乡镇街道,电话\n{text}");
        let known = Known::new();
        let sheet = Sheet::from_csv("", &text);
        for subject in [None, Some(Subject::Organisations), Some(Subject::People)] {
            let layout = Layout::guess(&sheet, subject);
            let reading = read(&sheet, &layout, &known.options());
            let mut rows: Vec<u32> = reading.apart.clone();
            rows.extend(reading.rows.iter().map(Row::row));
            rows.extend(reading.refused.iter().map(|refused| refused.row));
            rows.extend(reading.repeated.iter().map(|repeated| repeated.row));
            rows.sort_unstable();
            let all: Vec<u32> = (1..).take(sheet.rows.len()).collect();
            prop_assert_eq!(rows, all);
        }
    }
}
