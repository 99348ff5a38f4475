//! The app: which workspace is open, and with that the welcome or the frame with its page.

mod arriving;
mod banners;
mod framed;
mod lock;
mod place_sheet;
mod title;
mod upkeep;

use leptos::prelude::*;

pub use self::{
    banners::Banners,
    lock::use_lock,
    place_sheet::{Colleague, People, PlaceSheet, place_name, use_place_sheet},
    upkeep::{State, use_kept},
};

use self::{arriving::Arriving, framed::Framed};
use super::{
    backup::provide_backup,
    data::provide_engine,
    language::provide_preferences,
    pages::welcome::Welcome,
    parts::{provide_toasts, taps},
    place::{Opening, is_set_up, provide_place},
    route::provide_router,
};

/// The root.
#[component]
pub fn App() -> impl IntoView {
    taps::listen();
    provide_preferences();
    provide_router();
    provide_toasts();
    provide_engine();
    upkeep::provide_kept();
    let place = provide_place();
    lock::provide_lock();
    provide_backup();
    title::follow();
    let set_up = is_set_up();
    let busy = Memo::new(move |_| place.state().with(|state| *state == Opening::Busy));
    view! {
        {move || match (set_up.get(), busy.get()) {
            (true, false) => view! { <Framed/> }.into_any(),
            (_, true) => view! { <Arriving/> }.into_any(),
            (false, false) => view! { <Welcome/> }.into_any(),
        }}
    }
}
