//! Offices, rooms and centres, and who works there.

use std::collections::BTreeMap;

use crate::domain::context::Chance;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::Identity;
use crate::domain::network::{Command, Enrolled, Founded};
use crate::law::day::{Day, Moment};
use crate::law::divisions::{Adcode, Province, Town, mapped_counties};
use crate::law::organisation::OrganisationKind;
use crate::law::person::{MediatorKind, Sex};

use crate::training::chance::Dice;
use crate::training::people;
use crate::training::scenario::{By, Scenario};

use super::{Account, Desk, Office, Region, Towns};

/// Builds a region, office by office.
pub struct Builder<'a> {
    pub dice: Dice,
    pub towns: &'a Towns,
    pub region: Region,
    /// Offices by county and kind; a busier one stands there more than once.
    pub serving: BTreeMap<(Adcode, By), Vec<usize>>,
    /// The bureaus of the provinces by their names.
    pub bureaus: BTreeMap<String, StreamId>,
    /// One-stop centres of border towns.
    pub border_centres: Vec<StreamId>,
    /// The counties that an agreement ties, since when.
    pub agreements: Vec<(Vec<Adcode>, Day, StreamId)>,
    desks: BTreeMap<Adcode, usize>,
}

/// An organisation that is being founded.
pub struct New {
    pub kind: OrganisationKind,
    pub name: String,
    pub name_en: Option<String>,
    pub town: Option<Town>,
    pub parent: Option<StreamId>,
    pub brand: Option<String>,
    pub floor_area: Option<u32>,
}

impl New {
    pub fn named(kind: OrganisationKind, name: String) -> Self {
        Self {
            kind,
            name,
            name_en: None,
            town: None,
            parent: None,
            brand: None,
            floor_area: None,
        }
    }
}

impl<'a> Builder<'a> {
    pub fn new(seed: u64, towns: &'a Towns, today: Day) -> Self {
        Self {
            dice: Dice::new(seed),
            towns,
            region: Region {
                seed,
                today,
                desks: Vec::new(),
                offices: Vec::new(),
                accounts: Vec::new(),
                plots: Vec::new(),
            },
            serving: BTreeMap::new(),
            bureaus: BTreeMap::new(),
            border_centres: Vec::new(),
            agreements: Vec::new(),
            desks: BTreeMap::new(),
        }
    }

    /// Every office that the scenario names, and a committee or two in each county of the map.
    pub fn offices(&mut self, scenario: &Scenario) {
        for bureau in &scenario.bureaus {
            let desk = self.desk(bureau.county);
            let name_en = Some(bureau.name_en.clone());
            let stream = self.found(
                desk,
                New {
                    name_en,
                    ..New::named(OrganisationKind::BureauProvince, bureau.name.clone())
                },
            );
            self.bureaus.insert(bureau.name.clone(), stream);
        }
        for centres in &scenario.centres {
            self.centres(centres);
        }
        for rooms in &scenario.rooms {
            self.rooms(rooms);
        }
        for corridor in &scenario.corridors {
            self.border_towns(corridor);
        }
        for county in mapped_counties() {
            self.serving(county.adcode, By::Committees);
        }
    }

    /// The offices of a county that handle cases; where there are none, committees are founded.
    pub fn serving(&mut self, county: Adcode, by: By) -> Vec<usize> {
        if let Some(offices) = self.serving.get(&(county, by)) {
            return offices.clone();
        }
        let mut towns = self.towns.get(&county).cloned().unwrap_or_default();
        towns.retain(|(_, name)| {
            ["镇", "乡", "街道", "地区"]
                .iter()
                .any(|end| name.ends_with(end))
        });
        self.dice.shuffle(&mut towns);
        towns.truncate(2);
        for (town, name) in towns {
            self.committee(county, town, &name);
        }
        self.serving.entry((county, by)).or_default().clone()
    }

    /// The desk of a county, with its bureau and the one who writes there.
    pub fn desk(&mut self, county: Adcode) -> usize {
        if let Some(desk) = self.desks.get(&county) {
            return *desk;
        }
        let known = county.county();
        let zh = known.map_or("某县", |c| c.zh);
        let organisation = self.stream(StreamKind::ORGANISATION);
        let name = format!("{zh}司法局");
        let (desk, acting) = self.set_up(Desk {
            county,
            organisation,
            organisation_name: name.clone(),
            kind: OrganisationKind::BureauDistrict,
            abbreviation: abbreviation(county),
            acting: organisation,
            since: beginning(),
        });
        self.desks.insert(county, desk);
        let founded = Founded {
            abbreviation: Some(abbreviation(county)),
            name_en: known.map(|c| format!("{} Bureau of Justice", c.en)),
            ..Founded::new(OrganisationKind::BureauDistrict, name, county)
        };
        self.account(desk, organisation, Command::Found(founded));
        self.enrol_as(desk, acting, organisation);
        desk
    }

    /// The desk of a township's centre, and the one who writes there.
    pub fn town_desk(&mut self, county: Adcode, centre: StreamId, name: &str) -> usize {
        let short = name.trim_end_matches(['镇', '乡']);
        let short = ["街道", "地区"]
            .iter()
            .fold(short, |short, end| short.trim_end_matches(end));
        let (desk, acting) = self.set_up(Desk {
            county,
            organisation: centre,
            organisation_name: format!("{name}一站式多元化解中心"),
            kind: OrganisationKind::CentreTownship,
            abbreviation: format!("{}{short}", abbreviation(county)),
            acting: centre,
            since: beginning(),
        });
        self.enrol_as(desk, acting, centre);
        desk
    }

