//! Today's rules: what a command may do to a case, and the facts that it makes.

use crate::law::agreement::AgreementItem;
use crate::law::article::Article;
use crate::law::clock;
use crate::law::day::Day;
use crate::law::identity::{ResidentNumber, ResidentProblem};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::phone::Phone;

use crate::domain::Context;
use crate::domain::catalogue::{Event, Retracted};
use crate::domain::id::{EntryId, Label};
use crate::domain::leaf::{Identity, Leaf, topic};

use super::command::{
    Command, Intake, NewClause, NewValue, OralAgreement, Session, WrittenAgreement,
};
use super::course::{Step, leads};
use super::event::{self, AgreementClause, ConfirmationStep, Correction};
use super::refusal::{Refusal, Slot};
use super::state::{Anomaly, Case, Outcome};

/// A fact that a decision makes: an event and its leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub event: Event,
    pub leaves: Vec<Leaf>,
}

impl Made {
    fn bare(event: Event) -> Self {
        Self {
            event,
            leaves: Vec::new(),
        }
    }
}

/// Decides on a command by the case as it stands. Nothing is changed here.
pub fn decide(case: &Case, command: Command, context: &Context<'_>) -> Result<Vec<Made>, Refusal> {
    if let Some(Anomaly::NotUnderstood { kind, .. }) = case
        .anomalies
        .iter()
        .find(|a| matches!(a, Anomaly::NotUnderstood { .. }))
    {
        if !matches!(command, Command::Retract { .. }) {
            return Err(Refusal::NotUnderstood { kind: kind.clone() });
        }
    }
    let at = At {
        case,
        today: context.today(),
    };
    let made = match command {
        Command::Register(intake) => return register(case, intake, context),
        Command::Decline { day, reason, words } => {
            at.step(Step::Decline)?;
            at.day(day)?;
            let leaves = optional_narrative(topic::REASON, &words);
            Made {
                event: Event::CaseDeclined(event::Declined { day, reason }),
                leaves,
            }
        }
        Command::Accept { day, told } => {
            at.step(Step::Accept)?;
            at.day(day)?;
            Made::bare(Event::CaseAccepted(event::Accepted { day, told }))
        }
        Command::Assign {
            day,
            mediators,
            chosen_by,
        } => {
            at.step(Step::Assign)?;
            at.day(day)?;
            if mediators.is_empty() {
                return Err(Refusal::NoMediator);
            }
            Made::bare(Event::CaseAssigned(event::Assigned {
                chosen_by,
                day,
                mediators,
            }))
        }
        Command::Inquire { day, place, record } => {
            at.step(Step::Inquire)?;
            at.day(day)?;
            let record = filled(&record, Slot::Record)?;
            let mut leaves = optional_place(&place);
            leaves.push(Leaf::narrative(topic::RECORD, record));
            Made {
                event: Event::CaseInquired(event::Inquired {
                    day,
                    label: context.label(),
                }),
                leaves,
            }
        }
        Command::HoldSession(session) => hold_session(&at, session, context)?,
        Command::Suspend { day, reason } => {
            at.step(Step::Suspend)?;
            at.day(day)?;
            let reason = filled(&reason, Slot::Reason)?;
            Made {
                event: Event::CaseSuspended(event::Suspended { day }),
                leaves: vec![Leaf::narrative(topic::REASON, reason)],
            }
        }
        Command::Resume { day } => {
            at.step(Step::Resume)?;
            at.day(day)?;
            Made::bare(Event::CaseResumed(event::Resumed { day }))
        }
        Command::AgreeInWriting(agreement) => agree_in_writing(&at, agreement, context)?,
        Command::AgreeOrally(agreement) => agree_orally(&at, agreement, context)?,
        Command::Fail {
            day,
            told_of,
            reason,
        } => {
            at.step(Step::Fail)?;
            at.day(day)?;
            if told_of.is_empty() {
                return Err(Refusal::NotToldOfOtherWays);
            }
            Made {
                event: Event::CaseFailed(event::Failed { day, told_of }),
                leaves: optional_narrative(topic::REASON, &reason),
            }
        }
        Command::Withdraw { day, by, reason } => {
            at.step(Step::Withdraw)?;
            at.day(day)?;
            Made {
                event: Event::CaseWithdrawn(event::Withdrawn { by, day }),
                leaves: optional_narrative(topic::REASON, &reason),
            }
        }
        Command::Perform {
            day,
            clause,
            remarks,
        } => {
            at.step(Step::Perform)?;
            at.day(day)?;
            at.after_agreement(day)?;
            if let (Some(label), Some(Outcome::Agreed(agreement))) = (clause, case.outcome.get()) {
                if !agreement.clauses.iter().any(|c| c.public.label == label) {
                    return Err(Refusal::NotThere(Slot::Clause));
                }
            }
            Made {
                event: Event::CasePerformed(event::Performed { clause, day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::Urge { day, remarks } => {
            at.step(Step::Urge)?;
            at.day(day)?;
            Made {
                event: Event::CaseUrged(event::Urged { day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::ReportNotPerformed {
            day,
            told_of_court,
            remarks,
        } => {
            at.step(Step::ReportNotPerformed)?;
            at.day(day)?;
            if !told_of_court {
                return Err(Refusal::NotToldOfCourt);
            }
            Made {
                event: Event::CaseNotPerformed(event::NotPerformed { day }),
                leaves: optional_narrative(topic::REMARKS, &remarks),
            }
        }
        Command::Confirm { day, step } => confirm(&at, day, step)?,
        Command::FollowUp { day, found, record } => {
            at.step(Step::FollowUp)?;
            at.day(day)?;
            Made {
                event: Event::CaseFollowedUp(event::FollowedUp { day, found }),
                leaves: optional_narrative(topic::RECORD, &record),
            }
        }
        Command::Close { day } => {
            at.step(Step::Close)?;
            at.day(day)?;
            Made::bare(Event::CaseClosed(event::Closed { day }))
        }
        Command::Archive {
            day,
            volume,
            retention,
        } => {
            at.step(Step::Archive)?;
            at.day(day)?;
            let volume = filled(&volume, Slot::Volume)?.to_owned();
            Made::bare(Event::CaseArchived(event::Archived {
                day,
                retention,
                volume,
            }))
        }
        Command::Reopen {
            day,
            both_agree,
            reason,
        } => {
            at.step(Step::Reopen)?;
            at.day(day)?;
            if !both_agree {
                return Err(Refusal::BothMustAgree(Article::R37));
            }
            let reason = filled(&reason, Slot::Reason)?;
            Made {
                event: Event::CaseReopened(event::Reopened { day }),
                leaves: vec![Leaf::narrative(topic::REASON, reason)],
            }
        }
        Command::Extend {
            day,
            until,
            both_agree,
        } => {
            at.step(Step::Extend)?;
            at.day(day)?;
            if !both_agree {
                return Err(Refusal::BothMustAgree(Article::R33));
            }
            if until <= day {
                return Err(Refusal::Before {
                    slot: Slot::Until,
                    day: until,
                    earlier: Slot::Day,
                    limit: day,
                });
            }
            Made::bare(Event::CaseExtended(event::Extended { day, until }))
        }
        Command::Join {
            day,
            county,
            organisation,
        } => {
            at.step(Step::Join)?;
            at.day(day)?;
            Made::bare(Event::CaseJoined(event::Joined {
                county,
                day,
                organisation,
            }))
        }
        Command::Note {
            day,
            form,
            text,
            confidential_to,
        } => {
            at.there()?;
            at.day(day)?;
            let text = filled(&text, Slot::Text)?;
            let leaf = match confidential_to {
                Some(label) => Leaf::confidential(at.party(label)?, text),
                None => Leaf::narrative(topic::RECORD, text),
            };
            Made {
                event: Event::CaseNoted(event::Noted { day, form }),
                leaves: vec![leaf],
            }
        }
        Command::Correct { field, reason } => correct(&at, field, &reason)?,
        Command::Retract { entry, reason } => {
            Made::bare(Event::Retracted(Retracted { entry, reason }))
        }
        Command::Void {
            registration,
            reason,
        } => {
            at.there()?;
            Made::bare(Event::Retracted(Retracted {
                entry: registration,
                reason,
            }))
        }
    };
    Ok(vec![made])
}

/// The case and the day on which is decided.
struct At<'a> {
    case: &'a Case,
    today: Day,
}

impl At<'_> {
    fn there(&self) -> Result<(), Refusal> {
        if self.case.counts() {
            Ok(())
        } else {
            Err(Refusal::NoCase)
        }
    }

    fn step(&self, step: Step) -> Result<(), Refusal> {
        let stage = self.case.stage.as_ref().ok_or(Refusal::NoCase)?;
        match leads(stage, step) {
            Some(_) => Ok(()),
            None => Err(Refusal::NotNow {
                step,
                stage: stage.clone(),
            }),
        }
    }

    /// A day of this case: not in the future, not before its registration.
    fn day(&self, day: Day) -> Result<(), Refusal> {
        not_future(day, self.today, Slot::Day)?;
        match self.case.day.get() {
            Some(registered) if day < *registered => Err(Refusal::Before {
                slot: Slot::Day,
                day,
                earlier: Slot::Registered,
                limit: *registered,
            }),
            _ => Ok(()),
        }
    }

    fn after_agreement(&self, day: Day) -> Result<(), Refusal> {
        match self.case.outcome.get() {
            Some(Outcome::Agreed(agreement)) if day < agreement.day => Err(Refusal::Before {
                slot: Slot::Day,
                day,
                earlier: Slot::Agreed,
                limit: agreement.day,
            }),
            Some(Outcome::Agreed(_)) => Ok(()),
            _ => Err(Refusal::NoAgreement),
        }
    }

    fn party(&self, label: Label) -> Result<Label, Refusal> {
        let known = self.case.parties.iter().any(|p| p.label == label);
        if known {
            Ok(label)
        } else {
            Err(Refusal::NotThere(Slot::Party))
        }
    }
}

fn not_future(day: Day, today: Day, slot: Slot) -> Result<(), Refusal> {
    if day > today {
        Err(Refusal::Future { slot, day })
    } else {
        Ok(())
    }
}

fn filled(text: &str, slot: Slot) -> Result<&str, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(Refusal::Empty(slot))
    } else {
        Ok(text)
    }
}

fn optional_narrative(of: &str, text: &str) -> Vec<Leaf> {
    let text = text.trim();
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Leaf::narrative(of, text)]
    }
}

fn optional_place(text: &str) -> Vec<Leaf> {
    let text = text.trim();
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Leaf::place(topic::PLACE, text)]
    }
}

