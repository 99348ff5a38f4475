//! Offices, people and what they do together: what is refused, and what stands of it.

use langqiao::domain::Context;
use langqiao::domain::case::Made;
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::domain::leaf::Identity;
use langqiao::domain::network::{
    About, Activity, ActivityForm, Agreement, AgreementField, AgreementState, Answered, Area,
    Command, Dispatched, EndReason, Ending, Enrolled, Founded, Held, Mediator, MediatorField,
    Organisation, OrganisationField, Pairing, Proposed, Put, Refusal, Region, Renewed, Resolved,
    ResolvedBy, Signed, Slot, decide,
};
use langqiao::law::clock::WorkOrderClass;
use langqiao::law::day::Day;
use langqiao::law::dispute::DisputeType;
use langqiao::law::divisions::{Adcode, Town};
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
    decide(
        StreamId::new(StreamKind::ORGANISATION, [1; 16]),
        about,
        command,
        &context,
    )
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
    Command::Found(Founded::new(
        OrganisationKind::CommitteeVillage,
        name.into(),
        county(),
    ))
}

fn enrol(name: &str) -> Command {
    Command::Enrol {
        enrolled: Enrolled::new(MediatorKind::PartTime, organisation(0)),
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
        agreement: None,
        attended: None,
        organisers: vec![],
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
        day: None,
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
            (About::Organisation(one, sheet), Command::Found(_)) => {
                Organisation::of(one, sheet).now.name == "西集镇调委会"
            }
            (About::Mediator(one, sheet), Command::Enrol { enrolled, .. }) => {
                let mediator = Mediator::of(one, sheet);
                mediator.now == *enrolled && mediator.name.as_deref() == Some("王建国")
            }
            (About::Consultation(one), Command::Answer { answered, .. }) => one == answered,
            (About::WorkOrder(one, None), Command::Dispatch(dispatched)) => one == dispatched,
            (About::Activity(one, sheet), Command::Hold(held)) => {
                Activity::of(one, sheet).now == *held
            }
            (About::Agreement(one), Command::Sign(signed)) => {
                let agreement = Agreement::of(one);
                agreement.name == signed.name && agreement.parties == signed.parties
            }
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
            .insert(mediator(5), Mediator::new(enrolled, name.to_owned()));
        assert_eq!(network.is_named(&row), named, "{name}");
    }
}

/// A stream of the network at desks that write to it and exchange.
struct Together {
    desks: Desks,
    stream: StreamId,
    seed: Seed,
}

impl Together {
    fn of(kind: StreamKind, desks: u8, first: Command) -> Self {
        let mut together = Self {
            desks: Desks::new(desks),
            stream: StreamId::new(kind, [9; 16]),
            seed: Seed::of(11),
        };
        together.tell(0, first).unwrap();
        for to in 1..usize::from(desks) {
            together.give(0, to);
        }
        together
    }

    fn about(&self, desk: usize) -> About {
        let chronicle = self.desks.desks[desk].record.chronicle(&self.stream);
        About::told(self.stream, chronicle.live())
    }

    fn tell(&mut self, desk: usize, command: Command) -> Result<(), Refusal> {
        let made = decided(&self.about(desk), command)?;
        let (stream, seed) = (self.stream, &self.seed);
        self.desks
            .append(desk, stream, &made.event, &made.leaves, seed);
        Ok(())
    }

    fn give(&mut self, from: usize, to: usize) {
        self.desks.give(from, to, &self.seed, false);
    }

    /// All give all, twice round.
    fn unite(&mut self) {
        let count = self.desks.desks.len();
        for _ in 0..2 {
            for from in 0..count {
                for to in (0..count).filter(|to| *to != from) {
                    self.give(from, to);
                }
            }
        }
    }

    fn organisation(&self, desk: usize) -> Organisation {
        match self.about(desk) {
            About::Organisation(founded, sheet) => Organisation::of(&founded, &sheet),
            other => panic!("{other:?}"),
        }
    }

    fn agreement(&self, desk: usize) -> Agreement {
        match self.about(desk) {
            About::Agreement(told) => Agreement::of(&told),
            other => panic!("{other:?}"),
        }
    }
}

fn put(field: OrganisationField) -> Command {
    Command::Organisation(Put::open(field))
}

fn agreed(field: AgreementField) -> Command {
    Command::Agreement(Put::open(field))
}

