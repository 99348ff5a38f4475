//! What a bundle's foot says of what stands before it: how many entries, and the digest of which.

use crate::domain::id::{DeskId, EntryId};

use super::{BadFileProblem, Foot};

/// What goes into the digest, in the file's order: the head's line, then each entry's id and a byte for each of
/// its leaves, 1 where it is open.
#[derive(Debug, Default)]
pub struct Counted {
    pub lines: u64,
    pub bytes: Vec<u8>,
}

impl Counted {
    /// The head, as its line lies.
    pub fn head(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
    }

    /// An entry, and which of its leaves are open.
    pub fn line(&mut self, id: EntryId, open: impl Iterator<Item = bool>) {
        self.lines += 1;
        self.bytes.extend_from_slice(&id.0);
        self.bytes.extend(open.map(u8::from));
    }
}

/// What was counted so far.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub lines: u64,
    hasher: blake3::Hasher,
}

impl Tally {
    /// Takes in what was counted next, and empties it.
    pub fn take(&mut self, counted: &mut Counted) {
        self.lines += std::mem::take(&mut counted.lines);
        self.hasher.update(&counted.bytes);
        counted.bytes.clear();
    }

    /// What a backup holds beside the entries is covered as it is.
    pub fn backup(&mut self, backup: &str) {
        self.hasher.update(b"backup");
        self.hasher
            .update(blake3::hash(backup.as_bytes()).as_bytes());
    }

    /// The digest that stands in the foot.
    #[must_use]
    pub fn digest(&self) -> EntryId {
        let mut id = [0u8; 20];
        id.copy_from_slice(&self.hasher.finalize().as_bytes()[..20]);
        EntryId(id)
    }

    /// Compares a foot with what came before it; `desk` is whom the head names.
    pub fn check(&mut self, foot: &Foot, desk: DeskId) -> Result<(), BadFileProblem> {
        if foot.count != self.lines {
            return Err(BadFileProblem::CountDiffers);
        }
        if let Some(backup) = &foot.backup {
            self.backup(backup);
        }
        if foot.digest != self.digest() {
            return Err(BadFileProblem::DigestDiffers);
        }
        let signed = |signature: &super::Signature| signature.is_of(desk, &foot.digest);
        if !foot.signature.as_ref().is_none_or(signed) {
            return Err(BadFileProblem::SignatureDiffers);
        }
        Ok(())
    }
}
