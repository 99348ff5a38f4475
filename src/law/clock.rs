//! How long things may take, and the arithmetic of their last days.
//!
//! Invariant: pure; today and the holidays come in as arguments. The day on which a period starts is
//! not counted: thirty days from 1 March end on 31 March.

use super::day::Day;
use super::holidays::{Deadline, Holidays};

/// Working days to decide whether a dispute is taken, from registration [practice].
pub const DECIDE_WORKDAYS: u16 = 3;
/// Days to conclude, from acceptance, suspended days not counted. R 33 says "normally one month"; an
/// office counts 30 days, and goes on only if both sides agree.
pub const CONCLUDE_DAYS: i32 = 30;
/// Days for the joint application for confirmation, from the day the agreement takes effect [L 33].
pub const CONFIRM_DAYS: i32 = 30;
/// Days to the follow-up visit, from the day performance is due [SF/T 0083-2020; practice].
pub const FOLLOW_UP_DAYS: i32 = 30;
/// Days of a suspension after which somebody asks whether mediation can go on [practice].
pub const RESUME_DAYS: i32 = 30;
/// Days to archive, from closing [practice].
pub const ARCHIVE_DAYS: i32 = 30;
/// A last day is near from so many days on.
pub const NEAR_DAYS: i32 = 7;

/// The day from which a longer time is proposed when both sides ask for it: the last day that holds, or today where that
/// is over. What was agreed earlier and is written down late may be another day.
#[must_use]
pub fn extended_from(due: Day, today: Day) -> Day {
    due.max(today)
}

/// Whether a device's date can be right: this was written in 2026, and nobody will use it for twenty years without a
/// newer one. A flat battery leaves a clock in 1970 or 2000.
#[must_use]
pub fn can_be_today(day: Day) -> bool {
    (2026..2046).contains(&day.year())
}

crate::coded! {
    /// Class of a work order of the 12345 hotline: how soon it is answered [practice, Beijing].
    pub enum WorkOrderClass {
        /// Urgent: two hours.
        Hours2 = "hours_2",
        /// One day.
        Hours24 = "hours_24",
        /// Ordinary: seven days.
        Days7 = "days_7",
        /// Hard: fifteen days.
        Days15 = "days_15",
    }
}

/// A time in which the clock of conclusion stands still: from the day of suspension to the day of
/// resumption, which counts again; open while it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The first day that doesn't count.
    pub from: Day,
    /// The first day that counts again, if it came.
    pub to: Option<Day>,
}

/// The last day to decide whether a dispute is taken.
#[must_use]
pub fn decide_by(registered: Day, holidays: &Holidays) -> Deadline {
    holidays.add_workdays(registered, DECIDE_WORKDAYS)
}

/// The last day to conclude, as it stands today: a suspension that lasts moves it on every day.
#[must_use]
pub fn conclude_by(accepted: Day, suspensions: &[Suspension], today: Day) -> Day {
    accepted.plus_days(CONCLUDE_DAYS + still_days(accepted, suspensions, today))
}

/// How many days the clock stood still, from `since` until today.
#[must_use]
pub fn still_days(since: Day, suspensions: &[Suspension], today: Day) -> i32 {
    let mut spans: Vec<(Day, Day)> = suspensions
        .iter()
        .map(|span| (span.from.max(since), span.to.unwrap_or(today)))
        .filter(|(from, to)| from < to)
        .collect();
    spans.sort_unstable();
    // Two desks may have suspended one case for overlapping times: each day stands still once.
    let mut still = 0;
    let mut counted_to = Day::MIN;
    for (from, to) in spans {
        still += to.days_since(from.max(counted_to)).max(0);
        counted_to = counted_to.max(to);
    }
    still
}

/// The last day to apply together for confirmation [L 33]: what parties are told.
#[must_use]
pub fn confirm_by(effective: Day) -> Day {
    effective.plus_days(CONFIRM_DAYS)
}

/// The last day on which a court would still take that application: as [`confirm_by`], moved past
/// holidays. The earlier is shown, and after the later it is refused.
#[must_use]
pub fn confirm_no_later_than(effective: Day, holidays: &Holidays) -> Deadline {
    holidays.or_next_workday(confirm_by(effective))
}

