//! 人民调解案件统计表: a row for each kind of organisation, and the total.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    page::Figures,
    tiles::door,
    titles::{self, count},
};
use crate::{
    law::{money::Fen, organisation::OrganisationKind, rate::PerMille},
    locale::{Language, numbers, statistics as say, terms::Term},
    ui::{
        chart::{
            OfficialTable,
            official_table::{Cell, Report, ReportRow},
        },
        language::{t, use_language},
        parts::use_toasts,
    },
    views::answers::{Counted, Statistics},
};

#[component]
pub(super) fn Official(figures: Figures) -> impl IntoView {
    let language: Signal<Language> = use_language().into();
    let toasts = use_toasts();
    let report = Signal::derive(move || {
        let language = language.get();
        figures.with(|figures| {
            figures
                .as_ref()
                .map(|figures| table(language, figures))
                .unwrap_or_default()
        })
    });
    let copy = Callback::new(move |csv: String| {
        let clipboard = window().navigator().clipboard();
        let language = language.get_untracked();
        spawn_local(async move {
            let said = match JsFuture::from(clipboard.write_text(&csv)).await {
                Ok(_) => say::table_copied(language),
                Err(_) => say::table_not_copied(language),
            };
            toasts.say(said);
        });
    });
    view! { <OfficialTable language report on_copy=copy empty=t(say::charts_empty)/> }
}

fn table(language: Language, figures: &Statistics) -> Report {
    let name = |kind: &Option<OrganisationKind>| match kind {
        Some(kind) => kind.term(language).to_owned(),
        None => say::unknown_organisation(language).to_owned(),
    };
    let names: Vec<String> = figures
        .by_organisation
        .iter()
        .map(|group| name(&group.key))
        .collect();
    let shares: Vec<titles::Bar> = names
        .iter()
        .zip(&figures.by_organisation)
        .map(|(name, group)| (name.as_str(), group.mediated.count))
        .collect();
    let title = titles::did(language, &shares);
    let rows = figures
        .by_organisation
        .iter()
        .zip(&names)
        .map(|(group, name)| ReportRow {
            key: group
                .key
                .as_ref()
                .map_or_else(String::new, |kind| kind.code().to_owned()),
            label: name.clone(),
            cells: cells(
                &own(&group.mediated, &figures.mediated),
                &own(&group.successful, &figures.successful),
                group.people,
                group.total,
            ),
        });
    Report {
        title: if title.is_empty() {
            say::by_organisation(language).to_owned()
        } else {
            title
        },
        source: say::official(language).to_owned(),
        corner: say::organisation(language).to_owned(),
        columns: [
            say::column_mediated,
            say::column_successful,
            say::column_rate,
            say::column_people,
            say::column_sum,
        ]
        .map(|column| column(language).to_owned())
        .into(),
        rows: rows.collect(),
        total: Some(ReportRow {
            key: "total".to_owned(),
            label: say::total(language).to_owned(),
            cells: cells(
                &Door::of(&figures.mediated),
                &Door::of(&figures.successful),
                figures.people,
                figures.total,
            ),
        }),
    }
}

/// A count, and the register with its cases.
struct Door {
    count: u64,
    href: Option<String>,
}

impl Door {
    fn of(counted: &Counted) -> Self {
        // A nought opens nothing.
        Self {
            count: counted.count,
            href: door(&counted.query).filter(|_| counted.count > 0),
        }
    }

    fn cell(&self, text: String) -> Cell {
        match &self.href {
            Some(href) => Cell::new(text).opening(href.clone()),
            None => Cell::new(text),
        }
    }
}

/// A row opens its own cases or none: a query that is the whole's opens others too.
fn own(part: &Counted, whole: &Counted) -> Door {
    let door = Door::of(part);
    if part.query == whole.query && part.count != whole.count {
        Door { href: None, ..door }
    } else {
        door
    }
}

fn cells(mediated: &Door, successful: &Door, people: u64, total: Fen) -> Vec<Cell> {
    let rate = PerMille::of(successful.count, mediated.count);
    vec![
        mediated.cell(count(mediated.count)),
        successful.cell(count(successful.count)),
        Cell::new(rate.map_or_else(|| "—".to_owned(), numbers::percent)),
        mediated.cell(count(people)),
        successful.cell(numbers::wan(total)),
    ]
}
