//! Several people in one cell.

use super::surnames::{joined, looks_like_several};
use super::text::is_han;
use super::unnamed::{counted, leaves_open, tight};
use crate::law::blank::{is_blank, trimmed};

/// Splits a cell into the names in it, in their order.
///
/// Names are parted by 、，,;；/ and line breaks, and by spaces between Chinese names; numbering
/// ("1.张三 2.李四") falls away. 和, 与, 及 and & part them where each part is a name by its surname. What looks like one
/// name is left whole: what stands in brackets, a two-character name spread out to three ("张　三"), Latin names, and an organisation's name that was
/// broken before its 有限公司. "等3人" stays with the name before it: who reads the row takes it from there ([`super::unnamed`]).
///
/// ```
/// use langqiao::exchange::ledger::people::split;
/// assert_eq!(split("王英，杨超军 李斌"), ["王英", "杨超军", "李斌"]);
/// assert_eq!(split("张　三、某某（北京、天津）商贸 有限公司"), ["张三", "某某（北京、天津）商贸有限公司"]);
/// ```
#[must_use]
pub fn split(cell: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut spread = String::new();
    for Piece { text, after_space } in pieces(&tight(cell)) {
        let single = text.chars().count() == 1 && text.chars().all(is_han);
        let joins = matches!(text, "和" | "与" | "及" | "&" | "＆");
        if joins && spread.is_empty() && names.last().is_some_and(|name| name.chars().count() > 1) {
            continue;
        }
        if single && spread.is_empty() {
            spread.push_str(text);
            continue;
        }
        if !spread.is_empty() {
            let start = std::mem::take(&mut spread);
            if single && after_space {
                names.push(start + text);
                continue;
            }
            names.push(start);
        }
        match names.last_mut() {
            Some(name) if after_space && name.len() < LONGEST && belongs_to(name, text) => {
                if is_latin(text) {
                    name.push(' ');
                }
                name.push_str(text);
            }
            _ if single => spread.push_str(text),
            _ => names.push(text.to_owned()),
        }
    }
    if !spread.is_empty() {
        names.push(spread);
    }
    names.into_iter().flat_map(each).collect()
}

/// The people in one name, a count staying with the last of them.
fn each(name: String) -> Vec<String> {
    let (names, count) = match counted(&name) {
        Some(counted) => name.split_at(counted.name.len()),
        None => (name.as_str(), ""),
    };
    let Some(people) = joined(names) else {
        return vec![name];
    };
    let mut people: Vec<String> = people.into_iter().map(str::to_owned).collect();
    if let Some(last) = people.last_mut() {
        last.push_str(count);
    }
    people
}

/// Whether what was taken as one name may be several people's.
#[must_use]
pub fn may_be_several(name: &str) -> bool {
    !is_organisation(name) && (looks_like_several(name) || leaves_open(name))
}

/// Whether a name is an organisation's, by how it ends.
#[must_use]
pub fn is_organisation(name: &str) -> bool {
    let without_bracket = match name.rfind(['(', '（']) {
        Some(at) if name.ends_with([')', '）']) => &name[..at],
        _ => name,
    };
    ORGANISATION_ENDS
        .iter()
        .any(|end| without_bracket.ends_with(end))
}

const ORGANISATION_ENDS: &[&str] = &[
    "公司",
    "集团",
    "工厂",
    "厂",
    "店",
    "超市",
    "商行",
    "经营部",
    "门市部",
    "合作社",
    "委员会",
    "村委会",
    "居委会",
    "业委会",
    "医院",
    "卫生院",
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "中心",
    "事务所",
    "饭店",
    "饭馆",
    "酒店",
    "宾馆",
    "银行",
    "支行",
    "政府",
    "分局",
    "派出所",
    "养殖场",
    "农场",
    "工程队",
    "施工队",
    "项目部",
    "分公司",
    "工作室",
    "俱乐部",
];

/// Ends of an organisation's name that cannot stand alone: what comes before them is the same name.
const LOOSE_ENDS: &[&str] = &[
    "有限公司",
    "有限责任公司",
    "股份有限公司",
    "分公司",
    "集团有限公司",
    "村委会",
    "居委会",
    "村民委员会",
    "居民委员会",
    "业主委员会",
    "合作社",
    "专业合作社",
    "经营部",
    "门市部",
    "项目部",
];

/// Bytes beyond which nothing more is joined to a name.
const LONGEST: usize = 200;

struct Piece<'a> {
    text: &'a str,
    /// Only spaces part it from the piece before it.
    after_space: bool,
}