/// Checks who a party is, and brings its numbers to one form.
fn checked(
    party: usize,
    kind: &PartyKind,
    mut identity: Identity,
    today: Day,
) -> Result<Identity, Refusal> {
    identity.name = identity.name.trim().to_owned();
    if identity.name.is_empty() {
        return Err(Refusal::Nameless(party));
    }
    if let Some(number) = emptied(&mut identity.id_number) {
        if *kind == PartyKind::Person {
            let known = ResidentNumber::parse(&number)
                .map_err(|problem| Refusal::IdNumber { party, problem })?;
            if known.birth() > today {
                return Err(Refusal::IdNumber {
                    party,
                    problem: ResidentProblem::Birth,
                });
            }
            // What the number says need not be typed again.
            identity.born.get_or_insert(known.birth());
            identity.sex.get_or_insert(known.sex());
            identity.id_number = Some(known.as_str().to_owned());
        } else {
            identity.id_number = Some(number);
        }
    }
    if let Some(phone) = emptied(&mut identity.phone) {
        let known = Phone::parse(&phone).map_err(|problem| Refusal::Phone { party, problem })?;
        identity.phone = Some(known.as_str().to_owned());
    }
    emptied(&mut identity.address);
    emptied(&mut identity.occupation);
    emptied(&mut identity.ethnic_group);
    Ok(identity)
}

