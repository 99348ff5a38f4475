//! Taking out: everything, the cases of a query, or one case; full or redacted; and backups.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::case::public::{is_door, tells, words_of};
use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::{DeskId, StreamId, StreamKind};
use crate::domain::leaf::{Identity, LeafClass, Words};
use crate::exchange::bundle::{
    BadFile, BadFileProblem, Exporter, FORMAT, Head, KEPT_BACK, LEFT_OUT, Level, VERSION, Writer,
};
use crate::record::{Chronicle, line};
use crate::store::{SegmentIndex, Store};
use crate::views::query::Query;
use crate::views::row::CaseRow;

use super::desk::DeskRecord;
use super::erase::without;
use super::protocol::{ExportPlan, ExportScope, Exported, Trouble};
use super::run::{Engine, Machine};
use super::streams::lines_in;
use super::streams::read_all;

/// What a backup holds beside the entries. The desk's key stays where it is: restoring mints a new one.
#[derive(Debug, Serialize, Deserialize)]
pub struct BackupNote {
    pub desk: DeskRecord,
    pub drafts: Vec<(String, String)>,
}

/// Where a bundle goes, piece by piece.
pub trait Sink {
    fn piece(&mut self, bytes: Vec<u8>);
}

impl Sink for Vec<u8> {
    fn piece(&mut self, bytes: Vec<u8>) {
        self.extend_from_slice(&bytes);
    }
}

/// So many numbers that name somebody are shown.
const NAMED: usize = 5;

/// Pieces are handed on when they have so many bytes.
const PIECE: usize = 1 << 20;

impl<S: Store, M: Machine> Engine<S, M> {
    /// The cases that a query and a search leave.
    async fn found(&mut self, query: &Query, search: &str) -> Result<Vec<StreamId>, Trouble> {
        if !search.trim().is_empty() {
            self.read_found().await?;
        }
        let narrowed = self.network.narrowed(query);
        Ok(self.cases.streams(&narrowed, search, self.today()))
    }

    /// The streams of a scope: its cases, and what they mention.
    async fn streams_of(
        &mut self,
        scope: &ExportScope,
    ) -> Result<Option<BTreeSet<StreamId>>, Trouble> {
        let cases = match scope {
            ExportScope::Everything => return Ok(None),
            ExportScope::Cases { query, search } => self.found(query, search).await?,
            ExportScope::Case(case) => vec![*case],
        };
        let cases: BTreeSet<StreamId> = cases.into_iter().collect();
        let mut streams = cases.clone();
        self.each_stream(cases, |_, _, lines| {
            streams.extend(Chronicle::tell(lines).mentioned());
        })
        .await?;
        // An office is understood with the offices above it.
        let mut parents: Vec<StreamId> = streams
            .iter()
            .filter_map(|id| self.network.organisations.get(id)?.now.parent)
            .collect();
        while let Some(parent) = parents.pop() {
            if streams.insert(parent) {
                parents.extend(
                    self.network
                        .organisations
                        .get(&parent)
                        .and_then(|one| one.now.parent),
                );
            }
        }
        Ok(Some(streams))
    }

    /// Hands every line of the streams to `each`, stream by stream where they are few. What is
    /// withheld is left out.
    async fn each_line(
        &mut self,
        streams: Option<BTreeSet<StreamId>>,
        mut each: impl FnMut(&line::Line<'_>),
    ) -> Result<(), Trouble> {
        let withheld: BTreeSet<ErasedLeaf> = self.withheld.values().flatten().copied().collect();
        let mut each = |line: &line::Line<'_>| {
            let Some(text) = without(line, &withheld) else {
                return each(line);
            };
            if let Ok(line) = line::read(text.as_bytes()) {
                each(&line);
            }
        };
        if let Some(streams) = streams {
            let lines =
                |_: &mut Self, _, lines: &[line::Line<'_>]| lines.iter().for_each(&mut each);
            return self.each_stream(streams, lines).await;
        }
        let all = self
            .manifest
            .segments
            .iter()
            .map(|s| u64::from(s.entries))
            .sum();
        let mut done = 0;
        let mut written: BTreeSet<crate::domain::id::EntryId> = BTreeSet::new();
        // Entries that lie twice, as copies with different leaves, are united; they are few.
        let twice = self.twice().await?;
        for segment in self.manifest.segments.clone() {
            let bytes = self.whole(segment.key).await?;
            let mut found = SegmentIndex::default();
            for line in lines_in(&bytes) {
                found.add(&line);
                if !twice.contains(&line.id) {
                    each(&line);
                } else if written.insert(line.id) {
                    let texts = self.lines(&line.stream).await?;
                    if let Some(full) = read_all(&texts).iter().find(|l| l.id == line.id) {
                        each(full);
                    }
                }
            }
            self.put_found(segment.key, found);
            done += u64::from(segment.entries);
            self.so_far(done, all).await?;
        }
        for (_, text) in &self.tail {
            match line::read(text.as_bytes()) {
                Ok(line) if !written.contains(&line.id) => each(&line),
                _ => {}
            }
        }
        Ok(())
    }

    /// Ids that lie in more than one place.
    async fn twice(&mut self) -> Result<BTreeSet<crate::domain::id::EntryId>, Trouble> {
        let mut ids: Vec<crate::domain::id::EntryId> = Vec::new();
        for (_, index) in self.load_indexes().await? {
            ids.extend(index.ids.iter().map(|(id, _)| *id));
        }
        ids.extend(
            self.tail
                .iter()
                .filter_map(|(_, text)| Some(line::read(text.as_bytes()).ok()?.id)),
        );
        ids.sort_unstable();
        Ok(ids
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| pair[0])
            .collect())
    }

