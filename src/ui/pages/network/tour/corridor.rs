//! The tour of the corridor: the agreement, the direct network under it, and what its counties do together.

use std::collections::BTreeSet;

use super::told::{Said, Told, activity_name, listed};
use crate::domain::network::{Activity, ActivityForm, Area};
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::locale::{
    Language, dates,
    network::tour::{self as say, corridor as words},
    places,
    terms::Term,
};
use crate::ui::map::labels::{short_english, short_name};
use crate::ui::pages::network::joint;
use crate::ui::pages::statistics::titles::count;
use crate::ui::route::Route;

/// "In 2017 the judicial bureaus of the three places signed the framework agreement."
#[must_use]
pub fn agreement(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, agreement) = told.corridor()?;
    let signed = agreement.signed?;
    let when = match signed.day {
        Some(day) => dates::paper_day(l, day),
        None => say::year(l, signed.year),
    };
    let name = match l {
        Language::Chinese => &agreement.name,
        Language::English => &agreement.name_en,
    };
    let counties = agreement.counties.iter();
    let counties = listed(l, counties.map(|county| short(l, *county)));
    // Within a sentence.
    let state = agreement.state(told.today).term(l).to_lowercase();
    let text = words::agreement(l, &when, &counties, name, &state);
    let said = Said::new(words::agreement_title(l), text, &agreement.counties);
    Some(said.within(id).opening(words::open_agreement(l), id))
}

/// A county as the map names it.
fn short(l: Language, county: Adcode) -> String {
    let name = places::county(l, county);
    match l {
        Language::Chinese => short_name(&name).to_owned(),
        Language::English => short_english(&name).to_owned(),
    }
}

/// "Judicial administrations ↔ adjacent townships' judicial offices ↔ township and village mediation organisations."
#[must_use]
pub fn network(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, agreement) = told.corridor()?;
    if agreement.pairs.is_empty() {
        return None;
    }
    let pairs = agreement.pairs.iter();
    let towns: BTreeSet<Town> = pairs
        .flat_map(|pair| [pair.one, pair.other].map(town_of))
        .collect();
    let here = |kind: OrganisationKind| {
        let is = |town: Option<Town>| town.is_some_and(|town| towns.contains(&town));
        let those =
            told.organisations(|line| line.organisation.kind == kind && is(line.organisation.town));
        count(those.count() as u64)
    };
    let text = words::network(
        l,
        &count(agreement.pairs.len() as u64),
        &here(OrganisationKind::JudicialOffice),
        &here(OrganisationKind::CommitteeTownship),
        &here(OrganisationKind::CommitteeVillage),
    );
    let said = Said::new(words::network_title(l), text, &agreement.counties);
    Some(said.within(id).opening(words::open_pairs(l), id))
}

fn town_of(area: Area) -> Town {
    match area {
        Area::Town(town) => town,
        Area::Village(village) => village.town(),
    }
}

/// "One-stop centres in the border towns."
#[must_use]
pub fn centres(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, agreement) = told.corridor()?;
    let first = *agreement.centres.first()?;
    let text = words::centres(l, &count(agreement.centres.len() as u64));
    let said = Said::new(words::centres_title(l), text, &agreement.counties);
    let name = told.name_of(l, first)?;
    Some(said.within(id).opening(say::open(l, &name), first))
}

/// "Joint conference of Tongzhou and Wuqing; joint management."
#[must_use]
pub fn together(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, _) = told.corridor()?;
    let conferences = told.held(&ActivityForm::JointConference);
    let (first, conference) = *conferences.last()?;
    let inspections = told.held(&ActivityForm::JointInspection);
    let held = |activity: &Activity| {
        let day = dates::paper_day(l, activity.now.day);
        words::held(l, &day, &activity_name(l, activity))
    };
    let all = [Some(conference), inspections.last().map(|(_, one)| one)];
    let all = all.into_iter().flatten().map(held);
    let text = words::together(l, &all.collect::<Vec<_>>().join(words::then(l)));
    let said = Said::new(words::together_title(l), text, &conference.now.counties);
    let said = said.within(id).opening(words::open_conference(l), *first);
    Some(match inspections.last() {
        Some((inspection, _)) => said.opening(words::open_inspection(l), *inspection),
        None => said,
    })
}

/// "Three large training sessions for the mediation backbone of the three places."
#[must_use]
pub fn trainings(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, agreement) = told.corridor()?;
    let mut held = told.held(&ActivityForm::Training);
    held.retain(|(_, one)| one.now.agreement == Some(id));
    let (last, _) = *held.last()?;
    let came = held.iter().filter_map(|(_, one)| one.now.attended);
    let came = came.map(u64::from).sum();
    let text = words::trainings(l, &count(held.len() as u64), &count(came));
    let said = Said::new(words::trainings_title(l), text, &agreement.counties);
    Some(said.within(id).opening(words::open_training(l), *last))
}

/// What all of it is for: the disputes that two of its counties took on together.
#[must_use]
pub fn joint_cases(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, agreement) = told.corridor()?;
    let cases = joint::among(told.map, &agreement.counties);
    if cases == 0 {
        return None;
    }
    let text = words::joint_cases(l, &count(cases));
    let said = Said::new(words::joint_cases_title(l), text, &agreement.counties);
    let register = Route::Register(joint::among_query(&agreement.counties, None));
    Some(said.within(id).leading(say::open_cases(l), register))
}
