//! Choosing a county or a township.

use leptos::prelude::*;

use crate::{
    law::{
        borders::border,
        divisions::{Adcode, County, Town, counties},
    },
    locale::{Language, intake as say, places},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, Field, LevelOption, LevelPicker, Sheet, common::unique_id},
        towns::{Towns, county_option, town_name, town_options, use_towns},
    },
};

/// How deep one chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    County,
    #[default]
    Town,
}

/// The county of a path of codes.
#[must_use]
pub fn county_of(path: &[String]) -> Option<Adcode> {
    path.first()
        .and_then(|code| code.parse().ok())
        .and_then(Adcode::new)
}

/// The township of a path of codes.
#[must_use]
pub fn town_of(path: &[String]) -> Option<Town> {
    path.get(1)
        .and_then(|code| code.parse().ok())
        .and_then(Town::new)
}

/// The path of codes to a place.
#[must_use]
pub fn path_of(county: Option<Adcode>, town: Option<Town>) -> Vec<String> {
    let county = town.map(Town::county).or(county);
    county
        .map(Adcode::number)
        .into_iter()
        .chain(town.map(Town::number))
        .map(|code| code.to_string())
        .collect()
}

/// A place as one reads it: 通州区 西集镇.
#[must_use]
pub fn place_words(l: Language, path: &[String], towns: Option<&Towns>) -> Option<String> {
    let county = places::county(l, county_of(path)?);
    Some(match town_of(path) {
        Some(town) => format!("{county} {}", town_name(towns, town)),
        None => county,
    })
}

/// A place in a line, with a press to choose another.
#[component]
pub fn PlacePick(
    #[prop(into)] label: Signal<String>,
    /// The codes of county and township.
    path: RwSignal<Vec<String>>,
    #[prop(optional)] depth: Depth,
    /// The county whose neighbours stand first.
    #[prop(optional_no_strip)]
    near: Option<Adcode>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let towns = use_towns(move || path.with(|path| county_of(path)));
    let language = use_language();
    let open = RwSignal::new(false);
    let id = unique_id("place");
    let words = t(move |l| {
        let known = towns.get();
        path.with(|path| place_words(l, path, known.as_deref()))
            .unwrap_or_else(|| say::choose_place(l).into())
    });
    let levels = Signal::derive(move || {
        let l = language.get();
        let mut names = vec![say::county(l).to_owned()];
        if depth == Depth::Town {
            names.push(say::town(l).to_owned());
        }
        names
    });
    let options = Callback::from(move |above: Vec<String>| match county_of(&above) {
        None => county_options(language.get(), near),
        Some(county) => town_options(towns.get().as_deref(), county),
    });
    // Choosing on the last level is the answer.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = path.get();
        let deep = if depth == Depth::Town { 2 } else { 1 };
        if before.is_some_and(|before| before != now) && now.len() == deep && open.get_untracked() {
            open.set(false);
        }
        now
    });
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Main class="wide" on_press=move || open.set(false)>{t(say::this_place)}</Button>
        }
    };
    let note = format!("{id}-note");
    view! {
        <Field label=label control=id.clone() hint=hint error=error>
            <button
                type="button" id=id class="input place-pick" aria-haspopup="dialog" aria-describedby=note
                on:click=move |_| open.set(true)
            >
                <Icon name=Icon::MapPin size=IconSize::Small/>
                <span class="grow cut">{move || words.get()}</span>
                <span class="link-word">{t(say::change_place)}</span>
            </button>
        </Field>
        <Sheet title=label open=open foot=foot>
            <LevelPicker levels=levels path=path options=options/>
        </Sheet>
    }
}

fn county_options(l: Language, near: Option<Adcode>) -> Vec<LevelOption> {
    let far = |county: &County| match near {
        Some(near) if county.adcode == near => 0,
        Some(near) if border(near, county.adcode).is_some() => 1,
        Some(near) if near.province() == county.adcode.province() => 2,
        _ => 3,
    };
    let mut all: Vec<&County> = counties().iter().collect();
    all.sort_by_key(|county| (far(county), county.adcode));
    all.into_iter()
        .map(|county| county_option(l, county))
        .collect()
}
