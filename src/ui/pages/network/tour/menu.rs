//! What offers the tours: in the demonstration alone, whose entries they tell of.

use leptos::prelude::*;

use super::{Tour, TourAt};
use crate::{
    locale::network::tour as say,
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{ButtonSize, MenuButton, MenuItem},
        place::in_demonstration,
        route::{NetworkView, Route, navigate},
    },
};

#[component]
pub(in super::super) fn TourMenu() -> impl IntoView {
    let language = use_language();
    let demonstration = in_demonstration();
    let items = Signal::derive(move || {
        let item = |tour: Tour| {
            // From the beginning, and from the map as it opens; Back returns to where one was.
            let begin = move || {
                navigate(&Route::Network(NetworkView {
                    tour: Some(TourAt { tour, stop: 0 }),
                    ..NetworkView::default()
                }));
            };
            MenuItem::new(tour.name(language.get()), Callback::new(move |()| begin()))
        };
        Tour::ALL.map(item).to_vec()
    });
    view! {
        <Show when=move || demonstration.get()>
            <div class="tour-menu">
                <MenuButton icon=Icon::Footprints size=ButtonSize::Small items=items>
                    {t(say::tours)}
                </MenuButton>
            </div>
        </Show>
    }
}
