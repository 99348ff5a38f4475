//! Each command on samples.

use std::fs;
use std::process::{Command, Stdio};

use ed25519_dalek::SigningKey;
use langqiao::domain::catalogue::{Erased, ErasedLeaf, Event, Retracted, RetractionReason};
use langqiao::domain::id::{StreamId, StreamKind};
use langqiao::exchange::bundle::Level;
use langqiao::record::{World, compose, line};
use langqiao::training::Dice;
use serde_json::{Value, json};

use super::tool::{SAMPLE, bundle, command, done, every_kind, folder, json, refused, run};

#[test]
fn the_demonstration_gives_the_published_figures() {
    let folder = folder("demonstration");
    let mut sample = command(
        &folder,
        &["sample", "--demonstration", "--today", "2026-11-24"],
    )
    .stdout(Stdio::piped())
    .stderr(Stdio::null())
    .spawn()
    .unwrap();
    let figures = Command::new(env!("CARGO_BIN_EXE_langqiao"))
        .args(["table", "-", "--published", "--json"])
        .stdin(sample.stdout.take().unwrap())
        .output()
        .unwrap();
    assert!(sample.wait().unwrap().success());
    let figures: Value = serde_json::from_slice(&figures.stdout).unwrap();
    let figure = |figure: &str, value: u64| json!({"figure": figure, "value": value});
    assert_eq!(
        figures,
        json!([
            figure("pinggu.centres", 339),
            figure("pinggu.work_orders_resolved", 5_784),
            figure("pinggu.disputes_mediated", 8_359),
            figure("pinggu.disputes_successful", 2_974),
            figure("heizhuanghu.consultations", 5_230),
            figure("heizhuanghu.disputes_mediated", 107),
            figure("heizhuanghu.people", 251),
            figure("heizhuanghu.petition_backlog", 46),
            figure("tongwu.training_sessions", 3),
        ])
    );
}

#[test]
fn samples_are_sound_and_equal_seeds_give_equal_bytes() {
    let folder = folder("samples");
    let sample = |seed: &str, out: &str| {
        let said = done(
            &folder,
            &["sample", "--cases", "12", "--seed", seed, "--out", out],
        );
        assert_eq!(said, "");
        fs::read(folder.join(out)).unwrap()
    };
    let one = sample("4", "a.json");
    assert!(one == sample("4", "b.json"));
    assert!(one != sample("5", "c.json"));
    let checked = json(&folder, &["check", "a.json", "--json"]);
    assert_eq!(checked["cases"], 12);
    assert_eq!(checked["anomalies"], 0);
    assert_eq!(checked["disputed"], 0);
    assert_eq!(checked["world"], "training");
    assert_eq!(checked["level"], "full");
    assert_eq!(checked["signed"], false);
    assert_eq!(checked["exported_by"]["organisation"], "样例");
    assert_eq!(checked["leaves"], checked["leaves_open"]);
    let lines = one.iter().filter(|b| **b == b'\n').count();
    assert_eq!(checked["entries"], lines - 2);
    assert!(done(&folder, &["check", "a.json"]).contains("whole and unchanged"));
}

