//! The Bohai, as a backdrop. The boundaries end at the coast and at the neighbouring provinces alike,
//! so what is sea must be said: one rough outline, drawn beneath the counties, which cut its western
//! shore exactly. The other shores are coarse on purpose and only seen at the margin.

use super::projection::{Degrees, Plane, forward};

/// Longitude and latitude, clockwise from the coast of 山海关 along Liaoning, out into the Yellow Sea,
/// along Shandong to the coast of 海兴; then back inland, beneath the coastal counties.
const SHORE: [(f64, f64); 64] = [
    (119.84, 39.99),
    (120.02, 40.03),
    (120.45, 40.20),
    (120.72, 40.42),
    (120.88, 40.60),
    (121.03, 40.72),
    (121.05, 40.88),
    (121.35, 40.88),
    (121.85, 40.83),
    (122.10, 40.68),
    (122.20, 40.55),
    (122.08, 40.28),
    (121.98, 40.12),
    (121.70, 39.92),
    (121.50, 39.68),
    (121.26, 39.55),
    (121.64, 39.36),
    (121.60, 39.12),
    (121.36, 38.96),
    (121.13, 38.73),
    (121.70, 38.87),
    (122.20, 39.20),
    (123.00, 39.65),
    (124.10, 39.85),
    (126.50, 39.50),
    (126.50, 30.00),
    (121.90, 30.00),
    (121.80, 32.00),
    (120.90, 32.80),
    (120.30, 34.20),
    (119.30, 34.80),
    (119.60, 35.50),
    (120.40, 36.10),
    (121.00, 36.60),
    (122.45, 36.88),
    (122.70, 37.40),
    (122.10, 37.53),
    (121.40, 37.57),
    (120.75, 37.83),
    (120.30, 37.68),
    (119.95, 37.30),
    (119.60, 37.13),
    (119.20, 37.12),
    (118.97, 37.28),
    (118.95, 37.50),
    (119.25, 37.75),
    (119.10, 37.95),
    (118.80, 38.14),
    (118.40, 38.06),
    (118.10, 38.15),
    (117.88, 38.27),
    (117.75, 38.22),
    (117.45, 38.40),
    (117.45, 38.80),
    (117.70, 39.10),
    (118.00, 39.30),
    (118.25, 39.42),
    (118.60, 39.32),
    (118.95, 39.40),
    (119.10, 39.62),
    (119.30, 39.85),
    (119.50, 39.98),
    (119.70, 40.02),
    (119.80, 40.01),
];

/// Returns the outline on the plane, its corners cut twice: a schematic shore should not look like a
/// measured one.
#[must_use]
pub fn outline() -> Vec<Plane> {
    let corners: Vec<Plane> = SHORE
        .iter()
        .map(|&(lon, lat)| forward(Degrees { lon, lat }))
        .collect();
    smoothed(&smoothed(&corners))
}

/// Chaikin's corner cutting: every edge keeps its middle half.
fn smoothed(corners: &[Plane]) -> Vec<Plane> {
    let next = corners.iter().cycle().skip(1);
    let along = |a: &Plane, b: &Plane, share: f64| Plane {
        x: a.x + (b.x - a.x) * share,
        y: a.y + (b.y - a.y) * share,
    };
    corners
        .iter()
        .zip(next)
        .flat_map(|(a, b)| [along(a, b, 0.25), along(a, b, 0.75)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::atlas::crossings;

    #[test]
    fn the_bohai_is_sea_and_neighbouring_land_is_not() {
        let mut ring = outline();
        ring.extend(ring.first().copied());
        let wet = |lon, lat| crossings(&ring, forward(Degrees { lon, lat })) % 2 == 1;
        for (lon, lat) in [(118.5, 38.6), (119.5, 39.3), (120.5, 39.5), (121.0, 38.2)] {
            assert!(wet(lon, lat), "{lon} {lat} is the Bohai");
        }
        for (lon, lat) in [
            (118.5, 37.5),
            (121.5, 41.2),
            (122.3, 40.0),
            (114.0, 38.0),
            (116.5, 36.5),
        ] {
            assert!(!wet(lon, lat), "{lon} {lat} is land");
        }
    }
}
