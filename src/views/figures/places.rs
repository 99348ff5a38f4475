//! What stands in each county, whatever the period: organisations, centres of each level, branded rooms, and who is
//! enrolled there.

use std::collections::{BTreeMap, BTreeSet};

use super::Network;
use super::map::figures_of;
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::law::person::MediatorKind;
use crate::views::answers::CountyFigures;

/// Counts what stands there.
pub(super) fn stand(network: &Network, counties: &mut BTreeMap<Adcode, CountyFigures>) {
    let mut covered: BTreeSet<Town> = BTreeSet::new();
    for organisation in network.organisations.values() {
        // What works no more is no part of what is covered today.
        if organisation.ended.is_some() {
            continue;
        }
        let organisation = &organisation.now;
        let kind = &organisation.kind;
        let branded = kind.is_room() && organisation.brand.is_some();
        let figures = figures_of(counties, organisation.county);
        figures.organisations += 1;
        figures.centres += u64::from(kind.is_centre());
        figures.branded_rooms += u64::from(branded || *kind == OrganisationKind::BrandedRoom);
        match kind {
            OrganisationKind::CentreVillage => figures.village_centres += 1,
            // Two centres in one township cover one township; where a centre has none, nobody knows which it covers.
            OrganisationKind::CentreTownship => {
                let town = organisation.town;
                let new = town.is_some_and(|town| covered.insert(town));
                figures.town_centres += u64::from(new);
            }
            OrganisationKind::CentreDistrict => figures.district_centres += 1,
            _ => {}
        }
    }
    for mediator in network.mediators.values() {
        let enrolled = &mediator.now;
        let Some(office) = network.organisations.get(&enrolled.organisation) else {
            continue;
        };
        if mediator.ended.is_some() {
            continue;
        }
        let figures = figures_of(counties, office.now.county);
        match enrolled.kind {
            MediatorKind::FullTime => figures.full_time += 1,
            MediatorKind::PartTime => figures.part_time += 1,
            // Whoever helps is no mediator of the report.
            MediatorKind::Assisting | MediatorKind::Unknown(_) => {}
        }
    }
}
