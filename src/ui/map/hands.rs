//! What hands do on the map's surface (fingers, pointer, wheel, keys), and what a tap calls.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::data::Adcode;
use super::gestures::{Gestures, Points, wheel};
use super::shared::Shared;
use super::stage::{Hit, Place, STEP, Stage};

/// One press of an arrow key.
const PAN: f64 = 96.0;
/// With Shift: for who looks for a place.
const NUDGE: f64 = 8.0;

/// What taps call.
#[derive(Clone, Copy)]
pub struct Taps {
    pub county: Callback<Adcode>,
    /// Without this, taps go to the county below.
    pub point: Option<Callback<String>>,
    pub highlighted: Option<Callback<()>>,
    /// Where one tapped: with this, taps are places and nothing else.
    pub place: Option<Callback<Place>>,
}

impl Taps {
    pub fn on_highlighted(self) {
        if let Some(act) = self.highlighted {
            act.run(());
        }
    }

    fn on(self, hit: Hit) {
        match (hit, self.point) {
            (Hit::County(adcode), _) => self.county.run(adcode),
            (Hit::Point(id), Some(point)) => point.run(id),
            (Hit::Highlighted, _) => self.on_highlighted(),
            (Hit::Point(_), None) => {}
        }
    }

    fn points(self) -> Points {
        match self.point {
            Some(_) => Points::Count,
            None => Points::Ignored,
        }
    }
}

impl Shared {
    fn with_surface(self, act: &dyn Fn(&Gestures, &HtmlElement, &Stage)) {
        if let Some(surface) = self.elements.surface.get_untracked() {
            let gestures = self.gestures.get_value();
            self.on_stage(&|stage| act(&gestures, &surface, stage));
        }
    }

    pub fn focus_surface(self) {
        if let Some(surface) = self.elements.surface.get_untracked() {
            let _ = surface.focus();
        }
    }

    pub fn on_down(self, event: &PointerEvent) {
        self.with_surface(&|gestures, surface, _| gestures.down(event, surface));
    }

    pub fn on_move(self, event: &PointerEvent) {
        self.with_surface(&|gestures, surface, stage| gestures.moved(event, surface, stage));
    }

    pub fn on_up(self, event: &PointerEvent, taps: Taps) {
        let gestures = self.gestures.get_value();
        if let Some(choose) = taps.place {
            let at = gestures.tap(event);
            let place = self.stage.with_value(|stage| stage.as_ref()?.place_at(at?));
            if let Some(place) = place {
                choose.run(place);
            }
            return;
        }
        let hit = self
            .stage
            .with_value(|stage| gestures.up(event, stage.as_ref()?, taps.points()));
        // Outside of the stage: what is called may change the map.
        if let Some(hit) = hit {
            taps.on(hit);
        }
    }

    pub fn on_cancel(self, event: &PointerEvent) {
        self.gestures.get_value().cancelled(event);
    }

    pub fn on_leave(self) {
        self.on_stage(&|stage| stage.hover(None));
    }

    pub fn on_wheel(self, event: &WheelEvent) {
        self.with_surface(&|_, surface, stage| wheel(event, surface, stage));
    }

    pub fn on_key(self, event: &KeyboardEvent) {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if modified {
            return;
        }
        let by = if event.shift_key() { NUDGE } else { PAN };
        let pan =
            |x: f64, y: f64| self.on_stage(&|stage| stage.fly_by(|view, _| view.panned(x, y)));
        match event.key().as_str() {
            "ArrowLeft" => pan(by, 0.0),
            "ArrowRight" => pan(-by, 0.0),
            "ArrowUp" => pan(0.0, by),
            "ArrowDown" => pan(0.0, -by),
            "+" | "=" => self.on_stage(&|stage| stage.zoom(STEP)),
            "-" | "_" => self.on_stage(&|stage| stage.zoom(1.0 / STEP)),
            "0" => self.on_stage(&Stage::fly_to_all),
            "Home" => self.on_stage(&Stage::fly_home),
            _ => return,
        }
        event.prevent_default();
    }
}
