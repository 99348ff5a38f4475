//! A directory of Tongzhou's organisations and one of its people, taken in over memory: once, again, and put right.

use std::cell::Cell;
use std::future::Future;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::domain::network::{About, Slot};
use crate::engine::protocol::{NewDesk, WorkspaceKind};
use crate::law::day::Day;
use crate::law::divisions::{parse_towns, parse_villages};
use crate::law::organisation::OrganisationKind;
use crate::law::person::{MediatorKind, MemberCategory};
use crate::store::memory::Memory;

/// A machine whose chance is a count and whose clock stands.
#[derive(Default)]
struct Still(Cell<u64>);

impl Chance for Still {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.0.set(self.0.get() + 1);
            let hash = blake3::hash(&self.0.get().to_le_bytes());
            chunk.copy_from_slice(&hash.as_bytes()[..chunk.len()]);
        }
    }
}

impl Machine for Still {
    fn now(&self) -> Moment {
        Day::new(2026, 11, 24).unwrap().at(9, 0).unwrap()
    }
    fn changed(&self) {}
    fn progress(&self, _: u64, _: u64) {}
    fn pin_digest(&self, _: &str, _: &str) -> String {
        String::new()
    }
    fn stopped(&self) -> bool {
        false
    }
}

/// Memory never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    match future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("memory waited"),
    }
}

type Desk = Engine<Memory, Still>;

fn tongzhou() -> Adcode {
    Adcode::new(110_112).unwrap()
}

fn desk() -> Desk {
    let opened = Engine::open(Memory::default(), Still::default(), WorkspaceKind::Desk);
    let mut engine = now(opened).unwrap();
    now(engine.set_up(NewDesk {
        county: tongzhou(),
        town: None,
        organisation: String::from("西集司法所"),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: String::from("西"),
        name: String::from("赵淑敏"),
    }))
    .unwrap();
    engine
}

fn file(text: &str) -> LedgerText {
    LedgerText {
        text: text.to_owned(),
        encoding: String::from("utf-8"),
        towns: parse_towns("110112\n104西集镇\n").unwrap(),
    }
}

fn villages() -> Villages {
    parse_villages(tongzhou(), "104\n227肖家林村村委会\n").unwrap()
}

fn look(engine: &mut Desk, text: &str, choices: &DirectoryChoices) -> DirectoryPreview {
    now(engine.read_directory("名册.csv", &file(text), &villages(), choices)).unwrap()
}

fn take(engine: &mut Desk, text: &str, choices: &DirectoryChoices, rows: &[u32]) -> DirectoryTaken {
    now(engine.take_directory("名册.csv", &file(text), &villages(), choices, rows)).unwrap()
}

const OFFICES: &str = "\
名称,类型,上级,乡镇街道,村社区,地址,联系人,电话,开放时间,面积
肖家林村调委会,,西集司法所,西集镇,肖家林,村委会院内,李文,13800138000,,60
通州区司法局,,,,,,,,,
老李调室,,,,,,,,,
肖家林村调委会,,西集司法所,西集镇,肖家林,,,,,
王家调解室,,没有这家,,,,,,,
";

#[test]
fn organisations_are_taken_in_once() {
    let (mut engine, choices) = (desk(), DirectoryChoices::default());
    let seen = look(&mut engine, OFFICES, &choices);
    assert!(!seen.people);
    assert_eq!((seen.rows, seen.apart, seen.new, seen.same), (6, 1, 2, 0));
    assert_eq!(seen.repeated, [(5, 2)]);
    let refused: Vec<u32> = seen.refused.iter().map(|row| row.row).collect();
    assert_eq!(refused, [4, 6]);
    assert!(
        seen.refused[1].why[0].0.contains("没有这家"),
        "{:?}",
        seen.refused
    );
    let before = engine.network.organisations.len();
    assert_eq!(
        look(&mut engine, OFFICES, &choices).new,
        2,
        "nothing was changed"
    );
    assert_eq!(engine.network.organisations.len(), before);

    assert_eq!(take(&mut engine, OFFICES, &choices, &[]).added, 2);
    let (id, committee) = engine
        .network
        .organisations
        .iter()
        .find(|(_, one)| one.now.name == "肖家林村调委会")
        .map(|(id, one)| (*id, one.now.clone()))
        .unwrap();
    assert_eq!(committee.kind, OrganisationKind::CommitteeVillage);
    assert_eq!(committee.village.map(|v| v.number()), Some(110_112_104_227));
    assert_eq!(
        engine.network.name(&committee.parent.unwrap()).as_deref(),
        Some("西集司法所")
    );
    let texts = now(engine.lines(&id)).unwrap();
    let lines = read_all(&texts);
    let chronicle = Chronicle::tell(&lines);
    let About::Organisation(_, sheet) = About::told(id, chronicle.live()) else {
        panic!("no organisation")
    };
    assert_eq!(sheet.words(Slot::Contact), Some("李文 13800138000"));
    assert_eq!(sheet.words(Slot::Address), Some("村委会院内"));

    let again = look(&mut engine, OFFICES, &choices);
    assert_eq!((again.new, again.same, again.changes.len()), (0, 2, 0));
    assert_eq!(
        take(&mut engine, OFFICES, &choices, &[]),
        DirectoryTaken::default()
    );
}

