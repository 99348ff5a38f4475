//! The tour of Pinggu: three levels of centres, 4+N behind one door, the micro-grid, and what came of it.

use super::told::{Said, Told, name};
use crate::law::organisation::OrganisationKind;
use crate::locale::{
    Language,
    network::tour::{self as say, pinggu as words},
};
use crate::ui::pages::network::layer::Layer;
use crate::ui::pages::statistics::{examples::PINGGU, period::Period, titles::count};
use crate::ui::route::{Route, StatisticsView};
use crate::views::answers::OrganisationLine;

fn district_centre<'a>(told: &Told<'a>) -> Option<&'a OrganisationLine> {
    told.of_kind(PINGGU?, OrganisationKind::CentreDistrict)
        .next()
}

/// "One-stop centres in villages, townships and the district, full coverage."
#[must_use]
pub fn levels(l: Language, told: &Told<'_>) -> Option<Said> {
    let county = PINGGU?;
    let of = |kind| told.of_kind(county, kind).count() as u64;
    let text = words::levels(
        l,
        &count(of(OrganisationKind::CentreDistrict)),
        &count(of(OrganisationKind::CentreTownship)),
        &count(of(OrganisationKind::CentreVillage)),
        &told.figure("pinggu.centres")?,
    );
    let centre = district_centre(told)?;
    let said = Said::new(words::levels_title(l), text, &[county]);
    Some(said.opening(say::open(l, &name(l, centre)), centre.id))
}

/// The four of 4+N, in the order in which they are named.
const FOUR: [OrganisationKind; 4] = [
    OrganisationKind::PetitionOffice,
    OrganisationKind::JudicialOffice,
    OrganisationKind::PoliceStation,
    OrganisationKind::CourtTribunal,
];

/// 4+N: "enter one door, go to one place at most."
#[must_use]
pub fn door(l: Language, told: &Told<'_>) -> Option<Said> {
    let (county, centre) = (PINGGU?, district_centre(told)?);
    let within = |kind: OrganisationKind| {
        let all = told.of_kind(county, kind);
        all.filter(|line| line.organisation.parent == Some(centre.id))
            .count() as u64
    };
    if FOUR.into_iter().any(|kind| within(kind) == 0) {
        return None;
    }
    let text = words::door(l, &count(within(OrganisationKind::IndustryAuthority)));
    let said = Said::new(words::door_title(l), text, &[county]);
    Some(said.opening(words::open_door(l), centre.id))
}

/// "Functions sunk into the micro-grid: found at the source, mediated at the front, served at the grass roots."
#[must_use]
pub fn micro_grids(l: Language, told: &Told<'_>) -> Option<Said> {
    let county = PINGGU?;
    let grids = told.directory.micro_grids.iter();
    let grids: Vec<_> = grids
        .filter(|(_, grid)| grid.now.county == county && grid.ended.is_none())
        .collect();
    let (first, grid) = grids.first()?;
    let workers: usize = grids.iter().map(|(_, grid)| grid.workers.len()).sum();
    let text = words::micro_grids(l, &count(grids.len() as u64), &count(workers as u64));
    let said = Said::new(words::micro_grids_title(l), text, &[county]);
    Some(said.opening(say::open(l, &grid.now.name), *first))
}

/// "Work orders resolved by mediation, organisation and evaluation under 4+N."
#[must_use]
pub fn work_orders(l: Language, told: &Told<'_>) -> Option<Said> {
    let text = words::work_orders(l, &told.figure("pinggu.work_orders_resolved")?);
    let said = Said::new(words::work_orders_title(l), text, &[PINGGU?]);
    let figures = Route::Statistics(StatisticsView::default());
    Some(said.leading(say::open_figures(l), figures))
}

/// "Disputes mediated, and successfully, January–August 2023."
#[must_use]
pub fn disputes(l: Language, told: &Told<'_>) -> Option<Said> {
    let (county, period) = (PINGGU?, Period::published());
    let text = words::disputes(
        l,
        &period.name(l),
        &told.figure("pinggu.disputes_mediated")?,
        &told.figure("pinggu.disputes_successful")?,
    );
    let said = Said::new(words::disputes_title(l), text, &[county]);
    let cases = Layer::Mediated.query(county, period.span())?;
    Some(said.leading(say::open_cases(l), Route::Register(cases)))
}
