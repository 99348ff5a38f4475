//! Telling the demonstration region, slice by slice. What a stream came to is put into the views as it was
//! told, without reading its lines again.

use std::collections::VecDeque;

use crate::law::day::Day;
use crate::law::divisions::parse_towns;
use crate::record::World;
use crate::store::SegmentBuilder;
use crate::training::{Region as Told, scenario::Scenario};
use crate::views::chunk::Open;
use crate::views::network::Network;
use crate::views::row::{CaseRow, Findable};

use super::here::hand_out;
use super::{Region, Rows, Share, Step};
use crate::engine::desk::DeskRecord;
use crate::engine::play::{Played, Player};
use crate::engine::protocol::Trouble;

/// Entries between two words about progress.
const SLICE: usize = 2_000;
/// The desk that a visitor of the demonstration acts at.
const VISITED: u32 = 110_105;

/// A region that is being told.
pub struct Telling {
    player: Player,
    share: Share,
    builder: SegmentBuilder,
    rows: Open,
    network: Network,
}

impl Telling {
    /// Tells what a share of the region's desks have to tell.
    pub fn new(
        scenario: &str,
        towns: &str,
        today: Day,
        world: World,
        share: Share,
    ) -> Result<Self, Trouble> {
        let scenario = Scenario::parse(scenario).map_err(|problem| Trouble::Store(problem.0))?;
        let towns = parse_towns(towns)
            .map_err(|problem| Trouble::Store(format!("towns: line {}", problem.line)))?;
        let region = Told::of(&scenario, &towns, today);
        Ok(Self {
            player: Player::new(region, world, |desk| share.has_desk(desk)),
            share,
            builder: SegmentBuilder::default(),
            rows: Open::default(),
            network: Network::default(),
        })
    }

    /// Tells some more; false once all is told.
    pub fn slice(&mut self, steps: &mut VecDeque<Step>) -> bool {
        let mut told = Vec::new();
        let more = self
            .player
            .next_batch(SLICE, &mut |played| told.push(played));
        for played in told {
            self.show(&played, steps);
            for (text, told) in played.lines.iter().zip(&played.chronicle.told) {
                let fact = &told.fact;
                self.builder
                    .add_written(text, played.stream, fact.id, fact.leaves.len());
            }
            if self.builder.is_full() {
                steps.push_back(Step::Loose(self.builder.finish_loose()));
            }
        }
        hand_out(&mut self.network, steps);
        let (done, of) = self.player.progress();
        steps.push_back(Step::Came {
            done: done as u64,
            of: of as u64,
        });
        more
    }

    pub fn end(mut self, steps: &mut VecDeque<Step>) -> Region {
        if !self.builder.is_empty() {
            steps.push_back(Step::Loose(self.builder.finish_loose()));
        }
        if !self.share.is_first() && !self.rows.rows.is_empty() {
            steps.push_back(Step::Stretch(Box::new(self.rows.seal())));
        }
        let visited = |desk: &DeskRecord| desk.county.number() == VISITED;
        let place = self.player.desks().position(visited).unwrap_or(0);
        let told_here = self.share.has_desk(place);
        let desk = self
            .player
            .desks()
            .nth(place)
            .filter(|_| told_here)
            .cloned();
        let Open { rows, found } = self.rows;
        Region {
            rows: Rows {
                rows,
                found,
                network: self.network,
                // Nothing is ever erased in it, and every case begins.
                ..Rows::default()
            },
            desk,
        }
    }

    fn show(&mut self, played: &Played, steps: &mut VecDeque<Step>) {
        let Some(case) = &played.case else {
            self.network.put(played.stream, &played.chronicle);
            return;
        };
        if let Some(row) = CaseRow::of(&played.stream, case) {
            let findable = Findable::of(case, &played.chronicle);
            let sealed = self.rows.put(row, findable);
            steps.extend(sealed.map(|sealed| Step::Stretch(Box::new(sealed))));
        }
    }
}
