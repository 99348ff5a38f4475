//! What on disk cannot be read: lines of the tail that don't verify; entries of segments that were changed, cut short
//! or are gone. It is counted and said, and never dropped: a line of the tail stays in its place, where it could still
//! be mended.
//!
//! Nothing is read to find it out: it is noticed where lines are read anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::domain::id::{EntryId, StreamId};
use crate::record::{Line, line};
use crate::store::{SegmentIndex, Store, StoreTrouble, TailLine};

use super::protocol::Trouble;
use super::run::{Engine, Machine};
use super::streams::lines_in;

/// What is known to be damaged.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// Lines of the tail, by their places.
    pub tail: BTreeMap<u64, String>,
    /// What is lost of segments, by their keys.
    segments: BTreeMap<u32, Lost>,
    /// Segments of which something was lost when the views were kept.
    pub suspected: BTreeSet<u32>,
    /// Segments that were read to their ends.
    pub read: BTreeSet<u32>,
    /// Streams that stand in a segment and not in its index.
    pub unlisted: BTreeSet<StreamId>,
    /// The views were folded before something was found lost, and may hold it still.
    pub views_are_older: bool,
    /// How much of it stands elsewhere and can be read there.
    elsewhere: u64,
    /// The streams that lines of the tail name which can be read nowhere.
    pub named: BTreeSet<StreamId>,
    /// The count that the pages were told last.
    told: u64,
}

/// Entries of a segment that cannot be read there.
#[derive(Debug, Default)]
struct Lost {
    count: u64,
    /// As the index named them, where it did.
    ids: Vec<(EntryId, u32)>,
}

impl Damage {
    /// Nothing is known yet of what is read anew; the pages know what they were told.
    pub fn anew(&self) -> Self {
        Self {
            told: self.told,
            ..Self::default()
        }
    }

    /// How many entries cannot be read anywhere.
    pub fn count(&self) -> u64 {
        (self.tail.len() as u64 + self.in_segments()).saturating_sub(self.elsewhere)
    }

    /// The last place of the tail in which something is damaged.
    pub fn last_place(&self) -> u64 {
        self.tail.last_key_value().map_or(0, |(place, _)| *place)
    }

