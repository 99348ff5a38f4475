//! What is typed: the items of an agreement, numbers of people, sums and sessions.

use langqiao::documents::{Block, PaperNames, document};
use langqiao::domain::case::Term;
use langqiao::domain::case::command::{Command, NewValue, Session, WrittenAgreement};
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::may_be_signed;
use langqiao::domain::case::refusal::{Refusal, Slot};
use langqiao::domain::case::state::{Outcome, Wording};
use langqiao::domain::leaf::Identity;
use langqiao::law::agreement::AgreementItem;
use langqiao::law::clock::follow_up_by;
use langqiao::law::forms::Form;
use langqiao::law::identity::ResidentProblem;
use langqiao::law::money::Fen;
use langqiao::law::person::{PartyKind, Sex};
use langqiao::law::phone::PhoneProblem;
use langqiao::locale::Language;
use langqiao::views::row::CaseRow;

use crate::given::{Given, at, given, registered, today};
use crate::story;
use crate::writing::{Seed, case_stream, day, label};

#[test]
fn each_missing_item_is_refused_by_name_in_the_order_of_the_paper() {
    use AgreementItem::*;
    type Take = fn(&mut langqiao::domain::case::command::WrittenAgreement);
    let items: [(AgreementItem, Take); 10] = [
        (Facts, |a| a.facts = " ".into()),
        (Matter, |a| a.matter.clear()),
        (Responsibility, |a| a.responsibility.clear()),
        (Content, |a| a.clauses[1].text = "\n".into()),
        (Manner, |a| a.manner.clear()),
        (Place, |a| a.place.clear()),
        (Time, |a| a.clauses[1].due = None),
        (PartySignatures, |a| a.signed.truncate(1)),
        (MediatorSignature, |a| a.mediator_signed = false),
        (CommitteeSeal, |a| a.stamped = false),
    ];
    let given = at(&Stage::InMediation);
    let whole = story::written(today(), given.labels());
    for (item, take) in &items {
        let mut agreement = whole.clone();
        take(&mut agreement);
        at(&Stage::InMediation)
            .when(Command::AgreeInWriting(agreement))
            .refused(Refusal::MissingItem(item.clone()));
    }
    // With nothing filled in, they are asked for one after the other.
    let mut agreement = whole.clone();
    items.iter().for_each(|(_, take)| take(&mut agreement));
    for (place, (item, _)) in items.iter().enumerate() {
        at(&Stage::InMediation)
            .when(Command::AgreeInWriting(agreement.clone()))
            .refused(Refusal::MissingItem(item.clone()));
        agreement = whole.clone();
        items[place + 1..]
            .iter()
            .for_each(|(_, take)| take(&mut agreement));
    }
    let mut empty = whole.clone();
    empty.clauses.clear();
    at(&Stage::InMediation)
        .when(Command::AgreeInWriting(empty))
        .refused(Refusal::MissingItem(Content));
}

#[test]
fn an_agreement_reads_back_word_for_word() {
    let given = at(&Stage::InMediation);
    let mut agreement = story::written(today(), given.labels());
    agreement.clauses[0].text = "第一条：“拆除”\n第二条\t¥1,500.00 😀".into();
    agreement.copies = 4;
    let typed = agreement.clone();
    given.when(Command::AgreeInWriting(agreement)).then(|case| {
        let Some(Outcome::Agreed(agreed)) = case.outcome.get() else {
            panic!("agreed")
        };
        let texts: Vec<_> = agreed
            .clauses
            .iter()
            .map(|c| c.text.clone().unwrap())
            .collect();
        assert_eq!(
            texts,
            typed
                .clauses
                .iter()
                .map(|c| c.text.clone())
                .collect::<Vec<_>>()
        );
        let said = |words: &String| Wording::Said(words.clone());
        assert_eq!(agreed.facts, said(&typed.facts));
        assert_eq!(agreed.matter, said(&typed.matter));
        assert_eq!(agreed.responsibility, said(&typed.responsibility));
        assert_eq!(agreed.manner, said(&typed.manner));
        assert_eq!(agreed.place, said(&typed.place));
        assert_eq!(
            (agreed.total, agreed.copies, agreed.written),
            (Fen(300_000), 4, true)
        );
    });
}

