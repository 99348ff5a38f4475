//! The volumes of the app: pages that come in wasm files of their own, when one of them is first opened,
//! so that the register stands on a weak phone before everything else has come down. `.ci/split.mjs`
//! cuts the module at the functions of `apart`; a debug build is whole, and a volume stands at once.

#[cfg(not(debug_assertions))]
mod apart;
mod drawn;
#[cfg(debug_assertions)]
mod whole;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[cfg(not(debug_assertions))]
use self::apart::fetch;
#[cfg(debug_assertions)]
use self::whole::fetch;
use crate::{
    locale::{Language, parts as say},
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, EmptyState, Sheet, Skeleton, use_toasts},
        route::{Route, use_route},
        shell::PageHead,
    },
    views::query::Query,
};

/// What a volume may be asked to draw.
#[derive(Clone)]
pub(in crate::ui) enum Wanted {
    /// The page of a route. The signal follows the address for as long as the page stands.
    Page(Box<Route>, Signal<Route>),
    /// Where one is and who acts.
    PlaceSheet,
    BackUpSheet,
    /// The register's filters, beginning with those that hold.
    FilterSheet {
        query: Signal<Query>,
        open: RwSignal<bool>,
    },
}

pub(super) type Draw = fn(&Wanted) -> AnyView;

/// The file of a volume was not kept yet and did not come: there is no network, or the host has another build by now.
#[derive(Clone, Copy)]
pub(super) struct NotFetched;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Volume {
    /// A case: its page, its forms, its papers; the register's filters.
    Case,
    /// Map and statistics.
    Figures,
    /// The lists of the network, their pages and forms.
    Directory,
    /// Exchange, ledgers, data, settings, help.
    Office,
}

/// The page of `now`, out of its volume.
pub(super) fn out_of(volume: Volume, now: Route, route: Signal<Route>) -> AnyView {
    let wanted = Wanted::Page(Box::new(now), route);
    let come = RwSignal::new(None::<Result<Draw, NotFetched>>);
    let begin = move || {
        spawn_local(async move {
            let drawn = fetch(volume).await;
            // The page may have been left meanwhile.
            come.try_set(Some(drawn));
        });
    };
    let again = move || {
        come.set(None);
        begin();
    };
    begin();
    (move || match come.get() {
        Some(Ok(draw)) => draw(&wanted),
        Some(Err(NotFetched)) => view! {
            <PageHead title=t(say::part_missing) back=Route::Today/>
            <div class="page">
                <EmptyState icon=Icon::WifiOff title=t(say::part_missing) purpose=t(say::part_missing_why) action=move || view! {
                    <Button on_press=again>{t(say::fetch_again)}</Button>
                    <Button kind=ButtonKind::Quiet on_press=open_anew>{t(say::open_anew)}</Button>
                }/>
            </div>
        }
        .into_any(),
        None => view! {
            <PageHead title=t(|_| "…")/>
            <div class="page"><Skeleton rows=5/></div>
        }
        .into_any(),
    })
    .into_any()
}

/// Where the host has a newer build in the place of this one, only that brings what is missing.
fn open_anew() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// A sheet: its volume is fetched when it is first opened, and there from then on. It goes with the page over which it
/// stood.
pub(in crate::ui) fn sheet(
    wanted: Wanted,
    title: fn(Language) -> &'static str,
    open: RwSignal<bool>,
) -> AnyView {
    let volume = match wanted {
        Wanted::FilterSheet { .. } => Volume::Case,
        _ => Volume::Office,
    };
    let drawn = RwSignal::new(None::<Draw>);
    let (toasts, language) = (use_toasts(), use_language());
    Effect::new(move || {
        if open.get() && drawn.with_untracked(Option::is_none) {
            spawn_local(async move {
                if let Ok(draw) = fetch(volume).await {
                    drawn.try_set(Some(draw));
                } else {
                    open.try_set(false);
                    toasts.warn(say::part_missing_why(language.get_untracked()));
                }
            });
        }
    });
    let route = use_route();
    Effect::new(move |before: Option<String>| {
        let now = route.with(Route::place);
        if before.is_some_and(|before| before != now) {
            open.set(false);
        }
        now
    });
    (move || match drawn.get() {
        Some(draw) => draw(&wanted),
        None => view! { <Sheet title=t(title) open=open><Skeleton rows=5/></Sheet> }.into_any(),
    })
    .into_any()
}
