//! Choosing: one of several, some of several, on or off. Native radios and checkboxes beneath, so that
//! arrows, Space and readers work as they should.

use leptos::prelude::*;

use super::{
    common::{Tone, classes, unique_id},
    field::{Field, Need},
};
use crate::ui::icon::{Icon, IconSize};

/// One thing to pick.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick<T> {
    pub value: T,
    pub label: String,
    /// A line below, in `Options`.
    pub detail: String,
    pub count: Option<u32>,
    pub tone: Tone,
}

impl<T> Pick<T> {
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self {
            value,
            label: label.into(),
            detail: String::new(),
            count: None,
            tone: Tone::Plain,
        }
    }

    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..self
        }
    }

    #[must_use]
    pub fn count(self, count: u32) -> Self {
        Self {
            count: Some(count),
            ..self
        }
    }

    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// What a choice may hold.
pub trait Choosable: Clone + PartialEq + Send + Sync + 'static {}
impl<T: Clone + PartialEq + Send + Sync + 'static> Choosable for T {}

/// One of several, as chips.
/// `<ChipChoice label=t(say::kind) options=move || kinds(lang.get()) value=kind/>`
#[component]
pub fn ChipChoice<T: Choosable>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Pick<T>>>,
    value: RwSignal<Option<T>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] need: Need,
    /// Before the chips: a box that finds others.
    #[prop(optional, into)]
    before: ViewFn,
    /// After the chips: 更多16类.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    let name = unique_id("choice");
    let chips = move || {
        let name = name.clone();
        let chip = move |pick: Pick<T>| {
            let mine = pick.value.clone();
            let on = Signal::derive(move || value.with(|now| now.as_ref() == Some(&mine)));
            let mine = pick.value.clone();
            chip_input(
                Native::Radio,
                name.clone(),
                pick,
                on,
                Callback::from(move |_: bool| value.set(Some(mine.clone()))),
            )
        };
        options.get().into_iter().map(chip).collect_view()
    };
    group(
        Native::Radio,
        label,
        hint,
        error,
        need,
        (before.run(), chips, more.run()).into_any(),
    )
}

/// Some of several, as chips.
#[component]
pub fn ChipPicks<T: Choosable>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Pick<T>>>,
    value: RwSignal<Vec<T>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] need: Need,
    /// A chip for none of them, which clears the rest: 都没有.
    #[prop(optional, into)]
    none: MaybeProp<String>,
    /// True once 都没有 was pressed: an answer, unlike nothing picked.
    #[prop(optional)]
    nothing: Option<RwSignal<bool>>,
    #[prop(optional, into)] before: ViewFn,
    #[prop(optional, into)] more: ViewFn,
) -> impl IntoView {
    let nothing = nothing.unwrap_or_else(|| RwSignal::new(false));
    let chips = move || {
        let chip = move |pick: Pick<T>| {
            let mine = pick.value.clone();
            let on = Signal::derive(move || value.with(|now| now.contains(&mine)));
            let mine = pick.value.clone();
            let press = move |wanted: bool| {
                value.update(|now| {
                    now.retain(|one| *one != mine);
                    if wanted {
                        now.push(mine.clone());
                    }
                });
                nothing.set(false);
            };
            chip_input(
                Native::Checkbox,
                String::new(),
                pick,
                on,
                Callback::from(press),
            )
        };
        options.get().into_iter().map(chip).collect_view()
    };
    let none_of_them = move || {
        none.get().map(|label| {
            let press = move |wanted: bool| {
                nothing.set(wanted);
                if wanted {
                    value.set(Vec::new());
                }
            };
            chip_input(
                Native::Checkbox,
                "none".into(),
                Pick::new((), label),
                nothing.into(),
                Callback::from(press),
            )
        })
    };
    group(
        Native::Checkbox,
        label,
        hint,
        error,
        need,
        (before.run(), chips, none_of_them, more.run()).into_any(),
    )
}

