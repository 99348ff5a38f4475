//! Directories of offices that kept spreadsheets: read, weighed against what is on record, and taken in by one transaction.
//! A row that is new begins a stream; one that differs from what is on record is a correction of fields, written when
//! somebody agreed to it. What cannot be read, or the rules refuse, is said before that and stays out.

mod answer;
mod differs;
mod weigh;
// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use self::answer::{
    Both, DirectoryChange, DirectoryChoices, DirectoryColumn, DirectoryPreview, DirectoryRefused,
    DirectoryTaken,
};
use self::weigh::{Changed, Telling, Weighed};
use super::act::{TRIES, write};
use super::desk::DeskRecord;
use super::ledger::{LedgerText, NO_HEADER, NO_ROWS};
use super::protocol::Trouble;
use super::run::{Engine, Machine};
use super::streams::read_all;
use super::tell::decided;
use crate::domain::Context;
use crate::domain::context::Chance;
use crate::domain::id::StreamId;
use crate::domain::network::{Command, Refusal};
use crate::exchange::directory::{
    Column, Layout, Options, Places, Reading, RefusedRow, Subject, counties_of_villages, read,
};
use crate::exchange::ledger::{Cell, Certainty, Sheet};
use crate::exchange::words::directory as words;
use crate::law::day::Moment;
use crate::law::divisions::{Adcode, Villages};
use crate::record::{Chronicle, World};
use crate::store::Store;

/// The sheet of a file and how it is read.
struct Laid {
    sheet: Sheet,
    layout: Layout,
    county: Adcode,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// The counties whose villages have to be there to read a directory.
    pub fn counties_of_directory(
        &self,
        name: &str,
        file: &LedgerText,
        choices: &DirectoryChoices,
    ) -> Result<BTreeSet<Adcode>, Trouble> {
        let laid = self.lay(name, file, choices)?;
        let places = Places {
            county: laid.county,
            towns: &file.towns,
            villages: &Villages::new(),
        };
        Ok(counties_of_villages(&laid.sheet, &laid.layout, &places))
    }

