//! The demonstration region comes into a workspace: told slice by slice, shown as soon as it is told,
//! written to disk afterwards, between questions. Cut off before the end, it is told again.

use crate::domain::id::StreamKind;
use crate::law::divisions::parse_towns;
use crate::store::{Manifest, SegmentBuilder, SegmentIndex, SegmentInfo, Store};
use crate::training::{Region, scenario::Scenario};
use crate::views::row::{CaseRow, Findable};

use super::play::{Played, Player};
use super::protocol::{ProgressUnit, Trouble};
use super::run::{Engine, Machine};

/// Entries between two words about progress.
const SLICE: usize = 1_000;
/// The desk that a visitor of the demonstration acts at.
const VISITED: u32 = 110_105;

/// A segment that is shown and not yet on disk.
pub struct Unsaved {
    pub info: SegmentInfo,
    pub lines: Vec<u8>,
    pub index: SegmentIndex,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Tells the region of a scenario into this empty workspace.
    pub async fn demonstrate(&mut self, scenario: &str, towns: &str) -> Result<(), Trouble> {
        let scenario = Scenario::parse(scenario).map_err(|problem| Trouble::Store(problem.0))?;
        let towns = parse_towns(towns)
            .map_err(|problem| Trouble::Store(format!("towns: line {}", problem.line)))?;
        let region = Region::of(&scenario, &towns, self.today());
        let mut player = Player::new(region, self.kind.world());
        let mut builder = SegmentBuilder::default();
        loop {
            let mut told = Vec::new();
            let more = player.next_batch(SLICE, &mut |played| told.push(played));
            for played in told {
                self.show(&played);
                for (text, told) in played.lines.iter().zip(&played.chronicle.told) {
                    let fact = &told.fact;
                    builder.add_written(text, played.stream, fact.id, fact.leaves.len());
                }
                if builder.is_full() {
                    self.hold(&mut builder);
                }
            }
            let (done, of) = player.progress();
            self.machine
                .progress(done as u64, of as u64, ProgressUnit::Cases);
            if !more {
                break;
            }
        }
        if !builder.is_empty() {
            self.hold(&mut builder);
        }
        let desk = player
            .desks()
            .find(|desk| desk.county.number() == VISITED)
            .or_else(|| player.desks().next())
            .cloned();
        if let Some(desk) = desk {
            // The region's own desks have said all they say; this one goes on.
            self.go_on_as(desk).await?;
        }
        self.machine.changed();
        Ok(())
    }

    /// Puts what was told into the views, without reading it again.
    fn show(&mut self, played: &Played) {
        match &played.case {
            Some(case) if played.stream.kind == StreamKind::CASE => {
                let row = CaseRow::of(&played.stream, case)
                    .map(|row| (row, Findable::of(case, &played.chronicle)));
                self.cases.put(&played.stream, row);
            }
            _ => self.network.put(played.stream, &played.chronicle),
        }
    }

    /// Keeps a segment in memory until it is saved.
    fn hold(&mut self, builder: &mut SegmentBuilder) {
        let key = self.new_segment();
        let (info, lines, index) = builder.finish(key);
        self.manifest.segments.push(info);
        self.indexes
            .get_or_insert_default()
            .push((key, index.clone()));
        self.unsaved.push_back(Unsaved { info, lines, index });
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
        self.store
            .stage(unsaved.info.key, &unsaved.lines, &unsaved.index)
            .await?;
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
            .put_in_force(self.manifest.version, &manifest, None)
            .await?;
        self.manifest = manifest;
        self.unsaved.clear();
        self.views_to_keep = true;
        Ok(true)
    }

    /// The lines of a segment, from memory while it is not on disk.
    pub(super) async fn segment(&self, key: u32) -> Result<Vec<u8>, Trouble> {
        match self.unsaved.iter().find(|unsaved| unsaved.info.key == key) {
            Some(unsaved) => Ok(unsaved.lines.clone()),
            None => Ok(self.store.segment(key).await?),
        }
    }
}
