//! The line of time under the map: at which months or years it stops, where a period lies on it, what comes next. Pure.

use crate::law::day::{Day, Month};
use crate::ui::pages::statistics::period::Period;

/// In what steps one walks along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Years,
    Months,
}

impl Pace {
    /// As a period is looked at: one month is a step of months, all else of years.
    #[must_use]
    pub fn of(period: Period) -> Self {
        match period {
            Period::Months(from, to) if from == to => Self::Months,
            _ => Self::Years,
        }
    }
}

/// From the first year that has anything to this month, or to the end of the last year that has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: Month,
    pub last: Month,
}

/// A mistyped year must not draw a century.
const MOST_YEARS: i32 = 30;

impl Span {
    /// Of the years that have anything in them; none where none has.
    #[must_use]
    pub fn of(years: &[i32], today: Day) -> Option<Self> {
        let plausible = |year: &&i32| (today.year() - MOST_YEARS..=today.year()).contains(*year);
        let (first, last) = (
            years.iter().filter(plausible).min()?,
            years.iter().filter(plausible).max()?,
        );
        let end = Period::year(*last, today)?;
        let Period::Months(_, last) = end else {
            return None;
        };
        let first = Month::new(*first, 1).ok()?;
        Some(Self { first, last })
    }

    /// Where it stops, in order; at the year that runs, with the months that it has.
    #[must_use]
    pub fn stops(self, pace: Pace) -> Vec<Period> {
        match pace {
            Pace::Years => {
                let year = |year| {
                    let (first, last) = (Month::new(year, 1).ok()?, Month::new(year, 12).ok()?);
                    Some(Period::Months(first, last.min(self.last)))
                };
                (self.first.year()..=self.last.year())
                    .filter_map(year)
                    .collect()
            }
            Pace::Months => {
                let next = |month: &Month| Some(month.plus_months(1));
                std::iter::successors(Some(self.first), next)
                    .take_while(|month| *month <= self.last)
                    .map(|month| Period::Months(month, month))
                    .collect()
            }
        }
    }

    /// The stop at which a period ends: where the thumb stands.
    #[must_use]
    pub fn place(self, pace: Pace, period: Period) -> usize {
        let end = match period {
            Period::All => self.last,
            Period::Months(_, to) => to,
        };
        let begins_later = |stop: &Period| matches!(stop, Period::Months(from, _) if *from > end);
        let stops = self.stops(pace);
        let after = stops.iter().position(begins_later).unwrap_or(stops.len());
        after.saturating_sub(1)
    }

    /// What is shown after a period; none at the end.
    #[must_use]
    pub fn after(self, pace: Pace, period: Period) -> Option<Period> {
        let place = self.place(pace, period);
        self.stops(pace).get(place + 1).copied()
    }

    /// A period in another pace: the year that it ends in, or its last month.
    #[must_use]
    pub fn in_pace(self, pace: Pace, period: Period) -> Option<Period> {
        let place = self.place(pace, period);
        self.stops(pace).get(place).copied()
    }

    /// The stops of its first and its last month, in thousandths of the line: one place where a stop holds all of it.
    #[must_use]
    pub fn band(self, pace: Pace, period: Period) -> (usize, usize) {
        let end = self.stops(pace).len().saturating_sub(1).max(1);
        let to = self.place(pace, period);
        let from = match period {
            Period::All => 0,
            Period::Months(from, _) => self.place(pace, Period::Months(from, from)),
        };
        (from.min(to) * 1_000 / end, to * 1_000 / end)
    }
}

/// So many stops at most are asked for beforehand, evenly apart, to find classes that hold for all of them.
const SAMPLES: usize = 36;

/// The stops whose figures make the classes, so that a shade means the same from stop to stop.
#[must_use]
pub fn samples(stops: &[Period]) -> Vec<Period> {
    let step = stops.len().div_ceil(SAMPLES).max(1);
    stops.iter().copied().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-10-24").unwrap()
    }

    fn months(from: &str, to: &str) -> Period {
        Period::between(Month::parse(from).unwrap(), Month::parse(to).unwrap())
    }

    fn span() -> Span {
        Span::of(&[2023, 2017, 2026], today()).unwrap()
    }

    #[test]
    fn it_runs_from_the_first_year_to_this_month() {
        let years = span().stops(Pace::Years);
        assert_eq!(years.len(), 10);
        assert_eq!(years[0], months("2017-01", "2017-12"));
        assert_eq!(years[9], months("2026-01", "2026-10"));
        let every = span().stops(Pace::Months);
        assert_eq!(
            (every.len(), every[117]),
            (118, months("2026-10", "2026-10"))
        );
        // A year that is over has all of its months; one that nobody has lived in is a slip of the pen.
        let old = Span::of(&[1023, 2022, 2023, 2062], today()).unwrap();
        assert_eq!(old.stops(Pace::Months).len(), 24);
        assert_eq!(Span::of(&[], today()), None);
    }

    #[test]
    fn a_period_of_the_menu_has_its_place() {
        let place = |pace, period| span().place(pace, period);
        assert_eq!(place(Pace::Years, months("2023-01", "2023-08")), 6);
        assert_eq!(place(Pace::Months, months("2023-01", "2023-08")), 79);
        assert_eq!(place(Pace::Years, Period::All), 9);
        // Before the record and after it: at its ends.
        assert_eq!(place(Pace::Years, months("2001-01", "2001-12")), 0);
        assert_eq!(place(Pace::Months, months("2030-01", "2030-01")), 117);
        assert_eq!(Pace::of(months("2023-08", "2023-08")), Pace::Months);
        assert_eq!(Pace::of(Period::All), Pace::Years);
    }

    #[test]
    fn it_walks_to_the_end_and_no_farther() {
        let mut seen = vec![months("2023-01", "2023-08")];
        while let Some(next) = span().after(Pace::Years, seen[seen.len() - 1]) {
            seen.push(next);
        }
        assert_eq!(
            seen[1..],
            [
                months("2024-01", "2024-12"),
                months("2025-01", "2025-12"),
                months("2026-01", "2026-10")
            ]
        );
        let month = span().in_pace(Pace::Months, seen[0]);
        assert_eq!(month, Some(months("2023-08", "2023-08")));
        let year = span().in_pace(Pace::Years, months("2023-08", "2023-08"));
        assert_eq!(year, Some(months("2023-01", "2023-12")));
    }

    #[test]
    fn the_band_shows_what_of_it_is_shown() {
        let span = Span::of(&[2021, 2025], today()).unwrap();
        let band = |period| span.band(Pace::Years, period);
        assert_eq!(band(months("2023-01", "2023-12")), (500, 500));
        assert_eq!(band(months("2022-05", "2024-02")), (250, 750));
        assert_eq!(band(Period::All), (0, 1_000));
        assert_eq!(band(months("1999-01", "1999-12")), (0, 0));
        assert_eq!(
            span.band(Pace::Months, months("2025-12", "2025-12")),
            (1_000, 1_000)
        );
    }

    #[test]
    fn classes_are_found_over_all_of_it() {
        let every = span().stops(Pace::Months);
        let some = samples(&every);
        assert!(some.len() <= SAMPLES && some.len() > SAMPLES / 2);
        assert_eq!(samples(&every[..3]), every[..3]);
    }
}
