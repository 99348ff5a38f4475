//! What a mediator may ask for. A command holds only what is needed to decide.

use serde::{Deserialize, Serialize};

use crate::law::agreement::AgreementItem;
use crate::law::blank::trimmed;
use crate::law::day::Day;
use crate::law::decline::{DeclineReason, OtherWay};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::risk::RiskSign;

use crate::domain::catalogue::RetractionReason;
use crate::domain::id::{EntryId, Label, StreamId};
use crate::domain::leaf::Identity;

use super::event::{
    ChosenBy, ConfirmationStep, FollowUpFinding, JoinAnswer, Lead, NoteForm, Told, TransferAnswer,
    WithdrawnBy,
};
use super::state::Party;

/// A command to one case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Register(Intake),
    Decline {
        day: Day,
        reason: DeclineReason,
        words: String,
    },
    Accept {
        day: Day,
        told: Told,
    },
    Assign {
        day: Day,
        mediators: Vec<StreamId>,
        chosen_by: ChosenBy,
    },
    Inquire {
        day: Day,
        place: String,
        record: String,
    },
    HoldSession(Session),
    Suspend {
        day: Day,
        reason: String,
    },
    Resume {
        day: Day,
    },
    AgreeInWriting(WrittenAgreement),
    AgreeOrally(OralAgreement),
    EnterConclusion(LedgerConclusion),
    Fail {
        day: Day,
        told_of: Vec<OtherWay>,
        reason: String,
    },
    Withdraw {
        day: Day,
        by: WithdrawnBy,
        reason: String,
    },
    Perform {
        day: Day,
        clause: Option<Label>,
        remarks: String,
    },
    Urge {
        day: Day,
        remarks: String,
    },
    ReportNotPerformed {
        day: Day,
        told_of_court: bool,
        remarks: String,
    },
    Confirm {
        day: Day,
        step: ConfirmationStep,
    },
    FollowUp {
        day: Day,
        found: FollowUpFinding,
        record: String,
    },
    Close {
        day: Day,
    },
    Archive {
        day: Day,
        volume: String,
        retention: u32,
    },
    Reopen {
        day: Day,
        both_agree: bool,
        reason: String,
    },
    Extend {
        day: Day,
        until: Day,
        both_agree: bool,
    },
    Join {
        day: Day,
        county: Adcode,
        organisation: Option<StreamId>,
        /// Under which cooperation agreement.
        agreement: Option<StreamId>,
        lead: Option<Lead>,
    },
    /// The invited office's reply to the invitation that an entry told.
    Reply {
        day: Day,
        invitation: EntryId,
        answer: JoinAnswer,
        remarks: String,
    },
    Transfer {
        day: Day,
        county: Adcode,
        organisation: StreamId,
        reason: String,
    },
    /// What came back on the transfer that an entry told.
    Receive {
        day: Day,
        transfer: EntryId,
        answer: TransferAnswer,
        remarks: String,
    },
    Note {
        day: Day,
        form: NoteForm,
        text: String,
        confidential_to: Option<Label>,
    },
    /// Says how dangerous it is now: all signs that hold, and what was seen or heard.
    Rate {
        day: Day,
        risk: Vec<RiskSign>,
        record: String,
    },
    /// Puts a field right, or settles what desks disagree on.
    Correct {
        field: NewValue,
        reason: String,
    },
    /// Takes back one entry.
    Retract {
        entry: EntryId,
        reason: RetractionReason,
    },
    /// Takes the whole case back: entered twice, or a trial. `registration` is its first entry.
    Void {
        registration: EntryId,
        reason: RetractionReason,
    },
}

/// What is taken down at the door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    pub day: Day,
    pub source: Source,
    pub kind: DisputeType,
    pub county: Adcode,
    pub town: Option<Town>,
    pub place: String,
    pub facts: String,
    pub risk: Vec<RiskSign>,
    pub parties: Vec<NewParty>,
    pub organisation: StreamId,
    /// A number that the case has already, from a ledger; else the office's rule gives one.
    pub number: Option<String>,
    /// File name and row of the ledger that it was read from.
    pub ledger: Option<(String, u32)>,
}

