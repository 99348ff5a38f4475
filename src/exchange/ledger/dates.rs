//! Days as offices type them: 2023.1.3, 1.5, 2023/01/17, 2023年1月5日, 44930, 二〇二三年一月五日.

use super::reason::Reason;
use super::sheet::Cell;
use super::text::{han_number, plain};
use crate::law::blank::trimmed;
use crate::law::day::{Day, DayProblem};

/// Where the year of a day written without one comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearHint {
    /// Nobody said: such days are refused.
    Unknown,
    /// The ledger is of this year.
    In(i32),
    /// It is the first such day from this one on: a case registered on 12.20 and concluded on 1.3 was
    /// concluded in the next year. Only within half a year, or it is a slip and no turn of the year.
    From(Day),
}

/// Serial days that a workbook counts: of these years alone is a bare five-digit number a date.
const SERIALS: std::ops::RangeInclusive<u32> = 29_221..=73_050;
const YEARS: std::ops::RangeInclusive<i32> = 1980..=2099;

/// Reads a day; an empty cell, or one that says nothing, is `None`.
///
/// # Errors
/// The reason why what stands in the cell is no day, or not surely one.
pub fn read_day(cell: &Cell, hint: YearHint) -> Result<Option<Day>, Reason> {
    if cell.says_nothing() {
        return Ok(None);
    }
    match cell {
        Cell::Empty => Ok(None),
        Cell::Day(day) if YEARS.contains(&day.year()) => Ok(Some(*day)),
        Cell::Day(day) => Err(Reason::OddYear { year: day.year() }),
        Cell::Number(number) => read_number(number, hint).map(Some),
        Cell::Text(text) => read_text(text, hint).map(Some),
    }
}

/// A number cell holds a serial day (whose fraction is the time of day), 20230105, or a typed 1.5.
fn read_number(number: &str, hint: YearHint) -> Result<Day, Reason> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if let Ok(serial) = whole.parse()
        && SERIALS.contains(&serial)
    {
        return serial_day(serial).ok_or(Reason::NotADate);
    }
    match fraction {
        "1" | "2" | "3" if whole.len() <= 2 => Err(Reason::ZeroLost),
        _ => read_text(number, hint),
    }
}

fn read_text(text: &str, hint: YearHint) -> Result<Day, Reason> {
    let numbers = numbers(without_time(trimmed(text)))?;
    match numbers.as_slice() {
        [Number { value, digits: 8 }] => from_parts(
            (*value / 10_000).cast_signed(),
            *value / 100 % 100,
            *value % 100,
        ),
        [Number { value, digits: 5 }] if SERIALS.contains(value) => {
            serial_day(*value).ok_or(Reason::NotADate)
        }
        [month, day] if month.digits <= 2 && day.digits <= 2 => {
            in_hinted_year(month.value, day.value, hint)
        }
        [year, month, day] if month.digits <= 2 && day.digits <= 2 => match year.digits {
            4 => from_parts(year.value.cast_signed(), month.value, day.value),
            2 => from_parts(full_year(year.value, hint)?, month.value, day.value),
            _ => Err(Reason::NotADate),
        },
        [first, second, year] if year.digits == 4 && first.digits <= 2 && second.digits <= 2 => {
            let year = year.value.cast_signed();
            // Programs with foreign settings write the month or the day first.
            match (first.value, second.value) {
                (month, day) if month == day || (month <= 12 && day > 12) => {
                    from_parts(year, month, day)
                }
                (day, month) if day > 12 && month <= 12 => from_parts(year, month, day),
                _ => Err(Reason::OrderUnclear),
            }
        }
        _ => Err(Reason::NotADate),
    }
}

fn in_hinted_year(month: u32, day: u32, hint: YearHint) -> Result<Day, Reason> {
    match hint {
        YearHint::Unknown => Err(Reason::YearUnknown),
        YearHint::In(year) => from_parts(year, month, day),
        YearHint::From(start) => {
            let same_year = from_parts(start.year(), month, day);
            let turns = same_year.as_ref().is_ok_and(|same| *same < start)
                && u32::from(start.month().of_year()) >= month + 6;
            match same_year {
                Ok(_) if turns => from_parts(start.year() + 1, month, day),
                other => other,
            }
        }
    }
}