#[test]
fn clauses_have_their_day_and_sum() {
    let with = |change: fn(&mut langqiao::domain::case::command::NewClause)| {
        let given = at(&Stage::InMediation);
        let mut agreement = story::written(today(), given.labels());
        change(&mut agreement.clauses[1]);
        given.when(Command::AgreeInWriting(agreement))
    };
    with(|c| c.due = Some(day("2026-02-28"))).refused(Refusal::DueBeforeAgreement {
        clause: 1,
        due: day("2026-02-28"),
    });
    with(|c| c.due = Some(day("2026-03-01"))).then(|_| ());
    with(|c| c.fen = Some(Fen(-1))).refused(Refusal::Sum { clause: 1 });
    with(|c| c.fen = Some(Fen(i64::MAX))).refused(Refusal::Sum { clause: 1 });
    // The two together must be countable, and be a number that every reader holds.
    with(|c| c.fen = Some(Fen::MAX)).refused(Refusal::Sum { clause: 1 });
    with(|c| c.fen = Some(Fen(Fen::MAX.0 - 150_000))).then(|_| ());
    with(|c| c.fen = None).then(|_| ());
}

#[test]
fn numbers_of_people_are_checked_and_brought_to_one_form() {
    let with = |place: usize, change: fn(&mut langqiao::domain::case::command::NewParty)| {
        let mut intake = story::intake(today());
        change(&mut intake.parties[place]);
        given([]).when(Command::Register(intake))
    };
    let id = |problem| Refusal::IdNumber { party: 1, problem };
    with(1, |p| p.identity.name = " ".into()).refused(Refusal::Nameless(1));
    with(1, |p| p.identity.name = "\u{200b}\u{202e}".into()).refused(Refusal::Nameless(1));
    with(1, |p| p.identity.name = "13800138000".into()).refused(Refusal::PhoneForName(1));
    with(1, |p| p.identity.name = "11010519491231002X".into()).refused(Refusal::NumberForName(1));
    with(1, |p| p.identity.name = "\u{202e}张\u{200b}".into()).then(|case| {
        let identity = case.parties[1].identity.get().unwrap().as_ref().unwrap();
        assert_eq!(identity.name, "张");
    });
    with(1, |p| {
        p.identity.id_number = Some("110105194912310021".into())
    })
    .refused(id(ResidentProblem::Check('X')));
    with(1, |p| {
        p.identity.id_number = Some("1101051949123100".into())
    })
    .refused(id(ResidentProblem::Length(16)));
    with(1, |p| {
        p.identity.id_number = Some("110105194902290023".into())
    })
    .refused(id(ResidentProblem::Birth));
    // Who is born tomorrow is no party today.
    with(1, |p| {
        p.identity.id_number = Some("110105202603020026".into())
    })
    .refused(id(ResidentProblem::Birth));
    with(1, |p| {
        p.identity.id_number = Some("110105202603010020".into())
    })
    .then(|_| ());
    with(1, |p| p.identity.phone = Some("1396853677".into())).refused(Refusal::Phone {
        party: 1,
        problem: PhoneProblem::MobileLength(10),
    });
    // An organisation's number is no resident's.
    with(1, |p| {
        p.kind = PartyKind::Organisation;
        p.identity.id_number = Some("110105194912310021".into());
    })
    .then(|case| {
        let identity = case.parties[1].identity.get().unwrap().clone().unwrap();
        assert_eq!((identity.born, identity.sex), (None, None));
    });
    with(0, |p| {
        p.identity.id_number = Some(" １１０１０５ 19491231-002ｘ".into());
        p.identity.phone = Some("+86 139 6853 6771".into());
        p.identity.address = Some("  ".into());
    })
    .then(|case| {
        let identity = case.parties[0].identity.get().unwrap().clone().unwrap();
        assert_eq!(identity.id_number.as_deref(), Some("11010519491231002X"));
        assert_eq!(identity.phone.as_deref(), Some("13968536771"));
        assert_eq!(identity.address, None);
        assert_eq!(
            (identity.born, identity.sex),
            (Some(day("1949-12-31")), Some(Sex::Female))
        );
    });
    // The same holds when a name is put right.
    let registered = registered();
    let party = registered.labels()[0];
    let wrong = Identity {
        name: "张".into(),
        phone: Some("无".into()),
        ..Identity::default()
    };
    registered
        .when(Command::Correct {
            field: NewValue::Party(party, wrong),
            reason: String::new(),
        })
        .refused(Refusal::Phone {
            party: 0,
            problem: PhoneProblem::Letter(1, '无'),
        });
}

