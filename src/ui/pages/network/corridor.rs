//! A corridor: who signed what, which counties it ties, what they do together.

use leptos::prelude::*;

use super::{
    drawn::{corridor_cases, corridor_name, figures, on_map},
    page::Answer,
    parts::{PanelHead, Part},
};
use crate::{
    domain::{
        id::StreamId,
        network::{ActivityForm, Signed},
    },
    engine::protocol::ask,
    locale::{Language, dates, network as say, places, terms::Term},
    ui::{
        data::{live, today},
        language::{t, use_language},
        pages::statistics::{period::Period, titles::count},
        parts::StatTile,
    },
};

/// So many activities stand in the list.
const SHOWN: usize = 6;

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
    let of = move |text: fn(Language, &Signed) -> String| {
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
        say::signed(language, signed.year, name)
    });
    let counties = move || {
        signed.with(|signed| {
            signed
                .as_ref()
                .map(|signed| signed.counties.clone())
                .unwrap_or_default()
        })
    };
    let directory = live(|| ask::Network {});
    let directory = Signal::derive(move || directory.get().and_then(Result::ok));
    let joint = Signal::derive(move || {
        let cases = map.with(|map| {
            signed.with(|signed| Some(corridor_cases(map.as_ref()?, signed.as_ref()?)))
        });
        count(cases.unwrap_or(0))
    });
    let mediated = Signal::derive(move || {
        map.with(|map| {
            let figures = map.as_ref().map(|map| figures(map)).unwrap_or_default();
            let own = counties()
                .into_iter()
                .filter_map(|county| figures.get(&on_map(county)).map(|one| one.mediated))
                .sum();
            count(own)
        })
    });
    let trainings = Signal::derive(move || {
        directory.with(|directory| {
            let all = directory.iter().flat_map(|directory| &directory.activities);
            count(
                all.filter(|(_, form, ..)| *form == ActivityForm::Training)
                    .count() as u64,
            )
        })
    });
    view! {
        <PanelHead kicker=kicker title=of(corridor_name) on_close=on_close/>
        <div class="network-body">
            <div class="row wrap">
                {move || counties().into_iter().map(|county| view! {
                    <button type="button" class="chip pick" on:click=move |_| on_county.run(on_map(county).number())>
                        {places::county(language.get(), county)}
                    </button>
                }).collect_view()}
            </div>
            <div class="tiles network-tiles">
                <StatTile label=t(say::corridor_cases) value=joint/>
                <StatTile label=t(say::corridor_mediated) value=mediated formula=Signal::derive(move || Some(period.get().name(language.get())))/>
                <StatTile label=t(say::corridor_trainings) value=trainings/>
            </div>
            <DirectNetwork map=map counties=Signal::derive(counties)/>
            <Part title=t(say::recent)>
                <Activities directory=directory/>
            </Part>
        </div>
    }
}

/// How many organisations of each kind stand in the corridor.
#[component]
fn DirectNetwork(
    map: Answer,
    counties: Signal<Vec<crate::law::divisions::Adcode>>,
) -> impl IntoView {
    let language = use_language();
    let kinds = Memo::new(move |_| {
        let counties = counties.get();
        let mut kinds = std::collections::BTreeMap::<_, u64>::new();
        map.with(|map| {
            for line in map.iter().flat_map(|map| &map.organisations) {
                if counties.contains(&line.organisation.county) {
                    *kinds.entry(line.organisation.kind.clone()).or_default() += 1;
                }
            }
        });
        kinds.into_iter().collect::<Vec<_>>()
    });
    view! {
        <Part title=t(say::direct_network)>
            <Show when=move || !kinds.with(Vec::is_empty) fallback=move || view! { <p class="small muted">{t(say::no_organisations)}</p> }>
                <ul class="network-lines">
                    {move || kinds.get().into_iter().map(|(kind, places)| view! {
                        <li>
                            <span class="grow">{kind.term(language.get()).to_owned()}</span>
                            <span class="num small muted">{say::count_places(language.get(), &count(places))}</span>
                        </li>
                    }).collect_view()}
                </ul>
            </Show>
        </Part>
    }
}

#[component]
fn Activities(
    directory: Signal<Option<std::sync::Arc<crate::views::answers::Directory>>>,
) -> impl IntoView {
    let language = use_language();
    let today = today();
    let lines = move || {
        let language = language.get();
        let mut activities = directory.with(|directory| {
            directory
                .as_ref()
                .map(|directory| directory.activities.clone())
                .unwrap_or_default()
        });
        activities.sort_by_key(|(id, _, day, ..)| (std::cmp::Reverse(*day), *id));
        activities.truncate(SHOWN);
        activities
            .into_iter()
            .map(|(_, form, day, name, name_en, _)| {
                let name = if language == Language::Chinese { name } else { name_en };
                let kind = say::activity(language, &form).to_owned();
                view! {
                    <li>
                        <span class="grow"><b>{name}</b><span class="small muted">{kind}</span></span>
                        <span class="num small muted">{dates::short_day(language, day, today.get())}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let any = move || {
        directory.with(|directory| {
            directory
                .as_ref()
                .is_some_and(|directory| !directory.activities.is_empty())
        })
    };
    view! {
        <Show when=any fallback=move || view! { <p class="small muted">{t(say::no_activities)}</p> }>
            <ul class="network-lines">{lines}</ul>
        </Show>
    }
}
