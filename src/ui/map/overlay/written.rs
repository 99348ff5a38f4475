//! The names as they stand, for a picture.

use super::Overlay;
use crate::ui::map::data::MapData;
use crate::ui::map::picture::{Look, Name};

impl Overlay {
    /// Every name that was placed, and what the outlined counties are called.
    pub fn written(&self, data: &MapData) -> Vec<Name> {
        let named = |placed: &crate::ui::map::labels::Placed| {
            let (text, _) = self.texts.get(&placed.adcode)?;
            let chosen =
                data.highlighted.contains(&placed.adcode) || data.selected == Some(placed.adcode);
            let look = match placed.adcode {
                ..100 => Look::Province,
                _ if chosen => Look::Strong,
                _ => Look::County,
            };
            Some(Name {
                text: text.clone(),
                at: placed.at,
                look,
            })
        };
        let mut names: Vec<Name> = self.placed.iter().filter_map(named).collect();
        names.extend(self.pill_middle.map(|at| Name {
            text: data.highlighted_name.clone(),
            at,
            look: Look::Pill,
        }));
        names
    }
}
