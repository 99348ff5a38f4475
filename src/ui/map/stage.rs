//! The moving part: what is in view, and one frame at a time. Everything that changes the picture
//! ends in `request`, and drawing happens in the browser's animation frame alone, so that ten changes
//! between two frames cost one.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, window};

use super::atlas::Bounds;
use super::canvas::{Drawn, Layers, Painter, dot_radius};
use super::classes::Classes;
use super::data::{Adcode, MapData};
use super::load::{Detail, load};
use super::overlay::Overlay;
use super::palette::Palette;
use super::projection::{Degrees, forward};
use super::view::{Pixel, Screen, View};
use crate::locale::{Language, map as say};

/// Pixels a kilometre from which the fine boundaries show: the coarse ones' segments are then some
/// ten pixels long.
const FINE_FROM: f64 = 1.5;

/// How much one press of a button or key zooms.
pub const STEP: f64 = 1.6;

/// A handle on the stage; clones share it.
#[derive(Clone, Debug)]
pub struct Stage(Rc<RefCell<Inner>>);

#[derive(Debug)]
struct Inner {
    root: HtmlElement,
    painter: Painter,
    overlay: Overlay,
    palette: Palette,
    screen: Screen,
    view: Option<View>,
    flight: Option<Flight>,
    small: Option<Rc<Drawn>>,
    full: Option<Rc<Drawn>>,
    /// Layers of the boundaries that are shown, and whether those are the fine ones.
    layers: Option<(bool, Layers)>,
    data: MapData,
    classes: Classes,
    language: Language,
    home: Vec<Adcode>,
    focused: Option<Adcode>,
    /// The fine boundaries are being fetched, or could not be: one try each time the map is opened.
    asked_fine: bool,
    me: Weak<RefCell<Inner>>,
    frame: Option<i32>,
    tick: Option<Closure<dyn FnMut(f64)>>,
}

#[derive(Clone, Copy, Debug)]
struct Flight {
    from: View,
    to: View,
    /// When the first frame of it was drawn.
    start: Option<f64>,
}

/// What lies under a point of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    Point(String),
    County(Adcode),
}

impl Stage {
    pub fn new(root: HtmlElement, painter: Painter, overlay: Overlay) -> Stage {
        let palette = Palette::read(&root);
        let stage = Stage(Rc::new(RefCell::new(Inner {
            root,
            painter,
            overlay,
            palette,
            screen: Screen::default(),
            view: None,
            flight: None,
            small: None,
            full: None,
            layers: None,
            data: MapData::default(),
            classes: Classes::default(),
            language: Language::default(),
            home: Vec::new(),
            focused: None,
            asked_fine: false,
            me: Weak::new(),
            frame: None,
            tick: None,
        })));
        let weak = Rc::downgrade(&stage.0);
        let tick = Closure::new(move |now| Stage::tick(&weak, now));
        {
            let inner = &mut *stage.0.borrow_mut();
            inner.tick = Some(tick);
            inner.me = Rc::downgrade(&stage.0);
        }
        stage
    }

    fn tick(weak: &Weak<RefCell<Inner>>, now: f64) {
        if let Some(inner) = weak.upgrade() {
            inner.borrow_mut().draw(now);
        }
    }

    pub fn set_boundaries(&self, drawn: Rc<Drawn>, detail: Detail) {
        let inner = &mut *self.0.borrow_mut();
        let first = inner.all().is_none();
        match detail {
            Detail::Full => inner.full = Some(drawn),
            Detail::Small => inner.small = Some(drawn),
        }
        inner.layers = None;
        if first {
            inner.write();
        }
        inner.overlay.invalidate();
        inner.request();
    }

    pub fn set_data(&self, data: MapData, classes: Classes) {
        let inner = &mut *self.0.borrow_mut();
        let opened = data
            .selected
            .filter(|_| data.selected != inner.data.selected);
        let renamed = data.highlighted_name != inner.data.highlighted_name;
        inner.data = data;
        inner.classes = classes;
        inner.layers = None;
        inner.overlay.invalidate();
        if renamed {
            inner.overlay.name_highlighted(&inner.data.highlighted_name);
        }
        if let Some(adcode) = opened {
            inner.reveal(adcode);
        }
        inner.request();
    }

    pub fn set_language(&self, language: Language) {
        let inner = &mut *self.0.borrow_mut();
        inner.language = language;
        inner.write();
        inner.request();
    }

    /// Sets the counties that the map opens on; none for the whole region.
    pub fn set_home(&self, home: Vec<Adcode>) {
        let inner = &mut *self.0.borrow_mut();
        if inner.home != home {
            inner.home = home;
            inner.view = None;
            inner.request();
        }
    }

