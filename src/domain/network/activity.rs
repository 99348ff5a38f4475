//! What offices of several places hold together: trainings, joint conferences, joint inspections, exchange meetings.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;
use crate::law::day::Day;
use crate::law::divisions::Adcode;

use super::sheet::{Sheet, Slot, fields};

/// Something that was held together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The agreement under which it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<StreamId>,
    /// How many people came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attended: Option<u32>,
    /// Counties that took part, sorted.
    pub counties: Vec<Adcode>,
    pub day: Day,
    pub form: ActivityForm,
    pub name: String,
    pub name_en: String,
    /// Organisations that called it together, the first of them first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisers: Vec<StreamId>,
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

fields! {
    /// What can be written anew of an activity.
    ActivityField(value) {
        Agreement(Option<StreamId>) = "agreement" => Slot::Agreement;
        Attended(Option<u32>) = "attended" => Slot::Attended;
        Counties(Vec<Adcode>) = "counties" => Slot::Counties;
        Day(Day) = "day" => Slot::Day;
        Form(ActivityForm) = "form" => Slot::Form;
        /// Its leaf holds what came of it.
        Minutes = "minutes" => Slot::Minutes;
        Name(String) = "name" => Slot::Name;
        NameEn(String) = "name_en" => Slot::NameEn;
    }
}

/// An activity as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub now: Held,
    pub disputed: bool,
}

pub(super) fn said(held: &Held, is_told: impl Fn(Slot) -> bool) -> Vec<ActivityField> {
    use ActivityField as F;
    let data = held.clone();
    let mut said = vec![
        F::Counties(data.counties),
        F::Day(data.day),
        F::Form(data.form),
        F::Name(data.name),
        F::NameEn(data.name_en),
    ];
    if data.agreement.is_some() {
        said.push(F::Agreement(data.agreement));
    }
    if data.attended.is_some() {
        said.push(F::Attended(data.attended));
    }
    if is_told(Slot::Minutes) {
        said.push(F::Minutes);
    }
    said
}

impl Activity {
    #[must_use]
    pub fn of(held: &Held, sheet: &Sheet<ActivityField>) -> Self {
        use ActivityField as F;
        let mut now = held.clone();
        for put in sheet.shown() {
            match put.field.clone() {
                F::Agreement(value) => now.agreement = value,
                F::Attended(value) => now.attended = value,
                F::Counties(value) => now.counties = value,
                F::Day(value) => now.day = value,
                F::Form(value) => now.form = value,
                F::Name(value) => now.name = value,
                F::NameEn(value) => now.name_en = value,
                // The sheet has its words.
                F::Minutes => {}
            }
        }
        Self {
            now,
            disputed: sheet.is_disputed(),
        }
    }
}
