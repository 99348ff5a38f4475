//! A region made from a scenario: offices, people, what happened there, and the stories to be told.
//!
//! Exact counts come out because the scenario says how many of what; nothing here knows a figure.

mod centres;
mod happenings;
mod offices;
mod together;

use std::collections::VecDeque;

use crate::domain::id::StreamId;
use crate::domain::network::Command;
use crate::law::day::{Day, Moment};
use crate::law::divisions::{Adcode, Town, Towns};
use crate::law::organisation::OrganisationKind;

use super::scenario::{By, Scenario};
use super::story::Plot;

pub use happenings::random_plot;
pub use offices::beginning;

/// An office that takes cases.
#[derive(Clone, Debug)]
pub struct Office {
    pub organisation: StreamId,
    pub county: Adcode,
    pub town: Option<Town>,
    /// The village, community or town that it serves.
    pub place: String,
    /// How firms there are called first.
    pub seat: String,
    pub mediators: Vec<StreamId>,
    /// Its place among the region's desks.
    pub desk: usize,
}

/// A desk of the region: one for each county, and one for each township whose centre the scenario names.
#[derive(Clone, Debug)]
pub struct Desk {
    pub county: Adcode,
    pub organisation: StreamId,
    pub organisation_name: String,
    pub kind: OrganisationKind,
    pub abbreviation: String,
    pub acting: StreamId,
    pub since: Moment,
}

/// A stream of few entries: what is told, and when.
#[derive(Clone, Debug)]
pub struct Account {
    pub desk: usize,
    pub stream: StreamId,
    pub who: StreamId,
    pub commands: VecDeque<(Moment, Command)>,
}

/// A region before anything was told.
#[derive(Debug)]
pub struct Region {
    pub seed: u64,
    /// Nothing happens from this day on.
    pub today: Day,
    pub desks: Vec<Desk>,
    pub offices: Vec<Office>,
    pub accounts: Vec<Account>,
    pub plots: Vec<Plot>,
}

impl Region {
    /// The region of a scenario, as it would be on `today`.
    #[must_use]
    pub fn of(scenario: &Scenario, towns: &Towns, today: Day) -> Self {
        let mut builder = offices::Builder::new(scenario.seed, towns, today);
        builder.offices(scenario);
        builder.happenings(scenario);
        builder.cases(scenario);
        builder.region
    }

    /// A few offices and no cases: where samples come from.
    #[must_use]
    pub fn bare(seed: u64, towns: &Towns, counties: &[Adcode], today: Day) -> Self {
        let mut builder = offices::Builder::new(seed, towns, today);
        for county in counties {
            builder.serving(*county, By::Committees);
        }
        builder.region
    }
}
