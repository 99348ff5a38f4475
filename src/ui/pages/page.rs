//! Which page stands at an address.

use leptos::prelude::*;

use super::{
    more, register, today, unknown,
    volume::{Volume, out_of},
};
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
        Route::Intake | Route::CaseStep { .. } | Route::CasePaper { .. } => {
            out_of(Volume::Case, now.clone(), route)
        }
        Route::Network(_) | Route::NetworkTree | Route::Statistics(_) => {
            out_of(Volume::Figures, now.clone(), route)
        }
        Route::Exchange(_)
        | Route::Ledger
        | Route::NetworkSheet
        | Route::MyData
        | Route::Settings
        | Route::Help => out_of(Volume::Office, now.clone(), route),
        Route::Directory(_) | Route::DirectoryNew(_) | Route::Entry { .. } => {
            out_of(Volume::Directory, now.clone(), route)
        }
        Route::More => view! { <more::More/> }.into_any(),
        Route::Unknown(_) => view! { <unknown::Unknown/> }.into_any(),
    }
}

/// The view in the address, as a signal that keeps its last value while the page is being left.
pub(super) fn view_of<T: Clone + Default + PartialEq + Send + Sync + 'static>(
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
