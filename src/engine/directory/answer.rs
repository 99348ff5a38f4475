//! What is asked and answered about a directory that comes in.

use serde::{Deserialize, Serialize};

use crate::domain::network::Refusal;
use crate::law::divisions::Adcode;
use crate::law::person::MediatorKind;

/// How a directory is to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectoryChoices {
    /// In which county rows lie that name none; none: the desk's.
    pub county: Option<Adcode>,
    /// Of what it is; none: as its header says.
    pub people: Option<bool>,
    /// How people serve of whom it doesn't say it.
    pub serving: Option<MediatorKind>,
    /// Column → meaning (codes of `exchange::directory`), where the page changed the guess.
    pub columns: Vec<(usize, String)>,
}

/// A sentence, or a value, in Chinese and in English.
pub type Both = (String, String);

/// A directory as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectoryPreview {
    pub encoding: String,
    /// Whether it is of people, not of organisations.
    pub people: bool,
    pub columns: Vec<DirectoryColumn>,
    /// Rows in the sheet: those below, added up.
    pub rows: u32,
    pub apart: u32,
    pub new: u32,
    /// On record already, and nothing differs.
    pub same: u32,
    /// Told of in a row above: which, and where first.
    pub repeated: Vec<(u32, u32)>,
    pub refused: Vec<DirectoryRefused>,
    pub changes: Vec<DirectoryChange>,
    /// Rows that don't say how somebody serves.
    pub unsaid_serving: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DirectoryColumn {
    pub place: usize,
    pub heading: String,
    pub meaning: String,
    /// Whether somebody should look at it.
    pub unsure: bool,
    pub sample: String,
}

/// A row that stays out, and why: a sentence for each of its problems.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DirectoryRefused {
    pub row: u32,
    pub why: Vec<Both>,
}

/// A row that differs from what is on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DirectoryChange {
    pub row: u32,
    pub name: String,
    /// The field, what stands here, what the sheet says.
    pub fields: Vec<(String, Both, Both)>,
    pub refused: Option<Refusal>,
}

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectoryTaken {
    pub added: u32,
    pub corrected: u32,
}
