//! The pictures: by type, by month, by county, by outcome, by source.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    page::Figures,
    period::drawn,
    tiles::door,
    titles::{self, count},
};
use crate::{
    law::{day::Month, divisions::Adcode, rate::PerMille},
    locale::{Language, dates, numbers, places, statistics as say, terms::Term},
    ui::{
        chart::{Bars, Columns, Datum, Figure, Folding, Line, Series},
        language::{t, use_language},
        pages::register::chips::ending_name,
    },
    views::{
        answers::{Counted, Group, Statistics},
        query::Query,
    },
};

/// So many bars stand before the rest is folded.
const KEPT: usize = 8;
/// Up to so many months stand as columns; more are a line.
const COLUMNS: usize = 24;

#[component]
pub(super) fn Charts(figures: Figures) -> impl IntoView {
    let language: Signal<Language> = use_language().into();
    let empty = t(say::charts_empty);
    let series = move |make: fn(Language, &Statistics) -> Series| {
        Signal::derive(move || {
            let language = language.get();
            figures.with(|figures| {
                figures
                    .as_ref()
                    .map(|figures| make(language, figures))
                    .unwrap_or_default()
            })
        })
    };
    let (kinds, months, counties) = (series(by_kind), series(by_month), series(by_county));
    let (endings, sources) = (series(by_ending), series(by_source));
    let titled = move |series: Signal<Series>, fallback: fn(Language) -> &'static str| {
        Signal::derive(move || {
            let language = language.get();
            or(
                series.with(|series| titles::most(language, &bars(series))),
                fallback(language),
            )
        })
    };
    let months_title = Signal::derive(move || {
        let language = language.get();
        let title = figures.with(|figures| {
            figures
                .as_ref()
                .map(|figures| month_title(language, figures))
        });
        or(title.unwrap_or_default(), say::by_month(language))
    });
    let endings_title = Signal::derive(move || {
        let language = language.get();
        let title = figures.with(|figures| {
            figures
                .as_ref()
                .map(|f| titles::came_to_good(language, f.successful.count, f.mediated.count))
        });
        or(title.unwrap_or_default(), say::by_ending(language))
    });
    let again = move || {
        figures.with(|figures| {
            let figures = figures.as_ref()?;
            let months: u64 = figures
                .by_month
                .iter()
                .map(|month| month.mediated.count)
                .sum();
            Some(months.saturating_sub(figures.mediated.count)).filter(|again| *again > 0)
        })
    };
    view! {
        <div class="statistics-charts">
            <Bars language title=titled(kinds, say::by_kind) series=kinds folding=folding(figures, |f| &f.by_kind, |q, keys| q.kinds = keys) empty=empty/>
            <Show
                when=move || months.with(|months| months.points.len() <= COLUMNS)
                fallback=move || view! { <Line language title=months_title series=months empty=empty/> }
            >
                <Columns language title=months_title series=months empty=empty/>
            </Show>
            <Bars language title=endings_title series=endings empty=empty/>
            <Bars language title=titled(sources, say::by_source) series=sources folding=folding(figures, |f| &f.by_source, |q, keys| q.sources = keys) empty=empty/>
            <Bars language title=titled(counties, say::by_county) series=counties folding=counties_folding(figures) empty=empty/>
        </div>
        {move || again().map(|again| view! { <p class="tiny">{t(move |l| say::ended_again(l, again))}</p> })}
    }
}

/// The computed sentence, or what the picture shows where there is nothing to say.
fn or(title: String, fallback: &str) -> String {
    if title.is_empty() {
        fallback.to_owned()
    } else {
        title
    }
}

fn bars(series: &Series) -> Vec<titles::Bar<'_>> {
    let bar = |datum: &'_ Datum| u64::try_from(datum.whole.amount).unwrap_or(0);
    series
        .points
        .iter()
        .map(|datum| (datum.label.as_str(), bar(datum)))
        .collect()
}

/// A figure with its door.
fn figure(counted: &Counted) -> Figure {
    let amount = i64::try_from(counted.count).unwrap_or(i64::MAX);
    let figure = Figure::new(amount, count(counted.count));
    // A nought opens nothing.
    match door(&counted.query).filter(|_| counted.count > 0) {
        Some(href) => figure.opening(href),
        None => figure,
    }
}

/// Mediated as the length, successful and its rate in the table behind.
fn datum<K>(language: Language, key: String, label: String, group: &Group<K>) -> Datum {
    let rate = PerMille::of(group.successful.count, group.mediated.count);
    let note = rate.map_or_else(|| say::no_rate(language).to_owned(), numbers::percent);
    Datum::new(key, label, figure(&group.mediated))
        .with_part(figure(&group.successful))
        .with_note(note)
}

fn series_of(language: Language, of: &str, points: Vec<Datum>) -> Series {
    Series {
        of: of.to_owned(),
        label: say::series_mediated(language).to_owned(),
        part_label: Some(say::series_successful(language).to_owned()),
        note_label: Some(say::series_rate(language).to_owned()),
        points,
    }
}

