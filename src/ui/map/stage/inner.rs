//! What the stage holds, and how a frame comes about.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::{RwSignal, Set, WithUntracked};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, window};

use super::Stage;
use super::camera::with_around;
use crate::locale::Language;
use crate::ui::map::atlas::{Atlas, Bounds};
use crate::ui::map::canvas::{Care, Frame, Painter};
use crate::ui::map::classes::Classes;
use crate::ui::map::data::{Adcode, MapData};
use crate::ui::map::drawn::{Drawn, Layers};
use crate::ui::map::inset::needed;
use crate::ui::map::insets::Framed;
use crate::ui::map::load::{Detail, load};
use crate::ui::map::motion::{Sheet, Stretch};
use crate::ui::map::overlay::{Overlay, carry};
use crate::ui::map::pace::{Course, Pace};
use crate::ui::map::palette::Palette;
use crate::ui::map::view::{Screen, View};
use crate::ui::map::whole::Whole;

/// Pixels a kilometre from which the fine boundaries show: the coarse ones' segments are then some
/// ten pixels long.
const FINE_FROM: f64 = 1.5;

#[derive(Debug)]
pub struct Inner {
    pub root: HtmlElement,
    pub painter: Painter,
    /// What the painter paints on and the names, which a hand moves as one.
    pub sheet: HtmlElement,
    pub whole: Whole,
    pub pace: Pace,
    pub overlay: Overlay,
    /// The frames that this view needs, for the page to show.
    pub framed: RwSignal<Vec<Framed>>,
    pub palette: Palette,
    pub screen: Screen,
    pub view: Option<View>,
    /// Nobody has moved it yet: it fits what it opens on anew when the room for it changes.
    pub at_home: bool,
    pub flight: Option<Flight>,
    pub small: Option<Rc<Drawn>>,
    pub full: Option<Rc<Drawn>>,
    /// Layers of the boundaries that are shown, and whether those are the fine ones.
    pub layers: Option<(bool, Layers)>,
    pub data: MapData,
    pub classes: Classes,
    pub language: Language,
    pub home: Vec<Adcode>,
    pub focused: Option<Adcode>,
    /// The fine boundaries are being fetched, or could not be: one try each time the map is opened.
    pub asked_fine: bool,
    pub me: Weak<RefCell<Inner>>,
    pub frame: Option<i32>,
    pub tick: Option<Closure<dyn FnMut(f64)>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Flight {
    pub from: View,
    pub to: View,
    /// When the first frame of it was drawn.
    pub start: Option<f64>,
    /// The county that it ends at: it is flown to anew where the screen changes meanwhile.
    pub towards: Option<Adcode>,
}

impl Inner {
    pub fn all(&self) -> Option<Bounds> {
        self.small
            .as_ref()
            .or(self.full.as_ref())
            .map(|drawn| drawn.atlas.bounds)
    }

    pub fn fine(&self) -> bool {
        let near = self.view.is_some_and(|view| view.scale >= FINE_FROM);
        self.full.is_some() && (near || self.small.is_none())
    }

    pub fn shown(&self) -> Option<&Rc<Drawn>> {
        if self.fine() {
            self.full.as_ref()
        } else {
            self.small.as_ref()
        }
    }

    pub fn home_view(&self) -> Option<View> {
        let drawn = self.small.as_ref().or(self.full.as_ref())?;
        Some(View::fit(
            drawn.atlas.extent(self.home.iter().copied()),
            self.screen,
        ))
    }

    /// What the map opens on, moved as far as the open county needs.
    fn first_view(&self) -> Option<View> {
        let home = self.home_view()?;
        let drawn = self.small.as_ref().or(self.full.as_ref());
        let open = drawn.and_then(|drawn| drawn.atlas.shape(self.data.selected?));
        Some(open.map_or(home, |shape| home.showing(shape.bounds, self.screen)))
    }

    /// Flies to a county with some of its neighbours.
    pub fn fit(&mut self, adcode: Adcode) {
        let shape = self.small.as_ref().or(self.full.as_ref());
        let bounds = shape.and_then(|drawn| Some(drawn.atlas.shape(adcode)?.bounds));
        if let Some(bounds) = bounds {
            self.fly(View::fit(with_around(bounds), self.screen));
            if let Some(flight) = &mut self.flight {
                flight.towards = Some(adcode);
            }
        }
    }

    pub fn reveal(&mut self, adcode: Adcode) {
        let towards = self.flight.and_then(|flight| flight.towards);
        if towards == Some(adcode) {
            return self.fit(adcode);
        }
        let bounds = self
            .shown()
            .and_then(|drawn| drawn.atlas.shape(adcode))
            .map(|shape| shape.bounds);
        if let (Some(bounds), Some(view)) = (bounds, self.view) {
            let to = view.showing(bounds, self.screen);
            self.fly(to);
        }
    }