#[test]
fn a_redacted_bundle_verifies_and_gives_the_same_tables() {
    let folder = folder("redact");
    fs::write(folder.join("full.json"), &*SAMPLE).unwrap();
    done(&folder, &["redact", "full.json", "--out", "redacted.json"]);
    let full = json(&folder, &["check", "full.json", "--json"]);
    let redacted = json(&folder, &["check", "redacted.json", "--json"]);
    assert_eq!(full["entries_digest"], redacted["entries_digest"]);
    assert_ne!(full["opened_digest"], redacted["opened_digest"]);
    assert_eq!(redacted["leaves_open"], 0);
    assert_eq!(redacted["level"], "redacted");
    for by in [
        "type,month",
        "county",
        "outcome,source",
        "town",
        "month,type,county",
    ] {
        let table = |bundle| done(&folder, &["table", bundle, "--by", by, "--json"]);
        assert_eq!(table("full.json"), table("redacted.json"));
    }
    let text = fs::read_to_string(folder.join("redacted.json")).unwrap();
    assert!(!text.contains("\"salt\""));
    // What the full one was for may name somebody.
    let before = fs::read_to_string(folder.join("full.json")).unwrap();
    assert!(before.contains("\"purpose\":\"sample\"") && text.contains("\"purpose\":\"\""));
    // Full and redacted is full, in whatever order, but for what was said in confidence.
    done(
        &folder,
        &["merge", "full.json", "full.json", "--out", "both.json"],
    );
    let united = json(&folder, &["check", "both.json", "--json"]);
    assert!(united["leaves_open"].as_u64() > Some(0));
    for (one, other) in [
        ("full.json", "redacted.json"),
        ("redacted.json", "full.json"),
    ] {
        done(&folder, &["merge", one, other, "--out", "both.json"]);
        let both = json(&folder, &["check", "both.json", "--json"]);
        assert_eq!(both["entries_digest"], full["entries_digest"]);
        assert_eq!(both["opened_digest"], united["opened_digest"]);
        assert_eq!(both["level"], "full");
    }
}

#[test]
fn merging_is_commutative_and_idempotent() {
    let folder = folder("merge");
    for (seed, out) in [("1", "a.json"), ("2", "b.json")] {
        done(
            &folder,
            &["sample", "--cases", "5", "--seed", seed, "--out", out],
        );
    }
    let merged = |one: &str, other: &str| done(&folder, &["merge", one, other]);
    let ab = merged("a.json", "b.json");
    assert!(ab == merged("b.json", "a.json"));
    fs::write(folder.join("ab.json"), &ab).unwrap();
    assert!(ab == merged("ab.json", "ab.json"));
    let (a, b, both) = (
        json(&folder, &["check", "a.json", "--json"]),
        json(&folder, &["check", "b.json", "--json"]),
        json(&folder, &["check", "ab.json", "--json"]),
    );
    assert_eq!(both["cases"], 10);
    assert!(
        both["entries"].as_u64()
            <= Some(a["entries"].as_u64().unwrap() + b["entries"].as_u64().unwrap())
    );
    let again = merged("ab.json", "a.json");
    fs::write(folder.join("again.json"), again).unwrap();
    let again = json(&folder, &["check", "again.json", "--json"]);
    assert_eq!(again["entries_digest"], both["entries_digest"]);
    assert_eq!(again["opened_digest"], both["opened_digest"]);
}

/// A backup holds all of it; what is made of it is meant to be passed on.
#[test]
fn what_was_said_in_confidence_stays_out_of_a_union() {
    let folder = folder("confidence");
    let lines = every_kind();
    let said = lines.iter().flat_map(|text| {
        let line = line::read(text.as_bytes()).unwrap();
        let said = line.leaves.into_iter();
        said.filter(|leaf| leaf.class == "confidential")
            .filter_map(|leaf| leaf.value)
            .collect::<Vec<_>>()
    });
    let said: Vec<&str> = said.collect();
    assert!(!said.is_empty());
    let backup = bundle(World::Training, Level::Full, &lines, None);
    assert!(said.iter().all(|words| backup.contains(words)));
    fs::write(folder.join("backup.json"), &backup).unwrap();
    done(&folder, &["redact", "backup.json", "--out", "bare.json"]);
    for other in ["backup.json", "bare.json"] {
        let arguments = [
            "merge",
            "backup.json",
            other,
            "--erase",
            "--out",
            "out.json",
        ];
        let output = run(&folder, &arguments);
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{words}");
        assert!(
            words.contains(&format!("{} private parts said in confidence", said.len())),
            "{words}"
        );
        let out = fs::read_to_string(folder.join("out.json")).unwrap();
        assert!(!said.iter().any(|words| out.contains(words)));
        let checked = json(&folder, &["check", "out.json", "--json"]);
        assert_eq!(checked["left_out"], json!(["confidential"]));
        assert_eq!(checked["level"], "full");
    }
    // Nothing to say where there is none.
    let output = run(&folder, &["merge", "bare.json", "bare.json"]);
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() && !words.contains("confidence"),
        "{words}"
    );
}

