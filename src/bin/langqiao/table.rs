//! `table`: a bundle counted as the statistics page counts it.

use std::path::Path;

use serde::ser::{Serialize, SerializeMap, Serializer};

use langqiao::domain::id::StreamKind;
use langqiao::law::day::Month;
use langqiao::law::dispute::{DisputeType, Source};
use langqiao::law::divisions::Adcode;
use langqiao::law::money::Fen;
use langqiao::locale::terms::Term;
use langqiao::locale::{Language, dates, numbers, places, statistics};
use langqiao::views::answers::TableRow;
use langqiao::views::cases::Cases;
use langqiao::views::figures::{self, By, Period};
use langqiao::views::network::Network;
use langqiao::views::query::Ending;
use langqiao::views::row::{CaseRow, Findable};

use crate::bundles::load;
use crate::output::print;
use crate::{Stop, say};

fn views(path: &Path, language: Language) -> Result<(Cases, Network), Stop> {
    let loaded = load(path, language)?;
    let (mut cases, mut network) = (Cases::default(), Network::default());
    for stream in loaded.record.streams() {
        let chronicle = loaded.record.chronicle(stream);
        if stream.kind == StreamKind::CASE {
            let row = CaseRow::of(stream, &chronicle.case());
            // Nothing is searched here.
            cases.put(stream, row.map(|row| (row, Findable::default())));
        } else {
            network.put(*stream, &chronicle);
        }
    }
    Ok((cases, network))
}

pub fn published(path: &Path, json: bool, language: Language) -> Result<(), Stop> {
    let (cases, network) = views(path, language)?;
    let figures = figures::published(&cases, &network);
    if json {
        let text = serde_json::to_string(&figures).unwrap_or_default();
        return print(&text, language);
    }
    let rows = figures.iter().map(|figure| {
        let name = match statistics::published(language, &figure.figure) {
            Some((name, note)) => [name.to_owned(), note.to_owned()],
            None => [figure.figure.clone(), String::new()],
        };
        let [name, note] = name;
        vec![name, note, number(figure.value)]
    });
    print(&aligned(rows.collect(), 2), language)
}

/// A row with its keys by their names, in the order asked for.
struct Named<'a> {
    by: &'a [(String, By)],
    row: &'a TableRow,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.by.len() + 4))?;
        for ((word, _), key) in self.by.iter().zip(&self.row.keys) {
            map.serialize_entry(word, key)?;
        }
        map.serialize_entry("mediated", &self.row.mediated)?;
        map.serialize_entry("successful", &self.row.successful)?;
        map.serialize_entry("people", &self.row.people)?;
        map.serialize_entry("fen", &self.row.fen)?;
        map.end()
    }
}

pub fn table(path: &Path, by: &[(String, By)], json: bool, language: Language) -> Result<(), Stop> {
    for (place, (word, key)) in by.iter().enumerate() {
        if by[..place].iter().any(|(_, other)| other == key) {
            return Err(Stop::Use(say::key_twice(language, word)));
        }
    }
    let (cases, _) = views(path, language)?;
    let keys: Vec<By> = by.iter().map(|(_, by)| *by).collect();
    let rows = figures::table(&cases, &keys, Period::of(None, None));
    if json {
        let named: Vec<_> = rows.iter().map(|row| Named { by, row }).collect();
        let text = serde_json::to_string(&named).unwrap_or_default();
        return print(&text, language);
    }
    let mut shown = vec![headings(&keys, language)];
    shown.extend(rows.iter().map(|row| {
        let keys = keys.iter().zip(&row.keys);
        let mut cells: Vec<String> = keys.map(|(by, code)| name(*by, code, language)).collect();
        cells.extend([row.mediated, row.successful, row.people].map(number));
        cells.push(numbers::yuan(Fen(row.fen)));
        cells
    }));
    print(&aligned(shown, keys.len()), language)
}

fn headings(keys: &[By], language: Language) -> Vec<String> {
    let key = |by: &By| match by {
        By::Type => say::by_type(language),
        By::Month => say::by_month(language),
        By::County => say::by_county(language),
        By::Ending => say::by_outcome(language),
        By::Source => say::by_source(language),
        By::Town => say::by_town(language),
    };
    let figures = [say::mediated, say::successful, say::people, say::yuan];
    keys.iter()
        .map(key)
        .chain(figures.map(|figure| figure(language)))
        .map(str::to_owned)
        .collect()
}

/// What a person calls the code of a key.
fn name(by: By, code: &str, language: Language) -> String {
    match by {
        By::Type => DisputeType::from_code(code).term(language).to_owned(),
        By::Source => Source::from_code(code).term(language).to_owned(),
        By::Ending => match Ending::from_code(code) {
            Ending::Written => say::ended_written(language).to_owned(),
            Ending::Oral => say::ended_oral(language).to_owned(),
            Ending::Failed => say::ended_failed(language).to_owned(),
            Ending::Withdrawn => say::ended_withdrawn(language).to_owned(),
            Ending::Declined => say::ended_declined(language).to_owned(),
            Ending::Unknown(code) => code.to_string(),
        },
        By::Month => {
            Month::parse(code).map_or_else(|_| code.to_owned(), |m| dates::month(language, m))
        }
        By::County => match code.parse().ok().and_then(Adcode::new) {
            Some(county) => places::county_in_city(language, county),
            None => code.to_owned(),
        },
        By::Town => code.to_owned(),
    }
}

fn number(n: u64) -> String {
    numbers::count(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Columns side by side: the first `left` from the left, the others from the right.
fn aligned(rows: Vec<Vec<String>>, left: usize) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        })
        .collect();
    let lines = rows.iter().map(|row| {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let room = " ".repeat(widths[column].saturating_sub(width(cell)));
            let gap = if column > 0 { "  " } else { "" };
            let parts = if column < left {
                [gap, cell, &room]
            } else {
                [gap, &room, cell]
            };
            line.extend(parts);
        }
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Cells of a terminal: two for Han characters and full-width marks.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
