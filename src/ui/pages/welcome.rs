//! The first visit: set up my desk, look around, try it out, restore a backup. For those who come back,
//! what is there stands first.

mod desk;
mod places;
mod ways;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::{
    desk::DeskForm,
    ways::{Existing, Ways},
};
use crate::{
    engine::protocol::{Trouble, WorkspaceKind, WorkspaceLine, ask},
    locale::{Language, welcome as say},
    ui::{
        app::{Banners, State, use_kept},
        browser::{self, Host},
        data::use_engine,
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind, Notice, ToastHost, Tone, use_toasts},
        place::{Opening, use_place},
        route::MAIN_ID,
        shell::Hat,
        trouble::trouble,
    },
};

#[component]
pub fn Welcome() -> impl IntoView {
    let engine = use_engine();
    let place = use_place();
    let existing: RwSignal<Option<Result<Vec<WorkspaceLine>, Trouble>>> = RwSignal::new(None);
    spawn_local(async move {
        let answer = engine.ask(ask::Workspaces {}).await;
        existing.try_set(Some(answer));
    });
    let lines = Signal::derive(move || existing.get().and_then(Result::ok).unwrap_or_default());
    let is_lost =
        |line: &WorkspaceLine| line.kind == WorkspaceKind::Desk && line.organisation.is_none();
    let lost = move || lines.with(|lines| lines.iter().any(is_lost));
    let there = Signal::derive(move || {
        let mut lines = lines.get();
        lines.retain(|line| !is_lost(line));
        lines
    });
    let has_desk = Memo::new(move |_| {
        let is_desk = |line: &WorkspaceLine| line.kind == WorkspaceKind::Desk;
        there.with(|lines| lines.iter().any(is_desk))
    });
    let kept = use_kept().state();
    let lead = t(move |l| match kept.get() {
        State::Unavailable => say::lead_online(l),
        _ => say::lead(l),
    });
    // In another app's view the person is told before anything is written.
    let host = browser::host();
    let here_anyway = RwSignal::new(host.is_none());
    let failed = t(move |l| match (place.state().get(), existing.get()) {
        // Nothing was pressed that one could press again: it may have been a link.
        (Opening::Failed(_, Trouble::EngineStopped), _) => say::stopped_half_way(l).into(),
        (Opening::Failed(_, cause), _) | (_, Some(Err(cause))) => trouble(l, &cause),
        _ => String::new(),
    });
    let again = move || {
        let Opening::Failed(kind, _) = place.state().get() else {
            return ().into_any();
        };
        view! { <Button on_press=move || place.open(kind)>{t(say::open_again)}</Button> }.into_any()
    };
    let answered = move || {
        existing.with(|answer| match answer {
            None => "asking",
            Some(Ok(_)) => "answered",
            Some(Err(_)) => "trouble",
        })
    };
    view! {
        <div class="welcome" data-engine=answered>
            <Hat/>
            <div class="banners"><Banners/></div>
            <main id=MAIN_ID tabindex="-1">
                <div class="welcome-lead">
                    <h1 tabindex="-1">{t(say::where_to_begin)}</h1>
                    <p class="muted wide-only">{lead}</p>
                </div>
                {move || failed.with(|text| !text.is_empty()).then(|| view! {
                    <Notice title=t(say::not_opened) tone=Tone::Maple icon=Icon::CircleAlert acts=again><p>{failed}</p></Notice>
                })}
                {move || host.filter(|_| !here_anyway.get()).map(|host| view! { <InApp host=host go_on=here_anyway/> })}
                {move || lost().then(|| view! {
                    <Notice title=t(say::desk_lost) tone=Tone::Sun icon=Icon::TriangleAlert><p>{t(say::desk_lost_words)}</p></Notice>
                })}
                {move || (!there.with(Vec::is_empty)).then(|| view! { <Existing lines=there/> })}
                {move || (here_anyway.get() && !has_desk.get()).then(|| view! { <DeskForm/> })}
                <Ways may_restore=Signal::derive(move || here_anyway.get() && !has_desk.get())/>
            </main>
            <ToastHost/>
        </div>
    }
}

/// Says where one is and how to get out, before anything is set up.
#[component]
fn InApp(host: Host, go_on: RwSignal<bool>) -> impl IntoView {
    let toasts = use_toasts();
    let (copied, not_copied) = (t(say::copied), t(say::not_copied));
    let copy = move || {
        spawn_local(async move {
            let address = window().location().href().unwrap_or_default();
            match browser::copy(&address).await {
                true => toasts.say(copied.get_untracked()),
                false => toasts.warn(not_copied.get_untracked()),
            }
        });
    };
    let acts = move || {
        view! {
            <Button kind=ButtonKind::Main icon=Icon::Copy on_press=copy>{t(say::copy_address)}</Button>
            <Button kind=ButtonKind::Quiet on_press=move || go_on.set(true)>{t(say::here_anyway)}</Button>
        }
    };
    view! {
        <Notice title=t(move |l| title(l, host)) tone=Tone::Sun icon=Icon::TriangleAlert acts=acts>
            <p>{t(say::in_app_why)}</p>
            <p><strong>{t(say::in_app_how)}</strong></p>
        </Notice>
    }
}

fn title(language: Language, host: Host) -> String {
    let english = language == Language::English;
    let name = match host {
        Host::WeChat => return say::in_wechat(language).into(),
        Host::Qq => "QQ",
        Host::Weibo if english => "Weibo",
        Host::Weibo => "微博",
        Host::Alipay if english => "Alipay",
        Host::Alipay => "支付宝",
        Host::DingTalk if english => "DingTalk",
        Host::DingTalk => "钉钉",
        Host::Feishu if english => "Lark",
        Host::Feishu => "飞书",
        Host::Other => say::some_app(language),
    };
    say::in_app(language, name)
}
