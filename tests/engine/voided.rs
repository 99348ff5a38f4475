//! Voided cases: among no cases and in no figure, and looked up by whoever asks for them.

use langqiao::domain::case::Command;
use langqiao::domain::catalogue::RetractionReason;
use langqiao::domain::id::StreamId;
use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;
use langqiao::law::day::Day;
use langqiao::views::figures::{Period, statistics};
use langqiao::views::query::Query;

use std::cell::Cell;

use super::{Bench, Desk, act, desk, export, fill, found, register, rows, run, take};

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

fn void(desk: &mut Desk, case: StreamId) {
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let command = Command::Void {
        registration: page.registration.unwrap(),
        reason: RetractionReason::EnteredTwice,
    };
    act(desk, Some(case), command).unwrap();
}

fn asked() -> Query {
    Query {
        voided: true,
        // How far a voided case was is no question.
        open: Some(true),
        ..Query::default()
    }
}

/// The voided cases that a search finds.
fn voided(desk: &Desk, search: &str) -> Vec<StreamId> {
    let (cases, _) = desk.views();
    let page = cases.page(&asked(), search, 0, 10, today());
    assert_eq!(page.found, page.rows.len());
    assert!(page.rows.iter().all(|row| row.voided && !row.grave));
    // The register's own answer says how many there are beside, where one searches.
    let beside = cases.page(&Query::default(), search, 0, 10, today());
    let expected = if search.is_empty() { 0 } else { page.found };
    assert_eq!(beside.voided, expected);
    assert!(beside.rows.iter().all(|row| !row.voided));
    page.rows.iter().map(|row| row.id).collect()
}

fn reopened(desk: Desk) -> Desk {
    let Engine { store, .. } = desk;
    let bench = Bench(Cell::new(99));
    run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap()
}

/// Every figure, and what each filter would show.
fn figures(desk: &Desk) -> String {
    let (cases, network) = desk.views();
    let mut counts = cases.counts(&Query::default(), "", today());
    counts.voided = 0;
    let statistics = statistics(cases, network, Period::of(None, None), None, today());
    format!("{counts:?} {statistics:?} {:?}", rows(desk))
}

#[test]
fn a_voided_case_is_in_no_figure_and_found_wherever_the_record_goes() {
    let mut here = desk(81);
    register(&mut here);
    let before = figures(&here);
    let twice = register(&mut here);
    void(&mut here, twice);
    let checked = |desk: &Desk| {
        assert_eq!(figures(desk), before);
        assert_eq!(found(desk, "张桂珍"), 1);
        // By the facts that went with the registration, too.
        for search in [
            "",
            "张桂珍",
            "zgz",
            "第2号",
            "肖家林 李国强",
            "通州",
            "院墙",
            "李国强 下雨水",
        ] {
            assert_eq!(voided(desk, search), [twice], "{search}");
        }
        assert_eq!(voided(desk, "王"), []);
        assert_eq!(desk.views().0.streams(&asked(), "", today()), []);
        assert_eq!(
            desk.views().0.counts(&Query::default(), "", today()).voided,
            1
        );
    };
    checked(&here);
    let mut here = reopened(here);
    checked(&here);
    // At another desk, where it comes voided.
    let mut there = desk(82);
    take(&mut there, &export(&mut here, Level::Full));
    assert_eq!(voided(&there, "第2号"), [twice]);
    let mut there = reopened(there);
    assert_eq!(voided(&there, "第2号"), [twice]);
    // It comes back, and is voided no longer.
    let page = run(there.case_page(twice)).unwrap().unwrap();
    let undo = Command::Retract {
        entry: page.heads[0],
        reason: RetractionReason::Undone,
    };
    act(&mut there, Some(twice), undo).unwrap();
    assert_eq!((found(&there, "第2号"), voided(&there, "")), (1, vec![]));
}

#[test]
fn kept_views_keep_what_was_voided() {
    let mut desk = desk(83);
    let case = register(&mut desk);
    void(&mut desk, case);
    fill(&mut desk);
    run(desk.compact()).unwrap();
    let desk = reopened(desk);
    assert_eq!(voided(&desk, "第1号"), [case]);
}
