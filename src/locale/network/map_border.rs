//! Words of the border mode: neighbours across a provincial border, and those who have no agreement yet.

crate::messages! {
    border_only = "只看交界", "Borders only";
    border_title = "跨省交界", "Across provincial borders";
    border_counties(n: &str) = "{n}个区县与外省市交界", "{n} counties border on another province";
    opportunities = "还没有协议的邻居", "Neighbours without an agreement";
    no_opportunities = "交界的邻居都签了协议。", "Every neighbour across the border has an agreement.";
    pair(one: &str, other: &str) = "{one} — {other}", "{one} – {other}";
    line(kilometres: u16) = "交界{kilometres}公里", "{kilometres} km of border";
    last_year(cases: &str) = "近一年{cases}件涉两地", "{cases} joint cases in a year";
    none_last_year = "近一年没有涉两地的案件", "no joint cases in a year";
    draft_agreement = "起草合作协议", "Draft an agreement";
}
