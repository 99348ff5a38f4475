//! Lines between counties: curved to the left of their direction, so that what goes out and what
//! comes back run apart; as wide as their count says.

use super::projection::Plane;

/// A quadratic curve on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    pub from: Plane,
    pub control: Plane,
    pub to: Plane,
}

/// How far the control point stands off the chord, as a share of the chord's length.
const BOW: f64 = 0.22;
/// Pixels: the thinnest line that is still seen as one, and the widest that leaves the map readable.
const THINNEST: f64 = 1.6;
const WIDEST: f64 = 6.5;

impl Curve {
    /// Returns the curve from one place to another; none if they are the same.
    #[must_use]
    pub fn between(from: Plane, to: Plane) -> Option<Curve> {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        if dx.hypot(dy) < 1e-6 {
            return None;
        }
        // y grows downwards: left of (dx, dy) is (dy, -dx).
        let control = Plane {
            x: f64::midpoint(from.x, to.x) + dy * BOW,
            y: f64::midpoint(from.y, to.y) - dx * BOW,
        };
        Some(Curve { from, control, to })
    }

    /// Returns a point of the curve: 0 is its start, 1 its end.
    #[must_use]
    pub fn at(&self, t: f64) -> Plane {
        let mix =
            |a: f64, b: f64, c: f64| (1.0 - t).powi(2) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        Plane {
            x: mix(self.from.x, self.control.x, self.to.x),
            y: mix(self.from.y, self.control.y, self.to.y),
        }
    }
}

/// Returns the width of a line in pixels. By the root of the count, as areas are read: four times the
/// cases, twice the width.
#[must_use]
pub fn width(count: u32, greatest: u32) -> f64 {
    let share = f64::from(count.min(greatest)) / f64::from(greatest.max(1));
    THINNEST + (WIDEST - THINNEST) * share.sqrt()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const WEST: Plane = Plane { x: 0.0, y: 0.0 };
    const EAST: Plane = Plane { x: 10.0, y: 0.0 };

    #[test]
    fn there_and_back_run_apart() {
        let there = Curve::between(WEST, EAST).unwrap();
        let back = Curve::between(EAST, WEST).unwrap();
        assert!(there.at(0.5).y < 0.0, "eastwards curves to the north");
        assert!(back.at(0.5).y > 0.0, "westwards curves to the south");
        assert_eq!(there.at(0.0), WEST);
        assert_eq!(there.at(1.0), EAST);
        assert_eq!(Curve::between(WEST, WEST), None);
    }

    #[test]
    fn width_follows_the_count() {
        let widths: Vec<f64> = [1, 4, 16, 64].into_iter().map(|n| width(n, 64)).collect();
        assert!(widths.windows(2).all(|w| w[0] < w[1]), "{widths:?}");
        assert!((width(64, 64) - WIDEST).abs() < 1e-9);
        assert!((width(0, 0) - THINNEST).abs() < 1e-9);
        assert!(
            (width(99, 64) - WIDEST).abs() < 1e-9,
            "never wider than the widest"
        );
    }
}
