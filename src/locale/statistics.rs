//! Words of the page 统计.

use super::Language;

crate::messages! {
    page_title(period: &str) = "{period} 人民调解", "Mediation, {period}";
    computed(cases: &str) = "由{cases}件现算 · 带虚线的数字能点开看案件", "Cases counted: {cases} · numbers with a dashed line open their cases";
    computed_in(place: &str, cases: &str) = "{place} · 由{cases}件现算 · 带虚线的数字能点开看案件", "{place} · cases counted: {cases} · numbers with a dashed line open their cases";
    all_time = "全部年份", "All years";
    this_month = "本月", "This month";
    last_month = "上月", "Last month";
    this_year = "今年", "This year";
    year(year: i32) = "{year}年", "{year}";
    own_months = "自己选", "Choose";
    period_sheet = "看哪一段", "Which period";
    from_month = "从", "From";
    to_month = "到", "To";
    see_period = "看这一段", "Show this period";
    everywhere = "各区县合计", "All counties";
    county_sheet = "看哪个区县", "Which county";
    counted(period: &str) = "数字是{period}调解的件数", "The numbers are cases mediated, {period}";
    print = "打印", "Print";
    choose_period = "选时间", "Period";

    registered = "登记", "Registered";
    registered_note = "期内登记的案件", "Cases registered in the period";
    mediated = "调解纠纷", "Mediated";
    mediated_note = "受理并在期内有结果，不论成不成", "Accepted, and concluded in the period";
    successful = "调解成功", "Successful";
    rate(rate: &str, part: &str, whole: &str) = "成功率{rate} = {part} ÷ {whole}", "{rate} = {part} ÷ {whole}";
    no_rate = "还没有结果，算不出成功率", "No conclusions, so no rate yet";
    open = "在办", "Open";
    open_note = "今天还没有结果的", "Without a conclusion today";
    overdue = "逾期", "Overdue";
    overdue_note(part: &str, whole: &str) = "在办{whole}件中，{part}件过了调解期限（含延长）", "Past their last day, as extended: {part} of {whole} open";
    people = "涉及当事人", "People involved";
    people_note(each: &str) = "人 · 平均每件{each}人", "people · {each} a case";
    people_unit = "人", "people";
    sum = "协议涉及金额", "Sum in agreements";
    sum_note(each: &str) = "平均每份协议{each}", "{each} an agreement";
    sum_none = "期内的协议没有写金额", "No sums in the period's agreements";
    performed = "履行完毕", "Performed";
    performed_note = "协议各项都做到了", "every item of the agreement";
    confirmed = "司法确认", "Confirmed by court";
    confirmed_note = "法院裁定有效", "held valid by the court";
    consultations = "法律咨询", "Consultations";
    consultations_note = "期内解答的", "Answered in the period";
    work_orders = "化解工单", "Work orders";
    work_orders_note = "4+N：调解、组织、评议", "4+N: mediation, organisation, evaluation";
    centres = "一站式中心", "One-stop centres";
    centres_note = "村居、乡镇街道、区三级", "Village, township and district";

    of_kind = "纠纷类型", "Type of dispute";
    of_month = "月份", "Month";
    of_county = "区县", "County";
    of_ending = "结果", "Outcome";
    of_source = "来源", "Source";
    series_mediated = "调解", "Mediated";
    series_successful = "成功", "Successful";
    series_rate = "成功率", "Success rate";
    series_cases = "件数", "Cases";
    by_kind = "按纠纷类型", "By type of dispute";
    ended_again(times: u64) = "重新调解过的，在每个办结的月份各算一次，合计里只算一次：各月相加比合计多{times}。", "A case that was mediated anew counts in each month in which it ended, and once in the total: the months add up to {times} more.";
    by_month = "按月份", "By month";
    by_county = "按区县", "By county";
    by_ending = "按结果", "By outcome";
    by_source = "按来源", "By source";
    by_organisation = "按调解组织", "By organisation";
    charts_empty = "期内有了结果，这里就有图。换个时间看看。", "Once cases are concluded in the period, they are drawn here. Try another period.";

    most(name: &str, share: u64) = "{name}最多，占{share}%", "{name}: the most, {share}%";
    most_alike(one: &str, other: &str) = "{one}和{other}一样多", "{one} and {other} are level";
    all_of_one(name: &str) = "都是{name}", "{name}: all of them";
    month_most(month: &str) = "{month}最多", "{month} had the most";
    month_rates(title: &str, low: &str, high: &str) = "{title}，成功率各月都在{low}到{high}", "{title}; between {low} and {high} succeeded in each month";
    month_rate(title: &str, rate: &str) = "{title}，各月成功率都是{rate}", "{title}; {rate} succeeded in each month";
    came_to_good(share: u64) = "{share}%达成了协议", "{share}% ended in an agreement";
    did(name: &str, share: u64) = "{name}办了{share}%", "{name} did {share}%";
    month_of_year(month: u8) = "{month}月", "{month}";

    official = "人民调解案件统计表 · 报表口径", "Statistical table of mediation cases · as reported";
    organisation = "调解组织", "Organisation";
    column_mediated = "调解案件（件）", "Mediated";
    column_successful = "调解成功（件）", "Successful";
    column_rate = "成功率", "Success rate";
    column_people = "当事人（人）", "People";
    column_sum = "协议金额（万元）", "Sum (10,000 yuan)";
    total = "合计", "Total";
    unknown_organisation = "单位不在本机", "Organisation not on record here";
    table_copied = "表格已复制，可以粘贴到电子表格里。", "The table is copied; paste it into a spreadsheet.";
    table_not_copied = "没能复制，请换用打印。", "Could not be copied; please print it.";

    published_title = "公开报道的数字，逐件现算", "Published figures, counted case by case";
    published_note = "数字出自京津冀人民调解交流会的报道。示范区是编出来的：这些数字不是写进去的，是把每一件加起来得到的。", "From a report on the exchange meeting on people's mediation of Beijing, Tianjin and Hebei. The demonstration is invented; here these figures are not written anywhere, they are the sum of its cases.";
    /// Its number is of people, and what it opens are cases.
    people_in_cases(note: &str, cases: &str) = "{note}，在{cases}件案件里", "{note}, in {cases} cases";
    published_unknown(code: &str) = "{code}", "{code}";
}

