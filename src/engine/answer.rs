//! Questions answered, one arm each.

use crate::domain::case::state::Anomaly;
use crate::domain::catalogue::Event;
use crate::domain::id::{DeskId, StreamId, StreamKind};
use crate::domain::network::{NotEntered, Organisation};
use crate::law::day::{Day, Moment};
use crate::record::set::Digester;
use crate::record::{Chronicle, line};
use crate::store::{Append, Appending, Note, SegmentIndex, Store};
use crate::views::answers::{CasePage, TimelineItem};
use crate::views::row::CaseRow;
use crate::views::{agenda, network};

use super::act::Draft;
use super::desk::DeskRecord;
use super::draft::form_of;
use super::protocol::{About, Desk, Setting, Trouble, Wanting, WorkspaceKind};
use super::run::{Engine, Machine};
use super::set_up::new_colleague;
use super::streams::lines_in;
use super::streams::read_all;

impl<S: Store, M: Machine> Engine<S, M> {
    /// Adds a person to this office.
    pub async fn enrol(&mut self, name: &str) -> Result<(), Trouble> {
        let desk = self.desk.clone().ok_or(Trouble::NoDesk)?;
        let mediator = self.stream(StreamKind::MEDIATOR);
        let mut desk = desk;
        // Whoever is added by hand works here, after those who did so far.
        desk.acted.push(mediator);
        let enrolment = enrolment(mediator, desk.organisation, name)?;
        self.append(vec![enrolment], desk).await
    }

    pub(super) fn stream(&self, kind: StreamKind) -> StreamId {
        let mut random = [0; 16];
        self.machine.fill(&mut random);
        StreamId::new(kind, random)
    }

    /// Switches the acting mediator.
    pub async fn act_as(&mut self, mediator: StreamId) -> Result<(), Trouble> {
        self.change_desk(|desk| desk.acts(mediator)).await
    }

    /// Changes one setting.
    pub async fn set(&mut self, setting: Setting) -> Result<(), Trouble> {
        let pin = match &setting {
            Setting::Pin(pin) if !pin.is_empty() => {
                let mut salt = [0u8; 16];
                self.machine.fill(&mut salt);
                let salt = DeskId(salt).to_string();
                Some((self.machine.pin_digest(pin, &salt), salt))
            }
            _ => None,
        };
        self.change_desk(|desk| match setting {
            Setting::NumberRule(rule) => desk.number_rule = rule,
            Setting::Abbreviation(abbreviation) => desk.abbreviation = abbreviation,
            Setting::NumberSuffix(suffix) => desk.number_suffix = suffix,
            Setting::Pin(_) => desk.pin = pin,
        })
        .await
    }

    /// Whether this PIN opens the lock.
    #[must_use]
    pub fn unlock(&self, pin: &str) -> bool {
        match self.desk.as_ref().and_then(|desk| desk.pin.as_ref()) {
            None => true,
            Some((digest, salt)) => self.machine.pin_digest(pin, salt) == *digest,
        }
    }

    async fn change_desk(&mut self, change: impl FnOnce(&mut DeskRecord)) -> Result<(), Trouble> {
        // The count of entries lies in the same note: read it anew, inside an append without lines.
        let mut change = Some(change);
        let mut after = None;
        let decide = |appending: Appending, _: &M| -> Result<Append, Trouble> {
            let desk = DeskRecord::read(appending.desk.as_deref());
            let mut desk = desk.ok_or(Trouble::NoDesk)?;
            if let Some(change) = change.take() {
                change(&mut desk);
            }
            let desk = after.insert(desk);
            Ok(Append {
                lines: Vec::new(),
                desk: Some(desk.text()?),
            })
        };
        self.append_in_turn(decide).await?;
        self.desk = after;
        self.machine.changed();
        Ok(())
    }

