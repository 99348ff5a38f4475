//! What the counties are shaded by. Pure.

use crate::law::day::Day;
use crate::law::{
    divisions::Adcode,
    money::Fen,
    rate::{PerMille, per_ten_thousand},
};
use crate::locale::{Language, network as say, numbers};
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
            Self::Unknown(code) => code,
        }
    }

    /// The name with its unit, as the legend has it.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        let unit = match self {
            Self::Rate => return self.name(language).to_owned(),
            Self::People => say::unit_people(language),
            Self::Sum => say::unit_sum(language),
            Self::Consultations => say::unit_times(language),
            Self::Centres => say::unit_places(language),
            _ => say::unit_cases(language),
        };
        say::with_unit(language, self.name(language), unit)
    }

    /// Whether it is about a period; what is open is open today, what stands stands.
    #[must_use]
    pub fn has_period(&self) -> bool {
        !matches!(self, Self::Open | Self::Overdue | Self::Centres)
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
            Self::Unknown(_) => None,
        }
    }

    /// Whether a figure is kept back because it would be of so few cases: another thing than none.
    #[must_use]
    pub fn is_of_few(&self, figures: &CountyFigures) -> bool {
        *self == Self::Rate && (1..FEW).contains(&figures.mediated)
    }

    /// How an amount reads.
    #[must_use]
    pub fn write(&self, language: Language, amount: i64) -> String {
        match self {
            Self::Rate => numbers::percent(PerMille(u32::try_from(amount).unwrap_or(0))),
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
            Self::Mediated | Self::People | Self::Density => Some(ended(Ending::is_mediated)),
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
            Self::Consultations | Self::WorkOrders | Self::Centres | Self::Unknown(_) => None,
        }
    }
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
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use Language::{Chinese, English};

    pub(in super::super) fn figures(county: u32) -> CountyFigures {
        CountyFigures {
            county: Adcode::new(county).unwrap(),
            registered: 9_000,
            mediated: 8_359,
            successful: 2_974,
            performed: 2_800,
            confirmed: 120,
            open: 40,
            overdue: 2,
            people: 17_072,
            total: Fen(371_347_000),
            organisations: 360,
            centres: 339,
            consultations: 0,
            work_orders_resolved: 5_784,
        }
    }

    #[test]
    fn amounts_read_in_their_units() {
        let pinggu = figures(110_117);
        let read = |layer: Layer| {
            layer
                .amount(&pinggu)
                .map(|amount| layer.write(Chinese, amount))
        };
        assert_eq!(read(Layer::Mediated), Some("8,359".into()));
        assert_eq!(read(Layer::Rate), Some("35.6%".into()));
        assert_eq!(read(Layer::Centres), Some("339".into()));
        assert!(
            read(Layer::Density).is_some_and(|text| text.contains('.')),
            "{:?}",
            read(Layer::Density)
        );
        assert_eq!(Layer::Mediated.title(Chinese), "调解件数（件）");
        assert_eq!(Layer::Rate.title(English), "Success rate");
    }

    #[test]
    fn a_rate_of_few_is_no_rate() {
        let few = CountyFigures {
            mediated: 4,
            successful: 4,
            ..figures(110_117)
        };
        assert_eq!(Layer::Rate.amount(&few), None);
        assert!(Layer::Rate.is_of_few(&few) && !Layer::Sum.is_of_few(&few));
        let with = |mediated| CountyFigures {
            mediated,
            ..few.clone()
        };
        assert!(!Layer::Rate.is_of_few(&with(0)) && !Layer::Rate.is_of_few(&with(5)));
        assert_eq!(Layer::Mediated.amount(&few), Some(4));
    }

    #[test]
    fn numbers_open_the_cases_of_their_county_and_period() {
        let days = Day::parse("2023-01-01")
            .ok()
            .zip(Day::parse("2023-08-31").ok());
        let county = Adcode::new(110_117).unwrap();
        let query = Layer::Rate.query(county, days).unwrap();
        assert_eq!((query.among, query.concluded), (vec![county], days));
        assert_eq!(query.endings, [Ending::Written, Ending::Oral]);
        assert_eq!(Layer::Open.query(county, days).unwrap().registered, None);
        assert_eq!(Layer::Centres.query(county, days), None);
    }
}
