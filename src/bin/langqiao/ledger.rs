//! `ledger`: a ledger that an office typed, read into rows, and with `--out` into cases.

mod desk;
mod progress;

use std::io::Read;
use std::path::Path;

use serde::Serialize;

use langqiao::engine::ledger::{LedgerHabits, MOST_BYTES, TOO_LARGE, is_text};
use langqiao::engine::protocol::{LedgerChoices, LedgerRefused, Trouble};
use langqiao::exchange::ledger::{
    Column, Form, Layout, Problem, Reading, Row, Sheet, Unit, decode, read,
};
use langqiao::exchange::words::ledger as words;
use langqiao::law::divisions::Adcode;
use langqiao::locale::{Language, ledger_page, places};

use crate::bundles::{open, unreadable};
use crate::output::{message, print};
use crate::{Stop, say};
use desk::{Desk, stop};

#[derive(Serialize)]
struct Answer {
    rows: Vec<Row>,
    refused: Vec<Refused>,
}

#[derive(Serialize)]
struct Refused {
    row: u32,
    reason: String,
}

pub fn ledger(
    path: &Path,
    county: Adcode,
    choices: LedgerChoices,
    json: bool,
    out: Option<&Path>,
    language: Language,
) -> Result<(), Stop> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    open(path, language)?
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error, language))?;
    if bytes.len() as u64 > MOST_BYTES as u64 {
        let trouble = Trouble::BadLedger(TOO_LARGE.to_owned());
        return Err(stop(language, &name, &trouble));
    }
    is_text(&bytes).map_err(|trouble| stop(language, &name, &trouble))?;
    let file = decode(&bytes);
    let sheet = Sheet::from_csv(&name, &file.text);
    let options = LedgerHabits::default().options(&choices);
    let layout = Layout::guess(&sheet, &options);
    let reading = read(&sheet, &layout, &options);
    let cut = sheet.open_quote.filter(|row| *row <= layout.header);
    if layout.header_rows == 0 || cut.is_some() {
        // Where a quotation mark swallowed the header, that is what is wrong.
        let quote = reading
            .refused
            .iter()
            .find(|row| Some(row.row) == sheet.open_quote);
        return Err(Stop::Bad(match quote {
            Some(quote) => words::refused(language, quote).join(" "),
            None => say::no_header(language, &name),
        }));
    }
    let missing = layout.missing().into_iter().next();
    if let Some(column) = missing.or_else(|| lacking(&sheet, &reading)) {
        let column = words::column(language, &column);
        return Err(Stop::Bad(say::no_column(
            language,
            &name,
            layout.header,
            &column,
        )));
    }
    let short = path.file_name().map(|name| name.to_string_lossy());
    let short = short.as_deref().unwrap_or(&name);
    let mut desk = Desk::of(short, file.text, county, choices, language)?;
    // A row that can be read may still be refused, by the rules: the desk knows both.
    let preview = desk.preview(language)?;
    let refused = by_row(preview.refused, language);
    for remark in preview.remarks {
        message(&language.of(remark));
    }
    if let Some(title) = preview.counties.first() {
        let named = |county| places::county_in_city(language, county);
        message(&say::other_county(language, &named(*title), &named(county)));
    }
    if !preview.duplicates.is_empty() {
        message(&say::alike(
            language,
            preview.duplicates.len(),
            &alike(&preview.duplicates, language),
        ));
    }
    if preview.unsaid_form.as_deref() == Some(Form::Oral.code()) {
        message(say::choose_form(language));
    }
    if preview.unsaid_unit == Some(Unit::Yuan) {
        message(say::choose_unit(language));
    }
    let out_of = |row: &Row| refused.iter().any(|refused| refused.row == row.row);
    let answer = Answer {
        rows: reading
            .rows
            .into_iter()
            .filter(|row| !out_of(row))
            .collect(),
        refused,
    };
    if let Some(out) = out {
        message(&say::written(language, desk.write(out, language)?));
        for refused in &answer.refused {
            message(&refused.reason);
        }
        if !json {
            return Ok(());
        }
    }
    if json {
        let text = serde_json::to_string(&answer).unwrap_or_default();
        return print(&text, language);
    }
    let mut lines = vec![say::rows_read(
        language,
        answer.rows.len(),
        answer.refused.len(),
    )];
    lines.extend(answer.refused.into_iter().map(|refused| refused.reason));
    print(&lines.join("\n"), language)
}

/// The column that every row is refused for lack of: a ledger can do without one of results, unless all its cases have
/// ended.
fn lacking(sheet: &Sheet, reading: &Reading) -> Option<Column> {
    if !reading.rows.is_empty() {
        return None;
    }
    // Behind an open quotation mark nothing was read.
    let refused = reading.refused.iter();
    let mut refused = refused.filter(|row| Some(row.row) != sheet.open_quote);
    let column = refused.next()?.problems.iter().find_map(Problem::lacks)?;
    let is_it = |problem: &Problem| problem.lacks() == Some(column);
    let all = refused.all(|row| row.problems.iter().any(is_it));
    all.then(|| column.clone())
}

/// The first pairs of rows that look like one case.
fn alike(pairs: &[(u32, u32)], language: Language) -> String {
    const SHOWN: usize = 10;
    let shown = pairs.iter().take(SHOWN);
    let pairs: Vec<String> = shown
        .map(|(one, other)| ledger_page::pair(language, *one, *other))
        .collect();
    pairs.join(language.of(("、", "; ")))
}

/// One refusal a row, with everything that is wrong with it.
fn by_row(problems: Vec<LedgerRefused>, language: Language) -> Vec<Refused> {
    let mut rows: Vec<Refused> = Vec::new();
    for problem in problems {
        let reason = language.of((problem.zh, problem.en));
        match rows.last_mut() {
            Some(last) if last.row == problem.row => {
                last.reason.push(' ');
                last.reason.push_str(&reason);
            }
            _ => rows.push(Refused {
                row: problem.row,
                reason,
            }),
        }
    }
    rows
}
