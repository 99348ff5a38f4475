//! The course of a case: each stage with each step.

use std::collections::BTreeSet;

use langqiao::domain::case::command::Command;
use langqiao::domain::case::course::{COURSE, Stage, Step};
use langqiao::domain::case::event::TransferAnswer;
use langqiao::domain::case::refusal::Refusal;

use crate::given::*;

/// A column for each step in their order. A letter: where it leads; `=`: it stays; `.`: not allowed.
#[rustfmt::skip]
pub const TABLE: [(Stage, &str); 13] = [
    //                    AcDeAsInHoSuRe AwAoFaWi PeUrNp CoFuClArRo Ex JoRpTrRc Rt
    (Stage::Registered,   "AD.....  ...W ... .... . . ==== ="),
    (Stage::Declined,     ".......  .... ... ..C. . . .... ="),
    (Stage::Accepted,     "..G..S.  ..FW ... .... . . ==== ="),
    (Stage::Assigned,     "..=MMS.  RRFW ... .... . = ==== ="),
    (Stage::InMediation,  "..===S.  RRFW ... .... . = ==== ="),
    (Stage::Suspended,    "......M  ..FW ... .... . . .=.= ="),
    (Stage::Agreed,       ".......  .... P=N ==.. A . .... ="),
    (Stage::Performed,    ".......  .... ... ==C. A . .... ="),
    (Stage::NotPerformed, ".......  .... P.. ==C. A . .... ="),
    (Stage::Failed,       ".......  .... ... .=C. A . .... ="),
    (Stage::Withdrawn,    ".......  .... ... .=C. A . .... ="),
    (Stage::Closed,       ".......  .... ... ==.V A . .... ="),
    (Stage::Archived,     ".......  .... ... ==.. A . .... ."),
];

#[test]
fn every_step_has_a_column_and_is_allowed_somewhere() {
    let allowed: BTreeSet<Step> = COURSE
        .iter()
        .flat_map(|(_, steps)| *steps)
        .map(|(step, _)| *step)
        .collect();
    assert_eq!(allowed, Step::ALL.iter().copied().collect());
}

/// A case at a stage whose letter is on its way. It was sent while mediation went on.
fn asked(stage: &Stage, letter: Step) -> Given {
    match stage {
        Stage::Suspended => at(&Stage::InMediation).and(letter).and(Step::Suspend),
        stage => at(stage).and(letter),
    }
}

#[test]
fn each_stage_allows_its_steps_and_refuses_the_others() {
    for (stage, row) in &TABLE {
        let columns: Vec<char> = row.chars().filter(|c| *c != ' ').collect();
        assert_eq!(columns.len(), Step::ALL.len(), "{stage:?}");
        for (&step, column) in Step::ALL.iter().zip(columns) {
            let expected = match column {
                '.' => None,
                '=' => Some(stage.clone()),
                'A' => Some(Stage::Accepted),
                'D' => Some(Stage::Declined),
                'G' => Some(Stage::Assigned),
                'M' => Some(Stage::InMediation),
                'S' => Some(Stage::Suspended),
                'R' => Some(Stage::Agreed),
                'F' => Some(Stage::Failed),
                'W' => Some(Stage::Withdrawn),
                'P' => Some(Stage::Performed),
                'N' => Some(Stage::NotPerformed),
                'C' => Some(Stage::Closed),
                _ => Some(Stage::Archived),
            };
            let listed = COURSE
                .iter()
                .any(|(s, steps)| s == stage && steps.iter().any(|(t, _)| *t == step));
            assert_eq!(listed, expected.is_some(), "{stage:?} {step:?}");
            // Nobody reports what was never urged, nor answers a letter that was never sent.
            let given = match (&expected, step) {
                (Some(_), Step::ReportNotPerformed) => at(stage).and(Step::Urge),
                (Some(_), Step::Reply) => asked(stage, Step::Join),
                (Some(_), Step::Receive) => asked(stage, Step::Transfer),
                _ => at(stage),
            };
            // A receipt that passes the case on has it assigned anew (`letters`); what is sent back stays where it was.
            let when = match (&expected, step) {
                (Some(_), Step::Receive) => {
                    let transfer = given.case().transfers[0].entry;
                    given.when(Command::Receive {
                        day: today(),
                        transfer,
                        answer: TransferAnswer::Returned,
                        remarks: String::new(),
                    })
                }
                _ => given.when(step),
            };
            match expected {
                Some(expected) => drop(
                    when.then(|case| assert_eq!(case.stage, Some(expected), "{stage:?} {step:?}")),
                ),
                None => drop(when.refused(Refusal::NotNow {
                    step,
                    stage: stage.clone(),
                })),
            }
        }
    }
}

#[test]
fn resuming_goes_back_to_where_it_was() {
    for stage in [Stage::Accepted, Stage::Assigned, Stage::InMediation] {
        at(&stage)
            .and(Step::Suspend)
            .when(Step::Resume)
            .then(|case| assert_eq!(case.stage, Some(stage)));
    }
}
