//! A period of whole months, as chips choose it, an address carries it and a title says it. Pure.

use crate::law::day::{Day, Month};
use crate::locale::{Language, dates, statistics as say};

/// From which month to which, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Everything in the record.
    All,
    Months(Month, Month),
}

impl Period {
    /// The month of `today`.
    #[must_use]
    pub fn this_month(today: Day) -> Self {
        Self::Months(today.month(), today.month())
    }

    /// The month before.
    #[must_use]
    pub fn last_month(today: Day) -> Self {
        let month = today.month().plus_months(-1);
        Self::Months(month, month)
    }

    /// A year: of the one that runs, what has run of it.
    #[must_use]
    pub fn year(year: i32, today: Day) -> Option<Self> {
        let last = if year == today.year() {
            today.month()
        } else {
            Month::new(year, 12).ok()?
        };
        Some(Self::Months(Month::new(year, 1).ok()?, last))
    }

    /// What is shown when nothing was chosen: this year, or the latest year that has anything.
    #[must_use]
    pub fn default(today: Day, years: &[i32]) -> Self {
        let latest = years
            .iter()
            .copied()
            .filter(|year| *year <= today.year())
            .max();
        let year = latest.unwrap_or_else(|| today.year());
        Self::year(year, today).unwrap_or(Self::All)
    }

    /// The months that the published figures are of: with these the demonstration opens.
    #[must_use]
    pub fn published() -> Self {
        match (Month::new(2023, 1), Month::new(2023, 8)) {
            (Ok(from), Ok(to)) => Self::Months(from, to),
            _ => Self::All,
        }
    }

    /// Reads what `address` wrote; none where nothing stands there. Days count for their months.
    #[must_use]
    pub fn read(from: Option<Day>, to: Option<Day>) -> Option<Self> {
        let from = from?;
        if from == Day::MIN {
            return Some(Self::All);
        }
        Some(Self::between(from.month(), to.unwrap_or(from).month()))
    }

    /// The two months in their order.
    #[must_use]
    pub fn between(one: Month, other: Month) -> Self {
        Self::Months(one.min(other), one.max(other))
    }

    /// For an address: `from=` and `to=`. Everything begins with the first day there is, since nothing
    /// at all means the default.
    #[must_use]
    pub fn address(self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::All => (Some(Day::MIN), None),
            Self::Months(..) => self.days(),
        }
    }

    /// Its two ends; none of everything, which has none.
    #[must_use]
    pub fn span(self) -> Option<(Day, Day)> {
        let (from, to) = self.days();
        from.zip(to)
    }

    /// The first day and the last.
    #[must_use]
    pub fn days(self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::All => (None, None),
            Self::Months(from, to) => (Some(from.first_day()), Some(to.last_day())),
        }
    }

    /// 2023年1–8月, 2023年, 2026年11月, 2022年3月–2023年8月 / Jan–Aug 2023, 2023, Nov 2026,
    /// Mar 2022 – Aug 2023. A whole year is named by its number, this year by the months it has.
    #[must_use]
    pub fn name(self, language: Language) -> String {
        let Self::Months(from, to) = self else {
            return say::all_time(language).to_owned();
        };
        let (first, last) = (dates::month(language, from), dates::month(language, to));
        if from == to {
            return first;
        }
        let one_year = from.year() == to.year();
        match language {
            Language::Chinese if one_year && (from.of_year(), to.of_year()) == (1, 12) => {
                format!("{}年", from.year())
            }
            Language::English if one_year && (from.of_year(), to.of_year()) == (1, 12) => {
                from.year().to_string()
            }
            Language::Chinese if one_year => {
                format!("{}年{}–{}月", from.year(), from.of_year(), to.of_year())
            }
            Language::English if one_year => {
                let first = first.split(' ').next().unwrap_or_default();
                format!("{first}–{last}")
            }
            Language::Chinese => format!("{first}–{last}"),
            Language::English => format!("{first} – {last}"),
        }
    }
}

