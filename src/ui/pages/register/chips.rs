//! What the chips do to a query, and how a query reads. Pure.

use crate::law::coded::Coded;
use crate::law::day::{Day, Month};
use crate::locale::{Language, dates, places, register as say, steps::stage_name, terms::Term};
use crate::views::query::{Ending, Query, Sort};

/// One thing that a query asks for, as a chip that can be taken away again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Stages,
    NotOpen,
    Kinds,
    Sources,
    Endings,
    Registered,
    Concluded,
    Performed,
    Confirmed,
    County,
    Among,
    Town,
    Mediator,
    Organisation,
    Agreement,
    HandedOn,
    Voided,
}

/// What stands as a chip of its own among the quick ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quick {
    Open,
    Overdue,
    Disputed,
    Joint,
    ThisMonth,
}

impl Quick {
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Overdue,
        Self::Disputed,
        Self::Joint,
        Self::ThisMonth,
    ];

    /// Whether the query asks for it.
    #[must_use]
    pub fn is_on(self, query: &Query, today: Day) -> bool {
        match self {
            Self::Open => query.open == Some(true),
            Self::Overdue => query.overdue,
            Self::Disputed => query.disputed,
            Self::Joint => query.joint,
            Self::ThisMonth => query.registered == Some(month(today.month())),
        }
    }

    /// The query with it turned on or off.
    #[must_use]
    pub fn turned(self, query: &Query, today: Day) -> Query {
        let on = !self.is_on(query, today);
        let mut query = query.clone();
        match self {
            Self::Open => query.open = on.then_some(true),
            Self::Overdue => query.overdue = on,
            Self::Disputed => query.disputed = on,
            Self::Joint => query.joint = on,
            Self::ThisMonth => query.registered = on.then(|| month(today.month())),
        }
        query
    }

    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        match self {
            Self::Open => say::open(language),
            Self::Overdue => say::overdue(language),
            Self::Disputed => say::disputed(language),
            Self::Joint => say::joint(language),
            Self::ThisMonth => say::this_month(language),
        }
    }
}

/// The first and last day of a month.
#[must_use]
pub fn month(month: Month) -> (Day, Day) {
    (month.first_day(), month.last_day())
}

/// The year of `today`, as far as it goes in the register: whole.
#[must_use]
pub fn year(today: Day) -> (Day, Day) {
    let of = |month_of: u8| Month::new(today.year(), month_of).unwrap_or(today.month());
    (of(1).first_day(), of(12).last_day())
}

/// What the query asks for beyond the quick chips and the types, which have chips of their own.
#[must_use]
pub fn parts(query: &Query, today: Day) -> Vec<Part> {
    let month_chip = query.registered == Some(month(today.month()));
    [
        (Part::Stages, !query.stages.is_empty()),
        (Part::NotOpen, query.open == Some(false)),
        (Part::Kinds, !query.kinds.is_empty()),
        (Part::Sources, !query.sources.is_empty()),
        (Part::Endings, !query.endings.is_empty()),
        (Part::Registered, query.registered.is_some() && !month_chip),
        (Part::Concluded, query.concluded.is_some()),
        (Part::Performed, query.performed.is_some()),
        (Part::Confirmed, query.confirmed.is_some()),
        (Part::County, query.county.is_some()),
        (Part::Among, !query.among.is_empty()),
        (Part::Town, query.town.is_some()),
        (Part::Mediator, query.mediator.is_some()),
        (
            Part::Organisation,
            query.organisation.is_some() || query.organisation_kind.is_some() || query.branded,
        ),
        (Part::Agreement, query.agreement.is_some()),
        (Part::HandedOn, query.handed_on),
        (Part::Voided, query.voided),
    ]
    .into_iter()
    .filter_map(|(part, on)| on.then_some(part))
    .collect()
}

