//! Surnames by which several people are told in one text, where nothing else parts their names.

use super::text::is_han;
use crate::law::blank::trimmed;

/// What stands between two people: 张三和李四. Never 和 and 平 as surnames: 李和平 is one person.
const JOINERS: [char; 6] = ['和', '与', '及', '&', '＆', '暨'];

const DOUBLE: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙",
    "慕容", "令狐", "长孙", "宇文", "轩辕", "万俟", "单于", "澹台", "端木", "百里", "呼延", "闻人",
    "赫连", "申屠", "太史", "公羊", "钟离", "淳于",
];

/// The commonest ones of a single letter.
const SINGLE: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁\
    魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊\
    兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童\
    欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘米池滕晋苑邬臧畅宫苟褚廉\
    简娄盖符奚穆党燕郎冀姬屠连郜晏栾郁商蒙计喻窦迟敖糜冷卓花仇艾蓝都巩井仲虞卞竺原佟匡应鞠荆扬沙付代仝";

/// The people that a text without other separators names: each part between 和, 与, 及 or & is two to four Han letters
/// that begin with a surname. None where it names one: 李和平, 谢和英, 和平商店.
pub(super) fn joined(text: &str) -> Option<Vec<&str>> {
    parts(
        text,
        text.char_indices().filter(|(_, c)| JOINERS.contains(c)),
        true,
    )
}

/// Whether what was taken as one person looks like several: names with nothing between them or with a point, or a
/// name and what belongs to nobody that is known: 李四及其子. Somebody should look.
pub(super) fn looks_like_several(name: &str) -> bool {
    const ENDS: &str = "村庄镇乡区县市组家户部社坊馆行站局院所队会室厅铺店厂";
    if name.chars().count() > 16 || name.ends_with(|c| ENDS.contains(c)) {
        return false;
    }
    let points = |(_, c): &(usize, char)| matches!(c, '·' | '.' | '．');
    let joins = |(at, c): (usize, char)| {
        let (before, after) = (&name[..at], &name[at + c.len_utf8()..]);
        JOINERS.contains(&c) && is_person(before) && after.chars().count() > 1
    };
    parts(name, name.char_indices().filter(points), true).is_some()
        || name.char_indices().any(joins)
        || (name.chars().count() > 4 && parts(name, name.char_indices(), false).is_some())
}

/// Cuts a text at some of these places so that each part is a person; the letters there go where they only join.
fn parts(
    text: &str,
    places: impl Iterator<Item = (usize, char)>,
    between: bool,
) -> Option<Vec<&str>> {
    /// No cell is cut into more.
    const MOST: usize = 12;
    // From the end: who follows from each place on, if that can be told.
    let mut follows: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut cuts: Vec<(usize, char)> = places.filter(|(at, _)| *at > 0).collect();
    cuts.truncate(4 * MOST);
    for (at, letter) in cuts.into_iter().rev() {
        let start = if between { at + letter.len_utf8() } else { at };
        if let Some(people) = people_from(text, start, &follows) {
            follows.push((at, people));
        }
    }
    let people = people_from(text, 0, &follows)?;
    (2..=MOST).contains(&people.len()).then_some(people)
}

/// The person that begins here, up to the end or to where others follow.
fn people_from<'a>(
    text: &'a str,
    start: usize,
    follows: &[(usize, Vec<&'a str>)],
) -> Option<Vec<&'a str>> {
    // Where several ends fit, the nearest: 王永和张和平 are 王永 and 张和平.
    let nearest = follows.iter().rev().find_map(|(at, others)| {
        let name = text.get(start..*at).filter(|name| is_person(name))?;
        Some(
            std::iter::once(name)
                .chain(others.iter().copied())
                .collect(),
        )
    });
    nearest.or_else(|| {
        let name = text.get(start..)?;
        is_person(name).then(|| vec![name])
    })
}

/// Whether a text is a Chinese name, by its surname and its length; （女） behind it aside.
fn is_person(name: &str) -> bool {
    let name = trimmed(without_sex(name).0);
    let length = name.chars().count();
    let double = DOUBLE.iter().any(|surname| name.starts_with(surname));
    let single = name
        .chars()
        .next()
        .is_some_and(|letter| SINGLE.contains(letter));
    name.chars().all(is_han)
        && ((single && (2..=3).contains(&length)) || (double && (3..=4).contains(&length)))
}

/// A name without the sex in brackets behind it, and that sex as typed.
pub(super) fn without_sex(name: &str) -> (&str, Option<&str>) {
    let cut = || {
        let inside = trimmed(name).strip_suffix(['）', ')'])?;
        let at = inside.rfind(['（', '('])?;
        let bracket = inside[at..].chars().next()?;
        let (name, typed) = (
            trimmed(&inside[..at]),
            trimmed(&inside[at + bracket.len_utf8()..]),
        );
        let is_sex = matches!(typed, "男" | "女" | "男性" | "女性");
        (is_sex && !name.is_empty()).then_some((name, Some(typed)))
    };
    cut().unwrap_or((name, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_are_joined_are_parted_and_a_name_is_not() {
        let of = |text| joined(text).unwrap_or_default();
        assert_eq!(of("谢华英和孙勇兰"), ["谢华英", "孙勇兰"]);
        assert_eq!(
            of("谢英与孙勇兰及欧阳文华&王五"),
            ["谢英", "孙勇兰", "欧阳文华", "王五"]
        );
        assert_eq!(of("谢英（女）和王明"), ["谢英（女）", "王明"]);
        assert_eq!(of("李和平和张三"), ["李和平", "张三"]);
        assert_eq!(of("王永和张和平"), ["王永", "张和平"]);
        for one in [
            "李和平",
            "谢和英",
            "和平商店",
            "张永和",
            "王永和超市",
            "马家和超市有限公司",
            "阿依古丽·买买提",
            "张三和阿依古丽·买买提",
            "武清区农业与农村局",
            "石油和天然气站",
            "",
            "和",
        ] {
            assert_eq!(joined(one), None, "{one}");
        }
    }

    #[test]
    fn what_still_looks_like_several_is_noticed() {
        for several in [
            "谢华英孙勇兰",
            "谢华英·孙勇兰",
            "李四及其子",
            "张三和阿依古丽",
            "欧阳文华王五",
        ] {
            assert!(looks_like_several(several), "{several}");
        }
        for one in [
            "李和平",
            "谢和英",
            "欧阳文华",
            "阿依古丽·买买提",
            "买买提江",
            "和平商店",
            "张家庄村委会",
            "李四等3人",
            "John Smith",
            "",
        ] {
            assert!(!looks_like_several(one), "{one}");
        }
    }
}
