//! What stands where content is missing, coming, or being made.

use leptos::prelude::*;

use super::common::Tone;
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// Nothing here yet: what this place is for, one action, one link to the sandbox.
#[component]
pub fn EmptyState(
    #[prop(into)] title: Signal<String>,
    /// What this place is for, and how it fills.
    #[prop(into)]
    purpose: Signal<String>,
    #[prop(optional, into)] icon: Option<Icon>,
    /// The one action, a `<Button>` or `<ButtonLink>`, and at most one more.
    #[prop(optional, into)]
    action: ViewFn,
    /// Where the sandbox is; without it there is no link.
    #[prop(optional, into)]
    sandbox: MaybeProp<String>,
    /// What it will look like: an example, marked 示例，不算数.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="card empty">
            <div class="empty-say">
                {icon.map(|name| view! { <Icon name=name size=IconSize::Large/> })}
                <h2>{move || title.get()}</h2>
                <p class="small muted">{move || purpose.get()}</p>
                <div class="acts">
                    {action.run()}
                    {move || sandbox.get().map(|href| view! { <a class="button quiet" href=href>{t(say::try_in_sandbox)}</a> })}
                </div>
            </div>
            {children.map(|children| view! { <div class="empty-show">{children()}</div> })}
        </section>
    }
}

/// A refusal or a notice with its way out: what, where, what now.
#[component]
pub fn Notice(
    #[prop(into)] title: Signal<String>,
    /// Maple: no. Sun: wait. Pine: nothing found.
    #[prop(optional)]
    tone: Tone,
    icon: Icon,
    /// The buttons, the main one first.
    #[prop(optional, into)]
    acts: ViewFn,
    /// What happened, a quoted article (`<blockquote><b>…</b>…</blockquote>`), what to do.
    children: Children,
) -> impl IntoView {
    let role = if tone == Tone::Maple {
        "alert"
    } else {
        "status"
    };
    view! {
        <section class="card notice" role=role>
            <h3 class=tone.class()><Icon name=icon/><span>{move || title.get()}</span></h3>
            {children()}
            <div class="acts">{acts.run()}</div>
        </section>
    }
}

/// The shape of what is coming, while it comes.
#[component]
pub fn Skeleton(
    /// How many rows.
    #[prop(default = 3)]
    rows: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="unseen">{t(say::loading)}</span>
            {(0..rows).map(|_| view! { <div aria-hidden="true"><i></i><i></i></div> }).collect_view()}
        </div>
    }
}

/// Long work: what, how much, how long still, and a way to stop it.
#[component]
pub fn Progress(
    /// 已读 12,400 / 50,000 行.
    #[prop(into)]
    label: Signal<String>,
    /// From 0 to 1.
    #[prop(into)]
    part: Signal<f64>,
    /// 约3秒.
    #[prop(optional, into)]
    left: MaybeProp<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let percent = move || (part.get().clamp(0.0, 1.0) * 100.0).round() as u8;
    view! {
        <div class="progress">
            <div
                class=super::common::classes(&["bar", tone.class()])
                role="progressbar" aria-valuemin="0" aria-valuemax="100"
                aria-valuenow=move || percent().to_string()
                aria-label=move || label.get()
            >
                <i style:width=move || format!("{}%", percent())></i>
            </div>
            <p class="tiny num">{move || label.get()}{move || left.get().map(|left| format!(" · {left}"))}</p>
            {on_cancel.map(|on_cancel| view! {
                <button type="button" class="link" on:click=move |_| on_cancel.run(())>
                    <Icon name=Icon::X size=IconSize::Small/>{t(say::cancel)}
                </button>
            })}
        </div>
    }
}
