use super::*;
use crate::ui::map::atlas::Bounds;
use crate::ui::map::data::{Arc, ArcKind, Format, Point, PointKind, Value};

const SMALL: &str = include_str!("../../../../public/map/jjj.lo.topo.json");

fn inks() -> Inks {
    let ink = |name: &str| format!("#{name}");
    Inks {
        ramp: ["r0", "r1", "r2", "r3", "r4", "r5"].map(ink),
        river: "river".into(),
        surface: "surface".into(),
        font: r#""PingFang SC", sans-serif"#.into(),
        ..Inks::default()
    }
}

fn data() -> MapData {
    let value = |(code, amount): (u32, i64)| {
        let text = format!("{amount} <件>");
        (code, Value { amount, text })
    };
    MapData {
        title: "调解件数（件）& 其他".into(),
        subtitle: "2023年1–8月".into(),
        format: Format::default(),
        values: [(110_112, 40), (110_117, 8_359), (120_114, 3)]
            .into_iter()
            .map(value)
            .collect(),
        points: vec![Point {
            lon: 117.1,
            lat: 40.14,
            name: "机构".into(),
            ..Point::default()
        }],
        kinds: vec![PointKind {
            name: "一站式中心".into(),
            ..PointKind::default()
        }],
        arcs: vec![Arc {
            from: 110_112,
            to: 120_114,
            count: 9,
            kind: 0,
        }],
        arc_kinds: vec![ArcKind {
            name: "联合调解".into(),
            way: "从受理地到受邀地".into(),
            tone: Tone::River,
        }],
        ..MapData::default()
    }
}

fn drawn(data: &MapData, width: f64) -> String {
    let atlas = Atlas::read(SMALL).unwrap();
    let classes = Classes::of(data.values.values().map(|value| value.amount));
    let screen = Screen {
        width,
        height: 600.0,
        ..Screen::default()
    };
    let bounds: Bounds = atlas.bounds;
    let words = Words {
        made_by: "廊桥".into(),
        attribution: "示意图，不作为划界依据 · 边界：天地图".into(),
        day: "2026-12-01".into(),
        exercise: "演练".into(),
        no_data: "没有数据".into(),
    };
    let names = [Name {
        text: "通州".into(),
        at: Pixel { x: 200.0, y: 200.0 },
        look: Look::Strong,
    }];
    Picture {
        atlas: &atlas,
        data,
        classes: &classes,
        view: View::fit(bounds, screen),
        screen,
        names: &names,
        inks: &inks(),
        words: &words,
    }
    .svg()
}

/// Tags are closed in the order in which they were opened, and no letter stands where a tag begins.
fn check(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap();
        assert!(!text.contains('&') || text.contains(';'), "{text}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{tag}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_picture_says_what_when_and_from_where() {
    let svg = drawn(&data(), 1_000.0);
    check(&svg);
    for said in [
        "调解件数（件）&amp; 其他",
        "2023年1–8月",
        "示意图，不作为划界依据 · 边界：天地图",
        "2026-12-01",
        "演练 · 廊桥",
        "没有数据",
        "一站式中心",
        "联合调解",
        "<title>平谷区 8359 &lt;件&gt;</title>",
        ">通州</text>",
        r##"fill="#r5""##,
        "&quot;PingFang SC&quot;",
    ] {
        assert!(svg.contains(said), "{said}");
    }
    assert!(svg.contains("联合调解 · 从受理地到受邀地"));
    assert!(svg.contains(r#"Z" fill="river""#), "a head says whither");
    // A strict page forbids style attributes and scripts; neither is in it, nor anything from elsewhere.
    for never in ["style=", "<script", "href", "NaN", "inf"] {
        assert!(!svg.contains(never), "{never}");
    }
    assert_eq!(svg.matches("<title>").count(), 1 + 199);
}

#[test]
fn what_is_not_on_the_map_needs_no_key() {
    let bare = MapData {
        points: Vec::new(),
        arcs: Vec::new(),
        ..data()
    };
    let svg = drawn(&bare, 1_000.0);
    assert!(!svg.contains("一站式中心") && !svg.contains("联合调解"));
}

#[test]
fn a_phone_s_picture_is_wide_enough_for_its_legend() {
    let svg = drawn(&data(), 390.0);
    check(&svg);
    assert!(svg.contains(r#"width="640" height="794""#));
    assert!(svg.len() < 400_000, "{}", svg.len());
}
