//! The made-up ledger of Wuqing, taken in over memory: once, again, and a month later.

mod days;
mod habits;
mod people;
mod typed;
mod unsaid;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::future::Future;
use std::task::{Context, Poll, Waker};

use serde_json::Value;

use super::known::{Known, differences};
use super::story::identity;
use super::*;
use crate::domain::case::Command;
use crate::domain::case::command::{NewClause, OralAgreement};
use crate::domain::case::event::ConfirmationStep;
use crate::domain::catalogue::{Event, RetractionReason};
use crate::domain::context::Chance;
use crate::domain::leaf::Identity;
use crate::engine::protocol::{NewDesk, WorkspaceKind};
use crate::exchange::ledger::{Column, IdNumber, Outcome, Person, Row, decode};
use crate::law::day::{Day, Moment};
use crate::law::divisions::{Adcode, Town, parse_towns};
use crate::law::identity::ResidentNumber;
use crate::law::organisation::OrganisationKind;
use crate::law::person::Sex;
use crate::record::{Chronicle, line};
use crate::store::Append;
use crate::store::memory::Memory;

const FIRST: &[u8] = include_bytes!("../../../tests/fixtures/ledger/wuqing.csv");
const LATER: &[u8] = include_bytes!("../../../tests/fixtures/ledger/wuqing-next-month.csv");
const EXPECTED: &str = include_str!("../../../tests/fixtures/ledger/wuqing.expected.json");

/// A machine whose chance is a count and whose clock stands, and a person who may lose patience.
#[derive(Default)]
struct Still {
    chance: Cell<u64>,
    /// So many words about progress are waited for.
    patience: Cell<Option<u64>>,
}

impl Chance for Still {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.chance.set(self.chance.get() + 1);
            let hash = blake3::hash(&self.chance.get().to_le_bytes());
            chunk.copy_from_slice(&hash.as_bytes()[..chunk.len()]);
        }
    }
}

