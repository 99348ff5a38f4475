//! Words of two periods compared on the map.

crate::messages! {
    compare = "比较", "Compare";
    with_none = "不比较", "Do not compare";
    same_a_year_before = "去年同期", "Same months a year before";
    with(period: &str) = "与{period}比", "Against {period}";
    /// In the legend, after the period on show.
    two(now: &str, before: &str) = "{now}，与{before}比", "{now} against {before}";
    change_of(title: &str) = "{title}的变化", "{title}: change";
    now_and_before(now: &str, before: &str, change: &str) = "{now}，之前{before}，{change}", "{now}, before {before}, {change}";
    before(period: &str, then: &str, change: &str) = "{period}：{then}，{change}", "{period}: {then}, {change}";
    less = "减少", "down";
    same = "不变", "same";
    more = "增加", "up";
    rose(by: &str) = "增加{by}", "up {by}";
    fell(by: &str) = "减少{by}", "down {by}";
    points(by: &str) = "{by}个百分点", "{by} points";
}
