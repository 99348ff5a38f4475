//! Words of the map.

use super::Language;

crate::messages! {
    /// Must stand beside every map.
    attribution = "示意图，不作为划界依据 · 边界：天地图", "Schematic, not evidence of boundaries · Boundaries: Tianditu";
    zoom_in = "放大", "Zoom in";
    zoom_out = "缩小", "Zoom out";
    whole_region = "看三地全图", "Whole region";
    /// Back to the user's own counties.
    home = "回到本区", "Back to my area";
    no_data = "没有数据", "No data";
    no_data_counties(n: usize) = "没有数据（{n}个区县）", "No data ({n} counties)";
    with_counties(name: &str, n: usize) = "{name}（{n}个区县）", "{name} ({n} counties)";
    /// What a line of a kind is, and what its head means.
    lines_by_count(name: &str, way: &str) = "{name}：{way}，越粗越多", "{name}: {way}; the wider, the more";
    /// Lines of a kind and what is said of them.
    lines(name: &str, said: &str) = "{name}（{said}）", "{name} ({said})";
    /// Of a county, in the table: its lines to others, and from others.
    line_to(name: &str, n: u32) = "到{name}{n}", "to {name} {n}";
    line_from(name: &str, n: u32) = "来自{name}{n}", "from {name} {n}";
    and_lines = "，", ", ";
    no_lines = "无", "none";
    /// Places that have a frame of their own.
    inset_beijing = "东城、西城", "Central Beijing";
    inset_tianjin = "天津市内六区", "Central Tianjin";
    inset_north = "廊坊北三县", "Northern Langfang";
    legend = "图例", "Legend";
    fold_legend = "收起图例", "Fold the legend";
    unfold_legend = "展开图例", "Unfold the legend";
    loading = "正在画地图", "Drawing the map";
    failed = "地图没能打开。看看是否联网，再试一次", "The map could not be opened. Check the connection and try again";
    retry = "再试一次", "Try again";
    keys = "方向键移动，加号和减号放大缩小，0看全图；按Tab进入区县表，在表里用方向键走到邻近区县，按Enter打开", "Arrow keys move, plus and minus zoom, 0 shows all; Tab leads to the table of counties, where arrow keys walk to neighbours and Enter opens one";
    county = "区县", "County";
    belongs_to = "所属", "In";
    figure = "数值", "Figure";
    classes_natural = "按自然断点分级", "Classes by natural breaks";
    classes_quantiles = "按数量均分分级", "Classes of equal size";
}

/// Returns the short name of a province by the first two digits of its codes.
#[must_use]
pub fn province(language: Language, code: u32) -> &'static str {
    match (language, code) {
        (Language::Chinese, 11) => "北京",
        (Language::Chinese, 12) => "天津",
        (Language::Chinese, 13) => "河北",
        (Language::English, 11) => "Beijing",
        (Language::English, 12) => "Tianjin",
        (Language::English, 13) => "Hebei",
        _ => "",
    }
}

/// Returns the city that a county belongs to by the first four digits of its code; for Beijing and
/// Tianjin the municipality itself. Some counties of different cities share a name.
#[must_use]
pub fn city(language: Language, code: u32) -> &'static str {
    const HEBEI: [(&str, &str); 11] = [
        ("石家庄市", "Shijiazhuang"),
        ("唐山市", "Tangshan"),
        ("秦皇岛市", "Qinhuangdao"),
        ("邯郸市", "Handan"),
        ("邢台市", "Xingtai"),
        ("保定市", "Baoding"),
        ("张家口市", "Zhangjiakou"),
        ("承德市", "Chengde"),
        ("沧州市", "Cangzhou"),
        ("廊坊市", "Langfang"),
        ("衡水市", "Hengshui"),
    ];
    let (chinese, english) = match code {
        1100..=1199 => ("北京市", "Beijing"),
        1200..=1299 => ("天津市", "Tianjin"),
        1301..=1311 => usize::try_from(code - 1301)
            .ok()
            .and_then(|at| HEBEI.get(at))
            .copied()
            .unwrap_or_default(),
        _ => ("", ""),
    };
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}
