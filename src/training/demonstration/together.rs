//! What ties offices and people together: teams, micro-grids, border towns, and the agreement that makes a corridor of
//! them.

use std::collections::VecDeque;

use crate::domain::id::{Label, StreamId, StreamKind};
use crate::domain::network::{
    AgreementField, Area, Command, ContactPerson, Document, Drawn, Enrolled, Formed, GridWork,
    JointCentre, MediatorField, Membership, MicroGridField, Pairing, Put, Signed, TeamField,
    Training,
};
use crate::law::day::Day;
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::law::person::{MediatorKind, MemberCategory};

use crate::training::places;
use crate::training::scenario::{Activity, Corridor, Rooms};

use super::Account;
use super::happenings::hour;
use super::offices::{Builder, New};

impl Builder<'_> {
    /// A team with members of every kind.
    pub fn team(&mut self, desk: usize, centre: StreamId, rooms: &Rooms) {
        let formed = Formed {
            county: rooms.county,
            name: rooms.team.clone(),
            name_en: Some(rooms.team_en.clone()),
            organisation: Some(centre),
            town: Some(rooms.town),
        };
        let mut commands = vec![Command::Form(formed)];
        for category in MemberCategory::ALL {
            for _ in 0..rooms.team_members {
                let mediator = self.stream(StreamKind::MEDIATOR);
                // Grid workers and building chiefs help; the others mediate.
                let kind = match category {
                    MemberCategory::GridWorker | MemberCategory::BuildingChief => {
                        MediatorKind::Assisting
                    }
                    _ => MediatorKind::PartTime,
                };
                self.enrol(desk, mediator, Enrolled::new(kind, centre));
                let membership = Membership {
                    category: Some(category.clone()),
                    mediator,
                };
                commands.push(Command::Team(Put::open(TeamField::Member(membership))));
            }
        }
        let team = self.stream(StreamKind::TEAM);
        self.tell_of(desk, team, commands);
    }

    /// What was told later of a stream that is on record.
    pub fn told_later(&mut self, stream: StreamId, day: Day, command: Command) {
        let at = hour(&self.dice, day);
        let accounts = &mut self.region.accounts;
        if let Some(account) = accounts.iter_mut().find(|account| account.stream == stream) {
            account.commands.push_back((at, command));
        }
    }

    /// Whoever writes at the desks of these counties took part in a training.
    pub fn trained(&mut self, held: &Activity) {
        for county in &held.counties {
            let desk = self.desk(*county);
            let training = Training {
                day: held.day,
                hours: Some(16),
                label: Label::default(),
                name: held.name.clone(),
            };
            let told = Command::Mediator(Put::open(MediatorField::Training(training)));
            let acting = self.region.desks[desk].acting;
            self.told_later(acting, held.day, told);
        }
    }

    /// Micro-grids of a town, each with somebody who looks after it.
    pub fn micro_grids(
        &mut self,
        desk: usize,
        centre: StreamId,
        (county, town, name): (Adcode, Town, &str),
        count: usize,
    ) {
        for place in 1..=count {
            let mediator = self.stream(StreamKind::MEDIATOR);
            self.enrol(
                desk,
                mediator,
                Enrolled::new(MediatorKind::Assisting, centre),
            );
            let households = u32::try_from(self.dice.between(60, 140)).ok();
            let drawn = Drawn {
                county,
                households,
                name: format!("{name}第{place}微网格"),
                organisation: Some(centre),
                town: Some(town),
                village: None,
            };
            let work = GridWork {
                mediator,
                serves: true,
            };
            let grid = self.stream(StreamKind::MICRO_GRID);
            let serves = Command::MicroGrid(Put::open(MicroGridField::Worker(work)));
            self.tell_of(desk, grid, vec![Command::Draw(drawn), serves]);
        }
    }

    /// The border towns of a corridor: a judicial office and a centre below the bureau, the town's committee below the
    /// office, committees of villages below that.
    pub fn border_towns(&mut self, corridor: &Corridor) {
        for member in &corridor.members {
            let desk = self.desk(member.county);
            for town in &member.towns {
                let name = self.town_name(member.county, *town);
                let new = |kind, what: &str| New {
                    town: Some(*town),
                    ..New::named(kind, format!("{name}{what}"))
                };
                let office = self.found(desk, new(OrganisationKind::JudicialOffice, "司法所"));
                let centre = self.found(
                    desk,
                    new(OrganisationKind::CentreTownship, "一站式多元化解中心"),
                );
                self.border_centres.push(centre);
                let committee = self.committee(member.county, *town, &name);
                let below = New {
                    parent: Some(office),
                    ..new(OrganisationKind::MediationRoom, "驻派出所调解室")
                };
                self.found(desk, below);
                for village in places::villages(&self.dice, &name, corridor.villages) {
                    let below = New {
                        town: Some(*town),
                        parent: Some(committee),
                        ..New::named(
                            OrganisationKind::CommitteeVillage,
                            format!("{village}人民调解委员会"),
                        )
                    };
                    self.found(desk, below);
                }
            }
        }
    }

    /// The agreement, and what was told of it since.
    pub fn signed(&mut self, corridor: &Corridor) {
        let members = corridor.members.iter();
        let mut counties: Vec<Adcode> = members.map(|member| member.county).collect();
        counties.sort_unstable();
        let desks: Vec<usize> = counties.iter().map(|county| self.desk(*county)).collect();
        let Some(first) = desks.first().copied() else {
            return;
        };
        let bureau = |desk: &usize| &self.region.desks[*desk];
        let data = Signed {
            corridor: Some(corridor.corridor.clone()),
            corridor_en: Some(corridor.corridor_en.clone()),
            counties: counties.clone(),
            day: Some(corridor.day),
            name: corridor.name.clone(),
            name_en: corridor.name_en.clone(),
            parties: desks.iter().map(|desk| bureau(desk).organisation).collect(),
            year: u16::try_from(corridor.day.year()).unwrap_or(0),
        };
        let mut fields = vec![
            Put::open(AgreementField::From(Some(corridor.day))),
            Put::words(AgreementField::Duties, &corridor.duties),
            Put::open(AgreementField::Document(Document {
                day: corridor.day,
                label: Label::default(),
                name: corridor.document.clone(),
            })),
        ];
        let pairs = corridor.pairs.iter().map(|(one, other)| Pairing {
            one: Area::Town(*one),
            other: Area::Town(*other),
            paired: true,
        });
        fields.extend(pairs.map(|pairing| Put::open(AgreementField::Pair(pairing))));
        fields.extend(desks.iter().zip(&counties).map(|(desk, county)| {
            Put::open(AgreementField::ContactPerson(ContactPerson {
                county: *county,
                mediator: Some(bureau(desk).acting),
            }))
        }));
        fields.extend(self.border_centres.iter().map(|organisation| {
            Put::open(AgreementField::Centre(JointCentre {
                joint: true,
                organisation: *organisation,
            }))
        }));
        let stream = self.stream(StreamKind::COOPERATION);
        let at = hour(&self.dice, corridor.day);
        let told = fields.into_iter().map(Command::Agreement);
        let commands = [Command::Sign(data)].into_iter().chain(told);
        let commands: VecDeque<_> = commands.map(|command| (at, command)).collect();
        self.agreements.push((counties, corridor.day, stream));
        self.region.accounts.push(Account {
            desk: first,
            stream,
            who: self.region.desks[first].acting,
            commands,
        });
    }
}
