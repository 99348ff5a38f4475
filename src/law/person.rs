//! The people of a case and of the network: what is asked of them, in the words of the forms.

use super::blank::{is_unseen, trimmed};
use super::identity::is_hyphen;
use super::money::half_width;
use super::phone::Phone;

/// A name as it is kept: without blanks around it, and without what nobody sees wherever it stands. That lets a name
/// show otherwise than it reads, and hides it from a search.
#[must_use]
pub fn kept_name(typed: &str) -> String {
    let seen: String = typed.chars().filter(|c| !is_unseen(*c)).collect();
    trimmed(&seen).to_owned()
}

/// What stands where a name should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// A phone number.
    Phone,
    /// Another number that is too long to be a part of a name.
    Number,
}

/// The long number in a name, or in several: it is in the wrong place. As a name it would be shown where numbers
/// are not.
#[must_use]
pub fn number_for_name(name: &str) -> Option<NameProblem> {
    let number = number_in(name)?;
    let phone = Phone::parse(&number).is_ok_and(|phone| phone.is_whole());
    Some(if phone {
        NameProblem::Phone
    } else {
        NameProblem::Number
    })
}

/// The first number that is too long to be a part of a name (3号楼业主 has such a part): its digits, half-width,
/// without what stands between them.
fn number_in(names: &str) -> Option<String> {
    const LONG: usize = 7;
    let mut number = String::new();
    for c in names.chars().map(half_width).chain(['\n']) {
        match c {
            '0'..='9' => number.push(c),
            // As numbers are typed: 138-0013 8000.
            c if (c == ' ' || is_hyphen(c)) && (1..11).contains(&number.len()) => {}
            _ if number.len() >= LONG => return Some(number),
            _ => number.clear(),
        }
    }
    None
}

crate::coded! {
    /// Sex as the forms and the resident identity card have it.
    pub enum Sex {
        /// 男
        Male = "male",
        /// 女
        Female = "female",
    }
}

crate::coded! {
    /// Part that a party has in a dispute.
    pub enum PartyRole {
        /// 申请人
        Applicant = "applicant",
        /// 被申请人
        Respondent = "respondent",
        /// Somebody else whom the outcome touches 第三人.
        ThirdParty = "third_party",
    }
}

crate::coded! {
    /// What a party is.
    pub enum PartyKind {
        /// 自然人
        Person = "person",
        /// 法人或其他组织
        Organisation = "organisation",
    }
}

crate::coded! {
    /// How a mediator serves [L 14; kinds as the periodic report has them].
    pub enum MediatorKind {
        /// 专职
        FullTime = "full_time",
        /// 兼职
        PartTime = "part_time",
        /// Helps without being a mediator: grid workers, building chiefs who report and accompany 协助人员. The
        /// periodic report counts no such.
        Assisting = "assisting",
    }
}

impl MediatorKind {
    /// Whether the periodic report counts one who serves so as a mediator.
    #[must_use]
    pub fn is_mediator(&self) -> bool {
        !matches!(self, Self::Assisting)
    }
}

crate::coded! {
    /// As what somebody is in a team: the kinds of members of the Sunflower team 向日葵暖心团.
    pub enum MemberCategory {
        /// 社会贤达
        SocialFigure = "social_figure",
        /// 专业人士
        Professional = "professional",
        /// 党员先锋
        PartyPioneer = "party_pioneer",
        /// 五老
        FiveElders = "five_elders",
        /// 楼门长
        BuildingChief = "building_chief",
        /// 网格员
        GridWorker = "grid_worker",
        /// 退休法律工作者
        RetiredLegalWorker = "retired_legal_worker",
    }
}

