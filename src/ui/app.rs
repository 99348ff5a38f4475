//! The app: which workspace is open, and with that the welcome or the frame with its page.

use leptos::prelude::*;

use super::{
    data::provide_engine,
    language::provide_preferences,
    pages::{Page, register::provide_register, welcome::Welcome},
    parts::provide_toasts,
    place::{Opening, is_set_up, provide_place},
    route::provide_router,
    shell::{Shell, Workspace},
};

/// The root.
#[component]
pub fn App() -> impl IntoView {
    provide_preferences();
    provide_router();
    provide_toasts();
    provide_engine();
    provide_register();
    let place = provide_place();
    let set_up = is_set_up();
    let opening = Memo::new(move |_| place.state().with(|state| *state == Opening::Busy));
    move || match (set_up.get(), opening.get()) {
        (true, _) => view! { <Framed/> }.into_any(),
        (false, true) => ().into_any(),
        (false, false) => view! { <Welcome/> }.into_any(),
    }
}

#[component]
fn Framed() -> impl IntoView {
    let workspace = Signal::derive(Workspace::default);
    view! { <Shell workspace=workspace><Page/></Shell> }
}
