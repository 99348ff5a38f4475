//! Which page stands at an address.

use leptos::prelude::*;

use super::*;
use crate::domain::id::{StreamId, StreamKind};
use crate::ui::route::{Route, use_route};

/// The page of the route. Another view of the same place does not make the page anew: its scroll, its
/// search and its focus stay.
#[component]
pub fn Page() -> impl IntoView {
    let route = use_route();
    // List and case are one page, so that the list keeps its place.
    let place = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Case(_) => Route::register().place(),
            other => other.place(),
        })
    });
    move || {
        // Read, not merely tracked: a memo that nobody has read doesn't listen to the route yet.
        place.with(|_| ());
        page(&route.get_untracked(), route)
    }
}

fn page(now: &Route, route: Signal<Route>) -> AnyView {
    match now {
        Route::Today | Route::Welcome | Route::Open(_) => view! { <today::Today/> }.into_any(),
        Route::Register(_) | Route::Case(_) => {
            let query = view_of(route, |route| match route {
                Route::Register(query) => Some(query.clone()),
                _ => None,
            });
            let selected = view_of(route, |route| match route {
                Route::Case(case) => Some(Some(case.clone())),
                Route::Register(_) => Some(None),
                _ => None,
            });
            view! { <register::Register query=query selected=selected/> }.into_any()
        }
        Route::Intake => view! { <intake::IntakePage/> }.into_any(),
        Route::CaseStep { case, step } => of_case(case, |case| {
            view! { <steps::StepPage case=case step=step.clone()/> }.into_any()
        }),
        Route::CasePaper { case, form } => of_case(case, |case| {
            view! { <paper::Paper case=case form=form.clone()/> }.into_any()
        }),
        Route::Network(_) => {
            let shown = view_of(route, |route| match route {
                Route::Network(view) => Some(view.clone()),
                _ => None,
            });
            view! { <network::Network shown=shown/> }.into_any()
        }
        Route::Statistics(_) => {
            let shown = view_of(route, |route| match route {
                Route::Statistics(view) => Some(view.clone()),
                _ => None,
            });
            view! { <statistics::Statistics shown=shown/> }.into_any()
        }
        Route::Exchange(_) => {
            let case = view_of(route, |route| match route {
                Route::Exchange(case) => Some(case.clone()),
                _ => None,
            });
            view! { <exchange::Exchange case=case/> }.into_any()
        }
        Route::Ledger => view! { <ledger::Ledger/> }.into_any(),
        Route::MyData => view! { <my_data::MyData/> }.into_any(),
        Route::Settings => view! { <settings::Settings/> }.into_any(),
        Route::Help => view! { <help::Help/> }.into_any(),
        Route::More => view! { <more::More/> }.into_any(),
        Route::Unknown(_) => view! { <unknown::Unknown/> }.into_any(),
    }
}

/// The view in the address, as a signal that keeps its last value while the page is being left.
fn view_of<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    route: Signal<Route>,
    pick: fn(&Route) -> Option<T>,
) -> Signal<T> {
    Memo::new(move |last: Option<&T>| {
        route
            .with(pick)
            .unwrap_or_else(|| last.cloned().unwrap_or_default())
    })
    .into()
}

fn of_case(case: &str, page: impl FnOnce(StreamId) -> AnyView) -> AnyView {
    match StreamId::from_short(StreamKind::CASE, case) {
        Ok(case) => page(case),
        Err(_) => view! { <unknown::Unknown/> }.into_any(),
    }
}
