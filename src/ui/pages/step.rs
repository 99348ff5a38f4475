//! Not there yet. (Owner: steps.)

use leptos::prelude::*;

use crate::{
    domain::id::StreamId,
    locale::app as say,
    ui::{language::t, shell::PageHead},
};

/// A step of a case as a form; `step` is its code, not yet checked.
#[component]
pub fn CaseStep(case: StreamId, step: String) -> impl IntoView {
    let _ = (case, step);
    view! { <PageHead title=t(say::page_to_come)/> }
}
