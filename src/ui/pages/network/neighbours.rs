//! The neighbours across a provincial border who have no agreement yet: those of one county, or in the border mode all.

use leptos::prelude::*;

use super::{
    joint::among_query,
    opportunity::{Opportunity, border_counties, opportunities},
    page::Answer,
    parts::{Lines, PanelHead},
};
use crate::{
    engine::protocol::ask,
    law::{day::Day, divisions::Adcode},
    locale::{network::map_border as say, places},
    ui::{
        data::{live, today},
        language::t,
        pages::directory::kind::DirectoryKind,
        pages::statistics::titles::count,
        route::Route,
    },
};

/// The year that ends today.
fn last_year(today: Day) -> (Day, Day) {
    let month = today.month().plus_months(-12);
    let same = month.first_day().plus_days(i32::from(today.day_of_month()));
    (same.min(month.last_day().plus_days(1)), today)
}

/// What could be agreed.
#[component]
pub(super) fn Neighbours(
    map: Answer,
    /// Of these counties alone; none: of all.
    #[prop(optional, into)]
    of: Signal<Option<Vec<Adcode>>>,
    on_county: Callback<u32>,
) -> impl IntoView {
    let today = today();
    let days = Memo::new(move |_| last_year(today.get()));
    let answer = live(move || {
        let (from, to) = days.get();
        ask::Map {
            from: Some(from),
            to: Some(to),
        }
    });
    let found = Memo::new(move |_| {
        let last_year = answer.get().and_then(Result::ok)?;
        map.with(|map| {
            Some(opportunities(
                map.as_ref()?,
                &last_year,
                of.get().as_deref(),
            ))
        })
    });
    let lines = Signal::derive(move || {
        // Where all are of one county, its name need not stand in each line.
        let own = of.get().and_then(|of| match of[..] {
            [own] => Some(own),
            _ => None,
        });
        let found = found.get().unwrap_or_default().into_iter();
        let line = |one| (one, days.get(), own, on_county);
        found.map(line).collect::<Vec<_>>()
    });
    let any = move || found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()));
    // A county without a border, or with agreements all around, has nothing to say here.
    let shown = move || of.with(Option::is_none) || any();
    view! {
        <Show when=shown>
            <section class="network-part network-could">
                <h3>{t(say::opportunities)}</h3>
                <Show when=move || found.with(Option::is_some)>
                    <Lines lines=lines none=say::no_opportunities line=line/>
                </Show>
                {move || any().then(|| view! {
                    <a class="button" href=Route::DirectoryNew(DirectoryKind::Agreement).href()>{t(say::draft_agreement)}</a>
                })}
            </section>
        </Show>
    }
}

type Line = (Opportunity, (Day, Day), Option<Adcode>, Callback<u32>);

fn line((it, days, of, on_county): Line) -> AnyView {
    let name = move |county: Adcode| {
        view! {
            <button type="button" class="link" on:click=move |_| on_county.run(county.number())>
                {t(move |l| places::county(l, county))}
            </button>
        }
    };
    let query = among_query(&[it.one, it.other], Some(days));
    let names = match of {
        Some(of) if of == it.one => name(it.other).into_any(),
        Some(_) => name(it.one).into_any(),
        None => view! { {name(it.one)} " — " {name(it.other)} }.into_any(),
    };
    view! {
        <span class="grow">
            <span>{names}</span>
            <span class="small muted">{t(move |l| say::line(l, it.kilometres))}</span>
        </span>
        {match it.cases {
            0 => view! { <span class="small muted">{t(say::none_last_year)}</span> }.into_any(),
            cases => view! {
                <a class="small" href=Route::Register(query).href()><span class="door">{t(move |l| say::last_year(l, &count(cases)))}</span></a>
            }.into_any(),
        }}
    }
    .into_any()
}

/// What stands beside the map in the border mode while nothing is chosen.
#[component]
pub(super) fn BorderPanel(
    map: Answer,
    on_county: Callback<u32>,
    on_close: Callback<()>,
) -> impl IntoView {
    let counties = count(border_counties().len() as u64);
    view! {
        <PanelHead kicker=t(move |l| say::border_counties(l, &counties)) title=t(say::border_title) on_close=on_close/>
        <div class="network-body">
            <Neighbours map=map on_county=on_county/>
        </div>
    }
}
