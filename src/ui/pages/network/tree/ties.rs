//! In which order provinces and counties stand, so that what ties counties across a border is drawn without crossings
//! where that can be. Provinces are columns; between two of them, in the gap, stands what ties them, with a line to each
//! county; a line that has to pass a province takes a place of its own in that column. Pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::StreamId;
use crate::law::divisions::Adcode;

/// An agreement that ties counties.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    pub id: StreamId,
    pub name: String,
    pub counties: Vec<Adcode>,
}

/// What stands in a column, from above, or in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    County(Adcode),
    /// Where the line of a tie passes a province that has no part in it.
    Pass(usize),
    /// A tie, by its place among them.
    Tie(usize),
}

/// Columns and gaps by turns, beginning and ending with a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The trees of the columns, by their places in what was asked.
    pub columns: Vec<usize>,
    /// What is tied stands in each, from above: 2n is column n, 2n + 1 the gap after it.
    pub layers: Vec<Vec<Spot>>,
    /// Lines between neighbouring layers: the layer on the left, a place in it, a place in the next.
    pub lines: Vec<(usize, usize, usize)>,
}

/// Orders columns, each given by the counties in it, and what is tied in them.
#[must_use]
pub fn order(columns: &[BTreeSet<Adcode>], ties: &[Tie]) -> Order {
    let columns_by_reach = by_reach(columns, ties);
    let sorted: Vec<&BTreeSet<Adcode>> = columns_by_reach.iter().map(|at| &columns[*at]).collect();
    let (layers, links) = layered(&sorted, ties);
    let layers = untangled(layers, &links);
    let place = |layer: usize, spot: Spot| layers[layer].iter().position(|one| *one == spot);
    let mut lines: Vec<(usize, usize, usize)> = links
        .iter()
        .filter_map(|(layer, from, to)| {
            Some((*layer, place(*layer, *from)?, place(layer + 1, *to)?))
        })
        .collect();
    lines.sort_unstable();
    Order {
        columns: columns_by_reach,
        layers,
        lines,
    }
}

/// The columns in the order in which the fewest lines pass one that has no part in them; of equals the given one.
fn by_reach(columns: &[BTreeSet<Adcode>], ties: &[Tie]) -> Vec<usize> {
    let parts: Vec<Vec<bool>> = ties
        .iter()
        .map(|tie| {
            let has =
                |column: &BTreeSet<Adcode>| tie.counties.iter().any(|one| column.contains(one));
            columns.iter().map(has).collect()
        })
        .collect();
    let passed = |order: &Vec<usize>| -> usize {
        let of = |parts: &Vec<bool>| {
            let on: Vec<usize> = (0..order.len()).filter(|at| parts[order[*at]]).collect();
            match (on.first(), on.last()) {
                (Some(first), Some(last)) => last - first + 1 - on.len(),
                _ => 0,
            }
        };
        parts.iter().map(of).sum()
    };
    // Of the first equal ones `min_by_key` takes the first.
    orders(columns.len())
        .into_iter()
        .min_by_key(passed)
        .unwrap_or_default()
}

/// All orders of so many; of more than four, which no page has, the given one.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count > 4 {
        return vec![(0..count).collect()];
    }
    let mut all = vec![Vec::new()];
    for _ in 0..count {
        all = all
            .into_iter()
            .flat_map(|begun: Vec<usize>| {
                let rest: Vec<usize> = (0..count).filter(|one| !begun.contains(one)).collect();
                rest.into_iter().map(move |one| {
                    let mut longer = begun.clone();
                    longer.push(one);
                    longer
                })
            })
            .collect();
    }
    all
}

type Link = (usize, Spot, Spot);

/// What stands in each layer, and the lines between them.
fn layered(columns: &[&BTreeSet<Adcode>], ties: &[Tie]) -> (Vec<Vec<Spot>>, Vec<Link>) {
    let count = (2 * columns.len()).saturating_sub(1);
    let mut layers: Vec<BTreeSet<Spot>> = vec![BTreeSet::new(); count];
    let mut links = Vec::new();
    if columns.len() < 2 {
        return (vec![Vec::new(); count], links);
    }
    for (at, tie) in ties.iter().enumerate() {
        let of = |column: &BTreeSet<Adcode>| -> BTreeSet<Adcode> {
            let here = tie.counties.iter().filter(|one| column.contains(one));
            here.copied().collect()
        };
        let members: Vec<BTreeSet<Adcode>> = columns.iter().map(|column| of(column)).collect();
        let on: Vec<usize> = (0..columns.len())
            .filter(|at| !members[*at].is_empty())
            .collect();
        let (Some(&first), Some(&last)) = (on.first(), on.last()) else {
            continue;
        };
        // Within one province it stands in the gap beside it.
        let gaps = match first == last {
            true => first.min(columns.len() - 2)..first.min(columns.len() - 2) + 1,
            false => first..last,
        };
        for column in gaps.start..=gaps.end {
            let spots: Vec<Spot> = match members[column].is_empty() {
                false => members[column]
                    .iter()
                    .map(|one| Spot::County(*one))
                    .collect(),
                true if first == last => Vec::new(),
                true => vec![Spot::Pass(at)],
            };
            for spot in spots {
                layers[2 * column].insert(spot);
                if gaps.contains(&column) {
                    links.push((2 * column, spot, Spot::Tie(at)));
                }
                if column > 0 && gaps.contains(&(column - 1)) {
                    links.push((2 * column - 1, Spot::Tie(at), spot));
                }
            }
        }
        for gap in gaps {
            layers[2 * gap + 1].insert(Spot::Tie(at));
        }
    }
    let layers = layers
        .into_iter()
        .map(|layer| layer.into_iter().collect())
        .collect();
    (layers, links)
}

