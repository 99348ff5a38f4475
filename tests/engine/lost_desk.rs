//! A desk whose own record was lost while its cases were not: it opens without a word of trouble, is set up again or
//! restored over what lies here, and goes on.

use langqiao::domain::id::StreamId;
use langqiao::engine::protocol::{self, NewDesk, Trouble};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::law::day::Moment;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::organisation::OrganisationKind;
use langqiao::store::memory::Memory;
use langqiao::store::{Note, Store as _};

use super::damage::{backup, reopened, segmented};
use super::{Day, Desk, accept, act, desk, empty, found, register, rows, run};

const WAYS: [fn(&Desk); 5] = [
    |desk| desk.store.lose(Note::Desk),
    |desk| put(desk, "x"),
    |desk| put(desk, "null"),
    |desk| {
        let text = note(desk);
        put(desk, &text[..text.len() / 2]);
    },
    // The key alone.
    |desk| {
        let text = note(desk);
        put(desk, &text.replacen("\"key\":\"", "\"key\":\"?", 1));
    },
];

fn note(desk: &Desk) -> String {
    run(desk.store.note(Note::Desk)).unwrap().unwrap()
}

fn put(desk: &Desk, text: &str) {
    run(desk.store.set_note(Note::Desk, text)).unwrap();
}

/// As [`desk`] sets it up.
fn new(seed: u64) -> NewDesk {
    NewDesk {
        county: Adcode::new(110_112).unwrap(),
        town: Town::new(110_112_110),
        organisation: format!(" 西集镇司法所{seed} "),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: String::new(),
        name: "赵淑敏".into(),
    }
}

fn restore(desk: &mut Desk, backup: &[u8]) -> Result<(), Trouble> {
    run(desk.restore("b.json", Here::new(Bytes(Some(backup.to_vec())))))
}

fn who(desk: &mut Desk) -> protocol::Desk {
    run(desk.about()).unwrap().desk.unwrap()
}

fn cases(desk: &mut Desk) -> u64 {
    run(desk.about()).unwrap().cases
}

/// Opened again after a loss: there is no desk, and all else is as it was.
fn lost(desk: Desk, lose: fn(&Desk)) -> Desk {
    let before = rows(&desk);
    lose(&desk);
    let lies = run(desk.store.note(Note::Desk)).unwrap();
    let mut desk = reopened(desk);
    assert!(run(desk.about()).unwrap().desk.is_none());
    assert_eq!(rows(&desk), before);
    // Nothing is thrown away before there is something better.
    assert_eq!(run(desk.store.note(Note::Desk)).unwrap(), lies);
    desk
}

/// The desk is at work in its own record again.
fn goes_on(here: &mut Desk, old: StreamId, number: &str) {
    let day = Day::new(2026, 11, 24).unwrap();
    act(here, Some(old), accept(day)).unwrap();
    let page = run(here.case_page(old)).unwrap().unwrap();
    assert_eq!((page.timeline.len(), page.case.anomalies.len()), (2, 0));
    let case = register(here);
    let page = run(here.case_page(case)).unwrap().unwrap();
    assert_eq!(page.case.number.get().map(String::as_str), Some(number));
    assert_eq!(page.same_number, []);
}

#[test]
fn a_desk_is_set_up_over_its_own_record() {
    for lose in WAYS {
        let mut here = desk(81);
        let old = register(&mut here);
        register(&mut here);
        let before = who(&mut here);
        let mut here = lost(here, lose);
        run(here.set_up(new(81))).unwrap();
        let now = who(&mut here);
        assert_eq!(
            (now.organisation, now.acting, now.people),
            (before.organisation, before.acting, before.people)
        );
        assert_ne!(now.fingerprint, before.fingerprint);
        assert_eq!(here.views().1.len(), 2);
        goes_on(&mut here, old, "（2026）通西人调字第3号");
        let mut here = reopened(here);
        assert_eq!((cases(&mut here), found(&here, "第3号")), (3, 1));
        assert_eq!(who(&mut here), who(&mut here));
        // Once there is a desk, no other is put over it.
        assert_eq!(run(here.set_up(new(81))), Err(Trouble::NotEmpty));
    }
}

#[test]
fn another_office_begins_its_own_numbers_over_a_record() {
    let mut here = desk(82);
    let old = register(&mut here);
    let mut here = lost(here, WAYS[0]);
    run(here.set_up(NewDesk {
        organisation: "张家湾镇司法所".into(),
        ..new(82)
    }))
    .unwrap();
    assert_eq!(here.views().1.len(), 4);
    goes_on(&mut here, old, "（2026）通张人调字第1号");
}

#[test]
fn a_desk_is_set_up_over_segments() {
    let (here, _) = segmented(83);
    let mut here = lost(here, WAYS[1]);
    run(here.set_up(new(83))).unwrap();
    register(&mut here);
    let mut here = reopened(here);
    assert_eq!((cases(&mut here), found(&here, "第13号")), (13, 1));
    assert_eq!(here.views().1.len(), 2);
}

