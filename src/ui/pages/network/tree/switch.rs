//! From the map to the tree and back.

use leptos::prelude::*;

use crate::{
    locale::network::tree as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
        route::{NetworkView, Route},
    },
};

/// Which of the two stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    Map,
    Tree,
}

/// 地图 / 网络图.
#[component]
pub fn ViewSwitch(now: Now) -> impl IntoView {
    let one = move |mine: Now| {
        let (route, icon, name): (_, _, fn(_) -> &'static str) = match mine {
            Now::Map => (Route::Network(NetworkView::default()), Icon::Map, say::map),
            Now::Tree => (Route::NetworkTree, Icon::Share2, say::tree),
        };
        view! {
            <a href=route.href() class:on=mine == now aria-current=(mine == now).then_some("page")>
                <Icon name=icon size=IconSize::Small/>
                <span>{t(name)}</span>
            </a>
        }
    };
    view! {
        <nav class="view-switch no-print" aria-label=t(say::views)>
            {one(Now::Map)}
            {one(Now::Tree)}
        </nav>
    }
}
