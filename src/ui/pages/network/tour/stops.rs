//! Which stops each tour has, and what the counties are shaded by there: the table of the tours.

use super::told::{Said, Told};
use super::{Tour, corridor, heizhuanghu, meeting, pinggu};
use crate::locale::{Language, network::tour as say};
use crate::ui::pages::network::layer::Layer;
use crate::ui::pages::statistics::period::Period;

/// A stop of a tour.
pub struct Stop {
    /// What it says; none where nothing of it is on record.
    pub says: fn(Language, &Told<'_>) -> Option<Said>,
    pub layer: Layer,
    pub period: fn() -> Period,
}

const fn stop(
    says: fn(Language, &Told<'_>) -> Option<Said>,
    layer: Layer,
    period: fn() -> Period,
) -> Stop {
    Stop {
        says,
        layer,
        period,
    }
}

/// What was so since the first entry.
fn always() -> Period {
    Period::All
}

static CORRIDOR: [Stop; 6] = [
    stop(corridor::agreement, Layer::Mediated, always),
    stop(corridor::network, Layer::Mediated, always),
    stop(corridor::centres, Layer::Centres, always),
    stop(corridor::together, Layer::Mediated, always),
    stop(corridor::trainings, Layer::Mediators, always),
    stop(corridor::joint_cases, Layer::Registered, always),
];

static PINGGU: [Stop; 5] = [
    stop(pinggu::levels, Layer::Centres, Period::published),
    stop(pinggu::door, Layer::CoverageTowns, Period::published),
    stop(
        pinggu::micro_grids,
        Layer::CoverageVillages,
        Period::published,
    ),
    stop(pinggu::work_orders, Layer::WorkOrders, Period::published),
    stop(pinggu::disputes, Layer::Mediated, Period::published),
];

static HEIZHUANGHU: [Stop; 5] = [
    stop(heizhuanghu::centre, Layer::Centres, always),
    stop(heizhuanghu::rooms, Layer::BrandedRooms, always),
    stop(heizhuanghu::team, Layer::Mediators, always),
    stop(heizhuanghu::consultations, Layer::Consultations, always),
    stop(heizhuanghu::disputes, Layer::Mediated, always),
];

static MEETING: [Stop; 3] = [
    stop(meeting::sponsor, Layer::Mediated, Period::published),
    stop(meeting::co_organisers, Layer::Mediated, Period::published),
    stop(meeting::representatives, Layer::Mediated, Period::published),
];

impl Tour {
    #[must_use]
    pub fn stops(self) -> &'static [Stop] {
        match self {
            Self::Corridor => &CORRIDOR,
            Self::Pinggu => &PINGGU,
            Self::Heizhuanghu => &HEIZHUANGHU,
            Self::Meeting => &MEETING,
        }
    }

    /// Its name, as the menu has it.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Corridor => say::of_corridor(language),
            Self::Pinggu => say::of_pinggu(language),
            Self::Heizhuanghu => say::of_heizhuanghu(language),
            Self::Meeting => say::of_meeting(language),
        }
    }

    /// The stops of which something is on record, each with its place in the table.
    #[must_use]
    pub fn told(self, language: Language, told: &Told<'_>) -> Vec<(usize, Said)> {
        let stops = self.stops().iter().enumerate();
        stops
            .filter_map(|(row, stop)| Some((row, (stop.says)(language, told)?)))
            .collect()
    }
}
