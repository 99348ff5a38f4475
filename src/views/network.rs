//! The network: organisations, mediators, consultations, work orders, activities, agreements, each as its stream was folded
//! (`domain::network`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::{
    About, Activity, Agreement, Answered, Dispatched, Mediator, MicroGrid, Organisation, Resolved,
    Team,
};
use crate::domain::pairs;
use crate::record::Chronicle;

use super::query::Query;
use super::row::CaseRow;

/// Everything of the record that is not a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    #[serde(with = "pairs")]
    pub organisations: BTreeMap<StreamId, Organisation>,
    #[serde(with = "pairs")]
    pub mediators: BTreeMap<StreamId, Mediator>,
    #[serde(with = "pairs")]
    pub teams: BTreeMap<StreamId, Team>,
    #[serde(with = "pairs")]
    pub micro_grids: BTreeMap<StreamId, MicroGrid>,
    #[serde(with = "pairs")]
    pub consultations: BTreeMap<StreamId, Answered>,
    #[serde(with = "pairs")]
    pub work_orders: BTreeMap<StreamId, (Dispatched, Option<Resolved>)>,
    #[serde(with = "pairs")]
    pub activities: BTreeMap<StreamId, Activity>,
    #[serde(with = "pairs")]
    pub agreements: BTreeMap<StreamId, Agreement>,
}

impl Network {
    /// Puts in what a stream says now, replacing what it said before.
    pub fn put(&mut self, id: StreamId, chronicle: &Chronicle) {
        self.remove(&id);
        match About::told(id, chronicle.live()) {
            About::Nothing => {}
            About::Organisation(founded, sheet) => {
                self.organisations
                    .insert(id, Organisation::of(&founded, &sheet));
            }
            About::Mediator(enrolled, sheet) => {
                self.mediators.insert(id, Mediator::of(&enrolled, &sheet));
            }
            About::Team(formed, sheet) => drop(self.teams.insert(id, Team::of(&formed, &sheet))),
            About::MicroGrid(drawn, sheet) => {
                self.micro_grids.insert(id, MicroGrid::of(&drawn, &sheet));
            }
            About::Consultation(data) => drop(self.consultations.insert(id, data)),
            About::WorkOrder(data, resolved) => {
                self.work_orders.insert(id, (data, resolved));
            }
            About::Activity(held, sheet) => {
                self.activities.insert(id, Activity::of(&held, &sheet));
            }
            About::Agreement(told) => drop(self.agreements.insert(id, Agreement::of(&told))),
        }
    }

    /// What one stream says.
    #[must_use]
    pub fn of(id: StreamId, chronicle: &Chronicle) -> Self {
        let mut network = Self::default();
        network.put(id, chronicle);
        network
    }

    /// How many streams it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.organisations.len()
            + self.mediators.len()
            + self.teams.len()
            + self.micro_grids.len()
            + self.consultations.len()
            + self.work_orders.len()
            + self.activities.len()
            + self.agreements.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes in streams that none of these are: what an import collected.
    pub fn absorb(&mut self, other: Self) {
        self.organisations.extend(other.organisations);
        self.mediators.extend(other.mediators);
        self.teams.extend(other.teams);
        self.micro_grids.extend(other.micro_grids);
        self.consultations.extend(other.consultations);
        self.work_orders.extend(other.work_orders);
        self.activities.extend(other.activities);
        self.agreements.extend(other.agreements);
    }

    fn remove(&mut self, id: &StreamId) {
        match id.kind {
            StreamKind::ORGANISATION => drop(self.organisations.remove(id)),
            StreamKind::MEDIATOR => drop(self.mediators.remove(id)),
            StreamKind::TEAM => drop(self.teams.remove(id)),
            StreamKind::MICRO_GRID => drop(self.micro_grids.remove(id)),
            StreamKind::CONSULTATION => drop(self.consultations.remove(id)),
            StreamKind::WORK_ORDER => drop(self.work_orders.remove(id)),
            StreamKind::ACTIVITY => drop(self.activities.remove(id)),
            StreamKind::COOPERATION => drop(self.agreements.remove(id)),
            _ => {}
        }
    }

    /// What a stream is called; none where its name is left out or it is not here.
    #[must_use]
    pub fn name(&self, id: &StreamId) -> Option<String> {
        match id.kind {
            StreamKind::MEDIATOR => self.mediators.get(id)?.name.clone(),
            StreamKind::TEAM => self.teams.get(id).map(|one| one.now.name.clone()),
            StreamKind::MICRO_GRID => self.micro_grids.get(id).map(|one| one.now.name.clone()),
            StreamKind::COOPERATION => self.agreements.get(id).map(|one| one.name.clone()),
            StreamKind::ACTIVITY => self.activities.get(id).map(|one| one.now.name.clone()),
            _ => self.organisations.get(id).map(|one| one.now.name.clone()),
        }
    }

    /// Whether a number of a case names one of its people, or the number that it has one of its mediators: no redaction
    /// hides it.
    #[must_use]
    pub fn is_named(&self, row: &CaseRow) -> bool {
        let number = row.number.as_deref().unwrap_or_default();
        let mut mediators = row.mediators.iter().filter_map(|id| {
            let id = StreamId::new(StreamKind::MEDIATOR, *id);
            self.mediators.get(&id)?.name.as_deref()
        });
        row.named || mediators.any(|name| name.chars().nth(1).is_some() && number.contains(name))
    }

    /// A query with the organisations that it names by kind or brand.
    #[must_use]
    pub fn narrowed(&self, query: &Query) -> Query {
        let mut query = query.clone();
        if query.organisation_kind.is_some() || query.branded {
            let kind = query.organisation_kind.as_ref();
            let named = self.organisations.iter().filter(|(_, organisation)| {
                kind.is_none_or(|kind| *kind == organisation.now.kind)
                    && (!query.branded || organisation.now.brand.is_some())
            });
            query.offices = Some(named.map(|(id, _)| id.random).collect());
        }
        query
    }

    /// The name of the organisation at which a mediator is enrolled.
    #[must_use]
    pub fn office(&self, mediator: &StreamId) -> Option<String> {
        let mediator = self.mediators.get(mediator)?;
        self.name(&mediator.now.organisation)
    }

    /// Resolved work orders.
    pub fn resolved(&self) -> impl Iterator<Item = (&Dispatched, &Resolved)> {
        self.work_orders
            .values()
            .filter_map(|(dispatched, resolved)| Some((dispatched, resolved.as_ref()?)))
    }
}
