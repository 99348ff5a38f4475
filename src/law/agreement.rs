//! What a written agreement states [L 29, R 35].

use super::article::Article;

crate::coded! {
    /// An item of the written agreement 调解协议书, in the order of the paper.
    pub enum AgreementItem {
        /// Number of the agreement.
        Number = "number",
        /// Who the parties are.
        Parties = "parties",
        /// Main facts.
        Facts = "facts",
        /// The matter in dispute.
        Matter = "matter",
        /// Each party's responsibility.
        Responsibility = "responsibility",
        /// What was agreed: rights and duties, item by item.
        Content = "content",
        /// Manner of performance.
        Manner = "manner",
        /// Place of performance.
        Place = "place",
        /// Time of performance.
        Time = "time",
        /// How many copies, and who has them.
        Copies = "copies",
        /// The parties' signatures, seals or fingerprints.
        PartySignatures = "party_signatures",
        /// Signature of the mediator who chaired.
        MediatorSignature = "mediator_signature",
        /// The recorder's signature.
        RecorderSignature = "recorder_signature",
        /// The committee's seal.
        CommitteeSeal = "committee_seal",
        /// Day of the agreement.
        Date = "date",
    }
}

/// How much hangs on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemNeed {
    /// Without it the agreement has no effect [L 29].
    ForEffect,
    /// The agreement must state it [R 35]. The law of 2010 says "may" of the same items [L 29].
    Stated,
    /// Custom of the official form.
    Customary,
}

impl AgreementItem {
    /// How much hangs on it.
    #[must_use]
    pub fn need(&self) -> ItemNeed {
        match self {
            Self::PartySignatures | Self::MediatorSignature | Self::CommitteeSeal => {
                ItemNeed::ForEffect
            }
            Self::Parties
            | Self::Facts
            | Self::Matter
            | Self::Responsibility
            | Self::Content
            | Self::Manner
            | Self::Place
            | Self::Time => ItemNeed::Stated,
            Self::Number
            | Self::Copies
            | Self::RecorderSignature
            | Self::Date
            | Self::Unknown(_) => ItemNeed::Customary,
        }
    }

    /// The rule it rests on.
    #[must_use]
    pub fn article(&self) -> Article {
        match self {
            Self::Parties
            | Self::Facts
            | Self::Matter
            | Self::Responsibility
            | Self::Content
            | Self::Manner
            | Self::Time
            | Self::Copies
            | Self::PartySignatures
            | Self::MediatorSignature
            | Self::CommitteeSeal => Article::L29,
            Self::Place => Article::R35,
            Self::Number | Self::RecorderSignature | Self::Date | Self::Unknown(_) => {
                Article::Practice
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AgreementItem, ItemNeed};
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<AgreementItem>(15);
    }

    #[test]
    fn eight_items_are_stated_and_three_make_it_take_effect() {
        let count = |need| {
            AgreementItem::ALL
                .iter()
                .filter(|item| item.need() == need)
                .count()
        };
        assert_eq!(count(ItemNeed::Stated), 8);
        assert_eq!(count(ItemNeed::ForEffect), 3);
    }
}
