//! What a disk does to what lies on it: it is noticed, counted and said, nothing of it is deleted, and what a backup
//! brings back is whole again.

use std::cell::Cell;
use std::collections::BTreeMap;

use langqiao::domain::id::StreamId;
use langqiao::engine::protocol::{ExportScope, WorkspaceKind};
use langqiao::engine::reading::{Bytes, Here};
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::Level;
use langqiao::law::day::Day;
use langqiao::store::Store as _;
use langqiao::store::segment::{Packed, PackedLines, SegmentBytes, pack};

use super::erasure::erasure;
use super::{
    Bench, Desk, Stage, accept, act, assign_to, bundle_of, desk, empty, export, fill, found,
    register, rows, run, take,
};

pub(super) fn reopened(desk: Desk) -> Desk {
    let Engine { store, .. } = desk;
    let bench = Bench(Cell::new(71));
    run(Engine::open(store, bench, WorkspaceKind::Desk)).unwrap()
}

/// Opened with no views that were kept.
fn read_anew(desk: Desk) -> Desk {
    let nothing = vec![("kept".to_owned(), Vec::new())];
    run(desk.store.keep_views(nothing)).unwrap();
    reopened(desk)
}

fn damaged(desk: &mut Desk) -> u64 {
    run(desk.about()).unwrap().damaged
}

fn cases(desk: &mut Desk) -> u64 {
    run(desk.about()).unwrap().cases
}

pub(super) fn backup(desk: &mut Desk) -> (Vec<u8>, u64) {
    let mut out = Vec::new();
    let made = run(desk.back_up(&mut out)).unwrap();
    (out, made.damaged)
}

/// What an export of everything, a backup and `About` say is damaged.
fn said(desk: &mut Desk) -> [u64; 3] {
    let full = ExportScope::Everything;
    let exported = run(desk.export(&full, Level::Full, "", &mut Vec::new())).unwrap();
    let (_, backed_up) = backup(desk);
    [exported.damaged, backed_up, damaged(desk)]
}

/// Changes one character of the registration of a case in the tail; gives its place and the line as it lies now.
fn spoil_tail(desk: &Desk, case: StreamId) -> (u64, String) {
    let mut spoilt = None;
    desk.store.damage(|_, tail| {
        let of_case = format!("\"stream\":\"{case}\"");
        let (place, line) = tail
            .iter_mut()
            .find(|(_, line)| line.contains(&of_case))
            .unwrap();
        *line = line.replacen("肖家林", "肖家木", 1);
        spoilt = Some((*place, line.clone()));
    });
    spoilt.unwrap()
}

fn line_at(desk: &Desk, place: u64) -> Option<String> {
    let tail = run(desk.store.tail(0)).unwrap();
    let found = tail.into_iter().find(|(other, _)| *other == place);
    found.map(|(_, line)| line)
}

/// A desk whose cases all lie in one segment, and what a backup of it holds.
pub(super) fn segmented(seed: u64) -> (Desk, Vec<u8>) {
    let mut there = desk(seed);
    for _ in 0..12 {
        register(&mut there);
    }
    let (backup, _) = backup(&mut there);
    let mut here = empty(seed + 1);
    run(here.restore("b.json", Here::new(Bytes(Some(backup.clone()))))).unwrap();
    while run(here.save_on()).unwrap() {}
    assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
    (here, backup)
}

type Spoiling = fn(&mut BTreeMap<u32, Packed>);

fn spoil(desk: &Desk, change: impl FnOnce(&mut BTreeMap<u32, Packed>)) {
    desk.store.damage(|segments, _| change(segments));
}

/// Changes one character of a segment's lines.
fn spoil_line(segments: &mut BTreeMap<u32, Packed>) {
    let segment = segments.values_mut().next().unwrap();
    let mut lines = segment.unpack().unwrap();
    let was = "肖家林".as_bytes();
    let at = lines.windows(was.len()).position(|w| w == was).unwrap();
    lines[at..at + was.len()].copy_from_slice("肖家木".as_bytes());
    segment.lines = PackedLines(SegmentBytes::Here(pack(&lines)));
}

