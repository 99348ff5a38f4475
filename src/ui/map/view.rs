//! What part of the plane the screen shows: one affine transform, its limits, and flights from one
//! view to another. Pixels are CSS pixels.

use super::atlas::Bounds;
use super::data::Tone;
use super::projection::Plane;

/// Pixels a kilometre, and where the plane's origin lies on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub scale: f64,
    pub dx: f64,
    pub dy: f64,
}

/// A point on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pixel {
    pub x: f64,
    pub y: f64,
}

/// The screen, and the strips along its edges that controls and legend cover.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    pub width: f64,
    pub height: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
    /// Size of what covers the lower left corner alone: the legend on a wide screen.
    pub corner: (f64, f64),
}

/// The nearest that one may go: Beijing's smallest district fills a phone.
const GREATEST_SCALE: f64 = 60.0;
/// A single small county is shown with some of its neighbours.
const CLOSEST_FIT: f64 = 12.0;

/// Returns the radius of a point in pixels: less where its neighbours are near, so that many points never
/// run into one disc, and more as one comes nearer.
#[must_use]
pub fn dot_radius(scale: f64, apart: f64) -> f64 {
    const LEAST: f64 = 1.25;
    let wanted = (2.5 + scale).clamp(3.0, 6.5);
    match apart {
        apart if apart > 0.0 => wanted.min(apart * scale * 0.42).max(LEAST),
        _ => wanted,
    }
}

/// Says whether points of a tone are drawn at a scale: what stands everywhere, only from near by.
#[must_use]
pub fn is_drawn(scale: f64, tone: Tone) -> bool {
    /// Pixels a kilometre.
    const NEAR: f64 = 8.0;
    tone != Tone::Ink || scale >= NEAR
}

impl View {
    /// Returns the view that shows all of `what` in the part of the screen that nothing covers.
    #[must_use]
    pub fn fit(what: Bounds, screen: Screen) -> View {
        let width = (screen.width - screen.left - screen.right).max(40.0);
        let height = (screen.height - screen.top - screen.bottom).max(40.0);
        let scale = (width / what.width().max(1e-3))
            .min(height / what.height().max(1e-3))
            .min(CLOSEST_FIT);
        let middle = what.middle();
        View {
            scale,
            dx: screen.left + width / 2.0 - middle.x * scale,
            dy: screen.top + height / 2.0 - middle.y * scale,
        }
    }

    #[must_use]
    pub fn to_screen(&self, point: Plane) -> Pixel {
        Pixel {
            x: point.x * self.scale + self.dx,
            y: point.y * self.scale + self.dy,
        }
    }

    #[must_use]
    pub fn to_plane(&self, pixel: Pixel) -> Plane {
        Plane {
            x: (pixel.x - self.dx) / self.scale,
            y: (pixel.y - self.dy) / self.scale,
        }
    }

    #[must_use]
    pub fn panned(&self, dx: f64, dy: f64) -> View {
        View {
            dx: self.dx + dx,
            dy: self.dy + dy,
            ..*self
        }
    }

