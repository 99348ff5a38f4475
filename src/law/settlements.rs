//! How many townships and how many villages a county has: of what a coverage counts, without the lists of their names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::divisions::{Adcode, counties};

/// The places of a county, by the statistics bureau's codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settlements {
    /// Townships and streets.
    pub towns: u64,
    /// Villages and residents' communities.
    pub villages: u64,
}

static SETTLEMENTS: LazyLock<BTreeMap<Adcode, Settlements>> = LazyLock::new(|| {
    let text = include_str!("data/settlements.csv");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(read).collect()
});

fn read(line: &str) -> Option<(Adcode, Settlements)> {
    let mut fields = line.split(',');
    let mut number = || fields.next()?.parse::<u32>().ok();
    let (adcode, towns, villages) = (Adcode::new(number()?)?, number()?, number()?);
    let settlements = Settlements {
        towns: towns.into(),
        villages: villages.into(),
    };
    Some((adcode, settlements))
}

/// What a county of the map has, with the zones that the map shows in it.
#[must_use]
pub fn settlements(county: Adcode) -> Settlements {
    let here = counties()
        .iter()
        .filter(|one| one.adcode.on_map() == Some(county));
    let all = here.filter_map(|one| SETTLEMENTS.get(&one.adcode));
    all.fold(Settlements::default(), |sum, one| Settlements {
        towns: sum.towns + one.towns,
        villages: sum.villages + one.villages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::divisions::{mapped_counties, parse_towns};

    #[test]
    fn townships_are_those_that_have_names() {
        let text = include_str!("../../public/places/towns.txt");
        for (county, towns) in parse_towns(text).unwrap() {
            assert_eq!(SETTLEMENTS[&county].towns, towns.len() as u64, "{county:?}");
        }
        assert_eq!(SETTLEMENTS.len(), counties().len());
    }

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
