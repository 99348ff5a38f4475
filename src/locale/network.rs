//! Words of the page 网络, and why something of the network was not written.

pub mod entered;
pub mod fields;
pub mod map_border;
pub mod map_compare;
pub mod map_export;
pub mod map_find;
pub mod map_layers;
pub mod map_time;
pub mod refusal;
pub mod tour;
pub mod tree;

crate::messages! {
    title = "网络", "Network";
    layers = "按什么上色", "Shade by";
    more_layers = "别的数字", "More";
    mediated = "调解件数", "Mediated";
    successful = "调解成功", "Successful";
    rate = "成功率", "Success rate";
    few(cases: u64) = "不足{cases}件，不算比率", "Fewer than {cases} cases: no rate";
    density = "每万人调解", "Per 10,000 people";
    registered = "登记", "Registered";
    open = "在办", "Open";
    overdue = "逾期", "Overdue";
    people = "当事人", "People";
    sum = "协议金额", "Sum agreed";
    performed = "履行完毕", "Performed";
    confirmed = "司法确认", "Confirmed by court";
    consultations = "法律咨询", "Consultations";
    work_orders = "化解工单", "Work orders";
    centres = "一站式中心", "Centres";
    unit_cases = "件", "cases";
    unit_people = "人", "people";
    unit_sum = "元", "yuan";
    unit_times = "次", "times";
    unit_places = "个", "places";
    with_unit(name: &str, unit: &str) = "{name}（{unit}）", "{name} ({unit})";
    as_of_today = "今天", "today";
    period = "看哪一段", "Period";

    kind_centre = "一站式中心、调解室", "Centres and rooms";
    kind_office = "司法局、司法所", "Bureaus and offices";
    kind_committee = "调委会、调解小组", "Committees and groups";
    kind_other = "公安、法庭、信访等", "Police, courts, others";
    arcs = "联合调解", "Joint mediation";
    /// What the line between two counties points to.
    arcs_way = "从受理地指向受邀地", "from who took it in to who was asked to join";
    handed_on = "移送", "Handed on";
    handed_on_way = "从移送方指向接收方", "from who had it to who took it over";
    corridor = "走廊", "Corridor";
    corridor_pill(name: &str, cases: &str) = "{name} {cases}件", "{name} · {cases}";

    close = "关上", "Close";
    all_cases(count: &str) = "全部{count}件", "All {count}";
    organisations = "机构", "Organisations";
    count_places(count: &str) = "{count}个", "{count}";
    more_lines(count: usize) = "还有{count}个", "{count} more";
    no_organisations = "这里还没有登记的机构。", "No organisations on record here.";
    handled(count: &str) = "至今办理{count}件", "cases to date: {count}";
    joint_cases = "联合调解", "Joint cases";
    joint_with(name: &str) = "与{name}", "With {name}";
    no_joint = "还没有跨区县的联合调解。", "No joint cases across counties yet.";
    latest = "最近的案件", "Latest cases";
    no_cases = "本机还没有这里的案件。", "No cases of this county on this device.";
    cases_unit = "件", "cases";
    per_ten_thousand(rate: &str) = "每万人{rate}件", "{rate} per 10,000 people";

    signed(year: u16, name: &str) = "{year}年《{name}》", "{name}, {year}";
    corridor_cases = "联合调解", "Joint cases";
    corridor_mediated = "调解件数", "Mediated";
    listed_below = "见下面的活动", "Listed below";
    corridor_trainings = "骨干培训", "Training sessions";
    direct_network = "直通网络", "Direct network";
    recent = "最近的活动", "Recent activities";
    no_activities = "还没有登记活动。", "No activities on record yet.";
    choose_county = "点一个区县看看", "Tap a county";
    choose_county_why = "它的数字、机构、联合调解和最近的案件会显示在这里。", "Its figures, organisations, joint and latest cases will stand here.";
}
