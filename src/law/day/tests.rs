use super::{Day, DayProblem, Moment, Month, Weekday};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

#[test]
fn the_edges_hold() {
    assert_eq!(day("1900-01-01"), Day::MIN);
    assert_eq!(day("2999-12-31"), Day::MAX);
    assert_eq!(day("1970-01-01").number(), 0);
    assert_eq!(Day::MAX.plus_days(1), Day::MAX);
    assert_eq!(Day::MIN.plus_days(i32::MIN), Day::MIN);
    assert_eq!(Day::from_number(Day::MAX.number() + 1), None);
    assert_eq!(
        moment("2999-12-31T23:59")
            .plus_minutes(i32::MAX)
            .to_string(),
        "2999-12-31T23:59"
    );
    assert_eq!(
        moment("1900-01-01T00:00").plus_minutes(-1).to_string(),
        "1900-01-01T00:00"
    );
    assert_eq!(
        Month::parse("2999-12").unwrap().plus_months(9).to_string(),
        "2999-12"
    );
}

/// Every day of the range, printed, read back, and one apart from its neighbours.
#[test]
fn every_day_comes_back() {
    let mut weekday = Weekday::Monday;
    for number in Day::MIN.number()..=Day::MAX.number() {
        let that = Day::from_number(number).unwrap();
        let (year, month, of_month) = that.civil();
        assert_eq!(Day::new(year, month, of_month), Ok(that));
        assert_eq!(that.weekday(), weekday, "1900-01-01 was a Monday");
        weekday = that.plus_days(1).weekday();
        if number % 37 == 0 {
            assert_eq!(day(&that.to_string()), that);
        }
    }
}

#[test]
fn only_one_spelling_is_read() {
    let problem = |text| Day::parse(text).unwrap_err();
    for text in [
        "",
        "2026-1-01",
        "2026/01/01",
        "20260101",
        "2026-01-01 ",
        "２０２６-01-01",
        "+026-01-01",
        "2026-01-0x",
    ] {
        assert_eq!(problem(text), DayProblem::Form, "{text}");
    }
    assert_eq!(problem("1899-12-31"), DayProblem::Year(1899));
    assert_eq!(problem("3000-01-01"), DayProblem::Year(3000));
    assert_eq!(problem("2026-13-05"), DayProblem::Month(13));
    assert_eq!(problem("2026-00-05"), DayProblem::Month(0));
    assert_eq!(problem("2026-02-29"), DayProblem::Day(29));
    assert_eq!(problem("2100-02-29"), DayProblem::Day(29));
    assert_eq!(problem("2026-06-00"), DayProblem::Day(0));
    assert!(Day::parse("2000-02-29").is_ok() && Day::parse("2028-02-29").is_ok());
}

#[test]
fn moments_are_read_to_the_minute() {
    let that = moment("2026-11-24T14:30");
    assert_eq!(
        (that.day(), that.hour(), that.minute()),
        (day("2026-11-24"), 14, 30)
    );
    assert_eq!(that.plus_minutes(120).to_string(), "2026-11-24T16:30");
    assert_eq!(
        that.plus_minutes(-14 * 60 - 31).to_string(),
        "2026-11-23T23:59"
    );
    assert_eq!(moment("1969-12-31T23:59").number(), -1);
    assert_eq!(Moment::from_number(that.number()), Some(that));
    assert_eq!(Moment::from_number(i32::MAX), None);
    for text in [
        "2026-11-24",
        "2026-11-24T14:30:00",
        "2026-11-24 14:30",
        "2026-11-24T4:30",
        "2026-11-24T1４:0",
    ] {
        assert_eq!(Moment::parse(text), Err(DayProblem::Form), "{text}");
    }
    assert_eq!(Moment::parse("2026-11-24T24:00"), Err(DayProblem::Time));
    assert_eq!(Moment::parse("2026-11-24T23:60"), Err(DayProblem::Time));
}

#[test]
fn months_have_a_first_and_a_last_day() {
    let month = Month::parse("2028-02").unwrap();
    assert_eq!((month.year(), month.of_year()), (2028, 2));
    assert_eq!(month.first_day(), day("2028-02-01"));
    assert_eq!(month.last_day(), day("2028-02-29"));
    assert_eq!(month.plus_months(-2).to_string(), "2027-12");
    assert_eq!(day("2028-02-17").month(), month);
    assert_eq!(Month::parse("2028-2"), Err(DayProblem::Form));
    assert_eq!(Month::parse("2028-00"), Err(DayProblem::Month(0)));
}

#[test]
fn the_wire_carries_the_text() {
    let json = serde_json::to_string(&(day("2026-11-24"), moment("2026-11-24T09:05"))).unwrap();
    assert_eq!(json, r#"["2026-11-24","2026-11-24T09:05"]"#);
    let (a, b): (Day, Moment) = serde_json::from_str(&json).unwrap();
    assert_eq!((a, b), (day("2026-11-24"), moment("2026-11-24T09:05")));
    // An escape in the text means that it cannot be borrowed.
    assert_eq!(
        serde_json::from_str::<Day>(r#""2026\u002d11-24""#).unwrap(),
        day("2026-11-24")
    );
    let error = serde_json::from_str::<Day>(r#""2026-02-30""#)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("the month has no day 30"), "{error}");
    let bytes = postcard::to_allocvec(&a).unwrap();
    assert_eq!(postcard::from_bytes::<Day>(&bytes).unwrap(), a);
}

#[cfg(not(target_arch = "wasm32"))]
mod against_jiff {
    use jiff::civil::Date;
    use proptest::prelude::*;

    use super::super::{Day, Month};

    fn oracle(day: Day) -> Date {
        let (year, month, of_month) = day.civil();
        Date::new(year as i16, month as i8, of_month as i8).unwrap()
    }

    proptest! {
        #[test]
        fn sums_and_weekdays_agree(number in Day::MIN.number()..=Day::MAX.number(), days in -4000..4000_i32) {
            let day = Day::from_number(number).unwrap();
            let epoch = Date::new(1970, 1, 1).unwrap();
            prop_assert_eq!(oracle(day), epoch + jiff::Span::new().days(number));
            prop_assert_eq!(day.to_string(), oracle(day).to_string());
            prop_assert_eq!(day.weekday() as i8, oracle(day).weekday().to_monday_zero_offset());
            prop_assert_eq!(i32::from(day.month().last_day().day_of_month()), i32::from(oracle(day).days_in_month()));
            let there = day.plus_days(days);
            if there > Day::MIN && there < Day::MAX {
                prop_assert_eq!(oracle(there), oracle(day) + jiff::Span::new().days(days));
                prop_assert_eq!(there.days_since(day), days);
            }
        }

        #[test]
        fn texts_are_read_alike(year in 1890..3010_i32, month in 0..14_u8, of_month in 0..33_u8) {
            let text = format!("{year:04}-{month:02}-{of_month:02}");
            let ours = Day::parse(&text).is_ok();
            prop_assert_eq!(ours, (1900..3000).contains(&year) && text.parse::<Date>().is_ok());
            prop_assert_eq!(Month::parse(&text[..7]).is_ok(), (1900..3000).contains(&year) && (1..13).contains(&month));
        }
    }
}
