//! Choosing a county or a township. The 3,013 names come from a file of the app, once a page.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    law::{
        borders::border,
        divisions::{Adcode, County, Town, counties, parse_towns},
        pinyin::text_initials,
    },
    locale::{Language, intake as say, places},
    ui::{
        browser,
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, Field, LevelOption, LevelPicker, Sheet, common::unique_id},
    },
};

/// The townships and streets of each county.
pub type Towns = BTreeMap<Adcode, Vec<(Town, String)>>;

thread_local! {
    static LOADED: RefCell<Option<Arc<Towns>>> = const { RefCell::new(None) };
}

/// The townships, once they are there.
#[must_use]
pub fn use_towns() -> Signal<Option<Arc<Towns>>> {
    let towns = RwSignal::new(LOADED.with_borrow(Clone::clone));
    if towns.with_untracked(Option::is_none) {
        spawn_local(async move {
            // Offline before the first visit ended: the county alone can be chosen then.
            if let Some(text) = browser::file_of_the_app(browser::TOWNS).await
                && let Ok(read) = parse_towns(&text)
            {
                let read = Arc::new(read);
                LOADED.set(Some(read.clone()));
                towns.try_set(Some(read));
            }
        });
    }
    towns.into()
}

/// The name of a township; its code while the names are on their way.
#[must_use]
pub fn town_name(towns: Option<&Towns>, town: Town) -> String {
    let here = towns.and_then(|towns| towns.get(&town.county()));
    let found = here.and_then(|here| here.iter().find(|(one, _)| *one == town));
    found.map_or_else(|| town.number().to_string(), |(_, name)| name.clone())
}

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
    let towns = use_towns();
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

fn county_option(l: Language, county: &County) -> LevelOption {
    let city = match l {
        Language::Chinese => county.city.zh,
        Language::English => county.city.en,
    };
    let also = format!(
        "{} {} {}",
        text_initials(county.zh),
        county.en.to_lowercase(),
        county.zh
    );
    LevelOption::new(
        county.adcode.number().to_string(),
        places::county(l, county.adcode),
    )
    .detail(city)
    .also(also)
}

fn town_options(towns: Option<&Towns>, county: Adcode) -> Vec<LevelOption> {
    let here = towns.and_then(|towns| towns.get(&county));
    let option = |(town, name): &(Town, String)| {
        LevelOption::new(town.number().to_string(), name.clone()).also(text_initials(name))
    };
    here.map(|here| here.iter().map(option).collect())
        .unwrap_or_default()
}