/// One of a few that need a line of explanation each: 完整, 脱敏, 只要数字.
#[component]
pub fn Options<T: Choosable>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Pick<T>>>,
    value: RwSignal<Option<T>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let name = unique_id("options");
    let rows = move || {
        let name = name.clone();
        let row = move |pick: Pick<T>| {
            let mine = pick.value.clone();
            let on = Signal::derive(move || value.with(|now| now.as_ref() == Some(&mine)));
            let mine = pick.value.clone();
            option_row(
                name.clone(),
                pick.label,
                pick.detail,
                on,
                Callback::from(move || value.set(Some(mine.clone()))),
            )
        };
        options.get().into_iter().map(row).collect_view()
    };
    group(
        Native::Radio,
        label,
        hint,
        error,
        Need::Plain,
        view! { <div class="options">{rows}</div> }.into_any(),
    )
}

/// On or off, at once.
#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    on: RwSignal<bool>,
    /// Beside the words: a chip with a count.
    #[prop(optional, into)]
    extra: ViewFn,
) -> impl IntoView {
    view! {
        <label class="switch">
            <span class="grow">{move || label.get()}{extra.run()}</span>
            <input
                type="checkbox" role="switch" class="switch-input"
                prop:checked=move || on.get()
                on:change:target=move |event| on.set(event.target().checked())
            />
            <i aria-hidden="true"></i>
        </label>
    }
}

/// One box to tick, with words that say to what one agrees.
#[component]
pub fn Tick(#[prop(into)] label: Signal<String>, on: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=move || on.get() on:change:target=move |event| on.set(event.target().checked())/>
            <i aria-hidden="true"><Icon name=Icon::Check size=IconSize::Small/></i>
            <span>{move || label.get()}</span>
        </label>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Native {
    Radio,
    Checkbox,
}

// What follows is not generic, so that each kind of value doesn't compile it anew.

fn group(
    native: Native,
    label: Signal<String>,
    hint: MaybeProp<String>,
    error: Signal<Option<String>>,
    need: Need,
    content: AnyView,
) -> AnyView {
    let role = if native == Native::Radio {
        "radiogroup"
    } else {
        "group"
    };
    view! {
        <Field label=label hint=hint error=error need=need>
            <div class="picks" role=role aria-label=move || label.get()>{content}</div>
        </Field>
    }
    .into_any()
}

fn chip_input<T>(
    native: Native,
    name: String,
    pick: Pick<T>,
    on: Signal<bool>,
    press: Callback<(bool,)>,
) -> AnyView {
    chip_view(native, name, pick.label, pick.count, pick.tone, on, press)
}

fn chip_view(
    native: Native,
    name: String,
    label: String,
    count: Option<u32>,
    tone: Tone,
    on: Signal<bool>,
    press: Callback<(bool,)>,
) -> AnyView {
    let none = if name == "none" { "none" } else { "" };
    let (kind, name) = match native {
        Native::Radio => ("radio", Some(name)),
        Native::Checkbox => ("checkbox", None),
    };
    view! {
        <label class="pick-box">
            <input
                type=kind name=name
                prop:checked=move || on.get()
                on:change:target=move |event| press.run((event.target().checked(),))
            />
            <span class=classes(&["chip pick", tone.class(), none]) class:on=move || on.get()>
                {move || on.get().then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
                {label}
                {count.map(|count| view! { <b class="num">{count}</b> })}
            </span>
        </label>
    }
    .into_any()
}

fn option_row(
    name: String,
    label: String,
    detail: String,
    on: Signal<bool>,
    press: Callback<()>,
) -> AnyView {
    view! {
        <label class="opt" class:on=move || on.get()>
            <input type="radio" name=name prop:checked=move || on.get() on:change=move |_| press.run(())/>
            <span class="radio" aria-hidden="true"></span>
            <span>
                <span class="opt-title">{label}</span>
                <span class="small muted">{detail}</span>
            </span>
        </label>
    }
    .into_any()
}
