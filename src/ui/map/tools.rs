//! The buttons that zoom, lead home and show everything.

use leptos::prelude::*;

use super::data::Adcode;
use super::stage::{STEP, Stage};
use crate::locale::{Language, map as say};

#[component]
pub fn Tools(
    #[prop(into)] language: Signal<Language>,
    #[prop(into)] home: Signal<Vec<Adcode>>,
    stage: StoredValue<Option<Stage>, LocalStorage>,
) -> impl IntoView {
    let act = move |act: fn(&Stage)| {
        stage.with_value(|stage| {
            if let Some(stage) = stage {
                act(stage);
            }
        });
    };
    let at_home = move || home.with(|home| !home.is_empty());
    view! {
        <div class="map-tools">
            <button
                type="button"
                title=move || say::zoom_in(language.get())
                aria-label=move || say::zoom_in(language.get())
                on:click=move |_| act(|stage| stage.zoom(STEP))
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M5 12h14" />
                    <path d="M12 5v14" />
                </svg>
            </button>
            <button
                type="button"
                title=move || say::zoom_out(language.get())
                aria-label=move || say::zoom_out(language.get())
                on:click=move |_| act(|stage| stage.zoom(1.0 / STEP))
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M5 12h14" />
                </svg>
            </button>
            <button
                type="button"
                title=move || say::whole_region(language.get())
                aria-label=move || say::whole_region(language.get())
                on:click=move |_| act(Stage::fly_to_all)
            >
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M8 3H5a2 2 0 0 0-2 2v3" />
                    <path d="M21 8V5a2 2 0 0 0-2-2h-3" />
                    <path d="M3 16v3a2 2 0 0 0 2 2h3" />
                    <path d="M16 21h3a2 2 0 0 0 2-2v-3" />
                </svg>
            </button>
            <Show when=at_home>
                <button
                    type="button"
                    title=move || say::home(language.get())
                    aria-label=move || say::home(language.get())
                    on:click=move |_| act(Stage::fly_home)
                >
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                        <path d="M2 12h3M19 12h3M12 2v3M12 19v3" />
                        <circle cx="12" cy="12" r="7" />
                        <circle cx="12" cy="12" r="3" />
                    </svg>
                </button>
            </Show>
        </div>
    }
}
