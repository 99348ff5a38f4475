//! What the parts of one map share: the elements that it is drawn into, its stage, and how far it has
//! come. Setting up, loading and measuring; what is pressed and turned is in `hands`.

use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::atlas::Shape;
use super::canvas::Painter;
use super::data::Adcode;
use super::gestures::Gestures;
use super::handle::MapHandle;
use super::insets::Framed;
use super::laid::{Covered, Laid};
use super::load::{Detail, load, loaded};
use super::overlay::Overlay;
use super::stage::Stage;
use super::table::Row;
use super::watch::Watch;
use super::whole::Whole;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Loading,
    Failed,
    Ready,
}

#[derive(Clone, Copy, Default)]
pub struct Elements {
    pub root: NodeRef<html::Section>,
    pub surface: NodeRef<html::Div>,
    /// The whole region, coarse, under what is read.
    pub whole: NodeRef<html::Canvas>,
    /// What moves as one under a hand: the canvas and what lies over it.
    pub sheet: NodeRef<html::Div>,
    pub canvas: NodeRef<html::Canvas>,
    pub svg: NodeRef<leptos::svg::Svg>,
    pub pill: NodeRef<html::Button>,
    pub tip: NodeRef<html::Div>,
    pub foot: NodeRef<html::Div>,
}

/// A handle; copies share everything.
#[derive(Clone, Copy)]
pub struct Shared {
    pub elements: Elements,
    pub stage: StoredValue<Option<Stage>, LocalStorage>,
    watch: StoredValue<Option<Watch>, LocalStorage>,
    pub gestures: StoredValue<Rc<Gestures>, LocalStorage>,
    pub state: RwSignal<State>,
    /// Whether the stage is set up, and takes what it is to show.
    pub staged: RwSignal<bool>,
    /// Whether the page leaves no height for the legend.
    pub squeezed: RwSignal<bool>,
    /// The table's.
    pub rows: RwSignal<Vec<Row>>,
    pub counties: RwSignal<Vec<Adcode>>,
    /// The frames beside the map.
    pub framed: RwSignal<Vec<Framed>>,
    covered: Signal<Covered>,
}

impl Shared {
    pub fn new(covered: Signal<Covered>, handle: MapHandle) -> Shared {
        Shared {
            elements: Elements::default(),
            stage: handle.0,
            watch: StoredValue::new_local(None),
            gestures: StoredValue::new_local(Rc::new(Gestures::default())),
            state: handle.1,
            staged: RwSignal::new(false),
            squeezed: RwSignal::new(false),
            rows: RwSignal::new(Vec::new()),
            counties: RwSignal::new(Vec::new()),
            framed: RwSignal::new(Vec::new()),
            covered,
        }
    }

    pub fn on_stage(self, act: &dyn Fn(&Stage)) {
        // After the page has gone, answers may still arrive.
        let _ = self.stage.try_with_value(|stage| stage.as_ref().map(act));
    }

    /// Sets up the stage once all elements stand there, and begins to load. Tracks the elements.
    pub fn set_up(self) {
        let elements = self.elements;
        let (Some(root), Some(canvas), Some(whole), Some(sheet)) = (
            elements.root.get(),
            elements.canvas.get(),
            elements.whole.get(),
            elements.sheet.get(),
        ) else {
            return;
        };
        let (Some(svg), Some(pill), Some(tip), Some(foot)) = (
            elements.svg.get(),
            elements.pill.get(),
            elements.tip.get(),
            elements.foot.get(),
        ) else {
            return;
        };
        let svg: &Element = svg.unchecked_ref();
        let pill = pill.unchecked_ref::<HtmlElement>().clone();
        let tip = tip.unchecked_ref::<HtmlElement>().clone();
        let (Some(painter), Some(whole), Some(overlay)) = (
            Painter::new(canvas),
            Whole::new(whole),
            Overlay::new(svg, pill, tip),
        ) else {
            self.state.set(State::Failed);
            return;
        };
        let element = root.unchecked_ref::<HtmlElement>().clone();
        let sheet = sheet.unchecked_ref::<HtmlElement>().clone();
        self.stage.set_value(Some(Stage::new(
            element,
            painter,
            sheet,
            whole,
            overlay,
            self.framed,
        )));
        let measure = move || self.measure();
        let redress = move || self.on_stage(&Stage::redress);
        self.watch
            .set_value(Some(Watch::new(&[&root, &foot], measure, redress)));
        self.measure();
        self.load();
        self.staged.set(true);
    }

    /// Loads the boundaries; after a failure, once more.
    pub fn load(self) {
        self.state.set(State::Loading);
        spawn_local(async move {
            // What is already there saves the coarse file too.
            let detail = if loaded(Detail::Full).is_some() {
                Detail::Full
            } else {
                Detail::Small
            };
            let Ok(drawn) = load(detail).await else {
                self.state.try_set(State::Failed);
                return;
            };
            let row = |shape: &Shape| Row {
                adcode: shape.adcode,
                name: shape.name.clone(),
                english: shape.english.clone(),
            };
            let names: Vec<Row> = drawn.atlas.shapes.iter().map(row).collect();
            self.counties
                .try_set(names.iter().map(|row| row.adcode).collect());
            self.on_stage(&|stage| stage.set_boundaries(Rc::clone(&drawn), detail));
            self.state.try_set(State::Ready);
            fill(self.rows, names);
        });
    }

    /// Tells the stage how much room it has.
    pub fn measure(self) {
        let Some(root) = self.elements.root.get_untracked() else {
            return;
        };
        let foot = self.elements.foot.get_untracked();
        let legend = foot.as_ref().and_then(|foot| foot.first_element_child());
        let legend = legend.map_or((0, 0), |legend| {
            let legend: HtmlElement = legend.unchecked_into();
            (legend.offset_width(), legend.offset_height())
        });
        let laid = Laid {
            width: f64::from(root.client_width()),
            height: f64::from(root.client_height()),
            legend: (f64::from(legend.0), f64::from(legend.1)),
            foot: f64::from(foot.map_or(0, |foot| foot.offset_height())),
            covered: self.covered.get_untracked(),
        };
        self.squeezed.set(laid.is_squeezed());
        self.on_stage(&|stage| stage.resize(laid.screen()));
    }
}

/// Adds the table's rows after the first picture and a few at a time: all 199 at once would hold up a
/// weak phone's first touch.
fn fill(rows: RwSignal<Vec<Row>>, mut names: Vec<Row>) {
    const BATCH: usize = 25;
    let next = move || {
        let rest = names.split_off(names.len().min(BATCH));
        // None once the page has gone.
        if rows.try_update(|rows| rows.append(&mut names)).is_some() && !rest.is_empty() {
            fill(rows, rest);
        }
    };
    set_timeout(next, std::time::Duration::from_millis(40));
}
