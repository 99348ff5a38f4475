//! A case whose registration is missing: said before it is taken in, found afterwards, whole once the rest comes.

use std::cell::Cell;

use langqiao::domain::case::Command;
use langqiao::domain::case::event::Told;
use langqiao::engine::protocol::WorkspaceKind;
use langqiao::engine::reading::{Bytes, Here};
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;
use langqiao::law::day::Day;

use super::{Bench, act, bundle_of, desk, export, register, run};

#[test]
fn a_case_without_its_beginning_is_named_kept_and_made_whole() {
    let mut there = desk(51);
    let case = register(&mut there);
    let day = Day::new(2026, 11, 24).unwrap();
    let told = Told::Orally;
    act(&mut there, Some(case), Command::Accept { day, told }).unwrap();
    let whole = export(&mut there, Level::Full);
    let text = String::from_utf8(whole.clone()).unwrap();
    let acceptance: Vec<String> = text
        .lines()
        .filter(|line| line.contains("\"kind\":\"case.accepted\""))
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect();

    let mut here = desk(52);
    let part = bundle_of(&acceptance);
    let preview = run(here.read_bundle("part.json", Here::new(Bytes(Some(part))))).unwrap();
    assert_eq!((preview.unplaced, preview.new_cases), (1, 0));
    assert_eq!(preview.anomalies, 1, "its parent is missing");
    run(here.take_staged(false)).unwrap();
    assert_eq!(here.wanting().unplaced, [case]);
    assert!(
        run(here.case_page(case))
            .unwrap()
            .unwrap()
            .registration
            .is_none()
    );

    // From views that were kept, and from views that were not.
    while run(here.save_on()).unwrap() {}
    let Engine { store, .. } = here;
    let bench = Bench(Cell::new(53));
    let mut here = run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap();
    assert_eq!(here.wanting().unplaced, [case]);

    let preview = run(here.read_bundle("whole.json", Here::new(Bytes(Some(whole))))).unwrap();
    assert_eq!(preview.unplaced, 0);
    run(here.take_staged(false)).unwrap();
    let about = run(here.about()).unwrap();
    assert_eq!((here.wanting().unplaced.len(), about.cases), (0, 1));
}
