//! Centres and rooms: what a scenario names one by one.

use crate::domain::network::{Command, OrganisationField, Put};
use crate::law::organisation::OrganisationKind;

use crate::training::places;
use crate::training::scenario::{By, Centres, Rooms};

use super::offices::{Builder, New, beginning};

impl Builder<'_> {
    /// One-stop centres at three levels, and the offices that come together in them.
    pub fn centres(&mut self, centres: &Centres) {
        let county = centres.county;
        let desk = self.desk(county);
        let place = county.county().map_or((String::new(), None), |c| {
            (c.zh.to_owned(), Some(format!("{} One-stop Centre", c.en)))
        });
        let (zh, name_en) = place;
        let district = self.found(
            desk,
            New {
                name_en,
                ..New::named(
                    OrganisationKind::CentreDistrict,
                    format!("{zh}一站式多元化解中心"),
                )
            },
        );
        let office = self.staff(desk, district, None, &zh, 4);
        self.serve(county, By::Centres, office, 12);
        for (kind, name) in [
            (OrganisationKind::PetitionOffice, "信访办公室"),
            (OrganisationKind::JudicialOffice, "司法所（驻中心）"),
            (OrganisationKind::CourtTribunal, "人民法院诉调对接中心"),
            (OrganisationKind::PoliceStation, "公安分局"),
            (OrganisationKind::IndustryAuthority, "住房和城乡建设委员会"),
            (OrganisationKind::IndustryAuthority, "人力资源和社会保障局"),
        ] {
            let new = New {
                parent: Some(district),
                ..New::named(kind, format!("{zh}{name}"))
            };
            self.found(desk, new);
        }
        let towns = self.towns.get(&county).cloned().unwrap_or_default();
        let count = towns.len().max(1);
        for (place, (town, name)) in towns.into_iter().enumerate() {
            let new = New {
                town: Some(town),
                parent: Some(district),
                ..New::named(
                    OrganisationKind::CentreTownship,
                    format!("{name}一站式多元化解中心"),
                )
            };
            let centre = self.found(desk, new);
            let desk = self.town_desk(county, centre, &name);
            let office = self.staff(desk, centre, Some(town), &name, 3);
            self.serve(county, By::Centres, office, 5);
            self.committee(county, town, &name);
            self.micro_grids(desk, centre, (county, town, &name), centres.grids);
            // What does not divide goes to the first towns.
            let here = centres.grassroots / count + usize::from(place < centres.grassroots % count);
            for village in places::villages(&self.dice, &name, here) {
                let new = New {
                    town: Some(town),
                    parent: Some(centre),
                    ..New::named(
                        OrganisationKind::CentreVillage,
                        format!("{village}一站式多元化解中心"),
                    )
                };
                let centre = self.found(desk, new);
                let office = self.staff(desk, centre, Some(town), &village, 1);
                self.serve(county, By::Centres, office, 1);
            }
        }
    }

    /// A township's centre, its rooms under one brand, and its team.
    pub fn rooms(&mut self, rooms: &Rooms) {
        let (county, town) = (rooms.county, rooms.town);
        let desk = self.desk(county);
        let name = self.town_name(county, town);
        let new = New {
            town: Some(town),
            floor_area: Some(rooms.floor_area),
            ..New::named(
                OrganisationKind::CentreTownship,
                format!("{name}一站式多元化解中心"),
            )
        };
        let centre = self.found(desk, new);
        let hours = OrganisationField::Hours(Some(rooms.hours.clone()));
        let hours = Command::Organisation(Put::open(hours));
        self.told_later(centre, beginning().day().plus_days(30), hours);
        self.committee(county, town, &name);
        self.team(desk, centre, rooms);
        let mut seats: Vec<String> = places::villages(&self.dice, &name, rooms.villages);
        seats.extend(places::villages(&self.dice, "某街道", rooms.communities));
        seats.extend(
            (0..rooms.police)
                .map(|n| format!("{name}第{}派出所", if n == 0 { "一" } else { "二" })),
        );
        let firms = ["食品厂", "物流园", "家具城", "建材市场", "花卉基地"];
        seats.extend((0..rooms.enterprises).map(|n| format!("{name}{}", firms[n % firms.len()])));
        for seat in seats {
            let new = New {
                town: Some(town),
                parent: Some(centre),
                brand: Some(rooms.brand.clone()),
                name_en: Some(format!("{} Room", rooms.brand_en)),
                ..New::named(
                    OrganisationKind::BrandedRoom,
                    format!("“{}”{seat}调解室", rooms.brand),
                )
            };
            let room = self.found(desk, new);
            let office = self.staff(desk, room, Some(town), &seat, 1);
            self.serve(county, By::Rooms, office, 1);
        }
    }
}
