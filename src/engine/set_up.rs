//! Setting up a desk: the first thing that is done in a new workspace, so that it comes with the first load and
//! drags nothing along that reads or folds a record: there is none to read yet. Where a desk was lost and its record was
//! not, the record was read when the workspace was opened.

use crate::domain::catalogue::OfKind;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::{Identity, Leaf};
use crate::domain::network::{Enrolled, Founded, Mediator, NotEntered, Organisation, enrol, found};
use crate::law::person::{MediatorKind, kept_name};
use crate::record::compose::{Composed, Head, compose_saying};
use crate::store::{Append, Appending, Store};

use super::desk::{DeskRecord, NUMBER_RULE, abbreviation};
use super::ledger::LedgerHabits;
use super::protocol::{NewDesk, Trouble};
use super::run::{Engine, Machine};

impl<S: Store, M: Machine> Engine<S, M> {
    /// Makes the desk: its key, its organisation and its first mediator. Those that are on record already are used: the
    /// cases that lie here are theirs, and numbers go on after theirs.
    pub async fn set_up(&mut self, new: NewDesk) -> Result<(), Trouble> {
        if self.desk.is_some() {
            return Err(Trouble::NotEmpty);
        }
        let (office, person) = (kept_name(&new.organisation), kept_name(&new.name));
        let known = self.network.organisations.iter().find(|(_, known)| {
            known.now.name == office
                && known.now.kind == new.kind
                && (known.now.county, known.now.town) == (new.county, new.town)
        });
        let known = known.map(|(id, known)| (*id, known.now.abbreviation.clone()));
        let organisation = match known {
            Some((id, _)) => id,
            None => self.stream(StreamKind::ORGANISATION),
        };
        let is_known = known.is_some();
        let enrolled_here = self.network.mediators.iter().find(|(_, one)| {
            one.now.organisation == organisation && one.name.as_ref() == Some(&person)
        });
        let enrolled_here = enrolled_here.map(|(id, _)| *id);
        let mediator = enrolled_here.unwrap_or_else(|| self.stream(StreamKind::MEDIATOR));
        let mut desk = DeskRecord {
            key: DeskRecord::new_key(&self.machine),
            organisation,
            organisation_name: office,
            kind: new.kind.clone(),
            county: new.county,
            town: new.town,
            acting: mediator,
            acted: vec![mediator],
            number_rule: NUMBER_RULE.to_owned(),
            abbreviation: Some(new.abbreviation.trim().to_owned())
                .filter(|typed| !typed.is_empty())
                .or(known.and_then(|(_, abbreviation)| abbreviation))
                .unwrap_or_else(|| abbreviation(new.county, &new.organisation)),
            number_suffix: String::new(),
            numbers: std::collections::BTreeMap::new(),
            seq: 0,
            ledgers: LedgerHabits::default(),
            pin: None,
            since: self.machine.now(),
        };
        let founded = Founded {
            abbreviation: Some(desk.abbreviation.clone()).filter(|a| !a.is_empty()),
            town: new.town,
            ..Founded::new(new.kind, desk.organisation_name.clone(), new.county)
        };
        let founded = found(founded)?;
        let (enrolled, name) = new_colleague(organisation, &new.name)?;
        let mut lines = Vec::new();
        if !is_known {
            lines.push(self.first(&mut desk, organisation, &founded, &[]).line);
        }
        if enrolled_here.is_none() {
            lines.push(self.first(&mut desk, mediator, &enrolled, &[name]).line);
        }
        let text = desk.text()?;
        let decide = |appending: Appending| -> Result<Append, Trouble> {
            // Another tab was quicker.
            let desk = DeskRecord::read(appending.desk.as_deref());
            if desk.is_some() || !appending.fresh.is_empty() {
                return Err(Trouble::NotEmpty);
            }
            Ok(Append {
                lines: lines.clone(),
                desk: Some(text),
            })
        };
        let places = self
            .store
            .append(self.manifest.version, self.last_place(), decide)
            .await??;
        self.tail.extend(places.into_iter().zip(lines));
        self.desk = Some(desk);
        let network = &mut self.network;
        let office = || Organisation::new(founded);
        network
            .organisations
            .entry(organisation)
            .or_insert_with(office);
        let first = || Mediator::new(enrolled, person);
        network.mediators.entry(mediator).or_insert_with(first);
        self.machine.changed();
        Ok(())
    }

    /// The first entry of a stream.
    fn first(
        &self,
        desk: &mut DeskRecord,
        stream: StreamId,
        said: &impl OfKind,
        leaves: &[Leaf],
    ) -> Composed {
        desk.seq += 1;
        let head = Head {
            after: &[],
            at: desk.since,
            by: desk.id(),
            n: 1,
            seq: desk.seq,
            stream,
            who: desk.acting,
            world: &self.kind.world(),
        };
        compose_saying(&head, &said.saying(), leaves, &self.machine)
    }
}

/// A mediator of an office, as one is enrolled at first, and the leaf that holds the name.
pub(super) fn new_colleague(
    organisation: StreamId,
    name: &str,
) -> Result<(Enrolled, Leaf), NotEntered> {
    let enrolled = Enrolled::new(MediatorKind::FullTime, organisation);
    let identity = Identity {
        name: name.to_owned(),
        ..Identity::default()
    };
    enrol(enrolled, identity)
}
