//! The parties of an intake, in the order of the command: applicants, respondents, third parties.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    domain::case::command::NewParty,
    law::person::{PartyKind, PartyRole},
    ui::pages::steps::{
        form::Form,
        identity::{IdentityFields, Typed},
    },
};

#[derive(Clone, Copy)]
pub struct PartyFields {
    pub key: u32,
    pub role: StoredValue<PartyRole>,
    pub kind: RwSignal<Option<PartyKind>>,
    pub identity: IdentityFields,
}

impl PartyFields {
    /// A person until one says otherwise.
    #[must_use]
    pub fn kind(self) -> PartyKind {
        self.kind.get().unwrap_or(PartyKind::Person)
    }
}

/// A party as the draft has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    role: PartyRole,
    kind: Option<PartyKind>,
    #[serde(flatten)]
    typed: Typed,
}

#[derive(Clone, Copy)]
pub struct Parties {
    pub list: RwSignal<Vec<PartyFields>>,
    next: StoredValue<u32>,
}

impl Parties {
    /// Those of the draft; else one on each side.
    #[must_use]
    pub fn new(form: Form) -> Self {
        let parties = Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        };
        let kept: Vec<Kept> = form.kept("parties").unwrap_or_default();
        for one in kept {
            parties.put(one.role, one.kind, one.typed);
        }
        for role in [PartyRole::Applicant, PartyRole::Respondent] {
            if parties
                .list
                .with_untracked(|list| list.iter().all(|one| one.role.get_value() != role))
            {
                parties.add(role);
            }
        }
        form.keep("parties", move || {
            let all: Vec<Kept> = parties.list.with(|list| {
                let keep = |one: &PartyFields| Kept {
                    role: one.role.get_value(),
                    kind: one.kind.get(),
                    typed: one.identity.typed(),
                };
                list.iter().map(keep).collect()
            });
            serde_json::to_value(all).unwrap_or_default()
        });
        parties
    }

    /// An empty one on a side.
    pub fn add(self, role: PartyRole) {
        self.put(role, Some(PartyKind::Person), Typed::default());
    }

    pub fn remove(self, key: u32) {
        self.list.update(|list| list.retain(|one| one.key != key));
    }

    fn put(self, role: PartyRole, kind: Option<PartyKind>, typed: Typed) {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let fields = PartyFields {
            key,
            role: StoredValue::new(role.clone()),
            kind: RwSignal::new(kind),
            identity: IdentityFields::new(typed),
        };
        // Behind the last of its side.
        self.list.update(|list| {
            let place = list
                .iter()
                .position(|one| one.role.get_value() > role)
                .unwrap_or(list.len());
            list.insert(place, fields);
        });
    }

    /// The place of a party among all, from 0; reactive.
    #[must_use]
    pub fn place(self, key: u32) -> usize {
        self.list
            .with(|list| list.iter().position(|one| one.key == key).unwrap_or(0))
    }

    /// How many stand on its side; reactive.
    #[must_use]
    pub fn on_side(self, role: &PartyRole) -> usize {
        self.list.with(|list| {
            list.iter()
                .filter(|one| one.role.get_value() == *role)
                .count()
        })
    }

    /// As the command takes them.
    #[must_use]
    pub fn typed(self) -> Vec<NewParty> {
        let party = |one: &PartyFields| {
            let kind = one.kind.get_untracked().unwrap_or(PartyKind::Person);
            NewParty {
                role: one.role.get_value(),
                identity: one.identity.identity(&kind, None),
                kind,
                others: 0,
            }
        };
        self.list
            .with_untracked(|list| list.iter().map(party).collect())
    }
}