impl Machine for Still {
    fn now(&self) -> Moment {
        Day::new(2026, 11, 24).unwrap().at(9, 0).unwrap()
    }
    fn changed(&self) {}
    fn progress(&self, _: u64, _: u64) {
        let left = self.patience.get();
        self.patience.set(left.map(|words| words.saturating_sub(1)));
    }
    fn pin_digest(&self, _: &str, _: &str) -> String {
        String::new()
    }
    fn stopped(&self) -> bool {
        self.patience.get() == Some(0)
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

fn desk() -> Engine<Memory, Still> {
    let mut engine = now(Engine::open(
        Memory::default(),
        Still::default(),
        WorkspaceKind::Desk,
    ))
    .unwrap();
    now(engine.set_up(NewDesk {
        county: Adcode::new(120_114).unwrap(),
        town: None,
        organisation: String::from("武清区人民调解委员会"),
        kind: OrganisationKind::CommitteeTownship,
        abbreviation: String::from("武"),
        name: String::from("周敏"),
    }))
    .unwrap();
    engine
}

const TOWNS: &str = include_str!("../../../public/places/towns.txt");

fn text(bytes: &[u8]) -> LedgerText {
    LedgerText {
        text: decode(bytes).text,
        encoding: String::from("gb18030"),
        towns: parse_towns(TOWNS).unwrap(),
    }
}

fn take(engine: &mut Engine<Memory, Still>, bytes: &[u8], corrections: &[u32]) -> LedgerTaken {
    let choices = LedgerChoices::default();
    now(engine.take_ledger("台账.csv", &text(bytes), &choices, corrections)).unwrap()
}

fn look(engine: &mut Engine<Memory, Still>, bytes: &[u8]) -> LedgerPreview {
    now(engine.read_ledger("台账.csv", &text(bytes), &LedgerChoices::default())).unwrap()
}

#[test]
fn a_subtotal_that_is_wrong_and_bytes_that_are_no_text_are_said_and_refuse_no_row() {
    let mut engine = desk();
    assert_eq!(look(&mut engine, FIRST).remarks, []);
    let typed = decode(FIRST).text;
    let row = typed
        .lines()
        .position(|line| line.contains("小计"))
        .unwrap();
    let wrong: Vec<String> = typed
        .lines()
        .enumerate()
        .map(|(at, line)| {
            if at != row {
                return line.to_owned();
            }
            // Its number with a nine before it.
            let digit = line.rfind(|c: char| c.is_ascii_digit()).unwrap();
            let from = line[..digit]
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |at| {
                    at + line[at..].chars().next().map_or(1, char::len_utf8)
                });
            format!("{}9{}", &line[..from], &line[from..])
        })
        .collect();
    let seen = look(&mut engine, wrong.join("\n").as_bytes());
    assert_eq!((seen.read, seen.refused.len()), (120, 0));
    let [(zh, en)] = &*seen.remarks else {
        panic!("{:?}", seen.remarks);
    };
    let place = (row + 1).to_string();
    assert!(zh.contains(&place) && en.contains(&place), "{zh} {en}");

    let undated = typed.replacen(",2023.1.10,", ",,", 1);
    assert_ne!(undated, typed);
    let remarks = look(&mut engine, undated.as_bytes()).remarks;
    assert!(
        remarks.iter().any(|(zh, _)| zh.contains("没写结案日期")),
        "{remarks:?}"
    );

    let damaged = typed.replacen("邻里", "邻\u{fffd}", 1);
    let remarks = look(&mut engine, damaged.as_bytes()).remarks;
    assert!(
        remarks.iter().any(|(zh, _)| zh.contains("坏字")),
        "{remarks:?}"
    );
}

#[test]
fn a_ledger_is_taken_in_once() {
    let mut engine = desk();
    let before = look(&mut engine, FIRST);
    assert_eq!(before.refused, []);
    assert_eq!((before.read, before.new, before.known), (120, 120, 0));
    let aside = before.title + before.header + before.blank + before.subtotal;
    assert_eq!(before.rows, before.read + aside);
    let taken = take(&mut engine, FIRST, &[]);
    assert_eq!((taken.added, taken.corrected), (120, 0));
    assert_eq!(engine.cases.len(), 120);

    let again = look(&mut engine, FIRST);
    assert_eq!((again.new, again.known), (0, 120));
    assert_eq!(again.corrections, []);
    assert_eq!(take(&mut engine, FIRST, &[]).added, 0);

    // And so it is after a restart, from segments.
    now(engine.compact()).unwrap();
    let mut engine = now(Engine::open(
        engine.store,
        Still {
            chance: Cell::new(1 << 40),
            ..Still::default()
        },
        WorkspaceKind::Desk,
    ))
    .unwrap();
    assert_eq!(look(&mut engine, FIRST).known, 120);
}

#[test]
fn what_was_taken_in_reads_back() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let rows = expected["rows"].as_array().unwrap();
    assert_eq!(known.len(), rows.len());
    for (known, row) in known.iter().zip(rows) {
        let mut read = serde_json::to_value(&known.row).unwrap();
        // A serial is of the sheet, not of the case.
        read["no"] = row["no"].clone();
        assert_eq!(&read, row);
    }
}

#[test]
fn next_month_brings_thirty_and_one_correction() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let seen = look(&mut engine, LATER);
    assert_eq!(seen.refused, []);
    assert_eq!((seen.new, seen.known), (30, 120));
    let [correction] = seen.corrections.as_slice() else {
        panic!("{:?}", seen.corrections);
    };
    let fields = [(
        String::from("amount"),
        String::from("300000"),
        String::from("800000"),
    )];
    assert_eq!(correction.fields, fields);
    let taken = take(&mut engine, LATER, &[correction.row]);
    assert_eq!((taken.added, taken.corrected), (30, 1));
    assert_eq!(engine.cases.len(), 150);
    let after = look(&mut engine, LATER);
    assert_eq!((after.new, after.known), (0, 150));
    assert_eq!(after.corrections, []);

    // What stood there stays in sight, and nothing is out of course.
    let texts = now(engine.lines(&correction.case)).unwrap();
    let chronicle = Chronicle::tell(&super::super::streams::read_all(&texts));
    assert_eq!(chronicle.case().anomalies, []);
    let taken_back = chronicle
        .told
        .iter()
        .filter(|told| told.retracted_by.is_some());
    assert!(taken_back.clone().count() == 1);
    assert!(
        taken_back
            .clone()
            .all(|told| matches!(told.fact.event, Event::CaseAgreedOrally(_)))
    );
}

