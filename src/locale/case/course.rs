//! The way of a case as the steps bar shows it: eight steps where it comes to an agreement, fewer
//! where it ends otherwise. Which step of those allowed comes first, and which stand beside it.

use super::super::{Language, timeline as line};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Stage, Step};

crate::messages! {
    registered = "登记", "Registered";
    accepted = "受理", "Accepted";
    assigned = "指派", "Assigned";
    in_mediation = "调解中", "In mediation";
    suspended = "中止", "Suspended";
    agreed = "达成协议", "Agreement";
    performance = "履行", "Performance";
    visit = "回访", "Follow-up visit";
    closed = "结案", "Closed";
    archived = "归档", "Archived";
}

/// The labels of the bar, and where the case stands on it: the number of labels when all is done.
#[must_use]
pub fn way(language: Language, case: &Case) -> (Vec<&'static str>, usize) {
    let l = language;
    let ended = match case.outcome.get() {
        Some(Outcome::Declined { .. }) => {
            let labels = vec![registered(l), line::declined(l), closed(l), archived(l)];
            return (labels, ended_at(case, 1));
        }
        Some(Outcome::Failed { .. }) => Some(line::failed(l)),
        Some(Outcome::Withdrawn { by, .. }) => Some(line::withdrawn(l, by)),
        Some(Outcome::Agreed(_)) | None => None,
    };
    // Taken up again, it is on the long way once more.
    let open = case.stage.as_ref().is_some_and(Stage::is_open);
    let start = [registered(l), accepted(l), assigned(l)];
    let mediating = if case.stage == Some(Stage::Suspended) {
        suspended(l)
    } else {
        in_mediation(l)
    };
    match ended.filter(|_| !open) {
        Some(word) => {
            let mut labels = start.to_vec();
            labels.extend([word, closed(l), archived(l)]);
            (labels, ended_at(case, 3))
        }
        None => {
            let mut labels = start.to_vec();
            labels.extend([mediating, agreed(l), performance(l), visit(l), archived(l)]);
            (labels, agreed_at(case))
        }
    }
}

fn ended_at(case: &Case, end: usize) -> usize {
    match case.stage {
        Some(Stage::Closed) => end + 1,
        Some(Stage::Archived) => end + 3,
        _ => end,
    }
}

fn agreed_at(case: &Case) -> usize {
    let visited = !case.followed_up.is_empty();
    match &case.stage {
        None | Some(Stage::Registered) => 0,
        Some(Stage::Accepted) => 1,
        Some(Stage::Assigned) => 2,
        Some(Stage::InMediation | Stage::Suspended | Stage::Unknown(_)) => 3,
        Some(Stage::Agreed) if case.performed.is_empty() => 4,
        Some(Stage::Agreed | Stage::NotPerformed) => 5,
        Some(Stage::Performed | Stage::Closed) if visited => 7,
        Some(Stage::Performed) => 5,
        Some(Stage::Archived) => 8,
        Some(_) => 6,
    }
}

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
        Some(Stage::Performed) if !case.followed_up.is_empty() && next.contains(&Step::Close) => {
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
    if beside.len() > BESIDE {
        let over = beside.split_off(BESIDE);
        rest.splice(0..0, over);
    }
    Choices { main, beside, rest }
}

/// What may well come next, unlike what one must look for: taking up again, extending, joining.
fn is_likely(step: Step) -> bool {
    matches!(
        step,
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
            | Step::Close
            | Step::Archive
    )
}