#[test]
fn a_session_has_a_record_and_people_who_came() {
    let given = at(&Stage::Assigned);
    let whole = Session {
        day: today(),
        place: String::new(),
        present: given.labels(),
        record: "双方各述".into(),
        result: String::new(),
        confidential: vec![],
    };
    let with = |change: fn(&mut Session)| {
        let mut session = whole.clone();
        change(&mut session);
        at(&Stage::Assigned).when(Command::HoldSession(session))
    };
    with(|s| s.present.clear()).refused(Refusal::NobodyPresent);
    with(|s| s.record.clear()).refused(Refusal::Empty(Slot::Record));
    with(|s| s.present.push(label(9))).refused(Refusal::NotThere(Slot::Party));
    with(|s| s.confidential.push((label(9), "x".into()))).refused(Refusal::NotThere(Slot::Party));
    with(|_| ()).then(|case| assert_eq!(case.meetings.len(), 1));
}

/// Whichever is written down first: each clause keeps its day, and it is performed once the last of it is.
#[test]
fn each_instalment_keeps_its_day() {
    let [early, late] = ["2026-03-15", "2026-06-10"].map(day);
    for way in [
        [(Some(0), early), (Some(1), late)],
        [(Some(1), late), (Some(0), early)],
        // The rest of it, as a form of one desk says.
        [(Some(0), early), (None, late)],
    ] {
        let mut given = at(&Stage::Agreed).on("2026-06-20");
        let Some(Outcome::Agreed(agreement)) = given.case().outcome.get().cloned() else {
            panic!("agreed")
        };
        let labels = [0, 1].map(|n| agreement.clauses[n].public.label);
        for (clause, day) in way {
            given = given.and(Command::Perform {
                day,
                clause: clause.map(|n: usize| labels[n]),
                remarks: String::new(),
            });
        }
        let case = given.case();
        assert_eq!(labels.map(|label| case.performed[&label]), [early, late]);
        assert_eq!(case.performed_on, Some(late));
        assert_eq!(case.term(), Some((Term::Visit, follow_up_by(late))));
        let row = CaseRow::of(&case_stream(0), &case).unwrap();
        assert_eq!(row.performed, [late]);
    }
}

#[test]
fn parts_are_performed_one_by_one() {
    let given = at(&Stage::Agreed);
    let Some(Outcome::Agreed(agreement)) = given.case().outcome.get().cloned() else {
        panic!("agreed")
    };
    let perform = |clause| Command::Perform {
        day: today(),
        clause,
        remarks: String::new(),
    };
    let [one, two] = [0, 1].map(|n| agreement.clauses[n].public.label);
    let given = given
        .when(perform(Some(label(9))))
        .refused(Refusal::NotThere(Slot::Clause));
    let given = given.when(perform(Some(two))).then(|case| {
        assert_eq!(
            (case.stage.clone(), case.performed_on),
            (Some(Stage::Agreed), None)
        );
        assert_eq!(case.performance_due(), agreement.clauses[0].public.due);
    });
    // The other way round, what is left is due next.
    at(&Stage::Agreed).when(perform(Some(one))).then(|case| {
        assert_eq!(case.performance_due(), agreement.clauses[1].public.due);
    });
    given.when(perform(Some(one))).then(|case| {
        assert_eq!(
            (case.stage.clone(), case.performed_on),
            (Some(Stage::Performed), Some(today()))
        );
    });
}

