//! Lines between counties: curved to the left of their direction, so that what goes out and what
//! comes back run apart; as wide as their count says, and with a head that says whither.

use super::projection::Plane;
use super::view::{Pixel, View};

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
/// The dot at the end of a line, which the head stops short of, in pixels.
pub const END: f64 = 4.0;
/// Pixels below which a head is a blot; a line that short shows it from nearer by.
const SMALLEST_HEAD: f64 = 5.0;

impl Curve {
    /// Returns the curve from one place to another; none if they are the same. Each kind of lines has its own, so that
    /// two between the same places run apart.
    #[must_use]
    pub fn between(from: Plane, to: Plane, kind: usize) -> Option<Curve> {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        if dx.hypot(dy) < 1e-6 {
            return None;
        }
        #[allow(clippy::cast_precision_loss)] // A few.
        let bow = BOW * (1.0 + 0.7 * kind as f64);
        // y grows downwards: left of (dx, dy) is (dy, -dx).
        let control = Plane {
            x: f64::midpoint(from.x, to.x) + dy * bow,
            y: f64::midpoint(from.y, to.y) - dx * bow,
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

/// A line as the screen has it: its shaft, and at its end a head, where there is room for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    pub from: Pixel,
    pub control: Pixel,
    pub to: Pixel,
    /// The tip, then its two sides.
    pub head: Option<[Pixel; 3]>,
}

impl Arrow {
    /// Lays a curve of a width on the screen.
    #[must_use]
    pub fn of(curve: &Curve, view: View, width: f64) -> Arrow {
        let on_screen = |place: Plane| view.to_screen(place);
        let [from, control, to] = [curve.from, curve.control, curve.to].map(on_screen);
        let whole = Arrow {
            from,
            control,
            to,
            head: None,
        };
        let away = |t: f64| {
            let at = on_screen(curve.at(t));
            (at.x - to.x).hypot(at.y - to.y)
        };
        // A wide line needs a longer head to show one, a short line keeps some of its shaft.
        let length = (5.5 + width * 1.8).min((away(0.0) - 2.0 * END) * 0.38);
        if length < SMALLEST_HEAD {
            return whole;
        }
        // How far along the curve it is still so far to its end.
        let along = |distance: f64| {
            let (mut near, mut far) = (0.5, 1.0);
            for _ in 0..20 {
                let middle = f64::midpoint(near, far);
                match away(middle) > distance {
                    true => near = middle,
                    false => far = middle,
                }
            }
            near
        };
        let tip = on_screen(curve.at(along(END + 0.5)));
        let neck = along(END + 0.5 + length);
        let base = on_screen(curve.at(neck));
        let (dx, dy) = ((tip.x - base.x) / length, (tip.y - base.y) / length);
        let half = length * 0.4 + width * 0.3;
        let side = |half: f64| Pixel {
            x: base.x - dy * half,
            y: base.y + dx * half,
        };
        // The shaft ends within the head, or a gap would show between them.
        let end = along(END + 0.5 + length * 0.8);
        let mix = |a: f64, b: f64| a + (b - a) * end;
        Arrow {
            from,
            control: Pixel {
                x: mix(from.x, control.x),
                y: mix(from.y, control.y),
            },
            to: on_screen(curve.at(end)),
            head: Some([tip, side(half), side(-half)]),
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
        let there = Curve::between(WEST, EAST, 0).unwrap();
        let back = Curve::between(EAST, WEST, 0).unwrap();
        assert!(there.at(0.5).y < 0.0, "eastwards curves to the north");
        let another = Curve::between(WEST, EAST, 1).unwrap();
        assert!(another.at(0.5).y < there.at(0.5).y, "nor do two kinds meet");
        assert!(back.at(0.5).y > 0.0, "westwards curves to the south");
        assert_eq!(there.at(0.0), WEST);
        assert_eq!(there.at(1.0), EAST);
        assert_eq!(Curve::between(WEST, WEST, 0), None);
    }

    const VIEW: View = View {
        scale: 20.0,
        dx: 5.0,
        dy: 7.0,
    };

    #[test]
    fn the_head_points_whither_and_stops_short_of_the_dot() {
        let there = Curve::between(WEST, EAST, 0).unwrap();
        let arrow = Arrow::of(&there, VIEW, 3.0);
        let [tip, left, right] = arrow.head.unwrap();
        let end = VIEW.to_screen(EAST);
        let gap = (tip.x - end.x).hypot(tip.y - end.y);
        assert!((END..END + 1.0).contains(&gap), "{gap}");
        assert!(left.x < tip.x && right.x < tip.x, "eastwards");
        assert!(arrow.to.x < tip.x && arrow.to.x > left.x, "{arrow:?}");
        assert_eq!(arrow.from, VIEW.to_screen(WEST));
        let back = Arrow::of(&Curve::between(EAST, WEST, 0).unwrap(), VIEW, 3.0);
        let [tip, left, _] = back.head.unwrap();
        assert!(left.x > tip.x, "westwards");
        let wide = Arrow::of(&there, VIEW, 6.0).head.unwrap();
        let broad = |[_, a, b]: [Pixel; 3]| (a.x - b.x).hypot(a.y - b.y);
        assert!(broad(wide) > broad(arrow.head.unwrap()));
        assert!(broad(wide) > 2.0 * 6.0, "a head is seen on a wide line");
    }

    #[test]
    fn a_short_line_has_no_blot_for_a_head() {
        let far = View { scale: 1.5, ..VIEW };
        let there = Curve::between(WEST, EAST, 0).unwrap();
        let arrow = Arrow::of(&there, far, 6.0);
        assert_eq!(arrow.head, None);
        assert_eq!(arrow.to, far.to_screen(EAST), "the whole of it is shaft");
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
