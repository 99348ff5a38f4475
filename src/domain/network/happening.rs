//! What comes to the offices beside cases: legal consultations, and the work orders of the 12345 hotline. Each is told
//! once; how a work order was resolved is told later.

use serde::{Deserialize, Serialize};

use crate::law::clock::WorkOrderClass;
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town};

use crate::domain::id::StreamId;

/// A legal consultation that was answered. What was asked is a narrative leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub county: Adcode,
    pub day: Day,
    pub organisation: StreamId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(rename = "type")]
    pub kind: DisputeType,
}

/// A work order of the 12345 hotline, as it was dispatched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatched {
    pub class: WorkOrderClass,
    pub county: Adcode,
    pub day: Day,
    pub organisation: StreamId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(rename = "type")]
    pub kind: DisputeType,
}

/// A work order that was resolved under 4+N.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    pub day: Day,
    pub satisfied: bool,
    pub way: ResolvedBy,
}

crate::coded! {
    /// What resolved a work order under 4+N.
    pub enum ResolvedBy {
        Mediation = "mediation",
        Organisation = "organisation",
        Evaluation = "evaluation",
    }
}
