//! A bundle that several read, each a share of it, is what one reads: wherever it is cut, whatever is wrong with it.

use std::cell::Cell;

use langqiao::engine::play;
use langqiao::engine::protocol::{Trouble, WorkspaceKind};
use langqiao::engine::reading::{Bytes, Here, Shares};
use langqiao::engine::run::Engine;
use langqiao::exchange::bundle::{BadFileProblem, Preview};
use langqiao::law::day::Day;
use langqiao::law::divisions::{Adcode, parse_towns};
use langqiao::record::{World, compose, line};
use langqiao::store::memory::Memory;
use langqiao::training::Region;

use super::{Bench, Desk, bundle_in, rows, run, take};

const TOWNS: &str = include_str!("../../public/places/towns.txt");

/// A few lawful cases and who wrote them, a stream after the other.
fn lines(cases: usize) -> Vec<String> {
    let counties = [Adcode::new(110_112).unwrap(), Adcode::new(120_114).unwrap()];
    let today = Day::new(2026, 6, 30).unwrap();
    let region = Region::bare(5, &parse_towns(TOWNS).unwrap(), &counties, today);
    let mut lines = Vec::new();
    play::sample(region, World::Training, cases, &mut |line| {
        lines.push(line.to_owned());
    });
    lines
}

fn sandbox() -> Desk {
    run(Engine::open(
        Memory::default(),
        Bench(Cell::new(3)),
        WorkspaceKind::Sandbox,
    ))
    .unwrap()
}

/// What a bundle is found to be, and, once it is taken, all entries and all rows.
type Outcome = Result<(Preview, String, Vec<String>), Trouble>;

fn read(bundle: &[u8], cuts: &[u64]) -> Outcome {
    read_by(bundle, cuts, &mut 0)
}

/// Counts who began to read.
fn read_by(bundle: &[u8], cuts: &[u64], readers: &mut usize) -> Outcome {
    let mut desk = sandbox();
    let reads = Shares::cut(cuts, |share| {
        *readers += 1;
        Ok(Here::of_share(Bytes(Some(bundle.to_vec())), share))
    });
    let preview = run(desk.read_bundle("s.json", reads))?;
    run(desk.take_staged(true))?;
    let rows = rows(&desk);
    // Each share reads a little beyond its end.
    let preview = Preview {
        bytes: 0,
        ..preview
    };
    Ok((preview, format!("{:?}", run(desk.digests()).unwrap()), rows))
}

/// Bytes at which a bundle may be cut: some by chance, some where a line begins, the ends.
fn places(bundle: &[u8]) -> Vec<u64> {
    let length = bundle.len() as u64;
    let breaks = (0..length).filter(|at| bundle[*at as usize] == b'\n');
    let around = breaks.step_by(23).flat_map(|at| [at, at + 1, at + 2]);
    (1..length)
        .step_by(9_973)
        .chain(around)
        .chain([1, 2, length - 200, length - 1])
        .filter(|at| (1..length).contains(at))
        .collect()
}

#[test]
fn shares_come_to_what_one_reads() {
    let bundle = bundle_in(World::Training, &lines(5));
    let whole = read(&bundle, &[]);
    assert_eq!(whole.as_ref().unwrap().2.len(), 5);
    let places = places(&bundle);
    let one = places.iter().map(|place| vec![*place]);
    // Into four, some of them within one stream.
    let three = places.windows(3).step_by(5).map(<[u64]>::to_vec);
    for mut cuts in one.chain(three) {
        cuts.sort_unstable();
        let mut readers = 0;
        assert_eq!(
            read_by(&bundle, &cuts, &mut readers),
            whole,
            "cut at {cuts:?}"
        );
        // None of them had to be read once more in one piece.
        assert_eq!(readers, cuts.len() + 1, "cut at {cuts:?}");
    }
}

#[test]
fn a_stream_in_two_shares_is_told_as_one() {
    let mut lines = lines(6);
    // The first entry of each case comes last.
    let (first, rest): (Vec<String>, Vec<String>) = lines
        .drain(..)
        .partition(|line| line.contains("\"kind\":\"case.registered\""));
    let scattered: Vec<String> = rest.into_iter().chain(first).collect();
    let bundle = bundle_in(World::Training, &scattered);
    let whole = read(&bundle, &[]);
    assert_eq!(whole.as_ref().unwrap().2.len(), 6);
    let mut readers = 0;
    let cut = bundle.len() as u64 / 2;
    assert_eq!(read_by(&bundle, &[cut], &mut readers), whole);
    assert_eq!(readers, 3);
}

