//! What is told of the network: the public half of its entries.

use serde::{Deserialize, Serialize};

use crate::law::clock::WorkOrderClass;
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::law::person::MediatorKind;

use crate::domain::id::StreamId;

/// An organisation of the network. Its name is public; its leaves are its contact (narrative).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founded {
    /// Short form for case numbers: 〈abbr〉 in `（2026）〈abbr〉人调字第1号`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// The brand that a room belongs to, such as “温度+”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    pub county: Adcode,
    /// Floor area in square metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_area: Option<u32>,
    pub kind: OrganisationKind,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<StreamId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
}

/// A mediator. The name is an identity leaf about `self`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    pub kind: MediatorKind,
    pub organisation: StreamId,
}

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

/// Something that was held together: training, a joint conference, an exchange meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Counties that took part, sorted.
    pub counties: Vec<Adcode>,
    pub day: Day,
    pub form: ActivityForm,
    pub name: String,
    pub name_en: String,
    /// Who shared a practice, where the activity had such: a number of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representatives: Option<u32>,
}

crate::coded! {
    /// Kinds of joint activities.
    pub enum ActivityForm {
        Training = "training",
        JointConference = "joint_conference",
        JointInspection = "joint_inspection",
        ExchangeMeeting = "exchange_meeting",
    }
}

/// A cooperation agreement between regions, and the corridor it makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corridor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corridor_en: Option<String>,
    /// Counties that are tied, sorted.
    pub counties: Vec<Adcode>,
    pub name: String,
    pub name_en: String,
    /// Organisations that signed.
    pub parties: Vec<StreamId>,
    pub year: u16,
}