#[test]
fn a_backup_is_restored_over_its_own_record() {
    for lose in WAYS {
        let mut here = desk(84);
        let old = register(&mut here);
        run(here.store.keep_draft("intake", "{}")).unwrap();
        run(here.store.keep_draft("steps/line", "备份时")).unwrap();
        let (file, _) = backup(&mut here);
        run(here.store.keep_draft("intake", "")).unwrap();
        run(here.store.keep_draft("steps/line", "后来")).unwrap();
        register(&mut here);
        let before = who(&mut here);
        let mut here = lost(here, lose);
        restore(&mut here, &file).unwrap();
        let now = who(&mut here);
        assert_eq!(
            (now.organisation, now.acting),
            (before.organisation, before.acting)
        );
        assert_ne!(now.fingerprint, before.fingerprint);
        assert_eq!(here.views().1.len(), 2);
        goes_on(&mut here, old, "（2026）通西人调字第3号");
        let mut here = reopened(here);
        assert_eq!((cases(&mut here), found(&here, "")), (3, 3));
        let draft = |form| run(here.store.draft(form)).unwrap();
        assert_eq!(draft("intake").as_deref(), Some("{}"));
        assert_eq!(draft("steps/line").as_deref(), Some("后来"));
        assert_eq!(restore(&mut here, &file), Err(Trouble::NotEmpty));
    }
}

/// The file that was restored is a backup, from the day on which it was made.
#[test]
fn what_was_restored_is_the_last_backup_unless_a_later_one_is_known() {
    const DAYS: [(Option<&str>, &str); 5] = [
        (None, "2026-11-24T09:30"),
        (Some("?"), "2026-11-24T09:30"),
        (Some("2026-11-20T09:00"), "2026-11-24T09:30"),
        (Some("2026-11-24T10:00"), "2026-11-24T10:00"),
        // By a clock that ran ahead: it isn't known to be later.
        (Some("2026-11-25T09:00"), "2026-11-24T09:30"),
    ];
    for (known, last) in DAYS {
        let mut here = desk(91);
        register(&mut here);
        let (file, _) = backup(&mut here);
        let mut here = lost(here, WAYS[0]);
        if let Some(at) = known {
            let mark = format!(r#"{{"at":"{at}","cases":1}}"#);
            run(here.store.set_note(Note::Backup, &mark)).unwrap();
        }
        restore(&mut here, &file).unwrap();
        let about = run(here.about()).unwrap();
        assert_eq!(about.last_backup, Moment::parse(last).ok(), "{known:?}");
        assert_eq!(about.cases_since_backup, 0, "{known:?}");
    }
}

/// What is damaged besides comes back with the backup.
#[test]
fn a_backup_brings_what_was_lost_with_the_desk() {
    let mut here = desk(85);
    let old = register(&mut here);
    let (file, _) = backup(&mut here);
    here.store.damage(|_, tail| {
        let line = tail.values_mut().find(|line| line.contains("肖家林"));
        let line = line.unwrap();
        *line = line.replacen("肖家林", "肖家木", 1);
    });
    put(&here, "x");
    let mut here = reopened(here);
    assert_eq!(cases(&mut here), 0);
    restore(&mut here, &file).unwrap();
    assert_eq!(run(here.about()).unwrap().damaged, 0);
    goes_on(&mut here, old, "（2026）通西人调字第2号");
}

#[test]
fn a_backup_of_another_record_is_not_put_over_this_one() {
    let (mut here, mut there) = (desk(86), desk(87));
    register(&mut here);
    register(&mut there);
    let (file, _) = backup(&mut there);
    assert_eq!(restore(&mut here, &file), Err(Trouble::NotEmpty));
    let mut here = lost(here, WAYS[0]);
    let before = rows(&here);
    assert_eq!(restore(&mut here, &file), Err(Trouble::NotEmpty));
    assert_eq!(rows(&here), before);
    run(here.set_up(new(86))).unwrap();
    assert_eq!(cases(&mut reopened(here)), 1);
    // A record of which nothing lies here is the backup's.
    let mut bare = lost(empty(88), WAYS[1]);
    restore(&mut bare, &file).unwrap();
    assert_eq!(cases(&mut bare), 1);
}

#[test]
fn a_desk_that_is_lost_while_one_works_does_not_act_as_nobody() {
    let mut here = desk(89);
    let case = register(&mut here);
    put(&here, "x");
    let day = Day::new(2026, 11, 24).unwrap();
    let acted = run(here.act(Some(case), &[], accept(day)));
    assert_eq!(acted, Err(Trouble::NoDesk));
}

/// Browsing data is cleared while the app stands open: it says so, and what is in memory can still be saved.
#[test]
fn what_was_cleared_while_one_works_is_said_and_what_is_left_can_be_saved() {
    let mut here = desk(91);
    let case = register(&mut here);
    let whole = run(here.digests()).unwrap();
    here.store = Memory::default();
    let day = Day::new(2026, 11, 24).unwrap();
    let acted = run(here.act(Some(case), &[], accept(day)));
    assert_eq!(acted, Err(Trouble::Cleared));
    assert_eq!(run(here.enrol("孙玉兰")), Err(Trouble::Cleared));
    let (file, _) = backup(&mut here);
    let mut there = empty(92);
    restore(&mut there, &file).unwrap();
    assert_eq!(run(there.digests()).unwrap(), whole);

    // Of what lay in segments nothing is left.
    let (mut here, _) = segmented(93);
    here.store = Memory::default();
    let mut nothing = Vec::new();
    assert_eq!(
        run(here.back_up(&mut nothing)).err(),
        Some(Trouble::Cleared)
    );
    assert_eq!(run(here.look()), Err(Trouble::Cleared));
}