#[test]
fn a_correction_is_written_only_where_somebody_agreed_to_it() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let asked = look(&mut engine, LATER).corrections;
    assert!(!asked.is_empty());
    assert_eq!(take(&mut engine, LATER, &[]).corrected, 0);
    assert_eq!(look(&mut engine, LATER).corrections, asked);
}

#[test]
fn no_case_of_a_ledger_is_out_of_course() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    for known in now(engine.known_rows(&[], 0)).unwrap() {
        let chronicle = Chronicle::tell(&super::super::streams::read_all(&known.texts));
        assert_eq!(chronicle.case().anomalies, []);
    }
}

#[test]
fn a_corrected_name_is_written_as_a_correction() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let mut other = text(FIRST);
    other.text = other.text.replace("梁华国", "梁桦国");
    let choices = LedgerChoices::default();
    let seen = now(engine.read_ledger("台账.csv", &other, &choices)).unwrap();
    let rows: Vec<u32> = seen
        .corrections
        .iter()
        .map(|correction| correction.row)
        .collect();
    assert!(!rows.is_empty());
    let taken = now(engine.take_ledger("台账.csv", &other, &choices, &rows)).unwrap();
    assert_eq!(taken.corrected as usize, rows.len());
    let texts = now(engine.lines(&seen.corrections[0].case)).unwrap();
    let chronicle = Chronicle::tell(&super::super::streams::read_all(&texts));
    assert!(
        chronicle
            .live()
            .any(|fact| matches!(fact.event, Event::CaseCorrected(_)))
    );
}

#[test]
fn a_ledger_that_still_waits_takes_back_no_end() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let ended = |known: &&Known| known.row.outcome == Outcome::Success;
    let ended = &known.iter().find(ended).unwrap().row;
    let waits = Row {
        outcome: Outcome::Open,
        ..ended.clone()
    };
    let differ = |here, there| differences(here, there, vec![Column::Result]);
    assert_eq!(differ(ended, &waits), []);
    assert_eq!(differ(&waits, ended), [Column::Result]);
}

#[test]
fn an_end_on_which_something_was_built_stays_whatever_a_ledger_says() {
    let day = Day::new(2026, 11, 24).unwrap();
    let remarks = String::new();
    let perform = Command::Perform {
        day,
        clause: None,
        remarks: remarks.clone(),
    };
    for built in [perform, Command::Urge { day, remarks }] {
        let mut engine = desk();
        take(&mut engine, FIRST, &[]);
        let correction = look(&mut engine, LATER).corrections.remove(0);
        let heads = |engine: &mut Engine<Memory, Still>| {
            let page = now(engine.case_page(correction.case)).unwrap();
            page.unwrap().heads
        };
        let seen = heads(&mut engine);
        now(engine.act(Some(correction.case), &seen, built))
            .unwrap()
            .unwrap();
        let before = heads(&mut engine);
        // It is said before anybody agrees, and refused by the rule where somebody agreed all the same.
        let refused = look(&mut engine, LATER).corrections.remove(0).refused;
        assert_eq!(refused, Some(Refusal::GoneOn));
        let taken = take(&mut engine, LATER, &[correction.row]);
        assert_eq!(
            (taken.corrected, taken.refused),
            (0, vec![(correction.row, Refusal::GoneOn)])
        );
        assert_eq!(heads(&mut engine), before);
    }
}

