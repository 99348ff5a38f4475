//! A workspace over time: its tail and its segments, the sandbox, what reminds of a backup.

use super::*;

#[test]
fn the_tail_becomes_a_segment_and_nothing_is_lost_on_the_way() {
    let mut desk = desk(12);
    let case = register(&mut desk);
    let day = Day::new(2026, 11, 24).unwrap();
    let others: Vec<StreamId> = (0..40).map(|_| register(&mut desk)).collect();
    for i in 0..1100 {
        let note = Command::Note {
            day,
            form: langqiao::domain::case::event::NoteForm::Note,
            text: format!("便条{i}"),
            confidential_to: None,
        };
        run(desk.act(Some(others[i % others.len()]), &[], note))
            .unwrap()
            .unwrap();
        if i % 500 == 0 {
            run(desk.compact()).unwrap();
        }
    }
    let before = run(desk.digests()).unwrap();
    run(desk.compact()).unwrap();
    assert_eq!(run(desk.digests()).unwrap(), before);
    assert_eq!(
        run(desk.case_page(case)).unwrap().unwrap().timeline.len(),
        1
    );
    assert_eq!(found(&desk, "便条1099"), 1);
    let Engine { store, .. } = desk;
    let mut again = run(Engine::open(
        store,
        Bench(Cell::new(13)),
        WorkspaceKind::Desk,
    ))
    .unwrap();
    assert_eq!(run(again.digests()).unwrap(), before);
    assert_eq!(found(&again, "便条1099"), 1);
    assert_eq!(
        run(again.case_page(case)).unwrap().unwrap().case.anomalies,
        []
    );
}

#[test]
fn an_import_into_a_desk_at_work_keeps_its_tail_and_its_views() {
    let (mut a, mut b) = (desk(15), desk(16));
    for _ in 0..5 {
        register(&mut a);
    }
    let own = register(&mut b);
    let bundle = export(&mut a, Level::Full);
    take(&mut b, &bundle);
    assert_eq!(found(&b, ""), 6);
    let note = Command::Note {
        day: Day::new(2026, 11, 24).unwrap(),
        form: langqiao::domain::case::event::NoteForm::Note,
        text: "后来的便条".into(),
        confidential_to: None,
    };
    act(&mut b, Some(own), note).unwrap();
    while run(b.save_on()).unwrap() {}
    let before = run(b.digests()).unwrap();
    let Engine { store, .. } = b;
    let mut again = run(Engine::open(
        store,
        Bench(Cell::new(17)),
        WorkspaceKind::Desk,
    ))
    .unwrap();
    assert_eq!(run(again.digests()).unwrap(), before);
    assert_eq!((found(&again, ""), found(&again, "后来")), (6, 1));
}

#[test]
fn a_sandbox_has_three_cases_at_different_points_of_their_course() {
    let mut hall = run(Engine::open(
        Memory::default(),
        Bench(Cell::new(18)),
        WorkspaceKind::Sandbox,
    ))
    .unwrap();
    run(hall.furnish()).unwrap();
    for (search, stage) in [
        ("楼上漏水", Stage::Registered),
        ("排水沟走向", Stage::InMediation),
        ("拖欠工资", Stage::Agreed),
    ] {
        let today = Day::new(2026, 11, 24).unwrap();
        let page = hall
            .views()
            .0
            .page(&Default::default(), search, 0, 10, today);
        assert_eq!((page.found, page.all), (1, 3), "{search}");
        let case = run(hall.case_page(page.rows[0].id)).unwrap().unwrap().case;
        assert_eq!(case.stage, Some(stage), "{search}");
        assert_eq!(case.anomalies, [], "{search}");
    }
    // What is still owed is what was told of it.
    let today = Day::new(2026, 11, 24).unwrap();
    let owed = hall
        .views()
        .0
        .page(&Default::default(), "剩下九千元", 0, 1, today);
    assert_eq!(owed.rows[0].total, Fen::parse_yuan("9000元").ok());
    // What stands at hand: each number opens its cases, and the open and the ended are the register.
    let today = Day::new(2026, 11, 24).unwrap();
    let (cases, _) = hall.views();
    let counts = cases.counts(&Default::default(), "", today);
    for hand in Hand::ALL {
        let opened = cases.page(&hand.query(), "", 0, 10, today).found;
        assert_eq!(hand.count(&counts), opened, "{hand:?}");
    }
    let count = |hand: Hand| hand.count(&counts);
    assert_eq!(count(Hand::Open) + count(Hand::Ended), cases.len());
    assert_eq!((count(Hand::Open), count(Hand::ToDecide)), (2, 1));
    // Opened again it is as it was left.
    run(hall.furnish()).unwrap();
    assert_eq!(run(hall.about()).unwrap().cases, 3);
}

#[test]
fn a_backup_is_due_for_cases_in_which_something_was_done_since() {
    let mut desk = desk(41);
    register(&mut desk);
    let since = |desk: &mut Desk| run(desk.about()).unwrap().cases_since_backup;
    assert_eq!(since(&mut desk), 1, "no backup was made yet");
    run(desk.backed_up()).unwrap();
    assert_eq!(since(&mut desk), 0);
    // The case was taken on after it: no new case, and something to lose.
    let mark = r#"{"at":"2026-11-20T09:00","cases":1}"#;
    run(desk.store.set_note(Note::Backup, mark)).unwrap();
    assert_eq!(since(&mut desk), 1);
}
