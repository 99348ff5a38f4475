//! What stands on each level of the picker: counties, their townships, the organisations there.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    law::{
        divisions::{Adcode, County, Town, counties, parse_towns},
        organisation::OrganisationKind,
        pinyin::text_initials,
    },
    locale::{Language, terms::Term, welcome as say},
    ui::{browser, parts::LevelOption, suggest},
};

/// The townships of every county, once fetched.
pub type Towns = Arc<BTreeMap<Adcode, Vec<(Town, String)>>>;

/// How the list of townships stands.
#[derive(Clone, PartialEq)]
pub enum Fetched {
    Not,
    Coming,
    Missing,
    Here(Towns),
}

/// The code of the level's first row: an organisation of the county itself.
pub const NO_TOWN: &str = "county";

/// Fetches the list of townships, unless it is here or on its way.
pub fn fetch(towns: RwSignal<Fetched>) {
    if towns.with_untracked(|towns| matches!(towns, Fetched::Coming | Fetched::Here(_))) {
        return;
    }
    towns.set(Fetched::Coming);
    spawn_local(async move {
        let here = browser::file_of_the_app(browser::TOWNS)
            .await
            .and_then(|text| parse_towns(&text).ok());
        towns.try_set(here.map_or(Fetched::Missing, |towns| Fetched::Here(Arc::new(towns))));
    });
}

/// The options on the level below `path`.
pub fn options(language: Language, path: &[String], towns: &Fetched) -> Vec<LevelOption> {
    match path {
        [] => all_counties(language),
        [county] => {
            county_of(county).map_or_else(Vec::new, |county| towns_of(language, county, towns))
        }
        [county, town] => {
            let found = organisations(county, town, towns);
            let option = |(name, kind): (String, OrganisationKind)| {
                LevelOption::new(name.clone(), name).detail(kind.term(language))
            };
            found.into_iter().map(option).collect()
        }
        _ => Vec::new(),
    }
}

/// The organisations that are suggested for a place, each with its kind.
pub fn organisations(county: &str, town: &str, towns: &Fetched) -> Vec<(String, OrganisationKind)> {
    match (county_of(county), town_of(town)) {
        (Some(county), None) => suggest::of_county(county.zh),
        (Some(county), Some(town)) => name_of(county.adcode, town, towns)
            .map_or_else(Vec::new, |name| suggest::of_town(&name)),
        (None, _) => Vec::new(),
    }
}

pub fn county_of(code: &str) -> Option<&'static County> {
    code.parse().ok().and_then(Adcode::new)?.county()
}

pub fn town_of(code: &str) -> Option<Town> {
    code.parse().ok().and_then(Town::new)
}

fn name_of(county: Adcode, town: Town, towns: &Fetched) -> Option<String> {
    let Fetched::Here(towns) = towns else {
        return None;
    };
    let (_, name) = towns.get(&county)?.iter().find(|(code, _)| *code == town)?;
    Some(name.clone())
}

fn all_counties(language: Language) -> Vec<LevelOption> {
    let option = |county: &County| {
        let (name, city) = match language {
            Language::Chinese => (county.zh, county.city.zh),
            Language::English => (county.en, county.city.en),
        };
        let also = format!(
            "{} {} {}",
            text_initials(county.zh),
            county.zh,
            county.en.to_lowercase()
        );
        LevelOption::new(county.adcode.number().to_string(), name)
            .detail(city)
            .also(also)
    };
    counties().iter().map(option).collect()
}

fn towns_of(language: Language, county: &County, towns: &Fetched) -> Vec<LevelOption> {
    let mut all = vec![LevelOption::new(NO_TOWN, say::county_itself(language))];
    if let Fetched::Here(towns) = towns {
        let option = |(town, name): &(Town, String)| {
            LevelOption::new(town.number().to_string(), name.clone()).also(text_initials(name))
        };
        all.extend(towns.get(&county.adcode).into_iter().flatten().map(option));
    }
    all
}
