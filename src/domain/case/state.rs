//! A case as it stands: folded from its facts, never stored as truth.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::law::clock::{self, Suspension};
use crate::law::day::{Day, Moment};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::risk::RiskSign;

use crate::domain::field::Field;
use crate::domain::id::{EntryId, Label, StreamId};
use crate::domain::leaf::Identity;

use super::course::{self, Stage, Step};
use super::dated::Dated;
use super::event::{AgreementClause, ConfirmationStep, Told, WithdrawnBy};
use super::letters::{Joining, Transfer};
use super::settle::Concluded;

/// A case. Empty until its registration is folded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub stage: Option<Stage>,
    /// The entry that registered it: to be taken back when the case is voided.
    pub registration: Option<EntryId>,
    /// Where it goes back to when it is resumed.
    pub before_suspension: Option<Stage>,
    pub county: Option<Adcode>,
    /// The office that handles it.
    pub organisation: Option<StreamId>,
    /// The office that registered it: whose number and ledger it has, wherever it was handed on.
    pub taken_in_by: Option<StreamId>,
    pub day: Field<Day>,
    pub number: Field<String>,
    pub kind: Field<DisputeType>,
    pub source: Field<Source>,
    pub town: Field<Town>,
    /// Below the township; none where the leaf is left out.
    pub place: Field<Option<String>>,
    pub facts: Field<Option<String>>,
    pub mediators: Field<Vec<StreamId>>,
    /// In the order of registration: 甲, 乙, 丙.
    pub parties: Vec<Party>,
    /// The signs of danger, of intake or as they were rated last [L 25].
    pub risk: Field<Vec<RiskSign>>,
    /// The day on which it was rated anew last.
    pub rated: Option<Day>,
    /// Whether it was rated anew since mediation was concluded: that danger is not over with it.
    pub rated_after: bool,
    pub row: Option<u32>,
    /// When it was accepted, and how the parties were told of their rights and duties then [R 30].
    pub accepted: Option<(Day, Told)>,
    /// From which day on there is time to conclude: its acceptance, or when both sides agreed to mediate again [R 33, 37].
    pub runs_from: Option<Day>,
    /// Every step that was taken and its day, in the order of the fold.
    pub days: Vec<Dated>,
    /// Of those whose day was put right: what was written first, and what stands.
    pub days_put_right: BTreeMap<EntryId, Field<Day>>,
    /// Suspensions: from, and until where it was resumed.
    pub suspended: Vec<(Day, Option<Day>)>,
    /// Longer times that both sides agreed to: on which day, and until when.
    pub extended: Vec<(Day, Day)>,
    pub meetings: Vec<Meeting>,
    pub outcome: Field<Outcome>,
    /// Every conclusion that counts, in the order of the fold: a reopened case has several. Where
    /// desks ended it differently, the one that was settled on.
    pub conclusions: Vec<(EntryId, Outcome)>,
    /// Those of them that came before any acceptance: nothing had been mediated.
    pub unaccepted: Vec<EntryId>,
    /// For the fold alone: who is sent a case can't read it.
    #[serde(skip)]
    pub(super) concluded: Concluded,
    /// Of the agreement that holds, as all that came of it.
    pub performed: BTreeMap<Label, Day>,
    /// When the last of it was performed; none while something is to be.
    pub performed_on: Option<Day>,
    pub urged: Vec<Day>,
    pub confirmation: Option<(ConfirmationStep, Day)>,
    /// Visits since it was last taken up.
    pub followed_up: Vec<Day>,
    /// What came of an agreement before the case was taken up again.
    pub earlier: Earlier,
    pub closed: Option<Day>,
    pub archived: Option<(Day, String)>,
    /// Who was asked to mediate it jointly [R 27], in the order of the fold.
    pub joined: Vec<Joining>,
    /// To whom it was handed on, in the order of the fold.
    pub transfers: Vec<Transfer>,
    pub anomalies: Vec<Anomaly>,
    /// The last moment at which anything was written.
    pub touched: Option<Moment>,
    /// The last entry that counts, and the last of them that takes nothing back: nothing stands on either.
    pub last: Option<EntryId>,
    pub last_told: Option<EntryId>,
    /// Entries that take another back. One of them voided a case that counts nowhere.
    pub retractions: Vec<EntryId>,
}

/// Performances, confirmations and visits of agreements that no longer hold: their papers stay in the file, and they
/// count in their time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// When all of one was performed.
    pub performed: Vec<Day>,
    /// Whether any clause of any was.
    pub in_part: bool,
    pub confirmations: Vec<(ConfirmationStep, Day)>,
    pub followed_up: Vec<Day>,
    pub volumes: Vec<String>,
}

/// A party and who it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    pub label: Label,
    pub role: PartyRole,
    pub kind: PartyKind,
    /// So many more whom it stands for and whose names nobody wrote.
    pub others: u32,
    /// None where the leaf is left out or erased.
    pub identity: Field<Option<Identity>>,
}

