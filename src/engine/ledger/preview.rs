//! What would come of a ledger, told before anything is taken in.

use std::collections::BTreeSet;

use crate::domain::case::Refusal;
use crate::engine::protocol::{LedgerColumn, LedgerCorrection, LedgerPreview, LedgerRefused};
use crate::exchange::ledger::people::may_be_several;
use crate::exchange::ledger::{Certainty, Column, damaged_lines, possible_duplicates, unnamed};
use crate::exchange::words::ledger as words;

use super::known::named;
use super::weigh::Weighed;
use super::{LedgerText, notes, story};

pub(super) fn preview(
    weighed: &Weighed,
    file: &LedgerText,
    against: &[(u32, Refusal)],
    corrections: Vec<LedgerCorrection>,
) -> LedgerPreview {
    let Weighed {
        layout, reading, ..
    } = weighed;
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let columns = layout.columns.iter().zip(&reading.columns).enumerate();
    let columns = columns
        .map(|(place, (mapped, count))| LedgerColumn {
            place,
            heading: mapped.header.clone(),
            meaning: mapped.column.code().to_owned(),
            samples: count.samples.clone(),
            certainty: certainty(mapped.certainty).to_owned(),
            read: count.read,
            filled: count.inked,
        })
        .collect();
    let mut refused: Vec<LedgerRefused> = Vec::new();
    for row in &reading.refused {
        refused.extend(row.problems.iter().map(|problem| {
            let (zh, en) = words::both(|l| words::problem(l, row.row, problem));
            LedgerRefused {
                row: row.row,
                column: problem.column,
                cell: problem.cell.clone(),
                lacks: problem.lacks().map(|meaning| meaning.code().to_owned()),
                zh,
                en,
            }
        }));
    }
    let place_of = |wanted: &Column| layout.columns.iter().position(|m| m.column == *wanted);
    let clashing = weighed
        .clashing
        .iter()
        .filter_map(|at| reading.rows.get(*at));
    refused.extend(clashing.map(|row| {
        let number = row.number.clone().unwrap_or_default();
        let (zh, en) = words::both(|l| words::number_taken(l, row.row, &number));
        LedgerRefused {
            row: row.row,
            column: place_of(&Column::Number),
            lacks: None,
            zh,
            en,
            cell: number,
        }
    }));
    refused.extend(against.iter().map(|(row, refusal)| {
        let (zh, en) = words::both(|l| words::against_rules(l, *row, refusal));
        LedgerRefused {
            row: *row,
            column: None,
            cell: String::new(),
            lacks: None,
            zh,
            en,
        }
    }));
    refused.sort_by_key(|refused| (refused.row, refused.column));
    let out = size(against.len() + weighed.clashing.len());
    let added: BTreeSet<usize> = weighed.added.iter().copied().collect();
    let row_at = |at: usize| reading.rows.get(at).map_or(0, |row| row.row);
    let duplicates = possible_duplicates(&reading.rows)
        .into_iter()
        .filter(|(one, other)| added.contains(one) || added.contains(other))
        .map(|(one, other)| (row_at(one), row_at(other)))
        .collect();
    LedgerPreview {
        encoding: file.encoding.clone(),
        county: weighed.county,
        counties: weighed.counties.clone(),
        year: layout.year.unwrap_or_default(),
        columns,
        rows: reading.sheet_rows,
        title: size(reading.titles.len() + reading.notes.len()),
        header: size(reading.headers.len()),
        blank: size(reading.blanks.len()),
        subtotal: size(reading.subtotals.len()),
        read: size(reading.rows.len()).saturating_sub(out),
        refused,
        new: size(weighed.added.len()).saturating_sub(size(against.len())),
        known: weighed.same + size(weighed.changed.len()),
        corrections,
        duplicates,
        unsaid_unit: (!reading.unitless.is_empty()).then_some(weighed.unsaid_unit),
        unsaid_form: (!weighed.formless.is_empty()).then(|| weighed.unsaid_form.code().to_owned()),
        remarks: remarks(weighed, &file.text),
        habits: weighed.habits.clone(),
    }
}

/// Subtotals that state another number than was counted, results without a day or beside what they don't fit, sums
/// without a unit, people who are run together, counted without a name or of another sex than their ID number tells,
/// bytes that are no text.
fn remarks(weighed: &Weighed, text: &str) -> Vec<(String, String)> {
    let reading = &weighed.reading;
    let differing = reading
        .subtotals
        .iter()
        .filter(|subtotal| subtotal.differs());
    let mut remarks: Vec<_> = differing
        .map(|subtotal| words::both(|l| words::subtotal_differs(l, subtotal)))
        .collect();
    let undated: Vec<u32> = reading
        .rows
        .iter()
        .filter(|row| row.concluded.is_none() && story::has_ended(row))
        .map(|row| row.row)
        .collect();
    if let Some(first) = undated.first() {
        remarks.push(words::both(|l| {
            words::days_missing(l, undated.len(), *first)
        }));
    }
    if let Some(first) = weighed.formless.first() {
        let count = weighed.formless.len();
        let (form, habit) = (&weighed.unsaid_form, weighed.form_by_habit);
        remarks.push(words::both(|l| {
            words::forms_missing(l, count, *first, form, habit)
        }));
    }
    if let Some(first) = reading.unitless.first() {
        let (count, unit) = (reading.unitless.len(), weighed.unsaid_unit);
        let habit = weighed.unit_by_habit;
        remarks.push(words::both(|l| {
            words::units_missing(l, count, *first, unit, habit)
        }));
    }
    let contrary: Vec<u32> = reading
        .rows
        .iter()
        .filter(|row| !notes::beside(row).is_empty())
        .map(|row| row.row)
        .collect();
    if let Some(first) = contrary.first() {
        remarks.push(words::both(|l| words::contrary(l, contrary.len(), *first)));
    }
    let several: Vec<(u32, &str)> = reading
        .rows
        .iter()
        .flat_map(|row| {
            let parties = row.applicants.iter().chain(&row.respondents);
            let names = parties.map(|person| &person.name).chain(&row.mediators);
            names.map(|name| (row.row, name.as_str()))
        })
        .filter(|(_, name)| may_be_several(name))
        .collect();
    if !several.is_empty() {
        remarks.push(words::both(|l| words::several_people(l, &several)));
    }
    let people = reading.rows.iter().flat_map(|row| {
        let parties = row.applicants.iter().chain(&row.respondents);
        parties.map(|person| (row.row, person))
    });
    let differing: Vec<(u32, &str)> = people
        .filter(|(_, person)| person.sex_differs())
        .map(|(row, person)| (row, person.name.as_str()))
        .collect();
    if !differing.is_empty() {
        remarks.push(words::both(|l| words::sexes_differ(l, &differing)));
    }
    let sides = reading.rows.iter().flat_map(|row| {
        let sides = [&row.applicants, &row.respondents].into_iter();
        sides.map(|side| (row.row, side))
    });
    let counted: Vec<(u32, String)> = sides
        .filter(|(_, side)| unnamed(side) > 0)
        .map(|(row, side)| (row, named(side)))
        .collect();
    if !counted.is_empty() {
        remarks.push(words::both(|l| words::unnamed_people(l, &counted)));
    }
    let damaged = damaged_lines(text);
    if let Some(first) = damaged.first() {
        remarks.push(words::both(|l| {
            words::lines_damaged(l, damaged.len(), *first)
        }));
    }
    remarks
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Chosen => "chosen",
        Certainty::Remembered => "remembered",
        Certainty::Plain => "plain",
        Certainty::Likely => "likely",
        Certainty::Unsure => "unsure",
    }
}
