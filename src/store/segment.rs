//! Segments: about two mebibytes of lines each, and what is in them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::domain::id::{EntryId, StreamId};
use crate::record::Line;

use super::StoreTrouble;

/// Lines are put into one segment until it has so many bytes.
pub const SEGMENT_BYTES: usize = 2 << 20;

/// Which segments are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// One more with every change: 0 where nothing was ever put in force.
    pub version: u64,
    pub segments: Vec<SegmentInfo>,
    /// Of the lines in them, how many are fuller copies of an entry that lay here already: it is one entry all the same.
    #[serde(default)]
    pub copies: u64,
}

/// A segment in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentInfo {
    pub key: u32,
    pub entries: u32,
    pub bytes: u32,
}

/// What is in a segment: enough to find a stream and to tell known entries from new ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentIndex {
    /// Streams, sorted, as they are written in entries.
    pub streams: Vec<StreamId>,
    /// Ids, sorted, each with a bit for each of its first 32 leaves that is open.
    pub ids: Vec<(EntryId, u32)>,
}

/// A segment; `L` says how its lines lie.
#[derive(Clone, Debug, Default)]
pub struct Segment<L> {
    pub entries: u32,
    /// Of the lines, not packed.
    pub bytes: u32,
    pub lines: L,
    /// As [`SegmentIndex::to_bytes`] writes it.
    pub index: Vec<u8>,
}

/// As it lies on disk.
pub type Packed = Segment<PackedLines>;
/// Not packed yet: what is shown first and saved later is not made to wait for that.
pub type Loose = Segment<LooseLines>;

/// Lines packed with lz4.
#[derive(Clone, Debug, Default)]
pub struct PackedLines(pub SegmentBytes);

/// Lines as they came, each ended by a line break.
#[derive(Clone, Debug, Default)]
pub struct LooseLines(pub SegmentBytes);

/// Bytes of a segment, wherever they lie.
#[derive(Clone, Debug)]
pub enum SegmentBytes {
    Here(Vec<u8>),
    /// From another worker and in the browser's hands: on their way to the disk they are copied neither into
    /// this wasm nor out of it.
    #[cfg(target_arch = "wasm32")]
    Beside(super::indexed_db::Held),
}

impl Default for SegmentBytes {
    fn default() -> Self {
        Self::Here(Vec::new())
    }
}

impl SegmentBytes {
    /// The bytes in this wasm.
    #[must_use]
    pub fn here(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Here(bytes) => bytes.into(),
            #[cfg(target_arch = "wasm32")]
            Self::Beside(bytes) => bytes.copied().into(),
        }
    }
}

impl<L> Segment<L> {
    /// As the manifest names it.
    #[must_use]
    pub fn info(&self, key: u32) -> SegmentInfo {
        SegmentInfo {
            key,
            entries: self.entries,
            bytes: self.bytes,
        }
    }

    /// What is in it.
    #[must_use]
    pub fn index(&self) -> SegmentIndex {
        SegmentIndex::from_bytes(&self.index)
    }
}

impl Loose {
    /// As it lies on disk.
    #[must_use]
    pub fn packed(&self) -> Packed {
        Packed {
            entries: self.entries,
            bytes: self.bytes,
            lines: PackedLines(SegmentBytes::Here(pack(&self.lines.0.here()))),
            index: self.index.clone(),
        }
    }
}

impl Packed {
    /// The lines, unpacked: see [`unpack`].
    pub fn unpack(&self) -> Result<Vec<u8>, StoreTrouble> {
        unpack(&self.lines.0.here())
    }
}

/// A byte of lz4 stands for no more than so many.
const MOST_PACKED: usize = 255;

/// Packs with lz4.
#[must_use]
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    lz4_flex::compress_prepend_size(bytes)
}

/// Reads [`pack`]: of a segment its lines as they came, each ended by a line break.
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, StoreTrouble> {
    let damaged = |why: &dyn std::fmt::Display| StoreTrouble::Damaged(format!("a segment: {why}"));
    let (size, _) = lz4_flex::block::uncompressed_size(packed).map_err(|why| damaged(&why))?;
    if size / MOST_PACKED > packed.len() {
        // Nothing can be packed so small: a damaged length is not to take all memory.
        return Err(damaged(&"its length"));
    }
    lz4_flex::decompress_size_prepended(packed).map_err(|why| damaged(&why))
}

/// So many leaves of an entry are told apart, a bit each.
pub const TOLD_APART: usize = u32::BITS as usize;

/// The leaves of a line that are open, a bit each.
#[must_use]
pub fn open_leaves(line: &Line<'_>) -> u32 {
    line.leaves
        .iter()
        .take(TOLD_APART)
        .enumerate()
        .filter(|(_, leaf)| leaf.open.is_some())
        .fold(0, |bits, (i, _)| bits | 1 << i)
}

/// Collects lines until a segment is full.
#[derive(Clone, Debug, Default)]
pub struct SegmentBuilder {
    lines: Vec<u8>,
    index: SegmentIndex,
    /// Lines that cannot be read.
    unread: usize,
}

impl SegmentBuilder {
    /// Adds a line. Whoever adds looks at [`Self::is_full`] afterwards.
    pub fn add(&mut self, line: &Line<'_>) {
        self.put(line.text, line.stream, line.id, open_leaves(line));
    }

