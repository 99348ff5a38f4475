//! One county: its figures, its organisations, with whom it mediates together, its latest cases.

use leptos::prelude::*;

use super::{
    compare::Before,
    coverage::Coverage,
    drawn::{figures, on_map},
    joint,
    layer::{FEW, Layer},
    neighbours::Neighbours,
    page::Answer,
    parts::{Lines, PanelHead, Part},
    points::ordered,
};
use crate::{
    engine::protocol::ask,
    law::{borders::neighbours, divisions::Adcode},
    locale::{
        Language,
        network::{self as say, map_layers as words},
        numbers, places,
        terms::Term,
    },
    ui::{
        data::live,
        language::{t, use_language},
        pages::{
            answered::answered,
            register::CaseLine,
            statistics::{
                period::Period,
                titles::{count, rate},
            },
        },
        parts::{StatTile, Tone},
        route::Route,
    },
    views::{
        answers::{CountyFigures, OrganisationLine},
        query::{Query, Sort},
    },
};

/// So many of the latest cases are shown.
const SHOWN: usize = 5;

#[component]
pub(super) fn CountyPanel(
    county: Adcode,
    map: Answer,
    period: Memo<Period>,
    before: Memo<Option<Before>>,
    on_close: Callback<()>,
    on_county: Callback<u32>,
) -> impl IntoView {
    let county = on_map(county);
    // The tiles are of the map's period, and on a phone its chips lie under the panel.
    let kicker = t(move |l| {
        let province = county.province().map(|one| places::province(l, one));
        let period = period.get().name(l);
        province.map_or_else(
            || period.clone(),
            |province| format!("{province} · {period}"),
        )
    });
    view! {
        <PanelHead kicker=kicker title=t(move |l| places::county(l, county)) on_close=on_close/>
        <div class="network-body">
            <Figures county=county map=map period=period before=before/>
            <Coverage county=county map=map/>
            <Organisations county=county map=map/>
            {move || {
                let (from, to) = period.get().days();
                view! { <JointWork county=county map=map days=from.zip(to)/> }
            }}
            <Latest county=county/>
            {(!neighbours(county).is_empty()).then(|| view! { <Neighbours map=map of=Signal::stored(Some(vec![county])) on_county=on_county/> })}
        </div>
    }
}

#[component]
fn Figures(
    county: Adcode,
    map: Answer,
    period: Memo<Period>,
    before: Memo<Option<Before>>,
) -> impl IntoView {
    let language = use_language();
    let mine = Memo::new(move |_| {
        map.with(|map| map.as_ref().and_then(|map| figures(map).remove(&county)))
    });
    let days = Memo::new(move |_| {
        let (from, to) = period.get().days();
        from.zip(to)
    });
    let tile = move |layer: Layer,
                     tone: Tone,
                     note: fn(Language, &CountyFigures) -> Option<String>| {
        let (named, written, compared, asked) =
            (layer.clone(), layer.clone(), layer.clone(), layer);
        let value = Signal::derive(move || {
            let language = language.get();
            let text = mine.with(|mine| written.text(language, mine.as_ref()?));
            text.unwrap_or_else(|| "—".to_owned())
        });
        // While two periods are compared, the other's figure is what one wants to see beside it.
        let other = move || {
            let mine = mine.get()?;
            let language = language.get();
            compared.has_period().then(|| {
                before.with(|before| before.as_ref()?.beside(language, &compared, &mine))
            })?
        };
        let formula = Signal::derive(move || {
            other().or_else(|| mine.with(|mine| note(language.get(), mine.as_ref()?)))
        });
        let href = Signal::derive(move || {
            asked
                .query(county, days.get())
                .map(|query| Route::Register(query).href())
        });
        view! { <StatTile label=t(move |l| named.name(l).to_owned()) value=value formula=formula href=href tone=tone/> }
    };
    let overdue = move || mine.with(|mine| mine.as_ref().is_some_and(|mine| mine.overdue > 0));
    let others = move || {
        mine.with(|mine| {
            mine.as_ref().is_some_and(|mine| {
                mine.centres + mine.consultations + mine.work_orders_resolved > 0
            })
        })
    };
    let none = |_: Language, _: &CountyFigures| None;
    view! {
        <div class="tiles network-tiles">
            {tile(Layer::Mediated, Tone::Plain, density)}
            {tile(Layer::Rate, Tone::Plain, of_mediated)}
            {move || tile(Layer::Overdue, if overdue() { Tone::Maple } else { Tone::Plain }, none)}
            {tile(Layer::Registered, Tone::Plain, none)}
            {tile(Layer::People, Tone::Plain, none)}
            {tile(Layer::Sum, Tone::Plain, none)}
            {tile(Layer::Time, Tone::Plain, timed)}
            {tile(Layer::Mediators, Tone::Plain, full_and_part)}
            {tile(Layer::BrandedRooms, Tone::Plain, none)}
            <Show when=others>
                {tile(Layer::Centres, Tone::Plain, none)}
                {tile(Layer::Consultations, Tone::Plain, none)}
                {tile(Layer::WorkOrders, Tone::Plain, none)}
            </Show>
        </div>
    }
}

