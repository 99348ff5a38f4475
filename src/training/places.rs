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
    let (parts, end): (&[&[&str]], _) = match town.ends_with("街道") {
        true => (&[QUARTER, SIDE], "社区"),
        false => (&[BEFORE, ROOT, AFTER], "村"),
    };
    // Every name there could be, by its place: few of thousands are ever spelt.
    let mut all: Vec<usize> = (0..parts.iter().map(|part| part.len()).product()).collect();
    dice.shuffle(&mut all);
    all.truncate(n);
    all.into_iter()
        .map(|place| named(parts, place) + end)
        .collect()
}

/// The name at a place among all that can be put together, the last part changing first.
fn named(parts: &[&[&str]], place: usize) -> String {
    let mut name = Vec::with_capacity(parts.len());
    let mut rest = place;
    for part in parts.iter().rev() {
        name.push(part[rest % part.len()]);
        rest /= part.len();
    }
    name.reverse();
    name.concat()
}
