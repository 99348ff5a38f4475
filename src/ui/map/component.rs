//! The map as pages use it.

use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::atlas::Shape;
use super::canvas::Painter;
use super::classes::Classes;
use super::data::{Adcode, MapData};
use super::gestures::{Gestures, Points, wheel};
use super::laid::{Covered, Laid};
use super::legend::Legend;
use super::load::{Detail, load, loaded};
use super::overlay::Overlay;
use super::stage::{Hit, STEP, Stage};
use super::table::{CountyTable, Row};
use super::tools::Tools;
use super::watch::Watch;
use crate::locale::{Language, map as say};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Loading,
    Failed,
    Ready,
}

/// One press of an arrow key.
const PAN: f64 = 96.0;

/// Ids must differ if a page shows two maps.
static MAPS: AtomicUsize = AtomicUsize::new(0);

/// A map of the counties. Fills its parent, which must have a height.
#[component]
pub fn CountyMap(
    /// What is shown.
    #[prop(into)]
    data: Signal<MapData>,
    #[prop(into)] language: Signal<Language>,
    /// A county was tapped, or Enter pressed on it.
    #[prop(into)]
    on_county: Callback<Adcode>,
    /// A point was tapped; without this, taps go to the county below.
    #[prop(optional, into)]
    on_point: Option<Callback<String>>,
    /// The name of the outlined counties was tapped.
    #[prop(optional, into)]
    on_highlighted: Option<Callback<()>>,
    /// The counties that the map opens on, and that its home button leads back to; none: the region.
    #[prop(optional, into)]
    home: Signal<Vec<Adcode>>,
    /// What the page lays over the map.
    #[prop(optional, into)]
    covered: Signal<Covered>,
) -> impl IntoView {
    let root = NodeRef::<html::Section>::new();
    let surface = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let draft = NodeRef::<html::Canvas>::new();
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let pill = NodeRef::<html::Button>::new();
    let tip = NodeRef::<html::Div>::new();
    let foot = NodeRef::<html::Div>::new();
    let stage = StoredValue::new_local(None::<Stage>);
    let watch = StoredValue::new_local(None::<Watch>);
    let gestures = StoredValue::new_local(Rc::new(Gestures::default()));
    let state = RwSignal::new(State::Loading);
    let staged = RwSignal::new(false);
    let squeezed = RwSignal::new(false);
    let rows = RwSignal::new(Vec::<Row>::new());
    let counties = RwSignal::new(Vec::<Adcode>::new());
    let classes = Memo::new(move |_| {
        data.with(|data| Classes::of(data.values.values().map(|value| value.amount)))
    });
    let without = Memo::new(move |_| {
        data.with(|data| {
            counties.with(|all| {
                all.iter()
                    .filter(|adcode| !data.values.contains_key(adcode))
                    .count()
            })
        })
    });
    let on_stage = move |act: &dyn Fn(&Stage)| {
        // After the page has gone, answers may still arrive.
        let _ = stage.try_with_value(|stage| stage.as_ref().map(act));
    };

    let start = move || {
        state.set(State::Loading);
        spawn_local(async move {
            // What is already there saves the coarse file too.
            let detail = if loaded(Detail::Full).is_some() {
                Detail::Full
            } else {
                Detail::Small
            };
            let Ok(drawn) = load(detail).await else {
                state.try_set(State::Failed);
                return;
            };
            let row = |shape: &Shape| Row {
                adcode: shape.adcode,
                name: shape.name.clone(),
                english: shape.english.clone(),
            };
            let names: Vec<Row> = drawn.atlas.shapes.iter().map(row).collect();
            counties.try_set(names.iter().map(|row| row.adcode).collect());
            on_stage(&|stage| stage.set_boundaries(Rc::clone(&drawn), detail));
            state.try_set(State::Ready);
            fill(rows, names);
        });
    };
    let measure = move || {
        let Some(root) = root.get_untracked() else {
            return;
        };
        let foot = foot.get_untracked();
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
            covered: covered.get_untracked(),
        };
        squeezed.set(laid.is_squeezed());
        on_stage(&|stage| stage.resize(laid.screen()));
    };
    Effect::new(move |_| {
        let (Some(root), Some(canvas), Some(draft)) = (root.get(), canvas.get(), draft.get())
        else {
            return;
        };
        let (Some(svg), Some(pill), Some(tip), Some(foot)) =
            (svg.get(), pill.get(), tip.get(), foot.get())
        else {
            return;
        };
        let svg: &Element = svg.unchecked_ref();
        let pill = pill.unchecked_ref::<HtmlElement>().clone();
        let tip = tip.unchecked_ref::<HtmlElement>().clone();
        let (Some(painter), Some(draft), Some(overlay)) = (
            Painter::new(canvas),
            Painter::new(draft),
            Overlay::new(svg, pill, tip),
        ) else {
            state.set(State::Failed);
            return;
        };
        let element = root.unchecked_ref::<HtmlElement>().clone();
        stage.set_value(Some(Stage::new(element, painter, draft, overlay)));
        let redress = move || on_stage(&Stage::redress);
        watch.set_value(Some(Watch::new(&[&root, &foot], measure, redress)));
        measure();
        start();
        staged.set(true);
    });
    // These reach outside, to the stage; they write no signal.
    Effect::new(move |_| {
        if staged.get() {
            let (data, classes) = (data.get(), classes.get());
            on_stage(&|stage| stage.set_data(data.clone(), classes.clone()));
        }
    });
    Effect::new(move |_| {
        if staged.get() {
            let language = language.get();
            on_stage(&|stage| stage.set_language(language));
        }
    });
    Effect::new(move |_| {
        if staged.get() {
            let home = home.get();
            on_stage(&|stage| stage.set_home(home.clone()));
        }
    });
    Effect::new(move |_| {
        covered.track();
        measure();
    });

    let with_surface = move |act: &dyn Fn(&Gestures, &HtmlElement, &Stage)| {
        if let Some(surface) = surface.get_untracked() {
            let gestures = gestures.get_value();
            on_stage(&|stage| act(&gestures, &surface, stage));
        }
    };
    let on_down = move |event: PointerEvent| {
        with_surface(&|gestures, surface, _| gestures.down(&event, surface));
    };
    let on_move = move |event: PointerEvent| {
        with_surface(&|gestures, surface, stage| gestures.moved(&event, surface, stage));
    };
    let name_tapped = move || {
        if let Some(act) = on_highlighted {
            act.run(());
        }
    };
    let on_up = move |event: PointerEvent| {
        let points = if on_point.is_some() {
            Points::Count
        } else {
            Points::Ignored
        };
        let hit =
            stage.with_value(|stage| gestures.get_value().up(&event, stage.as_ref()?, points));
        match (hit, on_point) {
            (Some(Hit::County(adcode)), _) => on_county.run(adcode),
            (Some(Hit::Point(id)), Some(on_point)) => on_point.run(id),
            (Some(Hit::Highlighted), _) => name_tapped(),
            _ => {}
        }
    };
    let on_cancel = move |event: PointerEvent| gestures.get_value().cancelled(&event);
    let on_leave = move |_: PointerEvent| on_stage(&|stage| stage.hover(None));
    let on_wheel = move |event: WheelEvent| {
        with_surface(&|_, surface, stage| wheel(&event, surface, stage));
    };
    let on_key = move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if modified {
            return;
        }
        let pan = |x: f64, y: f64| on_stage(&|stage| stage.fly_by(|view, _| view.panned(x, y)));
        match event.key().as_str() {
            "ArrowLeft" => pan(PAN, 0.0),
            "ArrowRight" => pan(-PAN, 0.0),
            "ArrowUp" => pan(0.0, PAN),
            "ArrowDown" => pan(0.0, -PAN),
            "+" | "=" => on_stage(&|stage| stage.zoom(STEP)),
            "-" | "_" => on_stage(&|stage| stage.zoom(1.0 / STEP)),
            "0" => on_stage(&Stage::fly_to_all),
            "Home" => on_stage(&Stage::fly_home),
            _ => return,
        }
        event.prevent_default();
    };
    let back_to_surface = Callback::new(move |()| {
        if let Some(surface) = surface.get_untracked() {
            let _ = surface.focus();
        }
    });
    let keys = format!("map-keys-{}", MAPS.fetch_add(1, Ordering::Relaxed));
    view! {
        <section
            class="map"
            class:squeezed=move || squeezed.get()
            node_ref=root
            aria-label=move || data.with(|data| data.title.clone())
            aria-busy=move || (state.get() == State::Loading).to_string()
            style:--map-below=move || format!("{}px", covered.get().bottom)
            style:--map-above=move || format!("{}px", covered.get().top)
        >
            <div
                class="map-surface"
                node_ref=surface
                tabindex="0"
                role="group"
                aria-label=move || data.with(|data| data.title.clone())
                aria-describedby=keys.clone()
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=on_up
                on:pointercancel=on_cancel
                on:pointerleave=on_leave
                on:wheel=on_wheel
                on:keydown=on_key
            >
                <canvas class="map-canvas" node_ref=draft aria-hidden="true"></canvas>
                <canvas class="map-canvas" node_ref=canvas aria-hidden="true"></canvas>
                <svg class="map-over" node_ref=svg aria-hidden="true"></svg>
                <button
                    type="button"
                    class="map-pill"
                    node_ref=pill
                    hidden
                    on:click=move |event| {
                        // Taps arrive through the surface, which has the pointer: here keys alone.
                        if event.detail() == 0 {
                            name_tapped();
                        }
                    }
                ></button>
            </div>
            <p class="map-hidden" id=keys.clone()>{move || say::keys(language.get())}</p>
            <div class="map-tip" node_ref=tip hidden aria-hidden="true"><b></b><span></span></div>
            <Show when=move || state.get() == State::Loading>
                <div class="map-skeleton" role="status">{move || say::loading(language.get())}</div>
            </Show>
            <Show when=move || state.get() == State::Failed>
                <div class="map-failed" role="alert">
                    <p>{move || say::failed(language.get())}</p>
                    <button type="button" class="button" on:click=move |_| start()>
                        {move || say::retry(language.get())}
                    </button>
                </div>
            </Show>
            <CountyTable rows data language stage on_county on_leave=back_to_surface />
            <Tools language home stage />
            <div class="map-foot" node_ref=foot>
                <div class="map-legend card" role="group" aria-label=move || say::legend(language.get())>
                    <Legend data classes language without />
                </div>
                <p class="map-source">{move || say::attribution(language.get())}</p>
            </div>
        </section>
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
