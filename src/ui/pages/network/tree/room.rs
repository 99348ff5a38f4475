//! How much room the tree has, kept up to date.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

use super::laid::Measure;

/// On paper provinces stand beside each other, drawn smaller: see `.tree` in print.
const PAPER: f64 = 1_120.0;
/// With less room than this, in rem, fingers are at work: branches are as high as a finger is wide.
const PHONE: f64 = 48.0;

/// The room's width and the size of type. The probe is one rem wide, so that one observer hears of both.
pub(super) fn room(room: NodeRef<Div>, probe: NodeRef<Div>) -> Signal<Option<Measure>> {
    let seen = RwSignal::new(None::<(f64, f64)>);
    let on_paper = RwSignal::new(false);
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
    let before = window_event_listener(leptos::ev::beforeprint, move |_| on_paper.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
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
