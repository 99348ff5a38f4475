//! What disputes are about and how they reach the committee (as the yearly statistics have it).

crate::coded! {
    /// Type of a dispute 纠纷类型, as the yearly statistics have it. An office may add sub-types
    /// under these, never beside them.
    pub enum DisputeType {
        /// 婚姻家庭
        MarriageFamily = "marriage_family",
        /// 邻里
        Neighbour = "neighbour",
        /// 房屋宅基地
        HouseHomestead = "house_homestead",
        /// 合同
        Contract = "contract",
        /// 生产经营
        Business = "business",
        /// 损害赔偿
        Damages = "damages",
        /// 劳动争议
        Labour = "labour",
        /// 村务管理
        VillageAffairs = "village_affairs",
        /// 山林土地
        ForestLand = "forest_land",
        /// 征地拆迁
        Requisition = "requisition",
        /// 环境保护
        Environment = "environment",
        /// 道路交通事故
        Traffic = "traffic",
        /// 物业管理
        PropertyManagement = "property_management",
        /// 医疗
        Medical = "medical",
        /// 消费
        Consumer = "consumer",
        /// 电子商务
        Ecommerce = "ecommerce",
        /// 金融
        Finance = "finance",
        /// 知识产权
        IntellectualProperty = "intellectual_property",
        /// 旅游
        Tourism = "tourism",
        /// 校园
        School = "school",
        /// 其他
        Other = "other",
    }
}

crate::coded! {
    /// How a case came in 受理来源.
    pub enum Source {
        /// A party asked for mediation [L 17].
        Applied = "applied",
        /// The committee offered it [L 17].
        Proactive = "proactive",
        /// A court pointed the parties here before filing the suit, 诉前委派 [L 18].
        CourtBeforeFiling = "court_before_filing",
        /// A court entrusted a suit already filed, 诉中委托 [L 18].
        CourtAfterFiling = "court_after_filing",
        /// Police, non-emergency calls to 110 included [L 18].
        Police = "police",
        /// The petition office 信访.
        Petition = "petition",
        /// An old petition being cleared 信访积案.
        PetitionBacklog = "petition_backlog",
        /// A work order of the 12345 hotline.
        Hotline12345 = "hotline_12345",
        /// A whistle of a township or street, answered 吹哨报到.
        Whistle = "whistle",
        /// Found on patrol of a micro-grid 网格排查.
        MicroGrid = "micro_grid",
        /// Another office or another region [R 27].
        OtherOffice = "other_office",
        /// It came from a ledger, which doesn't say. At a desk one says.
        NotRecorded = "not_recorded",
    }
}

impl Source {
    /// What can be said at a desk.
    pub const AT_A_DESK: &[Self] = &[
        Self::Applied,
        Self::Proactive,
        Self::CourtBeforeFiling,
        Self::CourtAfterFiling,
        Self::Police,
        Self::Petition,
        Self::PetitionBacklog,
        Self::Hotline12345,
        Self::Whistle,
        Self::MicroGrid,
        Self::OtherOffice,
    ];
}

#[cfg(test)]
mod tests {
    use super::{DisputeType, Source};
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<DisputeType>(21);
        check_codes::<Source>(12);
    }

    #[test]
    fn at_a_desk_one_says_where_a_case_came_from() {
        let all = Source::ALL.iter();
        let said: Vec<&Source> = all
            .filter(|source| **source != Source::NotRecorded)
            .collect();
        assert_eq!(said, Source::AT_A_DESK.iter().collect::<Vec<_>>());
    }
}
