//! One line of the record: an entry, its id and its leaves, verified in the pass that reads it.
//!
//! What can be seen on the line alone is refused here (spelling, ids, digests, limits). What depends
//! on other entries (a wrong `n`, a missing parent) is an anomaly, and never stops a line.

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::{DeskId, EntryId, NotAnId, StreamId};
use crate::law::day::Moment;

use super::canonical::{Fault, Flaw, GREATEST, Scanner};

mod leaves;

use leaves::{Hung, hang, read_listed};

/// The longest line, in bytes.
pub const LONGEST: usize = 1 << 20;
/// The most leaves of one entry.
pub const LEAVES: usize = crate::domain::leaf::MOST_LEAVES;
/// The most parents of one entry.
pub const PARENTS: usize = 64;

/// A verified line. Texts are slices of it, as they lie.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The whole line, without a line break.
    pub text: &'a str,
    /// The bytes that were hashed.
    pub entry: &'a str,
    pub id: EntryId,
    pub after: Vec<EntryId>,
    pub at: Moment,
    pub by: DeskId,
    /// Public facts: a JSON object.
    pub data: &'a str,
    pub kind: &'a str,
    /// Lamport count, from 1.
    pub n: u64,
    /// The desk's own count, from 1.
    pub seq: u64,
    pub stream: StreamId,
    pub who: StreamId,
    /// Absent on a real desk.
    pub world: Option<&'a str>,
    pub must_understand: bool,
    /// Fields beside these, which a newer version may have added.
    pub unknown_fields: bool,
    pub leaves: Vec<LineLeaf<'a>>,
}

/// A leaf as the entry names it, and what hangs there in this copy.
#[derive(Clone, Debug)]
pub struct LineLeaf<'a> {
    pub class: &'a str,
    /// Of its bytes, where it hangs there.
    pub digest: EntryId,
    /// Whom or what it is about, within the stream.
    pub of: Option<&'a str>,
    /// `{"salt":…,"value":…}`; none where it is left out or erased.
    pub open: Option<&'a str>,
    /// The value alone.
    pub value: Option<&'a str>,
}

impl Line<'_> {
    /// Its leaves that hang there in this copy, by their places.
    pub fn open_leaves(&self) -> impl Iterator<Item = ErasedLeaf> + '_ {
        let places = (0u32..).zip(&self.leaves);
        places
            .filter(|(_, leaf)| leaf.open.is_some())
            .map(|(leaf, _)| ErasedLeaf {
                entry: self.id,
                leaf,
            })
    }
}

/// BLAKE3, 160 bits: of an entry it is the id, of a leaf its digest.
#[must_use]
pub fn digest(bytes: &[u8]) -> EntryId {
    let mut id = [0u8; 20];
    id.copy_from_slice(&blake3::hash(bytes).as_bytes()[..20]);
    EntryId(id)
}

/// Reads and verifies one line.
pub fn read(bytes: &[u8]) -> Result<Line<'_>, Flaw> {
    if bytes.len() > LONGEST {
        return Err(Flaw {
            at: LONGEST,
            fault: Fault::TooLong,
        });
    }
    let mut s = Scanner::new(bytes)?;
    let mut entry = None;
    let mut id = None;
    let mut open = None;
    s.object(|s, key| {
        let at = s.at();
        match key {
            "entry" => entry = Some(read_entry(s)?),
            "id" => id = Some((at, read_id(s, "id", EntryId::parse)?)),
            // Keys are in order: the entry came before.
            "private" => open = Some((at, hang(s, entry.as_mut())?)),
            _ => {
                return Err(Flaw {
                    at,
                    fault: Fault::UnknownField,
                });
            }
        }
        Ok(())
    })?;
    s.end()?;
    let missing = |field| Flaw {
        at: bytes.len(),
        fault: Fault::Missing(field),
    };
    let mut line = entry.ok_or_else(|| missing("entry"))?;
    let (id_at, id) = id.ok_or_else(|| missing("id"))?;
    let (open_at, Hung { places, differs }) = open.ok_or_else(|| missing("private"))?;
    if digest(line.entry.as_bytes()) != id {
        return Err(Flaw {
            at: id_at,
            fault: Fault::IdDiffers,
        });
    }
    if places != line.leaves.len() {
        return Err(Flaw {
            at: open_at,
            fault: Fault::LeafCount,
        });
    }
    if let Some(at) = differs {
        return Err(Flaw {
            at,
            fault: Fault::LeafDiffers,
        });
    }
    line.id = id;
    line.text = s.since(0);
    Ok(line)
}

fn read_id<T>(
    s: &mut Scanner<'_>,
    field: &'static str,
    parse: impl Fn(&str) -> Result<T, NotAnId>,
) -> Result<T, Flaw> {
    let at = s.at();
    begins(s, field, |b| b == b'"')?;
    parse(s.string()?).map_err(|NotAnId| Flaw {
        at,
        fault: Fault::Malformed(field),
    })
}

