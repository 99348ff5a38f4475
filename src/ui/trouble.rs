//! A trouble in words, for where no field is nearer. (`locale` may not know the engine.)

use crate::{
    engine::{ledger, protocol::Trouble},
    exchange::bundle::{BadFile, BadFileProblem, FaultName},
    locale::{Language, network, trouble as say},
    record::World,
};

/// What went wrong and what to do.
#[must_use]
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    match trouble {
        Trouble::BadFile(bad) => bad_file(language, bad),
        Trouble::BadLedger(code) => bad_ledger(language, code).into(),
        Trouble::Full => say::full(language).into(),
        Trouble::FileGone => say::file_gone(language).into(),
        Trouble::Store(_) => say::store(language).into(),
        Trouble::PurposeTells => say::purpose_tells(language).into(),
        Trouble::Busy => say::busy(language).into(),
        Trouble::ReadAgain => say::read_again(language).into(),
        Trouble::ErasuresNotAgreed => say::erasures_not_agreed(language).into(),
        Trouble::NoDesk => say::no_desk(language).into(),
        Trouble::Network(refusal) => network::entered::not_entered(language, *refusal),
        Trouble::WrittenSince => say::written_since(language).into(),
        Trouble::NotEmpty => say::not_empty(language).into(),
        Trouble::EngineStopped => say::engine_stopped(language).into(),
        Trouble::Cleared => say::cleared(language).into(),
        Trouble::NotFetched => say::not_fetched(language).into(),
        Trouble::Cancelled => say::cancelled(language).into(),
    }
}

fn bad_ledger(language: Language, code: &str) -> &'static str {
    match code {
        ledger::WORKBOOK => say::bad_ledger_workbook(language),
        ledger::NO_HEADER => say::bad_ledger_header(language),
        ledger::NO_ROWS => say::bad_ledger_empty(language),
        ledger::TOO_LARGE => say::bad_ledger_large(language),
        _ => say::bad_ledger(language),
    }
}

/// What is wrong with a file, where, and what to do about it.
#[must_use]
pub fn bad_file(language: Language, bad: &BadFile) -> String {
    match &bad.problem {
        BadFileProblem::Empty => say::file_empty(language).into(),
        BadFileProblem::Packed => say::file_packed(language).into(),
        BadFileProblem::PackingDamaged => say::file_packing_damaged(language).into(),
        BadFileProblem::NotJson => say::file_not_json(language).into(),
        BadFileProblem::NotABundle => say::file_not_bundle(language).into(),
        BadFileProblem::Newer(version) => say::file_newer(language, *version),
        BadFileProblem::CutOff if bad.line == 0 => say::file_cut_off_end(language).into(),
        BadFileProblem::CutOff => say::file_cut_off(language, bad.line),
        BadFileProblem::Line(fault) => line(language, bad, fault),
        BadFileProblem::OtherWorld { here, there } => {
            say::file_other_world(language, world(language, there), world(language, here))
        }
        BadFileProblem::CountDiffers => say::file_count_differs(language).into(),
        BadFileProblem::DigestDiffers | BadFileProblem::SignatureDiffers => {
            say::file_digest_differs(language).into()
        }
        BadFileProblem::NotRedacted => say::file_not_redacted(language, bad.line),
        BadFileProblem::NotABackup => say::file_not_backup(language).into(),
    }
}

fn line(language: Language, bad: &BadFile, fault: &FaultName) -> String {
    let (line, at) = (bad.line, bad.at.saturating_add(1));
    match fault {
        FaultName::CutOff => say::file_cut_off(language, line),
        FaultName::NotCanonical => say::file_rewritten(language, line, at),
        FaultName::KeyTwice => say::file_key_twice(language, line, at),
        FaultName::Fraction | FaultName::Number => say::file_number(language, line, at),
        FaultName::TooMany => say::file_too_many(language, line),
        FaultName::TooDeep | FaultName::TooLong => say::file_too_long(language, line),
        FaultName::Missing(field) => say::file_missing(language, line, field),
        FaultName::Malformed(field) => say::file_malformed(language, line, field),
        FaultName::Changed => say::file_changed(language, line),
        FaultName::LeafChanged => say::file_leaf_changed(language, line),
    }
}

fn world(language: Language, world: &World) -> &'static str {
    match world {
        World::Real => say::world_real(language),
        World::Demonstration => say::world_demonstration(language),
        World::Training => say::world_training(language),
        World::Other(_) => say::world_other(language),
    }
}
