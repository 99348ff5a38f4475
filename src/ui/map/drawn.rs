//! What the canvas draws, as paths on the plane: made when boundaries or data change, not for each
//! frame. One path for each county and each stretch of border, not one for all: a frame then leaves
//! out what is not in sight, and a browser strokes six hundred short lines far faster than one long.

use std::collections::BTreeSet;

use web_sys::Path2d;

use super::arcs::{Curve, width};
use super::atlas::{Atlas, Bounds};
use super::classes::Classes;
use super::data::MapData;
use super::projection::{Degrees, Plane, forward};
use super::sea;
use super::topology::Level;

/// Boundaries as paths.
#[derive(Debug)]
pub struct Drawn {
    pub atlas: Atlas,
    pub sea: Path2d,
    /// In the order of the atlas's shapes.
    pub shapes: Vec<Path2d>,
    /// In the order of the atlas's arcs.
    pub lines: Vec<Line>,
}

/// A stretch of border.
#[derive(Debug)]
pub struct Line {
    pub path: Path2d,
    pub bounds: Bounds,
    pub rank: Rank,
}

/// What a stretch of border parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    Counties,
    Cities,
    Provinces,
    /// The region and what lies outside.
    Edge,
}

impl Drawn {
    /// Makes paths of boundaries; none where the browser has no paths.
    pub fn new(atlas: Atlas) -> Option<Drawn> {
        let path = |points: &[Plane]| {
            let path = Path2d::new().ok()?;
            trace(&path, points);
            Some(path)
        };
        let sea = path(&sea::outline())?;
        sea.close_path();
        let mut shapes = Vec::with_capacity(atlas.shapes.len());
        for shape in &atlas.shapes {
            let path = Path2d::new().ok()?;
            for ring in &shape.rings {
                trace(&path, ring);
                path.close_path();
            }
            shapes.push(path);
        }
        let mut lines = Vec::with_capacity(atlas.arcs.len());
        for arc in &atlas.arcs {
            lines.push(Line {
                path: path(arc)?,
                bounds: Bounds::around(arc),
                rank: Rank::Counties,
            });
        }
        let ranks = [
            (Rank::Cities, atlas.borders(Level::City)),
            (Rank::Provinces, atlas.borders(Level::Province)),
            (Rank::Edge, atlas.edge()),
        ];
        for (rank, arcs) in ranks {
            for arc in arcs {
                if let Some(line) = lines.get_mut(arc) {
                    line.rank = rank;
                }
            }
        }
        Some(Drawn {
            atlas,
            sea,
            shapes,
            lines,
        })
    }
}

fn trace(path: &Path2d, points: &[Plane]) {
    let mut points = points.iter();
    if let Some(first) = points.next() {
        path.move_to(first.x, first.y);
    }
    for point in points {
        path.line_to(point.x, point.y);
    }
}

/// What the data add to the boundaries.
#[derive(Debug)]
pub struct Layers {
    /// For each shape 0 for no data, or its shade.
    pub shades: Vec<usize>,
    /// Lines around the counties that belong together, and around the open one.
    pub highlighted: Vec<usize>,
    pub selected: Vec<usize>,
    /// The heaviest first: thin ones would vanish under the wide.
    pub arcs: Vec<Wide>,
    pub ends: Vec<(Plane, f64)>,
    /// For each kind of points where they lie, and how many kilometres apart.
    pub points: Vec<Vec<(Plane, f64)>>,
}

/// A line between counties and how wide it is.
#[derive(Clone, Copy, Debug)]
pub struct Wide {
    pub curve: Curve,
    pub bounds: Bounds,
    pub width: f64,
    pub kind: usize,
}

impl Layers {
    pub fn new(drawn: &Drawn, data: &MapData, classes: &Classes) -> Layers {
        let atlas = &drawn.atlas;
        let shades = atlas
            .shapes
            .iter()
            .map(|shape| classes.of_county(data, shape.adcode))
            .collect();
        let highlighted = atlas.outline(&data.highlighted);
        let selected = atlas.outline(&data.selected.into_iter().collect::<BTreeSet<_>>());
        let greatest = data.arcs.iter().map(|arc| arc.count).max().unwrap_or(0);
        let seat = |adcode| atlas.shape(adcode).map(|shape| shape.seat);
        let mut arcs = Vec::new();
        let mut ended = BTreeSet::new();
        for arc in data.arcs.iter().filter(|arc| arc.count > 0) {
            if let (Some(from), Some(to)) = (seat(arc.from), seat(arc.to))
                && let Some(curve) = Curve::between(from, to, arc.kind)
            {
                let bounds = Bounds::around(&[curve.from, curve.control, curve.to]);
                arcs.push(Wide {
                    curve,
                    bounds,
                    width: width(arc.count, greatest),
                    kind: arc.kind,
                });
                ended.extend([arc.from, arc.to]);
            }
        }
        arcs.sort_by(|a, b| b.width.total_cmp(&a.width));
        let ends = ended
            .into_iter()
            .filter_map(seat)
            .map(|at| (at, 0.0))
            .collect();
        let mut points = vec![Vec::new(); data.kinds.len().max(1)];
        for point in &data.points {
            if let Some(kind) = points.get_mut(point.kind) {
                let place = forward(Degrees {
                    lon: point.lon,
                    lat: point.lat,
                });
                kind.push((place, point.apart));
            }
        }
        Layers {
            shades,
            highlighted,
            selected,
            arcs,
            ends,
            points,
        }
    }
}