impl Part {
    /// The query without it.
    #[must_use]
    pub fn taken_from(self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Stages => query.stages.clear(),
            Self::NotOpen => query.open = None,
            Self::Kinds => query.kinds.clear(),
            Self::Sources => query.sources.clear(),
            Self::Endings => query.endings.clear(),
            Self::Registered => query.registered = None,
            Self::Concluded => query.concluded = None,
            Self::Performed => query.performed = None,
            Self::Confirmed => query.confirmed = None,
            Self::County => query.county = None,
            Self::Among => query.among.clear(),
            Self::Town => query.town = None,
            Self::Mediator => query.mediator = None,
            Self::Organisation => {
                (query.organisation, query.organisation_kind) = (None, None);
                query.branded = false;
            }
            Self::Agreement => query.agreement = None,
            Self::HandedOn => query.handed_on = false,
            Self::Voided => query.voided = false,
        }
        query
    }

    /// How it reads. A town's name is not compiled in: the bar asks for it.
    #[must_use]
    pub fn label(self, language: Language, query: &Query, today: Day) -> String {
        let list = |names: Vec<&str>| names.join(say::comma(language));
        match self {
            Self::Stages => list(
                query
                    .stages
                    .iter()
                    .map(|s| stage_name(language, s))
                    .collect(),
            ),
            Self::NotOpen => say::not_open(language).to_owned(),
            Self::Kinds => list(query.kinds.iter().map(|kind| kind.term(language)).collect()),
            Self::Sources => list(
                query
                    .sources
                    .iter()
                    .map(|source| source.term(language))
                    .collect(),
            ),
            Self::Endings => endings(language, &query.endings),
            Self::Registered => span(
                query.registered,
                |s| say::registered_between(language, s),
                language,
                today,
            )
            .unwrap_or_default(),
            Self::Concluded => span(
                query.concluded,
                |s| say::concluded_between(language, s),
                language,
                today,
            )
            .unwrap_or_else(|| say::concluded_ever(language).to_owned()),
            Self::Performed => span(
                query.performed,
                |s| say::performed_between(language, s),
                language,
                today,
            )
            .unwrap_or_else(|| say::performed_ever(language).to_owned()),
            Self::Confirmed => span(
                query.confirmed,
                |s| say::confirmed_between(language, s),
                language,
                today,
            )
            .unwrap_or_else(|| say::confirmed_ever(language).to_owned()),
            Self::County => query
                .county
                .map_or_else(String::new, |county| places::county(language, county)),
            Self::Among => {
                let names = query
                    .among
                    .iter()
                    .map(|county| places::county(language, *county));
                names.collect::<Vec<_>>().join(say::comma(language))
            }
            Self::Town => say::one_town(language).to_owned(),
            Self::Mediator => say::one_mediator(language).to_owned(),
            Self::Organisation => match &query.organisation_kind {
                Some(kind) => kind.term(language).to_owned(),
                None if query.branded => say::branded(language).to_owned(),
                None => say::one_organisation(language).to_owned(),
            },
            Self::Agreement => say::one_agreement(language).to_owned(),
            Self::HandedOn => say::handed_on(language).to_owned(),
            Self::Voided => say::voided(language).to_owned(),
        }
    }
}

/// The endings that figures ask for have one name together: 有结果的, 达成协议的.
fn endings(language: Language, endings: &[Ending]) -> String {
    let is_all = |test: fn(&Ending) -> bool| {
        Ending::ALL
            .iter()
            .all(|ending| test(ending) == endings.contains(ending))
    };
    if is_all(Ending::is_mediated) {
        say::any_outcome(language).to_owned()
    } else if is_all(Ending::is_success) {
        say::agreements(language).to_owned()
    } else {
        let names: Vec<&str> = endings
            .iter()
            .map(|ending| ending_name(language, ending))
            .collect();
        names.join(say::comma(language))
    }
}

/// How a case ended.
#[must_use]
pub fn ending_name(language: Language, ending: &Ending) -> &str {
    match ending {
        Ending::Written => say::ended_written(language),
        Ending::Oral => say::ended_oral(language),
        Ending::Failed => say::ended_failed(language),
        Ending::Withdrawn => say::ended_withdrawn(language),
        Ending::Declined => say::ended_declined(language),
        Ending::Unknown(code) => code,
    }
}