    pub fn fly(&mut self, to: View) {
        let (Some(from), Some(all)) = (self.view, self.all()) else {
            return;
        };
        self.at_home = false;
        let to = to.limited(all, self.screen);
        match self.palette.calm > 0.0 && from != to {
            true => {
                self.flight = Some(Flight {
                    from,
                    to,
                    start: None,
                    towards: None,
                })
            }
            false => {
                self.view = Some(to);
                self.flight = None;
                self.pace.soil();
            }
        }
        self.again();
    }

    pub fn dress(&mut self) {
        self.palette = Palette::read(&self.root);
        self.painter.dress(&self.palette);
        self.whole.forget();
    }

    pub fn write(&mut self) {
        if let Some(drawn) = self.small.as_ref().or(self.full.as_ref()) {
            self.overlay
                .write(&drawn.atlas, self.language, &self.painter, &self.palette);
        }
    }

    /// Has the picture drawn anew in the next frame.
    pub fn request(&mut self) {
        self.pace.soil();
        self.again();
    }

    /// Has the next frame look whether the view changed.
    pub fn again(&mut self) {
        if self.frame.is_none()
            && let (Some(window), Some(tick)) = (window(), &self.tick)
        {
            self.frame = window
                .request_animation_frame(tick.as_ref().unchecked_ref())
                .ok();
        }
    }

    pub fn draw(&mut self, now: f64) {
        self.frame = None;
        if self.screen.width < 1.0 {
            return;
        }
        if self.view.is_none() {
            self.view = self.first_view();
            self.at_home = true;
        }
        let (Some(mut view), Some(all)) = (self.view, self.all()) else {
            return;
        };
        let mut course = Course::Free;
        if let Some(flight) = &mut self.flight {
            let start = *flight.start.get_or_insert(now);
            let share = ((now - start) / self.palette.calm.max(1.0)).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - share).powi(3);
            view = flight.from.towards(&flight.to, eased, self.screen);
            course = Course::Flying;
            if share >= 1.0 {
                self.flight = None;
                course = Course::Arrived;
            }
        }
        view = view.limited(all, self.screen);
        self.view = Some(view);
        let moving = self.pace.moves(view, now, course);
        if self.pace.draws(view, moving) {
            self.paint(view);
        } else if !moving && self.whole.is_stale() {
            self.paint_whole();
        }
        self.carry(view);
        if moving || self.whole.is_stale() {
            self.again();
        }
        if view.scale >= FINE_FROM && self.full.is_none() && !self.asked_fine {
            self.fetch_fine();
        }
    }

    /// Draws what is read.
    fn paint(&mut self, view: View) {
        let fine = self.fine();
        let Some(drawn) = self.shown().cloned() else {
            return;
        };
        let made_for = self.layers.as_ref().map(|(of_fine, _)| *of_fine);
        if made_for != Some(fine) {
            self.layers = Some((fine, Layers::new(&drawn, &self.data, &self.classes)));
            self.overlay.focus(&drawn.atlas, self.focused);
        }
        let Some((_, layers)) = &self.layers else {
            return;
        };
        self.overlay
            .place(&drawn.atlas, &self.data, view, self.screen, &self.palette);
        let sheet = Sheet::of(self.screen);
        self.painter.paint(&Frame {
            drawn: &drawn,
            layers,
            data: &self.data,
            view: sheet.view(view),
            screen: sheet.screen(),
            palette: &self.palette,
            names: &self.overlay.names_on(sheet),
            care: Care::Fine,
        });
        self.frame_insets(&drawn.atlas, view);
    }

    /// Tells the page which frames there are now; it hears nothing where they stay.
    fn frame_insets(&self, atlas: &Atlas, view: View) {
        let needed = needed(atlas, view, self.screen);
        let shown = |framed: &Vec<Framed>| framed.iter().map(|one| one.inset).collect::<Vec<_>>();
        // After the page has gone a last frame may still come.
        if self
            .framed
            .try_with_untracked(shown)
            .is_some_and(|shown| shown != needed)
        {
            let framed = needed
                .into_iter()
                .map(|inset| Framed::new(inset, atlas))
                .collect();
            self.framed.try_set(framed);
        }
    }

    /// Draws what lies around it, of the coarse boundaries where they are there.
    fn paint_whole(&mut self) {
        if let Some(drawn) = self.small.as_ref().or(self.full.as_ref()) {
            self.whole
                .draw(drawn, &self.data, &self.classes, self.screen, &self.palette);
        }
    }

    /// Lays what is drawn for a view.
    fn carry(&mut self, view: View) {
        let Some(drawn) = self.pace.drawn() else {
            return;
        };
        let stretch = Stretch::between(drawn, view);
        carry(&self.sheet, stretch);
        self.whole.carry(view);
        self.overlay.follow(view, stretch);
    }

    /// The coarse boundaries stay if the fine ones can't be had: a map is no worse for it.
    pub fn fetch_fine(&mut self) {
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
