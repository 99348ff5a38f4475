//! Not there yet.

use leptos::prelude::*;

use crate::{
    locale::app as say,
    ui::{language::t, shell::PageHead},
};

#[component]
pub fn Ledger() -> impl IntoView {
    view! { <PageHead title=t(say::page_to_come)/> }
}
