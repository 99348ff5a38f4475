//! Which papers belong in a case's file as it stands, and how each stands.

use crate::domain::case::Case;
use crate::domain::case::state::Outcome;
use crate::law::forms::{Form, FormNeed};

use super::{MADE, is_ready};

/// How a paper of the file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperState {
    /// Can be printed here.
    Ready,
    /// Comes of a step that is still to be taken.
    Waits,
    /// Written by hand for now.
    ByHand,
}

/// The papers of the file, in its order.
#[must_use]
pub fn file(case: &Case) -> Vec<(Form, PaperState)> {
    // Nothing is held in a case that was not taken in, so it has no record of mediation to wait for.
    let declined = matches!(case.outcome.get(), Some(Outcome::Declined { .. }));
    let belongs = |form: &&Form| match form.need() {
        _ if declined && **form == Form::MediationRecord => false,
        FormNeed::Must | FormNeed::ApplicationOrRegister => true,
        FormNeed::IfWritten => case.outcome.get().is_none() || is_agreed(case, true),
        FormNeed::IfOral => is_agreed(case, false),
        FormNeed::AsNeeded => came_up(form, case),
    };
    let state = |form: &Form| {
        if is_ready(form, case) {
            PaperState::Ready
        } else if waits(form, case) {
            PaperState::Waits
        } else {
            PaperState::ByHand
        }
    };
    Form::ALL
        .iter()
        .filter(belongs)
        .map(|form| (form.clone(), state(form)))
        .collect()
}

fn is_agreed(case: &Case, written: bool) -> bool {
    matches!(case.outcome.get(), Some(Outcome::Agreed(agreement)) if agreement.written == written)
}

fn came_up(form: &Form, case: &Case) -> bool {
    match form {
        Form::InquiryRecord => case.meetings.iter().any(|meeting| !meeting.session),
        Form::ProofOfPerformance => !case.performed.is_empty() || case.earlier.in_part,
        Form::FollowUpRecord => {
            !(case.followed_up.is_empty() && case.earlier.followed_up.is_empty())
        }
        Form::ConfirmationApplication | Form::ConfirmationRuling => {
            case.confirmation.is_some() || !case.earlier.confirmations.is_empty()
        }
        Form::NoticeOfDecline => matches!(case.outcome.get(), Some(Outcome::Declined { .. })),
        Form::NoticeOfEnding => matches!(case.outcome.get(), Some(Outcome::Failed { .. })),
        Form::JointInvitation | Form::JointReply => !case.joined.is_empty(),
        Form::JointRecord | Form::JointOutcome => case.joint().next().is_some(),
        Form::TransferLetter | Form::TransferReceipt => !case.transfers.is_empty(),
        // In every file, or nothing that the record tells of.
        Form::Cover
        | Form::Contents
        | Form::Application
        | Form::AcceptanceRegister
        | Form::RightsNotice
        | Form::Identity
        | Form::PowerOfAttorney
        | Form::Evidence
        | Form::MediationRecord
        | Form::Agreement
        | Form::OralAgreementRegister
        | Form::NoteOnFile
        | Form::BackCover
        | Form::Unknown(_) => false,
    }
}

fn waits(form: &Form, case: &Case) -> bool {
    match form {
        Form::MediationRecord => !case.meetings.iter().any(|meeting| meeting.session),
        Form::Cover | Form::Contents | Form::BackCover => case.closed.is_none(),
        form => MADE.contains(form),
    }
}
