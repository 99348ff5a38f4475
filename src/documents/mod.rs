//! The official forms. Each is built purely from a case and a few names into one model, which the page
//! lays out on A4 (and a text processor's file will be made of).
//!
//! Invariant: what people wrote reads back word for word; nothing is invented, and what was left out of
//! this copy says so. Knows the words of `locale`; knows nothing of pages, printers or the engine.

mod acceptance;
mod agreement;
mod file;
mod joint_record;
mod letters;
mod model;
mod oral;
mod party;
#[cfg(test)]
mod tests;
mod transfer;

use crate::domain::case::Case;
use crate::domain::case::state::{Agreement, Wording};
use crate::law::forms::Form;
use crate::locale::Language;

pub use file::{PaperState, file};
pub use model::{Block, Cell, CellKind, Document, GRID, Pair, Room, Signature};

/// Names that a case alone doesn't hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperNames {
    /// The organisation that handles the case.
    pub committee: Option<String>,
    /// The one that registered it, wherever it was handed on since.
    pub taken_in_by: Option<String>,
    /// The mediators, the one who leads first; those whose names are left out are none.
    pub mediators: Vec<Option<String>>,
    /// Who took the case in.
    pub registrar: Option<String>,
    /// The township or street.
    pub town: Option<String>,
    /// With whom it is mediated jointly.
    pub joint: JointNames,
    /// What was said where both offices sat together.
    pub session: SessionWords,
    /// Of the last transfer.
    pub transfer: TransferNames,
}

/// What the leaves of a session say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionWords {
    pub place: Wording,
    pub record: Wording,
    pub result: Wording,
}

/// Names and words of a transfer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TransferNames {
    pub from: Option<String>,
    pub to: Option<String>,
    pub reason: Option<String>,
}

/// Names of joint mediation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JointNames {
    /// Who asked.
    pub from: Option<String>,
    /// The other office.
    pub organisation: Option<String>,
    /// The agreement under which both work together.
    pub agreement: Option<String>,
}

/// The forms that are made here, in the file's order.
pub const MADE: &[Form] = &[
    Form::AcceptanceRegister,
    Form::Agreement,
    Form::OralAgreementRegister,
    Form::JointInvitation,
    Form::JointReply,
    Form::JointRecord,
    Form::JointOutcome,
    Form::TransferLetter,
    Form::TransferReceipt,
];

/// A form of a case; none where the case has nothing for it yet, or it is not made here.
#[must_use]
pub fn document(
    form: &Form,
    case: &Case,
    names: &PaperNames,
    language: Language,
) -> Option<Document> {
    match form {
        Form::AcceptanceRegister => acceptance::register(case, names, language),
        Form::Agreement => agreement::written(case, names, language),
        Form::OralAgreementRegister => oral::register(case, names, language),
        Form::JointInvitation => letters::invitation(case, names, language),
        Form::JointReply => letters::reply(case, names, language),
        Form::JointRecord => joint_record::record(case, names, language),
        Form::JointOutcome => letters::outcome(case, names, language),
        Form::TransferLetter => transfer::transfer_letter(case, names, language),
        Form::TransferReceipt => transfer::receipt(case, names, language),
        _ => None,
    }
}

/// A written agreement that nobody has signed yet, as it goes to the table: the same paper that it will be.
#[must_use]
pub fn to_be_signed(
    case: &Case,
    agreement: &Agreement,
    names: &PaperNames,
    language: Language,
) -> Document {
    agreement::paper(case, agreement, names, language)
}

/// Whether a form can be made of the case now.
#[must_use]
pub fn is_ready(form: &Form, case: &Case) -> bool {
    document(form, case, &PaperNames::default(), Language::Chinese).is_some()
}
