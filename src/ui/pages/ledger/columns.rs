//! What each column becomes: guessed, with samples, and to be chosen otherwise.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::state::At;
use crate::{
    engine::protocol::{LedgerColumn, LedgerPreview},
    exchange::{
        ledger::{Column, Form, Unit},
        words::ledger::{column as column_name, unit as unit_name},
    },
    law::divisions::Adcode,
    locale::{Language, ledger_page as say, places},
    ui::{
        language::{t, use_language},
        parts::{Card, CardFit, Field, unique_id},
    },
};

#[component]
pub(super) fn Columns(at: At, preview: Arc<LedgerPreview>) -> impl IntoView {
    let (year, unit) = (preview.year, preview.unsaid_unit);
    let key = |column: &LedgerColumn| {
        let is_unsure = column.certainty == "unsure" && column.filled > 0;
        let is_unitless = unit.is_some() && column.meaning == Column::Amount.code();
        (!is_unsure, !is_unitless)
    };
    let columns = at.in_order(preview.columns.clone(), |column| column.place, key);
    let rows = columns
        .into_iter()
        .map(|column| view! { <ColumnRow at=at column=column unsaid_unit=unit/> })
        .collect_view();
    view! {
        <Card title=t(say::columns) fit=CardFit::Flush>
            <div class="ledger-year">
                <County at=at chosen=preview.county counties=preview.counties.clone()/>
                <Year at=at year=year/>
                <UnsaidForm at=at chosen=preview.unsaid_form.clone()/>
            </div>
            <ul class="ledger-columns">{rows}</ul>
        </Card>
    }
}

#[component]
fn ColumnRow(at: At, column: LedgerColumn, unsaid_unit: Option<Unit>) -> impl IntoView {
    let language = use_language();
    let LedgerColumn {
        place,
        heading,
        meaning,
        samples,
        certainty,
        read,
        filled,
    } = column;
    let name = t(move |l| {
        if heading.trim().is_empty() {
            say::no_heading(l, place + 1)
        } else {
            heading.clone()
        }
    });
    let ask = certainty == "unsure" && filled > 0;
    let sure = t(move |l| match certainty.as_str() {
        "chosen" => say::chosen(l),
        "remembered" => say::remembered(l),
        "plain" => say::plain(l),
        "likely" => say::likely(l),
        _ => say::unsure(l),
    });
    let on_change = move |event: ev::Event| {
        let code = event_target_value(&event);
        at.choose(|choices| {
            choices.columns.retain(|(at, _)| *at != place);
            choices.columns.push((place, code));
        });
    };
    let options = Column::ALL
        .iter()
        .map(|column| {
            let chosen = column.code() == meaning;
            let shown = column.clone();
            view! {
                <option value=column.code().to_owned() selected=chosen>
                    {move || column_name(language.get(), &shown)}
                </option>
            }
        })
        .collect_view();
    // As it is read now, whatever was last pressed there: another column's choice may have taken it away.
    let shown = meaning.clone();
    let is_sum = meaning == Column::Amount.code();
    let unsaid_unit = unsaid_unit.filter(|_| is_sum);
    let asks = ask || unsaid_unit.is_some();
    let unit = unsaid_unit.map(|unit| view! { <UnsaidUnit at=at chosen=unit/> });
    let private = meaning.ends_with("_id") || meaning.ends_with("_phone");
    let samples = samples
        .into_iter()
        .map(|sample| if private { masked(&sample) } else { sample })
        .map(|sample| view! { <span>{sample}</span> });
    let samples = samples.collect_view();
    let share = format!("{:.1}%", f64::from(read) * 100.0 / f64::from(filled.max(1)));
    view! {
        <li class="ledger-column" class:ask=asks>
            <h3>{name}</h3>
            <p class="small muted ledger-samples">{samples}</p>
            <select class="input" aria-label=t(move |l| say::becomes_of(l, &name.get())) prop:value=shown on:change=on_change>{options}</select>
            <p class="small num ledger-sure">
                <span class:soon=ask>{sure}</span>
                <span>{t(move |l| say::cells(l, read, filled))}</span>
                <i class="ledger-share" aria-hidden="true"><i style:inline-size=share></i></i>
            </p>
            {unit}
        </li>
    }
}