#[test]
fn what_differs_is_corrected_when_somebody_agrees() {
    let (mut engine, choices) = (desk(), DirectoryChoices::default());
    take(&mut engine, OFFICES, &choices, &[]);
    let later = "\
名称,类型,乡镇街道,开放时间,面积,电话
肖家林村调委会,,西集镇,周一至周五,80,13911112222
";
    let seen = look(&mut engine, later, &choices);
    assert_eq!((seen.new, seen.same), (0, 0));
    let [change] = &seen.changes[..] else {
        panic!("{seen:?}")
    };
    let fields: Vec<&str> = change
        .fields
        .iter()
        .map(|(field, _, _)| field.as_str())
        .collect();
    assert_eq!(fields, ["hours", "floor_area", "contact"]);
    assert_eq!(change.refused, None);
    assert_eq!(take(&mut engine, later, &choices, &[]).corrected, 0);
    assert_eq!(take(&mut engine, later, &choices, &[2]).corrected, 1);
    let find = |engine: &Desk| {
        let mut all = engine.network.organisations.values();
        all.find(|one| one.now.name == "肖家林村调委会")
            .map(|one| one.now.clone())
            .unwrap()
    };
    let now_ = find(&engine);
    assert_eq!(
        (now_.floor_area, now_.hours.as_deref()),
        (Some(80), Some("周一至周五"))
    );
    assert_eq!(look(&mut engine, later, &choices).same, 1);
}

const PEOPLE: &str = "\
姓名,性别,专兼职,等级,单位,特长,语言,证书编号,电话,团队,类别
李文,女,专职,二级,,邻里,英语,TZ-12,13911112222,向日葵暖心团,五老
王芳,,,,西集司法所,,,,,向日葵暖心团,网格员
赵淑敏,女,,,,,,,,,
";

#[test]
fn people_come_with_their_team() {
    let mut engine = desk();
    let seen = look(&mut engine, PEOPLE, &DirectoryChoices::default());
    assert!(seen.people);
    assert_eq!(
        (seen.new, seen.unsaid_serving, seen.refused.len()),
        (1, 2, 2)
    );
    let choices = DirectoryChoices {
        serving: Some(MediatorKind::PartTime),
        ..DirectoryChoices::default()
    };
    let seen = look(&mut engine, PEOPLE, &choices);
    assert_eq!((seen.new, seen.refused.len()), (2, 0));
    // The one who set up the desk is full-time there.
    assert_eq!(seen.changes.len(), 1);
    assert_eq!(take(&mut engine, PEOPLE, &choices, &[]).added, 2);
    let named = |engine: &Desk, name: &str| {
        let mut all = engine.network.mediators.iter();
        all.find(|(_, one)| one.name.as_deref() == Some(name))
            .map(|(id, one)| (*id, one.clone()))
            .unwrap()
    };
    let (li, one) = named(&engine, "李文");
    assert_eq!(
        (one.now.kind, one.now.grade.as_deref()),
        (MediatorKind::FullTime, Some("二级"))
    );
    let (wang, other) = named(&engine, "王芳");
    assert_eq!(other.now.kind, MediatorKind::PartTime);
    let teams: Vec<_> = engine.network.teams.values().cloned().collect();
    assert_eq!(teams.len(), 1);
    let mut members = teams[0].members.clone();
    members.sort();
    let mut expected = vec![
        (li, MemberCategory::FiveElders),
        (wang, MemberCategory::GridWorker),
    ];
    expected.sort();
    assert_eq!(members, expected);
    let again = look(&mut engine, PEOPLE, &choices);
    assert_eq!((again.new, again.same, again.changes.len()), (0, 2, 1));
}

#[test]
fn a_column_may_be_said_to_be_another() {
    let mut engine = desk();
    let text = "名称,类型,说明\n甲司法所,,周一至周五\n";
    let choices = DirectoryChoices {
        columns: vec![(2, "hours".into())],
        ..DirectoryChoices::default()
    };
    assert_eq!(
        look(&mut engine, text, &choices).columns[2].meaning,
        "hours"
    );
    take(&mut engine, text, &choices, &[]);
    let hours = engine
        .network
        .organisations
        .values()
        .filter_map(|one| one.now.hours.clone());
    assert_eq!(hours.collect::<Vec<_>>(), ["周一至周五"]);
}

#[test]
fn what_has_no_header_or_no_row_is_not_read() {
    let mut engine = desk();
    for (text, code) in [
        ("", NO_ROWS),
        ("一,二\n三,四\n", NO_HEADER),
        ("名称,类型\n", NO_ROWS),
    ] {
        let read = now(engine.read_directory(
            "名册.csv",
            &file(text),
            &villages(),
            &DirectoryChoices::default(),
        ));
        assert_eq!(read, Err(Trouble::BadLedger(code.to_owned())), "{text}");
    }
}