/// "23" is 2023 in a ledger of 2023 (or at the turns of that year), and no year otherwise.
fn full_year(short: u32, hint: YearHint) -> Result<i32, Reason> {
    let known = match hint {
        YearHint::Unknown => None,
        YearHint::In(year) => Some(year),
        YearHint::From(day) => Some(day.year()),
    };
    let year = 2000 + short.cast_signed();
    match known {
        Some(known) if (known - year).abs() <= 1 => Ok(year),
        _ => Err(Reason::ShortYear { year: short }),
    }
}

fn from_parts(year: i32, month: u32, day: u32) -> Result<Day, Reason> {
    if !YEARS.contains(&year) {
        return Err(Reason::OddYear { year });
    }
    let no_such_day = Reason::NoSuchDay { month, day };
    let Ok(month_of_year) = u8::try_from(month) else {
        return Err(Reason::NoSuchMonth { month });
    };
    let day_of_month = u8::try_from(day).unwrap_or(u8::MAX);
    Day::new(year, month_of_year, day_of_month).map_err(|problem| match problem {
        DayProblem::Month(_) => Reason::NoSuchMonth { month },
        DayProblem::Day(_) => no_such_day,
        DayProblem::Year(_) | DayProblem::Form | DayProblem::Time => Reason::OddYear { year },
    })
}

/// The day that a workbook of the 1900 system counts with this number; 25569 is 1970-01-01.
fn serial_day(serial: u32) -> Option<Day> {
    Day::from_number(serial.cast_signed() - 25_569)
}

/// Cuts off a time of day and a weekday: "2023-01-05 09:30:00", "2023.1.5（周四）上午".
fn without_time(text: &str) -> &str {
    let ends = [
        " ", "\u{3000}", "T", "上午", "下午", "(", "（", "星期", "周",
    ];
    let timed = |end: &&str| {
        let at = text.find(*end)?;
        let rest = &text[at..];
        let is_time = rest.contains([':', '：', '时', '午', '周', '期', '点']);
        is_time.then_some(at)
    };
    let end = ends.iter().filter_map(timed).min().unwrap_or(text.len());
    &text[..end]
}

struct Number {
    value: u32,
    digits: usize,
}

