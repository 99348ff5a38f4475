//! What a page may ask the engine, and what comes back: one row a question.
//!
//! Messages are JSON: small, and tolerant of absent fields. Files travel beside them as Blobs and are
//! never copied into a message.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::directory::{DirectoryChoices, DirectoryPreview, DirectoryTaken};
use super::ledger::LedgerHabits;
use crate::domain::case::{Command, Refusal};
use crate::domain::id::{EntryId, StreamId};
use crate::domain::network;
use crate::exchange::bundle::{Level, Preview};
use crate::exchange::ledger::Unit;
use crate::law::day::{Day, Moment};
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::record::World;
use crate::views::answers::{
    Agenda, CasePage, Directory, FilterCounts, NetworkMap, NetworkPage, PublishedFigure,
    RegisterPage, Statistics,
};
use crate::views::query::Query;

/// A question with its answer's type. Each is written and read where it is asked and answered, never as one of
/// many: what a page doesn't ask, its wasm doesn't hold.
pub trait Ask: Serialize + DeserializeOwned {
    const QUESTION: Question;
    type Answer: Serialize + DeserializeOwned + 'static;
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* } -> $answer:ty;)*) => {
        /// The questions, one struct each.
        pub mod ask {
            use super::*;
            $($(#[$doc])*
            #[derive(Clone, Debug, Serialize, Deserialize)]
            pub struct $name { $(pub $field: $type),* }

            impl Ask for $name {
                const QUESTION: Question = Question::$name;
                type Answer = $answer;
            })*
        }

        /// Which question.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Question { $($(#[$doc])* $name),* }

        impl Question {
            const ALL: &[Self] = &[$(Self::$name),*];

            /// As it travels. Page and worker are one build: a number is enough.
            #[must_use]
            pub fn number(self) -> u32 {
                self as u32
            }

            #[must_use]
            pub fn from_number(number: u32) -> Option<Self> {
                Self::ALL.get(number as usize).copied()
            }
        }
    };
}

questions! {
    /// Which workspaces this browser has for this address.
    Workspaces {} -> Vec<WorkspaceLine>;
    /// Opens a workspace, making it where it is not there yet. The demonstration is generated.
    Open { workspace: WorkspaceKind } -> About;
    /// Makes the desk: its key, its organisation and its first mediator.
    SetUp { desk: NewDesk } -> About;
    /// Empties a sandbox or the demonstration.
    Clear { workspace: WorkspaceKind } -> About;
    /// What stands in the header and on the page 我的数据.
    Status {} -> About;
    /// Cases that something is wrong with.
    WhatIsWanting {} -> Wanting;
    /// The two digests that name the record; reads all of it.
    Digests {} -> (EntryId, EntryId);
    /// Acts on a case; registers one where `case` is none. `seen` are the heads that the form showed.
    Act { case: Option<StreamId>, seen: Vec<EntryId>, command: Command } -> Result<Acted, Refusal>;
    /// The next number by the office's rule, to show in the form, and the count in it.
    NextNumber { year: i32 } -> (u64, String);
    /// One case.
    Case { case: StreamId } -> Option<CasePage>;
    /// A stretch of the register.
    Register { query: Query, search: String, from: usize, count: usize } -> RegisterPage;
    /// What each choice of the filters would show.
    Counts { query: Query, search: String } -> FilterCounts;
    /// Today's page.
    Today {} -> Agenda;
    /// The figures of a period and a place.
    Figures { from: Option<Day>, to: Option<Day>, county: Option<Adcode> } -> Statistics;
    /// The nine published figures, recomputed.
    Published {} -> Vec<PublishedFigure>;
    /// What the map shows for a period.
    Map { from: Option<Day>, to: Option<Day> } -> NetworkMap;
    /// Organisations, mediators, activities.
    Network {} -> Directory;
    /// One organisation, person, team, micro-grid, activity or agreement.
    Entry { stream: StreamId } -> Option<NetworkPage>;
    /// Tells of a stream of the network; begins one where `stream` is none. All commands go in together or none does.
    Tell { stream: Option<StreamId>, seen: Vec<EntryId>, commands: Vec<network::Command> } -> Result<Acted, network::Refusal>;
    /// Adds a person to this office.
    Enrol { name: String } -> About;
    /// Switches the acting mediator.
    ActAs { mediator: StreamId } -> About;
    /// Sets the office's rule for numbers, the desk's suffix, or the lock.
    Set { setting: Setting } -> About;
    /// Whether this PIN opens the lock.
    Unlock { pin: String } -> bool;
    /// A draft, by its name or its form's.
    Draft { draft: String } -> Option<Kept>;
    /// Keeps a draft in the place of what this window knows to lie there; empty drops it. Its name from now on: another
    /// window's draft of the same form stays.
    KeepDraft { draft: String, last: String, text: String } -> String;
    /// What an export would hold, before anything leaves.
    PlanExport { scope: ExportScope } -> ExportPlan;
    /// Makes a bundle; it comes beside the reply as a Blob.
    Export { scope: ExportScope, level: Level, purpose: String } -> Exported;
    /// Makes a backup of the whole workspace; it comes beside the reply as a Blob.
    BackUp {} -> Exported;
    /// The backup was saved by the person.
    BackedUp {} -> About;
    /// A bundle will be chosen soon: who reads it gets ready.
    Expect {} -> ();
    /// Reads a bundle or backup that comes beside the question, verifies and stages it.
    Read { name: String } -> Preview;
    /// Takes in what was staged. `erase`: the leaves that arriving erasures name may go.
    Take { erase: bool } -> Taken;
    /// Takes back what the last import brought, as long as nothing was written since.
    TakeBack {} -> ();
    /// Drops what was staged, and expects no file any more.
    Leave {} -> ();
    /// Restores a backup, that comes beside the question, where there is no desk.
    Restore { name: String } -> About;
    /// Reads a ledger that comes beside the question.
    ReadLedger { name: String, choices: LedgerChoices } -> LedgerPreview;
    /// Takes in the rows that are new and the corrections that were agreed to.
    TakeLedger { name: String, choices: LedgerChoices, corrections: Vec<u32> } -> LedgerTaken;
    /// Reads a directory of organisations or people that comes beside the question.
    ReadDirectory { name: String, choices: DirectoryChoices } -> DirectoryPreview;
    /// Takes in the rows that are new and the corrections that were agreed to.
    TakeDirectory { name: String, choices: DirectoryChoices, corrections: Vec<u32> } -> DirectoryTaken;
}

