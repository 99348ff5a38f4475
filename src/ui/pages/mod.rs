//! The pages, one a route. Each begins with a `<PageHead>` and holds no rules. What a page computes
//! compiles everywhere and is tested natively; what it shows, for wasm32 only.

pub mod network;
pub mod register;
pub mod statistics;
pub mod steps;
pub mod today;

#[cfg(target_arch = "wasm32")]
pub mod answered;
#[cfg(target_arch = "wasm32")]
pub mod case;
#[cfg(target_arch = "wasm32")]
pub mod exchange;
#[cfg(target_arch = "wasm32")]
pub mod help;
#[cfg(target_arch = "wasm32")]
pub mod intake;
#[cfg(target_arch = "wasm32")]
pub mod ledger;
#[cfg(target_arch = "wasm32")]
pub mod more;
#[cfg(target_arch = "wasm32")]
pub mod my_data;
#[cfg(target_arch = "wasm32")]
pub mod paper;
#[cfg(target_arch = "wasm32")]
pub mod settings;
#[cfg(target_arch = "wasm32")]
pub mod step;
#[cfg(target_arch = "wasm32")]
pub mod unknown;
#[cfg(target_arch = "wasm32")]
pub mod welcome;
#[cfg(target_arch = "wasm32")]
mod page;

/// The page of the route. Another view of the same place does not make the page anew: its scroll, its
/// search and its focus stay.
#[component]
pub fn Page() -> impl IntoView {
    let route = use_route();
    let place = Memo::new(move |_| route.with(Route::place));
    move || {
        place.track();
        page(&route.get_untracked(), route)
    }
}

fn page(now: &Route, route: Signal<Route>) -> AnyView {
    match now {
        Route::Today | Route::Welcome | Route::Open(_) => view! { <today::Today/> }.into_any(),
        Route::Register(_) => {
            let query = view_of(route, |route| match route {
                Route::Register(query) => Some(query.clone()),
                _ => None,
            });
            view! { <register::Register query=query/> }.into_any()
        }
        Route::Intake => view! { <intake::IntakePage/> }.into_any(),
        Route::Case(case) => of_case(case, |case| {
            view! { <case::CaseView case=case/> }.into_any()
        }),
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
        Route::Exchange => view! { <exchange::Exchange/> }.into_any(),
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
#[cfg(target_arch = "wasm32")]
pub use page::Page;
