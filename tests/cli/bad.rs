//! Bad files: each gets one sentence with the reason and the line, and changes nothing.

use std::fs;
use std::path::Path;

use langqiao::exchange::bundle::Level;
use langqiao::record::World;
use langqiao::training::Dice;

use super::tool::{SAMPLE, bundle, every_kind, folder, in_world, piped, refused, run};

/// Writes the file, and lets every command that reads bundles refuse it. Gives the sentence.
#[track_caller]
fn bad(folder: &Path, name: &str, bytes: &[u8]) -> String {
    fs::write(folder.join(name), bytes).unwrap();
    fs::write(folder.join("good.json"), &*SAMPLE).unwrap();
    fs::write(folder.join("out.json"), "before").unwrap();
    let said = refused(&run(folder, &["check", name, "--json"]));
    for arguments in [
        &["merge", "good.json", name, "--out", "out.json"][..],
        &["merge", name, "good.json", "--out", "out.json"],
        &["redact", name, "--out", "out.json"],
        &["table", name, "--by", "type"],
    ] {
        assert_eq!(refused(&run(folder, arguments)), said);
    }
    assert_eq!(fs::read(folder.join("out.json")).unwrap(), b"before");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name());
    assert!(
        files
            .into_iter()
            .all(|file| !file.to_string_lossy().ends_with(".part"))
    );
    said
}

fn text() -> String {
    String::from_utf8(SAMPLE.clone()).unwrap()
}

#[test]
fn what_is_no_ledger_says_so_in_words() {
    let folder = folder("no_ledger");
    let says = |name: &str, bytes: &[u8], why: &str| {
        fs::write(folder.join(name), bytes).unwrap();
        let arguments = ["ledger", name, "--county", "120114", "--year", "2023"];
        for more in [&["--json"][..], &[], &["--out", "out.json"]] {
            let said = refused(&run(&folder, &[&arguments[..], more].concat()));
            assert_eq!(said, format!("langqiao: {name}: {why}"));
        }
        assert!(!folder.join("out.json").exists());
    };
    let header = "台账\n序号,登记日期,申请人,被申请人,纠纷类型,结果\n";
    says(
        "no_rows.csv",
        header.as_bytes(),
        "There is not one row in this ledger. Please check the file.",
    );
    says(
        "book.xlsx",
        b"PK\x03\x04....",
        "This is a workbook of Excel or WPS. Use “Save as CSV” there and choose that file.",
    );
}

/// Every row lacks the same: that is one thing to put right, not one a row.
#[test]
fn a_column_that_every_row_is_refused_for_lack_of_is_said_once() {
    let folder = folder("no_result_column");
    let header = "台账\n序号,登记日期,申请人,被申请人,纠纷类型,案情,结案日期\n";
    let rows = "1,2023-01-05,张三,李四,邻里纠纷,墙,2023-01-06\n\
         2,2023-02-30,王五,赵六,邻里纠纷,树,2023-03-06\n";
    let cut = "3,2023-03-05,孙七,周八,邻里纠纷,\"沟,2023-03-06\n";
    for text in [[header, rows].concat(), [header, rows, cut].concat()] {
        fs::write(folder.join("l.csv"), text).unwrap();
        let arguments = ["ledger", "l.csv", "--county", "120114"];
        for (more, said) in [
            (
                &["--json"][..],
                "l.csv, row 2: the header has no column for “Result”.",
            ),
            (
                &["--out", "out.json"],
                "l.csv, row 2: the header has no column for “Result”.",
            ),
            (&["--lang", "zh"], "l.csv 第2行的表头里没有“结果”一栏。"),
        ] {
            let output = run(&folder, &[&arguments[..], more].concat());
            let words = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{words}");
            assert!(output.stdout.is_empty());
            assert_eq!(words, format!("langqiao: {said}\n"));
        }
        assert!(!folder.join("out.json").exists());
    }
    // A case that goes on has no result.
    let open = "3,2023-03-05,孙七,周八,邻里纠纷,沟,\n";
    fs::write(folder.join("l.csv"), [header, rows, open].concat()).unwrap();
    let output = run(&folder, &["ledger", "l.csv", "--county", "120114"]);
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(words.starts_with("1 rows read, 2 refused."), "{words}");
}

