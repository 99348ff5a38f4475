//! The demonstration region comes into a workspace: shown as soon as it is told, written to disk afterwards,
//! between questions. Cut off before the end, it is told again; what somebody did in it meanwhile stays.

use crate::store::{Loose, Manifest, Note, SegmentIndex, Store, StoreTrouble};
use crate::views::network::Network;

use super::protocol::{Trouble, WorkspaceKind};
use super::reading::{End, Reads, Step, Task, unless_stopped};
use super::run::{Engine, Machine};

/// A segment that is shown and not yet on disk.
pub struct Unsaved {
    key: u32,
    segment: Loose,
}

/// Who tells a region told something else.
fn no_region() -> Trouble {
    Trouble::Store(String::from("not a region"))
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Has the region of a scenario told into this workspace, of which nothing is in force. Stopped, it stays so.
    pub async fn demonstrate(
        &mut self,
        scenario: String,
        towns: String,
        mut reads: impl Reads,
    ) -> Result<(), Trouble> {
        let task = Task::Region {
            scenario,
            towns,
            today: self.today(),
            world: self.kind.world(),
        };
        reads.begin(&task).await?;
        let mut stretches = Vec::new();
        let mut segments = Vec::new();
        let mut network = Network::default();
        let region = loop {
            match unless_stopped(&self.machine, &mut reads).await? {
                // Its index is read while the next is told: at the end everybody waits.
                Step::Loose(segment) => segments.push((segment.index(), segment)),
                Step::Stretch(sealed) => stretches.push(*sealed),
                // Not shown before all is told: until then the workspace is empty.
                Step::Network(part) => network.absorb(*part),
                Step::Came { done, of } => self.machine.progress(done, of),
                Step::Counted(_) | Step::Again => {}
                Step::Segment(_) => return Err(no_region()),
                Step::End(end) => match *end {
                    End::Region(region) => break region,
                    End::Bundle(_) | End::Share(_) => return Err(no_region()),
                },
            }
        };
        self.network.absorb(network);
        self.take_rows(stretches, region.rows);
        for (index, segment) in segments {
            self.hold(segment, index);
        }
        if let Some(desk) = region.desk
            && self.desk.is_none()
        {
            // The region's own desks have said all they say; this one goes on.
            let desk = self.renewed(desk);
            self.store.set_note(Note::Desk, &desk.text()?).await?;
            self.desk = Some(desk);
        }
        // What somebody did in it before it was cut off: the region is the same.
        let tail = std::mem::take(&mut self.tail);
        let streams = self.sift(tail);
        self.refold(streams).await?;
        self.machine.changed();
        Ok(())
    }

    /// Whether the demonstration is to be told, for the first time or once more: none of it is in force, for that
    /// comes with its last segment.
    #[must_use]
    pub fn is_to_be_told(&self) -> bool {
        self.kind == WorkspaceKind::Demonstration
            && self.manifest.version == 0
            && self.unsaved.is_empty()
    }

    /// Keeps a segment in memory until it is saved.
    fn hold(&mut self, segment: Loose, index: SegmentIndex) {
        let key = self.new_segment();
        self.manifest.segments.push(segment.info(key));
        self.indexes.get_or_insert_default().push((key, index));
        self.unsaved.push_back(Unsaved { key, segment });
    }

    /// Whether there is work that nobody waits for: to read what was kept, to write what is only shown so far, to
    /// keep the first list, to sweep what was left behind.
    #[must_use]
    pub fn has_to_go_on(&self) -> bool {
        // Nothing comes between opening and the first list.
        self.waits_with_rows().unwrap_or_else(|| {
            self.has_to_read() || self.has_to_save() || self.to_sweep || self.has_first_to_keep()
        })
    }

    /// Does a piece of it; gives whether there is more.
    pub async fn go_on(&mut self) -> Result<bool, Trouble> {
        if self.has_rows_to_read() {
            self.read_rows().await?;
        } else if self.has_to_read() {
            self.read_on().await?;
        } else if self.has_to_save() {
            self.save_on().await?;
        } else if self.has_first_to_keep() {
            self.keep_first().await?;
        } else {
            self.to_sweep = false;
            self.store.sweep().await?;
        }
        Ok(self.has_to_go_on())
    }

    /// Whether something is shown that is not on disk yet.
    #[must_use]
    pub fn has_to_save(&self) -> bool {
        self.views_to_keep || !self.unsaved.is_empty()
    }

    /// Writes one segment that is only shown so far; with the last one the manifest comes into force.
    /// Gives whether there is more to do.
    pub async fn save_on(&mut self) -> Result<bool, Trouble> {
        let Some(unsaved) = self.unsaved.front() else {
            if !self.views_to_keep {
                return Ok(false);
            }
            if self.keep_stretch().await? {
                return Ok(true);
            }
            self.keep_views().await?;
            return Ok(false);
        };
        let packed = unsaved.segment.packed();
        self.store.stage(&[(unsaved.key, &packed)]).await?;
        if self.unsaved.len() > 1 {
            // It lies on disk, and is read from there; no manifest names it yet.
            self.unsaved.pop_front();
            return Ok(true);
        }
        let manifest = Manifest {
            version: self.manifest.version + 1,
            ..self.manifest.clone()
        };
        self.store
            .put_in_force(self.manifest.version, &manifest, &[], None)
            .await?;
        self.manifest = manifest;
        self.unsaved.clear();
        self.views_to_keep = true;
        Ok(true)
    }

    /// Writes what is only shown so far, before the record is read again or more comes. Where another tab put the region
    /// in force meanwhile, that is the one that stands.
    pub(super) async fn save_shown(&mut self) -> Result<(), Trouble> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        if self.store.manifest().await?.version != self.manifest.version {
            self.unsaved.clear();
        }
        while !self.unsaved.is_empty() {
            self.save_on().await?;
        }
        Ok(())
    }

    /// The lines of a segment, from memory while it is not on disk.
    pub(super) async fn segment(&self, key: u32) -> Result<Vec<u8>, StoreTrouble> {
        match self.unsaved.iter().find(|unsaved| unsaved.key == key) {
            Some(unsaved) => Ok(unsaved.segment.lines.0.here().into_owned()),
            None => self.store.segment(key).await,
        }
    }
}