#[test]
fn leaves_go_only_where_it_is_agreed() {
    let folder = folder("erase");
    let mut lines = every_kind();
    let named = lines
        .iter()
        .map(|text| line::read(text.as_bytes()).unwrap())
        .find(|line| line.leaves.iter().any(|leaf| leaf.open.is_some()))
        .unwrap();
    let erasure = Event::Erased(Erased {
        leaves: vec![ErasedLeaf {
            entry: named.id,
            leaf: 0,
        }],
    });
    let head = compose::Head {
        after: &[named.id],
        at: named.at,
        by: named.by,
        n: named.n + 1,
        seq: 900,
        stream: named.stream,
        who: named.who,
        world: &World::Training,
    };
    let erasure = compose::compose(&head, &erasure, &[], &Dice::new(1)).line;
    lines.push(erasure);
    let text = bundle(World::Training, Level::Full, &lines, None);
    fs::write(folder.join("a.json"), text).unwrap();
    fs::write(folder.join("out.json"), "before").unwrap();
    let output = run(&folder, &["merge", "a.json", "a.json", "--out", "out.json"]);
    assert!(refused(&output).contains("--erase"));
    assert_eq!(fs::read(folder.join("out.json")).unwrap(), b"before");
    done(
        &folder,
        &["merge", "a.json", "a.json", "--erase", "--out", "out.json"],
    );
    let before = json(&folder, &["check", "a.json", "--json"]);
    let after = json(&folder, &["check", "out.json", "--json"]);
    assert_eq!(before["entries_digest"], after["entries_digest"]);
    assert!(after["leaves_open"].as_u64() < before["leaves_open"].as_u64());
    // What is gone needs no agreement; a copy that brings it back does.
    done(&folder, &["merge", "out.json", "out.json"]);
    refused(&run(&folder, &["merge", "out.json", "a.json"]));
}

/// A case of its own, registered with this number.
fn numbered(case: u8, number: &str) -> String {
    let text = &every_kind()[0];
    let read = line::read(text.as_bytes()).unwrap();
    let stream = StreamId::new(StreamKind::CASE, [case; 16]);
    let entry = read
        .entry
        .replace(&read.stream.to_string(), &stream.to_string())
        .replace("（2026）武人调字第1号", number);
    let id = line::digest(entry.as_bytes()).to_string();
    text.replace(read.entry, &entry)
        .replace(&read.id.to_string(), &id)
}

/// The line that voids a case of which this is the first.
fn voids(registration: &str) -> String {
    let first = line::read(registration.as_bytes()).unwrap();
    let head = compose::Head {
        after: &[first.id],
        at: first.at,
        by: first.by,
        n: 2,
        seq: 900,
        stream: first.stream,
        who: first.who,
        world: &World::Training,
    };
    let event = Event::Retracted(Retracted {
        entry: first.id,
        reason: RetractionReason::EnteredTwice,
    });
    compose::compose(&head, &event, &[], &Dice::new(1)).line
}