/// A party as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewParty {
    pub role: PartyRole,
    pub kind: PartyKind,
    pub identity: Identity,
    /// Whom it stands for without a name of theirs, as ledgers count them.
    #[serde(default)]
    pub others: u32,
}

/// A mediation session as it is recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub day: Day,
    pub place: String,
    pub present: Vec<Label>,
    pub record: String,
    pub result: String,
    /// Said back to back: by whom, and what.
    pub confidential: Vec<(Label, String)>,
}

/// A clause as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewClause {
    pub text: String,
    pub due: Option<Day>,
    pub fen: Option<Fen>,
}

/// A written agreement with the items of [L 29] and [R 35].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WrittenAgreement {
    pub day: Day,
    pub facts: String,
    pub matter: String,
    pub responsibility: String,
    pub clauses: Vec<NewClause>,
    pub manner: String,
    pub place: String,
    pub copies: u32,
    pub signed: Vec<Label>,
    pub mediator_signed: bool,
    pub stamped: bool,
}

impl WrittenAgreement {
    /// What the law asks for and it lacks, in the order of the paper.
    pub fn missing(&self, parties: &[Party]) -> impl Iterator<Item = &'static AgreementItem> {
        AgreementItem::ALL
            .iter()
            .filter(|item| !self.has(item, parties))
    }

    fn has(&self, item: &AgreementItem, parties: &[Party]) -> bool {
        let filled = |text: &str| !trimmed(text).is_empty();
        match item {
            AgreementItem::Facts => filled(&self.facts),
            AgreementItem::Matter => filled(&self.matter),
            AgreementItem::Responsibility => filled(&self.responsibility),
            AgreementItem::Content => {
                !self.clauses.is_empty() && self.clauses.iter().all(|clause| filled(&clause.text))
            }
            AgreementItem::Manner => filled(&self.manner),
            AgreementItem::Place => filled(&self.place),
            AgreementItem::Time => self.clauses.iter().all(|clause| clause.due.is_some()),
            AgreementItem::PartySignatures => parties
                .iter()
                .all(|party| self.signed.contains(&party.label)),
            AgreementItem::MediatorSignature => self.mediator_signed,
            AgreementItem::CommitteeSeal => self.stamped,
            // Nothing that is typed: the case has it, `decide` sees to it, or it is custom of the paper.
            AgreementItem::Number
            | AgreementItem::Parties
            | AgreementItem::Copies
            | AgreementItem::RecorderSignature
            | AgreementItem::Date
            | AgreementItem::Unknown(_) => true,
        }
    }
}

/// An oral agreement, registered by the mediator [L 28].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OralAgreement {
    pub day: Day,
    pub facts: String,
    pub clauses: Vec<NewClause>,
    pub manner: String,
}

/// How a case ended, by a ledger that says no more than this: not who signed, nor what the parties were
/// told. The record is left without it rather than with a guess; so this is only for cases that were
/// read from a ledger, and every other case goes through the law's own steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerConclusion {
    pub day: Day,
    pub ending: LedgerEnding,
    /// Of agreements.
    pub clauses: Vec<NewClause>,
    /// Of the others; may be empty.
    pub reason: String,
}

/// The endings that ledgers know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerEnding {
    Written,
    Oral,
    Failed,
    Withdrawn,
}

/// The new value of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NewValue {
    Party(Label, Identity),
    Facts(String),
    Place(String),
    Town(Town),
    Day(Day),
    /// Of the step that an entry told.
    StepDay(EntryId, Day),
    Number(String),
    Type(DisputeType),
    Source(Source),
    Mediators(Vec<StreamId>),
    Risk(Vec<RiskSign>),
    Outcome(EntryId),
}