    /// One case with everything that its page shows.
    pub async fn case_page(&mut self, id: StreamId) -> Result<Option<CasePage>, Trouble> {
        let texts = self.lines(&id).await?;
        if texts.is_empty() {
            return Ok(None);
        }
        let lines = read_all(&texts);
        let chronicle = Chronicle::tell(&lines);
        let case = chronicle.case();
        // What a voided case was about is still asked: by whoever looks for it, or brings it back.
        let case = if case.counts() {
            case
        } else {
            chronicle.voided()
        };
        let today = self.today();
        let mentioned = chronicle.mentioned();
        let damaged = self.damage.explains(id, &lines);
        let timeline = self.timeline(&chronicle, damaged);
        Ok(Some(CasePage {
            id,
            heads: chronicle.heads.clone(),
            // That of a voided case as well: the page says which entry voided it.
            registration: chronicle
                .live()
                .chain(chronicle.told.iter().map(|told| &told.fact))
                .find(|fact| matches!(fact.event, Event::CaseRegistered(_)))
                .map(|fact| fact.id),
            today,
            due: case.due(today),
            next: case.next_steps(),
            timeline,
            names: mentioned
                .into_iter()
                .map(|stream| (stream, self.network.name(&stream)))
                .collect(),
            same_number: self.cases.same_number(&id),
            damaged,
            case,
        }))
    }

    /// What happened in a stream, in its order. Of one that lies here damaged nobody knows what an author had seen.
    pub(super) fn timeline(&self, chronicle: &Chronicle, damaged: bool) -> Vec<TimelineItem> {
        let own = self.desk.as_ref().map(DeskRecord::id);
        let reason_of = |by| match chronicle.find(&by).map(|told| &told.fact.event) {
            Some(Event::Retracted(data)) => Some(data.reason.clone()),
            _ => None,
        };
        // What its author had seen lies here damaged: nobody knows that the one before was not among it.
        let is_gap = |entry| {
            let gap = Anomaly::MissingParents { entry };
            damaged && chronicle.anomalies.contains(&gap)
        };
        let item = |told: &crate::record::Told| TimelineItem {
            id: told.fact.id,
            at: told.fact.at,
            who: told.fact.who,
            by: told.fact.by,
            office: self.network.office(&told.fact.who),
            own: Some(told.fact.by) == own,
            event: told.fact.event.clone(),
            leaves: told.fact.leaves.clone(),
            retracted: told.retracted_by.and_then(reason_of),
            concurrent: told.fact.position > 0
                && !told.fact.past.holds(told.fact.position - 1)
                && !is_gap(told.fact.id),
        };
        chronicle.told.iter().map(item).collect()
    }

    /// What stands in the header and on the page 我的数据.
    pub async fn about(&mut self) -> Result<About, Trouble> {
        let now = self.machine.now();
        let backup = self.backup_mark().await?;
        let entries: u64 = self
            .manifest
            .segments
            .iter()
            .map(|s| u64::from(s.entries))
            .sum::<u64>()
            + self.tail.len() as u64;
        let uncounted = self.manifest.copies + self.damage.in_segments();
        let entries = entries.saturating_sub(uncounted);
        let since = self.desk.as_ref().map(|desk| desk.since);
        let reference = backup.as_ref().map(|b| b.at).or(since);
        let (cases, cases_since_backup) = match &self.first {
            Some(first) => (first.page.all as u64, first.since_backup),
            None => (self.cases.len() as u64, self.cases_since(backup.as_ref())),
        };
        Ok(About {
            workspace: self.kind,
            desk: self.desk.as_ref().map(|desk| self.desk_of(desk)),
            today: now.day(),
            entries,
            cases,
            bytes: self
                .manifest
                .segments
                .iter()
                .map(|s| u64::from(s.bytes))
                .sum::<u64>()
                + self
                    .tail
                    .iter()
                    .map(|(_, text)| text.len() as u64)
                    .sum::<u64>(),
            last_backup: backup.as_ref().map(|b| b.at),
            cases_since_backup,
            days_since_backup: reference.map_or(0, |then| now.day().days_since(then.day())),
            since,
            damaged: self.damage.count(),
        })
    }

