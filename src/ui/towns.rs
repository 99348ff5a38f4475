//! Townships and streets: a file for each city, read once a page whoever asks first; and how they and the counties
//! stand in a list.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    law::{
        divisions::{Adcode, County, Town, parse_towns},
        pinyin::text_initials,
    },
    locale::{Language, places},
    ui::{browser, parts::LevelOption},
};

pub use crate::law::divisions::Towns;

thread_local! {
    /// By city: its counties'.
    static READ: RefCell<BTreeMap<u32, Arc<Towns>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The first four digits of a county's code.
fn city_of(county: Adcode) -> u32 {
    county.number() / 100
}

fn read_before(county: Adcode) -> Option<Arc<Towns>> {
    READ.with_borrow(|read| read.get(&city_of(county)).cloned())
}

/// The townships of a county and its neighbours in the city; none while they can't be fetched: offline before
/// the first visit ended.
pub async fn fetch_towns(county: Adcode) -> Option<Arc<Towns>> {
    if let Some(read) = read_before(county) {
        return Some(read);
    }
    // Only counties of the map have a file.
    county.county()?;
    let city = city_of(county);
    let text = browser::file_of_the_app(&format!("places/towns-{city}.txt")).await?;
    let read = Arc::new(parse_towns(&text).ok()?);
    READ.with_borrow_mut(|all| all.insert(city, read.clone()));
    Some(read)
}

/// The townships of the county that is asked for, once they are there; without them a county alone can be
/// chosen.
#[must_use]
pub fn use_towns(
    county: impl Fn() -> Option<Adcode> + Send + Sync + 'static,
) -> Signal<Option<Arc<Towns>>> {
    let towns = RwSignal::new(None);
    let county = Memo::new(move |_| county());
    Effect::new(move || {
        let Some(asked) = county.get() else {
            return;
        };
        if let Some(read) = read_before(asked) {
            towns.set(Some(read));
            return;
        }
        spawn_local(async move {
            let read = fetch_towns(asked).await;
            // Another city may be asked for by now.
            let now = county.try_get_untracked().flatten();
            if now.map(city_of) == Some(city_of(asked)) {
                towns.try_set(read);
            }
        });
    });
    towns.into()
}

/// The name of a township; its code while the names are on their way.
#[must_use]
pub fn town_name(towns: Option<&Towns>, town: Town) -> String {
    let here = towns.and_then(|towns| towns.get(&town.county()));
    let found = here.and_then(|here| here.iter().find(|(one, _)| *one == town));
    found.map_or_else(|| town.number().to_string(), |(_, name)| name.clone())
}

/// A county in a list, found by its name in either language and by its initials.
#[must_use]
pub fn county_option(l: Language, county: &County) -> LevelOption {
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

/// The townships of a county in a list.
#[must_use]
pub fn town_options(towns: Option<&Towns>, county: Adcode) -> Vec<LevelOption> {
    let here = towns.and_then(|towns| towns.get(&county));
    let option = |(town, name): &(Town, String)| {
        LevelOption::new(town.number().to_string(), name.clone()).also(text_initials(name))
    };
    here.map(|here| here.iter().map(option).collect())
        .unwrap_or_default()
}
