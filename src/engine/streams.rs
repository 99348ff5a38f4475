//! Reading streams: a few by their names, many at once by the segments in which they lie.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{EntryId, StreamId};
use crate::record::compose::fuller;
use crate::record::{Line, line};
use crate::store::{SegmentIndex, Store};

use super::protocol::Trouble;
use super::run::{Engine, Machine};

/// So many streams are sought by their names, faster than every line of a segment is read.
const FEW: usize = 8;

/// So many bytes of streams that lie about are held at once.
const AT_ONCE: usize = 32 << 20;

/// The lines of a segment as they lie.
pub(super) fn texts_in(segment: &[u8]) -> impl Iterator<Item = &[u8]> {
    let texts = segment.split(|b| *b == b'\n');
    texts.filter(|text| !text.is_empty())
}

/// The lines of a segment that can be read. Whoever reads all of them says what was found ([`Engine::put_found`]), so
/// that it is known what is lost.
pub(super) fn lines_in(segment: &[u8]) -> impl Iterator<Item = Line<'_>> {
    texts_in(segment).filter_map(|text| line::read(text).ok())
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// The lines of a stream, each entry once, with all the leaves that are here.
    pub(super) async fn lines(&mut self, stream: &StreamId) -> Result<Vec<String>, Trouble> {
        let mut texts = Vec::new();
        let mut doubtful = Vec::new();
        let keys = self.segments_of(stream).await?;
        for key in keys.iter().copied() {
            // Whoever looks into a case does so again: to act in it, and to see what came of it.
            let segment = match self.looked_into.take() {
                Some((last, segment)) if last == key => segment,
                _ => self.whole(key).await?,
            };
            let before = texts.len();
            collect_stream(&segment, stream, &mut texts);
            if texts.len() == before {
                doubtful.push(key);
            }
            self.looked_into = Some((key, segment));
        }
        let needle = needle(stream);
        texts.extend(
            self.tail
                .iter()
                .filter(|(_, text)| text.contains(&needle))
                .map(|(_, text)| text.clone()),
        );
        let (texts, all) = readable(texts);
        if !all {
            doubtful = keys;
        }
        doubtful.retain(|key| !self.damage.holds(*key));
        if !doubtful.is_empty() {
            for key in doubtful {
                self.examine(key).await?;
            }
            self.weigh_damage().await?;
        }
        Ok(texts)
    }

    async fn segments_of(&mut self, stream: &StreamId) -> Result<Vec<u32>, Trouble> {
        if self.manifest.segments.is_empty() {
            return Ok(Vec::new());
        }
        let indexes = self.load_indexes().await?;
        Ok(indexes
            .iter()
            .filter(|(_, index)| index.streams.binary_search(stream).is_ok())
            .map(|(key, _)| *key)
            .collect())
    }

    pub(super) async fn load_indexes(&mut self) -> Result<&[(u32, SegmentIndex)], Trouble> {
        if self.indexes.is_none() {
            let segments = &self.manifest.segments;
            let keys: Vec<u32> = segments.iter().map(|segment| segment.key).collect();
            let indexes = self.store.indexes(&keys).await?;
            let indexes: Vec<(u32, SegmentIndex)> = keys.into_iter().zip(indexes).collect();
            let mut doubtful = std::mem::take(&mut self.damage.suspected);
            // Streams out of their order would be sought in vain.
            let odd = segments.iter().zip(&indexes).filter(|(info, (_, index))| {
                index.ids.len() != info.entries as usize || !index.streams.is_sorted()
            });
            doubtful.extend(odd.map(|(info, _)| info.key));
            self.indexes = Some(indexes);
            for key in doubtful {
                self.examine(key).await?;
            }
        }
        Ok(self.indexes.as_deref().unwrap_or_default())
    }

    /// Hands the lines of each of these streams to `each`, every entry once, with all the leaves that are here. One
    /// segment at most is in memory beside what `each` keeps, and [`AT_ONCE`] of what is scattered.
    pub(super) async fn each_stream(
        &mut self,
        mut wanted: BTreeSet<StreamId>,
        mut each: impl FnMut(&mut Self, StreamId, &[Line<'_>]),
    ) -> Result<(), Trouble> {
        let scattered = match wanted.len() {
            ..=FEW => std::mem::take(&mut wanted),
            _ => self.scattered(&wanted).await?,
        };
        wanted.retain(|stream| !scattered.contains(stream));
        if scattered.len() > FEW {
            self.gather(scattered, AT_ONCE, &mut each).await?;
        } else {
            for stream in scattered {
                let texts = self.lines(&stream).await?;
                if !texts.is_empty() {
                    each(self, stream, &read_all(&texts));
                }
            }
        }
        if wanted.is_empty() {
            return Ok(());
        }
        let mut holding: Vec<u32> = Vec::new();
        for (key, index) in self.load_indexes().await? {
            if index.streams.iter().any(|stream| wanted.contains(stream)) {
                holding.push(*key);
            }
        }
        for key in holding {
            let bytes = self.whole(key).await?;
            let mut found = SegmentIndex::default();
            let mut streams: BTreeMap<StreamId, Vec<Line<'_>>> = BTreeMap::new();
            for line in lines_in(&bytes) {
                found.add(&line);
                if wanted.contains(&line.stream) {
                    streams.entry(line.stream).or_default().push(line);
                }
            }
            self.put_found(key, found);
            for (stream, lines) in streams {
                let ids: BTreeSet<EntryId> = lines.iter().map(|line| line.id).collect();
                if ids.len() == lines.len() {
                    each(self, stream, &lines);
                } else {
                    let texts = lines.iter().map(|line| line.text.to_owned()).collect();
                    each(self, stream, &read_all(&united(texts)));
                }
            }
        }
        Ok(())
    }

    /// As [`Engine::each_stream`], of many streams each of which lies in several places, as a desk wrote them: all
    /// segments are gone through for as many of them as there is room for at once, again for the rest.
    async fn gather(
        &mut self,
        scattered: BTreeSet<StreamId>,
        at_once: usize,
        each: &mut impl FnMut(&mut Self, StreamId, &[Line<'_>]),
    ) -> Result<(), Trouble> {
        let mut rest = scattered;
        while !rest.is_empty() {
            let mut gathered = Gathered {
                wanted: std::mem::take(&mut rest),
                texts: BTreeMap::new(),
                met: BTreeSet::new(),
                held: 0,
                at_once,
            };
            for (_, text) in &self.tail {
                rest.append(&mut gathered.take(text.as_bytes()));
            }
            let mut holding: Vec<(u32, Vec<StreamId>)> = Vec::new();
            for (key, index) in self.load_indexes().await? {
                let here = index.streams.iter().copied();
                let here: Vec<StreamId> =
                    here.filter(|one| gathered.wanted.contains(one)).collect();
                if !here.is_empty() {
                    holding.push((*key, here));
                }
            }
            let mut doubtful = Vec::new();
            for (walked, (key, here)) in (1u64..).zip(&holding) {
                // Nothing here can be stopped: what it is for stands already.
                self.machine.progress(walked, holding.len() as u64);
                self.machine.breathe().await;
                let bytes = self.whole(*key).await?;
                gathered.met.clear();
                for text in texts_in(&bytes) {
                    rest.append(&mut gathered.take(text));
                }
                let lacks =
                    |one: &StreamId| gathered.wanted.contains(one) && !gathered.met.contains(one);
                if here.iter().any(lacks) {
                    doubtful.push(*key);
                }
            }
            for stream in gathered.wanted {
                let texts = gathered.texts.remove(&stream).unwrap_or_default();
                let (texts, all) = readable(texts);
                if !all {
                    doubtful.extend(holding.iter().map(|(key, _)| *key));
                }
                if !texts.is_empty() {
                    each(self, stream, &read_all(&texts));
                }
            }
            doubtful.sort_unstable();
            doubtful.dedup();
            doubtful.retain(|key| !self.damage.holds(*key));
            if !doubtful.is_empty() {
                for key in doubtful {
                    self.examine(key).await?;
                }
                self.weigh_damage().await?;
            }
        }
        Ok(())
    }

    /// Those that lie in more than one segment, or in the tail.
    async fn scattered(
        &mut self,
        wanted: &BTreeSet<StreamId>,
    ) -> Result<BTreeSet<StreamId>, Trouble> {
        let in_tail = self.tail.iter().filter_map(|(_, text)| {
            let line = line::read(text.as_bytes()).ok()?;
            Some(line.stream).filter(|stream| wanted.contains(stream))
        });
        let mut scattered: BTreeSet<StreamId> = in_tail.collect();
        let mut seen: BTreeSet<StreamId> = BTreeSet::new();
        for (_, index) in self.load_indexes().await? {
            let here = index
                .streams
                .iter()
                .filter(|stream| wanted.contains(*stream));
            scattered.extend(here.filter(|stream| !seen.insert(**stream)));
        }
        Ok(scattered)
    }
}

/// Lines of many streams that lie about, as far as there is room.
struct Gathered {
    wanted: BTreeSet<StreamId>,
    texts: BTreeMap<StreamId, Vec<String>>,
    /// Those of which a line was taken since this was emptied.
    met: BTreeSet<StreamId>,
    held: usize,
    at_once: usize,
}

impl Gathered {
    /// Takes a line that is of a wanted stream, or quotes it; gives those that are not wanted any more, for there is no
    /// room for all.
    fn take(&mut self, text: &[u8]) -> BTreeSet<StreamId> {
        for at in memchr::memmem::find_iter(text, STREAM.as_bytes()) {
            let begins = &text[at + STREAM.len()..];
            let ends = memchr::memchr(b'"', begins).unwrap_or_default();
            let stream = std::str::from_utf8(&begins[..ends]);
            let stream = stream.ok().and_then(|stream| StreamId::parse(stream).ok());
            if let Some(stream) = stream.filter(|stream| self.wanted.contains(stream)) {
                let texts = self.texts.entry(stream).or_default();
                texts.push(String::from_utf8_lossy(text).into_owned());
                self.held += text.len();
                self.met.insert(stream);
            }
        }
        match self.held > self.at_once && self.wanted.len() > 1 {
            true => self.leave_half(),
            false => BTreeSet::new(),
        }
    }

    fn leave_half(&mut self) -> BTreeSet<StreamId> {
        let Some(middle) = self.wanted.iter().nth(self.wanted.len() / 2).copied() else {
            return BTreeSet::new();
        };
        for text in self.texts.split_off(&middle).into_values().flatten() {
            self.held -= text.len();
        }
        self.wanted.split_off(&middle)
    }
}

/// What stands before the stream in a line.
const STREAM: &str = "\"stream\":\"";

/// What stands in each line of a stream, and in what quotes it.
pub(super) fn needle(stream: &StreamId) -> String {
    format!("{STREAM}{stream}\"")
}

/// Adds the lines of one stream in a segment.
fn collect_stream(segment: &[u8], stream: &StreamId, texts: &mut Vec<String>) {
    let needle = needle(stream);
    let finder = memchr::memmem::Finder::new(needle.as_bytes());
    let mut from = 0;
    while let Some(at) = finder.find(&segment[from..]) {
        let at = from + at;
        let start = memchr::memrchr(b'\n', &segment[..at]).map_or(0, |i| i + 1);
        let end = memchr::memchr(b'\n', &segment[at..]).map_or(segment.len(), |i| at + i);
        texts.push(String::from_utf8_lossy(&segment[start..end]).into_owned());
        from = end;
    }
}

/// Each entry once, with the leaves of every copy. A line that quotes the stream in a text but is
/// not of it was read too far: its own stream tells.
pub(super) fn united(texts: Vec<String>) -> Vec<String> {
    readable(texts).0
}

/// [`united`], and whether all of them could be read.
fn readable(texts: Vec<String>) -> (Vec<String>, bool) {
    let mut all = true;
    let mut by_id: BTreeMap<EntryId, String> = BTreeMap::new();
    for text in texts {
        let Ok(line) = line::read(text.as_bytes()) else {
            all = false;
            continue;
        };
        let merged = match by_id.get(&line.id) {
            None => None,
            Some(known) if *known == text => continue,
            Some(known) => line::read(known.as_bytes())
                .ok()
                .map(|known| fuller(&known, &line)),
        };
        let id = line.id;
        by_id.insert(id, merged.unwrap_or(text));
    }
    (by_id.into_values().collect(), all)
}

/// The lines of these texts that can be read.
pub(super) fn read_all(texts: &[String]) -> Vec<Line<'_>> {
    texts
        .iter()
        .filter_map(|text| line::read(text.as_bytes()).ok())
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::id::StreamKind;

    #[test]
    fn what_there_is_no_room_for_is_left_for_another_time() {
        let streams: Vec<StreamId> = (0..8u8)
            .map(|n| StreamId::new(StreamKind::CASE, [n; 16]))
            .collect();
        let line = |stream: &StreamId| format!("{{\"entry\":{{\"stream\":\"{stream}\"}}}}");
        let long = line(&streams[0]).len();
        let mut gathered = Gathered {
            wanted: streams.iter().copied().collect(),
            texts: BTreeMap::new(),
            met: BTreeSet::new(),
            held: 0,
            at_once: 5 * long,
        };
        let mut rest = BTreeSet::new();
        for _ in 0..2 {
            for stream in &streams {
                rest.append(&mut gathered.take(line(stream).as_bytes()));
            }
        }
        // Two lines each of two: of four there would be eight.
        let kept: BTreeSet<StreamId> = streams[..2].iter().copied().collect();
        assert_eq!(gathered.wanted, kept);
        assert_eq!(rest, streams[2..].iter().copied().collect());
        assert!(gathered.texts.keys().copied().eq(kept));
        assert!(gathered.texts.values().all(|texts| texts.len() == 2));
        assert_eq!(gathered.held, 4 * long);
        // One that is greater than all the room is taken alone.
        gathered.at_once = 1;
        rest.append(&mut gathered.take(line(&streams[0]).as_bytes()));
        assert_eq!((gathered.wanted.len(), rest.len()), (1, 7));
    }
}
