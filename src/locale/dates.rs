//! Days and times as people read them. In tables a day is `Day`'s own spelling, 2026-11-24.

use super::Language;
use crate::law::day::{Day, Moment, Month, Weekday};

/// The day with its day of the week: 11月24日 周二 / 24 Nov, Tue. The year is added where it is not
/// this one: 2025年11月24日 周一 / 24 Nov 2025, Mon.
#[must_use]
pub fn day(language: Language, day: Day, today: Day) -> String {
    let name = weekday(language, day.weekday());
    match language {
        Language::Chinese => format!("{} {name}", short_day(language, day, today)),
        Language::English => format!("{}, {name}", short_day(language, day, today)),
    }
}

/// The day alone: 11月24日 / 24 Nov; with the year where it is not this one.
#[must_use]
pub fn short_day(language: Language, day: Day, today: Day) -> String {
    let (year, month, of_month) = day.civil();
    match (language, year == today.year()) {
        (Language::Chinese, true) => format!("{month}月{of_month}日"),
        (Language::Chinese, false) => format!("{year}年{month}月{of_month}日"),
        (Language::English, true) => format!("{of_month} {}", short_month(month)),
        (Language::English, false) => format!("{of_month} {} {year}", short_month(month)),
    }
}

/// The day as papers have it: 2026年11月24日 / 24 November 2026.
#[must_use]
pub fn paper_day(language: Language, day: Day) -> String {
    let (year, month, of_month) = day.civil();
    match language {
        Language::Chinese => format!("{year}年{month}月{of_month}日"),
        Language::English => format!("{of_month} {} {year}", long_month(month)),
    }
}

/// 今天, 昨天, 明天 where it is one of these, else as [`day`].
#[must_use]
pub fn near_day(language: Language, day: Day, today: Day) -> String {
    let near = match day.days_since(today) {
        0 => ("今天", "Today"),
        -1 => ("昨天", "Yesterday"),
        1 => ("明天", "Tomorrow"),
        _ => return self::day(language, day, today),
    };
    match language {
        Language::Chinese => near.0.to_owned(),
        Language::English => near.1.to_owned(),
    }
}

/// The time of day: 14:30, 09:05.
#[must_use]
pub fn time(moment: Moment) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// Day and time: 今天 14:30, 11月3日 周二 09:05 / Today 14:30, 3 Nov, Tue 09:05.
#[must_use]
pub fn moment(language: Language, moment: Moment, today: Day) -> String {
    format!(
        "{} {}",
        near_day(language, moment.day(), today),
        time(moment)
    )
}

/// Two days and what lies between: 11月3日–24日, 10月30日–11月2日, with years where they differ or are
/// not this one / 3–24 Nov, 30 Oct – 2 Nov. One day for both gives that day.
#[must_use]
pub fn span(language: Language, from: Day, to: Day, today: Day) -> String {
    if from == to {
        return short_day(language, from, today);
    }
    // Years are written out in full where the two differ.
    let year_of = if from.year() == to.year() {
        today
    } else {
        Day::MIN
    };
    let (first, last) = (
        short_day(language, from, year_of),
        short_day(language, to, year_of),
    );
    match (language, from.month() == to.month()) {
        (Language::Chinese, true) => format!("{first}–{}日", to.day_of_month()),
        (Language::Chinese, false) if from.year() == to.year() => {
            let (_, month, of_month) = to.civil();
            format!("{first}–{month}月{of_month}日")
        }
        (Language::Chinese, false) => format!("{first}–{last}"),
        (Language::English, true) => format!("{}–{last}", from.day_of_month()),
        (Language::English, false) if from.year() == to.year() => {
            let (_, month, of_month) = from.civil();
            format!("{of_month} {} – {last}", short_month(month))
        }
        (Language::English, false) => format!("{first} – {last}"),
    }
}

/// The month: 2026年11月 / Nov 2026.
#[must_use]
pub fn month(language: Language, month: Month) -> String {
    match language {
        Language::Chinese => format!("{}年{}月", month.year(), month.of_year()),
        Language::English => format!("{} {}", short_month(month.of_year()), month.year()),
    }
}