/// Trims a field that may be empty; gives what is in it.
fn emptied(field: &mut Option<String>) -> Option<String> {
    *field = field
        .take()
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty());
    field.clone()
}

fn register(case: &Case, intake: Intake, context: &Context<'_>) -> Result<Vec<Made>, Refusal> {
    if case.counts() {
        return Err(Refusal::AlreadyRegistered);
    }
    let today = context.today();
    not_future(intake.day, today, Slot::Day)?;
    for role in [PartyRole::Applicant, PartyRole::Respondent] {
        if !intake.parties.iter().any(|p| p.role == role) {
            return Err(Refusal::NoParty(role));
        }
    }
    let mut leaves = Vec::with_capacity(intake.parties.len() + 3);
    let mut parties = Vec::with_capacity(intake.parties.len());
    for (place, party) in intake.parties.into_iter().enumerate() {
        let identity = checked(place, &party.kind, party.identity, today)?;
        let label = context.label();
        leaves.push(Leaf::identity(label, identity));
        parties.push(event::PublicParty {
            kind: party.kind,
            label,
            role: party.role,
        });
    }
    leaves.extend(optional_place(&intake.place));
    leaves.push(Leaf::narrative(
        topic::FACTS,
        filled(&intake.facts, Slot::Facts)?,
    ));
    let row = intake.ledger.map(|(file, row)| {
        leaves.push(Leaf::narrative(topic::SOURCE_FILE, &file));
        row
    });
    let number = intake
        .number
        .or_else(|| context.next_number.map(str::to_owned));
    let data = event::Registered {
        county: intake.county,
        day: intake.day,
        number,
        organisation: intake.organisation,
        parties,
        risk: intake.risk,
        row,
        source: intake.source,
        town: intake.town,
        kind: intake.kind,
    };
    Ok(vec![Made {
        event: Event::CaseRegistered(data),
        leaves,
    }])
}

