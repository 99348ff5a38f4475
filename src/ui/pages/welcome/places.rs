//! What stands on each level of the picker: counties, their townships, the organisations there.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    law::{
        divisions::{Adcode, County, Town, counties},
        organisation::OrganisationKind,
    },
    locale::{Language, terms::Term, welcome as say},
    ui::{
        parts::LevelOption,
        suggest,
        towns::{Towns, county_option, fetch_towns, town_name, town_options},
    },
};

/// How the list of townships stands.
#[derive(Clone, PartialEq)]
pub enum Fetched {
    Not,
    Coming(Adcode),
    Missing,
    Here(Arc<Towns>),
}

/// The code of the level's first row: an organisation of the county itself.
pub const NO_TOWN: &str = "county";

/// Fetches the townships of a county, unless they are here or on their way.
pub fn fetch(county: &str, towns: RwSignal<Fetched>) {
    let Some(county) = county_of(county).map(|county| county.adcode) else {
        return;
    };
    if towns.with_untracked(|towns| towns.is_of(county)) {
        return;
    }
    towns.set(Fetched::Coming(county));
    spawn_local(async move {
        let read = fetch_towns(county).await;
        // Another county may have been chosen meanwhile.
        if towns.try_with_untracked(|towns| towns.is_of(county)) == Some(true) {
            towns.try_set(read.map_or(Fetched::Missing, Fetched::Here));
        }
    });
}

impl Fetched {
    fn is_of(&self, county: Adcode) -> bool {
        match self {
            Self::Not | Self::Missing => false,
            Self::Coming(coming) => *coming == county,
            Self::Here(towns) => towns.contains_key(&county),
        }
    }
}

/// The options on the level below `path`.
pub fn options(language: Language, path: &[String], towns: &Fetched) -> Vec<LevelOption> {
    match path {
        [] => counties()
            .iter()
            .map(|county| county_option(language, county))
            .collect(),
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
        (Some(_), Some(town)) => {
            name_of(town, towns).map_or_else(Vec::new, |name| suggest::of_town(&name))
        }
        (None, _) => Vec::new(),
    }
}

pub fn county_of(code: &str) -> Option<&'static County> {
    code.parse().ok().and_then(Adcode::new)?.county()
}

pub fn town_of(code: &str) -> Option<Town> {
    code.parse().ok().and_then(Town::new)
}

fn name_of(town: Town, towns: &Fetched) -> Option<String> {
    match towns {
        Fetched::Here(towns) => Some(town_name(Some(towns), town)),
        _ => None,
    }
}

fn towns_of(language: Language, county: &County, towns: &Fetched) -> Vec<LevelOption> {
    let mut all = vec![LevelOption::new(NO_TOWN, say::county_itself(language))];
    if let Fetched::Here(towns) = towns {
        all.extend(town_options(Some(towns), county.adcode));
    }
    all
}