#[test]
fn what_somebody_wrote_of_an_end_is_no_ledgers_to_take_back() {
    let day = |of: &Row| of.concluded.unwrap();
    let dismissed = |step| {
        move |row: &Row| Command::Confirm {
            day: day(row),
            step,
        }
    };
    let by_hand = |row: &Row| {
        Command::AgreeOrally(OralAgreement {
            day: day(row),
            facts: String::from("说好了分三次付。"),
            clauses: vec![NewClause {
                text: String::from("月底前付清。"),
                due: None,
                fen: row.amount,
            }],
            manner: String::new(),
        })
    };
    let retract = |engine: &Engine<Memory, Still>, case| {
        let mut lines = engine
            .tail
            .iter()
            .map(|(_, text)| line::read(text.as_bytes()).unwrap());
        let agreed =
            |line: &line::Line<'_>| line.stream == case && line.kind.starts_with("case.agreed");
        let entry = lines.rfind(agreed).unwrap().id;
        Command::Retract {
            entry,
            reason: RetractionReason::Mistake,
        }
    };
    for agrees_anew in [false, true] {
        let mut engine = desk();
        take(&mut engine, FIRST, &[]);
        let correction = look(&mut engine, LATER).corrections.remove(0);
        assert_eq!(correction.refused, None);
        let known = now(engine.known_rows(&[], 0)).unwrap();
        let row = known.iter().find(|known| known.stream == correction.case);
        let row = row.unwrap().row.clone();
        let commands = match agrees_anew {
            true => vec![retract(&engine, correction.case), by_hand(&row)],
            false => vec![
                dismissed(ConfirmationStep::Applied)(&row),
                dismissed(ConfirmationStep::Dismissed)(&row),
            ],
        };
        for command in commands {
            let seen = now(engine.case_page(correction.case))
                .unwrap()
                .unwrap()
                .heads;
            now(engine.act(Some(correction.case), &seen, command))
                .unwrap()
                .unwrap();
        }
        let refused = look(&mut engine, LATER).corrections.remove(0).refused;
        assert_eq!(refused, Some(Refusal::GoneOn), "{agrees_anew}");
    }
}

#[test]
fn what_another_window_writes_meanwhile_is_weighed_again() {
    let mut engine = desk();
    let choices = LedgerChoices::default();
    let weighed = now(engine.weigh("台账.csv", &text(FIRST), &choices)).unwrap();
    // A line of another desk, which another window has taken in.
    let mut other = desk();
    take(&mut other, FIRST, &[]);
    let line = other.tail.last().unwrap().1.clone();
    let after = engine.last_place();
    let append = |_| -> Result<Append, Trouble> {
        Ok(Append {
            lines: vec![line],
            desk: None,
        })
    };
    now(engine.store.append(engine.manifest.version, after, append))
        .unwrap()
        .unwrap();
    let told = now(engine.tell_rows("台账.csv", &weighed, &[])).unwrap();
    assert!(now(engine.write(&told)).unwrap().is_none());
    assert_eq!(engine.cases.rows().count(), 0);
    assert_eq!(now(engine.store.tail(after)).unwrap().len(), 1);
    // The taking looks first, and so is not in the other's way.
    assert_eq!(take(&mut engine, FIRST, &[]).added, 120);
}

