//! Choosing where an office stands: one presses the place on the map of its county, or brings it under the cross in the
//! middle by keys and says "here". Without a place it is shown by its region.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::question::Typed;
use crate::{
    domain::network::Spot,
    law::divisions::Adcode,
    locale::{directory::spot as say, network::fields, places},
    ui::{
        icon::Icon,
        language::{t, use_language},
        map::{CountyMap, MapData, MapHandle, Place, Point, PointKind, Tone},
        parts::{Button, Field},
    },
};

#[component]
pub(super) fn SpotPick(
    label: Signal<String>,
    /// The county in which it is.
    county: Adcode,
    value: RwSignal<String>,
    hint: MaybeProp<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let (map, elsewhere) = (MapHandle::new(), RwSignal::new(false));
    let on_map = county.on_map().unwrap_or(county);
    let spot = Memo::new(move |_| value.with(|value| Typed::text(value).to_spot()));
    let put = move |place: Place| {
        let here = place.county == Some(on_map.number());
        elsewhere.set(!here);
        if let Some(spot) = Spot::at(place.lon, place.lat).filter(|_| here) {
            value.set(Typed::spot(Some(spot)).words().unwrap_or_default());
        }
    };
    let put_in_the_middle = move || {
        if let Some(place) = map.middle() {
            put(place);
        }
    };
    let take_off = move || {
        elsewhere.set(false);
        value.set(String::new());
    };
    // The arrows move the map beneath the cross already; Enter there says "here", and does not send the form.
    let pressed = move |event: ev::KeyboardEvent| {
        let surface = event.target().and_then(|target| {
            let target = target.dyn_into::<web_sys::Element>().ok()?;
            target.matches(".map-surface").ok().filter(|is| *is)
        });
        if event.key() == "Enter" && surface.is_some() {
            event.prevent_default();
            put_in_the_middle();
        }
    };
    let here = t(say::here);
    let data = Memo::new(move |_| data(on_map, spot.get(), &here.get()));
    let error = Signal::derive(move || {
        let language = language.get();
        let elsewhere = elsewhere.get();
        let elsewhere =
            elsewhere.then(|| say::elsewhere(language, &places::county(language, county)));
        elsewhere.or(error.get())
    });
    let stands = t(move |l| match spot.get() {
        Some(spot) => say::stands(l, &fields::spot(spot)),
        None => say::by_region(l).to_owned(),
    });
    view! {
        <Field label=label hint=hint error=error>
            <p class="small">{t(say::how)}</p>
            <div class="spot-map" on:keydown=pressed>
                <CountyMap
                    data=data language=language handle=map home=Signal::stored(vec![on_map.number()])
                    on_county=Callback::new(|_| ()) on_place=Callback::new(put)
                />
                <span class="spot-cross" aria-hidden="true"></span>
            </div>
            <p role="status">{stands}</p>
            <div class="row wrap">
                <Button icon=Icon::MapPin on_press=put_in_the_middle>{t(say::put_here)}</Button>
                <Show when=move || spot.get().is_some()>
                    <Button icon=Icon::Undo2 on_press=take_off>{t(say::take_off)}</Button>
                </Show>
            </div>
        </Field>
    }
}

/// The county alone, and the place that is chosen.
fn data(county: Adcode, spot: Option<Spot>, name: &str) -> MapData {
    let others = crate::law::divisions::mapped_counties().map(|one| one.adcode);
    let point = |spot: Spot| {
        let (lon, lat) = spot.degrees();
        Point {
            lon,
            lat,
            name: name.to_owned(),
            ..Point::default()
        }
    };
    MapData {
        faded: others
            .filter(|one| *one != county)
            .map(Adcode::number)
            .collect(),
        // Plain, not hatched: no figure is missing here.
        kept_back: [county.number()].into(),
        kinds: vec![PointKind {
            name: name.to_owned(),
            tone: Tone::Sun,
        }],
        points: spot.map(point).into_iter().collect(),
        selected: Some(county.number()),
        ..MapData::default()
    }
}