fn pieces(cell: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut depth = 0_u32;
    let mut start = 0;
    let mut after_space = false;
    let mut push = |text, after_space| {
        let text = without_numbering(text);
        if !text.is_empty() {
            pieces.push(Piece { text, after_space });
        }
        !text.is_empty()
    };
    for (at, c) in cell.char_indices() {
        match c {
            '(' | '（' | '〔' | '【' | '《' | '“' => depth += 1,
            ')' | '）' | '〕' | '】' | '》' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let breaks = matches!(
            c,
            '、' | '，' | ',' | ';' | '；' | '/' | '／' | '\\' | '|' | '\n' | '\r'
        );
        let numbers = matches!(c, '①'..='⑳');
        let parts = breaks || numbers || is_blank(c);
        if parts && depth == 0 {
            let pushed = push(&cell[start..at], after_space);
            // A space after a comma parts no more than the comma did.
            after_space = !breaks && !numbers && (pushed || after_space);
            start = at + c.len_utf8();
        }
    }
    push(&cell[start..], after_space);
    pieces
}

/// Drops "1." and the like; "3号楼业主" is no numbering, and a number alone is nobody.
fn without_numbering(text: &str) -> &str {
    let text = trimmed(text);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.trim_start_matches(['.', '．', ')', '）', ':', '：']);
    if rest.is_empty() || (rest.len() < text.len() && name.len() < rest.len()) {
        trimmed(name)
    } else {
        text
    }
}

fn belongs_to(name: &str, text: &str) -> bool {
    LOOSE_ENDS.contains(&text)
        || (is_latin(name) && is_latin(text))
        || text.starts_with(['(', '（'])
        || text.starts_with('等')
}

fn is_latin(name: &str) -> bool {
    name.chars()
        .all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(cell: &str, names: &[&str]) {
        assert_eq!(split(cell), names, "{cell}");
    }

    #[test]
    fn people_are_parted() {
        check("", &[]);
        check(" 、 ", &[]);
        check("马勇建", &["马勇建"]);
        check("谢华英 孙勇兰", &["谢华英", "孙勇兰"]);
        check("吴红平/谢斌", &["吴红平", "谢斌"]);
        check("王英，杨超军，李斌", &["王英", "杨超军", "李斌"]);
        check("高霞、 刘建\n张某", &["高霞", "刘建", "张某"]);
        check("1.张三 2.李四", &["张三", "李四"]);
        check("1、张三 2、李四", &["张三", "李四"]);
        check("①张三②李四", &["张三", "李四"]);
        check("张某某 王某", &["张某某", "王某"]);
        check(
            "谢华英和孙勇兰、王五&李四",
            &["谢华英", "孙勇兰", "王五", "李四"],
        );
        check("谢华英 和 孙勇兰", &["谢华英", "孙勇兰"]);
    }

    #[test]
    fn one_name_stays_one() {
        check("张 三", &["张三"]);
        check(
            "张\u{3000}三\u{3000}李小明 王 五",
            &["张三", "李小明", "王五"],
        );
        check("张、三", &["张", "三"]);
        check("阿依古丽·买买提", &["阿依古丽·买买提"]);
        check("John Smith、李四", &["John Smith", "李四"]);
        check("某饲料店", &["某饲料店"]);
        check("和平商店、谢和英", &["和平商店", "谢和英"]);
        check("李四 等3人", &["李四等3人"]);
        check("李四等 3 人、王五", &["李四等3人", "王五"]);
        check("谢华英和孙勇兰等3人", &["谢华英", "孙勇兰等3人"]);
        check("张三（男，45岁）、李四", &["张三（男，45岁）", "李四"]);
        check(
            "武清区某某商贸 有限公司 王五",
            &["武清区某某商贸有限公司", "王五"],
        );
        check(
            "某某（北京、天津）有限公司",
            &["某某（北京、天津）有限公司"],
        );
        check("3号楼业主", &["3号楼业主"]);
    }

    #[test]
    fn no_organisation_looks_like_several_people() {
        assert!(may_be_several("王永和其妻"));
        assert!(may_be_several("李四等人"));
        assert!(!may_be_several("王永和超市有限公司"));
    }

    #[test]
    fn organisations_are_known_by_their_ends() {
        for name in [
            "某饲料店",
            "北京某某商贸有限公司",
            "蒙村店村村委会",
            "某某有限公司（武清）",
        ] {
            assert!(is_organisation(name), "{name}");
        }
        assert!(!is_organisation("马勇建"));
    }

    proptest! {
        #[test]
        fn nothing_that_was_written_is_lost(cell in "[张王三四（）、 ，/A-C1.]{0,30}") {
            let han = |text: &str| text.chars().filter(|c| is_han(*c)).collect::<String>();
            prop_assert_eq!(han(&split(&cell).concat()), han(&cell));
        }
    }
}