#[test]
fn cases_count_where_the_title_says_and_in_the_township_that_their_place_names() {
    let taken = |county: u32, name: &str, chosen: Option<Adcode>| {
        let mut engine = now(Engine::open(
            Memory::default(),
            Still::default(),
            WorkspaceKind::Desk,
        ))
        .unwrap();
        let town = Town::new(county * 1_000 + 1);
        now(engine.set_up(NewDesk {
            county: Adcode::new(county).unwrap(),
            town,
            organisation: name.to_owned(),
            kind: OrganisationKind::JudicialOffice,
            abbreviation: String::new(),
            name: String::from("赵淑敏"),
        }))
        .unwrap();
        let choices = LedgerChoices {
            county: chosen,
            ..LedgerChoices::default()
        };
        let file = text(FIRST);
        let preview = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
        if chosen.is_none() {
            now(engine.take_ledger("台账.csv", &file, &choices, &[])).unwrap();
        }
        assert!(engine.cases.rows().all(|row| row.county == preview.county));
        let towns = engine.cases.rows().map(|row| row.town.map(Town::number));
        let towns: BTreeSet<Option<u32>> = towns.collect();
        (preview.county.number(), preview.counties.len(), towns)
    };
    // 大孟庄镇, 河西务镇, 王庆坨镇 and 高村镇.
    let wuqing = 120_114;
    let named = [107, 109, 114, 123].map(|town| Some(wuqing * 1_000 + town));
    let named = BTreeSet::from(named);
    assert_eq!(
        taken(wuqing, "大孟庄镇司法所", None),
        (wuqing, 0, named.clone())
    );
    // At a desk of another county it is asked, and the title's is guessed.
    let tongzhou = Adcode::new(110_112);
    assert_eq!(taken(110_112, "西集镇司法所", None), (wuqing, 2, named));
    assert_eq!(taken(110_112, "西集镇司法所", tongzhou).0, 110_112);
}

#[test]
fn a_ledger_that_is_stopped_changes_nothing_however_late() {
    let mut engine = desk();
    let (file, choices) = (text(FIRST), LedgerChoices::default());
    let before = now(engine.digests()).unwrap();
    for words in [1, 120] {
        engine.machine.patience.set(Some(words));
        let read = now(engine.read_ledger("台账.csv", &file, &choices));
        assert_eq!(read.unwrap_err(), Trouble::Cancelled);
        engine.machine.patience.set(Some(words));
        let taken = now(engine.take_ledger("台账.csv", &file, &choices, &[]));
        assert_eq!(taken.unwrap_err(), Trouble::Cancelled);
        engine.machine.patience.set(None);
        assert_eq!(now(engine.digests()).unwrap(), before);
    }
    // The number it would have given first is still free.
    assert_eq!(take(&mut engine, FIRST, &[]).added, 120);
}

#[test]
fn a_desk_that_another_window_changed_meanwhile_is_not_written_over() {
    let mut engine = desk();
    let choices = LedgerChoices::default();
    let weighed = now(engine.weigh("台账.csv", &text(FIRST), &choices)).unwrap();
    let told = now(engine.tell_rows("台账.csv", &weighed, &[])).unwrap();
    let mut changed = engine.desk.clone().unwrap();
    changed.abbreviation = String::from("武清");
    let append = |_| -> Result<Append, Trouble> {
        Ok(Append {
            lines: Vec::new(),
            desk: Some(changed.text()?),
        })
    };
    let (manifest, last) = (engine.manifest.version, engine.last_place());
    now(engine.store.append(manifest, last, append))
        .unwrap()
        .unwrap();
    assert!(now(engine.write(&told)).unwrap().is_none());
    assert_eq!(take(&mut engine, FIRST, &[]).added, 120);
    let after = now(engine.read_desk()).unwrap().unwrap();
    assert_eq!(after.abbreviation, "武清");
}

#[test]
fn a_correction_with_other_people_than_the_case_has_is_not_written() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let mut other = text(FIRST);
    other.text = other.text.replace("梁华国", "梁华国、梁桦国");
    let choices = LedgerChoices::default();
    let seen = now(engine.read_ledger("台账.csv", &other, &choices)).unwrap();
    let rows: Vec<u32> = seen.corrections.iter().map(|one| one.row).collect();
    assert!(!rows.is_empty());
    let refused = |one: &LedgerCorrection| one.refused == Some(Refusal::OtherPeople);
    assert!(seen.corrections.iter().all(refused));
    let taken = now(engine.take_ledger("台账.csv", &other, &choices, &rows)).unwrap();
    assert_eq!(taken.corrected, 0);
}

