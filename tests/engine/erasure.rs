//! Who is erased is gone: from what was here, from what comes with the erasure, and from what comes after it.

use std::cell::Cell;

use langqiao::domain::case::Command;
use langqiao::domain::catalogue::{Erased, ErasedLeaf, Event};
use langqiao::domain::id::{DeskId, EntryId, StreamId};
use langqiao::domain::leaf::Identity;
use langqiao::engine::protocol::{ExportScope, WorkspaceKind};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::{Level, Preview};
use langqiao::law::day::Day;
use langqiao::record::{World, compose};
use langqiao::store::Store;

use super::{Bench, Desk, NewValue, act, bundle_of, desk, empty, export, register, run};

/// An erasure of the first leaf of a case's registration, which names the applicant 张桂珍.
pub(super) fn erasure(case: StreamId, registration: EntryId, who: StreamId) -> String {
    let head = compose::Head {
        after: &[registration],
        at: Day::new(2026, 11, 24).unwrap().at(9, 0).unwrap(),
        by: DeskId([6; 16]),
        n: 2,
        seq: 1,
        stream: case,
        who,
        world: &World::Real,
    };
    let leaves = vec![ErasedLeaf {
        entry: registration,
        leaf: 0,
    }];
    let event = Event::Erased(Erased { leaves });
    compose::compose(&head, &event, &[], &Bench(Cell::new(20))).line
}

/// The entries' lines of a bundle.
pub(super) fn lines(bundle: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bundle.to_vec()).unwrap();
    let entries = text.lines().filter(|line| line.starts_with("{\"entry\""));
    entries
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect()
}

/// A desk with a case of 张桂珍, as a bundle's lines, and the erasure of her.
fn told() -> (Vec<String>, String) {
    let mut desk = desk(31);
    let case = register(&mut desk);
    let registration = run(desk.case_page(case)).unwrap().unwrap().heads[0];
    let who = run(desk.about()).unwrap().desk.unwrap().acting;
    let lines = lines(&export(&mut desk, Level::Full));
    (lines, erasure(case, registration, who))
}

fn read(desk: &mut Desk, lines: &[String]) -> Preview {
    let bundle = bundle_of(lines);
    run(desk.read_bundle("e.json", Here::new(Bytes(Some(bundle))))).unwrap()
}

/// Whether a name lies anywhere in the workspace: segments or tail.
fn lies(desk: &Desk, name: &str) -> bool {
    let tail = run(desk.store.tail(0)).unwrap();
    let segments = run(desk.store.manifest()).unwrap().segments;
    let in_segment = |key| {
        let bytes = run(desk.store.segment(key)).unwrap();
        String::from_utf8(bytes).unwrap().contains(name)
    };
    tail.iter().any(|(_, line)| line.contains(name))
        || segments.iter().any(|segment| in_segment(segment.key))
}

#[test]
fn an_erasure_that_comes_with_its_case_is_carried_out() {
    let (mut lines, erasure) = told();
    lines.push(erasure);
    let mut desk = empty(32);
    assert_eq!(read(&mut desk, &lines).erasures, 1);
    assert!(run(desk.take_staged(false)).is_err(), "it is asked about");
    let taken = run(desk.take_staged(true)).unwrap();
    assert_eq!((taken.cases, desk.views().0.len()), (1, 1));
    assert!(lies(&desk, "李国强") && !lies(&desk, "张桂珍"));
}

#[test]
fn a_later_copy_does_not_bring_back_who_was_erased() {
    let (lines, erasure) = told();
    let mut desk = empty(33);
    read(&mut desk, &lines);
    run(desk.take_staged(false)).unwrap();
    assert!(lies(&desk, "张桂珍"));
    read(&mut desk, &[erasure]);
    run(desk.take_staged(true)).unwrap();
    assert!(!lies(&desk, "张桂珍"));
    // Nothing new is erased by it, so nobody is asked.
    assert_eq!(read(&mut desk, &lines).erasures, 0);
    run(desk.take_staged(false)).unwrap();
    assert!(lies(&desk, "李国强") && !lies(&desk, "张桂珍"));
}

#[test]
fn what_is_erased_leaves_in_no_backup() {
    let (lines, erasure) = told();
    let mut desk = super::desk(34);
    read(&mut desk, &lines);
    run(desk.take_staged(false)).unwrap();
    read(&mut desk, &[erasure]);
    run(desk.take_staged(true)).unwrap();
    let mut backup = Vec::new();
    run(desk.back_up(&mut backup)).unwrap();
    let backup = String::from_utf8(backup).unwrap();
    assert!(backup.contains("李国强") && !backup.contains("张桂珍"));
}

#[test]
fn a_veiled_leaf_does_not_leave() {
    let mut desk = desk(19);
    let case = register(&mut desk);
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let (registration, label) = (page.heads[0], page.case.parties[0].label);
    let who = run(desk.about()).unwrap().desk.unwrap().acting;
    // Corrected here, while elsewhere the person is erased.
    let field = NewValue::Party(
        label,
        Identity {
            name: "张桂贞".into(),
            ..Identity::default()
        },
    );
    let reason = String::new();
    act(&mut desk, Some(case), Command::Correct { field, reason }).unwrap();
    let erasure = erasure(case, registration, who);
    read(&mut desk, &[erasure]);
    run(desk.take_staged(true)).unwrap();
    let leaves = |desk: &mut Desk, scope: &ExportScope| {
        let mut out = Vec::new();
        run(desk.export(scope, Level::Full, "", &mut out)).unwrap();
        String::from_utf8(out).unwrap()
    };
    for scope in [ExportScope::Everything, ExportScope::Case(case)] {
        let text = leaves(&mut desk, &scope);
        assert!(
            text.contains("李国强") && !text.contains("张桂"),
            "{scope:?}"
        );
    }
    // Kept views tell it as well.
    while run(desk.save_on()).unwrap() {}
    let Engine { store, .. } = desk;
    let bench = Bench(Cell::new(21));
    let mut again = run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap();
    assert!(!leaves(&mut again, &ExportScope::Everything).contains("张桂"));
}
