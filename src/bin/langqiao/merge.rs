//! `merge`: the union of two bundles; `redact`: a bundle without what is private.

use std::collections::BTreeSet;
use std::path::Path;

use langqiao::domain::id::{DeskId, StreamKind};
use langqiao::exchange::bundle::{
    BadFile, Exporter, FORMAT, Head, KEPT_BACK, LEFT_OUT, Level, VERSION,
};
use langqiao::locale::{Language, exchange};
use langqiao::record::Record;
use langqiao::record::set::NotTaken;
use langqiao::views::network::Network;
use langqiao::views::row::CaseRow;

use crate::bundles::{Loaded, load, write};
use crate::numbers::{self, Numbers};
use crate::output::{Output, message};
use crate::{Stop, say};

pub fn merge(
    one: &Path,
    other: &Path,
    erase: bool,
    out: Option<&Path>,
    language: Language,
) -> Result<(), Stop> {
    let a = load(one, language)?;
    let b = load(other, language)?;
    let name = other.display().to_string();
    let bad = |bad: &BadFile| Stop::Bad(say::bad_file(language, &name, bad));
    if a.head.world != b.head.world {
        let (here, there) = (a.head.world, b.head.world);
        return Err(bad(&BadFile::other_world_at(1, here, there)));
    }
    backup_left(&a, language);
    backup_left(&b, language);
    let head = united(a.head, b.head);
    let mut record = a.record;
    record.merge(&b.record).map_err(|why| match why {
        NotTaken::Flawed(flaw) => bad(&BadFile::line(0, &flaw)),
        NotTaken::OtherWorld { here, there } => bad(&BadFile::other_world(here, there)),
    })?;
    if erase {
        record.erase();
    } else {
        let named = still_there(&record);
        if named > 0 {
            return Err(Stop::Bad(say::erasures_named(language, named)));
        }
    }
    let kept_back = in_confidence(&record);
    let entries = write(&head, &record, Output::open(out, language)?)?;
    if head.level == Level::Full && kept_back > 0 {
        message(&say::kept_back(language, kept_back));
    }
    Numbers::of(&record).say(language);
    message(&say::written(language, entries));
    Ok(())
}

pub fn redact(path: &Path, out: Option<&Path>, language: Language) -> Result<(), Stop> {
    let loaded = load(path, language)?;
    backup_left(&loaded, language);
    let head = Head {
        left_out: LEFT_OUT.map(str::to_owned).to_vec(),
        level: Level::Redacted,
        // What a full file was for may name somebody.
        purpose: String::new(),
        ..loaded.head
    };
    let entries = write(&head, &loaded.record, Output::open(out, language)?)?;
    names_in_public(&loaded.record, language);
    message(&say::written(language, entries));
    Ok(())
}

/// Says in which cases a number or a volume names somebody, which goes out all the same.
fn names_in_public(record: &Record, language: Language) {
    let mut network = Network::default();
    let mut rows = Vec::new();
    for stream in record.streams() {
        let chronicle = record.chronicle(stream);
        if stream.kind != StreamKind::CASE {
            network.put(*stream, &chronicle);
            continue;
        }
        let row = CaseRow::of(stream, &chronicle.case());
        rows.extend(row.or_else(|| Some(CaseRow::of_voided(stream, &chronicle)?.0)));
    }
    let named: Vec<&CaseRow> = rows.iter().filter(|row| network.is_named(row)).collect();
    if named.is_empty() {
        return;
    }
    let numbers = named.iter().filter_map(|row| row.number.as_deref());
    let numbers = numbers::first(language, numbers, named.len());
    message(&exchange::numbers_name(
        language,
        named.len() as u64,
        &numbers,
    ));
}

fn backup_left(loaded: &Loaded, language: Language) {
    if loaded.foot.backup.is_some() {
        message(say::backup_left(language));
    }
}

/// How much that was said in confidence lies open in the record.
fn in_confidence(record: &Record) -> usize {
    let lines = record.streams().flat_map(|stream| record.stream(stream));
    lines
        .flat_map(|line| line.leaves)
        .filter(|leaf| leaf.open.is_some() && leaf.class == KEPT_BACK)
        .count()
}

/// The head of a union: a function of the two heads, whichever comes first. Nobody vouches for it, so
/// where the two are of different desks it names none. It is made to be passed on, and leaves out what an
/// export does; a backup's part in it too.
fn united(a: Head, b: Head) -> Head {
    let (by_a, by_b) = (&a.exported_by, &b.exported_by);
    let offices: BTreeSet<&str> = [by_a, by_b].map(|by| by.organisation.as_str()).into();
    let exported_by = Exporter {
        desk: if by_a.desk == by_b.desk {
            by_a.desk
        } else {
            DeskId::default()
        },
        organisation: offices.into_iter().collect::<Vec<_>>().join("、"),
    };
    let both = |a: &str, b: &str, else_: &str| String::from(if a == b { a } else { else_ });
    let redacted = a.level == Level::Redacted && b.level == Level::Redacted;
    Head {
        exported_at: a.exported_at.max(b.exported_at),
        exported_by,
        format: FORMAT.to_owned(),
        left_out: if redacted {
            LEFT_OUT.map(str::to_owned).to_vec()
        } else {
            vec![KEPT_BACK.to_owned()]
        },
        level: if redacted {
            Level::Redacted
        } else {
            Level::Full
        },
        purpose: both(&a.purpose, &b.purpose, ""),
        scope: both(&a.scope, &b.scope, "cases"),
        version: VERSION,
        world: a.world,
    }
}

/// How many leaves stand in the record that an erasure in it names.
fn still_there(record: &Record) -> usize {
    let named = record
        .streams()
        .map(|stream| (record.chronicle(stream), record.stream(stream)));
    named
        .map(|(chronicle, lines)| chronicle.to_erase(&lines).len())
        .sum()
}
