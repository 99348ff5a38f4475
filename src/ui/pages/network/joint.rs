//! Joint work of counties: how many cases, and the register that opens them. Each case counts once,
//! however many counties were asked into it. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::drawn::on_map;
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::views::answers::{Joint, NetworkMap};
use crate::views::query::{Ending, Query};

/// The first day and the last; none for all of time.
pub type Days = Option<(Day, Day)>;

/// The other counties of a joint case, as the map shows them.
fn others(joint: &Joint) -> BTreeSet<Adcode> {
    let own = on_map(joint.county);
    let others = joint.joined.iter().map(|county| on_map(*county));
    others.filter(|other| *other != own).collect()
}

/// Joint cases in which a county of the map takes part: it registered them or was asked into them.
#[must_use]
pub fn all(map: &NetworkMap, county: Adcode) -> u64 {
    let of = map.joint.iter().filter(|joint| {
        let others = others(joint);
        others.contains(&county) || on_map(joint.county) == county && !others.is_empty()
    });
    of.map(|joint| joint.cases).sum()
}

/// Joint cases that one of these counties registered and another of them joined.
#[must_use]
pub fn among(map: &NetworkMap, counties: &[Adcode]) -> u64 {
    let held = |county: Adcode| counties.iter().any(|one| on_map(*one) == county);
    map.joint
        .iter()
        .filter(|joint| held(on_map(joint.county)) && others(joint).into_iter().any(held))
        .map(|joint| joint.cases)
        .sum()
}

/// The cases of [`among`], and of a single county those of [`all`].
#[must_use]
pub fn among_query(counties: &[Adcode], days: Days) -> Query {
    Query {
        among: counties.to_vec(),
        joint: true,
        registered: days,
        ..Query::default()
    }
}

/// What these counties mediated, of all cases.
#[must_use]
pub fn mediated_query(counties: &[Adcode], days: Days) -> Query {
    let mediated = Ending::ALL.iter().filter(|ending| ending.is_mediated());
    Query {
        among: counties.to_vec(),
        concluded: Some(days.unwrap_or((Day::MIN, Day::MAX))),
        endings: mediated.cloned().collect(),
        ..Query::default()
    }
}

/// Joint cases by way: from the county that took them in to each that it asked to join.
#[must_use]
pub fn ways(map: &NetworkMap) -> BTreeMap<(Adcode, Adcode), u64> {
    let mut sums = BTreeMap::new();
    for joint in &map.joint {
        for other in others(joint) {
            *sums.entry((on_map(joint.county), other)).or_default() += joint.cases;
        }
    }
    sums
}

/// Cases that were handed on, by way: from the county of the office that had them to that of who has them now.
#[must_use]
pub fn handed_on(map: &NetworkMap) -> BTreeMap<(Adcode, Adcode), u64> {
    let mut sums = BTreeMap::new();
    for handed in &map.handed_on {
        let (from, to) = (on_map(handed.from), on_map(handed.to));
        if from != to {
            *sums.entry((from, to)).or_default() += handed.cases;
        }
    }
    sums
}

/// Pairs of counties that mediate together, the lesser code first: both ways in one, for who asked whom
/// matters less here than how often.
#[must_use]
pub fn pairs(map: &NetworkMap) -> BTreeMap<(Adcode, Adcode), u64> {
    let mut sums = BTreeMap::new();
    for ((own, other), cases) in ways(map) {
        *sums.entry((own.min(other), own.max(other))).or_default() += cases;
    }
    sums
}

/// With whom a county of the map mediates, the most often first.
#[must_use]
pub fn partners(map: &NetworkMap, county: Adcode) -> Vec<(Adcode, u64)> {
    let of = |((one, other), cases): ((Adcode, Adcode), u64)| match county {
        county if county == one => Some((other, cases)),
        county if county == other => Some((one, cases)),
        _ => None,
    };
    let mut partners: Vec<(Adcode, u64)> = pairs(map).into_iter().filter_map(of).collect();
    partners.sort_by_key(|(other, cases)| (std::cmp::Reverse(*cases), *other));
    partners
}

#[cfg(test)]
mod tests {
    use super::*;

    fn county(code: u32) -> Adcode {
        Adcode::new(code).unwrap()
    }

    fn joint(from: u32, joined: &[u32], cases: u64) -> Joint {
        Joint {
            county: county(from),
            joined: joined.iter().copied().map(county).collect(),
            cases,
        }
    }

    #[test]
    fn a_case_with_several_counties_counts_once() {
        let map = NetworkMap {
            joint: vec![
                joint(110_112, &[120_114], 2),
                joint(110_112, &[120_114, 131_003], 3),
                joint(120_114, &[110_112], 1),
                joint(110_112, &[110_112], 4),
            ],
            ..NetworkMap::default()
        };
        let corridor = [110_112, 120_114, 131_003].map(county);
        assert_eq!(all(&map, corridor[0]), 6, "its own and those it joined");
        assert_eq!(all(&map, corridor[1]), 6);
        assert_eq!(all(&map, corridor[2]), 3);
        assert_eq!(among(&map, &corridor), 6);
        assert_eq!(
            among(&map, &corridor[1..]),
            0,
            "not those they joined together"
        );
        assert_eq!(
            partners(&map, corridor[0]),
            [(corridor[1], 6), (corridor[2], 3)]
        );
        assert_eq!(partners(&map, corridor[2]), [(corridor[0], 3)]);
        let ways: Vec<_> = ways(&map).into_iter().collect();
        assert_eq!(
            ways,
            [
                ((corridor[0], corridor[1]), 5),
                ((corridor[0], corridor[2]), 3),
                ((corridor[1], corridor[0]), 1),
            ],
            "those that it asked itself into are nobody's way"
        );
    }
}
