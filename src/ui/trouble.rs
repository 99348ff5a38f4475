//! A trouble in words, for where no field is nearer. (`locale` may not know the engine.)

use crate::{
    engine::protocol::Trouble,
    exchange::bundle::{BadFile, BadFileProblem, FaultName},
    locale::{Language, refusal::refusal, trouble as say},
};

/// What went wrong and what to do.
#[must_use]
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Refused(why) => refusal(language, why),
        Trouble::BadFile(bad) => bad_file(language, bad),
        Trouble::BadLedger(_) => say::bad_ledger(language).into(),
        Trouble::Full => say::full(language).into(),
        Trouble::Store(_) => say::store(language).into(),
        Trouble::ErasuresNotAgreed => say::erasures_not_agreed(language).into(),
        Trouble::NoDesk => say::no_desk(language).into(),
        Trouble::NotEmpty => say::not_empty(language).into(),
        Trouble::EngineStopped => say::engine_stopped(language).into(),
        Trouble::Cancelled => say::cancelled(language).into(),
    }
}

fn bad_file(language: Language, bad: &BadFile) -> String {
    match &bad.problem {
        BadFileProblem::Empty => say::file_empty(language).into(),
        BadFileProblem::NotJson | BadFileProblem::NotABundle => say::file_not_json(language).into(),
        BadFileProblem::Newer(version) => say::file_newer(language, *version),
        BadFileProblem::CutOff | BadFileProblem::Line(FaultName::CutOff) => {
            say::file_cut_off(language, bad.line)
        }
        BadFileProblem::Line(_) => say::file_changed(language, bad.line),
        BadFileProblem::OtherWorld { .. } => say::file_other_world(language).into(),
        BadFileProblem::CountDiffers | BadFileProblem::DigestDiffers => {
            say::file_differs(language).into()
        }
        BadFileProblem::SignatureDiffers => say::file_differs(language).into(),
        BadFileProblem::NotABackup => say::file_not_backup(language).into(),
    }
}