    /// Takes over the size of the map, and what of it is covered.
    pub fn resize(&self, screen: Screen) {
        let inner = &mut *self.0.borrow_mut();
        if screen == inner.screen || screen.width < 1.0 || screen.height < 1.0 {
            return;
        }
        let sized = (screen.width, screen.height) != (inner.screen.width, inner.screen.height);
        if let Some(view) = &mut inner.view {
            // The middle of the map stays the middle.
            let dx = (screen.width - inner.screen.width) / 2.0;
            *view = view.panned(dx, (screen.height - inner.screen.height) / 2.0);
        }
        inner.screen = screen;
        if sized {
            inner.painter.resize(screen);
            inner.dress();
        }
        match inner.data.selected {
            Some(adcode) if !sized => inner.reveal(adcode),
            _ => {}
        }
        inner.request();
    }

    /// Reads the theme anew.
    pub fn redress(&self) {
        let inner = &mut *self.0.borrow_mut();
        inner.dress();
        inner.write();
        inner.request();
    }

    /// Moves the map at once, as fingers and wheel do.
    pub fn move_by(&self, change: impl FnOnce(View) -> View) {
        let inner = &mut *self.0.borrow_mut();
        inner.flight = None;
        if let (Some(view), Some(all)) = (inner.view, inner.all()) {
            inner.view = Some(change(view).limited(all, inner.screen));
            inner.request();
        }
    }

    /// Flies to a changed view, as buttons and keys do. A second press goes on from the first's goal.
    pub fn fly_by(&self, change: impl FnOnce(View, Screen) -> View) {
        let inner = &mut *self.0.borrow_mut();
        let goal = inner.flight.map(|flight| flight.to).or(inner.view);
        if let Some(goal) = goal {
            let to = change(goal, inner.screen);
            inner.fly(to);
        }
    }

    /// Zooms about the middle of what nothing covers.
    pub fn zoom(&self, factor: f64) {
        self.fly_by(|view, screen| {
            let x = f64::midpoint(screen.left, screen.width - screen.right);
            let y = f64::midpoint(screen.top, screen.height - screen.bottom);
            view.zoomed(factor, Pixel { x, y })
        });
    }

    pub fn fly_home(&self) {
        let inner = &mut *self.0.borrow_mut();
        if let Some(to) = inner.home_view() {
            inner.fly(to);
        }
    }

    pub fn fly_to_all(&self) {
        let inner = &mut *self.0.borrow_mut();
        if let Some(all) = inner.all() {
            let to = View::fit(all, inner.screen);
            inner.fly(to);
        }
    }

    /// Puts the ring around a county and brings it into view; none takes the ring away.
    pub fn focus(&self, adcode: Option<Adcode>) {
        let inner = &mut *self.0.borrow_mut();
        inner.focused = adcode;
        if let Some(drawn) = inner.shown() {
            inner.overlay.focus(&drawn.atlas, adcode);
        }
        if let Some(adcode) = adcode {
            inner.reveal(adcode);
        }
        inner.request();
    }

    #[must_use]
    pub fn next_towards(&self, from: Adcode, direction: (f64, f64)) -> Option<Adcode> {
        self.0.borrow().shown()?.atlas.next_towards(from, direction)
    }

