//! What a form did not see: entries that came in after it was opened, where they touch a field that
//! its command writes. Then the person is asked, not overruled.

use std::collections::BTreeSet;

use crate::domain::case::command::NewValue;
use crate::domain::case::event::Correction;
use crate::domain::case::refusal::Slot;
use crate::domain::case::{Command, Refusal};
use crate::domain::catalogue::Event;
use crate::domain::id::{EntryId, Label};
use crate::record::Chronicle;

/// A field that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Touched {
    Party(Label),
    Slot(u8),
    /// The course of the case: its stage and what comes with it.
    Course,
}

const FACTS: u8 = 0;
const PLACE: u8 = 1;
const TOWN: u8 = 2;
const DAY: u8 = 3;
const NUMBER: u8 = 4;
const TYPE: u8 = 5;
const SOURCE: u8 = 6;
const MEDIATORS: u8 = 7;
const SLOTS: [Slot; 8] = [
    Slot::Facts,
    Slot::Place,
    Slot::Town,
    Slot::Day,
    Slot::Number,
    Slot::Type,
    Slot::Source,
    Slot::Mediators,
];

/// Refuses a command that writes to what an entry wrote that its form had not seen.
pub fn unseen(chronicle: &Chronicle, seen: &[EntryId], command: &Command) -> Result<(), Refusal> {
    let Some(writes) = written_by(command) else {
        return Ok(());
    };
    let mut known: BTreeSet<usize> = BTreeSet::new();
    for told in &chronicle.told {
        if seen.contains(&told.fact.id) {
            known.insert(told.fact.position);
            known
                .extend((0..told.fact.position).filter(|position| told.fact.past.holds(*position)));
        }
    }
    for fact in chronicle
        .live()
        .filter(|fact| !known.contains(&fact.position))
    {
        if touched_by(&fact.event) == Some(writes) {
            return Err(Refusal::ChangedMeanwhile(match writes {
                Touched::Party(_) => Slot::Party,
                Touched::Slot(slot) => SLOTS[usize::from(slot)].clone(),
                Touched::Course => Slot::Outcome,
            }));
        }
    }
    Ok(())
}

fn written_by(command: &Command) -> Option<Touched> {
    Some(match command {
        Command::Correct { field, .. } => match field {
            NewValue::Party(label, _) => Touched::Party(*label),
            NewValue::Facts(_) => Touched::Slot(FACTS),
            NewValue::Place(_) => Touched::Slot(PLACE),
            NewValue::Town(_) => Touched::Slot(TOWN),
            NewValue::Day(_) => Touched::Slot(DAY),
            NewValue::Number(_) => Touched::Slot(NUMBER),
            NewValue::Type(_) => Touched::Slot(TYPE),
            NewValue::Source(_) => Touched::Slot(SOURCE),
            NewValue::Mediators(_) => Touched::Slot(MEDIATORS),
            NewValue::Outcome(_) => Touched::Course,
        },
        Command::Assign { .. } => Touched::Slot(MEDIATORS),
        // A note, a session, an inquiry, a visit stands beside others; nothing is overruled.
        Command::Register(_)
        | Command::Note { .. }
        | Command::Inquire { .. }
        | Command::HoldSession(_)
        | Command::FollowUp { .. }
        | Command::Urge { .. }
        | Command::Join { .. }
        | Command::Retract { .. } => return None,
        Command::Decline { .. }
        | Command::Accept { .. }
        | Command::Suspend { .. }
        | Command::Resume { .. }
        | Command::AgreeInWriting(_)
        | Command::AgreeOrally(_)
        | Command::EnterConclusion(_)
        | Command::Fail { .. }
        | Command::Withdraw { .. }
        | Command::Perform { .. }
        | Command::ReportNotPerformed { .. }
        | Command::Confirm { .. }
        | Command::Close { .. }
        | Command::Archive { .. }
        | Command::Reopen { .. }
        | Command::Extend { .. }
        | Command::Void { .. } => Touched::Course,
    })
}

fn touched_by(event: &Event) -> Option<Touched> {
    Some(match event {
        Event::CaseCorrected(data) => match &data.field {
            Correction::Party(label) => Touched::Party(*label),
            Correction::Facts => Touched::Slot(FACTS),
            Correction::Place => Touched::Slot(PLACE),
            Correction::Town(_) => Touched::Slot(TOWN),
            Correction::Day(_) => Touched::Slot(DAY),
            Correction::Number(_) => Touched::Slot(NUMBER),
            Correction::Type(_) => Touched::Slot(TYPE),
            Correction::Source(_) => Touched::Slot(SOURCE),
            Correction::Mediators(_) => Touched::Slot(MEDIATORS),
            Correction::Outcome(_) => Touched::Course,
        },
        Event::CaseAssigned(_) => Touched::Slot(MEDIATORS),
        Event::CaseDeclined(_)
        | Event::CaseAccepted(_)
        | Event::CaseSuspended(_)
        | Event::CaseResumed(_)
        | Event::CaseAgreedInWriting(_)
        | Event::CaseAgreedOrally(_)
        | Event::CaseFailed(_)
        | Event::CaseWithdrawn(_)
        | Event::CasePerformed(_)
        | Event::CaseNotPerformed(_)
        | Event::CaseConfirmed(_)
        | Event::CaseClosed(_)
        | Event::CaseArchived(_)
        | Event::CaseReopened(_)
        | Event::CaseExtended(_)
        | Event::Retracted(_) => Touched::Course,
        Event::CaseRegistered(_)
        | Event::CaseInquired(_)
        | Event::CaseSessionHeld(_)
        | Event::CaseUrged(_)
        | Event::CaseFollowedUp(_)
        | Event::CaseNoted(_)
        | Event::CaseJoined(_)
        | Event::Erased(_)
        | Event::OrganisationFounded(_)
        | Event::MediatorEnrolled(_)
        | Event::ConsultationAnswered(_)
        | Event::WorkOrderDispatched(_)
        | Event::WorkOrderResolved(_)
        | Event::ActivityHeld(_)
        | Event::CooperationSigned(_)
        | Event::Unknown { .. }
        | Event::Unreadable { .. } => return None,
    })
}
