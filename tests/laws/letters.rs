//! What goes between offices: an invitation and its reply [R 27], a transfer and its receipt.

use langqiao::domain::case::Case;
use langqiao::domain::case::command::{Command, NewValue};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::event::{JoinAnswer, TransferAnswer};
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::case::state::Anomaly;
use langqiao::domain::catalogue::RetractionReason;
use langqiao::views::row::CaseRow;

use crate::given::{Given, at, today};
use crate::settling::{case, command, exchange, together};
use crate::story::county;
use crate::writing::{case_stream, day, organisation};

fn invite(agreement: bool) -> Command {
    use langqiao::domain::id::{StreamId, StreamKind};
    Command::Join {
        day: today(),
        county: county(),
        organisation: Some(organisation(4)),
        agreement: agreement.then(|| StreamId::new(StreamKind::COOPERATION, [6; 16])),
        lead: None,
    }
}

fn reply(case: &Case, answer: JoinAnswer) -> Command {
    Command::Reply {
        day: today(),
        invitation: case.joined[0].entry,
        answer,
        remarks: String::new(),
    }
}

fn hand_on(to: u8) -> Command {
    Command::Transfer {
        day: today(),
        county: county(),
        organisation: organisation(to),
        reason: "归街道调委会".into(),
    }
}

fn receipt(case: &Case, answer: TransferAnswer) -> Command {
    Command::Receive {
        day: today(),
        transfer: case.transfers[0].entry,
        answer,
        remarks: String::new(),
    }
}

fn row(given: &Given) -> CaseRow {
    CaseRow::of(&case_stream(0), &given.case()).unwrap()
}

#[test]
fn who_declines_is_asked_and_takes_no_part() {
    let given = at(&Stage::Accepted).and(invite(true));
    assert_eq!(row(&given).joined, [county()]);
    assert!(row(&given).is_under(&[6; 16]));
    let no = reply(&given.case(), JoinAnswer::Declines);
    let given = given
        .when(no)
        .then(|case| assert_eq!(case.joint().count(), 0));
    assert!(row(&given).joined.is_empty());
    assert!(!row(&given).is_under(&[6; 16]));
    // It said so once.
    let again = reply(&given.case(), JoinAnswer::Joins);
    given
        .when(again)
        .refused(Refusal::NothingAwaited(Step::Reply));
}

#[test]
fn who_joins_takes_part_and_nobody_answers_what_was_never_asked() {
    let given = at(&Stage::Accepted).and(invite(false));
    let yes = reply(&given.case(), JoinAnswer::Joins);
    let given = given.when(yes).then(|case| {
        assert_eq!(case.joint().count(), 1);
        assert!(!case.next_steps().contains(&Step::Reply));
    });
    let elsewhere = Command::Reply {
        day: today(),
        invitation: langqiao::domain::id::EntryId([9; 20]),
        answer: JoinAnswer::Joins,
        remarks: String::new(),
    };
    let given = given.and(invite(false));
    given
        .when(elsewhere)
        .refused(Refusal::NotThere(Slot::Joined));
}

/// Responsibility passes only when the receipt is there.
#[test]
fn a_case_is_theirs_with_the_receipt_and_not_before() {
    let given = at(&Stage::InMediation);
    let own = given.case().organisation;
    let given = given.when(hand_on(4)).then(|case| {
        assert_eq!(case.organisation, own);
        assert_eq!(case.stage, Some(Stage::InMediation));
    });
    let waits = row(&given).letters.unwrap();
    assert_eq!(waits.to, [organisation(4).random]);
    // On its way it goes nowhere else, and mediation goes on.
    let given = given.when(hand_on(5)).refused(Refusal::ReceiptAwaited);
    let given = given.and(Step::HoldSession);
    let received = receipt(&given.case(), TransferAnswer::Received);
    let given = given.when(received).then(|case| {
        assert_eq!(case.organisation, Some(organisation(4)));
        assert_eq!((case.taken_in_by, case.transfers[0].from), (own, own));
        // Who mediates is said anew, there.
        assert_eq!(case.mediators.get(), Some(&vec![]));
        assert_eq!(case.stage, Some(Stage::Accepted));
    });
    assert_eq!(row(&given).organisation, organisation(4).random);
    let letters = row(&given).letters.unwrap();
    assert_eq!((letters.to.len(), letters.handed_on.len()), (0, 1));
    assert_eq!(row(&given).taken_in_by, own.unwrap().random);
    given.when(hand_on(4)).refused(Refusal::OwnOffice);
}

#[test]
fn what_is_sent_back_stays_where_it_was_and_may_go_elsewhere() {
    let given = at(&Stage::Accepted).and(hand_on(4));
    let own = given.case().organisation;
    let returned = receipt(&given.case(), TransferAnswer::Returned);
    let given = given
        .when(returned)
        .then(|case| assert_eq!(case.organisation, own));
    assert!(!row(&given).is_handed_on());
    given.and(hand_on(5));
}