fn cut_short(segments: &mut BTreeMap<u32, Packed>) {
    let segment = segments.values_mut().next().unwrap();
    let mut packed = pack(&segment.unpack().unwrap());
    packed.truncate(packed.len() / 2);
    segment.lines = PackedLines(SegmentBytes::Here(packed));
}

#[test]
fn a_damaged_line_of_the_tail_is_said_and_stays_where_it_lies() {
    let mut here = desk(61);
    let case = register(&mut here);
    let (before, _) = backup(&mut here);
    let (place, line) = spoil_tail(&here, case);
    let mut here = reopened(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (0, 1));
    assert_eq!(said(&mut here), [1, 1, 1]);

    // An import takes the tail along, a compaction does, and neither touches it.
    let mut there = desk(62);
    register(&mut there);
    take(&mut here, &export(&mut there, Level::Full));
    assert_eq!(run(here.store.tail(0)).unwrap().len(), 1);
    fill(&mut here);
    run(here.compact()).unwrap();
    assert_eq!(run(here.store.tail(0)).unwrap().len(), 1);
    assert_eq!(line_at(&here, place).as_ref(), Some(&line));
    let mut here = reopened(here);
    assert_eq!(said(&mut here), [1, 1, 1]);

    // A backup brings the entry back: it is whole again, and what lay damaged still lies there.
    let count = cases(&mut here);
    take(&mut here, &before);
    assert_eq!((cases(&mut here), damaged(&mut here)), (count + 1, 0));
    assert!(run(here.case_page(case)).unwrap().is_some());
    assert_eq!(line_at(&here, place), Some(line));
    let mut here = reopened(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (count + 1, 0));
    assert_eq!(said(&mut here), [0, 0, 0]);
}

/// Spoils the entry of a kind, in the tail.
fn spoil_entry(desk: &Desk, kind: &str) {
    desk.store.damage(|_, tail| {
        let of_kind = format!("\"kind\":\"{kind}\"");
        let line = tail.values_mut().find(|line| line.contains(&of_kind));
        let line = line.unwrap();
        *line = line.replacen("\"salt\":\"", "\"salt\":\"!", 1);
        *line = line.replacen("\"n\":", "\"n\":1", 1);
    });
}

#[test]
fn a_gap_that_is_our_own_damage_is_known_as_such() {
    for kind in ["case.registered", "case.accepted"] {
        let mut here = desk(77);
        let case = register(&mut here);
        let day = Day::new(2026, 11, 24).unwrap();
        act(&mut here, Some(case), accept(day)).unwrap();
        let mediator = run(here.about()).unwrap().desk.unwrap().acting;
        act(&mut here, Some(case), assign_to(mediator, day)).unwrap();
        let whole = register(&mut here);
        let (file, _) = backup(&mut here);
        spoil_entry(&here, kind);
        let mut here = reopened(here);
        let page = run(here.case_page(case)).unwrap().unwrap();
        assert!(page.damaged && !page.case.anomalies.is_empty(), "{kind}");
        assert!(page.timeline.iter().all(|item| !item.concurrent));
        assert_eq!(here.wanting().damaged, [case]);
        assert!(!run(here.case_page(whole)).unwrap().unwrap().damaged);
        take(&mut here, &file);
        let page = run(here.case_page(case)).unwrap().unwrap();
        assert!(!page.damaged && page.case.anomalies.is_empty());
        assert_eq!(here.wanting().damaged, []);
    }
}

#[test]
fn a_gap_in_a_segment_is_known_as_damage() {
    let mut there = desk(78);
    let case = register(&mut there);
    let day = Day::new(2026, 11, 24).unwrap();
    act(&mut there, Some(case), accept(day)).unwrap();
    let mut here = empty(79);
    let (file, _) = backup(&mut there);
    run(here.restore("b.json", Here::new(Bytes(Some(file))))).unwrap();
    spoil(&here, spoil_line);
    let mut here = read_anew(here);
    let page = run(here.case_page(case)).unwrap().unwrap();
    assert!(page.registration.is_none() && page.damaged);
}