#[test]
fn what_is_no_bundle_is_refused() {
    let folder = folder("no_bundle");
    let says = |name: &str, bytes: &[u8], what: &str| {
        let said = bad(&folder, name, bytes);
        assert!(said.contains(what), "{name}: {said}");
        assert!(said.contains(name), "{said}");
    };
    says("empty", b"", "empty");
    says("words", b"Dear colleague,\n", "line 1: this is not JSON");
    says("binary", &[0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe], "line 1");
    says(
        "packed.gz",
        &[0x1f, 0x8b, 8, 0, 10, 10],
        "packed with gzip; unpack it first",
    );
    says("list", b"[1,2,3]\n", "line 1: this is no bundle");
    says("object", b"{\"a\":1}\n", "line 1: this is no bundle");
    says(
        "half",
        b"{\"format\":\"langqiao-bundle\",\"entries\":[\n",
        "line 1",
    );
    let other = text().replacen("langqiao-bundle", "langqiao-parcel", 1);
    says("format", other.as_bytes(), "line 1: this is no bundle");
    let newer = text().replacen("\"version\":1", "\"version\":2", 1);
    says("newer", newer.as_bytes(), "newer version (2)");
    let twice = text().replacen("\"scope\":", "\"scope\":\"case\",\"scope\":", 1);
    says("key_twice_head", twice.as_bytes(), "line 1");
    let twice = text().replacen("\"by\":", "\"by\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"by\":", 1);
    says("key_twice_entry", twice.as_bytes(), "line 2");
    let twice = text().replacen("],\"count\":", "],\"count\":1,\"count\":", 1);
    says("key_twice_foot", twice.as_bytes(), "line ");
    // In fields that are not known, too, and at any depth; all of it is one object.
    let text_with = |was: &str, is: &str| text().replacen(was, is, 1);
    let head = text_with(
        "{\"exported_at\":",
        "{\"m\":{\"n\":1,\"n\":2},\"exported_at\":",
    );
    says(
        "key_twice_deep_head",
        head.as_bytes(),
        "line 1, byte 13: a key stands twice",
    );
    let last = text().lines().count();
    for (name, more, byte) in [
        (
            "key_twice_deep_foot",
            "\"m\":[{\"n\":1,\"\\u006e\":2}],",
            15,
        ),
        ("key_twice_head_foot", "\"scope\":\"case\",", 3),
        ("key_twice_entries", "\"entries\":[],", 3),
    ] {
        let foot = text_with("\n],", &format!("\n],{more}"));
        let what = format!("line {last}, byte {byte}: a key stands twice");
        says(name, foot.as_bytes(), &what);
    }
    for levels in [16, 400] {
        let deep = format!("\"m\":{}{},", "[".repeat(levels), "]".repeat(levels));
        let head = text_with("{\"exported_at\":", &format!("{{{deep}\"exported_at\":"));
        let what = "line 1, byte 21: nested too deeply";
        says("deep_head", head.as_bytes(), what);
        let foot = text_with("\n],", &format!("\n],{deep}"));
        let what = format!("line {last}, byte 22: nested too deeply");
        says("deep_foot", foot.as_bytes(), &what);
    }
    let blank = text().replacen("{\"entry\":", "{ \"entry\":", 1);
    says("blank", blank.as_bytes(), "line 2, byte 2");
    says(
        "trailing",
        format!("{}\n\nmore\n", text()).as_bytes(),
        "line ",
    );
}

