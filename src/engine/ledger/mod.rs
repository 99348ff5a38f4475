//! Ledgers of offices that kept spreadsheets: read, weighed against what is here, and taken in by one
//! transaction. What cannot be read, or the rules refuse, is said before that and stays out.
//!
//! Each new row becomes a case that went through `decide` step by step; a row that differs from the case
//! it once became is a correction, written when somebody agreed to it.

mod correct;
mod habits;
mod known;
mod notes;
mod place;
mod preview;
mod story;
mod weigh;
// They decode natively; in the browser its TextDecoder does.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

use std::collections::BTreeMap;

use crate::domain::case::Refusal;
use crate::domain::id::StreamId;
use crate::exchange::ledger::Form;
use crate::law::divisions::{Adcode, Town, Towns};
use crate::store::Store;

pub use self::habits::LedgerHabits;
use self::known::shown;
use self::preview::preview;
use self::story::Writer;
use self::weigh::Weighed;
use super::act::TRIES;
use super::desk::DeskRecord;
use super::protocol::{LedgerChoices, LedgerCorrection, LedgerPreview, LedgerTaken, Trouble};
use super::run::{Engine, Machine};

/// A ledger's file, decoded and in NFC, and what is known of the places that it names.
pub struct LedgerText {
    pub text: String,
    pub encoding: String,
    /// The townships of the counties; of none where they could not be read.
    pub towns: Towns,
}

/// No ledger is larger.
pub const MOST_BYTES: f64 = 64.0 * 1024.0 * 1024.0;
/// Codes of what keeps a ledger from being read at all.
pub const TOO_LARGE: &str = "too_large";
pub const WORKBOOK: &str = "workbook";
pub const NO_ROWS: &str = "no_rows";
pub const NO_HEADER: &str = "no_header";

/// Whether bytes can be a text file. Workbooks are archives or Microsoft's old compound files.
pub fn is_text(bytes: &[u8]) -> Result<(), Trouble> {
    let begins = |sign: &[u8]| {
        let text = bytes.trim_ascii_start();
        text.get(..sign.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(sign))
    };
    let archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    // Some programs write a web page, or XML, and call it .xls.
    let markup = [&b"<html"[..], b"<!doctype", b"<table", b"<?xml", b"<meta"];
    if archive || markup.into_iter().any(begins) {
        return Err(Trouble::BadLedger(WORKBOOK.to_owned()));
    }
    Ok(())
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Reads a ledger and says what would come of it. Nothing is changed.
    pub async fn read_ledger(
        &mut self,
        name: &str,
        file: &LedgerText,
        choices: &LedgerChoices,
    ) -> Result<LedgerPreview, Trouble> {
        let weighed = self.weigh(name, file, choices).await?;
        let desk = self.desk.clone().ok_or(Trouble::NoDesk)?;
        // What the rules refuse shows now, not when somebody has agreed: all of it is told to a writer whose lines
        // go nowhere.
        let mut writer = weighed.writer(self, desk);
        let mut against: Vec<(u32, Refusal)> = Vec::new();
        for (told, row) in (1..).zip(weighed.added()) {
            if let Err(refusal) = writer.tell(name, row) {
                against.push((row.row, refusal));
            }
            self.so_far(weighed.pieces + told, weighed.steps()).await?;
        }
        let corrections = weighed.changes().map(|(change, known, row)| {
            let fields = change.fields.iter().map(|field| {
                let (here, there) = (shown(field, &known.row), shown(field, &row));
                (field.code().to_owned(), here, there)
            });
            LedgerCorrection {
                row: row.row,
                case: known.stream,
                number: known.row.number.clone().unwrap_or_default(),
                fields: fields.collect(),
                refused: writer.correct(name, known, &row, &change.fields).err(),
            }
        });
        let corrections = corrections.collect();
        Ok(preview(&weighed, file, &against, corrections))
    }

    /// Takes in the rows that are new and the corrections that were agreed to; rows that cannot be read
    /// stay out. One transaction; where another tab wrote since the rows were weighed, they are weighed again.
    pub async fn take_ledger(
        &mut self,
        name: &str,
        file: &LedgerText,
        choices: &LedgerChoices,
        corrections: &[u32],
    ) -> Result<LedgerTaken, Trouble> {
        for _ in 0..TRIES {
            self.look().await?;
            let weighed = self.weigh(name, file, choices).await?;
            let told = self.tell_rows(name, &weighed, corrections).await?;
            if let Some(places) = self.write(&told).await? {
                self.desk = Some(told.desk);
                self.tail.extend(places.into_iter().zip(told.lines));
                for (stream, texts) in told.streams {
                    self.put_view(stream, &texts);
                }
                self.machine.changed();
                return Ok(told.taken);
            }
        }
        Err(Trouble::Busy)
    }

    /// Tells the desk as it lies there what is to be taken in; nothing is written yet, and it can be stopped.
    async fn tell_rows(
        &self,
        name: &str,
        weighed: &Weighed,
        corrections: &[u32],
    ) -> Result<Told, Trouble> {
        let before = self.read_desk().await?.ok_or(Trouble::NoDesk)?;
        let mut writer = weighed.writer(self, before.clone());
        let mut taken = LedgerTaken::default();
        for (told, row) in (1..).zip(weighed.added()) {
            // What is refused was refused when it was read, and shown as such.
            taken.added += u32::from(writer.tell(name, row).is_ok());
            self.so_far(weighed.pieces + told, weighed.steps()).await?;
        }
        for (change, known, row) in weighed.changes() {
            if corrections.contains(&row.row) {
                match writer.correct(name, known, &row, &change.fields) {
                    Ok(()) => taken.corrected += 1,
                    Err(refusal) => taken.refused.push((row.row, refusal)),
                }
            }
        }
        writer.desk.ledgers.learn(weighed);
        Ok(Told {
            before,
            desk: writer.desk,
            streams: writer.streams,
            lines: writer.lines,
            taken,
        })
    }

    /// Writes what was told, and gives the places of its lines; nothing, and none, where another tab wrote meanwhile:
    /// it was told to the desk and the cases as they were.
    async fn write(&self, told: &Told) -> Result<Option<Vec<u64>>, Trouble> {
        self.append_to(&told.before, &told.desk, &told.lines).await
    }

    fn writer(
        &self,
        desk: DeskRecord,
        (county, towns): (Adcode, Vec<(Town, String)>),
        unsaid_form: Form,
    ) -> Writer<'_> {
        let own = desk.organisation;
        let mediators: BTreeMap<String, StreamId> = self
            .network
            .mediators
            .iter()
            .filter(|(_, one)| one.now.organisation == own)
            .filter_map(|(id, one)| Some((one.name.clone()?, *id)))
            .collect();
        Writer {
            desk,
            county,
            towns,
            unsaid_form,
            origin: String::new(),
            world: self.kind.world(),
            now: self.machine.now(),
            chance: &self.machine,
            mediators,
            lines: Vec::new(),
            streams: BTreeMap::new(),
        }
    }
}

/// What a taking writes.
struct Told {
    /// The desk to which it was told, and as it is after it.
    before: DeskRecord,
    desk: DeskRecord,
    /// The streams that are written to, whole.
    streams: BTreeMap<StreamId, Vec<String>>,
    /// The new lines.
    lines: Vec<String>,
    taken: LedgerTaken,
}
