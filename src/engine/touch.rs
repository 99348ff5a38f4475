//! What a form did not see: entries that came in after it was opened, where they touch a field that
//! its command writes. Then the person is asked, not overruled.

use std::collections::BTreeSet;

use crate::domain::case::{CaseField, Command, Refusal};
use crate::domain::catalogue::Event;
use crate::domain::id::EntryId;
use crate::record::Chronicle;

/// The course of the case, its stage and what comes with it, is touched as a whole; which conclusion holds is part of it.
const COURSE: CaseField = CaseField::Outcome;

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
        if touched(chronicle, &fact.event) == Some(writes) {
            return Err(Refusal::ChangedMeanwhile(writes.slot()));
        }
    }
    Ok(())
}

/// What an entry touches. One that takes another back touches what that one did: its value stands no more, and what
/// was written before stands again.
fn touched(chronicle: &Chronicle, event: &Event) -> Option<CaseField> {
    let mut event = event;
    while let Event::Retracted(data) = event {
        // Ids are hashes: what an entry takes back was written before it, so this comes to an end.
        match chronicle.find(&data.entry).map(|told| &told.fact.event) {
            // The case is voided, or found again.
            None | Some(Event::CaseRegistered(_)) => return Some(COURSE),
            Some(taken_back) => event = taken_back,
        }
    }
    touched_by(event)
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
        | Event::CaseExtended(_) => COURSE,
        Event::CaseRegistered(_)
        | Event::CaseInquired(_)
        | Event::CaseSessionHeld(_)
        | Event::CaseUrged(_)
        | Event::CaseFollowedUp(_)
        | Event::CaseNoted(_)
        | Event::CaseJoined(_)
        | Event::Retracted(_)
        | Event::Erased(_)
        | Event::OrganisationFounded(_)
        | Event::MediatorEnrolled(_)
        | Event::ConsultationAnswered(_)
        | Event::WorkOrderDispatched(_)
        | Event::WorkOrderResolved(_)
        | Event::ActivityHeld(_)
        | Event::CooperationSigned(_)
        | Event::OrganisationCorrected(_)
        | Event::MediatorCorrected(_)
        | Event::TeamFormed(_)
        | Event::TeamCorrected(_)
        | Event::MicroGridDrawn(_)
        | Event::MicroGridCorrected(_)
        | Event::ActivityCorrected(_)
        | Event::CooperationProposed(_)
        | Event::CooperationRenewed(_)
        | Event::CooperationCorrected(_)
        | Event::Unknown { .. }
        | Event::Unreadable { .. } => return None,
    })
}
