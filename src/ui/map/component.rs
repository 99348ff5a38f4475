//! The map as pages use it.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;

use super::classes::Classes;
use super::data::{Adcode, MapData, Ramp};
use super::handle::MapHandle;
use super::hands::Taps;
use super::insets::Insets;
use super::laid::Covered;
use super::legend::Legend;
use super::shared::{Elements, Shared, State};
use super::stage::Place;
use super::table::CountyTable;
use super::tools::Tools;
use crate::locale::{Language, map as say};

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
    /// A place was tapped; with this, taps mean no county and no point.
    #[prop(optional, into)]
    on_place: Option<Callback<Place>>,
    /// The counties that the map opens on, and that its home button leads back to; none: the region.
    #[prop(optional, into)]
    home: Signal<Vec<Adcode>>,
    /// What the page lays over the map.
    #[prop(optional, into)]
    covered: Signal<Covered>,
    /// By which the page asks more of it.
    #[prop(optional)]
    handle: MapHandle,
) -> impl IntoView {
    let taps = Taps {
        county: on_county,
        point: on_point,
        highlighted: on_highlighted,
        place: on_place,
    };
    let shared = Shared::new(covered, handle);
    let Elements {
        root, tip, foot, ..
    } = shared.elements;
    let Shared { stage, rows, .. } = shared;
    let classes = Memo::new(move |_| {
        data.with(|data| {
            let amounts = || data.values.values().map(|value| value.amount);
            match data.scale.is_empty() {
                true if data.ramp != Ramp::Amount => Classes::of_change(amounts()),
                true => Classes::of(amounts()),
                false => Classes::of(data.scale.iter().copied()).counting(amounts()),
            }
        })
    });
    let without = Memo::new(move |_| {
        let lacks = |data: &MapData, adcode: &Adcode| {
            data.text(*adcode).is_none() && !data.faded.contains(adcode)
        };
        data.with(|data| {
            shared
                .counties
                .with(|all| all.iter().filter(|adcode| lacks(data, adcode)).count())
        })
    });
    Effect::new(move |_| shared.set_up());
    keep_up(shared, data, classes, language, home);
    Effect::new(move |_| {
        covered.track();
        shared.measure();
    });
    let back_to_surface = Callback::new(move |()| shared.focus_surface());
    let keys = format!("map-keys-{}", MAPS.fetch_add(1, Ordering::Relaxed));
    view! {
        <section
            class="map"
            class:squeezed=move || shared.squeezed.get()
            node_ref=root
            aria-label=move || data.with(|data| data.title.clone())
            aria-busy=move || (shared.state.get() == State::Loading).to_string()
            style:--map-below=move || format!("{}px", covered.get().bottom)
            style:--map-above=move || format!("{}px", covered.get().top)
        >
            <Surface shared taps data keys=keys.clone() />
            <p class="map-hidden" id=keys>{move || say::keys(language.get())}</p>
            <div class="map-tip" node_ref=tip hidden aria-hidden="true"><b></b><span></span></div>
            <Loading shared language />
            <CountyTable rows data language stage on_county on_leave=back_to_surface />
            <Tools language home stage />
            <Insets framed=shared.framed data classes language on_county />
            <div class="map-foot" node_ref=foot>
                <div class="map-legend card" role="group" aria-label=move || say::legend(language.get())>
                    <Legend data classes language without />
                </div>
                <p class="map-source">{move || say::attribution(language.get())}</p>
            </div>
        </section>
    }
}

/// Has the stage show what the page says. These reach outside, to the stage; they write no signal.
fn keep_up(
    shared: Shared,
    data: Signal<MapData>,
    classes: Memo<Classes>,
    language: Signal<Language>,
    home: Signal<Vec<Adcode>>,
) {
    Effect::new(move |_| {
        if shared.staged.get() {
            let (data, classes) = (data.get(), classes.get());
            shared.on_stage(&|stage| stage.set_data(data.clone(), classes.clone()));
        }
    });
    Effect::new(move |_| {
        if shared.staged.get() {
            let language = language.get();
            shared.on_stage(&|stage| stage.set_language(language));
        }
    });
    Effect::new(move |_| {
        if shared.staged.get() {
            let home = home.get();
            shared.on_stage(&|stage| stage.set_home(home.clone()));
        }
    });
}

/// What is drawn on, and where fingers, pointer, wheel and keys arrive.
#[component]
fn Surface(
    shared: Shared,
    taps: Taps,
    data: Signal<MapData>,
    /// Id of the text that says which keys there are.
    keys: String,
) -> impl IntoView {
    let Elements {
        surface,
        whole,
        sheet,
        canvas,
        svg,
        pill,
        ..
    } = shared.elements;
    view! {
        <div
            class="map-surface"
            node_ref=surface
            tabindex="0"
            role="group"
            aria-label=move || data.with(|data| data.title.clone())
            aria-describedby=keys
            on:pointerdown=move |event| shared.on_down(&event)
            on:pointermove=move |event| shared.on_move(&event)
            on:pointerup=move |event| shared.on_up(&event, taps)
            on:pointercancel=move |event| shared.on_cancel(&event)
            on:pointerleave=move |_| shared.on_leave()
            on:wheel=move |event| shared.on_wheel(&event)
            on:keydown=move |event| shared.on_key(&event)
        >
            <canvas class="map-canvas" node_ref=whole aria-hidden="true"></canvas>
            <div class="map-sheet" node_ref=sheet>
                <canvas class="map-canvas" node_ref=canvas aria-hidden="true"></canvas>
                <svg class="map-over" node_ref=svg aria-hidden="true"></svg>
            </div>
            <button
                type="button"
                class="map-pill"
                node_ref=pill
                hidden
                on:click=move |event| {
                    // Taps arrive through the surface, which has the pointer: here keys alone.
                    if event.detail() == 0 {
                        taps.on_highlighted();
                    }
                }
            ></button>
        </div>
    }
}

/// What stands over the map while its boundaries are on their way, and where they didn't come.
#[component]
fn Loading(shared: Shared, language: Signal<Language>) -> impl IntoView {
    view! {
        <Show when=move || shared.state.get() == State::Loading>
            <div class="map-skeleton" role="status">{move || say::loading(language.get())}</div>
        </Show>
        <Show when=move || shared.state.get() == State::Failed>
            <div class="map-failed" role="alert">
                <p>{move || say::failed(language.get())}</p>
                <button type="button" class="button" on:click=move |_| shared.load()>
                    {move || say::retry(language.get())}
                </button>
            </div>
        </Show>
    }
}
