//! The headline figures, each with how it comes about.

use leptos::prelude::*;

use super::{
    page::Figures,
    titles::{count, each, rate},
};
use crate::{
    law::{money::Fen, rate::mean},
    locale::{Language, numbers, statistics as say},
    ui::{
        language::{t, use_language},
        pages::network::layer::Layer,
        parts::{StatTile, Tone},
        route::{NetworkView, Route},
    },
    views::{
        answers::{Counted, Statistics},
        query::Query,
    },
};

/// The register with the cases behind a figure; none where its address could not say which.
pub(super) fn door(query: &Query) -> Option<String> {
    query
        .fits_an_address()
        .then(|| Route::Register(query.clone()).href())
}

fn opens(counted: &Counted) -> Option<String> {
    door(&counted.query)
}

/// What a tile says of the figures.
type Say = fn(Language, &Statistics) -> String;
/// Where it leads from there: the map of the same place and period shows what is no case.
type Leads = fn(&Statistics, &NetworkView) -> Option<String>;

#[component]
pub(super) fn Tiles(
    figures: Figures,
    /// The map of the same place and period.
    #[prop(into)]
    map: Signal<NetworkView>,
) -> impl IntoView {
    let language = use_language();
    let tile = move |label: fn(Language) -> &'static str,
                     tone: Tone,
                     value: Say,
                     formula: Say,
                     leads: Leads| {
        let text = move |say: Say| {
            let language = language.get();
            figures.with(|figures| figures.as_ref().map(|figures| say(language, figures)))
        };
        let value = Signal::derive(move || text(value).unwrap_or_default());
        let formula = Signal::derive(move || text(formula));
        let href = Signal::derive(move || {
            figures.with(|figures| map.with(|map| leads(figures.as_ref()?, map)))
        });
        view! { <StatTile label=t(label) value=value formula=formula href=href tone=tone/> }
    };
    view! {
        <div class="tiles">
            {tile(say::mediated, Tone::Plain, |_, f| count(f.mediated.count), |l, _| say::mediated_note(l).into(), |f, _| opens(&f.mediated))}
            {tile(say::successful, Tone::Plain, |_, f| count(f.successful.count),
                |l, f| rate(l, f.successful.count, f.mediated.count), |f, _| opens(&f.successful))}
            {tile(say::registered, Tone::Plain, |_, f| count(f.registered.count), |l, _| say::registered_note(l).into(), |f, _| opens(&f.registered))}
            {tile(say::people, Tone::Plain, |_, f| count(f.people), people, |f, _| opens(&f.mediated))}
            {tile(say::sum, Tone::Plain, |l, f| numbers::rough_sum(l, f.total), sum, |f, _| opens(&f.successful))}
            {tile(say::performed, Tone::Plain, |_, f| count(f.performed.count), |l, _| say::performed_note(l).into(), |f, _| opens(&f.performed))}
            {tile(say::confirmed, Tone::Plain, |_, f| count(f.confirmed.count), |l, _| say::confirmed_note(l).into(), |f, _| opens(&f.confirmed))}
            {tile(say::open, Tone::Plain, |_, f| count(f.open.count), |l, _| say::open_note(l).into(), |f, _| opens(&f.open))}
            // Red only while there is something to be red about.
            <Show
                when=move || figures.with(|f| f.as_ref().is_some_and(|f| f.overdue.count > 0))
                fallback=move || tile(say::overdue, Tone::Plain, |_, f| count(f.overdue.count), overdue, |f, _| opens(&f.overdue))
            >
                {tile(say::overdue, Tone::Maple, |_, f| count(f.overdue.count), overdue, |f, _| opens(&f.overdue))}
            </Show>
            <Show when=move || figures.with(|f| f.as_ref().is_some_and(|f| f.centres + f.consultations + f.work_orders_resolved > 0))>
                {tile(say::consultations, Tone::Plain, |_, f| count(f.consultations), |l, _| say::consultations_note(l).into(), |_, map| network(map, Layer::Consultations))}
                {tile(say::work_orders, Tone::Plain, |_, f| count(f.work_orders_resolved), |l, _| say::work_orders_note(l).into(), |_, map| network(map, Layer::WorkOrders))}
                {tile(say::centres, Tone::Plain, |_, f| count(f.centres), |l, _| say::centres_note(l).into(), |_, map| network(map, Layer::Centres))}
            </Show>
        </div>
    }
}

/// What is no case stands on the map.
fn network(map: &NetworkView, layer: Layer) -> Option<String> {
    let view = NetworkView {
        layer: Some(layer),
        ..map.clone()
    };
    Some(Route::Network(view).href())
}

fn people(language: Language, figures: &Statistics) -> String {
    match each(figures.people, figures.mediated.count) {
        Some(each) => say::people_note(language, &each),
        None => say::people_unit(language).to_owned(),
    }
}

fn sum(language: Language, figures: &Statistics) -> String {
    match mean(figures.total, figures.successful.count) {
        Some(mean) if figures.total > Fen::ZERO => {
            say::sum_note(language, &numbers::rough_sum(language, mean))
        }
        _ => say::sum_none(language).to_owned(),
    }
}

fn overdue(language: Language, figures: &Statistics) -> String {
    say::overdue_note(
        language,
        &count(figures.overdue.count),
        &count(figures.open.count),
    )
}
