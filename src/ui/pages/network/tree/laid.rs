//! Where the branches in sight stand: on a phone one below the other, with room a column a province, and between the
//! columns the lines of what ties their counties. Pixels, from the left above. Pure.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::forest::{Forest, Key};
use super::rows::Row;
use super::ties::{Order, Spot, Tie};

/// The room that there is, and how large things are in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// From edge to edge.
    pub width: f64,
    /// Of a branch.
    pub row: f64,
    /// How far a branch stands further in than the one above it.
    pub indent: f64,
}

/// A gap in which ties stand, and one in which none does.
const TIED_GAP: f64 = 148.0;
const GAP: f64 = 28.0;
/// Columns narrower than this are none, and wider than that only longer ways for the eye.
const NARROWEST: f64 = 260.0;
const WIDEST: f64 = 460.0;
/// Between counties, and the place of a line that passes.
const BREATH: f64 = 8.0;
const PASS: f64 = 20.0;
/// From tie to tie in a gap.
const APART: f64 = 52.0;

/// Where a branch stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: f64,
    pub y: f64,
    pub width: f64,
}

/// Where a tie stands in a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hub {
    pub tie: usize,
    /// Its middle.
    pub x: f64,
    pub y: f64,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    pub width: f64,
    pub height: f64,
    /// Whether provinces stand beside each other.
    pub side_by_side: bool,
    pub places: BTreeMap<Key, Place>,
    /// What joins a branch with those below it, as a path.
    pub branches: String,
    /// The lines of each tie, as a path.
    pub lines: Vec<(usize, String)>,
    pub hubs: Vec<Hub>,
}

/// Puts the trees in the order of the columns, and what is tied in each before the rest.
pub fn arrange(forest: &mut Forest, order: &Order) {
    let roots = forest.roots.clone();
    forest.roots = order
        .columns
        .iter()
        .filter_map(|at| roots.get(*at).copied())
        .collect();
    for (at, root) in forest.roots.clone().into_iter().enumerate() {
        let Some(spots) = order.layers.get(2 * at) else {
            continue;
        };
        let tied: Vec<usize> = spots
            .iter()
            .filter_map(|spot| block(forest, root, *spot))
            .collect();
        let stands = |node: &usize| tied.iter().position(|one| one == node);
        let mut below = forest.nodes[root].below.clone();
        below.sort_by_key(|node| stands(node).unwrap_or(usize::MAX));
        forest.nodes[root].below = below;
    }
}

/// The branch right below a root in which a county lies.
fn block(forest: &Forest, root: usize, spot: Spot) -> Option<usize> {
    let Spot::County(county) = spot else {
        return None;
    };
    let node = forest.county(county)?;
    let mut path = vec![node];
    path.extend(forest.path(node));
    let at = path.iter().position(|one| *one == root)?;
    path.get(at.checked_sub(1)?).copied()
}

/// Lays out what is in sight of arranged trees.
#[must_use]
pub fn lay(forest: &Forest, rows: &[Row], order: &Order, ties: &[Tie], measure: Measure) -> Laid {
    let gaps: Vec<f64> = (1..order.columns.len())
        .map(|gap| match order.layers.get(2 * gap - 1) {
            Some(layer) if !layer.is_empty() => TIED_GAP,
            _ => GAP,
        })
        .collect();
    #[allow(clippy::cast_precision_loss)] // A handful of columns.
    let count = order.columns.len().max(1) as f64;
    let width = ((measure.width - gaps.iter().sum::<f64>()) / count).min(WIDEST);
    match order.columns.len() > 1 && width >= NARROWEST {
        true => Beside::new(forest, rows, order, measure, width, &gaps).laid(ties),
        false => below_each_other(forest, rows, measure),
    }
}

fn below_each_other(forest: &Forest, rows: &[Row], measure: Measure) -> Laid {
    let mut laid = Laid {
        width: measure.width,
        ..Laid::default()
    };
    for row in rows {
        let x = indent(row.depth, measure);
        let place = Place {
            x,
            y: laid.height,
            width: measure.width - x,
        };
        laid.places.insert(forest.nodes[row.node].key, place);
        laid.height += measure.row;
    }
    laid.branches = branches(forest, rows, &laid.places, measure, 0);
    laid
}

/// Deep branches must leave room for their names.
const DEEPEST: usize = 6;

fn indent(depth: usize, measure: Measure) -> f64 {
    #[allow(clippy::cast_precision_loss)] // Six at most.
    let depth = depth.min(DEEPEST) as f64;
    depth * measure.indent
}