/// The 56 ethnic groups of the national standard GB/T 3304, in its order and with its Latin letters: what a form
/// suggests while somebody types. The field itself is free text and may stay empty.
#[rustfmt::skip]
pub const ETHNIC_GROUPS: [(&str, &str); 56] = [
    ("汉族", "Han"), ("蒙古族", "Mongol"), ("回族", "Hui"), ("藏族", "Zang"), ("维吾尔族", "Uygur"),
    ("苗族", "Miao"), ("彝族", "Yi"), ("壮族", "Zhuang"), ("布依族", "Buyei"), ("朝鲜族", "Chosen"),
    ("满族", "Man"), ("侗族", "Dong"), ("瑶族", "Yao"), ("白族", "Bai"), ("土家族", "Tujia"),
    ("哈尼族", "Hani"), ("哈萨克族", "Kazak"), ("傣族", "Dai"), ("黎族", "Li"), ("傈僳族", "Lisu"),
    ("佤族", "Va"), ("畲族", "She"), ("高山族", "Gaoshan"), ("拉祜族", "Lahu"), ("水族", "Sui"),
    ("东乡族", "Dongxiang"), ("纳西族", "Naxi"), ("景颇族", "Jingpo"), ("柯尔克孜族", "Kirgiz"), ("土族", "Tu"),
    ("达斡尔族", "Daur"), ("仫佬族", "Mulao"), ("羌族", "Qiang"), ("布朗族", "Blang"), ("撒拉族", "Salar"),
    ("毛南族", "Maonan"), ("仡佬族", "Gelao"), ("锡伯族", "Xibe"), ("阿昌族", "Achang"), ("普米族", "Pumi"),
    ("塔吉克族", "Tajik"), ("怒族", "Nu"), ("乌孜别克族", "Uzbek"), ("俄罗斯族", "Russ"), ("鄂温克族", "Ewenki"),
    ("德昂族", "Deang"), ("保安族", "Bonan"), ("裕固族", "Yugur"), ("京族", "Gin"), ("塔塔尔族", "Tatar"),
    ("独龙族", "Derung"), ("鄂伦春族", "Oroqen"), ("赫哲族", "Hezhen"), ("门巴族", "Monba"), ("珞巴族", "Lhoba"),
    ("基诺族", "Jino"),
];

/// Completes what was typed for an ethnic group ("汉", "han" → "汉族"); anything else stays as typed.
#[must_use]
pub fn ethnic_group(typed: &str) -> &str {
    let typed = typed.trim();
    let full = |(zh, en): &&(&str, &str)| {
        *zh == typed || zh.strip_suffix('族') == Some(typed) || en.eq_ignore_ascii_case(typed)
    };
    ETHNIC_GROUPS.iter().find(full).map_or(typed, |(zh, _)| zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<Sex>(2);
        check_codes::<PartyRole>(3);
        check_codes::<PartyKind>(2);
        check_codes::<MediatorKind>(3);
        check_codes::<MemberCategory>(7);
    }

    #[test]
    fn ethnic_groups_are_completed() {
        assert_eq!(ethnic_group(" 汉 "), "汉族");
        assert_eq!(ethnic_group("蒙古"), "蒙古族");
        assert_eq!(ethnic_group("回族"), "回族");
        assert_eq!(ethnic_group("manchu"), "manchu");
        assert_eq!(ethnic_group("hui"), "回族");
        assert_eq!(ethnic_group("穿青人"), "穿青人");
        assert_eq!(ethnic_group(""), "");
    }

    #[test]
    fn a_number_among_names_is_noticed() {
        let phone = Some(NameProblem::Phone);
        for names in [
            "13800138000",
            "张三 138-0013 8000",
            "张三１３８００１３８０００",
            "138—0013—8000",
        ] {
            assert_eq!(number_for_name(names), phone, "{names}");
        }
        let number = Some(NameProblem::Number);
        assert_eq!(number_for_name("120114197705020021、李四"), number);
        for names in ["3号楼业主", "1.张三 2.李四", "李四等3人", "12345热线", ""] {
            assert_eq!(number_for_name(names), None, "{names}");
        }
    }

    #[test]
    fn a_name_reads_as_it_shows() {
        assert_eq!(kept_name(" 张\u{202e}三\u{202c} "), "张三");
        assert_eq!(kept_name("\u{2067}王小明\u{2069}"), "王小明");
        assert_eq!(kept_name("\u{202a}\u{2066} \u{2069}\u{202e}"), "");
        assert_eq!(kept_name("\u{200b}\u{feff}"), "");
        assert_eq!(kept_name("\u{200b}张\u{200b}三"), "张三");
        for unseen in
            "\u{ad}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{2063}\u{2066}\u{feff}".chars()
        {
            assert_eq!(kept_name(&format!("张{unseen}三")), "张三", "{unseen:?}");
        }
        for name in ["阿依古丽·买买提", "John Smith", "欧阳\u{3000}修"] {
            assert_eq!(kept_name(name), name);
        }
    }
}
