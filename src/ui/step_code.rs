//! The word of a step in a page's address, `#/case/…/session`, in one place, both ways.
//!
//! Beside the steps of the course there are a note, a correction (`correct.facts`,
//! `correct.party.<label>`, `correct.step_day.<entry>`), a retraction (`retract.<entry>`) and voiding the whole case.

use crate::domain::case::{CaseField, Step};
use crate::domain::id::{EntryId, Label};

/// What a page at `#/case/…/<step>` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Step(Step),
    Note,
    Correct(CaseField),
    Retract(EntryId),
    Void,
}

/// The word of a step.
#[must_use]
pub fn step_code(step: Step) -> &'static str {
    match step {
        Step::Accept => "accept",
        Step::Decline => "decline",
        Step::Assign => "assign",
        Step::Inquire => "inquire",
        Step::HoldSession => "session",
        Step::Suspend => "suspend",
        Step::Resume => "resume",
        Step::AgreeInWriting => "agreement",
        Step::AgreeOrally => "oral",
        Step::Fail => "fail",
        Step::Withdraw => "withdraw",
        Step::Perform => "perform",
        Step::Urge => "urge",
        Step::ReportNotPerformed => "not_performed",
        Step::Confirm => "confirm",
        Step::FollowUp => "follow_up",
        Step::Close => "close",
        Step::Archive => "archive",
        Step::Reopen => "reopen",
        Step::Extend => "extend",
        Step::Join => "join",
        Step::Reply => "reply",
        Step::Transfer => "transfer",
        Step::Receive => "receipt",
        Step::Rate => "risk",
    }
}

/// The step with this word.
#[must_use]
pub fn step_of(code: &str) -> Option<Step> {
    let mut all = Step::ALL.iter().copied();
    all.find(|step| step_code(*step) == code)
}

impl Doing {
    /// The last part of the address.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Step(step) => step_code(step).into(),
            Self::Note => "note".into(),
            Self::Correct(CaseField::Party(label)) => format!("correct.party.{label}"),
            Self::Correct(CaseField::StepDay(entry)) => format!("correct.step_day.{entry}"),
            Self::Correct(field) => format!("correct.{}", field.name()),
            Self::Retract(entry) => format!("retract.{entry}"),
            Self::Void => "void".into(),
        }
    }

    /// What the last part of an address means.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "note" => return Some(Self::Note),
            "void" => return Some(Self::Void),
            _ => {}
        }
        if let Some(label) = code.strip_prefix("correct.party.") {
            let label = Label::parse(label).ok()?;
            return Some(Self::Correct(CaseField::Party(label)));
        }
        if let Some(entry) = code.strip_prefix("correct.step_day.") {
            let entry = EntryId::parse(entry).ok()?;
            return Some(Self::Correct(CaseField::StepDay(entry)));
        }
        if let Some(word) = code.strip_prefix("correct.") {
            return CaseField::single(word).map(Self::Correct);
        }
        if let Some(entry) = code.strip_prefix("retract.") {
            return EntryId::parse(entry).ok().map(Self::Retract);
        }
        step_of(code).map(Self::Step)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::case::course::COURSE;
    use crate::ui::route::Route;

    const CASE: &str = "kX2-abcdefghijklmnop_9";

    #[test]
    fn every_step_of_the_course_has_a_word_of_its_own() {
        let words: BTreeSet<&str> = Step::ALL.iter().map(|step| step_code(*step)).collect();
        assert_eq!(words.len(), Step::ALL.len());
        for (_, steps) in COURSE {
            for (step, _) in *steps {
                assert_eq!(step_of(step_code(*step)), Some(*step));
            }
        }
    }

    #[test]
    fn everything_one_does_stands_in_an_address_and_comes_back() {
        let mut all = vec![
            Doing::Note,
            Doing::Void,
            Doing::Retract(EntryId([9; 20])),
            Doing::Correct(CaseField::Party(Label([7; 8]))),
            Doing::Correct(CaseField::StepDay(EntryId([9; 20]))),
        ];
        all.extend(Step::ALL.iter().map(|step| Doing::Step(*step)));
        all.extend(CaseField::SINGLE.map(Doing::Correct));
        for doing in all {
            let route = Route::CaseStep {
                case: CASE.into(),
                step: doing.code(),
            };
            assert_eq!(Route::parse(&route.href()), route, "{doing:?}");
            assert_eq!(Doing::parse(&doing.code()), Some(doing));
        }
        assert_eq!(Doing::parse("correct."), None);
        assert_eq!(Doing::parse("retract.x"), None);
        assert_eq!(Doing::parse("dance"), None);
    }
}