/// How often one goes over the layers; few ties are untangled after two.
const SWEEPS: usize = 12;

/// The layers in the order with the fewest crossings that was found.
fn untangled(mut layers: Vec<Vec<Spot>>, links: &[Link]) -> Vec<Vec<Spot>> {
    let mut best = layers.clone();
    let mut least = crossings(&layers, links);
    for sweep in 0..SWEEPS {
        if least == 0 {
            break;
        }
        // There and back.
        let there = sweep % 2 == 0;
        let order: Vec<usize> = match there {
            true => (1..layers.len()).collect(),
            false => (0..layers.len().saturating_sub(1)).rev().collect(),
        };
        for layer in order {
            let beside = if there { layer - 1 } else { layer + 1 };
            // What has the same middle is turned in every other sweep, or one would never leave what is nearly right.
            sort_by_middle(&mut layers, layer, beside, links, sweep % 4 > 1);
            swap_neighbours(&mut layers, layer, links);
            let now = crossings(&layers, links);
            if now < least {
                least = now;
                best.clone_from(&layers);
            }
        }
    }
    best
}

/// Sorts a layer by the middle of what each spot is tied to in the layer beside it.
fn sort_by_middle(
    layers: &mut [Vec<Spot>],
    layer: usize,
    beside: usize,
    links: &[Link],
    turned: bool,
) {
    let count = layers[layer].len();
    let at: BTreeMap<Spot, usize> = layers[beside]
        .iter()
        .enumerate()
        .map(|(at, spot)| (*spot, at))
        .collect();
    let middle = |place: usize, spot: &Spot| -> (usize, usize) {
        let ends: Vec<usize> = links
            .iter()
            .filter_map(|(left, from, to)| {
                let (own, other) = match layer < beside {
                    true => (from, to),
                    false => (to, from),
                };
                (*left == layer.min(beside) && own == spot).then(|| at.get(other).copied())?
            })
            .collect();
        let then = if turned { count - place } else { place };
        match ends.len() {
            // What is tied to nothing there keeps its place.
            0 => (place * 1_000, then),
            ends_count => (ends.iter().sum::<usize>() * 1_000 / ends_count, then),
        }
    };
    let mut keyed: Vec<((usize, usize), Spot)> = layers[layer]
        .iter()
        .enumerate()
        .map(|(place, spot)| (middle(place, spot), *spot))
        .collect();
    keyed.sort_unstable();
    layers[layer] = keyed.into_iter().map(|(_, spot)| spot).collect();
}

/// Beyond so many lines neighbours are not tried one by one.
const FEW_LINES: usize = 120;

/// Swaps what stands beside each other in a layer where fewer lines cross then: what has the same middle is told apart so.
fn swap_neighbours(layers: &mut [Vec<Spot>], layer: usize, links: &[Link]) {
    if links.len() > FEW_LINES {
        return;
    }
    let mut least = crossings(layers, links);
    for at in 1..layers[layer].len() {
        layers[layer].swap(at - 1, at);
        let now = crossings(layers, links);
        if now < least {
            least = now;
        } else {
            layers[layer].swap(at - 1, at);
        }
    }
}

fn crossings(layers: &[Vec<Spot>], links: &[Link]) -> usize {
    let place = |layer: usize, spot: Spot| layers[layer].iter().position(|one| *one == spot);
    let placed: Vec<(usize, usize, usize)> = links
        .iter()
        .filter_map(|(layer, from, to)| {
            Some((*layer, place(*layer, *from)?, place(layer + 1, *to)?))
        })
        .collect();
    count_crossings(&placed)
}