    /// Returns the point within reach of a finger or pointer, if points count, else the county.
    #[must_use]
    pub fn hit(&self, at: Pixel, reach: Option<f64>) -> Option<Hit> {
        let inner = self.0.borrow();
        let view = inner.view?;
        let distance = |lon, lat| {
            let point = view.to_screen(forward(Degrees { lon, lat }));
            (point.x - at.x).hypot(point.y - at.y)
        };
        let nearest = inner
            .data
            .points
            .iter()
            .map(|point| (distance(point.lon, point.lat), point))
            .filter(|(distance, _)| {
                reach.is_some_and(|r| *distance <= r.max(dot_radius(view.scale)))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match nearest {
            Some((_, point)) => Some(Hit::Point(point.id.clone())),
            None => inner
                .shown()?
                .atlas
                .county_at(view.to_plane(at))
                .map(Hit::County),
        }
    }

    /// Shows the tip for what lies under the pointer; none hides it.
    pub fn hover(&self, at: Option<Pixel>) {
        let hit = at.and_then(|at| self.hit(at, Some(8.0)));
        let inner = self.0.borrow();
        let point = |id: &String| {
            let point = inner.data.points.iter().find(|point| point.id == *id)?;
            let kind = inner
                .data
                .kinds
                .get(point.kind)
                .map_or("", |kind| kind.name.as_str());
            Some((point.name.as_str(), kind))
        };
        let county = |adcode: Adcode| {
            let shape = inner.shown()?.atlas.shape(adcode)?;
            let name = match inner.language {
                Language::Chinese => &shape.name,
                Language::English => &shape.english,
            };
            let value = inner
                .data
                .values
                .get(&adcode)
                .map(|value| value.text.as_str());
            Some((name.as_str(), value.unwrap_or(say::no_data(inner.language))))
        };
        let text = match &hit {
            Some(Hit::Point(id)) => point(id),
            Some(Hit::County(adcode)) => county(*adcode),
            None => None,
        };
        inner
            .overlay
            .tip(text, at.unwrap_or_default(), inner.screen);
    }
}

impl Inner {
    fn all(&self) -> Option<Bounds> {
        self.small
            .as_ref()
            .or(self.full.as_ref())
            .map(|drawn| drawn.atlas.bounds)
    }

    fn fine(&self) -> bool {
        let near = self.view.is_some_and(|view| view.scale >= FINE_FROM);
        self.full.is_some() && (near || self.small.is_none())
    }

    fn shown(&self) -> Option<&Rc<Drawn>> {
        if self.fine() {
            self.full.as_ref()
        } else {
            self.small.as_ref()
        }
    }

    fn home_view(&self) -> Option<View> {
        let drawn = self.small.as_ref().or(self.full.as_ref())?;
        Some(View::fit(
            drawn.atlas.extent(self.home.iter().copied()),
            self.screen,
        ))
    }

    fn reveal(&mut self, adcode: Adcode) {
        let bounds = self
            .shown()
            .and_then(|drawn| drawn.atlas.shape(adcode))
            .map(|shape| shape.bounds);
        if let (Some(bounds), Some(view)) = (bounds, self.view) {
            let to = view.showing(bounds, self.screen);
            self.fly(to);
        }
    }

    fn fly(&mut self, to: View) {
        let (Some(from), Some(all)) = (self.view, self.all()) else {
            return;
        };
        let to = to.limited(all, self.screen);
        match self.palette.calm > 0.0 && from != to {
            true => {
                self.flight = Some(Flight {
                    from,
                    to,
                    start: None,
                })
            }
            false => {
                self.view = Some(to);
                self.flight = None;
            }
        }
        self.request();
    }

    fn dress(&mut self) {
        self.palette = Palette::read(&self.root);
        self.painter.dress(&self.palette);
    }

    fn write(&mut self) {
        if let Some(drawn) = self.small.as_ref().or(self.full.as_ref()) {
            self.overlay
                .write(&drawn.atlas, self.language, &self.painter, &self.palette);
            self.overlay.name_highlighted(&self.data.highlighted_name);
        }
    }

    fn request(&mut self) {
        if self.frame.is_none()
            && let (Some(window), Some(tick)) = (window(), &self.tick)
        {
            self.frame = window
                .request_animation_frame(tick.as_ref().unchecked_ref())
                .ok();
        }
    }

    fn draw(&mut self, now: f64) {
        self.frame = None;
        if self.screen.width < 1.0 {
            return;
        }
        if self.view.is_none() {
            self.view = self.home_view();
        }
        let (Some(mut view), Some(all)) = (self.view, self.all()) else {
            return;
        };
        if let Some(flight) = &mut self.flight {
            let start = *flight.start.get_or_insert(now);
            let share = ((now - start) / self.palette.calm.max(1.0)).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - share).powi(3);
            view = flight.from.towards(&flight.to, eased, self.screen);
            if share >= 1.0 {
                self.flight = None;
            }
        }
        view = view.limited(all, self.screen);
        self.view = Some(view);
        let fine = self.fine();
        let Some(drawn) = self.shown().cloned() else {
            return;
        };
        if self
            .layers
            .as_ref()
            .is_none_or(|(of_fine, _)| *of_fine != fine)
        {
            self.layers =
                Layers::new(&drawn, &self.data, &self.classes).map(|layers| (fine, layers));
            self.overlay.focus(&drawn.atlas, self.focused);
        }
        if let Some((_, layers)) = &self.layers {
            self.painter
                .paint(&drawn, layers, &self.data, view, self.screen, &self.palette);
        }
        self.overlay
            .follow(&drawn.atlas, &self.data, view, self.screen, &self.palette);
        if self.flight.is_some() {
            self.request();
        }
        if view.scale >= FINE_FROM && self.full.is_none() && !self.asked_fine {
            self.fetch_fine();
        }
    }

    /// The coarse boundaries stay if the fine ones can't be had: a map is no worse for it.
    fn fetch_fine(&mut self) {
        self.asked_fine = true;
        let me = self.me.clone();
        spawn_local(async move {
            if let (Ok(drawn), Some(inner)) = (load(Detail::Full).await, me.upgrade()) {
                Stage(inner).set_boundaries(drawn, Detail::Full);
            }
        });
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let (Some(window), Some(frame)) = (window(), self.frame) {
            let _ = window.cancel_animation_frame(frame);
        }
    }
}
