//! Which organisations a place has as a rule, and of which kind one is by its name. Suggestions: what a
//! person picks or writes is what counts.

use crate::law::organisation::OrganisationKind;

/// The organisations that nearly every township or street has.
#[must_use]
pub fn of_town(town: &str) -> Vec<(String, OrganisationKind)> {
    let committee = if town.ends_with("街道") {
        OrganisationKind::CommitteeStreet
    } else {
        OrganisationKind::CommitteeTownship
    };
    vec![
        (format!("{town}司法所"), OrganisationKind::JudicialOffice),
        (format!("{town}人民调解委员会"), committee),
        (
            format!("{town}一站式调解中心"),
            OrganisationKind::CentreTownship,
        ),
    ]
}

/// The organisations that a county has.
#[must_use]
pub fn of_county(county: &str) -> Vec<(String, OrganisationKind)> {
    vec![
        (format!("{county}司法局"), OrganisationKind::BureauDistrict),
        (
            format!("{county}联合人民调解委员会"),
            OrganisationKind::CommitteeJoint,
        ),
        (
            format!("{county}一站式调解中心"),
            OrganisationKind::CentreDistrict,
        ),
    ]
}

/// The kind that a name tells of; a village's committee where it tells nothing, for that is what most are.
#[must_use]
pub fn kind_of(name: &str) -> OrganisationKind {
    use OrganisationKind as Kind;
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["司法所"]) {
        Kind::JudicialOffice
    } else if has(&["司法局"]) {
        Kind::BureauDistrict
    } else if has(&["联合"]) {
        Kind::CommitteeJoint
    } else if has(&["调解室", "工作室"]) {
        // A room in a police station is still a room.
        Kind::MediationRoom
    } else if has(&["派出所"]) {
        Kind::PoliceStation
    } else if has(&["法庭", "法院"]) {
        Kind::CourtTribunal
    } else if has(&["信访"]) {
        Kind::PetitionOffice
    } else if has(&["调解小组"]) {
        Kind::MediationGroup
    } else if has(&["公司", "集团", "厂", "医院", "学校"]) {
        Kind::CommitteeEnterprise
    } else if has(&["行业", "协会", "物业", "交通", "医疗", "劳动", "保险"]) {
        Kind::CommitteeIndustry
    } else if has(&["社区", "居委", "居民", "小区"]) {
        Kind::CommitteeResidents
    } else if has(&["街道"]) {
        Kind::CommitteeStreet
    } else if has(&["村"]) {
        Kind::CommitteeVillage
    } else if has(&["镇", "乡"]) {
        Kind::CommitteeTownship
    } else {
        Kind::CommitteeVillage
    }
}

/// The kinds that 自己写 offers, the likeliest first.
pub const KINDS: [OrganisationKind; 8] = [
    OrganisationKind::CommitteeVillage,
    OrganisationKind::CommitteeResidents,
    OrganisationKind::MediationRoom,
    OrganisationKind::CommitteeEnterprise,
    OrganisationKind::CommitteeIndustry,
    OrganisationKind::CommitteeTownship,
    OrganisationKind::CommitteeStreet,
    OrganisationKind::JudicialOffice,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_kind() {
        for (name, kind) in [
            ("西集镇司法所", OrganisationKind::JudicialOffice),
            ("肖家林村调委会", OrganisationKind::CommitteeVillage),
            (
                "翠屏社区人民调解委员会",
                OrganisationKind::CommitteeResidents,
            ),
            ("西集派出所调解室", OrganisationKind::MediationRoom),
            (
                "交通事故人民调解委员会",
                OrganisationKind::CommitteeIndustry,
            ),
            ("西集镇人民调解委员会", OrganisationKind::CommitteeTownship),
            (
                "东华门街道人民调解委员会",
                OrganisationKind::CommitteeStreet,
            ),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
    }

    #[test]
    fn what_is_suggested_is_of_the_kind_that_its_name_tells() {
        for town in ["西集镇", "东华门街道"] {
            for (name, kind) in of_town(town).iter().take(2) {
                assert_eq!(kind_of(name), *kind, "{name}");
            }
        }
    }
}
