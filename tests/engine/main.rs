//! The engine over a workspace in memory: what desks do, exchange, lose and get back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backup;
mod bad_files;
mod companions;
mod course;
mod damage;
mod erasure;
mod exchange;
mod habits;
mod kept;
mod lost_desk;
mod names;
mod preview;
mod region;
mod shares;
mod stopped;
mod taken_back;
mod union;
mod unplaced;
mod voided;
mod workspace;

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use langqiao::domain::case::command::{Intake, NewParty, NewValue};
use langqiao::domain::case::event::{ChosenBy, NoteForm, Told};
use langqiao::domain::case::{Command, Refusal, Stage};
use langqiao::domain::catalogue::RetractionReason;
use langqiao::domain::context::Chance;
use langqiao::domain::id::{DeskId, EntryId, StreamId};
use langqiao::domain::leaf::Identity;
use langqiao::engine::protocol::{Acted, ExportScope, NewDesk, Trouble, WorkspaceKind};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::engine::run::{Engine, Machine};
use langqiao::exchange::bundle::{
    BadFileProblem, Exporter, FORMAT, FaultName, Head, Level, VERSION, Writer,
};
use langqiao::law::day::{Day, Moment};
use langqiao::law::decline::OtherWay;
use langqiao::law::dispute::{DisputeType, Source};
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::money::Fen;
use langqiao::law::organisation::OrganisationKind;
use langqiao::law::person::{PartyKind, PartyRole};
use langqiao::record::{World, line};
use langqiao::store::memory::Memory;
use langqiao::store::{Note, Store as _};
use langqiao::ui::pages::today::hand::Hand;

/// A machine whose clock and chance are the test's.
struct Bench(Cell<u64>);

impl Chance for Bench {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let mut x = self.0.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
            self.0.set(x);
            x = (x ^ x >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            *byte = (x >> 32) as u8;
        }
    }
}

impl Machine for Bench {
    fn now(&self) -> Moment {
        Day::new(2026, 11, 24).unwrap().at(9, 30).unwrap()
    }
    fn changed(&self) {}
    fn progress(&self, _: u64, _: u64) {}
    fn pin_digest(&self, pin: &str, salt: &str) -> String {
        format!("{salt}{pin}")
    }
    fn stopped(&self) -> bool {
        false
    }
}

type Desk = Engine<Memory, Bench>;

/// Runs a future that never waits: a workspace in memory answers at once.
fn run<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a workspace in memory never waits"),
    }
}

fn empty(seed: u64) -> Desk {
    run(Engine::open(
        Memory::default(),
        Bench(Cell::new(seed)),
        WorkspaceKind::Desk,
    ))
    .unwrap()
}

fn desk(seed: u64) -> Desk {
    let mut desk = empty(seed);
    let new = NewDesk {
        county: Adcode::new(110_112).unwrap(),
        town: Town::new(110_112_110),
        organisation: format!("西集镇司法所{seed}"),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: "通西".into(),
        name: "赵淑敏".into(),
    };
    run(desk.set_up(new)).unwrap();
    desk
}

fn party(role: PartyRole, name: &str) -> NewParty {
    NewParty {
        role,
        kind: PartyKind::Person,
        identity: Identity {
            name: name.into(),
            phone: Some("139-1000-0118".into()),
            ..Identity::default()
        },
        others: 0,
    }
}

fn register(desk: &mut Desk) -> StreamId {
    register_on(desk, Day::new(2026, 11, 23).unwrap())
}

fn register_on(desk: &mut Desk, day: Day) -> StreamId {
    let intake = intake(desk, day);
    act(desk, None, Command::Register(intake)).unwrap().case
}

fn intake(desk: &mut Desk, day: Day) -> Intake {
    let organisation = run(desk.about()).unwrap().desk.unwrap().organisation;
    Intake {
        day,
        source: Source::Applied,
        kind: DisputeType::Neighbour,
        county: Adcode::new(110_112).unwrap(),
        town: Town::new(110_112_110),
        place: "肖家林村".into(),
        facts: "去年修院墙以后，下雨水都往我家灌。".into(),
        risk: Vec::new(),
        parties: vec![
            party(PartyRole::Applicant, "张桂珍"),
            party(PartyRole::Respondent, "李国强"),
        ],
        organisation,
        number: None,
        ledger: None,
    }
}

fn accept(day: Day) -> Command {
    Command::Accept {
        day,
        told: Told::Orally,
    }
}

fn assign_to(mediator: StreamId, day: Day) -> Command {
    Command::Assign {
        day,
        mediators: vec![mediator],
        chosen_by: ChosenBy::Committee,
    }
}

/// Registers cases until the tail is to become a segment.
fn fill(desk: &mut Desk) {
    while !desk.has_to_compact() {
        register(desk);
    }
}

fn act(desk: &mut Desk, case: Option<StreamId>, command: Command) -> Result<Acted, Refusal> {
    let seen = match case {
        Some(case) => run(desk.case_page(case)).unwrap().unwrap().heads,
        None => Vec::new(),
    };
    run(desk.act(case, &seen, command)).unwrap()
}

