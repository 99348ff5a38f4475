//! The rules that the software follows, by article, so that each refusal and each clock can say why.
//!
//! Their words are in `locale::articles`.

use serde::{Deserialize, Serialize};

/// A rule we rest on. `L`: People's Mediation Law 人民调解法, in force 2011-01-01; `R`: Rules on
/// People's Mediation Work 人民调解工作若干规定, Ministry of Justice order 75 of 2002.
///
/// Travels only between parts of one build, never in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Article {
    /// What people's mediation is: helping people settle disputes among themselves.
    L2,
    /// Voluntary and equal, within the law; no hurdle to court, arbitration or administration.
    L3,
    /// Free of charge.
    L4,
    /// The committee has three to nine members, women among them.
    L8,
    /// Who may be a mediator; training by the county's judicial administration.
    L14,
    /// What a mediator must not do.
    L15,
    /// On application or proactively; not where a party clearly refuses.
    L17,
    /// Courts and police may point parties to mediation.
    L18,
    /// One or more mediators, named or chosen.
    L19,
    /// Relatives, neighbours, experts may be invited, with the parties' consent.
    L20,
    /// Principle, law and fairness; mediate in time and where it happened.
    L21,
    /// Many ways of mediating; listen, explain, help the parties to agree.
    L22,
    /// Rights of the parties.
    L23,
    /// Duties of the parties.
    L24,
    /// Prevent escalation; report what may become a public-order or criminal matter.
    L25,
    /// Failed: end it, and tell the parties of other ways.
    L26,
    /// Records and files.
    L27,
    /// Agreement written or oral.
    L28,
    /// What a written agreement states, when it takes effect, who has copies.
    L29,
    /// An oral agreement takes effect when it is reached.
    L30,
    /// Binding; the committee urges performance.
    L31,
    /// A dispute over the agreement goes to court.
    L32,
    /// Confirmation by the court within 30 days.
    L33,
    /// Which disputes.
    R20,
    /// Which committee: of the parties' place or of the dispute's.
    R21,
    /// What must not be taken.
    R22,
    /// Application or initiative; registration.
    R23,
    /// Take what qualifies; else tell the person where to go.
    R24,
    /// Disputes across regions or units: the committees cooperate.
    R27,
    /// Where mediation is held.
    R28,
    /// Listeners.
    R29,
    /// What parties are told before mediation.
    R30,
    /// Listen, find out, persuade, help to agree.
    R31,
    /// Watch for escalation throughout.
    R32,
    /// Normally within a month.
    R33,
    /// When the agreement must be written.
    R34,
    /// What the written agreement must state.
    R35,
    /// The parties perform of their own accord.
    R36,
    /// Not performed: what the committee does; mediate again where both agree.
    R37,
    /// Civil Procedure Law, the chapter on confirming mediation agreements.
    Confirmation,
    /// The national work standard 全国人民调解工作规范, SF/T 0083-2020.
    Standard,
    /// Common in offices, no article: a setting with this default.
    Practice,
}

/// The text that an article stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Text {
    /// 中华人民共和国人民调解法
    MediationLaw,
    /// 人民调解工作若干规定
    WorkRules,
    /// 中华人民共和国民事诉讼法
    CivilProcedureLaw,
    /// 全国人民调解工作规范
    Standard,
    /// No text: custom.
    Practice,
}

impl Article {
    /// Every article, by text and number.
    pub const ALL: &'static [Self] = &[
        Self::L2,
        Self::L3,
        Self::L4,
        Self::L8,
        Self::L14,
        Self::L15,
        Self::L17,
        Self::L18,
        Self::L19,
        Self::L20,
        Self::L21,
        Self::L22,
        Self::L23,
        Self::L24,
        Self::L25,
        Self::L26,
        Self::L27,
        Self::L28,
        Self::L29,
        Self::L30,
        Self::L31,
        Self::L32,
        Self::L33,
        Self::R20,
        Self::R21,
        Self::R22,
        Self::R23,
        Self::R24,
        Self::R27,
        Self::R28,
        Self::R29,
        Self::R30,
        Self::R31,
        Self::R32,
        Self::R33,
        Self::R34,
        Self::R35,
        Self::R36,
        Self::R37,
        Self::Confirmation,
        Self::Standard,
        Self::Practice,
    ];

    /// The text it stands in, and its number there (none for a chapter, a standard or a custom).
    #[must_use]
    pub fn cite(self) -> (Text, Option<u8>) {
        let law = |number| (Text::MediationLaw, Some(number));
        let rules = |number| (Text::WorkRules, Some(number));
        match self {
            Self::L2 => law(2),
            Self::L3 => law(3),
            Self::L4 => law(4),
            Self::L8 => law(8),
            Self::L14 => law(14),
            Self::L15 => law(15),
            Self::L17 => law(17),
            Self::L18 => law(18),
            Self::L19 => law(19),
            Self::L20 => law(20),
            Self::L21 => law(21),
            Self::L22 => law(22),
            Self::L23 => law(23),
            Self::L24 => law(24),
            Self::L25 => law(25),
            Self::L26 => law(26),
            Self::L27 => law(27),
            Self::L28 => law(28),
            Self::L29 => law(29),
            Self::L30 => law(30),
            Self::L31 => law(31),
            Self::L32 => law(32),
            Self::L33 => law(33),
            Self::R20 => rules(20),
            Self::R21 => rules(21),
            Self::R22 => rules(22),
            Self::R23 => rules(23),
            Self::R24 => rules(24),
            Self::R27 => rules(27),
            Self::R28 => rules(28),
            Self::R29 => rules(29),
            Self::R30 => rules(30),
            Self::R31 => rules(31),
            Self::R32 => rules(32),
            Self::R33 => rules(33),
            Self::R34 => rules(34),
            Self::R35 => rules(35),
            Self::R36 => rules(36),
            Self::R37 => rules(37),
            Self::Confirmation => (Text::CivilProcedureLaw, None),
            Self::Standard => (Text::Standard, None),
            Self::Practice => (Text::Practice, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Article;

    #[test]
    fn every_article_is_listed_once_in_order() {
        assert!(Article::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            Article::ALL
                .windows(2)
                .all(|pair| pair[0].cite() < pair[1].cite())
        );
        assert_eq!(Article::ALL.len(), Article::Practice as usize + 1);
    }

    #[test]
    fn a_name_says_its_number() {
        for article in Article::ALL {
            if let (_, Some(number)) = article.cite() {
                assert_eq!(format!("{article:?}")[1..], number.to_string());
            }
        }
    }
}