/// What an order is called.
#[must_use]
pub fn sort_name(language: Language, sort: &Sort) -> &str {
    match sort {
        Sort::Due => say::by_due(language),
        Sort::Newest => say::by_newest(language),
        Sort::Oldest => say::by_oldest(language),
        Sort::Number => say::by_number(language),
        Sort::Sum => say::by_sum(language),
        Sort::Unknown(code) => code,
    }
}

/// None where it is the whole of time, which restricts nothing.
fn span(
    days: Option<(Day, Day)>,
    of: impl Fn(&str) -> String,
    language: Language,
    today: Day,
) -> Option<String> {
    let (from, to) = days.filter(|(from, to)| *from > Day::MIN || *to < Day::MAX)?;
    // A whole month or year is called by its name.
    let name = if (from, to) == month(from.month()) {
        dates::month(language, from.month())
    } else if from > Day::MIN && (from, to) == year(from) {
        say::year(language, from.year())
    } else if to == Day::MAX {
        say::since(language, &dates::short_day(language, from, today))
    } else {
        dates::span(language, from, to, today)
    };
    Some(of(&name))
}

/// How many filters are in use; the order is none.
#[must_use]
pub fn count(query: &Query, today: Day) -> usize {
    let quick = Quick::ALL
        .iter()
        .filter(|chip| chip.is_on(query, today))
        .count();
    quick + parts(query, today).len()
}

/// The same order without any filter.
#[must_use]
pub fn cleared(query: &Query) -> Query {
    Query {
        sort: query.sort.clone(),
        ..Query::default()
    }
}

/// With a value put in or taken out.
pub fn toggle<T: Coded>(list: &mut Vec<T>, value: &T) {
    match list.iter().position(|one| one == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::dispute::DisputeType;
    use crate::law::divisions::Adcode;
    use Language::{Chinese, English};

    fn today() -> Day {
        Day::parse("2026-11-24").unwrap()
    }

    #[test]
    fn a_chip_pressed_twice_changes_nothing() {
        let query = Query {
            kinds: vec![DisputeType::Neighbour],
            ..Query::default()
        };
        for chip in Quick::ALL {
            assert!(!chip.is_on(&query, today()));
            let on = chip.turned(&query, today());
            assert!(chip.is_on(&on, today()));
            assert_eq!(count(&on, today()), 2, "{chip:?}");
            assert_eq!(chip.turned(&on, today()), query);
        }
    }

    #[test]
    fn a_figures_query_reads_in_a_few_words() {
        let day = |text| Day::parse(text).unwrap();
        let query = Query {
            concluded: Some((day("2023-01-01"), day("2023-08-31"))),
            endings: vec![Ending::Written, Ending::Oral],
            county: Adcode::new(110_117),
            kinds: vec![DisputeType::Neighbour, DisputeType::Contract],
            ..Query::default()
        };
        let labels = |language| -> Vec<String> {
            parts(&query, today())
                .iter()
                .map(|part| part.label(language, &query, today()))
                .collect()
        };
        assert_eq!(
            labels(Chinese),
            [
                "邻里、合同",
                "达成协议的",
                "结果在2023年1月1日–8月31日",
                "平谷区"
            ]
        );
        assert_eq!(labels(English)[1], "With an agreement");
        let whole = Query {
            concluded: Some((day("2023-01-01"), day("2023-12-31"))),
            ..Query::default()
        };
        assert_eq!(
            Part::Concluded.label(Chinese, &whole, today()),
            "结果在2023年"
        );
        let always = Query {
            concluded: Some((Day::MIN, Day::MAX)),
            ..Query::default()
        };
        assert_eq!(
            Part::Concluded.label(Chinese, &always, today()),
            "任何时候有结果的"
        );
    }

    #[test]
    fn each_part_can_be_taken_away() {
        let query = Query {
            registered: Some(month(today().month().plus_months(-1))),
            open: Some(false),
            overdue: true,
            ..Query::default()
        };
        let mut rest = query.clone();
        for part in parts(&query, today()) {
            rest = part.taken_from(&rest);
        }
        assert_eq!(
            rest,
            Query {
                overdue: true,
                ..Query::default()
            }
        );
        assert_eq!(cleared(&query), Query::default());
    }
}
