//! What kind of organisation a word or a name means, how somebody serves, and as what in a team. A word that may mean two
//! things means none.

use crate::exchange::ledger::text::plain;
use crate::law::organisation::OrganisationKind as Kind;
use crate::law::person::{MediatorKind, MemberCategory};

/// The level of a committee or a centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Village,
    Residents,
    Township,
    Street,
    District,
}

/// The kind that a cell names; where it leaves the level open (调委会), as the organisation's name says it, or the place
/// after which it is called: 河西务调委会 in 河西务镇 is the township's. `places` are the village and the township as they
/// were typed.
#[must_use]
pub fn kind(typed: Option<&str>, name: &str, places: &[&str]) -> Option<Kind> {
    let name = plain(name);
    let typed = typed.map(plain);
    let typed = typed.as_deref().unwrap_or(&name);
    of(typed, &name).or_else(|| {
        let after = |place: &&&str| {
            let place = plain(place);
            let stem = ENDS
                .iter()
                .find_map(|end| place.strip_suffix(end))
                .unwrap_or(&place);
            stem.chars().count() > 1 && name.contains(stem)
        };
        of(typed, &plain(places.iter().find(after)?))
    })
}

/// With what names of townships and villages end.
const ENDS: [&str; 8] = ["街道", "地区", "镇", "乡", "村委会", "居委会", "社区", "村"];

fn has(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.contains(word))
}

fn of(typed: &str, name: &str) -> Option<Kind> {
    // A room at a police station is a room.
    if has(typed, "调解室 工作室 调解工作站") {
        return Some(match has(typed, "品牌 个人") {
            true => Kind::BrandedRoom,
            false => Kind::MediationRoom,
        });
    }
    if has(typed, "调解小组 调解组") {
        return Some(Kind::MediationGroup);
    }
    if has(typed, "调委会 调解委员会 调解组织") {
        return committee(typed, name);
    }
    if has(typed, "中心") {
        return match level(typed).or_else(|| level(name))? {
            Level::Village | Level::Residents => Some(Kind::CentreVillage),
            Level::Township | Level::Street => Some(Kind::CentreTownship),
            Level::District => Some(Kind::CentreDistrict),
        };
    }
    if has(typed, "司法厅 北京市司法局 天津市司法局 省级 省司法") {
        return Some(Kind::BureauProvince);
    }
    let simple = [
        ("司法所", Kind::JudicialOffice),
        ("司法局", Kind::BureauDistrict),
        ("派出所", Kind::PoliceStation),
        ("法庭", Kind::CourtTribunal),
        ("信访", Kind::PetitionOffice),
        ("行业主管 主管部门 委办局", Kind::IndustryAuthority),
    ];
    let found = simple.into_iter().find(|(words, _)| has(typed, words));
    found.map(|(_, kind)| kind)
}

fn committee(typed: &str, name: &str) -> Option<Kind> {
    for text in [typed, name] {
        if has(text, "联合") {
            return Some(Kind::CommitteeJoint);
        }
        if has(
            text,
            "行业 专业性 医疗 医患 交通事故 物业 劳动 消费 保险 知识产权 电子商务",
        ) {
            return Some(Kind::CommitteeIndustry);
        }
        if has(text, "企业 企事业 公司 集团 工厂 学校 医院") {
            return Some(Kind::CommitteeEnterprise);
        }
        match level(text) {
            Some(Level::Village) => return Some(Kind::CommitteeVillage),
            Some(Level::Residents) => return Some(Kind::CommitteeResidents),
            Some(Level::Township) => return Some(Kind::CommitteeTownship),
            Some(Level::Street) => return Some(Kind::CommitteeStreet),
            // A committee of a district is of an industry or joint: it says so.
            Some(Level::District) | None => {}
        }
    }
    None
}

/// The level that a name or a word says: the last one in it, for 西集镇肖家林村调委会 is a village's.
fn level(text: &str) -> Option<Level> {
    // Nothing of a name's end is a place: 人民调解委员会, 一站式多元化解中心.
    let words: [(&str, Level); 9] = [
        ("村", Level::Village),
        ("社区", Level::Residents),
        ("居委会", Level::Residents),
        ("居民", Level::Residents),
        ("乡", Level::Township),
        ("镇", Level::Township),
        ("街道", Level::Street),
        ("区", Level::District),
        ("县", Level::District),
    ];
    let places = words.iter().filter_map(|(word, level)| {
        let at = text.rfind(word)?;
        // 社区 has a 区, 地区 is a township's.
        let before = text.get(..at).unwrap_or_default();
        let level = match (*word, before.chars().next_back()) {
            ("区", Some('社')) => Level::Residents,
            ("区", Some('地')) => Level::Township,
            ("村", Some('乡')) if text.contains("乡村") => return None,
            _ => *level,
        };
        Some((at + word.len(), level))
    });
    // 乡镇（街道） names two: the first is the kind's name.
    if has(text, "乡镇 镇街") {
        return Some(Level::Township);
    }
    if has(text, "村社区 村居 村级") {
        return Some(Level::Village);
    }
    places.max_by_key(|(end, _)| *end).map(|(_, level)| level)
}

