//! What a page may ask of its map beside what it shows: whether it is there, to fly somewhere, which place lies in its
//! middle, and a picture of what is on the screen.

use leptos::prelude::*;

use super::data::Adcode;
use super::picture::Words;
use super::shared::State;
use super::stage::{Place, Stage};

/// A handle on a map that stands or will stand on the page; copies are the same.
#[derive(Clone, Copy)]
pub struct MapHandle(
    pub(super) StoredValue<Option<Stage>, LocalStorage>,
    pub(super) RwSignal<State>,
);

impl MapHandle {
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new_local(None), RwSignal::new(State::Loading))
    }

    /// Whether the boundaries are there, to fly to. Tracked.
    #[must_use]
    pub fn is_ready(self) -> bool {
        self.1.get() == State::Ready
    }

    /// Flies to a county, near enough to see what lies in it. Nothing happens before the boundaries are there.
    pub fn fly_to(self, county: Adcode) {
        let fly = |stage: &Option<Stage>| {
            if let Some(stage) = stage {
                stage.fly_to(county);
            }
        };
        let _ = self.0.try_with_value(fly);
    }

    /// Flies to where all of these counties are seen.
    pub fn fly_to_all_of(self, counties: &[Adcode]) {
        let fly = |stage: &Option<Stage>| {
            if let Some(stage) = stage {
                stage.fly_to_all_of(counties);
            }
        };
        let _ = self.0.try_with_value(fly);
    }

    /// The place in the middle of the map; none before it is drawn.
    #[must_use]
    pub fn middle(self) -> Option<Place> {
        self.0.try_with_value(|stage| stage.as_ref()?.middle())?
    }

    /// The map as it is on the screen, and the picture's width and height; none before it is drawn.
    #[must_use]
    pub fn picture(self, words: &Words) -> Option<(String, (f64, f64))> {
        self.0
            .try_with_value(|stage| stage.as_ref()?.picture(words))?
    }
}

impl Default for MapHandle {
    fn default() -> Self {
        Self::new()
    }
}