    /// Returns the view zoomed by a factor about a point of the screen, which stays where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: Pixel) -> View {
        let scale = self.scale * factor;
        View {
            scale,
            dx: about.x - (about.x - self.dx) * factor,
            dy: about.y - (about.y - self.dy) * factor,
        }
    }

    /// Returns the view that takes two fingers' old places to their new ones (turning is left out).
    #[must_use]
    pub fn pinched(&self, old: (Pixel, Pixel), new: (Pixel, Pixel)) -> View {
        let spread = |(a, b): (Pixel, Pixel)| (a.x - b.x).hypot(a.y - b.y).max(1.0);
        let middle = |(a, b): (Pixel, Pixel)| Pixel {
            x: f64::midpoint(a.x, b.x),
            y: f64::midpoint(a.y, b.y),
        };
        let (from, to) = (middle(old), middle(new));
        self.zoomed(spread(new) / spread(old), from)
            .panned(to.x - from.x, to.y - from.y)
    }

    /// Holds the view to its limits: never much smaller than the whole, never nearer than the
    /// greatest scale, and the middle of the screen never outside the region.
    #[must_use]
    pub fn limited(&self, all: Bounds, screen: Screen) -> View {
        let least = View::fit(all, screen).scale * 0.8;
        let middle = Pixel {
            x: screen.width / 2.0,
            y: screen.height / 2.0,
        };
        let wanted = self.scale.clamp(least.min(GREATEST_SCALE), GREATEST_SCALE);
        let view = match (wanted - self.scale).abs() < 1e-12 {
            true => *self,
            false => self.zoomed(wanted / self.scale, middle),
        };
        let seen = view.to_plane(middle);
        let held = Plane {
            x: seen.x.clamp(all.left, all.right),
            y: seen.y.clamp(all.top, all.bottom),
        };
        view.panned(
            (seen.x - held.x) * view.scale,
            (seen.y - held.y) * view.scale,
        )
    }

    /// Returns the view moved just so far that a place is inside the free part of the screen.
    #[must_use]
    pub fn showing(&self, place: Bounds, screen: Screen) -> View {
        let moved = self.inside(place, screen);
        let corner = moved.to_screen(Plane {
            x: place.left,
            y: place.bottom,
        });
        let (width, height) = screen.corner;
        match corner.x < width && corner.y > screen.height - height {
            true => moved.inside(
                place,
                Screen {
                    bottom: screen.bottom.max(height),
                    ..screen
                },
            ),
            false => moved,
        }
    }

    fn inside(&self, place: Bounds, screen: Screen) -> View {
        let least = self.to_screen(Plane {
            x: place.left,
            y: place.top,
        });
        let most = self.to_screen(Plane {
            x: place.right,
            y: place.bottom,
        });
        let shift = |low: f64, high: f64, from: f64, to: f64| match (low < from, high > to) {
            _ if high - low > to - from => f64::midpoint(from, to) - f64::midpoint(low, high),
            (true, _) => from - low,
            (_, true) => to - high,
            _ => 0.0,
        };
        self.panned(
            shift(least.x, most.x, screen.left, screen.width - screen.right),
            shift(least.y, most.y, screen.top, screen.height - screen.bottom),
        )
    }

    /// Returns the view a share of the way to another: zoom by ratio, so that it runs evenly.
    #[must_use]
    pub fn towards(&self, other: &View, share: f64, screen: Screen) -> View {
        if share >= 1.0 {
            return *other;
        }
        let middle = Pixel {
            x: screen.width / 2.0,
            y: screen.height / 2.0,
        };
        let (from, to) = (self.to_plane(middle), other.to_plane(middle));
        let ratio = other.scale / self.scale;
        let scale = self.scale * ratio.powf(share);
        // The middle moves with the scale, not with time, or a far flight swings aside.
        let moved = match (ratio - 1.0).abs() < 1e-6 {
            true => share,
            false => (1.0 - ratio.powf(-share)) / (1.0 - 1.0 / ratio),
        };
        let at = Plane {
            x: from.x + (to.x - from.x) * moved,
            y: from.y + (to.y - from.y) * moved,
        };
        View {
            scale,
            dx: middle.x - at.x * scale,
            dy: middle.y - at.y * scale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Bounds = Bounds {
        left: -300.0,
        top: -370.0,
        right: 290.0,
        bottom: 360.0,
    };
    const PHONE: Screen = Screen {
        width: 390.0,
        height: 700.0,
        top: 60.0,
        right: 10.0,
        bottom: 160.0,
        left: 10.0,
        corner: (0.0, 0.0),
    };

    #[test]
    fn crowded_points_keep_a_gap_and_grow_as_one_comes_near() {
        for scale in [4.0, 8.0, CLOSEST_FIT, 30.0, GREATEST_SCALE] {
            let (radius, apart) = (dot_radius(scale, 0.9), 0.9 * scale);
            assert!(radius * 2.0 < apart, "{scale}: {radius} of {apart}");
        }
        assert!(dot_radius(30.0, 0.9) > dot_radius(8.0, 0.9));
        assert!(near(dot_radius(CLOSEST_FIT, 0.0), 6.5));
        assert!(near(dot_radius(0.5, 0.9), 1.25), "still there from afar");
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn fit_shows_everything_in_the_free_part() {
        let view = View::fit(ALL, PHONE);
        let least = view.to_screen(Plane {
            x: ALL.left,
            y: ALL.top,
        });
        let most = view.to_screen(Plane {
            x: ALL.right,
            y: ALL.bottom,
        });
        assert!(
            least.x >= 10.0 - 1e-6 && least.y >= 60.0 - 1e-6,
            "{least:?}"
        );
        assert!(most.x <= 380.0 + 1e-6 && most.y <= 540.0 + 1e-6, "{most:?}");
        let point = Bounds {
            left: 5.0,
            top: 5.0,
            right: 5.0,
            bottom: 5.0,
        };
        assert!(near(View::fit(point, PHONE).scale, CLOSEST_FIT));
    }

    #[test]
    fn zoom_keeps_the_point_under_the_finger() {
        let view = View::fit(ALL, PHONE);
        let about = Pixel { x: 100.0, y: 333.0 };
        let place = view.to_plane(about);
        let back = view.zoomed(1.7, about).to_screen(place);
        assert!(near(back.x, about.x) && near(back.y, about.y), "{back:?}");
    }

    #[test]
    fn pinch_takes_both_fingers_along() {
        let view = View::fit(ALL, PHONE);
        let old = (Pixel { x: 100.0, y: 300.0 }, Pixel { x: 200.0, y: 300.0 });
        let new = (Pixel { x: 90.0, y: 340.0 }, Pixel { x: 290.0, y: 340.0 });
        let places = (view.to_plane(old.0), view.to_plane(old.1));
        let after = view.pinched(old, new);
        for (place, finger) in [(places.0, new.0), (places.1, new.1)] {
            let at = after.to_screen(place);
            assert!(near(at.x, finger.x) && near(at.y, finger.y), "{at:?}");
        }
    }

    #[test]
    fn one_cannot_get_lost() {
        let view = View::fit(ALL, PHONE);
        let far = view.panned(9e5, -9e5).limited(ALL, PHONE);
        let seen = far.to_plane(Pixel { x: 195.0, y: 350.0 });
        assert!(
            seen.x >= ALL.left - 1e-6 && seen.y <= ALL.bottom + 1e-6,
            "{seen:?}"
        );
        let middle = Pixel { x: 195.0, y: 350.0 };
        assert!(near(
            view.zoomed(1e6, middle).limited(ALL, PHONE).scale,
            GREATEST_SCALE
        ));
        assert!(near(
            view.zoomed(1e-6, middle).limited(ALL, PHONE).scale,
            view.scale * 0.8
        ));
        let inside = view.zoomed(3.0, middle);
        assert_eq!(
            inside.limited(ALL, PHONE),
            inside,
            "what is within the limits stays"
        );
    }

    #[test]
    fn a_flight_starts_here_and_ends_there() {
        let start = View::fit(ALL, PHONE);
        let end = start.zoomed(6.0, Pixel { x: 40.0, y: 90.0 });
        let first = start.towards(&end, 0.0, PHONE);
        assert!(
            near(first.dx, start.dx) && near(first.scale, start.scale),
            "{first:?}"
        );
        assert_eq!(start.towards(&end, 1.0, PHONE), end);
        let nearly = start.towards(&end, 0.999_999, PHONE);
        assert!((nearly.dx - end.dx).abs() < 0.1, "{nearly:?} {end:?}");
    }

    #[test]
    fn showing_moves_no_more_than_needed() {
        let view = View {
            scale: 2.0,
            dx: 195.0,
            dy: 350.0,
        };
        let seen = Bounds {
            left: -5.0,
            top: -5.0,
            right: 5.0,
            bottom: 5.0,
        };
        assert_eq!(view.showing(seen, PHONE), view);
        let east = Bounds {
            left: 200.0,
            top: -5.0,
            right: 210.0,
            bottom: 5.0,
        };
        assert!(near(view.showing(east, PHONE).dx, 195.0 - (615.0 - 380.0)));
    }

    #[test]
    fn showing_keeps_clear_of_the_legend() {
        let screen = Screen {
            corner: (200.0, 300.0),
            ..PHONE
        };
        let view = View {
            scale: 2.0,
            dx: 195.0,
            dy: 350.0,
        };
        let under = Bounds {
            left: -60.0,
            top: 50.0,
            right: -50.0,
            bottom: 60.0,
        };
        assert!(near(
            view.showing(under, screen).dy,
            350.0 - (470.0 - 400.0)
        ));
        let beside = Bounds {
            left: 20.0,
            top: 50.0,
            right: 30.0,
            bottom: 60.0,
        };
        assert_eq!(view.showing(beside, screen), view);
    }
}
