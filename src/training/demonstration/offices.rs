//! Offices, rooms and centres, and who works there.

use std::collections::BTreeMap;

use crate::domain::catalogue::Event;
use crate::domain::context::Chance;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::{Identity, Leaf, LeafClass, LeafValue};
use crate::domain::network::{Enrolled, Founded};
use crate::law::day::{Day, Moment};
use crate::law::divisions::{Adcode, Province, Town, mapped_counties};
use crate::law::organisation::OrganisationKind;
use crate::law::person::{MediatorKind, Sex};

use crate::training::chance::Dice;
use crate::training::people;
use crate::training::places;
use crate::training::scenario::{By, Centres, Corridor, Rooms, Scenario};

use super::{Account, Desk, Office, Region, Towns};

/// Builds a region, office by office.
pub struct Builder<'a> {
    pub dice: Dice,
    pub towns: &'a Towns,
    pub region: Region,
    /// Offices by county and kind; a busier one stands there more than once.
    pub serving: BTreeMap<(Adcode, By), Vec<usize>>,
    desks: BTreeMap<Adcode, usize>,
}

/// An organisation that is being founded.
struct New {
    kind: OrganisationKind,
    name: String,
    name_en: Option<String>,
    town: Option<Town>,
    parent: Option<StreamId>,
    brand: Option<String>,
    floor_area: Option<u32>,
}

