//! The command line's table: everything mediated, by the keys asked for.

use std::collections::BTreeMap;

use super::{Cases, Period, Sums, by_month, mediated};
use crate::views::answers::TableRow;
use crate::views::row::Conclusion;

/// What a table may be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Type,
    Month,
    County,
    Ending,
    Source,
    Town,
}

impl By {
    /// Reads the word of `--by`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "type" => Self::Type,
            "month" => Self::Month,
            "county" => Self::County,
            "ending" | "outcome" => Self::Ending,
            "source" => Self::Source,
            "town" => Self::Town,
            _ => return None,
        })
    }
}

/// A table of everything mediated, by the keys asked for, in their order.
#[must_use]
pub fn table(cases: &Cases, by: &[By], period: Period) -> Vec<TableRow> {
    let mut rows: BTreeMap<Vec<String>, Sums> = BTreeMap::new();
    for (row, last) in mediated(cases, period, None) {
        let ended: Vec<&Conclusion> = if by.contains(&By::Month) {
            by_month(row, period).map(|(_, ended)| ended).collect()
        } else {
            vec![last]
        };
        for ended in ended {
            let key = by.iter().map(|by| match by {
                By::Type => row.kind.code().to_owned(),
                By::Month => ended.day.month().to_string(),
                By::County => row.county.number().to_string(),
                By::Ending => ended.ending.code().to_owned(),
                By::Source => row.source.code().to_owned(),
                By::Town => row
                    .town
                    .map(|town| town.number().to_string())
                    .unwrap_or_default(),
            });
            rows.entry(key.collect()).or_default().add(row, ended);
        }
    }
    rows.into_iter()
        .map(|(keys, sums)| TableRow {
            keys,
            mediated: sums.mediated,
            successful: sums.successful,
            people: sums.people,
            fen: sums.total,
        })
        .collect()
}
