//! The names as they stand, for a picture.

use super::Overlay;
use crate::ui::map::data::MapData;
use crate::ui::map::picture::{Look, Name};
use crate::ui::map::view::View;

impl Overlay {
    /// Every name on the screen, and what the outlined counties are called.
    pub fn written(&self, view: View, data: &MapData) -> Vec<Name> {
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
        let mut names: Vec<Name> = self.names(view).iter().filter_map(named).collect();
        names.extend(self.pill_middle.map(|at| Name {
            text: data.highlighted_name.clone(),
            at,
            look: Look::Pill,
        }));
        names
    }
}