/// From each branch down and across to those below it, for those deeper than `from`.
fn branches(
    forest: &Forest,
    rows: &[Row],
    places: &BTreeMap<Key, Place>,
    measure: Measure,
    from: usize,
) -> String {
    let place = |node: usize| places.get(&forest.nodes[node].key);
    let mut ends: BTreeMap<usize, f64> = BTreeMap::new();
    let mut path = String::new();
    for row in rows.iter().filter(|row| row.depth > from) {
        let Some((above, here)) = forest.nodes[row.node].above.zip(place(row.node)) else {
            continue;
        };
        let Some(stem) = place(above).map(|above| above.x + measure.indent / 2.0) else {
            continue;
        };
        let middle = here.y + measure.row / 2.0;
        let _ = write!(path, "M{stem:.1} {middle:.1}H{:.1}", here.x);
        ends.insert(above, middle);
    }
    for (above, end) in ends {
        if let Some(place) = place(above) {
            let (stem, top) = (place.x + measure.indent / 2.0, place.y + measure.row);
            let _ = write!(path, "M{stem:.1} {top:.1}V{end:.1}");
        }
    }
    path
}

/// Columns beside each other.
struct Beside<'a> {
    forest: &'a Forest,
    order: &'a Order,
    measure: Measure,
    width: f64,
    /// The left edge of each column.
    lefts: Vec<f64>,
    laid: Laid,
    /// Where the lines of each spot of a column begin and end, by layer.
    heights: BTreeMap<(usize, Spot), f64>,
}

impl<'a> Beside<'a> {
    fn new(
        forest: &'a Forest,
        rows: &[Row],
        order: &'a Order,
        measure: Measure,
        width: f64,
        gaps: &[f64],
    ) -> Self {
        let mut lefts = vec![0.0];
        for gap in gaps {
            let before = lefts.last().copied().unwrap_or_default();
            lefts.push(before + width + gap);
        }
        let right = lefts.last().copied().unwrap_or_default() + width;
        let mut beside = Self {
            forest,
            order,
            measure,
            width,
            lefts,
            laid: Laid {
                width: right,
                side_by_side: true,
                ..Laid::default()
            },
            heights: BTreeMap::new(),
        };
        // A column is a root and what follows until the next.
        let mut column = 0;
        let mut rest = rows;
        while let Some((root, more)) = rest.split_first() {
            let end = more
                .iter()
                .position(|row| row.depth == 0)
                .unwrap_or(more.len());
            let (own, next) = more.split_at(end);
            if let Some(at) = forest.roots.iter().position(|one| *one == root.node) {
                column = at;
            }
            beside.column(column, *root, own);
            rest = next;
        }
        beside.laid.branches = branches(forest, rows, &beside.laid.places, measure, 1);
        beside
    }

    fn column(&mut self, column: usize, root: Row, own: &[Row]) {
        let left = self.lefts.get(column).copied().unwrap_or_default();
        // Each with the branch in which it is.
        let spots: Vec<(Spot, Option<usize>)> = self
            .order
            .layers
            .get(2 * column)
            .into_iter()
            .flatten()
            .map(|spot| (*spot, block(self.forest, root.node, *spot)))
            .collect();
        let mut left_over = spots.iter().peekable();
        let row = self.measure.row;
        let mut y = self.put(root, left, 0.0);
        for one in own {
            let is_here = |(_, block): &(Spot, Option<usize>)| *block == Some(one.node);
            if one.depth == 1 {
                y += BREATH;
                if spots.iter().any(is_here) {
                    // The lines that pass above this county.
                    while let Some((spot, _)) = left_over.next_if(|spot| !is_here(spot)) {
                        y = self.pass(column, *spot, y);
                    }
                    while left_over.next_if(|spot| is_here(spot)).is_some() {}
                }
            }
            y = self.put(*one, left, y);
        }
        for (spot, _) in left_over {
            y = self.pass(column, *spot, y);
        }
        // A county that is out of sight is tied where the branch stands in which it is.
        for (spot, _) in &spots {
            let Spot::County(county) = spot else { continue };
            let Some(node) = self.forest.county(*county) else {
                continue;
            };
            let up = std::iter::once(node).chain(self.forest.path(node));
            let seen = up
                .filter_map(|node| self.laid.places.get(&self.forest.nodes[node].key))
                .next();
            if let Some(place) = seen {
                self.heights
                    .insert((2 * column, *spot), place.y + row / 2.0);
            }
        }
        self.laid.height = self.laid.height.max(y);
    }

