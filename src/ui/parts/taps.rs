//! A shaky thumb: taps at one spot in quick succession are meant for what the first of them met. What has come under
//! the thumb meanwhile, the next page's main action or a sheet's, doesn't hear them.

/// Taps closer than this, in ms, belong together.
pub const SAME_TAP: f64 = 500.0;

/// How far, in px, a thumb strays between them.
const SAME_SPOT: f64 = 32.0;

/// The last tap, heard or not: when and where.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Taps {
    last: Option<(f64, f64, f64)>,
}

impl Taps {
    /// Takes note of a tap; gives whether it goes on from the one before.
    pub fn goes_on(&mut self, time: f64, x: f64, y: f64) -> bool {
        let before = self.last.replace((time, x, y));
        before.is_some_and(|(then, left, top)| {
            time - then < SAME_TAP && (x - left).hypot(y - top) < SAME_SPOT
        })
    }
}

#[cfg(target_arch = "wasm32")]
pub use live::listen;

#[cfg(target_arch = "wasm32")]
mod live {
    use leptos::prelude::window;
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Element, MouseEvent};

    use super::Taps;

    /// Listens before everything on the page, for as long as the page lasts.
    pub fn listen() {
        let mut taps = Taps::default();
        let mut met: Option<Element> = None;
        let hear = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
            // A key presses as well, at no spot: it is heard.
            if event.detail() == 0 {
                return;
            }
            let target = event.target().and_then(|at| at.dyn_into::<Element>().ok());
            let under = |what| target.as_ref()?.closest(what).ok().flatten();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            if !taps.goes_on(event.time_stamp(), x, y) {
                met = under("a, button, label, input, summary");
            } else if met.is_some() {
                let now = under("a, button");
                if now.is_some() && now != met {
                    event.prevent_default();
                    event.stop_immediate_propagation();
                }
            }
        });
        let _ = window().add_event_listener_with_callback_and_bool(
            "click",
            hear.as_ref().unchecked_ref(),
            true,
        );
        hear.forget();
    }
}

#[cfg(test)]
mod tests {
    use super::Taps;

    #[test]
    fn taps_at_one_spot_go_on_until_the_thumb_has_rested() {
        let mut taps = Taps::default();
        assert!(!taps.goes_on(0.0, 180.0, 700.0));
        // Each counts from the one before, so that four of them stay one.
        for n in 1..4 {
            assert!(taps.goes_on(f64::from(n) * 350.0, 180.0 + f64::from(n), 696.0));
        }
        assert!(!taps.goes_on(4.0 * 350.0 + 200.0, 180.0, 700.0));
    }

    #[test]
    fn a_tap_elsewhere_is_another() {
        let mut taps = Taps::default();
        assert!(!taps.goes_on(0.0, 100.0, 700.0));
        assert!(!taps.goes_on(200.0, 144.0, 700.0), "the button beside it");
    }
}
