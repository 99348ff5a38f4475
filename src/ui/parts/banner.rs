//! A line above the page that stays until it is settled: storage, offline, a new version, a backup due.

use leptos::prelude::*;

use super::common::{Tone, classes};
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// A banner. Its tone: river tells, sunflower waits, maple warns.
#[component]
pub fn Banner(
    #[prop(optional)] tone: Tone,
    icon: Icon,
    /// The verb of its one action.
    #[prop(optional, into)]
    action: MaybeProp<String>,
    #[prop(optional, into)] on_action: Option<Callback<()>>,
    /// Where given, it can be put away.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let act = move || {
        let press = move |_| {
            if let Some(on_action) = on_action {
                on_action.run(());
            }
        };
        action.get().map(|action| view! { <button type="button" class="banner-act" on:click=press>{action}</button> })
    };
    view! {
        <div class=classes(&["banner", tone.class()]) role=if tone == Tone::Maple { "alert" } else { "status" }>
            <Icon name=icon/>
            <p class="grow">{children()}</p>
            {act}
            {on_dismiss.map(|on_dismiss| view! {
                <button type="button" class="banner-close" on:click=move |_| on_dismiss.run(())>
                    <Icon name=Icon::X size=IconSize::Small/>
                    <span class="unseen">{t(say::dismiss)}</span>
                </button>
            })}
        </div>
    }
}