/// How many these parties are, those for whom another stands among them.
pub fn heads<'a>(parties: impl Iterator<Item = &'a Party>) -> u32 {
    parties.fold(0, |heads, party| {
        heads.saturating_add(1).saturating_add(party.others)
    })
}

/// An inquiry or a mediation session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    pub label: Label,
    pub day: Day,
    /// An inquiry has only one side; a session has those who came.
    pub session: bool,
    pub present: Vec<Label>,
}

/// How mediation ended. Equal outcomes at two desks are no disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Agreed(Agreement),
    Failed { day: Day },
    Withdrawn { day: Day, by: WithdrawnBy },
    Declined { day: Day },
}

impl Outcome {
    #[must_use]
    pub fn day(&self) -> Day {
        match self {
            Self::Agreed(agreement) => agreement.day,
            Self::Failed { day } | Self::Withdrawn { day, .. } | Self::Declined { day } => *day,
        }
    }
}

/// Words of an agreement, which lie in a leaf.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wording {
    Said(String),
    /// The leaf is not in this copy.
    LeftOut,
    /// There never was one: a ledger says little.
    #[default]
    Unsaid,
}

/// An agreement as it was concluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub written: bool,
    pub day: Day,
    pub clauses: Vec<Clause>,
    pub total: Fen,
    /// 0 where nobody said how many.
    pub copies: u32,
    pub facts: Wording,
    pub matter: Wording,
    pub responsibility: Wording,
    pub manner: Wording,
    pub place: Wording,
}

/// A clause with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    #[serde(flatten)]
    pub public: AgreementClause,
    pub text: Option<String>,
}

/// Something in the record that today's rules would not have let happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anomaly {
    /// A step that the stage did not allow when it came, in the order of the fold.
    OutOfCourse {
        entry: EntryId,
        step: Step,
        stage: Option<Stage>,
    },
    /// The case was registered a second time within its own stream.
    RegisteredTwice { entry: EntryId },
    /// Two parties or two clauses of one entry have one label: the first has it.
    SameLabel { entry: EntryId },
    /// Names a party, clause or conclusion that the case does not have.
    Dangling { entry: EntryId },
    /// The entry's data cannot be read by this version.
    Unreadable { entry: EntryId, kind: String },
    /// Must be understood, and is not: the case is read-only here.
    NotUnderstood { entry: EntryId, kind: String },
    /// Its parents are not here: a gap.
    MissingParents { entry: EntryId },
    /// Its Lamport count is not what its parents say.
    WrongCount { entry: EntryId },
    /// Two entries of one desk have one number, in this case: the workspace was copied, and both copies wrote here.
    /// Copies that write to cases of their own are not noticed by it.
    SameSequence { entry: EntryId, other: EntryId },
    /// A leaf about an erased person that does not come after the erasure.
    Veiled { entry: EntryId },
}

impl Anomaly {
    /// The entry it is about.
    #[must_use]
    pub fn entry(&self) -> EntryId {
        match self {
            Self::OutOfCourse { entry, .. }
            | Self::RegisteredTwice { entry }
            | Self::SameLabel { entry }
            | Self::Dangling { entry }
            | Self::Unreadable { entry, .. }
            | Self::NotUnderstood { entry, .. }
            | Self::MissingParents { entry }
            | Self::WrongCount { entry }
            | Self::SameSequence { entry, .. }
            | Self::Veiled { entry } => *entry,
        }
    }

    /// Whether taking that entry back settles it, wherever in the stream it stands. What must be understood and is not
    /// belongs to them: nothing could be written in the case otherwise.
    #[must_use]
    pub fn can_be_taken_back(&self) -> bool {
        matches!(
            self,
            Self::OutOfCourse { .. }
                | Self::RegisteredTwice { .. }
                | Self::Dangling { .. }
                | Self::Unreadable { .. }
                | Self::NotUnderstood { .. }
        )
    }
}

