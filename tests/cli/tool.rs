//! What the tests of the tool share.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::{fs, thread};

use ed25519_dalek::SigningKey;
use langqiao::domain::id::DeskId;
use langqiao::exchange::bundle::{Exporter, FORMAT, Head, LEFT_OUT, Level, VERSION, Writer};
use langqiao::law::day::Moment;
use langqiao::record::{World, line};
use serde_json::Value;

/// A folder of its own for each test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cli")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_langqiao"));
    command.current_dir(folder).args(arguments);
    command.env("LC_ALL", "en_GB.UTF-8");
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// Runs it; it must succeed.
pub fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&done(folder, arguments)).unwrap()
}

/// The one sentence of a run that refuses its input.
#[track_caller]
pub fn refused(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty());
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.starts_with("langqiao: ") && said.ends_with(".\n"),
        "{said}"
    );
    said.trim_end().to_owned()
}

/// Runs it with what `write` writes as its standard input; also says how much of it was taken.
pub fn piped(
    arguments: &[&str],
    pieces: impl Iterator<Item = Vec<u8>> + Send + 'static,
) -> (Output, usize) {
    let mut child = command(Path::new("."), arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let writer = thread::spawn(move || {
        let mut taken = 0;
        for piece in pieces {
            if to.write_all(&piece).is_err() {
                break;
            }
            taken += piece.len();
        }
        taken
    });
    let output = child.wait_with_output().unwrap();
    (output, writer.join().unwrap())
}

/// The bytes of a small sample.
pub static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = folder("sample");
    done(&folder, &["sample", "--cases", "6", "--seed", "7"]).into_bytes()
});

/// The lines of the record's fixture: every kind once, an erasure among them, of the training world.
pub fn every_kind() -> Vec<String> {
    include_str!("../fixtures/record/entries.jsonl")
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The same line in another world, with the id that it then has.
pub fn in_world(text: &str, world: Option<&str>) -> String {
    let read = line::read(text.as_bytes()).unwrap();
    let word = world.map_or(String::new(), |word| format!(",\"world\":\"{word}\""));
    let entry = read.entry.replace(",\"world\":\"training\"", &word);
    let id = line::digest(entry.as_bytes()).to_string();
    text.replace(read.entry, &entry)
        .replace(&read.id.to_string(), &id)
}

/// A bundle of these lines.
pub fn bundle(world: World, level: Level, lines: &[String], key: Option<&SigningKey>) -> String {
    let desk = key.map_or(DeskId::default(), |key| {
        langqiao::engine::desk::fingerprint(key.verifying_key().as_bytes())
    });
    let head = Head {
        exported_at: Moment::parse("2026-11-24T18:00").unwrap(),
        exported_by: Exporter {
            desk,
            organisation: "高碑店镇人民调解委员会".to_owned(),
        },
        format: FORMAT.to_owned(),
        left_out: match level {
            Level::Full => Vec::new(),
            Level::Redacted => LEFT_OUT.map(str::to_owned).to_vec(),
        },
        level,
        purpose: String::new(),
        scope: "everything".to_owned(),
        version: VERSION,
        world,
    };
    let mut writer = Writer::new(&head);
    for text in lines {
        writer.line(&line::read(text.as_bytes()).unwrap());
    }
    writer.finish(key, None);
    String::from_utf8(writer.out).unwrap()
}