#[test]
fn a_file_that_is_cut_off_is_refused_at_the_line() {
    let folder = folder("cut");
    let dice = Dice::new(11);
    let sample = &*SAMPLE;
    let ends: Vec<usize> = (0..sample.len()).filter(|i| sample[*i] == b'\n').collect();
    let foot = ends[ends.len() - 2];
    let mut cuts: Vec<usize> = (0..10).map(|_| dice.below(foot)).collect();
    // After the head, between two entries, within the foot.
    cuts.extend([
        1,
        ends[0],
        ends[0] + 1,
        ends[5],
        ends[5] - 1,
        foot,
        foot + 1,
        foot + 3,
        sample.len() - 2,
    ]);
    for cut in cuts {
        let said = bad(&folder, "cut.json", &sample[..cut]);
        let line = sample[..cut].iter().filter(|b| **b == b'\n').count();
        let at = |line: usize| {
            said.contains(&format!("line {line}:")) || said.contains(&format!("line {line},"))
        };
        assert!(
            at(line) || at(line + 1),
            "cut at {cut}, in line {}: {said}",
            line + 1
        );
    }
}

#[test]
fn one_flipped_byte_is_found_wherever_it_is() {
    let folder = folder("flipped");
    let dice = Dice::new(50);
    let sample = &*SAMPLE;
    let head = sample.iter().position(|b| *b == b'\n').unwrap();
    let foot = text().rfind("\n],").unwrap();
    let mut places: Vec<usize> = (0..50).map(|_| dice.below(sample.len())).collect();
    places.extend((0..20).map(|_| dice.below(head + 1)));
    places.extend((0..20).map(|_| foot + dice.below(sample.len() - foot)));
    for place in places {
        let mut bytes = sample.clone();
        bytes[place] ^= 1;
        fs::write(folder.join("flipped.json"), &bytes).unwrap();
        let said = refused(&run(&folder, &["check", "flipped.json"]));
        assert!(said.contains("line "), "{place}: {said}");
        let line = sample[..place].iter().filter(|b| **b == b'\n').count() + 1;
        if place > head && place < foot {
            assert!(said.contains(&format!("line {line}")), "{place}: {said}");
        }
    }
}

#[test]
fn lines_that_are_gone_or_elsewhere_are_found() {
    let folder = folder("lines");
    let text = text();
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.len();
    let at_last = |name: &str, lines: Vec<&str>, what: &str| {
        let said = bad(&folder, name, (lines.join("\n") + "\n").as_bytes());
        assert!(
            said.contains(&format!("line {}: the {what}", lines.len())),
            "{said}"
        );
    };
    let mut gone = lines.clone();
    gone.remove(4);
    at_last("gone", gone, "count");
    let mut twice = lines.clone();
    twice.insert(4, lines[4]);
    at_last("twice", twice, "count");
    let mut swapped = lines.clone();
    swapped.swap(4, 5);
    at_last("swapped", swapped, "digest");
    let count = format!("],\"count\":{}", last - 2);
    let more = text.replace(&count, &format!("],\"count\":{}", last - 1));
    assert!(bad(&folder, "count", more.as_bytes()).contains("the count"));
    let purpose = text.replacen("\"purpose\":\"sample\"", "\"purpose\":\"simple\"", 1);
    assert!(bad(&folder, "head", purpose.as_bytes()).contains("the digest"));
    // A leaf less, and nothing else.
    let start = lines
        .iter()
        .position(|line| line.contains("\"salt\""))
        .unwrap();
    let open = lines[start].rfind("\"private\":[").unwrap() + 11;
    let whole =
        langqiao::record::line::read(lines[start].trim_end_matches(',').as_bytes()).unwrap();
    let first = whole.leaves.iter().find_map(|leaf| leaf.open).unwrap();
    let without = lines[start][open..].replacen(first, "null", 1);
    let without = format!("{}{without}", &lines[start][..open]);
    let mut less = lines.clone();
    less[start] = &without;
    at_last("leaf", less, "digest");
}

