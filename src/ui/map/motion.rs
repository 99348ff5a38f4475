//! What a hand sees while it moves the map: the last picture, moved and scaled by the browser as one
//! sheet. Nothing is drawn in a frame of a gesture, however much is on the map; once the hand rests
//! the picture is drawn anew. It reaches a little beyond the screen, for a pan; beyond that lies the
//! whole region, coarser. Pure.

use super::atlas::Bounds;
use super::view::{Screen, View};

/// How far a picture reaches beyond each edge, as a share of the screen's size.
const BEYOND: f64 = 0.2;
/// Doublings of the scale up to which names stay as they are, and after which they are gone: larger
/// or smaller than that they would no longer look like names.
const NAMES_STAY: f64 = 0.4;
const NAMES_GONE: f64 = 1.0;

/// How a picture that was drawn for one view is laid for another: scaled about the corner of the
/// screen, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub scale: f64,
    pub dx: f64,
    pub dy: f64,
}

impl Stretch {
    #[must_use]
    pub fn between(drawn: View, shown: View) -> Stretch {
        let scale = shown.scale / drawn.scale;
        Stretch {
            scale,
            dx: shown.dx - drawn.dx * scale,
            dy: shown.dy - drawn.dy * scale,
        }
    }

    /// How much of the names is left, from 1 to 0.
    #[must_use]
    pub fn names(self) -> f64 {
        let doublings = self.scale.log2().abs();
        1.0 - ((doublings - NAMES_STAY) / (NAMES_GONE - NAMES_STAY)).clamp(0.0, 1.0)
    }
}

/// A picture's size in pixels, and how far it reaches beyond the screen to the left and above.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub above: f64,
}

impl Sheet {
    /// The sheet that a screen is shown on. Whole pixels, or all that is drawn would be blurred.
    #[must_use]
    pub fn of(screen: Screen) -> Sheet {
        let [left, above] = [screen.width, screen.height].map(|size| (size * BEYOND).round());
        Sheet {
            width: screen.width + 2.0 * left,
            height: screen.height + 2.0 * above,
            left,
            above,
        }
    }

    /// The sheet of the whole region, from corner to corner with half a screen around it, for the
    /// corners of the region may come to the middle of the screen; and its view.
    #[must_use]
    pub fn whole(all: Bounds, screen: Screen) -> (Sheet, View) {
        let scale = View::fit(all, screen).scale;
        let [left, above] = [screen.width, screen.height].map(|size| (size / 2.0).round());
        let sheet = Sheet {
            width: (all.width() * scale + 2.0 * left).ceil(),
            height: (all.height() * scale + 2.0 * above).ceil(),
            left: 0.0,
            above: 0.0,
        };
        let view = View {
            scale,
            dx: left - all.left * scale,
            dy: above - all.top * scale,
        };
        (sheet, view)
    }

    /// The view of the screen as the sheet has it.
    #[must_use]
    pub fn view(&self, view: View) -> View {
        view.panned(self.left, self.above)
    }

    /// The sheet as a screen of its own.
    #[must_use]
    pub fn screen(&self) -> Screen {
        Screen {
            width: self.width,
            height: self.height,
            ..Screen::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::projection::Plane;
    use crate::ui::map::view::Pixel;

    const SCREEN: Screen = Screen {
        width: 390.0,
        height: 701.0,
        top: 60.0,
        right: 10.0,
        bottom: 160.0,
        left: 10.0,
        corner: (0.0, 0.0),
    };
    const ALL: Bounds = Bounds {
        left: -300.0,
        top: -370.0,
        right: 290.0,
        bottom: 360.0,
    };

    fn near(a: Pixel, b: Pixel) -> bool {
        (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6
    }

    #[test]
    fn every_place_of_the_old_picture_lies_where_the_new_view_has_it() {
        let drawn = View::fit(ALL, SCREEN);
        let shown = drawn
            .zoomed(1.7, Pixel { x: 100.0, y: 333.0 })
            .panned(-40.0, 25.0);
        let stretch = Stretch::between(drawn, shown);
        for place in [Plane { x: -200.0, y: 31.0 }, Plane { x: 12.0, y: -300.0 }] {
            let old = drawn.to_screen(place);
            let moved = Pixel {
                x: old.x * stretch.scale + stretch.dx,
                y: old.y * stretch.scale + stretch.dy,
            };
            assert!(near(moved, shown.to_screen(place)), "{moved:?}");
        }
        let still = Stretch::between(drawn, drawn);
        assert_eq!((still.scale, still.dx, still.dy), (1.0, 0.0, 0.0));
    }

    #[test]
    fn names_fade_as_they_grow_and_never_jump() {
        let left = |scale: f64| {
            Stretch {
                scale,
                dx: 0.0,
                dy: 0.0,
            }
            .names()
        };
        assert_eq!([left(1.0), left(1.25), left(0.8)], [1.0; 3]);
        assert_eq!([left(2.0), left(9.0), left(0.5), left(0.1)], [0.0; 4]);
        let steps: Vec<f64> = (0..200).map(|n| left(1.0 + f64::from(n) / 100.0)).collect();
        assert!(
            steps
                .windows(2)
                .all(|w| (0.0..0.05).contains(&(w[0] - w[1])))
        );
    }

    #[test]
    fn a_sheet_reaches_beyond_the_screen_by_whole_pixels() {
        let sheet = Sheet::of(SCREEN);
        assert_eq!((sheet.left, sheet.above), (78.0, 140.0));
        assert_eq!((sheet.width, sheet.height), (546.0, 981.0));
        let view = View::fit(ALL, SCREEN);
        let (on_screen, on_sheet) = (view, sheet.view(view));
        let place = Plane { x: 3.0, y: 4.0 };
        let at = on_screen.to_screen(place);
        let there = Pixel {
            x: at.x + sheet.left,
            y: at.y + sheet.above,
        };
        assert!(near(on_sheet.to_screen(place), there));
    }

    #[test]
    fn the_whole_lies_under_whatever_one_can_see() {
        let (sheet, view) = Sheet::whole(ALL, SCREEN);
        // As far to a corner as one gets, at the scale of the whole.
        for (x, y) in [(9e5, 9e5), (-9e5, 9e5), (9e5, -9e5), (-9e5, -9e5)] {
            let fit = View::fit(ALL, SCREEN);
            let shown = fit.panned(x, y).limited(ALL, SCREEN);
            let stretch = Stretch::between(view, shown);
            let (right, bottom) = (
                sheet.width * stretch.scale + stretch.dx,
                sheet.height * stretch.scale + stretch.dy,
            );
            assert!(stretch.dx <= 1e-6 && stretch.dy <= 1e-6, "{stretch:?}");
            assert!(right >= SCREEN.width && bottom >= SCREEN.height);
        }
    }
}
