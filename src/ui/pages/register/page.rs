//! List and case side by side where there is room; else one of them.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

use super::{list::RegisterList, state::use_register};
use crate::{
    domain::id::{StreamId, StreamKind},
    locale::register as say,
    ui::{
        icon::Icon,
        language::t,
        pages::volume::{Volume, out_of},
        parts::EmptyState,
        route::{Route, use_route},
    },
    views::query::Query,
};

/// The register, and the case that is chosen. Stays mounted while query and choice change, so that the
/// list keeps its place.
#[component]
pub fn Register(
    /// Of the address; while a case is chosen, the last.
    query: Signal<Query>,
    /// The case of the address, in its short form.
    #[prop(optional, into)]
    selected: Signal<Option<String>>,
) -> impl IntoView {
    let state = use_register();
    let route = use_route();
    let wide = is_wide();
    // Reaches outside: the memory outlives the page.
    Effect::new(move |_| {
        if selected.with(Option::is_none) {
            state.query.set(query.get());
        }
    });
    let shown = Memo::new(move |_| match selected.with(Option::is_none) {
        true => query.get(),
        false => state.query.get(),
    });
    let chosen = Memo::new(move |_| {
        let short = selected.get()?;
        StreamId::from_short(StreamKind::CASE, &short).ok()
    });
    let with_list = Memo::new(move |_| wide.get() || chosen.get().is_none());
    let with_detail = Memo::new(move |_| wide.get() || chosen.get().is_some());
    let detail = move || {
        match chosen.get() {
        Some(case) => out_of(Volume::Case, Route::Case(case.short()), route),
        None => view! {
            <div class="page register-none">
                <EmptyState icon=Icon::BookOpenText title=t(say::pick_one_title) purpose=t(say::pick_one_purpose)/>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="two register" class:list=move || chosen.get().is_none() class:detail=move || chosen.get().is_some()>
            {move || with_list.get().then(|| view! {
                <div class="pane-list"><RegisterList query=shown selected=chosen/></div>
            })}
            {move || with_detail.get().then(|| view! { <div class="pane-detail">{detail}</div> })}
        </div>
    }
}

/// Whether list and detail stand side by side, as style/parts/shell.css has it.
fn is_wide() -> Signal<bool> {
    let media = window().match_media("(min-width: 1200px)").ok().flatten();
    let wide = RwSignal::new(media.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(media) = media {
        let source = media.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let _ = wide.try_set(source.matches());
        });
        let _ = media.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        let held = StoredValue::new_local(Some((media, changed)));
        on_cleanup(move || {
            held.try_update_value(|held| {
                if let Some((media, changed)) = held.take() {
                    let _ = media.remove_event_listener_with_callback(
                        "change",
                        changed.as_ref().unchecked_ref(),
                    );
                }
            });
        });
    }
    wide.into()
}
