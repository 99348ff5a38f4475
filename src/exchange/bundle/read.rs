//! Reading a bundle as it comes, line by line, never whole in memory.
//!
//! The head is one line, each entry one, the foot one. A line is bounded, so that a gigabyte of
//! brackets is refused at its first mebibyte.

use crate::domain::id::DeskId;
use crate::record::Line;
use crate::record::line::LONGEST;

use super::once::Once;
use super::tally::{Counted, Tally};
use super::{BadFile, BadFileProblem, FORMAT, FaultName, Foot, Head, LeftOut, VERSION};

/// A head is within so many bytes of a bundle's beginning.
pub const BEGINNING: usize = LONGEST + 2;

/// A file that other software laid out anew names its format within so many bytes.
const NEAR: usize = 8 << 10;

/// The foot of a backup holds drafts and may be longer than a line.
const LONGEST_FOOT: usize = 64 << 20;

/// Lines are taken out of what came when there are so many bytes of them.
const BLOCK: usize = 1 << 20;

/// What of a piece comes beyond a block: there is room for it at once, for growing copies what is there.
const SPARE: usize = 1 << 18;

/// With these bytes begins what is packed with gzip.
pub const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What comes next.
#[derive(Debug)]
pub enum Step<'b> {
    Head(Head),
    /// An entry's line, to be verified, and the number of the line in the file.
    Line(&'b [u8], u64),
    Foot(Foot),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Head,
    Entries,
    End,
}

/// Whole lines of a bundle, stepped through by [`Reader::step`].
#[derive(Debug)]
pub struct Block {
    bytes: Vec<u8>,
}

