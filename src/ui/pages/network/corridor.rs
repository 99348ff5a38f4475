//! A corridor: who signed what, which counties it ties, what they do together.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::{
    drawn::{corridor_name, figures, on_map},
    joint,
    neighbours::Neighbours,
    page::Answer,
    parts::{Lines, PanelHead, Part},
};
use crate::{
    domain::{
        id::StreamId,
        network::{Activity, ActivityForm, Agreement, Held},
    },
    engine::protocol::ask,
    law::{divisions::Adcode, organisation::OrganisationKind},
    locale::{Language, dates, network as say, places, terms::Term},
    ui::{
        data::{live, today},
        language::{t, use_language},
        pages::statistics::{period::Period, titles::count},
        parts::StatTile,
        route::Route,
    },
    views::query::Query,
};

/// An activity as the directory lists it.
type Listed = (StreamId, Activity);

#[component]
pub(super) fn CorridorPanel(
    id: StreamId,
    map: Answer,
    period: Memo<Period>,
    on_close: Callback<()>,
    on_county: Callback<u32>,
) -> impl IntoView {
    let language = use_language();
    let signed = Memo::new(move |_| {
        map.with(|map| {
            map.as_ref()?
                .agreements
                .iter()
                .find(|(one, _)| *one == id)
                .map(|(_, signed)| signed.clone())
        })
    });
    let of = move |text: fn(Language, &Agreement) -> String| {
        Signal::derive(move || {
            signed.with(|signed| {
                signed
                    .as_ref()
                    .map(|signed| text(language.get(), signed))
                    .unwrap_or_default()
            })
        })
    };
    let kicker = of(|language, signed| {
        let name = if language == Language::Chinese {
            &signed.name
        } else {
            &signed.name_en
        };
        let year = signed.signed.map_or(0, |signing| signing.year);
        say::signed(language, year, name)
    });
    // As the map shows them: a zone stands where it lies, and no county twice.
    let counties = Memo::new(move |_| {
        let mut counties: Vec<Adcode> = signed.with(|signed| {
            let counties = signed.iter().flat_map(|signed| &signed.counties);
            counties.map(|county| on_map(*county)).collect()
        });
        let mut seen = BTreeSet::new();
        counties.retain(|county| seen.insert(*county));
        counties
    });
    let directory = live(|| ask::Network {});
    // What two of the corridor's counties did together; what one did with others is not the corridor's.
    let activities = Memo::new(move |_| {
        let counties = counties.get();
        let common = |(_, activity): &&Listed| {
            let here = activity.now.counties.iter();
            here.filter(|one| counties.contains(one)).count() > 1
        };
        let directory = directory.get().and_then(Result::ok);
        let all = directory.iter().flat_map(|directory| &directory.activities);
        let mut activities: Vec<Listed> = all.filter(common).cloned().collect();
        activities.sort_by_key(|(id, one)| (std::cmp::Reverse(one.now.day), *id));
        activities
    });
    let days = Memo::new(move |_| {
        let (from, to) = period.get().days();
        from.zip(to)
    });
    let joint = Signal::derive(move || {
        map.with(|map| {
            counties.with(|counties| map.as_ref().map_or(0, |map| joint::among(map, counties)))
        })
    });
    let mediated = Signal::derive(move || {
        map.with(|map| {
            let figures = map.as_ref().map(|map| figures(map)).unwrap_or_default();
            let own = counties.get().into_iter();
            own.filter_map(|county| figures.get(&county).map(|one| one.mediated))
                .sum::<u64>()
        })
    });
    let trainings = Signal::derive(move || {
        activities.with(|activities| {
            let trainings = activities
                .iter()
                .filter(|(_, one)| one.now.form == ActivityForm::Training);
            trainings.count() as u64
        })
    });
    let number = move |of: Signal<u64>| Signal::derive(move || count(of.get()));
    let door = move |of: Signal<u64>, query: fn(&[Adcode], joint::Days) -> Query| {
        Signal::derive(move || {
            let query = counties.with(|counties| query(counties, days.get()));
            (of.get() > 0).then(|| Route::Register(query).href())
        })
    };
    let in_period = Signal::derive(move || Some(period.get().name(language.get())));
    let below = Signal::derive(move || {
        (trainings.get() > 0).then(|| say::listed_below(language.get()).to_owned())
    });
    view! {
        <PanelHead kicker=kicker title=of(corridor_name) on_close=on_close/>
        <div class="network-body">
            <div class="row wrap">
                {move || counties.get().into_iter().map(|county| view! {
                    <button type="button" class="chip pick" on:click=move |_| on_county.run(county.number())>
                        {places::county(language.get(), county)}
                    </button>
                }).collect_view()}
            </div>
            <div class="tiles network-tiles">
                <StatTile label=t(say::corridor_cases) value=number(joint) formula=in_period href=door(joint, joint::among_query)/>
                <StatTile label=t(say::corridor_mediated) value=number(mediated) formula=in_period href=door(mediated, joint::mediated_query)/>
                <StatTile label=t(say::corridor_trainings) value=number(trainings) formula=below/>
            </div>
            <DirectNetwork map=map counties=counties/>
            <Part title=t(say::recent)>
                <Lines lines=activities none=say::no_activities line=activity/>
            </Part>
            <Neighbours map=map of=Signal::derive(move || Some(counties.get())) on_county=on_county/>
        </div>
    }
}

/// How many organisations of each kind stand in the corridor.
#[component]
fn DirectNetwork(map: Answer, counties: Memo<Vec<Adcode>>) -> impl IntoView {
    let kinds = Memo::new(move |_| {
        let counties = counties.get();
        let mut kinds = BTreeMap::<OrganisationKind, u64>::new();
        map.with(|map| {
            for line in map.iter().flat_map(|map| &map.organisations) {
                if counties.contains(&on_map(line.organisation.county)) {
                    *kinds.entry(line.organisation.kind.clone()).or_default() += 1;
                }
            }
        });
        kinds.into_iter().collect::<Vec<_>>()
    });
    view! {
        <Part title=t(say::direct_network)>
            <Lines lines=kinds none=say::no_organisations line=kind/>
        </Part>
    }
}

fn kind((kind, places): (OrganisationKind, u64)) -> AnyView {
    view! {
        <span class="grow">{t(move |l| kind.term(l).to_owned())}</span>
        <span class="num small muted">{t(move |l| say::count_places(l, &count(places)))}</span>
    }
    .into_any()
}

fn activity((_, activity): Listed) -> AnyView {
    let Held {
        form,
        day,
        name,
        name_en,
        ..
    } = activity.now;
    let today = today();
    view! {
        <span class="grow">
            <b>{t(move |l| if l == Language::Chinese { name.clone() } else { name_en.clone() })}</b>
            <span class="small muted">{t(move |l| form.term(l).to_owned())}</span>
        </span>
        <span class="num small muted">{t(move |l| dates::short_day(l, day, today.get()))}</span>
    }
    .into_any()
}
