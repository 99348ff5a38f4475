//! The rules that the software follows, by article, so that each step, refusal and clock can say why.
//!
//! Their words are in `locale::articles`.

use serde::{Deserialize, Serialize};

/// A rule we rest on. `L`: People's Mediation Law 人民调解法, in force 2011-01-01; `R`: Rules on
/// People's Mediation Work 人民调解工作若干规定, Ministry of Justice order 75 of 2002.
///
/// Travels only between parts of one build, never in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Article {
    /// On application or proactively; not where a party clearly refuses.
    L17,
    /// One or more mediators, named or chosen.
    L19,
    /// Many ways of mediating; listen, explain, help the parties to agree.
    L22,
    /// Rights of the parties.
    L23,
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
    /// Take what qualifies; else tell the person where to go.
    R24,
    /// Disputes across regions or units: the committees cooperate.
    R27,
    /// What parties are told before mediation.
    R30,
    /// Listen, find out, persuade, help to agree.
    R31,
    /// Normally within a month.
    R33,
    /// What the written agreement must state.
    R35,
    /// Not performed: what the committee does; mediate again where both agree.
    R37,
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
    /// 全国人民调解工作规范
    Standard,
    /// No text: custom.
    Practice,
}

impl Article {
    /// The text it stands in, and its number there (none for a standard or a custom).
    #[must_use]
    pub fn cite(self) -> (Text, Option<u8>) {
        let law = |number| (Text::MediationLaw, Some(number));
        let rules = |number| (Text::WorkRules, Some(number));
        match self {
            Self::L17 => law(17),
            Self::L19 => law(19),
            Self::L22 => law(22),
            Self::L23 => law(23),
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
            Self::R24 => rules(24),
            Self::R27 => rules(27),
            Self::R30 => rules(30),
            Self::R31 => rules(31),
            Self::R33 => rules(33),
            Self::R35 => rules(35),
            Self::R37 => rules(37),
            Self::Standard => (Text::Standard, None),
            Self::Practice => (Text::Practice, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Article;

    /// Its length asks for an article that is added.
    const ALL: [Article; Article::Practice as usize + 1] = [
        Article::L17,
        Article::L19,
        Article::L22,
        Article::L23,
        Article::L25,
        Article::L26,
        Article::L27,
        Article::L28,
        Article::L29,
        Article::L30,
        Article::L31,
        Article::L32,
        Article::L33,
        Article::R20,
        Article::R21,
        Article::R22,
        Article::R24,
        Article::R27,
        Article::R30,
        Article::R31,
        Article::R33,
        Article::R35,
        Article::R37,
        Article::Standard,
        Article::Practice,
    ];

    #[test]
    fn articles_stand_in_the_order_of_their_texts() {
        assert!(ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ALL.windows(2).all(|pair| pair[0].cite() < pair[1].cite()));
    }

    #[test]
    fn a_name_says_its_number() {
        for article in ALL {
            if let (_, Some(number)) = article.cite() {
                assert_eq!(format!("{article:?}")[1..], number.to_string());
            }
        }
    }
}
