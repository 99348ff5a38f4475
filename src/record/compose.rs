//! Writing a line: from what a decision made to canonical bytes, leaves salted, the id computed.

use std::fmt::Write as _;

use crate::domain::catalogue::{Event, Saying};
use crate::domain::context::Chance;
use crate::domain::id::{DeskId, EntryId, StreamId};
use crate::domain::leaf::{Leaf, LeafValue};
use crate::law::day::Moment;

use super::canonical::{GREATEST, write_string};
use super::line::{LONGEST, digest};
use super::world::World;

/// Everything of an entry but what happened.
#[derive(Clone, Debug)]
pub struct Head<'a> {
    /// The stream's heads that the author had seen.
    pub after: &'a [EntryId],
    pub at: Moment,
    pub by: DeskId,
    pub n: u64,
    pub seq: u64,
    pub stream: StreamId,
    pub who: StreamId,
    pub world: &'a World,
}

/// A line that was just written.
#[derive(Clone, Debug)]
pub struct Composed {
    pub id: EntryId,
    pub line: String,
}

/// Writes an entry with all its leaves open.
#[must_use]
pub fn compose(head: &Head<'_>, event: &Event, leaves: &[Leaf], chance: &dyn Chance) -> Composed {
    compose_saying(head, &event.saying(), leaves, chance)
}

/// As [`compose`], from what the entry says.
#[must_use]
pub fn compose_saying(
    head: &Head<'_>,
    saying: &Saying<'_>,
    leaves: &[Leaf],
    chance: &dyn Chance,
) -> Composed {
    let mut open = String::with_capacity(leaves.iter().map(about).sum());
    let mut listed = String::with_capacity(leaves.len() * 96);
    for (i, leaf) in leaves.iter().enumerate() {
        if i > 0 {
            open.push(',');
            listed.push(',');
        }
        let start = open.len();
        write_leaf(leaf, chance, &mut open);
        let named = digest(&open.as_bytes()[start..]);
        listed.push_str("{\"class\":");
        write_string(leaf.class.code(), &mut listed);
        listed.push_str(",\"digest\":\"");
        named.write_to(&mut listed);
        listed.push('"');
        if let Some(of) = &leaf.of {
            listed.push_str(",\"of\":");
            write_string(of, &mut listed);
        }
        listed.push('}');
    }
    let mut line = String::with_capacity(open.len() + listed.len() + saying.data.len() + 448);
    line.push_str("{\"entry\":");
    let start = line.len();
    write_entry(head, saying, &listed, &mut line);
    let id = digest(&line.as_bytes()[start..]);
    line.push_str(",\"id\":\"");
    id.write_to(&mut line);
    line.push_str("\",\"private\":[");
    line.push_str(&open);
    line.push_str("]}");
    Composed { id, line }
}

/// About how many bytes a leaf takes, for growing copies what is there.
fn about(leaf: &Leaf) -> usize {
    match &leaf.value {
        LeafValue::Words(text) => text.len() + 64,
        LeafValue::Identity(_) | LeafValue::Unknown => 320,
    }
}

fn write_leaf(leaf: &Leaf, chance: &dyn Chance, out: &mut String) {
    let mut salt = [0u8; 16];
    chance.fill(&mut salt);
    out.push_str("{\"salt\":\"");
    DeskId(salt).write_to(out);
    out.push_str("\",\"value\":");
    match &leaf.value {
        // Plain structs with text keys: serialising them to memory cannot fail.
        LeafValue::Identity(identity) => {
            out.push_str(&serde_json::to_string(identity).unwrap_or_default())
        }
        LeafValue::Words(text) => {
            out.push_str("{\"text\":");
            write_string(text, out);
            out.push('}');
        }
        LeafValue::Unknown => out.push_str("{}"),
    }
    out.push('}');
}

fn write_entry(head: &Head<'_>, saying: &Saying<'_>, listed: &str, out: &mut String) {
    out.push_str("{\"after\":[");
    if let [only] = head.after {
        out.push('"');
        only.write_to(out);
        out.push('"');
    } else {
        // Sorted by their text, as the grammar of a line wants them.
        let mut after: Vec<String> = head.after.iter().map(EntryId::to_string).collect();
        after.sort_unstable();
        after.dedup();
        for (i, parent) in after.iter().enumerate() {
            out.push_str(if i > 0 { ",\"" } else { "\"" });
            out.push_str(parent);
            out.push('"');
        }
    }
    out.push_str("],\"at\":\"");
    say(out, head.at);
    out.push_str("\",\"by\":\"");
    head.by.write_to(out);
    out.push_str("\",\"data\":");
    out.push_str(&saying.data);
    out.push_str(",\"kind\":");
    write_string(saying.kind, out);
    if saying.must_be_understood {
        out.push_str(",\"must_understand\":true");
    }
    out.push_str(",\"n\":");
    // A desk that lied about its count may have come to the end of what can be counted.
    say(out, head.n.min(GREATEST.unsigned_abs()));
    out.push_str(",\"private\":[");
    out.push_str(listed);
    out.push_str("],\"seq\":");
    say(out, head.seq);
    out.push_str(",\"stream\":\"");
    say(out, head.stream);
    out.push_str("\",\"who\":\"");
    say(out, head.who);
    out.push('"');
    if let Some(world) = head.world.code() {
        out.push_str(",\"world\":");
        write_string(world, out);
    }
    out.push('}');
}

fn say(out: &mut String, what: impl std::fmt::Display) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{what}");
}

/// The line of `line` with its leaves as `keep` says by their place: the others are left out.
#[must_use]
pub fn with_leaves(line: &super::line::Line<'_>, keep: impl Fn(usize) -> bool) -> String {
    let mut out = String::with_capacity(line.text.len());
    out.push_str("{\"entry\":");
    out.push_str(line.entry);
    out.push_str(",\"id\":\"");
    line.id.write_to(&mut out);
    out.push_str("\",\"private\":[");
    for (i, leaf) in line.leaves.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(leaf.open.filter(|_| keep(i)).unwrap_or("null"));
    }
    out.push_str("]}");
    out
}

/// One copy of an entry out of two that hold different leaves. Were it longer than a line may be
/// (who composes within the limits never gets there), it ends with the last leaf that fits: so the
/// union of any copies, in any order, is one and the same line that can be read.
#[must_use]
pub fn fuller(a: &super::line::Line<'_>, b: &super::line::Line<'_>) -> String {
    let mut both = a.clone();
    for (leaf, other) in both.leaves.iter_mut().zip(&b.leaves) {
        leaf.open = leaf.open.or(other.open);
    }
    let empty = with_leaves(&both, |_| false).len();
    let mut length = empty;
    let mut fits = both.leaves.len();
    for (place, leaf) in both.leaves.iter().enumerate() {
        length += leaf
            .open
            .map_or(0, |open| open.len().saturating_sub("null".len()));
        if length > LONGEST {
            fits = place;
            break;
        }
    }
    with_leaves(&both, |place| place < fits)
}
