//! Days, months and minutes of the local calendar: what people write on forms.
//!
//! Invariant: no time zones and no clock. A [`Day`] is a date of the Gregorian calendar from
//! 1900-01-01 to 2999-12-31; a [`Moment`] is a minute of such a day, local time. Arithmetic that would
//! leave that range stops at its edge, so that it never fails.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day. Counts days since 1970-01-01, so it is ordered, small and cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A month of the calendar, "2026-11".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A minute of a day, local time, "2026-11-24T14:30". Counts minutes since 1970-01-01T00:00.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i32);

/// A day of the week; Monday is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Why a text is no day, month or moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// Not in the form "YYYY-MM-DD", "YYYY-MM" or "YYYY-MM-DDTHH:MM".
    Form,
    /// A year before 1900 or after 2999.
    Year(i32),
    /// No such month.
    Month(u8),
    /// The month has no such day.
    Day(u8),
    /// No such hour or minute.
    Time,
}

const MINUTES_A_DAY: i32 = 24 * 60;

impl Day {
    /// 1900-01-01.
    pub const MIN: Self = Self(-25_567);
    /// 2999-12-31.
    pub const MAX: Self = Self(376_199);

    /// The day of this year, month (1–12) and day of the month.
    pub const fn new(year: i32, month: u8, day: u8) -> Result<Self, DayProblem> {
        if year < 1900 || year > 2999 {
            return Err(DayProblem::Year(year));
        }
        if month < 1 || month > 12 {
            return Err(DayProblem::Month(month));
        }
        if day < 1 || day > days_in(year, month) {
            return Err(DayProblem::Day(day));
        }
        Ok(Self(days_before(year, month) + day as i32 - 1))
    }

    /// Reads "YYYY-MM-DD", and nothing else.
    pub fn parse(text: &str) -> Result<Self, DayProblem> {
        let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else {
            return Err(DayProblem::Form);
        };
        let (year, month, day) = (digits(&[a, b, c, d])?, digits(&[e, f])?, digits(&[g, h])?);
        Self::new(year, month as u8, day as u8)
    }

    /// The day that lies this many days after 1970-01-01, if it is in range.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        if number < Self::MIN.0 || number > Self::MAX.0 {
            None
        } else {
            Some(Self(number))
        }
    }

    /// Days since 1970-01-01: for columns of numbers.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1–12) and day of the month.
    #[must_use]
    pub const fn civil(self) -> (i32, u8, u8) {
        // Years counted from March, so that the leap day comes last (after Neri and Schneider, and
        // Hinnant). 719,468 days lie between 0000-03-01 and 1970-01-01.
        let since = self.0 + 719_468;
        let era = since / 146_097;
        let of_era = since % 146_097;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
        (year, month as u8, day as u8)
    }

    /// The year, 1900–2999.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.civil().0
    }

    /// The month that it lies in.
    #[must_use]
    pub const fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month(year * 12 + month as i32 - 1)
    }

    /// Day of the month, 1–31.
    #[must_use]
    pub const fn day_of_month(self) -> u8 {
        self.civil().2
    }

    /// The day of the week.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.0 + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The day that lies `days` later (earlier, if negative).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Days from `earlier` to this day; negative if `earlier` is the later one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The first minute of this day.
    #[must_use]
    pub const fn start(self) -> Moment {
        Moment(self.0 * MINUTES_A_DAY)
    }

    /// The minute `hour`:`minute` of this day.
    pub const fn at(self, hour: u8, minute: u8) -> Result<Moment, DayProblem> {
        if hour > 23 || minute > 59 {
            return Err(DayProblem::Time);
        }
        Ok(Moment(
            self.0 * MINUTES_A_DAY + hour as i32 * 60 + minute as i32,
        ))
    }
}

impl Month {
    /// The month of this year, 1–12.
    pub const fn new(year: i32, month: u8) -> Result<Self, DayProblem> {
        match Day::new(year, month, 1) {
            Ok(day) => Ok(day.month()),
            Err(problem) => Err(problem),
        }
    }

    /// Reads "YYYY-MM".
    pub fn parse(text: &str) -> Result<Self, DayProblem> {
        let [a, b, c, d, b'-', e, f] = *text.as_bytes() else {
            return Err(DayProblem::Form);
        };
        Self::new(digits(&[a, b, c, d])?, digits(&[e, f])? as u8)
    }

    /// Months since the year 0: for columns of numbers.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month that lies this many months after the year 0 began, if it is in range.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        if number < Day::MIN.month().0 || number > Day::MAX.month().0 {
            None
        } else {
            Some(Self(number))
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0 / 12
    }

    /// Its place in the year, 1–12.
    #[must_use]
    pub const fn of_year(self) -> u8 {
        (self.0 % 12 + 1) as u8
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Day {
        Day(days_before(self.year(), self.of_year()))
    }

    /// Its last day.
    #[must_use]
    pub const fn last_day(self) -> Day {
        Day(self.first_day().0 + days_in(self.year(), self.of_year()) as i32 - 1)
    }

    /// The month that lies `months` later (earlier, if negative).
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self(
            self.0
                .saturating_add(months)
                .clamp(1900 * 12, 2999 * 12 + 11),
        )
    }
}

