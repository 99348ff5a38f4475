//! The legend: measured breaks, how many counties have no data, and what points and lines are.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::classes::{Classes, Method};
use super::data::{ArcKind, MapData, Ramp, Tone};
use super::key::{Place, Step, steps};
use crate::locale::{Language, map as say};

#[component]
pub fn Legend(
    #[prop(into)] data: Signal<MapData>,
    #[prop(into)] classes: Signal<Classes>,
    #[prop(into)] language: Signal<Language>,
    /// Counties on the map that have no value.
    #[prop(into)]
    without: Signal<usize>,
) -> impl IntoView {
    let heading = move || {
        let (title, subtitle) = data.with(|data| (data.title.clone(), data.subtitle.clone()));
        view! {
            <b>{title}</b>
            {(!subtitle.is_empty()).then(|| view! { <span>" · " {subtitle}</span> })}
        }
    };
    let scale = move || {
        let steps = data.with(|data| classes.with(|classes| steps(data, classes)));
        steps.into_iter().map(shade).collect_view()
    };
    let method = move || match classes.with(|classes| classes.method) {
        Method::NaturalBreaks => say::classes_natural(language.get()),
        Method::Quantiles => say::classes_quantiles(language.get()),
        Method::Empty | Method::Distinct | Method::Change => "",
    };
    // What is not on the map needs no key.
    let lines = move || {
        let there = |data: &MapData| -> Vec<ArcKind> {
            data.arc_kinds_there()
                .map(|(_, kind)| kind.clone())
                .collect()
        };
        let key = |kind: ArcKind| {
            view! {
                <li>
                    <svg class=format!("map-key {}", tone(kind.tone)) viewBox="0 0 24 14" aria-hidden="true">
                        <path class="map-key-line" d="M2 10Q9 0 16 5" />
                        <path class="map-key-head" d="M23 11L13 8.5L18 1Z" />
                    </svg>
                    {say::lines_by_count(language.get(), &kind.name, &kind.way)}
                </li>
            }
        };
        data.with(there).into_iter().map(key).collect_view()
    };
    let outline = move || {
        let kind = data.with(|data| match data.highlighted.is_empty() {
            true => String::new(),
            false => data.highlighted_kind.clone(),
        });
        (!kind.is_empty()).then(|| view! { <li><i class="map-key-outline"></i> {kind}</li> })
    };
    let kinds = move || {
        let (kinds, there) = data.with(|data| {
            let there: BTreeSet<usize> = data.points.iter().map(|point| point.kind).collect();
            (data.kinds.clone(), there)
        });
        kinds
            .into_iter()
            .enumerate()
            .filter(|(at, _)| there.contains(at))
            .map(|(_, kind)| kind)
            .map(|kind| view! { <li><i class=format!("map-dot {}", tone(kind.tone))></i> {kind.name}</li> })
            .collect_view()
    };
    let kept_back = move || {
        let (count, name) = data.with(|data| (data.kept_back.len(), data.kept_back_name.clone()));
        (count > 0).then(|| {
            view! { <li><i class="map-hatch plain"></i> {say::with_counties(language.get(), &name, count)}</li> }
        })
    };
    let missing = move || {
        let without = without.get();
        (without > 0).then(|| {
            view! { <li><i class="map-hatch"></i> {say::no_data_counties(language.get(), without)}</li> }
        })
    };
    let change = move || data.with(|data| data.ramp != Ramp::Amount);
    let held = move || {
        let name = data.with(|data| match data.scale.is_empty() {
            true => String::new(),
            false => data.scale_name.clone(),
        });
        (!name.is_empty()).then(|| view! { <p class="map-held">{name}</p> })
    };
    // On a phone it takes room that is the map's: folded at first, and as one left it while the tab is open.
    let folded = RwSignal::new(kept().unwrap_or_else(is_narrow));
    let fold = move |_| {
        folded.update(|folded| *folded = !*folded);
        keep(folded.get_untracked());
    };
    let label = move || match folded.get() {
        true => say::unfold_legend(language.get()),
        false => say::fold_legend(language.get()),
    };
    view! {
        <div class="map-legend-head" class:folded=move || folded.get()>
            <p class="map-legend-title">{heading} <span class="map-hidden">{method}</span></p>
            <button
                type="button"
                class="map-fold"
                aria-expanded=move || (!folded.get()).to_string()
                aria-label=label
                title=label
                on:click=fold
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6" /></svg>
            </button>
        </div>
        <ol class="map-scale" class:change=change>{scale}</ol>
        {held}
        <ul class="map-keys">{kept_back} {missing} {kinds} {lines} {outline}</ul>
    }
}

const FOLDED: &str = "langqiao.legend.folded";

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn kept() -> Option<bool> {
    let kept = storage()?.get_item(FOLDED).ok().flatten()?;
    Some(kept == "1")
}

fn is_narrow() -> bool {
    /// In px.
    const NARROW: f64 = 480.0;
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width < NARROW)
}

fn keep(folded: bool) {
    if let Some(storage) = storage() {
        // Full or forbidden: then it is folded until the page is left.
        let _ = storage.set_item(FOLDED, if folded { "1" } else { "0" });
    }
}

/// A shade with its words.
fn shade(step: Step) -> impl IntoView {
    let place = match step.place {
        Place::Middle => "map-step-amount middle",
        Place::Hidden => "map-step-amount first",
        Place::Break => "map-step-amount",
    };
    view! {
        <li>
            <i class=format!("map-shade s{}", step.shade)></i>
            <span class=place>{step.label}</span>
            <span class="map-hidden">{format!("({})", step.count)}</span>
        </li>
    }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Sun => "sun",
        Tone::Pine => "pine",
        Tone::River => "river",
        Tone::Ink => "ink",
    }
}
