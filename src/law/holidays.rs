//! Which days are worked: the published holidays and make-up workdays.
//!
//! The State Council publishes a year's holidays in the autumn before. `data/holidays.txt` holds
//! 2004–2026; a newer file of the same form is read with [`Holidays::parse`]. Outside the published
//! years the days of the week decide, and the answer says so.
//!
//! Limitations: the holiday of New Year may begin on the last days of December, published with the
//! next year; until then these count as ordinary days of a published year.

use std::sync::LazyLock;

use super::day::{Day, Weekday};

/// The published days off and make-up workdays. Sorted, so that a day is found by halving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    years: Vec<i32>,
    off: Vec<Day>,
    work: Vec<Day>,
}

/// Whether a day is worked, and how well that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workday {
    /// Worked, as published.
    Yes,
    /// Off, as published.
    No,
    /// A weekday of a year that is not published.
    PresumedYes,
    /// A weekend day of a year that is not published.
    PresumedNo,
}

/// The last day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day on which it is in time.
    pub day: Day,
    /// Whether all days counted were published; if not, the day may still move by holidays.
    pub calendar: Calendar,
}

/// How well a deadline in working days is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// All days counted lie in published years.
    Published,
    /// Some day counted lies in a year that is not published.
    Presumed,
}

/// A line of a holidays' file that cannot be read; lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolidaysProblem {
    /// The line.
    pub line: usize,
}

static BUILT_IN: LazyLock<Holidays> =
    LazyLock::new(|| Holidays::parse(include_str!("data/holidays.txt")).unwrap_or_default());

impl Holidays {
    /// What this version knows: 2004–2026.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads the form of `data/holidays.txt`: a line a year, `2026 off 0101-0103 … work 0104 …`, days
    /// as MMDD; `#` begins a comment.
    pub fn parse(text: &str) -> Result<Self, HolidaysProblem> {
        let mut holidays = Self::default();
        for (index, line) in text.lines().enumerate() {
            if !line.trim().is_empty() && !line.starts_with('#') {
                holidays
                    .read_year(line)
                    .ok_or(HolidaysProblem { line: index + 1 })?;
            }
        }
        for days in [&mut holidays.off, &mut holidays.work] {
            days.sort_unstable();
            days.dedup();
        }
        holidays.years.sort_unstable();
        Ok(holidays)
    }

    fn read_year(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_ascii_whitespace();
        let year = words.next()?.parse().ok()?;
        let day = |text: &str| {
            let (month, day) = (text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?);
            Day::new(year, month, day).ok()
        };
        let mut days: Option<&mut Vec<Day>> = None;
        for word in words {
            match word {
                "off" => days = Some(&mut self.off),
                "work" => days = Some(&mut self.work),
                _ => {
                    let (first, last) = word.split_once('-').unwrap_or((word, word));
                    let (first, last) = (day(first)?, day(last)?);
                    let span = (0..=last.days_since(first)).map(|n| first.plus_days(n));
                    days.as_mut()?.extend(span);
                }
            }
        }
        self.years.push(year);
        Some(())
    }

    /// Whether the holidays of this year are known.
    #[must_use]
    pub fn is_published(&self, year: i32) -> bool {
        self.years.binary_search(&year).is_ok()
    }

    /// Whether the day is worked.
    #[must_use]
    pub fn workday(&self, day: Day) -> Workday {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if self.work.binary_search(&day).is_ok() {
            Workday::Yes
        } else if self.off.binary_search(&day).is_ok() {
            Workday::No
        } else {
            match (self.is_published(day.year()), weekend) {
                (true, false) => Workday::Yes,
                (true, true) => Workday::No,
                (false, false) => Workday::PresumedYes,
                (false, true) => Workday::PresumedNo,
            }
        }
    }

    /// The last of `count` working days, of which the first is the first worked after `day`; `day`
    /// itself for none.
    #[must_use]
    pub fn add_workdays(&self, day: Day, count: u16) -> Deadline {
        let mut deadline = Deadline {
            day,
            calendar: Calendar::Published,
        };
        for _ in 0..count {
            deadline.day = deadline.day.plus_days(1);
            self.roll(&mut deadline);
        }
        deadline
    }

