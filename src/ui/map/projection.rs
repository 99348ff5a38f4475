//! Albers equal-area conic for Beijing, Tianjin and Hebei: from degrees to kilometres on a plane.
//! Areas are true, so that a shaded county weighs as much as its land does.
//!
//! The ellipsoid's own formulas (Snyder, *Map Projections: A Working Manual*, pages 101-102), not the
//! sphere's: on the sphere areas come out some 0.3 % wrong.

use std::sync::OnceLock;

/// A place on the ellipsoid, in degrees (CGCS2000, equal to WGS84 here).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Degrees {
    pub lon: f64,
    pub lat: f64,
}

/// A place on the plane of the map, in kilometres; `y` grows southwards, as on a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plane {
    pub x: f64,
    pub y: f64,
}

/// The two parallels that are true to scale, and the origin.
const PARALLEL_1: f64 = 37.5;
const PARALLEL_2: f64 = 41.5;
const ORIGIN: Degrees = Degrees {
    lon: 116.7,
    lat: 39.3,
};
/// CGCS2000's ellipsoid, in kilometres.
const SEMI_MAJOR: f64 = 6378.137;
const FLATTENING: f64 = 1.0 / 298.257_222_101;
const ECCENTRICITY_2: f64 = FLATTENING * (2.0 - FLATTENING);

struct Cone {
    eccentricity: f64,
    n: f64,
    c: f64,
    rho_0: f64,
}

impl Cone {
    fn get() -> &'static Cone {
        static CONE: OnceLock<Cone> = OnceLock::new();
        CONE.get_or_init(|| {
            let eccentricity = ECCENTRICITY_2.sqrt();
            let (m_1, m_2) = (m(PARALLEL_1.to_radians()), m(PARALLEL_2.to_radians()));
            let q_1 = q(PARALLEL_1.to_radians(), eccentricity);
            let q_2 = q(PARALLEL_2.to_radians(), eccentricity);
            let n = (m_1 * m_1 - m_2 * m_2) / (q_2 - q_1);
            let c = m_1 * m_1 + n * q_1;
            let rho_0 = SEMI_MAJOR * (c - n * q(ORIGIN.lat.to_radians(), eccentricity)).sqrt() / n;
            Cone {
                eccentricity,
                n,
                c,
                rho_0,
            }
        })
    }
}

/// Returns where a place lies on the plane.
#[must_use]
pub fn forward(place: Degrees) -> Plane {
    let cone = Cone::get();
    let inside = cone.c - cone.n * q(place.lat.to_radians(), cone.eccentricity);
    let rho = SEMI_MAJOR * inside.max(0.0).sqrt() / cone.n;
    let theta = cone.n * (place.lon - ORIGIN.lon).to_radians();
    Plane {
        x: rho * theta.sin(),
        y: rho * theta.cos() - cone.rho_0,
    }
}

fn m(lat: f64) -> f64 {
    lat.cos() / (1.0 - ECCENTRICITY_2 * lat.sin().powi(2)).sqrt()
}

/// Returns the place at a point of the plane.
#[must_use]
pub fn backward(point: Plane) -> Degrees {
    let cone = Cone::get();
    let (x, y) = (point.x, point.y + cone.rho_0);
    let reach = x.hypot(y) * cone.n / SEMI_MAJOR;
    let wanted = (cone.c - reach * reach) / cone.n;
    // Newton's method from the sphere's answer: four steps are exact to less than a millimetre.
    let mut lat = (wanted / 2.0).clamp(-1.0, 1.0).asin();
    for _ in 0..4 {
        let sin = lat.sin();
        let flat = 1.0 - ECCENTRICITY_2 * sin * sin;
        let slope = 2.0 * (1.0 - ECCENTRICITY_2) * lat.cos() / (flat * flat);
        lat += (wanted - q(lat, cone.eccentricity)) / slope;
    }
    Degrees {
        lon: ORIGIN.lon + (x.atan2(y) / cone.n).to_degrees(),
        lat: lat.to_degrees(),
    }
}

fn q(lat: f64, e: f64) -> f64 {
    let sin = lat.sin();
    let logarithm = ((1.0 - e * sin) / (1.0 + e * sin)).ln() / (2.0 * e);
    (1.0 - ECCENTRICITY_2) * (sin / (1.0 - ECCENTRICITY_2 * sin * sin) - logarithm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_the_middle() {
        let point = forward(ORIGIN);
        assert!(point.x.abs() < 1e-9 && point.y.abs() < 1e-9, "{point:?}");
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        assert!(
            forward(Degrees {
                lon: 116.7,
                lat: 40.3
            })
            .y < -100.0
        );
        assert!(
            forward(Degrees {
                lon: 117.7,
                lat: 39.3
            })
            .x > 80.0
        );
    }

    #[test]
    fn there_and_back_is_the_same_place() {
        for (lon, lat) in [(113.5, 36.1), (116.7, 39.3), (116.6, 39.86), (119.8, 42.6)] {
            let back = backward(forward(Degrees { lon, lat }));
            let off = (back.lon - lon).hypot(back.lat - lat);
            assert!(off < 1e-9, "{lon} {lat}: {off}");
        }
    }

    /// The meridian arc from 39° to 40° is 111.03 km on this ellipsoid; between the two true
    /// parallels the map shortens it by less than 0.1 %.
    #[test]
    fn lengths_are_nearly_true() {
        let a = forward(Degrees {
            lon: 116.7,
            lat: 39.0,
        });
        let b = forward(Degrees {
            lon: 116.7,
            lat: 40.0,
        });
        let length = (a.y - b.y).hypot(a.x - b.x);
        assert!((length / 111.03 - 1.0).abs() < 0.001, "{length}");
    }
}