#[test]
fn what_the_old_number_said_of_a_person_goes_with_it() {
    let number = |text| IdNumber::Resident(ResidentNumber::parse(text).unwrap());
    let person = |id| Person {
        name: String::from("张桂珍"),
        id,
        ..Person::default()
    };
    let known = Identity {
        name: String::from("张桂珍"),
        id_number: Some(String::from("11010519491231002X")),
        born: Day::new(1949, 12, 31).ok(),
        sex: Some(Sex::Female),
        ..Identity::default()
    };
    let same = identity(known.clone(), &person(Some(number("11010519491231002X"))));
    assert_eq!(same, known);
    assert_eq!(identity(known.clone(), &person(None)), known);
    let other = identity(known, &person(Some(number("110105202603010020"))));
    assert_eq!((other.born, other.sex), (None, None));
}

#[test]
fn a_row_that_the_rules_refuse_leaves_nothing_behind() {
    let mut engine = desk();
    take(&mut engine, FIRST, &[]);
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let ended = |known: &&Known| known.row.outcome == Outcome::Success;
    let row = Row {
        number: None,
        mediators: vec![String::from("新来的")],
        ..known.iter().find(ended).unwrap().row.clone()
    };
    // Its end lies in the future: refused once it is registered and somebody was enrolled for it.
    let refused = Row {
        concluded: Day::new(2026, 11, 25).ok(),
        ..row.clone()
    };
    let mut writer = engine.writer(
        engine.desk.clone().unwrap(),
        (Adcode::new(120_114).unwrap(), Vec::new()),
        Form::Oral,
    );
    let before = writer.desk.seq;
    assert!(writer.tell("台账.csv", &refused).is_err());
    assert_eq!((writer.desk.seq, writer.lines.len()), (before, 0));
    assert!(writer.streams.is_empty());
    let numbered = Row {
        mediators: vec![String::from("13800138000")],
        ..row.clone()
    };
    let refused = writer.tell("台账.csv", &numbered);
    assert_eq!(refused, Err(Refusal::NotAMediator));
    assert_eq!((writer.desk.seq, writer.lines.len()), (before, 0));
    // The next row of the same mediator brings who that is.
    writer.tell("台账.csv", &row).unwrap();
    assert_eq!(writer.desk.seq, before + writer.lines.len() as u64);
    let enrols = |line: &&String| line.contains("\"kind\":\"mediator.enrolled\"");
    assert_eq!(writer.lines.iter().filter(enrols).count(), 1);
}

#[test]
fn a_refused_row_is_mended_in_place() {
    let mut engine = desk();
    let mut file = text(FIRST);
    file.text = file.text.replacen("2023.1.3,", "2023.13.3,", 1);
    let mut choices = LedgerChoices::default();
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    let [refused] = seen.refused.as_slice() else {
        panic!("{:?}", seen.refused);
    };
    assert_eq!(seen.new, 119);
    choices.edits.push((
        refused.row,
        refused.column.unwrap(),
        String::from("2023-01-03"),
    ));
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert_eq!((seen.new, seen.refused.len()), (120, 0));
}

/// It is one thing to put right, and no cell of the rows is.
#[test]
fn a_column_that_is_not_matched_is_lacking_once_and_rows_are_refused_for_it() {
    let mut engine = desk();
    let header = "登记日期,申请人,被申请人,纠纷类型,办理情况甲,结案日期";
    let rows = "2023.1.3,张三,李四,邻里,成功,2023.1.5\n2023.1.4,王五,李四,打听路,成功,2023.1.5\n\
                2023.1.5,赵六,李四,邻里,成功,\n2023.1.6,孙七,李四,邻里,成功,2023.1.7\n";
    let file = text(format!("{header}\n{rows}").as_bytes());
    let ignore = Column::Ignore.code().to_owned();
    let mut choices = LedgerChoices {
        columns: vec![(4, ignore)],
        ..LedgerChoices::default()
    };
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    let lacking = |seen: &LedgerPreview| {
        let lacking = seen.lacking().into_iter();
        let told = lacking.map(|lack| (lack.meaning, lack.rows, lack.first));
        told.collect::<Vec<_>>()
    };
    // The third goes on, so it needs no result.
    assert_eq!(lacking(&seen), [("result".to_owned(), 3, 2)]);
    assert_eq!(seen.new, 1);
    let own = seen
        .refused
        .iter()
        .filter(|refused| refused.lacks.is_none());
    let own: Vec<(u32, Option<usize>)> = own.map(|refused| (refused.row, refused.column)).collect();
    assert_eq!(own, [(3, Some(3))]);
    choices.columns = vec![(4, Column::Result.code().to_owned())];
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert_eq!((lacking(&seen), seen.new), (Vec::new(), 3));
}