/// Where a question could not be answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Trouble {
    /// A file is not what it should be; nothing was changed.
    BadFile(crate::exchange::bundle::BadFile),
    /// A ledger cannot be read at all.
    BadLedger(String),
    /// The disk is full: nothing was written, the draft is kept.
    Full,
    /// The browser's database failed, or what goes between page and engine was not understood, in its own words.
    Store(String),
    /// A file cannot be read any more: it was changed, moved or taken out since it was chosen.
    FileGone,
    /// What a redacted export is for, in words that name somebody: they would go out with it.
    PurposeTells,
    /// Other windows wrote all the time: this did not get its turn, and nothing was changed.
    Busy,
    /// Another window put other segments in force since the file was read: it is to be read again.
    ReadAgain,
    /// Erasures arrive: the leaves that they name go only when that was agreed to.
    ErasuresNotAgreed,
    /// No desk is set up here.
    NoDesk,
    /// What was to be told of an office or a person may not be.
    Network(network::NotEntered),
    /// Something was written since the import that is to be taken back.
    WrittenSince,
    /// The workspace has its desk, or holds another record, so nothing can be restored onto it.
    NotEmpty,
    /// The browser lost all that lay here while one was at work: it was cleared by hand or by a tool.
    Cleared,
    /// The worker stopped; it was started again, and the question can be asked again.
    EngineStopped,
    /// A part of the app that this needs was not kept yet and could not be fetched: there is no network, or the host has
    /// another build by now.
    NotFetched,
    /// The person stopped it.
    Cancelled,
}

/// What the engine says unasked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Notice {
    /// Something in the record changed: open queries ask again.
    Changed,
    /// How far a long piece of work has come.
    Progress { done: u64, of: u64 },
}

/// Which workspace: each is a database of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum WorkspaceKind {
    Desk,
    Demonstration,
    Sandbox,
}

impl WorkspaceKind {
    /// The world of its entries.
    #[must_use]
    pub fn world(self) -> World {
        match self {
            Self::Desk => World::Real,
            Self::Demonstration => World::Demonstration,
            Self::Sandbox => World::Training,
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Desk, Self::Demonstration, Self::Sandbox];
        all.into_iter().find(|kind| kind.code() == code)
    }