/// What a published figure counts and where, by its id.
#[must_use]
pub fn published(language: Language, figure: &str) -> Option<(&'static str, &'static str)> {
    let (zh, en) = match figure {
        "pinggu.centres" => (
            ("平谷 · 三级中心", "村居、乡镇、区全覆盖"),
            ("Pinggu · centres", "villages, townships, district"),
        ),
        "pinggu.work_orders_resolved" => (
            ("平谷 · 化解工单", "4+N：调解、组织、评议"),
            ("Pinggu · work orders", "resolved under 4+N"),
        ),
        "pinggu.disputes_mediated" => (
            ("平谷 · 调解纠纷", "2023年1–8月，三级中心"),
            ("Pinggu · mediated", "Jan–Aug 2023, all centres"),
        ),
        "pinggu.disputes_successful" => (
            ("平谷 · 调解成功", "2023年1–8月，三级中心"),
            ("Pinggu · successful", "Jan–Aug 2023, all centres"),
        ),
        "heizhuanghu.consultations" => (
            ("黑庄户 · 法律咨询", "2022年以来"),
            ("Heizhuanghu · consultations", "since 2022"),
        ),
        "heizhuanghu.disputes_mediated" => (
            ("黑庄户 · 调解纠纷", "2022年以来，“温度+”调解室"),
            ("Heizhuanghu · mediated", "since 2022, Temperature+ rooms"),
        ),
        "heizhuanghu.people" => (
            ("黑庄户 · 涉及群众", "2022年以来"),
            ("Heizhuanghu · people", "since 2022"),
        ),
        "heizhuanghu.petition_backlog" => (
            ("黑庄户 · 信访积案", "2022年以来"),
            ("Heizhuanghu · petition backlog", "since 2022"),
        ),
        "tongwu.training_sessions" => (
            ("通武廊 · 骨干培训", "三地大型培训，期"),
            ("Tongwu · training", "large sessions of three places"),
        ),
        _ => return None,
    };
    Some(language.of((zh, en)))
}