/// The years to offer as chips: those that have anything, the latest first, this year not among them.
#[must_use]
pub fn earlier_years(years: &[i32], today: Day) -> Vec<i32> {
    let mut years: Vec<i32> = years
        .iter()
        .copied()
        .filter(|year| *year < today.year())
        .collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// A mistyped year must not draw a century: over a longer time the months without anything are left away.
const MOST_MONTHS: usize = 240;

/// The months that are drawn where something is told of these: all between the first and the last, if they are not too
/// many.
#[must_use]
pub fn drawn(mut told: Vec<Month>) -> Vec<Month> {
    told.sort_unstable();
    let (Some(first), Some(last)) = (told.first(), told.last()) else {
        return told;
    };
    let after = |month: &Month| Some(month.plus_months(1));
    let all = std::iter::successors(Some(*first), after).take_while(|month| month <= last);
    let all: Vec<Month> = all.take(MOST_MONTHS + 1).collect();
    if all.len() > MOST_MONTHS { told } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    fn today() -> Day {
        Day::parse("2026-01-24").unwrap()
    }

    fn months(from: &str, to: &str) -> Period {
        Period::between(Month::parse(from).unwrap(), Month::parse(to).unwrap())
    }

    #[test]
    fn last_month_crosses_the_year() {
        assert_eq!(Period::this_month(today()), months("2026-01", "2026-01"));
        assert_eq!(Period::last_month(today()), months("2025-12", "2025-12"));
        assert_eq!(
            Period::year(2026, today()),
            Some(months("2026-01", "2026-01"))
        );
        assert_eq!(
            Period::year(2025, today()),
            Some(months("2025-01", "2025-12"))
        );
        assert_eq!(Period::year(1800, today()), None);
    }

    #[test]
    fn opens_on_the_latest_year_that_has_anything() {
        assert_eq!(
            Period::default(today(), &[2017, 2023]),
            months("2023-01", "2023-12")
        );
        assert_eq!(Period::default(today(), &[]), months("2026-01", "2026-01"));
        // A mistyped year to come doesn't hide what there is.
        assert_eq!(
            Period::default(today(), &[2025, 2031]),
            months("2025-01", "2025-12")
        );
    }

    #[test]
    fn an_address_keeps_it() {
        for period in [Period::All, months("2023-01", "2023-08")] {
            let (from, to) = period.address();
            assert_eq!(Period::read(from, to), Some(period));
        }
        let day = |text| Day::parse(text).ok();
        assert_eq!(
            Period::read(day("2023-08-31"), day("2023-01-01")),
            Some(months("2023-01", "2023-08"))
        );
        assert_eq!(
            Period::read(day("2023-08-09"), None),
            Some(months("2023-08", "2023-08"))
        );
        assert_eq!(Period::read(None, day("2023-08-01")), None);
        let (from, to) = months("2024-02", "2024-02").days();
        assert_eq!(
            (from, to),
            (Day::parse("2024-02-01").ok(), Day::parse("2024-02-29").ok())
        );
    }

    #[test]
    fn is_called_by_the_shortest_name() {
        let both = |period: Period| (period.name(Chinese), period.name(English));
        let expected = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        assert_eq!(
            both(months("2023-01", "2023-08")),
            expected("2023年1–8月", "Jan–Aug 2023")
        );
        assert_eq!(
            both(months("2023-01", "2023-12")),
            expected("2023年", "2023")
        );
        assert_eq!(
            both(months("2026-11", "2026-11")),
            expected("2026年11月", "Nov 2026")
        );
        assert_eq!(
            both(months("2022-03", "2023-08")),
            expected("2022年3月–2023年8月", "Mar 2022 – Aug 2023")
        );
        assert_eq!(both(Period::All), expected("全部年份", "All years"));
    }

    #[test]
    fn chips_offer_the_years_before_this_one() {
        assert_eq!(
            earlier_years(&[2022, 2026, 2023, 2022], today()),
            [2023, 2022]
        );
    }

    #[test]
    fn a_year_that_was_mistyped_hides_no_month() {
        let month = |year, month| Day::new(year, month, 1).unwrap().month();
        assert_eq!(
            drawn(vec![month(2026, 3), month(2026, 1)]),
            [month(2026, 1), month(2026, 2), month(2026, 3)]
        );
        let told = vec![month(1923, 5), month(2023, 4), month(2026, 11)];
        assert_eq!(drawn(told.clone()), told);
        assert_eq!(
            drawn(vec![month(2007, 1), month(2026, 12)]).len(),
            MOST_MONTHS
        );
        assert_eq!(drawn(Vec::new()), []);
    }
}