fn hold_session(at: &At<'_>, session: Session, context: &Context<'_>) -> Result<Made, Refusal> {
    at.step(Step::HoldSession)?;
    at.day(session.day)?;
    if session.present.is_empty() {
        return Err(Refusal::NobodyPresent);
    }
    let mut leaves = optional_place(&session.place);
    leaves.push(Leaf::narrative(
        topic::RECORD,
        filled(&session.record, Slot::Record)?,
    ));
    leaves.extend(optional_narrative(topic::RESULT, &session.result));
    for (label, words) in &session.confidential {
        leaves.push(Leaf::confidential(
            at.party(*label)?,
            filled(words, Slot::Text)?,
        ));
    }
    for label in &session.present {
        at.party(*label)?;
    }
    let data = event::SessionHeld {
        day: session.day,
        label: context.label(),
        present: session.present,
    };
    Ok(Made {
        event: Event::CaseSessionHeld(data),
        leaves,
    })
}

/// Clauses with their labels, and their texts as leaves.
fn clauses(
    day: Day,
    typed: Vec<NewClause>,
    context: &Context<'_>,
) -> Result<(Vec<AgreementClause>, Vec<Leaf>), Refusal> {
    let mut public = Vec::with_capacity(typed.len());
    let mut leaves = Vec::with_capacity(typed.len());
    let mut total = Fen(0);
    for (place, clause) in typed.into_iter().enumerate() {
        if let Some(due) = clause.due.filter(|due| *due < day) {
            return Err(Refusal::DueBeforeAgreement { clause: place, due });
        }
        if let Some(fen) = clause.fen {
            let sum = total.checked_add(fen).filter(|_| fen >= Fen::ZERO);
            total = sum.ok_or(Refusal::Sum { clause: place })?;
        }
        let label = context.label();
        leaves.push(Leaf::narrative(label, filled(&clause.text, Slot::Clause)?));
        public.push(AgreementClause {
            due: clause.due,
            fen: clause.fen,
            label,
        });
    }
    Ok((public, leaves))
}

/// An agreement in writing with everything that the law wants to see on it [L 29, R 35]; what is
/// missing is refused by name, in the order of the paper.
fn agree_in_writing(
    at: &At<'_>,
    agreement: WrittenAgreement,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    at.step(Step::AgreeInWriting)?;
    at.day(agreement.day)?;
    let clauses_filled = !agreement.clauses.is_empty()
        && agreement.clauses.iter().all(|c| !c.text.trim().is_empty());
    let all_signed = at
        .case
        .parties
        .iter()
        .all(|p| agreement.signed.contains(&p.label));
    for (there, item) in [
        (!agreement.facts.trim().is_empty(), AgreementItem::Facts),
        (!agreement.matter.trim().is_empty(), AgreementItem::Matter),
        (
            !agreement.responsibility.trim().is_empty(),
            AgreementItem::Responsibility,
        ),
        (clauses_filled, AgreementItem::Content),
        (!agreement.manner.trim().is_empty(), AgreementItem::Manner),
        (
            agreement.clauses.iter().all(|c| c.due.is_some()),
            AgreementItem::Time,
        ),
        (!agreement.place.trim().is_empty(), AgreementItem::Place),
        (all_signed, AgreementItem::PartySignatures),
        (agreement.mediator_signed, AgreementItem::MediatorSignature),
        (agreement.stamped, AgreementItem::CommitteeSeal),
    ] {
        if !there {
            return Err(Refusal::MissingItem(item));
        }
    }
    let (public, texts) = clauses(agreement.day, agreement.clauses, context)?;
    let mut leaves = vec![
        Leaf::narrative(topic::FACTS, agreement.facts.trim()),
        Leaf::narrative(topic::MATTER, agreement.matter.trim()),
        Leaf::narrative(topic::RESPONSIBILITY, agreement.responsibility.trim()),
        Leaf::narrative(topic::MANNER, agreement.manner.trim()),
        Leaf::place(topic::PLACE, agreement.place.trim()),
    ];
    leaves.extend(texts);
    // Each party has one, and the committee keeps one [L 29].
    let least = u32::try_from(at.case.parties.len())
        .unwrap_or(u32::MAX)
        .saturating_add(1);
    let data = event::AgreedInWriting {
        clauses: public,
        copies: agreement.copies.max(least),
        day: agreement.day,
        mediator_signed: true,
        signed: agreement.signed,
        stamped: true,
    };
    Ok(Made {
        event: Event::CaseAgreedInWriting(data),
        leaves,
    })
}

