//! Words of the register.

use super::Language;
use super::case::{party_letter, with_others};

crate::messages! {
    title = "台账", "Register";
    all(count: String) = "{count}件", "{count} in all";
    shown(all: String, found: String) = "{all}件 · 显示{found}", "{all} in all · {found} shown";
    list_name(found: String) = "台账，{found}件", "Register: {found}";
    search_by = "姓名、首字母、案号、电话、区县", "Name, initials, no., phone, county";

    mine = "我办的", "Mine";
    open = "在办", "Open";
    overdue = "逾期", "Overdue";
    disputed = "有分歧", "Unsettled";
    joint = "联合", "Joint";
    this_month = "本月", "This month";
    last_month = "上月", "Last month";
    this_year = "今年", "This year";
    own_span = "自己选", "Choose";
    filters = "筛选", "Filter";
    filters_on(count: usize) = "筛选，已用{count}项", "Filter, {count} in use";

    filter_title = "筛选台账", "Filter the register";
    clear_all = "全部清掉", "Clear all";
    see_these(count: String) = "看这{count}件", "Show these {count}";
    see_none = "没有这样的案件", "No such case";
    by_stage = "走到哪一步", "How far it is";
    by_kind = "纠纷类型", "Type of dispute";
    more_kinds(count: usize) = "更多{count}类", "{count} more types";
    by_day = "登记时间", "Registered";
    from_day = "从哪天起", "From";
    to_day = "到哪天止", "To";
    by_mediator = "调解员", "Mediator";
    by_county = "区县", "County";
    by_town = "乡镇、街道", "Township";
    only_overdue = "只看逾期（调解期限，含延长）", "Overdue only (last day as extended)";
    only_disputed = "只看有分歧的", "Unsettled only";
    only_joint = "只看联合调解", "Joint cases only";
    only_handed_on = "只看移送的", "Only what was handed on";
    handed_on = "移送的", "Handed on";
    one_agreement = "依据同一份协议", "Under one agreement";
    only_voided = "只看已作废的", "Voided only";
    voided = "已作废", "Voided";
    see_voided(count: usize) = "已作废{count}件也有这些字，去看", "Found among voided cases: {count}";
    everyone = "不限", "Any";
    find_among(what: &str) = "查找{what}", "Search: {what}";
    more(count: usize) = "还有{count}个，输入名称查找", "{count} more: search by name";

    comma = "、", ", ";
    year(year: i32) = "{year}年", "{year}";
    any_outcome = "有结果的", "Concluded";
    agreements = "达成协议的", "With an agreement";
    concluded_ever = "任何时候有结果的", "Concluded at any time";
    one_town = "指定的乡镇", "One township";
    perform_by(day: &str) = "{day}履行", "due {day}";
    visit_by(day: &str) = "{day}前回访", "visit by {day}";
    is_joint = "联合调解", "joint";
    is_disputed = "有分歧", "unsettled";
    of_kind(kind: &str) = "{kind}纠纷", "{kind}";
    sort_menu = "换排法", "Order";
    by_due = "按期限，近的在前", "Nearest deadline first";
    by_newest = "按登记，新的在前", "By registration, newest first";
    by_oldest = "按登记，旧的在前", "By registration, oldest first";
    by_number = "按案号", "By number";
    by_sum = "按金额，大的在前", "By sum, greatest first";

    empty_title = "台账是空的", "The register is empty";
    empty_purpose = "每受理一件，这里就多一行：当事人、期限、走到哪一步。手上有电子台账，也可以一次收进来。", "Each case taken in adds a line: parties, deadline, how far it is. A ledger kept as a spreadsheet can be taken in at once.";
    take_in = "受理第一件", "Take in the first case";
    bring_ledger = "收进旧台账", "Take in an old ledger";
    none_title = "没有找到", "Nothing found";
    none_purpose = "换个字、用首字母，或少选几项筛选再看。", "Try another word or the initials, or take some filters away.";
    clear_filters = "清掉筛选和搜索", "Clear filters and search";

    performed_between(span: &str) = "{span}履行完毕", "Performed {span}";
    performed_ever = "履行完毕的", "Performed at any time";
    confirmed_between(span: &str) = "{span}司法确认", "Confirmed by court {span}";
    confirmed_ever = "司法确认过的", "Confirmed by court at any time";
    concluded_between(span: &str) = "结果在{span}", "Concluded {span}";
    registered_between(span: &str) = "登记在{span}", "Registered {span}";
    one_mediator = "指定的调解员", "One mediator";
    branded = "品牌调解室", "Branded rooms";
    since(day: &str) = "{day}以来", "since {day}";
    one_organisation = "指定的单位", "One organisation";
    not_open = "不在办的", "Not open";
    take_away(what: &str) = "去掉：{what}", "Take away: {what}";

    ended_written = "书面协议", "Written agreement";
    ended_oral = "口头协议", "Oral agreement";
    ended_failed = "调解不成", "Failed";
    ended_withdrawn = "撤回", "Withdrawn";
    ended_declined = "不予受理", "Declined";

    and(one: &str, other: &str) = "{one} 与 {other}", "{one} v. {other}";
    no_party = "还没有当事人", "No parties yet";
    no_number = "未编号", "no number yet";
    pick_one_title = "选一件看看", "Choose a case";
    pick_one_purpose = "从左边的台账里选一件，它的经过、当事人和下一步会显示在这里。", "Choose one from the register at the left; its story, its parties and its next step will appear here.";
    row_coming = "正在读…", "Reading…";
}

/// One side of a case: the name of its first party, how many there are, and which place the first has in the case.
pub type Side<'a> = (Option<&'a str>, u32, usize);

/// Both sides in a line: 张桂珍 与 李国强等3人; where names are left out, the letters that the case's page has.
#[must_use]
pub fn people(language: Language, applicant: Side, respondent: Side) -> String {
    let side = |(name, count, place): Side| {
        let name = name.map_or_else(|| party_letter(language, place), str::to_owned);
        let others = count.checked_sub(1)?;
        Some(with_others(language, name, others))
    };
    match (side(applicant), side(respondent)) {
        (Some(one), Some(other)) => and(language, &one, &other),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => no_party(language).to_owned(),
    }
}

/// The last part of a case number, which tells cases of one office apart: 第118号. Chinese reads it
/// out of the office's own pattern; a number without such a part stands in full.
#[must_use]
pub fn short_number(number: &str) -> &str {
    number.rfind('第').map_or(number, |at| &number[at..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn both_sides_stand_in_one_line() {
        let (zhang, gao) = ((Some("张桂珍"), 1, 0), (Some("高军"), 3, 1));
        assert_eq!(people(Chinese, zhang, gao), "张桂珍 与 高军等3人");
        assert_eq!(people(English, zhang, (None, 0, 0)), "张桂珍");
        assert_eq!(people(English, zhang, gao), "张桂珍 v. 高军 (+2)");
        let (two, one) = ((None, 2, 0), (None, 1, 2));
        assert_eq!(people(Chinese, two, one), "甲等2人 与 丙");
        assert_eq!(people(English, two, one), "A (+1) v. C");
        assert_eq!(people(Chinese, (None, 0, 0), (None, 0, 0)), "还没有当事人");
    }

    #[test]
    fn numbers_are_shortened_to_what_tells_them_apart() {
        assert_eq!(short_number("（2026）通西人调字第118号"), "第118号");
        assert_eq!(short_number("TZ-2026-118"), "TZ-2026-118");
        assert_eq!(short_number(""), "");
    }
}
