//! The frame of a form about one case: the case in the head, the form's command on the button. A step's form takes its
//! words from the step and says what the step rests on.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    fields::Says,
    form::Form,
    frame::{FormFrame, Look, Parts, Refused},
    page::Opened,
};
use crate::{
    domain::case::{Command, Refusal, Step},
    engine::protocol::ask,
    locale::steps as say,
    ui::{
        data::use_engine,
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::use_toasts,
        route::{Route, replace_steps},
    },
};

/// The page of a step of the course around its fields.
#[component]
pub fn StepFrame(
    opened: Opened,
    form: Form,
    step: Step,
    /// Where the page is called otherwise than the step.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    #[prop(optional, into)] parts: Option<Parts>,
    #[prop(into)] command: Callback<(), Result<Command, Refusal>>,
    children: Children,
) -> impl IntoView {
    let title = title.unwrap_or_else(|| t(move |l| say::step_title(l, step)));
    let rests_on = t(move |l| say::step_rests_on(l, step));
    view! {
        <CommandFrame
            opened=opened form=form title=title verb=t(move |l| say::step_verb(l, step)) parts=parts command=command
        >
            {children()}
            <Says words=rests_on/>
        </CommandFrame>
    }
}

/// The page of a command around its fields.
#[component]
pub fn CommandFrame(
    opened: Opened,
    form: Form,
    #[prop(into)] title: Signal<String>,
    /// The verb on the button that does it.
    #[prop(into)]
    verb: Signal<String>,
    #[prop(optional_no_strip)] parts: Option<Parts>,
    #[prop(optional)] look: Look,
    /// What was typed, as a command.
    #[prop(into)]
    command: Callback<(), Result<Command, Refusal>>,
    children: Children,
) -> impl IntoView {
    let engine = use_engine();
    let toasts = use_toasts();
    let language = use_language();
    let home = Route::Case(opened.id.short());
    let done = StoredValue::new(home.clone());
    let send = Callback::from(move || {
        let command = match command.run(()) {
            Ok(command) => command,
            Err(refusal) => return form.refuse(refusal),
        };
        form.busy.set(true);
        spawn_local(async move {
            let acted = engine
                .ask(ask::Act {
                    case: Some(opened.id),
                    seen: opened.seen(),
                    command,
                })
                .await;
            // Laid down meanwhile: it is done all the same, and nobody waits for it here.
            let Some(home) = done.try_get_value() else {
                return;
            };
            match acted {
                Ok(Ok(_)) => {
                    form.draft.forget();
                    toasts.say(say::done(language.get_untracked(), &title.get_untracked()));
                    // Back leads past the form, which is done: it stays busy until it is gone.
                    return replace_steps(home);
                }
                Ok(Err(refusal)) => form.refuse(refusal),
                Err(trouble) => form.fail(trouble),
            }
            form.busy.set(false);
        });
    });
    let again = Callback::from(move || {
        opened.catch_up();
        form.refusal.set(None);
        send.run(());
    });
    let above = move || {
        view! {
            <MovedOn opened=opened form=form/>
            <Refused form=form case=Some(opened.id.short()) again=again/>
        }
    };
    view! {
        <FormFrame
            form=form title=title state=t(move |l| opened.heading(l)) verb=verb parts=parts look=look home=home
            send=send above=above
        >
            {children()}
        </FormFrame>
    }
}

/// Another window or an import wrote to the case while the form stood open.
#[component]
fn MovedOn(opened: Opened, form: Form) -> impl IntoView {
    let moved = Memo::new(move |_| opened.moved_on() && !form.busy.get());
    let href = Route::Case(opened.id.short()).href();
    move || {
        let href = href.clone();
        moved.get().then(|| {
            view! {
                <p class="moved-on small row" role="status">
                    <Icon name=Icon::RefreshCw size=IconSize::Small/>
                    <span class="grow">{t(say::moved_on)}</span>
                    <a class="button quiet small" href=href>{t(say::see_what_changed)}</a>
                </p>
            }
        })
    }
}
