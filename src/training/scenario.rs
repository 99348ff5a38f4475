//! A scenario: how many of what happened where, when and how it ended, and a seed for the rest. It is
//! read once, at the border; no page knows it.

use std::fmt;

use serde::Deserialize;

use crate::domain::network::ActivityForm;
use crate::law::day::Day;
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};

/// The demonstration region's scenario as it is written.
pub const DEMONSTRATION: &str = include_str!("../../public/scenarios/demonstration.json");

/// What is wrong with a scenario's text, in words for its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioProblem(pub String);

impl fmt::Display for ScenarioProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub seed: u64,
    pub kinds: Vec<(DisputeType, u32)>,
    pub sources: Vec<(Source, u32)>,
    pub centres: Vec<Centres>,
    pub rooms: Vec<Rooms>,
    pub corridors: Vec<Corridor>,
    pub bureaus: Vec<Bureau>,
    pub activities: Vec<Activity>,
    pub consultations: Vec<Consultations>,
    pub work_orders: Vec<WorkOrders>,
    pub cases: Vec<Cases>,
}

/// One-stop centres of a district at three levels: itself, each town, and so many below.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Centres {
    pub county: Adcode,
    pub grassroots: usize,
    /// Micro-grids in each of its towns.
    pub grids: usize,
}

/// A township's centre and the rooms of its brand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rooms {
    pub county: Adcode,
    pub town: Town,
    pub brand: String,
    pub brand_en: String,
    pub floor_area: u32,
    /// When the centre is open.
    pub hours: String,
    pub villages: usize,
    pub communities: usize,
    pub police: usize,
    pub enterprises: usize,
    pub team: String,
    pub team_en: String,
    /// How many members of each of the seven kinds the team has.
    pub team_members: usize,
}

/// A provincial bureau or department, and the county of its seat.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bureau {
    pub county: Adcode,
    pub name: String,
    pub name_en: String,
}

/// A cooperation agreement and the counties that it ties, with their border towns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corridor {
    pub name: String,
    pub name_en: String,
    pub corridor: String,
    pub corridor_en: String,
    pub day: Day,
    pub members: Vec<Member>,
    /// Which border towns are paired.
    pub pairs: Vec<(Town, Town)>,
    /// Committees of villages in each border town.
    pub villages: usize,
    /// What each side does.
    pub duties: String,
    pub document: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub county: Adcode,
    pub towns: Vec<Town>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub form: ActivityForm,
    pub day: Day,
    pub name: String,
    pub name_en: String,
    pub counties: Vec<Adcode>,
    pub representatives: Option<u32>,
    /// Bureaus that called it together, by their names in the scenario, the sponsor first.
    #[serde(default)]
    pub organisers: Vec<String>,
    /// How many people came.
    pub attended: Option<u32>,
    /// What came of it.
    pub minutes: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consultations {
    pub county: Adcode,
    pub town: Town,
    pub from: When,
    pub to: When,
    pub count: usize,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkOrders {
    pub county: Adcode,
    pub from: When,
    pub to: When,
    #[serde(default)]
    pub resolved: usize,
    #[serde(default)]
    pub open: usize,
}

/// Disputes: how many of each ending. Days are those of the conclusion; of what is not concluded,
/// those of the registration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// None: spread over every county of the map.
    pub county: Option<Adcode>,
    #[serde(default)]
    pub by: By,
    /// The county that joins in.
    pub with: Option<Adcode>,
    pub from: When,
    pub to: When,
    #[serde(default)]
    pub written: usize,
    #[serde(default)]
    pub oral: usize,
    #[serde(default)]
    pub failed: usize,
    #[serde(default)]
    pub withdrawn: usize,
    #[serde(default)]
    pub declined: usize,
    /// Agreed in writing, taken up again, and agreed anew.
    #[serde(default)]
    pub reopened: usize,
    #[serde(default)]
    pub open: usize,
    #[serde(default)]
    pub overdue: usize,
    /// Agreed, and still to be performed.
    #[serde(default)]
    pub performing: usize,
    /// How many parties there are in all; otherwise by chance.
    pub people: Option<usize>,
    /// How many of them come from the backlog of petitions.
    #[serde(default)]
    pub petition_backlog: usize,
    /// How many in a hundred of those at a border are joint with the county across.
    #[serde(default)]
    pub joint_percent: usize,
}

/// Which offices of the county handle them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[default]
    Committees,
    Centres,
    Rooms,
}

/// A day of the calendar, or so many days from today.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub enum When {
    FromToday(i32),
    On(Day),
}

impl When {
    #[must_use]
    pub fn day(self, today: Day) -> Day {
        match self {
            Self::FromToday(days) => today.plus_days(days),
            Self::On(day) => day,
        }
    }
}

impl Scenario {
    /// Reads a scenario's text.
    pub fn parse(text: &str) -> Result<Self, ScenarioProblem> {
        serde_json::from_str(text).map_err(|error| ScenarioProblem(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demonstration_is_read_and_a_slip_is_named() {
        assert!(Scenario::parse(DEMONSTRATION).is_ok());
        let slip = DEMONSTRATION.replacen("\"written\"", "\"writen\"", 1);
        assert!(
            Scenario::parse(&slip)
                .unwrap_err()
                .to_string()
                .contains("writen")
        );
    }
}