/// The last day for the follow-up visit.
#[must_use]
pub fn follow_up_by(performance_due: Day) -> Day {
    performance_due.plus_days(FOLLOW_UP_DAYS)
}

/// The day from which a suspended case is asked after.
#[must_use]
pub fn resume_by(suspended: Day) -> Day {
    suspended.plus_days(RESUME_DAYS)
}

/// The last day to put the file in the archive.
#[must_use]
pub fn archive_by(closed: Day) -> Day {
    closed.plus_days(ARCHIVE_DAYS)
}

/// Days left to the last day: 0 on the day itself, negative when it is past.
#[must_use]
pub fn days_left(last: Day, today: Day) -> i32 {
    last.days_since(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::coded::check_codes;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn no_desk_works_before_there_was_one_or_after_decades() {
        for (text, can_be) in [
            ("1971-01-01", false),
            ("2025-12-31", false),
            ("2026-01-01", true),
            ("2045-12-31", true),
            ("2099-01-01", false),
        ] {
            assert_eq!(can_be_today(day(text)), can_be, "{text}");
        }
    }

    fn still(from: &str, to: &str) -> Suspension {
        Suspension {
            from: day(from),
            to: Day::parse(to).ok(),
        }
    }

    #[test]
    fn nobody_is_given_a_day_that_is_gone() {
        let day = |text| Day::parse(text).unwrap();
        let today = day("2026-11-24");
        assert_eq!(extended_from(day("2026-11-27"), today), day("2026-11-27"));
        assert_eq!(extended_from(day("2026-09-30"), today), today);
        // Even the shortest way on lies ahead.
        assert!(extended_from(day("2026-09-30"), today).plus_days(10) > today);
    }

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<WorkOrderClass>(4);
    }

    #[test]
    fn thirty_days_do_not_count_the_first() {
        assert_eq!(confirm_by(day("2026-03-01")), day("2026-03-31"));
        assert_eq!(archive_by(day("2026-11-24")), day("2026-12-24"));
        assert_eq!(follow_up_by(day("2028-01-31")), day("2028-03-01"));
    }

    #[test]
    fn whether_a_dispute_is_taken_is_decided_within_three_working_days() {
        let by = |registered| decide_by(day(registered), Holidays::built_in()).day;
        assert_eq!(by("2026-03-02"), day("2026-03-05"));
        // Saturday and Sunday between.
        assert_eq!(by("2026-03-05"), day("2026-03-10"));
    }

    #[test]
    fn confirmation_may_end_after_a_holiday() {
        let last = confirm_no_later_than(day("2026-09-02"), Holidays::built_in());
        assert_eq!(confirm_by(day("2026-09-02")), day("2026-10-02"));
        assert_eq!(last.day, day("2026-10-08"));
    }

    #[test]
    fn suspended_days_stand_still_once() {
        let by = |spans: &[Suspension], today| conclude_by(day("2026-03-01"), spans, day(today));
        assert_eq!(by(&[], "2026-03-10"), day("2026-03-31"));
        assert_eq!(
            by(&[still("2026-03-05", "2026-03-10")], "2026-03-20"),
            day("2026-04-05")
        );
        let twice = [
            still("2026-03-07", "2026-03-12"),
            still("2026-03-05", "2026-03-10"),
        ];
        assert_eq!(by(&twice, "2026-03-20"), day("2026-04-07"));
        let within = [
            still("2026-03-05", "2026-03-20"),
            still("2026-03-07", "2026-03-08"),
        ];
        assert_eq!(by(&within, "2026-03-20"), day("2026-04-15"));
        assert_eq!(
            by(&[still("2026-03-05", "")], "2026-03-07"),
            day("2026-04-02")
        );
        assert_eq!(
            by(&[still("2026-03-05", "")], "2026-03-05"),
            day("2026-03-31")
        );
        assert_eq!(
            by(&[still("2026-03-09", "2026-03-05")], "2026-03-20"),
            day("2026-03-31")
        );
        assert_eq!(
            by(&[still("2026-02-20", "2026-03-03")], "2026-03-20"),
            day("2026-04-02")
        );
    }

    #[test]
    fn days_left_pass_through_nought() {
        assert_eq!(days_left(day("2026-11-24"), day("2026-11-24")), 0);
        assert_eq!(days_left(day("2026-11-24"), day("2026-11-26")), -2);
    }
}
