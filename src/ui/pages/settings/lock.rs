//! The PIN: set, change, remove.

use leptos::{html, prelude::*};
use wasm_bindgen_futures::spawn_local;

use crate::{
    engine::protocol::{Setting, ask},
    locale::{app, settings as say},
    ui::{
        app::use_lock,
        browser::focus_within,
        data::use_engine,
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonRole, Card, TextField, TextKind, use_toasts},
        trouble::trouble,
    },
};

#[component]
pub fn LockCard() -> impl IntoView {
    let (engine, toasts, language, lock) = (use_engine(), use_toasts(), use_language(), use_lock());
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (shown, busy, pressed) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let has_pin = lock.has_pin();
    let node = NodeRef::<html::Div>::new();
    let begin = move || {
        shown.set(true);
        focus_within(node, "input");
    };
    let set = move |wanted: String| {
        busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            let done = if wanted.is_empty() {
                say::pin_removed(l)
            } else {
                say::pin_set(l)
            };
            match engine
                .ask(ask::Set {
                    setting: Setting::Pin(wanted),
                })
                .await
            {
                Ok(_) => {
                    for typed in [pin, again] {
                        typed.try_set(String::new());
                    }
                    shown.try_set(false);
                    pressed.try_set(false);
                    toasts.say(done);
                    focus_within(node, "button");
                }
                Err(cause) => toasts.warn(trouble(l, &cause)),
            }
            busy.try_set(false);
        });
    };
    let six = |text: &str, l| {
        let six = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        (!six).then(|| say::pin_form(l).to_owned())
    };
    let same = move |text: &str, l| (text != pin.get()).then(|| say::pin_differs(l).to_owned());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        pressed.set(true);
        let wanted = pin.get_untracked();
        if six(&wanted, language.get_untracked()).is_none()
            && wanted == again.get_untracked()
            && !busy.get_untracked()
        {
            set(wanted);
        }
    };
    let state = t(move |l| {
        if has_pin.get() {
            say::lock_on(l)
        } else {
            say::lock_off(l)
        }
    });
    view! {
        <Card title=t(say::lock)>
            <p class="small muted">{t(say::lock_lead)}</p>
            <p>{state}</p>
            <div node_ref=node>{move || if shown.get() {
                view! {
                    <form class="stack" on:submit=submit novalidate>
                        <TextField label=t(say::pin) value=pin kind=TextKind::Secret check=six show=pressed/>
                        <TextField label=t(say::pin_again) value=again kind=TextKind::Secret check=same show=pressed/>
                        <Button role=ButtonRole::Submit busy=busy>{t(say::save)}</Button>
                    </form>
                }.into_any()
            } else {
                view! {
                    <div class="row wrap">
                        <Button icon=Icon::KeyRound on_press=begin>
                            {t(move |l| if has_pin.get() { say::change_pin(l) } else { say::set_pin(l) })}
                        </Button>
                        {move || has_pin.get().then(|| view! {
                            <Button icon=Icon::Lock on_press=move || lock.lock()>{t(app::lock_now)}</Button>
                            <Button kind=ButtonKind::Warn busy=busy on_press=move || set(String::new())>{t(say::remove_pin)}</Button>
                        })}
                    </div>
                }.into_any()
            }}</div>
        </Card>
    }
}
