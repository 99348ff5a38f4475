//! Not there yet. (Owner: casepage.)

use leptos::prelude::*;

use crate::{
    domain::id::StreamId,
    locale::app as say,
    ui::{language::t, shell::PageHead},
};

/// A printable paper of a case; `form` is the form's code, not yet checked.
#[component]
pub fn Paper(case: StreamId, form: String) -> impl IntoView {
    let _ = (case, form);
    view! { <PageHead title=t(say::page_to_come)/> }
}
