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
    Coming,
    Missing,
    Here(Arc<Towns>),
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
        let read = fetch_towns().await;
        towns.try_set(read.map_or(Fetched::Missing, Fetched::Here));
    });
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