    fn put(&mut self, row: Row, left: f64, y: f64) -> f64 {
        // Counties stand at the edge: what ties them ends there.
        let x = indent(row.depth.saturating_sub(1), self.measure);
        let place = Place {
            x: left + x,
            y,
            width: self.width - x,
        };
        self.laid
            .places
            .insert(self.forest.nodes[row.node].key, place);
        y + self.measure.row
    }

    fn pass(&mut self, column: usize, spot: Spot, y: f64) -> f64 {
        if matches!(spot, Spot::Pass(_)) {
            self.heights.insert((2 * column, spot), y + PASS / 2.0);
            return y + PASS;
        }
        y
    }

    fn laid(mut self, ties: &[Tie]) -> Laid {
        for gap in 1..self.lefts.len() {
            self.hubs(2 * gap - 1);
        }
        let mut paths: BTreeMap<usize, String> = BTreeMap::new();
        for (layer, from, to) in &self.order.lines {
            let spot = |layer: usize, at: usize| self.order.layers.get(layer)?.get(at).copied();
            let (Some(from), Some(to)) = (spot(*layer, *from), spot(layer + 1, *to)) else {
                continue;
            };
            let tie = match (from, to) {
                (Spot::Tie(tie) | Spot::Pass(tie), _) | (_, Spot::Tie(tie) | Spot::Pass(tie)) => {
                    tie
                }
                (Spot::County(_), Spot::County(_)) => continue,
            };
            let (Some(start), Some(end)) =
                (self.end(*layer, from, 1.0), self.end(layer + 1, to, 0.0))
            else {
                continue;
            };
            let middle = f64::midpoint(start.0, end.0);
            let path = paths.entry(tie).or_default();
            let _ = write!(
                path,
                "M{:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}",
                start.0, start.1, start.1, end.1, end.0, end.1
            );
            if matches!(from, Spot::Pass(_)) {
                let _ = write!(
                    path,
                    "M{:.1} {:.1}H{:.1}",
                    start.0 - self.width,
                    start.1,
                    start.0
                );
            }
        }
        self.laid.lines = paths
            .into_iter()
            .filter(|(tie, _)| *tie < ties.len())
            .collect();
        self.laid
    }

    /// Where a line ends at a spot: at the left edge of a column, or at its right one.
    fn end(&self, layer: usize, spot: Spot, edge: f64) -> Option<(f64, f64)> {
        if let Spot::Tie(tie) = spot {
            let x = self.gap_middle(layer)?;
            let hub = self
                .laid
                .hubs
                .iter()
                .find(|hub| hub.tie == tie && (hub.x - x).abs() < 1.0)?;
            return Some((hub.x, hub.y));
        }
        let left = self.lefts.get(layer / 2)?;
        let height = self.heights.get(&(layer, spot))?;
        Some((left + edge * self.width, *height))
    }

    fn gap_middle(&self, layer: usize) -> Option<f64> {
        let left = self.lefts.get(layer / 2)? + self.width;
        Some(f64::midpoint(left, *self.lefts.get(layer / 2 + 1)?))
    }

    /// Ties stand at the height of what they tie, in their order and apart from each other.
    fn hubs(&mut self, layer: usize) {
        let (Some(x), Some(spots)) = (self.gap_middle(layer), self.order.layers.get(layer)) else {
            return;
        };
        let mut free = 0.0;
        for (at, spot) in spots.iter().enumerate() {
            let Spot::Tie(tie) = spot else { continue };
            let ends: Vec<f64> = self
                .order
                .lines
                .iter()
                .filter_map(|(left, from, to)| {
                    let (layer_of, place) = match () {
                        () if *left == layer && *from == at => (layer + 1, *to),
                        () if left + 1 == layer && *to == at => (*left, *from),
                        () => return None,
                    };
                    let spot = self.order.layers.get(layer_of)?.get(place)?;
                    self.heights.get(&(layer_of, *spot)).copied()
                })
                .collect();
            #[allow(clippy::cast_precision_loss)] // A few counties.
            let middle = ends.iter().sum::<f64>() / ends.len().max(1) as f64;
            let y = middle.max(free + APART / 2.0);
            free = y + APART / 2.0;
            self.laid.hubs.push(Hub { tie: *tie, x, y });
        }
        self.laid.height = self.laid.height.max(free);
    }
}

#[cfg(test)]
mod tests;
