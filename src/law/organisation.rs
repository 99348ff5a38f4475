//! The organisations of the network.

crate::coded! {
    /// Kind of an organisation.
    pub enum OrganisationKind {
        /// Judicial bureau or department of a province 省司法厅、市司法局.
        BureauProvince = "bureau_province",
        /// Judicial bureau of a district or county 区县司法局.
        BureauDistrict = "bureau_district",
        /// Judicial office of a township or street 司法所.
        JudicialOffice = "judicial_office",
        /// Committee of a village 村调委会.
        CommitteeVillage = "committee_village",
        /// Committee of a residents' community 居民（社区）调委会.
        CommitteeResidents = "committee_residents",
        /// Committee of a township 乡镇调委会.
        CommitteeTownship = "committee_township",
        /// Committee of a street 街道调委会.
        CommitteeStreet = "committee_street",
        /// Committee of an enterprise or institution 企事业单位调委会.
        CommitteeEnterprise = "committee_enterprise",
        /// Committee of an industry or profession 行业性专业性调委会.
        CommitteeIndustry = "committee_industry",
        /// Committee across regions 联合调委会.
        CommitteeJoint = "committee_joint",
        /// Mediation group in a section of a village or community 调解小组.
        MediationGroup = "mediation_group",
        /// Mediation room, stationed with police, court, petition office… 调解室.
        MediationRoom = "mediation_room",
        /// Room with a name, a founding mediator and a speciality 个人、品牌调解室.
        BrandedRoom = "branded_room",
        /// One-stop centre of a village or community.
        CentreVillage = "centre_village",
        /// One-stop centre of a township or street.
        CentreTownship = "centre_township",
        /// One-stop centre of a district.
        CentreDistrict = "centre_district",
        /// 派出所
        PoliceStation = "police_station",
        /// 人民法庭
        CourtTribunal = "court_tribunal",
        /// 信访办
        PetitionOffice = "petition_office",
        /// Authority of an industry, one of the N that answer a whistle 行业主管部门.
        IndustryAuthority = "industry_authority",
    }
}

impl OrganisationKind {
    /// The kinds of people's mediation committees in the order of the periodic report's rows.
    pub const COMMITTEES: &'static [Self] = &[
        Self::CommitteeVillage,
        Self::CommitteeResidents,
        Self::CommitteeTownship,
        Self::CommitteeStreet,
        Self::CommitteeEnterprise,
        Self::CommitteeIndustry,
        Self::CommitteeJoint,
    ];

    /// Whether it is a people's mediation committee, and so may take cases, seal agreements and have
    /// a row in the periodic report.
    #[must_use]
    pub fn is_committee(&self) -> bool {
        Self::COMMITTEES.contains(self)
    }

    /// Whether a case may be handed on to it: it mediates, or sees to it that others do. To the court, the police and
    /// the authorities the parties go themselves [L 26].
    #[must_use]
    pub fn takes_over(&self) -> bool {
        self.is_committee()
            || self.is_room()
            || self.is_centre()
            || matches!(self, Self::JudicialOffice | Self::MediationGroup)
    }

    /// Whether it is a room of mediation, stationed or branded.
    #[must_use]
    pub fn is_room(&self) -> bool {
        matches!(self, Self::MediationRoom | Self::BrandedRoom)
    }

    /// Whether it is a one-stop centre 一站式多元化解中心, of whichever level.
    #[must_use]
    pub fn is_centre(&self) -> bool {
        matches!(
            self,
            Self::CentreVillage | Self::CentreTownship | Self::CentreDistrict
        )
    }
}

crate::coded! {
    /// By whom a branded room is recognised 品牌级别.
    pub enum BrandLevel {
        /// 乡镇（街道）级
        Township = "township",
        /// 区县级
        District = "district",
        /// 市级
        City = "city",
        /// 省（直辖市）级
        Province = "province",
        /// 全国
        Nation = "nation",
    }
}

#[cfg(test)]
mod tests {
    use super::{BrandLevel, OrganisationKind};
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<OrganisationKind>(20);
        check_codes::<BrandLevel>(5);
    }

    #[test]
    fn committees_and_centres_tell_by_their_codes() {
        for kind in OrganisationKind::ALL {
            assert_eq!(kind.is_committee(), kind.code().starts_with("committee_"));
            assert_eq!(kind.is_centre(), kind.code().starts_with("centre_"));
        }
        assert!(OrganisationKind::COMMITTEES.is_sorted());
    }
}
