//! The four examples of the published report, as the demonstration's entries tell them: for each sentence, what says it.

use std::collections::{BTreeMap, BTreeSet};

use langqiao::domain::id::StreamId;
use langqiao::domain::network::{ActivityForm, Agreement, AgreementState, Area, Organisation};
use langqiao::law::borders::border;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::organisation::OrganisationKind;
use langqiao::law::person::{MediatorKind, MemberCategory};
use langqiao::views::network::Network;

use crate::{doors, today, towns};

fn county(code: u32) -> Adcode {
    Adcode::new(code).unwrap()
}

fn corridor(network: &Network) -> (StreamId, &Agreement) {
    let mut all = network.agreements.iter();
    let (id, agreement) = all.next().unwrap();
    assert!(all.next().is_none());
    (*id, agreement)
}

fn offices(
    network: &Network,
    is: impl Fn(&Organisation) -> bool,
) -> impl Iterator<Item = (&StreamId, &Organisation)> {
    network.organisations.iter().filter(move |(_, one)| is(one))
}

fn town_of(area: Area) -> Town {
    match area {
        Area::Town(town) => town,
        Area::Village(village) => village.town(),
    }
}

/// "In 2017 the judicial bureaus signed the framework agreement"; it is in force, and says what each side does.
#[test]
fn the_framework_agreement_is_in_force_and_has_its_contact_persons() {
    let network = &doors::views().1;
    let (_, agreement) = corridor(network);
    assert_eq!(agreement.state(today()), AgreementState::InForce);
    let asked: Vec<Adcode> = agreement
        .contacts
        .iter()
        .map(|(county, _)| *county)
        .collect();
    assert_eq!(asked, agreement.counties, "somebody to ask on each side");
    for (county, person) in &agreement.contacts {
        let office = network.mediators[person].now.organisation;
        assert_eq!(network.organisations[&office].now.county, *county);
    }
    assert_eq!(agreement.documents.len(), 1);
}

/// "Direct network: judicial administrations ↔ adjacent townships' judicial offices ↔ township and village mediation
/// organisations; one-stop centres in the border towns."
#[test]
fn border_towns_are_paired_and_the_network_reaches_down_to_villages() {
    let network = &doors::views().1;
    let (_, agreement) = corridor(network);
    assert!(!agreement.pairs.is_empty());
    let mut paired = BTreeSet::new();
    for pair in &agreement.pairs {
        let (one, other) = (pair.one.county(), pair.other.county());
        assert!(
            border(one, other).is_some(),
            "{one:?} and {other:?} are neighbours"
        );
        assert!(agreement.ties(one, other));
        paired.extend([town_of(pair.one), town_of(pair.other)]);
    }
    for town in paired {
        let here = |kind: OrganisationKind| {
            offices(network, move |one| {
                one.now.town == Some(town) && one.now.kind == kind
            })
            .map(|(id, _)| *id)
            .collect::<Vec<_>>()
        };
        let office = here(OrganisationKind::JudicialOffice);
        let bureau = network.organisations[&office[0]].now.parent.unwrap();
        let bureau = &network.organisations[&bureau].now;
        assert_eq!(bureau.kind, OrganisationKind::BureauDistrict);
        let centre = here(OrganisationKind::CentreTownship);
        assert!(
            agreement.centres.contains(&centre[0]),
            "a one-stop centre in {town:?}"
        );
        let committee = here(OrganisationKind::CommitteeTownship);
        let villages = here(OrganisationKind::CommitteeVillage);
        assert!(!villages.is_empty());
        for village in villages {
            assert_eq!(
                network.organisations[&village].now.parent,
                Some(committee[0])
            );
        }
    }
}

/// "Joint conference of Tongzhou and Wuqing"; "three large training sessions for the mediation backbone".
#[test]
fn what_was_held_was_held_under_the_agreement() {
    let network = &doors::views().1;
    let (id, _) = corridor(network);
    let under = |form: ActivityForm| {
        let held = network.activities.values();
        held.filter(move |one| one.now.form == form && one.now.agreement == Some(id))
            .count()
    };
    assert_eq!(under(ActivityForm::Training), 3);
    assert_eq!(under(ActivityForm::JointConference), 1);
    assert_eq!(under(ActivityForm::JointInspection), 1);
    let conference = network.activities.values();
    let conference = conference.filter(|one| one.now.form == ActivityForm::JointConference);
    let counties: Vec<_> = conference.map(|one| one.now.counties.clone()).collect();
    assert_eq!(counties, [[county(110_112), county(120_114)]]);
    // Whom one asks in each county took part in all three.
    let trained = network
        .mediators
        .values()
        .filter(|one| !one.trainings.is_empty());
    let taken: Vec<usize> = trained.map(|one| one.trainings.len()).collect();
    assert_eq!(taken, [3, 3, 3, 3]);
}

