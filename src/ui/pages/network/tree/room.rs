//! How much room the tree has, kept up to date.

use leptos::{html::Div, prelude::*};

use super::laid::Measure;
use crate::ui::parts::measured;

/// On paper provinces stand beside each other, drawn smaller: see `.tree` in print.
const PAPER: f64 = 1_120.0;
/// With less room than this, in rem, fingers are at work: branches are as high as a finger is wide.
const PHONE: f64 = 48.0;

/// What the room and the size of type make of a branch's measures.
pub(super) fn room(room: NodeRef<Div>, probe: NodeRef<Div>) -> Signal<Option<Measure>> {
    let (seen, on_paper) = (measured::measured(room, probe), measured::on_paper());
    Signal::derive(move || {
        let (width, rem) = seen.get()?;
        let (width, rem) = match on_paper.get() {
            true => (PAPER, 16.0),
            false => (width, rem),
        };
        let phone = width < PHONE * rem;
        Some(Measure {
            width,
            row: rem * if phone { 3.0 } else { 2.5 },
            indent: rem * if phone { 1.0 } else { 1.25 },
        })
    })
}
