//! What an address says about a page's view: the register's filters, the map's layer, the figures'
//! scope. Codes only: search words stay in the page.

use std::collections::BTreeMap;

use super::query::Query;

/// The register's filters. Empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterFilter {
    pub status: Vec<String>,
    /// Types of dispute; `type=` in the address.
    pub kind: Vec<String>,
    /// `2026`, `2026-11`, or a word such as `this`.
    pub month: Option<String>,
    pub mediator: Vec<String>,
    pub region: Vec<String>,
    pub overdue: bool,
    pub sort: Option<String>,
    /// Whatever else a figure's door asks for (outcome, source, …), kept in the order of its keys.
    pub other: BTreeMap<String, Vec<String>>,
}

impl RegisterFilter {
    pub(super) fn from_query(mut query: Query) -> Self {
        Self {
            status: query.take("status"),
            kind: query.take("type"),
            month: query.take_one("month"),
            mediator: query.take("mediator"),
            region: query.take("region"),
            overdue: query.take_one("overdue").as_deref() == Some("1"),
            sort: query.take_one("sort"),
            other: query.rest(),
        }
    }

    pub(super) fn to_query(&self) -> Query {
        let mut query = Query::default();
        query.push("status", self.status.clone());
        query.push("type", self.kind.clone());
        query.push_one("month", self.month.as_ref());
        query.push("mediator", self.mediator.clone());
        query.push("region", self.region.clone());
        query.push(
            "overdue",
            if self.overdue {
                vec!["1".into()]
            } else {
                Vec::new()
            },
        );
        query.push_one("sort", self.sort.as_ref());
        for (key, codes) in &self.other {
            query.push(key, codes.clone());
        }
        query
    }

    /// How many filters narrow the list; sorting is none.
    #[must_use]
    pub fn count(&self) -> usize {
        let lists = [&self.status, &self.kind, &self.mediator, &self.region];
        lists.iter().filter(|list| !list.is_empty()).count()
            + usize::from(self.month.is_some())
            + usize::from(self.overdue)
            + self.other.len()
    }

    /// The same order without any filter.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort.clone(),
            ..Self::default()
        }
    }
}

/// What the map shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkView {
    pub layer: Option<String>,
    pub county: Option<String>,
    pub month: Option<String>,
    pub other: BTreeMap<String, Vec<String>>,
}

impl NetworkView {
    pub(super) fn from_query(mut query: Query) -> Self {
        Self {
            layer: query.take_one("layer"),
            county: query.take_one("county"),
            month: query.take_one("month"),
            other: query.rest(),
        }
    }

    pub(super) fn to_query(&self) -> Query {
        let mut query = Query::default();
        query.push_one("layer", self.layer.as_ref());
        query.push_one("county", self.county.as_ref());
        query.push_one("month", self.month.as_ref());
        for (key, codes) in &self.other {
            query.push(key, codes.clone());
        }
        query
    }
}

/// What the figures are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatisticsView {
    /// First and last month, `2023-01`.
    pub from: Option<String>,
    pub to: Option<String>,
    pub region: Option<String>,
    pub by: Option<String>,
    pub other: BTreeMap<String, Vec<String>>,
}

impl StatisticsView {
    pub(super) fn from_query(mut query: Query) -> Self {
        Self {
            from: query.take_one("from"),
            to: query.take_one("to"),
            region: query.take_one("region"),
            by: query.take_one("by"),
            other: query.rest(),
        }
    }

    pub(super) fn to_query(&self) -> Query {
        let mut query = Query::default();
        query.push_one("from", self.from.as_ref());
        query.push_one("to", self.to.as_ref());
        query.push_one("region", self.region.as_ref());
        query.push_one("by", self.by.as_ref());
        for (key, codes) in &self.other {
            query.push(key, codes.clone());
        }
        query
    }
}