    /// The day itself if it is worked, else the first worked after it: how a period ends whose last
    /// day is a holiday (Civil Procedure Law, on periods).
    #[must_use]
    pub fn or_next_workday(&self, day: Day) -> Deadline {
        let mut deadline = Deadline {
            day,
            calendar: Calendar::Published,
        };
        self.roll(&mut deadline);
        deadline
    }

    fn roll(&self, deadline: &mut Deadline) {
        loop {
            let workday = self.workday(deadline.day);
            deadline.calendar = deadline.calendar.max(workday.calendar());
            if workday.is_worked() || deadline.day == Day::MAX {
                return;
            }
            deadline.day = deadline.day.plus_days(1);
        }
    }
}

impl Workday {
    /// Whether it is worked, as far as is known.
    #[must_use]
    pub const fn is_worked(self) -> bool {
        matches!(self, Self::Yes | Self::PresumedYes)
    }

    /// How well that is known.
    #[must_use]
    pub const fn calendar(self) -> Calendar {
        match self {
            Self::Yes | Self::No => Calendar::Published,
            Self::PresumedYes | Self::PresumedNo => Calendar::Presumed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Holidays, HolidaysProblem, Workday};
    use crate::law::day::Day;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn workday(text: &str) -> Workday {
        Holidays::built_in().workday(day(text))
    }

    fn after(text: &str, count: u16) -> (String, Calendar) {
        let deadline = Holidays::built_in().add_workdays(day(text), count);
        (deadline.day.to_string(), deadline.calendar)
    }

    /// The counts of npm chinese-days 1.5.7.
    #[test]
    fn the_built_in_file_is_whole() {
        let holidays = Holidays::parse(include_str!("data/holidays.txt")).unwrap();
        assert_eq!((holidays.off.len(), holidays.work.len()), (619, 150));
        assert_eq!(holidays.years, (2004..=2026).collect::<Vec<_>>());
        assert_eq!(&holidays, Holidays::built_in());
        assert!(holidays.off.iter().all(|day| !holidays.work.contains(day)));
    }

    #[test]
    fn published_days_decide_before_days_of_the_week() {
        assert_eq!(workday("2026-01-02"), Workday::No, "a Friday off");
        assert_eq!(workday("2026-01-04"), Workday::Yes, "a Sunday worked");
        assert_eq!(workday("2026-10-01"), Workday::No);
        assert_eq!(workday("2026-11-24"), Workday::Yes, "an ordinary Tuesday");
        assert_eq!(workday("2026-11-22"), Workday::No, "an ordinary Sunday");
        assert_eq!(
            workday("2027-01-01"),
            Workday::PresumedYes,
            "not yet published"
        );
        assert_eq!(workday("2027-01-02"), Workday::PresumedNo);
        assert_eq!(workday("2003-05-02"), Workday::PresumedYes);
    }

    #[test]
    fn working_days_pass_over_holidays() {
        use Calendar::*;
        assert_eq!(after("2026-11-24", 3), ("2026-11-27".into(), Published));
        assert_eq!(after("2026-11-26", 3), ("2026-12-01".into(), Published));
        assert_eq!(
            after("2026-09-30", 3),
            ("2026-10-10".into(), Published),
            "a Saturday worked"
        );
        assert_eq!(after("2026-02-13", 1), ("2026-02-14".into(), Published));
        assert_eq!(after("2026-12-30", 3), ("2027-01-04".into(), Presumed));
        assert_eq!(after("2026-10-01", 0), ("2026-10-01".into(), Published));
        assert_eq!(after("2999-12-30", 9).0, "2999-12-31");
    }

    #[test]
    fn a_period_that_ends_on_a_holiday_ends_after_it() {
        let end = |text| {
            Holidays::built_in()
                .or_next_workday(day(text))
                .day
                .to_string()
        };
        assert_eq!(end("2026-10-03"), "2026-10-08");
        assert_eq!(end("2026-10-08"), "2026-10-08");
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for text in [
            "# ok\n2027 off 0101-01",
            "\n2027 0101",
            "\n2027 off 0230",
            "\nx off 0101",
            "\n2027 off 中文",
        ] {
            assert_eq!(
                Holidays::parse(text),
                Err(HolidaysProblem { line: 2 }),
                "{text}"
            );
        }
        let newer = Holidays::parse("2027 off 0101-0103 work 0109\n").unwrap();
        assert_eq!(newer.workday(day("2027-01-01")), Workday::No);
        assert_eq!(newer.workday(day("2027-01-09")), Workday::Yes);
    }
}
