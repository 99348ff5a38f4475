use super::*;
use crate::law::coded::check_codes;

#[track_caller]
fn check(header: &str, column: Column) {
    assert_eq!(
        read_heading(header).map(|heading| heading.says),
        Some(Says::Means(column)),
        "{header}"
    );
}

#[test]
fn codes_survive_the_wire() {
    check_codes::<Column>(27);
}

#[test]
fn headers_are_understood() {
    check("序号", Column::Serial);
    check("登记时间", Column::Registered);
    check("受理日期", Column::Registered);
    check("申请时间", Column::Registered);
    check("编号", Column::Number);
    check("申请人", Column::Applicant);
    check("申请人姓名", Column::Applicant);
    check("申请人身份证号", Column::ApplicantId);
    check("当事人（甲方）", Column::Applicant);
    check("当事人（乙方）电话", Column::RespondentPhone);
    check("被申请人 姓名", Column::Respondent);
    check("当事人", Column::Parties);
    check("纠纷类别", Column::Type);
    check("案由", Column::Type);
    check("案件来源", Column::Source);
    check("发生地点", Column::Place);
    check("案情简介", Column::Brief);
    check("调解人员", Column::Mediators);
    check("是否成功", Column::Result);
    check("是否达成协议", Column::Result);
    check("协议形式", Column::Form);
    check("涉及金额（万元）", Column::Amount);
    check("结案时间", Column::Concluded);
    check("调解日期", Column::Concluded);
    check("是否司法确认", Column::Confirmation);
    check("备 注", Column::Remarks);
    check("被申请人年龄", Column::Ignore);
}

#[test]
fn some_headers_depend_on_their_neighbours() {
    let says = |header: &str| read_heading(header).map(|heading| heading.says);
    assert_eq!(says("性别"), Some(Says::OfPerson(Detail::Sex)));
    assert_eq!(says("身份证号码"), Some(Says::OfPerson(Detail::Id)));
    assert_eq!(says("时间"), Some(Says::SomeDay));
    assert_eq!(says("天气"), None);
    assert_eq!(says(""), None);
}