    /// The word in the database's name and in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Demonstration => "demonstration",
            Self::Sandbox => "sandbox",
        }
    }
}

/// A workspace that is there. Cases without an organisation: its desk was lost, and is to be set up again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceLine {
    pub kind: WorkspaceKind,
    pub organisation: Option<String>,
    pub cases: u64,
}

/// What makes a desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewDesk {
    pub county: Adcode,
    pub town: Option<Town>,
    pub organisation: String,
    pub kind: OrganisationKind,
    /// For case numbers; empty: made of the first letters of county and organisation.
    pub abbreviation: String,
    pub name: String,
}

/// The workspace that is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    pub workspace: WorkspaceKind,
    /// None until a desk is set up (the demonstration and the sandbox have one from the start).
    pub desk: Option<Desk>,
    pub today: Day,
    pub entries: u64,
    pub cases: u64,
    /// Bytes of segments and tail on disk, as stored.
    pub bytes: u64,
    pub last_backup: Option<Moment>,
    /// Cases touched since then.
    pub cases_since_backup: u64,
    /// Days since the last backup, or since the desk was set up. Below 0: a clock that ran ahead dated it in the future.
    pub days_since_backup: i32,
    /// When the desk was set up.
    pub since: Option<Moment>,
    /// Entries that lie here damaged and can be read nowhere else, as far as is known.
    pub damaged: u64,
}

impl About {
    /// Whether a backup is due: at a desk with cases that lie in this browser alone.
    #[must_use]
    pub fn backup_is_due(&self) -> bool {
        // So many days, or so many cases.
        const DAYS: i32 = 7;
        const CASES: u64 = 20;
        self.workspace == WorkspaceKind::Desk
            && self.cases_since_backup > 0
            && (!(0..DAYS).contains(&self.days_since_backup) || self.cases_since_backup >= CASES)
    }

    /// Whether the last backup is dated in the future.
    #[must_use]
    pub fn backup_is_ahead(&self) -> bool {
        self.last_backup.is_some() && self.days_since_backup < 0
    }
}

/// Cases that something is wrong with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Wanting {
    /// Their beginning is missing or cannot be read: they stand in no list but this.
    pub unplaced: Vec<StreamId>,
    /// Some of their entries lie here damaged, where that is known and something of the case can be read.
    pub damaged: Vec<StreamId>,
}

/// A form's draft as it lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its name: the form's, or what tells it from another window's of the same form.
    pub draft: String,
    pub text: String,
}

/// The desk: its place, its people and its habits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Desk {
    pub organisation: StreamId,
    pub organisation_name: String,
    pub kind: OrganisationKind,
    pub county: Adcode,
    pub town: Option<Town>,
    pub acting: StreamId,
    pub acting_name: String,
    /// Everyone of this office, for the switch.
    pub people: Vec<(StreamId, String)>,
    /// `（{year}）{abbr}人调字第{n}号`
    pub number_rule: String,
    pub abbreviation: String,
    /// Set where two desks of one office number cases at once.
    pub number_suffix: String,
    pub has_pin: bool,
    pub fingerprint: String,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    NumberRule(String),
    Abbreviation(String),
    NumberSuffix(String),
    /// Empty: no lock.
    Pin(String),
}

/// What an action made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acted {
    pub case: StreamId,
    pub entries: Vec<EntryId>,
}

/// Which part of the record.
// It lives as long as one message.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ExportScope {
    Everything,
    /// The cases that a query and the words of a search leave, and the organisations and mediators that they mention.
    Cases {
        query: Query,
        search: String,
    },
    Case(StreamId),
}

/// What would leave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportPlan {
    pub cases: u64,
    /// Whether there is anything at all: an office without a case has people.
    pub anything: bool,
    /// Of the cases in whose numbers a name stands, which no redaction hides: how many, and the first numbers.
    pub named: u64,
    pub numbers: Vec<String>,
}

/// A bundle that was made; the Blob comes beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exported {
    pub file_name: String,
    pub entries: u64,
    pub cases: u64,
    pub bytes: u64,
    /// Entries that lie here damaged: they are not in it.
    pub damaged: u64,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    pub new: u64,
    pub fuller: u64,
    pub cases: u64,
    /// Cases that ask a question now.
    pub disputed: u64,
    /// Not where something was erased.
    pub can_be_taken_back: bool,
}