    /// What would leave, as the register knows it: to count entries and leaves the whole record would have to be read,
    /// and nothing else be answered meanwhile.
    pub async fn plan_export(&mut self, scope: &ExportScope) -> Result<ExportPlan, Trouble> {
        let rows: Vec<&CaseRow> = match scope {
            ExportScope::Everything => self.cases.rows().collect(),
            ExportScope::Cases { query, search } => {
                let streams = self.found(query, search).await?;
                streams.iter().filter_map(|id| self.cases.get(id)).collect()
            }
            ExportScope::Case(case) => self.cases.get(case).into_iter().collect(),
        };
        let all = matches!(scope, ExportScope::Everything);
        let voided = self.cases.voided().iter().map(|(row, _)| row);
        let going = rows.iter().copied().chain(voided.filter(|_| all));
        let named = going.filter(|row| self.network.is_named(row));
        let numbers = named.clone().filter_map(|row| row.number.as_deref());
        Ok(ExportPlan {
            cases: rows.len() as u64,
            anything: !rows.is_empty() || all && !self.is_empty(),
            named: named.count() as u64,
            numbers: numbers.take(NAMED).map(str::to_owned).collect(),
        })
    }

    /// Writes a bundle into `sink`.
    pub async fn export(
        &mut self,
        scope: &ExportScope,
        level: Level,
        purpose: &str,
        sink: &mut impl Sink,
    ) -> Result<Exported, Trouble> {
        let streams = self.streams_of(scope).await?;
        if level == Level::Redacted && self.tells_of_somebody(purpose, streams.clone()).await? {
            return Err(Trouble::PurposeTells);
        }
        self.write_bundle(scope, streams, level, purpose, None, sink)
            .await
    }

    /// Whether a text tells of anybody in what goes out, as it is or was, of a door, or of a mediator here.
    async fn tells_of_somebody(
        &mut self,
        text: &str,
        streams: Option<BTreeSet<StreamId>>,
    ) -> Result<bool, Trouble> {
        if text.trim().is_empty() {
            return Ok(false);
        }
        let mediators = self.network.mediators.values();
        if tells(text, mediators.filter_map(|one| one.name.as_deref())) {
            return Ok(true);
        }
        let mut told = false;
        self.each_line(streams, |line| {
            for leaf in &line.leaves {
                let Some(value) = leaf.value else {
                    continue;
                };
                match LeafClass::from_code(leaf.class) {
                    LeafClass::Identity => {
                        let identity = serde_json::from_str::<Identity>(value);
                        told |= identity.is_ok_and(|one| tells(text, words_of(&one)));
                    }
                    LeafClass::Place => {
                        let place = serde_json::from_str::<Words>(value);
                        let door = place.ok().filter(|place| is_door(&place.text));
                        told |= door.is_some_and(|door| tells(text, [door.text.as_str()]));
                    }
                    _ => {}
                }
            }
        })
        .await?;
        Ok(told)
    }

    /// Writes a backup of the whole workspace into `sink`.
    pub async fn back_up(&mut self, sink: &mut impl Sink) -> Result<Exported, Trouble> {
        let mut desk = self.desk.clone().ok_or(Trouble::NoDesk)?;
        desk.key.clear();
        // Six digits are found out from their digest, and open other locks too; a restored desk has none anyway.
        desk.pin = None;
        let note = BackupNote {
            desk,
            drafts: self.store.drafts().await?,
        };
        let note =
            serde_json::to_string(&note).map_err(|error| Trouble::Store(error.to_string()))?;
        self.write_bundle(
            &ExportScope::Everything,
            None,
            Level::Full,
            "backup",
            Some(note),
            sink,
        )
        .await
    }

