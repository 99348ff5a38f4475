//! The moving part: what is in view, and one frame at a time. Everything that changes the picture
//! ends in `request`, and drawing happens in the browser's animation frame alone, so that ten changes
//! between two frames cost one. What only moves is not drawn at all before it rests (`motion`).

mod camera;
mod inner;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::RwSignal;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use inner::Inner;

use super::canvas::Painter;
use super::classes::Classes;
use super::data::{Adcode, MapData};
use super::drawn::Drawn;
use super::insets::Framed;
use super::load::Detail;
use super::motion::Sheet;
use super::overlay::Overlay;
use super::pace::Pace;
use super::palette::Palette;
use super::projection::{Degrees, forward};
use super::view::dot_radius;
use super::view::{Pixel, Screen, View};
use super::whole::Whole;
use crate::locale::{Language, map as say};

/// How much one press of a button or key zooms.
pub const STEP: f64 = 1.6;

/// A handle on the stage; clones share it.
#[derive(Clone, Debug)]
pub struct Stage(Rc<RefCell<Inner>>);

/// What lies under a point of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The pill that names the outlined counties.
    Highlighted,
    Point(String),
    County(Adcode),
}

/// A place of the map, and the county that it lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub lon: f64,
    pub lat: f64,
    pub county: Option<Adcode>,
}

impl Stage {
    pub fn new(
        root: HtmlElement,
        painter: Painter,
        sheet: HtmlElement,
        whole: Whole,
        overlay: Overlay,
        framed: RwSignal<Vec<Framed>>,
    ) -> Stage {
        let palette = Palette::read(&root);
        let stage = Stage(Rc::new(RefCell::new(Inner {
            root,
            painter,
            sheet,
            whole,
            pace: Pace::default(),
            overlay,
            framed,
            palette,
            screen: Screen::default(),
            view: None,
            at_home: true,
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
        inner.whole.forget();
        if first {
            inner.write();
        }
        inner.request();
    }

    pub fn set_data(&self, data: MapData, classes: Classes) {
        let inner = &mut *self.0.borrow_mut();
        let opened = data
            .selected
            .filter(|_| data.selected != inner.data.selected);
        inner.data = data;
        inner.classes = classes;
        inner.layers = None;
        inner.whole.forget();
        inner.overlay.take(&inner.data);
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
        if inner.at_home {
            inner.view = None;
        } else if let Some(view) = &mut inner.view {
            // The middle of the map stays the middle.
            let dx = (screen.width - inner.screen.width) / 2.0;
            *view = view.panned(dx, (screen.height - inner.screen.height) / 2.0);
        }
        inner.screen = screen;
        if sized {
            inner.painter.resize(Sheet::of(screen), 1.0);
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
        inner.at_home = false;
        if let (Some(view), Some(all)) = (inner.view, inner.all()) {
            inner.view = Some(change(view).limited(all, inner.screen));
            inner.again();
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

    /// Returns the pill, else the point within reach of a finger or pointer, if points count, else the
    /// county.
    #[must_use]
    pub fn hit(&self, at: Pixel, reach: Option<f64>) -> Option<Hit> {
        let inner = self.0.borrow();
        let view = inner.view?;
        if inner.overlay.pill_at(at) {
            return Some(Hit::Highlighted);
        }
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
                reach.is_some_and(|r| *distance <= r.max(dot_radius(view.scale, 0.0)))
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
            let value = inner.data.text(adcode);
            Some((name.as_str(), value.unwrap_or(say::no_data(inner.language))))
        };
        let text = match &hit {
            Some(Hit::Point(id)) => point(id),
            Some(Hit::County(adcode)) => county(*adcode),
            Some(Hit::Highlighted) | None => None,
        };
        inner
            .overlay
            .tip(text, at.unwrap_or_default(), inner.screen);
    }
}
