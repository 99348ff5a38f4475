//! The frames beside the map: places drawn larger, in the colours of the map. Each county in one is
//! pressed as on the map; keyboard and screen reader have the table, where no county is small.

use leptos::prelude::*;

use super::atlas::Atlas;
use super::classes::{Classes, FADED, PLAIN};
use super::data::{Adcode, MapData, Ramp};
use super::inset::{HEIGHT, Inset, WIDTH};
use super::view::Pixel;
use crate::locale::{Language, map as say};

/// A frame and the outlines in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Framed {
    pub inset: Inset,
    counties: Vec<(Adcode, String)>,
    /// Names and their places, in each language.
    names: [(Language, Vec<(String, Pixel)>); 2],
}

impl Framed {
    pub fn new(inset: Inset, atlas: &Atlas) -> Framed {
        Framed {
            inset,
            counties: inset.outlines(atlas),
            names: [Language::Chinese, Language::English]
                .map(|language| (language, inset.names(atlas, language))),
        }
    }
}

fn name(language: Language, inset: Inset) -> &'static str {
    match inset {
        Inset::Beijing => say::inset_beijing(language),
        Inset::Tianjin => say::inset_tianjin(language),
        Inset::North => say::inset_north(language),
    }
}

#[component]
pub fn Insets(
    #[prop(into)] framed: Signal<Vec<Framed>>,
    #[prop(into)] data: Signal<MapData>,
    #[prop(into)] classes: Signal<Classes>,
    #[prop(into)] language: Signal<Language>,
    on_county: Callback<Adcode>,
) -> impl IntoView {
    let county = move |(adcode, path): (Adcode, String)| {
        let class = move || {
            let shade = data.with(|data| classes.with(|classes| classes.of_county(data, adcode)));
            let chosen = data.with(|data| data.selected == Some(adcode));
            let shade = match shade {
                FADED => "faded".to_owned(),
                PLAIN => "plain".to_owned(),
                0 => String::new(),
                shade => format!("s{shade}"),
            };
            format!("{shade}{}", if chosen { " chosen" } else { "" })
        };
        view! { <path d=path fill="url(#map-inset-hatch)" class=class on:click=move |_| on_county.run(adcode) /> }
    };
    let frame = move |framed: Framed| {
        let inset = framed.inset;
        let names = move || {
            let named = framed.names.iter().find(|(of, _)| *of == language.get());
            let name = |(name, at): (String, Pixel)| {
                view! { <text x=at.x y=at.y dy="0.36em">{name}</text> }
            };
            let names = named.map_or_else(Vec::new, |(_, names)| names.clone());
            names.into_iter().map(name).collect_view()
        };
        view! {
            <figure>
                <svg
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    width=WIDTH
                    height=HEIGHT
                    class:change=move || data.with(|data| data.ramp != Ramp::Amount)
                >
                    {framed.counties.into_iter().map(county).collect_view()}
                    {names}
                </svg>
                <figcaption>{move || name(language.get(), inset)}</figcaption>
            </figure>
        }
    };
    view! {
        <div class="map-insets" aria-hidden="true">
            <svg width="0" height="0">
                <pattern id="map-inset-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="s0" width="7" height="7" />
                    <path class="hatch" d="M0 0V7" />
                </pattern>
            </svg>
            <For each=move || framed.get() key=|framed| framed.inset children=frame />
        </div>
    }
}