fn received_on(given: &Given, on: &str) -> Command {
    Command::Receive {
        day: day(on),
        transfer: given.case().transfers[0].entry,
        answer: TransferAnswer::Received,
        remarks: String::new(),
    }
}

#[test]
fn an_answer_is_never_before_its_letter() {
    let sent = || {
        let letter = Command::Transfer {
            day: day("2026-03-04"),
            county: county(),
            organisation: organisation(4),
            reason: "归街道调委会".into(),
        };
        at(&Stage::Accepted).on("2026-03-06").and(letter)
    };
    let before = |on| Refusal::Before {
        slot: Slot::Day,
        day: day(on),
        earlier: Slot::Transferred,
        limit: day("2026-03-04"),
    };
    let early = received_on(&sent(), "2026-03-03");
    sent().when(early).refused(before("2026-03-03"));
    // Nor is it once its day, or the letter's, is put right.
    let answered = || {
        let given = sent();
        let receipt = received_on(&given, "2026-03-05");
        given.and(receipt)
    };
    let put_right = |entry, on| Command::Correct {
        field: NewValue::StepDay(entry, day(on)),
        reason: String::new(),
    };
    let case = answered().case();
    let (letter, receipt) = (case.transfers[0].entry, case.last.unwrap());
    answered()
        .when(put_right(receipt, "2026-03-02"))
        .refused(before("2026-03-02"));
    answered()
        .when(put_right(letter, "2026-03-06"))
        .refused(Refusal::After {
            slot: Slot::Day,
            day: day("2026-03-06"),
            later: Slot::Received,
            limit: day("2026-03-05"),
        });
    answered()
        .when(put_right(letter, "2026-03-05"))
        .then(|case| assert_eq!(case.transfers[0].to.day, day("2026-03-05")));
}

/// Whoever joined in and takes the case over is no other office any more.
#[test]
fn who_was_invited_and_takes_it_over_is_not_its_own_partner() {
    let given = at(&Stage::Accepted).and(invite(true)).and(hand_on(4));
    let received = receipt(&given.case(), TransferAnswer::Received);
    let given = given.and(received);
    assert_eq!(given.case().joint().count(), 0);
    assert!(row(&given).joined.is_empty());
    given.when(invite(false)).refused(Refusal::OwnOffice);
}

/// Once mediation has ended nobody waits for a letter.
#[test]
fn what_ends_meanwhile_is_waited_for_no_more() {
    let given = at(&Stage::InMediation).and(invite(false)).and(hand_on(4));
    let given = given.and(Step::Fail);
    let case = given.case();
    assert_eq!(
        (case.unanswered().count(), case.on_its_way().count()),
        (0, 0)
    );
    assert!(!row(&given).is_handed_on());
}

/// Two desks hand one case on to two offices: each receipt goes down for its own.
#[test]
fn of_two_transfers_each_has_its_receipt() {
    let mut desks = together();
    command(&mut desks, 0, hand_on(4));
    command(&mut desks, 1, hand_on(5));
    exchange(&mut desks);
    let state = case(&desks, 0);
    assert_eq!(state.on_its_way().count(), 2);
    let receipt = |to: u8, answer| {
        let sent = state.transfers.iter();
        let mut sent = sent.filter(|one| one.to.organisation == organisation(to));
        Command::Receive {
            day: today(),
            transfer: sent.next().unwrap().entry,
            answer,
            remarks: String::new(),
        }
    };
    for (desk, answer) in [
        (0, receipt(5, TransferAnswer::Received)),
        (0, receipt(4, TransferAnswer::Returned)),
    ] {
        command(&mut desks, desk, answer);
    }
    exchange(&mut desks);
    let now = case(&desks, 1);
    assert_eq!(now, case(&desks, 0));
    assert_eq!(now.organisation, Some(organisation(5)));
    assert_eq!(now.on_its_way().count(), 0);
}

/// Two desks take down two receipts: both hold the first in the order of the fold, and taking the other back settles it.
#[test]
fn two_receipts_of_one_transfer_are_one_and_an_anomaly() {
    let mut desks = together();
    command(&mut desks, 0, hand_on(4));
    exchange(&mut desks);
    let before = case(&desks, 0);
    command(&mut desks, 0, receipt(&before, TransferAnswer::Received));
    command(&mut desks, 1, receipt(&before, TransferAnswer::Returned));
    exchange(&mut desks);
    let (one, other) = (case(&desks, 0), case(&desks, 1));
    assert_eq!(one, other);
    let [Anomaly::OutOfCourse { entry, step, .. }] = one.anomalies[..] else {
        panic!("{:?}", one.anomalies);
    };
    assert_eq!(step, Step::Receive);
    let held = one.transfers[0].receipt.clone();
    command(
        &mut desks,
        1,
        Command::Retract {
            entry,
            reason: RetractionReason::Mistake,
        },
    );
    exchange(&mut desks);
    let settled = case(&desks, 0);
    assert_eq!(settled, case(&desks, 1));
    assert!(settled.anomalies.is_empty());
    assert_eq!(settled.transfers[0].receipt, held);
}