    /// Whether what is damaged explains that entries of a stream are missing: those that others of it come after, and
    /// that are not among these.
    pub fn explains(&self, stream: StreamId, lines: &[Line<'_>]) -> bool {
        if self.count() == 0 {
            return false;
        }
        if self.named.contains(&stream) {
            return true;
        }
        let here: BTreeSet<EntryId> = lines.iter().map(|line| line.id).collect();
        let after = lines.iter().flat_map(|line| &line.after);
        let missing: BTreeSet<EntryId> = after.filter(|id| !here.contains(id)).copied().collect();
        // Where nobody knows any more which entries were lost, these may be among them.
        let in_segment = |lost: &Lost| {
            lost.count > lost.ids.len() as u64
                || lost.ids.iter().any(|(id, _)| missing.contains(id))
        };
        let in_tail = |text: &String| ids_of(text).any(|id| missing.contains(&id));
        !missing.is_empty()
            && (self.tail.values().any(in_tail) || self.segments.values().any(in_segment))
    }

    /// How many entries cannot be read in their segments.
    pub fn in_segments(&self) -> u64 {
        self.segments.values().map(|lost| lost.count).sum()
    }

    /// The segments of which something is lost.
    pub fn keys(&self) -> Vec<u32> {
        self.segments.keys().copied().collect()
    }

    pub fn holds(&self, key: u32) -> bool {
        self.segments.contains_key(&key)
    }

    /// The tail up to a place, in stretches between the damaged lines: those stay.
    pub fn sparing(&self, last: u64) -> Vec<RangeInclusive<u64>> {
        let mut stretches = Vec::new();
        let mut from = 0;
        for place in self.tail.range(..=last).map(|(place, _)| *place) {
            if from < place {
                stretches.push(from..=place - 1);
            }
            from = place + 1;
        }
        if from <= last {
            stretches.push(from..=last);
        }
        stretches
    }

    /// What is known of a segment now that it was read as `found`, where its index was as `index`. Gives whether that is
    /// new.
    fn learn(
        &mut self,
        key: u32,
        entries: u32,
        index: &SegmentIndex,
        found: &SegmentIndex,
    ) -> bool {
        self.read.insert(key);
        let count = u64::from(entries).abs_diff(found.ids.len() as u64);
        if index == found && (count == 0 || self.holds(key)) {
            if count == 0 {
                self.segments.remove(&key);
            }
            return false;
        }
        let here = |ids: &[(EntryId, u32)], one: &(EntryId, u32)| ids.binary_search(one).is_ok();
        let mut ids = self.segments.remove(&key).unwrap_or_default().ids;
        ids.extend_from_slice(&index.ids);
        ids.retain(|one| !here(&found.ids, one));
        if count > 0 {
            self.views_are_older = true;
            self.segments.insert(key, Lost { count, ids });
        }
        let listed = |stream: &&StreamId| index.streams.contains(stream);
        self.unlisted
            .extend(found.streams.iter().filter(|stream| !listed(stream)));
        true
    }

    /// Looks up how much of what is damaged can be read elsewhere: a backup or a bundle brought it.
    fn weigh(&mut self, indexes: &[(u32, SegmentIndex)]) {
        let stands = |id: EntryId, fits: &dyn Fn(u32) -> bool| {
            indexes
                .iter()
                .any(|(_, index)| index.copies(id).iter().any(|(_, open)| fits(*open)))
        };
        let whole = |text: &&String| {
            let leaves = hanging(text);
            let fits = move |open: u32| open.count_ones() >= leaves;
            ids_of(text).any(|id| stands(id, &fits))
        };
        let in_tail = self.tail.values().filter(whole).count() as u64;
        let lost = self.tail.values().filter(|text| !whole(text));
        self.named = lost.filter_map(|text| stream_of(text)).collect();
        let in_segments = self.segments.values().map(|lost| {
            let covers = |one: &&(EntryId, u32)| stands(one.0, &|open| open & one.1 == one.1);
            lost.count
                .min(lost.ids.iter().filter(covers).count() as u64)
        });
        self.elsewhere = in_tail + in_segments.sum::<u64>();
    }
}

/// The stream that a damaged line names; none where that was damaged.
fn stream_of(text: &str) -> Option<StreamId> {
    const STREAM: &str = ",\"stream\":\"";
    let (_, rest) = text.split_once(STREAM)?;
    StreamId::parse(rest.split('"').next()?).ok()
}

/// What the id of a damaged line may have been: what it says, and what its entry gives. The one is right where the
/// other was changed, and both where a leaf was.
fn ids_of(text: &str) -> impl Iterator<Item = EntryId> + '_ {
    const ENTRY: &str = "{\"entry\":";
    const ID: &str = ",\"id\":\"";
    text.match_indices(ID).flat_map(move |(at, _)| {
        let said = text[at + ID.len()..].split('"').next();
        let said = said.and_then(|id| EntryId::parse(id).ok());
        let entry = text.get(ENTRY.len()..at);
        said.into_iter()
            .chain(entry.map(|entry| line::digest(entry.as_bytes())))
    })
}

