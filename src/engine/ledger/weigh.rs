//! A ledger weighed: what of it is here already, what differs, what is new.

use std::collections::BTreeSet;

use crate::exchange::ledger::{
    Cell, Column, Form, Layout, Reading, Row, Sheet, Unit, compare, read,
};
use crate::law::divisions::{Adcode, Town};
use crate::store::Store;

use super::super::desk::DeskRecord;
use super::super::protocol::{LedgerChoices, Trouble};
use super::super::run::{Engine, Machine};
use super::known::{Known, differences, kept};
use super::story::Writer;
use super::{LedgerHabits, LedgerText, NO_HEADER, NO_ROWS, place, story};

/// A ledger, read and weighed against what is here.
pub(super) struct Weighed {
    pub layout: Layout,
    /// Rows that were put right in place are read as they are now.
    pub reading: Reading,
    /// In which county its cases count; where the title names another than the desk's, which two are in question.
    pub county: Adcode,
    pub counties: Vec<Adcode>,
    /// The county's townships.
    pub towns: Vec<(Town, String)>,
    /// What agreements are whose form isn't said, and the rows that would bring such a one.
    pub unsaid_form: Form,
    pub formless: Vec<u32>,
    /// What sums were read in whose unit nobody says.
    pub unsaid_unit: Unit,
    /// By which the ledger was read, and whether they said form and unit.
    pub habits: LedgerHabits,
    pub form_by_habit: bool,
    pub unit_by_habit: bool,
    /// How many pieces of the record were read on the way.
    pub pieces: u64,
    pub known: Vec<Known>,
    /// Places among the rows that were read.
    pub added: Vec<usize>,
    pub same: u32,
    pub changed: Vec<Changed>,
    pub clashing: Vec<usize>,
}

pub(super) struct Changed {
    pub known: usize,
    pub new: usize,
    pub fields: Vec<Column>,
    /// The registration's day is corrected and no closing day said: an end that has none moves along.
    pub takes_end: bool,
}

