//! The boundaries laid on the plane once, so that panning and zooming are one affine transform:
//! outlines, extents, and for each county the place where a name has most room.

use std::collections::BTreeSet;

use super::data::Adcode;
use super::projection::{Plane, forward};
use super::topology::{ArcUse, Level, Topology, TopologyError};

/// The counties on the plane, in kilometres.
#[derive(Clone, Debug)]
pub struct Atlas {
    topology: Topology,
    pub arcs: Vec<Vec<Plane>>,
    /// In order of their codes.
    pub shapes: Vec<Shape>,
    pub bounds: Bounds,
}

/// A county on the plane.
#[derive(Clone, Debug)]
pub struct Shape {
    pub adcode: Adcode,
    pub name: String,
    pub english: String,
    pub seat: Plane,
    pub rings: Vec<Vec<Plane>>,
    pub bounds: Bounds,
    /// The middle of the widest level stretch inside, and its width.
    pub middle: Plane,
    pub room: f64,
}

/// A rectangle on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// Holds nothing; the first point makes it a place.
    pub const NOWHERE: Bounds = Bounds {
        left: f64::INFINITY,
        top: f64::INFINITY,
        right: f64::NEG_INFINITY,
        bottom: f64::NEG_INFINITY,
    };

    #[must_use]
    pub fn around(points: &[Plane]) -> Bounds {
        points.iter().fold(Bounds::NOWHERE, |b, p| Bounds {
            left: b.left.min(p.x),
            top: b.top.min(p.y),
            right: b.right.max(p.x),
            bottom: b.bottom.max(p.y),
        })
    }

    #[must_use]
    pub fn with(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    #[must_use]
    pub fn contains(&self, point: Plane) -> bool {
        self.left <= point.x
            && point.x <= self.right
            && self.top <= point.y
            && point.y <= self.bottom
    }

    #[must_use]
    pub fn meets(&self, other: &Bounds) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    #[must_use]
    pub fn width(&self) -> f64 {
        (self.right - self.left).max(0.0)
    }

    #[must_use]
    pub fn height(&self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }

    #[must_use]
    pub fn middle(&self) -> Plane {
        Plane {
            x: f64::midpoint(self.left, self.right),
            y: f64::midpoint(self.top, self.bottom),
        }
    }
}

impl Atlas {
    /// Reads a file of boundaries and lays it on the plane.
    pub fn read(json: &str) -> Result<Atlas, TopologyError> {
        let topology = Topology::read(json)?;
        let arcs: Vec<Vec<Plane>> = topology
            .arcs
            .iter()
            .map(|arc| arc.iter().copied().map(forward).collect())
            .collect();
        let shapes: Vec<Shape> = topology
            .counties
            .iter()
            .map(|county| {
                let rings: Vec<Vec<Plane>> = county
                    .rings
                    .iter()
                    .map(|ring| joined(ring, &arcs))
                    .collect();
                let bounds = rings
                    .iter()
                    .fold(Bounds::NOWHERE, |all, ring| all.with(Bounds::around(ring)));
                let (middle, room) = widest(&rings, bounds);
                Shape {
                    adcode: county.adcode,
                    name: county.name.clone(),
                    english: county.english.clone(),
                    seat: forward(county.seat),
                    rings,
                    bounds,
                    middle,
                    room,
                }
            })
            .collect();
        let bounds = shapes
            .iter()
            .fold(Bounds::NOWHERE, |all, shape| all.with(shape.bounds));
        Ok(Atlas {
            topology,
            arcs,
            shapes,
            bounds,
        })
    }

    #[must_use]
    pub fn shape(&self, adcode: Adcode) -> Option<&Shape> {
        let at = self
            .shapes
            .binary_search_by_key(&adcode, |shape| shape.adcode)
            .ok()?;
        self.shapes.get(at)
    }

    /// Returns the county that a point of the plane lies in.
    #[must_use]
    pub fn county_at(&self, point: Plane) -> Option<Adcode> {
        self.shapes
            .iter()
            .find(|shape| shape.contains(point))
            .map(|shape| shape.adcode)
    }

