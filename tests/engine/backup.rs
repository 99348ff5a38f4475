//! Backups: what comes back on an empty desk, and what of them is refused.

use super::*;

#[test]
fn a_backup_gives_back_everything_onto_an_empty_desk_under_a_new_key() {
    let mut a = desk(8);
    register(&mut a);
    run(langqiao::store::Store::keep_draft(
        &a.store,
        "intake",
        "{\"name\":\"王\"}",
    ))
    .unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    // The key that signs for this desk stays here.
    let text = String::from_utf8(backup.clone()).unwrap();
    let desk = run(a.store.note(Note::Desk)).unwrap().unwrap();
    let desk: serde_json::Value = serde_json::from_str(&desk).unwrap();
    let key = desk["key"].as_str().unwrap();
    assert!(!key.is_empty() && !text.contains(key));
    let mut b = empty(9);
    // What stands beside the entries is covered by the digest too.
    let changed = String::from_utf8(backup.clone()).unwrap();
    let changed = changed.replace("通西", "通东");
    let bad = run(b.restore("b.json", Here::new(Bytes(Some(changed.into_bytes())))));
    assert!(matches!(bad, Err(Trouble::BadFile(_))), "{bad:?}");
    run(b.restore("b.json", Here::new(Bytes(Some(backup.clone()))))).unwrap();
    assert_eq!(run(a.digests()).unwrap(), run(b.digests()).unwrap());
    let (of_a, of_b) = (
        run(a.about()).unwrap().desk.unwrap(),
        run(b.about()).unwrap().desk.unwrap(),
    );
    assert_eq!(
        (&of_a.organisation, &of_a.acting, &of_a.number_rule),
        (&of_b.organisation, &of_b.acting, &of_b.number_rule)
    );
    assert_ne!(of_a.fingerprint, of_b.fingerprint);
    let about = run(b.about()).unwrap();
    assert_eq!(
        (about.last_backup.is_some(), about.cases_since_backup),
        (true, 0)
    );
    assert!(
        run(langqiao::store::Store::draft(&b.store, "intake"))
            .unwrap()
            .is_some()
    );
    register(&mut b);
    assert_eq!(found(&b, "第2号"), 1, "numbers go on");
    assert!(matches!(
        run(b.restore("b.json", Here::new(Bytes(Some(backup))))),
        Err(Trouble::NotEmpty)
    ));
}

/// Nothing but the foot is changed: every entry still verifies, and the note still reads.
#[test]
fn a_byte_changed_in_what_a_backup_holds_beside_the_entries_is_refused() {
    let mut a = desk(15);
    register(&mut a);
    run(langqiao::store::Store::keep_draft(
        &a.store,
        "intake",
        "{\"place\":\"A\"}",
    ))
    .unwrap();
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let text = String::from_utf8(backup.clone()).unwrap();
    let foot = text.find("\n],").unwrap();
    let draft = foot + text[foot..].find("place").unwrap();
    let value = draft + text[draft..].find('A').unwrap();
    let mut changed = backup.clone();
    changed[value] = b'B';
    let mut b = empty(16);
    let restored = run(b.restore("b.json", Here::new(Bytes(Some(changed)))));
    let Err(Trouble::BadFile(bad)) = restored else {
        panic!("{restored:?}");
    };
    assert_eq!(bad.problem, BadFileProblem::DigestDiffers);
    run(b.restore("b.json", Here::new(Bytes(Some(backup))))).unwrap();
}

/// Restored without a desk, a workspace would have entries and could never be set up.
#[test]
fn a_backup_without_its_desk_is_none_and_leaves_the_workspace_empty() {
    let mut a = desk(12);
    register(&mut a);
    let mut backup = Vec::new();
    run(a.back_up(&mut backup)).unwrap();
    let backup = String::from_utf8(backup).unwrap();
    let (head, rest) = backup.split_once(",\"entries\":[\n").unwrap();
    let mut head: Head = serde_json::from_str(&format!("{head}}}")).unwrap();
    head.exported_at = Moment::parse("2026-11-20T18:00").unwrap();
    let entries: Vec<&str> = rest
        .lines()
        .take_while(|line| !line.starts_with(']'))
        .collect();
    let foot = rest.lines().find(|line| line.starts_with(']')).unwrap();
    let foot: serde_json::Value = serde_json::from_str(&foot.replacen("],", "{", 1)).unwrap();
    let sound = foot["backup"].as_str().unwrap();
    let mut note: serde_json::Value = serde_json::from_str(sound).unwrap();
    let with = |note: &str| {
        let mut writer = Writer::new(&head);
        for text in &entries {
            let text = text.trim_end_matches(',');
            writer.line(&line::read(text.as_bytes()).unwrap());
        }
        writer.finish(None, Some(note.to_owned()));
        Here::new(Bytes(Some(writer.out)))
    };
    let mut b = empty(13);
    note["desk"] = serde_json::Value::Null;
    for note in [note.to_string(), String::from("{}"), String::from("desk")] {
        let Err(Trouble::BadFile(bad)) = run(b.restore("b.json", with(&note))) else {
            panic!("{note}");
        };
        assert_eq!(bad.problem, BadFileProblem::NotABackup);
        assert!(run(b.store.manifest()).unwrap().segments.is_empty());
        assert!(b.views().0.is_empty() && run(b.about()).unwrap().desk.is_none());
    }
    // The note itself was all that was wrong.
    run(b.restore("b.json", with(sound))).unwrap();
    let about = run(b.about()).unwrap();
    assert!(about.desk.is_some());
    assert_eq!(about.last_backup, Some(head.exported_at));
    assert_eq!(about.days_since_backup, 4);
    let nobody = run(empty(14).back_up(&mut Vec::new()));
    assert_eq!(nobody.unwrap_err(), Trouble::NoDesk);
}

/// A bundle of which a few bytes come at a time.
struct Slow(Vec<u8>);

impl langqiao::engine::reading::Source for Slow {
    fn length(&self) -> u64 {
        self.0.len() as u64
    }

    async fn beginning(&self, most: usize) -> Result<Vec<u8>, Trouble> {
        Ok(self.0[..self.0.len().min(most)].to_vec())
    }

    fn skip(&mut self, bytes: u64) {
        self.0.drain(..self.0.len().min(bytes as usize));
    }

    async fn next(&mut self, into: &mut Vec<u8>) -> Result<bool, Trouble> {
        let piece = self.0.len().min(300 << 10);
        into.extend(self.0.drain(..piece));
        Ok(piece > 0)
    }
}

/// They stand in its foot, which may be longer than any line of the record.
#[test]
fn long_drafts_come_back_from_a_backup_that_comes_in_pieces() {
    let mut here = desk(84);
    register(&mut here);
    let text = "调解经过。".repeat(200_000);
    run(here.keep_draft("intake", "", &text)).unwrap();
    let mut file = Vec::new();
    run(here.back_up(&mut file)).unwrap();
    let mut there = empty(85);
    run(there.restore("b.json", Here::new(Slow(file)))).unwrap();
    let draft = run(langqiao::store::Store::draft(&there.store, "intake")).unwrap();
    assert_eq!(draft.as_deref(), Some(text.as_str()));
}
