//! `check`: verifies a bundle and says what is in it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use langqiao::domain::catalogue::Event;
use langqiao::domain::id::{EntryId, StreamKind};
use langqiao::exchange::bundle::{Exporter, Level};
use langqiao::law::day::Moment;
use langqiao::locale::Language;
use langqiao::locale::numbers::count;
use langqiao::record::World;

use crate::bundles::{level_code, load, world_code};
use crate::numbers::Numbers;
use crate::output::print;
use crate::{Stop, say};

#[derive(Serialize)]
struct Checked {
    entries: usize,
    streams: usize,
    cases: usize,
    /// Of the set of ids, order aside.
    entries_digest: EntryId,
    /// Of the ids with the leaves present.
    opened_digest: EntryId,
    /// Entries that do not fit with the others; none of them stops a merge.
    anomalies: usize,
    /// Cases on a field of which desks disagree.
    disputed: usize,
    /// Numbers that more than one case bears.
    numbers_given_twice: usize,
    leaves: u64,
    leaves_open: u64,
    /// Kinds that this version does not know, and how many entries are of them.
    unknown_kinds: BTreeMap<String, u64>,
    world: String,
    level: &'static str,
    left_out: Vec<String>,
    scope: String,
    purpose: String,
    exported_at: Moment,
    exported_by: Exporter,
    signed: bool,
    backup: bool,
}

pub fn check(path: &Path, json: bool, language: Language) -> Result<(), Stop> {
    let loaded = load(path, language)?;
    let record = &loaded.record;
    let digests = record.digests();
    let mut unknown_kinds: BTreeMap<String, u64> = BTreeMap::new();
    let mut numbers = Numbers::default();
    let (mut cases, mut anomalies, mut disputed) = (0, 0, 0);
    for stream in record.streams() {
        let chronicle = record.chronicle(stream);
        for told in &chronicle.told {
            if let Event::Unknown { kind } = &told.fact.event {
                *unknown_kinds.entry(kind.clone()).or_default() += 1;
            }
        }
        if stream.kind == StreamKind::CASE {
            let case = chronicle.case();
            // One that was voided counts nowhere and asks nothing.
            let counts = case.counts();
            cases += usize::from(counts);
            anomalies += case.anomalies.len();
            numbers.add(&case);
            disputed += usize::from(counts && case.questions() > 0);
        } else {
            anomalies += chronicle.anomalies.len();
        }
    }
    let checked = Checked {
        entries: record.len(),
        streams: record.streams().count(),
        cases,
        entries_digest: digests.entries,
        opened_digest: digests.opened,
        anomalies,
        disputed,
        numbers_given_twice: numbers.twice().count(),
        leaves: loaded.leaves,
        leaves_open: loaded.open,
        unknown_kinds,
        world: world_code(&loaded.head.world).to_owned(),
        level: level_code(loaded.head.level),
        left_out: loaded.head.left_out,
        scope: loaded.head.scope,
        purpose: loaded.head.purpose,
        exported_at: loaded.head.exported_at,
        exported_by: loaded.head.exported_by,
        signed: loaded.foot.signature.is_some(),
        backup: loaded.foot.backup.is_some(),
    };
    let text = if json {
        serde_json::to_string(&checked).unwrap_or_default()
    } else {
        let level = match loaded.head.level {
            Level::Full => say::full(language),
            Level::Redacted => say::redacted(language),
        };
        described(&checked, &loaded.head.world, level, language)
    };
    numbers.say(language);
    print(&text, language)
}

fn described(checked: &Checked, world: &World, level: &str, language: Language) -> String {
    let number = |n: usize| count(i64::try_from(n).unwrap_or(i64::MAX));
    let mut lines = vec![
        say::sound(language).to_owned(),
        say::holds(
            language,
            &number(checked.entries),
            &number(checked.streams),
            &number(checked.cases),
        ),
        say::misfits(
            language,
            &number(checked.anomalies),
            &number(checked.disputed),
        ),
        say::of_level(
            language,
            say::world(language, world),
            level,
            &number(usize::try_from(checked.leaves_open).unwrap_or(usize::MAX)),
            &number(usize::try_from(checked.leaves).unwrap_or(usize::MAX)),
        ),
        say::exported(
            language,
            &checked.exported_by.organisation,
            &checked.exported_by.desk.to_string(),
            &checked.exported_at.to_string(),
        ),
    ];
    lines.push(if checked.signed {
        say::signed(language).to_owned()
    } else {
        say::unsigned(language).to_owned()
    });
    for (kind, n) in &checked.unknown_kinds {
        lines.push(say::unknown_kind(language, kind, *n));
    }
    lines.push(format!("entries_digest {}", checked.entries_digest));
    lines.push(format!("opened_digest  {}", checked.opened_digest));
    lines.join("\n")
}
