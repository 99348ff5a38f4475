//! Names of villages and communities that a town might have.

use super::chance::Dice;

const BEFORE: &[&str] = &[
    "东", "西", "南", "北", "前", "后", "上", "下", "大", "小", "新", "老",
];
const ROOT: &[&str] = &[
    "高", "李", "贾", "杨", "鲁", "洙", "石", "梨", "胡", "许", "翟", "郭", "岳", "韩", "云", "桥",
    "柳", "松", "槐", "枣",
];
const AFTER: &[&str] = &[
    "庄", "各庄", "家台", "家务", "峪", "沟", "坨", "营", "店", "屯",
];
const QUARTER: &[&str] = &[
    "金海", "滨河", "建设", "光明", "向阳", "园丁", "绿谷", "兴华", "怡馨", "康乐", "和平", "翠园",
    "洳苑", "迎宾", "海关", "双锁",
];
const SIDE: &[&str] = &["东里", "西里", "南里", "北里", "一区", "二区", "家园"];

/// `n` names, each once: communities in streets, villages elsewhere.
#[must_use]
pub fn villages(dice: &Dice, town: &str, n: usize) -> Vec<String> {
    let street = town.ends_with("街道");
    let mut all: Vec<String> = if street {
        join(QUARTER, SIDE, "社区").collect()
    } else {
        BEFORE
            .iter()
            .flat_map(|before| join(ROOT, AFTER, "村").map(move |name| format!("{before}{name}")))
            .collect()
    };
    dice.shuffle(&mut all);
    all.truncate(n);
    all
}

fn join<'a>(
    first: &'a [&str],
    second: &'a [&str],
    end: &'a str,
) -> impl Iterator<Item = String> + 'a {
    first
        .iter()
        .flat_map(move |one| second.iter().map(move |other| format!("{one}{other}{end}")))
}
