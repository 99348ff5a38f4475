//! Which of the steps that a case allows are offered first: what a mediator most likely does next.

use super::course::{Stage, Step};
use super::state::Case;

/// The steps of a page: one that stands out, a few beside it, and the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub main: Option<Step>,
    pub beside: Vec<Step>,
    pub rest: Vec<Step>,
}

/// How many stand beside the main one.
const BESIDE: usize = 3;

/// Sorts the steps that the stage allows. The table of the course has the likeliest first; where a
/// visit was made already, closing is likelier, and an archived case waits for nothing.
#[must_use]
pub fn choices(case: &Case, next: &[Step]) -> Choices {
    let main = match &case.stage {
        Some(Stage::Archived) => None,
        Some(Stage::Performed) if case.is_visited() && next.contains(&Step::Close) => {
            Some(Step::Close)
        }
        _ => next.first().copied(),
    };
    let others: Vec<Step> = next
        .iter()
        .copied()
        .filter(|step| Some(*step) != main)
        .collect();
    let (beside, rest): (Vec<Step>, Vec<Step>) =
        others.into_iter().partition(|step| is_likely(*step));
    let mut beside = beside;
    let mut rest = rest;
    // What came from another office lies on the table.
    beside.sort_by_key(|step| !matches!(step, Step::Reply | Step::Receive));
    if beside.len() > BESIDE {
        let over = beside.split_off(BESIDE);
        rest.splice(0..0, over);
    }
    Choices { main, beside, rest }
}

/// What may well come next, unlike what one must look for.
fn is_likely(step: Step) -> bool {
    match step {
        Step::Accept
        | Step::Decline
        | Step::Assign
        | Step::HoldSession
        | Step::Inquire
        | Step::AgreeInWriting
        | Step::AgreeOrally
        | Step::Fail
        | Step::Resume
        | Step::Perform
        | Step::Urge
        | Step::ReportNotPerformed
        | Step::FollowUp
        | Step::Reply
        | Step::Receive
        | Step::Close
        | Step::Archive => true,
        Step::Suspend
        | Step::Withdraw
        | Step::Confirm
        | Step::Reopen
        | Step::Extend
        | Step::Join
        | Step::Transfer
        | Step::Rate => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::course::{COURSE, steps};

    #[test]
    fn every_stage_has_one_step_that_stands_out_and_none_is_lost() {
        for (stage, steps) in COURSE {
            let case = Case {
                stage: Some(stage.clone()),
                ..Case::default()
            };
            let next: Vec<Step> = steps.iter().map(|(step, _)| *step).collect();
            let choices = choices(&case, &next);
            assert_eq!(
                choices.main.is_none(),
                *stage == Stage::Archived,
                "{stage:?}"
            );
            assert!(choices.beside.len() <= 3);
            let mut all: Vec<Step> = choices
                .main
                .into_iter()
                .chain(choices.beside)
                .chain(choices.rest)
                .collect();
            let mut expected = next;
            all.sort();
            expected.sort();
            assert_eq!(all, expected, "{stage:?}");
        }
    }

    /// What has no room beside the main step comes before what one must look for.
    #[test]
    fn what_is_likely_and_has_no_room_stands_first_among_the_rest() {
        let case = Case {
            stage: Some(Stage::Assigned),
            ..Case::default()
        };
        let choices = choices(&case, &case.next_steps());
        assert_eq!(
            choices.rest,
            [
                Step::Fail,
                Step::Assign,
                Step::Withdraw,
                Step::Suspend,
                Step::Extend,
                Step::Join,
                Step::Transfer,
                Step::Rate
            ]
        );
    }

    #[test]
    fn the_answer_of_another_office_comes_before_what_is_likely_anyhow() {
        let case = Case {
            stage: Some(Stage::Assigned),
            ..Case::default()
        };
        // As while a receipt is waited for.
        let next: Vec<Step> = steps(&Stage::Assigned)
            .iter()
            .map(|(step, _)| *step)
            .filter(|step| *step != Step::Reply)
            .collect();
        let choices = choices(&case, &next);
        assert_eq!(choices.main, Some(Step::HoldSession));
        assert_eq!(choices.beside.first(), Some(&Step::Receive));
    }
}