/// The day of the week: 周二 / Tue.
#[must_use]
pub fn weekday(language: Language, weekday: Weekday) -> &'static str {
    let (zh, en) = match weekday {
        Weekday::Monday => ("周一", "Mon"),
        Weekday::Tuesday => ("周二", "Tue"),
        Weekday::Wednesday => ("周三", "Wed"),
        Weekday::Thursday => ("周四", "Thu"),
        Weekday::Friday => ("周五", "Fri"),
        Weekday::Saturday => ("周六", "Sat"),
        Weekday::Sunday => ("周日", "Sun"),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// So many days: 3天 / 3 days.
#[must_use]
pub fn days(language: Language, count: i32) -> String {
    match (language, count) {
        (Language::Chinese, _) => format!("{count}天"),
        (Language::English, 1) => "1 day".to_owned(),
        (Language::English, _) => format!("{count} days"),
    }
}

/// How a deadline stands, from `law::clock::days_left`: 还剩3天, 今天到期, 已逾期2天 / 3 days left,
/// Due today, 2 days overdue.
#[must_use]
pub fn days_left(language: Language, left: i32) -> String {
    match (language, left) {
        (Language::Chinese, 0) => "今天到期".to_owned(),
        (Language::English, 0) => "Due today".to_owned(),
        (Language::Chinese, 1..) => format!("还剩{left}天"),
        (Language::English, 1..) => format!("{} left", days(language, left)),
        (Language::Chinese, _) => format!("已逾期{}天", left.saturating_neg()),
        (Language::English, _) => format!("{} overdue", days(language, left.saturating_neg())),
    }
}

/// How a term stands that is not the 30 days: 履行期已过2天 / Performance 2 days late; before its end as
/// [`days_left`]. Overdue is the word for the 30 days alone.
#[must_use]
pub fn term_left(language: Language, term: &str, left: i32) -> String {
    if left >= 0 {
        return days_left(language, left);
    }
    let past = days(language, left.saturating_neg());
    match language {
        Language::Chinese => format!("{term}期已过{past}"),
        Language::English => format!("{term} {past} late"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn long_month(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

fn short_month(month: u8) -> &'static str {
    long_month(month).get(..3).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    fn at(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    const TODAY: &str = "2026-11-24";

    #[test]
    fn days_say_the_weekday_and_only_other_years() {
        let both = |text| {
            (
                day(Chinese, at(text), at(TODAY)),
                day(English, at(text), at(TODAY)),
            )
        };
        assert_eq!(both(TODAY), ("11月24日 周二".into(), "24 Nov, Tue".into()));
        assert_eq!(
            both("2025-05-01"),
            ("2025年5月1日 周四".into(), "1 May 2025, Thu".into())
        );
        assert_eq!(paper_day(Chinese, at("2026-03-05")), "2026年3月5日");
        assert_eq!(paper_day(English, at("2026-03-05")), "5 March 2026");
    }

    #[test]
    fn near_days_are_called_by_their_name() {
        let near = |language, text| near_day(language, at(text), at(TODAY));
        assert_eq!(near(Chinese, TODAY), "今天");
        assert_eq!(near(Chinese, "2026-11-23"), "昨天");
        assert_eq!(near(English, "2026-11-25"), "Tomorrow");
        assert_eq!(near(Chinese, "2026-11-22"), "11月22日 周日");
        let minute = Moment::parse("2026-11-24T09:05").unwrap();
        assert_eq!(moment(Chinese, minute, at(TODAY)), "今天 09:05");
        assert_eq!(
            moment(English, minute, at("2026-12-24")),
            "24 Nov, Tue 09:05"
        );
    }

    #[test]
    fn spans_say_nothing_twice() {
        let both = |from, to| {
            let of = |language| span(language, at(from), at(to), at(TODAY));
            (of(Chinese), of(English))
        };
        let cases = [
            ("2026-11-03", "2026-11-24", "11月3日–24日", "3–24 Nov"),
            (
                "2026-10-30",
                "2026-11-02",
                "10月30日–11月2日",
                "30 Oct – 2 Nov",
            ),
            ("2026-11-03", "2026-11-03", "11月3日", "3 Nov"),
            (
                "2025-11-03",
                "2025-11-24",
                "2025年11月3日–24日",
                "3–24 Nov 2025",
            ),
            (
                "2025-10-30",
                "2025-11-02",
                "2025年10月30日–11月2日",
                "30 Oct – 2 Nov 2025",
            ),
            (
                "2025-12-30",
                "2026-01-02",
                "2025年12月30日–2026年1月2日",
                "30 Dec 2025 – 2 Jan 2026",
            ),
        ];
        for (from, to, zh, en) in cases {
            assert_eq!(both(from, to), (zh.into(), en.into()));
        }
    }

    #[test]
    fn deadlines_count_down() {
        assert_eq!(days_left(Chinese, 3), "还剩3天");
        assert_eq!(days_left(Chinese, 0), "今天到期");
        assert_eq!(days_left(Chinese, -2), "已逾期2天");
        assert_eq!(days_left(English, 1), "1 day left");
        assert_eq!(days_left(English, -1), "1 day overdue");
        assert_eq!(days_left(English, i32::MIN), "2147483647 days overdue");
        assert_eq!(term_left(Chinese, "履行", -2), "履行期已过2天");
        assert_eq!(
            term_left(English, "Performance", -1),
            "Performance 1 day late"
        );
        assert_eq!(term_left(Chinese, "履行", 3), "还剩3天");
    }

    #[test]
    fn months_have_names() {
        assert_eq!(
            month(Chinese, Month::parse("2026-11").unwrap()),
            "2026年11月"
        );
        assert_eq!(month(English, Month::parse("2026-05").unwrap()), "May 2026");
    }
}
