//! Reading streams: a few by their names, many at once by the segments in which they lie.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{EntryId, StreamId};
use crate::record::{Line, line};
use crate::store::Store;

use super::protocol::Trouble;
use super::run::{Engine, Machine, read_all};

/// So many streams are sought by their names, faster than every line of a segment is read.
const FEW: usize = 8;

/// The lines of a segment.
pub(super) fn lines_in(segment: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let texts = segment
        .split(|b| *b == b'\n')
        .filter(|text| !text.is_empty());
    texts.filter_map(|text| line::read(text).ok())
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Hands the lines of each of these streams to `each`, every entry once, with all the leaves that are here. One
    /// segment at most is in memory beside what `each` keeps.
    pub(super) async fn each_stream(
        &mut self,
        mut wanted: BTreeSet<StreamId>,
        mut each: impl FnMut(&mut Self, StreamId, &[Line<'_>]),
    ) -> Result<(), Trouble> {
        let by_name = match wanted.len() {
            ..=FEW => wanted.clone(),
            _ => self.scattered(&wanted).await?,
        };
        for stream in by_name {
            wanted.remove(&stream);
            let texts = self.lines(&stream).await?;
            if !texts.is_empty() {
                each(self, stream, &read_all(&texts));
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
            let bytes = self.segment(key).await?;
            let mut streams: BTreeMap<StreamId, Vec<Line<'_>>> = BTreeMap::new();
            for line in lines_in(&bytes).filter(|line| wanted.contains(&line.stream)) {
                streams.entry(line.stream).or_default().push(line);
            }
            for (stream, lines) in streams {
                let ids: BTreeSet<EntryId> = lines.iter().map(|line| line.id).collect();
                if ids.len() == lines.len() {
                    each(self, stream, &lines);
                } else {
                    let texts = lines.iter().map(|line| line.text.to_owned()).collect();
                    each(self, stream, &read_all(&super::run::united(texts)));
                }
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
