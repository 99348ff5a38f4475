//! Reads the boundaries: TopoJSON with quantised arcs, one geometry a county. What a border is, and
//! of which level, is read off the arcs: an arc that two counties use is their common border, an arc
//! that one uses is the region's outer edge. Knows nothing of the screen.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;

use super::data::Adcode;
use super::projection::Degrees;

/// The counties and the arcs that bound them.
#[derive(Clone, Debug)]
pub struct Topology {
    pub arcs: Vec<Vec<Degrees>>,
    /// For each arc the counties that it bounds: one at the outer edge, else two.
    pub users: Vec<Vec<Adcode>>,
    /// In order of their codes.
    pub counties: Vec<County>,
}

/// One county as the file has it.
#[derive(Clone, Debug)]
pub struct County {
    pub adcode: Adcode,
    pub name: String,
    pub english: String,
    /// Where its government sits.
    pub seat: Degrees,
    /// Outer edges and holes alike: what is inside is decided by even and odd.
    pub rings: Vec<Vec<ArcUse>>,
}

/// An arc as a ring runs along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse {
    pub arc: usize,
    pub reversed: bool,
}

/// The levels of division above a county, as prefixes of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Province,
    City,
}

impl Level {
    /// Returns the code of the unit of this level in which a county lies.
    #[must_use]
    pub fn of(self, adcode: Adcode) -> u32 {
        match self {
            Level::Province => adcode / 10_000,
            Level::City => adcode / 100,
        }
    }
}

/// Why a file of boundaries cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopologyError {
    /// Not JSON, or not of this shape.
    Json { line: usize, column: usize },
    /// A code that is not a county's six digits, or stands twice.
    Adcode(String),
    /// A ring names an arc that isn't there.
    MissingArc { adcode: Adcode, arc: i64 },
    /// Arcs that don't meet, or a ring that doesn't close.
    OpenRing { adcode: Adcode },
}

impl fmt::Display for TopologyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TopologyError::Json { line, column } => {
                write!(
                    f,
                    "boundaries: not the TopoJSON expected, line {line}, column {column}"
                )
            }
            TopologyError::Adcode(code) => write!(f, "boundaries: not a county's code: {code}"),
            TopologyError::MissingArc { adcode, arc } => {
                write!(
                    f,
                    "boundaries: {adcode} names arc {arc}, which is not there"
                )
            }
            TopologyError::OpenRing { adcode } => write!(f, "boundaries: {adcode} is not closed"),
        }
    }
}

impl std::error::Error for TopologyError {}

impl Topology {
    /// Reads a file of boundaries.
    pub fn read(json: &str) -> Result<Topology, TopologyError> {
        let file: File = serde_json::from_str(json).map_err(|e| TopologyError::Json {
            line: e.line(),
            column: e.column(),
        })?;
        let quantised: Vec<Vec<[i64; 2]>> = file.arcs.iter().map(|arc| summed(arc)).collect();
        let mut users = vec![Vec::new(); quantised.len()];
        let mut counties = Vec::with_capacity(file.objects.counties.geometries.len());
        let mut seen = BTreeSet::new();
        for geometry in file.objects.counties.geometries {
            let (properties, polygons) = match geometry {
                Geometry::Polygon { arcs, properties } => (properties, vec![arcs]),
                Geometry::MultiPolygon { arcs, properties } => (properties, arcs),
            };
            let adcode = match properties.adcode.parse() {
                Ok(code @ 100_000..=999_999) if seen.insert(code) => code,
                _ => return Err(TopologyError::Adcode(properties.adcode)),
            };
            let rings = polygons
                .into_iter()
                .flatten()
                .map(|ring| read_ring(adcode, &ring, &quantised))
                .collect::<Result<Vec<_>, _>>()?;
            for each in rings.iter().flatten() {
                if let Some(users) = users.get_mut(each.arc) {
                    users.push(adcode);
                }
            }
            let [lon, lat] = properties.seat;
            let seat = Degrees { lon, lat };
            counties.push(County {
                adcode,
                name: properties.name,
                english: properties.en,
                seat,
                rings,
            });
        }
        counties.sort_by_key(|county| county.adcode);
        let Transform {
            scale: [sx, sy],
            translate: [tx, ty],
        } = file.transform;
        let place = |&[x, y]: &[i64; 2]| Degrees {
            lon: exact(x) * sx + tx,
            lat: exact(y) * sy + ty,
        };
        let arcs = quantised
            .iter()
            .map(|arc| arc.iter().map(place).collect())
            .collect();
        Ok(Topology {
            arcs,
            users,
            counties,
        })
    }

    /// Returns the arcs that part units of this level from one another; the outer edge isn't among them.
    #[must_use]
    pub fn borders(&self, level: Level) -> Vec<usize> {
        let parts = |users: &Vec<Adcode>| match users.as_slice() {
            [a, b] => level.of(*a) != level.of(*b),
            _ => false,
        };
        (0..self.users.len())
            .filter(|&arc| self.users.get(arc).is_some_and(parts))
            .collect()
    }

