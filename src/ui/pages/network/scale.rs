//! One scale for all periods of a walk through time, so that a shade means the same from stop to stop.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    drawn::figures,
    layer::Layer,
    time::{Pace, Span, samples},
};
use crate::{engine::protocol::ask, law::divisions::Adcode, ui::data::Engine};

/// The figures of the counties at stops of the line, and of what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub layer: Layer,
    pub pace: Pace,
    pub amounts: Vec<(Adcode, i64)>,
}

/// Asks for the figures of a walk's stops and then says that they are there. What cannot be asked leaves the scale to
/// each period itself.
pub(super) fn hold(
    engine: Engine,
    scale: RwSignal<Option<Scale>>,
    (layer, pace, span): (Layer, Pace, Span),
) {
    let same = |held: &Scale| held.layer == layer && held.pace == pace;
    if scale.with_untracked(|held| held.as_ref().is_some_and(same)) {
        return;
    }
    spawn_local(async move {
        let mut amounts = Vec::new();
        for stop in samples(&span.stops(pace)) {
            let (from, to) = stop.days();
            let Ok(map) = engine.ask(ask::Map { from, to }).await else {
                amounts.clear();
                break;
            };
            let of = figures(&map).into_iter();
            amounts.extend(of.filter_map(|(county, one)| Some((county, layer.amount(&one)?))));
        }
        // Ends with the page, too.
        scale.try_set(Some(Scale {
            layer,
            pace,
            amounts,
        }));
    });
}