impl Block {
    /// Where the steps begin.
    #[must_use]
    pub fn rest(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes there are.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// Reads a bundle from pieces: pieces are fed, blocks of whole lines come out, and what stands in a
/// block is borrowed from it, so that no line is copied to be verified.
#[derive(Debug, Default)]
pub struct Reader {
    buffer: Vec<u8>,
    /// Up to here there is no line break.
    looked: usize,
    ended: bool,
    place: Place,
    line: u64,
    /// Whether the last entry announced another one.
    comma: bool,
    /// Whether there was an entry.
    any: bool,
    counted: Counted,
    sum: Sum,
    once: Once,
    /// The desk that the head names.
    desk: DeskId,
    left_out: LeftOut,
}

/// Who compares the foot with what came.
#[derive(Debug)]
enum Sum {
    Here(Box<Tally>),
    /// Whoever puts the shares of a bundle together.
    Elsewhere,
}

impl Default for Sum {
    fn default() -> Self {
        Self::Here(Box::default())
    }
}

impl Reader {
    /// Reads the first share of a bundle. Somebody else takes [`Self::take_counted`] of all shares and compares the
    /// foot with it.
    #[must_use]
    pub fn of_first_share() -> Self {
        Self {
            sum: Sum::Elsewhere,
            ..Self::default()
        }
    }

    /// Reads a share that begins at some line after the head. From the bundle's beginning it learns what the head
    /// says; what is wrong with the head is for the first share to say.
    #[must_use]
    pub fn of_later_share(beginning: &[u8]) -> Self {
        let end = memchr::memchr(b'\n', beginning).unwrap_or(beginning.len());
        let text = &beginning[..end];
        let mut once = Once::default();
        let head = read_head(text.strip_suffix(b"\r").unwrap_or(text), &[], &mut once);
        let reader = Self {
            sum: Sum::Elsewhere,
            place: Place::Entries,
            comma: true,
            ..Self::default()
        };
        match head {
            Ok(head) => Self {
                once,
                left_out: LeftOut::of(&head),
                ..reader
            },
            Err(_) => reader,
        }
    }

    /// What was counted since this was last asked.
    pub fn take_counted(&mut self) -> Counted {
        std::mem::take(&mut self.counted)
    }

    /// What came and was not taken out yet; the next piece is added at its end.
    pub fn room(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// There are no more pieces.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// Counts the line of the last step, which was verified: the foot is compared with it. It has nothing open of what
    /// the head says was left out: somebody may have handed the file on in good faith.
    pub fn count(&mut self, line: &Line<'_>) -> Result<(), BadFile> {
        let mut open = line.leaves.iter().filter(|leaf| leaf.open.is_some());
        if open.any(|leaf| self.left_out.has(leaf.class)) {
            return Err(self.bad(BadFileProblem::NotRedacted));
        }
        let open = line.leaves.iter().map(|leaf| leaf.open.is_some());
        self.counted.line(line.id, open);
        if let Sum::Here(tally) = &mut self.sum {
            tally.take(&mut self.counted);
        }
        Ok(())
    }

    /// The whole lines that came, once there are enough of them; to be asked again until there is none.
    /// None: another piece is needed, or the bundle is at its end.
    pub fn block(&mut self) -> Result<Option<Block>, BadFile> {
        if self.place == Place::Head && self.line == 0 && self.buffer.starts_with(&GZIP) {
            return Err(BadFile::whole(BadFileProblem::Packed));
        }
        if self.ended {
            return match self.place {
                _ if !self.buffer.is_empty() => Ok(Some(Block {
                    bytes: std::mem::take(&mut self.buffer),
                })),
                Place::End => Ok(None),
                Place::Head if self.line == 0 => Err(BadFile::empty()),
                Place::Head | Place::Entries => Err(self.bad(BadFileProblem::CutOff)),
            };
        }
        if self.buffer.len() < BLOCK {
            return Ok(None);
        }
        if let Some(last) = memchr::memrchr(b'\n', &self.buffer[self.looked..]) {
            let mut rest = Vec::with_capacity(BLOCK + SPARE);
            rest.extend_from_slice(&self.buffer[self.looked + last + 1..]);
            let mut bytes = std::mem::replace(&mut self.buffer, rest);
            bytes.truncate(self.looked + last + 1);
            self.looked = 0;
            return Ok(Some(Block { bytes }));
        }
        self.looked = self.buffer.len();
        let foot = self.place == Place::Entries && self.buffer.first() == Some(&b']');
        let longest = if foot { LONGEST_FOOT } else { LONGEST + 2 };
        if self.looked > longest {
            self.line += 1;
            return Err(self.too_long());
        }
        Ok(None)
    }

    /// The next step in the rest of a block; none at its end.
    pub fn step<'b>(&mut self, rest: &mut &'b [u8]) -> Result<Option<Step<'b>>, BadFile> {
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let text = &rest[..end];
            *rest = &rest[(end + 1).min(rest.len())..];
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            self.line += 1;
            return match self.place {
                Place::Head => self.head(text, rest).map(Some),
                Place::Entries if text.first() == Some(&b']') => self.foot(text).map(Some),
                Place::Entries => self.entry(text).map(Some),
                Place::End if text.iter().all(u8::is_ascii_whitespace) => continue,
                // Something was put behind the end.
                Place::End => Err(self.bad(BadFileProblem::Line(FaultName::NotCanonical))),
            };
        }
        Ok(None)
    }

    fn bad(&self, problem: BadFileProblem) -> BadFile {
        BadFile {
            line: self.line,
            at: 0,
            problem,
        }
    }

    fn too_long(&self) -> BadFile {
        match self.place {
            Place::Head => self.bad(match self.buffer.first() {
                Some(b'{') if says_its_format(&self.buffer) => rewritten(),
                Some(b'{') => BadFileProblem::NotABundle,
                _ => BadFileProblem::NotJson,
            }),
            Place::Entries | Place::End => self.bad(BadFileProblem::Line(FaultName::TooLong)),
        }
    }

    /// `after` is what came after the first line.
    fn head<'b>(&mut self, text: &[u8], after: &[u8]) -> Result<Step<'b>, BadFile> {
        let head = read_head(text, after, &mut self.once)?;
        self.counted.head(without_mark(text));
        self.desk = head.exported_by.desk;
        self.left_out = LeftOut::of(&head);
        self.place = Place::Entries;
        self.comma = true;
        Ok(Step::Head(head))
    }

