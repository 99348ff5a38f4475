//! Teams across organisations, and micro-grids with their grid workers: people who belong together. Each person stands
//! in the directory once, as a mediator or as somebody who helps; here stands only who belongs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;
use crate::law::day::Day;
use crate::law::divisions::{Adcode, Town, Village};
use crate::law::person::{MemberCategory, kept_name};

use super::organisation::Region;
use super::sheet::{Sheet, Slot, fields};

/// A team of people of several organisations, such as the Sunflower team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formed {
    pub county: Adcode,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The organisation that calls it together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<StreamId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
}

/// That somebody is in a team, and as what; or is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// None: one belongs no more.
    pub category: Option<MemberCategory>,
    pub mediator: StreamId,
}

fields! {
    /// What can be written anew of a team.
    TeamField(value) {
        Ended(Option<Day>) = "ended" => Slot::Ended;
        Member(Membership) = "member" => Slot::Member(value.mediator);
        Name(String) = "name" => Slot::Name;
        NameEn(Option<String>) = "name_en" => Slot::NameEn;
        Organisation(Option<StreamId>) = "organisation" => Slot::Organisation;
        Region(Region) = "region" => Slot::Region;
    }
}

/// A team as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    pub now: Formed,
    pub members: Vec<(StreamId, MemberCategory)>,
    pub ended: Option<Day>,
    pub disputed: bool,
}

pub(super) fn team_said(formed: &Formed) -> Vec<TeamField> {
    use TeamField as F;
    let data = formed.clone();
    let mut said = vec![
        F::Name(kept_name(&data.name)),
        F::Region(Region {
            county: data.county,
            town: data.town,
            village: None,
        }),
    ];
    if data.name_en.is_some() {
        said.push(F::NameEn(data.name_en));
    }
    if data.organisation.is_some() {
        said.push(F::Organisation(data.organisation));
    }
    said
}

impl Team {
    #[must_use]
    pub fn of(formed: &Formed, sheet: &Sheet<TeamField>) -> Self {
        use TeamField as F;
        let mut now = formed.clone();
        let (mut members, mut ended) = (BTreeMap::new(), None);
        for put in sheet.shown() {
            match put.field.clone() {
                F::Ended(value) => ended = value,
                F::Member(value) => {
                    if let Some(category) = value.category {
                        members.insert(value.mediator, category);
                    }
                }
                F::Name(value) => now.name = kept_name(&value),
                F::NameEn(value) => now.name_en = value,
                F::Organisation(value) => now.organisation = value,
                F::Region(value) => (now.county, now.town) = (value.county, value.town),
            }
        }
        Self {
            now,
            members: members.into_iter().collect(),
            ended,
            disputed: sheet.is_disputed(),
        }
    }
}

/// A micro-grid: some households of a village or community, and who looks after them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    pub county: Adcode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    pub name: String,
    /// The organisation to which its workers report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<StreamId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<Village>,
}

/// That somebody looks after a micro-grid, or does no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridWork {
    pub mediator: StreamId,
    pub serves: bool,
}

fields! {
    /// What can be written anew of a micro-grid.
    MicroGridField(value) {
        Ended(Option<Day>) = "ended" => Slot::Ended;
        Households(Option<u32>) = "households" => Slot::Households;
        Name(String) = "name" => Slot::Name;
        Organisation(Option<StreamId>) = "organisation" => Slot::Organisation;
        Region(Region) = "region" => Slot::Region;
        Worker(GridWork) = "worker" => Slot::Worker(value.mediator);
    }
}

/// A micro-grid as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MicroGrid {
    pub now: Drawn,
    pub workers: Vec<StreamId>,
    pub ended: Option<Day>,
    pub disputed: bool,
}

pub(super) fn grid_said(drawn: &Drawn) -> Vec<MicroGridField> {
    use MicroGridField as F;
    let data = drawn.clone();
    let mut said = vec![
        F::Name(kept_name(&data.name)),
        F::Region(Region {
            county: data.county,
            town: data.town,
            village: data.village,
        }),
    ];
    if data.households.is_some() {
        said.push(F::Households(data.households));
    }
    if data.organisation.is_some() {
        said.push(F::Organisation(data.organisation));
    }
    said
}

impl MicroGrid {
    #[must_use]
    pub fn of(drawn: &Drawn, sheet: &Sheet<MicroGridField>) -> Self {
        use MicroGridField as F;
        let mut now = drawn.clone();
        let (mut workers, mut ended) = (BTreeSet::new(), None);
        for put in sheet.shown() {
            match put.field.clone() {
                F::Ended(value) => ended = value,
                F::Households(value) => now.households = value,
                F::Name(value) => now.name = kept_name(&value),
                F::Organisation(value) => now.organisation = value,
                F::Region(value) => {
                    (now.county, now.town, now.village) = (value.county, value.town, value.village);
                }
                F::Worker(value) => {
                    if value.serves {
                        workers.insert(value.mediator);
                    }
                }
            }
        }
        Self {
            now,
            workers: workers.into_iter().collect(),
            ended,
            disputed: sheet.is_disputed(),
        }
    }
}

impl TeamField {
    /// Organisations and people that it names.
    #[must_use]
    pub fn mentions(&self) -> Vec<StreamId> {
        match self {
            Self::Member(membership) => vec![membership.mediator],
            Self::Organisation(one) => one.iter().copied().collect(),
            Self::Ended(_) | Self::Name(_) | Self::NameEn(_) | Self::Region(_) => Vec::new(),
        }
    }
}

impl MicroGridField {
    /// Organisations and people that it names.
    #[must_use]
    pub fn mentions(&self) -> Vec<StreamId> {
        match self {
            Self::Worker(work) => vec![work.mediator],
            Self::Organisation(one) => one.iter().copied().collect(),
            Self::Ended(_) | Self::Households(_) | Self::Name(_) | Self::Region(_) => Vec::new(),
        }
    }
}
