//! The villages of a county with their names, a file each (`public/places/villages/`), loaded when one is to be chosen;
//! and how many each township has, which is known without loading any: coverage is told as N of M.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Adcode, Town, Village};

/// The villages and residents' committees of each township of a county, with their names.
pub type Villages = BTreeMap<Town, Vec<(Village, String)>>;

/// A line of a county's file that cannot be read; lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VillagesProblem {
    /// The line.
    pub line: usize,
}

/// Reads the file of a county: a line with a township's three digits, then lines of three digits and a name.
pub fn parse_villages(county: Adcode, text: &str) -> Result<Villages, VillagesProblem> {
    let mut villages = Villages::new();
    let mut here: Option<Town> = None;
    for (index, line) in text.lines().enumerate() {
        let read = || {
            let (digits, name) = line.split_at_checked(3)?;
            let digits = three_digits(digits)?;
            // Names begin with digits too, 768厂社区: a township's line is one that has no name.
            match name {
                "" => Some((Town::of(county, digits)?, None)),
                _ => Some((here?, Some((Village::of(here?, digits)?, name.to_owned())))),
            }
        };
        let (town, village) = read().ok_or(VillagesProblem { line: index + 1 })?;
        here = Some(town);
        villages.entry(town).or_default().extend(village);
    }
    Ok(villages)
}

fn three_digits(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

static COUNTS: LazyLock<BTreeMap<Town, u32>> = LazyLock::new(|| {
    let text = include_str!("../data/village_counts.csv");
    let mut counts = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((county, towns)) = line.split_once(',') {
            let county = county.parse().ok().and_then(Adcode::new);
            counts.extend(towns.split(' ').filter_map(|town| {
                let (digits, count) = town.split_once(':')?;
                Some((
                    Town::of(county?, digits.parse().ok()?)?,
                    count.parse().ok()?,
                ))
            }));
        }
    }
    counts
});

/// The townships of a county, by code, and how many villages each has.
pub fn village_counts(county: Adcode) -> impl Iterator<Item = (Town, u32)> {
    let first = Town(county.0 * 1_000);
    let last = Town(county.0 * 1_000 + 999);
    COUNTS
        .range(first..=last)
        .map(|(town, count)| (*town, *count))
}

/// How many villages and residents' committees a county has.
#[must_use]
pub fn village_count(county: Adcode) -> u32 {
    village_counts(county).map(|(_, count)| count).sum()
}

/// How many townships and streets a county has.
#[must_use]
pub fn town_count(county: Adcode) -> usize {
    village_counts(county).count()
}

#[cfg(test)]
mod tests;
