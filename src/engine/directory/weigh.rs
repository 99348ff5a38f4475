//! A directory weighed against what is on record: what is new, what is here already, what differs; and what each row would
//! tell.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::Identity;
use crate::domain::network::{
    About, Command, Enrolled, Formed, Founded, MediatorField, Membership, OrganisationField, Put,
    Region, TeamField,
};
use crate::exchange::directory::{Column, Layout, OfficeRow, PersonRow, Reading, Row};
use crate::exchange::words::directory::{both, serving, types};
use crate::law::dispute::DisputeType;
use crate::law::divisions::Adcode;
use crate::law::person::MediatorKind;
use crate::record::Chronicle;
use crate::store::Store;

use super::super::protocol::Trouble;
use super::super::run::{Engine, Machine};
use super::super::streams::read_all;
use super::answer::Both;
use super::differs::{Compared, Differs, plain};

/// A directory, read and weighed.
pub(super) struct Weighed {
    pub layout: Layout,
    pub reading: Reading,
    pub new: Vec<Telling>,
    pub changed: Vec<Changed>,
    pub same: u32,
    /// Rows that name an organisation which is neither here nor in the sheet.
    pub unknown: Vec<(u32, Column, String)>,
    /// Lines of the streams that are here and may be written to.
    pub texts: Texts,
}

/// Lines of streams, each whole.
pub(super) type Texts = BTreeMap<StreamId, Vec<String>>;

/// What one row tells, stream by stream.
pub(super) struct Telling {
    pub row: u32,
    pub tells: Vec<(StreamId, Vec<Command>)>,
}

pub(super) struct Changed {
    pub name: String,
    pub fields: Vec<(Column, Both, Both)>,
    pub telling: Telling,
}

/// Who is called so, by name.
type ByName = BTreeMap<String, Vec<StreamId>>;

impl<S: Store, M: Machine> Engine<S, M> {
    /// Weighs what was read; nothing is changed.
    pub(super) async fn weigh_directory(
        &mut self,
        layout: Layout,
        reading: Reading,
    ) -> Result<Weighed, Trouble> {
        let desk = self.desk.as_ref().ok_or(Trouble::NoDesk)?;
        let (own, county) = (desk.organisation, desk.county);
        let mut names = Names {
            own,
            county,
            organisations: ByName::new(),
            teams: BTreeMap::new(),
            begun: BTreeMap::new(),
        };
        for (id, one) in &self.network.organisations {
            let called = names.organisations.entry(one.now.name.clone()).or_default();
            called.push(*id);
        }
        for (id, team) in &self.network.teams {
            names.teams.entry(team.now.name.clone()).or_insert(*id);
        }
        // Those of the sheet may stand below each other, whichever comes first.
        let mut streams: BTreeMap<u32, StreamId> = BTreeMap::new();
        let mut here: BTreeSet<StreamId> = BTreeSet::new();
        for row in &reading.rows {
            let (known, kind) = match row {
                Row::Organisation(row) => {
                    (self.known_office(row, &names), StreamKind::ORGANISATION)
                }
                Row::Person(row) => (self.known_person(row, &names), StreamKind::MEDIATOR),
            };
            let stream = known.unwrap_or_else(|| self.stream(kind));
            if let (None, Row::Organisation(row)) = (known, row) {
                let called = names.organisations.entry(row.name.clone()).or_default();
                called.push(stream);
            }
            here.extend(known);
            streams.insert(row.row(), stream);
        }
        let mut texts = self.texts_of(here).await?;
        let (mut new, mut changed, mut unknown, mut same) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for row in &reading.rows {
            let Some(stream) = streams.get(&row.row()).copied() else {
                continue;
            };
            let told = match row {
                Row::Organisation(row) => self.office(row, stream, &names, &texts),
                Row::Person(row) => self.person(row, stream, &mut names, &texts),
            };
            let row_tells = |tells| Telling {
                row: row.row(),
                tells,
            };
            match told {
                Err((column, name)) => unknown.push((row.row(), column, name)),
                Ok(Told::New(tells)) => new.push(row_tells(tells)),
                Ok(Told::Known(differs)) if differs.is_empty() => same += 1,
                Ok(Told::Known(differs)) => {
                    let commands = differs.iter().map(|one| one.command.clone()).collect();
                    let fields = differs.into_iter();
                    changed.push(Changed {
                        name: match row {
                            Row::Organisation(row) => row.name.clone(),
                            Row::Person(row) => row.name.clone(),
                        },
                        fields: fields
                            .map(|one| (one.column, one.here, one.there))
                            .collect(),
                        telling: row_tells(vec![(stream, commands)]),
                    });
                }
            }
        }
        // The teams on record that somebody joins.
        let told = new.iter().flat_map(|telling: &Telling| &telling.tells);
        let joined = told.map(|(stream, _)| *stream);
        let joined = joined.filter(|stream| self.network.teams.contains_key(stream));
        let joined: BTreeSet<StreamId> = joined.collect();
        texts.extend(self.texts_of(joined).await?);
        Ok(Weighed {
            layout,
            reading,
            new,
            changed,
            same,
            unknown,
            texts,
        })
    }

