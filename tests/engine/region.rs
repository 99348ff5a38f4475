//! The demonstration region in a workspace: handed out in parts by who tells it, shown before it is on disk.

use std::cell::Cell;

use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::reading::Here;
use langqiao::engine::run::Engine;
use langqiao::store::memory::Memory;
use langqiao::training::scenario::DEMONSTRATION;
use langqiao::views::answers::PublishedFigure;
use langqiao::views::figures;
use langqiao::views::network::Network;

use super::{Bench, Desk, run};

/// Published figures, cases, and what the network holds.
fn said(desk: &Desk) -> (Vec<PublishedFigure>, usize, Network) {
    let (cases, network) = desk.views();
    (
        figures::published(cases, network),
        cases.len(),
        network.clone(),
    )
}

#[test]
fn what_is_shown_is_what_is_kept_and_read_again() {
    let open = |store| {
        run(Engine::open(
            store,
            Bench(Cell::new(5)),
            WorkspaceKind::Demonstration,
        ))
        .unwrap()
    };
    let mut desk = open(Memory::default());
    let towns = include_str!("../../public/places/towns.txt").to_owned();
    run(desk.demonstrate(DEMONSTRATION.to_owned(), towns, Here::without_file())).unwrap();
    assert!(desk.has_to_save());
    let shown = said(&desk);
    while run(desk.save_on()).unwrap() {}
    assert!(!desk.has_to_save());

    let kept = open(desk.store);
    assert_eq!(said(&kept), shown);
    // From the record itself, not from the views that were kept beside it.
    run(langqiao::store::Store::keep_views(
        &kept.store,
        vec![("kept".to_owned(), Vec::new())],
    ))
    .unwrap();
    let folded = open(kept.store);
    assert_eq!(said(&folded), shown);
}
