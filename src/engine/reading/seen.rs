//! Which entries are known while a bundle is read: those that lie at the desk, and those that came before in the file.
//!
//! An entry names its stream, and its id is the hash of it: no other stream holds it. A stream that is new here and
//! comes in one piece, as nearly all do, is therefore looked through alone, and no table of all ids is needed.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::domain::id::{EntryId, StreamId};
use crate::record::Line;
use crate::store::SegmentIndex;
use crate::store::segment::{TOLD_APART, open_leaves};

/// In a longer stream an id is looked up rather than sought.
const SOUGHT: usize = 48;

/// What a line brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brings {
    Nothing,
    /// Leaves of an entry that is known.
    Leaves,
    Entry,
}

/// The entries that are known, each with a bit for each of its leaves that is open.
#[derive(Default)]
pub struct Seen {
    known: HashMap<EntryId, u32>,
    /// What came and isn't in `known` yet, as it came.
    came: Vec<(EntryId, u32)>,
    stream: Option<StreamId>,
    /// Where in `came` the stream begins that is being read; none where it is looked up in `known`.
    begins: Option<usize>,
}

impl Seen {
    /// What lies at the desk.
    pub fn here(index: &SegmentIndex) -> Self {
        let mut known = HashMap::with_capacity(index.ids.len());
        for (id, open) in &index.ids {
            *known.entry(*id).or_default() |= open;
        }
        Self {
            known,
            ..Self::default()
        }
    }

    /// Takes note of a line. `is_fresh` says whether nothing of its stream lies here or came before: it is asked
    /// where the stream is another than the last line's.
    pub fn take(&mut self, line: &Line<'_>, is_fresh: impl FnOnce() -> bool) -> Brings {
        if self.stream != Some(line.stream) {
            self.stream = Some(line.stream);
            self.begins = is_fresh().then_some(self.came.len());
        }
        let begins = self.begins.filter(|at| self.came.len() - at < SOUGHT);
        self.begins = begins;
        let open = open_leaves(line);
        // An entry with more leaves is stored once more.
        let told_apart = line.leaves.len() <= TOLD_APART;
        let Some(begins) = begins else {
            self.known.extend(self.came.drain(..));
            return match self.known.entry(line.id) {
                Entry::Occupied(mut known) => more(known.get_mut(), open, told_apart),
                Entry::Vacant(place) => {
                    place.insert(open);
                    Brings::Entry
                }
            };
        };
        let before = self.came[begins..].iter_mut();
        match before.rev().find(|(id, _)| *id == line.id) {
            Some((_, known)) => more(known, open, told_apart),
            None => {
                self.came.push((line.id, open));
                Brings::Entry
            }
        }
    }
}

fn more(known: &mut u32, open: u32, told_apart: bool) -> Brings {
    if open & !*known == 0 && told_apart {
        return Brings::Nothing;
    }
    *known |= open;
    Brings::Leaves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{DeskId, StreamKind};
    use crate::law::day::Moment;
    use crate::record::line::LineLeaf;

    fn line(stream: u8, entry: u8, open: u32) -> Line<'static> {
        let mut id = [0; 20];
        (id[0], id[1]) = (stream, entry);
        let id_of = StreamId::new(StreamKind::CASE, [stream; 16]);
        let leaf = |at: u32| LineLeaf {
            class: "narrative",
            digest: EntryId::default(),
            of: None,
            open: (open >> at & 1 == 1).then_some("{}"),
            value: None,
        };
        Line {
            text: "",
            entry: "",
            id: EntryId(id),
            after: Vec::new(),
            at: Moment::MIN,
            by: DeskId([0; 16]),
            data: "{}",
            kind: "case.noted",
            n: 1,
            seq: 1,
            stream: id_of,
            who: id_of,
            world: None,
            must_understand: false,
            unknown_fields: false,
            leaves: (0..3).map(leaf).collect(),
        }
    }

    /// As one table of all ids would tell it, whatever comes after whatever.
    #[test]
    fn what_a_line_brings_is_what_one_table_of_all_ids_says() {
        let mut seed = 11u64;
        let mut roll = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..40 {
            let lies_here = line(1, 0, 0b001);
            let index = SegmentIndex {
                streams: vec![lies_here.stream],
                ids: vec![(lies_here.id, 0b001)],
            };
            let mut seen = Seen::here(&index);
            let mut table = HashMap::from([(lies_here.id, 0b001)]);
            let mut streams = vec![lies_here.stream];
            let mut brought = [0; 3];
            for _ in 0..30 {
                // A piece of a stream: mostly short, now and then longer than what is sought in.
                let stream = roll(6) as u8 + 1;
                let long = roll(8) == 0;
                for at in 0..if long { 2 * SOUGHT as u64 } else { 1 + roll(6) } {
                    let entry = if long { at } else { roll(9) };
                    let line = line(stream, entry as u8, roll(8) as u32);
                    let open = open_leaves(&line);
                    let expected = match table.get_mut(&line.id) {
                        None => Brings::Entry,
                        Some(known) if open & !*known == 0 => Brings::Nothing,
                        Some(_) => Brings::Leaves,
                    };
                    *table.entry(line.id).or_default() |= open;
                    let fresh = !streams.contains(&line.stream);
                    assert_eq!(seen.take(&line, || fresh), expected);
                    streams.push(line.stream);
                    brought[expected as usize] += 1;
                }
            }
            assert!(brought.iter().all(|count| *count > 0), "{brought:?}");
        }
    }
}
