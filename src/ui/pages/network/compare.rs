//! Two periods beside one another: how a county's figure changed. Pure.

use std::collections::BTreeMap;

use super::layer::Layer;
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::locale::{
    Language,
    network::{map_compare as say, map_layers},
};
use crate::ui::pages::statistics::period::{Period, earlier_years};
use crate::views::answers::CountyFigures;

/// What another period had, and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    pub figures: BTreeMap<Adcode, CountyFigures>,
    pub period: Period,
}

impl Before {
    /// How the layer's figure changed to what it is now; none where either is unknown.
    #[must_use]
    pub fn change(&self, layer: &Layer, now: &CountyFigures) -> Option<i64> {
        let before = self.figures.get(&now.county)?;
        Some(layer.amount(now)? - layer.amount(before)?)
    }

    /// Both figures and which way it went: for the table and the tip.
    #[must_use]
    pub fn text(&self, language: Language, layer: &Layer, now: &CountyFigures) -> Option<String> {
        let before = self.figures.get(&now.county)?;
        let way = way(language, layer, self.change(layer, now)?);
        let (now, then) = (layer.text(language, now)?, layer.text(language, before)?);
        Some(say::now_and_before(language, &now, &then, &way))
    }

    /// The other figure and which way it went: beside this one's, in the panel.
    #[must_use]
    pub fn beside(&self, language: Language, layer: &Layer, now: &CountyFigures) -> Option<String> {
        let before = self.figures.get(&now.county)?;
        let then = layer.text(language, before)?;
        let way = self
            .change(layer, now)
            .map_or_else(String::new, |change| signed(language, layer, change));
        Some(say::before(
            language,
            &self.period.name(language),
            &then,
            &way,
        ))
    }
}

/// How much it changed, with its sign: +56, −1.2 points. A rate changes by points, not by a share of itself.
#[must_use]
pub fn signed(language: Language, layer: &Layer, change: i64) -> String {
    let by = size(language, layer, change);
    match change {
        0 => say::same(language).to_owned(),
        1.. => format!("+{by}"),
        _ => format!("−{by}"),
    }
}

/// In words: a reader may leave out a sign.
fn way(language: Language, layer: &Layer, change: i64) -> String {
    let by = size(language, layer, change);
    match change {
        0 => say::same(language).to_owned(),
        1.. => say::rose(language, &by),
        _ => say::fell(language, &by),
    }
}

fn size(language: Language, layer: &Layer, change: i64) -> String {
    let size = change.saturating_abs();
    match layer {
        Layer::Rate | Layer::CoverageVillages | Layer::CoverageTowns | Layer::CoverageDistrict => {
            let tenths = format!("{}.{}", size / 10, size % 10);
            say::points(language, &tenths)
        }
        Layer::Time => map_layers::days(language, &layer.write(language, size)),
        _ => layer.write(language, size),
    }
}

/// The periods that are offered to compare with: the same months a year before, and the years that have anything.
#[must_use]
pub fn choices(period: Period, years: &[i32], today: Day) -> Vec<Period> {
    let a_year_before = match period {
        Period::Months(from, to) => {
            Some(Period::Months(from.plus_months(-12), to.plus_months(-12)))
        }
        Period::All => None,
    };
    let others = std::iter::once(today.year())
        .chain(earlier_years(years, today))
        .filter_map(|year| Period::year(year, today));
    let mut choices: Vec<Period> = a_year_before.into_iter().collect();
    for other in others {
        if other != period && !choices.contains(&other) {
            choices.push(other);
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::super::layer::tests::figures;
    use super::*;
    use crate::law::day::Month;
    use Language::{Chinese, English};

    fn months(from: &str, to: &str) -> Period {
        Period::between(Month::parse(from).unwrap(), Month::parse(to).unwrap())
    }

    fn before() -> (Before, CountyFigures) {
        let now = figures(110_117);
        let then = CountyFigures {
            mediated: 8_000,
            successful: 3_000,
            ..now.clone()
        };
        let before = Before {
            figures: [(now.county, then)].into(),
            period: months("2022-01", "2022-12"),
        };
        (before, now)
    }

    #[test]
    fn a_change_says_how_much_and_which_way() {
        let (before, now) = before();
        assert_eq!(before.change(&Layer::Mediated, &now), Some(359));
        assert_eq!(
            before.text(Chinese, &Layer::Mediated, &now),
            Some("8,359，之前8,000，增加359".into())
        );
        assert_eq!(
            before.text(English, &Layer::Rate, &now),
            Some("35.6%, before 37.5%, down 1.9 points".into())
        );
        assert_eq!(
            before.beside(Chinese, &Layer::Successful, &now),
            Some("2022年：3,000，−26".into())
        );
        assert_eq!(signed(Chinese, &Layer::Time, 0), "不变");
        assert_eq!(signed(English, &Layer::Time, -25), "−2.5 days");
        assert_eq!(signed(English, &Layer::Density, 150), "+1.50");
    }

    #[test]
    fn what_is_not_known_of_both_has_not_changed() {
        let (before, now) = before();
        let elsewhere = figures(110_112);
        assert_eq!(before.change(&Layer::Mediated, &elsewhere), None);
        let few = CountyFigures { mediated: 3, ..now };
        assert_eq!(before.change(&Layer::Rate, &few), None);
        assert_eq!(before.text(Chinese, &Layer::Rate, &few), None);
    }

    #[test]
    fn the_same_months_a_year_before_come_first() {
        let today = Day::parse("2026-10-24").unwrap();
        let of = |period| choices(period, &[2022, 2023, 2025], today);
        assert_eq!(
            of(months("2023-01", "2023-08")),
            [
                months("2022-01", "2022-08"),
                months("2026-01", "2026-10"),
                months("2025-01", "2025-12"),
                months("2023-01", "2023-12"),
                months("2022-01", "2022-12"),
            ]
        );
        let whole = of(months("2023-01", "2023-12"));
        assert_eq!(whole[0], months("2022-01", "2022-12"));
        assert_eq!(whole.len(), 3, "no period twice, nor the one on show");
        assert_eq!(of(Period::All).len(), 4);
    }
}