/// It breaks nothing, and likely is one case that two desks entered.
#[test]
fn numbers_that_several_cases_bear_are_said() {
    let folder = folder("numbers");
    let write = |name: &str, lines: &[String]| {
        let text = bundle(World::Training, Level::Full, lines, None);
        fs::write(folder.join(name), text).unwrap();
    };
    let words = |arguments: &[&str]| {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).unwrap()
    };
    let twice = |name: &str| {
        let checked = json(&folder, &["check", name, "--json"]);
        checked["numbers_given_twice"].as_u64().unwrap()
    };
    let second = numbered(2, "第2号");
    write("a.json", &[numbered(1, "第1号"), second.clone()]);
    // The same case has its number once; one that was voided counts nowhere.
    let voided = numbered(3, "第1号");
    let b = [second, voids(&voided), voided.clone(), numbered(4, "第4号")];
    write("b.json", &b);
    let merge = ["merge", "a.json", "b.json", "--out", "ab.json"];
    assert!(!words(&merge).contains("more than one case"));
    assert_eq!(twice("ab.json"), 0);
    assert_eq!(words(&["check", "ab.json"]), "");

    write("b.json", &[voided, numbered(4, "第4号")]);
    let one = "langqiao: Numbers that more than one case bears: 1 (第1号). \
               If it is the same case, keep one and void the other; if not, renumber one.\n";
    assert!(words(&merge).contains(one));
    assert_eq!(twice("ab.json"), 1);
    for arguments in [&["check", "ab.json"][..], &["check", "ab.json", "--json"]] {
        assert_eq!(words(arguments), one);
    }
    assert_eq!(
        words(&["check", "ab.json", "--lang", "zh"]),
        "langqiao: 有1个编号，各不止一件案件在用：第1号。是同一件的，留一件，另一件作废；不是同一件的，改号。\n"
    );

    let many: Vec<String> = (1..=18)
        .map(|case| numbered(case, &format!("第{}号", case % 6 + 1)))
        .collect();
    write("many.json", &many);
    assert_eq!(twice("many.json"), 6);
    let said = words(&["check", "many.json"]);
    assert!(
        said.contains(": 6 (第1号; 第2号; 第3号; 第4号; 第5号…)"),
        "{said}"
    );
}

#[test]
fn a_signature_is_the_exporting_desks() {
    let folder = folder("signed");
    let key = SigningKey::from_bytes(&[7; 32]);
    let text = bundle(World::Training, Level::Full, &every_kind(), Some(&key));
    fs::write(folder.join("signed.json"), &text).unwrap();
    let checked = json(&folder, &["check", "signed.json", "--json"]);
    assert_eq!(checked["signed"], true);
    let other = SigningKey::from_bytes(&[8; 32]);
    let others = bundle(World::Training, Level::Full, &every_kind(), Some(&other));
    let foot = others.rfind("\"signature\"").unwrap();
    let ours = text.rfind("\"signature\"").unwrap();
    let mixed = format!("{}{}", &text[..ours], &others[foot..]);
    fs::write(folder.join("mixed.json"), mixed).unwrap();
    let said = refused(&run(&folder, &["check", "mixed.json"]));
    assert!(said.contains("the signature is not"), "{said}");
}

#[test]
fn tables_speak_both_languages() {
    let folder = folder("table");
    fs::write(folder.join("a.json"), &*SAMPLE).unwrap();
    let english = done(&folder, &["table", "a.json", "--by", "type,month"]);
    assert!(english.starts_with("Type"), "{english}");
    let chinese = done(
        &folder,
        &["--lang", "zh", "table", "a.json", "--by", "type,month"],
    );
    assert!(chinese.starts_with("类型"), "{chinese}");
    let rows = json(
        &folder,
        &["table", "a.json", "--by", "type,month", "--json"],
    );
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), english.lines().count() - 1);
    let keys: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row["type"].as_str().unwrap(),
                row["month"].as_str().unwrap(),
            )
        })
        .collect();
    assert!(keys.is_sorted());
    let sum = |of: &str| {
        rows.iter()
            .map(|row| row[of].as_u64().unwrap())
            .sum::<u64>()
    };
    assert!(sum("mediated") >= sum("successful") && sum("people") >= sum("mediated"));
    let all = json(&folder, &["table", "a.json", "--by", "county", "--json"]);
    let all = all.as_array().unwrap().iter();
    assert_eq!(
        all.map(|row| row["fen"].as_u64().unwrap()).sum::<u64>(),
        sum("fen")
    );
}

