//! Words of the guided tours on the map. What a stop says stands in a file for each tour.

pub mod corridor;
pub mod heizhuanghu;
pub mod meeting;
pub mod pinggu;

crate::messages! {
    tours = "导览", "Guided tours";
    /// The card's name, for who reads it aloud.
    tour(name: &str) = "导览：{name}", "Guided tour: {name}";
    of_corridor = "通武廊：三地一纸协议", "The Tongwu corridor";
    of_pinggu = "平谷：三级中心，4+N", "Pinggu: three levels, 4+N";
    of_heizhuanghu = "黑庄户：温度+和暖心团", "Heizhuanghu: Temperature+, Sunflower";
    of_meeting = "三地调解工作交流会", "The exchange meeting";
    place(nth: usize, of: usize) = "第{nth}站，共{of}站", "Stop {nth} of {of}";
    back = "上一站", "Back";
    next = "下一站", "Next";
    end = "结束导览", "End the tour";
    shaded_by(layer: &str, period: &str) = "颜色深浅：{layer}，{period}", "Shaded by: {layer}, {period}";
    coming = "正在查看记录", "Looking at the record";
    nothing = "这些事已经不在记录里了", "This is no longer on record";
    nothing_why = "导览只讲记录里有的事。", "A tour tells only what is on record.";
    open(name: &str) = "打开{name}", "Open {name}";
    open_cases = "看这些案件", "See these cases";
    open_figures = "看公开的数字", "See the published figures";
    year(year: u16) = "{year}年", "{year}";
    comma = "、", ", ";
    and = "和", " and ";
}
