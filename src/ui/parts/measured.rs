//! The width of a room and the size of type, kept up to date, and whether the page is on paper.

use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// The room's width and a rem, in pixels; none until the room stands, and the last where it is not shown. The probe is one
/// rem wide, so that one observer hears of both.
#[must_use]
pub fn measured(room: NodeRef<Div>, probe: NodeRef<Div>) -> Signal<Option<(f64, f64)>> {
    let seen = RwSignal::new(None::<(f64, f64)>);
    let measure = move || {
        let (Some(room), Some(probe)) = (room.get_untracked(), probe.get_untracked()) else {
            return;
        };
        let width = |element: &Element| element.get_bounding_client_rect().width();
        let now = (width(&room), width(&probe));
        if now.0 > 0.0 && now.1 > 0.0 && seen.get_untracked() != Some(now) {
            seen.set(Some(now));
        }
    };
    Effect::new(move |_| {
        let (Some(room), Some(probe)) = (room.get(), probe.get()) else {
            return;
        };
        measure();
        let heard = Closure::<dyn FnMut()>::new(measure);
        let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&room);
        observer.observe(&probe);
        let kept = StoredValue::new_local((observer, heard));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    seen.into()
}

/// Whether the page is being printed.
#[must_use]
pub fn on_paper() -> Signal<bool> {
    let on_paper = RwSignal::new(false);
    let before = window_event_listener(ev::beforeprint, move |_| on_paper.set(true));
    let after = window_event_listener(ev::afterprint, move |_| on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    on_paper.into()
}
