//! Writing a bundle: head, entries one a line, foot. In pieces, so that it is never whole in memory.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};

use crate::record::Line;
use crate::record::compose::with_leaves;

use super::tally::{Counted, Tally};
use super::{Foot, Head, LeftOut, Signature};

/// Writes a bundle into `out`, which whoever holds it empties as it likes.
#[derive(Debug, Default)]
pub struct Writer {
    pub out: Vec<u8>,
    left_out: LeftOut,
    counted: Counted,
    tally: Tally,
}

impl Writer {
    /// Begins a bundle.
    #[must_use]
    pub fn new(head: &Head) -> Self {
        let mut writer = Self {
            left_out: LeftOut::of(head),
            ..Self::default()
        };
        // Plain structs with text keys: serialising them to memory cannot fail.
        let mut text = serde_json::to_string(head).unwrap_or_default();
        text.pop();
        text.push_str(",\"entries\":[");
        writer.counted.head(text.as_bytes());
        writer.out.extend_from_slice(text.as_bytes());
        writer
    }

    /// Adds an entry: without its leaves where the bundle is redacted, else without those of the classes
    /// that its head leaves out.
    pub fn line(&mut self, line: &Line<'_>) {
        if self.tally.lines > 0 {
            self.out.push(b',');
        }
        self.out.push(b'\n');
        let open: Vec<bool> = line
            .leaves
            .iter()
            .map(|leaf| leaf.open.is_some() && !self.left_out.has(leaf.class))
            .collect();
        self.counted.line(line.id, open.iter().copied());
        self.tally.take(&mut self.counted);
        let whole = line
            .leaves
            .iter()
            .zip(&open)
            .all(|(leaf, open)| leaf.open.is_some() == *open);
        if whole {
            self.out.extend_from_slice(line.text.as_bytes());
        } else {
            self.out
                .extend_from_slice(with_leaves(line, |i| open[i]).as_bytes());
        }
    }

    /// How many entries there are so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.tally.lines
    }

    /// Ends the bundle, signed where there is a key.
    pub fn finish(&mut self, key: Option<&SigningKey>, backup: Option<String>) {
        self.tally.take(&mut self.counted);
        if let Some(backup) = &backup {
            self.tally.backup(backup);
        }
        let digest = self.tally.digest();
        let signature = key.map(|key| Signature {
            key: URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()),
            signature: URL_SAFE_NO_PAD.encode(key.sign(&digest.0).to_bytes()),
        });
        let foot = Foot {
            backup,
            count: self.tally.lines,
            digest,
            signature,
        };
        let text = serde_json::to_string(&foot).unwrap_or_default();
        self.out.extend_from_slice(b"\n],");
        self.out.extend_from_slice(&text.as_bytes()[1..]);
        self.out.push(b'\n');
    }
}
