//! Offices, people and what they do together: what is refused, and what stands of it.

use langqiao::domain::Context;
use langqiao::domain::case::Made;
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::domain::leaf::Identity;
use langqiao::domain::network::{
    About, ActivityForm, Answered, Command, Dispatched, Enrolled, Founded, Held, Refusal, Resolved,
    ResolvedBy, Signed, decide,
};
use langqiao::law::clock::WorkOrderClass;
use langqiao::law::day::Day;
use langqiao::law::dispute::DisputeType;
use langqiao::law::organisation::OrganisationKind;
use langqiao::law::person::MediatorKind;
use langqiao::views::network::Network;
use langqiao::views::row::CaseRow;

use crate::desks::Desks;
use crate::given::registered;
use crate::story::county;
use crate::writing::{Seed, case_stream, day, mediator, organisation};

fn today() -> Day {
    day("2026-03-10")
}

fn decided(about: &About, command: Command) -> Result<Made, Refusal> {
    let seed = Seed::of(7);
    let context = Context {
        now: today().at(9, 0).unwrap(),
        who: mediator(0),
        next_number: None,
        chance: &seed,
    };
    decide(about, command, &context)
}

/// What a stream is about after these commands, all of which must be allowed.
fn after(kind: StreamKind, commands: impl IntoIterator<Item = Command>) -> About {
    let stream = StreamId::new(kind, [9; 16]);
    let mut desks = Desks::new(1);
    let about = |desks: &Desks| {
        let chronicle = desks.desks[0].record.chronicle(&stream);
        About::told(stream, chronicle.live())
    };
    for command in commands {
        let made = decided(&about(&desks), command).unwrap();
        desks.append(0, stream, &made.event, &made.leaves, &Seed::of(3));
    }
    about(&desks)
}

fn founded(name: &str) -> Command {
    Command::Found(Founded {
        abbreviation: None,
        brand: None,
        county: county(),
        floor_area: None,
        kind: OrganisationKind::CommitteeVillage,
        name: name.into(),
        name_en: None,
        parent: None,
        town: None,
    })
}

fn enrol(name: &str) -> Command {
    Command::Enrol {
        enrolled: Enrolled {
            kind: MediatorKind::PartTime,
            organisation: organisation(0),
        },
        identity: Identity {
            name: name.into(),
            ..Identity::default()
        },
    }
}

fn answer(on: &str, asked: &str) -> Command {
    Command::Answer {
        answered: Answered {
            county: county(),
            day: day(on),
            organisation: organisation(0),
            town: None,
            kind: DisputeType::Neighbour,
        },
        asked: asked.into(),
    }
}

fn dispatch(on: &str) -> Command {
    Command::Dispatch(Dispatched {
        class: WorkOrderClass::Days7,
        county: county(),
        day: day(on),
        organisation: organisation(0),
        town: None,
        kind: DisputeType::Neighbour,
    })
}

fn resolve(on: &str) -> Command {
    Command::Resolve(Resolved {
        day: day(on),
        satisfied: true,
        way: ResolvedBy::Mediation,
    })
}

fn hold(on: &str, name: &str, counties: usize) -> Command {
    Command::Hold(Held {
        counties: vec![county(); counties],
        day: day(on),
        form: ActivityForm::Training,
        name: name.into(),
        name_en: String::new(),
        representatives: None,
    })
}

fn sign(year: u16, name: &str, parties: u8) -> Command {
    Command::Sign(Signed {
        corridor: None,
        corridor_en: None,
        counties: vec![county(); 2],
        name: name.into(),
        name_en: String::new(),
        parties: (0..parties).map(organisation).collect(),
        year,
    })
}

#[test]
fn each_refusal_has_its_reason() {
    let nothing = About::default();
    for (command, refusal) in [
        (founded(" 　"), Refusal::Nameless),
        (enrol(""), Refusal::Nameless),
        (enrol("王建国13800138000"), Refusal::NumberForName),
        (answer("2026-03-10", " "), Refusal::NothingAsked),
        (
            answer("2026-03-11", "问继承"),
            Refusal::Future(day("2026-03-11")),
        ),
        (dispatch("2026-03-11"), Refusal::Future(day("2026-03-11"))),
        (resolve("2026-03-10"), Refusal::NoWorkOrder),
        (
            hold("2026-03-11", "培训班", 2),
            Refusal::Future(day("2026-03-11")),
        ),
        (hold("2026-03-10", "", 2), Refusal::Nameless),
        (hold("2026-03-10", "培训班", 1), Refusal::Alone),
        (sign(2026, "协议", 1), Refusal::Alone),
        (sign(2026, "", 2), Refusal::Nameless),
        (sign(2027, "协议", 2), Refusal::Future(today())),
    ] {
        assert_eq!(
            decided(&nothing, command.clone()),
            Err(refusal),
            "{command:?}"
        );
    }
    let dispatched = after(StreamKind::WORK_ORDER, [dispatch("2026-03-05")]);
    let early = decided(&dispatched, resolve("2026-03-04"));
    assert_eq!(early, Err(Refusal::BeforeDispatch(day("2026-03-05"))));
    let resolved = [dispatch("2026-03-05"), resolve("2026-03-05")];
    let resolved = after(StreamKind::WORK_ORDER, resolved);
    let again = decided(&resolved, resolve("2026-03-06"));
    assert_eq!(again, Err(Refusal::AlreadyResolved));
}