/// The numbers of a date, if nothing but the usual separators stands between them.
fn numbers(text: &str) -> Result<Vec<Number>, Reason> {
    let text = plain(text);
    let text = text
        .trim_end_matches(['日', '号', '.', '-', '/'])
        .trim_start_matches('\'');
    let mut numbers = Vec::new();
    for part in text.split(['.', '-', '/', '年', '月', '、', ',', ':', '\\']) {
        let number = if part.bytes().all(|byte| byte.is_ascii_digit()) {
            part.parse().ok().map(|value| Number {
                value,
                digits: part.len(),
            })
        } else {
            han_number(part).map(|value| Number {
                value,
                digits: value.to_string().len(),
            })
        };
        numbers.push(
            number
                .filter(|_| numbers.len() < 3)
                .ok_or(Reason::NotADate)?,
        );
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const YEAR: YearHint = YearHint::In(2023);

    #[track_caller]
    fn check(text: &str, day: &str) {
        let read = read_day(&Cell::from(text), YEAR).unwrap().unwrap();
        assert_eq!(read.to_string(), day, "{text}");
    }

    #[track_caller]
    fn check_refused(text: &str, hint: YearHint, reason: Reason) {
        assert_eq!(read_day(&Cell::from(text), hint), Err(reason), "{text}");
    }

    #[test]
    fn the_usual_spellings() {
        for text in [
            "2023.1.5",
            "1.5",
            "2023/01/05",
            "44931",
            "2023年1月5日",
            "2023-1-5",
            "20230105",
            "1月5日",
            "1-5",
            "２０２３．１．５",
            "2023．1．5",
            "2023. 1. 5",
            "2023年01月05号",
            "2023.01.05.",
            "2023、1、5",
            "23.1.5",
            "二〇二三年一月五日",
            "二零二三年一月五日",
            "2023-01-05 09:30:00",
            "2023/1/5 9:30",
            "2023-01-05T00:00:00",
            "2023.1.5（周四）",
            "2023年1月5日上午",
            "2023年 1月 5日",
            "'2023.1.5",
            " 2023—1—5 ",
        ] {
            check(text, "2023-01-05");
        }
        check("1.10", "2023-01-10");
        check("十二月二十一日", "2023-12-21");
        check("1/31/2023", "2023-01-31");
        check("31/1/2023", "2023-01-31");
        for text in ["", " ", "/", "无", "—"] {
            assert_eq!(read_day(&Cell::from(text), YEAR), Ok(None));
        }
    }

    #[test]
    fn what_is_no_day_says_why() {
        check_refused("13月5日", YEAR, Reason::NoSuchMonth { month: 13 });
        check_refused("2023.2.29", YEAR, Reason::NoSuchDay { month: 2, day: 29 });
        check_refused("2023.1.0", YEAR, Reason::NoSuchDay { month: 1, day: 0 });
        check_refused("1.5", YearHint::Unknown, Reason::YearUnknown);
        check_refused("23.1.5", YearHint::Unknown, Reason::ShortYear { year: 23 });
        check_refused("18.1.5", YEAR, Reason::ShortYear { year: 18 });
        check_refused("3/4/2023", YEAR, Reason::OrderUnclear);
        check_refused("2203.1.5", YEAR, Reason::OddYear { year: 2203 });
        for text in [
            "2023",
            "2023.1",
            "五月",
            "昨天",
            "2023.1.5-2023.1.6",
            "1.2.3.4.5",
            "99999999999.1",
        ] {
            check_refused(text, YEAR, Reason::NotADate);
        }
    }

    #[test]
    fn numbers_are_serials_or_lose_their_noughts() {
        let read = |number: &str| read_day(&Cell::Number(number.to_owned()), YEAR);
        let day = |number| read(number).unwrap().unwrap().to_string();
        assert_eq!(day("44931"), "2023-01-05");
        assert_eq!(day("44931.75"), "2023-01-05");
        assert_eq!(day("1.5"), "2023-01-05");
        assert_eq!(day("1.12"), "2023-01-12");
        assert_eq!(day("20230105"), "2023-01-05");
        assert_eq!(read("1.1"), Err(Reason::ZeroLost));
        assert_eq!(read("10.3"), Err(Reason::ZeroLost));
        assert_eq!(read("3"), Err(Reason::NotADate));
    }

    #[test]
    fn a_case_may_end_after_new_year() {
        let start = Day::new(2023, 12, 20).unwrap();
        let read = |text: &str| {
            read_day(&Cell::from(text), YearHint::From(start))
                .unwrap()
                .unwrap()
                .to_string()
        };
        assert_eq!(read("12.28"), "2023-12-28");
        assert_eq!(read("1.3"), "2024-01-03");
        assert_eq!(read("12.19"), "2023-12-19", "a slip, not a year");
        assert_eq!(read("24.1.3"), "2024-01-03");
    }

    #[test]
    fn only_within_half_a_year_it_ends_in_the_next() {
        for (start, typed, ends) in [
            ((2023, 6, 20), "5.3", "2023-05-03"),
            ((2023, 8, 20), "3.3", "2023-03-03"),
            ((2023, 8, 20), "2.3", "2024-02-03"),
            ((2023, 7, 20), "1.3", "2024-01-03"),
        ] {
            let start = Day::new(start.0, start.1, start.2).unwrap();
            let read = read_day(&Cell::from(typed), YearHint::From(start));
            assert_eq!(read.unwrap().unwrap().to_string(), ends, "{start} {typed}");
        }
    }

    /// Whatever a workbook says that the cell is.
    #[test]
    fn a_cell_that_is_a_day_is_of_these_years_too() {
        for (text, year) in [("1900-01-05", 1900), ("2203-01-05", 2203)] {
            let cell = Cell::Day(Day::parse(text).unwrap());
            assert_eq!(read_day(&cell, YEAR), Err(Reason::OddYear { year }));
        }
        let day = Day::parse("1980-01-01").unwrap();
        assert_eq!(read_day(&Cell::Day(day), YEAR), Ok(Some(day)));
    }

    #[test]
    fn serials_are_a_workbooks() {
        for (serial, day) in [
            (29_221, "1980-01-01"),
            (36_526, "2000-01-01"),
            (36_585, "2000-02-29"),
            (44_927, "2023-01-01"),
            (45_351, "2024-02-29"),
            (73_050, "2099-12-31"),
        ] {
            assert_eq!(serial_day(serial).unwrap().to_string(), day);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[0-9.年月日/ 十二:T（周-]{0,16}") {
            let _ = read_day(&Cell::Text(text.clone()), YEAR);
            let _ = read_day(&Cell::Number(text), YearHint::Unknown);
        }
    }
}