#[test]
fn worlds_never_mix() {
    let folder = folder("worlds");
    let real: Vec<String> = every_kind()
        .iter()
        .map(|text| in_world(text, None))
        .collect();
    let shown: Vec<String> = every_kind()
        .iter()
        .map(|text| in_world(text, Some("demonstration")))
        .collect();
    fs::write(
        folder.join("real.json"),
        bundle(World::Real, Level::Full, &real, None),
    )
    .unwrap();
    fs::write(
        folder.join("shown.json"),
        bundle(World::Demonstration, Level::Full, &shown, None),
    )
    .unwrap();
    assert!(run(&folder, &["check", "real.json"]).status.success());
    for (one, other) in [("real.json", "shown.json"), ("shown.json", "real.json")] {
        let said = refused(&run(&folder, &["merge", one, other]));
        assert!(
            said.contains(&format!("{other}, line 1: this is of the world")),
            "{said}"
        );
    }
    // An entry of another world inside.
    let mut mixed = real.clone();
    mixed[3].clone_from(&shown[3]);
    let said = bad(
        &folder,
        "mixed",
        bundle(World::Real, Level::Full, &mixed, None).as_bytes(),
    );
    assert!(
        said.contains("line 5: this is of the world “demonstration”"),
        "{said}"
    );
}

#[test]
fn what_says_that_it_is_redacted_is() {
    let folder = folder("redacted");
    let full = bundle(World::Training, Level::Full, &every_kind(), None);
    let pretended = full
        .replacen("\"level\":\"full\"", "\"level\":\"redacted\"", 1)
        .replacen("\"left_out\":[]", "\"left_out\":[\"identity\"]", 1);
    let said = bad(&folder, "pretended", pretended.as_bytes());
    assert!(said.contains("leaves this private part out"), "{said}");
}

#[test]
fn a_long_line_is_refused_before_it_is_read() {
    let folder = folder("long");
    let head = text().lines().next().unwrap().to_owned() + "\n";
    let mut bytes = head.clone().into_bytes();
    bytes.extend(vec![b'['; 2 << 20]);
    let said = bad(&folder, "brackets", &bytes);
    assert!(said.contains("line 2") && said.contains("longer"), "{said}");
    bytes.extend(b"\n],\"count\":1}\n");
    let said = bad(&folder, "brackets", &bytes);
    assert!(said.contains("line 2") && said.contains("longer"), "{said}");
    let deep = format!("{head}{}{},\n", "[".repeat(500_000), "]".repeat(500_000));
    assert!(bad(&folder, "deep", deep.as_bytes()).contains("line 2"));
    let deep = format!(
        "{{\"a\":{}{},\"entries\":[\n",
        "[".repeat(500_000),
        "]".repeat(500_000)
    );
    assert!(bad(&folder, "deep_head", deep.as_bytes()).contains("line 1"));
}

#[test]
fn a_ledger_above_the_limit_is_refused_before_it_is_read_whole() {
    const MOST: u64 = 64 << 20;
    let folder = folder("large_ledger");
    let large = "This ledger is too large (over 64 MB). Split it by years and take in the parts.";
    // What is at the limit is looked at: it begins as a workbook does.
    for (more, why) in [(0, "This is a workbook"), (1, large), (4 << 30, large)] {
        fs::write(folder.join("l.csv"), b"PK\x03\x04").unwrap();
        let file = fs::File::options().write(true).open(folder.join("l.csv"));
        file.unwrap().set_len(MOST + more).unwrap();
        let said = refused(&run(&folder, &["ledger", "l.csv", "--county", "120114"]));
        assert!(
            said.starts_with(&format!("langqiao: l.csv: {why}")),
            "{said}"
        );
    }
    let pieces = (0..1 << 10).map(|_| vec![b','; 1 << 20]);
    let (output, taken) = piped(&["ledger", "-", "--county", "120114"], pieces);
    assert_eq!(refused(&output), format!("langqiao: -: {large}"));
    assert!(taken < 80 << 20, "{taken}");
}

/// It stops reading long before the end: the pipe breaks.
#[test]
fn a_gigabyte_of_brackets_is_refused_at_its_first_mebibytes() {
    let head = text().lines().next().unwrap().to_owned() + "\n";
    for (head, line) in [(String::new(), "line 1"), (head, "line 2")] {
        let brackets = (0..1 << 10).map(|_| vec![b'['; 1 << 20]);
        let pieces = std::iter::once(head.into_bytes()).chain(brackets);
        let (output, taken) = piped(&["check", "-", "--json"], pieces);
        let said = refused(&output);
        assert!(said.contains(line), "{said}");
        assert!(taken < 16 << 20, "{taken}");
    }
}