/// How many lines cross.
#[must_use]
pub fn count_crossings(lines: &[(usize, usize, usize)]) -> usize {
    let pairs = lines.iter().enumerate().flat_map(|(at, one)| {
        let rest = lines.get(at + 1..).unwrap_or_default();
        rest.iter().map(move |other| (one, other))
    });
    pairs
        .filter(|((layer, a, b), (beside, c, d))| {
            layer == beside && ((a < c && b > d) || (a > c && b < d))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::StreamKind;

    fn county(code: u32) -> Adcode {
        Adcode::new(code).unwrap()
    }

    fn tie(number: u8, counties: &[u32]) -> Tie {
        Tie {
            id: StreamId::new(StreamKind::COOPERATION, [number; 16]),
            name: format!("协议{number}"),
            counties: counties.iter().map(|code| county(*code)).collect(),
        }
    }

    fn columns(of: &[&[u32]]) -> Vec<BTreeSet<Adcode>> {
        of.iter()
            .map(|codes| codes.iter().map(|code| county(*code)).collect())
            .collect()
    }

    #[test]
    fn a_corridor_runs_from_province_to_province() {
        let columns = columns(&[&[110_112], &[120_114], &[131_002, 131_003]]);
        let order = order(&columns, &[tie(1, &[110_112, 120_114, 131_002, 131_003])]);
        assert_eq!(order.columns, [0, 1, 2]);
        assert_eq!(
            order.layers,
            [
                vec![Spot::County(county(110_112))],
                vec![Spot::Tie(0)],
                vec![Spot::County(county(120_114))],
                vec![Spot::Tie(0)],
                vec![Spot::County(county(131_002)), Spot::County(county(131_003))],
            ]
        );
        assert_eq!(
            order.lines,
            [(0, 0, 0), (1, 0, 0), (2, 0, 0), (3, 0, 0), (3, 0, 1)]
        );
    }

    #[test]
    fn counties_are_turned_until_nothing_crosses() {
        let columns = columns(&[&[110_112, 110_117, 110_119], &[120_114, 120_117, 120_119]]);
        let ties = [
            tie(1, &[110_112, 120_119]),
            tie(2, &[110_117, 120_117]),
            tie(3, &[110_119, 120_114]),
            tie(4, &[110_119, 120_117]),
        ];
        let order = order(&columns, &ties);
        assert_eq!(count_crossings(&order.lines), 0, "{order:?}");
    }

    #[test]
    fn provinces_that_are_tied_stand_beside_each_other() {
        // Nothing ties Tianjin with the others: it stands at the side.
        let columns = columns(&[&[110_112], &[120_114], &[131_003]]);
        let order = order(&columns, &[tie(1, &[110_112, 131_003])]);
        let middle = order.columns[1];
        assert_ne!(middle, 1, "{order:?}");
        assert!(
            !order
                .layers
                .iter()
                .flatten()
                .any(|spot| matches!(spot, Spot::Pass(_)))
        );
    }

    #[test]
    fn what_has_to_pass_a_province_has_a_place_in_its_column() {
        let columns = columns(&[&[110_112], &[120_114], &[131_003]]);
        let ties = [
            tie(1, &[110_112, 131_003]),
            tie(2, &[110_112, 120_114]),
            tie(3, &[120_114, 131_003]),
        ];
        let order = order(&columns, &ties);
        let passes = order
            .layers
            .iter()
            .flatten()
            .filter(|spot| matches!(spot, Spot::Pass(0)));
        assert_eq!(passes.count(), 1);
        assert_eq!(count_crossings(&order.lines), 0, "{order:?}");
    }

    #[test]
    fn what_cannot_be_drawn_without_crossings_crosses_seldom() {
        let columns = columns(&[&[110_112, 110_117, 110_119], &[120_114, 120_117, 120_119]]);
        let codes = [110_112, 110_117, 110_119, 120_114, 120_117, 120_119];
        // Twice three counties, each tied with each: three from above in both orders of ties.
        let ties = [tie(1, &codes), tie(2, &codes)];
        let order = order(&columns, &ties);
        assert_eq!(order.lines.len(), 12);
        assert!(count_crossings(&order.lines) <= 6, "{order:?}");
    }

    #[test]
    fn within_one_province_and_of_nothing_known_nothing_breaks() {
        let all = columns(&[&[110_112, 110_117], &[120_114]]);
        let order_ = order(&all, &[tie(1, &[110_112, 110_117]), tie(2, &[440_305])]);
        assert_eq!(order_.lines, [(0, 0, 0), (0, 1, 0)]);
        assert_eq!(
            order(&columns(&[&[110_112]]), &[tie(1, &[110_112])]).lines,
            []
        );
        assert_eq!(
            order(&[], &[tie(1, &[110_112])]),
            Order {
                columns: Vec::new(),
                ..Order::default()
            }
        );
    }
}
