//! Words of the directory: organisations, people, teams, micro-grids, agreements and activities.

pub mod held;
pub mod spot;

use super::Language;
use crate::domain::id::StreamKind;

crate::messages! {
    title = "机构", "Directory";
    note = "机构、调解员、团队、微网格和协议", "Offices, mediators, teams, micro-grids and agreements";
    tabs = "看哪一类", "What to look at";
    organisations = "机构", "Offices";
    people = "人员", "People";
    teams = "团队", "Teams";
    grids = "微网格", "Micro-grids";
    agreements = "合作协议", "Agreements";
    activities = "联合活动", "Joint activities";
    search = "名称、首字母、区县", "Name, initials, county";
    shown(count: &str, all: &str) = "{all}个中的{count}个", "{count} of {all}";
    all_of(all: &str) = "共{all}个", "{all} in all";
    list_name(what: &str, count: &str) = "{what}，{count}个", "{what}, {count}";
    kinds = "类型", "Kind";
    every_kind = "全部类型", "Every kind";
    near = "本区县", "My county";
    ended = "已停止", "Ended";
    disputed = "说法不一", "Two versions";
    nameless = "姓名已脱敏", "Name left out";
    nobody_title = "这里还没有登记", "Nothing on record here yet";
    nobody_why = "登记一次，受理、指派、协议里就能直接选到。", "Enter it once, and it can be chosen wherever a case asks for it.";
    nothing_fits = "没有符合的", "Nothing fits";
    nothing_fits_why = "换一个字，或清掉筛选再看。", "Try another letter, or clear the filters.";
    clear = "清掉筛选", "Clear the filters";

    add_organisation = "登记机构", "Enter an office";
    add_person = "登记人员", "Enter a person";
    add_team = "组建团队", "Form a team";
    add_grid = "划定微网格", "Draw a micro-grid";
    add_agreement = "起草合作协议", "Draft an agreement";
    add_activity = "记一次活动", "Record an activity";
    from_sheet = "从表格并入", "Take in a spreadsheet";
    add_note = "带＊的必填，其余以后可以补", "Fields with * are needed; the rest can follow later";
    save = "记下", "Record it";
    saved = "已记下", "Recorded";
    needed = "请填写", "Please fill it in";
    needed_more = "请补齐上面标出的几项", "Please complete the fields marked above";

    person_name = "姓名", "Name";
    sex = "性别", "Sex";
    phone = "电话", "Phone";
    serves = "任职方式", "Serves";
    private_hint = "脱敏时会去掉", "Left out of redacted copies";
    hours_hint = "例如：周一至周五 9:00–17:00", "For example: Mon–Fri 9:00–17:00";
    brand_hint = "例如：温度+", "For example: Temperature+";
    ended_hint = "不再运行时填；留空表示仍在运行", "When it works no more; empty while it does";
    left_hint = "不再担任时填；留空表示仍在任", "When one serves no more; empty while one does";
    grade_hint = "按当地的评定填，例如：一级", "As your region rates, for example: first grade";
    languages_hint = "用顿号隔开，例如：武清话、手语", "Separated by commas: sign language, English";
    scope_hint = "不选表示各类纠纷", "None chosen: all disputes";
    until_hint = "不设期限就留空", "Empty where it has no term";
    training_name = "培训名称", "Training";
    training_hours = "学时", "Hours";
    who = "谁", "Who";
    category = "成员类别", "As what";
    end_reason = "为什么", "Why";
    one_side = "一边", "One side";
    other_side = "另一边", "The other side";
    side = "哪一方", "Which side";
    document_name = "文件名称", "Title of the paper";
    signed_on = "签订日期", "Signed on";
    signed_hint = "还没签就留空，先记为拟签", "Empty while it is only proposed";
    corridor_hint = "例如：通武廊", "For example: Tongwu Corridor";
    add_county = "加一个区县", "Add a county";
    remove(what: &str) = "去掉{what}", "Take away {what}";
    find_organisation = "输几个字找机构", "Find an office by a few letters";
    find_person = "输几个字找人", "Find a person by a few letters";
    find_agreement = "输几个字找协议", "Find an agreement by a few letters";
    more_found(count: usize) = "还有{count}个，再输几个字", "{count} more: type a few letters";
    none_chosen = "都不是", "None";

    facts = "登记内容", "On record";
    change = "改", "Change";
    change_field(field: &str) = "改{field}", "Change: {field}";
    add_field(field: &str) = "补上{field}", "Add: {field}";
    not_filled = "还没填的", "Not filled in yet";
    happened = "发生过的", "What has happened";
    undo = "撤销这一条", "Take this back";
    taken_back = "已撤销", "Taken back";
    differ(field: &str) = "{field}有不同说法", "Two versions: {field}";
    differ_why = "两个工作台各写了一个，请定下以哪个为准。", "Two desks wrote different things; settle which one holds.";
    holds = "以这个为准", "This one holds";
    said_by(day: &str, who: &str) = "{day} {who}", "{day}, {who}";
    members = "成员", "Members";
    add_member = "加成员", "Add a member";
    workers = "网格员", "Grid workers";
    add_worker = "加网格员", "Add a grid worker";
    trainings = "培训经历", "Training taken";
    add_training = "记一次培训", "Record a training";
    colleagues = "本单位人员", "People here";
    below = "下属机构", "Offices below";
    cases(count: &str) = "办理{count}件", "{count} cases";
    all_cases = "看经办的案件", "See its cases";
    pairs = "毗邻结对", "Paired neighbours";
    add_pair = "结一对", "Add a pair";
    contacts = "各方联络人", "Contact persons";
    add_contact = "加联络人", "Add a contact person";
    centres = "联建的一站式中心", "Joint one-stop centres";
    add_centre = "加联建中心", "Add a joint centre";
    documents = "协议文件", "Papers";
    add_document = "记一份文件", "Record a paper";
    held_under = "按协议开展的活动", "Activities under it";
    cases_under = "按协议联合调解的案件", "Cases mediated under it";
    so_many(what: &str, count: usize) = "{what} {count}", "{what}: {count}";
    see_on_map = "在地图上看", "See it on the map";
    sign = "记签订", "Record the signing";
    renew = "续签", "Renew";
    none_yet = "还没有", "None yet";
    missing_title = "没有找到", "Not found";
    missing_why = "它不在这份数据里，或者登记已撤销。", "It is not in this record, or its entry was taken back.";
    to_directory = "回到机构名录", "Back to the directory";
    gone = "登记已撤销", "Its entry was taken back";
    in_team = "所在团队", "In teams";
}

/// What a kind of stream is called, as a heading of its list.
#[must_use]
pub fn kind_of_stream(l: Language, kind: StreamKind) -> &'static str {
    match kind {
        StreamKind::MEDIATOR => people(l),
        StreamKind::TEAM => teams(l),
        StreamKind::MICRO_GRID => grids(l),
        StreamKind::COOPERATION => agreements(l),
        StreamKind::ACTIVITY => activities(l),
        _ => organisations(l),
    }
}
