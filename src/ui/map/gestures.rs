//! Fingers, pointer and wheel, as changes of the view.

use std::cell::RefCell;

use web_sys::{HtmlElement, PointerEvent, WheelEvent};

use super::stage::{Hit, Stage};
use super::view::Pixel;

/// Pixels that a finger trembles while it taps.
const TREMBLE: f64 = 6.0;

/// Whether a tap may mean a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Points {
    Count,
    Ignored,
}

/// The fingers on the map, in the order in which they came down.
#[derive(Debug, Default)]
pub struct Gestures(RefCell<Fingers>);

#[derive(Debug, Default)]
struct Fingers {
    down: Vec<(i32, Pixel)>,
    /// Where the one finger came down, as long as it may still become a tap.
    tap: Option<Pixel>,
}

impl Gestures {
    pub fn down(&self, event: &PointerEvent, surface: &HtmlElement) {
        if event.button() != 0 {
            return;
        }
        let at = place(event.client_x(), event.client_y(), surface);
        let fingers = &mut *self.0.borrow_mut();
        fingers.down.retain(|(id, _)| *id != event.pointer_id());
        fingers.down.push((event.pointer_id(), at));
        fingers.tap = (fingers.down.len() == 1).then_some(at);
        // Fails if the pointer is already gone; then nothing need be captured.
        let _ = surface.set_pointer_capture(event.pointer_id());
    }

    pub fn moved(&self, event: &PointerEvent, surface: &HtmlElement, stage: &Stage) {
        let at = place(event.client_x(), event.client_y(), surface);
        let fingers = &mut *self.0.borrow_mut();
        let id = event.pointer_id();
        if !fingers.down.iter().any(|(down, _)| *down == id) {
            if event.pointer_type() == "mouse" {
                stage.hover(Some(at));
            }
            return;
        }
        if let Some(start) = fingers.tap {
            if (at.x - start.x).hypot(at.y - start.y) < TREMBLE {
                return;
            }
            fingers.tap = None;
            stage.hover(None);
        }
        let before = fingers.down.clone();
        if let Some(finger) = fingers.down.iter_mut().find(|(down, _)| *down == id) {
            finger.1 = at;
        }
        match (before.as_slice(), fingers.down.as_slice()) {
            ([(_, from)], [(_, to)]) => {
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                stage.move_by(|view| view.panned(dx, dy));
            }
            ([(_, a), (_, b), ..], [(_, c), (_, d), ..]) => {
                let (old, new) = ((*a, *b), (*c, *d));
                stage.move_by(|view| view.pinched(old, new));
            }
            _ => {}
        }
    }

    /// Returns where a tap fell, if this ends one.
    pub fn tap(&self, event: &PointerEvent) -> Option<Pixel> {
        let fingers = &mut *self.0.borrow_mut();
        fingers.down.retain(|(id, _)| *id != event.pointer_id());
        fingers.tap.take()
    }

    /// Returns what was tapped, if this ends a tap.
    pub fn up(&self, event: &PointerEvent, stage: &Stage, points: Points) -> Option<Hit> {
        let reach = if event.pointer_type() == "mouse" {
            8.0
        } else {
            16.0
        };
        self.tap(event)
            .and_then(|at| stage.hit(at, (points == Points::Count).then_some(reach)))
    }

    pub fn cancelled(&self, event: &PointerEvent) {
        let fingers = &mut *self.0.borrow_mut();
        fingers.down.retain(|(id, _)| *id != event.pointer_id());
        fingers.tap = None;
    }
}

/// Zooms about the pointer. Trackpads report a pinch as a wheel with Ctrl, in finer steps.
pub fn wheel(event: &WheelEvent, surface: &HtmlElement, stage: &Stage) {
    event.prevent_default();
    let pixels = match event.delta_mode() {
        WheelEvent::DOM_DELTA_PIXEL => event.delta_y(),
        WheelEvent::DOM_DELTA_LINE => event.delta_y() * 16.0,
        _ => event.delta_y() * 400.0,
    };
    let speed = if event.ctrl_key() { 0.01 } else { 0.0018 };
    let factor = (-pixels * speed).clamp(-1.0, 1.0).exp();
    let at = place(event.client_x(), event.client_y(), surface);
    stage.hover(None);
    stage.move_by(|view| view.zoomed(factor, at));
}

/// The event's place on the map; offset_x would be relative to whatever element was hit.
fn place(x: i32, y: i32, surface: &HtmlElement) -> Pixel {
    let frame = surface.get_bounding_client_rect();
    Pixel {
        x: f64::from(x) - frame.left(),
        y: f64::from(y) - frame.top(),
    }
}