    /// Reads a directory and says what would come of it. Nothing is changed.
    pub async fn read_directory(
        &mut self,
        name: &str,
        file: &LedgerText,
        villages: &Villages,
        choices: &DirectoryChoices,
    ) -> Result<DirectoryPreview, Trouble> {
        let laid = self.lay(name, file, choices)?;
        let weighed = self.weighed(&laid, file, villages, choices).await?;
        let desk = self.desk.clone().ok_or(Trouble::NoDesk)?;
        // What the rules refuse shows now, not when somebody has agreed.
        let mut writer = self.directory_writer(desk, &weighed);
        let told = |telling: &Telling, writer: &mut Writer<'_>| {
            writer
                .tell(telling)
                .err()
                .map(|refusal| (telling.row, refusal))
        };
        let against: Vec<(u32, Refusal)> = weighed
            .new
            .iter()
            .filter_map(|telling| told(telling, &mut writer))
            .collect();
        let changes = weighed.changed.iter().map(|changed| DirectoryChange {
            row: changed.telling.row,
            name: changed.name.clone(),
            fields: fields(changed),
            refused: told(&changed.telling, &mut writer).map(|(_, refusal)| refusal),
        });
        let changes = changes.collect();
        Ok(preview(&laid, &weighed, file, &against, changes))
    }

    /// Takes in the rows that are new and the corrections that were agreed to; rows that cannot be read stay out. One
    /// transaction; where another tab wrote since the rows were weighed, they are weighed again.
    pub async fn take_directory(
        &mut self,
        name: &str,
        file: &LedgerText,
        villages: &Villages,
        choices: &DirectoryChoices,
        corrections: &[u32],
    ) -> Result<DirectoryTaken, Trouble> {
        for _ in 0..TRIES {
            self.look().await?;
            let laid = self.lay(name, file, choices)?;
            let weighed = self.weighed(&laid, file, villages, choices).await?;
            let before = self.read_desk().await?.ok_or(Trouble::NoDesk)?;
            let mut writer = self.directory_writer(before.clone(), &weighed);
            let mut taken = DirectoryTaken::default();
            for telling in &weighed.new {
                taken.added += u32::from(writer.tell(telling).is_ok());
            }
            for changed in &weighed.changed {
                if corrections.contains(&changed.telling.row) {
                    taken.corrected += u32::from(writer.tell(&changed.telling).is_ok());
                }
            }
            let Writer {
                desk,
                lines,
                streams,
                written,
                ..
            } = writer;
            let Some(places) = self.append_to(&before, &desk, &lines).await? else {
                continue;
            };
            self.desk = Some(desk);
            self.tail.extend(places.into_iter().zip(lines));
            for stream in written {
                if let Some(texts) = streams.get(&stream) {
                    self.put_view(stream, texts);
                }
            }
            self.machine.changed();
            return Ok(taken);
        }
        Err(Trouble::Busy)
    }

    fn lay(
        &self,
        name: &str,
        file: &LedgerText,
        choices: &DirectoryChoices,
    ) -> Result<Laid, Trouble> {
        let desk = self.desk.as_ref().ok_or(Trouble::NoDesk)?;
        let sheet = Sheet::from_csv(name, &file.text);
        if sheet.rows.is_empty() {
            return Err(Trouble::BadLedger(NO_ROWS.to_owned()));
        }
        let subject = choices.people.map(|people| match people {
            true => Subject::People,
            false => Subject::Organisations,
        });
        let mut layout = Layout::guess(&sheet, subject);
        if layout.header == 0 && sheet.open_quote.is_none() {
            return Err(Trouble::BadLedger(NO_HEADER.to_owned()));
        }
        for (place, meaning) in &choices.columns {
            layout.choose(*place, Column::from_code(meaning));
        }
        Ok(Laid {
            sheet,
            layout,
            county: choices.county.unwrap_or(desk.county),
        })
    }

    async fn weighed(
        &mut self,
        laid: &Laid,
        file: &LedgerText,
        villages: &Villages,
        choices: &DirectoryChoices,
    ) -> Result<Weighed, Trouble> {
        let options = Options {
            places: Places {
                county: laid.county,
                towns: &file.towns,
                villages,
            },
            unsaid_serving: choices.serving.clone(),
        };
        let reading = read(&laid.sheet, &laid.layout, &options);
        if reading.rows.is_empty() && reading.refused.is_empty() {
            return Err(Trouble::BadLedger(NO_ROWS.to_owned()));
        }
        self.weigh_directory(laid.layout.clone(), reading).await
    }

    fn directory_writer(&self, desk: DeskRecord, weighed: &Weighed) -> Writer<'_> {
        Writer {
            desk,
            world: self.kind.world(),
            now: self.machine.now(),
            chance: &self.machine,
            lines: Vec::new(),
            streams: weighed.texts.clone(),
            written: BTreeSet::new(),
        }
    }
}

/// Writes what rows tell, one after the other, into lines that go to the store together.
struct Writer<'a> {
    desk: DeskRecord,
    world: World,
    now: Moment,
    chance: &'a dyn Chance,
    lines: Vec<String>,
    /// The streams that are here or were begun, whole.
    streams: BTreeMap<StreamId, Vec<String>>,
    written: BTreeSet<StreamId>,
}

impl Writer<'_> {
    /// Tells a row. Refused, it leaves nothing behind.
    fn tell(&mut self, telling: &Telling) -> Result<(), Refusal> {
        let (seq, lines) = (self.desk.seq, self.lines.len());
        let mut before: Vec<(StreamId, Option<Vec<String>>)> = Vec::new();
        for (stream, commands) in &telling.tells {
            before.push((*stream, self.streams.get(stream).cloned()));
            if let Err(refusal) = self.act(*stream, commands) {
                self.desk.seq = seq;
                self.lines.truncate(lines);
                for (stream, texts) in before {
                    match texts {
                        Some(texts) => drop(self.streams.insert(stream, texts)),
                        None => drop(self.streams.remove(&stream)),
                    }
                }
                return Err(refusal);
            }
        }
        self.written
            .extend(telling.tells.iter().map(|(stream, _)| *stream));
        Ok(())
    }

    fn act(&mut self, stream: StreamId, commands: &[Command]) -> Result<(), Refusal> {
        let texts = self.streams.entry(stream).or_default();
        let lines = read_all(texts);
        let chronicle = Chronicle::tell(&lines);
        let context = Context {
            now: self.now,
            who: self.desk.acting,
            next_number: None,
            chance: self.chance,
        };
        let made = decided(stream, &chronicle, commands, &context, &self.desk)?;
        let (world, now, chance) = (&self.world, self.now, self.chance);
        let composed = write(&mut self.desk, world, stream, &chronicle, made, now, chance);
        drop(chronicle);
        let fresh: Vec<String> = composed.into_iter().map(|one| one.line).collect();
        self.lines.extend(fresh.iter().cloned());
        if let Some(texts) = self.streams.get_mut(&stream) {
            texts.extend(fresh);
        }
        Ok(())
    }
}

