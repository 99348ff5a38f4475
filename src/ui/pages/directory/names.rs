//! What streams, townships and villages are called on these pages.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::asked::Known;
use crate::{
    domain::id::StreamId,
    law::{
        day::Day,
        divisions::{Adcode, Town, Village},
    },
    locale::{Language, directory as say, network::fields::Named},
    ui::{towns::fetch_towns, villages::fetch_villages},
    views::answers::Directory,
};

/// Names as far as they have come.
#[derive(Clone, Copy)]
pub(super) struct Called {
    known: Known,
    towns: RwSignal<BTreeMap<Town, String>>,
    villages: RwSignal<BTreeMap<Village, String>>,
}

impl Called {
    /// `counties`: whose townships are to be named; `with_villages`: and their villages.
    pub fn new(
        known: Known,
        counties: impl Fn() -> Vec<Adcode> + Send + Sync + 'static,
        with_villages: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let called = Self {
            known,
            towns: RwSignal::new(BTreeMap::new()),
            villages: RwSignal::new(BTreeMap::new()),
        };
        let wanted = Memo::new(move |_| (counties(), with_villages()));
        Effect::new(move || {
            let (counties, with_villages) = wanted.get();
            for county in counties {
                spawn_local(async move {
                    if let Some(towns) = fetch_towns(county).await {
                        let all = towns.get(&county).cloned().unwrap_or_default();
                        called.towns.try_update(|known| known.extend(all));
                    }
                    if with_villages && let Some(villages) = fetch_villages(county).await {
                        let all = villages.values().flatten().cloned();
                        called.villages.try_update(|known| known.extend(all));
                    }
                });
            }
        });
        called
    }

    /// A stream's name. Tracks what is on record.
    pub fn stream(self, l: Language, id: StreamId) -> String {
        let known = self.known.get();
        let name = known.as_deref().and_then(|known| name_in(l, known, id));
        name.unwrap_or_else(|| say::nameless(l).to_owned())
    }

    /// Reads with the names at hand; until a name has come, its code.
    pub fn read<T>(self, l: Language, today: Day, read: impl FnOnce(&Named<'_>) -> T) -> T {
        let (towns, villages) = (self.towns.get(), self.villages.get());
        let town = |town: Town| {
            let name = towns.get(&town).cloned();
            name.unwrap_or_else(|| town.number().to_string())
        };
        let village = |village: Village| {
            let name = villages.get(&village).cloned();
            name.unwrap_or_else(|| village.number().to_string())
        };
        let named = Named {
            stream: &|id| self.stream(l, id),
            town: &town,
            village: &village,
            today,
        };
        read(&named)
    }
}

/// What a stream of the directory is called in a language.
pub(super) fn name_in(l: Language, known: &Directory, id: StreamId) -> Option<String> {
    use crate::domain::id::StreamKind as Kind;
    let of = |zh: &String, en: Option<&String>| l.name(zh, en.map(String::as_str)).to_owned();
    match id.kind {
        Kind::MEDIATOR => known
            .mediators
            .iter()
            .find(|one| one.id == id)?
            .name
            .clone(),
        Kind::TEAM => {
            let (_, team) = known.teams.iter().find(|(one, _)| *one == id)?;
            Some(of(&team.now.name, team.now.name_en.as_ref()))
        }
        Kind::MICRO_GRID => {
            let (_, grid) = known.micro_grids.iter().find(|(one, _)| *one == id)?;
            Some(grid.now.name.clone())
        }
        Kind::COOPERATION => {
            let (_, agreement) = known.agreements.iter().find(|(one, _)| *one == id)?;
            Some(of(&agreement.name, Some(&agreement.name_en)))
        }
        Kind::ACTIVITY => {
            let (_, activity) = known.activities.iter().find(|(one, _)| *one == id)?;
            Some(of(&activity.now.name, Some(&activity.now.name_en)))
        }
        _ => {
            let line = known.organisations.iter().find(|line| line.id == id)?;
            Some(of(
                &line.organisation.name,
                line.organisation.name_en.as_ref(),
            ))
        }
    }
}
