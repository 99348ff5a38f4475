//! The picture of what is on the screen, and the flight to one county.

use std::rc::Rc;

use super::Stage;
use crate::ui::map::atlas::Bounds;
use crate::ui::map::data::Adcode;
use crate::ui::map::picture::{Picture, Words};

/// How much of the neighbours is seen around a county that is flown to, as a share of its size.
const AROUND: f64 = 0.3;

impl Stage {
    /// Flies to a county with some of its neighbours.
    pub fn fly_to(&self, adcode: Adcode) {
        self.0.borrow_mut().fit(adcode);
    }

    /// The picture and its size; none before anything is drawn.
    #[must_use]
    pub fn picture(&self, words: &Words) -> Option<(String, (f64, f64))> {
        let inner = self.0.borrow();
        // As it was last drawn: while it moves, names stand nowhere else.
        let view = inner.pace.drawn()?;
        let drawn = Rc::clone(inner.shown()?);
        let names = inner.overlay.written(&inner.data);
        let picture = Picture {
            atlas: &drawn.atlas,
            data: &inner.data,
            classes: &inner.classes,
            view,
            screen: inner.screen,
            names: &names,
            inks: &inner.palette.inks(&inner.data.ramp),
            words,
        };
        Some((picture.svg(), picture.size()))
    }
}

/// A place and what lies around it.
pub(super) fn with_around(place: Bounds) -> Bounds {
    let (dx, dy) = (place.width() * AROUND, place.height() * AROUND);
    Bounds {
        left: place.left - dx,
        top: place.top - dy,
        right: place.right + dx,
        bottom: place.bottom + dy,
    }
}
