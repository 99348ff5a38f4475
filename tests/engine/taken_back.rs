//! An import is taken back whole, as long as nothing was written since.

use std::cell::Cell;

use langqiao::domain::id::StreamId;
use langqiao::engine::protocol::{Trouble, WorkspaceKind};
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;

use super::{Bench, Desk, desk, export, fill, note, register, rows, run, take};

/// All entries, and all rows as they are shown.
fn said(desk: &mut Desk) -> (String, Vec<String>) {
    let rows = rows(desk);
    (format!("{:?}", run(desk.digests()).unwrap()), rows)
}

/// A desk with a case, and what another brings: the same case with a note, and one more.
fn two() -> (Desk, StreamId, Vec<u8>) {
    let mut here = desk(61);
    let case = register(&mut here);
    let mut there = desk(62);
    take(&mut there, &export(&mut here, Level::Full));
    note(&mut there, case, "另一边打了电话。");
    register(&mut there);
    (here, case, export(&mut there, Level::Full))
}

#[test]
fn what_an_import_brought_goes_again() {
    let (mut here, case, bundle) = two();
    let before = said(&mut here);
    take(&mut here, &bundle);
    assert_eq!(here.views().0.len(), 2);
    run(here.take_back()).unwrap();
    assert_eq!(said(&mut here), before);
    assert!(matches!(run(here.take_back()), Err(Trouble::WrittenSince)));

    // Nothing of it comes back with the next start, and it can be taken in again.
    while run(here.save_on()).unwrap() {}
    let Engine { store, .. } = here;
    let bench = Bench(Cell::new(63));
    let mut here = run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap();
    assert_eq!(said(&mut here), before);
    take(&mut here, &bundle);
    assert_eq!(
        run(here.case_page(case)).unwrap().unwrap().timeline.len(),
        2
    );
}

#[test]
fn what_was_written_since_keeps_it() {
    let (mut here, case, bundle) = two();
    take(&mut here, &bundle);
    note(&mut here, case, "这边也打了。");
    let before = said(&mut here);
    assert!(matches!(run(here.take_back()), Err(Trouble::WrittenSince)));
    assert_eq!(said(&mut here), before);
}

/// What has left may stand in other records.
#[test]
fn what_has_left_in_a_bundle_or_a_backup_stays() {
    let (mut here, _, bundle) = two();
    take(&mut here, &bundle);
    let before = said(&mut here);
    export(&mut here, Level::Redacted);
    assert!(matches!(run(here.take_back()), Err(Trouble::WrittenSince)));
    let (mut here, _, bundle) = two();
    take(&mut here, &bundle);
    run(here.back_up(&mut Vec::new())).unwrap();
    assert!(matches!(run(here.take_back()), Err(Trouble::WrittenSince)));
    assert_eq!(said(&mut here).1.len(), before.1.len());
}

#[test]
fn what_was_written_since_keeps_it_once_it_lies_in_a_segment_too() {
    let (mut here, _, bundle) = two();
    take(&mut here, &bundle);
    fill(&mut here);
    run(here.compact()).unwrap();
    let before = said(&mut here);
    assert!(matches!(run(here.take_back()), Err(Trouble::WrittenSince)));
    assert_eq!(said(&mut here), before);
}

/// Of each entry there are two copies then, and one is counted.
#[test]
fn fuller_copies_that_go_again_are_not_counted_away_twice() {
    let mut there = desk(64);
    register(&mut there);
    let mut here = desk(65);
    take(&mut here, &export(&mut there, Level::Redacted));
    let entries = |desk: &mut Desk| run(desk.about()).unwrap().entries;
    let before = entries(&mut here);
    take(&mut here, &export(&mut there, Level::Full));
    assert_eq!(entries(&mut here), before);
    run(here.take_back()).unwrap();
    assert_eq!(entries(&mut here), before);
}