#[test]
fn desks_that_write_different_fields_of_an_office_agree() {
    let first = founded("西集镇调委会");
    let mut together = Together::of(StreamKind::ORGANISATION, 2, first);
    together
        .tell(0, put(OrganisationField::Staff(Some(5))))
        .unwrap();
    together
        .tell(1, put(OrganisationField::FloorArea(Some(320))))
        .unwrap();
    together.unite();
    for desk in 0..2 {
        let one = together.organisation(desk);
        assert_eq!((one.now.staff, one.now.floor_area), (Some(5), Some(320)));
        assert!(!one.disputed);
    }
}

#[test]
fn desks_that_write_one_field_are_asked_and_settle_it_once() {
    let first = founded("西集镇调委会");
    let mut together = Together::of(StreamKind::ORGANISATION, 3, first);
    together
        .tell(
            0,
            put(OrganisationField::Name("西集镇人民调解委员会".into())),
        )
        .unwrap();
    together
        .tell(1, put(OrganisationField::Name("西集调委会".into())))
        .unwrap();
    together.unite();
    for desk in 0..3 {
        assert!(together.organisation(desk).disputed);
        assert_eq!(together.about(desk), together.about(0));
    }
    let shown = together.organisation(0).now.name;
    // The value that shows is settled by writing it again: it has seen both.
    together
        .tell(2, put(OrganisationField::Name(shown.clone())))
        .unwrap();
    together.unite();
    for desk in 0..3 {
        let one = together.organisation(desk);
        assert_eq!(
            (one.now.name.as_str(), one.disputed),
            (shown.as_str(), false)
        );
    }
    let again = together.tell(0, put(OrganisationField::Name(shown)));
    assert_eq!(again, Err(Refusal::NothingNew(Slot::Name)));
}

#[test]
fn desks_that_say_the_same_agree() {
    let mut together = Together::of(StreamKind::COOPERATION, 2, sign(2025, "协议", 2));
    let pair = || {
        let pairing = Pairing {
            one: Area::Town(Town::new(110_112_117).unwrap()),
            other: Area::Town(Town::new(120_114_123).unwrap()),
            paired: true,
        };
        // Whichever side writes it, it is one pair.
        let turned = Pairing {
            one: pairing.other,
            other: pairing.one,
            paired: true,
        };
        (pairing, turned)
    };
    let (one, turned) = pair();
    together.tell(0, agreed(AgreementField::Pair(one))).unwrap();
    together
        .tell(1, agreed(AgreementField::Pair(turned.clone())))
        .unwrap();
    let ending = Ending {
        day: day("2026-03-01"),
        reason: EndReason::GivenUp,
    };
    for desk in 0..2 {
        together
            .tell(desk, agreed(AgreementField::Ended(Some(ending.clone()))))
            .unwrap();
    }
    together.unite();
    for desk in 0..2 {
        let now = together.agreement(desk);
        assert_eq!(now.pairs.len(), 1);
        assert_eq!(now.ended.as_ref(), Some(&ending));
        assert_eq!(now.state(today()), AgreementState::Ended);
        assert_eq!(together.about(desk), together.about(0));
    }
    // One of them parts the pair: it is parted everywhere.
    let parted = Pairing {
        paired: false,
        ..turned
    };
    together
        .tell(1, agreed(AgreementField::Pair(parted)))
        .unwrap();
    together.unite();
    assert!(together.agreement(0).pairs.is_empty());
}

#[test]
fn desks_that_end_an_agreement_differently_are_asked() {
    let mut together = Together::of(StreamKind::COOPERATION, 2, sign(2025, "协议", 2));
    for (desk, reason) in [(0, EndReason::Replaced), (1, EndReason::GivenUp)] {
        let ending = Ending {
            day: day("2026-03-01"),
            reason,
        };
        together
            .tell(desk, agreed(AgreementField::Ended(Some(ending))))
            .unwrap();
    }
    together.unite();
    assert!(together.agreement(0).disputed);
    assert_eq!(together.agreement(0), together.agreement(1));
    let on = Ending {
        day: day("2026-03-01"),
        reason: EndReason::Replaced,
    };
    together
        .tell(1, agreed(AgreementField::Ended(Some(on.clone()))))
        .unwrap();
    together.unite();
    assert_eq!(together.agreement(0).ended, Some(on));
    assert!(!together.agreement(0).disputed);
    let renewed = Renewed {
        day: day("2026-03-02"),
        until: None,
    };
    let refused = together.tell(0, Command::Renew(renewed));
    assert_eq!(refused, Err(Refusal::AlreadyEnded(day("2026-03-01"))));
}