fn by_kind(language: Language, figures: &Statistics) -> Series {
    let points = figures.by_kind.iter().map(|group| {
        datum(
            language,
            group.key.code().to_owned(),
            group.key.term(language).to_owned(),
            group,
        )
    });
    series_of(language, say::of_kind(language), points.collect())
}

fn by_source(language: Language, figures: &Statistics) -> Series {
    let points = figures.by_source.iter().map(|group| {
        datum(
            language,
            group.key.code().to_owned(),
            group.key.term(language).to_owned(),
            group,
        )
    });
    series_of(language, say::of_source(language), points.collect())
}

fn by_county(language: Language, figures: &Statistics) -> Series {
    let points = figures.by_county.iter().map(|group| {
        datum(
            language,
            county_key(group.key),
            places::county_in_city(language, group.key),
            group,
        )
    });
    series_of(language, say::of_county(language), points.collect())
}

fn county_key(county: Adcode) -> String {
    county.number().to_string()
}

/// Within one year a month is called by its number alone.
fn month_label(language: Language, figures: &Statistics, month: Month) -> String {
    let years = || figures.by_month.iter().map(|group| group.key.year());
    match (years().min() == years().max(), language) {
        (true, Language::Chinese) => say::month_of_year(language, month.of_year()),
        (true, Language::English) => dates::month(language, month).chars().take(3).collect(),
        (false, Language::Chinese) => format!("{}-{:02}", month.year(), month.of_year()),
        (false, Language::English) => dates::month(language, month),
    }
}

/// From the first month that has anything to the last, those without anything too: a gap is told.
fn by_month(language: Language, figures: &Statistics) -> Series {
    let point = |month: Month| {
        let (key, label) = (month.to_string(), month_label(language, figures, month));
        match figures.by_month.iter().find(|group| group.key == month) {
            Some(group) => datum(language, key, label, group),
            None => Datum::new(key, label, Figure::new(0, "0")).with_part(Figure::new(0, "0")),
        }
    };
    let told: Vec<Month> = figures.by_month.iter().map(|group| group.key).collect();
    let points = drawn(told).into_iter().map(point).collect();
    series_of(language, say::of_month(language), points)
}

fn month_title(language: Language, figures: &Statistics) -> String {
    let labels: Vec<String> = figures
        .by_month
        .iter()
        .map(|group| month_label(language, figures, group.key))
        .collect();
    let months: Vec<titles::MonthBar> = labels
        .iter()
        .zip(&figures.by_month)
        .map(|(label, group)| (label.as_str(), group.mediated.count, group.successful.count))
        .collect();
    titles::months(language, &months)
}

fn by_ending(language: Language, figures: &Statistics) -> Series {
    let point = |(ending, counted): &(crate::views::query::Ending, Counted)| {
        Datum::new(
            ending.code(),
            ending_name(language, ending),
            figure(counted),
        )
    };
    Series {
        of: say::of_ending(language).to_owned(),
        label: say::series_cases(language).to_owned(),
        part_label: None,
        note_label: None,
        points: figures.by_ending.iter().map(point).collect(),
    }
}

/// Folds the smaller ones; their sum opens all of them, by the query of the whole with their codes.
fn folding<K: crate::law::coded::Coded + Send + Sync>(
    figures: Figures,
    groups: fn(&Statistics) -> &Vec<Group<K>>,
    narrow: fn(&mut Query, Vec<K>),
) -> Folding {
    let sum = move |folded: &[Datum]| {
        let keys: Vec<K> = folded
            .iter()
            .map(|datum| K::from_code(&datum.key))
            .collect();
        figures.with_untracked(|figures| {
            let Some(figures) = figures else {
                return (Figure::default(), None);
            };
            let mine = groups(figures)
                .iter()
                .filter(|group| keys.contains(&group.key));
            let (mut mediated, mut successful) = (0, 0);
            for group in mine {
                mediated += group.mediated.count;
                successful += group.successful.count;
            }
            let of = |count: u64, whole: &Counted| {
                let mut query = whole.query.clone();
                narrow(&mut query, keys.clone());
                figure(&Counted { count, query })
            };
            (
                of(mediated, &figures.mediated),
                Some(of(successful, &figures.successful)),
            )
        })
    };
    Folding {
        keep: KEPT,
        sum: Arc::new(sum),
    }
}

/// A query names one county only, so the folded rest of the counties is a number without a door.
fn counties_folding(figures: Figures) -> Folding {
    let sum = move |folded: &[Datum]| {
        figures.with_untracked(|figures| {
            let Some(figures) = figures else {
                return (Figure::default(), None);
            };
            let mine = figures.by_county.iter().filter(|group| {
                folded
                    .iter()
                    .any(|datum| datum.key == county_key(group.key))
            });
            let (mut mediated, mut successful) = (0, 0);
            for group in mine {
                mediated += group.mediated.count;
                successful += group.successful.count;
            }
            let plain = |count_of: u64| {
                Figure::new(i64::try_from(count_of).unwrap_or(i64::MAX), count(count_of))
            };
            (plain(mediated), Some(plain(successful)))
        })
    };
    Folding {
        keep: KEPT,
        sum: Arc::new(sum),
    }
}