#[test]
fn a_bad_line_is_named_as_by_one_who_reads_all() {
    let bundle = bundle_in(World::Training, &lines(4));
    let length = bundle.len();
    let cut = length as u64 / 2;
    for at in (0..length).step_by(1_501).chain([length - 30]) {
        let mut flipped = bundle.clone();
        flipped[at] ^= 4;
        let whole = read(&flipped, &[]);
        assert!(whole.is_err(), "byte {at}");
        assert_eq!(read(&flipped, &[cut]), whole, "byte {at}");
    }
    for end in (1..length).step_by(3_001) {
        let whole = read(&bundle[..end], &[]);
        assert!(whole.is_err(), "cut off at {end}");
        let cut = end as u64 * 2 / 3;
        assert_eq!(
            read(&bundle[..end], &[cut.max(1)]),
            whole,
            "cut off at {end}"
        );
    }
    // Two bad lines: the first is named.
    let mut flipped = bundle.clone();
    flipped[length / 4] ^= 4;
    flipped[length * 3 / 4] ^= 4;
    assert_eq!(read(&flipped, &[cut]), read(&flipped, &[]));
}

#[test]
fn a_line_of_another_world_is_refused_whatever_the_head_says() {
    let bundle = bundle_in(World::Real, &lines(1));
    let mut desk = super::desk(95);
    let reads = Here::new(Bytes(Some(bundle)));
    let read = run(desk.read_bundle("x.json", reads));
    assert!(matches!(read, Err(Trouble::BadFile(_))), "{read:?}");
    assert!(desk.views().0.is_empty());
}

#[test]
fn leaves_that_shares_bring_are_counted_as_by_one_who_reads_all() {
    let lines = lines(4);
    let bare =
        |text: &String| compose::with_leaves(&line::read(text.as_bytes()).unwrap(), |_| false);
    let bare: Vec<String> = lines.iter().map(bare).collect();
    let bundle = bundle_in(World::Training, &lines);
    let fuller = |cuts: &[u64]| {
        let mut desk = sandbox();
        take(&mut desk, &bundle_in(World::Training, &bare));
        let bytes = || Bytes(Some(bundle.clone()));
        let reads = Shares::cut(cuts, |share| Ok(Here::of_share(bytes(), share)));
        run(desk.read_bundle("s.json", reads)).unwrap().fuller
    };
    let whole = fuller(&[]);
    assert!(whole > 0);
    let length = bundle.len() as u64;
    assert_eq!(fuller(&[length / 3, length * 2 / 3]), whole);
}

/// Whatever share the private part is in: the head is the first one's, and its word holds for all.
#[test]
fn what_the_head_says_is_left_out_is_looked_for_in_every_share() {
    let lines = lines(4);
    let cases = lines.len() * 3 / 4;
    // Private parts are open towards the end alone.
    let bare = |(at, text): (usize, &String)| {
        let line = line::read(text.as_bytes()).unwrap();
        compose::with_leaves(&line, |_| at >= cases)
    };
    let lines: Vec<String> = lines.iter().enumerate().map(bare).collect();
    let is_open = |class: &str, text: &String| {
        let line = line::read(text.as_bytes()).unwrap();
        let mut leaves = line.leaves.iter();
        leaves.any(|leaf| leaf.open.is_some() && (class.is_empty() || leaf.class == class))
    };
    let full = String::from_utf8(bundle_in(World::Training, &lines)).unwrap();
    let left_out = |level: &str, classes: &str| {
        let head = full.replacen("\"level\":\"full\"", &format!("\"level\":\"{level}\""), 1);
        let head = head.replacen("\"left_out\":[]", &format!("\"left_out\":[{classes}]"), 1);
        assert_ne!(head, full);
        head.into_bytes()
    };
    for (bundle, class) in [
        (left_out("redacted", "\"identity\""), ""),
        (left_out("redacted", ""), ""),
        (left_out("full", "\"narrative\""), "narrative"),
    ] {
        // After the head, and lines are counted from 1.
        let first = lines.iter().position(|text| is_open(class, text)).unwrap() as u64 + 2;
        let whole = read(&bundle, &[]);
        let Err(Trouble::BadFile(bad)) = &whole else {
            panic!("{whole:?}");
        };
        assert_eq!(
            (&bad.problem, bad.line),
            (&BadFileProblem::NotRedacted, first)
        );
        let length = bundle.len() as u64;
        for cuts in [
            &[1][..],
            &[length / 2],
            &[length / 3, length * 2 / 3],
            &[length - 9],
        ] {
            assert_eq!(read(&bundle, cuts), whole, "cut at {cuts:?}");
        }
    }
}

/// A desk's record goes out in the order in which it was written: each case lies all over the file, and over the segments
/// that are made of it.
#[test]
fn what_lies_in_the_order_of_time_comes_to_what_lies_case_by_case() {
    let grouped = lines(700);
    let mut by_time = grouped.clone();
    by_time.sort_by_key(|line| {
        let at = line.find("\"at\":\"").unwrap();
        line[at..at + 24].to_owned()
    });
    let bundle = bundle_in(World::Training, &by_time);
    assert!(bundle.len() > 2 * (2 << 20), "over several segments");
    let (_, digests, by_time) = read(&bundle, &[]).unwrap();
    let (_, expected, grouped) = read(&bundle_in(World::Training, &grouped), &[]).unwrap();
    assert_eq!(digests, expected);
    assert_eq!(by_time, grouped);
}