    /// Cases that something is wrong with.
    #[must_use]
    pub fn wanting(&self) -> Wanting {
        let has_page =
            |case: &&StreamId| self.cases.get(case).is_some() || self.unplaced.contains(case);
        Wanting {
            unplaced: self.unplaced.iter().copied().collect(),
            damaged: self.damage.named.iter().filter(has_page).copied().collect(),
        }
    }

    /// Cases in which something was done since a backup, or that came since: what an import brings was done before.
    pub(super) fn cases_since(&self, backup: Option<&BackupMark>) -> u64 {
        // Of one dated in the future nobody knows what came since.
        let today = self.today();
        let Some(backup) = backup.filter(|backup| !backup.is_ahead(today)) else {
            return self.cases.len() as u64;
        };
        let touched = |row: &&CaseRow| row.touched.is_some_and(|touched| touched > backup.at);
        let came = (self.cases.len() as u64).saturating_sub(backup.cases);
        (self.cases.rows().filter(touched).count() as u64).max(came)
    }

    /// The two digests that name this record; reads all of it.
    pub async fn digests(&mut self) -> Result<crate::record::set::Digests, Trouble> {
        let mut digester = Digester::default();
        self.load_indexes().await?;
        for segment in self.manifest.segments.clone() {
            let bytes = self.whole(segment.key).await?;
            let mut found = SegmentIndex::default();
            for line in lines_in(&bytes) {
                found.add(&line);
                digester.add(&line);
            }
            self.put_found(segment.key, found);
        }
        self.weigh_damage().await?;
        for (_, text) in &self.tail {
            if let Ok(line) = line::read(text.as_bytes()) {
                digester.add(&line);
            }
        }
        Ok(digester.finish())
    }

    fn desk_of(&self, desk: &DeskRecord) -> Desk {
        let people = match &self.first {
            Some(first) => first.people.clone(),
            None => self.people_of(desk.organisation),
        };
        let acting = people.iter().find(|(id, _)| *id == desk.acting);
        let acting_name = match acting {
            Some((_, name)) => name.clone(),
            None => self.network.name(&desk.acting),
        };
        let named = people.into_iter();
        let named = named.map(|(id, name)| (id, name.unwrap_or_default()));
        let all: Vec<(StreamId, String)> = named.collect();
        // Whoever works at this desk first: a ledger names everybody who mediated in its years.
        let works = desk.acted.iter();
        let works = works.filter_map(|one| all.iter().find(|(id, _)| id == one));
        let rest = all.iter().filter(|(id, _)| !desk.acted.contains(id));
        let people = works.chain(rest).cloned().collect();
        Desk {
            organisation: desk.organisation,
            organisation_name: desk.organisation_name.clone(),
            kind: desk.kind.clone(),
            county: desk.county,
            town: desk.town,
            acting: desk.acting,
            acting_name: acting_name.unwrap_or_default(),
            people,
            number_rule: desk.number_rule.clone(),
            abbreviation: desk.abbreviation.clone(),
            number_suffix: desk.number_suffix.clone(),
            has_pin: desk.pin.is_some(),
            fingerprint: desk.id().to_string(),
        }
    }

    /// Who is enrolled at an office, with their names.
    pub(super) fn people_of(&self, organisation: StreamId) -> Vec<(StreamId, Option<String>)> {
        let all = self.network.mediators.iter();
        let ours =
            all.filter(|(_, one)| one.now.organisation == organisation && one.ended.is_none());
        ours.map(|(id, one)| (*id, one.name.clone())).collect()
    }

