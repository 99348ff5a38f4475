//! The leaves of a line: as the entry names them, and as they hang beside it.

use crate::domain::id::{DeskId, EntryId};

use super::{LEAVES, Line, LineLeaf, begins, digest, read_id, read_word};
use crate::record::canonical::{Fault, Flaw, Scanner};

pub(super) fn read_listed<'a>(s: &mut Scanner<'a>) -> Result<Vec<LineLeaf<'a>>, Flaw> {
    let mut leaves = Vec::new();
    s.array(|s| {
        if leaves.len() == LEAVES {
            return Err(s.flaw(Fault::TooManyLeaves));
        }
        let (mut class, mut named, mut of) = (None, None, None);
        s.object(|s, key| {
            match key {
                "class" => class = Some(read_word(s, "class")?),
                "digest" => named = Some(read_id(s, "digest", EntryId::parse)?),
                "of" => of = Some(read_about(s)?),
                _ => drop(s.value()?),
            }
            Ok(())
        })?;
        let class = class.ok_or_else(|| s.flaw(Fault::Missing("class")))?;
        let digest = named.ok_or_else(|| s.flaw(Fault::Missing("digest")))?;
        leaves.push(LineLeaf {
            class,
            digest,
            of,
            open: None,
            value: None,
        });
        Ok(())
    })?;
    Ok(leaves)
}

/// What a leaf is about: a label or a word. It is public, so free text has no place in it.
fn read_about<'a>(s: &mut Scanner<'a>) -> Result<&'a str, Flaw> {
    let at = s.at();
    begins(s, "of", |b| b == b'"')?;
    let about = s.string()?;
    let word = about
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    if word && (1..=64).contains(&about.len()) {
        Ok(about)
    } else {
        Err(Flaw {
            at,
            fault: Fault::Malformed("of"),
        })
    }
}

/// What hangs on the line. What is wrong with it is said after all that can be seen without hashing.
pub(super) struct Hung {
    /// Leaves, those that are left out too.
    pub places: usize,
    /// Where the first leaf stands that is not the one that the entry names.
    pub differs: Option<usize>,
}

/// Reads what hangs beside an entry into the entry's leaves; of a line without an entry, for its spelling alone.
pub(super) fn hang<'a>(s: &mut Scanner<'a>, entry: Option<&mut Line<'a>>) -> Result<Hung, Flaw> {
    let mut leaves = entry.map(|entry| &mut entry.leaves);
    let mut hung = Hung {
        places: 0,
        differs: None,
    };
    s.array(|s| {
        let at = s.at();
        if hung.places == LEAVES {
            return Err(s.flaw(Fault::TooManyLeaves));
        }
        let place = hung.places;
        hung.places += 1;
        if s.peek() == Some(b'n') {
            return s.word(b"null");
        }
        let (mut salted, mut value) = (false, None);
        s.object(|s, key| {
            match key {
                "salt" => {
                    read_id(s, "salt", DeskId::parse)?;
                    salted = true;
                }
                "value" => value = Some(s.value()?),
                _ => drop(s.value()?),
            }
            Ok(())
        })?;
        if !salted {
            return Err(s.flaw(Fault::Missing("salt")));
        }
        let value = value.ok_or_else(|| s.flaw(Fault::Missing("value")))?;
        if let Some(leaf) = leaves.as_mut().and_then(|leaves| leaves.get_mut(place)) {
            let text = s.since(at);
            if digest(text.as_bytes()) != leaf.digest {
                hung.differs.get_or_insert(at);
            }
            leaf.open = Some(text);
            leaf.value = Some(value);
        }
        Ok(())
    })?;
    Ok(hung)
}
