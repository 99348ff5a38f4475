//! Why a command is refused: what is wrong, where, and on which rule. The words are `locale`'s.

use serde::{Deserialize, Serialize};

use crate::law::agreement::AgreementItem;
use crate::law::article::Article;
use crate::law::day::Day;
use crate::law::person::PartyRole;

use super::course::{Stage, Step};

/// A refused command. Each says which field of the form it is about, if any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Refusal {
    /// The stage does not allow the step.
    NotNow { step: Step, stage: Stage },
    /// There is no such case, or it was voided.
    NoCase,
    /// The case is registered already.
    AlreadyRegistered,
    /// A text that must be there is empty.
    Empty(Slot),
    /// No party on this side.
    NoParty(PartyRole),
    /// A party without a name: its place in the form, from 0.
    Nameless(usize),
    /// The name of the party at this place is a telephone number, or holds one.
    PhoneForName(usize),
    /// Another number.
    NumberForName(usize),
    /// The ID number of the party at this place does not check.
    IdNumber {
        party: usize,
        problem: crate::law::identity::ResidentProblem,
    },
    /// The phone number of the party at this place cannot be one.
    Phone {
        party: usize,
        problem: crate::law::phone::PhoneProblem,
    },
    /// A day that has not come yet.
    Future { slot: Slot, day: Day },
    /// A day before something that must come first.
    Before {
        slot: Slot,
        day: Day,
        earlier: Slot,
        limit: Day,
    },
    /// A day after something that comes later.
    After {
        slot: Slot,
        day: Day,
        later: Slot,
        limit: Day,
    },
    /// What must come first lies in the future itself, by a clock that ran ahead: no day is right until it is put right.
    Ahead { earlier: Slot, limit: Day },
    /// A due day before the day of the agreement: the clause's place, from 0.
    DueBeforeAgreement { clause: usize, due: Day },
    /// A sum below zero or beyond what can be counted: the clause's place, from 0.
    Sum { clause: usize },
    /// A written agreement lacks what the law requires.
    MissingItem(AgreementItem),
    /// The parties must be told of other ways [L 26].
    NotToldOfOtherWays,
    /// The parties must be told of the court [L 32].
    NotToldOfCourt,
    /// Nobody urged performance since the agreement [L 31].
    NotUrged,
    /// Both sides must agree.
    BothMustAgree(Article),
    /// A mediator must be named.
    NoMediator,
    /// A number stands where a ledger names the mediator.
    NotAMediator,
    /// Nobody came to the session.
    NobodyPresent,
    /// A joint application for confirmation is possible within 30 days of the agreement [L 33].
    ConfirmationTooLate { until: Day },
    /// The court rules on what the parties applied for together [L 33].
    NotApplied,
    /// The court rules once on an agreement [L 33].
    CourtHasRuled,
    /// What the court confirmed is enforced, and not mediated anew; who holds the ruling wrong objects to it there [L 33,
    /// CPL].
    ConfirmedByCourt,
    /// There is no agreement to confirm.
    NoAgreement,
    /// No invitation waits for its reply, or no transfer for its receipt.
    NothingAwaited(Step),
    /// The case is on its way to another office already: first its receipt.
    ReceiptAwaited,
    /// The case is that office's own.
    OwnOffice,
    /// Fewer copies than there are who have one, or absurdly many.
    Copies { least: u32 },
    /// A clause, party or conclusion that the case does not have.
    NotThere(Slot),
    /// A ledger's row names another number of people on a side: who takes part cannot be put right.
    OtherPeople,
    /// The number has no digit, or tells of a party: it stands in public.
    NumberNames,
    /// The volume tells of a party: it stands in public.
    VolumeTells,
    /// The new value is the one that stands already.
    Unchanged,
    /// A desk has written to the same field since the form was opened.
    ChangedMeanwhile(Slot),
    /// An entry of a newer version must be understood first: the case is read-only here.
    NotUnderstood { kind: String },
    /// More text, or more people, than one entry can hold.
    TooLong,
    /// The case has gone on since: only its last entry can be undone.
    GoneOn,
}

crate::coded! {
    /// A place in a form, or a field of a case.
    pub enum Slot {
        Day = "day",
        Registered = "registered",
        Accepted = "accepted",
        Suspended = "suspended",
        Resumed = "resumed",
        Session = "session",
        Agreed = "agreed",
        Concluded = "concluded",
        Performed = "performed",
        Urged = "urged",
        Applied = "applied",
        Closed = "closed",
        Rated = "rated",
        Assigned = "assigned",
        Inquired = "inquired",
        Met = "met",
        NotPerformed = "not_performed",
        InCourt = "in_court",
        Visited = "visited",
        Archived = "archived",
        Reopened = "reopened",
        Extended = "extended",
        Joined = "joined",
        Replied = "replied",
        Transferred = "transferred",
        Received = "received",
        Organisation = "organisation",
        Step = "step",
        Facts = "facts",
        Matter = "matter",
        Responsibility = "responsibility",
        Manner = "manner",
        Place = "place",
        Town = "town",
        Record = "record",
        Result = "result",
        Reason = "reason",
        Text = "text",
        Volume = "volume",
        Number = "number",
        Type = "type",
        Source = "source",
        Mediators = "mediators",
        Risk = "risk",
        Party = "party",
        Clause = "clause",
        Outcome = "outcome",
        Copies = "copies",
        Until = "until",
        Due = "due",
        Telling = "telling",
    }
}
