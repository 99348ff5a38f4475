//! What of the plane is seen, and which dots hide one another: for the canvas and for a picture. Pure.

use super::atlas::Bounds;
use super::view::{Pixel, Screen, View};

/// Room for the widest line, in pixels.
const MARGIN: f64 = 9.0;

/// Returns the part of the plane on the screen, with so many pixels more on its sides.
#[must_use]
pub fn seen(view: View, screen: Screen, aside: f64) -> Bounds {
    let corner = |x: f64, y: f64| view.to_plane(Pixel { x, y });
    let aside = aside + MARGIN;
    let least = corner(-aside, -MARGIN);
    let most = corner(screen.width + aside, screen.height + MARGIN);
    Bounds {
        left: least.x,
        top: least.y,
        right: most.x,
        bottom: most.y,
    }
}

/// The square of dots of a size that a place lies in: of those in one, one is drawn.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // Far beyond the screen nothing is drawn.
pub fn cell(at: Pixel, size: f64) -> (i32, i32) {
    let step = |steps: f64| (steps / size).floor() as i32;
    (step(at.x), step(at.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::projection::Plane;

    #[test]
    fn what_is_on_the_screen_is_seen() {
        let view = View {
            scale: 2.0,
            dx: 100.0,
            dy: 50.0,
        };
        let screen = Screen {
            width: 400.0,
            height: 300.0,
            ..Screen::default()
        };
        let at = |x: f64, y: f64| view.to_plane(Pixel { x, y });
        assert!(seen(view, screen, 0.0).contains(at(0.0, 299.0)));
        assert!(!seen(view, screen, 0.0).contains(at(-40.0, 10.0)));
        assert!(seen(view, screen, 40.0).contains(at(-40.0, 10.0)));
        let far = view.to_screen(Plane { x: 1e9, y: -1e9 });
        assert_eq!(cell(far, 3.0), cell(far, 3.0));
        assert_ne!(
            cell(Pixel { x: 0.0, y: 0.0 }, 3.0),
            cell(Pixel { x: 3.1, y: 0.0 }, 3.0)
        );
    }
}
