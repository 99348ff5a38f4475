//! What the entries tell of the examples, and what a stop makes of it. Pure.

use crate::domain::id::StreamId;
use crate::domain::network::{Activity, ActivityForm, Agreement};
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::law::organisation::OrganisationKind;
use crate::locale::{Language, network::tour as say};
use crate::ui::pages::directory::kind::DirectoryKind;
use crate::ui::pages::network::drawn::{corridors, on_map};
use crate::ui::pages::statistics::titles::count;
use crate::ui::route::Route;
use crate::views::answers::{Directory, NetworkMap, OrganisationLine, PublishedFigure};

/// What is on record.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Of all time.
    pub map: &'a NetworkMap,
    pub directory: &'a Directory,
    pub published: &'a [PublishedFigure],
    pub today: Day,
}

/// What a stop says, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub title: String,
    pub text: String,
    /// The counties that the map shows; a single one is opened beside it.
    pub counties: Vec<Adcode>,
    /// The corridor that is opened beside the map.
    pub corridor: Option<StreamId>,
    /// The pages on which what it speaks of can be read and changed.
    pub links: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub label: String,
    pub to: Route,
}

impl Said {
    #[must_use]
    pub fn new(title: &str, text: String, counties: &[Adcode]) -> Self {
        Self {
            title: title.to_owned(),
            text,
            counties: counties.iter().map(|one| on_map(*one)).collect(),
            corridor: None,
            links: Vec::new(),
        }
    }

    #[must_use]
    pub fn within(self, corridor: StreamId) -> Self {
        Self {
            corridor: Some(corridor),
            ..self
        }
    }

    #[must_use]
    pub fn leading(mut self, label: impl Into<String>, to: Route) -> Self {
        self.links.push(Link {
            label: label.into(),
            to,
        });
        self
    }

    /// With a way to the page of an entry.
    #[must_use]
    pub fn opening(self, label: impl Into<String>, entry: StreamId) -> Self {
        match DirectoryKind::of(entry.kind) {
            Some(kind) => self.leading(
                label,
                Route::Entry {
                    kind,
                    id: entry.short(),
                },
            ),
            None => self,
        }
    }
}

impl<'a> Told<'a> {
    /// The corridor on record.
    #[must_use]
    pub fn corridor(&self) -> Option<(StreamId, &'a Agreement)> {
        let (id, agreement) = corridors(self.map).next()?;
        Some((*id, agreement))
    }

    /// Organisations that are at work.
    pub fn organisations(
        &self,
        is: impl Fn(&OrganisationLine) -> bool,
    ) -> impl Iterator<Item = &'a OrganisationLine> {
        let all = self.directory.organisations.iter();
        all.filter(move |line| line.ended.is_none() && is(line))
    }

    /// Those of a kind in a county.
    pub fn of_kind(
        &self,
        county: Adcode,
        kind: OrganisationKind,
    ) -> impl Iterator<Item = &'a OrganisationLine> {
        self.organisations(move |line| {
            line.organisation.county == county && line.organisation.kind == kind
        })
    }

    /// What was held in a form, the first first.
    #[must_use]
    pub fn held(&self, form: &ActivityForm) -> Vec<&'a (StreamId, Activity)> {
        let all = self.directory.activities.iter();
        let mut held: Vec<_> = all.filter(|(_, one)| one.now.form == *form).collect();
        held.sort_by_key(|(id, one)| (one.now.day, *id));
        held
    }

    /// A figure of the report, folded anew; none where nothing makes it up.
    #[must_use]
    pub fn figure(&self, named: &str) -> Option<String> {
        let found = self.published.iter().find(|one| one.figure == named)?;
        (found.value > 0).then(|| count(found.value))
    }

    /// The name of an organisation in a language.
    #[must_use]
    pub fn name_of(&self, language: Language, id: StreamId) -> Option<String> {
        let line = self
            .directory
            .organisations
            .iter()
            .find(|one| one.id == id)?;
        Some(name(language, line))
    }
}

/// An organisation's name; its Chinese one where it has no other.
#[must_use]
pub fn name(language: Language, line: &OrganisationLine) -> String {
    let known = &line.organisation;
    language
        .name(&known.name, known.name_en.as_deref())
        .to_owned()
}

/// An activity's name.
#[must_use]
pub fn activity_name(language: Language, activity: &Activity) -> String {
    let now = &activity.now;
    language.name(&now.name, Some(&now.name_en)).to_owned()
}

/// Several in one sentence: 甲、乙 / one, two.
#[must_use]
pub fn listed(language: Language, all: impl IntoIterator<Item = String>) -> String {
    let all: Vec<String> = all.into_iter().collect();
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!(
                "{}{}{last}",
                rest.join(say::comma(language)),
                say::and(language)
            )
        }
        _ => all.join(""),
    }
}