    async fn write_bundle(
        &mut self,
        scope: &ExportScope,
        streams: Option<BTreeSet<StreamId>>,
        level: Level,
        purpose: &str,
        backup: Option<String>,
        sink: &mut impl Sink,
    ) -> Result<Exported, Trouble> {
        let now = self.machine.now();
        let desk = self.desk.clone();
        let key = desk.as_ref().and_then(DeskRecord::signing_key);
        let head = Head {
            exported_at: now,
            exported_by: Exporter {
                desk: desk.as_ref().map_or(DeskId::default(), DeskRecord::id),
                organisation: desk
                    .as_ref()
                    .map_or(String::new(), |desk| desk.organisation_name.clone()),
            },
            format: FORMAT.to_owned(),
            left_out: match (level, &backup) {
                (Level::Redacted, _) => LEFT_OUT.map(str::to_owned).to_vec(),
                (Level::Full, None) => vec![KEPT_BACK.to_owned()],
                (Level::Full, Some(_)) => Vec::new(),
            },
            level,
            purpose: purpose.to_owned(),
            scope: String::from(match scope {
                ExportScope::Everything => "everything",
                ExportScope::Cases { .. } => "cases",
                ExportScope::Case(_) => "case",
            }),
            version: VERSION,
            world: self.kind.world(),
        };
        let mut writer = Writer::new(&head);
        let mut cases = BTreeSet::new();
        let mut bytes = 0u64;
        self.each_line(streams, |line| {
            if line.stream.kind == StreamKind::CASE {
                cases.insert(line.stream);
            }
            writer.line(line);
            if writer.out.len() >= PIECE {
                bytes += writer.out.len() as u64;
                sink.piece(std::mem::take(&mut writer.out));
            }
        })
        .await?;
        self.weigh_damage().await?;
        // What has left may stand in other records by now: the last import stays.
        self.last_import = None;
        writer.finish(key.as_ref(), backup.clone());
        bytes += writer.out.len() as u64;
        let entries = writer.count();
        sink.piece(std::mem::take(&mut writer.out));
        let kind = match (&backup, level) {
            (Some(_), _) => "backup",
            (None, Level::Full) => "full",
            (None, Level::Redacted) => "redacted",
        };
        let stamp = now.to_string().replace(['-', ':'], "").replace('T', "-");
        Ok(Exported {
            file_name: format!("langqiao-{kind}-{stamp}.langqiao.json"),
            entries,
            cases: cases.len() as u64,
            bytes,
            damaged: self.damage.count(),
        })
    }

    /// Restores a backup: onto a workspace without entries, or onto the record that it is of, where only the desk was
    /// lost. Then the two are united.
    pub async fn restore(
        &mut self,
        name: &str,
        reads: impl super::reading::Reads,
    ) -> Result<(), Trouble> {
        if self.desk.is_some() {
            return Err(Trouble::NotEmpty);
        }
        let preview = self.read_bundle(name, reads).await?;
        let note = self
            .staged
            .as_ref()
            .and_then(|staged| staged.backup.as_deref())
            .and_then(|note| serde_json::from_str::<BackupNote>(note).ok());
        // Without a desk there would be entries and nobody to go on with them: a workspace that has any is not set up.
        let Some(note) = note else {
            self.leave().await?;
            return Err(Trouble::BadFile(BadFile::whole(BadFileProblem::NotABackup)));
        };
        // What shares no line with the record here is of another one. Nor is a desk put over one that another tab has
        // set up meanwhile.
        let shows_nothing =
            self.cases.is_empty() && self.network.is_empty() && self.unplaced.is_empty();
        let is_strange = preview.known == 0 && !shows_nothing;
        if is_strange || self.read_desk().await?.is_some() {
            self.leave().await?;
            return Err(Trouble::NotEmpty);
        }
        let Some(staged) = self.staged.take() else {
            return Err(Trouble::Store(String::from("nothing was read")));
        };
        // Before anything is in force: cut off here, the backup is restored once more. What was begun here is newer.
        for (form, text) in &note.drafts {
            if self.store.draft(form).await?.is_none() {
                self.store.keep_draft(form, text).await?;
            }
        }
        // The old desk may still be at work elsewhere: this one is another. A lock is of the device, and restoring is
        // the way out for whoever forgot the PIN.
        let desk = DeskRecord {
            pin: None,
            ..note.desk
        };
        self.take(staged, Some(desk)).await?;
        // What was restored stands, whether this is noted or not: at worst one is asked for a backup too early.
        let _ = self.restored_from(preview.exported_at).await;
        Ok(())
    }
}
