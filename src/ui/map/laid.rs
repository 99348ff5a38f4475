//! How the map is laid out on its page: what of it is covered, and what is free.

use super::view::Screen;

/// Pixels along the edges of the map that the page lays something over: chips above, a sheet below.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Covered {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

/// How the map is laid out on the page, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Laid {
    pub width: f64,
    pub height: f64,
    /// Size of the legend.
    pub legend: (f64, f64),
    /// Height of the strip along the foot that it stands in.
    pub foot: f64,
    pub covered: Covered,
}

/// Where the map is this narrow its legend lies along the foot.
const NARROW: f64 = 600.0;

impl Laid {
    /// Whether the page leaves the map so little height that the legend has to go.
    #[must_use]
    pub fn is_squeezed(&self) -> bool {
        self.covered.bottom > self.height * 0.4
    }

    /// What of it is free.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let Self {
            width,
            height,
            legend,
            foot,
            covered,
        } = *self;
        let narrow = width < NARROW;
        let below = if narrow && !self.is_squeezed() {
            foot + 20.0
        } else {
            36.0
        };
        Screen {
            width,
            height,
            top: covered.top + 16.0,
            right: covered.right + if narrow { 16.0 } else { 72.0 },
            bottom: covered.bottom + below,
            left: covered.left + 16.0,
            corner: if narrow {
                (0.0, 0.0)
            } else {
                (legend.0 + 24.0, legend.1 + covered.bottom + 24.0)
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legend_covers_the_foot_of_a_phone_and_a_corner_of_a_desktop() {
        let phone = Laid {
            width: 390.0,
            height: 700.0,
            legend: (358.0, 120.0),
            foot: 130.0,
            covered: Covered {
                top: 60.0,
                ..Covered::default()
            },
        };
        let screen = phone.screen();
        assert_eq!(
            (screen.top, screen.bottom, screen.corner),
            (76.0, 150.0, (0.0, 0.0))
        );
        // A sheet over the lower half: the legend is gone, and leaves its room.
        let sheet = Laid {
            covered: Covered {
                bottom: 350.0,
                ..phone.covered
            },
            ..phone
        };
        assert!(sheet.is_squeezed() && !phone.is_squeezed());
        assert_eq!(sheet.screen().bottom, 386.0);
        let desktop = Laid {
            width: 1000.0,
            ..phone
        };
        assert_eq!(desktop.screen().corner, (382.0, 144.0));
    }
}
