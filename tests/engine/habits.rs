//! What a desk knows of itself: its lock, its numbers, its backup, what was begun at it.

use langqiao::engine::protocol::{About, NewDesk, Setting, Trouble};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::exchange::bundle::Level;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::organisation::OrganisationKind;
use langqiao::store::{Note, Store as _};

use super::{
    Command, Desk, DisputeType, NewValue, act, desk, empty, export, fill, found, register, run,
    take,
};

#[test]
fn a_lock_opens_to_its_pin_alone() {
    let mut desk = desk(71);
    let set = |desk: &mut Desk, pin: &str| run(desk.set(Setting::Pin(pin.into()))).unwrap();
    assert!(desk.unlock("2468"), "there is no lock yet");
    set(&mut desk, "2468");
    assert!(desk.unlock("2468"));
    assert!(!desk.unlock("2469") && !desk.unlock(""));
    set(&mut desk, "");
    assert!(desk.unlock("2469"), "the lock was taken off");
}

#[test]
fn numbers_go_on_after_those_that_the_office_gave_at_another_desk() {
    for suffix in ["", "甲"] {
        let mut a = desk(72);
        run(a.set(Setting::NumberSuffix(suffix.into()))).unwrap();
        register(&mut a);
        // The office goes on at a second desk, and its cases come back.
        let mut backup = Vec::new();
        run(a.back_up(&mut backup)).unwrap();
        let mut b = empty(73);
        run(b.restore("b.json", Here::new(Bytes(Some(backup))))).unwrap();
        register(&mut b);
        take(&mut a, &export(&mut b, Level::Full));
        register(&mut a);
        for n in 1..=3 {
            assert_eq!(found(&a, &format!("第{n}{suffix}号")), 1, "{n}{suffix}");
        }
    }
}

