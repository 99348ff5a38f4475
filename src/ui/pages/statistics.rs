//! Not there yet.

use leptos::prelude::*;

use crate::{
    locale::app as say,
    ui::{language::t, route::StatisticsView, shell::PageHead},
};

/// Stays mounted while the view changes.
#[component]
pub fn Statistics(shown: Signal<StatisticsView>) -> impl IntoView {
    let _ = shown;
    view! { <PageHead title=t(say::page_to_come)/> }
}
