//! Villages and residents' committees: a file for each county, read once a page whoever asks first; and how they and
//! the cities above the counties stand in a list.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    law::{
        divisions::{Adcode, County, Town, Village, Villages, counties, parse_villages},
        pinyin::text_initials,
    },
    locale::Language,
    ui::{browser, parts::LevelOption},
};

thread_local! {
    static READ: RefCell<BTreeMap<Adcode, Arc<Villages>>> = const { RefCell::new(BTreeMap::new()) };
}

fn read_before(county: Adcode) -> Option<Arc<Villages>> {
    READ.with_borrow(|read| read.get(&county).cloned())
}

/// The villages of a county; none while they can't be fetched: offline before they were first asked for.
pub async fn fetch_villages(county: Adcode) -> Option<Arc<Villages>> {
    if let Some(read) = read_before(county) {
        return Some(read);
    }
    // Only counties of the three provinces have a file.
    county.county()?;
    let address = format!("places/villages/{}.txt", county.number());
    let text = browser::file_of_the_app(&address).await?;
    let read = Arc::new(parse_villages(county, &text).ok()?);
    READ.with_borrow_mut(|all| all.insert(county, read.clone()));
    Some(read)
}

/// The villages of the county that is asked for.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Once they are there; without them a township alone can be chosen.
    pub villages: Signal<Option<Arc<Villages>>>,
    /// They could not be fetched.
    pub missing: Signal<bool>,
}

/// Fetches the villages of a county as it is asked for.
#[must_use]
pub fn use_villages(county: impl Fn() -> Option<Adcode> + Send + Sync + 'static) -> Asked {
    let (villages, missing) = (RwSignal::new(None), RwSignal::new(false));
    let county = Memo::new(move |_| county());
    Effect::new(move || {
        let asked = county.get();
        let before = asked.and_then(read_before);
        let known = before.is_some();
        // Those of another county are nobody's here.
        villages.set(before);
        missing.set(false);
        let Some(asked) = asked.filter(|_| !known) else {
            return;
        };
        spawn_local(async move {
            let read = fetch_villages(asked).await;
            if county.try_get_untracked().flatten() == Some(asked) {
                missing.try_set(read.is_none());
                villages.try_set(read);
            }
        });
    });
    Asked {
        villages: villages.into(),
        missing: missing.into(),
    }
}

/// The name of a village; its code while the names are on their way.
#[must_use]
pub fn village_name(villages: Option<&Villages>, village: Village) -> String {
    let here = villages.and_then(|villages| villages.get(&village.town()));
    let found = here.and_then(|here| here.iter().find(|(one, _)| *one == village));
    found.map_or_else(|| village.number().to_string(), |(_, name)| name.clone())
}

/// The villages of a township in a list.
#[must_use]
pub fn village_options(villages: Option<&Villages>, town: Town) -> Vec<LevelOption> {
    let here = villages.and_then(|villages| villages.get(&town));
    let option = |(village, name): &(Village, String)| {
        LevelOption::new(village.number().to_string(), name.clone()).also(text_initials(name))
    };
    here.map(|here| here.iter().map(option).collect())
        .unwrap_or_default()
}

/// The code of the city, or of the municipality, that a county belongs to: of Tongzhou 11, of Guangyang 1310.
#[must_use]
pub fn city_code(county: Adcode) -> u32 {
    let city = county.number() / 100;
    // Counties of Beijing and Tianjin lie in no city: 1101 and 1102 are "districts" and "counties".
    if city < 1_300 { city / 100 } else { city }
}

/// The cities in a list, Beijing and Tianjin among them, by code; that of `near` first.
#[must_use]
pub fn city_options(l: Language, near: Option<Adcode>) -> Vec<LevelOption> {
    let mut cities: BTreeMap<u32, &'static County> = BTreeMap::new();
    for county in counties() {
        cities.entry(city_code(county.adcode)).or_insert(county);
    }
    let own = near.map(city_code);
    let mut cities: Vec<_> = cities.into_iter().collect();
    cities.sort_by_key(|(code, _)| (own != Some(*code), *code));
    let option = |(code, county): (u32, &County)| {
        let (city, province) = (county.city, county.province.place());
        let (name, above) = match l {
            Language::Chinese => (city.zh, province.zh),
            Language::English => (city.en, province.en),
        };
        let option = LevelOption::new(code.to_string(), name).also(format!(
            "{} {} {}",
            text_initials(city.zh),
            city.en.to_lowercase(),
            city.zh
        ));
        if city == province {
            option
        } else {
            option.detail(above)
        }
    };
    cities.into_iter().map(option).collect()
}
