//! Views that were kept are read where they are of what lies here, and built anew in any doubt.

use std::cell::Cell;

use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;
use langqiao::store::Store as _;
use langqiao::views::row::lists;

use super::{Bench, Desk, desk, export, found, register, rows, run, take};

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