/// The row below rests on the one that was mended.
#[test]
fn what_is_as_above_is_read_once_the_row_above_is_mended() {
    let mut engine = desk();
    let rows = "登记日期,申请人,被申请人,纠纷类型\n2023.13.3,张三,李四,邻里\n同上,王五,赵六,〃\n";
    let file = text(rows.as_bytes());
    let mut choices = LedgerChoices::default();
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert_eq!(seen.new, 0);
    let told: Vec<(u32, Option<usize>)> = seen.refused.iter().map(|r| (r.row, r.column)).collect();
    assert_eq!(told, [(2, Some(0)), (3, Some(0)), (3, Some(3))]);
    choices.edits.push((2, 0, String::from("2023.1.3")));
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert_eq!((seen.new, seen.refused), (2, Vec::new()));
    now(engine.take_ledger("台账.csv", &file, &choices, &[])).unwrap();
    let known = now(engine.known_rows(&[], 0)).unwrap();
    let days = known.iter().map(|known| known.row.registered.to_string());
    assert_eq!(days.collect::<Vec<_>>(), ["2023-01-03"; 2]);
}

#[test]
fn a_workbook_is_no_text() {
    let files: [&[u8]; 4] = [
        b"PK\x03\x04...",
        b"\xd0\xcf\x11\xe0...",
        b"\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
        b"<?xml version=\"1.0\"?><Workbook/>",
    ];
    for file in files {
        let refused = Err(Trouble::BadLedger(WORKBOOK.to_owned()));
        assert_eq!(is_text(file), refused, "{file:?}");
    }
    assert_eq!(is_text(FIRST), Ok(()));
}

#[test]
fn what_has_no_header_is_no_ledger() {
    let mut engine = desk();
    let choices = LedgerChoices::default();
    let letter = "同志：\n您好。\n附件请查收。\n".as_bytes();
    let page = b"<!doctype html>\n<title>a, b</title>\n<p>1, 2</p>\n";
    let picture = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\n\xff\xdb\0C\0\x08,\x06\x06\n";
    for (bytes, code) in [
        (letter, NO_HEADER),
        (page, NO_HEADER),
        (picture, NO_HEADER),
        (b"\n\n", NO_ROWS),
    ] {
        let seen = now(engine.read_ledger("x.txt", &text(bytes), &choices));
        assert_eq!(seen.unwrap_err(), Trouble::BadLedger(code.to_owned()));
    }
    let whole = text(FIRST).text;
    // Its title and its header alone.
    let mut head = text(FIRST);
    let first = whole
        .lines()
        .position(|line| line.contains("2023."))
        .unwrap();
    head.text = whole
        .lines()
        .take(first)
        .map(|line| format!("{line}\n"))
        .collect();
    let seen = now(engine.read_ledger("x.csv", &head, &choices));
    assert_eq!(seen.unwrap_err(), Trouble::BadLedger(NO_ROWS.to_owned()));
}

#[test]
fn all_is_here_where_something_is_and_no_row_was_refused() {
    let mut engine = desk();
    let mut file = text(FIRST);
    let choices = LedgerChoices::default();
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert!(!seen.is_all_here());
    now(engine.take_ledger("台账.csv", &file, &choices, &[])).unwrap();
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert!(seen.is_all_here() && seen.known == 120);
    file.text = file.text.replacen("2023.1.3,", "2023.13.3,", 1);
    let seen = now(engine.read_ledger("台账.csv", &file, &choices)).unwrap();
    assert!(!seen.is_all_here() && seen.new == 0 && !seen.refused.is_empty());
}