impl Case {
    /// Whether it counts: registered and not voided.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.stage.is_some()
    }

    /// What the court ruled on the agreement, and when. It rules once [L 33].
    #[must_use]
    pub fn ruling(&self) -> Option<&(ConfirmationStep, Day)> {
        let ruled = |(step, _): &&(ConfirmationStep, Day)| *step != ConfirmationStep::Applied;
        self.confirmation.as_ref().filter(ruled)
    }

    /// The court's steps that may come now: nothing is ruled on before both parties applied, and once it is, nothing more
    /// comes [L 33].
    #[must_use]
    pub fn court_steps(&self) -> &'static [ConfirmationStep] {
        match (&self.confirmation, self.ruling()) {
            (None, _) => &[ConfirmationStep::Applied],
            (Some(_), None) => ConfirmationStep::ALL,
            (Some(_), Some(_)) => &[],
        }
    }

    /// Whether it can only be read: it holds what must be understood and is not.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        let locks = |anomaly: &Anomaly| matches!(anomaly, Anomaly::NotUnderstood { .. });
        self.anomalies.iter().any(locks)
    }

    /// The steps that it allows, the likeliest next first.
    #[must_use]
    pub fn next_steps(&self) -> Vec<Step> {
        let steps = self.stage.as_ref().map(course::steps).unwrap_or_default();
        let steps = steps.iter().map(|(step, _)| *step);
        steps
            .filter(|step| *step != Step::Confirm || self.ruling().is_none())
            .filter(|step| self.unposted(*step).is_none())
            .collect()
    }

    /// The days on which the court confirmed an agreement, this one and earlier ones.
    pub fn confirmed(&self) -> impl Iterator<Item = Day> {
        let all = self.earlier.confirmations.iter().chain(&self.confirmation);
        let confirmed = all.filter(|(step, _)| *step == ConfirmationStep::Confirmed);
        confirmed.map(|(_, day)| *day)
    }

    /// The days on which an agreement was performed whole, this one and earlier ones.
    pub fn performed_days(&self) -> impl Iterator<Item = Day> {
        let all = self.earlier.performed.iter().chain(&self.performed_on);
        all.copied()
    }

    /// The conclusions that are counted, in the order of the fold: while desks disagree on one, that which shows.
    pub fn counted(&self) -> impl Iterator<Item = (&EntryId, &Outcome)> {
        let sides = self.outcome.sides();
        let shows = self.outcome.get();
        let contested = |outcome: &Outcome| sides.iter().any(|side| side.value == *outcome);
        let all = self.conclusions.iter().map(|(id, outcome)| (id, outcome));
        all.filter(move |(_, outcome)| !contested(outcome) || Some(*outcome) == shows)
    }

    /// Days by which the clock stood still until `today`.
    #[must_use]
    pub fn suspended_days(&self, today: Day) -> i32 {
        self.runs_from
            .map_or(0, |from| clock::still_days(from, &self.still(), today))
    }

    fn still(&self) -> Vec<Suspension> {
        let spans = self.suspended.iter();
        spans
            .map(|(from, to)| Suspension {
                from: *from,
                to: *to,
            })
            .collect()
    }

    /// The last day to conclude [R 33]: 30 days from [`Self::runs_from`], or the day that both sides agreed on, suspended days not
    /// counted: what both agreed to moves by those that came after. None before acceptance and after conclusion.
    #[must_use]
    pub fn due(&self, today: Day) -> Option<Day> {
        let stage = self.stage.as_ref()?;
        if !stage.is_open() {
            return None;
        }
        let still = self.still();
        let thirty = clock::conclude_by(self.runs_from?, &still, today);
        let extended = self.extended.iter();
        let longer = extended
            .map(|(agreed, until)| until.plus_days(clock::still_days(*agreed, &still, today)));
        Some(longer.fold(thirty, Day::max))
    }

    /// The earliest clause that is due and not performed.
    #[must_use]
    pub fn performance_due(&self) -> Option<Day> {
        if self.stage != Some(Stage::Agreed) {
            return None;
        }
        let Some(Outcome::Agreed(agreement)) = self.outcome.get() else {
            return None;
        };
        agreement
            .clauses
            .iter()
            .filter(|c| !self.performed.contains_key(&c.public.label))
            .filter_map(|c| c.public.due)
            .min()
    }

    /// The day from which the visit is counted [SF/T 0083]: when the last clause was due, or when it was performed where
    /// that was later or no day had been set. None while something is to be performed.
    #[must_use]
    pub fn performance_over(&self) -> Option<Day> {
        let performed = self.performed_on?;
        let Some(Outcome::Agreed(agreement)) = self.outcome.get() else {
            return Some(performed);
        };
        let due = agreement.clauses.iter().filter_map(|c| c.public.due).max();
        Some(due.map_or(performed, |due| due.max(performed)))
    }

    /// Whether the visit was made that is due once all is performed: one before asked how it stood.
    #[must_use]
    pub fn is_visited(&self) -> bool {
        let due = self.performed_on;
        let mut visits = self.followed_up.iter();
        visits.any(|visit| due.is_none_or(|performed| *visit >= performed))
    }

    /// The parties of one side, in order.
    pub fn side(&self, role: &PartyRole) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |p| p.role == *role)
    }

    /// So many copies a written agreement has at least: each party has one, and the committee keeps one [L 29].
    #[must_use]
    pub fn copies_needed(&self) -> u32 {
        u32::try_from(self.parties.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// How many questions the case asks: fields on which desks disagree.
    #[must_use]
    pub fn questions(&self) -> usize {
        let parties = self
            .parties
            .iter()
            .filter(|p| !p.identity.sides().is_empty())
            .count();
        let days = self.days_put_right.values();
        parties
            + days.filter(|day| !day.sides().is_empty()).count()
            + usize::from(!self.day.sides().is_empty())
            + usize::from(!self.number.sides().is_empty())
            + usize::from(!self.kind.sides().is_empty())
            + usize::from(!self.source.sides().is_empty())
            + usize::from(!self.town.sides().is_empty())
            + usize::from(!self.place.sides().is_empty())
            + usize::from(!self.facts.sides().is_empty())
            + usize::from(!self.mediators.sides().is_empty())
            + usize::from(!self.risk.sides().is_empty())
            + usize::from(!self.outcome.sides().is_empty())
    }
}
