//! The page: which period and place, and in what order the figures stand.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    charts::Charts,
    choose::{CountyButton, PeriodChips},
    period::Period,
    published::Published,
    table::Official,
    tiles::Tiles,
    titles::count,
};
use crate::{
    engine::protocol::ask,
    locale::{places, statistics as say},
    ui::{
        data::{live, today},
        icon::Icon,
        language::{t, use_language},
        pages::answered::answered,
        parts::{Button, ButtonSize},
        place::in_demonstration,
        route::{NetworkView, Route, StatisticsView, navigate},
        shell::PageHead,
    },
    views::answers,
};

/// The answer on show; none until the first has come.
pub(super) type Figures = Signal<Option<Arc<answers::Statistics>>>;

/// Stays mounted while the period changes.
#[component]
pub fn Statistics(shown: Signal<StatisticsView>) -> impl IntoView {
    let language = use_language();
    let today = today();
    let years = RwSignal::new(Vec::<i32>::new());
    let chosen = Memo::new(move |_| shown.with(|view| Period::read(view.from, view.to)));
    let is_demonstration = in_demonstration();
    let period = Memo::new(move |_| {
        chosen
            .get()
            .unwrap_or_else(|| match is_demonstration.get() {
                true => Period::published(),
                false => years.with(|years| Period::default(today.get(), years)),
            })
    });
    let answer = live(move || {
        let (from, to) = period.get().days();
        ask::Figures {
            from,
            to,
            county: shown.with(|view| view.county),
        }
    });
    let figures: Figures = Signal::derive(move || answer.get().and_then(Result::ok));
    // The years are known with the first answer, and the default depends on them.
    Effect::new(move |_| {
        if let Some(figures) = figures.get()
            && years.with_untracked(|years| *years != figures.years)
        {
            years.set(figures.years.clone());
        }
    });

    let map = Signal::derive(move || {
        let (from, to) = period.get().address();
        NetworkView {
            from,
            to,
            county: shown.with(|view| view.county),
            ..NetworkView::default()
        }
    });
    let go = Callback::new(move |period: Period| {
        let (from, to) = period.address();
        navigate(&Route::Statistics(StatisticsView {
            from,
            to,
            ..shown.get_untracked()
        }));
    });
    let title = t(move |l| say::page_title(l, &period.get().name(l)));
    let state = Signal::derive(move || {
        let language = language.get();
        figures.get().map(|figures| {
            let cases = count(figures.mediated.count);
            match shown.with(|view| view.county) {
                Some(county) => {
                    say::computed_in(language, &places::county_in_city(language, county), &cases)
                }
                None => say::computed(language, &cases),
            }
        })
    });
    let print = move || {
        let _ = window().print();
    };
    view! {
        <PageHead
            title=title
            state=state
            extra=move || view! {
                <span class="wide-only">
                    <Button icon=Icon::Printer size=ButtonSize::Small on_press=print>{t(say::print)}</Button>
                </span>
            }
        >
            <div class="statistics-choose no-print">
                <PeriodChips period=period years=years on_choose=go/>
                <CountyButton shown=shown period=period/>
            </div>
        </PageHead>
        <div class="page statistics">
            {answered(answer, move || view! {
                // What the demonstration promises comes first there.
                <Show when=move || is_demonstration.get()>
                    <Published/>
                </Show>
                <Tiles figures=figures map=map/>
                <Charts figures=figures/>
                <Official figures=figures/>
            })}
        </div>
    }
}
