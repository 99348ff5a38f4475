//! What a form did not see: entries that came in after it was opened, where they touch a field that
//! its command writes. Then the person is asked, not overruled.

use std::collections::BTreeSet;

use crate::domain::case::{CaseField, Command, Refusal};
use crate::domain::catalogue::{Event, network_events};
use crate::domain::fact::Fact;
use crate::domain::id::EntryId;
use crate::record::Chronicle;

/// The course of the case, its stage and what comes with it, is touched as a whole; which conclusion holds is part of it.
const COURSE: CaseField = CaseField::Outcome;

/// Refuses a command that writes to what an entry wrote that its form had not seen.
pub fn unseen(chronicle: &Chronicle, seen: &[EntryId], command: &Command) -> Result<(), Refusal> {
    let Some(writes) = written_by(command) else {
        return Ok(());
    };
    for fact in fresh(chronicle, seen) {
        if touched(chronicle, &fact.event) == Some(writes) {
            return Err(Refusal::ChangedMeanwhile(writes.slot()));
        }
    }
    Ok(())
}

/// The live facts that whoever had seen these heads had not seen.
pub(super) fn fresh<'c>(
    chronicle: &'c Chronicle,
    seen: &[EntryId],
) -> impl Iterator<Item = &'c Fact> {
    let mut known: BTreeSet<usize> = BTreeSet::new();
    for told in &chronicle.told {
        if seen.contains(&told.fact.id) {
            let before = 0..told.fact.position;
            known.insert(told.fact.position);
            known.extend(before.filter(|position| told.fact.past.holds(*position)));
        }
    }
    chronicle
        .live()
        .filter(move |fact| !known.contains(&fact.position))
}

/// What an event is about in the end: what it takes back, where it takes something back. None where that is not here.
pub(super) fn taken_back<'c>(chronicle: &'c Chronicle, event: &'c Event) -> Option<&'c Event> {
    let mut event = event;
    // Ids are hashes: what an entry takes back was written before it, so this comes to an end.
    while let Event::Retracted(data) = event {
        event = &chronicle.find(&data.entry)?.fact.event;
    }
    Some(event)
}

/// What an entry touches. One that takes another back touches what that one did: its value stands no more, and what
/// was written before stands again.
fn touched(chronicle: &Chronicle, event: &Event) -> Option<CaseField> {
    match taken_back(chronicle, event) {
        // The case is voided, or found again.
        None => Some(COURSE),
        Some(Event::CaseRegistered(_)) if matches!(event, Event::Retracted(_)) => Some(COURSE),
        Some(about) => touched_by(about),
    }
}

fn written_by(command: &Command) -> Option<CaseField> {
    Some(match command {
        Command::Correct { field, .. } => field.field(),
        Command::Assign { .. } => CaseField::Mediators,
        Command::Rate { .. } => CaseField::Risk,
        // A note, a session, an inquiry, a visit stands beside others; nothing is overruled.
        Command::Register(_)
        | Command::Note { .. }
        | Command::Inquire { .. }
        | Command::HoldSession(_)
        | Command::FollowUp { .. }
        | Command::Urge { .. }
        | Command::Join { .. }
        | Command::Reply { .. }
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
        | Command::Transfer { .. }
        | Command::Receive { .. }
        | Command::Void { .. } => COURSE,
    })
}

fn touched_by(event: &Event) -> Option<CaseField> {
    Some(match event {
        Event::CaseCorrected(data) => data.field.field(),
        Event::CaseAssigned(_) => CaseField::Mediators,
        Event::CaseRated(_) => CaseField::Risk,
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
        | Event::CaseTransferred(_)
        | Event::CaseReceived(_) => COURSE,
        Event::CaseRegistered(_)
        | Event::CaseInquired(_)
        | Event::CaseSessionHeld(_)
        | Event::CaseUrged(_)
        | Event::CaseFollowedUp(_)
        | Event::CaseNoted(_)
        | Event::CaseJoined(_)
        | Event::CaseReplied(_)
        | Event::Retracted(_)
        | Event::Erased(_)
        | network_events!()
        | Event::Unknown { .. }
        | Event::Unreadable { .. } => return None,
    })
}