#[test]
fn a_redacted_copy_does_not_stand_for_a_damaged_line() {
    let mut here = desk(63);
    let case = register(&mut here);
    let redacted = export(&mut here, Level::Redacted);
    let (full, _) = backup(&mut here);
    spoil_tail(&here, case);
    let mut here = reopened(here);
    take(&mut here, &redacted);
    assert_eq!((cases(&mut here), damaged(&mut here)), (1, 1));
    take(&mut here, &full);
    assert_eq!((cases(&mut here), damaged(&mut here)), (1, 0));
    assert_eq!(found(&here, "张桂珍"), 1);
}

#[test]
fn a_damaged_line_that_comes_from_another_window_is_said_once() {
    let mut here = desk(64);
    register(&mut here);
    here.store.damage(|_, tail| {
        let (last, line) = tail.last_key_value().unwrap();
        let (next, line) = (last + 1, line.replacen("去年", "前年", 1));
        tail.insert(next, line);
    });
    assert!(run(here.look()).unwrap());
    assert_eq!(damaged(&mut here), 1);
    assert!(!run(here.look()).unwrap());
    // Nor does it stand in the way of what is written next.
    register(&mut here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (2, 1));
}

#[test]
fn a_damaged_line_of_a_segment_is_said_once_views_are_built() {
    let (here, backup) = segmented(65);
    spoil(&here, spoil_line);
    let mut here = read_anew(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (11, 1));
    assert_eq!(said(&mut here), [1, 1, 1]);
    take(&mut here, &backup);
    assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
    let mut here = reopened(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
    assert_eq!(said(&mut here), [0, 0, 0]);
}

/// Streams that are few are sought by their names, and a line that lost its stream's name is not among theirs.
#[test]
fn a_line_that_is_of_no_stream_any_more_is_said_where_streams_are_few() {
    let mut there = desk(75);
    let case = register(&mut there);
    let day = Day::new(2026, 11, 24).unwrap();
    act(&mut there, Some(case), accept(day)).unwrap();
    let (backup, _) = backup(&mut there);
    let mut here = empty(76);
    take(&mut here, &backup);
    spoil(&here, |segments| {
        let segment = segments.values_mut().next().unwrap();
        let text = String::from_utf8(segment.unpack().unwrap()).unwrap();
        let is_acceptance = |line: &str| line.contains("\"kind\":\"case.accepted\"");
        let lines = text
            .split_inclusive('\n')
            .map(|line| match is_acceptance(line) {
                true => "\u{1}\n",
                false => line,
            });
        segment.lines = PackedLines(SegmentBytes::Here(pack(
            lines.collect::<String>().as_bytes(),
        )));
    });
    let mut here = read_anew(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (1, 1));
    take(&mut here, &backup);
    assert_eq!(damaged(&mut here), 0);
    let stage = run(here.case_page(case)).unwrap().unwrap().case.stage;
    assert_eq!(stage, Some(Stage::Accepted));
}

#[test]
fn a_damaged_segment_is_said_by_whatever_reads_it_and_is_not_forgotten() {
    let by: [fn(&mut Desk); 3] = [
        |desk| {
            run(desk.digests()).unwrap();
        },
        |desk| drop(export(desk, Level::Redacted)),
        |desk| {
            let streams = desk.views().0.rows();
            let streams: Vec<_> = streams
                .map(|row| StreamId::new(langqiao::domain::id::StreamKind::CASE, row.id))
                .collect();
            for case in streams {
                run(desk.case_page(case)).unwrap();
            }
        },
    ];
    let ways: [(Spoiling, u64); 3] = [
        (spoil_line, 1),
        (cut_short, 14),
        (
            |segments| {
                segments
                    .values_mut()
                    .for_each(|one| one.lines = PackedLines::default())
            },
            14,
        ),
    ];
    for read in by {
        for (damage, lost) in ways {
            let (here, backup) = segmented(66);
            spoil(&here, damage);
            // From views that were kept: the list is there at once, and nothing is read.
            let mut here = reopened(here);
            assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
            read(&mut here);
            assert_eq!(damaged(&mut here), lost);
            while run(here.save_on()).unwrap() {}
            let mut here = reopened(here);
            assert_eq!(damaged(&mut here), lost);
            assert_eq!(said(&mut here), [lost; 3]);
            // What comes again is new, and no case stands in the list twice.
            take(&mut here, &backup);
            assert_eq!((rows(&here).len(), damaged(&mut here)), (12, 0));
            let mut here = read_anew(here);
            assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
        }
    }
}

/// Which entries they were, nobody knows: their number alone is left.
#[test]
fn a_segment_that_is_gone_with_its_index_is_said_and_stands_in_nobodys_way() {
    let (here, backup) = segmented(68);
    spoil(&here, BTreeMap::clear);
    let mut here = reopened(here);
    assert_eq!(said(&mut here), [14, 14, 14]);
    while run(here.save_on()).unwrap() {}
    let mut here = reopened(here);
    assert_eq!(damaged(&mut here), 14);
    take(&mut here, &backup);
    assert_eq!((rows(&here).len(), damaged(&mut here)), (12, 14));
    let mut there = desk(70);
    register(&mut there);
    take(&mut here, &export(&mut there, Level::Full));
    let mut here = read_anew(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (13, 14));
}

#[test]
fn a_segment_that_an_erasure_rewrites_keeps_what_is_damaged_in_it() {
    let mut there = desk(73);
    let (erased, spoilt) = (register(&mut there), register(&mut there));
    let heads = run(there.case_page(erased)).unwrap().unwrap().heads;
    let who = run(there.about()).unwrap().desk.unwrap().acting;
    let (backup, _) = backup(&mut there);
    let mut here = empty(74);
    run(here.restore("b.json", Here::new(Bytes(Some(backup))))).unwrap();
    let of_case = format!("\"stream\":\"{spoilt}\"");
    spoil(&here, |segments| {
        let segment = segments.values_mut().next().unwrap();
        let text = String::from_utf8(segment.unpack().unwrap()).unwrap();
        let lines = text
            .split_inclusive('\n')
            .map(|line| match line.contains(&of_case) {
                true => line.replacen("肖家林", "肖家木", 1),
                false => line.to_owned(),
            });
        segment.lines = PackedLines(SegmentBytes::Here(pack(
            lines.collect::<String>().as_bytes(),
        )));
    });
    let mut here = read_anew(here);
    assert_eq!((cases(&mut here), damaged(&mut here)), (1, 1));

    let bundle = bundle_of(&[erasure(erased, heads[0], who)]);
    run(here.read_bundle("e.json", Here::new(Bytes(Some(bundle))))).unwrap();
    run(here.take_staged(true)).unwrap();
    assert_eq!((cases(&mut here), damaged(&mut here)), (1, 1));
    let mut here = reopened(here);
    assert_eq!(said(&mut here), [1, 1, 1]);
    let mut texts = String::new();
    here.store.damage(|segments, _| {
        let lines = segments.values().map(|one| one.unpack().unwrap());
        texts.extend(lines.map(|lines| String::from_utf8(lines).unwrap()));
    });
    // Once in the line that is damaged, and not in the other.
    assert_eq!(texts.matches("张桂珍").count(), 1);
    assert_eq!(texts.matches("肖家木").count(), 1);
}

#[test]
fn a_damaged_index_hides_nothing() {
    let ways: [fn(&mut Packed); 4] = [
        |segment| segment.index.truncate(40),
        |segment| segment.index = vec![0xff; 100],
        // The kind of a stream, and its number.
        |segment| segment.index[4] = 0,
        |segment| segment.index[4 + 32 + 31] ^= 1,
    ];
    for damage in ways {
        let (here, _) = segmented(67);
        let before = rows(&here);
        spoil(&here, |segments| {
            damage(segments.values_mut().next().unwrap())
        });
        let mut here = read_anew(here);
        assert_eq!(rows(&here), before);
        assert_eq!(said(&mut here), [0, 0, 0]);
        assert_eq!(here.views().1.organisations.len(), 1);
    }
}

#[test]
fn a_redacted_copy_does_not_stand_for_a_damaged_line_of_a_segment_either() {
    let (mut here, full) = segmented(91);
    let redacted = export(&mut here, Level::Redacted);
    spoil(&here, spoil_line);
    let mut here = read_anew(here);
    take(&mut here, &redacted);
    assert_eq!((cases(&mut here), damaged(&mut here)), (12, 1));
    take(&mut here, &full);
    assert_eq!((cases(&mut here), damaged(&mut here)), (12, 0));
}
