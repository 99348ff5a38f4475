//! The network: organisations, mediators, consultations, work orders, activities, agreements, each as its stream was folded
//! (`domain::network`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::{
    About, Answered, Dispatched, Enrolled, Founded, Held, Resolved, Signed,
};
use crate::record::Chronicle;

use super::query::Query;
use super::row::CaseRow;

/// Everything of the record that is not a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    #[serde(with = "pairs")]
    pub organisations: BTreeMap<StreamId, Founded>,
    #[serde(with = "pairs")]
    pub mediators: BTreeMap<StreamId, (Enrolled, Option<String>)>,
    #[serde(with = "pairs")]
    pub consultations: BTreeMap<StreamId, Answered>,
    #[serde(with = "pairs")]
    pub work_orders: BTreeMap<StreamId, (Dispatched, Option<Resolved>)>,
    #[serde(with = "pairs")]
    pub activities: BTreeMap<StreamId, Held>,
    #[serde(with = "pairs")]
    pub agreements: BTreeMap<StreamId, Signed>,
}

impl Network {
    /// Puts in what a stream says now, replacing what it said before.
    pub fn put(&mut self, id: StreamId, chronicle: &Chronicle) {
        self.remove(&id);
        match About::told(id, chronicle.live()) {
            About::Nothing => {}
            About::Organisation(data) => drop(self.organisations.insert(id, data)),
            About::Mediator(data, name) => drop(self.mediators.insert(id, (data, name))),
            About::Consultation(data) => drop(self.consultations.insert(id, data)),
            About::WorkOrder(data, resolved) => {
                self.work_orders.insert(id, (data, resolved));
            }
            About::Activity(data) => drop(self.activities.insert(id, data)),
            About::Agreement(data) => drop(self.agreements.insert(id, data)),
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
        self.consultations.extend(other.consultations);
        self.work_orders.extend(other.work_orders);
        self.activities.extend(other.activities);
        self.agreements.extend(other.agreements);
    }

    fn remove(&mut self, id: &StreamId) {
        match id.kind {
            StreamKind::ORGANISATION => drop(self.organisations.remove(id)),
            StreamKind::MEDIATOR => drop(self.mediators.remove(id)),
            StreamKind::CONSULTATION => drop(self.consultations.remove(id)),
            StreamKind::WORK_ORDER => drop(self.work_orders.remove(id)),
            StreamKind::ACTIVITY => drop(self.activities.remove(id)),
            StreamKind::COOPERATION => drop(self.agreements.remove(id)),
            _ => {}
        }
    }

    /// The name of a mediator or an organisation; none where it is left out or not here.
    #[must_use]
    pub fn name(&self, id: &StreamId) -> Option<String> {
        match self.mediators.get(id) {
            Some((_, name)) => name.clone(),
            None => self.organisations.get(id).map(|o| o.name.clone()),
        }
    }

    /// Whether a number of a case names one of its people, or the number that it has one of its mediators: no redaction
    /// hides it.
    #[must_use]
    pub fn is_named(&self, row: &CaseRow) -> bool {
        let number = row.number.as_deref().unwrap_or_default();
        let mut mediators = row.mediators.iter().filter_map(|id| {
            let id = StreamId::new(StreamKind::MEDIATOR, *id);
            self.mediators.get(&id)?.1.as_deref()
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
                kind.is_none_or(|kind| *kind == organisation.kind)
                    && (!query.branded || organisation.brand.is_some())
            });
            query.offices = Some(named.map(|(id, _)| id.random).collect());
        }
        query
    }

    /// The name of the organisation at which a mediator is enrolled.
    #[must_use]
    pub fn office(&self, mediator: &StreamId) -> Option<String> {
        let (enrolled, _) = self.mediators.get(mediator)?;
        self.name(&enrolled.organisation)
    }

    /// Resolved work orders.
    pub fn resolved(&self) -> impl Iterator<Item = (&Dispatched, &Resolved)> {
        self.work_orders
            .values()
            .filter_map(|(dispatched, resolved)| Some((dispatched, resolved.as_ref()?)))
    }
}

/// Maps lie as lists of pairs: their keys are ids, which JSON has no maps for.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub fn deserialize<
        'de,
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    >(
        deserializer: D,
    ) -> Result<BTreeMap<K, V>, D::Error> {
        Ok(Vec::<(K, V)>::deserialize(deserializer)?
            .into_iter()
            .collect())
    }
}