#[test]
fn a_ledger_gives_exactly_its_rows() {
    let ledger = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/ledger/wuqing.csv"
    );
    let folder = folder("ledger");
    let arguments = ["ledger", ledger, "--county", "120114", "--year", "2023"];
    let answer = json(&folder, &[&arguments[..], &["--json"]].concat());
    let expected: Value =
        serde_json::from_str(include_str!("../fixtures/ledger/wuqing.expected.json")).unwrap();
    assert_eq!(answer["rows"], expected["rows"]);
    assert_eq!(answer["refused"], json!([]));
    let text = "台账\n序号,登记日期,申请人,被申请人,纠纷类型,结果\n1,2023-01-05,张三,李四,邻里纠纷,成功\n2,2023-02-30,王五,赵六,邻里纠纷,成功\n";
    fs::write(folder.join("small.csv"), text).unwrap();
    let answer = json(
        &folder,
        &["ledger", "small.csv", "--county", "120114", "--json"],
    );
    assert_eq!(answer["rows"].as_array().unwrap().len(), 1);
    assert_eq!(answer["refused"][0]["row"], 4);
    assert!(
        answer["refused"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("2023-02-30")
    );
    fs::write(folder.join("no.csv"), "a,b\n1,2\n").unwrap();
    refused(&run(
        &folder,
        &["ledger", "no.csv", "--county", "120114", "--json"],
    ));
}

/// What can be read and what is taken in are two things: a text that is too long is read, and refused.
#[test]
fn a_ledgers_refused_rows_are_the_same_whatever_is_asked_for() {
    let folder = folder("ledger-refused");
    let long = "长".repeat(400_000);
    let text = format!(
        "台账\n序号,登记日期,申请人,被申请人,纠纷类型,案情,结果\n\
         1,2023-01-05,张三,李四,邻里纠纷,墙,成功\n\
         2,2023-01-06,王五,赵六,邻里纠纷,{long},成功\n\
         3,2023-01-07,13800138000,赵六,邻里纠纷,树,成功\n\
         4,2023-01-08,孙七,周八,邻里纠纷,\"沟,成功\n\
         5,2023-01-09,吴九,郑十,邻里纠纷,水,成功\n"
    );
    fs::write(folder.join("l.csv"), text).unwrap();
    let from = ["ledger", "l.csv", "--county", "120114", "--lang", "zh"];
    let answer = json(&folder, &[&from[..], &["--json"]].concat());
    let all = |of: &str, key: &str| -> Vec<u64> {
        let list = answer[of].as_array().unwrap().iter();
        list.map(|row| row[key].as_u64().unwrap()).collect()
    };
    assert_eq!(all("rows", "no"), [1]);
    assert_eq!(all("refused", "row"), [4, 5, 6]);
    let reason = |at: usize| answer["refused"][at]["reason"].as_str().unwrap();
    assert!(reason(1).contains("电话号码"), "{}", reason(1));
    assert!(
        reason(2).contains("引号") && reason(2).contains("第 6 行"),
        "{}",
        reason(2)
    );

    let written = run(&folder, &[&from[..], &["--out", "b.json"]].concat());
    assert!(written.status.success() && written.stdout.is_empty());
    let said = String::from_utf8(written.stderr).unwrap();
    let said: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("langqiao: "))
        .collect();
    let [odd, oral, choose, written, said @ ..] = &said[..] else {
        panic!("{said:?}");
    };
    assert!(odd.contains("没写结案日期"), "{odd}");
    assert!(
        oral.contains("都按口头算") && choose.contains("--unsaid-form"),
        "{oral} {choose}"
    );
    assert!(written.starts_with("写好了"), "{written}");
    assert_eq!(said, [reason(0), reason(1), reason(2)]);
    let text = fs::read_to_string(folder.join("b.json")).unwrap();
    assert_eq!(text.matches("\"kind\":\"case.registered\"").count(), 1);

    fs::write(
        folder.join("cut.csv"),
        "\"台账\n序号,登记日期,申请人\n1,2023-01-05,张三\n",
    )
    .unwrap();
    let said = refused(&run(&folder, &["ledger", "cut.csv", "--county", "120114"]));
    assert!(said.contains("Row 1: the quotation mark"), "{said}");
}