    /// The mark that lies here; none where there never was a backup, or where it cannot be read.
    pub(super) async fn backup_mark(&self) -> Result<Option<BackupMark>, Trouble> {
        let text = self.store.note(Note::Backup).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// The person saved a backup.
    pub async fn backed_up(&mut self) -> Result<(), Trouble> {
        self.mark_backup(self.machine.now()).await
    }

    /// A backup made then was restored, so there is one, unless a later one is known here. Its machine's clock may be
    /// ahead of ours.
    pub(super) async fn restored_from(&mut self, at: Moment) -> Result<(), Trouble> {
        let now = self.machine.now();
        let at = at.min(now);
        let known = self.backup_mark().await?;
        if known.is_some_and(|mark| mark.at >= at && !mark.is_ahead(now.day())) {
            return Ok(());
        }
        self.mark_backup(at).await
    }

    async fn mark_backup(&mut self, at: Moment) -> Result<(), Trouble> {
        let mark = BackupMark {
            at,
            cases: self.cases.len() as u64,
        };
        let text =
            serde_json::to_string(&mark).map_err(|error| Trouble::Store(error.to_string()))?;
        self.store.set_note(Note::Backup, &text).await?;
        self.first_kept = None;
        self.machine.changed();
        Ok(())
    }

    /// Whether a case is this desk's own work: its office took it in or is to take it over, its people mediate it, or another
    /// county's office has its county join in. In the demonstration and the sandbox all are.
    fn is_ours(&self, row: &CaseRow) -> bool {
        let Some(desk) = self
            .desk
            .as_ref()
            .filter(|_| self.kind == WorkspaceKind::Desk)
        else {
            return true;
        };
        // Its other computer was set up by itself.
        let alike = |known: &Organisation| {
            known.now.county == desk.county && known.now.name == desk.organisation_name
        };
        let is_own = |one: &[u8; 16]| {
            let mediator = StreamId::new(StreamKind::MEDIATOR, *one);
            let known = self.network.mediators.get(&mediator);
            known.is_some_and(|known| known.now.organisation == desk.organisation)
        };
        let is_office = |one: [u8; 16]| {
            let office = StreamId::new(StreamKind::ORGANISATION, one);
            let known = self.network.organisations.get(&office);
            office == desk.organisation || known.is_some_and(alike)
        };
        is_office(row.organisation)
            || row
                .letters
                .as_ref()
                .is_some_and(|letters| letters.to.iter().any(|one| is_office(*one)))
            || row.mediators.iter().any(is_own)
            || row.joined.contains(&desk.county)
    }

    /// What has to be done now, and what was begun.
    pub async fn agenda(&self) -> Result<crate::views::answers::Agenda, Trouble> {
        let ours = |row: &CaseRow| self.is_ours(row);
        let mut agenda = agenda::agenda(&self.cases, self.machine.now(), ours);
        let mut forms = self.store.drafts().await?.into_iter().map(|(form, _)| form);
        // A line that is noted on a case's page is no form. The intake comes last of all.
        let unfinished = forms.rfind(|form| !form_of(form).ends_with("/line"));
        agenda.unfinished = unfinished.map(|draft| form_of(&draft).to_owned());
        Ok(agenda)
    }

    /// The register, the figures and the rest are read from the views.
    #[must_use]
    pub fn views(&self) -> (&crate::views::cases::Cases, &network::Network) {
        (&self.cases, &self.network)
    }
}

/// When the last backup was made, and how many cases there were.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct BackupMark {
    pub at: Moment,
    cases: u64,
}

impl BackupMark {
    /// Dated in the future, by a clock that ran ahead.
    pub fn is_ahead(&self, today: Day) -> bool {
        self.at.day() > today
    }
}

pub(super) fn enrolment(
    mediator: StreamId,
    organisation: StreamId,
    name: &str,
) -> Result<Draft, NotEntered> {
    let (enrolled, name) = new_colleague(organisation, name)?;
    Ok(Draft {
        stream: mediator,
        event: Event::MediatorEnrolled(enrolled),
        leaves: vec![name],
    })
}