    fn entry<'b>(&mut self, text: &'b [u8]) -> Result<Step<'b>, BadFile> {
        if !self.comma {
            return Err(self.bad(BadFileProblem::NotJson));
        }
        let announced = text.strip_suffix(b",");
        self.comma = announced.is_some();
        self.any = true;
        Ok(Step::Line(announced.unwrap_or(text), self.line))
    }

    fn foot<'b>(&mut self, text: &[u8]) -> Result<Step<'b>, BadFile> {
        if self.comma && self.any {
            return Err(self.bad(BadFileProblem::NotJson));
        }
        let Some(rest) = text.strip_prefix(b"],") else {
            return Err(self.bad(BadFileProblem::CutOff));
        };
        let looked = self.once.look(text);
        looked.map_err(|flaw| BadFile::line(self.line, &flaw))?;
        let mut whole = vec![b'{'];
        whole.extend_from_slice(rest);
        let foot: Foot = serde_json::from_slice(&whole).map_err(|error| {
            self.bad(if error.is_eof() {
                BadFileProblem::CutOff
            } else {
                BadFileProblem::NotJson
            })
        })?;
        if let Sum::Here(tally) = &mut self.sum {
            tally.take(&mut self.counted);
            tally
                .check(&foot, self.desk)
                .map_err(|problem| self.bad(problem))?;
        }
        self.place = Place::End;
        Ok(Step::Foot(foot))
    }
}

/// Some editors put a mark in front.
fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)
}

/// Reads a bundle's first line. Where it is no head, what comes after it may tell why.
fn read_head(line: &[u8], after: &[u8], once: &mut Once) -> Result<Head, BadFile> {
    let bad = |problem| BadFile {
        line: 1,
        at: 0,
        problem,
    };
    let text = without_mark(line);
    let first = text.iter().find(|b| !b.is_ascii_whitespace());
    if first != Some(&b'{') {
        let json = matches!(first, Some(b'[' | b'"' | b'0'..=b'9'));
        return Err(bad(if json {
            BadFileProblem::NotABundle
        } else {
            BadFileProblem::NotJson
        }));
    }
    let Some(open) = text.strip_suffix(b"\"entries\":[") else {
        return Err(bad(unlike_a_head(text, after)));
    };
    let looked = once.look(line).map_err(|flaw| BadFile::line(1, &flaw));
    let mut whole = open.strip_suffix(b",").unwrap_or(open).to_vec();
    whole.push(b'}');
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(&whole) else {
        // Of what is nested too deeply it says so, too.
        return Err(looked.err().unwrap_or(bad(BadFileProblem::NotJson)));
    };
    if value.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
        return Err(bad(BadFileProblem::NotABundle));
    }
    match value.get("version").and_then(serde_json::Value::as_u64) {
        Some(version) if version > VERSION => return Err(bad(BadFileProblem::Newer(version))),
        Some(1..) => {}
        _ => return Err(bad(of_the_head("version"))),
    }
    looked?;
    serde_json::from_slice(&whole).map_err(|_| bad(of_the_head("head")))
}

/// Of a bundle of ours whose head isn't as we write it.
fn of_the_head(field: &str) -> BadFileProblem {
    BadFileProblem::Line(FaultName::Malformed(field.to_owned()))
}

/// What to say of a first line that is no head: a bundle that other software laid out anew, over many lines perhaps,
/// a file that was cut off in its first line, or something else altogether.
fn unlike_a_head(text: &[u8], after: &[u8]) -> BadFileProblem {
    if says_its_format(text) || says_its_format(after) {
        return rewritten();
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(text) {
        Err(error) if error.is_eof() => BadFileProblem::CutOff,
        _ => BadFileProblem::NotABundle,
    }
}

fn rewritten() -> BadFileProblem {
    BadFileProblem::Line(FaultName::NotCanonical)
}

/// Whether our format's name stands near the beginning.
fn says_its_format(text: &[u8]) -> bool {
    let near = &text[..text.len().min(NEAR)];
    near.windows(FORMAT.len())
        .any(|part| part == FORMAT.as_bytes())
}
