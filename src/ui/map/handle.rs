//! What a page may ask of its map beside what it shows: to fly somewhere, and a picture of what is on the screen.

use leptos::prelude::*;

use super::data::Adcode;
use super::picture::Words;
use super::stage::Stage;

/// A handle on a map that stands or will stand on the page; copies are the same.
#[derive(Clone, Copy)]
pub struct MapHandle(pub(super) StoredValue<Option<Stage>, LocalStorage>);

impl MapHandle {
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
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
