//! What only a case that came from a ledger may leave open.

use langqiao::domain::case::command::{Command, LedgerConclusion, LedgerEnding, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{ChosenBy, Told, WithdrawnBy};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::law::dispute::Source;

use crate::given::{Given, Next, at, given, today};
use crate::story;

fn registered_from_ledger() -> Given {
    let mut intake = story::intake(today());
    intake.ledger = Some(("台账.csv".into(), 4));
    given([Next::from(Command::Register(intake))])
}

#[test]
fn only_a_case_of_a_ledger_ends_without_signatures() {
    let from_ledger = || registered_from_ledger().and(Step::Accept).and(Step::Assign);
    for ending in [
        LedgerEnding::Written,
        LedgerEnding::Oral,
        LedgerEnding::Failed,
        LedgerEnding::Withdrawn,
    ] {
        let end = || {
            Command::EnterConclusion(LedgerConclusion {
                day: today(),
                ending,
                clauses: vec![story::clause("付清", None)],
                reason: String::new(),
            })
        };
        at(&Stage::Assigned)
            .when(end())
            .refused(Refusal::NotThere(Slot::Registered));
        from_ledger()
            .when(end())
            .then(|case| assert_eq!(case.conclusions.len(), 1));
    }
}

#[test]
fn at_a_desk_one_says_how_the_parties_were_told_who_chose_and_who_withdrew() {
    let accept = || Command::Accept {
        day: today(),
        told: Told::NotRecorded,
    };
    let assign = || Command::Assign {
        day: today(),
        mediators: vec![StreamId::new(StreamKind::MEDIATOR, [7; 16])],
        chosen_by: ChosenBy::NotRecorded,
    };
    let withdraw = Command::Withdraw {
        day: today(),
        by: WithdrawnBy::NotRecorded,
        reason: String::new(),
    };
    at(&Stage::Registered)
        .when(accept())
        .refused(Refusal::Empty(Slot::Telling));
    at(&Stage::Accepted)
        .when(assign())
        .refused(Refusal::Empty(Slot::Mediators));
    at(&Stage::Assigned)
        .when(withdraw)
        .refused(Refusal::Empty(Slot::Party));
    registered_from_ledger()
        .and(accept())
        .when(assign())
        .then(|case| assert_eq!(case.stage, Some(Stage::Assigned)));
}

#[test]
fn at_a_desk_one_says_where_the_case_came_from() {
    let intake = |ledger| {
        let mut intake = story::intake(today());
        intake.source = Source::NotRecorded;
        intake.ledger = ledger;
        Command::Register(intake)
    };
    let correct = || Command::Correct {
        field: NewValue::Source(Source::NotRecorded),
        reason: String::new(),
    };
    given([])
        .when(intake(None))
        .refused(Refusal::Empty(Slot::Source));
    at(&Stage::Registered)
        .when(correct())
        .refused(Refusal::Empty(Slot::Source));
    given([])
        .when(intake(Some(("台账.csv".into(), 4))))
        .then(|case| assert_eq!(case.source.get(), Some(&Source::NotRecorded)));
}
