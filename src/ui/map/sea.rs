//! The Bohai, as a backdrop. The boundaries end at the coast and at the neighbouring provinces alike,
//! so what is sea must be said: one rough outline, drawn beneath the counties, which cut its western
//! shore exactly. The other shores are coarse on purpose and only seen at the margin.

use super::projection::{Degrees, Plane, forward};

/// Longitude and latitude, clockwise from the coast of 山海关 along Liaoning, across the strait, along
/// Shandong to the coast of 海兴; then back inland, beneath the coastal counties.
const SHORE: [(f64, f64); 48] = [
    (119.84, 39.99),
    (120.00, 40.05),
    (120.35, 40.18),
    (120.60, 40.36),
    (120.85, 40.50),
    (120.82, 40.66),
    (121.00, 40.78),
    (121.20, 40.91),
    (121.75, 40.86),
    (121.95, 40.94),
    (122.20, 40.62),
    (122.05, 40.32),
    (121.88, 40.03),
    (121.45, 39.75),
    (121.28, 39.48),
    (121.60, 39.22),
    (121.30, 38.90),
    (121.15, 38.73),
    (122.50, 39.00),
    (124.00, 39.30),
    (124.00, 37.50),
    (122.20, 37.45),
    (121.40, 37.58),
    (120.80, 37.82),
    (120.30, 37.66),
    (119.85, 37.38),
    (119.50, 37.12),
    (119.05, 37.20),
    (118.95, 37.50),
    (119.25, 37.75),
    (118.95, 37.98),
    (118.85, 38.15),
    (118.40, 38.08),
    (118.05, 38.20),
    (117.88, 38.28),
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

/// Returns the outline on the plane.
#[must_use]
pub fn outline() -> Vec<Plane> {
    SHORE
        .iter()
        .map(|&(lon, lat)| forward(Degrees { lon, lat }))
        .collect()
}