#[test]
fn what_was_performed_in_part_stays_in_the_file_when_the_case_is_taken_up_again() {
    let given = at(&Stage::Agreed).on("2026-06-01");
    let Some(Outcome::Agreed(agreement)) = given.case().outcome.get().cloned() else {
        panic!("no agreement");
    };
    assert!(agreement.clauses.len() > 1);
    let given = given.and(Command::Perform {
        day: day("2026-03-10"),
        clause: Some(agreement.clauses[0].public.label),
        remarks: String::new(),
    });
    let proof = |given: &Given| {
        let file = langqiao::documents::file(&given.case());
        file.iter()
            .any(|(form, _)| *form == Form::ProofOfPerformance)
    };
    assert!(proof(&given));
    let reopen = story::step(&given.case(), Step::Reopen, day("2026-03-20"), &Seed::of(4));
    assert!(proof(&given.and(reopen)));
}

/// It is signed as it was read out: what is refused once it is signed is refused before, and nothing is put right behind
/// anybody's back.
#[test]
fn what_is_read_out_and_signed_is_what_is_recorded() {
    let case = at(&Stage::InMediation).on("2026-03-20").case();
    let on = day("2026-03-10");
    let labels = || case.parties.iter().map(|party| party.label).collect();
    let unsigned = || WrittenAgreement {
        signed: Vec::new(),
        mediator_signed: false,
        stamped: false,
        ..story::written(on, labels())
    };
    let now = day("2026-03-20");
    assert_eq!(may_be_signed(&case, &unsigned(), now), Ok(()));
    type Spoil = fn(&mut WrittenAgreement);
    let spoilt: [(Spoil, Refusal); 5] = [
        (|a| a.copies = 2, Refusal::Copies { least: 3 }),
        (|a| a.copies = 100, Refusal::Copies { least: 3 }),
        (
            |a| a.clauses[1].due = Some(day("2026-03-09")),
            Refusal::DueBeforeAgreement {
                clause: 1,
                due: day("2026-03-09"),
            },
        ),
        (
            |a| a.matter.clear(),
            Refusal::MissingItem(AgreementItem::Matter),
        ),
        (
            |a| a.day = day("2026-02-28"),
            Refusal::Before {
                slot: Slot::Day,
                day: day("2026-02-28"),
                earlier: Slot::Registered,
                limit: today(),
            },
        ),
    ];
    for (spoil, refusal) in spoilt {
        let mut agreement = unsigned();
        spoil(&mut agreement);
        assert_eq!(may_be_signed(&case, &agreement, now), Err(refusal.clone()));
        let mut signed = story::written(on, labels());
        spoil(&mut signed);
        let given = at(&Stage::InMediation).on("2026-03-20");
        given.when(Command::AgreeInWriting(signed)).refused(refusal);
    }
}

#[test]
fn only_of_several_sums_there_is_a_total() {
    for (sums, lines) in [(0, 2), (1, 2), (2, 3)] {
        let given = at(&Stage::InMediation);
        let mut agreement = story::written(today(), given.labels());
        for (n, clause) in agreement.clauses.iter_mut().enumerate() {
            clause.fen = (n < sums).then_some(Fen(100_000));
        }
        let given = given.and(Command::AgreeInWriting(agreement));
        let names = PaperNames::default();
        let paper = document(&Form::Agreement, &given.case(), &names, Language::Chinese).unwrap();
        let rows = paper.blocks.iter().find_map(|block| match block {
            Block::Table { rows, .. } => Some(rows.len()),
            _ => None,
        });
        assert_eq!(rows, Some(lines), "{sums}");
    }
}

#[test]
fn the_notice_that_mediation_ended_is_of_a_case_that_failed() {
    let belongs = |stage| {
        let file = langqiao::documents::file(&at(&stage).case());
        file.iter().any(|(form, _)| *form == Form::NoticeOfEnding)
    };
    assert!(belongs(Stage::Failed));
    for stage in [
        Stage::InMediation,
        Stage::Agreed,
        Stage::Withdrawn,
        Stage::Declined,
    ] {
        assert!(!belongs(stage));
    }
}
