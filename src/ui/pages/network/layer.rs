//! What the counties are shaded by. Pure.

use crate::law::day::Day;
use crate::law::{
    divisions::Adcode,
    money::Fen,
    rate::{PerMille, per_ten_thousand},
    settlements::settlements,
};
use crate::locale::{
    Language,
    network::{self as say, map_layers as words},
    numbers,
};
use crate::views::{
    answers::CountyFigures,
    query::{Ending, Query},
};

crate::coded! {
    /// A figure of the map. Its code stands in the address.
    pub enum Layer {
        Mediated = "mediated",
        Successful = "successful",
        /// Successful of mediated.
        Rate = "rate",
        /// Mediated for each ten thousand people.
        Density = "density",
        Registered = "registered",
        Open = "open",
        Overdue = "overdue",
        People = "people",
        Sum = "sum",
        Performed = "performed",
        Confirmed = "confirmed",
        Consultations = "consultations",
        WorkOrders = "work_orders",
        Centres = "centres",
        /// Days from acceptance to conclusion, on average.
        Time = "time",
        /// Villages and communities that have a centre, of all.
        CoverageVillages = "coverage_villages",
        /// Townships and streets that have one.
        CoverageTowns = "coverage_towns",
        CoverageDistrict = "coverage_district",
        /// Full-time and part-time.
        Mediators = "mediators",
        BrandedRooms = "branded_rooms",
    }
}

/// Under so many conclusions a rate says nothing.
pub const FEW: u64 = 5;

