//! What can happen to a case: the public half of each entry, fields in alphabetical order.
//!
//! Beside each struct: its leaves. Days are days of the calendar, sums fen.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::law::day::Day;
use crate::law::decline::{DeclineReason, OtherWay};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::risk::RiskSign;

use crate::domain::id::{EntryId, Label, StreamId};

/// A party as everyone may see it; its identity is a leaf about `label`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicParty {
    pub kind: PartyKind,
    pub label: Label,
    /// So many more whom it stands for and whose names nobody wrote: 李四等3人 are two more than 李四.
    #[serde(default, skip_serializing_if = "is_nobody")]
    pub others: u32,
    pub role: PartyRole,
}

fn is_nobody(count: &u32) -> bool {
    *count == 0
}

/// Leaves: identity of each party; place; narrative facts; narrative source_file (ledgers).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    pub county: Adcode,
    pub day: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The organisation that handles it.
    pub organisation: StreamId,
    pub parties: Vec<PublicParty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risk: Vec<RiskSign>,
    /// The row of the ledger that it was read from, as a spreadsheet counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    pub source: Source,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(rename = "type")]
    pub kind: DisputeType,
}

/// Leaf: narrative reason, where one was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    pub day: Day,
    pub reason: DeclineReason,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub day: Day,
    /// How nature, principles, effect, rights and duties were told [R 30].
    pub told: Told,
}

crate::coded! {
    /// How the parties were told of nature, principles and effect [R 30].
    pub enum Told {
        Orally = "orally",
        InWriting = "in_writing",
        /// It came from a ledger, which doesn't say. At a desk one says how.
        NotRecorded = "not_recorded",
    }
}

impl Told {
    /// What can be said at a desk.
    pub const AT_A_DESK: &[Self] = &[Self::Orally, Self::InWriting];
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    pub chosen_by: ChosenBy,
    pub day: Day,
    /// The first leads.
    pub mediators: Vec<StreamId>,
}

crate::coded! {
    /// Who named the mediators [L 19].
    pub enum ChosenBy {
        Committee = "committee",
        Parties = "parties",
        /// It came from a ledger, which doesn't say.
        NotRecorded = "not_recorded",
    }
}

impl ChosenBy {
    /// What can be said at a desk.
    pub const AT_A_DESK: &[Self] = &[Self::Committee, Self::Parties];
}

/// Leaves: place; narrative record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquired {
    pub day: Day,
    pub label: Label,
}

/// Leaves: place; narrative record and result; confidential about a party's label, one each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionHeld {
    pub day: Day,
    pub label: Label,
    /// Parties who came.
    pub present: Vec<Label>,
}

/// Leaf: narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspended {
    pub day: Day,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    pub day: Day,
}

/// One item of an agreement. Leaf: narrative about `label`, its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementClause {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    #[serde(
        default,
        deserialize_with = "Fen::of_a_paper",
        skip_serializing_if = "Option::is_none"
    )]
    pub fen: Option<Fen>,
    pub label: Label,
}

/// Leaves: narrative facts, matter, responsibility, manner, one for each clause; place of performance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedInWriting {
    pub clauses: Vec<AgreementClause>,
    /// How many papers: one for each party and one for the committee [L 29].
    pub copies: u32,
    pub day: Day,
    pub mediator_signed: bool,
    /// Parties who signed, sealed or fingerprinted [L 29].
    pub signed: Vec<Label>,
    pub stamped: bool,
}

/// Leaves: narrative facts, manner, one for each clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedOrally {
    pub clauses: Vec<AgreementClause>,
    pub day: Day,
}

/// Leaf: narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    pub day: Day,
    /// Ways that the parties were told of [L 26].
    pub told_of: Vec<OtherWay>,
}

/// Leaf: narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    pub by: WithdrawnBy,
    pub day: Day,
}

crate::coded! {
    /// Who ended it [L 17, 23].
    pub enum WithdrawnBy {
        Applicant = "applicant",
        Respondent = "respondent",
        Both = "both",
        /// It came from a ledger, which doesn't say.
        NotRecorded = "not_recorded",
    }
}

impl WithdrawnBy {
    /// What can be said at a desk.
    pub const AT_A_DESK: &[Self] = &[Self::Applicant, Self::Respondent, Self::Both];
}

/// Leaf: narrative remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performed {
    /// The clause that was performed; none: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Label>,
    pub day: Day,
}

/// Leaf: narrative remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urged {
    pub day: Day,
}

