//! Choosing a county, a township or a village.

use leptos::prelude::*;

use crate::{
    law::{
        borders::border,
        divisions::{Adcode, County, Town, Village, counties},
    },
    locale::{Language, intake as say, places, villages as place_say},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, Field, LevelOption, LevelPicker, Sheet, common::unique_id},
        towns::{Towns, county_option, town_name, town_options, use_towns},
        villages::{Asked, city_code, city_options, use_villages, village_name, village_options},
    },
};

/// How deep one chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    County,
    #[default]
    Town,
    /// Down from the city, since nothing need be typed on so long a way.
    Village,
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

/// The village of a path of codes.
#[must_use]
pub fn village_of(path: &[String]) -> Option<Village> {
    path.get(2)
        .and_then(|code| code.parse().ok())
        .and_then(Village::new)
}

/// The path of codes to a village.
#[must_use]
pub fn path_to(village: Village) -> Vec<String> {
    let mut path = path_of(None, Some(village.town()));
    path.push(village.number().to_string());
    path
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
    /// The codes of county, township and village.
    path: RwSignal<Vec<String>>,
    #[prop(optional)] depth: Depth,
    /// The county whose neighbours stand first.
    #[prop(optional_no_strip)]
    near: Option<Adcode>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let county = move || path.with(|path| county_of(path));
    let towns = use_towns(county);
    let Asked { villages, missing } =
        use_villages(move || (depth == Depth::Village).then(county).flatten());
    let language = use_language();
    let open = RwSignal::new(false);
    let id = unique_id("place");
    let words = t(move |l| {
        let (towns, villages) = (towns.get(), villages.get());
        let words = |path: &Vec<String>| {
            let place = place_words(l, path, towns.as_deref())?;
            let village = village_of(path).filter(|_| depth == Depth::Village);
            Some(match village {
                Some(village) => format!("{place} {}", village_name(villages.as_deref(), village)),
                None => place,
            })
        };
        path.with(words).unwrap_or_else(|| match depth {
            Depth::Village => place_say::choose_village(l).into(),
            Depth::County | Depth::Town => say::choose_place(l).into(),
        })
    });
    let levels = Signal::derive(move || {
        let l = language.get();
        let names: &[&str] = match depth {
            Depth::County => &[say::county(l)],
            Depth::Town => &[say::county(l), say::town(l)],
            Depth::Village => &[
                place_say::city(l),
                say::county(l),
                say::town(l),
                place_say::village(l),
            ],
        };
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    });
    let ladder = match depth {
        Depth::Village => ladder_of(path),
        Depth::County | Depth::Town => path,
    };
    let options = Callback::from(move |above: Vec<String>| {
        let l = language.get();
        let below = match (depth, above.as_slice()) {
            (Depth::Village, []) => return city_options(l, near),
            (Depth::Village, [city]) => return counties_of(l, city, near),
            (Depth::Village, [_, below @ ..]) => below,
            (Depth::County | Depth::Town, path) => path,
        };
        match (county_of(below), town_of(below)) {
            (None, _) => county_options(l, near),
            (Some(county), None) => town_options(towns.get().as_deref(), county),
            (_, Some(town)) => village_options(villages.get().as_deref(), town),
        }
    });
    // Choosing on the last level is the answer.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = path.get();
        let deep = match depth {
            Depth::County => 1,
            Depth::Town => 2,
            Depth::Village => 3,
        };
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
            <LevelPicker levels=levels path=ladder options=options/>
            <Show when=move || missing.get()>
                <p class="small muted" role="status">{t(place_say::not_fetched)}</p>
            </Show>
        </Sheet>
    }
}

/// The way down to a place from its city, which follows the place and is followed by it.
fn ladder_of(path: RwSignal<Vec<String>>) -> RwSignal<Vec<String>> {
    let from_city = |path: &[String]| {
        let city = county_of(path).map(|county| city_code(county).to_string());
        city.into_iter().chain(path.iter().cloned()).collect()
    };
    let ladder: RwSignal<Vec<String>> = RwSignal::new(path.with_untracked(|path| from_city(path)));
    Effect::new(move || {
        let now = path.get();
        if ladder.with_untracked(|ladder| *ladder.get(1..).unwrap_or_default() != *now) {
            ladder.set(from_city(&now));
        }
    });
    Effect::new(move || {
        let now = ladder.with(|ladder| ladder.get(1..).unwrap_or_default().to_vec());
        if path.with_untracked(|path| *path != now) {
            path.set(now);
        }
    });
    ladder
}

/// The counties of a city in a list.
fn counties_of(l: Language, city: &str, near: Option<Adcode>) -> Vec<LevelOption> {
    let mut options = county_options(l, near);
    options.retain(|option| {
        let county = option.code.parse().ok().and_then(Adcode::new);
        county.is_some_and(|county| city_code(county).to_string() == city)
    });
    for option in &mut options {
        // It stands above them.
        option.detail = String::new();
    }
    options
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