    /// The lines of these streams as they lie here.
    async fn texts_of(&mut self, streams: BTreeSet<StreamId>) -> Result<Texts, Trouble> {
        let mut texts = Texts::new();
        self.each_stream(streams, |_, stream, lines| {
            let lines = lines.iter().map(|line| line.text.to_owned());
            texts.insert(stream, lines.collect());
        })
        .await?;
        Ok(texts)
    }

    /// The organisation that a row tells of, if it is on record: of this name and kind, and in this place.
    fn known_office(&self, row: &OfficeRow, names: &Names) -> Option<StreamId> {
        let is_it = |one: &Founded| {
            one.kind == row.kind
                && one.county == row.county
                // A place that one of them leaves open is no other.
                && (one.town.is_none() || row.town.is_none() || one.town == row.town)
        };
        let mut called = names.organisations.get(&row.name)?.iter().copied();
        called.find(|id| {
            let known = self.network.organisations.get(id);
            known.is_some_and(|known| is_it(&known.now))
        })
    }

    fn known_person(&self, row: &PersonRow, names: &Names) -> Option<StreamId> {
        let at = names.organisation(row.organisation.as_deref()).ok()?;
        let mut known = self.network.mediators.iter();
        let is_it = |one: &(&StreamId, &crate::domain::network::Mediator)| {
            one.1.name.as_deref() == Some(&row.name) && one.1.now.organisation == at
        };
        known.find(is_it).map(|(id, _)| *id)
    }

    fn office(
        &self,
        row: &OfficeRow,
        stream: StreamId,
        names: &Names,
        texts: &Texts,
    ) -> Result<Told, (Column, String)> {
        let parent = match &row.parent {
            None => None,
            Some(name) => Some(
                names
                    .organisation(Some(name))
                    .map_err(|name| (Column::Parent, name))?,
            ),
        };
        let parent = parent.filter(|parent| *parent != stream);
        let contact = contact(row);
        let Some(known) = self.network.organisations.get(&stream) else {
            let founded = Founded {
                abbreviation: row.abbreviation.clone(),
                brand: row.brand.clone(),
                floor_area: row.floor_area,
                hours: row.hours.clone(),
                parent,
                specialities: row.specialities.clone(),
                staff: row.staff,
                town: row.town,
                village: row.village,
                ..Founded::new(row.kind.clone(), row.name.clone(), row.county)
            };
            let mut commands = vec![Command::Found(founded)];
            let words = [
                (OrganisationField::Contact, &contact),
                (OrganisationField::Address, &row.address),
            ];
            commands.extend(words.into_iter().filter_map(|(field, words)| {
                Some(Command::Organisation(Put::words(field, words.as_ref()?)))
            }));
            return Ok(Told::New(vec![(stream, commands)]));
        };
        use OrganisationField as F;
        let now = &known.now;
        let mut compared = Compared::new(Command::Organisation);
        if parent.is_some() && parent != now.parent {
            let here = now.parent.and_then(|id| self.network.name(&id));
            let (here, there) = (plain(here.unwrap_or_default()), row.parent.clone());
            let there = plain(there.unwrap_or_default());
            compared.differs(Column::Parent, here, there, F::Parent(parent));
        }
        let same_town = row.town.is_none() || row.town == now.town;
        let region = Region {
            county: row.county,
            town: row.town.or(now.town),
            village: row.village.or(now.village.filter(|_| same_town)),
        };
        if region != now.region() {
            let code = |region: Region| {
                let village = region.village.map(|village| village.number().to_string());
                let town = region.town.map(|town| town.number().to_string());
                plain(village.or(town).unwrap_or_default())
            };
            let (here, there) = (code(now.region()), code(region));
            compared.differs(Column::Town, here, there, F::Region(region));
        }
        compared.maybe(Column::Hours, &row.hours, &now.hours, F::Hours);
        compared.maybe(
            Column::FloorArea,
            &row.floor_area,
            &now.floor_area,
            F::FloorArea,
        );
        compared.maybe(Column::Staff, &row.staff, &now.staff, F::Staff);
        compared.maybe(Column::Brand, &row.brand, &now.brand, F::Brand);
        let (said, stands) = (&row.abbreviation, &now.abbreviation);
        compared.maybe(Column::Abbreviation, said, stands, F::Abbreviation);
        let (said, stands) = (&row.specialities, &now.specialities);
        let shown = |kinds: &[DisputeType]| both(|l| types(l, kinds));
        compared.list(Column::Specialities, said, stands, shown, F::Specialities);
        if let About::Organisation(_, sheet) = about(stream, texts) {
            compared.words(Column::Contact, contact.as_ref(), &sheet, F::Contact);
            compared.words(Column::Address, row.address.as_ref(), &sheet, F::Address);
        }
        Ok(Told::Known(compared.found))
    }