/// What the page says beside a ledger that it reads, the tool says on its way.
#[test]
fn a_ledgers_oddities_are_said_and_forms_can_be_chosen() {
    let folder = folder("ledger-odd");
    let text = "武清区台账（2023年）\n序号,登记日期,申请人,被申请人,纠纷类型,结果,结案日期\n\
         1,2023-01-05,张三,李四,邻里纠纷,成功,2023-01-06\n\
         2,2023-01-05,张三,李四,邻里纠纷,成功,2023-01-06\n";
    fs::write(folder.join("l.csv"), text).unwrap();
    let said = |options: &[&str]| {
        let from = ["ledger", "l.csv", "--lang", "zh"];
        let output = run(&folder, &[&from[..], options].concat());
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let there = said(&["--county", "120114", "--out", "oral.json"]);
    assert!(
        there.contains("有1对像是同一件") && there.contains("第3行和第4行"),
        "{there}"
    );
    assert!(
        there.contains("有 2 件调成了") && !there.contains("--county"),
        "{there}"
    );
    let elsewhere = said(&[
        "--county",
        "110108",
        "--unsaid-form",
        "written",
        "--out",
        "written.json",
    ]);
    assert!(
        elsewhere.contains("武清区") && elsewhere.contains("海淀区"),
        "{elsewhere}"
    );
    assert!(elsewhere.contains("都按书面算"), "{elsewhere}");
    for (file, kind) in [
        ("oral.json", "case.agreed_orally"),
        ("written.json", "case.agreed_in_writing"),
    ] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(
            text.matches(&format!("\"kind\":\"{kind}\"")).count(),
            2,
            "{file}"
        );
    }
}

/// Nobody says in what: it is said once what was taken for granted, and can be chosen.
#[test]
fn sums_without_a_unit_are_said_once_and_their_unit_can_be_chosen() {
    let folder = folder("ledger-unit");
    let text = |header: &str| {
        format!(
            "台账（2023年）\n登记日期,申请人,被申请人,纠纷类型,结果,协议形式,{header},结案日期\n\
             2023-01-05,张三,李四,邻里纠纷,成功,口头,4.5,2023-01-06\n\
             2023-01-06,王五,李四,邻里纠纷,成功,口头,300,2023-01-07\n"
        )
    };
    let told = |header: &str, options: &[&str]| {
        fs::write(folder.join("l.csv"), text(header)).unwrap();
        let from = [
            "ledger", "l.csv", "--county", "120114", "--json", "--lang", "zh",
        ];
        let output = run(&folder, &[&from[..], options].concat());
        assert!(output.status.success());
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let sums = answer["rows"].as_array().unwrap().iter();
        let sums: Vec<u64> = sums
            .map(|row| row["amount_fen"].as_u64().unwrap())
            .collect();
        (String::from_utf8(output.stderr).unwrap(), sums)
    };
    let (said, sums) = told("金额", &[]);
    let lines: Vec<&str> = said.lines().collect();
    let [assumed, choose] = &lines[..] else {
        panic!("{said}");
    };
    assert!(
        assumed.contains("有 2 笔") && assumed.contains("按元读"),
        "{said}"
    );
    assert!(choose.contains("--unsaid-unit"), "{said}");
    assert_eq!(sums, [450, 30_000]);
    let (said, sums) = told("金额", &["--unsaid-unit", "ten-thousand"]);
    assert!(
        said.contains("都按万元读") && !said.contains("--unsaid-unit"),
        "{said}"
    );
    assert_eq!(sums, [4_500_000, 300_000_000]);
    assert_eq!(told("金额（元）", &[]), (String::new(), vec![450, 30_000]));
}

