//! Why a dispute is not taken, and where its people go instead. Nobody is sent away without being
//! told where [R 24, L 26].

use super::article::Article;

crate::coded! {
    /// Why the committee does not take a dispute 不予受理.
    pub enum DeclineReason {
        /// The law gives it to a special organ alone [R 22 (1)].
        SpecialOrgan = "special_organ",
        /// The law forbids settling it by mediation among the people [R 22 (1)].
        MediationForbidden = "mediation_forbidden",
        /// A court has taken or settled it [R 22 (2)].
        WithCourt = "with_court",
        /// The police have taken or settled it [R 22 (2)].
        WithPolice = "with_police",
        /// Another administrative body has taken or settled it [R 22 (2)].
        WithAdministration = "with_administration",
        /// A party clearly refuses mediation [L 17].
        PartyRefuses = "party_refuses",
        /// Not a dispute between people over civil rights and duties [R 20].
        NotCivilDispute = "not_civil_dispute",
        /// Neither the parties nor the dispute belong to this committee's place [R 21].
        OutsideArea = "outside_area",
    }
}

crate::coded! {
    /// Another way to go: what people are told when a dispute is declined or mediation has failed.
    pub enum OtherWay {
        /// Sue before the people's court.
        Court = "court",
        /// Arbitration, where there is an arbitration clause, or labour arbitration.
        Arbitration = "arbitration",
        /// Ask the administration in charge to settle it.
        Administration = "administration",
        /// Report to the police.
        Police = "police",
        /// The organ that the law names for this matter.
        OrganInCharge = "organ_in_charge",
        /// The body that already has it in hand.
        BodyThatTookIt = "body_that_took_it",
        /// The committee of the parties' place, or of where it happened.
        CommitteeOfPlace = "committee_of_place",
    }
}

/// The ways that parties are told of when mediation has failed [L 26], in this order.
pub const WAYS_AFTER_FAILURE: &[OtherWay] = &[
    OtherWay::Arbitration,
    OtherWay::Administration,
    OtherWay::Court,
];

impl DeclineReason {
    /// The rule that the reason rests on.
    #[must_use]
    pub fn article(&self) -> Article {
        match self {
            Self::SpecialOrgan
            | Self::MediationForbidden
            | Self::WithCourt
            | Self::WithPolice
            | Self::WithAdministration => Article::R22,
            Self::PartyRefuses => Article::L17,
            Self::NotCivilDispute => Article::R20,
            Self::OutsideArea => Article::R21,
            Self::Unknown(_) => Article::Practice,
        }
    }

    /// Where to send the person, the likeliest first. Never empty.
    #[must_use]
    pub fn ways(&self) -> &'static [OtherWay] {
        match self {
            Self::SpecialOrgan => &[OtherWay::OrganInCharge],
            Self::MediationForbidden => &[OtherWay::OrganInCharge, OtherWay::Court],
            Self::WithCourt | Self::WithPolice | Self::WithAdministration => {
                &[OtherWay::BodyThatTookIt]
            }
            Self::PartyRefuses => WAYS_AFTER_FAILURE,
            Self::NotCivilDispute => &[OtherWay::Administration, OtherWay::OrganInCharge],
            Self::OutsideArea => &[OtherWay::CommitteeOfPlace],
            Self::Unknown(_) => WAYS_AFTER_FAILURE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DeclineReason, OtherWay};
    use crate::law::article::Article;
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<DeclineReason>(8);
        check_codes::<OtherWay>(7);
    }

    #[test]
    fn nobody_is_sent_away_without_a_way_and_a_reason_in_law() {
        for reason in DeclineReason::ALL {
            assert!(!reason.ways().is_empty());
            assert_ne!(reason.article(), Article::Practice);
        }
        assert!(!DeclineReason::from_code("from_later").ways().is_empty());
    }
}