impl Weighed {
    /// A writer that tells these rows.
    pub fn writer<'a, S: Store, M: Machine>(
        &self,
        engine: &'a Engine<S, M>,
        desk: DeskRecord,
    ) -> Writer<'a> {
        let towns = self.towns.clone();
        engine.writer(desk, (self.county, towns), self.unsaid_form.clone())
    }

    /// The rows that are new.
    pub fn added(&self) -> impl Iterator<Item = &Row> {
        self.added
            .iter()
            .filter_map(|at| self.reading.rows.get(*at))
    }

    /// How much there is to do with it, the reading of pieces among it.
    pub fn steps(&self) -> u64 {
        self.pieces + self.added.len() as u64
    }

    /// What differs: how, from what, and the row that says so, its people in the order in which the case has them.
    pub fn changes(&self) -> impl Iterator<Item = (&Changed, &Known, Row)> {
        self.changed.iter().filter_map(|change| {
            let (known, row) = (
                self.known.get(change.known)?,
                self.reading.rows.get(change.new)?,
            );
            let mut row = row.in_order_of(&known.row);
            if change.takes_end {
                row.concluded = Some(row.registered);
            }
            Some((change, known, row))
        })
    }
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Reads a ledger and weighs it against what is here; nothing is changed.
    pub(super) async fn weigh(
        &mut self,
        name: &str,
        file: &LedgerText,
        choices: &LedgerChoices,
    ) -> Result<Weighed, Trouble> {
        let mut sheet = Sheet::from_csv(name, &file.text);
        if sheet.rows.is_empty() {
            return Err(Trouble::BadLedger(NO_ROWS.to_owned()));
        }
        let desk = self.desk.as_ref().ok_or(Trouble::NoDesk)?;
        let own = desk.county;
        let habits = choices.habits.as_ref().unwrap_or(&desk.ledgers).clone();
        let options = habits.options(choices);
        let unsaid_form = choices.unsaid_form.as_ref().or(habits.unsaid_form.as_ref());
        let unsaid_form = unsaid_form.map_or(Form::Oral, |code| Form::from_code(code));
        let mut layout = Layout::guess(&sheet, &options);
        // Where a quotation mark swallowed the header, that is what is wrong, and the row says so.
        let swallowed = sheet.open_quote.is_some_and(|row| row <= layout.header);
        if layout.header_rows == 0 && !swallowed {
            return Err(Trouble::BadLedger(NO_HEADER.to_owned()));
        }
        for (place, meaning) in &choices.columns {
            layout.choose(*place, Column::from_code(meaning));
        }
        let mut reading = read(&sheet, &layout, &options);
        // Into the rows that were refused alone: what was typed for one that can be read by now is of no use to it. But
        // for numbers: a row whose number another case has can be read, and is refused later.
        let refused: BTreeSet<u32> = reading.refused.iter().map(|row| row.row).collect();
        let is_number = |place: usize| {
            let mapped = layout.columns.get(place);
            mapped.is_some_and(|mapped| mapped.column == Column::Number)
        };
        let edits = choices.edits.iter();
        let edits: Vec<_> = edits
            .filter(|(row, place, _)| refused.contains(row) || is_number(*place))
            .collect();
        for (row, column, text) in &edits {
            sheet.put(*row, *column, Cell::from(text.trim()));
        }
        if !edits.is_empty() {
            reading = read(&sheet, &layout, &options);
        }
        if reading.rows.is_empty() && reading.refused.is_empty() {
            return Err(Trouble::BadLedger(NO_ROWS.to_owned()));
        }
        let named = place::county_named(name, &sheet, &reading);
        let rows = &reading.rows;
        let pieces = 2 * self.manifest.segments.len() as u64;
        let of = pieces + rows.len() as u64;
        let known = self.known_rows(rows, of).await?;
        let before: Vec<Row> = known.iter().map(|known| known.row.clone()).collect();
        let now: Vec<Row> = rows.iter().map(kept).collect();
        let comparison = compare(&before, &now);
        let mut same = comparison.same.len() as u32;
        let mut changed = Vec::new();
        for change in comparison.changed {
            let (Some(here), Some(there)) = (before.get(change.known), now.get(change.new)) else {
                continue;
            };
            let mut fields = differences(here, &there.in_order_of(here), change.fields);
            if fields.is_empty() {
                same += 1;
                continue;
            }
            let takes_end = fields.contains(&Column::Registered)
                && there.concluded.is_none()
                && known
                    .get(change.known)
                    .is_some_and(|known| known.ends_undated);
            if takes_end {
                fields.push(Column::Concluded);
            }
            changed.push(Changed {
                known: change.known,
                new: change.new,
                fields,
                takes_end,
            });
        }
        let formless = {
            let new = comparison.added.iter().filter_map(|at| rows.get(*at));
            let now_ended = changed.iter().filter_map(|change| {
                let (here, there) = (before.get(change.known)?, rows.get(change.new)?);
                (here.form.is_none() && change.fields.contains(&Column::Result)).then_some(there)
            });
            let lacking = new.chain(now_ended).filter(|row| story::lacks_form(row));
            let mut formless: Vec<u32> = lacking.map(|row| row.row).collect();
            formless.sort_unstable();
            formless
        };
        let county = choices.county.or(named).unwrap_or(own);
        Ok(Weighed {
            unsaid_form,
            formless,
            unsaid_unit: options.unsaid_unit,
            form_by_habit: choices.unsaid_form.is_none() && habits.unsaid_form.is_some(),
            unit_by_habit: choices.unsaid_unit.is_none() && habits.unsaid_unit.is_some(),
            habits,
            layout,
            reading,
            county,
            towns: file.towns.get(&county).cloned().unwrap_or_default(),
            counties: match named.filter(|named| *named != own) {
                Some(named) => vec![named, own],
                None => Vec::new(),
            },
            pieces,
            known,
            added: comparison.added,
            same,
            changed,
            clashing: comparison
                .clashing
                .into_iter()
                .map(|(_, new)| new)
                .collect(),
        })
    }
}
