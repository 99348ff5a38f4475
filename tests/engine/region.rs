//! The demonstration region in a workspace: handed out in parts by who tells it, shown before it is on disk.

use std::cell::Cell;

use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::reading::{Here, Shares};
use langqiao::engine::run::Engine;
use langqiao::law::day::Day;
use langqiao::store::Store;
use langqiao::store::memory::Memory;
use langqiao::training::scenario::DEMONSTRATION;
use langqiao::views::answers::PublishedFigure;
use langqiao::views::figures;
use langqiao::views::network::Network;
use langqiao::views::query::Query;

use super::{Bench, Desk, bundle_in, note, register, rows, run, take};

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
    tell(&mut desk, hands);
    desk
}

fn tell(desk: &mut Desk, hands: u64) {
    let towns = include_str!("../../public/places/towns.txt").to_owned();
    let shares = Shares::of_region(hands, |share| Ok(Here::without_file(share)));
    run(desk.demonstrate(DEMONSTRATION.to_owned(), towns, shares)).unwrap();
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

/// Whether a case's page shows these words in its timeline.
fn tells(desk: &mut Desk, case: StreamId, text: &str) -> bool {
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let mut leaves = page.timeline.iter().flat_map(|item| &item.leaves);
    leaves.any(|leaf| leaf.words() == Some(text))
}

#[test]
fn what_was_done_before_it_was_saved_stays_where_it_is_told_again() {
    let mut desk = told();
    let shown = said(&desk);
    let case = StreamId::new(StreamKind::CASE, desk.views().0.rows().next().unwrap().id);
    note(&mut desk, case, "等到周五再去一趟");
    let own = register(&mut desk);
    assert!(desk.has_to_save() && !desk.is_to_be_told());
    // Left before it was saved.
    let mut again = open(desk.store);
    assert!(again.is_to_be_told());
    tell(&mut again, 1);
    assert_eq!(again.views().0.len(), shown.1 + 1);
    assert!(again.wanting().unplaced.is_empty());
    assert!(tells(&mut again, case, "等到周五再去一趟"));
    while run(again.save_on()).unwrap() {}
    let mut kept = open(again.store);
    assert!(!kept.is_to_be_told());
    assert!(tells(&mut kept, case, "等到周五再去一趟"));
    assert!(run(kept.case_page(own)).unwrap().is_some());
    assert_eq!(said(&kept).0, shown.0);
}

#[test]
fn a_file_that_comes_before_the_region_is_saved_is_taken_in() {
    let mut other = told();
    register(&mut other);
    let tail = run(other.store.tail(0)).unwrap();
    let lines: Vec<String> = tail.into_iter().map(|(_, text)| text).collect();
    let mut desk = told();
    let shown = said(&desk);
    assert!(desk.has_to_save());
    take(
        &mut desk,
        &bundle_in(WorkspaceKind::Demonstration.world(), &lines),
    );
    while run(desk.save_on()).unwrap() {}
    let kept = open(desk.store);
    assert_eq!(kept.views().0.len(), shown.1 + 1);
    assert_eq!(said(&kept).0, shown.0);
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
