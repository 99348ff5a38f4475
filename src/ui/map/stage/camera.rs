//! The picture of what is on the screen, what place lies where on it, and flights to counties.

use std::rc::Rc;

use super::{Place, Stage};
use crate::ui::map::atlas::Bounds;
use crate::ui::map::data::Adcode;
use crate::ui::map::picture::{Picture, Words};
use crate::ui::map::projection::backward;
use crate::ui::map::view::{Pixel, View};

/// How much of the neighbours is seen around a county that is flown to, as a share of its size.
const AROUND: f64 = 0.3;

impl Stage {
    /// Flies to a county with some of its neighbours.
    pub fn fly_to(&self, adcode: Adcode) {
        self.0.borrow_mut().fit(adcode);
    }

    /// Flies to where all of these are seen; to a single one with some of its neighbours.
    pub fn fly_to_all_of(&self, counties: &[Adcode]) {
        let inner = &mut *self.0.borrow_mut();
        let drawn = inner.small.as_ref().or(inner.full.as_ref());
        match (counties, drawn) {
            ([], _) | (_, None) => {}
            ([one], _) => inner.fit(*one),
            (_, Some(drawn)) => {
                let all = drawn.atlas.extent(counties.iter().copied());
                inner.fly(View::fit(all, inner.screen));
            }
        }
    }

    /// The place at a point of the screen; none before anything is drawn.
    #[must_use]
    pub fn place_at(&self, at: Pixel) -> Option<Place> {
        let inner = self.0.borrow();
        let on_plane = inner.view?.to_plane(at);
        let place = backward(on_plane);
        Some(Place {
            lon: place.lon,
            lat: place.lat,
            county: inner.shown()?.atlas.county_at(on_plane),
        })
    }

    /// The place in the middle of the map.
    #[must_use]
    pub fn middle(&self) -> Option<Place> {
        let screen = self.0.borrow().screen;
        self.place_at(Pixel {
            x: screen.width / 2.0,
            y: screen.height / 2.0,
        })
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