fn fields(changed: &Changed) -> Vec<(String, Both, Both)> {
    let field = |(column, here, there): &(Column, Both, Both)| {
        (column.code().to_owned(), here.clone(), there.clone())
    };
    changed.fields.iter().map(field).collect()
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn preview(
    laid: &Laid,
    weighed: &Weighed,
    file: &LedgerText,
    against: &[(u32, Refusal)],
    changes: Vec<DirectoryChange>,
) -> DirectoryPreview {
    let Weighed {
        layout, reading, ..
    } = weighed;
    let columns = layout
        .columns
        .iter()
        .enumerate()
        .map(|(place, mapped)| DirectoryColumn {
            place,
            heading: mapped.header.clone(),
            meaning: mapped.column.code().to_owned(),
            unsure: mapped.certainty == Certainty::Unsure,
            sample: sample(&laid.sheet, layout.header, place),
        });
    let unread = reading.refused.iter().map(|row: &RefusedRow| {
        let sentence = |at: usize| words::both(|l| words::refused(l, row).swap_remove(at));
        DirectoryRefused {
            row: row.row,
            why: (0..row.problems.len()).map(sentence).collect(),
        }
    });
    let unknown = weighed
        .unknown
        .iter()
        .map(|(row, meaning, name)| DirectoryRefused {
            row: *row,
            why: vec![words::both(|l| words::not_known(l, *row, meaning, name))],
        });
    let ruled = against.iter().map(|(row, refusal)| DirectoryRefused {
        row: *row,
        why: vec![words::both(|l| words::against(l, *row, refusal))],
    });
    let mut refused: Vec<DirectoryRefused> = unread.chain(unknown).chain(ruled).collect();
    refused.sort_by_key(|refused| refused.row);
    DirectoryPreview {
        encoding: file.encoding.clone(),
        people: layout.subject == Subject::People,
        columns: columns.collect(),
        rows: size(laid.sheet.rows.len()),
        apart: size(reading.apart.len()),
        new: size(weighed.new.len()).saturating_sub(size(against.len())),
        same: weighed.same,
        repeated: reading
            .repeated
            .iter()
            .map(|row| (row.row, row.first))
            .collect(),
        refused,
        changes,
        unsaid_serving: size(unsaid(layout, &laid.sheet, reading)),
    }
}

/// How many rows are of people of whom it isn't said how they serve.
fn unsaid(layout: &Layout, sheet: &Sheet, reading: &Reading) -> usize {
    if layout.subject != Subject::People {
        return 0;
    }
    let says = |row: u32| {
        let at = layout.place(&Column::Serving);
        at.is_some_and(|at| !sheet.cell(row, at).says_nothing())
    };
    let read = reading
        .rows
        .iter()
        .map(crate::exchange::directory::Row::row);
    let rows = read.chain(reading.refused.iter().map(|row| row.row));
    rows.filter(|row| !says(*row)).count()
}

/// What first stands in a column.
fn sample(sheet: &Sheet, header: u32, place: usize) -> String {
    const LETTERS: usize = 24;
    let below = sheet
        .rows
        .iter()
        .skip(usize::try_from(header).unwrap_or(usize::MAX));
    let cells = below.filter_map(|cells| cells.get(place));
    let first = cells
        .filter(|cell| !cell.says_nothing())
        .map(Cell::shown)
        .next();
    first.unwrap_or_default().chars().take(LETTERS).collect()
}