    fn person(
        &self,
        row: &PersonRow,
        stream: StreamId,
        names: &mut Names,
        texts: &Texts,
    ) -> Result<Told, (Column, String)> {
        let organisation = names
            .organisation(row.organisation.as_deref())
            .map_err(|name| (Column::Organisation, name))?;
        let team = row
            .team
            .as_ref()
            .zip(row.category.clone())
            .map(|(name, category)| {
                let team = *names
                    .teams
                    .entry(name.clone())
                    .or_insert_with(|| self.stream(StreamKind::TEAM));
                (team, name.clone(), category)
            });
        let Some(known) = self.network.mediators.get(&stream) else {
            let enrolled = Enrolled {
                grade: row.grade.clone(),
                languages: row.languages.clone(),
                specialities: row.specialities.clone(),
                ..Enrolled::new(row.serving.clone(), organisation)
            };
            let identity = identity(Identity::default(), row);
            let mut commands = vec![Command::Enrol { enrolled, identity }];
            commands.extend(
                row.certificate.as_ref().map(|number| {
                    Command::Mediator(Put::words(MediatorField::Certificate, number))
                }),
            );
            let mut tells = vec![(stream, commands)];
            if let Some((team, name, category)) = team {
                let mut commands = Vec::new();
                let is_new = !self.network.teams.contains_key(&team);
                if is_new && names.begun.insert(team, row.row).is_none() {
                    commands.push(Command::Form(self.formed(name, organisation, names.county)));
                }
                let member = Membership {
                    category: Some(category),
                    mediator: stream,
                };
                commands.push(Command::Team(Put::open(TeamField::Member(member))));
                tells.push((team, commands));
            }
            return Ok(Told::New(tells));
        };
        use MediatorField as F;
        let now = &known.now;
        let mut compared = Compared::new(Command::Mediator);
        if row.serving != now.kind {
            let shown = |kind: &MediatorKind| both(|l| serving(l, kind));
            let (here, there) = (shown(&now.kind), shown(&row.serving));
            compared.differs(Column::Serving, here, there, F::Kind(row.serving.clone()));
        }
        compared.maybe(Column::Grade, &row.grade, &now.grade, F::Grade);
        let shown = |languages: &[String]| plain(languages.join("、"));
        compared.list(
            Column::Languages,
            &row.languages,
            &now.languages,
            shown,
            F::Languages,
        );
        let (said, stands) = (&row.specialities, &now.specialities);
        let shown = |kinds: &[DisputeType]| both(|l| types(l, kinds));
        compared.list(Column::Specialities, said, stands, shown, F::Specialities);
        if let About::Mediator(_, sheet) = about(stream, texts) {
            let number = row.certificate.as_ref();
            compared.words(Column::Certificate, number, &sheet, F::Certificate);
            if let Some(person) = sheet.person() {
                compared.person(person, identity(person.clone(), row));
            }
        }
        Ok(Told::Known(compared.found))
    }

    /// A team as it begins: where the organisation of its first member is.
    fn formed(&self, name: String, organisation: StreamId, own: Adcode) -> Formed {
        let at = self.network.organisations.get(&organisation);
        Formed {
            county: at.map_or(own, |one| one.now.county),
            name,
            name_en: None,
            organisation: Some(organisation),
            town: None,
        }
    }
}

enum Told {
    New(Vec<(StreamId, Vec<Command>)>),
    Known(Vec<Differs>),
}

/// Who is meant by a name.
struct Names {
    /// The desk's organisation, and its county.
    own: StreamId,
    county: Adcode,
    organisations: ByName,
    teams: BTreeMap<String, StreamId>,
    /// Teams that the sheet begins, and by which row.
    begun: BTreeMap<StreamId, u32>,
}

impl Names {
    /// The one organisation of this name; our own where none is named. The name, where there is none or several.
    fn organisation(&self, name: Option<&str>) -> Result<StreamId, String> {
        let Some(name) = name else {
            return Ok(self.own);
        };
        match self.organisations.get(name).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            _ => Err(name.to_owned()),
        }
    }
}

fn about(stream: StreamId, texts: &Texts) -> About {
    let Some(texts) = texts.get(&stream) else {
        return About::Nothing;
    };
    let lines = read_all(texts);
    let chronicle = Chronicle::tell(&lines);
    About::told(stream, chronicle.live())
}

/// Whom one asks for, and the phone.
fn contact(row: &OfficeRow) -> Option<String> {
    let phone = row.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let parts: Vec<String> = row.contact.clone().into_iter().chain(phone).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What a row says of a person, over what is known.
fn identity(known: Identity, row: &PersonRow) -> Identity {
    Identity {
        name: row.name.clone(),
        phone: row
            .phone
            .as_ref()
            .map(|phone| phone.as_str().to_owned())
            .or(known.phone.clone()),
        sex: row.sex.clone().or(known.sex.clone()),
        ..known
    }
}
