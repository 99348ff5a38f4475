//! The tour of the exchange meeting: who called it together, and who spoke.

use super::told::{Said, Told, activity_name, listed};
use crate::domain::id::StreamId;
use crate::domain::network::{Activity, ActivityForm};
use crate::law::divisions::Adcode;
use crate::locale::{
    Language, dates,
    network::tour::{self as say, meeting as words},
};
use crate::ui::pages::statistics::titles::count;

fn meeting<'a>(told: &Told<'a>) -> Option<&'a (StreamId, Activity)> {
    told.held(&ActivityForm::ExchangeMeeting).last().copied()
}

/// Where an organisation is.
fn county(told: &Told<'_>, id: StreamId) -> Option<Adcode> {
    let mut all = told.directory.organisations.iter();
    Some(all.find(|one| one.id == id)?.organisation.county)
}

/// "Sponsor Tianjin Municipal Bureau of Justice."
#[must_use]
pub fn sponsor(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, held) = meeting(told)?;
    let sponsor = *held.now.organisers.first()?;
    let name = told.name_of(l, sponsor)?;
    let day = dates::paper_day(l, held.now.day);
    let text = words::sponsor(l, &day, &name, &activity_name(l, held));
    let said = Said::new(words::sponsor_title(l), text, &[county(told, sponsor)?]);
    let said = said.opening(words::open_meeting(l), *id);
    Some(said.opening(say::open(l, &name), sponsor))
}

/// "Co-organisers Beijing Municipal Bureau of Justice and Hebei Provincial Department of Justice."
#[must_use]
pub fn co_organisers(l: Language, told: &Told<'_>) -> Option<Said> {
    let (_, held) = meeting(told)?;
    let (_, others) = held.now.organisers.split_first()?;
    let named = others
        .iter()
        .filter_map(|id| Some((*id, told.name_of(l, *id)?, county(told, *id)?)));
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return None;
    }
    let names = listed(l, named.iter().map(|(_, name, _)| name.clone()));
    let counties: Vec<Adcode> = named.iter().map(|(.., county)| *county).collect();
    let said = Said::new(
        words::co_organisers_title(l),
        words::co_organisers(l, &names),
        &counties,
    );
    let open = |said: Said, (id, name, _): (StreamId, String, Adcode)| {
        said.opening(say::open(l, &name), id)
    };
    Some(named.into_iter().fold(said, open))
}

/// "Nine representatives shared the practice of their region and field."
#[must_use]
pub fn representatives(l: Language, told: &Told<'_>) -> Option<Said> {
    let (id, held) = meeting(told)?;
    let spoke = held.now.representatives?;
    let text = words::representatives(l, &count(u64::from(spoke)));
    let title = words::representatives_title(l);
    let said = Said::new(title, text, &held.now.counties);
    Some(said.opening(words::open_meeting(l), *id))
}
