//! The frame of every form: what is done in its head, what was refused above, the button under the thumb.

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::form::Form;
use crate::{
    domain::case::Refusal,
    engine::protocol::{Trouble, ask},
    law::clock::can_be_today,
    locale::{Language, dates, refusal, steps as say},
    ui::{
        data::{today, use_engine},
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, ButtonRole, FormSteps, use_toasts},
        route::{Route, follow_steps, navigate, replace_steps},
        shell::{HeadChip, HeadLook, PageHead, ThumbBar},
        trouble::trouble,
    },
};

/// The parts of a long form, one on show at a time; each stands in a `<section data-part="1">`.
#[derive(Clone, Copy)]
pub struct Parts {
    pub count: usize,
    /// What the part at this place is about.
    pub label: fn(Language, usize) -> &'static str,
    /// The button that leads on from it.
    pub next: fn(Language, usize) -> &'static str,
}

/// A form's page around its fields.
#[component]
pub fn FormFrame(
    form: Form,
    #[prop(into)] title: Signal<String>,
    /// A line below the title: the case.
    #[prop(into)]
    state: Signal<String>,
    /// The verb on the button that does it.
    #[prop(into)]
    verb: Signal<String>,
    #[prop(optional_no_strip)] parts: Option<Parts>,
    #[prop(optional)] look: Look,
    /// Where one is after laying it down.
    home: Route,
    /// Sends what was typed; called when no field shows an error.
    #[prop(into)]
    send: Callback<()>,
    /// Above the fields: what was refused.
    #[prop(into)]
    above: ViewFn,
    children: Children,
) -> impl IntoView {
    let after = home.clone();
    let close = move || navigate(&home);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if form.busy.get_untracked() {
            return;
        }
        form.tried.set(true);
        form.trouble.set(None);
        // The errors of empty fields stand in the page by the next frame.
        request_animation_frame(move || {
            let at = form.at.get_untracked();
            match parts.filter(|parts| at < parts.count) {
                Some(_) if form.to_first_error(Some(at)) => {}
                Some(_) => form.lead_on(),
                None if form.to_first_error(None) => {}
                None => send.run(()),
            }
        });
    };
    if parts.is_some() {
        follow_steps(form.at, move |part| {
            // What is sent already is not gone back in.
            if !form.busy.get_untracked() {
                form.show(part);
            }
        });
    }
    let main = t(
        move |l| match parts.filter(|parts| form.at.get() < parts.count) {
            Some(parts) => (parts.next)(l, form.at.get()).to_owned(),
            None => verb.get(),
        },
    );
    let kept = form.draft.note();
    let saved = move || view! { <Kept note=kept/> };
    let bars = parts.map(|parts| {
        view! { <FormSteps now=form.at count=parts.count label=t(move |l| (parts.label)(l, form.at.get()))/> }
    });
    let kind = if look == Look::Warns {
        ButtonKind::Warn
    } else {
        ButtonKind::Main
    };
    view! {
        <PageHead title=title state=state look=HeadLook::Compact chip=HeadChip::Words on_close=close extra=saved>
            {bars}
        </PageHead>
        <form class="step-form" novalidate node_ref=form.node on:submit=submit>
            <div class="page step-fields">
                <Resumed form=form home=after/>
                <WrongDate/>
                {above.run()}
                {children()}
            </div>
            <ThumbBar>
                {move || parts.filter(|_| form.at.get() > 1).map(|_| view! {
                    <Button on_press=move || form.show(form.at.get_untracked() - 1)>{t(say::back_step)}</Button>
                })}
                <Button kind=kind role=ButtonRole::Submit busy=form.busy>{move || main.get()}</Button>
            </ThumbBar>
        </form>
    }
}

/// Whether a form adds something or takes it away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Adds,
    Warns,
}

/// 草稿已存 9:42.
#[component]
pub fn Kept(note: Signal<String>) -> impl IntoView {
    view! {
        <span class="tiny row kept" aria-live="off">
            {move || (!note.with(String::is_empty)).then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
            {move || note.get()}
        </span>
    }
}

/// 接着上次没填完的, and a way to be rid of it.
#[component]
pub fn Resumed(form: Form, home: Route) -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let drop = move |_| {
        let ask = ask::KeepDraft {
            draft: form.draft.form(),
            last: String::new(),
            text: form.whole(),
        };
        let restore = move || {
            let ask = ask.clone();
            let route = Route::parse(&ask.draft);
            spawn_local(async move {
                if engine.ask(ask).await.is_ok() {
                    navigate(&route);
                }
            });
        };
        form.busy.set(true);
        form.draft.forget();
        toasts.undoable(say::draft_dropped(language.get_untracked()), restore);
        replace_steps(home.clone());
    };
    form.resumed.then(|| {
        view! {
            <p class="small muted row between">
                <span>{t(say::resumed)}</span>
                <button type="button" class="link" on:click=drop>{t(say::drop_draft)}</button>
            </p>
        }
    })
}

/// Where this device's date can't be right: what is recorded bears it, whatever day is typed.
#[component]
fn WrongDate() -> impl IntoView {
    let today = today();
    move || {
        let today = today.get();
        (!can_be_today(today)).then(|| {
            view! {
                <div class="step-refused" role="note">
                    <p class="row">
                        <Icon name=Icon::CircleAlert/>
                        <span class="grow">{t(move |l| say::wrong_date(l, &dates::paper_day(l, today)))}</span>
                    </p>
                </div>
            }
        })
    }
}

/// What was refused, at the top, for readers and for what concerns no single field.
#[component]
pub fn Refused(
    form: Form,
    /// The case to look at where it changed meanwhile.
    case: Option<String>,
    /// Sends again with what stands now seen.
    #[prop(optional, into)]
    again: Option<Callback<()>>,
) -> impl IntoView {
    let language = use_language();
    let case = StoredValue::new(case);
    let text = move || {
        let l = language.get();
        let refused = form
            .refusal
            .with(|r| r.as_ref().map(|r| refusal::refusal(l, r)));
        refused.or_else(|| form.trouble.with(|t| t.as_ref().map(|t| trouble(l, t))))
    };
    let changed = move || {
        form.refusal
            .with(|r| matches!(r, Some(Refusal::ChangedMeanwhile(_))))
    };
    let acts = move || {
        let href = case.get_value().map(|case| Route::Case(case).href());
        changed().then_some(href).flatten().map(|href| {
            view! {
                <div class="acts">
                    <ButtonLink href=href>{t(say::see_what_changed)}</ButtonLink>
                    {again.map(|again| view! { <Button on_press=again>{t(say::send_again)}</Button> })}
                </div>
            }
        })
    };
    // Whether it was recorded before the engine stopped, nobody knows.
    let kept = move |l| {
        let unknown = form
            .trouble
            .with(|trouble| *trouble == Some(Trouble::EngineStopped));
        if unknown {
            say::typed_stays(l)
        } else {
            say::nothing_sent(l)
        }
    };
    // There from the start: readers only hear what comes into a place that they know.
    view! {
        <div class="step-refused-host" role="alert">
            {move || text().map(|text| view! {
                <div class="step-refused" tabindex="-1" data-summary="">
                    <p class="row"><Icon name=Icon::CircleAlert/><span class="grow">{text}</span></p>
                    <p class="tiny">{t(kept)}</p>
                    {acts()}
                </div>
            })}
        </div>
    }
}

/// Today as a field has it.
#[must_use]
pub fn today_text() -> String {
    today().get_untracked().to_string()
}
