//! Not there yet.

use leptos::prelude::*;

use crate::{
    locale::app as say,
    ui::{language::t, shell::PageHead},
    views::query::Query,
};

/// Stays mounted while the query changes.
#[component]
pub fn Register(query: Signal<Query>) -> impl IntoView {
    let _ = query;
    view! { <PageHead title=t(say::page_to_come)/> }
}