impl Moment {
    /// The first minute of [`Day::MIN`].
    pub const MIN: Self = Self(Day::MIN.0 * 24 * 60);

    /// Reads "YYYY-MM-DDTHH:MM", and nothing else.
    pub fn parse(text: &str) -> Result<Self, DayProblem> {
        let (day, time) = text.split_once('T').ok_or(DayProblem::Form)?;
        let [a, b, b':', c, d] = *time.as_bytes() else {
            return Err(DayProblem::Form);
        };
        Day::parse(day)?.at(digits(&[a, b])? as u8, digits(&[c, d])? as u8)
    }

    /// The day.
    #[must_use]
    pub const fn day(self) -> Day {
        Day(self.0.div_euclid(MINUTES_A_DAY))
    }

    /// Hour, 0–23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        (self.0.rem_euclid(MINUTES_A_DAY) / 60) as u8
    }

    /// Minute, 0–59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        (self.0.rem_euclid(MINUTES_A_DAY) % 60) as u8
    }

    /// The moment that lies `minutes` later (earlier, if negative).
    #[must_use]
    pub fn plus_minutes(self, minutes: i32) -> Self {
        let least = Day::MIN.0 * MINUTES_A_DAY;
        let most = Day::MAX.0 * MINUTES_A_DAY + MINUTES_A_DAY - 1;
        Self(self.0.saturating_add(minutes).clamp(least, most))
    }

    /// Minutes since 1970-01-01T00:00: for columns of numbers.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The moment that lies this many minutes after 1970-01-01T00:00, if it is in range.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        let moment = Self(number);
        match Day::from_number(moment.day().0) {
            Some(_) => Some(moment),
            None => None,
        }
    }
}

/// Days in a month of the Gregorian calendar.
const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first of a month.
const fn days_before(year: i32, month: u8) -> i32 {
    let (year, from_march) = if month > 2 {
        (year, month as i32 - 3)
    } else {
        (year - 1, month as i32 + 9)
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 - 719_468
}

impl Day {
    /// `YYYY-MM-DD`. Nearly each entry and each row has some: the general way through a format costs several times this.
    fn written(self) -> [u8; 10] {
        let (year, month, day) = self.civil();
        let mut text = *b"YYYY-MM-DD";
        text[..2].copy_from_slice(&two_digits((year / 100) as u8));
        text[2..4].copy_from_slice(&two_digits((year % 100) as u8));
        text[5..7].copy_from_slice(&two_digits(month));
        text[8..].copy_from_slice(&two_digits(day));
        text
    }
}

/// Of a number below 100.
fn two_digits(number: u8) -> [u8; 2] {
    [b'0' + number / 10, b'0' + number % 10]
}

fn digits(text: &[u8]) -> Result<i32, DayProblem> {
    text.iter().try_fold(0, |number, byte| match byte {
        b'0'..=b'9' => Ok(number * 10 + i32::from(byte - b'0')),
        _ => Err(DayProblem::Form),
    })
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(str::from_utf8(&self.written()).unwrap_or_default())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.of_year())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [hour, minute] = [self.hour(), self.minute()].map(two_digits);
        let mut text = *b"YYYY-MM-DDThh:mm";
        text[..10].copy_from_slice(&self.day().written());
        text[11..13].copy_from_slice(&hour);
        text[14..].copy_from_slice(&minute);
        formatter.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Display for DayProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => formatter.write_str("not written as YYYY-MM-DD or YYYY-MM-DDTHH:MM"),
            Self::Year(year) => write!(formatter, "year {year} is not within 1900-2999"),
            Self::Month(month) => write!(formatter, "there is no month {month}"),
            Self::Day(day) => write!(formatter, "the month has no day {day}"),
            Self::Time => formatter.write_str("there is no such time of day"),
        }
    }
}

impl std::error::Error for DayProblem {}

/// On the wire, in debug output and in text these three have one spelling.
macro_rules! spelled {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = DayProblem;

            fn from_str(text: &str) -> Result<Self, DayProblem> {
                Self::parse(text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    serializer.serialize_i32(self.number())
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Spelled;
                impl Visitor<'_> for Spelled {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str("a day, month or moment")
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).map_err(E::custom)
                    }
                }
                if deserializer.is_human_readable() {
                    return deserializer.deserialize_str(Spelled);
                }
                let number = i32::deserialize(deserializer)?;
                Self::from_number(number).ok_or_else(|| de::Error::custom(DayProblem::Form))
            }
        }
    )*};
}
spelled!(Day, Month, Moment);

#[cfg(test)]
mod tests;
