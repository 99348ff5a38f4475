//! `sample`: bundles to try things on, told by the same player as the page's demonstration.
//!
//! Sample cases are of the training world, so that an invented case never counts: a workspace that is
//! to take them in must be of that world.

use std::path::Path;

use time::{Duration, OffsetDateTime};

use langqiao::domain::id::DeskId;
use langqiao::engine::play;
use langqiao::exchange::bundle::{Exporter, FORMAT, Head, Level, VERSION};
use langqiao::law::day::Day;
use langqiao::law::divisions::{Adcode, mapped_counties};
use langqiao::locale::Language;
use langqiao::record::{World, line};
use langqiao::training::scenario::DEMONSTRATION;
use langqiao::training::{Region, Scenario};

use crate::bundles::Writing;
use crate::output::{Output, message};
use crate::places::towns;
use crate::{Stop, say};

/// Every so many counties of the map, one has committees in a sample.
const APART: usize = 10;

/// A sample's last day, so that equal seeds give equal bytes on whatever day.
fn last_day() -> Day {
    Day::new(2026, 6, 30).unwrap_or(Day::MIN)
}

/// Today in China, where the cases are.
fn today() -> Day {
    let now = OffsetDateTime::now_utc() + Duration::hours(8);
    Day::new(now.year(), u8::from(now.month()), now.day()).unwrap_or_else(|_| last_day())
}

pub fn demonstration(
    today_: Option<Day>,
    out: Option<&Path>,
    language: Language,
) -> Result<(), Stop> {
    let today = today_.unwrap_or_else(today);
    let scenario = Scenario::parse(DEMONSTRATION).map_err(|problem| broken(problem, language))?;
    let region = Region::of(&scenario, &towns(language)?, today);
    let head = head(&region, World::Demonstration, "示范地区", today)?;
    let mut writing = Writing::new(&head, Output::open(out, language)?);
    let mut result = Ok(());
    let refused = play::play(region, World::Demonstration, &mut |played| {
        for text in &played.lines {
            add(&mut writing, text, &mut result);
        }
    });
    done(writing, result, refused.len(), language)
}

pub fn cases(
    cases: usize,
    seed: u64,
    today: Option<Day>,
    out: Option<&Path>,
    language: Language,
) -> Result<(), Stop> {
    let today = today.unwrap_or_else(last_day);
    let counties: Vec<Adcode> = mapped_counties()
        .step_by(APART)
        .map(|county| county.adcode)
        .collect();
    let region = Region::bare(seed, &towns(language)?, &counties, today);
    let head = head(&region, World::Training, "样例", today)?;
    let mut writing = Writing::new(&head, Output::open(out, language)?);
    let mut result = Ok(());
    let refused = play::sample(region, World::Training, cases, &mut |text| {
        add(&mut writing, text, &mut result);
    });
    done(writing, result, refused.len(), language)
}

/// Adds a line, unless writing failed before.
fn add(writing: &mut Writing, text: &str, result: &mut Result<(), Stop>) {
    if result.is_ok()
        && let Ok(line) = line::read(text.as_bytes())
    {
        *result = writing.line(&line);
    }
}

fn done(
    writing: Writing,
    result: Result<(), Stop>,
    refused: usize,
    language: Language,
) -> Result<(), Stop> {
    result?;
    let entries = writing.finish()?;
    message(&say::written(language, entries));
    if refused > 0 {
        message(&say::stories_broken(language, refused));
    }
    Ok(())
}

/// Says that the bundle is of a desk that there is not.
fn head(region: &Region, world: World, name: &str, today: Day) -> Result<Head, Stop> {
    let mut desk = [0; 16];
    desk[..8].copy_from_slice(&region.seed.to_be_bytes());
    Ok(Head {
        exported_at: today
            .at(8, 0)
            .map_err(|problem| Stop::Use(problem.to_string()))?,
        exported_by: Exporter {
            desk: DeskId(desk),
            organisation: name.to_owned(),
        },
        format: FORMAT.to_owned(),
        left_out: Vec::new(),
        level: Level::Full,
        purpose: "sample".to_owned(),
        scope: "everything".to_owned(),
        version: VERSION,
        world,
    })
}

fn broken(problem: impl std::fmt::Display, language: Language) -> Stop {
    Stop::Bad(say::built_in_broken(language, &problem.to_string()))
}
