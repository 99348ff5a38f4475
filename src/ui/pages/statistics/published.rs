//! The nine published figures, recomputed from the demonstration's cases.

use leptos::prelude::*;

use super::{tiles::door, titles::count};
use crate::{
    engine::protocol::ask,
    law::dispute::Source,
    law::{
        day::Day,
        divisions::{Adcode, Town},
    },
    locale::statistics as say,
    ui::{
        data::live,
        language::{t, use_language},
        pages::answered::answered,
        parts::StatTile,
        route::{NetworkView, Route},
    },
    views::query::{Ending, Query},
};

#[component]
pub(super) fn Published() -> impl IntoView {
    let language = use_language();
    let answer = live(|| ask::Published {});
    let tiles = move || {
        let language = language.get();
        answer.get().and_then(Result::ok).map(|figures| {
            figures
                .iter()
                .map(|figure| {
                    let (label, note) = match say::published(language, &figure.figure) {
                        Some((label, note)) => (label.to_owned(), Some(note.to_owned())),
                        None => (say::published_unknown(language, &figure.figure), None),
                    };
                    let href = opens(&figure.figure);
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

/// The cases behind a figure; what is no case stands on the map.
fn opens(figure: &str) -> Option<String> {
    let day = |text| Day::parse(text).ok();
    let pinggu = Query {
        county: Adcode::new(110_117),
        concluded: day("2023-01-01").zip(day("2023-08-31")),
        ..Query::default()
    };
    let heizhuanghu = Query {
        town: Town::new(110_105_040),
        concluded: day("2022-01-01").map(|from| (from, Day::MAX)),
        branded: true,
        ..Query::default()
    };
    let of_all = |is: fn(&Ending) -> bool| {
        Ending::ALL
            .iter()
            .filter(|ending| is(ending))
            .cloned()
            .collect()
    };
    let query = match figure {
        "pinggu.disputes_mediated" => Query {
            endings: of_all(Ending::is_mediated),
            ..pinggu
        },
        "pinggu.disputes_successful" => Query {
            endings: of_all(Ending::is_success),
            ..pinggu
        },
        "heizhuanghu.disputes_mediated" | "heizhuanghu.people" => Query {
            endings: of_all(Ending::is_mediated),
            ..heizhuanghu
        },
        "heizhuanghu.petition_backlog" => Query {
            sources: vec![Source::PetitionBacklog],
            endings: of_all(Ending::is_mediated),
            ..heizhuanghu
        },
        _ => {
            let county = match figure.split('.').next() {
                Some("pinggu") => 110_117,
                Some("heizhuanghu") => 110_105,
                _ => 110_112,
            };
            let view = NetworkView {
                county: Adcode::new(county),
                ..NetworkView::default()
            };
            return Some(Route::Network(view).href());
        }
    };
    door(&query)
}