/// How a ledger is to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerChoices {
    /// In which county its cases count; none: in the one that its title names, else in the desk's.
    #[serde(default)]
    pub county: Option<Adcode>,
    pub year: Option<i32>,
    /// Code of the form of agreements of which the ledger doesn't say any; none: as in the last such ledger, else oral.
    #[serde(default)]
    pub unsaid_form: Option<String>,
    /// What sums count of which nobody says the unit; none: as in the last such ledger, else yuan.
    #[serde(default)]
    pub unsaid_unit: Option<Unit>,
    /// Column → meaning (codes of `exchange::ledger`), where the page changed the guess.
    pub columns: Vec<(usize, String)>,
    /// (row, column) → text, for rows that were put right in place.
    pub edits: Vec<(u32, usize, String)>,
    /// The habits by which the ledger was shown, when it is taken in: another tab may have taught the desk others since.
    /// None: as the desk has them now.
    #[serde(default)]
    pub habits: Option<LedgerHabits>,
}

/// A ledger as it was read. The columns and rows are the ledger reader's own plain data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerPreview {
    pub encoding: String,
    /// In which county its cases count.
    pub county: Adcode,
    /// The counties in question where there are two: the ledger's and the desk's.
    pub counties: Vec<Adcode>,
    pub year: i32,
    pub columns: Vec<LedgerColumn>,
    pub rows: u32,
    pub title: u32,
    pub header: u32,
    pub blank: u32,
    pub subtotal: u32,
    pub read: u32,
    pub refused: Vec<LedgerRefused>,
    pub new: u32,
    pub known: u32,
    /// Row, and for each field that differs: its code, what stands here, what the ledger says.
    pub corrections: Vec<LedgerCorrection>,
    /// Pairs of rows that may be one case.
    pub duplicates: Vec<(u32, u32)>,
    /// Code of the form that agreements get of which the ledger doesn't say any, if there are such.
    #[serde(default)]
    pub unsaid_form: Option<String>,
    /// The unit in which sums are read of which neither header nor title nor cell says one, if there are such.
    #[serde(default)]
    pub unsaid_unit: Option<Unit>,
    /// What is odd about the ledger and refuses no row: a sentence each, in Chinese and in English.
    pub remarks: Vec<(String, String)>,
    /// By which it was read.
    pub habits: LedgerHabits,
}

impl LedgerPreview {
    /// Whether all that is in it is here already: something is, and no row was refused.
    #[must_use]
    pub fn is_all_here(&self) -> bool {
        self.known > 0 && self.new == 0 && self.refused.is_empty()
    }

    /// What no column is, and rows are refused for: one thing to put right in the matching of columns, however many they
    /// are.
    #[must_use]
    pub fn lacking(&self) -> Vec<LedgerLack> {
        let mut lacking: Vec<LedgerLack> = Vec::new();
        for refused in &self.refused {
            let Some(meaning) = &refused.lacks else {
                continue;
            };
            match lacking.iter_mut().find(|lack| lack.meaning == *meaning) {
                Some(lack) => lack.rows += 1,
                None => lacking.push(LedgerLack {
                    meaning: meaning.clone(),
                    rows: 1,
                    first: refused.row,
                }),
            }
        }
        lacking
    }
}

/// A meaning that no column has, how many rows are refused for it, and the first of them.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerLack {
    pub meaning: String,
    pub rows: u32,
    pub first: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerColumn {
    pub place: usize,
    pub heading: String,
    pub meaning: String,
    pub samples: Vec<String>,
    /// Code of how the meaning was found: chosen, plain, likely, unsure.
    pub certainty: String,
    pub read: u32,
    pub filled: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRefused {
    pub row: u32,
    pub column: Option<usize>,
    pub cell: String,
    /// The meaning (its code) that no column has, and the row cannot do without.
    #[serde(default)]
    pub lacks: Option<String>,
    /// The sentence in both languages: the reader makes it, for it alone knows why.
    pub zh: String,
    pub en: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerCorrection {
    pub row: u32,
    pub case: StreamId,
    pub number: String,
    pub fields: Vec<(String, String, String)>,
    /// Why it cannot be done here.
    pub refused: Option<Refusal>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerTaken {
    pub added: u32,
    pub corrected: u32,
    /// Rows that the rules refused after all, since another window wrote meanwhile.
    pub refused: Vec<(u32, Refusal)>,
}
