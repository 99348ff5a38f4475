//! The address bar: reads the hash, writes it, and brings focus and scroll to where they belong.
//!
//! Every entry of the browser's history that we have seen carries a number in `history.state`. A hash
//! that comes without one is a new visit (a link, a typed address): it starts at the top. One that has
//! a number was come back to: it gets its scroll again.

use std::collections::BTreeMap;

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

use super::Route;

/// The id of the element that scrolls and holds the page; the shell renders it.
pub const MAIN_ID: &str = "main";

/// So long is a page that was come back to awaited: some seconds.
const FRAMES: u32 = 300;

/// The route of the moment, provided at the app's root.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    /// Number of the history entry on show, the highest handed out, and the scroll of those left.
    visit: StoredValue<Visits>,
}

#[derive(Default)]
struct Visits {
    now: u32,
    last: u32,
    scrolls: BTreeMap<u32, Left>,
}

/// How far a page was scrolled when it was left, and how tall it was.
#[derive(Clone, Copy, Default)]
struct Left {
    top: i32,
    height: i32,
}

impl Left {
    fn of(main: &web_sys::Element) -> Self {
        Self {
            top: main.scroll_top(),
            height: main.scroll_height(),
        }
    }
}

/// Listens to the address and provides the router; once, at the app's root.
pub fn provide_router() -> Router {
    let (first, address) = Route::arrived_at(&hash());
    let route = RwSignal::new(first);
    let router = Router {
        route,
        visit: StoredValue::new(Visits::default()),
    };
    let seen = stamp();
    router.visit.update_value(|visits| {
        visits.now = seen.unwrap_or(0);
        visits.last = visits.now;
    });
    if seen.is_none() || address.is_some() {
        put_stamp(seen.unwrap_or(0), address.as_deref());
    }
    provide_context(router);
    let listening = window_event_listener(ev::hashchange, move |_| router.arrived());
    on_cleanup(move || listening.remove());
    router
}

#[must_use]
pub fn use_router() -> Router {
    use_context().unwrap_or_else(provide_router)
}

/// The route as a signal that follows the address.
#[must_use]
pub fn use_route() -> Signal<Route> {
    use_router().route.into()
}

/// Goes to a page; Back returns. The same as following a link to its `href()`.
pub fn navigate(route: &Route) {
    // Assigning the hash it already has does nothing, which is right: one is there.
    let _ = window().location().set_hash(&route.href());
}

/// Shows another view in the same entry of history: filters, a step that replaces a step.
pub fn replace(route: &Route) {
    let now = stamp().unwrap_or(0);
    put_stamp(now, Some(&route.href()));
    // replaceState sends no event of its own; the router listens to this one.
    let _ = web_sys::Event::new("hashchange").map(|event| window().dispatch_event(&event));
}

impl Router {
    /// The route as a signal that follows the address.
    #[must_use]
    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// A heading has come, perhaps later than its page: it gets the focus, unless that is somewhere already.
    /// Whoever has just opened the app starts where the browser starts.
    pub fn arrive(self) {
        if self.visit.with_value(|visits| visits.scrolls.is_empty()) {
            return;
        }
        keep_focus();
    }

    fn arrived(self) {
        let (next, address) = Route::arrived_at(&hash());
        let same_place = self
            .route
            .with_untracked(|route| route.place() == next.place());
        let left = main().map_or_else(Left::default, |main| Left::of(&main));
        let mut wanted = None;
        self.visit.update_value(|visits| {
            let seen = stamp();
            if seen == Some(visits.now) {
                return;
            }
            visits.scrolls.insert(visits.now, left);
            match seen {
                Some(number) => {
                    visits.now = number;
                    visits.last = visits.last.max(number);
                    wanted = visits.scrolls.get(&number).copied();
                }
                None => {
                    visits.last += 1;
                    visits.now = visits.last;
                    put_stamp(visits.now, None);
                }
            }
        });
        if address.is_some() {
            put_stamp(self.now(), address.as_deref());
        }
        if self.route.with_untracked(|route| *route != next) {
            self.route.set(next);
        }
        if !same_place {
            self.settle(wanted.unwrap_or_default());
        }
    }

    /// After the new page is drawn: its heading has the focus, its scroll is where it was. Where the heading is
    /// still to come, the focus is nowhere until [`Router::arrive`].
    fn settle(self, left: Left) {
        let now = self.now();
        request_animation_frame(move || {
            request_animation_frame(move || {
                if !to_heading()
                    && let Some(focused) = focused()
                {
                    let _ = focused.blur();
                }
                self.bring_back(now, left, None, FRAMES);
            });
        });
    }

    /// Scrolls to where one was until the page is as tall again, for its answers come one by one; whoever scrolls
    /// meanwhile or goes on is let go. `before` is what the last frame left.
    fn bring_back(self, visit: u32, left: Left, before: Option<Left>, frames: u32) {
        let Some(main) = main().filter(|_| self.now() == visit) else {
            return;
        };
        let now = Left::of(&main);
        if before.is_some_and(|before| before.height == now.height && before.top != now.top) {
            return;
        }
        main.set_scroll_top(left.top);
        if now.height < left.height && left.top > 0 && frames > 0 {
            let before = Some(Left::of(&main));
            request_animation_frame(move || self.bring_back(visit, left, before, frames - 1));
        }
    }

    fn now(self) -> u32 {
        self.visit.with_value(|visits| visits.now)
    }
}

/// Where what had the focus is gone, the page's heading gets it.
pub fn keep_focus() {
    request_animation_frame(|| {
        if focused().is_none() {
            to_heading();
        }
    });
}

/// Gives the focus to the page's heading, if it is there.
fn to_heading() -> bool {
    let heading = document().query_selector("main h1, main [data-heading]");
    let heading = heading.ok().flatten().map(JsCast::dyn_into::<HtmlElement>);
    let Some(Ok(heading)) = heading else {
        return false;
    };
    // Focusable from here, but no stop on the way of Tab.
    let _ = heading.set_attribute("tabindex", "-1");
    // A heading that comes late takes the focus, not the scroll that the page has got again by then.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = heading.focus_with_options(&options);
    true
}

/// What has the focus; none while it is nowhere.
fn focused() -> Option<HtmlElement> {
    let focused: HtmlElement = document().active_element()?.dyn_into().ok()?;
    (focused.tag_name() != "BODY").then_some(focused)
}

fn main() -> Option<web_sys::Element> {
    document().get_element_by_id(MAIN_ID)
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The number of the history entry on show, if we have seen it before.
fn stamp() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as u32)
}

fn put_stamp(number: u32, url: Option<&str>) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_f64(f64::from(number)), "", url);
    }
}
