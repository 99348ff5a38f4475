//! How many townships and how many villages a county has: of what a coverage counts, without the lists of their names.

use super::divisions::{Adcode, counties, town_count, village_count};

/// The places of a county, by the statistics bureau's codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settlements {
    /// Townships and streets.
    pub towns: u64,
    /// Villages and residents' communities.
    pub villages: u64,
}

/// What a county of the map has, with the zones that the map shows in it.
#[must_use]
pub fn settlements(county: Adcode) -> Settlements {
    let here = counties()
        .iter()
        .filter(|one| one.adcode.on_map() == Some(county));
    here.fold(Settlements::default(), |sum, one| Settlements {
        towns: sum.towns + town_count(one.adcode) as u64,
        villages: sum.villages + u64::from(village_count(one.adcode)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::divisions::mapped_counties;

    /// By the same codes: 7,535 in Beijing, 5,617 in Tianjin, 54,145 in Hebei.
    #[test]
    fn the_map_has_every_place_once() {
        let all: Vec<Settlements> = mapped_counties()
            .map(|county| settlements(county.adcode))
            .collect();
        let villages: u64 = all.iter().map(|one| one.villages).sum();
        let towns: u64 = all.iter().map(|one| one.towns).sum();
        assert_eq!((towns, villages), (3_013, 7_535 + 5_617 + 54_145));
        let pinggu = settlements(Adcode::new(110_117).unwrap());
        assert_eq!((pinggu.towns, pinggu.villages), (18, 323));
        assert_eq!(
            settlements(Adcode::new(310_101).unwrap()),
            Settlements::default()
        );
    }
}
