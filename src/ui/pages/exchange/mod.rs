//! 交换: a file comes in, is looked at and then decided on; or a part of the record goes out.

mod coming;
pub mod file;
mod going;
mod seen;

use leptos::prelude::*;

use self::{coming::Coming, going::Going};
use crate::{
    locale::exchange as say,
    ui::{icon::Icon, language::t, parts::ButtonLink, route::Route, shell::PageHead},
};

#[component]
pub fn Exchange(
    /// The case from whose page one came, in its short form.
    case: Signal<Option<String>>,
) -> impl IntoView {
    let ledger = move |class: &'static str| {
        view! { <ButtonLink class=class href=Route::Ledger.href() icon=Icon::FileSpreadsheet>{t(say::old_ledger)}</ButtonLink> }
    };
    // A phone's head has no room for it.
    view! {
        <PageHead title=t(say::title) state=t(say::lead) extra=move || ledger("wide-only")/>
        <div class="page exchange">
            <Coming/>
            <Going case=case/>
            {ledger("phone-only")}
        </div>
    }
}