    /// Returns the extent of some counties; of the whole region if none of them is here.
    #[must_use]
    pub fn extent(&self, counties: impl IntoIterator<Item = Adcode>) -> Bounds {
        let found = counties
            .into_iter()
            .filter_map(|adcode| self.shape(adcode))
            .fold(Bounds::NOWHERE, |all, shape| all.with(shape.bounds));
        if found.left <= found.right {
            found
        } else {
            self.bounds
        }
    }

    #[must_use]
    pub fn borders(&self, level: Level) -> Vec<usize> {
        self.topology.borders(level)
    }

    #[must_use]
    pub fn edge(&self) -> Vec<usize> {
        self.topology.edge()
    }

    #[must_use]
    pub fn outline(&self, members: &BTreeSet<Adcode>) -> Vec<usize> {
        self.topology.outline(members)
    }

    /// Returns the nearest county in a direction (a screen's: `(1, 0)` is east), for walking the map
    /// by arrow keys. Straight ahead is preferred to near but aside.
    #[must_use]
    pub fn next_towards(&self, from: Adcode, direction: (f64, f64)) -> Option<Adcode> {
        let start = self.shape(from)?.middle;
        let cost = |shape: &Shape| {
            let (dx, dy) = (shape.middle.x - start.x, shape.middle.y - start.y);
            let ahead = dx * direction.0 + dy * direction.1;
            let aside = (dx * direction.1 - dy * direction.0).abs();
            (ahead > aside * 0.6).then_some(ahead + 1.5 * aside)
        };
        self.shapes
            .iter()
            .filter(|shape| shape.adcode != from)
            .filter_map(|shape| cost(shape).map(|cost| (cost, shape.adcode)))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
            .map(|(_, adcode)| adcode)
    }
}

impl Shape {
    /// Says whether a point lies inside, islands and holes minded.
    #[must_use]
    pub fn contains(&self, point: Plane) -> bool {
        self.bounds.contains(point)
            && self
                .rings
                .iter()
                .map(|ring| crossings(ring, point))
                .sum::<usize>()
                % 2
                == 1
    }
}

/// Counts the edges that a ray eastwards from the point crosses.
pub(super) fn crossings(ring: &[Plane], point: Plane) -> usize {
    edges(ring)
        .filter(|(a, b)| (a.y > point.y) != (b.y > point.y))
        .filter(|(a, b)| point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
        .count()
}

/// Rings are closed: the last point is the first again.
fn edges(ring: &[Plane]) -> impl Iterator<Item = (Plane, Plane)> + '_ {
    ring.windows(2).filter_map(|ends| match ends {
        [a, b] => Some((*a, *b)),
        _ => None,
    })
}

fn joined(ring: &[ArcUse], arcs: &[Vec<Plane>]) -> Vec<Plane> {
    let mut points: Vec<Plane> = Vec::new();
    for each in ring {
        let Some(arc) = arcs.get(each.arc) else {
            continue;
        };
        // Where two arcs meet the point stands in both.
        points.pop();
        match each.reversed {
            true => points.extend(arc.iter().rev()),
            false => points.extend(arc),
        }
    }
    points
}

/// Finds the widest level stretch inside, a little in favour of the middle: a name is a wide, flat thing.
fn widest(rings: &[Vec<Plane>], bounds: Bounds) -> (Plane, f64) {
    const LEVELS: u32 = 24;
    let mut best = (bounds.middle(), 0.0);
    let mut best_score = 0.0;
    for level in 1..LEVELS {
        let down = f64::from(level) / f64::from(LEVELS);
        let y = bounds.top + down * bounds.height();
        let mut cuts: Vec<f64> = rings
            .iter()
            .flat_map(|ring| edges(ring))
            .filter(|(a, b)| (a.y > y) != (b.y > y))
            .map(|(a, b)| a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
            .collect();
        cuts.sort_by(f64::total_cmp);
        for pair in cuts.chunks_exact(2) {
            let &[left, right] = pair else { continue };
            let score = (right - left) * (1.0 - (down - 0.5).abs());
            if score > best_score {
                best_score = score;
                best = (
                    Plane {
                        x: f64::midpoint(left, right),
                        y,
                    },
                    right - left,
                );
            }
        }
    }
    best
}
