//! The nine published figures, by which anybody can check the demonstration.

use super::{Cases, Network, Period, mediated};
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::ActivityForm;
use crate::law::day::Day;
use crate::law::dispute::Source;
use crate::law::divisions::{Adcode, Town};
use crate::views::answers::PublishedFigure;
use crate::views::row::CaseRow;

/// The nine published figures, recomputed from the record.
#[must_use]
pub fn published(cases: &Cases, network: &Network) -> Vec<PublishedFigure> {
    let pinggu = |county: Adcode| county.number() == 110_117;
    let heizhuanghu = |town: Option<Town>| town.is_some_and(|town| town.number() == HEIZHUANGHU);
    let spring = Period {
        from: day(2023, 1, 1),
        to: day(2023, 8, 31),
    };
    let since = Period {
        from: day(2022, 1, 1),
        to: Day::MAX,
    };
    let in_pinggu: Vec<_> = mediated(cases, spring, Adcode::new(110_117)).collect();
    // The rooms of the brand, not every committee of the township.
    let branded = |row: &CaseRow| {
        let organisation = network
            .organisations
            .get(&StreamId::new(StreamKind::ORGANISATION, row.organisation));
        organisation.is_some_and(|one| one.now.brand.as_deref() == Some(TEMPERATURE_PLUS))
    };
    let in_heizhuanghu: Vec<_> = mediated(cases, since, None)
        .filter(|(row, _)| heizhuanghu(row.town) && branded(row))
        .collect();
    let tongwu = [110_112, 120_114];
    let trainings = network.activities.values().filter(|activity| {
        let held = &activity.now;
        held.form == ActivityForm::Training
            && tongwu
                .iter()
                .all(|code| held.counties.iter().any(|county| county.number() == *code))
    });
    let figure = |figure: &str, value: u64| PublishedFigure {
        figure: figure.to_owned(),
        value,
    };
    vec![
        figure(
            "pinggu.centres",
            network
                .organisations
                .values()
                .filter(|one| pinggu(one.now.county) && one.is_centre())
                .count() as u64,
        ),
        figure(
            "pinggu.work_orders_resolved",
            network.resolved().filter(|(d, _)| pinggu(d.county)).count() as u64,
        ),
        figure("pinggu.disputes_mediated", in_pinggu.len() as u64),
        figure(
            "pinggu.disputes_successful",
            in_pinggu
                .iter()
                .filter(|(_, c)| c.ending.is_success())
                .count() as u64,
        ),
        figure(
            "heizhuanghu.consultations",
            network
                .consultations
                .values()
                .filter(|c| heizhuanghu(c.town) && since.holds(c.day))
                .count() as u64,
        ),
        figure("heizhuanghu.disputes_mediated", in_heizhuanghu.len() as u64),
        figure(
            "heizhuanghu.people",
            in_heizhuanghu
                .iter()
                .map(|(row, _)| u64::from(row.people))
                .sum(),
        ),
        figure(
            "heizhuanghu.petition_backlog",
            in_heizhuanghu
                .iter()
                .filter(|(row, _)| row.source == Source::PetitionBacklog)
                .count() as u64,
        ),
        figure("tongwu.training_sessions", trainings.count() as u64),
    ]
}

/// 朝阳区黑庄户地区.
pub const HEIZHUANGHU: u32 = 110_105_040;
/// The brand of Heizhuanghu's rooms.
pub const TEMPERATURE_PLUS: &str = "温度+";

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).unwrap_or(Day::MIN)
}
