//! How dangerous a case is: by what was asked at intake, and by every rating since. The newest holds [L 25, R 32].

use crate::law::risk::{RiskRating, RiskSign};

use crate::domain::fact::Fact;

use super::course::{Stage, Step};
use super::event::Rated;
use super::state::Case;

impl Case {
    /// The signs of danger that hold.
    #[must_use]
    pub fn signs(&self) -> &[RiskSign] {
        self.risk.get().map_or(&[], Vec::as_slice)
    }

    /// How dangerous it is, by the signs that hold.
    #[must_use]
    pub fn rating(&self) -> RiskRating {
        RiskRating::from_signs(self.signs())
    }

    /// Rated major, and not concluded since: the judicial office and the township are to know of it at once [L 25]. Of
    /// what is archived nobody expects it.
    #[must_use]
    pub fn is_grave(&self) -> bool {
        let expected =
            |stage: &Stage| stage.is_open() || self.rated_after && *stage != Stage::Archived;
        self.stage.as_ref().is_some_and(expected) && self.rating() == RiskRating::Major
    }

    pub(super) fn rate(&mut self, fact: &Fact, data: &Rated) {
        self.step(fact, Step::Rate);
        self.write_signs(fact, &data.risk);
        self.rated = self.rated.max(Some(data.day));
        self.rated_after = self.stage.as_ref().is_some_and(|stage| !stage.is_open());
    }

    pub(super) fn write_signs(&mut self, fact: &Fact, signs: &[RiskSign]) {
        self.risk.write(fact, RiskSign::in_order(signs.to_vec()));
    }

    /// Mediation was concluded: a danger that whoever concluded it had not heard of is not over with it.
    pub(super) fn leave_danger(&mut self, fact: &Fact) {
        self.rated_after = self.risk.seen_by(fact).count() < self.risk.entries().count();
    }
}