/// From the proposal to the end of its term, and on.
#[test]
fn an_agreement_comes_from_proposal_to_renewal() {
    let proposed = Proposed {
        counties: vec![county(), Adcode::new(110_112).unwrap()],
        day: day("2025-12-01"),
        name: "毗邻乡镇合作协议".into(),
        parties: vec![organisation(0)],
    };
    let mut together = Together::of(StreamKind::COOPERATION, 1, Command::Propose(proposed));
    let state = |together: &Together, on: &str| together.agreement(0).state(day(on));
    assert_eq!(state(&together, "2026-03-10"), AgreementState::Proposed);
    let early = Command::Renew(Renewed {
        day: day("2026-03-01"),
        until: None,
    });
    assert_eq!(together.tell(0, early), Err(Refusal::NotSigned));
    let Command::Sign(signed) = sign(2026, "毗邻乡镇合作协议", 2) else {
        panic!("signs");
    };
    let signed = Signed {
        day: Some(day("2026-01-10")),
        ..signed
    };
    together.tell(0, Command::Sign(signed.clone())).unwrap();
    assert_eq!(
        together.tell(0, Command::Sign(signed)),
        Err(Refusal::AlreadyThere)
    );
    together
        .tell(0, agreed(AgreementField::From(Some(day("2026-02-01")))))
        .unwrap();
    let backwards = together.tell(0, agreed(AgreementField::Until(Some(day("2026-01-31")))));
    assert_eq!(
        backwards,
        Err(Refusal::EndsBeforeItBegins(day("2026-02-01")))
    );
    together
        .tell(0, agreed(AgreementField::Until(Some(day("2026-02-28")))))
        .unwrap();
    for (on, expected) in [
        ("2026-01-20", AgreementState::Signed),
        ("2026-02-01", AgreementState::InForce),
        ("2026-02-28", AgreementState::InForce),
        ("2026-03-01", AgreementState::Expired),
    ] {
        assert_eq!(state(&together, on), expected, "{on}");
    }
    let renewed = Renewed {
        day: day("2026-03-01"),
        until: Some(day("2029-02-28")),
    };
    together.tell(0, Command::Renew(renewed)).unwrap();
    assert_eq!(state(&together, "2026-03-10"), AgreementState::Renewed);
    assert_eq!(state(&together, "2029-03-01"), AgreementState::Expired);
}

#[test]
fn what_cannot_be_is_refused_by_field() {
    let mut together = Together::of(StreamKind::ORGANISATION, 1, founded("西集镇调委会"));
    let elsewhere = Region {
        county: county(),
        town: Town::new(110_112_117),
        village: None,
    };
    let stream = StreamId::new(StreamKind::ORGANISATION, [1; 16]);
    for (field, refusal) in [
        (OrganisationField::Name(" ".into()), Refusal::Nameless),
        (OrganisationField::Region(elsewhere), Refusal::OddRegion),
        (OrganisationField::Parent(Some(stream)), Refusal::OwnParent),
        (
            OrganisationField::Ended(Some(day("2026-03-11"))),
            Refusal::Future(day("2026-03-11")),
        ),
        (
            OrganisationField::Brand(Some("长".repeat(101))),
            Refusal::TooLong(Slot::Brand, 100),
        ),
    ] {
        assert_eq!(
            together.tell(0, put(field.clone())),
            Err(refusal),
            "{field:?}"
        );
    }
    let person = Command::Mediator(Put::open(MediatorField::Grade(None)));
    assert_eq!(together.tell(0, person), Err(Refusal::NotThere));
}

/// A copy without its leaves says what the whole one says, but for the words; the words come in with a fuller copy.
#[test]
fn a_contact_that_is_left_out_disputes_nothing() {
    let mut together = Together::of(StreamKind::ORGANISATION, 2, founded("西集镇调委会"));
    let contact =
        |words: &str| Command::Organisation(Put::words(OrganisationField::Contact, words));
    together.tell(0, contact("王 022-82101234")).unwrap();
    let lines: Vec<String> = together.desks.desks[0]
        .record
        .lines()
        .map(str::to_owned)
        .collect();
    for text in &lines {
        let line = langqiao::record::line::read(text.as_bytes()).unwrap();
        let bare = langqiao::record::compose::with_leaves(&line, |_| false);
        together.desks.desks[1]
            .record
            .insert(bare.as_bytes())
            .unwrap();
    }
    let About::Organisation(founded, sheet) = together.about(1) else {
        panic!("an organisation");
    };
    assert!(!Organisation::of(&founded, &sheet).disputed);
    assert_eq!(sheet.words(Slot::Contact), None);
    assert!(sheet.is_left_out(Slot::Contact));
    together.give(0, 1);
    let About::Organisation(_, sheet) = together.about(1) else {
        panic!("an organisation");
    };
    assert_eq!(sheet.words(Slot::Contact), Some("王 022-82101234"));
}