/// How many leaves hang at a damaged line. Within a text the quotes would be escaped.
fn hanging(text: &str) -> u32 {
    let leaves = text
        .matches("{\"salt\":\"")
        .take(crate::store::segment::TOLD_APART);
    u32::try_from(leaves.count()).unwrap_or(u32::MAX)
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Puts lines into the tail, and those that don't verify apart; gives the streams of the others.
    pub(super) fn sift(&mut self, lines: Vec<TailLine>) -> BTreeSet<StreamId> {
        let mut streams = BTreeSet::new();
        for (place, text) in lines {
            match line::read(text.as_bytes()).map(|line| line.stream) {
                Ok(stream) => {
                    streams.insert(stream);
                    self.tail.push((place, text));
                }
                Err(_) => drop(self.damage.tail.insert(place, text)),
            }
        }
        streams
    }

    /// The lines of a segment; none where it cannot be unpacked or is gone.
    pub(super) async fn readable(&self, key: u32) -> Result<Option<Vec<u8>>, Trouble> {
        match self.segment(key).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(StoreTrouble::Damaged(_)) => {
                // Another tab may have put others in force, and dropped this one.
                let in_force = self.store.manifest().await?.version;
                match in_force {
                    version if version == self.manifest.version => Ok(None),
                    // None ever was in force: all is gone.
                    0 => Err(Trouble::Cleared),
                    _ => Err(StoreTrouble::Stale.into()),
                }
            }
            Err(trouble) => Err(trouble.into()),
        }
    }

    /// The lines of a segment, as far as it can be read; where it cannot, that is noted.
    pub(super) async fn whole(&mut self, key: u32) -> Result<Vec<u8>, Trouble> {
        if let Some(bytes) = self.readable(key).await? {
            return Ok(bytes);
        }
        self.load_indexes().await?;
        self.put_found(key, SegmentIndex::default());
        Ok(Vec::new())
    }

    /// Reads a segment to its end, to know what can be read of it. The indexes are loaded.
    pub(super) async fn examine(&mut self, key: u32) -> Result<(), Trouble> {
        let bytes = self.readable(key).await?.unwrap_or_default();
        let mut found = SegmentIndex::default();
        lines_in(&bytes).for_each(|line| found.add(&line));
        self.put_found(key, found);
        Ok(())
    }

    /// Notes what was found in a segment that was read to its end. From now on the index says that: what is lost may
    /// come again, and what it did not list is found.
    pub(super) fn put_found(&mut self, key: u32, mut found: SegmentIndex) {
        found.settle();
        let segments = &self.manifest.segments;
        let info = segments.iter().find(|segment| segment.key == key);
        let indexes = self.indexes.iter_mut().flatten();
        let index = indexes.into_iter().find(|(other, _)| *other == key);
        if let (Some(info), Some((_, index))) = (info, index)
            && self.damage.learn(key, info.entries, index, &found)
        {
            *index = found;
            self.views_to_keep = true;
        }
    }

    /// Looks up how much of what is damaged can be read elsewhere, and tells the pages when the count is another.
    pub(super) async fn weigh_damage(&mut self) -> Result<(), Trouble> {
        let damage = &self.damage;
        if !damage.tail.is_empty() || damage.in_segments() > 0 || !damage.suspected.is_empty() {
            self.load_indexes().await?;
            let in_force: BTreeSet<u32> = self.manifest.segments.iter().map(|s| s.key).collect();
            self.damage.segments.retain(|key, _| in_force.contains(key));
            self.damage
                .weigh(self.indexes.as_deref().unwrap_or_default());
        } else {
            self.damage.elsewhere = 0;
            self.damage.named.clear();
        }
        let count = self.damage.count();
        if std::mem::replace(&mut self.damage.told, count) != count {
            self.machine.changed();
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn damaged_lines_of_the_tail_are_spared() {
        let with = |places: &[u64]| Damage {
            tail: places.iter().map(|place| (*place, String::new())).collect(),
            ..Damage::default()
        };
        assert_eq!(with(&[]).sparing(9), [0..=9]);
        assert_eq!(with(&[4, 12]).sparing(9), [0..=3, 5..=9]);
        assert_eq!(with(&[0, 1, 9]).sparing(9), [2..=8]);
        assert_eq!(with(&[1]).sparing(1), [0..=0]);
    }

    #[test]
    fn the_id_of_a_damaged_line_is_found_whichever_part_was_changed() {
        let lines = include_str!("../../tests/fixtures/record/entries.jsonl");
        let text = lines
            .lines()
            .find(|text| hanging(text) > 0 && line::read(text.as_bytes()).is_ok());
        let text = text.unwrap();
        let id = line::read(text.as_bytes()).unwrap().id;
        let id_at = text.find(",\"id\":\"").unwrap();
        for at in [12, id_at + 10, text.len() - 8] {
            let mut changed = text.as_bytes().to_vec();
            changed[at] = if changed[at] == b'Q' { b'g' } else { b'Q' };
            let changed = String::from_utf8_lossy(&changed).into_owned();
            assert!(line::read(changed.as_bytes()).is_err());
            assert!(ids_of(&changed).any(|found| found == id), "{changed}");
            assert_eq!(hanging(&changed), hanging(text));
        }
        assert_eq!(
            stream_of(text),
            Some(line::read(text.as_bytes()).unwrap().stream)
        );
        assert_eq!(stream_of(&text[..id_at / 4]), None);
        assert_eq!(ids_of("").count() + ids_of(",\"id\":\"").count(), 0);
    }
}