fn agree_orally(
    at: &At<'_>,
    agreement: OralAgreement,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    at.step(Step::AgreeOrally)?;
    at.day(agreement.day)?;
    let mut leaves = vec![Leaf::narrative(
        topic::FACTS,
        filled(&agreement.facts, Slot::Facts)?,
    )];
    if agreement.clauses.is_empty() {
        return Err(Refusal::MissingItem(AgreementItem::Content));
    }
    leaves.extend(optional_narrative(topic::MANNER, &agreement.manner));
    let (public, texts) = clauses(agreement.day, agreement.clauses, context)?;
    leaves.extend(texts);
    Ok(Made {
        event: Event::CaseAgreedOrally(event::AgreedOrally {
            clauses: public,
            day: agreement.day,
        }),
        leaves,
    })
}

/// Both parties may ask the court within 30 days of the agreement's taking effect [L 33].
fn confirm(at: &At<'_>, day: Day, step: ConfirmationStep) -> Result<Made, Refusal> {
    at.step(Step::Confirm)?;
    at.day(day)?;
    at.after_agreement(day)?;
    if step == ConfirmationStep::Applied {
        if let Some(Outcome::Agreed(agreement)) = at.case.outcome.get() {
            let until = clock::confirm_by(agreement.day);
            if day > until {
                return Err(Refusal::ConfirmationTooLate { until });
            }
        }
    }
    Ok(Made::bare(Event::CaseConfirmed(event::Confirmed {
        day,
        step,
    })))
}

/// A correction writes a value that differs from what stands, or settles a disagreement.
fn correct(at: &At<'_>, field: NewValue, reason: &str) -> Result<Made, Refusal> {
    at.there()?;
    let case = at.case;
    let mut leaves = Vec::new();
    let (unchanged, field) = match field {
        NewValue::Party(label, identity) => {
            let place = case
                .parties
                .iter()
                .position(|p| p.label == label)
                .ok_or(Refusal::NotThere(Slot::Party))?;
            let party = &case.parties[place];
            let identity = checked(place, &party.kind, identity, at.today)?;
            let same = party.identity.sides().is_empty()
                && party.identity.get() == Some(&Some(identity.clone()));
            leaves.push(Leaf::identity(label, identity));
            (same, Correction::Party(label))
        }
        NewValue::Facts(text) => {
            let text = filled(&text, Slot::Facts)?;
            leaves.push(Leaf::narrative(topic::FACTS, text));
            (
                stands(&case.facts, &Some(text.to_owned())),
                Correction::Facts,
            )
        }
        NewValue::Place(text) => {
            let text = filled(&text, Slot::Place)?;
            leaves.push(Leaf::place(topic::PLACE, text));
            (
                stands(&case.place, &Some(text.to_owned())),
                Correction::Place,
            )
        }
        NewValue::Town(town) => (stands(&case.town, &town), Correction::Town(town)),
        NewValue::Day(day) => {
            not_future(day, at.today, Slot::Day)?;
            (stands(&case.day, &day), Correction::Day(day))
        }
        NewValue::Number(number) => {
            let number = filled(&number, Slot::Number)?.to_owned();
            (stands(&case.number, &number), Correction::Number(number))
        }
        NewValue::Type(kind) => (stands(&case.kind, &kind), Correction::Type(kind)),
        NewValue::Source(source) => (stands(&case.source, &source), Correction::Source(source)),
        NewValue::Mediators(mediators) => {
            if mediators.is_empty() {
                return Err(Refusal::NoMediator);
            }
            (
                stands(&case.mediators, &mediators),
                Correction::Mediators(mediators),
            )
        }
        NewValue::Outcome(entry) => (outcome_stands(case, &entry)?, Correction::Outcome(entry)),
    };
    if unchanged {
        return Err(Refusal::Unchanged);
    }
    leaves.extend(optional_narrative(topic::REASON, reason));
    Ok(Made {
        event: Event::CaseCorrected(event::Corrected { field }),
        leaves,
    })
}

fn stands<T: Clone + PartialEq>(field: &crate::domain::field::Field<T>, value: &T) -> bool {
    field.sides().is_empty() && field.get() == Some(value)
}

fn outcome_stands(case: &Case, entry: &EntryId) -> Result<bool, Refusal> {
    if !case.conclusions.iter().any(|(id, _)| id == entry) {
        return Err(Refusal::NotThere(Slot::Outcome));
    }
    Ok(case.outcome.sides().is_empty())
}
