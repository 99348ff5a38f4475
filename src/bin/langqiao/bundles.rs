//! Bundles read from files into a record, verified on the way, and written from it in one order.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use langqiao::domain::catalogue::ErasedLeaf;
use langqiao::domain::id::EntryId;
use langqiao::exchange::bundle::{BadFile, Foot, Head, Level, Reader, Step, Writer};
use langqiao::locale::Language;
use langqiao::record::compose::with_leaves;
use langqiao::record::set::NotTaken;
use langqiao::record::{Chronicle, Line, Record, World, line};

use crate::output::Output;
use crate::{Stop, say};

/// Read and written in pieces of so many bytes.
const PIECE: usize = 1 << 20;

/// A bundle that was read and verified.
pub struct Loaded {
    pub head: Head,
    pub record: Record,
    pub foot: Foot,
    pub open: u64,
    pub leaves: u64,
}

/// Opens a file; `-` is standard input.
pub fn open(path: &Path, language: Language) -> Result<Box<dyn Read>, Stop> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    match File::open(path) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(unreadable(path, &error, language)),
    }
}

pub fn unreadable(path: &Path, error: &io::Error, language: Language) -> Stop {
    let name = path.display().to_string();
    Stop::Bad(say::cannot_read(language, &name, &error.to_string()))
}

/// Reads and verifies a bundle.
pub fn load(path: &Path, language: Language) -> Result<Loaded, Stop> {
    let mut loading = Loading::default();
    let bad = |bad: BadFile| {
        let name = path.display().to_string();
        Stop::Bad(say::bad_file(language, &name, &bad))
    };
    let mut file = open(path, language)?;
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => loading.take(&piece[..read]).map_err(bad)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(path, &error, language)),
        }
    }
    loading.end().map_err(bad)
}

#[derive(Default)]
struct Loading {
    reader: Reader,
    head: Option<Head>,
    record: Record,
    foot: Option<Foot>,
    open: u64,
    leaves: u64,
}

impl Loading {
    fn take(&mut self, piece: &[u8]) -> Result<(), BadFile> {
        self.reader.room().extend_from_slice(piece);
        self.steps()
    }

    fn steps(&mut self) -> Result<(), BadFile> {
        while let Some(block) = self.reader.block()? {
            let mut rest = block.rest();
            while let Some(step) = self.reader.step(&mut rest)? {
                match step {
                    Step::Head(head) => {
                        self.record = Record::of(head.world.clone());
                        self.head = Some(head);
                    }
                    Step::Line(bytes, number) => self.line(bytes, number)?,
                    Step::Foot(foot) => self.foot = Some(foot),
                }
            }
        }
        Ok(())
    }

    fn line(&mut self, bytes: &[u8], number: u64) -> Result<(), BadFile> {
        let line = line::read(bytes).map_err(|flaw| BadFile::line(number, &flaw))?;
        self.reader.count(&line)?;
        let open = line.leaves.iter().filter(|leaf| leaf.open.is_some());
        self.leaves += line.leaves.len() as u64;
        self.open += open.count() as u64;
        self.record
            .insert_verified(&line)
            .map_err(|why| match why {
                NotTaken::Flawed(flaw) => BadFile::line(number, &flaw),
                NotTaken::OtherWorld { here, there } => {
                    BadFile::other_world_at(number, here, there)
                }
            })?;
        Ok(())
    }

    fn end(mut self) -> Result<Loaded, BadFile> {
        self.reader.end();
        self.steps()?;
        // The reader ends well after a foot alone.
        let (Some(head), Some(foot)) = (self.head, self.foot) else {
            return Err(BadFile::empty());
        };
        Ok(Loaded {
            head,
            record: self.record,
            foot,
            open: self.open,
            leaves: self.leaves,
        })
    }
}

/// A bundle that is being written.
pub struct Writing {
    writer: Writer,
    output: Output,
}

impl Writing {
    pub fn new(head: &Head, output: Output) -> Self {
        Self {
            writer: Writer::new(head),
            output,
        }
    }

    pub fn line(&mut self, line: &Line<'_>) -> Result<(), Stop> {
        self.writer.line(line);
        if self.writer.out.len() >= PIECE {
            self.output.write(&self.writer.out)?;
            self.writer.out.clear();
        }
        Ok(())
    }

    /// Ends the bundle, and says how many entries it has.
    pub fn finish(mut self) -> Result<u64, Stop> {
        self.writer.finish(None, None);
        self.output.write(&self.writer.out)?;
        self.output.finish()?;
        Ok(self.writer.count())
    }
}

/// Writes a record as a bundle: streams by their ids, the entries of each in the order of the fold.
/// Leaves that an erasure veils stay out.
pub fn write(head: &Head, record: &Record, output: Output) -> Result<u64, Stop> {
    let mut writing = Writing::new(head, output);
    for stream in record.streams() {
        let mut lines = record.stream(stream);
        let chronicle = Chronicle::tell(&lines);
        let order: Vec<EntryId> = chronicle.told.iter().map(|told| told.fact.id).collect();
        let place: std::collections::BTreeMap<EntryId, usize> =
            order.into_iter().zip(0..).collect();
        lines.sort_by_key(|line| place.get(&line.id).copied());
        for line in &lines {
            let veils = |leaf: usize| {
                let leaf = u32::try_from(leaf).unwrap_or(u32::MAX);
                let entry = line.id;
                chronicle.veiled.contains(&ErasedLeaf { entry, leaf })
            };
            if (0..line.leaves.len()).any(veils) {
                let text = with_leaves(line, |leaf| !veils(leaf));
                // Fewer leaves of a sound line: it is one still.
                if let Ok(line) = line::read(text.as_bytes()) {
                    writing.line(&line)?;
                }
            } else {
                writing.line(line)?;
            }
        }
    }
    writing.finish()
}

/// The word for a world in results.
pub fn world_code(world: &World) -> &str {
    world.code().unwrap_or("real")
}

/// The word for a level in results.
pub fn level_code(level: Level) -> &'static str {
    match level {
        Level::Full => "full",
        Level::Redacted => "redacted",
    }
}