    /// Adds a line that was just written, with all its leaves: there is nothing to verify.
    pub fn add_written(&mut self, text: &str, stream: StreamId, id: EntryId, leaves: usize) {
        let open = (1u64 << leaves.min(TOLD_APART)) - 1;
        self.put(text, stream, id, open as u32);
    }

    /// Adds a line that cannot be read, as it lay: it counts as an entry, so that the index alone tells of it.
    pub fn keep(&mut self, text: &[u8]) {
        self.write(text);
        self.unread += 1;
    }

    fn put(&mut self, text: &str, stream: StreamId, id: EntryId, open: u32) {
        self.write(text.as_bytes());
        self.index.put(stream, id, open);
    }

    fn write(&mut self, text: &[u8]) {
        if self.lines.is_empty() {
            // At once, for growing copies what is there; the last line goes over it.
            self.lines.reserve(SEGMENT_BYTES + (64 << 10));
        }
        self.lines.extend_from_slice(text);
        self.lines.push(b'\n');
    }

    #[must_use]
    pub fn is_full(&self) -> bool {
        self.lines.len() >= SEGMENT_BYTES
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The segment; the builder is empty afterwards.
    pub fn finish(&mut self) -> Packed {
        self.finish_loose().packed()
    }

    /// The segment, not packed; the builder is empty afterwards.
    pub fn finish_loose(&mut self) -> Loose {
        let lines = std::mem::take(&mut self.lines);
        let mut index = std::mem::take(&mut self.index);
        let unread = std::mem::take(&mut self.unread);
        index.settle();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Loose {
            entries: count(index.ids.len() + unread),
            bytes: count(lines.len()),
            lines: LooseLines(SegmentBytes::Here(lines)),
            index: index.to_bytes(),
        }
    }
}

impl SegmentIndex {
    /// Adds a line; [`Self::settle`] comes after the last.
    pub fn add(&mut self, line: &Line<'_>) {
        self.put(line.stream, line.id, open_leaves(line));
    }

    fn put(&mut self, stream: StreamId, id: EntryId, open: u32) {
        self.ids.push((id, open));
        if self.streams.last() != Some(&stream) {
            self.streams.push(stream);
        }
    }

    /// Sorts what was added: first by what mostly tells ids apart, which is compared as one number.
    pub fn settle(&mut self) {
        let beginning = |id: &[u8]| id.first_chunk().copied().map_or(0, u64::from_be_bytes);
        self.streams
            .sort_by_cached_key(|stream| beginning(&stream.random));
        self.streams.sort_unstable();
        self.streams.dedup();
        self.ids.sort_by_cached_key(|(id, _)| beginning(&id.0));
        self.ids.sort_unstable();
    }

    /// The copies of an entry that lie in the segment.
    #[must_use]
    pub fn copies(&self, id: EntryId) -> &[(EntryId, u32)] {
        let from = self.ids.partition_point(|(other, _)| *other < id);
        let rest = &self.ids[from..];
        &rest[..rest.partition_point(|(other, _)| *other == id)]
    }

    /// The index as it lies: 32 bytes a stream, 24 an entry, after their numbers.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(8 + self.streams.len() * 40 + self.ids.len() * 24);
        bytes.extend_from_slice(&(self.streams.len() as u32).to_le_bytes());
        for stream in &self.streams {
            let kind = stream.kind.as_str().as_bytes();
            let mut padded = [0u8; 16];
            padded[..kind.len()].copy_from_slice(kind);
            bytes.extend_from_slice(&padded);
            bytes.extend_from_slice(&stream.random);
        }
        for (id, open) in &self.ids {
            bytes.extend_from_slice(&id.0);
            bytes.extend_from_slice(&open.to_le_bytes());
        }
        bytes
    }

    /// Reads [`Self::to_bytes`]. Empty where something in it cannot be read, for a part of it would hide streams: that
    /// a segment has more entries than its index tells of it.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut index = Self::default();
        let Some((count, rest)) = bytes.split_first_chunk::<4>() else {
            return index;
        };
        let streams = (u32::from_le_bytes(*count) as usize).saturating_mul(32);
        let Some((streams, ids)) = rest.split_at_checked(streams) else {
            return index;
        };
        for stream in streams.chunks_exact(32) {
            let (kind, random) = stream.split_at(16);
            let kind = String::from_utf8_lossy(kind);
            let mut id = [0u8; 16];
            id.copy_from_slice(random);
            let kind = crate::domain::id::StreamKind::parse(kind.trim_end_matches('\0'));
            let Ok(kind) = kind else {
                return Self::default();
            };
            index.streams.push(StreamId::new(kind, id));
        }
        for entry in ids.chunks_exact(24) {
            let (id, open) = entry.split_at(20);
            let mut bytes = [0u8; 20];
            bytes.copy_from_slice(id);
            let mut bits = [0u8; 4];
            bits.copy_from_slice(open);
            index.ids.push((EntryId(bytes), u32::from_le_bytes(bits)));
        }
        index
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn a_damaged_length_takes_no_memory() {
        let lines = b"a line\n".repeat(1000);
        let packed = pack(&lines);
        assert_eq!(unpack(&packed).unwrap(), lines);
        let mut damaged = packed.clone();
        damaged[3] = 0x7f;
        assert!(unpack(&damaged).is_err());
        assert!(unpack(&packed[..3]).is_err());
        assert!(unpack(&packed[..packed.len() - 1]).is_err());
    }
}
