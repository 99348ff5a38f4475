//! Views that were kept are read where they are of what lies here, and built anew in any doubt. So is the first list
//! of a long register.

use std::cell::Cell;

use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;
use langqiao::law::day::Day;
use langqiao::store::memory::Memory;
use langqiao::store::{Note, Store as _};
use langqiao::views::answers::RegisterPage;
use langqiao::views::query::Query;
use langqiao::views::row::lists;

use super::{Bench, Desk, desk, export, fill, found, register, rows, run, take};

/// Opens the workspace once more, with other bytes for what was kept.
fn reopened(desk: Desk, kept: Vec<u8>) -> Desk {
    let Engine { store, .. } = desk;
    run(store.keep_views(vec![("kept".to_owned(), kept)])).unwrap();
    let bench = Bench(Cell::new(91));
    run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap()
}

/// A desk that took in a case, and what it kept of its views.
fn keeping() -> (Desk, Desk, Vec<u8>) {
    let (mut there, mut here) = (desk(92), desk(93));
    register(&mut there);
    take(&mut here, &export(&mut there, Level::Full));
    while run(here.save_on()).unwrap() {}
    let kept = run(here.store.view("kept")).unwrap().unwrap();
    (there, here, kept)
}

fn replaced(bytes: &[u8], was: &str, is: &str) -> Vec<u8> {
    assert_eq!(was.len(), is.len());
    let place = |from: &[u8]| from.windows(was.len()).position(|w| w == was.as_bytes());
    let mut bytes = bytes.to_vec();
    while let Some(at) = place(&bytes) {
        bytes[at..at + is.len()].copy_from_slice(is.as_bytes());
    }
    bytes
}

#[test]
fn what_was_kept_of_other_segments_is_not_read() {
    let (mut there, mut here, older) = keeping();
    register(&mut there);
    take(&mut here, &export(&mut there, Level::Full));
    while run(here.save_on()).unwrap() {}
    let before = rows(&here);
    assert_eq!(before.len(), 2);
    assert_eq!(rows(&reopened(here, older)), before);
}

#[test]
fn what_was_kept_under_other_lists_is_not_read() {
    let shown = |kept: fn(Vec<u8>) -> Vec<u8>| {
        let (_, here, bytes) = keeping();
        // So that one sees whether it is read.
        let marked = replaced(&bytes, "张桂珍", "张桂真");
        found(&reopened(here, kept(marked)), "张桂真")
    };
    assert_eq!(shown(|bytes| bytes), 1);
    let other = |bytes: Vec<u8>| {
        let lists = lists();
        replaced(&bytes, &lists, &lists.to_uppercase())
    };
    assert_eq!(shown(other), 0);
}

/// A desk with a long register, a part of it in the tail, and all that nobody waits for done.
fn long() -> Desk {
    let mut desk = desk(94);
    fill(&mut desk);
    run(desk.compact()).unwrap();
    register(&mut desk);
    rest(&mut desk);
    desk
}

fn rest(desk: &mut Desk) {
    while run(desk.go_on()).unwrap() {}
}

fn at_first(store: Memory) -> Desk {
    let bench = Bench(Cell::new(95));
    run(Engine::open_first(store, bench, WorkspaceKind::Desk)).unwrap()
}

/// The same workspace, opened once more.
fn again(desk: Desk) -> Desk {
    let Engine { store, .. } = desk;
    at_first(store)
}

fn page(desk: &Desk, today: Day) -> RegisterPage {
    let cases = desk.views().0;
    cases.page(&Query::default(), "", 0, 256, today)
}

#[test]
fn a_long_register_shows_its_first_list_before_its_rows_are_read() {
    let mut whole = long();
    let about = run(whole.about()).unwrap();
    let today = about.today;
    let (expected, all) = (page(&whole, today), rows(&whole));
    assert_eq!(expected.rows.len(), 256);
    // It is as good on another day.
    assert_eq!(page(&whole, Day::new(2031, 1, 1).unwrap()), expected);

    let Engine { store, .. } = whole;
    let mut desk = at_first(store);
    assert!(desk.has_rows_to_read());
    assert_eq!(run(desk.about()).unwrap(), about);
    // Nothing comes between it and who asks for it.
    assert!(!desk.has_to_go_on());
    let query = Query::default();
    assert_eq!(desk.first_page(&query, "zgz", 0, 256), None);
    assert_eq!(desk.first_page(&query, "", 64, 256), None);
    assert_eq!(desk.first_page(&query, "", 0, 257), None);
    let overdue = Query {
        overdue: true,
        ..Query::default()
    };
    assert_eq!(desk.first_page(&overdue, "", 0, 256), None);
    assert_eq!(desk.first_page(&query, "", 0, 256), Some(expected.clone()));
    assert!(desk.has_to_go_on());
    rest(&mut desk);
    assert!(!desk.has_rows_to_read());
    assert_eq!(desk.first_page(&query, "", 0, 256), None);
    assert_eq!((page(&desk, today), rows(&desk)), (expected, all));
    assert_eq!(run(desk.about()).unwrap(), about);
}

#[test]
fn a_first_list_of_another_record_is_not_shown() {
    // One more case in the tail.
    let mut desk = long();
    register(&mut desk);
    assert!(!again(desk).has_rows_to_read());

    // Another manifest.
    let mut desk = long();
    fill(&mut desk);
    run(desk.compact()).unwrap();
    assert!(!again(desk).has_rows_to_read());

    // Another backup.
    let mut desk = long();
    run(desk.backed_up()).unwrap();
    assert!(!again(desk).has_rows_to_read());

    // A backup dated ahead: what was done since depends on the day.
    let desk = long();
    let ahead = r#"{"at":"2031-01-01T08:00","cases":1}"#;
    run(desk.store.set_note(Note::Backup, ahead)).unwrap();
    let mut desk = again(desk);
    assert!(!desk.has_rows_to_read());
    rest(&mut desk);
    assert!(!again(desk).has_rows_to_read());

    // Once it was made anew, it is.
    let mut desk = long();
    register(&mut desk);
    run(desk.backed_up()).unwrap();
    rest(&mut desk);
    let about = run(desk.about()).unwrap();
    assert_eq!(about.cases_since_backup, 0);
    let mut desk = again(desk);
    assert!(desk.has_rows_to_read());
    assert_eq!(run(desk.about()).unwrap(), about);
}

#[test]
fn what_another_tab_did_is_seen_over_a_first_list() {
    let mut whole = long();
    register(&mut whole);
    let all = rows(&whole);
    let Engine { store, .. } = whole;
    let mut theirs = None;
    store.damage(|_, tail| theirs = tail.pop_last());
    let mut desk = at_first(store);
    let before = run(desk.about()).unwrap().cases;
    let (place, line) = theirs.unwrap();
    desk.store.damage(|_, tail| drop(tail.insert(place, line)));
    assert!(run(desk.look()).unwrap());
    assert_eq!(run(desk.about()).unwrap().cases, before + 1);
    assert_eq!(rows(&desk), all);
}