/// Not performed after urging; the parties were told of the court [L 31, 32]. Leaf: narrative remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotPerformed {
    pub day: Day,
}

impl AgreementClause {
    /// The clauses that count: of those with one label the first.
    pub fn counted(clauses: &[Self]) -> impl Iterator<Item = &Self> {
        let mut labels = BTreeSet::new();
        clauses
            .iter()
            .filter(move |clause| labels.insert(clause.label))
    }

    /// What these come to.
    pub fn total<'c>(clauses: impl IntoIterator<Item = &'c Self>) -> Fen {
        let sums = clauses.into_iter().filter_map(|clause| clause.fen);
        Fen(sums.fold(0, |total, fen| total.saturating_add(fen.0)))
    }
}

/// Judicial confirmation, beside performance and not in line with it [L 33].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    pub day: Day,
    pub step: ConfirmationStep,
}

crate::coded! {
    /// How far judicial confirmation has come 司法确认 [L 33].
    pub enum ConfirmationStep {
        Applied = "applied",
        Confirmed = "confirmed",
        Dismissed = "dismissed",
    }
}

/// Leaf: narrative record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedUp {
    pub day: Day,
    pub found: FollowUpFinding,
}

crate::coded! {
    /// What a follow-up visit found.
    pub enum FollowUpFinding {
        Settled = "settled",
        PartlyPerformed = "partly_performed",
        Unsettled = "unsettled",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    pub day: Day,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    pub day: Day,
    /// Years to be kept.
    pub retention: u32,
    pub volume: String,
}

/// Leaf: narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    pub day: Day,
}

/// A note, a call or a visit. Leaf: narrative record, or confidential about a party's label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub day: Day,
    pub form: NoteForm,
}

crate::coded! {
    /// What a line between the steps tells of.
    pub enum NoteForm {
        Note = "note",
        Call = "call",
        Visit = "visit",
    }
}

/// Both sides agree to go on after 30 days [R 33].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    pub day: Day,
    pub until: Day,
}

/// Joint mediation with an organisation of another place [R 27].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The cooperation agreement under which the offices work together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<StreamId>,
    pub county: Adcode,
    pub day: Day,
    /// Whose mediators lead; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Lead>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<StreamId>,
}

crate::coded! {
    /// Who leads a joint mediation 牵头.
    pub enum Lead {
        /// The office that handles the case.
        Handling = "handling",
        /// The one that was asked to join.
        Invited = "invited",
    }
}

/// The reply to an invitation to joint mediation 复函 [R 27]. Leaf: narrative remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replied {
    pub answer: JoinAnswer,
    pub day: Day,
    /// The entry of the invitation.
    pub entry: EntryId,
}

crate::coded! {
    /// What an office that was asked to mediate jointly says.
    pub enum JoinAnswer {
        Joins = "joins",
        Declines = "declines",
    }
}

/// Handed on to another office 移送. Responsibility passes with the receipt, not before. Leaf: narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transferred {
    pub county: Adcode,
    pub day: Day,
    /// To whom.
    pub organisation: StreamId,
}

/// What the other office says to a case that was handed on to it 回执. Leaf: narrative remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub answer: TransferAnswer,
    pub day: Day,
    /// The entry of the transfer.
    pub entry: EntryId,
}

crate::coded! {
    /// Whether a case that was handed on was taken.
    pub enum TransferAnswer {
        /// From now on it is theirs.
        Received = "received",
        /// They sent it back: it stays where it was.
        Returned = "returned",
    }
}

/// How dangerous it is, rated anew while the case goes on: what was asked at intake is asked again [L 25, R 32].
/// Leaf: narrative record, what was seen or heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    pub day: Day,
    /// All that holds now; none: the danger is over.
    pub risk: Vec<RiskSign>,
}

/// A field written anew: a mistake put right, or a disagreement settled. The original stays.
/// Leaves: of private fields, the new value (identity about the label; narrative about `facts`;
/// place about `place`); narrative reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    pub field: Correction,
}

/// Which field, and of public ones its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Who a party is.
    Party(Label),
    /// What happened, in words.
    Facts,
    /// Where, below the township.
    Place,
    Town(Town),
    /// The day of registration.
    Day(Day),
    /// The day of the step that an entry told.
    StepDay {
        day: Day,
        entry: EntryId,
    },
    Number(String),
    Type(DisputeType),
    Source(Source),
    Mediators(Vec<StreamId>),
    /// The signs of danger that hold.
    Risk(Vec<RiskSign>),
    /// Which of several conclusions holds.
    Outcome(EntryId),
}
