//! A figure that says what it is and opens its cases.

use leptos::prelude::*;

use super::common::{Tone, classes};

/// A headline figure.
#[component]
pub fn StatTile(
    #[prop(into)] label: Signal<String>,
    /// As printed: 8,359.
    #[prop(into)]
    value: Signal<String>,
    /// How it comes about or compares: 成功率35.6% = 2,974 ÷ 8,359.
    #[prop(optional, into)]
    formula: MaybeProp<String>,
    /// The cases behind it; with it the figure is a door.
    #[prop(optional, into)]
    href: MaybeProp<String>,
    #[prop(optional)] tone: Tone,
) -> impl IntoView {
    let figure = move || match href.get() {
        Some(href) => view! { <a class="door" href=href>{move || value.get()}</a> }.into_any(),
        None => view! { <span>{move || value.get()}</span> }.into_any(),
    };
    view! {
        <div class=classes(&["card tile", tone.class()])>
            <p class="label">{move || label.get()}</p>
            <p class="figure num" class:long=move || value.with(|value| value.chars().count() > 6)>{figure}</p>
            {move || formula.get().map(|text| view! { <p class="delta">{text}</p> })}
        </div>
    }
}
