//! What the register remembers while the workspace is open: the last query. The search is the frame's;
//! it stands in no address, no title and no storage.

use leptos::prelude::*;

use crate::{
    locale::register as say,
    ui::{
        language::t,
        parts::SearchBox,
        route::{Route, navigate, use_route},
    },
    views::query::Query,
};

/// Lent by context from the frame, so that it outlives the page.
#[derive(Clone, Copy)]
pub struct RegisterState {
    pub search: RwSignal<String>,
    /// The query of the last visit: the list beside a case keeps it.
    pub query: RwSignal<Query>,
}

/// Provides it; once, in the frame, below the search.
pub fn provide_register() -> RegisterState {
    let state = RegisterState {
        search: RwSignal::default(),
        query: RwSignal::default(),
    };
    provide_context(state);
    state
}

/// The register's memory; without one above (a gallery) it lasts as long as the component.
#[must_use]
pub fn use_register() -> RegisterState {
    use_context().unwrap_or_else(provide_register)
}

/// The search box, for the bar above (desktop) and for the register's head. Typing elsewhere leads to
/// the register on Enter.
#[component]
pub fn RegisterSearch() -> impl IntoView {
    let state = use_register();
    let route = use_route();
    let enter = move || {
        let there = route.with_untracked(|route| matches!(route, Route::Register(_)));
        if !there
            && state
                .search
                .with_untracked(|words| !words.trim().is_empty())
        {
            navigate(&Route::Register(Query {
                sort: state.query.with_untracked(|query| query.sort.clone()),
                ..Query::default()
            }));
        }
    };
    view! { <SearchBox value=state.search placeholder=t(say::search_by) on_enter=Callback::new(move |()| enter())/> }
}
