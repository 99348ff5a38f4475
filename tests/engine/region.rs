//! The demonstration region in a workspace: handed out in parts by who tells it, shown before it is on disk.

use std::cell::Cell;

use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::reading::{Here, Shares};
use langqiao::engine::run::Engine;
use langqiao::law::day::Day;
use langqiao::store::memory::Memory;
use langqiao::training::scenario::DEMONSTRATION;
use langqiao::views::answers::PublishedFigure;
use langqiao::views::figures;
use langqiao::views::network::Network;
use langqiao::views::query::Query;

use super::{Bench, Desk, rows, run};

/// Published figures, cases and how many of them a word finds, and what the network holds.
fn said(desk: &Desk) -> (Vec<PublishedFigure>, usize, usize, Network) {
    let (cases, network) = desk.views();
    let today = Day::new(2026, 11, 24).unwrap();
    (
        figures::published(cases, network),
        cases.len(),
        cases.page(&Query::default(), "宅基地", 0, 1, today).found,
        network.clone(),
    )
}

fn open(store: Memory) -> Desk {
    run(Engine::open(
        store,
        Bench(Cell::new(5)),
        WorkspaceKind::Demonstration,
    ))
    .unwrap()
}

/// A workspace in which the region was told, and nothing of it is on disk.
fn told() -> Desk {
    told_by(1)
}

/// Told by so many at once.
fn told_by(hands: u64) -> Desk {
    let mut desk = open(Memory::default());
    let towns = include_str!("../../public/places/towns.txt").to_owned();
    let shares = Shares::of_region(hands, |share| Ok(Here::without_file(share)));
    run(desk.demonstrate(DEMONSTRATION.to_owned(), towns, shares)).unwrap();
    desk
}

#[test]
fn told_by_two_it_is_what_one_tells() {
    let facts = |mut desk: Desk| {
        let rows = rows(&desk);
        let about = run(desk.about()).unwrap();
        (
            run(desk.digests()).unwrap(),
            rows,
            about.entries,
            about.desk.unwrap().organisation,
        )
    };
    assert_eq!(facts(told_by(2)), facts(told()));
}

#[test]
fn what_is_shown_is_what_is_kept_and_read_again() {
    let mut desk = told();
    assert!(desk.has_to_save());
    let shown = said(&desk);
    while run(desk.save_on()).unwrap() {}
    assert!(!desk.has_to_save());

    let mut kept = open(desk.store);
    // The list is there at once; what the cases are found by follows.
    assert_eq!(said(&kept).1, shown.1);
    assert!(kept.has_to_read());
    run(kept.read_found()).unwrap();
    assert_eq!(said(&kept), shown);
    assert!(shown.2 > 0);
    // From the record itself, not from the views that were kept beside it.
    run(langqiao::store::Store::keep_views(
        &kept.store,
        vec![("kept".to_owned(), Vec::new())],
    ))
    .unwrap();
    let folded = open(kept.store);
    assert!(!folded.has_to_read());
    assert_eq!(said(&folded), shown);
}

/// What is kept of the views is damaged in one part.
fn damaged(part: &str) {
    let mut desk = told();
    let shown = said(&desk);
    while run(desk.save_on()).unwrap() {}
    let part = vec![(part.to_owned(), vec![0xff; 3])];
    run(langqiao::store::Store::keep_views(&desk.store, part)).unwrap();
    let mut kept = open(desk.store);
    run(kept.read_found()).unwrap();
    assert_eq!(said(&kept), shown);
}

#[test]
fn an_index_that_does_not_lie_there_is_built_anew() {
    damaged("index/000000");
}

#[test]
fn rows_that_do_not_lie_there_are_built_anew() {
    damaged("rows/000000");
}
