//! The leaves of a line: as the entry names them, and as they hang beside it.

use crate::domain::id::{DeskId, EntryId};

use super::{LEAVES, LineLeaf, begins, read_id, read_word};
use crate::record::canonical::{Fault, Flaw, Scanner};

/// A leaf that hangs there: its bytes, and the value in them.
pub(super) struct OpenLeaf<'a> {
    pub text: &'a str,
    pub value: &'a str,
}

pub(super) type Listed<'a> = (Vec<LineLeaf<'a>>, Vec<EntryId>);

pub(super) fn read_listed<'a>(s: &mut Scanner<'a>) -> Result<Listed<'a>, Flaw> {
    let mut leaves = Vec::new();
    let mut digests = Vec::new();
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
        digests.push(named.ok_or_else(|| s.flaw(Fault::Missing("digest")))?);
        leaves.push(LineLeaf {
            class,
            of,
            open: None,
            value: None,
        });
        Ok(())
    })?;
    Ok((leaves, digests))
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

/// Where a leaf hangs on the line, and the leaf if it is there.
pub(super) type Hanging<'a> = (usize, Option<OpenLeaf<'a>>);

pub(super) fn read_open<'a>(s: &mut Scanner<'a>) -> Result<Vec<Hanging<'a>>, Flaw> {
    let mut open = Vec::new();
    s.array(|s| {
        let at = s.at();
        if open.len() == LEAVES {
            return Err(s.flaw(Fault::TooManyLeaves));
        }
        if s.peek() == Some(b'n') {
            s.word(b"null")?;
            open.push((at, None));
            return Ok(());
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
        open.push((
            at,
            Some(OpenLeaf {
                text: s.since(at),
                value,
            }),
        ));
        Ok(())
    })?;
    Ok(open)
}