/// Beside sums whose unit is said nowhere: what they are read in.
#[component]
fn UnsaidUnit(at: At, chosen: Unit) -> impl IntoView {
    let id = unique_id("unit");
    let on_change = move |event: ev::Event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(unit) = place.and_then(|place| Unit::ALL.get(place)) {
            at.choose(|choices| choices.unsaid_unit = Some(*unit));
        }
    };
    let options = Unit::ALL.iter().enumerate().map(|(place, unit)| {
        let unit = *unit;
        let name = t(move |l| say::read_in(l, unit_name(l, unit)));
        view! { <option value=place selected={unit == chosen}>{name}</option> }
    });
    view! {
        <div class="ledger-unit small">
            <label class="soon" for=id.clone()>{t(say::unsaid_unit)}</label>
            <select id=id class="input" on:change=on_change>{options.collect_view()}</select>
        </div>
    }
}

/// A number as far as one must see it to know what it is: others may look at the screen.
fn masked(number: &str) -> String {
    const SEEN: usize = 3;
    let length = number.chars().count();
    let hide = |(place, sign): (usize, char)| {
        if place < SEEN || place + SEEN >= length {
            sign
        } else {
            '*'
        }
    };
    number.chars().enumerate().map(hide).collect()
}

/// Where the ledger's title names another county than the desk's: which of the two it is.
#[component]
fn County(at: At, chosen: Adcode, counties: Vec<Adcode>) -> impl IntoView {
    let id = unique_id("county");
    let on_change = move |event: ev::Event| {
        let county = event_target_value(&event)
            .parse()
            .ok()
            .and_then(Adcode::new);
        at.choose(|choices| choices.county = county);
    };
    let options = counties.iter().enumerate().map(|(place, county)| {
        let county = *county;
        let name = move |l| {
            let name = places::county_in_city(l, county);
            match place {
                0 => say::county_of_title(l, &name),
                _ => say::county_of_desk(l, &name),
            }
        };
        view! { <option value=county.number() selected={county == chosen}>{t(name)}</option> }
    });
    let options = options.collect_view();
    (!counties.is_empty()).then(|| {
        view! {
            <Field label=t(say::county) control=id.clone()>
                <select id=id class="input" on:change=on_change>{options}</select>
            </Field>
        }
    })
}

/// Where agreements have no form: what all of them are.
#[component]
fn UnsaidForm(at: At, chosen: Option<String>) -> impl IntoView {
    let id = unique_id("form");
    let on_change = move |event: ev::Event| {
        let form = event_target_value(&event);
        at.choose(|choices| choices.unsaid_form = Some(form));
    };
    chosen.map(|chosen| {
        let names = [
            (Form::Oral, say::oral as fn(Language) -> &'static str),
            (Form::Written, say::written),
        ];
        let options = names.map(|(form, name)| {
            let is_chosen = form.code() == chosen;
            view! { <option value=form.code().to_owned() selected=is_chosen>{t(name)}</option> }
        });
        view! {
            <Field label=t(say::unsaid_form) control=id.clone()>
                <select id=id class="input" on:change=on_change>{options.collect_view()}</select>
            </Field>
        }
    })
}

#[component]
fn Year(at: At, year: i32) -> impl IntoView {
    let id = unique_id("year");
    let on_change = move |event: ev::Event| {
        let typed = event_target_value(&event);
        // Anything but a year is left as it was; the field shows what counts after the next reading.
        let year: Option<i32> = typed
            .trim()
            .parse()
            .ok()
            .filter(|year| (1950..=2100).contains(year));
        at.choose(|choices| choices.year = year);
    };
    let shown = if year > 0 {
        year.to_string()
    } else {
        String::new()
    };
    view! {
        <Field label=t(say::year) control=id.clone()>
            <input id=id class="input" inputmode="numeric" maxlength="4" prop:value=shown on:change=on_change/>
        </Field>
    }
}
