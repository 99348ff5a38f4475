//! Reading many streams at once: a segment is unpacked once, whichever of them lie in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{EntryId, StreamId};
use crate::record::{Line, line};
use crate::store::Store;

use super::protocol::Trouble;
use super::run::{Engine, Machine, read_all};

impl<S: Store, M: Machine> Engine<S, M> {
    /// Hands the lines of each of these streams to `each`, every entry once, with all the leaves that are here. One
    /// segment at most is in memory beside what `each` keeps.
    pub(super) async fn each_stream(
        &mut self,
        mut wanted: BTreeSet<StreamId>,
        mut each: impl FnMut(&mut Self, StreamId, &[Line<'_>]),
    ) -> Result<(), Trouble> {
        for stream in self.scattered(&wanted).await? {
            wanted.remove(&stream);
            let texts = self.lines(&stream).await?;
            each(self, stream, &read_all(&texts));
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
            for text in bytes.split(|b| *b == b'\n').filter(|text| !text.is_empty()) {
                let Ok(line) = line::read(text) else { continue };
                if wanted.contains(&line.stream) {
                    streams.entry(line.stream).or_default().push(line);
                }
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
