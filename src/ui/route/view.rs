//! What an address says about the view of the map and of the figures. The register's is a
//! `views::query::Query`. Codes only: search words stay in the page.

use crate::{
    domain::id::{StreamId, StreamKind},
    law::{coded::Coded, day::Day, divisions::Adcode},
    ui::pages::{
        network::{layer::Layer, tour::TourAt},
        statistics::period::Period,
    },
};

use super::pairs::Pairs;

/// What the map shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkView {
    /// What the counties are shaded by.
    pub layer: Option<Layer>,
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// The one that is selected.
    pub county: Option<Adcode>,
    /// The agreement whose corridor is selected, where no county is.
    pub corridor: Option<StreamId>,
    /// Only the counties that border on another province.
    pub border: bool,
    /// First and last day of the period that the one on show is compared with.
    pub against: Option<(Day, Day)>,
    /// The tour that is on, and its stop.
    pub tour: Option<TourAt>,
}

/// What the figures are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatisticsView {
    /// First and last day.
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub county: Option<Adcode>,
}

impl NetworkView {
    pub(super) fn from_pairs(pairs: &Pairs) -> Self {
        let (from, to) = period(pairs);
        Self {
            layer: pairs
                .get("layer")
                .map(Layer::from_code)
                .filter(Coded::is_known),
            from,
            to,
            county: county(pairs),
            corridor: pairs
                .get("corridor")
                .and_then(|short| StreamId::from_short(StreamKind::COOPERATION, short).ok()),
            border: pairs.get("border") == Some("1"),
            against: pairs.get("against").and_then(months),
            tour: pairs.get("tour").and_then(TourAt::parse),
        }
    }

    pub(super) fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        if let Some(layer) = &self.layer {
            pairs.push("layer", layer.code());
        }
        push_period(&mut pairs, self.from, self.to);
        push_county(&mut pairs, self.county);
        if let Some(corridor) = &self.corridor {
            pairs.push("corridor", &corridor.short());
        }
        if self.border {
            pairs.push("border", "1");
        }
        if let Some((from, to)) = self.against {
            pairs.push("against", &format!("{from}.{to}"));
        }
        if let Some(tour) = self.tour {
            pairs.push("tour", &tour.to_string());
        }
        pairs
    }
}

impl StatisticsView {
    pub(super) fn from_pairs(pairs: &Pairs) -> Self {
        let (from, to) = period(pairs);
        Self {
            from,
            to,
            county: county(pairs),
        }
    }

    pub(super) fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        push_period(&mut pairs, self.from, self.to);
        push_county(&mut pairs, self.county);
        pairs
    }
}

/// First and last day as the pages take them, which show whole months. A period of which one end cannot
/// be read is none: half of it would be another period than the address says.
fn period(pairs: &Pairs) -> (Option<Day>, Option<Day>) {
    let day = |key| pairs.get(key).map(Day::parse).transpose();
    match (day("from"), day("to")) {
        (Ok(from), Ok(to)) => Period::read(from, to).map_or((None, None), Period::address),
        _ => (None, None),
    }
}

/// Two days, as whole months.
fn months(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once('.')?;
    Period::read(Day::parse(from).ok(), Some(Day::parse(to).ok()?))?.span()
}

fn county(pairs: &Pairs) -> Option<Adcode> {
    pairs
        .get("county")
        .and_then(|text| text.parse().ok())
        .and_then(Adcode::new)
}

fn push_period(pairs: &mut Pairs, from: Option<Day>, to: Option<Day>) {
    for (key, day) in [("from", from), ("to", to)] {
        if let Some(day) = day {
            pairs.push(key, &day.to_string());
        }
    }
}

fn push_county(pairs: &mut Pairs, county: Option<Adcode>) {
    if let Some(county) = county {
        pairs.push("county", &county.number().to_string());
    }
}