#[test]
fn each_stream_begins_once_and_says_what_it_was_told() {
    for (kind, command) in [
        (StreamKind::ORGANISATION, founded(" 西集镇调委会 ")),
        (StreamKind::MEDIATOR, enrol("王建国")),
        (StreamKind::CONSULTATION, answer("2026-03-10", "问继承")),
        (StreamKind::WORK_ORDER, dispatch("2026-03-10")),
        (StreamKind::ACTIVITY, hold("2026-03-10", "培训班", 2)),
        (StreamKind::COOPERATION, sign(2026, "协议", 2)),
    ] {
        let about = after(kind, [command.clone()]);
        let told = match (&about, &command) {
            (About::Organisation(one), Command::Found(_)) => one.name == "西集镇调委会",
            (About::Mediator(one, name), Command::Enrol { enrolled, .. }) => {
                one == enrolled && name.as_deref() == Some("王建国")
            }
            (About::Consultation(one), Command::Answer { answered, .. }) => one == answered,
            (About::WorkOrder(one, None), Command::Dispatch(dispatched)) => one == dispatched,
            (About::Activity(one), Command::Hold(held)) => one == held,
            (About::Agreement(one), Command::Sign(signed)) => one == signed,
            _ => false,
        };
        assert!(told, "{about:?}");
        assert_eq!(decided(&about, command), Err(Refusal::AlreadyThere));
    }
}

/// Two desks resolve one work order, neither knowing of the other: the last word counts, at both the same.
#[test]
fn of_two_resolutions_the_last_word_counts_wherever_it_is_read() {
    let stream = StreamId::new(StreamKind::WORK_ORDER, [9; 16]);
    let mut desks = Desks::new(2);
    let seed = Seed::of(5);
    let tell = |desks: &mut Desks, desk: usize, command| {
        let chronicle = desks.desks[desk].record.chronicle(&stream);
        let made = decided(&About::told(stream, chronicle.live()), command).unwrap();
        desks.append(desk, stream, &made.event, &made.leaves, &seed);
    };
    tell(&mut desks, 0, dispatch("2026-03-01"));
    desks.give(0, 1, &seed, false);
    tell(&mut desks, 0, resolve("2026-03-02"));
    tell(&mut desks, 1, resolve("2026-03-03"));
    desks.give(0, 1, &seed, false);
    desks.give(1, 0, &seed, false);
    let at = |desk: usize| {
        let chronicle = desks.desks[desk].record.chronicle(&stream);
        About::told(stream, chronicle.live())
    };
    assert_eq!(at(0), at(1));
    let About::WorkOrder(_, Some(resolved)) = at(0) else {
        panic!("{:?}", at(0));
    };
    let last = desks.desks[0].record.chronicle(&stream);
    let last = last.live().last().unwrap();
    assert_eq!(
        last.event,
        langqiao::domain::catalogue::Event::WorkOrderResolved(resolved)
    );
}

/// As with the people of a case: a mediator of one letter is one of a trial.
#[test]
fn a_number_names_a_mediator_who_is_called_by_more_than_one_letter() {
    let row = CaseRow::of(&case_stream(0), &registered().case()).unwrap();
    let row = CaseRow {
        number: Some("甲乙调字1号".into()),
        mediators: vec![mediator(5).random],
        ..row
    };
    for (name, named) in [("甲", false), ("甲乙", true), ("丙丁", false)] {
        let Command::Enrol { enrolled, .. } = enrol(name) else {
            panic!("enrolled");
        };
        let mut network = Network::default();
        network
            .mediators
            .insert(mediator(5), (enrolled, Some(name.to_owned())));
        assert_eq!(network.is_named(&row), named, "{name}");
    }
}
