//! Fields: the label above, a hint below, and what is wrong in its place, in maple, with what to do.
//! A field checks its text when one leaves it, and from then on as one types, so that a mended text is
//! praised at once and an unfinished one never blamed. The text itself is the value, so that a draft
//! keeps what was typed even while it is wrong.

use leptos::prelude::*;

use super::{
    button::{Button, ButtonKind},
    check::{self, Check},
    common::unique_id,
};
use crate::{
    law::blank::typed,
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
    },
};

/// The frame of every field: label, the control, hint or error. For controls of one's own.
#[component]
pub fn Field(
    #[prop(into)] label: Signal<String>,
    /// The id of the control inside; without it the label is a plain text (a group of chips).
    #[prop(optional, into)]
    control: String,
    /// Below, in small: what it is for, who will see it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to do; instead of the hint.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] need: Need,
    children: Children,
) -> impl IntoView {
    let note = note_id(&control);
    let optional = (need == Need::Optional)
        .then(|| view! { <span class="optional">" · "{t(say::optional)}</span> });
    let label = move || label.get();
    let head = if control.is_empty() {
        view! { <span class="label">{label}{optional}</span> }.into_any()
    } else {
        view! { <label for=control>{label}{optional}</label> }.into_any()
    };
    view! {
        <div class="field">
            {head}
            {children()}
            <div id=note aria-live="polite" class:gone=move || error.get().is_none() && hint.get().is_none()>
                {move || match error.get() {
                    Some(error) => view! {
                        <p class="error"><Icon name=Icon::CircleAlert size=IconSize::Small/><span>{error}</span></p>
                    }.into_any(),
                    None => view! { <p class="hint">{hint.get()}</p> }.into_any(),
                }}
            </div>
        </div>
    }
}

fn note_id(control: &str) -> Option<String> {
    (!control.is_empty()).then(|| format!("{control}-note"))
}

/// Whether a field may stay empty. `Optional` says so beside the label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    #[default]
    Plain,
    Optional,
    /// Empty is an error once one has been there.
    Must,
}

/// What is typed: it chooses the phone's keyboard and the check of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Line,
    /// Several lines, growing.
    Words,
    Phone,
    Number,
    /// Yuan; `Fen::parse_yuan` reads it.
    Money,
    /// Dots, with 看.
    Secret,
}

impl TextKind {
    fn check(self) -> Check {
        match self {
            Self::Line | Self::Words | Self::Secret => Check::default(),
            Self::Phone => Check::from(check::phone),
            Self::Number => Check::from(check::number),
            Self::Money => Check::from(check::money),
        }
    }

    fn input_mode(self) -> &'static str {
        match self {
            Self::Line | Self::Words | Self::Secret => "text",
            Self::Phone => "tel",
            // A sum may end in 万: the full keyboard.
            Self::Money => "text",
            Self::Number => "numeric",
        }
    }
}

/// A text one types, of any kind.
/// `<TextField label=t(say::phone) value=phone kind=TextKind::Phone need=Need::Optional/>`
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional)] kind: TextKind,
    #[prop(optional)] need: Need,
    #[prop(optional, into)] hint: MaybeProp<String>,
    /// A check beyond the kind's own: `check=|text: &str, language| …`.
    #[prop(optional, into)]
    check: Check,
    /// Show errors now, as after a press on the main button.
    #[prop(optional, into)]
    show: Signal<bool>,
    /// What the domain refused about this field; the page takes it away when it asks again.
    #[prop(optional, into)]
    refused: Signal<Option<String>>,
    #[prop(optional, into)] placeholder: MaybeProp<String>,
    /// Called as one leaves it: to keep the draft.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let language = use_language();
    let id = unique_id("field");
    let left = RwSignal::new(false);
    let own = if need == Need::Must {
        Check::from(check::filled).then(kind.check())
    } else {
        kind.check()
    };
    let check = own.then(move |text: &str, language| check.run(text, language));
    let error = Signal::derive(move || {
        let found = value.with(|text| check.run(text, language.get()));
        found
            .filter(|_| left.get() || show.get())
            .or_else(|| refused.get())
    });
    let invalid = move || error.with(Option::is_some).then_some("true");
    let leave = move || {
        // The browser takes the focus from a field that goes with its page, after its signals went.
        let Some(empty) = value.try_with_untracked(String::is_empty) else {
            return;
        };
        // An empty field that one merely passed through is not blamed before the main button is.
        if !empty {
            left.set(true);
        }
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    let described = note_id(&id);
    let must = (need == Need::Must).then_some("true");
    let control = match kind {
        TextKind::Words => view! {
            <textarea
                id=id.clone() class="input" rows="3" autocomplete="off"
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                aria-invalid=invalid aria-describedby=described aria-required=must
                on:input:target=move |event| value.set(typed(event.target().value()))
                on:blur=move |_| leave()
            ></textarea>
        }
        .into_any(),
        TextKind::Secret | TextKind::Money => {
            let shown = RwSignal::new(kind != TextKind::Secret);
            let end = match kind {
                TextKind::Secret => view! {
                    <Button kind=ButtonKind::Quiet on_press=move || shown.update(|on| *on = !*on)>
                        {move || {
                            let name = if shown.get() { Icon::EyeOff } else { Icon::Eye };
                            view! { <Icon name=name size=IconSize::Small/> }
                        }}
                        {t(move |l| if shown.get() { say::hide_text(l) } else { say::show_text(l) })}
                    </Button>
                }
                .into_any(),
                _ => view! { <span class="muted">{t(say::yuan)}</span> }.into_any(),
            };
            view! {
                <div class="input within" class:wrong=move || error.with(Option::is_some)>
                    <input
                        id=id.clone() autocomplete="off"
                        type=move || if shown.get() { "text" } else { "password" }
                        placeholder=move || placeholder.get()
                        prop:value=move || value.get()
                        aria-invalid=invalid aria-describedby=described aria-required=must
                        on:input:target=move |event| value.set(typed(event.target().value()))
                        on:blur=move |_| leave()
                    />
                    {end}
                </div>
            }
            .into_any()
        }
        _ => view! {
            <input
                id=id.clone() class="input" type="text" autocomplete="off" inputmode=kind.input_mode()
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                aria-invalid=invalid aria-describedby=described aria-required=must
                on:input:target=move |event| value.set(typed(event.target().value()))
                on:blur=move |_| leave()
            />
        }
        .into_any(),
    };
    view! { <Field label=label control=id hint=hint error=error need=need>{control}</Field> }
}