#[test]
fn days_are_counted_from_the_last_backup_or_from_the_first_day() {
    let mut desk = desk(74);
    let days = |desk: &mut Desk| run(desk.about()).unwrap().days_since_backup;
    assert_eq!(days(&mut desk), 0, "set up today");
    let today = run(desk.about()).unwrap().today;
    for ago in [1, 40] {
        let at = today.plus_days(-ago);
        let mark = format!(r#"{{"at":"{at}T09:00","cases":0}}"#);
        run(desk.store.set_note(Note::Backup, &mark)).unwrap();
        assert_eq!(days(&mut desk), ago);
    }
}

#[test]
fn a_backup_is_due_after_days_or_cases_or_where_it_is_dated_in_the_future() {
    let mut desk = desk(77);
    register(&mut desk);
    let today = run(desk.about()).unwrap().today;
    for (ago, cases, due) in [
        (0, 0, false),
        (6, 0, false),
        (7, 0, true),
        (400, 0, true),
        // By a clock that ran ahead: nobody knows what came since, so all of it did.
        (-1, 1, true),
        (-400, 1, true),
    ] {
        let at = today.plus_days(-ago);
        let mark = format!(r#"{{"at":"{at}T23:59","cases":{cases}}}"#);
        run(desk.store.set_note(Note::Backup, &mark)).unwrap();
        let about = run(desk.about()).unwrap();
        assert_eq!(about.backup_is_due(), due, "{ago} {cases}");
        assert_eq!(about.backup_is_ahead(), ago < 0, "{ago}");
    }
    run(desk.backed_up()).unwrap();
    let about = run(desk.about()).unwrap();
    assert!(!about.backup_is_due());
    for (cases, due) in [(1, false), (19, false), (20, true)] {
        let about = About {
            cases_since_backup: cases,
            ..about.clone()
        };
        assert_eq!(about.backup_is_due(), due, "{cases}");
    }
}

#[test]
fn what_was_begun_is_a_form_and_no_line_of_a_case() {
    let desk = desk(75);
    let unfinished = || run(desk.agenda()).unwrap().unfinished;
    assert_eq!(unfinished(), None);
    run(desk.store.keep_draft("steps/line", "来电")).unwrap();
    assert_eq!(unfinished(), None);
    run(desk.store.keep_draft("intake", "{}")).unwrap();
    assert_eq!(unfinished().as_deref(), Some("intake"));
}

#[test]
fn today_has_the_own_office_s_cases_and_whatever_desks_disagree_on() {
    let (mut here, mut there) = (desk(78), desk(79));
    let case = register(&mut there);
    let bundle = export(&mut there, Level::Full);
    let count = |desk: &Desk| run(desk.agenda()).unwrap().count;
    assert_eq!((count(&here), count(&there)), (0, 1));
    take(&mut here, &bundle);
    assert_eq!(run(here.about()).unwrap().cases, 1);
    assert_eq!(count(&here), 0);
    let correct = |kind| Command::Correct {
        field: NewValue::Type(kind),
        reason: String::new(),
    };
    act(&mut there, Some(case), correct(DisputeType::Damages)).unwrap();
    act(&mut here, Some(case), correct(DisputeType::Traffic)).unwrap();
    let bundle = export(&mut there, Level::Full);
    take(&mut here, &bundle);
    assert_eq!(count(&here), 1);
    // The office's other computer, set up by itself.
    let mut beside = empty(80);
    let new = NewDesk {
        county: Adcode::new(110_112).unwrap(),
        town: Town::new(110_112_110),
        organisation: String::from("西集镇司法所79"),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: "通西".into(),
        name: "王芳".into(),
    };
    run(beside.set_up(new)).unwrap();
    take(&mut beside, &bundle);
    assert_eq!(count(&beside), 1);
}

/// Two windows with one form: each keeps its own, and what one is done with is not the other's.
#[test]
fn what_two_windows_type_into_one_form_is_two_drafts() {
    let desk = desk(77);
    let keep =
        |draft: &str, last: &str, text: &str| run(desk.keep_draft(draft, last, text)).unwrap();
    let text = |draft: &str| run(desk.draft(draft)).unwrap().map(|kept| kept.text);
    assert_eq!(keep("intake", "", "郑"), "intake");
    assert_eq!(keep("intake", "郑", "郑小兰"), "intake");
    // The other window knows nothing of it.
    let other = keep("intake", "", "周凤英");
    assert_ne!(other, "intake");
    assert_eq!(keep(&other, "周凤英", "周凤英，西集"), other);
    assert_eq!(text("intake").as_deref(), Some("郑小兰"));
    // It registers its case: only its own draft goes.
    keep(&other, "周凤英，西集", "");
    assert_eq!(text("intake").as_deref(), Some("郑小兰"));
    // What is sent before the first answer tells the name is its own all the same, to the last word.
    keep("intake", "", "吴");
    assert_eq!(keep("intake", "吴", "吴涛"), other);
    keep("intake", "吴涛", "");
    assert_eq!(text(&other).as_deref(), None);
    let third = keep("intake", "", "第三位");
    // The first is done, unless another wrote there: then what lies there stays.
    keep("intake", "别的", "");
    assert_eq!(text("intake").as_deref(), Some("郑小兰"));
    keep("intake", "郑小兰", "");
    // What is left is offered, wherever it lies.
    let agenda = run(desk.agenda()).unwrap();
    assert_eq!(agenda.unfinished.as_deref(), Some("intake"));
    let left = run(desk.draft("intake")).unwrap().unwrap();
    assert_eq!((left.draft, &*left.text), (third, "第三位"));
}

#[test]
fn an_entry_is_counted_once_when_the_tail_becomes_a_segment() {
    let mut desk = desk(76);
    let entries = |desk: &mut Desk| run(desk.about()).unwrap().entries;
    fill(&mut desk);
    let before = entries(&mut desk);
    run(desk.compact()).unwrap();
    assert!(!desk.has_to_compact());
    assert_eq!(entries(&mut desk), before);
    register(&mut desk);
    assert_eq!(entries(&mut desk), before + 1);
}

#[test]
fn a_desk_is_set_up_once() {
    let new = || NewDesk {
        county: Adcode::new(110_112).unwrap(),
        town: None,
        organisation: "西集镇司法所".into(),
        kind: OrganisationKind::JudicialOffice,
        abbreviation: String::new(),
        name: "赵淑敏".into(),
    };
    let mut there = desk(77);
    let again = run(there.set_up(new()));
    assert!(matches!(again, Err(Trouble::NotEmpty)), "{again:?}");
    // Where an import came first, it goes on beside that.
    let mut here = empty(78);
    take(&mut here, &export(&mut there, Level::Full));
    run(here.set_up(new())).unwrap();
    assert_eq!(here.views().1.organisations.len(), 2);
}

#[test]
fn a_restored_backup_brings_no_lock() {
    let mut a = desk(77);
    run(a.set(Setting::Pin("246810".into()))).unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let mut b = empty(78);
    run(b.restore("b.json", Here::new(Bytes(Some(backup))))).unwrap();
    assert!(!run(b.about()).unwrap().desk.unwrap().has_pin);
    assert!(b.unlock("") && !a.unlock(""));
}

#[test]
fn whoever_works_at_the_desk_stands_before_those_who_were_added() {
    let mut desk = desk(81);
    let people = |desk: &mut Desk| run(desk.about()).unwrap().desk.unwrap().people;
    let own = people(&mut desk).remove(0).1;
    for name in ["孙玉兰", "马德福"] {
        run(desk.enrol(name)).unwrap();
    }
    let names = |desk: &mut Desk| -> Vec<String> {
        people(desk).into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(names(&mut desk), [own.as_str(), "孙玉兰", "马德福"]);
    let (id, _) = people(&mut desk).remove(2);
    for _ in 0..2 {
        run(desk.act_as(id)).unwrap();
        assert_eq!(names(&mut desk), ["马德福", own.as_str(), "孙玉兰"]);
    }
}

/// Six digits are found from their digest in minutes, and may open other locks.
#[test]
fn no_backup_holds_the_pin() {
    let mut desk = desk(82);
    register(&mut desk);
    run(desk.set(Setting::Pin("2468".into()))).unwrap();
    let lies = run(desk.store.note(Note::Desk)).unwrap().unwrap();
    assert!(lies.contains("\"pin\":["), "there is one");
    let mut file = Vec::new();
    run(desk.back_up(&mut file)).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert!(file.contains("number_rule"), "the desk is in it");
    // Its digest, and the salt that it was made with.
    let pin = lies.split("\"pin\":[").nth(1).unwrap().split('"');
    for part in pin.skip(1).step_by(2).take(2) {
        assert!(!part.is_empty() && !file.contains(part), "{part}");
    }
}

#[test]
fn where_no_draft_s_place_is_free_it_is_said() {
    let desk = desk(83);
    let mut kept = 0;
    let refused = loop {
        match run(desk.keep_draft("intake", "", &format!("text {kept}"))) {
            Ok(_) => kept += 1,
            Err(trouble) => break trouble,
        }
    };
    assert_eq!((kept, refused), (9, Trouble::Busy));
    // The same text sent twice is one draft, and dropping what isn't there is no trouble.
    assert!(run(desk.keep_draft("intake", "", "text 3")).is_ok());
    assert!(run(desk.keep_draft("intake", "", "")).is_ok());
}
