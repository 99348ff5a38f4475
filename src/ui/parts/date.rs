//! A day: 今天 and 昨天 first, any other by the browser's own calendar. The value is an ISO text
//! (`2026-11-24`), empty while none is chosen.

use leptos::prelude::*;

use super::{
    check,
    common::unique_id,
    field::{Field, Need},
};
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
    },
};

/// Which days may be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayRange {
    /// Today or earlier: what has happened.
    #[default]
    Past,
    /// Any: the ends of a span.
    Any,
    /// A deadline: any day, for one that is gone may be written down late; yesterday is not proposed.
    Coming,
}

/// A day one chooses.
#[component]
pub fn DateField(
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional)] range: DayRange,
    #[prop(optional)] need: Need,
    #[prop(optional, into)] hint: MaybeProp<String>,
    /// Show errors now, as after a press on the main button.
    #[prop(optional, into)]
    show: Signal<bool>,
    #[prop(optional, into)] refused: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let id = unique_id("day");
    let today = today();
    let yesterday = check::day_before(&today).unwrap_or_default();
    let limit = today.clone();
    let error = Signal::derive(move || {
        let found = value.with(|text| match range {
            DayRange::Past => check::not_future(text, &limit, language.get()),
            DayRange::Any | DayRange::Coming => check::not_future(text, "9999", language.get()),
        });
        let missing = (need == Need::Must && show.get())
            .then(|| value.with(|text| check::filled(text, language.get())))
            .flatten();
        found.or(missing).or_else(|| refused.get())
    });
    let shortcut = move |day: String, label: Signal<String>| {
        let mine = day.clone();
        let on = Memo::new(move |_| value.with(|now| *now == mine));
        view! {
            <button
                type="button" class="chip pick" class:on=move || on.get()
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| value.set(day.clone())
            >
                {move || on.get().then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
                {move || label.get()}
            </button>
        }
    };
    let max = (range == DayRange::Past).then(|| today.clone());
    let note = format!("{id}-note");
    view! {
        <Field label=label control=id.clone() hint=hint error=error need=need>
            <div class="days">
                {shortcut(today, t(say::today))}
                // What is paid on the spot is due today; no deadline was yesterday.
                {(range != DayRange::Coming).then(|| shortcut(yesterday, t(say::yesterday)))}
                <input
                    id=id type="date" class="input" max=max min="1900-01-01"
                    prop:value=move || value.get()
                    aria-describedby=note
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change:target=move |event| value.set(event.target().value())
                />
            </div>
        </Field>
    }
}

/// Today by this device's clock, as an ISO text.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}
