//! A query: which cases. Every figure carries the query that yields it, so that a number opens the
//! cases behind it; the register's chips are one, and it stands in the page's address.
//!
//! Only codes and days stand in it, never a name, a number or words.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::case::Stage;
use crate::domain::id::StreamId;
use crate::law::coded::Coded;
use crate::law::day::Day;
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;

crate::coded! {
    /// How a case that was concluded ended.
    pub enum Ending {
        Written = "written",
        Oral = "oral",
        Failed = "failed",
        Withdrawn = "withdrawn",
        Declined = "declined",
    }
}

impl Ending {
    /// Successful: an agreement, oral or written (as the periodic report has it).
    #[must_use]
    pub fn is_success(&self) -> bool {
        matches!(self, Self::Written | Self::Oral)
    }

    /// Mediated: accepted and concluded, whatever the outcome. What was declined was never taken in.
    #[must_use]
    pub fn is_mediated(&self) -> bool {
        matches!(
            self,
            Self::Written | Self::Oral | Self::Failed | Self::Withdrawn
        )
    }
}

crate::coded! {
    /// What a figure counts.
    pub enum Measure {
        /// Cases registered in the period.
        Registered = "registered",
        /// Cases concluded in the period, whatever the outcome: each once, as it last ended there.
        Mediated = "mediated",
        /// Of these, agreements.
        Successful = "successful",
        /// Cases that are open today.
        Open = "open",
        /// Open cases past their last day.
        Overdue = "overdue",
    }
}

crate::coded! {
    /// The order of the register.
    pub enum Sort {
        /// The nearest last day first.
        Due = "due",
        /// The latest registration first.
        Newest = "newest",
        /// The oldest registration first.
        Oldest = "oldest",
        /// By case number.
        Number = "number",
        /// The greatest sum in an agreement first.
        Sum = "sum",
    }
}

/// Which cases, and in which order. Empty fields do not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    pub stages: Vec<Stage>,
    /// Open cases only (or, false, only those that are not).
    pub open: Option<bool>,
    pub kinds: Vec<DisputeType>,
    pub sources: Vec<Source>,
    pub endings: Vec<Ending>,
    /// Registered from this day on, and up to that one.
    pub registered: Option<(Day, Day)>,
    /// With a conclusion from this day on, and up to that one.
    pub concluded: Option<(Day, Day)>,
    /// Performed in full from this day on, and up to that one.
    pub performed: Option<(Day, Day)>,
    /// When the court confirmed the agreement.
    pub confirmed: Option<(Day, Day)>,
    pub county: Option<Adcode>,
    /// Registered in one of these, zones taken for the county that they lie in; with `joint`, joined by
    /// another of them: a corridor's cases. A single one with `joint`: those in which it takes part.
    pub among: Vec<Adcode>,
    pub town: Option<Town>,
    pub mediator: Option<StreamId>,
    pub organisation: Option<StreamId>,
    /// Handled by an organisation of this kind.
    pub organisation_kind: Option<OrganisationKind>,
    /// Handled by a room that belongs to a brand.
    pub branded: bool,
    /// The organisations that the last two name, as the network has them; see
    /// [`Network::narrowed`](super::network::Network::narrowed).
    #[serde(skip)]
    pub offices: Option<BTreeSet<[u8; 16]>>,
    pub overdue: bool,
    /// Only cases in which desks disagree.
    pub disputed: bool,
    /// Only joint cases, and where given with this county.
    pub joint: bool,
    /// Only cases that are mediated jointly under this agreement.
    pub agreement: Option<StreamId>,
    /// Only cases that were handed on to another office, or are on their way there.
    pub handed_on: bool,
    /// Voided cases, which count nowhere, in place of those that do.
    pub voided: bool,
    pub sort: Option<Sort>,
}