    /// A desk, with a mediator of its own who acts there.
    fn set_up(&mut self, desk: Desk) -> (usize, StreamId) {
        let acting = self.stream(StreamKind::MEDIATOR);
        self.region.desks.push(Desk { acting, ..desk });
        (self.region.desks.len() - 1, acting)
    }

    pub fn stream(&self, kind: StreamKind) -> StreamId {
        let mut random = [0; 16];
        self.dice.fill(&mut random);
        StreamId::new(kind, random)
    }

    pub fn account(&mut self, desk: usize, stream: StreamId, command: Command) {
        self.tell_of(desk, stream, vec![command]);
    }

    /// What is told of a stream when the desks are set up.
    pub fn tell_of(&mut self, desk: usize, stream: StreamId, commands: Vec<Command>) {
        let who = self.region.desks[desk].acting;
        let commands = commands.into_iter().map(|command| (beginning(), command));
        let commands = commands.collect();
        self.region.accounts.push(Account {
            desk,
            stream,
            who,
            commands,
        });
    }

    pub fn found(&mut self, desk: usize, new: New) -> StreamId {
        let stream = self.stream(StreamKind::ORGANISATION);
        let founded = Founded {
            brand: new.brand,
            floor_area: new.floor_area,
            name_en: new.name_en,
            parent: new.parent.or(Some(self.region.desks[desk].organisation)),
            town: new.town,
            ..Founded::new(new.kind, new.name, self.region.desks[desk].county)
        };
        self.account(desk, stream, Command::Found(founded));
        stream
    }

    fn enrol_as(&mut self, desk: usize, stream: StreamId, organisation: StreamId) {
        let kind = if self.dice.happens(40) {
            MediatorKind::FullTime
        } else {
            MediatorKind::PartTime
        };
        self.enrol(desk, stream, Enrolled::new(kind, organisation));
    }

    /// Somebody with a made-up name.
    pub fn enrol(&mut self, desk: usize, stream: StreamId, enrolled: Enrolled) {
        let sex = if self.dice.happens(45) {
            Sex::Female
        } else {
            Sex::Male
        };
        let name = people::name(&self.dice, &sex);
        let identity = Identity {
            name,
            sex: Some(sex),
            ..Identity::default()
        };
        self.account(desk, stream, Command::Enrol { enrolled, identity });
    }

    /// Mediators for an organisation, and its place among the offices.
    pub fn staff(
        &mut self,
        desk: usize,
        organisation: StreamId,
        town: Option<Town>,
        place: &str,
        people: usize,
    ) -> usize {
        let mut mediators = Vec::with_capacity(people);
        for _ in 0..people {
            let stream = self.stream(StreamKind::MEDIATOR);
            self.enrol_as(desk, stream, organisation);
            mediators.push(stream);
        }
        let county = self.region.desks[desk].county;
        let seat = county
            .county()
            .map_or("本地", |c| c.city.zh)
            .trim_end_matches('市');
        self.region.offices.push(Office {
            organisation,
            county,
            town,
            place: place.to_owned(),
            seat: seat.to_owned(),
            mediators,
            desk,
        });
        self.region.offices.len() - 1
    }

    pub fn serve(&mut self, county: Adcode, by: By, office: usize, often: usize) {
        let offices = self.serving.entry((county, by)).or_default();
        offices.extend(std::iter::repeat_n(office, often));
    }

    /// A town's committee.
    pub fn committee(&mut self, county: Adcode, town: Town, name: &str) -> StreamId {
        let desk = self.desk(county);
        let kind = if name.ends_with("街道") {
            OrganisationKind::CommitteeStreet
        } else {
            OrganisationKind::CommitteeTownship
        };
        let new = New {
            town: Some(town),
            ..New::named(kind, format!("{name}人民调解委员会"))
        };
        let organisation = self.found(desk, new);
        let office = self.staff(desk, organisation, Some(town), name, 2);
        self.serve(county, By::Committees, office, 1);
        organisation
    }

    pub fn town_name(&self, county: Adcode, town: Town) -> String {
        let towns = self.towns.get(&county).into_iter().flatten();
        let found = towns.into_iter().find(|(code, _)| *code == town);
        found.map_or_else(|| String::from("本镇"), |(_, name)| name.clone())
    }
}

/// When the region's desks were set up.
pub fn beginning() -> Moment {
    const BEGINNING: Moment = match Day::MIN.at(0, 0) {
        Ok(never) => match Day::new(2016, 3, 1) {
            Ok(day) => match day.at(9, 0) {
                Ok(at) => at,
                Err(_) => never,
            },
            Err(_) => never,
        },
        Err(_) => unreachable!(),
    };
    BEGINNING
}

/// What stands for the county in case numbers: province, the city's first character in Hebei, and
/// the county's name, so that no two counties share one.
fn abbreviation(county: Adcode) -> String {
    let province = match county.province() {
        Some(Province::Beijing) => "京",
        Some(Province::Tianjin) => "津",
        _ => "冀",
    };
    let Some(known) = county.county() else {
        return String::from(province);
    };
    let city: String = if province == "冀" {
        known.city.zh.chars().take(1).collect()
    } else {
        String::new()
    };
    format!(
        "{province}{city}{}",
        known.zh.trim_end_matches(['区', '县', '市'])
    )
}
