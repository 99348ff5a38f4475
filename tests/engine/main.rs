//! The engine over a workspace in memory: what desks do, exchange, lose and get back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod companions;
mod course;
mod erasure;
mod habits;
mod kept;
mod names;
mod region;
mod shares;
mod taken_back;
mod unplaced;

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
use langqiao::engine::protocol::{
    Acted, ExportScope, NewDesk, ProgressUnit, Trouble, WorkspaceKind,
};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::engine::run::{Engine, Machine};
use langqiao::exchange::bundle::{
    BadFileProblem, Exporter, FORMAT, FaultName, Head, Level, VERSION, Writer,
};
use langqiao::law::day::{Day, Moment};
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
    fn progress(&self, _: u64, _: u64, _: ProgressUnit) {}
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
    }
}

fn register(desk: &mut Desk) -> StreamId {
    register_on(desk, Day::new(2026, 11, 23).unwrap())
}

fn register_on(desk: &mut Desk, day: Day) -> StreamId {
    let organisation = run(desk.about()).unwrap().desk.unwrap().organisation;
    let intake = Intake {
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
    };
    act(desk, None, Command::Register(intake)).unwrap().case
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

#[test]
fn two_desks_exchange_disagree_settle_and_end_equal() {
    let (mut a, mut b) = (desk(3), desk(4));
    let case = register(&mut a);
    let bundle = export(&mut a, Level::Full);
    take(&mut b, &bundle);
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    act(&mut a, Some(case), correct(DisputeType::Damages)).unwrap();
    act(&mut b, Some(case), correct(DisputeType::HouseHomestead)).unwrap();
    let (from_a, from_b) = (export(&mut a, Level::Full), export(&mut b, Level::Full));
    let preview = run(a.read_bundle("b.json", Here::new(Bytes(Some(from_b.clone()))))).unwrap();
    assert_eq!(
        (preview.new, preview.concurrent, preview.disputed.len()),
        (3, 1, 1)
    );
    run(a.take_staged(false)).unwrap();
    take(&mut b, &from_a);
    let questions = |desk: &mut Desk| run(desk.case_page(case)).unwrap().unwrap().case.questions();
    assert_eq!((questions(&mut a), questions(&mut b)), (1, 1));
    act(&mut b, Some(case), correct(DisputeType::Damages)).unwrap();
    let from_b = export(&mut b, Level::Full);
    take(&mut a, &from_b);
    let from_a = export(&mut a, Level::Full);
    take(&mut b, &from_a);
    assert_eq!((questions(&mut a), questions(&mut b)), (0, 0));
    assert_eq!(run(a.digests()).unwrap(), run(b.digests()).unwrap());
    // Once more changes nothing.
    let preview = run(b.read_bundle("a.json", Here::new(Bytes(Some(from_a))))).unwrap();
    assert_eq!((preview.new, preview.fuller), (0, 0));
}

#[test]
fn a_form_that_did_not_see_a_correction_is_asked() {
    let mut desk = desk(5);
    let case = register(&mut desk);
    let seen = run(desk.case_page(case)).unwrap().unwrap().heads;
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    run(desk.act(Some(case), &seen, correct(DisputeType::Damages)))
        .unwrap()
        .unwrap();
    let asked = run(desk.act(Some(case), &seen, correct(DisputeType::Traffic))).unwrap();
    assert!(matches!(asked, Err(Refusal::ChangedMeanwhile(_))));
}

#[test]
fn a_form_that_did_not_see_a_step_is_asked() {
    let mut desk = desk(42);
    let case = register(&mut desk);
    let day = Day::new(2026, 11, 24).unwrap();
    let acting = run(desk.about()).unwrap().desk.unwrap().acting;
    for step in [
        Command::Accept {
            day,
            told: Told::Orally,
        },
        Command::Assign {
            day,
            mediators: vec![acting],
            chosen_by: ChosenBy::Committee,
        },
    ] {
        let seen = run(desk.case_page(case)).unwrap().unwrap().heads;
        run(desk.act(Some(case), &seen, step.clone()))
            .unwrap()
            .unwrap();
        let asked = run(desk.act(Some(case), &seen, step)).unwrap();
        assert!(
            matches!(asked, Err(Refusal::ChangedMeanwhile(_))),
            "{asked:?}"
        );
    }
}

#[test]
fn a_redacted_bundle_verifies_names_nobody_and_is_filled_by_the_full_one() {
    let mut a = desk(6);
    let case = register(&mut a);
    let (redacted, full) = (export(&mut a, Level::Redacted), export(&mut a, Level::Full));
    for secret in ["张桂珍", "李国强", "13910000118", "肖家林", "院墙"] {
        assert!(
            !String::from_utf8_lossy(&redacted).contains(secret),
            "{secret}"
        );
    }
    let mut b = desk(7);
    take(&mut b, &redacted);
    assert_eq!(found(&b, "张桂珍"), 0);
    let preview = run(b.read_bundle("full.json", Here::new(Bytes(Some(full))))).unwrap();
    assert!(preview.fuller > 0 && preview.new == 0);
    run(b.take_staged(false)).unwrap();
    assert_eq!(found(&b, "张桂珍"), 1);
    assert_eq!(
        run(b.case_page(case)).unwrap().unwrap().case,
        run(a.case_page(case)).unwrap().unwrap().case
    );
}

#[test]
fn a_backup_gives_back_everything_onto_an_empty_desk_under_a_new_key() {
    let mut a = desk(8);
    register(&mut a);
    run(langqiao::store::Store::keep_draft(
        &a.store,
        "intake",
        "{\"name\":\"王\"}",
    ))
    .unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let mut b = empty(9);
    // What stands beside the entries is covered by the digest too.
    let changed = String::from_utf8(backup.clone()).unwrap();
    let changed = changed.replace("通西", "通东");
    let bad = run(b.restore("b.json", Here::new(Bytes(Some(changed.into_bytes())))));
    assert!(matches!(bad, Err(Trouble::BadFile(_))), "{bad:?}");
    run(b.restore("b.json", Here::new(Bytes(Some(backup.clone()))))).unwrap();
    assert_eq!(run(a.digests()).unwrap(), run(b.digests()).unwrap());
    let (of_a, of_b) = (
        run(a.about()).unwrap().desk.unwrap(),
        run(b.about()).unwrap().desk.unwrap(),
    );
    assert_eq!(
        (&of_a.organisation, &of_a.acting, &of_a.number_rule),
        (&of_b.organisation, &of_b.acting, &of_b.number_rule)
    );
    assert_ne!(of_a.fingerprint, of_b.fingerprint);
    assert!(
        run(langqiao::store::Store::draft(&b.store, "intake"))
            .unwrap()
            .is_some()
    );
    register(&mut b);
    assert_eq!(found(&b, "第2号"), 1, "numbers go on");
    assert!(matches!(
        run(b.restore("b.json", Here::new(Bytes(Some(backup))))),
        Err(Trouble::NotEmpty)
    ));
}

fn says_cut_off(problem: &BadFileProblem) -> bool {
    matches!(
        problem,
        BadFileProblem::CutOff | BadFileProblem::Line(FaultName::CutOff)
    )
}

/// What was said in confidence is in no export, and in every backup.
#[test]
fn what_was_said_in_confidence_stays_on_the_desk() {
    let mut a = desk(40);
    let case = register(&mut a);
    let note = Command::Note {
        day: Day::new(2026, 11, 23).unwrap(),
        form: NoteForm::Visit,
        text: "底线是三千元".into(),
        confidential_to: Some(run(a.case_page(case)).unwrap().unwrap().case.parties[0].label),
    };
    act(&mut a, Some(case), note).unwrap();
    assert_eq!(found(&a, "底线是三千元"), 0, "nor does a search find it");
    for level in [Level::Full, Level::Redacted] {
        let out = String::from_utf8(export(&mut a, level)).unwrap();
        assert!(!out.contains("底线是三千元"), "{level:?}");
        let mut b = desk(41);
        run(b.read_bundle("x.json", Here::new(Bytes(Some(out.into_bytes()))))).unwrap();
    }
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    assert!(String::from_utf8(backup).unwrap().contains("底线是三千元"));
}

#[test]
fn a_bad_file_says_what_is_wrong_and_changes_nothing() {
    let mut a = desk(10);
    register(&mut a);
    let good = export(&mut a, Level::Full);
    let mut b = desk(11);
    let before = run(b.digests()).unwrap();
    let problem = |b: &mut Desk, bytes: Vec<u8>| match run(
        b.read_bundle("x.json", Here::new(Bytes(Some(bytes))))
    ) {
        Err(Trouble::BadFile(bad)) => bad,
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(&mut b, Vec::new()).problem, BadFileProblem::Empty);
    assert_eq!(
        problem(&mut b, b"hello".to_vec()).problem,
        BadFileProblem::NotJson
    );
    assert_eq!(
        problem(&mut b, b"{\"a\":1}\n".to_vec()).problem,
        BadFileProblem::NotABundle
    );
    assert_eq!(
        problem(&mut b, vec![b'['; 3 << 20]).problem,
        BadFileProblem::NotJson
    );
    let cut = problem(&mut b, good[..good.len() / 2].to_vec());
    assert!(cut.line > 0, "{cut:?}");
    // Within a letter of Han, and within the first line.
    let han = good.iter().position(|byte| *byte >= 0x80).unwrap();
    for end in [han + 1, han + 2] {
        let cut = problem(&mut b, good[..end].to_vec()).problem;
        assert!(says_cut_off(&cut), "{cut:?}");
    }
    assert!(says_cut_off(&problem(&mut b, b"{\"a\":1".to_vec()).problem));
    let text = String::from_utf8(good.clone()).unwrap();
    for (was, is, fault) in [
        (
            "\"version\":1",
            "\"version\":1,\"version\":1",
            FaultName::KeyTwice,
        ),
        (
            "\"version\":1",
            "\"version\":99999999999999999999",
            FaultName::Malformed("version".into()),
        ),
        (
            "\"level\":\"full\"",
            "\"level\":\"half\"",
            FaultName::Malformed("head".into()),
        ),
        ("\"entries\":[", "\"entries\": [", FaultName::NotCanonical),
    ] {
        let bad = problem(&mut b, text.replacen(was, is, 1).into_bytes());
        assert_eq!(bad.problem, BadFileProblem::Line(fault), "{is}");
    }
    let more = problem(&mut b, [&good[..], b"x"].concat());
    assert_eq!(more.problem, BadFileProblem::Line(FaultName::NotCanonical));
    let newer =
        String::from_utf8(good.clone())
            .unwrap()
            .replacen("\"version\":1", "\"version\":7", 1);
    assert_eq!(
        problem(&mut b, newer.into_bytes()).problem,
        BadFileProblem::Newer(7)
    );
    for at in (0..good.len()).step_by(31) {
        let mut flipped = good.clone();
        flipped[at] ^= 4;
        assert!(
            run(b.read_bundle("x.json", Here::new(Bytes(Some(flipped))))).is_err(),
            "byte {at}"
        );
    }
    assert_eq!(run(b.digests()).unwrap(), before);
    let mut other = run(Engine::open(
        Memory::default(),
        Bench(Cell::new(1)),
        WorkspaceKind::Sandbox,
    ))
    .unwrap();
    assert!(matches!(
        problem(&mut other, good).problem,
        BadFileProblem::OtherWorld { .. }
    ));
}

#[test]
fn the_tail_becomes_a_segment_and_nothing_is_lost_on_the_way() {
    let mut desk = desk(12);
    let case = register(&mut desk);
    let day = Day::new(2026, 11, 24).unwrap();
    let others: Vec<StreamId> = (0..40).map(|_| register(&mut desk)).collect();
    for i in 0..1100 {
        let note = Command::Note {
            day,
            form: langqiao::domain::case::event::NoteForm::Note,
            text: format!("便条{i}"),
            confidential_to: None,
        };
        run(desk.act(Some(others[i % others.len()]), &[], note))
            .unwrap()
            .unwrap();
        if i % 500 == 0 {
            run(desk.compact()).unwrap();
        }
    }
    let before = run(desk.digests()).unwrap();
    run(desk.compact()).unwrap();
    assert_eq!(run(desk.digests()).unwrap(), before);
    assert_eq!(
        run(desk.case_page(case)).unwrap().unwrap().timeline.len(),
        1
    );
    assert_eq!(found(&desk, "便条1099"), 1);
    let Engine { store, .. } = desk;
    let mut again = run(Engine::open(
        store,
        Bench(Cell::new(13)),
        WorkspaceKind::Desk,
    ))
    .unwrap();
    assert_eq!(run(again.digests()).unwrap(), before);
    assert_eq!(found(&again, "便条1099"), 1);
    assert_eq!(
        run(again.case_page(case)).unwrap().unwrap().case.anomalies,
        []
    );
}

/// A line of a version that does not exist yet, which nobody may read past.
fn from_a_newer_version(case: StreamId, after: EntryId, n: u64, who: StreamId) -> String {
    let by = DeskId([5; 16]);
    let entry = format!(
        r#"{{"after":["{after}"],"at":"2026-11-24T09:00","by":"{by}","data":{{}},"kind":"case.sealed_by_court","must_understand":true,"n":{n},"private":[],"seq":1,"stream":"{case}","who":"{who}"}}"#
    );
    let id = line::digest(entry.as_bytes());
    format!(r#"{{"entry":{entry},"id":"{id}","private":[]}}"#)
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

#[test]
fn what_must_be_understood_and_is_not_can_always_be_taken_back() {
    let mut desk = desk(14);
    let case = register(&mut desk);
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let (registration, who) = (
        page.heads[0],
        run(desk.about()).unwrap().desk.unwrap().acting,
    );
    let note = || Command::Note {
        day: Day::new(2026, 11, 24).unwrap(),
        form: langqiao::domain::case::event::NoteForm::Note,
        text: "便条".into(),
        confidential_to: None,
    };
    let sealed = from_a_newer_version(case, registration, 2, who);
    let sealed_id = line::read(sealed.as_bytes()).unwrap().id;
    // Written here before the other came: it is not the last of its stream.
    act(&mut desk, Some(case), note()).unwrap();
    act(&mut desk, Some(case), note()).unwrap();
    take(&mut desk, &bundle_of(&[sealed]));
    let refused = act(&mut desk, Some(case), note());
    assert!(
        matches!(refused, Err(Refusal::NotUnderstood { .. })),
        "{refused:?}"
    );
    let take_back = |entry| Command::Retract {
        entry,
        reason: RetractionReason::Mistake,
    };
    let refused = act(&mut desk, Some(case), take_back(registration));
    assert!(matches!(refused, Err(Refusal::GoneOn)));
    act(&mut desk, Some(case), take_back(sealed_id)).unwrap();
    act(&mut desk, Some(case), note()).unwrap();
}

#[test]
fn an_import_into_a_desk_at_work_keeps_its_tail_and_its_views() {
    let (mut a, mut b) = (desk(15), desk(16));
    for _ in 0..5 {
        register(&mut a);
    }
    let own = register(&mut b);
    let bundle = export(&mut a, Level::Full);
    take(&mut b, &bundle);
    assert_eq!(found(&b, ""), 6);
    let note = Command::Note {
        day: Day::new(2026, 11, 24).unwrap(),
        form: langqiao::domain::case::event::NoteForm::Note,
        text: "后来的便条".into(),
        confidential_to: None,
    };
    act(&mut b, Some(own), note).unwrap();
    while run(b.save_on()).unwrap() {}
    let before = run(b.digests()).unwrap();
    let Engine { store, .. } = b;
    let mut again = run(Engine::open(
        store,
        Bench(Cell::new(17)),
        WorkspaceKind::Desk,
    ))
    .unwrap();
    assert_eq!(run(again.digests()).unwrap(), before);
    assert_eq!((found(&again, ""), found(&again, "后来")), (6, 1));
}

#[test]
fn a_sandbox_has_three_cases_at_different_points_of_their_course() {
    let mut hall = run(Engine::open(
        Memory::default(),
        Bench(Cell::new(18)),
        WorkspaceKind::Sandbox,
    ))
    .unwrap();
    run(hall.furnish()).unwrap();
    for (search, stage) in [
        ("楼上漏水", Stage::Registered),
        ("排水沟走向", Stage::InMediation),
        ("拖欠工资", Stage::Agreed),
    ] {
        let today = Day::new(2026, 11, 24).unwrap();
        let page = hall
            .views()
            .0
            .page(&Default::default(), search, 0, 10, today);
        assert_eq!((page.found, page.all), (1, 3), "{search}");
        let case = run(hall.case_page(page.rows[0].id)).unwrap().unwrap().case;
        assert_eq!(case.stage, Some(stage), "{search}");
        assert_eq!(case.anomalies, [], "{search}");
    }
    // What is still owed is what was told of it.
    let today = Day::new(2026, 11, 24).unwrap();
    let owed = hall
        .views()
        .0
        .page(&Default::default(), "剩下九千元", 0, 1, today);
    assert_eq!(owed.rows[0].total, Fen::parse_yuan("9000元").ok());
    // What stands at hand: each number opens its cases, and the open and the ended are the register.
    let today = Day::new(2026, 11, 24).unwrap();
    let (cases, _) = hall.views();
    let counts = cases.counts(&Default::default(), "", today);
    for hand in Hand::ALL {
        let opened = cases.page(&hand.query(), "", 0, 10, today).found;
        assert_eq!(hand.count(&counts), opened, "{hand:?}");
    }
    let count = |hand: Hand| hand.count(&counts);
    assert_eq!(count(Hand::Open) + count(Hand::Ended), cases.len());
    assert_eq!((count(Hand::Open), count(Hand::ToDecide)), (2, 1));
    // Opened again it is as it was left.
    run(hall.furnish()).unwrap();
    assert_eq!(run(hall.about()).unwrap().cases, 3);
}

#[test]
fn a_backup_is_due_for_cases_in_which_something_was_done_since() {
    let mut desk = desk(41);
    register(&mut desk);
    let since = |desk: &mut Desk| run(desk.about()).unwrap().cases_since_backup;
    assert_eq!(since(&mut desk), 1, "no backup was made yet");
    run(desk.backed_up()).unwrap();
    assert_eq!(since(&mut desk), 0);
    // The case was taken on after it: no new case, and something to lose.
    let mark = r#"{"at":"2026-11-20T09:00","cases":1}"#;
    run(desk.store.set_note(Note::Backup, mark)).unwrap();
    assert_eq!(since(&mut desk), 1);
}