#[test]
fn a_ledger_becomes_a_sound_bundle_that_says_where_each_case_came_from() {
    let ledger = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/ledger/wuqing.csv"
    );
    let folder = folder("ledger-bundle");
    let from = ["ledger", ledger, "--county", "120114", "--year", "2023"];
    assert_eq!(
        done(&folder, &[&from[..], &["--out", "b.json"]].concat()),
        ""
    );
    let rows = json(&folder, &[&from[..], &["--json"]].concat());
    let rows = rows["rows"].as_array().unwrap();
    let checked = json(&folder, &["check", "b.json", "--json"]);
    assert_eq!(checked["anomalies"], 0, "{checked}");
    let text = fs::read_to_string(folder.join("b.json")).unwrap();
    let registered: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("\"kind\":\"case.registered\""))
        .collect();
    assert_eq!(registered.len(), rows.len());
    assert!(registered.iter().all(|line| line.contains("wuqing.csv")));
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")));
    let rows_named: std::collections::BTreeSet<&str> = registered
        .iter()
        .filter_map(|line| line.split("\"row\":").nth(1)?.split([',', '}']).next())
        .collect();
    assert_eq!(rows_named.len(), rows.len());
    // Each entry of a case says where it is from, not its registration alone.
    let told = text
        .lines()
        .filter(|line| line.contains("\"kind\":\"case."));
    let unsaid: Vec<&str> = told.filter(|line| !line.contains("wuqing.csv")).collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}

#[test]
fn wrong_use_is_told_from_bad_input() {
    let folder = folder("use");
    fs::write(folder.join("a.json"), &*SAMPLE).unwrap();
    for arguments in [
        &[][..],
        &["sample"],
        &["sample", "--cases", "3", "--demonstration"],
        &["sample", "--cases", "-3"],
        &["sample", "--demonstration", "--today", "2026-02-30"],
        &["check"],
        &["merge", "a.json"],
        &["table", "a.json"],
        &["table", "a.json", "--by", "colour"],
        &["table", "a.json", "--by", "type,type"],
        &["table", "a.json", "--by", "type", "--published"],
        &["ledger", "l.csv", "--json"],
        &["ledger", "l.csv", "--county", "999999", "--json"],
    ] {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
    refused(&run(&folder, &["check", "nowhere.json"]));
    refused(&run(
        &folder,
        &["redact", "a.json", "--out", "no/such/folder.json"],
    ));
}

/// As `langqiao sample … | head` does.
#[test]
fn whoever_has_heard_enough_may_go() {
    let folder = folder("heard");
    let mut sample = command(&folder, &["sample", "--cases", "300"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(sample.stdout.take());
    let ended = sample.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(!said.contains("annot write"), "{said}");
}

/// No redaction hides it: who hands the file on is to know.
#[test]
fn whose_name_stands_in_a_number_is_said_when_a_file_is_redacted() {
    let folder = folder("named");
    let words = |lines: &[String]| {
        let text = bundle(World::Training, Level::Full, lines, None);
        fs::write(folder.join("full.json"), text).unwrap();
        let output = run(&folder, &["redact", "full.json", "--out", "redacted.json"]);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).unwrap()
    };
    let said = "Cases whose number or volume names or named somebody";
    assert!(!words(&[numbered(1, "第1号")]).contains(said));
    let named = numbered(2, "（2026）张桂珍1号");
    let said = words(&[numbered(1, "第1号"), named]);
    assert!(
        said.contains("somebody, which nothing here hides: 1 (（2026）张桂珍1号)"),
        "{said}"
    );
}