/// Whether the value that comes next is of the kind that `field` wants, by its first byte. What is
/// no JSON at all is left to the scanner, which knows its name.
fn begins(s: &Scanner<'_>, field: &'static str, fits: impl Fn(u8) -> bool) -> Result<(), Flaw> {
    let other_kind = |b: u8| {
        matches!(
            b,
            b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'
        )
    };
    match s.peek() {
        Some(b) if !fits(b) && other_kind(b) => Err(s.flaw(Fault::Malformed(field))),
        _ => Ok(()),
    }
}

/// A count from 1 on.
fn read_count(s: &mut Scanner<'_>, field: &'static str) -> Result<u64, Flaw> {
    let at = s.at();
    begins(s, field, |b| b == b'-' || b.is_ascii_digit())?;
    match u64::try_from(s.integer()?) {
        Ok(count @ 1..) if count <= GREATEST as u64 => Ok(count),
        _ => Err(Flaw {
            at,
            fault: Fault::Malformed(field),
        }),
    }
}

/// A short lower-case word with dots and digits: kinds, classes, worlds.
fn read_word<'a>(s: &mut Scanner<'a>, field: &'static str) -> Result<&'a str, Flaw> {
    let at = s.at();
    begins(s, field, |b| b == b'"')?;
    let word = s.string()?;
    let fits = (1..=64).contains(&word.len());
    if fits
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.'))
    {
        Ok(word)
    } else {
        Err(Flaw {
            at,
            fault: Fault::Malformed(field),
        })
    }
}

/// Reads an entry: a line without its id, and with nothing that hangs there.
fn read_entry<'a>(s: &mut Scanner<'a>) -> Result<Line<'a>, Flaw> {
    let start = s.at();
    let (mut after, mut at, mut by, mut data, mut kind) = (None, None, None, None, None);
    let (mut n, mut private, mut seq, mut stream, mut who) = (None, None, None, None, None);
    let (mut world, mut must_understand, mut unknown_fields) = (None, false, false);
    s.object(|s, key| {
        let here = s.at();
        match key {
            "after" => after = Some(read_parents(s)?),
            "at" => {
                begins(s, "at", |b| b == b'"')?;
                let moment = Moment::parse(s.string()?);
                at = Some(moment.map_err(|_| Flaw {
                    at: here,
                    fault: Fault::Malformed("at"),
                })?);
            }
            "by" => by = Some(read_id(s, "by", DeskId::parse)?),
            "data" => {
                begins(s, "data", |b| b == b'{')?;
                s.object(|s, _| s.value().map(drop))?;
                data = Some(s.since(here));
            }
            "kind" => kind = Some(read_word(s, "kind")?),
            "must_understand" => {
                // Only ever true: a false would be a second spelling of its absence.
                begins(s, "must_understand", |b| b == b't')?;
                s.word(b"true")?;
                must_understand = true;
            }
            "n" => n = Some(read_count(s, "n")?),
            "private" => private = Some(read_listed(s)?),
            "seq" => seq = Some(read_count(s, "seq")?),
            "stream" => stream = Some(read_id(s, "stream", StreamId::parse)?),
            "who" => who = Some(read_id(s, "who", StreamId::parse)?),
            "world" => world = Some(read_word(s, "world")?),
            _ => {
                unknown_fields = true;
                s.value()?;
            }
        }
        Ok(())
    })?;
    let text = s.since(start);
    let end = s.at();
    let missing = |field| Flaw {
        at: end,
        fault: Fault::Missing(field),
    };
    let leaves = private.ok_or_else(|| missing("private"))?;
    Ok(Line {
        text,
        entry: text,
        id: EntryId::default(),
        after: after.ok_or_else(|| missing("after"))?,
        at: at.ok_or_else(|| missing("at"))?,
        by: by.ok_or_else(|| missing("by"))?,
        data: data.ok_or_else(|| missing("data"))?,
        kind: kind.ok_or_else(|| missing("kind"))?,
        n: n.ok_or_else(|| missing("n"))?,
        seq: seq.ok_or_else(|| missing("seq"))?,
        stream: stream.ok_or_else(|| missing("stream"))?,
        who: who.ok_or_else(|| missing("who"))?,
        world,
        must_understand,
        unknown_fields,
        leaves,
    })
}

fn read_parents(s: &mut Scanner<'_>) -> Result<Vec<EntryId>, Flaw> {
    let mut parents: Vec<EntryId> = Vec::new();
    s.array(|s| {
        let at = s.at();
        let parent = read_id(s, "after", EntryId::parse)?;
        // Sorted as they are written, so that any tool can check with plain text; the alphabet of
        // base64url is not in the order of the bytes, hence the comparison of texts.
        let unsorted = parents
            .last()
            .is_some_and(|last| last.to_string() >= parent.to_string());
        if unsorted || parents.len() == PARENTS {
            return Err(Flaw {
                at,
                fault: Fault::Parents,
            });
        }
        parents.push(parent);
        Ok(())
    })?;
    Ok(parents)
}