    /// Returns the arcs around a set of counties, those between two of its members left out.
    #[must_use]
    pub fn outline(&self, members: &BTreeSet<Adcode>) -> Vec<usize> {
        let once = |users: &Vec<Adcode>| users.iter().filter(|a| members.contains(a)).count() == 1;
        (0..self.users.len())
            .filter(|&arc| self.users.get(arc).is_some_and(once))
            .collect()
    }

    /// Returns the arcs at the region's outer edge.
    #[must_use]
    pub fn edge(&self) -> Vec<usize> {
        let alone = |users: &Vec<Adcode>| users.len() == 1;
        (0..self.users.len())
            .filter(|&arc| self.users.get(arc).is_some_and(alone))
            .collect()
    }
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    counties: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        arcs: Vec<Vec<i64>>,
        properties: Properties,
    },
    MultiPolygon {
        arcs: Vec<Vec<Vec<i64>>>,
        properties: Properties,
    },
}

#[derive(Deserialize)]
struct Properties {
    adcode: String,
    name: String,
    en: String,
    seat: [f64; 2],
}

/// Undoes the delta coding of one arc. Wrapping, for a damaged file must not stop the page.
fn summed(deltas: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let mut at = [0_i64; 2];
    deltas
        .iter()
        .map(|[dx, dy]| {
            at = [at[0].wrapping_add(*dx), at[1].wrapping_add(*dy)];
            at
        })
        .collect()
}

/// Quantised coordinates are small integers: the conversion loses nothing.
#[allow(clippy::cast_precision_loss)]
fn exact(value: i64) -> f64 {
    value as f64
}

/// Checks that the arcs of a ring are there, meet end to end and come back to the start.
fn read_ring(
    adcode: Adcode,
    refs: &[i64],
    arcs: &[Vec<[i64; 2]>],
) -> Result<Vec<ArcUse>, TopologyError> {
    let mut uses = Vec::with_capacity(refs.len());
    let mut start = None;
    let mut last = None;
    for &reference in refs {
        let reversed = reference < 0;
        let index = if reversed { !reference } else { reference };
        let missing = TopologyError::MissingArc {
            adcode,
            arc: reference,
        };
        let arc = usize::try_from(index).map_err(|_| missing.clone())?;
        let points = arcs.get(arc).ok_or(missing)?;
        let (first, end) = match reversed {
            true => (points.last(), points.first()),
            false => (points.first(), points.last()),
        };
        if last.is_some() && last != first {
            return Err(TopologyError::OpenRing { adcode });
        }
        start = start.or(first);
        last = end;
        uses.push(ArcUse { arc, reversed });
    }
    if start.is_none() || start != last {
        return Err(TopologyError::OpenRing { adcode });
    }
    Ok(uses)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Two squares side by side: arc 0 is the border between them.
    fn squares(rings: &str) -> String {
        format!(
            r#"{{"type":"Topology","transform":{{"scale":[0.1,0.1],"translate":[116,39]}},
            "objects":{{"counties":{{"type":"GeometryCollection","geometries":[{rings}]}}}},
            "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]]]}}"#
        )
    }

    fn county(code: &str, ring: &str) -> String {
        format!(
            r#"{{"type":"Polygon","arcs":[{ring}],"properties":{{"adcode":"{code}","name":"甲","en":"A","seat":[116.5,39.5]}}}}"#
        )
    }

    #[test]
    fn borders_are_arcs_that_two_use() {
        let rings = [county("110112", "[0,1]"), county("120114", "[2,-1]")].join(",");
        let topology = Topology::read(&squares(&rings)).unwrap();
        assert_eq!(topology.borders(Level::Province), [0]);
        assert_eq!(topology.edge(), [1, 2]);
        assert_eq!(topology.outline(&BTreeSet::from([110_112])), [0, 1]);
        assert_eq!(
            topology.outline(&BTreeSet::from([110_112, 120_114])),
            [1, 2]
        );
        assert_eq!(
            topology.arcs[1][1],
            Degrees {
                lon: 116.0,
                lat: 40.0
            }
        );
    }

    #[test]
    fn a_damaged_file_is_refused_with_the_place() {
        let read = |rings: &str| Topology::read(&squares(rings)).map(|_| ());
        assert_eq!(
            Topology::read("[").map(|_| ()),
            Err(TopologyError::Json { line: 1, column: 1 })
        );
        assert_eq!(
            read(&county("110112", "[0,9]")),
            Err(TopologyError::MissingArc {
                adcode: 110_112,
                arc: 9
            })
        );
        for open in ["[0]", "[0,2]", "[]"] {
            let expected = Err(TopologyError::OpenRing { adcode: 110_112 });
            assert_eq!(read(&county("110112", open)), expected, "{open}");
        }
        assert_eq!(
            read(&county("1101", "[0,1]")),
            Err(TopologyError::Adcode("1101".into()))
        );
        let twice = [county("110112", "[0,1]"), county("110112", "[2,-1]")].join(",");
        assert_eq!(read(&twice), Err(TopologyError::Adcode("110112".into())));
    }
}
