//! The cases behind the published figures of Pinggu and Heizhuanghu. Pure.

use super::period::Period;
use crate::law::{
    day::Day,
    divisions::{Adcode, Town},
};
use crate::views::figures::HEIZHUANGHU;
use crate::views::query::{Ending, Query};

/// 平谷区
pub const PINGGU: Option<Adcode> = Adcode::new(110_117);

/// Concluded in Pinggu in the months of the report; which endings is for the figure to say.
#[must_use]
pub fn in_pinggu() -> Query {
    Query {
        county: PINGGU,
        concluded: Period::published().span(),
        ..Query::default()
    }
}

/// Mediated by the rooms of Heizhuanghu since 2022.
#[must_use]
pub fn by_the_rooms() -> Query {
    Query {
        town: Town::new(HEIZHUANGHU),
        concluded: day("2022-01-01").map(|from| (from, Day::MAX)),
        branded: true,
        endings: endings(Ending::is_mediated),
        ..Query::default()
    }
}

/// Every ending that is such.
#[must_use]
pub fn endings(is: fn(&Ending) -> bool) -> Vec<Ending> {
    let all = Ending::ALL.iter();
    all.filter(|ending| is(ending)).cloned().collect()
}

fn day(text: &str) -> Option<Day> {
    Day::parse(text).ok()
}
