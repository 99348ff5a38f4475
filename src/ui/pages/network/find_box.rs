//! The box that finds a place on the map: a few letters, a list, and off one flies.

use leptos::{ev, html, prelude::*};

use super::find::find;
use crate::{
    law::divisions::Adcode,
    locale::{Language, network::map_find as say, places},
    ui::{
        browser::focus_within,
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonSize, unique_id},
    },
};

#[component]
pub(super) fn FindPlace(on_found: Callback<Adcode>) -> impl IntoView {
    let language = use_language();
    let (open, typed, at) = (
        RwSignal::new(false),
        RwSignal::new(String::new()),
        RwSignal::new(0_usize),
    );
    let root = NodeRef::<html::Div>::new();
    let id = unique_id("find");
    let found = Memo::new(move |_| {
        let found = typed.with(|typed| find(typed));
        found.iter().map(|county| county.adcode).collect::<Vec<_>>()
    });
    let close = move || {
        open.set(false);
        typed.set(String::new());
        focus_within(root, "button");
    };
    let choose = move |county: Adcode| {
        open.set(false);
        typed.set(String::new());
        on_found.run(county);
    };
    let press = move |()| {
        open.update(|open| *open = !*open);
        at.set(0);
        focus_within(root, "input");
    };
    // A press elsewhere closes it, as it does a menu.
    let listening = window_event_listener(ev::pointerdown, move |event| {
        let target = event_target::<web_sys::Node>(&event);
        let inside = root
            .get_untracked()
            .is_some_and(|root| root.contains(Some(&target)));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || listening.remove());
    let pressed = move |event: ev::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                let chosen = found.with_untracked(|found| found.get(at.get_untracked()).copied());
                if let Some(county) = chosen {
                    choose(county);
                }
            }
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let list = format!("{id}-list");
    let option_id = {
        let id = id.clone();
        move |nth: usize| format!("{id}-{nth}")
    };
    let active = {
        let option_id = option_id.clone();
        move || found.with(|found| (at.get() < found.len()).then(|| option_id(at.get())))
    };
    let options = move || {
        let option = |(nth, county): (usize, Adcode)| {
            view! {
                <li
                    id=option_id(nth) role="option"
                    aria-selected=move || (at.get() == nth).to_string()
                    on:click=move |_| choose(county)
                >
                    {places::county(language.get(), county)}
                    <span class="small muted">{city(language.get(), county)}</span>
                </li>
            }
        };
        found
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
    };
    let said = t(move |l| {
        match (
            typed.with(|typed| typed.trim().is_empty()),
            found.with(Vec::len),
        ) {
            (true, _) => String::new(),
            (false, 0) => say::none(l).to_owned(),
            (false, n) => say::found(l, n),
        }
    });
    let none = move || found.with(Vec::is_empty) && typed.with(|typed| !typed.trim().is_empty());
    view! {
        <div class="network-find" node_ref=root>
            <Button size=ButtonSize::Small icon=Icon::Search label=t(say::find) on_press=Callback::new(press)/>
            <Show when=move || open.get()>
                <div class="network-find-box">
                    <input
                        type="search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                        role="combobox" aria-autocomplete="list" aria-expanded=move || (!found.with(Vec::is_empty)).to_string()
                        aria-controls=list.clone() aria-activedescendant=active.clone()
                        placeholder=t(say::find_county) aria-label=t(say::find_county)
                        prop:value=move || typed.get()
                        on:input:target=move |event| { typed.set(event.target().value()); at.set(0); }
                        on:keydown=pressed
                    />
                    <ul id=list.clone() role="listbox" aria-label=t(say::find)>{options.clone()}</ul>
                    <p class="small muted" class:unseen=move || !none() role="status">{said}</p>
                </div>
            </Show>
        </div>
    }
}

/// The city or municipality that it belongs to.
fn city(language: Language, county: Adcode) -> &'static str {
    let city = county.county().map(|county| county.city);
    city.map_or("", |city| match language {
        Language::Chinese => city.zh,
        Language::English => city.en,
    })
}
