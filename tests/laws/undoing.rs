//! What can be taken back: the last step, a whole case, and nothing that another stands on.

use langqiao::domain::case::command::Command;
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{NoteForm, Noted};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::catalogue::{Event, RetractionReason};
use langqiao::domain::id::EntryId;
use langqiao::views::row::CaseRow;

use crate::course::TABLE;
use crate::given::{Given, at, today};
use crate::writing::{Seed, case_stream};

fn undo(entry: Option<EntryId>) -> Command {
    Command::Retract {
        entry: entry.unwrap(),
        reason: RetractionReason::Undone,
    }
}

pub fn void(given: Given) -> Given {
    let registration = given.case().registration.unwrap();
    given.and(Command::Void {
        registration,
        reason: RetractionReason::EnteredTwice,
    })
}

#[test]
fn a_voided_case_counts_nowhere_and_can_come_back() {
    for (stage, _) in &TABLE {
        let given = void(at(stage));
        let case = given.case();
        assert!(
            !case.counts() && case.anomalies.is_empty(),
            "{stage:?} {:?}",
            case.anomalies
        );
        assert_eq!(CaseRow::of(&case_stream(0), &case), None);
        let chronicle = given.0.desks[0].record.chronicle(&case_stream(0));
        let (row, _) = CaseRow::of_voided(&case_stream(0), &chronicle).unwrap();
        assert!(row.due().is_none() && !row.grave && !row.overdue(today()) && row.number.is_some());
        assert_eq!((case.questions(), case.due(today())), (0, None));
        given
            .when(undo(case.last))
            .then(|case| assert_eq!(case.stage.as_ref(), Some(stage)));
    }
}

#[test]
fn only_its_registration_voids_a_case() {
    let given = at(&Stage::Accepted);
    let accepted = given.case().last.unwrap();
    let other = |entry| Command::Void {
        registration: entry,
        reason: RetractionReason::Trial,
    };
    let given = given
        .when(other(accepted))
        .refused(Refusal::NotThere(Slot::Registered));
    given
        .when(other(EntryId([0; 20])))
        .refused(Refusal::NotThere(Slot::Registered));
}

#[test]
fn an_undone_step_was_never_taken() {
    let given = at(&Stage::Accepted).and(Step::Assign);
    let last = given.case().last;
    given.when(undo(last)).then(|case| {
        assert_eq!(case.stage, Some(Stage::Accepted));
        assert_eq!(case.mediators.get(), None);
    });
}

#[test]
fn what_another_step_stands_on_stays_until_that_is_undone() {
    let given = at(&Stage::Accepted);
    let accepted = given.case().last;
    let given = given.and(Step::Assign);
    let assigned = given.case().last;
    let given = given.when(undo(accepted)).refused(Refusal::GoneOn);
    let given = given.and(undo(assigned));
    // Neither the retraction nor what it took back is in the way of the step before.
    let given = given.and(undo(accepted));
    assert_eq!(given.case().stage, Some(Stage::Registered));
    given.when(undo(assigned)).refused(Refusal::GoneOn);
}

#[test]
fn an_undo_can_itself_be_undone() {
    let given = at(&Stage::Accepted);
    let accepted = given.case().last;
    let given = given.and(undo(accepted));
    let undone = given.case().last;
    given
        .when(undo(undone))
        .then(|case| assert_eq!(case.stage, Some(Stage::Accepted)));
}

#[test]
fn what_no_entry_of_the_case_is_cannot_be_undone() {
    at(&Stage::Accepted)
        .when(undo(Some(EntryId([9; 20]))))
        .refused(Refusal::GoneOn);
}

#[test]
fn a_voided_case_comes_back_whatever_another_desk_wrote_in_it_meanwhile() {
    let mut given = at(&Stage::Accepted);
    let before = given.0.desks[0].record.chronicle(&case_stream(0));
    given = void(given);
    let voiding = given.case().last;
    let (mut heads, seed) = (before.heads, Seed::of(5));
    for n in 1..=2 {
        let note = Event::CaseNoted(Noted {
            day: today(),
            form: NoteForm::Note,
        });
        let stream = case_stream(0);
        let noted = given
            .0
            .append_after(0, stream, &heads, before.n + n, &note, &[], &seed);
        heads = vec![noted];
    }
    assert_ne!(given.case().last, voiding);
    given
        .when(undo(voiding))
        .then(|case| assert_eq!(case.stage, Some(Stage::Accepted)));
}