impl Query {
    /// As pairs for an address, in a fixed order; what does not restrict is left away.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut list = |key, codes: Vec<&str>| {
            if !codes.is_empty() {
                pairs.push((key, codes.join(".")));
            }
        };
        list("status", self.stages.iter().map(Coded::code).collect());
        list("type", self.kinds.iter().map(Coded::code).collect());
        list("source", self.sources.iter().map(Coded::code).collect());
        list("ending", self.endings.iter().map(Coded::code).collect());
        if let Some(open) = self.open {
            pairs.push(("open", String::from(if open { "1" } else { "0" })));
        }
        for (key, span) in [
            ("registered", self.registered),
            ("concluded", self.concluded),
            ("performed", self.performed),
            ("confirmed", self.confirmed),
        ] {
            if let Some((from, to)) = span {
                pairs.push((key, format!("{from}.{to}")));
            }
        }
        if let Some(county) = self.county {
            pairs.push(("county", county.number().to_string()));
        }
        if !self.among.is_empty() {
            let codes: Vec<String> = self.among.iter().map(|c| c.number().to_string()).collect();
            pairs.push(("among", codes.join(".")));
        }
        if let Some(town) = self.town {
            pairs.push(("town", town.number().to_string()));
        }
        if let Some(mediator) = self.mediator {
            pairs.push(("mediator", mediator.short()));
        }
        if let Some(organisation) = self.organisation {
            pairs.push(("organisation", organisation.short()));
        }
        if let Some(agreement) = self.agreement {
            pairs.push(("agreement", agreement.short()));
        }
        if let Some(kind) = &self.organisation_kind {
            pairs.push(("office", kind.code().to_owned()));
        }
        for (key, set) in [
            ("branded", self.branded),
            ("overdue", self.overdue),
            ("disputed", self.disputed),
            ("joint", self.joint),
            ("handed_on", self.handed_on),
            ("voided", self.voided),
        ] {
            if set {
                pairs.push((key, String::from("1")));
            }
        }
        if let Some(sort) = &self.sort {
            pairs.push(("sort", sort.code().to_owned()));
        }
        pairs
    }

    /// The cases that the map shows in a county: its own, and those of the zones that it hosts.
    #[must_use]
    pub fn shown_in(county: Adcode) -> Self {
        Self {
            among: vec![county],
            ..Self::default()
        }
    }

    /// Whether an address says all of it. A word of a newer version does not stand in one, for it could be a name:
    /// what has it opens no cases, for the register would show all of them.
    #[must_use]
    pub fn fits_an_address(&self) -> bool {
        let pairs = self.pairs();
        let pairs = pairs.iter().map(|(key, value)| (*key, value.as_str()));
        Self::from_pairs(pairs) == *self
    }

    /// Reads the pairs of an address; what cannot be read does not restrict.
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        use crate::domain::id::StreamKind;
        let mut query = Self::default();
        for (key, value) in pairs {
            match key {
                "status" => query.stages = codes(value),
                "type" => query.kinds = codes(value),
                "source" => query.sources = codes(value),
                "ending" => query.endings = codes(value),
                "open" => {
                    query.open = match value {
                        "1" => Some(true),
                        "0" => Some(false),
                        _ => None,
                    }
                }
                "registered" => query.registered = span(value),
                "concluded" => query.concluded = span(value),
                "performed" => query.performed = span(value),
                "confirmed" => query.confirmed = span(value),
                "county" => query.county = value.parse().ok().and_then(Adcode::new),
                "among" => {
                    let codes = value.split('.').filter_map(|code| code.parse().ok());
                    query.among = codes.filter_map(Adcode::new).collect();
                }
                "town" => query.town = value.parse().ok().and_then(Town::new),
                "mediator" => {
                    query.mediator = StreamId::from_short(StreamKind::MEDIATOR, value).ok()
                }
                "organisation" => {
                    query.organisation = StreamId::from_short(StreamKind::ORGANISATION, value).ok()
                }
                "office" => {
                    let kind = OrganisationKind::from_code(value);
                    query.organisation_kind = Some(kind).filter(Coded::is_known);
                }
                "branded" => query.branded = value == "1",
                "overdue" => query.overdue = value == "1",
                "disputed" => query.disputed = value == "1",
                "joint" => query.joint = value == "1",
                "handed_on" => query.handed_on = value == "1",
                "agreement" => {
                    query.agreement = StreamId::from_short(StreamKind::COOPERATION, value).ok()
                }
                "voided" => query.voided = value == "1",
                "sort" => query.sort = Some(Sort::from_code(value)).filter(Coded::is_known),
                _ => {}
            }
        }
        query
    }
}

fn codes<T: Coded>(value: &str) -> Vec<T> {
    value
        .split('.')
        .map(T::from_code)
        .filter(Coded::is_known)
        .collect()
}

fn span(value: &str) -> Option<(Day, Day)> {
    let (from, to) = value.split_once('.')?;
    Some((Day::parse(from).ok()?, Day::parse(to).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_newer_version_opens_no_door() {
        let of = |kind: &str| Query {
            kinds: vec![DisputeType::from_code(kind)],
            ..Query::default()
        };
        assert!(of("neighbour").fits_an_address());
        assert!(!of("space_debris").fits_an_address());
        let office = Query {
            organisation_kind: Some(OrganisationKind::from_code("committee_space")),
            ..Query::default()
        };
        assert!(!office.fits_an_address() && Query::default().fits_an_address());
    }
}
