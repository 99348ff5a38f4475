//! An address that leads nowhere, or to a case that is not on this device.

use leptos::prelude::*;

use crate::{
    locale::settings as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{ButtonKind, ButtonLink, EmptyState},
        route::Route,
        shell::PageHead,
    },
};

#[component]
pub fn Unknown() -> impl IntoView {
    let ways = || {
        view! {
            <ButtonLink kind=ButtonKind::Main href=Route::Today.href()>{t(say::to_today)}</ButtonLink>
            <ButtonLink href=Route::register().href()>{t(say::to_register)}</ButtonLink>
        }
    };
    view! {
        <PageHead title=t(say::unknown)/>
        <div class="page">
            <EmptyState title=t(say::unknown) purpose=t(say::unknown_text) icon=Icon::SearchX action=ways/>
        </div>
    }
}
