//! The way of a case as the steps bar shows it: eight steps where it comes to an agreement, fewer
//! where it ends otherwise.

use super::super::{Language, timeline as line};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Stage};

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
    let visited = case.is_visited();
    match &case.stage {
        None | Some(Stage::Registered) => 0,
        Some(Stage::Accepted) => 1,
        Some(Stage::Assigned) => 2,
        Some(Stage::InMediation | Stage::Suspended | Stage::Unknown(_)) => 3,
        // What was signed is done: it is being performed, or waits to be.
        Some(Stage::Agreed | Stage::NotPerformed) => 5,
        Some(Stage::Performed | Stage::Closed) if visited => 7,
        Some(Stage::Performed) => 5,
        Some(Stage::Archived) => 8,
        Some(_) => 6,
    }
}
