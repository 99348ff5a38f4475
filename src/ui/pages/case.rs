//! Not there yet. (Owner: casepage.)

use leptos::prelude::*;

use crate::{
    domain::id::StreamId,
    locale::app as say,
    ui::{language::t, shell::PageHead},
};

/// A case. Made anew for another case.
#[component]
pub fn CaseView(case: StreamId) -> impl IntoView {
    let _ = case;
    view! { <PageHead title=t(say::page_to_come)/> }
}
