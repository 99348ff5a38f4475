//! What a row says that its case has no field for: written as notes, in the record's language.

use crate::domain::case::Command;
use crate::domain::case::event::NoteForm;
use crate::domain::leaf::topic;
use crate::exchange::ledger::{Form, Outcome, Row};
use crate::law::money::Fen;
use crate::record::Chronicle;

/// What the note of a row's remarks begins with.
pub(super) const REMARKS: &str = "台账备注：";
/// What the note of a row goes on with that its result doesn't fit.
const BESIDE: &str = "台账另记：";
/// What the note begins with of words that say more than what was read from them.
const AS_TYPED: &str = "台账原文：";

/// The row's remarks as a note of the case.
pub(super) fn remarks(row: &Row) -> Option<Command> {
    noted(row).map(|text| note(row, format!("{REMARKS}{text}")))
}

/// The row's own words as a note of the case, where a code or a number says less, but for those that it has. A note
/// apart: the remarks of two ledgers are compared, and those of a ledger that was taken in before these words were kept
/// have none of them.
pub(super) fn as_typed(row: &Row, chronicle: &Chronicle) -> Option<Command> {
    let notes: Vec<&str> = chronicle
        .live()
        .filter_map(|fact| fact.narrative(topic::RECORD))
        .filter(|text| text.starts_with(AS_TYPED))
        .collect();
    let is_new = |words: &&String| !notes.iter().any(|text| text.contains(words.as_str()));
    let words: Vec<&str> = row
        .as_typed
        .iter()
        .filter(is_new)
        .map(String::as_str)
        .collect();
    (!words.is_empty()).then(|| note(row, format!("{AS_TYPED}{}", words.join("；"))))
}

fn note(row: &Row, text: String) -> Command {
    Command::Note {
        day: row.registered,
        form: NoteForm::Note,
        text,
        confidential_to: None,
    }
}

/// What the note says: the remarks, and what else stands in the row that its result has no place for.
pub(super) fn noted(row: &Row) -> Option<String> {
    let typed = row.remarks.as_deref().map(str::trim);
    let typed = typed.filter(|text| !text.is_empty()).map(str::to_owned);
    let beside = beside(row);
    let beside = (!beside.is_empty()).then(|| format!("{BESIDE}{}", beside.join("、")));
    let parts: Vec<String> = typed.into_iter().chain(beside).collect();
    (!parts.is_empty()).then(|| parts.join("；"))
}

/// What a row says that its result doesn't fit, in the record's language: an agreement where it says that there is
/// none, a closing day where it says that the case is open.
pub(super) fn beside(row: &Row) -> Vec<String> {
    if row.outcome == Outcome::Success {
        return Vec::new();
    }
    let form = row.form.as_ref().map(|form| match form {
        Form::Written => "书面协议".to_owned(),
        Form::Oral => "口头协议".to_owned(),
        Form::Unknown(code) => code.to_string(),
    });
    let sum = row.amount.map(|Fen(fen)| match fen % 100 {
        0 => format!("协议金额{}元", fen / 100),
        rest => format!("协议金额{}.{rest:02}元", fen / 100),
    });
    let open = row.outcome == Outcome::Open;
    let day = row.concluded.filter(|_| open).map(|day| day.to_string());
    let confirmed = row.confirmed.then(|| "司法确认".to_owned());
    [
        form,
        sum,
        day.map(|day| format!("结案日期{day}")),
        confirmed,
    ]
    .into_iter()
    .flatten()
    .collect()
}