impl New {
    fn named(kind: OrganisationKind, name: String) -> Self {
        Self { kind, name, name_en: None, town: None, parent: None, brand: None, floor_area: None }
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
            desks: BTreeMap::new(),
        }
    }

    /// Every office that the scenario names, and a committee or two in each county of the map.
    pub fn offices(&mut self, scenario: &Scenario) {
        for bureau in &scenario.bureaus {
            let desk = self.desk(bureau.county);
            let name_en = Some(bureau.name_en.clone());
            self.found(desk, New { name_en, ..New::named(OrganisationKind::BureauProvince, bureau.name.clone()) });
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
        towns.retain(|(_, name)| ["镇", "乡", "街道", "地区"].iter().any(|end| name.ends_with(end)));
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
        let desk = self.region.desks.len();
        let organisation = self.stream(StreamKind::ORGANISATION);
        let acting = self.stream(StreamKind::MEDIATOR);
        let name = format!("{zh}司法局");
        self.region.desks.push(Desk {
            county,
            organisation,
            organisation_name: name.clone(),
            kind: OrganisationKind::BureauDistrict,
            abbreviation: abbreviation(county),
            acting,
            since: beginning(),
        });
        self.desks.insert(county, desk);
        let founded = Founded {
            abbreviation: Some(abbreviation(county)),
            brand: None,
            county,
            floor_area: None,
            kind: OrganisationKind::BureauDistrict,
            name,
            name_en: known.map(|c| format!("{} Bureau of Justice", c.en)),
            parent: None,
            town: None,
        };
        self.account(desk, organisation, Event::OrganisationFounded(founded), Vec::new());
        self.enrol_as(desk, acting, organisation);
        desk
    }

    pub fn stream(&self, kind: StreamKind) -> StreamId {
        let mut random = [0; 16];
        self.dice.fill(&mut random);
        StreamId::new(kind, random)
    }

    fn account(&mut self, desk: usize, stream: StreamId, event: Event, leaves: Vec<Leaf>) {
        let who = self.region.desks[desk].acting;
        let facts = vec![(beginning(), event, leaves)];
        self.region.accounts.push(Account { desk, stream, who, facts });
    }

    fn found(&mut self, desk: usize, new: New) -> StreamId {
        let stream = self.stream(StreamKind::ORGANISATION);
        let founded = Founded {
            abbreviation: None,
            brand: new.brand,
            county: self.region.desks[desk].county,
            floor_area: new.floor_area,
            kind: new.kind,
            name: new.name,
            name_en: new.name_en,
            parent: new.parent.or(Some(self.region.desks[desk].organisation)),
            town: new.town,
        };
        self.account(desk, stream, Event::OrganisationFounded(founded), Vec::new());
        stream
    }

    fn enrol_as(&mut self, desk: usize, stream: StreamId, organisation: StreamId) {
        let sex = if self.dice.happens(45) { Sex::Female } else { Sex::Male };
        let name = people::name(&self.dice, &sex);
        let kind = if self.dice.happens(40) { MediatorKind::FullTime } else { MediatorKind::PartTime };
        let identity = Identity { name, sex: Some(sex), ..Identity::default() };
        // A mediator's stream is about one person: itself.
        let leaf = Leaf { class: LeafClass::Identity, of: Some(String::from("self")), value: LeafValue::Identity(identity) };
        self.account(desk, stream, Event::MediatorEnrolled(Enrolled { kind, organisation }), vec![leaf]);
    }

    /// Mediators for an organisation, and its place among the offices.
    fn staff(&mut self, desk: usize, organisation: StreamId, town: Option<Town>, place: &str, people: usize) -> usize {
        let mut mediators = Vec::with_capacity(people);
        for _ in 0..people {
            let stream = self.stream(StreamKind::MEDIATOR);
            self.enrol_as(desk, stream, organisation);
            mediators.push(stream);
        }
        let county = self.region.desks[desk].county;
        let seat = county.county().map_or("本地", |c| c.city.zh).trim_end_matches('市');
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

    fn serve(&mut self, county: Adcode, by: By, office: usize, often: usize) {
        let offices = self.serving.entry((county, by)).or_default();
        offices.extend(std::iter::repeat_n(office, often));
    }

    /// A town's committee.
    fn committee(&mut self, county: Adcode, town: Town, name: &str) -> StreamId {
        let desk = self.desk(county);
        let kind = if name.ends_with("街道") { OrganisationKind::CommitteeStreet } else { OrganisationKind::CommitteeTownship };
        let new = New { town: Some(town), ..New::named(kind, format!("{name}人民调解委员会")) };
        let organisation = self.found(desk, new);
        let office = self.staff(desk, organisation, Some(town), name, 2);
        self.serve(county, By::Committees, office, 1);
        organisation
    }

    /// One-stop centres at three levels, and the offices that come together in them.
    fn centres(&mut self, centres: &Centres) {
        let county = centres.county;
        let desk = self.desk(county);
        let place = county.county().map_or((String::new(), None), |c| (c.zh.to_owned(), Some(format!("{} One-stop Centre", c.en))));
        let (zh, name_en) = place;
        let district = self.found(desk, New { name_en, ..New::named(OrganisationKind::CentreDistrict, format!("{zh}一站式多元化解中心")) });
        let office = self.staff(desk, district, None, &zh, 4);
        self.serve(county, By::Centres, office, 12);
        for (kind, name) in [
            (OrganisationKind::PetitionOffice, "信访办公室"),
            (OrganisationKind::CourtTribunal, "人民法院诉调对接中心"),
            (OrganisationKind::PoliceStation, "公安分局"),
            (OrganisationKind::IndustryAuthority, "住房和城乡建设委员会"),
            (OrganisationKind::IndustryAuthority, "人力资源和社会保障局"),
        ] {
            let new = New { parent: Some(district), ..New::named(kind, format!("{zh}{name}")) };
            self.found(desk, new);
        }
        let towns = self.towns.get(&county).cloned().unwrap_or_default();
        let count = towns.len().max(1);
        for (place, (town, name)) in towns.into_iter().enumerate() {
            let new = New { town: Some(town), parent: Some(district), ..New::named(OrganisationKind::CentreTownship, format!("{name}一站式多元化解中心")) };
            let centre = self.found(desk, new);
            let office = self.staff(desk, centre, Some(town), &name, 3);
            self.serve(county, By::Centres, office, 5);
            self.committee(county, town, &name);
            // What does not divide goes to the first towns.
            let here = centres.grassroots / count + usize::from(place < centres.grassroots % count);
            for village in places::villages(&self.dice, &name, here) {
                let new = New { town: Some(town), parent: Some(centre), ..New::named(OrganisationKind::CentreVillage, format!("{village}一站式多元化解中心")) };
                let centre = self.found(desk, new);
                let office = self.staff(desk, centre, Some(town), &village, 1);
                self.serve(county, By::Centres, office, 1);
            }
        }
    }

    /// A township's centre, its rooms under one brand, and its team.
    fn rooms(&mut self, rooms: &Rooms) {
        let (county, town) = (rooms.county, rooms.town);
        let desk = self.desk(county);
        let name = self.town_name(county, town);
        let new = New { town: Some(town), floor_area: Some(rooms.floor_area), ..New::named(OrganisationKind::CentreTownship, format!("{name}一站式多元化解中心")) };
        let centre = self.found(desk, new);
        self.committee(county, town, &name);
        let team = New { town: Some(town), parent: Some(centre), name_en: Some(rooms.team_en.clone()), ..New::named(OrganisationKind::MediationGroup, rooms.team.clone()) };
        self.found(desk, team);
        let mut seats: Vec<String> = places::villages(&self.dice, &name, rooms.villages);
        seats.extend(places::villages(&self.dice, "某街道", rooms.communities));
        seats.extend((0..rooms.police).map(|n| format!("{name}第{}派出所", if n == 0 { "一" } else { "二" })));
        let firms = ["食品厂", "物流园", "家具城", "建材市场", "花卉基地"];
        seats.extend((0..rooms.enterprises).map(|n| format!("{name}{}", firms[n % firms.len()])));
        for seat in seats {
            let new = New {
                town: Some(town),
                parent: Some(centre),
                brand: Some(rooms.brand.clone()),
                name_en: Some(format!("{} Room", rooms.brand_en)),
                ..New::named(OrganisationKind::BrandedRoom, format!("“{}”{seat}调解室", rooms.brand))
            };
            let room = self.found(desk, new);
            let office = self.staff(desk, room, Some(town), &seat, 1);
            self.serve(county, By::Rooms, office, 1);
        }
    }

    /// The border towns of a corridor: a judicial office, a centre and a committee in each.
    fn border_towns(&mut self, corridor: &Corridor) {
        for member in &corridor.members {
            let desk = self.desk(member.county);
            for town in &member.towns {
                let name = self.town_name(member.county, *town);
                for (kind, what) in [(OrganisationKind::JudicialOffice, "司法所"), (OrganisationKind::CentreTownship, "一站式多元化解中心")] {
                    self.found(desk, New { town: Some(*town), ..New::named(kind, format!("{name}{what}")) });
                }
                self.committee(member.county, *town, &name);
            }
        }
    }

    fn town_name(&self, county: Adcode, town: Town) -> String {
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
    let Some(known) = county.county() else { return String::from(province) };
    let city: String = if province == "冀" { known.city.zh.chars().take(1).collect() } else { String::new() };
    format!("{province}{city}{}", known.zh.trim_end_matches(['区', '县', '市']))
}
