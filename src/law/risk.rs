//! Signs that a dispute may escalate, asked at intake [L 25, R 32].

crate::coded! {
    /// A sign of danger: one question of intake each.
    pub enum RiskSign {
        /// Somebody has used or threatened violence.
        Violence = "violence",
        /// Somebody speaks of harming themselves.
        SelfHarm = "self_harm",
        /// Weapons, or things meant as such.
        Weapons = "weapons",
        /// Minors or other dependants are affected.
        Dependants = "dependants",
        /// More than ten people.
        MoreThanTen = "more_than_ten",
        /// They have petitioned before.
        EarlierPetitions = "earlier_petitions",
        /// A deadline or an event is near.
        DeadlineNear = "deadline_near",
        /// Public attention.
        PublicAttention = "public_attention",
    }
}

crate::coded! {
    /// How closely a dispute is watched 风险等级, from least to most. A rating that this version
    /// doesn't know ranks highest, to be on the safe side.
    pub enum RiskRating {
        /// 一般
        Ordinary = "ordinary",
        /// 关注: prevent escalation [L 25].
        Watch = "watch",
        /// 重大: report at once to the judicial office and the township [L 25].
        Major = "major",
    }
}

impl RiskSign {
    /// Whether the sign alone means that it may become a public-order or criminal matter, or that a
    /// life is in danger: then the police or another body hear of it at once [L 25].
    #[must_use]
    pub fn is_danger(&self) -> bool {
        matches!(self, Self::Violence | Self::SelfHarm | Self::Weapons)
    }

    /// The signs, each once and in the order of the questions: what is the same is to read the same, in whatever order it
    /// was ticked.
    #[must_use]
    pub fn in_order(mut signs: Vec<Self>) -> Vec<Self> {
        signs.sort();
        signs.dedup();
        signs
    }
}

impl RiskRating {
    /// The rating that the signs call for [L 25; the steps are practice].
    ///
    /// Major: any sign of danger, or more than ten people together with another sign. Watch: any
    /// sign, one that this version doesn't know included. Otherwise ordinary.
    #[must_use]
    pub fn from_signs(signs: &[RiskSign]) -> Self {
        let crowd = signs.contains(&RiskSign::MoreThanTen);
        let beside_crowd = signs.iter().any(|sign| *sign != RiskSign::MoreThanTen);
        if signs.iter().any(RiskSign::is_danger) || (crowd && beside_crowd) {
            Self::Major
        } else if signs.is_empty() {
            Self::Ordinary
        } else {
            Self::Watch
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RiskRating, RiskSign};
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<RiskSign>(8);
        check_codes::<RiskRating>(3);
    }

    #[test]
    fn signs_rate() {
        use RiskSign::*;
        let rate = RiskRating::from_signs;
        assert_eq!(rate(&[]), RiskRating::Ordinary);
        assert_eq!(rate(&[Weapons]), RiskRating::Major);
        assert_eq!(rate(&[MoreThanTen]), RiskRating::Watch);
        assert_eq!(rate(&[MoreThanTen, MoreThanTen]), RiskRating::Watch);
        assert_eq!(rate(&[DeadlineNear, MoreThanTen]), RiskRating::Major);
        assert_eq!(
            rate(&[EarlierPetitions, DeadlineNear, PublicAttention]),
            RiskRating::Watch
        );
        assert_eq!(rate(&[Unknown("drone".into())]), RiskRating::Watch);
    }

    #[test]
    fn one_sign_of_danger_to_life_is_enough() {
        use RiskSign::{SelfHarm, Violence, Weapons};
        for sign in RiskSign::ALL {
            let rating = match sign {
                Violence | SelfHarm | Weapons => RiskRating::Major,
                _ => RiskRating::Watch,
            };
            assert_eq!(RiskRating::from_signs(std::slice::from_ref(sign)), rating);
        }
    }

    #[test]
    fn another_sign_never_lowers_the_rating() {
        for set in 0..1_usize << RiskSign::ALL.len() {
            let signs = |set: usize| -> Vec<RiskSign> {
                let has = |i: &usize| set & (1 << i) != 0;
                (0..RiskSign::ALL.len())
                    .filter(has)
                    .map(|i| RiskSign::ALL[i].clone())
                    .collect()
            };
            for more in 0..RiskSign::ALL.len() {
                let rating = RiskRating::from_signs(&signs(set));
                assert!(RiskRating::from_signs(&signs(set | 1 << more)) >= rating);
            }
        }
    }
}