impl Layer {
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match self {
            Self::Mediated => say::mediated(language),
            Self::Successful => say::successful(language),
            Self::Rate => say::rate(language),
            Self::Density => say::density(language),
            Self::Registered => say::registered(language),
            Self::Open => say::open(language),
            Self::Overdue => say::overdue(language),
            Self::People => say::people(language),
            Self::Sum => say::sum(language),
            Self::Performed => say::performed(language),
            Self::Confirmed => say::confirmed(language),
            Self::Consultations => say::consultations(language),
            Self::WorkOrders => say::work_orders(language),
            Self::Centres => say::centres(language),
            Self::Time => words::time(language),
            Self::CoverageVillages => words::coverage_villages(language),
            Self::CoverageTowns => words::coverage_towns(language),
            Self::CoverageDistrict => words::coverage_district(language),
            Self::Mediators => words::mediators(language),
            Self::BrandedRooms => words::branded_rooms(language),
            Self::Unknown(code) => code,
        }
    }

    /// The name with its unit, as the legend has it.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        let unit = match self {
            Self::Rate | Self::CoverageVillages | Self::CoverageTowns | Self::CoverageDistrict => {
                return self.name(language).to_owned();
            }
            Self::People | Self::Mediators => say::unit_people(language),
            Self::Time => words::unit_days(language),
            Self::Sum => say::unit_sum(language),
            Self::Consultations => say::unit_times(language),
            Self::Centres | Self::BrandedRooms => say::unit_places(language),
            _ => say::unit_cases(language),
        };
        say::with_unit(language, self.name(language), unit)
    }

    /// Whether it is about a period; what is open is open today, what stands stands.
    #[must_use]
    pub fn has_period(&self) -> bool {
        let stands = matches!(
            self,
            Self::Open
                | Self::Overdue
                | Self::Centres
                | Self::Mediators
                | Self::BrandedRooms
                | Self::CoverageVillages
                | Self::CoverageTowns
                | Self::CoverageDistrict
        );
        !stands
    }

    /// The figure of a county: none where there is nothing to speak of, so that it is hatched.
    #[must_use]
    pub fn amount(&self, figures: &CountyFigures) -> Option<i64> {
        let count = |number: u64| i64::try_from(number).ok();
        match self {
            Self::Mediated => count(figures.mediated),
            Self::Successful => count(figures.successful),
            Self::Rate if figures.mediated < FEW => None,
            Self::Rate => {
                PerMille::of(figures.successful, figures.mediated).map(|rate| i64::from(rate.0))
            }
            Self::Density => {
                let people = figures.county.county()?.rate_base()?.people;
                per_ten_thousand(figures.mediated, people).and_then(count)
            }
            Self::Registered => count(figures.registered),
            Self::Open => count(figures.open),
            Self::Overdue => count(figures.overdue),
            Self::People => count(figures.people),
            Self::Sum => Some(figures.total.0),
            Self::Performed => count(figures.performed),
            Self::Confirmed => count(figures.confirmed),
            Self::Consultations => count(figures.consultations),
            Self::WorkOrders => count(figures.work_orders_resolved),
            Self::Centres => count(figures.centres),
            Self::Time if figures.timed < FEW => None,
            // In tenths of a day, to the nearest.
            Self::Time => count((figures.days * 10 + figures.timed / 2) / figures.timed),
            Self::CoverageVillages | Self::CoverageTowns | Self::CoverageDistrict => {
                let (n, of) = self.coverage(figures)?;
                PerMille::of(n.min(of), of).map(|share| i64::from(share.0))
            }
            Self::Mediators => count(figures.full_time + figures.part_time),
            Self::BrandedRooms => count(figures.branded_rooms),
            Self::Unknown(_) => None,
        }
    }

    /// How many places of its level have a one-stop centre, of how many; none where no organisation of the county is on
    /// record, for then nobody has said anything.
    #[must_use]
    pub fn coverage(&self, figures: &CountyFigures) -> Option<(u64, u64)> {
        if figures.organisations == 0 {
            return None;
        }
        let n = match self {
            Self::CoverageVillages => figures.village_centres,
            Self::CoverageTowns => figures.town_centres,
            Self::CoverageDistrict => figures.district_centres.min(1),
            _ => return None,
        };
        let of = self.places(figures.county);
        (of > 0).then_some((n, of))
    }

    /// Of how many places in a county a coverage is; nought for what is no coverage.
    #[must_use]
    pub fn places(&self, county: Adcode) -> u64 {
        match self {
            Self::CoverageVillages => settlements(county).villages,
            Self::CoverageTowns => settlements(county).towns,
            Self::CoverageDistrict => 1,
            _ => 0,
        }
    }

    /// Whether a figure is kept back because it would be of so few cases: another thing than none.
    #[must_use]
    pub fn is_of_few(&self, figures: &CountyFigures) -> bool {
        match self {
            Self::Rate => (1..FEW).contains(&figures.mediated),
            Self::Time => (1..FEW).contains(&figures.timed),
            _ => false,
        }
    }

    /// Why it is kept back.
    #[must_use]
    pub fn few(&self, language: Language) -> String {
        match self {
            Self::Time => words::few_times(language, FEW),
            _ => say::few(language, FEW),
        }
    }

    /// A county's figure in words: of a coverage also how many of how many.
    #[must_use]
    pub fn text(&self, language: Language, figures: &CountyFigures) -> Option<String> {
        let written = self.write(language, self.amount(figures)?);
        Some(match (self, self.coverage(figures)) {
            (_, Some((n, of))) => {
                let [n, of] = [n, of].map(|n| numbers::count(i64::try_from(n).unwrap_or(i64::MAX)));
                words::n_of_m_share(language, &n, &of, &written)
            }
            (Self::Time, None) => words::days(language, &written),
            (_, None) => written,
        })
    }

    /// How an amount reads.
    #[must_use]
    pub fn write(&self, language: Language, amount: i64) -> String {
        match self {
            Self::Rate | Self::CoverageVillages | Self::CoverageTowns | Self::CoverageDistrict => {
                numbers::percent(PerMille(u32::try_from(amount).unwrap_or(0)))
            }
            Self::Time => tenths(amount),
            Self::Density => numbers::hundredths(amount),
            Self::Sum => numbers::rough_sum(language, Fen(amount)),
            _ => numbers::count(amount),
        }
    }

    /// The cases behind a county's figure, where they are cases.
    #[must_use]
    pub fn query(&self, county: Adcode, days: Option<(Day, Day)>) -> Option<Query> {
        let here = Query::shown_in(county);
        let ended = |is: fn(&Ending) -> bool| Query {
            // All of time is asked for as such: these are cases that ended at some time.
            concluded: Some(days.unwrap_or((Day::MIN, Day::MAX))),
            endings: Ending::ALL
                .iter()
                .filter(|ending| is(ending))
                .cloned()
                .collect(),
            ..here.clone()
        };
        match self {
            Self::Mediated | Self::People | Self::Density | Self::Time => {
                Some(ended(Ending::is_mediated))
            }
            Self::Successful | Self::Rate | Self::Sum => Some(ended(Ending::is_success)),
            Self::Performed => Some(Query {
                performed: Some(days.unwrap_or((Day::MIN, Day::MAX))),
                ..here
            }),
            Self::Confirmed => Some(Query {
                confirmed: Some(days.unwrap_or((Day::MIN, Day::MAX))),
                ..here
            }),
            Self::Registered => Some(Query {
                registered: days,
                ..here
            }),
            Self::Open => Some(Query {
                open: Some(true),
                ..here
            }),
            Self::Overdue => Some(Query {
                overdue: true,
                ..here
            }),
            Self::Consultations
            | Self::WorkOrders
            | Self::Centres
            | Self::CoverageVillages
            | Self::CoverageTowns
            | Self::CoverageDistrict
            | Self::Mediators
            | Self::BrandedRooms
            | Self::Unknown(_) => None,
        }
    }
}

/// Tenths in figures: 123 gives 12.3.
fn tenths(number: i64) -> String {
    format!("{}.{}", numbers::count(number / 10), number % 10)
}

/// Figures of several places as one: what zones have counts with the county that the map shows them in.
pub fn add(sum: &mut CountyFigures, more: &CountyFigures) {
    sum.registered += more.registered;
    sum.mediated += more.mediated;
    sum.successful += more.successful;
    sum.performed += more.performed;
    sum.confirmed += more.confirmed;
    sum.open += more.open;
    sum.overdue += more.overdue;
    sum.people += more.people;
    sum.total = Fen(sum.total.0.saturating_add(more.total.0));
    sum.organisations += more.organisations;
    sum.centres += more.centres;
    sum.consultations += more.consultations;
    sum.work_orders_resolved += more.work_orders_resolved;
    sum.timed += more.timed;
    sum.days += more.days;
    sum.village_centres += more.village_centres;
    sum.town_centres += more.town_centres;
    sum.district_centres += more.district_centres;
    sum.branded_rooms += more.branded_rooms;
    sum.full_time += more.full_time;
    sum.part_time += more.part_time;
}

#[cfg(test)]
pub(super) mod tests;
