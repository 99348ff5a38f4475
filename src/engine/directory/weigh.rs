//! A directory weighed against what is on record: what is new, what is here already, what differs; and what each row would
//! tell.

use std::collections::BTreeMap;

use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::{Identity, LeafValue};
use crate::domain::network::{
    About, Command, Enrolled, Formed, Founded, MediatorField, Membership, OrganisationField, Put,
    Region, Slot, TeamField,
};
use crate::exchange::directory::{Column, Layout, OfficeRow, PersonRow, Reading, Row};
use crate::exchange::words::directory::{both, serving, sex, types};
use crate::law::divisions::Adcode;
use crate::record::Chronicle;
use crate::store::Store;

use super::super::protocol::Trouble;
use super::super::run::{Engine, Machine};
use super::super::streams::read_all;
use super::answer::Both;

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
    pub texts: BTreeMap<StreamId, Vec<String>>,
}

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

/// One field that differs.
struct Differs(Column, Both, Both, Command);

fn plain(text: impl Into<String>) -> Both {
    let text = text.into();
    (text.clone(), text)
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
        let mut weighed = Weighed {
            layout,
            reading,
            new: Vec::new(),
            changed: Vec::new(),
            same: 0,
            unknown: Vec::new(),
            texts: BTreeMap::new(),
        };
        let rows = weighed.reading.rows.clone();
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
        for row in &rows {
            let known = match row {
                Row::Organisation(row) => self.known_office(row),
                Row::Person(row) => self.known_person(row, &names),
            };
            let kind = match row {
                Row::Organisation(_) => StreamKind::ORGANISATION,
                Row::Person(_) => StreamKind::MEDIATOR,
            };
            let stream = known.unwrap_or_else(|| self.stream(kind));
            if let (None, Row::Organisation(row)) = (known, row) {
                names
                    .organisations
                    .entry(row.name.clone())
                    .or_default()
                    .push(stream);
            }
            if known.is_some() {
                let texts = self.lines(&stream).await?;
                weighed.texts.insert(stream, texts);
            }
            streams.insert(row.row(), stream);
        }
        for row in rows {
            let Some(stream) = streams.get(&row.row()).copied() else {
                continue;
            };
            let told = match &row {
                Row::Organisation(row) => self.office(row, stream, &names, &weighed),
                Row::Person(row) => self.person(row, stream, &mut names, &weighed),
            };
            match told {
                Err((column, name)) => weighed.unknown.push((row.row(), column, name)),
                Ok(Told::New(tells)) => weighed.new.push(Telling {
                    row: row.row(),
                    tells,
                }),
                Ok(Told::Known(differs)) if differs.is_empty() => weighed.same += 1,
                Ok(Told::Known(differs)) => {
                    let commands = differs.iter().map(|one| one.3.clone()).collect();
                    weighed.changed.push(Changed {
                        name: match row {
                            Row::Organisation(ref row) => row.name.clone(),
                            Row::Person(ref row) => row.name.clone(),
                        },
                        fields: differs
                            .into_iter()
                            .map(|Differs(column, here, there, _)| (column, here, there))
                            .collect(),
                        telling: Telling {
                            row: row.row(),
                            tells: vec![(stream, commands)],
                        },
                    });
                }
            }
        }
        let teams: Vec<StreamId> = names.teams.values().copied().collect();
        for team in teams {
            if self.network.teams.contains_key(&team) {
                let texts = self.lines(&team).await?;
                weighed.texts.insert(team, texts);
            }
        }
        Ok(weighed)
    }

    /// The organisation that a row tells of, if it is on record: of this name and kind, and in this place.
    fn known_office(&self, row: &OfficeRow) -> Option<StreamId> {
        let is_it = |one: &Founded| {
            one.name == row.name
                && one.kind == row.kind
                && one.county == row.county
                // A place that one of them leaves open is no other.
                && (one.town.is_none() || row.town.is_none() || one.town == row.town)
        };
        let mut known = self.network.organisations.iter();
        known.find(|(_, one)| is_it(&one.now)).map(|(id, _)| *id)
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
        weighed: &Weighed,
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
        let now = &known.now;
        let mut differs = Vec::new();
        let mut put = |column: Column, here: Both, there: Both, field: OrganisationField| {
            differs.push(Differs(
                column,
                here,
                there,
                Command::Organisation(Put::open(field)),
            ));
        };
        let text = |value: &Option<String>| plain(value.clone().unwrap_or_default());
        let number = |value: Option<u32>| plain(value.map(|n| n.to_string()).unwrap_or_default());
        if parent.is_some() && parent != now.parent {
            let here = now.parent.and_then(|id| self.network.name(&id));
            let there = row.parent.clone();
            put(
                Column::Parent,
                text(&here),
                text(&there),
                OrganisationField::Parent(parent),
            );
        }
        let region = Region {
            county: row.county,
            town: row.town.or(now.town),
            village: row.village.or(now
                .village
                .filter(|_| row.town.is_none() || row.town == now.town)),
        };
        if region != now.region() {
            let code = |town: Option<u32>, village: Option<u64>| {
                plain(
                    village
                        .map(|n| n.to_string())
                        .or(town.map(|n| n.to_string()))
                        .unwrap_or_default(),
                )
            };
            let of = |region: &Region| {
                code(
                    region.town.map(|t| t.number()),
                    region.village.map(|v| v.number()),
                )
            };
            put(
                Column::Town,
                of(&now.region()),
                of(&region),
                OrganisationField::Region(region),
            );
        }
        if row.hours.is_some() && row.hours != now.hours {
            put(
                Column::Hours,
                text(&now.hours),
                text(&row.hours),
                OrganisationField::Hours(row.hours.clone()),
            );
        }
        if row.floor_area.is_some() && row.floor_area != now.floor_area {
            put(
                Column::FloorArea,
                number(now.floor_area),
                number(row.floor_area),
                OrganisationField::FloorArea(row.floor_area),
            );
        }
        if row.staff.is_some() && row.staff != now.staff {
            put(
                Column::Staff,
                number(now.staff),
                number(row.staff),
                OrganisationField::Staff(row.staff),
            );
        }
        if row.brand.is_some() && row.brand != now.brand {
            put(
                Column::Brand,
                text(&now.brand),
                text(&row.brand),
                OrganisationField::Brand(row.brand.clone()),
            );
        }
        if row.abbreviation.is_some() && row.abbreviation != now.abbreviation {
            put(
                Column::Abbreviation,
                text(&now.abbreviation),
                text(&row.abbreviation),
                OrganisationField::Abbreviation(row.abbreviation.clone()),
            );
        }
        if !row.specialities.is_empty() && row.specialities != now.specialities {
            let (here, there) = (
                both(|l| types(l, &now.specialities)),
                both(|l| types(l, &row.specialities)),
            );
            put(
                Column::Specialities,
                here,
                there,
                OrganisationField::Specialities(row.specialities.clone()),
            );
        }
        let About::Organisation(_, sheet) = about(stream, weighed) else {
            return Ok(Told::Known(differs));
        };
        for (column, slot, field, words) in [
            (
                Column::Contact,
                Slot::Contact,
                OrganisationField::Contact,
                &contact,
            ),
            (
                Column::Address,
                Slot::Address,
                OrganisationField::Address,
                &row.address,
            ),
        ] {
            let here = sheet.words(slot).unwrap_or_default();
            if let Some(words) = words.as_ref().filter(|words| *words != here) {
                let command = Command::Organisation(Put::words(field, words));
                differs.push(Differs(column, plain(here), plain(words.clone()), command));
            }
        }
        Ok(Told::Known(differs))
    }

    fn person(
        &self,
        row: &PersonRow,
        stream: StreamId,
        names: &mut Names,
        weighed: &Weighed,
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
        let now = &known.now;
        let mut differs = Vec::new();
        let mut put = |column: Column, here: Both, there: Both, field: MediatorField| {
            differs.push(Differs(
                column,
                here,
                there,
                Command::Mediator(Put::open(field)),
            ));
        };
        if row.serving != now.kind {
            let (here, there) = (
                both(|l| serving(l, &now.kind)),
                both(|l| serving(l, &row.serving)),
            );
            put(
                Column::Serving,
                here,
                there,
                MediatorField::Kind(row.serving.clone()),
            );
        }
        if row.grade.is_some() && row.grade != now.grade {
            let here = plain(now.grade.clone().unwrap_or_default());
            let there = plain(row.grade.clone().unwrap_or_default());
            put(
                Column::Grade,
                here,
                there,
                MediatorField::Grade(row.grade.clone()),
            );
        }
        if !row.languages.is_empty() && row.languages != now.languages {
            let (here, there) = (
                plain(now.languages.join("、")),
                plain(row.languages.join("、")),
            );
            put(
                Column::Languages,
                here,
                there,
                MediatorField::Languages(row.languages.clone()),
            );
        }
        if !row.specialities.is_empty() && row.specialities != now.specialities {
            let (here, there) = (
                both(|l| types(l, &now.specialities)),
                both(|l| types(l, &row.specialities)),
            );
            put(
                Column::Specialities,
                here,
                there,
                MediatorField::Specialities(row.specialities.clone()),
            );
        }
        let About::Mediator(_, sheet) = about(stream, weighed) else {
            return Ok(Told::Known(differs));
        };
        let here = sheet.words(Slot::Certificate).unwrap_or_default();
        if let Some(number) = row.certificate.as_ref().filter(|number| *number != here) {
            let command = Command::Mediator(Put::words(MediatorField::Certificate, number));
            differs.push(Differs(
                Column::Certificate,
                plain(here),
                plain(number.clone()),
                command,
            ));
        }
        if let Some(person) = sheet.person() {
            let said = identity(person.clone(), row);
            if said != *person {
                let shown = |one: &Identity| {
                    let phone = one.phone.as_deref().unwrap_or_default();
                    both(|l| {
                        format!("{} {phone}", sex(l, one.sex.as_ref()))
                            .trim()
                            .to_owned()
                    })
                };
                let (here, there) = (shown(person), shown(&said));
                let put = Put {
                    field: MediatorField::Person,
                    private: Some(LeafValue::Identity(said)),
                };
                differs.push(Differs(Column::Phone, here, there, Command::Mediator(put)));
            }
        }
        Ok(Told::Known(differs))
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

fn about(stream: StreamId, weighed: &Weighed) -> About {
    let Some(texts) = weighed.texts.get(&stream) else {
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
