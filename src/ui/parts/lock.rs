//! The lock: a pad of digits over the page. The page behind must not be drawn while it is locked (what
//! is not there cannot be read); this part only asks for the PIN.

use leptos::{ev, prelude::*};

use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// Asks for a PIN. When the last digit is in, `on_pin` hears it, and the pad is empty again.
#[component]
pub fn LockScreen(
    /// Who locked it, without names: 已锁屏.
    #[prop(into)]
    title: Signal<String>,
    /// 输入6位数字解锁.
    #[prop(into)]
    hint: Signal<String>,
    #[prop(default = 6)] length: usize,
    /// 不对，再试一次。
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// While the PIN is being checked.
    #[prop(optional, into)]
    busy: Signal<bool>,
    #[prop(into)] on_pin: Callback<(String,)>,
    /// Below the pad: 忘了PIN.
    #[prop(optional, into)]
    foot: ViewFn,
) -> impl IntoView {
    let pin = RwSignal::new(String::new());
    let press = move |digit: char| {
        if busy.get_untracked() {
            return;
        }
        pin.update(|pin| pin.push(digit));
        if pin.with_untracked(|pin| pin.len() >= length) {
            let whole = pin.get_untracked();
            pin.set(String::new());
            on_pin.run((whole,));
        }
    };
    let erase = move || {
        pin.update(|pin| {
            pin.pop();
        });
    };
    let listening = window_event_listener(ev::keydown, move |event| match event.key().as_str() {
        "Backspace" => erase(),
        key => {
            let mut chars = key.chars();
            if let (Some(digit @ '0'..='9'), None) = (chars.next(), chars.next()) {
                press(digit);
            }
        }
    });
    on_cleanup(move || listening.remove());
    let dot = move |at: usize| view! { <i class:on=move || at < pin.with(String::len)></i> };
    let key = move |digit: char| {
        view! { <button type="button" class="lock-key" on:click=move |_| press(digit)>{digit.to_string()}</button> }
    };
    view! {
        <section class="lock" aria-label=move || title.get()>
            <Icon name=Icon::Lock size=IconSize::Large/>
            <h1 tabindex="-1">{move || title.get()}</h1>
            <p class="muted">{move || hint.get()}</p>
            <div class="lock-dots" aria-hidden="true" class:wrong=move || error.get().is_some()>
                {(0..length).map(dot).collect_view()}
            </div>
            <p class="unseen" role="status">{t(move |l| say::digits_in(l, pin.with(String::len), length))}</p>
            <p class="error" role="alert">{move || error.get()}</p>
            <div class="lock-pad">
                {('1'..='9').map(key).collect_view()}
                <span></span>
                {key('0')}
                <button type="button" class="lock-key" on:click=move |_| erase()>
                    <Icon name=Icon::Delete/>
                    <span class="unseen">{t(say::erase_digit)}</span>
                </button>
            </div>
            {foot.run()}
        </section>
    }
}