/// A note on a case: what two desks may each write without disagreeing.
fn note(desk: &mut Desk, case: StreamId, text: &str) {
    let note = Command::Note {
        day: Day::new(2026, 11, 24).unwrap(),
        form: NoteForm::Call,
        text: text.into(),
        confidential_to: None,
    };
    act(desk, Some(case), note).unwrap();
}

fn found(desk: &Desk, search: &str) -> usize {
    desk.views()
        .0
        .page(
            &Default::default(),
            search,
            0,
            10,
            Day::new(2026, 11, 24).unwrap(),
        )
        .found
}

/// Every row of the register, whatever their order.
fn rows(desk: &Desk) -> Vec<String> {
    let rows = desk.views().0.rows();
    let mut rows: Vec<String> = rows.map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

fn export(desk: &mut Desk, level: Level) -> Vec<u8> {
    let mut out = Vec::new();
    run(desk.export(&ExportScope::Everything, level, "", &mut out)).unwrap();
    out
}

fn take(desk: &mut Desk, bundle: &[u8]) {
    run(desk.read_bundle("b.json", Here::new(Bytes(Some(bundle.to_vec()))))).unwrap();
    run(desk.take_staged(false)).unwrap();
}

#[test]
fn a_case_is_registered_numbered_and_found() {
    let mut desk = desk(1);
    let case = register(&mut desk);
    let page = run(desk.case_page(case)).unwrap().unwrap();
    assert_eq!(
        page.case.number.get().map(String::as_str),
        Some("（2026）通西人调字第1号")
    );
    assert_eq!(page.case.anomalies, []);
    for search in [
        "张桂珍",
        "桂珍",
        "zgz",
        "13910000118",
        "0118",
        "第1号",
        "院墙",
        "肖家林",
    ] {
        assert_eq!(found(&desk, search), 1, "{search}");
    }
    assert_eq!(found(&desk, "王"), 0);
    register(&mut desk);
    assert_eq!(run(desk.about()).unwrap().cases, 2);
    assert_eq!(found(&desk, "第2号"), 1);
}

#[test]
fn a_firm_is_a_party_and_no_person() {
    let mut desk = desk(8);
    let mut intake = intake(&mut desk, Day::new(2026, 11, 23).unwrap());
    intake.parties.push(NewParty {
        kind: PartyKind::Organisation,
        ..party(PartyRole::Respondent, "广宏物业")
    });
    let case = act(&mut desk, None, Command::Register(intake))
        .unwrap()
        .case;
    let row = desk.views().0.get(&case).unwrap();
    assert_eq!((row.people, row.respondents), (2, 2));
}

#[test]
fn what_is_out_of_turn_is_refused_and_a_voided_case_counts_nowhere() {
    let mut desk = desk(2);
    let case = register(&mut desk);
    let day = Day::new(2026, 11, 24).unwrap();
    let refused = act(&mut desk, Some(case), Command::Close { day });
    assert!(matches!(
        refused,
        Err(Refusal::NotNow {
            stage: Stage::Registered,
            ..
        })
    ));
    act(
        &mut desk,
        Some(case),
        Command::Accept {
            day,
            told: Told::Orally,
        },
    )
    .unwrap();
    let registration = run(desk.case_page(case))
        .unwrap()
        .unwrap()
        .registration
        .unwrap();
    act(
        &mut desk,
        Some(case),
        Command::Void {
            registration,
            reason: RetractionReason::Trial,
        },
    )
    .unwrap();
    assert_eq!(found(&desk, ""), 0);
    assert_eq!(run(desk.about()).unwrap().cases, 0);
    // Its page says what it was; nothing can be done to it but to bring it back.
    let page = run(desk.case_page(case)).unwrap().unwrap();
    assert!(!page.case.counts() && page.next.is_empty() && page.due.is_none());
    assert!(page.case.number.get().is_some() && page.case.kind.get().is_some());
    let names: Vec<&str> = page
        .case
        .parties
        .iter()
        .filter_map(|party| party.identity.get()?.as_ref())
        .map(|identity| identity.name.as_str())
        .collect();
    assert_eq!(names, ["张桂珍", "李国强"]);
    assert_eq!(page.case.anomalies, []);
    assert!(page.timeline.iter().any(|item| {
        item.id == registration && item.retracted == Some(RetractionReason::Trial)
    }));
}

fn bundle_of(lines: &[String]) -> Vec<u8> {
    bundle_in(World::Real, lines)
}

fn bundle_in(world: World, lines: &[String]) -> Vec<u8> {
    let head = Head {
        exported_at: Day::new(2026, 11, 24).unwrap().at(9, 30).unwrap(),
        exported_by: Exporter {
            desk: DeskId([5; 16]),
            organisation: String::new(),
        },
        format: FORMAT.to_owned(),
        left_out: Vec::new(),
        level: Level::Full,
        purpose: String::new(),
        scope: "everything".to_owned(),
        version: VERSION,
        world,
    };
    let mut writer = Writer::new(&head);
    for text in lines {
        writer.line(&line::read(text.as_bytes()).unwrap());
    }
    writer.finish(None, None);
    writer.out
}