/// What the rate is of, or why there is none.
fn of_mediated(language: Language, figures: &CountyFigures) -> Option<String> {
    if Layer::Rate.is_of_few(figures) {
        return Some(say::few(language, FEW));
    }
    (figures.mediated > 0).then(|| rate(language, figures.successful, figures.mediated))
}

/// What the time is a mean of, or why there is none.
fn timed(language: Language, figures: &CountyFigures) -> Option<String> {
    if Layer::Time.is_of_few(figures) {
        return Some(Layer::Time.few(language));
    }
    (figures.timed > 0).then(|| words::time_of(language, &count(figures.timed)))
}

fn full_and_part(language: Language, figures: &CountyFigures) -> Option<String> {
    let (full, part) = (count(figures.full_time), count(figures.part_time));
    let any = figures.full_time + figures.part_time > 0;
    any.then(|| words::full_and_part(language, &full, &part))
}

fn density(language: Language, figures: &CountyFigures) -> Option<String> {
    let amount = Layer::Density.amount(figures)?;
    Some(say::per_ten_thousand(
        language,
        &numbers::hundredths(amount),
    ))
}

#[component]
fn Organisations(county: Adcode, map: Answer) -> impl IntoView {
    let lines = Memo::new(move |_| {
        map.with(|map| {
            let here = map
                .iter()
                .flat_map(|map| &map.organisations)
                .filter(|line| on_map(line.organisation.county) == county);
            ordered(here.cloned().collect())
        })
    });
    view! {
        <Part title=t(say::organisations)>
            <Lines lines=lines none=say::no_organisations line=organisation/>
        </Part>
    }
}

fn organisation(line: OrganisationLine) -> AnyView {
    let language = use_language();
    let query = Query {
        organisation: Some(line.id),
        ..Query::default()
    };
    let cases = line.cases;
    let organisation = StoredValue::new(line.organisation);
    let name = move || {
        let l = language.get();
        organisation
            .with_value(|founded| l.name(&founded.name, founded.name_en.as_deref()).to_owned())
    };
    let kind =
        move || organisation.with_value(|founded| founded.kind.term(language.get()).to_owned());
    view! {
        <span class="grow"><b>{name}</b><span class="small muted">{kind}</span></span>
        {(cases > 0).then(|| view! {
            <a class="small num" href=Route::Register(query).href()><span class="door">{t(move |l| say::handled(l, &count(cases)))}</span></a>
        })}
    }
    .into_any()
}

/// With which counties it mediates together.
#[component]
fn JointWork(
    county: Adcode,
    map: Answer,
    /// The map's period: joint cases are those registered in it.
    days: joint::Days,
) -> impl IntoView {
    let pairs = Memo::new(move |_| {
        let pairs = map.with(|map| {
            map.as_ref()
                .map(|map| joint::partners(map, county))
                .unwrap_or_default()
        });
        let pair = |(other, cases)| (other, cases, joint::among_query(&[county, other], days));
        pairs.into_iter().map(pair).collect::<Vec<_>>()
    });
    let cases =
        Memo::new(move |_| map.with(|map| map.as_ref().map_or(0, |map| joint::all(map, county))));
    let all = t(move |l| say::all_cases(l, &count(cases.get())));
    let link = Signal::derive(move || (cases.get() > 0).then(|| all.get()));
    view! {
        <Part title=t(say::joint_cases) all=link query=joint::among_query(&[county], days)>
            <Lines lines=pairs none=say::no_joint line=pair/>
        </Part>
    }
}

fn pair((other, cases, query): (Adcode, u64, Query)) -> AnyView {
    view! {
        <span class="grow">{t(move |l| say::joint_with(l, &places::county_in_city(l, other)))}</span>
        <a class="small num" href=Route::Register(query).href()><span class="door">{count(cases)}{t(say::cases_unit)}</span></a>
    }
    .into_any()
}

#[component]
fn Latest(county: Adcode) -> impl IntoView {
    let query = Query {
        sort: Some(Sort::Newest),
        ..Query::shown_in(county)
    };
    let asked = query.clone();
    let answer = live(move || ask::Register {
        query: asked.clone(),
        search: String::new(),
        from: 0,
        count: SHOWN,
    });
    let page = Signal::derive(move || answer.get().and_then(Result::ok));
    let found = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.found)));
    let all = t(move |l| say::all_cases(l, &count(found.get() as u64)));
    let link = Signal::derive(move || (found.get() > 0).then(|| all.get()));
    view! {
        <Part title=t(say::latest) all=link query=query>
            {answered(answer, move || view! {
                <Show when=move || found.get() != 0 fallback=move || view! { <p class="small muted">{t(say::no_cases)}</p> }>
                    <div class="network-cases">
                        {move || page.get().map(|page| page.rows.iter().cloned().map(|row| view! { <CaseLine row=row/> }).collect_view())}
                    </div>
                </Show>
            })}
        </Part>
    }
}
