//! The tour of Heizhuanghu: its centre, the rooms of Temperature+, the Sunflower team, and what they did.

use std::collections::BTreeSet;

use super::told::{Said, Told, listed, name};
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::law::person::MemberCategory;
use crate::locale::{
    Language,
    network::tour::{self as say, heizhuanghu as words},
};
use crate::ui::pages::statistics::{examples, titles::count};
use crate::ui::route::{Route, StatisticsView};
use crate::views::answers::OrganisationLine;
use crate::views::figures::{HEIZHUANGHU, TEMPERATURE_PLUS};

fn town() -> Option<Town> {
    Town::new(HEIZHUANGHU)
}

fn county() -> Option<Adcode> {
    town().map(Town::county)
}

fn here<'a>(told: &Told<'a>, kind: OrganisationKind) -> impl Iterator<Item = &'a OrganisationLine> {
    told.organisations(move |line| {
        line.organisation.town == town() && line.organisation.kind == kind
    })
}

/// "A township-level one-stop centre between the core and the sub-centre."
#[must_use]
pub fn centre(l: Language, told: &Told<'_>) -> Option<Said> {
    let centre = here(told, OrganisationKind::CentreTownship).next()?;
    let area = centre.organisation.floor_area?;
    let text = words::centre(l, &count(u64::from(area)));
    let said = Said::new(words::centre_title(l), text, &[county()?]);
    Some(said.opening(say::open(l, &name(l, centre)), centre.id))
}

/// "Temperature+ rooms in villages, communities, police stations and key enterprises."
#[must_use]
pub fn rooms(l: Language, told: &Told<'_>) -> Option<Said> {
    let branded =
        |line: &&OrganisationLine| line.organisation.brand.as_deref() == Some(TEMPERATURE_PLUS);
    let rooms: Vec<_> = here(told, OrganisationKind::BrandedRoom)
        .filter(branded)
        .collect();
    let first = rooms.first()?;
    let text = words::rooms(l, &count(rooms.len() as u64));
    let said = Said::new(words::rooms_title(l), text, &[county()?]);
    // All of them have one English name: the place stands in the Chinese one.
    Some(said.opening(say::open(l, &first.organisation.name), first.id))
}

/// "Sunflower Warm Heart Team", with members of several kinds.
#[must_use]
pub fn team(l: Language, told: &Told<'_>) -> Option<Said> {
    let teams = told.directory.teams.iter();
    let mut here = teams.filter(|(_, team)| team.now.town == town() && team.ended.is_none());
    let (id, team) = here.next()?;
    let kinds: BTreeSet<&MemberCategory> = team.members.iter().map(|(_, kind)| kind).collect();
    let named = l.name(&team.now.name, team.now.name_en.as_deref());
    let text = words::team(
        l,
        named,
        &count(team.members.len() as u64),
        &listed(l, kinds.into_iter().map(|kind| words::members(l, kind))),
    );
    let said = Said::new(words::team_title(l), text, &[county()?]);
    Some(said.opening(words::open_team(l), *id))
}

/// "Legal consultations answered since 2022."
#[must_use]
pub fn consultations(l: Language, told: &Told<'_>) -> Option<Said> {
    let text = words::consultations(l, &told.figure("heizhuanghu.consultations")?);
    let said = Said::new(words::consultations_title(l), text, &[county()?]);
    let figures = Route::Statistics(StatisticsView::default());
    Some(said.leading(say::open_figures(l), figures))
}

/// "By the rooms since 2022: disputes, people, petition backlog cases."
#[must_use]
pub fn disputes(l: Language, told: &Told<'_>) -> Option<Said> {
    let text = words::disputes(
        l,
        &told.figure("heizhuanghu.disputes_mediated")?,
        &told.figure("heizhuanghu.people")?,
        &told.figure("heizhuanghu.petition_backlog")?,
    );
    let said = Said::new(words::disputes_title(l), text, &[county()?]);
    let cases = Route::Register(examples::by_the_rooms());
    Some(said.leading(say::open_cases(l), cases))
}
