//! Neighbours across a provincial border who have no agreement yet: where one would do good. Pure.

use std::collections::BTreeSet;

use super::drawn::on_map;
use super::joint;
use crate::law::borders;
use crate::law::divisions::Adcode;
use crate::views::answers::NetworkMap;

/// Two neighbours without an agreement, and why they might want one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opportunity {
    pub one: Adcode,
    pub other: Adcode,
    /// Of their common line.
    pub kilometres: u16,
    /// Their joint cases of the last year.
    pub cases: u64,
}

/// The counties that border on another province.
#[must_use]
pub fn border_counties() -> BTreeSet<Adcode> {
    borders::pairs()
        .flat_map(|(one, other)| [one, other])
        .collect()
}

/// Whether both take part in one agreement that was not given up; one that is only proposed is under way.
fn is_agreed(map: &NetworkMap, one: Adcode, other: Adcode) -> bool {
    map.agreements.iter().any(|(_, agreement)| {
        let takes_part = |county| agreement.counties.iter().any(|of| on_map(*of) == county);
        agreement.ended.is_none() && takes_part(one) && takes_part(other)
    })
}

/// Those of all counties, or of these: where most was done together first, then where the line is longest.
#[must_use]
pub fn opportunities(
    map: &NetworkMap,
    last_year: &NetworkMap,
    of: Option<&[Adcode]>,
) -> Vec<Opportunity> {
    let joint = joint::pairs(last_year);
    let open = borders::pairs().filter(|(one, other)| {
        of.is_none_or(|of| of.contains(one) || of.contains(other)) && !is_agreed(map, *one, *other)
    });
    let mut found: Vec<Opportunity> = open
        .map(|(one, other)| Opportunity {
            one,
            other,
            kilometres: borders::kilometres(one, other).unwrap_or(0),
            cases: joint.get(&(one, other)).copied().unwrap_or(0),
        })
        .collect();
    found.sort_by_key(|it| {
        let (cases, kilometres) = (it.cases, it.kilometres);
        (std::cmp::Reverse((cases, kilometres)), it.one, it.other)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::super::drawn::tests::{county, sample};
    use super::*;
    use crate::views::answers::Joint;

    #[test]
    fn neighbours_with_an_agreement_are_none() {
        let map = sample();
        let all = opportunities(&map, &NetworkMap::default(), None);
        // Tongzhou, Wuqing and Guangyang have one: three of the forty-eight lines lie between them.
        assert_eq!(all.len(), 45);
        let (tongzhou, wuqing) = (county(110_112), county(120_114));
        assert!(
            !all.iter()
                .any(|it| (it.one, it.other) == (tongzhou, wuqing))
        );
        let of_tongzhou = opportunities(&map, &NetworkMap::default(), Some(&[tongzhou]));
        let others: Vec<u32> = of_tongzhou.iter().map(|it| it.other.number()).collect();
        assert_eq!(others.len(), 3, "{others:?}");
        assert!(
            of_tongzhou
                .iter()
                .all(|it| it.kilometres > 0 && it.cases == 0)
        );
    }

    #[test]
    fn where_most_was_done_together_comes_first() {
        let (pinggu, sanhe) = (county(110_117), county(131_082));
        let last_year = NetworkMap {
            joint: vec![
                Joint {
                    county: sanhe,
                    joined: vec![pinggu],
                    cases: 17,
                },
                // Within one province it is no matter of the border.
                Joint {
                    county: sanhe,
                    joined: vec![county(131_028)],
                    cases: 99,
                },
            ],
            ..NetworkMap::default()
        };
        let first = opportunities(&sample(), &last_year, None)[0];
        assert_eq!((first.one, first.other, first.cases), (pinggu, sanhe, 17));
        assert_eq!(first.kilometres, 29);
        let lines: Vec<u16> = opportunities(&sample(), &last_year, None)[1..]
            .iter()
            .map(|it| it.kilometres)
            .collect();
        assert!(lines.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn forty_counties_border_on_another_province() {
        let all = border_counties();
        assert!(all.contains(&county(110_112)) && !all.contains(&county(110_101)));
        assert_eq!(
            all.len(),
            all.iter()
                .filter(|one| !borders::neighbours(**one).is_empty())
                .count()
        );
    }
}