/// "339 centres at three levels, full coverage"; "functions sunk into the micro-grid"; "4+N".
#[test]
fn pinggu_is_covered_at_three_levels_and_down_to_the_micro_grid() {
    let network = &doors::views().1;
    let pinggu = county(110_117);
    let of = |kind: OrganisationKind| {
        let here = offices(network, move |one| {
            one.now.county == pinggu && one.now.kind == kind
        });
        here.map(|(_, one)| one.now.town).collect::<Vec<_>>()
    };
    let (districts, townships) = (
        of(OrganisationKind::CentreDistrict),
        of(OrganisationKind::CentreTownship),
    );
    let villages = of(OrganisationKind::CentreVillage);
    assert_eq!(districts.len() + townships.len() + villages.len(), 339);
    let all: BTreeSet<_> = towns()[&pinggu]
        .iter()
        .map(|(town, _)| Some(*town))
        .collect();
    assert_eq!(
        townships.into_iter().collect::<BTreeSet<_>>(),
        all,
        "one in every township"
    );
    assert_eq!(
        villages.into_iter().collect::<BTreeSet<_>>(),
        all,
        "and villages' in each of them"
    );
    let grids: Vec<_> = network.micro_grids.values().collect();
    assert_eq!(
        grids
            .iter()
            .map(|grid| grid.now.town)
            .collect::<BTreeSet<_>>(),
        all
    );
    for grid in grids {
        let [worker] = grid.workers[..] else {
            panic!("{grid:?}");
        };
        assert_eq!(network.mediators[&worker].now.kind, MediatorKind::Assisting);
    }
    for kind in [
        OrganisationKind::PetitionOffice,
        OrganisationKind::JudicialOffice,
        OrganisationKind::PoliceStation,
        OrganisationKind::CourtTribunal,
        OrganisationKind::IndustryAuthority,
    ] {
        assert!(!of(kind.clone()).is_empty(), "{kind:?}");
    }
}

/// "320 m² township-level one-stop centre, Temperature+ rooms in villages, communities, police stations and key
/// enterprises, Sunflower Warm Heart Team", with members of all seven kinds.
#[test]
fn heizhuanghu_has_its_centre_its_rooms_and_its_team() {
    let network = &doors::views().1;
    let town = Town::new(110_105_040);
    let here = |kind: OrganisationKind| {
        let all = offices(network, move |one| {
            one.now.town == town && one.now.kind == kind
        });
        all.collect::<Vec<_>>()
    };
    let centres = here(OrganisationKind::CentreTownship);
    let [(centre, data)] = centres[..] else {
        panic!("{centres:?}");
    };
    assert_eq!(data.now.floor_area, Some(320));
    assert!(data.now.hours.is_some());
    let rooms = here(OrganisationKind::BrandedRoom);
    assert!(
        rooms
            .iter()
            .all(|(_, room)| room.now.brand.as_deref() == Some("温度+"))
    );
    let named = |words: &[&str]| {
        let has = |name: &str| words.iter().any(|word| name.contains(word));
        rooms.iter().filter(|(_, room)| has(&room.now.name)).count()
    };
    for (words, at_least) in [
        (vec!["村"], 12),
        (vec!["社区"], 6),
        (vec!["派出所"], 2),
        (vec!["厂", "园", "城", "市场", "基地"], 4),
    ] {
        assert!(named(&words) >= at_least, "{words:?}");
    }
    let teams: Vec<_> = network.teams.values().collect();
    let [team] = teams[..] else {
        panic!("{teams:?}");
    };
    assert_eq!(team.now.name, "向日葵暖心团");
    assert_eq!(team.now.organisation, Some(*centre));
    let mut kinds = BTreeMap::<MemberCategory, u32>::new();
    for (_, category) in &team.members {
        *kinds.entry(category.clone()).or_default() += 1;
    }
    assert_eq!(kinds.into_keys().collect::<Vec<_>>(), MemberCategory::ALL);
}

/// "Sponsor Tianjin Municipal Bureau of Justice, co-organisers Beijing Municipal Bureau of Justice and Hebei Provincial
/// Department of Justice; nine representatives."
#[test]
fn the_exchange_meeting_has_its_sponsor_its_co_organisers_and_nine_representatives() {
    let network = &doors::views().1;
    let held = network.activities.values();
    let mut held = held.filter(|one| one.now.form == ActivityForm::ExchangeMeeting);
    let meeting = &held.next().unwrap().now;
    assert!(held.next().is_none());
    assert_eq!(meeting.representatives, Some(9));
    let names = meeting
        .organisers
        .iter()
        .map(|id| network.organisations[id].now.name.as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["天津市司法局", "北京市司法局", "河北省司法厅"]
    );
}
