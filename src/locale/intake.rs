//! Words of intake, and of the fields that say who and where.

crate::messages! {
    title = "受理纠纷", "Take in a dispute";
    who = "谁来了", "Who";
    what = "什么事", "What";
    check = "核对并登记", "Check and register";
    next_what = "下一步：什么事", "Next: what it is about";
    next_check = "下一步：核对并登记", "Next: check and register";
    register = "登记", "Register";
    registered = "已登记", "Registered";
    no_desk = "先设好工作台", "Set up the desk first";
    no_desk_why = "登记要知道是哪个单位、谁经手。一分钟就好。", "To register, the app must know the office and who is acting. It takes a minute.";
    set_up = "去设好", "Set it up";

    source = "怎么来的", "How it came in";
    more(count: usize) = "更多{count}类", "{count} more";
    add(role: &str) = "加{role}", "Add: {role}";
    remove = "去掉", "Remove";
    remove_party(name: &str) = "去掉{name}", "Remove {name}";
    kind_of_party = "个人还是单位", "Person or organisation";
    name = "姓名", "Name";
    organisation_name = "单位名称", "Name of the organisation";
    phone = "电话", "Phone";
    more_of_party = "证件、住址等", "ID, address and more";
    id_number = "身份证号", "ID number";
    credit_code = "统一社会信用代码", "Unified social credit code";
    id_says(sex: &str, born: &str) = "{sex}，{born}出生", "{sex}, born {born}";
    address = "住址", "Address";
    sex = "性别", "Sex";
    ethnic_group = "民族", "Ethnic group";
    /// The one most are of; what is written down is 汉族 in either language.
    han = "汉族", "Han";
    occupation = "职业", "Occupation";

    kind = "纠纷类型", "Type of dispute";
    choose_kind = "选一类，拿不准选“其他”。", "Choose one; if in doubt, “Other”.";
    where_at = "发生在哪里", "Where it happened";
    place = "村、小区、门牌", "Village, estate, door number";
    place_example = "如：肖家林村", "e.g. Xiaojialin village";
    choose_place = "选区县、乡镇", "Choose county and township";
    change_place = "换", "Change";
    this_place = "就这里", "This place";
    county = "区县", "County";
    town = "乡镇、街道", "Township or street";
    near(counties: &str) = "毗邻{counties}，对方若在那边可联合调解。", "Borders on {counties}: if the other side is there, mediate jointly.";
    and = "、", ", ";
    facts = "用当事人的话说一遍", "In the person's own words";
    facts_short = "事情", "Facts";
    facts_hint = "可按键盘上的话筒说。只留在本机，脱敏时不带出去。", "The keyboard's microphone takes dictation. It stays on this device and is left out when redacted.";
    risk = "有没有这些情况（可多选）", "Any of these? (several may apply)";
    risk_short = "风险", "Risk";
    risk_hint = "选了就会评一次风险。", "The risk is rated from your answers.";
    none_of_these = "都没有", "None of these";
    choose_risk = "问一遍，有就选，没有选“都没有”。", "Ask, then pick what applies, or “None of these”.";
    not_asked = "还没有问", "Not asked yet";
    rated_watch(article: &str) = "风险：关注。留心激化，及时疏导。（{article}）", "Risk: watch. Look out for escalation and calm it in time. ({article})";
    rated_major(article: &str) = "风险：重大。马上报告司法所和乡镇；有人身危险先报警。（{article}）", "Risk: major. Report at once to the judicial office and the township; if anyone is in danger, call the police first. ({article})";

    known_already(count: usize, number: &str) = "台账里有{count}件写着这几位的名字，最近的是{number}。同一件事不用再登记。", "Cases with all these names in the register: {count}; the latest is {number}. One dispute is registered once.";
    known_already_unnumbered(count: usize) = "台账里有{count}件写着这几位的名字，最近的一件还没有编号。同一件事不用再登记。", "Cases with all these names in the register: {count}; the latest has no number yet. One dispute is registered once.";
    see_it = "看那一件", "See that case";
    will_be = "登记后编号", "It will be number";
    change = "改", "Change";
    change_what(what: &str) = "改：{what}", "Change: {what}";
    no_name = "（没写姓名）", "(no name)";
    day = "哪天来的", "Day";
}