/// How somebody serves, as a cell says it.
#[must_use]
pub fn serving(typed: &str) -> Option<MediatorKind> {
    let typed = plain(typed);
    let words: [(&str, MediatorKind); 3] = [
        ("专职", MediatorKind::FullTime),
        ("兼职", MediatorKind::PartTime),
        ("协助 网格员 志愿 楼门长", MediatorKind::Assisting),
    ];
    let mut found = words.into_iter().filter(|(words, _)| has(&typed, words));
    match (found.next(), found.next()) {
        (Some((_, kind)), None) => Some(kind),
        _ => match &*typed {
            "专" => Some(MediatorKind::FullTime),
            "兼" => Some(MediatorKind::PartTime),
            _ => None,
        },
    }
}

/// As what somebody is in a team, as a cell says it.
#[must_use]
pub fn category(typed: &str) -> Option<MemberCategory> {
    use MemberCategory as Member;
    let typed = plain(typed);
    let words: [(&str, Member); 7] = [
        (
            "退休法律 退休法官 退休检察官 退休司法",
            Member::RetiredLegalWorker,
        ),
        ("贤达 乡贤 贤士", Member::SocialFigure),
        ("专业人士 专业人员 律师 心理咨询", Member::Professional),
        ("党员", Member::PartyPioneer),
        ("五老", Member::FiveElders),
        ("楼门长 楼长", Member::BuildingChief),
        ("网格", Member::GridWorker),
    ];
    let mut found = words.into_iter().filter(|(words, _)| has(&typed, words));
    match (found.next(), found.next()) {
        (Some((_, one)), None) => Some(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_is() {
        for (name, expected) in [
            ("北京市司法局", Some(Kind::BureauProvince)),
            ("河北省司法厅", Some(Kind::BureauProvince)),
            ("通州区司法局", Some(Kind::BureauDistrict)),
            ("西集镇司法所", Some(Kind::JudicialOffice)),
            ("西集镇肖家林村人民调解委员会", Some(Kind::CommitteeVillage)),
            ("肖家林村调委会", Some(Kind::CommitteeVillage)),
            (
                "北苑街道新华社区人民调解委员会",
                Some(Kind::CommitteeResidents),
            ),
            ("黑庄户地区人民调解委员会", Some(Kind::CommitteeTownship)),
            ("北苑街道调委会", Some(Kind::CommitteeStreet)),
            (
                "通州区医疗纠纷人民调解委员会",
                Some(Kind::CommitteeIndustry),
            ),
            ("首钢集团调委会", Some(Kind::CommitteeEnterprise)),
            ("通武廊联合调委会", Some(Kind::CommitteeJoint)),
            ("平谷区一站式多元化解中心", Some(Kind::CentreDistrict)),
            ("黑庄户地区一站式多元化解中心", Some(Kind::CentreTownship)),
            ("郎辛庄村一站式多元化解中心", Some(Kind::CentreVillage)),
            ("黑庄户派出所调解室", Some(Kind::MediationRoom)),
            ("老李品牌调解室", Some(Kind::BrandedRoom)),
            ("黑庄户派出所", Some(Kind::PoliceStation)),
            ("张家湾人民法庭", Some(Kind::CourtTribunal)),
            ("通州区信访办公室", Some(Kind::PetitionOffice)),
            ("人民调解委员会", None),
            ("老李", None),
        ] {
            assert_eq!(kind(None, name, &[]), expected, "{name}");
        }
    }

    #[test]
    fn a_word_says_it_and_the_name_its_level() {
        for (typed, name, expected) in [
            ("司法所", "西集", Some(Kind::JudicialOffice)),
            ("调委会", "西集镇肖家林村", Some(Kind::CommitteeVillage)),
            ("村调委会", "肖家林", Some(Kind::CommitteeVillage)),
            (
                "乡镇（街道）调委会",
                "北苑街道",
                Some(Kind::CommitteeTownship),
            ),
            (
                "行业性专业性调委会",
                "通州区物业",
                Some(Kind::CommitteeIndustry),
            ),
            ("一站式中心", "平谷镇", Some(Kind::CentreTownship)),
            ("品牌调解室", "老李工作室", Some(Kind::BrandedRoom)),
            (
                "行业主管部门",
                "通州区住建委",
                Some(Kind::IndustryAuthority),
            ),
            ("超市", "通州区司法局", None),
        ] {
            assert_eq!(kind(Some(typed), name, &[]), expected, "{typed} {name}");
        }
    }

    #[test]
    fn a_place_says_its_level_where_it_is_called_after_it() {
        let of = |name, places: &[&str]| kind(None, name, places);
        assert_eq!(
            of("河西务调委会", &["河西务镇"]),
            Some(Kind::CommitteeTownship)
        );
        assert_eq!(
            of("肖家林调委会", &["肖家林村", "西集镇"]),
            Some(Kind::CommitteeVillage)
        );
        // It may be a village's or the township's.
        assert_eq!(of("肖家林调委会", &["西集镇"]), None);
    }

    #[test]
    fn people_serve_in_their_ways() {
        assert_eq!(serving("专职"), Some(MediatorKind::FullTime));
        assert_eq!(serving("兼"), Some(MediatorKind::PartTime));
        assert_eq!(serving("专职/兼职"), None);
        assert_eq!(serving("网格员"), Some(MediatorKind::Assisting));
        assert_eq!(
            category("退休法律工作者"),
            Some(MemberCategory::RetiredLegalWorker)
        );
        assert_eq!(category("社会贤达"), Some(MemberCategory::SocialFigure));
        assert_eq!(category("党员、网格员"), None);
    }
}
