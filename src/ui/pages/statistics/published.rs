//! The nine published figures, recomputed from the demonstration's cases.

use leptos::prelude::*;

use super::{
    examples::{by_the_rooms, endings, in_pinggu},
    period::Period,
    tiles::door,
    titles::count,
};
use crate::{
    domain::{id::StreamId, network::Agreement},
    engine::protocol::ask,
    law::dispute::Source,
    law::divisions::Adcode,
    locale::statistics as say,
    ui::{
        data::live,
        language::{t, use_language},
        pages::{answered::answered, network::layer::Layer},
        parts::StatTile,
        route::{NetworkView, Route},
    },
    views::query::{Ending, Query},
};

#[component]
pub(super) fn Published() -> impl IntoView {
    let language = use_language();
    let answer = live(|| ask::Published {});
    let map = live(|| {
        let (from, to) = Period::published().days();
        ask::Map { from, to }
    });
    // The corridor that ties the county of the training sessions.
    let corridor = Memo::new(move |_| {
        map.with(|map| {
            let map = map.as_ref()?.as_ref().ok()?;
            let ties =
                |signed: &Agreement| TONGZHOU.is_some_and(|one| signed.counties.contains(&one));
            let mut all = map.agreements.iter();
            all.find(|(_, signed)| ties(signed)).map(|(id, _)| *id)
        })
    });
    let tiles = move || {
        let language = language.get();
        answer.get().and_then(Result::ok).map(|figures| {
            let cases = figures.iter().find(|one| one.figure == PEOPLES_CASES);
            let cases = cases.map(|cases| count(cases.value));
            figures
                .iter()
                .map(|figure| {
                    let (label, note) = match say::published(language, &figure.figure) {
                        Some((label, note)) => (label.to_owned(), Some(note.to_owned())),
                        None => (say::published_unknown(language, &figure.figure), None),
                    };
                    let note = match (note, &cases) {
                        (Some(note), Some(cases)) if figure.figure == PEOPLE => {
                            Some(say::people_in_cases(language, &note, cases))
                        }
                        (note, _) => note,
                    };
                    let href = opens(&figure.figure, corridor.get());
                    view! { <StatTile label=label value=count(figure.value) formula=note href=href/> }
                })
                .collect_view()
        })
    };
    view! {
        <section class="stack" aria-label=t(say::published_title)>
            <div>
                <h2>{t(say::published_title)}</h2>
                <p class="small muted">{t(say::published_note)}</p>
            </div>
            {answered(answer, move || view! { <div class="tiles">{tiles}</div> })}
        </section>
    }
}

/// A number of people opens the cases that they are in: what it counts, and of which cases.
const PEOPLE: &str = "heizhuanghu.people";
const PEOPLES_CASES: &str = "heizhuanghu.disputes_mediated";

const TONGZHOU: Option<Adcode> = Adcode::new(110_112);

/// The cases behind a figure; what is no case stands on the map, shaded by it, in its county and period.
fn opens(figure: &str, corridor: Option<StreamId>) -> Option<String> {
    let network = |layer, county, period: Period| {
        let (from, to) = period.address();
        let view = NetworkView {
            layer: Some(layer),
            from,
            to,
            county: Adcode::new(county),
            ..NetworkView::default()
        };
        Some(Route::Network(view).href())
    };
    let query = match figure {
        "pinggu.disputes_mediated" => Query {
            endings: endings(Ending::is_mediated),
            ..in_pinggu()
        },
        "pinggu.disputes_successful" => Query {
            endings: endings(Ending::is_success),
            ..in_pinggu()
        },
        PEOPLES_CASES | PEOPLE => by_the_rooms(),
        "heizhuanghu.petition_backlog" => Query {
            sources: vec![Source::PetitionBacklog],
            ..by_the_rooms()
        },
        "pinggu.centres" => return network(Layer::Centres, 110_117, Period::published()),
        "pinggu.work_orders_resolved" => {
            return network(Layer::WorkOrders, 110_117, Period::published());
        }
        "heizhuanghu.consultations" => return network(Layer::Consultations, 110_105, Period::All),
        "tongwu.training_sessions" => {
            let view = NetworkView {
                corridor,
                ..NetworkView::default()
            };
            return Some(Route::Network(view).href());
        }
        _ => return None,
    };
    door(&query)
}
